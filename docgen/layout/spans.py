"""Take shaped characters and a column, give the spans of its lines: where each begins and ends, and where tabs lead.

x counts from the left edge of the column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import repeat

from msgspec import Struct

from docgen.document import NO_GRID, Grid, ParagraphFormat, TabStop
from docgen.layout.breaks import BLANKS, line_end
from docgen.layout.shape import Shaped

EPSILON = 0.05
"""One twip: by so much a line may seem too long through rounding."""
WHOLE_PART = re.compile(r"[0-9][0-9,，]*")
BREAKS = frozenset("\n\f\v")
"""A line break and a page break: each ends its line and is not drawn."""


class Column(Struct, frozen=True):
    """Where lines are set: width in points, the grid, and what tabs and hanging marks need to know."""

    width: float
    default_tab: float = 36.0
    in_table: bool = False
    grid: Grid = NO_GRID


class Span(Struct):
    """Characters of a line: from `start` to `end`, drawn up to `shown`."""

    start: int
    shown: int
    end: int


def spans_of(shaped: Shaped, used: ParagraphFormat, column: Column) -> Iterator[Span]:
    """How the characters divide into lines, at least one."""
    start, size = 0, len(shaped.text)
    if not size:
        yield Span(0, 0, 0)
    while start < size:
        span = _span(shaped, start, used, column)
        yield span
        start = span.end
        if start == size and shaped.text[start - 1] == "\n":
            yield Span(size, size, size)


def indent_of(start: int, used: ParagraphFormat) -> float:
    """Where the line begins whose first character is `start` (17.3.1.12)."""
    return used.left + (used.first if start == 0 else 0.0)


def _span(shaped: Shaped, start: int, used: ParagraphFormat, column: Column) -> Span:
    text, limit = shaped.text, column.width - used.right + EPSILON
    advances, gaps, near = shaped.advances, shaped.gaps, limit + shaped.tightest - EPSILON
    x = indent_of(start, used)
    for at in range(start, len(text)):
        char = text[at]
        if char in BREAKS:
            return _ended(text, start, at)
        if char == "\t":
            stop = next_stop(x, used, column)
            x = after_tab(shaped, at, x, stop)
            if stop.align != "left":
                limit = max(limit, stop.position + EPSILON)
            continue
        if at in gaps and at > start:
            x += gaps[at]
        x += advances[at]
        if x > near and x - spacing_after(shaped, at) > limit and char not in BLANKS and at > start:
            hang = used.hang_punctuation and not column.in_table
            end = line_end(text, start, at, kinsoku=used.kinsoku, hang=hang)
            return _ended(text, start, end)
    return _ended(text, start, len(text))


def _ended(text: str, start: int, end: int) -> Span:
    """The span up to `end`: blanks there are not drawn, a break that follows a full line belongs to it."""
    shown = end
    while shown > start and text[shown - 1] in BLANKS:
        shown -= 1
    return Span(start, shown, end + (end < len(text) and text[end] in BREAKS))


def spacing_after(shaped: Shaped, at: int) -> float:
    """The letter spacing in the advance of a character, which the last one of a line gives up."""
    return 0.0 if at in shaped.closing else shaped.looks[at].format.spacing


def natural_width(shaped: Shaped, span: Span) -> float:
    """Width of the drawn characters without tabs, before justification."""
    if span.shown == span.start:
        return 0.0
    inner = sum(map(shaped.gaps.get, range(span.start + 1, span.shown), repeat(0.0))) if shaped.gaps else 0.0
    return sum(shaped.advances[span.start : span.shown]) + inner - spacing_after(shaped, span.shown - 1)


def after_tab(shaped: Shaped, at: int, x: float, stop: TabStop) -> float:
    """Where the text after a tab begins; for other stops than left ones, so that it ends or centres there."""
    if stop.align == "left":
        return stop.position
    start, end = at + 1, _segment_end(shaped.text, at + 1)
    if stop.align == "decimal":
        end = _number_end(shaped.text, start, end)
    width = shaped.gaps.get(start, 0.0) + natural_width(shaped, Span(start, end, end))
    return max(x, stop.position - (width / 2 if stop.align == "center" else width))


def _segment_end(text: str, start: int) -> int:
    """Where the text that begins at `start` ends: at the next tab or break."""
    return next((at for at in range(start, len(text)) if text[at] in "\t\n\f\v"), len(text))


def _number_end(text: str, start: int, end: int) -> int:
    """Where the whole part of the first number ends, on which a decimal stop stands; all where there is no number."""
    found = WHOLE_PART.search(text, start, end)
    return found.end() if found else end


def next_stop(x: float, used: ParagraphFormat, column: Column) -> TabStop:
    """The next tab stop right of `x`: by hand, the hanging indent if nearer, or a default one (17.3.1.37)."""
    stop = next((stop for stop in used.tabs if stop.position > x + EPSILON), None)
    if x < used.left - EPSILON and (stop is None or stop.position > used.left):
        return TabStop(used.left)
    if stop is not None:
        return stop
    if column.default_tab <= 0:
        return TabStop(x)
    return TabStop((int((x + EPSILON) / column.default_tab) + 1) * column.default_tab)
