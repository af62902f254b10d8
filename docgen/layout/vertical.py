"""Take a cell of vertical text, give its columns: Chinese upright and Latin on its side, or all turned upward."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from docgen.document import Cell, Direction, Image, Paragraph, Run, paragraphs_of
from docgen.layout.bands import Band, Setting, Stack, stacked
from docgen.layout.lines import Line, Piece
from docgen.layout.paragraphs import Framed
from docgen.layout.pictures import picture_marks
from docgen.layout.spans import EPSILON, Column
from docgen.page import Entry, Fill, Item, Picture, Rule, Text

SetBlocks = Callable[[Cell, Column, Setting], list[Band]]
"""Sets the blocks of a cell; given by the flow, so that tables may hold tables."""
LYING = frozenset("—―－–…‥～〜“”‘’（）〈〉《》「」『』【】〔〕〖〗［］｛｝")
"""Marks that lie on their side in vertical text (GB/T 15834-2011 5.2, Unicode Standard Annex 50)."""
CORNERED = frozenset("、。，．")
"""Marks in the lower left of their square, which stand in its upper right in vertical text (GB/T 15834-2011 5.2)."""
CORNER_SHIFT = 0.6
"""From the one corner to the other, in ems."""
DOWNWARD = 1
UPWARD = -1
"""Quarter turns of `Text.turned`."""


class Upright(Struct, frozen=True):
    """Vertical text of a cell, set anew for every box: the height of the box is the length of its lines."""

    cell: Cell
    column: Column
    setting: Setting
    set_blocks: SetBlocks

    @property
    def notes(self) -> tuple[int, ...]:
        """Numbers of the notes that hang on its text."""
        runs = (run for each in paragraphs_of(self.cell.blocks) for run in each.inlines if isinstance(run, Run))
        return tuple(run.note for run in runs if run.note is not None)

    def least_height(self, width: float) -> float:
        """Vertical text takes the height that the row has; it asks for one in which a box so wide holds it."""
        margins = self.cell.margins.top + self.cell.margins.bottom
        paragraphs = paragraphs_of(self.cell.blocks)
        sizes = [run.format.size for each in paragraphs for run in each.inlines if isinstance(run, Run) and run.text]
        step = max(sizes, default=0.0)
        longest = sum(len(each.text) + 1 for each in paragraphs)
        found = (step * count for count in range(1, longest + 1) if self.fits(width, step * count + margins))
        return (next(found, step * longest) if step else 0.0) + margins

    def fits(self, width: float, height: float) -> bool:
        """Whether a box holds all lines."""
        margins = self.cell.margins
        return self._set(height).height <= width - margins.left - margins.right + EPSILON

    def place(self, x: float, top: float, width: float, height: float) -> Iterator[Item]:
        """The marks in a box; `valign` moves the lines across, alignment along them."""
        margins, stack = self.cell.margins, self._set(height)
        spare = max(0.0, width - margins.left - margins.right - stack.height)
        shift = {"center": spare / 2, "bottom": spare}.get(self.cell.valign, 0.0)
        if self.cell.direction is Direction.UP:
            items = stack.place(0.0, 0.0)
            yield from (_turned_up(item, x + margins.left + shift, top + height - margins.bottom) for item in items)
            return
        right = x + width - margins.right - shift
        for down, band in stack.bands:
            line, above = (band.body.line, band.body.top) if isinstance(band.body, Framed) else (band.body, 0.0)
            if isinstance(line, Line):
                yield from _down(line, right - down - above - line.height / 2, top + margins.top)

    def _set(self, height: float) -> Stack:
        """The lines of a box so tall; of tables in downward text only the paragraphs are set."""
        length = max(0.0, height - self.cell.margins.top - self.cell.margins.bottom)
        along = replace(self.column, width=length, in_table=True)
        cell = self.cell if self.cell.direction is Direction.UP else _downward(self.cell)
        return stacked(self.set_blocks(cell, along, self.setting), self.setting)


def _downward(cell: Cell) -> Cell:
    """The paragraphs of a cell; its pictures stay upright, so their heights run along the lines."""
    return replace(cell, blocks=tuple(map(_with_pictures_aside, paragraphs_of(cell.blocks))))


def _with_pictures_aside(paragraph: Paragraph) -> Paragraph:
    inlines = (
        replace(each, width=each.height, height=each.width) if isinstance(each, Image) else each
        for each in paragraph.inlines
    )
    return replace(paragraph, inlines=tuple(inlines))


def _down(line: Line, centre: float, top: float) -> Iterator[Item]:
    """The marks of a line that runs down x = `centre`."""
    for piece in line.pieces:
        y = top + piece.x
        if piece.image is not None:
            upright = replace(piece.image, width=piece.image.height, height=piece.image.width)
            yield from picture_marks(upright, centre - upright.width / 2, y)
        elif piece.text and piece.look.latin:
            yield _lying(line, piece, centre, y)
        elif piece.text:
            yield from _characters(line, piece, centre, y)


def _lying(line: Line, piece: Piece, centre: float, y: float) -> Text:
    """Text on its side, its middle on the middle of the line."""
    look = piece.look
    half = (look.ascent - look.descent) * look.format.size / 2
    return replace(line.text_of(piece, centre - half, y), turned=DOWNWARD)


def _characters(line: Line, piece: Piece, centre: float, y: float) -> Iterator[Text]:
    look, size = piece.look, piece.look.format.size
    advance = (piece.width + piece.extra + look.format.spacing) / len(piece.text)
    for char in piece.text:
        single = replace(piece, text=char, width=advance)
        if char in LYING:
            yield replace(_lying(line, single, centre, y), spacing=0.0)
        else:
            shift = CORNER_SHIFT * size if char in CORNERED else 0.0
            baseline = y - shift + look.ascent / (look.ascent + look.descent) * size
            yield replace(line.text_of(single, centre - size / 2 + shift, baseline), spacing=0.0, scale=1.0)
        y += advance


def _turned_up(item: Item, left: float, foot: float) -> Item:
    """A mark of horizontal text, turned with the whole box a quarter against the clock."""
    match item:
        case Text():
            return replace(item, x=left + item.y, y=foot - item.x, turned=UPWARD)
        case Rule():
            ends = (left + item.y1, foot - item.x1, left + item.y2, foot - item.x2)
            return Rule(*ends, item.thickness, item.color, item.dashes)
        case Fill():
            return Fill(left + item.y, foot - item.x - item.width, item.height, item.width, item.color)
        case Picture():
            return replace(item, x=left + item.y, y=foot - item.x - item.height)
        case Entry():
            return item
