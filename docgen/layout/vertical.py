"""Take a cell of vertical text, give its columns: Chinese upright from top to bottom, Latin on its side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from docgen.document import Align, Cell, Paragraph, paragraphs_of
from docgen.layout.bands import Setting
from docgen.layout.lines import empty_look, line_height
from docgen.layout.pictures import picture_marks
from docgen.layout.shape import Look, Shaped, shape
from docgen.layout.spans import EPSILON, Column, Span, natural_width, spans_of
from docgen.page import Item, Text


@dataclass(frozen=True, slots=True)
class Upright:
    """Paragraphs of vertical text; columns run from right to left (17.4.72, tbRlV)."""

    cell: Cell
    column: Column
    shaped: tuple[tuple[Paragraph, Shaped, Look], ...]

    @property
    def least_height(self) -> float:
        """Vertical text takes the height that the row has; it asks for one character."""
        sizes = [look.format.size for _, shaped, _ in self.shaped for look in shaped.looks]
        margins = self.cell.margins
        return max(sizes, default=0.0) + margins.left + margins.right

    def fits(self, width: float, height: float) -> bool:
        """Whether a box holds all columns."""
        margins = self.cell.margins
        depth = sum(column.width for column in self._columns(height))
        return height >= self.least_height and depth <= width - margins.top - margins.bottom + EPSILON

    def place(self, x: float, top: float, width: float, height: float) -> Iterator[Item]:
        """The characters in a box; `valign` moves the columns across, alignment along them."""
        margins = self.cell.margins
        columns = list(self._columns(height))
        depth = sum(column.width for column in columns)
        spare = max(0.0, width - margins.top - margins.bottom - depth)
        shift = {"center": spare / 2, "bottom": spare}.get(self.cell.valign, 0.0)
        right = x + width - margins.top - shift
        for column in columns:
            yield from column.place(right - column.width / 2, top + margins.left)
            right -= column.width

    def _columns(self, height: float) -> Iterator[UprightColumn]:
        """The columns of a box so tall; the margins turn with the text."""
        length = height - self.cell.margins.left - self.cell.margins.right
        along = replace(self.column, width=length, in_table=True)
        for paragraph, shaped, empty in self.shaped:
            for span in spans_of(shaped, paragraph.format, along):
                looks = shaped.looks[span.start : span.shown] or [empty]
                width, _ = line_height(paragraph.format, looks, self.column.grid)
                yield UprightColumn(paragraph, shaped, span, width, length)


@dataclass(frozen=True, slots=True)
class UprightColumn:
    """One column of characters: `width` across, `length` down."""

    paragraph: Paragraph
    shaped: Shaped
    span: Span
    width: float
    length: float

    def place(self, centre: float, top: float) -> Iterator[Item]:
        """The marks down the line x = `centre`."""
        spare = self.length - natural_width(self.shaped, self.span)
        y = top + {Align.CENTER: spare / 2, Align.RIGHT: spare}.get(self.paragraph.format.align, 0.0)
        for at in range(self.span.start, self.span.shown):
            y += self.shaped.gaps.get(at, 0.0) if at > self.span.start else 0.0
            yield from self._mark(at, centre, y)
            y += self.shaped.advances[at]

    def _mark(self, at: int, centre: float, y: float) -> Iterator[Item]:
        look, char = self.shaped.looks[at], self.shaped.text[at]
        image = self.shaped.images.get(at)
        if image is not None:
            yield from picture_marks(image, centre - image.width / 2, y)
        elif char != "\t":
            yield self._character(look, char, centre, (y, self.shaped.advances[at]))

    def _character(self, look: Look, char: str, centre: float, down: tuple[float, float]) -> Text:
        y, advance = down
        size = look.format.size
        turned = not look.stretches
        half = (look.ascent - look.descent) * size / 2
        x = centre - half if turned else centre - size / 2
        baseline = y if turned else y + look.ascent / (look.ascent + look.descent) * size
        return Text(
            x,
            baseline,
            advance,
            char,
            look.face,
            size,
            0.0,
            look.format.color,
            look.asked,
            self.paragraph.style,
            self.paragraph.index,
            turned,
            look.bold,
            look.slanted,
            look.format.scale if turned else 1.0,
        )


def set_upright(cell: Cell, column: Column, setting: Setting) -> Upright:
    """The vertical text of a cell; of tables in it only their paragraphs are set."""
    found = []
    for paragraph in paragraphs_of(cell.blocks):
        printed = replace(paragraph, inlines=paragraph.printed)
        shaped = shape(printed, setting.fonts, setting.fields, column.grid)
        for at, image in shaped.images.items():
            shaped.advances[at] = image.height
        setting.missing.extend((each, paragraph.index) for each in shaped.missing)
        found.append((paragraph, shaped, empty_look(paragraph, setting.fonts)))
    return Upright(cell, column, tuple(found))
