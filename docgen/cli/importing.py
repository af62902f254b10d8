"""The command that brings old documents in: import."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from msgspec import Struct, field

from docgen.cli.terminal import FORCE, READABLE, progress, show, write_one
from docgen.diagnostics import Severity, has_errors
from docgen.files import SUFFIXES, is_set_aside, notices_folder, shelf_for
from docgen.importer import House, Imported, house_of, import_document
from docgen.libreoffice import docx_with_libreoffice

READ = (".docx", ".txt")
CONVERTED = (".doc", ".wps", ".odt", ".rtf")
"""What LibreOffice opens; Word and WPS save all of them as .docx too."""

MOST_BYTES = 50_000_000
"""A notice with a picture or two has a hundredth of it."""


class Batch(Struct):
    """Where results go, and what became of each file so far."""

    house: House
    output: Path
    force: bool
    made: dict[Path, Path] = field(default_factory=dict)
    doubtful: int = 0

    def target(self, stem: str) -> Path:
        """The content file for a document that would be called `stem`."""
        return self.output if self.output.suffix in SUFFIXES else self.output / f"{stem}.yaml"


@click.command("import")
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=READABLE)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="内容文件名（.yaml）或文件夹，默认 content/notices。"
)
@FORCE
def import_documents(paths: Sequence[Path], output: Path | None, force: bool) -> None:
    """把旧公文变成内容文件。

    FILE 是 .docx 或 .txt，装了 LibreOffice 也可以是 .doc、.wps、.odt、.rtf；也可以是放它们的文件夹。
    """
    files = list(_documents(paths))
    if not files:
        raise click.ClickException(f"没有找到要导入的文件（{'、'.join((*READ, *CONVERTED))}）")
    target = output or notices_folder()
    if len(files) > 1 and target.suffix in SUFFIXES:
        raise click.UsageError("一次导入几个文件，-o 应是文件夹")
    beside = target if target.suffix in SUFFIXES else target / "新.yaml"
    batch = Batch(house_of(shelf_for(beside)), target, force)
    failed = [file for file in progress(files, "导入", lambda file: file.stem) if not _import_one(file, batch)]
    good = len(files) - len(failed)
    checked = f"（其中 {batch.doubtful} 份有要核对的地方）" if batch.doubtful else ""
    click.echo(f"共 {len(files)} 份：成功 {good} 份{checked}，失败 {len(failed)} 份。")
    if failed:
        click.echo("失败的：" + "、".join(file.name for file in failed), err=True)
        raise SystemExit(1)


def _documents(paths: Sequence[Path]) -> Iterator[Path]:
    """The files among `paths`; of a folder, those in it that can be imported, by name."""
    for path in paths:
        if path.is_dir():
            known = (file for file in path.iterdir() if file.suffix.lower() in (*READ, *CONVERTED) and file.is_file())
            yield from sorted(file for file in known if not is_set_aside(file))
        else:
            yield path


def _import_one(file: Path, batch: Batch) -> bool:
    """Whether a file became a content file; what there is to say is said."""
    try:
        data = _bytes(file)
    except OSError as reason:
        return _refuse(f"{file}: 错误: 读不出来（{reason.strerror}），请检查权限，或先在 Word 里关闭它")
    except click.ClickException as reason:
        return _refuse(f"{file}: 错误: {reason.message}")
    imported = import_document(data, file.name, batch.house, lambda stem: str(batch.target(stem)))
    written = imported.text is not None and _write(file, imported, batch)
    show(imported.diagnostics if written or imported.text is None else ())
    batch.doubtful += written and any(each.severity is Severity.WARNING for each in imported.diagnostics)
    return written and not has_errors(imported.diagnostics)


def _bytes(file: Path) -> bytes:
    """A file as DOCX or text.

    Raises:
        OSError: it cannot be read.
        click.ClickException: it is too large, of another kind, or LibreOffice makes nothing of it.
    """
    suffix = file.suffix.lower()
    if suffix not in (*READ, *CONVERTED):
        raise click.ClickException(f"不能导入“{suffix}”文件，请另存为 .docx 或 .txt")
    if file.stat().st_size > MOST_BYTES:
        raise click.ClickException(f"文件超过{MOST_BYTES // 1_000_000}MB，请只留下公文，删去大图")
    return docx_with_libreoffice(file) if suffix in CONVERTED else file.read_bytes()


def _write(file: Path, imported: Imported, batch: Batch) -> bool:
    target = Path(imported.target)
    if target in batch.made:
        return _refuse(f"{file}: 错误: 和 {batch.made[target].name} 导入后同名（{target.name}），没有写出")
    if target.exists() and not batch.force:
        return _refuse(f"{file}: 错误: 已经有 {target}，没有改动它（请用 -o 换个名字，或加 --force 覆盖）")
    try:
        write_one(target, (imported.text or "").encode())
    except click.ClickException as reason:
        return _refuse(reason.message)
    batch.made[target] = file
    return True


def _refuse(message: str) -> bool:
    click.secho(message, fg="red", err=True)
    return False
