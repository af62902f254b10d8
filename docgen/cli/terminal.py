"""What all commands share with the person at the terminal: words in Chinese, findings, progress, files written."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import click

from docgen.diagnostics import Diagnostic, Severity
from docgen.files import OutputError, write_whole
from docgen.load.elements import FILE_SIGNS
from docgen.ondemand import on_demand
from docgen.pipeline import Made

bars = on_demand("tqdm")
"""Few commands run in a terminal with much to do."""
FORMATS = ("docx", "pdf")
COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
READABLE = click.Path(exists=True, path_type=Path)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
NEW_FILE = click.Path(dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)
FORCE = click.option("--force", is_flag=True, help="已有同名文件时覆盖它。")
Item = TypeVar("Item")


def formats_of(text: str) -> tuple[str, ...]:
    """The formats that an option names."""
    wanted = tuple(part.strip().lower() for part in text.split(",") if part.strip())
    unknown = [part for part in wanted if part not in FORMATS]
    if unknown or not wanted:
        raise click.UsageError(f"--format 只能是 docx、pdf 或 docx,pdf，现在是“{text}”")
    return wanted


def progress(items: list[Item], label: str, named: Callable[[Item], str]) -> Iterator[Item]:
    """A progress bar on a terminal, with rate and remaining time; nothing in a pipe."""
    with bar(len(items) if len(items) > 1 else 0, label) as shown:
        for item in items:
            shown.set_postfix_str(named(item))
            yield item
            shown.update()


def bar(total: int, label: str, unit: str = "份") -> Any:
    """A bar for `total` items, to be told of each; none in a pipe or for nothing."""
    silent = not total or not sys.stderr.isatty()
    return bars.tqdm(total=total, desc=label, unit=unit, file=sys.stderr, disable=silent, leave=False)


def moment() -> float | None:
    """The time that results bear: SOURCE_DATE_EPOCH where it is set (reproducible-builds.org), else none."""
    text = os.environ.get("SOURCE_DATE_EPOCH", "")
    return float(text) if text.isdecimal() else None


def write_results(made: Made, target: Path, stem: str, formats: Iterable[str]) -> bool:
    """The files of a result; False where there is none or it cannot be written, which is then said."""
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


def show_unreadable(file: Path, reason: OSError) -> None:
    """Say that a file, or one beside it, cannot be read."""
    what = f"{file}: 错误: 读不出 {reason.filename or file}（{reason.strerror}）"
    click.secho(f"{what}，请检查权限，或先在 Word 里关闭它", fg="red", err=True)


def show_substitutions(stood_in: Iterable[tuple[str, bool]]) -> None:
    """Typefaces that others stood in for (why, and whether alike): each said once; another class is a warning."""
    for why, alike in dict.fromkeys(stood_in):
        severity = Severity.NOTE if alike else Severity.WARNING
        click.secho(f"{severity.value}: 字体: {why}", fg=COLORS[severity], err=True)


def show(diagnostics: Iterable[Diagnostic]) -> None:
    """Findings on the error stream, one a line."""
    for found in diagnostics:
        click.secho(str(found), fg=COLORS[found.severity], err=True)


def show_json(values: object) -> None:
    """Values for another program, on standard output."""
    click.echo(json.dumps(values, ensure_ascii=False, indent=1, default=str))


def file_name(name: str) -> str:
    """A name that a file may have everywhere."""
    if not name.strip() or FILE_SIGNS.search(name) or not name.isprintable():
        raise click.UsageError(f"“{name}”不能作名称，请写文字，不带斜杠、引号一类的符号")
    return name.strip()


def write_new(target: Path, data: bytes, force: bool) -> None:
    """Write a file that is not there yet; one that is there only on demand."""
    if target.exists() and not force:
        raise click.ClickException(f"已经有 {target}，没有改动它（请换个名字，或加 --force 覆盖）")
    write_one(target, data)


def write_one(target: Path, data: bytes) -> None:
    """Write the one file that a command makes, and say so."""
    try:
        write_whole(target, data)
    except OutputError as reason:
        raise click.ClickException(str(reason)) from None
    click.echo(f"已生成 {target}")
