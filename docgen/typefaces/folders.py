"""Take the platform and its environment, give the folders where font files lie and the one docgen keeps its own in."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import platformdirs

FONTS_VARIABLE = "DOCGEN_FONTS"
"""Folders (separated as in PATH) that replace all others, so that a result does not depend on the machine."""

TEX_FONTS = "texmf-dist/fonts/opentype/public/fandol"
"""Where TeX Live keeps the free faces, which are of no use before conversion but save a download."""


def cache_folder() -> Path:
    """The folder of what docgen derives and can derive again."""
    return Path(platformdirs.user_cache_dir("docgen", appauthor=False))


def kept_fonts() -> Path:
    """The folder of converted faces, where a clerk may also put font files."""
    return cache_folder() / "fonts"


def font_folders() -> tuple[Path, ...]:
    """The folders to look for fonts in, in order."""
    chosen = os.environ.get(FONTS_VARIABLE)
    if chosen:
        return tuple(Path(folder) for folder in chosen.split(os.pathsep) if folder)
    return (*system_folders(sys.platform, os.environ, Path.home()), kept_fonts())


def system_folders(platform: str, environment: Mapping[str, str], home: Path) -> tuple[Path, ...]:
    """The standard font folders of a platform named as `sys.platform` does."""
    if platform == "win32":
        return tuple(_windows(environment, home))
    if platform == "darwin":
        return tuple(_macos(home))
    return tuple(_linux(environment, home))


def write_whole(path: Path, data: bytes) -> None:
    """Put a file in its place at once: nobody, nor a second process, ever sees a part of it under its name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as beside:
        unfinished = Path(beside.name)
        try:
            beside.write(data)
            beside.close()
            unfinished.replace(path)
        except OSError:
            unfinished.unlink(missing_ok=True)
            raise


def _windows(environment: Mapping[str, str], home: Path) -> Iterable[Path]:
    yield Path(environment.get("WINDIR", r"C:\Windows")) / "Fonts"
    yield Path(environment.get("LOCALAPPDATA", home / "AppData" / "Local")) / "Microsoft" / "Windows" / "Fonts"


def _macos(home: Path) -> Iterable[Path]:
    yield Path("/System/Library/Fonts")
    yield from sorted(Path("/System/Library/AssetsV2").glob("com_apple_MobileAsset_Font*"))
    yield Path("/Library/Fonts")
    yield home / "Library" / "Fonts"
    yield from sorted(Path("/usr/local/texlive").glob(f"*/{TEX_FONTS}"))


def _linux(environment: Mapping[str, str], home: Path) -> Iterable[Path]:
    shared = environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    own = environment.get("XDG_DATA_HOME") or str(home / ".local" / "share")
    roots = ["/usr/share", "/usr/local/share", *shared.split(":"), own]
    yield from dict.fromkeys(Path(root) / "fonts" for root in roots if root)
    yield home / ".fonts"
    yield Path("/usr/share/texlive") / TEX_FONTS
    yield from sorted(Path("/usr/local/texlive").glob(f"*/{TEX_FONTS}"))
