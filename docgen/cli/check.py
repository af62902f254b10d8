"""The commands that judge documents: check, rules, register."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

import click

from docgen.cli.terminal import COLORS, NEW_FILE, READABLE, progress, show, show_json, write_one
from docgen.diagnostics import Diagnostic, Severity, error, has_errors
from docgen.files import SUFFIXES, OutputError, checked_files, project_file, shelf_for, write_whole
from docgen.layout.fonts import FileFonts
from docgen.lint import Checked, Setting, check_pages, project_switches
from docgen.lint import check as check_file
from docgen.lint.families import BY_NAME
from docgen.lint.fixes import difference, mended
from docgen.lint.handbook import described, handbook
from docgen.lint.register import register as register_of
from docgen.lint.register import table, workbook
from docgen.lint.report import line_of, sarif, totals, values
from docgen.load import load
from docgen.load.keys import meant, question
from docgen.load.source import top_of
from docgen.pipeline import machine_fonts, make_content, set_pages

FORMATS = ("text", "json", "sarif")
MOST_READ = 50_000_000
"""Bytes of a file; a DOCX with a picture on every page takes a tenth of it."""


@click.command()
@click.argument("paths", nargs=-1, required=True, type=READABLE)
@click.option("--format", "shape", type=click.Choice(FORMATS), default="text", show_default=True, help="结果的格式。")
@click.option("--fix", is_flag=True, help="把程序能改的改好，写回内容文件（.yaml），别处一个字节不动。")
@click.option("--diff", is_flag=True, help="只显示 --fix 会改哪些地方，不写文件。")
@click.option("--pages", "on_pages", is_flag=True, help="排好版，再查页面：署名、版记、标题、字体等。")
def check(paths: Sequence[Path], shape: str, fix: bool, diff: bool, on_pages: bool) -> None:
    """检查公文。PATHS 是内容文件（.yaml）、Word 文件（.docx）、纯文本，或放它们的文件夹。"""
    files = list(checked_files(paths))
    if not files:
        raise click.ClickException("没有找到要检查的文件（.yaml、.docx）")
    fonts = machine_fonts() if on_pages else None
    found: list[Diagnostic] = []
    for file in progress(files, "检查", lambda file: file.name):
        found += _findings(file, fonts, fix=fix, diff=diff)
    if diff:
        return
    if shape == "json":
        show_json(values(found))
    elif shape == "sarif":
        show_json(sarif(found, version("docgen")))
    else:
        for each in found:
            click.secho(line_of(each), fg=COLORS[each.severity])
        click.echo(totals(found, len(files)))
    if has_errors(found):
        raise SystemExit(1)


def _findings(file: Path, fonts: FileFonts | None, *, fix: bool, diff: bool) -> list[Diagnostic]:
    data = _read(file)
    if isinstance(data, Diagnostic):
        return [data]
    setting = _setting(file)
    if (fix or diff) and file.suffix in SUFFIXES:
        data = _mend(file, data, setting, diff=diff)
    found = list(check_file(data, str(file), setting).diagnostics)
    if fonts is not None and not has_errors(found):
        found += _page_findings(file, data, fonts, setting.off)
    return found


def _read(file: Path) -> bytes | Diagnostic:
    try:
        if file.stat().st_size > MOST_READ:
            return error("文件限额", top_of(str(file)), f"文件超过{MOST_READ // 1_000_000}MB", "请分开检查，或压缩图片")
        return file.read_bytes()
    except OSError as reason:
        return error(
            "文件读取", top_of(str(file)), f"读不出文件（{reason.strerror}）", "请检查权限，或先在 Word 里关闭它"
        )


def _setting(file: Path) -> Setting:
    shelf, project = shelf_for(file), project_file(file)
    return Setting(shelf.list_file, shelf.stock, _switched_off(project) if project else {})


@lru_cache
def _switched_off(project: Path) -> Mapping[str, str]:
    """What the project file switches off; its mistakes are said once."""
    off, found = project_switches(project.read_bytes(), str(project))
    show(found)
    return off


def _mend(file: Path, data: bytes, setting: Setting, *, diff: bool) -> bytes:
    after, count = mended(data, str(file), setting.off)
    if diff and count:
        click.echo(difference(data, after, str(file)))
    elif count:
        try:
            write_whole(file, after)
        except OutputError as reason:
            raise click.ClickException(str(reason)) from None
        click.echo(f"{file}: 改了{count}处", err=True)
    return data if diff else after


def _page_findings(file: Path, data: bytes, fonts: FileFonts, off: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """What the pages show; of a content file those that docgen build would make, or why it would make none."""
    docx = data
    if file.suffix in SUFFIXES:
        shelf = shelf_for(file)
        content, _ = load(data, str(file), shelf.list_file, shelf.stock)
        # A form or a batch file is no content: its pages come of other commands.
        if content is None:
            return ()
        made = make_content(content, shelf, fonts)
        if made.docx is None:
            return tuple(each for each in made.diagnostics if each.severity is Severity.ERROR)
        docx = made.docx
    elif file.suffix.lower() != ".docx":
        return ()
    laid = set_pages(docx, str(file), fonts)
    if laid.document is None or laid.pages is None:
        return ()
    return check_pages(laid.document, laid.pages, str(file), off)


@click.command()
@click.argument("names", metavar="[规则名]...", nargs=-1)
def rules(names: Sequence[str]) -> None:
    """检查规则的手册：每条查什么、为什么、反例、正例。写了规则名就只看那几条。"""
    for name in names:
        if name not in BY_NAME:
            raise click.UsageError(f"没有“{name}”这条规则{question(meant(name, BY_NAME))}")
    click.echo("\n".join(described(BY_NAME[name]) for name in names) if names else handbook())


@click.command("register")
@click.argument("paths", nargs=-1, required=True, type=READABLE)
@click.option("-o", "--output", type=NEW_FILE, help="另写一张登记表（.xlsx）。")
def register(paths: Sequence[Path], output: Path | None) -> None:
    """发文登记：按机关代字和年份列出发文字号，找出重号、缺号、日期倒着的。"""
    files = list(checked_files(paths))
    checked = [_manuscript(file) for file in progress(files, "登记", lambda file: file.name)]
    found = register_of(each.manuscript for each in checked if each.manuscript)
    for each in checked:
        if each.manuscript is None:
            show(each.diagnostics)
    click.echo("\n".join(table(found)))
    for fault in found.found:
        click.secho(line_of(fault), fg=COLORS[fault.severity])
    click.echo(f"共 {len(found.entries)} 份有发文字号，问题 {len(found.found)} 处")
    if output:
        write_one(output, workbook(found))


def _manuscript(file: Path) -> Checked:
    data = _read(file)
    return Checked(str(file), None, (data,)) if isinstance(data, Diagnostic) else check_file(data, str(file))
