"""Take the text of a file, give its pieces: lines, and tables as Word leaves them when it writes a text.

Word ends a page with a form feed; cells of a row stand with tabs between them, or each on a line that begins with one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from docgen.load.characters import FORBIDDEN, tidy
from docgen.recover.pieces import LINE_ENDS, Line, Piece, Source, Tabular, columns

SHORT_CELL = 60
"""Characters; what is longer between tabs is a sentence."""

LONG_CELL = 600
"""Characters that no cell has."""

SENTENCE_ENDS = ("。", "；", "：")
SENTENCE_SHARE = 3
"""At most every third cell of a table ends as sentences do."""

INDENTED = ("　　", "    ", "\t")
"""How a paragraph begins in a text whose lines are broken at the edge of the screen."""

SCREEN = 120
"""Half-width columns of the widest screen at whose edge lines were broken."""

RAGGED = 8
"""Columns that a broken line may be short of the edge: a sign or a word did not fit."""

LEAST_BROKEN = 3
"""Lines that reach the edge, from which a text is taken as broken there."""


class _Row(Struct, frozen=True):
    """A line of the file as it stands; `number` counts from 1."""

    raw: str
    number: int
    new_page: bool

    @property
    def filled(self) -> bool:
        """Whether it bears text."""
        return bool(tidy(self.raw))


def source_of_text(text: str) -> Source:
    """The pieces of a text."""
    rows = _unbroken(list(_rows(FORBIDDEN.sub("", text))))
    return Source(tuple(_pieces(rows)))


def _rows(text: str) -> Iterator[_Row]:
    number = 1
    for line in text.translate(LINE_ENDS).split("\n"):
        for at, part in enumerate(line.split("\f")):
            yield _Row(part, number, at > 0)
        number += 1


def _unbroken(rows: list[_Row]) -> list[_Row]:
    """Lines that were broken at the edge of the screen, joined: paragraphs are those that begin set in."""
    edge = max((columns(row.raw) for row in rows), default=0)
    goes_on = [
        row.filled and not row.raw.startswith(INDENTED) and columns(before.raw) >= edge - RAGGED
        for before, row in pairwise(rows)
    ]
    set_in = sum(row.filled and row.raw.startswith(INDENTED) for row in rows)
    if edge > SCREEN or sum(goes_on) < LEAST_BROKEN or set_in < LEAST_BROKEN:
        return rows
    joined = rows[:1]
    for row, follows in zip(rows[1:], goes_on, strict=True):
        if follows:
            joined[-1] = replace(joined[-1], raw=joined[-1].raw.rstrip() + row.raw.strip())
        else:
            joined.append(row)
    return joined


def _pieces(rows: Sequence[_Row]) -> Iterator[Piece]:
    at, white, new_page, looked = 0, 0, False, 0
    while at < len(rows):
        row = rows[at]
        new_page |= row.new_page
        table, end = None, at
        if at >= looked:
            # What was no table as a whole is none in its parts: no line is looked at twice.
            table, looked = _cells_below(rows, at)
            table, end = (table, looked) if table is not None else _cells_beside(rows, at)
        if table is not None:
            at = end
            yield table
        else:
            at += 1
            if not row.filled:
                white += 1
                continue
            yield Line(tidy(row.raw), row.raw, _spot(row), new_page=new_page, white=white)
        white, new_page = 0, False


def _spot(row: _Row) -> str:
    return f"第{row.number}行"


def _cells_below(rows: Sequence[_Row], first: int) -> tuple[Tabular | None, int]:
    """A table of which each cell begins a line with a tab, and the line after it.

    An empty line ends a row, two end the table.
    """
    if not _begins_cell(rows[first].raw):
        return None, first
    table: list[list[str]] = []
    at, white = first, 1
    while at < len(rows) and not (white >= 2 and at > first and not _begins_cell(rows[at].raw)):
        raw = rows[at].raw
        if at > first and rows[at].new_page:
            break
        if _begins_cell(raw):
            if white:
                table.append([])
            table[-1].append(tidy(raw))
            white = 0
        elif not rows[at].filled:
            white += 1
        else:
            table[-1][-1] = f"{table[-1][-1]}\n{tidy(raw)}".strip()
            white = 0
        at += 1
    return (_table(table, rows[first]) if _is_table(table) else None), at


def _is_table(table: list[list[str]]) -> bool:
    """Whether cells are those of a table: paragraphs that are set in by a tab are mostly sentences."""
    cells = [cell for row in table for cell in row]
    sentences = sum(cell.endswith(SENTENCE_ENDS) or len(cell) > LONG_CELL for cell in cells)
    return len(table) > 1 and max(map(len, table)) > 1 and SENTENCE_SHARE * sentences <= len(cells)


def _begins_cell(raw: str) -> bool:
    return raw.startswith("\t") and "\t" not in raw[1:].rstrip("\t") and len(raw) <= LONG_CELL


def _cells_beside(rows: Sequence[_Row], first: int) -> tuple[Tabular | None, int]:
    """A table of which each row is a line with tabs between the cells, and the line after it."""
    table: list[list[str]] = []
    at = first
    while at < len(rows) and (cells := _cells(rows[at].raw, len(table[0]) if table else 0)):
        table.append(cells)
        at += 1
    if len(table) < 2 or table[0][0].endswith(("：", ":")):
        return None, first
    return _table(table, rows[first]), at


def _cells(raw: str, wanted: int) -> list[str]:
    """The cells of a line; none where it has no tab, is set in by tabs, or is no further row of `wanted` cells."""
    cells = [tidy(cell) for cell in raw.split("\t")]
    is_blank = wanted > 0 and not any(cells)
    if len(cells) < 2 or (wanted and len(cells) != wanted):
        return []
    if (raw.startswith("\t") and not is_blank) or max(map(len, cells)) > SHORT_CELL:
        return []
    return cells


def _table(table: list[list[str]], first: _Row) -> Tabular:
    wide = max(map(len, table))
    rows = tuple((*row, *("",) * (wide - len(row))) for row in table)
    names = [name for name in rows[0] if name and not name[0].isdigit()]
    even = len({len(row) for row in table}) == 1
    is_list = len(rows) > 1 and (any(cell[:1].isdigit() for cell in rows[1]) or not any(rows[1]))
    head = even and len(names) == wide and is_list
    lines = tuple(Line(part, part, _spot(first)) for row in table for cell in row for part in cell.split("\n") if part)
    return Tabular(rows, _spot(first), head, merged=not even, new_page=first.new_page, lines=lines)
