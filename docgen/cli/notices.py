"""The commands that make notices and pictures of them: build, pdf, pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from docgen import listing
from docgen.cli.terminal import (
    FILE,
    READABLE,
    formats_of,
    moment,
    progress,
    show,
    show_json,
    show_substitutions,
    show_unreadable,
    write_one,
    write_results,
)
from docgen.files import SUFFIXES, content_files, shelf_for
from docgen.layout.fonts import FileFonts
from docgen.libreoffice import convert_with_libreoffice
from docgen.pipeline import Edition, Made, judge, machine_fonts, make_notice, make_pdf


@click.command()
@click.argument("paths", nargs=-1, required=True, type=READABLE)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="输出文件夹，默认 output/notices。")
@click.option("--format", "formats", default="docx,pdf", show_default=True, help="要生成的格式，用逗号分开。")
@click.option("--screen", is_flag=True, help="只在屏幕上看：双页不左右对调页边。")
def build(paths: Sequence[Path], out: Path | None, formats: str, screen: bool) -> None:
    """生成公文。PATHS 是内容文件（.yaml）或放内容文件的文件夹。"""
    wanted = formats_of(formats)
    files = list(content_files(paths))
    if not files:
        raise click.ClickException("没有找到内容文件（.yaml）")
    fonts, edition = machine_fonts(), Edition(moment(), screen)
    target = out or Path("output/notices")
    shown = progress(files, "生成公文", lambda file: file.stem)
    failed = [file for file in shown if not _build_one(file, target, wanted, (fonts, edition))]
    show_substitutions(fonts.substitutions())
    click.echo(f"共 {len(files)} 份：成功 {len(files) - len(failed)} 份，失败 {len(failed)} 份。输出在 {target}/")
    if failed:
        click.echo("失败的：" + "、".join(file.stem for file in failed), err=True)
        raise SystemExit(1)


def _build_one(file: Path, target: Path, formats: Iterable[str], setting: tuple[FileFonts, Edition]) -> bool:
    made = _made(file, *setting)
    return made is not None and made.docx is not None and write_results(made, target, file.stem, formats)


def _made(file: Path, fonts: FileFonts, edition: Edition) -> Made | None:
    """What comes of a content file, findings shown; None where something cannot be opened."""
    try:
        made = make_notice(file.read_bytes(), str(file), shelf_for(file), fonts, edition)
    except OSError as reason:
        show_unreadable(file, reason)
        return None
    show(made.diagnostics)
    return made


@click.command()
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
        show_substitutions(fonts.substitutions())
        data = made.pdf
    if data is None:
        raise SystemExit(1)
    write_one(target, data)


@click.command()
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def pages(file: Path, as_json: bool) -> None:
    """列出定版的情况和每一页上的内容。FILE 是 Word 文件（.docx），或内容文件（.yaml，不写出文件）。"""
    is_content = file.suffix in SUFFIXES
    made = _made(file, machine_fonts(), Edition()) if is_content else _judged(file)
    if made is None or made.pages is None or made.facts is None:
        raise SystemExit(1)
    if as_json:
        show_json(listing.values(made.pages, made.facts, made.decisions))
    else:
        head = listing.standing(made.facts, made.decisions, taken=is_content)
        click.echo("\n".join((*head, *listing.lines(made.pages))))


def _judged(file: Path) -> Made:
    made = judge(file.read_bytes(), file.name, machine_fonts())
    show(made.diagnostics)
    return made
