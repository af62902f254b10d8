"""Take a line of shaped characters and its measure, give where it begins and how far it is stretched (17.3.1.13)."""

from __future__ import annotations

from msgspec import Struct

from docgen.document import Align, ParagraphFormat
from docgen.layout.breaks import HANGING
from docgen.layout.shape import Shaped
from docgen.layout.spans import EPSILON, Column, Span, after_tab, indent_of, natural_width, next_stop

SHARES = {Align.CENTER: 0.5, Align.RIGHT: 1.0}
"""How much of the spare room stands before a line."""


class Adjusted(Struct, frozen=True):
    """Where a line begins, and the points added at each place that stretches after the character `since`."""

    x: float
    extra: float = 0.0
    since: int = 0


def adjust(shaped: Shaped, span: Span, used: ParagraphFormat, column: Column) -> Adjusted:
    """How a line stands in its measure. A hung mark stands outside; after a tab only what follows it is stretched."""
    indent = indent_of(span.start, used)
    start, x = _after_tabs(shaped, span, used, column)
    width, room = natural_width(shaped, Span(start, span.shown, span.end)), column.width - used.right - x
    hung = width > room + EPSILON and span.shown > start + 1 and shaped.text[span.shown - 1] in HANGING
    spare = max(0.0, room - width + (shaped.advances[span.shown - 1] if hung else 0.0))
    if used.align in SHARES and start == span.start:
        return Adjusted(indent + spare * SHARES[used.align])
    if not _stretched(used.align, shaped, span):
        return Adjusted(indent)
    places = _places(shaped, start, span.shown - hung)
    return Adjusted(indent, spare / places if places else 0.0, start)


def break_after(shaped: Shaped, span: Span) -> str:
    """The page or column break that follows the line; empty for none."""
    last = shaped.text[span.start : span.end][-1:]
    return last if last in ("\f", "\v") else ""


def _stretched(align: Align, shaped: Shaped, span: Span) -> bool:
    last = span.end >= len(shaped.text) or bool(break_after(shaped, span))
    return align is Align.DISTRIBUTE or (align is Align.JUSTIFY and not last)


def _after_tabs(shaped: Shaped, span: Span, used: ParagraphFormat, column: Column) -> tuple[int, float]:
    """Where the text after the last tab of a line begins: which character, and x."""
    start, x = span.start, indent_of(span.start, used)
    while (at := shaped.text.find("\t", start, span.shown)) >= 0:
        x += natural_width(shaped, Span(start, at, at))
        start, x = at + 1, after_tab(shaped, at, x, next_stop(x, used, column))
    return start, x


def _places(shaped: Shaped, start: int, end: int) -> int:
    """How many places between the characters of a line stretch."""
    if start >= end:
        return 0
    return sum(shaped.stretch[start : end - 1]) + sum(map(shaped.opening.__contains__, range(start + 1, end)))
