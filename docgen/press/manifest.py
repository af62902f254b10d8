"""Take what was made of a batch, give its manifest: for programs as JSON, for people as a workbook."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from msgspec import Struct

from docgen.load.batches import Batch
from docgen.load.tables import Entry
from docgen.press.items import Outcome
from docgen.press.job import Job
from docgen.press.kit import WHOLE
from docgen.press.reckoning import Account, Made
from docgen.workbook import Table, workbook

MANIFEST, LISTING = "manifest.json", "清单.xlsx"
COLUMNS = ("行", "名称", "单位", "奖项", "文书", "文件", "页数", "付印起页", "SHA-256")
REFUSED_COLUMNS = ("行", "位置", "结果", "原因", "怎么办")
WIDTHS = (6.0, 48.0, 28.0, 16.0, 12.0, 48.0, 6.0, 10.0, 68.0)


class Line(Struct, frozen=True):
    """A document: the row of its winner, what it is, its files, its place in the print job (0: not there)."""

    row: int
    name: str
    unit: str
    award: str
    kind: str
    files: tuple[str, ...]
    pages: int
    place: int
    digest: str


def lines_of(batch: Batch, made: Made, places: dict[tuple[int, str], int], formats: Sequence[str]) -> tuple[Line, ...]:
    """A line for each document that should be there: the bulletin first, then winner by winner."""
    return tuple(_lines(batch, made, places, formats))


def _lines(batch: Batch, made: Made, places: dict[tuple[int, str], int], formats: Sequence[str]) -> Iterator[Line]:
    for (row, kind), outcome in made.items():
        if row == 0:
            yield _line((0, outcome.stem, "", ""), kind, outcome, places, WHOLE)
    for entry in batch.roster.entries:
        for paper in batch.papers:
            outcome = made.get((entry.number, paper.name), Outcome(entry.number, paper.name, ""))
            yield _line(_who(batch, entry), paper.name, outcome, places, formats)


def _who(batch: Batch, entry: Entry) -> tuple[int, str, str, str]:
    roster, meaning = batch.roster, batch.roster.meaning
    name, unit, award = (roster.of(entry, column) for column in (meaning.name, meaning.unit, meaning.award))
    return entry.number, name, unit, award


def _line(
    who: tuple[int, str, str, str],
    kind: str,
    outcome: Outcome,
    places: dict[tuple[int, str], int],
    formats: Sequence[str],
) -> Line:
    files = tuple(f"{kind}/{outcome.stem}.{suffix}" for suffix in formats) if outcome.key else ()
    return Line(*who, kind, files, outcome.pages, places.get((who[0], kind), 0), outcome.digest)


def manifest(batch: Batch, lines: Sequence[Line], job: Job, account: Account) -> Iterator[bytes]:
    """The manifest as JSON, piece by piece, a document a line."""
    head = {
        "批次": batch.name,
        "核对": {
            "数目": dict(account.counts),
            "一致": not account.faults and not job.faults,
            "不一致": [str(fault) for fault in (*account.faults, *job.faults)],
        },
        "付印": {"文件": job.files, "页数": len(job.leaves)},
        "没有用的行": [
            {"行": one.number, "位置": str(one.place), "原因": one.why, "应有": one.wanted}
            for one in batch.roster.refused
        ],
    }
    yield f'{_json(head)[:-1]}, "文书": ['.encode()
    for at, line in enumerate(lines):
        document = _json(dict(zip(COLUMNS, _values(line, line.files), strict=True)))
        yield f"{',' if at else ''}\n{document}".encode()
    yield b"\n]}\n"


def _json(values: object) -> str:
    return json.dumps(values, ensure_ascii=False)


def listing(batch: Batch, lines: Sequence[Line], job: Job, account: Account) -> Iterator[bytes]:
    """The manifest as a workbook, in one piece."""
    rows = (_values(line, "\n".join(line.files)) for line in lines)
    refused = [
        (one.number, str(one.place), "退回" if one.wanted else "筛去", one.why, one.hint)
        for one in batch.roster.refused
    ]
    faults = [("不一致", str(fault)) for fault in (*account.faults, *job.faults)] or [("结果", "一致")]
    yield workbook(
        (
            Table("清单", COLUMNS, rows, WIDTHS),
            Table("没有用的行", REFUSED_COLUMNS, refused),
            Table("核对", ("项目", "数目"), (*account.counts, *faults), (24.0, 60.0)),
        )
    )


def _values(line: Line, files: object) -> tuple[Any, ...]:
    """What is said of a document, under `COLUMNS`; `files` as the reader takes them."""
    who = (line.row, line.name, line.unit, line.award, line.kind)
    return (*who, files, line.pages, line.place, line.digest)


def earlier_files(out: Path) -> frozenset[str]:
    """The files of documents that the last run made, by its manifest; none where there is no sound one."""
    try:
        values = json.loads((out / MANIFEST).read_bytes())
        found = [str(file) for line in values["文书"] for file in line["文件"]]
    except (OSError, ValueError, TypeError, KeyError):
        return frozenset()
    return frozenset(file for file in found if _is_inside(file))


def _is_inside(file: str) -> bool:
    """Whether a path leads to a document of the batch and nowhere else."""
    path = PurePosixPath(file)
    return len(path.parts) == 2 and ".." not in path.parts and "\\" not in file and path.suffix in (".docx", ".pdf")
