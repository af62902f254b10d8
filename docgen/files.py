"""The edge to the disk: which files are content, where templates lie, and how results are written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from tempfile import mkstemp
from typing import BinaryIO

from docgen.load import Stock
from docgen.pipeline import Shelf

SUFFIXES = frozenset((".yaml", ".yml"))
CHECKED_SUFFIXES = SUFFIXES | {".docx"}
TEMPLATES = "templates_docx"
PROJECT_FILE = "不查.yaml"
"""Rules that a project has switched off: no content."""
MODE = 0o644
SCRATCH = ".docgen-"
"""How the names of files begin that are not whole yet."""
CODINGS = ("utf-8", "gb18030")
"""Of file names, the usual one first."""
UNPRINTABLE = "\ufffd"
"""What stands for a character that no terminal and no spreadsheet should get."""


class OutputError(Exception):
    """A result that could not be written, in words for a clerk."""


def content_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The content files among `paths`; of a folder, those in it, by name."""
    for path in paths:
        if path.is_dir():
            files = (file for file in path.iterdir() if file.suffix in SUFFIXES and file.is_file())
            yield from sorted(file for file in files if file.name != PROJECT_FILE)
        else:
            yield path


def checked_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files to be checked among `paths`; of a folder, content files and DOCX in it and below, by name.

    Neither hidden ones, nor Word's lock files.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for file in sorted(path.rglob("*")):
            wanted = file.suffix.lower() in CHECKED_SUFFIXES and file.name != PROJECT_FILE
            if wanted and file.is_file() and not is_set_aside(file):
                yield file


def is_set_aside(file: Path) -> bool:
    """Whether a file is hidden, or one of Word's lock files."""
    return file.name.startswith((".", "~$"))


def project_file(file: Path) -> Path | None:
    """The nearest file of rules switched off beside or above a file."""
    folders = file.resolve().parents
    return next((folder / PROJECT_FILE for folder in folders if (folder / PROJECT_FILE).is_file()), None)


def shelf_for(file: Path) -> Shelf:
    """What a content file may name: templates of the nearest `templates_docx` upwards, lists beside it."""
    root = templates_root(file)

    def fetch(folder: Path, suffix: str, name: str) -> bytes:
        if PurePosixPath(name).name != name or "\\" in name or name in ("", ".", ".."):
            raise FileNotFoundError(name)
        return (folder / f"{name}{suffix}").read_bytes()

    return Shelf(
        lambda name: fetch(root / "notices", ".docx", name),
        lambda name: fetch(root / "forms", ".docx", name),
        lambda name: list_file(file.parent, name),
        Stock(stems(root / "notices"), stems(root / "forms")),
    )


def stems(folder: Path) -> frozenset[str]:
    """Names of the Word files in a folder; Word's own lock files (~$) are none."""
    return frozenset(file.stem for file in folder.glob("*.docx") if not file.name.startswith("~$"))


def described_forms() -> dict[str, tuple[Path, Path]]:
    """The forms of the working folder by name: template, and where its description belongs."""
    root = templates_root(Path("表格"))
    described = root.parent / "content" / "forms"
    return {
        name: (root / "forms" / f"{name}.docx", described / f"{name}.yaml") for name in sorted(stems(root / "forms"))
    }


def collected_files(folder: Path, output: Path) -> list[Path]:
    """All files of a folder and those below, by name; neither hidden ones, nor Word's lock files, nor the result."""
    return [
        file
        for file in sorted(folder.rglob("*"))
        if file.is_file() and not is_set_aside(file) and file.resolve() != output.resolve()
    ]


def shown_name(file: Path, folder: Path) -> str:
    """The name of a file below a folder as it can be read and written; old programs pack names in GBK."""
    name = os.fsencode(file.relative_to(folder))
    for coding in CODINGS:
        with suppress(UnicodeDecodeError):
            return "".join(char if char.isprintable() else UNPRINTABLE for char in name.decode(coding))
    return name.decode("ascii", "replace")


def list_file(folder: Path, name: str) -> bytes:
    """A list file beside the content; a path that leaves the folder finds nothing."""
    target = (folder / name).resolve()
    if not target.is_relative_to(folder.resolve()):
        raise FileNotFoundError(name)
    return target.read_bytes()


def templates_root(file: Path) -> Path:
    """The nearest folder `templates_docx` beside or above the file, else under the working folder."""
    for folder in (*file.resolve().parents, Path.cwd()):
        if (folder / TEMPLATES).is_dir():
            return folder / TEMPLATES
    return Path(TEMPLATES)


def notices_folder() -> Path:
    """Where the content files of the working folder lie, as seen from there; the working folder itself if nowhere."""
    folder = templates_root(Path.cwd() / "新").parent / "content" / "notices"
    return Path(os.path.relpath(folder)) if folder.is_dir() else Path()


def write_whole(target: Path, data: bytes) -> None:
    """Write a file, whole or not at all.

    Raises:
        OutputError: the folder cannot be made or written, or the disk is full.
    """
    with written(target) as file:
        file.write(data)


@contextmanager
def written(target: Path) -> Iterator[BinaryIO]:
    """A file to write beside the target, renamed at the end, so that no half file ever bears its name.

    Raises:
        OutputError: as above.
    """
    scratch: str | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        number, scratch = mkstemp(dir=target.parent, prefix=SCRATCH)
        with open(scratch, "w+b", opener=lambda *_: number) as file:
            yield file
        os.chmod(scratch, MODE)
        os.replace(scratch, target)
        scratch = None
    except OSError as reason:
        raise unwritable(target, reason.strerror or str(reason)) from None
    finally:
        if scratch is not None:
            Path(scratch).unlink(missing_ok=True)


def unwritable(target: Path, reason: str) -> OutputError:
    """That a file cannot be written, and what to look at."""
    return OutputError(f"{target}: 错误: 写不进去（{reason}），请检查文件夹权限、磁盘空间，以及文件是否正被打开")


def sweep(folder: Path) -> None:
    """Remove what writers that were killed left unfinished in a folder, where nobody writes any more."""
    for file in folder.glob(f"{SCRATCH}*") if folder.is_dir() else ():
        file.unlink(missing_ok=True)
