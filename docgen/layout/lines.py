"""Take a shaped paragraph and its measure, give its lines: pieces of text with their places.

x counts from the left edge of the column; a line knows its height and how far down its baseline lies.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from docgen.document import Border, Grid, Image, Paragraph, ParagraphFormat, PitchRule
from docgen.layout.adjust import Adjusted, adjust, break_after
from docgen.layout.fonts import Fonts, is_east_asian
from docgen.layout.pictures import picture_marks
from docgen.layout.shape import OBJECT, Look, Missing, Shaped, look_of, shape
from docgen.layout.spans import (
    EPSILON,
    Column,
    Span,
    after_tab,
    indent_of,
    next_stop,
    spacing_after,
    spans_of,
)
from docgen.layout.strokes import emphasis_dots, leader, text_box, text_strokes
from docgen.page import UNSEEN, Fill, Item, Rule, Text

EXACT_BASELINE = 0.8
"""Share of an exact pitch above the baseline (LibreOffice; see docs/word-features.md)."""
PARAGRAPH_MARK = "¶"
ALONE = UNSEEN | {OBJECT, "\t"}
"""Characters that are a piece of their own."""
REMEMBERED = 512
"""Paragraphs whose lines are remembered: those of twenty pages."""
BAR_WEIGHT = 0.5
"""Points; the bar of a bar tab (17.18.84) as Word draws it."""


class Piece(Struct):
    """Glyphs of one look in a row; `extra` is what justification and grid add after each.

    A tab, or a character that is not seen, has no text.
    """

    x: float
    width: float
    text: str
    look: Look
    extra: float
    image: Image | None = None
    leader: str = "none"


class Line(Struct):
    """A line of a paragraph; `ends_page`, `ends_column` where a break follows it.

    `bars` are the x of bar tabs, `notes` the numbers of those that hang on it; `leading` is what its pitch adds below.
    """

    pieces: tuple[Piece, ...]
    height: float
    baseline: float
    index: int
    style: str
    ends_page: bool = False
    ends_column: bool = False
    bars: tuple[float, ...] = ()
    notes: tuple[int, ...] = ()
    leading: float = 0.0

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(piece.text for piece in self.pieces)

    def place(self, left: float, top: float) -> Iterator[Item]:
        """The marks of the line whose column begins at `left` and whose upper edge is `top`."""
        baseline = top + self.baseline
        for at, piece in enumerate(self.pieces):
            used = piece.look.format
            x, y = left + piece.x, baseline - used.raised
            end = left + self._reach(at)
            if used.shade:
                ascent, descent = piece.look.ascent * used.size, piece.look.descent * used.size
                yield Fill(x, baseline - ascent, end - x, ascent + descent, used.shade)
            if piece.image is not None:
                yield from picture_marks(piece.image, x, y - piece.image.height)
            elif piece.text:
                yield self.text_of(piece, x, y)
            yield from text_strokes(used, x, end, y)
            trailing = used.spacing + piece.extra
            yield from emphasis_dots(used, piece.text, (x - trailing / 2, x + piece.width + trailing / 2, y))
            if used.border is not None:
                heights = piece.look.ascent * used.size, piece.look.descent * used.size
                sides = not self._goes_on(at - 1), not self._goes_on(at)
                yield from text_box(used.border, (x, end, y), heights, sides)
            for rule in leader(piece.leader, used, piece.x, piece.x + piece.width, y):
                yield replace(rule, x1=left + rule.x1, x2=left + rule.x2)
        for bar in self.bars:
            yield Rule(left + bar, top, left + bar, top + self.height, BAR_WEIGHT)

    def split(self, room: float, forced: bool) -> tuple[()]:
        """A line is not split."""
        return ()

    def _reach(self, at: int) -> float:
        """Where underline and shading of a piece end: they bridge the gap to a like neighbour."""
        piece = self.pieces[at]
        return self.pieces[at + 1].x if self._goes_on(at) else piece.x + piece.width

    def _goes_on(self, at: int) -> bool:
        """Whether a piece and the one after it are marked alike."""
        return 0 <= at < len(self.pieces) - 1 and _marked(self.pieces[at]) == _marked(self.pieces[at + 1])

    def text_of(self, piece: Piece, x: float, y: float) -> Text:
        """The text of a piece whose baseline begins there."""
        used = piece.look.format
        return Text(
            x,
            y,
            piece.width,
            piece.text,
            piece.look.face,
            used.size,
            used.spacing + piece.extra,
            used.color,
            piece.look.asked,
            self.style,
            self.index,
            bold=piece.look.bold,
            slanted=piece.look.slanted,
            scale=used.scale,
            control=piece.look.control,
        )


def _marked(piece: Piece) -> tuple[str, bool, bool, str, str, Border | None]:
    used = piece.look.format
    return used.underline, used.strike, used.double_strike, used.shade, used.color, used.border


def set_lines(
    paragraph: Paragraph, column: Column, fonts: Fonts, fields: Mapping[str, str]
) -> tuple[tuple[Line, ...], tuple[Missing, ...]]:
    """The lines of a paragraph in a column, at least one, and the characters its faces lack.

    They are remembered: settling lays the same paragraphs out again, and so do the documents of one batch.
    """
    return _set_lines(paragraph, column, fonts, tuple(fields.items()))


@lru_cache(maxsize=REMEMBERED)
def _set_lines(
    paragraph: Paragraph, column: Column, fonts: Fonts, fields: tuple[tuple[str, str], ...]
) -> tuple[tuple[Line, ...], tuple[Missing, ...]]:
    label = set_label(paragraph, column, fonts)
    if label is not None:
        first = label.end - paragraph.format.left
        paragraph = replace(paragraph, format=replace(paragraph.format, first=first))
    shaped = shape(paragraph, fonts, dict(fields), column.grid)
    empty = empty_look(paragraph, fonts)
    lines = [
        _line(paragraph, shaped, span, (column, empty), label if span.start == 0 else None)
        for span in spans_of(shaped, paragraph.format, column)
    ]
    return tuple(lines), (*shaped.missing, *(label.shaped.missing if label is not None else ()))


class SetLabel(Struct, frozen=True):
    """A number or bullet, set: it begins at `x`, the text of the line at `end`."""

    shaped: Shaped
    x: float
    end: float

    def pieces(self, shift: float, setting: tuple[ParagraphFormat, Column]) -> Iterator[Piece]:
        """Its glyphs in a line moved by `shift`."""
        size = len(self.shaped.text)
        return _pieces(self.shaped, Span(0, size, size), Adjusted(self.x + shift), setting)


def set_label(paragraph: Paragraph, column: Column, fonts: Fonts) -> SetLabel | None:
    """17.9: the label stands at the indent of the first line; a tab after it leads to the hanging indent."""
    label, used = paragraph.label, paragraph.format
    if label is None:
        return None
    shaped = shape(replace(paragraph, inlines=(label.run,)), fonts, {})
    width, begin = sum(shaped.advances), indent_of(0, used)
    x = begin - {"right": width, "center": width / 2}.get(label.align, 0.0)
    if label.suffix == "\t":
        return SetLabel(shaped, x, next_stop(x + width, used, column).position)
    blank = shape(replace(paragraph, inlines=(replace(label.run, text=label.suffix),)), fonts, {})
    return SetLabel(shaped, x, x + width + sum(blank.advances))


def empty_look(paragraph: Paragraph, fonts: Fonts) -> Look:
    """What gives a line without characters its height: the paragraph mark, a ¶ in its format (17.3.1.29)."""
    mark = paragraph.mark
    chinese = is_east_asian(PARAGRAPH_MARK, mark.east_asia_hint)
    asked = mark.east_asia if chinese else mark.ascii
    return look_of(fonts.typeface(asked, mark.bold, mark.italic), mark, asked, not chinese)


def _line(
    paragraph: Paragraph, shaped: Shaped, span: Span, setting: tuple[Column, Look], label: SetLabel | None
) -> Line:
    used, (column, empty) = paragraph.format, setting
    pictures = [image.height for at, image in shaped.images.items() if span.start <= at < span.shown]
    looks = [*(_text_looks(shaped, span, empty) or [empty]), *(label.shaped.looks if label is not None else ())]
    height, baseline, leading = line_height(used, looks, column.grid, max(pictures, default=0.0))
    adjusted = adjust(shaped, span, used, column)
    number = label.pieces(adjusted.x - indent_of(span.start, used), (used, column)) if label is not None else ()
    pieces = (*number, *_pieces(shaped, span, adjusted, (used, column)))
    notes = tuple(note for at, note in shaped.notes if span.start <= at < max(span.end, span.start + 1))
    ends = break_after(shaped, span)
    return Line(
        pieces,
        height,
        baseline,
        paragraph.index,
        paragraph.style,
        ends == "\f",
        ends == "\v",
        used.bars,
        notes,
        leading,
    )


def _text_looks(shaped: Shaped, span: Span, empty: Look) -> list[Look]:
    """The looks of a line; a picture stands on the baseline that the paragraph mark gives."""
    looks = shaped.looks[span.start : span.shown]
    if not shaped.images:
        return looks
    return [empty if at in shaped.images else look for at, look in enumerate(looks, span.start)]


def _pieces(shaped: Shaped, span: Span, adjusted: Adjusted, setting: tuple[ParagraphFormat, Column]) -> Iterator[Piece]:
    at, x = span.start, adjusted.x
    while at < span.shown:
        look = shaped.looks[at]
        extra = adjusted.extra if at >= adjusted.since else 0.0
        if at > span.start:
            x += shaped.gaps.get(at, 0.0) + (extra if at in shaped.opening and at > adjusted.since else 0.0)
        if shaped.text[at] == "\t":
            stop = next_stop(x, *setting)
            end_x = after_tab(shaped, at, x, stop)
            yield Piece(x, end_x - x, "", look, 0.0, leader=stop.leader)
            x, at = end_x, at + 1
            continue
        end = _piece_end(shaped, at, span.shown)
        added = extra if shaped.stretch[at] else 0.0
        spread = added + shaped.grid_after(at)
        advance = sum(shaped.advances[at:end]) + added * (end - at)
        trailing = spread + spacing_after(shaped, end - 1)
        text = "" if shaped.text[at] in UNSEEN else shaped.text[at:end]
        yield Piece(x, advance - trailing, text, look, spread, shaped.images.get(at))
        x += advance
        at = end


def _piece_end(shaped: Shaped, at: int, limit: int) -> int:
    """Where the piece ends that begins at `at`: with its look or its stretching, its portion, or a gap."""
    looks, text, stretch, gaps, closing = shaped.looks, shaped.text, shaped.stretch, shaped.gaps, shaped.closing
    look, stretches, end = looks[at], stretch[at], at + 1
    if text[at] in ALONE:
        return end
    while end < limit and looks[end] is look and stretch[end] is stretches and text[end] not in ALONE:
        if end in gaps or end - 1 in closing:
            break
        end += 1
    return end


def line_height(
    used: ParagraphFormat, looks: list[Look], grid: Grid, tallest: float = 0.0
) -> tuple[float, float, float]:
    """(height, depth of the baseline, leading) of a line with these looks and a picture so tall (17.3.1.33).

    The leading of a multiple pitch stands below the line, outside its height; it is a share of the text's height.
    """
    pitch = used.pitch
    if pitch.rule is PitchRule.EXACT:
        return pitch.value, pitch.value * EXACT_BASELINE, 0.0
    above, below = 0.0, 0.0
    for look in set(looks):
        above = max(above, look.above * look.format.size + max(0.0, look.format.raised))
        below = max(below, look.below * look.format.size - min(0.0, look.format.raised))
    text, above = above + below, max(above, tallest)
    if used.snaps and grid.pitch:
        spare = _in_rows(above + below, grid.pitch, any(not look.latin for look in looks)) - above - below
        above, below = above + spare / 2, below + spare / 2
    if pitch.rule is PitchRule.AT_LEAST:
        height = max(above + below, pitch.value)
        return height, height - below, 0.0
    leading = (text if tallest > text else above + below) * (pitch.value - 1.0)
    above += min(leading, 0.0)
    return above + below, above, max(leading, 0.0)


def _in_rows(height: float, pitch: float, chinese: bool) -> float:
    """17.6.5: a line takes whole rows of the grid; one without Chinese takes a row or what it needs, as in Word."""
    rows = max(1, math.ceil((height - EPSILON) / pitch)) if chinese else 1
    return max(rows * pitch, height)
