"""Take folders of DOCX and PDF pairs, print how LibreOffice, the Open XML SDK and qpdf judge them; exit 1 if badly."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from .compare import LEVEL, Comparison, compare
from .libreoffice import convert
from .validators import PROJECT, validate_docx, validate_pdf

EQUAL_LINES = 0.98
"""Share of lines that must be equal, in every document and over all."""

LEVEL_LINES = 0.98
"""Share of equal lines whose baselines must agree, in every document and over all."""

SHOWN = 5
"""Differences shown for a document."""

FOLDERS = (PROJECT / "output" / "notices", PROJECT / "output" / "forms")
OUT = PROJECT / "build" / "conformance" / "libreoffice"


@click.command()
@click.argument("folders", nargs=-1, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--out", default=OUT, type=click.Path(file_okay=False, path_type=Path), help="LibreOffice 的 PDF 存放处")
def main(folders: tuple[Path, ...], out: Path) -> None:
    """与 LibreOffice、Open XML SDK 和 qpdf 对照 FOLDERS 中的 DOCX 与 PDF（默认 output/notices 和 output/forms）。"""
    documents = find_documents(folders or tuple(filter(Path.exists, FOLDERS)))
    theirs = convert(documents, out)
    results = {
        document: compare(document.with_suffix(".pdf"), pdf) for document, pdf in zip(documents, theirs, strict=True)
    }
    failures = [*print_comparisons(results), *print_faults("Open XML", validate_docx(documents))]
    failures += print_faults("qpdf", validate_pdf([document.with_suffix(".pdf") for document in documents]))
    for failure in failures:
        click.echo(f"不合格：{failure}")
    click.echo("对照不合格" if failures else "对照合格")
    sys.exit(1 if failures else 0)


def find_documents(folders: Iterable[Path]) -> list[Path]:
    """The DOCX files that have a PDF beside them.

    Raises:
        click.ClickException: none is there, or one lacks its PDF.
    """
    documents = sorted(document for folder in folders for document in folder.glob("*.docx"))
    alone = [document.name for document in documents if not document.with_suffix(".pdf").exists()]
    if not documents:
        raise click.ClickException("没有可对照的文件。请先运行 make notices 和 make forms。")
    if alone:
        raise click.ClickException("缺少对应的 PDF：" + "、".join(alone))
    return documents


def print_comparisons(results: dict[Path, Comparison]) -> list[str]:
    """Print a row for each document and one for all; give what is under the thresholds."""
    click.echo(f"页数 docgen/LibreOffice　行数　相同行　基线相差 {LEVEL:g} 磅以内　文件")
    failures: list[str] = []
    for document, result in results.items():
        click.echo(_row((result,), document.name))
        for difference in shortened(result.worst):
            click.echo(f"        {difference}")
        failures += [f"{document.name} {reason}" for reason in shortfalls((result,))]
    total = tuple(results.values())
    click.echo(_row(total, "全部"))
    return failures + [f"全部 {reason}" for reason in shortfalls(total)]


def shortened(differences: list[str]) -> list[str]:
    """The first few, and how many more there are."""
    more = len(differences) - SHOWN
    return differences if more <= 0 else [*differences[:SHOWN], f"……另有 {more} 处不同"]


def shortfalls(results: Sequence[Comparison]) -> list[str]:
    """Which thresholds some comparisons, taken together, miss."""
    pages = [f"{result.our_pages}/{result.their_pages}" for result in results if result.our_pages != result.their_pages]
    reasons = [f"页数不同 {'、'.join(pages)}"] if pages else []
    if equal_share(results) < EQUAL_LINES:
        reasons.append(f"相同行 {equal_share(results):.2%}，应不低于 {EQUAL_LINES:.0%}")
    if level_share(results) < LEVEL_LINES:
        reasons.append(f"基线 {level_share(results):.2%}，应不低于 {LEVEL_LINES:.0%}")
    return reasons


def equal_share(results: Sequence[Comparison]) -> float:
    """Share of lines that are equal."""
    lines = sum(result.lines for result in results)
    return sum(len(result.pairs) for result in results) / lines if lines else 1.0


def level_share(results: Sequence[Comparison]) -> float:
    """Share of equal lines whose baselines agree."""
    pairs = sum(len(result.pairs) for result in results)
    return sum(result.level for result in results) / pairs if pairs else 1.0


def print_faults(judge: str, faults: dict[Path, list[str]]) -> list[str]:
    """Print what a validator found; give one line for each bad file."""
    bad = {document: found for document, found in faults.items() if found}
    click.echo(f"{judge}：{len(faults)} 个文件，{len(bad)} 个有错")
    for document, found in bad.items():
        for fault in found:
            click.echo(f"        {document.name} {fault}")
    return [f"{document.name} {judge} 错误 {len(found)} 处" for document, found in bad.items()]


def _row(results: Sequence[Comparison], name: str) -> str:
    ours, theirs = (sum(pages) for pages in zip(*((r.our_pages, r.their_pages) for r in results), strict=True))
    lines = sum(result.lines for result in results)
    return f"{ours:4}/{theirs:<4} {lines:6} {equal_share(results):8.2%} {level_share(results):8.2%}  {name}"


if __name__ == "__main__":
    main()
