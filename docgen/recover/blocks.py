"""Take pieces of a text, give its blocks with their places: paragraphs with levels, 名单, 条目, 表格, 分页."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from docgen.content import Block, Entries, Grid, NewPage, Prose, Roster
from docgen.load.levels import paragraph
from docgen.recover.findings import Findings
from docgen.recover.people import ROSTER_STYLE, people_at
from docgen.recover.pieces import Line, Piece, Tabular
from docgen.recover.signs import ITEM, STOPS

LEVEL_STYLES = {"公文正文": 0, "一级标题": 1, "二级标题": 2, "三级标题": 3, "四级标题": 4}
ENTRY_STYLE = "条目"
ENTRY_HEADING_STYLE = "条目标题"

HEADING_FACE = "黑"
"""7.3.3: in the name of the face of level 1."""

LEAST_ENTRIES = 2
"""One numbered line is no list."""

LONGEST_ENTRY = 300
"""Characters of an entry; what is longer is a paragraph."""

HEADING_LENGTH = 30
"""Characters of a heading above 条目."""


class Placed(Struct, frozen=True):
    """A block, and where it stands in the source; `doubt` says what was not certain."""

    block: Block
    spot: str
    doubt: str = ""


def placed_blocks(pieces: Sequence[Piece], *, lists: bool = False, turned: bool = False) -> tuple[Placed, ...]:
    """The blocks of `pieces`. `lists`: numbered lines without stops are 条目, as in an 附件; `turned`: all of it stands
    on turned sheets.
    """
    return tuple(_blocks(pieces, lists, turned))


def blocks_at(placed: Sequence[Placed], found: Findings, where: tuple[str | int, ...]) -> tuple[Block, ...]:
    """The blocks alone; their doubts go to `found`."""
    for at, each in enumerate(placed):
        if each.doubt:
            found.warn((*where, at), each.spot, each.doubt)
    return tuple(each.block for each in placed)


def _blocks(pieces: Sequence[Piece], lists: bool, turned: bool) -> Iterator[Placed]:
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if piece.new_page:
            yield Placed(NewPage(), piece.spot)
        if isinstance(piece, Tabular):
            yield _grid(piece, turned)
            at += 1
            continue
        found, count = _list(piece, pieces, at, lists)
        yield found or Placed(prose(piece), piece.spot)
        at += count


def _lines_from(pieces: Sequence[Piece], first: int) -> Iterator[Line]:
    """The lines from piece `first` to the next table or page, as far as a list may go on."""
    for at in range(first, len(pieces)):
        piece = pieces[at]
        if not isinstance(piece, Line) or (at > first and piece.new_page) or not _may_be_listed(piece):
            return
        yield piece


def _may_be_listed(line: Line) -> bool:
    return line.style not in LEVEL_STYLES if line.style else len(line.text) < LONGEST_ENTRY


def _list(first: Line, pieces: Sequence[Piece], at: int, lists: bool) -> tuple[Placed | None, int]:
    """A 名单 or 条目 at piece `at`, and how many pieces it takes; one line of prose where there is neither."""
    if first.style in ("", ROSTER_STYLE):
        members, count = people_at(_lines_from(pieces, at), lists=lists)
        if members:
            return Placed(Roster(members), first.spot), count
    heads = first.style == ENTRY_HEADING_STYLE or (lists and not first.style and _is_heading(first))
    if first.style or lists:
        items = _items(_lines_from(pieces, at + heads), lists)
        if items:
            return Placed(Entries(first.text if heads else "", items), first.spot), len(items) + heads
    return None, 1


def _is_heading(line: Line) -> bool:
    return len(line.text) <= HEADING_LENGTH and not STOPS.search(line.text) and paragraph(line.text).level == 0


def _items(lines: Iterable[Line], lists: bool) -> tuple[str, ...]:
    """The items of lines that count from 1 up; without stops where only their text tells."""
    items: list[str] = []
    styled = False
    for line in lines:
        if line.style not in ("", ENTRY_STYLE):
            break
        at, sign, text = line.text.partition(".")
        item = text.strip(" \u3000")
        if not sign or not at.isdecimal() or int(at) != len(items) + 1 or not item:
            break
        if not line.style and (not ITEM.fullmatch(line.text) or item.endswith(("。", "；", "，"))):
            break
        styled = line.style == ENTRY_STYLE
        items.append(item)
    return tuple(items) if styled or (lists and len(items) >= LEAST_ENTRIES) else ()


def prose(line: Line) -> Prose:
    """A line as a paragraph: by its number; where docgen set it, by its style."""
    if line.text.startswith("\\"):
        # Only in a content file does it say that a number is none.
        return Prose(0, "", line.text)
    read = paragraph(line.text)
    if line.style not in LEVEL_STYLES or read.level == LEVEL_STYLES[line.style]:
        return read
    if read.level == 1 and line.style == "公文正文" and HEADING_FACE in line.look.face:
        return read
    return Prose(0, "", line.text) if line.style == "公文正文" else read


def _grid(table: Tabular, turned: bool) -> Placed:
    """A table; one of a single row has no head."""
    rows = tuple(row or ("",) for row in table.rows) or (("",),)
    head = table.head and len(rows) > 1
    grid = Grid(rows[0] if head else (), rows[1:] if head else rows, table.widths, table.landscape and not turned)
    doubt = ""
    if table.merged:
        doubt = "原表有合并的单元格，已拆开；是申报表的，请改用 templates_docx/forms 里的表"
    return Placed(grid, table.spot, doubt)
