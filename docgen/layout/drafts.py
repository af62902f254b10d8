"""A page being filled: where the next band can begin, and where floating tables stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from docgen.document import ONE_COLUMN, Columns, Section, Sheet
from docgen.layout.bands import Band, Floating, Stack
from docgen.layout.spans import EPSILON
from docgen.page import Item

Taken = tuple[float, float]
"""Upper and lower edge of what a floating table takes of a page."""


class Draft(Struct):
    """A page. Text stands from `top` to `bottom`; it ends at `y` so far, and wants `white` below that.

    `section` is the first on the page. `bands` counts what stands there besides head rows of tables. `late` are the
    marks of floating tables, which are read after the text. `blank` marks a page left empty before a section that
    begins on an even or odd one: it shows no header or footer. `notes` are its footnotes, which stand below `bottom`.

    Of the columns that the present section has here: `columns`, which of them is being filled (`column`), where they
    begin (`opening`) and how far the longest one reaches (`foot`), what stands in them (`filled`), and how many items
    stood on the page before (`mark`).
    """

    section: Section
    number: int
    label: int
    opens_section: bool = False
    blank: bool = False
    top: float = 0.0
    bottom: float = 0.0
    y: float = 0.0
    white: float = 0.0
    items: list[Item] = field(default_factory=list)
    late: list[Item] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    notes: list[Stack] = field(default_factory=list)
    bands: int = 0
    columns: Columns = ONE_COLUMN
    column: int = 0
    opening: float = 0.0
    foot: float = 0.0
    filled: list[Band] = field(default_factory=list)
    mark: int = 0

    def open_columns(self, columns: Columns) -> None:
        """Begin the columns of a section below what stands here."""
        if columns.count > 1 and self.y > self.top:
            self.y, self.white = self.y + self.white, 0.0
        self.columns, self.column, self.opening, self.foot = columns, 0, self.y, self.y
        self.filled, self.mark = [], len(self.items)

    def next_column(self) -> bool:
        """Go on at the head of the next column; False where there is none."""
        if self.column + 1 >= self.columns.count:
            return False
        self.column += 1
        self.y, self.white, self.bands = self.opening, 0.0, 0
        return True

    def begin(self, needed: float, floats: Sequence[Floating] = ()) -> float | None:
        """The first y with `needed` points of room, clear of floating tables; None where there is none."""
        if not self.taken and not floats:
            return self.y if self.y + needed <= self.bottom + EPSILON else None
        taken = [*self.taken, *(self.place_of(floating) for floating in floats)]
        for y in sorted({self.y, *(foot for _, foot in taken if foot > self.y)}):
            clear = all(foot <= y + EPSILON or y + needed <= top + EPSILON for top, foot in taken)
            if clear and y + needed <= self.bottom + EPSILON:
                return y
        return None

    @property
    def room(self) -> float:
        """From `y` to the next floating table, or to the foot of the page."""
        return min([self.bottom, *(top for top, foot in self.taken if foot > self.y + EPSILON)]) - self.y

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands there, not even head rows."""
        return not self.bands and self.y <= self.top and not self.column

    def holds(self, floating: Floating) -> bool:
        """Whether a floating table is short enough for the page."""
        low, high = self._reach(floating)
        return floating.height <= high - low + EPSILON

    def place_of(self, floating: Floating, anchor: float = 0.0) -> Taken:
        """17.4.57: where a floating table begins and ends; it does not leave the paper.

        `anchor` is the upper edge of the text on which it hangs.
        """
        place, height = floating.place, floating.height
        low, high = (anchor, anchor + height) if place.y_anchor == "text" else self._reach(floating)
        spare = high - low - height
        y = low + {"top": 0.0, "center": spare / 2, "bottom": spare}.get(place.y_align, place.y)
        y = max(0.0, min(y, self.section.sheet.height - height))
        return y, y + height

    def _reach(self, floating: Floating) -> tuple[float, float]:
        """What the place of a floating table counts against."""
        sheet = self.section.sheet
        if floating.place.y_anchor == "page":
            return 0.0, sheet.height
        return sheet.margins.top, sheet.height - sheet.margins.bottom

    def add_floating(self, floating: Floating, left: float) -> None:
        """Place a floating table clear of the text, whose left edge is `left`."""
        self.taken.append(self.place_of(floating))
        self.late.extend(self.placed(floating, left))

    def placed(self, floating: Floating, left: float, anchor: float = 0.0) -> Iterator[Item]:
        """The marks of a floating table at its place."""
        y, _ = self.place_of(floating, anchor)
        x = _left_of(floating, self.section.sheet, left)
        for band in floating.bands:
            yield from band.body.place(x, y)
            y += band.height


def column_width(sheet: Sheet, columns: Columns) -> float:
    """Width of each of the columns of a section (17.6.4)."""
    return (measure_of(sheet) - columns.gap * (columns.count - 1)) / columns.count


def measure_of(sheet: Sheet) -> float:
    """Width of the text: the paper without margins and binding (17.6.11)."""
    return sheet.width - sheet.margins.left - sheet.margins.right - sheet.gutter


def left_of(sheet: Sheet, mirrored: bool) -> float:
    """Left edge of the text; on a mirrored page margins change sides and the binding is on the right (17.15.1.57)."""
    return sheet.margins.right if mirrored else sheet.margins.left + sheet.gutter


def _left_of(floating: Floating, sheet: Sheet, left: float) -> float:
    place, width = floating.place, floating.width
    low, room = (0.0, sheet.width) if place.x_anchor == "page" else (left, measure_of(sheet))
    return low + {"center": (room - width) / 2, "right": room - width, "left": 0.0}.get(place.x_align, place.x)
