"""layout.rows: rows that part where a page ends."""

from __future__ import annotations

import pytest
from documents import BOX, RULER, THIN, at, cell, marks, para, row, setting, table

from docgen.document import Cell, Direction, Edges, Image, Margins, Merge, Pitch
from docgen.layout.blocks import blocks_bands
from docgen.layout.spans import Column
from docgen.page import Fill, Picture, Rule, Text

START, GOES_ON = Merge.START, Merge.GOES_ON
LONG = [f"行{number}" for number in "零一二三四五"]
"""Six lines of 20 points."""


def rows_of(*rows, **changes):
    """The rows of a table that are one band."""
    (band,) = blocks_bands((table(*rows, **changes),), Column(100.0), setting())
    return band.body


def said(part):
    return [text.text for text in marks(part, Text)]


def parted(rows, room, forced=False):
    """(texts, height) of each part."""
    return [(said(part), part.height) for part in rows.split(room, forced)]


def test_a_row_parts_between_the_lines_of_its_cells():
    rows = rows_of(row(cell(*LONG), cell("甲", "乙", "丙")))
    assert parted(rows, 50.0) == [
        (["行零", "行一", "甲", "乙"], 40.0),
        (["行二", "行三", "行四", "行五", "丙"], 80.0),
    ]


def test_the_second_part_begins_at_the_top():
    _, tail = rows_of(row(cell(*LONG), "甲")).split(50.0, False)
    first, *_ = marks(tail, Text, left=5.0, top=100.0)
    assert at(first) == (5.0, 116.0, "行二")


def test_each_cell_must_keep_its_first_line_or_the_row_stays_whole():
    tall = cell(para("大", before=40.0))
    rows = rows_of(row(cell(*LONG), tall))
    assert parted(rows, 50.0) == []
    assert [texts for texts, _ in parted(rows, 60.0)] == [["行零", "行一", "行二", "大"], ["行三", "行四", "行五"]]


def test_an_empty_cell_does_not_hold_a_row_together():
    assert len(parted(rows_of(row(cell(*LONG), cell())), 20.0)) == 2


def test_a_row_taller_than_its_least_height_parts_though_that_finds_no_room():
    assert parted(rows_of(row(cell(*LONG), height=100.0)), 50.0) == [(LONG[:2], 50.0), (LONG[2:], 80.0)]


@pytest.mark.parametrize("changes", [{"cant_split": True}, {"exact": True, "height": 120.0}, {"height": 120.0}])
def test_a_row_stays_whole_if_it_must_or_its_least_height_finds_no_room(changes):
    assert parted(rows_of(row(cell(*LONG), **changes)), 50.0) == []


@pytest.mark.parametrize(("height", "first"), [(30.0, 40.0), (45.0, 45.0), (50.0, 50.0)])
def test_a_least_height_holds_for_the_first_part_only(height, first):
    assert parted(rows_of(row(cell(*LONG), height=height)), 50.0) == [(LONG[:2], first), (LONG[2:], 80.0)]


@pytest.mark.parametrize("changes", [{"cant_split": True}, {"height": 60.0}])
def test_a_row_that_no_page_holds_parts_all_the_same(changes):
    rows = rows_of(row(cell(*LONG), **changes))
    assert [texts for texts, _ in parted(rows, 50.0, True)] == [LONG[:2], LONG[2:]]


def test_an_exact_row_that_no_page_holds_parts_at_the_page_end():
    rows = rows_of(row(cell(*LONG), exact=True, height=120.0))
    assert parted(rows, 50.0, True) == [(LONG[:2], 50.0), (LONG[2:], 80.0)]


def test_a_line_that_no_page_holds_is_placed_anyway():
    rows = rows_of(row(cell("甲", "乙")))
    assert parted(rows, 5.0, True) == [(["甲"], 20.0), (["乙"], 20.0)]
    assert parted(rows, -5.0, True) == [(["甲"], 20.0), (["乙"], 20.0)]


def test_a_height_without_content_is_cut_off_at_the_page_end():
    assert parted(rows_of(row("甲", height=200.0)), 80.0, True) == [(["甲"], 80.0)]
    assert parted(rows_of(row("甲", height=200.0)), 80.0) == []


def test_rows_that_fit_are_not_parted():
    assert parted(rows_of(row("甲")), 20.0) == []
    assert parted(rows_of(row("甲")), 20.0, True) == []


def test_white_at_the_foot_of_a_cell_may_fall_off_the_page():
    rows = rows_of(row(cell(para("甲", after=50.0))))
    assert parted(rows, 30.0) == [(["甲"], 20.0)]


def edges(part, top=0.0):
    """Horizontal and vertical rules."""
    found = marks(part, Rule, top=top)
    return (
        sorted((r.x1, r.x2, r.y1) for r in found if r.y1 == r.y2),
        sorted((r.x1, r.y1, r.y2) for r in found if r.x1 == r.x2),
    )


def test_borders_close_at_the_foot_of_the_page_and_open_on_the_next():
    head, tail = rows_of(row(cell(*LONG, edges=BOX), cell("甲", edges=BOX))).split(50.0, False)
    assert edges(head) == (
        [(0.0, 100.0, 0.5), (0.0, 100.0, 41.5)],
        [(x, 0.0, 42.0) for x in (0.0, 50.0, 100.0)],
    )
    assert edges(tail) == (
        [(0.0, 100.0, 0.5), (0.0, 100.0, 81.5)],
        [(x, 0.0, 82.0) for x in (0.0, 50.0, 100.0)],
    )


def test_the_first_part_closes_with_lower_borders_and_the_second_opens_with_upper_ones():
    head, tail = rows_of(row(cell(*LONG, edges=Edges(top=RULER, bottom=THIN)))).split(50.0, False)
    assert [[rule.thickness for rule in marks(part, Rule)] for part in (head, tail)] == [[2.0, 1.0], [2.0, 1.0]]


def test_the_edge_on_the_next_page_lies_inside_the_second_part():
    _, tail = rows_of(row(cell(*LONG, edges=BOX))).split(50.0, False)
    assert (tail.height, marks(tail, Text)[0].y) == (1.0 + 80.0 + 1.0, 17.0)


@pytest.mark.parametrize(("room", "kept"), [(42.0, 2), (41.9, 1)])
def test_the_edge_at_the_foot_of_the_page_needs_room(room, kept):
    head, _ = rows_of(row(cell(*LONG, edges=BOX))).split(room, False)
    assert (said(head), head.height) == (LONG[:kept], 1.0 + 20.0 * kept + 1.0)


def test_the_heaviest_edge_at_the_foot_of_the_page_counts():
    rows = rows_of(row(cell(*LONG, edges=Edges(bottom=THIN)), cell("甲", edges=Edges(bottom=RULER))))
    assert [len(said(rows.split(room, False)[0])) for room in (42.0, 41.9)] == [3, 2]


def test_shading_and_margins_come_again_in_both_parts():
    shaded = cell(*LONG, shade="FFFF00", margins=Margins(top=3.0, bottom=2.0))
    head, tail = rows_of(row(shaded)).split(50.0, False)
    assert [marks(part, Fill)[0].height for part in (head, tail)] == [45.0, 85.0]
    assert [marks(part, Text)[0].y for part in (head, tail)] == [19.0, 19.0]


@pytest.mark.parametrize(("room", "kept"), [(45.0, 2), (44.9, 1), (24.9, 0)])
def test_margins_of_a_cell_need_room_in_both_parts(room, kept):
    parts = rows_of(row(cell(*LONG, margins=Margins(top=3.0, bottom=2.0)))).split(room, False)
    assert [len(said(part)) for part in parts] == ([kept, 6 - kept] if kept else [])


def test_content_of_a_row_that_parts_stands_at_its_upper_edge():
    low = cell("甲", "乙", "丙", valign="bottom")
    head, tail = rows_of(row(cell(*LONG), low)).split(40.0, False)
    assert [at(text) for text in marks(head, Text)][2:] == [(50.0, 16.0, "甲"), (50.0, 36.0, "乙")]
    assert at(marks(tail, Text)[-1]) == (50.0, 16.0, "丙")


def test_a_table_in_a_cell_parts_with_it():
    inner = table(row(cell("甲", edges=BOX)), row(cell(*LONG, edges=BOX)), columns=(40.0,))
    rows = rows_of(row(cell("前", inner, "后"), "乙"))
    assert [texts for texts, _ in parted(rows, 85.0)] == [["前", "甲", "行零", "行一", "乙"], [*LONG[2:], "后"]]
    head, tail = rows.split(85.0, False)
    assert [rule.y1 for rule in marks(head, Rule) if rule.y1 == rule.y2] == [20.5, 41.5, 41.5, 82.5]
    assert [rule.y1 for rule in marks(tail, Rule) if rule.y1 == rule.y2] == [0.5, 81.5]


def merged(*content, rows=3, **changes):
    """A cell that reaches down beside one line a row."""
    first = row(cell(*content, merge=START, **changes), cell("右零", edges=changes.get("edges", Edges())))
    others = [
        row(cell(merge=GOES_ON, **changes), cell(f"右{number}", edges=changes.get("edges", Edges())))
        for number in "一二"[: rows - 1]
    ]
    return rows_of(first, *others)


def test_rows_of_a_merge_part_between_rows():
    assert parted(merged("左"), 30.0) == [(["左", "右零"], 20.0), (["右一", "右二"], 40.0)]
    assert parted(merged("左"), 15.0) == []


def test_a_merged_cell_goes_on_with_what_its_first_rows_do_not_hold():
    rows = rows_of(row(cell("左一", "左二", "左三", merge=START), "右零"), *[row(cell(merge=GOES_ON), "右")] * 2)
    assert [texts for texts, _ in parted(rows, 45.0)] == [["左一", "左二", "右零", "右"], ["左三", "右"]]


def test_a_row_of_a_merge_parts_between_its_lines():
    rows = rows_of(row(cell("左", merge=START), "右零"), row(cell(merge=GOES_ON), cell(*LONG)))
    assert [texts for texts, _ in parted(rows, 70.0)] == [["左", "右零", *LONG[:2]], LONG[2:]]


def test_a_row_without_content_goes_on_as_the_others_do():
    rows = rows_of(row(cell("左", merge=START), "右零"), row(cell(merge=GOES_ON), Cell(()), height=30.0))
    assert parted(rows, 25.0, True) == [(["左", "右零"], 20.0), ([], 30.0)]


def test_rows_of_a_merge_that_no_page_holds_part_between_rows():
    assert parted(merged("左"), 50.0, True) == [(["左", "右零", "右一"], 40.0), (["右二"], 20.0)]


def test_the_content_of_a_merged_cell_goes_on_in_order():
    assert parted(merged("左零", "左一", "左二"), 50.0, True) == [
        (["左零", "左一", "右零", "右一"], 40.0),
        (["左二", "右二"], 20.0),
    ]


def test_a_merged_cell_without_room_for_its_first_line_goes_on_below():
    assert parted(merged(para("左", before=100.0)), 50.0, True) == [(["右零", "右一"], 40.0), (["左", "右二"], 20.0)]


def test_a_row_stretched_by_a_merged_cell_parts_inside():
    assert parted(merged(*LONG, rows=2), 70.0, True) == [
        (["行零", "行一", "行二", "右零", "右一"], 60.0),
        (["行三", "行四", "行五"], 60.0),
    ]


def test_a_merged_cell_closes_and_opens_where_its_rows_part():
    head, tail = merged("左", edges=Edges(THIN, THIN, THIN, THIN)).split(50.0, True)
    assert (0.0, 100.0, 42.5) in edges(head)[0]
    assert edges(tail)[0] == [(0.0, 100.0, 0.5), (0.0, 100.0, 21.5)]


def test_parting_again_and_again_loses_nothing():
    rest, found = merged(*LONG, "行六", rows=2), []
    while rest is not None:
        parts = rest.split(30.0, True) or (rest,)
        found.append(said(parts[0]))
        rest = parts[1] if len(parts) > 1 else None
    assert [text for page in found for text in page if text.startswith("行")] == [*LONG, "行六"]
    assert [text for page in found for text in page if text.startswith("右")] == ["右零", "右一"]


def test_a_row_with_vertical_text_stays_whole():
    label = cell(para("基本情况", pitch=Pitch(1.0)), direction=Direction.DOWN)
    assert parted(rows_of(row(label, cell(*LONG)), columns=(20.0, 80.0)), 30.0) == []


def test_merged_vertical_text_goes_where_its_columns_have_room():
    label = cell(para("基本情况", pitch=Pitch(1.0)), direction=Direction.DOWN, merge=START)
    rows = rows_of(row(label, "右零"), *[row(cell(merge=GOES_ON), "右")] * 3, columns=(20.0, 80.0))
    assert [texts for texts, _ in parted(rows, 45.0)] == [["基", "本", "情", "况", "右零", "右"], ["右", "右"]]
    assert [texts for texts, _ in parted(rows, 25.0)] == [["基", "本", "情", "况", "右零"], ["右", "右", "右"]]


def test_vertical_text_that_no_page_holds_stands_in_the_first_part():
    rows = rows_of(row(cell("基本情况", direction=Direction.DOWN), cell(*LONG)), columns=(20.0, 80.0))
    assert [texts for texts, _ in parted(rows, 30.0, True)] == [["基", "本", "情", "况", "行零"], LONG[1:]]


def cut(*cells, height=30.0):
    """(text, what of it may show) in a row of fixed height."""
    rows = rows_of(row(*cells, height=height, exact=True))
    return [(text.text, text.clip) for text in marks(rows, Text)], rows


BOX_OF_FIRST = (0.0, 0.0, 50.0, 30.0)


def test_a_row_of_fixed_height_cuts_off_what_does_not_fit_and_loses_no_text():
    texts, _ = cut(cell("甲", "乙", "丙"), "右")
    assert texts == [("甲", None), ("乙", BOX_OF_FIRST), ("丙", BOX_OF_FIRST), ("右", None)]


def test_a_line_whose_characters_show_whole_is_not_cut():
    assert cut("甲", height=17.2)[0] == [("甲", None)]
    assert cut("甲", height=17.1)[0] == [("甲", (0.0, 0.0, 50.0, 17.1))]


def test_what_is_cut_is_known_with_its_row():
    _, rows = cut(cell("甲", "乙"), "右")
    assert [(at, height, text.text) for at, height, text in rows.cut_texts] == [(0, 30.0, "乙")]


def test_a_merged_cell_is_cut_where_its_last_row_has_a_fixed_height():
    rows = rows_of(
        row(cell(*LONG, merge=START), "右", height=30.0, exact=True), row(cell(merge=GOES_ON), "右", height=30.0)
    )
    assert list(rows.cut_texts) == []
    fixed = {"height": 30.0, "exact": True}
    rows = rows_of(row(cell(*LONG, merge=START), "右", **fixed), row(cell(merge=GOES_ON), "右", **fixed))
    assert [(height, text.text) for _, height, text in rows.cut_texts] == [(60.0, line) for line in LONG[3:]]


def test_vertical_text_that_leaves_its_cell_at_the_side_is_cut():
    label = cell(*(para("甲乙丙", pitch=Pitch(1.0)) for _ in range(3)), direction=Direction.DOWN)
    rows = rows_of(row(label, "右", height=30.0, exact=True), columns=(25.0, 75.0))
    assert [(text.text, text.x) for _, _, text in rows.cut_texts] == [(char, -5.0) for char in "甲乙丙"]


def test_shades_rules_and_pictures_end_at_the_foot_of_the_cell():
    inner = table(row(cell("一", edges=BOX)), row(cell("二", edges=BOX)), columns=(40.0,))
    shaded = para(Image(8.0, 18.0, b"png"), shade="EEEEEE")
    _, rows = cut(cell(shaded, shaded, inner), height=50.0)
    assert max(fill.y + fill.height for fill in marks(rows, Fill)) == 40.0
    assert max(max(rule.y1, rule.y2) for rule in marks(rows, Rule)) == 50.0
    assert {picture.clip for picture in marks(rows, Picture)} == {(0.0, 0.0, 50.0, 50.0)}


def test_diagonals_run_from_corner_to_corner():
    head = cell("甲", edges=Edges(falling=THIN, rising=RULER))
    falling, rising = marks(rows_of(row(head, "右")), Rule)
    assert (falling.x1, falling.y1, falling.x2, falling.y2, falling.thickness) == (0.0, 0.0, 50.0, 20.0, 1.0)
    assert (rising.x1, rising.y1, rising.x2, rising.y2, rising.color) == (0.0, 20.0, 50.0, 0.0, "FF0000")
