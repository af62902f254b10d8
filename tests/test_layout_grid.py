"""layout.grid: widths of columns and cells at their places."""

from __future__ import annotations

import pytest
from documents import RULER, cell, row, table

from docgen.document import Edges, Merge
from docgen.layout.grid import grid_slots, grid_widths, slots_by_row, table_left, tied_rows
from docgen.layout.spans import Column

COLUMN = Column(100.0)


def boxes(*rows, columns=2):
    """(text, rows, columns) of each cell."""
    return [
        (slot.cell.blocks[0].text, (slot.top, slot.foot), (slot.left, slot.right))
        for slot in grid_slots(table(*rows), columns)
    ]


def merged(text="", **changes):
    return cell(text, **{"merge": Merge.START if text else Merge.GOES_ON, **changes})


@pytest.mark.parametrize(
    ("columns", "widths"),
    [
        ((30.0, 70.0), [30.0, 70.0]),
        ((30.0, 70.0, 20.0), [30.0, 70.0]),
        ((30.0,), [50.0, 50.0]),
        ((), [50.0, 50.0]),
        ((0.0, 0.0), [50.0, 50.0]),
    ],
)
def test_widths_come_from_the_grid_or_are_shared_evenly(columns, widths):
    assert grid_widths(table(row("甲", "乙"), columns=columns), COLUMN) == widths


def test_the_longest_row_counts_with_its_spans_and_skips():
    assert len(grid_widths(table(row("甲"), row(cell("乙", span=3), skip=1), columns=()), COLUMN)) == 4


@pytest.mark.parametrize(
    ("changes", "left"), [({}, 0.0), ({"indent": -5.0}, -5.0), ({"align": "center"}, 20.0), ({"align": "right"}, 40.0)]
)
def test_a_table_begins_at_its_indent_or_where_its_alignment_says(changes, left):
    assert table_left(table(row("甲"), **changes), 60.0, COLUMN) == left


def test_cells_stand_in_rows_and_columns():
    assert boxes(row("甲", "乙"), row(cell("丙", span=2))) == [
        ("甲", (0, 1), (0, 1)),
        ("乙", (0, 1), (1, 2)),
        ("丙", (1, 2), (0, 2)),
    ]


def test_skipped_columns_stay_free_and_spans_end_with_the_grid():
    assert boxes(row("甲", skip=1), row(cell("乙", span=5))) == [("甲", (0, 1), (1, 2)), ("乙", (1, 2), (0, 2))]


def test_a_merged_cell_reaches_down_as_far_as_it_goes_on():
    assert boxes(row(merged("甲"), "乙"), row(merged(), "丙"), row(merged(), "丁"), row("戊", "己")) == [
        ("甲", (0, 3), (0, 1)),
        ("乙", (0, 1), (1, 2)),
        ("丙", (1, 2), (1, 2)),
        ("丁", (2, 3), (1, 2)),
        ("戊", (3, 4), (0, 1)),
        ("己", (3, 4), (1, 2)),
    ]


def test_a_merged_cell_has_the_lower_edge_of_its_last_part():
    edges = Edges(bottom=RULER)
    (slot,) = grid_slots(table(row(merged("甲")), row(merged(edges=edges))), 1)
    assert slot.cell.edges.bottom == RULER


def test_a_new_merge_ends_the_one_above():
    assert boxes(row(merged("甲")), row(merged("乙")), row(merged())) == [
        ("甲", (0, 1), (0, 1)),
        ("乙", (1, 3), (0, 1)),
    ]


def test_a_part_without_a_beginning_is_a_cell_of_its_own():
    assert boxes(row(merged(), "甲")) == [("", (0, 1), (0, 1)), ("甲", (0, 1), (1, 2))]


def test_a_merge_does_not_jump_over_a_row_that_lacks_its_column():
    found = boxes(row(merged("甲"), "乙"), row("丙", skip=1), row(merged(), "丁"))
    assert found[0] == ("甲", (0, 1), (0, 1))
    assert found[3] == ("", (2, 3), (0, 1))


def test_each_row_knows_its_cells_and_those_that_reach_down_to_it():
    slots = grid_slots(table(row(merged("甲"), "乙"), row(merged(), "丙"), row("丁", "戊")), 2)
    by_row = [[slot.cell.blocks[0].text for slot in found] for found in slots_by_row(slots, 3)]
    assert by_row == [["甲", "乙"], ["甲", "丙"], ["丁", "戊"]]


def test_rows_of_one_merge_are_tied():
    rows = (row("甲", "乙"), row(merged("丙"), merged("丁")), row(merged(), merged()), row("戊", merged("己")))
    slots = grid_slots(table(*rows, row("庚", merged())), 2)
    assert tied_rows(slots, 5) == [range(0, 1), range(1, 3), range(3, 5)]


def test_merges_that_overlap_tie_all_their_rows():
    slots = grid_slots(table(row(merged("甲"), "乙"), row(merged(), merged("丙")), row("丁", merged())), 2)
    assert tied_rows(slots, 3) == [range(0, 3)]


@pytest.mark.parametrize(
    ("columns", "wanted", "widths"),
    [
        ((30.0, 60.0), {}, [30.0, 60.0]),
        ((30.0, 60.0), {"width": 45.0}, [15.0, 30.0]),
        ((0.2, 0.8), {"share": 0.5}, [10.0, 40.0]),
        ((30.0, 60.0), {"width": 92.0}, [30.0, 60.0]),
        ((), {"width": 60.0}, [30.0, 30.0]),
        ((), {"share": 0.8}, [40.0, 40.0]),
        ((), {}, [50.0, 50.0]),
    ],
)
def test_a_grid_is_stretched_to_the_width_of_its_table(columns, wanted, widths):
    found = grid_widths(table(row("甲", "乙"), columns=columns, **wanted), Column(100.0))
    assert [round(width, 6) for width in found] == widths
