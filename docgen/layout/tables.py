"""Take a table, give its rows as bands: cells set, merged, bordered, and the ties between rows."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from docgen.document import Direction, Paragraph, Row, Table
from docgen.layout.bands import Band, Cut, Setting, Stack, stacked
from docgen.layout.edges import across, uprights, weight_of
from docgen.layout.grid import Slot, grid_slots, grid_widths, level_margins, slots_by_row, table_left, tied_rows
from docgen.layout.rows import RowFrame, Rows, SetCell, set_rows
from docgen.layout.spans import Column
from docgen.layout.vertical import SetBlocks, Upright

LEAST_MEASURE = 1.0
"""Points left for the text of a cell whose margins take all its width."""


def table_bands(table: Table, column: Column, setting: Setting, set_blocks: SetBlocks) -> list[Band]:
    """The rows of a table, top to bottom; rows of one vertical merge are one band."""
    if not any(row.cells for row in table.rows):
        return []
    widths = grid_widths(table, column)
    left = table_left(table, sum(widths), column)
    starts = tuple(left + sum(widths[:at]) for at in range(len(widths) + 1))
    slots = level_margins(grid_slots(table, len(widths)), len(table.rows))
    grid = slots_by_row(slots, len(table.rows))
    ties = tied_rows(slots, len(table.rows))
    bands = []
    for rows in ties:
        begun = [slot for at in rows for slot in grid[at] if slot.top == at]
        cells = [_set_cell(slot, rows.start, starts, (column, setting, set_blocks)) for slot in begun]
        body = _rows(table.rows, rows, grid, (cells, starts))
        setting.cut.extend(_cuts(rows, body))
        bands.append(_band(table.rows, rows, body))
    return _with_heads(table.rows, ties, bands)


def _set_cell(slot: Slot, first: int, starts: tuple[float, ...], setting: tuple[Column, Setting, SetBlocks]) -> SetCell:
    column, common, set_blocks = setting
    cell = slot.cell
    moved = replace(slot, top=slot.top - first, foot=slot.foot - first)
    x, width = starts[slot.left], starts[slot.right] - starts[slot.left]
    measure = max(width - cell.margins.left - cell.margins.right, LEAST_MEASURE)
    grid = column.grid if common.grid_in_cells else replace(column.grid, pitch=0.0)
    inside = replace(column, width=measure, in_table=True, grid=grid)
    if cell.direction is not Direction.ACROSS:
        return SetCell(moved, x, width, Stack(), Upright(cell, inside, common, set_blocks))
    content = stacked(set_blocks(cell, inside, common), common)
    return SetCell(moved, x, width, content)


def _rows(
    rows: tuple[Row, ...], tied: range, grid: list[list[Slot]], setting: tuple[list[SetCell], tuple[float, ...]]
) -> Rows:
    cells, starts = setting
    edges = [
        across(at, [slot for beside in grid[max(0, at - 1) : at + 1] for slot in beside], starts)
        for at in range(tied.start, tied.stop + 1)
    ]
    frames = [
        RowFrame(
            rows[at].height,
            rows[at].exact,
            not rows[at].cant_split,
            upper,
            uprights(at, grid[at], starts),
        )
        for at, upper in zip(tied, edges[:-1], strict=True)
    ]
    return set_rows(frames, cells, edges[-1], starts, closes=tied.stop == len(rows))


def _cuts(tied: range, body: Rows) -> Iterator[Cut]:
    for at, height, text in body.cut_texts:
        yield Cut(tied.start + at + 1, height, text.text, text.source)


def _band(rows: tuple[Row, ...], tied: range, body: Rows) -> Band:
    hang = 0.0 if body.closes else weight_of(body.lower)
    return Band(body, hang=hang, joined=_keeps_next(rows[tied[-1]]), new_page=_begins_page(rows[tied[0]]))


def _with_heads(rows: tuple[Row, ...], ties: list[range], bands: list[Band]) -> list[Band]:
    """17.4.49: head rows stay with the row after them and come again on each page; a table of nothing else has none."""
    count = 0
    while count < len(ties) and all(rows[at].header for at in ties[count]):
        count += 1
    if count == len(ties):
        return bands
    heads = [replace(band, joined=True, head=True) for band in bands[:count]]
    return [*heads, *(replace(band, repeat=tuple(heads)) for band in bands[count:])]


def _first_paragraph(row: Row) -> Paragraph | None:
    first = row.cells[0].blocks[0] if row.cells and row.cells[0].blocks else None
    return first if isinstance(first, Paragraph) else None


def _keeps_next(row: Row) -> bool:
    """A row whose first paragraph keeps with the next keeps with the next row, as Word does."""
    first = _first_paragraph(row)
    return first is not None and first.format.keep_next


def _begins_page(row: Row) -> bool:
    """A row whose first paragraph begins a page begins one, as Word does."""
    first = _first_paragraph(row)
    return first is not None and first.format.page_break_before
