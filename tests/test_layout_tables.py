"""layout.tables: rows as bands, their heights, cells, merges, ties, head rows, tables in tables."""

from __future__ import annotations

import pytest
from documents import BOX, RULER, THIN, at, cell, laid_out, marks, para, row, setting, strokes, table, texts

from docgen.document import Cell, Direction, Edges, Float, Margins, Merge, Pitch
from docgen.layout.blocks import blocks_bands
from docgen.layout.spans import Column
from docgen.page import Fill, Rule, Text

START, GOES_ON = Merge.START, Merge.GOES_ON


def bands(*rows, **changes):
    return blocks_bands((table(*rows, **changes),), Column(100.0), setting())


def heights(*rows, **changes):
    return [band.height for band in bands(*rows, **changes)]


def only(*rows, **changes):
    """The texts of a table on one page."""
    (page,) = laid_out(table(*rows, **changes), para("后")).pages
    return texts(page)


def test_cells_stand_side_by_side_and_rows_below_one_another():
    assert only(row("甲", "乙"), row("丙", "丁")) == [
        (10.0, 26.0, "甲"),
        (60.0, 26.0, "乙"),
        (10.0, 46.0, "丙"),
        (60.0, 46.0, "丁"),
        (10.0, 66.0, "后"),
    ]


def test_text_breaks_at_the_width_of_its_cell_and_no_mark_hangs():
    cells = row(cell(para("大大大，大", hang_punctuation=True)), "乙")
    assert [text for _, _, text in only(cells, columns=(30.0, 70.0))] == ["大大", "大，大", "乙", "后"]


def test_the_second_column_has_its_own_width_and_shading():
    (band,) = bands(row("甲", cell("大" * 6, shade="FFFF00")))
    assert [text.text for text in marks(band.body, Text)] == ["甲", "大" * 5, "大"]
    assert marks(band.body, Fill, left=5.0) == [Fill(55.0, 0.0, 50.0, 40.0, "FFFF00")]


def test_a_row_is_as_tall_as_its_tallest_cell():
    assert heights(row("大" * 12, "大")) == [60.0]


def test_a_row_of_vertical_text_alone_is_as_tall_as_one_character():
    assert heights(row(cell("甲乙", direction=Direction.DOWN, margins=Margins(top=2.0)))) == [12.0]


def test_vertical_text_stands_in_its_cell():
    (band,) = bands(row("左", cell(para("甲", pitch=Pitch(1.0)), direction=Direction.DOWN)))
    assert marks(band.body, Text, left=5.0)[1].x == 5.0 + 100.0 - 10.0


def test_margins_of_a_cell_keep_its_text_away():
    margins = Margins(2.0, 5.0, 3.0, 6.0)
    (band,) = bands(row(cell("大大大大", margins=margins), "乙"))
    assert [at(text) for text in marks(band.body, Text)] == [
        (5.0, 18.0, "大大大"),
        (5.0, 38.0, "大"),
        (50.0, 18.0, "乙"),
    ]
    assert band.height == 2.0 + 40.0 + 3.0


def test_cells_of_a_row_share_the_largest_margins_above_and_below():
    low, high = Margins(top=7.0), Margins(bottom=9.0)
    (band,) = bands(row(cell("甲", margins=low), cell("乙", margins=high)))
    assert [text.y for text in marks(band.body, Text)] == [23.0, 23.0]
    assert band.height == 7.0 + 20.0 + 9.0


def test_margins_wider_than_the_cell_leave_a_narrow_column():
    (band,) = bands(row(cell("大大", margins=Margins(left=40.0, right=40.0)), "乙"))
    assert [text.text for text in marks(band.body, Text)] == ["大", "大", "乙"]


@pytest.mark.parametrize(
    ("changes", "height"),
    [({}, 40.0), ({"height": 30.0}, 40.0), ({"height": 70.0}, 70.0), ({"height": 30.0, "exact": True}, 30.0)],
)
def test_a_least_height_grows_and_an_exact_one_stands(changes, height):
    assert heights(row("大" * 10, "乙", **changes)) == [height]


@pytest.mark.parametrize(("valign", "y"), [("top", 16.0), ("center", 36.0), ("bottom", 56.0)])
def test_content_stands_at_the_top_the_middle_or_the_foot(valign, y):
    (band,) = bands(row(cell("甲", valign=valign), "乙", height=60.0))
    assert at(marks(band.body, Text)[0]) == (0.0, y, "甲")


def test_margins_count_where_content_is_centred():
    (band,) = bands(row(cell("甲", valign="center", margins=Margins(top=10.0)), height=60.0))
    assert marks(band.body, Text)[0].y == 10.0 + 15.0 + 16.0


def test_the_upper_edge_lies_inside_its_row_and_rules_hang_below_the_lines():
    thick = Edges(RULER, RULER, RULER, RULER)
    upper, lower = bands(row(cell("甲", edges=thick)), row(cell("乙", edges=thick)), columns=(100.0,))
    assert (upper.height, upper.hang, lower.height, lower.hang) == (22.0, 2.0, 24.0, 0.0)
    assert at(marks(upper.body, Text, top=100.0)[0]) == (0.0, 118.0, "甲")
    assert sorted({(rule.y1, rule.y2) for rule in marks(upper.body, Rule, top=100.0)}) == [
        (100.0, 124.0),
        (101.0, 101.0),
        (123.0, 123.0),
    ]


def test_a_boxed_table_is_drawn_line_by_line():
    boxed = [row(cell("甲", edges=BOX), cell("乙", edges=BOX)) for _ in range(2)]
    (page,) = laid_out(table(*boxed), "后").pages
    assert strokes(page) == {
        (10.0, 10.5, 110.0, 10.5),
        (10.0, 31.5, 110.0, 31.5),
        (10.0, 52.5, 110.0, 52.5),
        *((x, y, x, y + 22.0) for x in (10.0, 60.0, 110.0) for y in (10.0, 31.0)),
    }


def test_text_after_a_table_stands_below_its_last_rule():
    boxed = [row(cell(text, edges=BOX)) for text in "甲乙"]
    assert only(*boxed, columns=(100.0,)) == [(10.0, 27.0, "甲"), (10.0, 48.0, "乙"), (10.0, 69.0, "后")]


def test_shading_fills_the_box_of_a_cell_behind_its_text():
    (band,) = bands(row(cell("甲", shade="FFFF00", edges=BOX), "乙", height=41.0))
    fill, text = list(band.body.place(0.0, 0.0))[:2]
    assert fill == Fill(0.0, 1.0, 50.0, 40.0, "FFFF00")
    assert text.text == "甲"


def test_a_spanning_cell_is_as_wide_as_its_columns():
    assert only(row(cell("大" * 11, span=2)), row("甲", "乙"))[:3] == [
        (10.0, 26.0, "大" * 10),
        (10.0, 46.0, "大"),
        (10.0, 66.0, "甲"),
    ]


def test_rows_of_a_merge_are_one_band():
    found = bands(row(cell("甲", merge=START), "乙"), row(cell(merge=GOES_ON), "丙"), row("丁", "戊"))
    assert [band.height for band in found] == [40.0, 20.0]
    assert [text.text for text in marks(found[0].body, Text)] == ["甲", "乙", "丙"]


@pytest.mark.parametrize(("valign", "y"), [("top", 16.0), ("center", 26.0), ("bottom", 36.0)])
def test_a_merged_cell_aligns_in_all_its_rows(valign, y):
    found = bands(row(cell("甲", merge=START, valign=valign), "乙"), row(cell(merge=GOES_ON), "丙"))
    assert at(marks(found[0].body, Text)[0]) == (0.0, y, "甲")


def test_a_merged_cell_stretches_its_last_row():
    (band,) = bands(row(cell("大" * 20, merge=START), "乙"), row(cell(merge=GOES_ON), "丙"))
    assert band.height == 80.0
    assert at(marks(band.body, Text)[-1]) == (50.0, 36.0, "丙")


def test_a_merged_cell_stretches_after_all_its_rows_have_grown():
    rows = (
        row(cell("大" * 25, merge=START), "一"),
        row(cell(merge=GOES_ON), cell("大" * 15)),
        row(cell(merge=GOES_ON), "三"),
    )
    (band,) = bands(*rows)
    assert band.height == 20.0 + 60.0 + 20.0


def test_a_shorter_merge_stretches_before_a_longer_one():
    rows = (
        row(cell("大" * 25, merge=START), "一"),
        row(cell(merge=GOES_ON), cell("大" * 15, merge=START)),
        row(cell(merge=GOES_ON), cell(merge=GOES_ON)),
    )
    (band,) = bands(*rows)
    assert band.height == 100.0


def test_a_merged_cell_does_not_stretch_an_exact_row():
    (band,) = bands(row(cell("大" * 20, merge=START), "乙"), row(cell(merge=GOES_ON), "丙", height=20.0, exact=True))
    assert band.height == 40.0


def test_a_table_stands_at_its_indent_or_in_the_middle_or_at_the_right():
    small = {"columns": (30.0,)}
    assert only(row("甲"), indent=5.0, **small)[0] == (15.0, 26.0, "甲")
    assert only(row("甲"), align="center", **small)[0] == (45.0, 26.0, "甲")
    assert only(row("甲"), align="right", **small)[0] == (80.0, 26.0, "甲")


def test_a_table_may_stand_in_a_cell():
    inner = table(row(cell("甲", edges=BOX), cell("乙", edges=BOX)), columns=(20.0, 20.0))
    (band,) = bands(row(cell("前", inner, "后"), "丙"))
    assert band.height == 20.0 + 22.0 + 20.0
    assert [at(text) for text in marks(band.body, Text)] == [
        (0.0, 16.0, "前"),
        (0.0, 37.0, "甲"),
        (20.0, 37.0, "乙"),
        (0.0, 58.0, "后"),
        (50.0, 16.0, "丙"),
    ]


@pytest.mark.parametrize("place", [Float(), Float(y_anchor="page", y_align="bottom")])
def test_a_table_that_would_float_in_a_cell_stands_in_it(place):
    inner = table(row("甲"), columns=(20.0,), floating=place)
    (band,) = bands(row(cell(inner, "乙")))
    assert [at(text) for text in marks(band.body, Text)] == [(0.0, 16.0, "甲"), (0.0, 36.0, "乙")]


def test_white_of_paragraphs_counts_inside_a_cell():
    (band,) = bands(row(cell(para("甲", before=5.0, after=6.0), para("乙", before=8.0, after=7.0))))
    assert band.height == 5.0 + 20.0 + 8.0 + 20.0 + 7.0


def test_breaks_of_pages_in_a_cell_only_end_lines():
    (band,) = bands(row(cell("甲\f乙", para("丙", page_break_before=True))))
    assert [at(text) for text in marks(band.body, Text)] == [(0.0, 16.0, "甲"), (0.0, 36.0, "乙"), (0.0, 56.0, "丙")]


def test_a_table_without_rows_or_cells_is_nothing():
    assert bands() == []
    assert bands(row()) == []


def test_a_cell_without_blocks_is_an_empty_box():
    (band,) = bands(row(Cell((), edges=BOX), "乙"))
    assert [at(text) for text in marks(band.body, Text)] == [(50.0, 17.0, "乙")]


def test_an_empty_row_keeps_its_place_between_others():
    assert heights(row("甲"), row(height=30.0), row("乙")) == [20.0, 30.0, 20.0]


def test_rows_keep_together_as_their_first_paragraph_says():
    found = bands(row(cell(para("甲", keep_next=True))), row("乙"))
    assert [band.joined for band in found] == [True, False]


def test_a_row_begins_a_page_as_its_first_paragraph_says():
    found = bands(row("甲"), row(cell(para("乙", page_break_before=True))))
    assert [band.new_page for band in found] == [False, True]


def test_head_rows_stay_with_the_next_row_and_come_again_before_all_others():
    found = bands(row("甲", header=True), row("乙", header=True), row("丙"), row("丁"))
    assert [(band.head, band.joined, len(band.repeat)) for band in found] == [
        (True, True, 0),
        (True, True, 0),
        (False, False, 2),
        (False, False, 2),
    ]


def test_head_rows_tied_by_a_merge_come_again_together():
    found = bands(
        row(cell("甲", merge=START), "乙", header=True), row(cell(merge=GOES_ON), "丙", header=True), row("丁", "戊")
    )
    assert [band.head for band in found] == [True, False]
    assert found[1].repeat == (found[0],)


def test_only_the_rows_on_top_can_be_head_rows_and_one_row_must_follow():
    assert [band.head for band in bands(row("甲"), row("乙", header=True))] == [False, False]
    assert [band.head for band in bands(row("甲", header=True), row("乙", header=True))] == [False, False]


def test_a_row_merged_with_one_that_is_no_head_row_is_none():
    found = bands(row(cell("甲", merge=START), "乙", header=True), row(cell(merge=GOES_ON), "丙"), row("丁", "戊"))
    assert [band.head for band in found] == [False, False]


def test_the_pitch_of_an_empty_cell_keeps_its_row_open():
    assert heights(row(cell(para(pitch=Pitch(1.0))))) == [10.0]


def test_borders_of_a_cell_end_with_it():
    (page,) = laid_out(table(row(cell("甲", edges=Edges(bottom=THIN)), "乙")), "后").pages
    assert strokes(page) == {(10.0, 30.5, 60.0, 30.5)}
    (page,) = laid_out(table(row("甲", cell("乙", edges=Edges(bottom=THIN)))), "后").pages
    assert strokes(page) == {(60.0, 30.5, 110.0, 30.5)}
