"""Take cells with their content set, give rows that can be placed, and parted where a page ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.document import Direction
from docgen.layout.bands import Stack
from docgen.layout.edges import Edge, Uprights, across, strokes, thickness, weight_of
from docgen.layout.grid import Slot
from docgen.layout.spans import EPSILON
from docgen.layout.vertical import Upright
from docgen.page import Box, Fill, Item, Picture, Rule, Text

DEPTH = 0.12
"""How far Chinese characters reach below the baseline, in ems."""


class SetCell(Struct, frozen=True):
    """A cell with its content set; `x` and `width` are its box. Rows of the slot count from the first of its `Rows`."""

    slot: Slot
    x: float
    width: float
    content: Stack
    upright: Upright | None = None

    @property
    def height(self) -> float:
        """What the content wants."""
        if self.upright is not None:
            return self.upright.least_height(self.width)
        margins = self.slot.cell.margins
        return self.content.height + margins.top + margins.bottom

    @property
    def notes(self) -> tuple[int, ...]:
        """Numbers of the notes that hang on its content."""
        return self.content.notes if self.upright is None else self.upright.notes

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left to place."""
        return self.upright is None and not self.content.bands

    def place(self, left: float, top: float, height: float) -> Iterator[Item]:
        """Shading, content and diagonals of a cell whose box is `height` tall."""
        cell, x = self.slot.cell, left + self.x
        if cell.shade:
            yield Fill(x, top, self.width, height, cell.shade)
        if self.upright is not None:
            yield from self.upright.place(x, top, self.width, height)
        else:
            spare = max(0.0, height - self.height)
            lowered = {"center": spare / 2, "bottom": spare}.get(cell.valign, 0.0)
            yield from self.content.place(x + cell.margins.left, top + cell.margins.top + lowered)
        diagonals = ((cell.edges.falling, top, top + height), (cell.edges.rising, top + height, top))
        for edge, begin, end in diagonals:
            if edge is not None:
                yield from strokes(edge, (x, begin, x + self.width, end))

    def split(self, room: float, forced: bool) -> tuple[SetCell, SetCell]:
        """The cell before and after a page end, `room` below its upper edge; vertical text stays together."""
        if self.upright is not None:
            emptied = replace(self, upright=None)
            return (self, emptied) if forced or self.upright.fits(self.width, room) else (emptied, self)
        margins = self.slot.cell.margins
        head, tail = self.content.split(room - margins.top - margins.bottom, forced)
        return replace(self, content=head), replace(self, content=tail)


class RowFrame(Struct, frozen=True):
    """A row without its cells: its height as the file gives it, the edge above, the edges down.

    The upper edge lies inside the row, above the content; edges hang below the lines on which rows meet.
    """

    height: float
    exact: bool
    splits: bool
    upper: Edge
    down: Uprights


class Rows(Struct, frozen=True):
    """Rows that vertical merges tie together, mostly a single one, with the heights they came to.

    `lower` is the edge below the last, `starts` are the x of the grid's lines. Rows that `close` a table, or its part
    on a page, make room for that edge; it hangs into the rows that follow others.
    """

    frames: tuple[RowFrame, ...]
    cells: tuple[SetCell, ...]
    lower: Edge
    starts: tuple[float, ...]
    closes: bool
    heights: tuple[float, ...]

    @property
    def height(self) -> float:
        """All rows."""
        return sum(self.heights) + (weight_of(self.lower) if self.closes else 0.0)

    @property
    def notes(self) -> tuple[int, ...]:
        """Numbers of the notes that hang on its cells."""
        return tuple(note for cell in self.cells for note in cell.notes)

    def place(self, left: float, top: float) -> Iterator[Item]:
        """Row by row: cells in reading order, then edges."""
        uppers = [frame.upper for frame in self.frames]
        for at, (frame, lower) in enumerate(zip(self.frames, (*uppers[1:], self.lower), strict=True)):
            for cell in self.cells:
                if cell.slot.top == at:
                    yield from self._cell(cell, left, top + weight_of(frame.upper))
            foot = top + self.heights[at]
            for edge, y in ((frame.upper, top), (lower, foot)):
                for x1, x2, border in edge:
                    middle = y + thickness(border) / 2
                    yield from strokes(border, (left + x1, middle, left + x2, middle))
            for x, border in frame.down:
                yield from strokes(border, (left + x, top, left + x, foot + weight_of(lower)))
            top = foot

    def _cell(self, cell: SetCell, left: float, top: float) -> Iterator[Item]:
        """A cell; one too tall for rows of fixed height shows what its box holds (17.4.80)."""
        height = self._box(cell.slot)
        items = cell.place(left, top, height)
        if not self._is_cut(cell):
            return items
        return clipped(items, (left + cell.x, top, cell.width, height))

    def _is_cut(self, cell: SetCell) -> bool:
        return self.frames[cell.slot.foot - 1].exact and cell.height > self._box(cell.slot) + EPSILON

    @property
    def cut_texts(self) -> Iterator[tuple[int, float, Text]]:
        """The texts that do not show whole, each with the first of its rows and the height of these."""
        for cell in self.cells:
            if self._is_cut(cell):
                for item in self._cell(cell, 0.0, 0.0):
                    if isinstance(item, Text) and item.clip is not None:
                        yield cell.slot.top, sum(self.heights[cell.slot.top : cell.slot.foot]), item

    def _box(self, slot: Slot) -> float:
        """Height of a cell's box: its rows without the edge above."""
        return sum(self.heights[slot.top : slot.foot]) - weight_of(self.frames[slot.top].upper)

    def split(self, room: float, forced: bool) -> tuple[Rows, ...]:
        """17.4.6: rows part at a page end, and a row between its lines, if each of its cells keeps one there and they
        are taller than its least height; a row that may not split only where no page holds it (`forced`)."""
        at, above = 0, 0.0
        room -= self._closing()
        while at < len(self.frames) and above + self.heights[at] <= room + EPSILON:
            above += self.heights[at]
            at += 1
        if at == len(self.frames):
            return ()
        rest = max(0.0, room - above)
        parts = self._parted(at, rest, False) if rest > EPSILON and self._splits(at) else ()
        if parts:
            return parts
        if at:
            return self._parted(at, 0.0, False)
        return self._parted(0, rest, True) if forced else ()

    def _splits(self, at: int) -> bool:
        """Whether a row may part between its lines: not one that beside others has vertical text, as in LibreOffice."""
        frame = self.frames[at]
        beside = (cell.slot for cell in self.cells if cell.slot.top <= at < cell.slot.foot)
        vertical = any(slot.cell.direction is not Direction.ACROSS for slot in beside)
        return frame.splits and not vertical and self.heights[at] > frame.height + EPSILON

    def _closing(self) -> float:
        """Room for the edge at a page end."""
        edges = (cell.slot.cell.edges.bottom for cell in self.cells)
        return max(map(thickness, edges), default=0.0)

    def _parted(self, at: int, rest: float, forced: bool) -> tuple[Rows, ...]:
        """The rows up to `rest` points into row `at`, and from there; 0 points part above the row."""
        inside = 1 if rest > 0 or forced else 0
        heads, tails = [], []
        for cell in self.cells:
            slot = cell.slot
            if slot.foot <= at:
                heads.append(cell)
                continue
            if slot.top >= at + inside:
                tails.append(_moved(cell, slot.top - at, slot.foot - at))
                continue
            room = sum(self.heights[slot.top : at]) + rest - weight_of(self.frames[slot.top].upper)
            head, tail = map(_raised, cell.split(room, forced))
            if slot.top == at and head.is_empty and not tail.is_empty:
                return ()
            heads.append(_moved(head, slot.top, at + inside))
            tails.append(_moved(tail, 0, slot.foot - at))
        return self._first_part(at, inside, rest, heads), *self._second_part(at, inside, tails)

    def _first_part(self, at: int, inside: int, rest: float, cells: list[SetCell]) -> Rows:
        """It closes with the lower edges of its cells."""
        whole = zip(self.frames[:at], self.heights[:at], strict=True)
        frames = [replace(frame, height=height) for frame, height in whole]
        frames += [replace(frame, height=min(frame.height, rest)) for frame in self.frames[at : at + inside]]
        lower = across(len(frames), [cell.slot for cell in cells], self.starts)
        return set_rows(frames, cells, lower, self.starts, closes=True)

    def _second_part(self, at: int, inside: int, cells: list[SetCell]) -> Iterator[Rows]:
        """It opens with the upper edges of its cells; nothing comes where nothing is left but height."""
        if inside and at + 1 == len(self.frames) and all(cell.is_empty for cell in cells):
            return
        frames = list(self.frames[at:])
        if inside:
            frames[0] = replace(frames[0], height=0.0, exact=False)
        upper = across(0, [cell.slot for cell in cells], self.starts)
        frames[0] = replace(frames[0], upper=upper)
        yield set_rows(frames, cells, self.lower, self.starts, closes=self.closes)


def _moved(cell: SetCell, top: int, foot: int) -> SetCell:
    return replace(cell, slot=replace(cell.slot, top=top, foot=foot))


def _raised(cell: SetCell) -> SetCell:
    """The text of a cell over a page end stands at its upper edge, whatever its alignment."""
    upper = replace(cell.slot.cell, valign="top")
    return replace(cell, slot=replace(cell.slot, cell=upper))


def clipped(items: Iterable[Item], box: Box) -> Iterator[Item]:
    """What shows of marks in a box: rules and fills end at its foot, texts that reach below it or beside it are cut."""
    _, top, _, height = box
    foot = top + height
    for item in items:
        match item:
            case Text():
                yield replace(item, clip=box) if _leaves(item, box) else item
            case Picture():
                yield replace(item, clip=box)
            case Fill():
                if item.y < foot:
                    yield replace(item, height=min(item.height, foot - item.y))
            case Rule():
                if min(item.y1, item.y2) < foot:
                    yield replace(item, y1=min(item.y1, foot), y2=min(item.y2, foot))


def _leaves(text: Text, box: Box) -> bool:
    """Whether characters of a text reach out of a box where it cuts: below it, or beside it where text runs down."""
    x, top, width, height = box
    if text.y + DEPTH * text.size > top + height + EPSILON:
        return True
    return text.x < x - EPSILON or text.x + DEPTH * text.size > x + width + EPSILON


def set_rows(
    frames: Sequence[RowFrame], cells: Sequence[SetCell], lower: Edge, starts: tuple[float, ...], *, closes: bool
) -> Rows:
    """Rows with their heights."""
    return Rows(tuple(frames), tuple(cells), lower, starts, closes, tuple(row_heights(frames, cells)))


def row_heights(frames: Sequence[RowFrame], cells: Sequence[SetCell]) -> list[float]:
    """17.4.81: exact heights stand, others grow with their content; a merged cell stretches its last row."""
    heights = [frame.height for frame in frames]
    for cell in sorted(cells, key=lambda cell: cell.slot.foot - cell.slot.top):
        top, foot = cell.slot.top, cell.slot.foot
        lacking = cell.height + weight_of(frames[top].upper) - sum(heights[top:foot])
        if lacking > 0 and not frames[foot - 1].exact:
            heights[foot - 1] += lacking
    return heights
