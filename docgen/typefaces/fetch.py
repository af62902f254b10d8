"""Take a folder, give the free faces unpacked into it, from the Debian package that carries all five."""

from __future__ import annotations

import os
import re
import subprocess
import tarfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, cast

PACKAGE = "texlive-lang-chinese"
MEMBER = re.compile(r"/fandol/(Fandol(?:Fang|Hei|Kai|Song)-(?:Regular|Bold)\.otf)$")
LARGEST_MEMBER = 64 * 1024 * 1024
"""Eight times the largest face of the package: what is bigger is not a face."""
TIMEOUT = 900
"""Seconds for 50 MB of package and 10 MB of package lists at 100 kB/s, with some to spare."""
QUIET = ("-q", "-o", "Acquire::http::Timeout=30", "-o", "Acquire::https::Timeout=30", "-o", "Acquire::Languages=none")
# Without this apt as root hands the download to a user who may not enter the private folder.
UNSANDBOXED = ("-o", "APT::Sandbox::User=root")

Fetch = Callable[[Path], dict[str, Path]]


class FetchError(Exception):
    """The free faces could not be had; the message says why, in Chinese."""


def fetch_fandol(folder: Path) -> dict[str, Path]:
    """Download and unpack; gives the files by PostScript name. Needs no root and leaves the system as it was."""
    try:
        package = _download(folder)
        command = ("dpkg-deb", "--fsys-tarfile", str(package))
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as unpacking:
            return unpack(cast(IO[bytes], unpacking.stdout), folder)
    except FileNotFoundError as missing:
        raise FetchError(f"本机没有 {missing.filename} 命令") from missing
    except (OSError, tarfile.TarError, subprocess.SubprocessError) as failure:
        raise FetchError(f"下载或解开 {PACKAGE} 失败：{failure}") from failure


def unpack(archive: IO[bytes], folder: Path) -> dict[str, Path]:
    """Write the faces of a tar stream into the folder under their bare names, and nothing else of it."""
    faces: dict[str, Path] = {}
    with tarfile.open(fileobj=archive, mode="r|") as members:
        for member in members:
            found = MEMBER.search(member.name)
            content = members.extractfile(member) if found and member.isreg() else None
            if found and content and member.size <= LARGEST_MEMBER:
                path = folder / found[1]
                path.write_bytes(content.read())
                faces[path.stem] = path
    return faces


def _download(folder: Path) -> Path:
    runs = [_apt(("download", PACKAGE), folder)]
    if runs[-1].returncode:
        # A fresh container or a plain user may have no package lists: fetch them into the same folder.
        private = _private_state(folder)
        runs += [_apt((*private, *command), folder) for command in (("update",), ("download", PACKAGE))]
    packages = sorted(folder.glob(f"{PACKAGE}_*.deb"))
    if runs[-1].returncode or not packages:
        complaints = dict.fromkeys(run.stderr.strip().rpartition("\n")[2] for run in runs)
        raise FetchError(f"apt-get 没有取得 {PACKAGE}：{'；'.join(filter(None, complaints))}")
    return packages[0]


def _private_state(folder: Path) -> tuple[str, ...]:
    for needed in ("state/lists/partial", "cache/archives/partial"):
        (folder / needed).mkdir(parents=True, exist_ok=True)
    return ("-o", f"Dir::State={folder / 'state'}", "-o", f"Dir::Cache={folder / 'cache'}")


def _apt(arguments: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run apt-get in the folder, which is where it downloads to."""
    return subprocess.run(
        ("apt-get", *QUIET, *UNSANDBOXED, *arguments),
        cwd=folder,
        env={**os.environ, "LC_ALL": "C"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=TIMEOUT,
        check=False,
    )
