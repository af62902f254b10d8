"""layout.edges: which border shows where two meet, and the strokes that draw it."""

from __future__ import annotations

import pytest
from documents import BOX, RULER, THIN, cell, row, table

from docgen.document import Border, Edges, Merge
from docgen.layout.edges import across, strokes, stronger, thickness, uprights, weight_of
from docgen.layout.grid import grid_slots

THICK = Border(2.0)
RED, GREEN, WHITE = Border(1.0, "FF0000"), Border(1.0, "00FF00"), Border(1.0, "FFFFFF")
ACROSS = (0.0, 10.0, 100.0, 10.0)
DOWN = (10.0, 0.0, 10.0, 100.0)
STARTS = (0.0, 50.0, 100.0)


def slots(*rows):
    return grid_slots(table(*rows), 2)


def drawn(border, ends=ACROSS):
    return [((r.x1, r.y1, r.x2, r.y2), r.thickness, r.dashes) for r in strokes(border, ends)]


def test_a_single_border_is_one_solid_stroke():
    assert drawn(RULER) == [(ACROSS, 2.0, ())]
    assert next(strokes(RULER, ACROSS)).color == "FF0000"


def test_a_double_border_is_two_strokes_a_stroke_apart():
    double = Border(1.0, style="double")
    assert [ends for ends, _, _ in drawn(double)] == [(0.0, 9.0, 100.0, 9.0), (0.0, 11.0, 100.0, 11.0)]
    assert [ends for ends, _, _ in drawn(double, DOWN)] == [(9.0, 0.0, 9.0, 100.0), (11.0, 0.0, 11.0, 100.0)]


@pytest.mark.parametrize(
    ("style", "outward", "lines"),
    [
        ("thickThinSmallGap", 1, [(2.25, 9.25), (0.75, 11.5)]),
        ("thinThickSmallGap", 1, [(0.75, 8.5), (2.25, 10.75)]),
        ("thickThinSmallGap", -1, [(2.25, 10.75), (0.75, 8.5)]),
        ("thinThickSmallGap", -1, [(0.75, 11.5), (2.25, 9.25)]),
    ],
)
def test_thick_and_thin_lines_are_told_from_the_text_outwards(style, outward, lines):
    border = Border(2.25, style=style)
    found = [(rule.thickness, rule.y1) for rule in strokes(border, ACROSS, outward=outward)]
    assert found == lines
    assert thickness(border) == 3.75


@pytest.mark.parametrize(
    ("style", "dashes"),
    [("dashed", (6.0, 4.0)), ("dotted", (2.0, 3.0)), ("dotDash", (6.0, 3.0, 2.0, 3.0)), ("dashSmallGap", (6.0, 2.0))],
)
def test_dashes_are_multiples_of_the_width(style, dashes):
    assert drawn(Border(2.0, style=style)) == [(ACROSS, 2.0, dashes)]


def test_a_border_without_width_prints_as_a_hairline():
    assert drawn(Border(0.0)) == [(ACROSS, 0.25, ())]


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        (None, None, None),
        (THIN, None, THIN),
        (None, THIN, THIN),
        (THIN, THICK, THICK),
        (THICK, THIN, THICK),
        (WHITE, THIN, THIN),
        (GREEN, RED, RED),
        (RED, GREEN, RED),
        (Border(2.0, "FFFFFF"), THIN, Border(2.0, "FFFFFF")),
        (Border(1.0, "008000"), Border(1.0, "0000FF"), Border(1.0, "0000FF")),
        (Border(1.0, "00007F"), Border(1.0, "004000"), Border(1.0, "00007F")),
    ],
)
def test_the_wider_border_shows_and_of_two_alike_the_darker(one, other, shown):
    assert stronger(one, other) == shown


def test_alike_borders_of_neighbours_are_one_stretch():
    rows = slots(row(cell("甲", edges=BOX), cell("乙", edges=BOX)))
    assert across(0, rows, STARTS) == ((0.0, 100.0, THIN),)
    assert across(1, rows, STARTS) == ((0.0, 100.0, THIN),)


def test_different_borders_and_missing_ones_part_an_edge():
    rows = slots(row(cell("甲", edges=Edges(top=THIN)), cell("乙", edges=Edges(top=THICK))))
    assert across(0, rows, STARTS) == ((0.0, 50.0, THIN), (50.0, 100.0, THICK))
    assert across(1, rows, STARTS) == ()
    assert across(0, slots(row("甲", cell("乙", edges=BOX))), STARTS) == ((50.0, 100.0, THIN),)


def test_between_rows_the_stronger_of_both_borders_shows():
    rows = slots(
        row(cell("甲", edges=Edges(bottom=THIN)), "乙"),
        row(cell("丙", edges=Edges(top=THICK)), cell("丁", edges=Edges(top=THIN))),
    )
    assert across(1, rows, STARTS) == ((0.0, 50.0, THICK), (50.0, 100.0, THIN))


def test_no_edge_crosses_a_merged_cell():
    rows = slots(
        row(cell("甲", edges=BOX, merge=Merge.START), cell("乙", edges=BOX)),
        row(cell(edges=BOX, merge=Merge.GOES_ON), cell("丙", edges=BOX)),
    )
    assert across(1, rows, STARTS) == ((50.0, 100.0, THIN),)
    assert across(2, rows, STARTS) == ((0.0, 100.0, THIN),)


def test_vertical_edges_stand_at_the_lines_of_the_grid():
    rows = slots(
        row(cell("甲", edges=Edges(right=THIN)), cell("乙", edges=Edges(left=THICK, right=THIN))),
        row(cell("丙", edges=BOX, span=2)),
    )
    assert uprights(0, rows, STARTS) == ((50.0, THICK), (100.0, THIN))
    assert uprights(1, rows, STARTS) == ((0.0, THIN), (100.0, THIN))


def test_a_border_takes_the_room_of_all_its_lines():
    assert [thickness(each) for each in (None, THIN, Border(1.0, style="double"))] == [0.0, THIN.width, 3.0]
    assert thickness(Border(0.0, style="nil")) == 0.0


def test_an_edge_takes_the_room_of_its_heaviest_border():
    assert weight_of(((0.0, 50.0, THIN), (50.0, 100.0, THICK))) == 2.0
    assert weight_of(()) == 0.0


NIL = Border(0.0, style="nil")


@pytest.mark.parametrize("other", [None, THIN, THICK, NIL])
def test_nil_keeps_the_edge_of_the_neighbour_away(other):
    assert stronger(NIL, other) is stronger(other, NIL) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Border(0.5, style="double"), Border(1.0)),
        (Border(0.5, style="triple"), Border(1.0, style="double")),
        (Border(0.5, style="thickThinSmallGap"), Border(0.5, style="thinThickSmallGap")),
        (Border(0.5, style="thinThickMediumGap"), Border(0.5, style="thinThickThinSmallGap")),
        (Border(0.25), Border(3.0, style="dashed")),
        (Border(0.5, "FFFFFF"), Border(3.0, style="dotted")),
        (Border(0.5, style="dotDash"), Border(1.0, style="double")),
    ],
)
def test_styles_weigh_as_in_word(one, other):
    assert stronger(one, other) == stronger(other, one) == one
