"""The face of the program: commands, progress, messages, exit codes. Files are opened and written here only.

Exit codes: 0 all made, 1 something failed, 2 wrong usage.
"""

from __future__ import annotations

import gettext
import json
import logging
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import click
from click.termui import progressbar

from docgen import listing
from docgen.diagnostics import Diagnostic, Severity
from docgen.files import SUFFIXES, OutputError, content_files, shelf_for, templates_root, write_whole
from docgen.layout.fonts import FileFonts
from docgen.libreoffice import convert_with_libreoffice
from docgen.new.marks import GENERAL, MARK_ENDS, mark_of
from docgen.ondemand import on_demand
from docgen.pipeline import Edition, Made, judge, keys_for, machine_fonts, make_notice, make_pdf
from docgen.typefaces import find_typefaces, report

forms = on_demand("docgen.new.form")
notices = on_demand("docgen.new.notice")
templates = on_demand("docgen.new.template")
"""Only one command makes new files."""
installing = on_demand("docgen.typefaces.install")
"""Only one command fetches and converts fonts."""

# click speaks through gettext; its own words must be Chinese before the first option is made.
gettext.bindtextdomain("messages", str(Path(__file__).parent / "locale"))
os.environ["LANGUAGE"] = "zh_CN"

FORMATS = ("docx", "pdf")
NO_FILE_NAME = frozenset('/\\:*?"<>|\n\t')
"""Signs that no file name may have on Windows."""
COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
READABLE = click.Path(exists=True, path_type=Path)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="docgen", message="docgen %(version)s")
def main() -> None:
    """由内容文件生成可付印的公文（GB/T 9704-2012）：Word 和 PDF。"""
    logging.getLogger("fontTools").setLevel(logging.ERROR)


@main.command()
@click.argument("paths", nargs=-1, required=True, type=READABLE)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="输出文件夹，默认 output/notices。")
@click.option("--format", "formats", default="docx,pdf", show_default=True, help="要生成的格式，用逗号分开。")
@click.option("--screen", is_flag=True, help="只在屏幕上看：双页不左右对调页边。")
def build(paths: Sequence[Path], out: Path | None, formats: str, screen: bool) -> None:
    """生成公文。PATHS 是内容文件（.yaml）或放内容文件的文件夹。"""
    wanted = _formats(formats)
    files = list(content_files(paths))
    if not files:
        raise click.ClickException("没有找到内容文件（.yaml）")
    fonts, edition = machine_fonts(), Edition(moment(), screen)
    target = out or Path("output/notices")
    shown = _progress(files, "生成公文")
    failed = [file for file in shown if not _build_one(file, target, wanted, (fonts, edition))]
    show_substitutions(fonts)
    click.echo(f"共 {len(files)} 份：成功 {len(files) - len(failed)} 份，失败 {len(failed)} 份。输出在 {target}/")
    if failed:
        click.echo("失败的：" + "、".join(file.stem for file in failed), err=True)
        raise SystemExit(1)


def _formats(text: str) -> tuple[str, ...]:
    wanted = tuple(part.strip().lower() for part in text.split(",") if part.strip())
    unknown = [part for part in wanted if part not in FORMATS]
    if unknown or not wanted:
        raise click.UsageError(f"--format 只能是 docx、pdf 或 docx,pdf，现在是“{text}”")
    return wanted


def _progress(files: list[Path], label: str) -> Iterator[Path]:
    """A progress bar on a terminal, nothing in a pipe."""
    stream = sys.stderr
    if not stream.isatty() or len(files) < 2:
        yield from files
        return
    with progressbar(files, label=label, file=stream, item_show_func=lambda file: file.stem if file else "") as bar:
        yield from bar


def _build_one(file: Path, target: Path, formats: Iterable[str], setting: tuple[FileFonts, Edition]) -> bool:
    made = _made(file, *setting)
    return made is not None and made.docx is not None and _write_results(made, target, file.stem, formats)


def _made(file: Path, fonts: FileFonts, edition: Edition) -> Made | None:
    """What comes of a content file, findings shown; None where something cannot be opened."""
    try:
        made = make_notice(file.read_bytes(), str(file), shelf_for(file), fonts, edition)
    except OSError as reason:
        what = f"{file}: 错误: 读不出 {reason.filename or file}（{reason.strerror}）"
        click.secho(f"{what}，请检查权限，或先在 Word 里关闭它", fg="red", err=True)
        return None
    show(made.diagnostics)
    return made


def moment() -> float | None:
    """The time that results bear: SOURCE_DATE_EPOCH where it is set (reproducible-builds.org), else none."""
    text = os.environ.get("SOURCE_DATE_EPOCH", "")
    return float(text) if text.isdecimal() else None


def _write_results(made: Made, target: Path, stem: str, formats: Iterable[str]) -> bool:
    results = {"docx": made.docx, "pdf": made.pdf}
    try:
        for suffix in formats:
            data = results[suffix]
            if data is None:
                return False
            write_whole(target / f"{stem}.{suffix}", data)
    except OutputError as reason:
        click.secho(str(reason), fg="red", err=True)
        return False
    return True


def show_substitutions(fonts: FileFonts) -> None:
    """Typefaces that others stood in for, each said once a run; another class is a warning."""
    for why, alike in fonts.substitutions():
        severity = Severity.NOTE if alike else Severity.WARNING
        click.secho(f"{severity.value}: 字体: {why}", fg=COLORS[severity], err=True)


def show(diagnostics: Iterable[Diagnostic]) -> None:
    """Findings on the error stream, one a line."""
    for found in diagnostics:
        click.secho(str(found), fg=COLORS[found.severity], err=True)


@main.command()
@click.argument("file", type=FILE)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="PDF 文件名，默认与原文件同名。")
@click.option(
    "--engine", type=click.Choice(["docgen", "libreoffice"]), default="docgen", show_default=True, help="排版引擎。"
)
def pdf(file: Path, output: Path | None, engine: str) -> None:
    """把 Word 文件（.docx）变成 PDF。"""
    target = output or file.with_suffix(".pdf")
    if engine == "libreoffice":
        data: bytes | None = convert_with_libreoffice(file)
    else:
        fonts = machine_fonts()
        made = make_pdf(file.read_bytes(), file.name, fonts)
        show(made.diagnostics)
        show_substitutions(fonts)
        data = made.pdf
    if data is None:
        raise SystemExit(1)
    _write(target, data)


@main.command()
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def pages(file: Path, as_json: bool) -> None:
    """列出定版的情况和每一页上的内容。FILE 是 Word 文件（.docx），或内容文件（.yaml，不写出文件）。"""
    is_content = file.suffix in SUFFIXES
    made = _made(file, machine_fonts(), Edition()) if is_content else _judged(file)
    if made is None or made.pages is None or made.facts is None:
        raise SystemExit(1)
    if as_json:
        values = listing.values(made.pages, made.facts, made.decisions)
        click.echo(json.dumps(values, ensure_ascii=False, indent=1))
    else:
        head = listing.standing(made.facts, made.decisions, taken=is_content)
        click.echo("\n".join((*head, *listing.lines(made.pages))))


def _judged(file: Path) -> Made:
    made = judge(file.read_bytes(), file.name, machine_fonts())
    show(made.diagnostics)
    return made


@main.group()
def new() -> None:
    """新建模板、内容文件或表格，做好后在 Word 或编辑器里接着改。"""


NEW_FILE = click.Path(dir_okay=False, path_type=Path)
FORCE = click.option("--force", is_flag=True, help="已有同名文件时覆盖它。")


@new.command("template")
@click.argument("name", metavar="机关名称")
@click.option(
    "--format", "kind", type=click.Choice([*MARK_ENDS]), default=GENERAL, show_default=True, help="公文的格式。"
)
@click.option("-o", "--output", type=NEW_FILE, help="模板文件名，默认放进 templates_docx/notices，以红头的字为名。")
@FORCE
def new_template(name: str, kind: str, output: Path | None, force: bool) -> None:
    """新建公文模板。红头由机关名称和格式得出，例如 大连市总工会 → 大连市总工会文件。"""
    mark = mark_of(_file_name(name), kind)
    target = output or templates_root(Path("新")) / "notices" / f"{mark}.docx"
    _write_new(target, templates.new_notice_template(mark, kind), force)


@new.command("notice")
@click.argument("template", metavar="模板")
@click.option("-o", "--output", type=NEW_FILE, required=True, help="内容文件名，例如 content/notices/通知.yaml。")
@FORCE
def new_content(template: str, output: Path, force: bool) -> None:
    """新建内容文件：模板能用的栏目都在里面，各有说明。"""
    shelf = shelf_for(output)
    known = shelf.stock.templates or frozenset()
    if template not in known:
        raise click.UsageError(f"没有模板“{template}”，现有的模板：{'、'.join(sorted(known)) or '无'}")
    keys = keys_for(shelf.template(template), f"{template}.docx")
    if isinstance(keys, Diagnostic):
        raise click.ClickException(str(keys))
    _write_new(output, notices.new_notice(template, keys).encode(), force)


@new.command("form")
@click.argument("title", metavar="表名")
@click.argument("fields", metavar="栏目...", nargs=-1, required=True)
@click.option("-o", "--output", type=NEW_FILE, help="表格文件名，默认放进 templates_docx/forms，以表名为名。")
@FORCE
def new_form(title: str, fields: Sequence[str], output: Path | None, force: bool) -> None:
    """新建表格：每个栏目一行，左边是栏目名，右边填写。"""
    wrong = [field for field in fields if not field.isidentifier()]
    if wrong:
        raise click.UsageError(f"“{wrong[0]}”不能作栏目名，只用汉字、字母和数字，以汉字或字母开头")
    target = output or templates_root(Path("新")) / "forms" / f"{_file_name(title)}.docx"
    _write_new(target, forms.plain_form(title, fields), force)


def _file_name(name: str) -> str:
    if not name.strip() or any(sign in NO_FILE_NAME for sign in name):
        raise click.UsageError(f"“{name}”不能作名称，请写文字，不带斜杠、引号一类的符号")
    return name.strip()


def _write_new(target: Path, data: bytes, force: bool) -> None:
    """Write a file that is not there yet; one that is there only on demand."""
    if target.exists() and not force:
        raise click.ClickException(f"已经有 {target}，没有改动它（请换个名字，或加 --force 覆盖）")
    _write(target, data)


def _write(target: Path, data: bytes) -> None:
    try:
        write_whole(target, data)
    except OutputError as reason:
        raise click.ClickException(str(reason)) from None
    click.echo(f"已生成 {target}")


@main.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
@click.pass_context
def fonts(context: click.Context, as_json: bool) -> None:
    """查看每种字体由哪个文件提供。"""
    if context.invoked_subcommand is not None:
        return
    rows = report(find_typefaces())
    if as_json:
        click.echo(json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1, default=str))
        return
    for row in rows:
        click.echo(f"{row.typeface}：{row.face}（{row.path}）{row.why}")


@fonts.command()
def install() -> None:
    """安装缺少的字体：下载并转换免费字体，只需一次。"""
    lines = _install_with_bar() if sys.stderr.isatty() else installing.install_typefaces()
    for line in lines:
        click.echo(line)
    if not lines:
        click.echo("五种字体都有了。")


def _install_with_bar() -> tuple[str, ...]:
    with progressbar(length=1, label="准备字体", file=sys.stderr, show_eta=False) as bar:

        def progress(done: int, total: int, label: str) -> None:
            bar.length, bar.label = total, f"准备字体 {label}"
            bar.update(done - bar.pos)

        return tuple(installing.install_typefaces(progress))
