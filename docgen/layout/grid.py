"""Take a table, give its grid: widths of columns, where it begins, every cell at its place."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from docgen.document import Cell, Merge, Table
from docgen.layout.spans import Column

SLACK = 0.05
"""Share by which a grid may miss the width of its table: older Word lets the margins of cells stand out of the text."""


class Slot(Struct, frozen=True):
    """A cell at its place in the grid: rows `top` ≤ r < `foot`, columns `left` ≤ c < `right`."""

    cell: Cell
    top: int
    foot: int
    left: int
    right: int


def grid_widths(table: Table, column: Column) -> list[float]:
    """17.4.48: the widths of the grid; shared out evenly where the file gives none, stretched where it asks for it."""
    count = max(row.skip + sum(cell.span for cell in row.cells) for row in table.rows)
    wanted = table.width or table.share * column.width
    widths = list(table.columns[:count])
    if len(widths) < count or not sum(widths):
        return [(wanted or column.width) / count] * count
    if wanted and abs(sum(widths) - wanted) > wanted * SLACK:
        return [width * wanted / sum(widths) for width in widths]
    return widths


def table_left(table: Table, width: float, column: Column) -> float:
    """Where the grid begins in its column (17.4.28, 17.4.50)."""
    spare = column.width - width
    return {"center": spare / 2, "right": spare}.get(table.align, table.indent)


def grid_slots(table: Table, columns: int) -> list[Slot]:
    """Every cell at its place; cells that go on a vertical merge lengthen the one that began it."""
    open_at: dict[int, int] = {}
    slots: list[Slot] = []
    for top, row in enumerate(table.rows):
        at = row.skip
        for cell in row.cells:
            right = min(at + cell.span, columns)
            begun = open_at.get(at)
            if cell.merge is Merge.GOES_ON and begun is not None and slots[begun].foot == top:
                slots[begun] = replace(slots[begun], foot=top + 1, cell=_with_foot(slots[begun].cell, cell))
            else:
                open_at.pop(at, None)
                if cell.merge is Merge.START:
                    open_at[at] = len(slots)
                slots.append(Slot(cell, top, top + 1, at, right))
            at = right
    return slots


def _with_foot(first: Cell, last: Cell) -> Cell:
    """A merged cell has the lower edge of its last part."""
    return replace(first, edges=replace(first.edges, bottom=last.edges.bottom))


def level_margins(slots: list[Slot], count: int) -> list[Slot]:
    """Cells of a row share the largest of their margins above and of those below, as Word and LibreOffice set them."""
    top, bottom = [0.0] * count, [0.0] * count
    for slot in slots:
        top[slot.top] = max(top[slot.top], slot.cell.margins.top)
        bottom[slot.foot - 1] = max(bottom[slot.foot - 1], slot.cell.margins.bottom)
    return [_with_margins(slot, top[slot.top], bottom[slot.foot - 1]) for slot in slots]


def _with_margins(slot: Slot, top: float, bottom: float) -> Slot:
    if (slot.cell.margins.top, slot.cell.margins.bottom) == (top, bottom):
        return slot
    return replace(slot, cell=replace(slot.cell, margins=replace(slot.cell.margins, top=top, bottom=bottom)))


def slots_by_row(slots: list[Slot], count: int) -> list[list[Slot]]:
    """The cells that stand in each row, left to right where no merge comes from above."""
    found: list[list[Slot]] = [[] for _ in range(count)]
    for slot in slots:
        for row in range(slot.top, slot.foot):
            found[row].append(slot)
    return found


def tied_rows(slots: list[Slot], count: int) -> list[range]:
    """Rows that vertical merges tie together, top to bottom; most stand alone."""
    tied = {row for slot in slots for row in range(slot.top, slot.foot - 1)}
    found, begun = [], 0
    for row in range(count):
        if row not in tied:
            found.append(range(begun, row + 1))
            begun = row + 1
    return found
