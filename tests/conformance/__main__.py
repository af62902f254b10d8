"""Take documents by parts of their names, print how LibreOffice, the Open XML SDK and qpdf judge them; exit 1 if badly."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from pathlib import Path

import click

from .build import build
from .compare import LEVEL, Comparison, compare
from .documents import DOCUMENTS
from .expected import NOTHING, Expected, read_expected
from .libreoffice import convert
from .validators import PROJECT, validate_docx, validate_pdf

EQUAL_LINES = 0.995
"""Share of lines that must be equal, in every document and over all."""

LEVEL_LINES = 0.99
"""Share of equal lines whose baselines must agree, in every document and over all."""

SHOWN = 5
"""Differences shown for a document."""

OUT = PROJECT / "build" / "conformance"


@click.command()
@click.argument("names", nargs=-1)
@click.option("--out", default=OUT, type=click.Path(file_okay=False, path_type=Path), help="DOCX 和两种 PDF 的存放处")
@click.option("--all", "shown", flag_value=sys.maxsize, type=int, default=SHOWN, help="列出全部不同之处")
def main(names: tuple[str, ...], out: Path, shown: int) -> None:
    """与 LibreOffice、Open XML SDK 和 qpdf 对照全部文件，或名称含有 NAMES 之一的文件。"""
    documents = build_all(chosen(names), out / "documents")
    theirs = convert(documents, out / "libreoffice")
    results = {
        document.stem: compare(document.with_suffix(".pdf"), pdf)
        for document, pdf in zip(documents, theirs, strict=True)
    }
    failures = print_comparisons(results, read_expected(), shown)
    failures += print_faults("Open XML", validate_docx(documents))
    failures += print_faults("qpdf", validate_pdf([document.with_suffix(".pdf") for document in documents]))
    for failure in failures:
        click.echo(f"不合格：{failure}")
    click.echo("对照不合格" if failures else "对照合格")
    sys.exit(1 if failures else 0)


def chosen(parts: Sequence[str]) -> list[str]:
    """The documents whose names contain one of `parts`; all where none is given.

    Raises:
        click.ClickException: there is none.
    """
    names = [name for name in DOCUMENTS if any(part in name for part in parts) or not parts]
    if not names:
        raise click.ClickException("没有名称含有“" + "”或“".join(parts) + "”的文件")
    return names


def build_all(names: Sequence[str], folder: Path) -> list[Path]:
    """The DOCX of documents, each with docgen's PDF beside it; what docgen warns of is printed."""
    documents = []
    for document, warnings in build(names, folder):
        documents.append(document)
        for warning in warnings:
            click.echo(warning)
    return documents


def print_comparisons(results: Mapping[str, Comparison], expected: Mapping[str, Expected], shown: int) -> list[str]:
    """Print a row for each document and one for all; give what is under the thresholds."""
    click.echo(f"页数 docgen/LibreOffice　行数　相同行　基线相差 {LEVEL:g} 磅以内　文件")
    failures: list[str] = []
    for name, result in results.items():
        click.echo(_row([result], name))
        known = expected.get(name, NOTHING)
        if known is not NOTHING:
            click.echo(
                f"        预期不同 {known.foreign} 行、移位 {known.displaced} 行、页差 {known.pages}：{known.reason}"
            )
        for difference in shortened(result.worst, shown):
            click.echo(f"        {difference}")
        failures += [f"{name} {reason}" for reason in (*shortfalls([result], [known]), *stale(result, known))]
    total = list(results.values())
    reasons = [expected.get(name, NOTHING) for name in results]
    click.echo(_row(total, f"全部 {len(total)} 个文件"))
    click.echo(_row(total, "同上，预期的差异不计", reasons))
    return failures + [f"全部 {reason}" for reason in shortfalls(total, reasons)]


def shortened(differences: list[str], shown: int = SHOWN) -> list[str]:
    """The first few, and how many more there are."""
    more = len(differences) - shown
    return differences if more <= 0 else [*differences[:shown], f"……另有 {more} 处不同"]


def shortfalls(results: Sequence[Comparison], expected: Sequence[Expected] = ()) -> list[str]:
    """Which thresholds some comparisons, taken together, miss; expected differences are set aside."""
    compared = zip_longest(results, expected, fillvalue=NOTHING)
    pages = [
        f"{result.our_pages}/{result.their_pages}"
        for result, known in compared
        if result.our_pages != result.their_pages + known.pages
    ]
    reasons = [f"页数不同 {'、'.join(pages)}"] if pages else []
    if equal_share(results, expected) < EQUAL_LINES:
        reasons.append(f"相同行 {equal_share(results, expected):.2%}，应不低于 {EQUAL_LINES:.1%}")
    if level_share(results, expected) < LEVEL_LINES:
        reasons.append(f"基线 {level_share(results, expected):.2%}，应不低于 {LEVEL_LINES:.1%}")
    return reasons


def stale(result: Comparison, known: Expected) -> list[str]:
    """Fewer differences than expected: the list must say so."""
    if result.foreign >= known.foreign and result.displaced >= known.displaced:
        return []
    return [
        f"预期不同 {known.foreign} 行、移位 {known.displaced} 行，只有 {result.foreign}、{result.displaced} 行：请改 expected.yaml"
    ]


def equal_share(results: Sequence[Comparison], expected: Sequence[Expected] = ()) -> float:
    """Share of lines that are equal."""
    lines = sum(result.lines for result in results)
    equal = sum(len(result.pairs) for result in results) + sum(known.foreign for known in expected)
    return equal / lines if lines else 1.0


def level_share(results: Sequence[Comparison], expected: Sequence[Expected] = ()) -> float:
    """Share of equal lines whose baselines agree."""
    pairs = sum(len(result.pairs) for result in results)
    level = sum(result.level for result in results) + sum(known.displaced for known in expected)
    return level / pairs if pairs else 1.0


def print_faults(judge: str, faults: dict[Path, list[str]]) -> list[str]:
    """Print what a validator found; give one line for each bad file."""
    bad = {document: found for document, found in faults.items() if found}
    click.echo(f"{judge}：{len(faults)} 个文件，{len(bad)} 个有错")
    for document, found in bad.items():
        for fault in found:
            click.echo(f"        {document.name} {fault}")
    return [f"{document.name} {judge} 错误 {len(found)} 处" for document, found in bad.items()]


def _row(results: Sequence[Comparison], name: str, expected: Sequence[Expected] = ()) -> str:
    ours, theirs = (sum(pages) for pages in zip(*((r.our_pages, r.their_pages) for r in results), strict=True))
    lines = sum(result.lines for result in results)
    shares = f"{equal_share(results, expected):8.2%} {level_share(results, expected):8.2%}"
    return f"{ours:4}/{theirs:<4} {lines:6} {shares}  {name}"


if __name__ == "__main__":
    main()
