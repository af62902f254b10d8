"""The command that makes award bulletins: from a roster to bulletin, documents of winners and print job."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path

import click
from msgspec.structs import replace

from docgen.cli.terminal import (
    COLORS,
    FOLDER,
    READABLE,
    bar,
    formats_of,
    moment,
    show,
    show_substitutions,
    show_unreadable,
)
from docgen.diagnostics import Diagnostic, Severity, has_errors
from docgen.files import OutputError, content_files, shelf_for
from docgen.load.batches import Batch, load_batch
from docgen.pipeline import Edition, Shelf
from docgen.press import Run, Setting, run
from docgen.press.crew import on_dask, on_this_machine
from docgen.press.manifest import LISTING

OUT = Path("output/bulletins")
SHOWN = {Severity.ERROR: 20, Severity.WARNING: 10, Severity.NOTE: 1}
"""Findings of one kind that are shown; the workbook names every row."""


@click.command()
@click.argument("paths", nargs=-1, required=True, type=READABLE)
@click.option("--out", type=FOLDER, default=OUT, show_default=True, help="输出文件夹，每个批次一个下级文件夹。")
@click.option("--format", "formats", default="docx", show_default=True, help="获奖文书的格式，docx 或 docx,pdf。")
@click.option("--workers", type=click.IntRange(min=1), help="几个进程一起做，默认和处理器一样多。")
@click.option("--dask", "address", help="交给已有的 Dask 调度程序，例如 tcp://10.0.0.5:8786；结果放在共享文件夹。")
def bulletins(paths: Sequence[Path], out: Path, formats: str, workers: int | None, address: str | None) -> None:
    """由获奖名册成批生成通报、获奖通知、荣誉证书和付印文件。PATHS 是批次文件（.yaml）或放批次文件的文件夹。"""
    wanted = ("docx", *(each for each in formats_of(formats) if each != "docx"))
    files = list(content_files(paths))
    if not files:
        raise click.ClickException("没有找到批次文件（.yaml）")
    twice = [file.stem for number, file in enumerate(files) if file.stem in [other.stem for other in files[:number]]]
    if twice:
        raise click.UsageError(f"有几个批次文件都叫“{twice[0]}”，结果会混在一个文件夹里，请改名或分几次运行")
    edition = Edition(moment(), pdf="pdf" in wanted)
    with on_dask(address) if address else nullcontext(on_this_machine) as opened:
        setting = Setting(out, wanted, edition, opened, workers or os.cpu_count() or 1, lambda _: None)
        failed = [file.stem for file in files if not _batch(file, setting)]
    if len(files) > 1:
        click.echo(f"共 {len(files)} 批：成功 {len(files) - len(failed)} 批，失败 {len(failed)} 批。")
    if failed:
        click.echo("没有全部做成的：" + "、".join(failed), err=True)
        raise SystemExit(1)


def _batch(file: Path, setting: Setting) -> bool:
    """Carry out a batch; whether all of it was made and agrees."""
    shelf = shelf_for(file)
    try:
        batch, found = load_batch(file.read_bytes(), str(file), shelf.list_file, shelf.stock)
        show(found)
        if batch is None:
            return False
        made = _run(batch, shelf, replace(setting, out=(setting.out / file.stem).resolve()))
    except OSError as reason:
        show_unreadable(file, reason)
        return False
    except OutputError as reason:
        click.secho(str(reason), fg=COLORS[Severity.ERROR], err=True)
        return False
    for line in summary(made.found):
        click.echo(line, err=True)
    show_substitutions(pair for outcome in made.outcomes for pair in outcome.stood_in)
    for line in _counted(batch, made, setting.out / file.stem):
        click.echo(line)
    return made.is_whole and not has_errors(found)


def _run(batch: Batch, shelf: Shelf, setting: Setting) -> Run:
    documents = len(batch.papers) * len(batch.roster.entries) + (batch.bulletin is not None)
    with bar(documents, batch.name) as shown:
        return run(batch, shelf, replace(setting, tell=shown.update))


def summary(found: Iterable[Diagnostic]) -> Iterator[str]:
    """The first findings of each kind, and how many more there are: what is wrong in a batch is so in every row."""
    times: Counter[tuple[Severity, str]] = Counter()
    for each in found:
        key = (each.severity, each.rule)
        times[key] += 1
        if times[key] <= SHOWN[each.severity]:
            yield click.style(str(each), fg=COLORS[each.severity])
    for (severity, rule), count in times.items():
        if count > SHOWN[severity]:
            more = f"{severity.value}: {rule}: 另有 {count - SHOWN[severity]} 处同类的{severity.value}"
            yield click.style(more, fg=COLORS[severity])


def _counted(batch: Batch, made: Run, out: Path) -> Iterator[str]:
    """The account in words."""
    documents = len(made.outcomes)
    done = sum(bool(one.key) for one in made.outcomes)
    kept = sum(bool(one.key) and not one.fresh for one in made.outcomes)
    earlier = f"（其中 {kept} 份以前已做好）" if kept else ""
    yield f"{batch.name}：文书 {documents} 份，成功 {done} 份{earlier}，失败 {documents - done} 份。"
    yield "，".join(f"{what} {count}" for what, count in made.account.counts) + "。"
    if made.removed:
        yield f"删去名册里已没有的旧文件 {len(made.removed)} 个。"
    files = "、".join((*made.job.files, LISTING))
    agrees = "核对一致" if not made.account.faults and not made.job.faults else "核对不一致，见上面的错误"
    yield f"付印 {len(made.job.leaves)} 页，{agrees}。输出在 {out}/（{files}）"
