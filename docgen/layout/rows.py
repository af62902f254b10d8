"""Take cells with their content set, give rows that can be placed, and parted where a page ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docgen.layout.bands import Stack
from docgen.layout.edges import Edge, Uprights, across, strokes, weight_of
from docgen.layout.grid import Slot
from docgen.layout.spans import EPSILON
from docgen.layout.vertical import Upright
from docgen.page import Fill, Item


@dataclass(frozen=True, slots=True)
class SetCell:
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
        """Shading and content of a cell whose box is `height` tall."""
        cell = self.slot.cell
        if cell.shade:
            yield Fill(left + self.x, top, self.width, height, cell.shade)
        if self.upright is not None:
            yield from self.upright.place(left + self.x, top, self.width, height)
            return
        spare = max(0.0, height - self.height)
        lowered = {"center": spare / 2, "bottom": spare}.get(cell.valign, 0.0)
        yield from self.content.place(left + self.x + cell.margins.left, top + cell.margins.top + lowered)

    def split(self, room: float, forced: bool) -> tuple[SetCell, SetCell]:
        """The cell before and after a page end, `room` below its upper edge; vertical text stays together."""
        if self.upright is not None:
            emptied = replace(self, upright=None)
            return (self, emptied) if forced or self.upright.fits(self.width, room) else (emptied, self)
        margins = self.slot.cell.margins
        head, tail = self.content.split(room - margins.top - margins.bottom, forced)
        return replace(self, content=head), replace(self, content=tail)


@dataclass(frozen=True, slots=True)
class RowFrame:
    """A row without its cells: its height as the file gives it, the edge above, the edges down.

    The upper edge lies inside the row, above the content; edges hang below the lines on which rows meet.
    """

    height: float
    exact: bool
    splits: bool
    upper: Edge
    down: Uprights


@dataclass(frozen=True, slots=True)
class Rows:
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
                    yield from cell.place(left, top + weight_of(frame.upper), self._box(cell.slot))
            foot = top + self.heights[at]
            for edge, y in ((frame.upper, top), (lower, foot)):
                for x1, x2, border in edge:
                    middle = y + border.width / 2
                    yield from strokes(border, (left + x1, middle, left + x2, middle))
            for x, border in frame.down:
                yield from strokes(border, (left + x, top, left + x, foot + weight_of(lower)))
            top = foot

    def _box(self, slot: Slot) -> float:
        """Height of a cell's box: its rows without the edge above."""
        return sum(self.heights[slot.top : slot.foot]) - weight_of(self.frames[slot.top].upper)

    def split(self, room: float, forced: bool) -> tuple[Rows, ...]:
        """17.4.6: a row parts between lines, if each of its cells keeps one and its least height has room.

        Rows tied by a merge part only where no page holds them (`forced`), and a row that may not split only there.
        """
        at, above = 0, 0.0
        room -= self._closing()
        while at < len(self.frames) and above + self.heights[at] <= room + EPSILON:
            above += self.heights[at]
            at += 1
        if at == len(self.frames) or (len(self.frames) > 1 and not forced):
            return ()
        frame = self.frames[at]
        rest = max(0.0, room - above)
        may = frame.splits and rest > EPSILON and frame.height <= rest + EPSILON
        parts = self._parted(at, rest, False) if may else ()
        if parts or not forced:
            return parts
        return self._parted(at, 0.0, False) if at else self._parted(0, rest, True)

    def _closing(self) -> float:
        """Room for the edge at a page end."""
        edges = (cell.slot.cell.edges.bottom for cell in self.cells)
        return max((edge.width for edge in edges if edge is not None), default=0.0)

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
            head, tail = cell.split(room, forced)
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
