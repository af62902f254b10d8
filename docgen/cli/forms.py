"""The commands about forms: blank ones, a list of them, filled ones, returned ones in one table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from docgen.cli.terminal import FILE, FOLDER, formats_of, moment, progress, show, show_substitutions, write_results
from docgen.files import (
    OutputError,
    collected_files,
    content_files,
    described_forms,
    shelf_for,
    shown_name,
    write_whole,
)
from docgen.form import Form
from docgen.forms import Sheet, bound, make_fillable, make_one_page, make_sheet, sheet_name, sheet_of
from docgen.forms.collect import Collected, Known, Rejected, collect, harvest, known
from docgen.layout.fonts import FileFonts
from docgen.load import load, load_fillings, load_form
from docgen.load.entries import distinct
from docgen.ondemand import on_demand
from docgen.pipeline import Edition, Made, machine_fonts, pdf_of_pages

tables = on_demand("docgen.forms.summary")
"""Only one command writes workbooks."""
OUT = Path("output/forms")
MOST_RETURNED = 50_000_000
"""Bytes of a returned file; a scan in each cell takes a tenth of it."""


@click.group()
def forms() -> None:
    """表格：空白表、填表、回收汇总。"""


@forms.command()
@click.argument("names", metavar="[表名]...", nargs=-1)
@click.option("--out", type=FOLDER, default=OUT, show_default=True, help="输出文件夹。")
@click.option("--format", "formats", default="docx,pdf", show_default=True, help="要生成的格式，用逗号分开。")
@click.option("--fillable", "on_screen", is_flag=True, help="PDF 也能在屏幕上填。")
def blank(names: Sequence[str], out: Path, formats: str, on_screen: bool) -> None:
    """生成空白表：每张表一份 Word（各栏可在屏幕上填）和一份 PDF（可打印）。不写表名就是全部。"""
    wanted, fonts, edition = formats_of(formats), machine_fonts(), Edition(moment())
    chosen = _chosen(names)
    failed = []
    for name in progress(chosen, "空白表", str):
        sheet = _sheet(name)
        made = _blank(sheet, name, (fonts, edition), on_screen=on_screen) if sheet else None
        if made is not None:
            show(made.diagnostics)
        if made is None or not write_results(made, out, name, wanted):
            failed.append(name)
    _finish(len(chosen), failed, out, fonts)


def _blank(sheet: Sheet, name: str, setting: tuple[FileFonts, Edition], *, on_screen: bool) -> Made:
    return make_fillable(sheet, name, *setting) if on_screen else make_sheet(sheet, {}, name, *setting)


def _chosen(names: Sequence[str]) -> list[str]:
    """The forms asked for, all where none is named."""
    there = described_forms()
    unknown = [name for name in names if name not in there]
    if unknown or not there:
        known_names = "、".join(there) or "无"
        raise click.UsageError(f"没有表格“{'”“'.join(unknown)}”，templates_docx/forms 里有：{known_names}")
    return list(names) or list(there)


def _sheet(name: str) -> Sheet | None:
    """A form with its template; None, and why, where one of them is missing or wrong."""
    template, description = described_forms()[name]
    if not description.is_file():
        click.secho(f"{template}: 错误: 缺少字段说明 {description}", fg="red", err=True)
        return None
    form, found = load_form(description.read_bytes(), str(description))
    show(found)
    sheet, faults = sheet_of(form, template.read_bytes()) if form is not None else (None, ())
    show(faults)
    return sheet


def _finish(count: int, failed: Sequence[str], out: Path, fonts: FileFonts) -> None:
    show_substitutions(fonts.substitutions())
    click.echo(f"共 {count} 份：成功 {count - len(failed)} 份，失败 {len(failed)} 份。输出在 {out}/")
    if failed:
        click.echo("失败的：" + "、".join(failed), err=True)
        raise SystemExit(1)


@forms.command("list")
def list_forms() -> None:
    """列出各张表、表里的栏目，以及用到它的公文。"""
    users = _users()
    for name in _chosen(()):
        sheet = _sheet(name)
        click.echo(f"{name}（{'、'.join(users.get(name, ())) or '没有公文用到'}）")
        for line in _described(sheet.form) if sheet else ():
            click.echo(f"  {line}")


def _described(form: Form) -> Iterator[str]:
    if form.copies > 1:
        yield f"一式{form.copies}份"
    yield from (f"说明：{note}" for note in form.notes)
    for field in form.fields:
        limits = [
            f"最少{field.least:g}" if field.least is not None else "",
            f"最多{field.most:g}" if field.most else "",
        ]
        choices = f"选项：{'、'.join(field.choices)}" if field.choices else ""
        parts = (field.kind.value, "必填" if field.required else "", *limits, field.unit, choices)
        yield f"{field.name}：{'，'.join(part for part in parts if part)}"


def _users() -> dict[str, list[str]]:
    """The notices that have each form as an attachment."""
    found: dict[str, list[str]] = {}
    folder = Path("content/notices")
    for file in content_files([folder]) if folder.is_dir() else ():
        shelf = shelf_for(file)
        content, _ = load(file.read_bytes(), file.name, shelf.list_file, shelf.stock)
        for attachment in content.all_attachments if content else ():
            if attachment.form:
                found.setdefault(attachment.form, []).append(file.stem)
    return found


@forms.command()
@click.argument("name", metavar="表名")
@click.argument("data", metavar="数据", type=FILE)
@click.option("--out", type=FOLDER, help="输出文件夹，默认 output/forms/表名。")
@click.option("--format", "formats", default="docx,pdf", show_default=True, help="要生成的格式，用逗号分开。")
@click.option("--sheet", "table", default="", help="工作表的名字，不写就用第一张。")
@click.option("--one-page", is_flag=True, help="每份只占一页：长文字缩小字号，仍放不下就报错。")
@click.option("--one-pdf", is_flag=True, help="另把全部表合成一个 PDF，每份一个书签。")
def fill(name: str, data: Path, out: Path | None, formats: str, table: str, one_page: bool, one_pdf: bool) -> None:
    """按数据成批填表：数据（.xlsx、.csv 或 .yaml）每行填一份。"""
    wanted, fonts, edition = formats_of(formats), machine_fonts(), Edition(moment())
    sheet = _sheet(*_chosen([name]))
    if sheet is None:
        raise SystemExit(1)
    fillings = load_fillings(data.read_bytes(), data.name, sheet.form, table)
    show(fillings.found)
    target = out or OUT / name
    names = distinct([sheet_name(sheet.form, row.values, at) for at, row in enumerate(fillings.rows, start=1)], name)
    failed, done = [], []
    for row, stem in progress(list(zip(fillings.rows, names, strict=True)), "填表", lambda pair: pair[1]):
        if one_page:
            made = make_one_page(sheet, row.values, stem, (fonts, edition), row.places)
        else:
            made = make_sheet(sheet, row.values, stem, fonts, edition)
        show(made.diagnostics)
        if write_results(made, target, stem, wanted):
            done.append(made)
        else:
            failed.append(stem)
    if one_pdf and done:
        _write_bound(done, target / f"{name}.pdf", edition)
    rows, lacking = len(names) + fillings.rejected, fillings.rejected + len(failed)
    click.echo(f"数据共 {rows} 行：填好 {len(done)} 份，没有填 {lacking} 份。")
    _finish(len(names), failed, target, fonts)
    if fillings.rejected or not names:
        raise SystemExit(1)


def _write_bound(made: Sequence[Made], target: Path, edition: Edition) -> None:
    try:
        write_whole(target, pdf_of_pages(bound(list(made)), edition))
    except OutputError as reason:
        raise click.ClickException(str(reason)) from None
    click.echo(f"已生成 {target}")


@forms.command("collect")
@click.argument("folder", metavar="文件夹", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), default=Path("汇总.xlsx"), help="汇总表。"
)
@click.option("--form", "names", multiple=True, help="只认这张表；可以写几次，不写就认全部。")
def collect_forms(folder: Path, output: Path, names: Sequence[str]) -> None:
    """回收汇总：把收回的表（.docx）读成一张汇总表，拿不准的地方另列“问题”，读不了的另列“退回”。"""
    sheets = [sheet for name in _chosen(names) if (sheet := _sheet(name))]
    there = [known(sheet.form, sheet.template) for sheet in sheets]
    files = collected_files(folder, output)
    found = harvest(
        [_collected(file, folder, there) for file in progress(files, "汇总", lambda file: shown_name(file, folder))],
        there,
    )
    try:
        write_whole(output, tables.summary(found, [sheet.form for sheet in sheets]))
    except OutputError as reason:
        raise click.ClickException(str(reason)) from None
    for rejected in found.rejected:
        click.secho(f"{rejected.file}: 退回: {rejected.why}（{rejected.hint}）", fg="red", err=True)
    click.echo(
        f"共 {len(files)} 份：汇总 {len(found.collected)} 份，退回 {len(found.rejected)} 份；"
        f"问题 {len(found.doubts)} 处。输出 {output}"
    )
    if found.rejected:
        raise SystemExit(1)


def _collected(file: Path, folder: Path, there: Sequence[Known]) -> Collected | Rejected:
    name = shown_name(file, folder)
    try:
        if file.stat().st_size > MOST_RETURNED:
            return Rejected(name, f"文件超过 {MOST_RETURNED // 1_000_000} MB", "请填报单位压缩图片后再交")
        return collect(file.read_bytes(), name, there)
    except OSError as reason:
        return Rejected(name, f"读不出文件（{reason.strerror}）", "请检查权限，或先在 Word 里关闭它")
