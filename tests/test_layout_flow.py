"""layout.flow: pages, breaks and ties, white at page ends, tables over pages, floating tables, sections."""

from __future__ import annotations

from cProfile import Profile
from itertools import pairwise

import pytest
from documents import (
    BOX,
    cell,
    document,
    laid_out,
    pages_of,
    para,
    row,
    section,
    sheet,
    shown,
    strokes,
    table,
    texts,
)
from fake_fonts import FakeFonts

from docgen.document import Float, Grid, Image, Margin, Margins, Merge, Pitch
from docgen.layout import lay_out
from docgen.page import Bookmark, Picture

FIVE = ["一", "二", "三", "四", "五"]
"""As many lines as a page of these tests holds."""
LOW = Float(y_anchor="page", y_align="bottom")


def lines(count: int, first: str = "大", **changes):
    """A paragraph of so many lines."""
    return para(first * (10 * count), **changes)


def counts(*blocks, **changes) -> list[int]:
    """Lines on each page."""
    return [len(page.texts) for page in laid_out(*blocks, **changes).pages]


def baselines(*blocks, **changes) -> list[list[float]]:
    return [[round(item.y, 2) for item in page.texts] for page in laid_out(*blocks, **changes).pages]


def test_lines_follow_one_another_from_the_upper_margin():
    assert baselines(*FIVE) == [[26.0, 46.0, 66.0, 86.0, 106.0]]


def test_a_full_page_is_followed_by_the_next():
    assert shown(laid_out(*FIVE, "六")) == [FIVE, ["六"]]


def test_pages_begun_by_the_flow_are_counted_on():
    pages = laid_out(*FIVE, *FIVE, "六").pages
    assert [(page.number, page.label) for page in pages] == [(1, "1"), (2, "2"), (3, "3")]


def test_the_leading_of_a_multiple_pitch_adds_to_the_white_and_falls_off_at_the_foot_of_a_page():
    airy = [para(text, pitch=Pitch(2.0), before=5.0) for text in "甲乙丙丁戊己"]
    assert baselines(*airy) == [[23.8, 48.8, 73.8, 98.8], [18.8, 43.8]]


def test_a_line_a_twip_too_low_still_stands_on_its_page():
    assert counts(*FIVE, paper=sheet(height=119.96)) == [5]
    assert counts(*FIVE, paper=sheet(height=119.9)) == [4, 1]


def test_a_document_without_blocks_has_one_page():
    assert counts() == [0]


def test_a_line_taller_than_a_page_stands_on_a_page_of_its_own():
    tall = Image(50.0, 300.0, b"png")
    pages = laid_out("甲", para(tall, pitch=Pitch(1.0)), "乙").pages
    assert [[type(item).__name__ for item in page.items] for page in pages] == [["Text"], ["Picture"], ["Text"]]
    assert isinstance(pages[1].items[0], Picture)


@pytest.mark.parametrize(
    ("before", "free", "controlled"),
    [(4, [5, 3], [4, 4]), (3, [5, 2], [5, 2]), (2, [5, 1], [4, 2]), (1, [5], [5])],
)
def test_widow_control_leaves_no_single_line_behind_or_ahead(before, free, controlled):
    assert counts(lines(before), lines(4)) == free
    assert counts(lines(before), lines(4, widow_control=True)) == controlled


def test_a_paragraph_of_three_lines_moves_whole_under_widow_control():
    assert counts(lines(3), lines(3)) == [5, 1]
    assert counts(lines(3), lines(3, widow_control=True)) == [3, 3]


def test_kept_lines_move_whole_unless_no_page_holds_them():
    assert counts(lines(3), lines(3, keep_lines=True)) == [3, 3]
    assert counts("甲", lines(7, keep_lines=True)) == [1, 5, 2]


def test_a_heading_moves_with_the_first_lines_of_its_paragraph():
    heading = para("标题", keep_next=True)
    assert counts(lines(4), heading, lines(2)) == [4, 3]
    assert counts(lines(3), heading, lines(2)) == [5, 1]
    assert counts(lines(3), heading, lines(2, widow_control=True)) == [3, 3]
    assert counts(lines(3), heading, heading, lines(1)) == [3, 3]


def test_the_last_paragraph_may_ask_for_a_next():
    assert shown(laid_out("甲", para("乙", keep_next=True))) == [["甲", "乙"]]


def test_headings_that_fill_more_than_a_page_part_where_they_must():
    assert counts("甲", *[para("标题", keep_next=True)] * 7, "乙") == [1, 5, 3]


def test_a_paragraph_may_begin_a_page():
    assert counts("甲", para("乙", page_break_before=True)) == [1, 1]
    assert counts(para("乙", page_break_before=True)) == [1]


def test_a_page_break_ends_the_page_after_its_line():
    assert shown(laid_out("甲\f乙")) == [["甲"], ["乙"]]
    assert shown(laid_out("甲\f", "乙")) == [["甲"], ["乙"]]
    assert shown(laid_out("\f", "乙")) == [[], ["乙"]]
    assert shown(laid_out("甲\f")) == [["甲"]]
    assert shown(laid_out("甲\f", table(row("乙", "丙")))) == [["甲"], ["乙", "丙"]]


def test_a_picture_after_a_page_break_does_not_break_again():
    pages = laid_out(para("甲\f", Image(10.0, 10.0, b"png")), "乙").pages
    assert [len(page.items) for page in pages] == [1, 2]


def test_a_break_after_a_hung_mark_leaves_no_empty_line():
    paragraph = para("大" * 10 + "，\f乙", hang_punctuation=True)
    assert shown(laid_out(*FIVE[:4], paragraph)) == [[*FIVE[:4], "大" * 10 + "，"], ["乙"]]


def test_a_break_stands_above_ties():
    assert counts("甲", para("标题", keep_next=True), para("乙", page_break_before=True)) == [2, 1]
    assert counts("甲", para("标题\f", keep_next=True), "乙") == [2, 1]


def test_white_between_paragraphs_is_the_larger_or_in_old_documents_the_sum():
    blocks = para("甲", after=6.0), para("乙", before=10.0)
    assert baselines(*blocks) == [[26.0, 56.0]]
    assert baselines(*blocks, adds_white=True) == [[26.0, 62.0]]


def test_white_above_the_first_paragraph_of_the_document_stays():
    assert baselines(para("甲", before=10.0)) == [[36.0]]


def test_white_above_is_given_up_after_a_natural_page_end_only():
    spaced = para("六", before=10.0)
    assert baselines(*FIVE, spaced)[1] == [26.0]
    assert baselines("甲\f", spaced)[1] == [36.0]
    assert baselines("甲", para("六", before=10.0, page_break_before=True))[1] == [36.0]


def test_white_above_is_given_up_inside_a_group_too():
    group = [para("标题", keep_next=True, before=10.0) for _ in range(6)]
    assert baselines("甲", *group, "乙")[2][0] == 26.0


def test_white_below_may_fall_off_the_page_and_does_not_reach_the_next():
    assert baselines(*FIVE[:4], para("五", after=30.0), "六") == [[26.0, 46.0, 66.0, 86.0, 106.0], [26.0]]


def test_white_above_needs_room_on_the_page():
    assert counts(*FIVE[:4], para("五", before=10.0)) == [4, 1]


def test_rows_that_do_not_fit_go_to_the_next_page():
    rows = [row(text, "右", cant_split=True) for text in [*FIVE, "六"]]
    assert [len(page) for page in shown(laid_out(table(*rows)))] == [10, 2]


def test_a_row_parts_where_it_may_and_moves_whole_where_it_may_not():
    tall = cell(*FIVE[:3])
    assert shown(laid_out(lines(3), table(row(tall, "右")))) == [["大" * 10] * 3 + ["一", "二", "右"], ["三"]]
    assert shown(laid_out(lines(3), table(row(tall, "右", cant_split=True)))) == [["大" * 10] * 3, [*FIVE[:3], "右"]]


def test_a_heading_stays_with_the_first_part_of_a_row():
    heading = para("标题", keep_next=True)
    assert shown(laid_out(lines(3), heading, table(row(cell(*FIVE[:3]))))) == [
        ["大" * 10] * 3 + ["标题", "一"],
        ["二", "三"],
    ]
    assert counts(lines(4), heading, table(row(cell(*FIVE[:3])))) == [4, 4]


@pytest.mark.parametrize("cant_split", [False, True])
def test_a_row_taller_than_a_page_loses_nothing(cant_split):
    tall = row(cell(*[f"行{number}" for number in "零一二三四五六七八九甲乙"]), "右", cant_split=cant_split)
    pages = laid_out(table(tall)).pages
    assert [len(page.texts) for page in pages] == [6, 5, 2]
    assert all(item.y < 110.0 for page in pages for item in page.texts)


def test_a_row_that_may_not_part_begins_a_page_before_it_parts():
    assert counts("甲", table(row(cell(*FIVE, "六"), cant_split=True))) == [1, 5, 1]
    assert counts("甲", table(row(cell(*FIVE, "六")))) == [5, 2]


def test_white_below_a_heading_counts_before_a_row_parts():
    heading = para("标题", keep_next=True, after=25.0)
    assert shown(laid_out(lines(2), heading, table(row(cell(*FIVE[:3]))))) == [
        ["大" * 10] * 2,
        ["标题", *FIVE[:2]],
        ["三"],
    ]


def test_white_above_a_row_counts_where_a_group_fills_more_than_a_page():
    heading = lines(3, keep_next=True, keep_lines=True, after=25.0)
    assert counts(heading, table(row(cell(*FIVE[:4])))) == [3, 4]


def test_a_line_that_no_page_holds_does_not_take_others_along():
    tall = cell(para(Image(30.0, 300.0, b"png"), pitch=Pitch(1.0)), "一", "二")
    pages = laid_out("甲", table(row(tall))).pages
    assert [[type(item).__name__ for item in page.items] for page in pages] == [["Text"], ["Picture"], ["Text"] * 2]


def test_a_row_with_more_height_than_a_page_ends_with_the_page():
    assert shown(laid_out(table(row("甲", height=300.0)), "乙")) == [["甲"], ["乙"]]
    assert shown(laid_out("零", table(row("甲", height=300.0)), "乙")) == [["零"], ["甲"], ["乙"]]


def test_borders_close_at_the_foot_of_a_page_and_open_on_the_next():
    pages = laid_out(lines(2), table(row(cell(*FIVE[:4], edges=BOX)), columns=(100.0,))).pages
    assert strokes(pages[0]) == {
        (10.0, 50.5, 110.0, 50.5),
        (10.0, 91.5, 110.0, 91.5),
        (10.0, 50.0, 10.0, 92.0),
        (110.0, 50.0, 110.0, 92.0),
    }
    assert strokes(pages[1]) == {
        (10.0, 10.5, 110.0, 10.5),
        (10.0, 51.5, 110.0, 51.5),
        (10.0, 10.0, 10.0, 52.0),
        (110.0, 10.0, 110.0, 52.0),
    }


@pytest.mark.parametrize(("least", "expected"), [(49.0, [2, 1]), (49.5, [2, 1]), (49.6, [1, 1, 1])])
def test_the_last_rule_on_a_page_needs_room(least, expected):
    rows = [row(cell(text, edges=BOX), height=least) for text in "甲乙丙"]
    assert [len(page) for page in shown(laid_out(table(*rows, columns=(100.0,))))] == expected


def headed(*rows, head: int = 1):
    return table(*[row(f"头{'甲乙丙丁'[at]}", header=True) for at in range(head)], *rows, columns=(100.0,))


def test_head_rows_come_again_on_every_page():
    rows = [row(text) for text in [*FIVE, "六", "七", "八", "九"]]
    assert shown(laid_out(headed(*rows))) == [["头甲", *FIVE[:4]], ["头甲", "五", "六", "七", "八"], ["头甲", "九"]]


def test_head_rows_come_again_above_the_rest_of_a_parted_row():
    assert shown(laid_out(headed(row(cell(*FIVE, "六"))))) == [["头甲", *FIVE[:4]], ["头甲", "五", "六"]]


def test_head_rows_move_with_the_row_after_them():
    assert shown(laid_out(lines(4), headed(row("一"), head=1))) == [["大" * 10] * 4, ["头甲", "一"]]


def test_a_row_that_no_page_holds_below_the_head_rows_parts():
    tall = row(cell(*FIVE), cant_split=True)
    assert shown(laid_out(headed(tall))) == [["头甲", *FIVE[:4]], ["头甲", "五"]]
    assert shown(laid_out("甲", headed(tall))) == [["甲"], ["头甲", *FIVE[:4]], ["头甲", "五"]]


def test_head_rows_that_leave_no_room_do_not_come_again():
    rows = [row("一"), row("二")]
    assert shown(laid_out(headed(*rows, head=4))) == [
        ["头甲", "头乙", "头丙", "头丁", "一"],
        ["头甲", "头乙", "头丙", "头丁", "二"],
    ]
    tall = table(row("头", header=True, height=95.0), *rows, columns=(100.0,))
    assert shown(laid_out(tall)) == [["头"], ["一", "二"]]


def test_a_page_break_below_head_rows_counts():
    assert shown(laid_out(headed(row(cell(para("一", page_break_before=True)))))) == [["头甲"], ["一"]]


def test_text_after_a_table_stands_below_it():
    assert baselines(table(row("甲"), columns=(100.0,)), "乙") == [[26.0, 46.0]]


def merged(count: int, *content):
    first = row(cell(*content, merge=Merge.START), "右")
    return table(first, *[row(cell(merge=Merge.GOES_ON), "右") for _ in range(count - 1)])


def test_merged_rows_part_between_rows_and_lose_nothing():
    assert shown(laid_out(lines(3), merged(3, "左"))) == [[*["大" * 10] * 3, "左", "右", "右"], ["右"]]
    assert shown(laid_out(merged(7, "左", "中"))) == [["左", "中", "右", "右", "右", "右", "右"], ["右", "右"]]
    pages = laid_out(merged(7, *FIVE, "六", "七")).pages
    assert [text for page in shown(laid_out(merged(7, *FIVE, "六", "七"))) for text in page if text != "右"] == [
        *FIVE,
        "六",
        "七",
    ]
    assert all(10.0 < item.y < 110.0 for page in pages for item in page.texts)


def floating(*rows, place=LOW, **changes):
    return table(*(rows or [row("浮", height=30.0)]), columns=(100.0,), floating=place, **changes)


def test_a_floating_table_stands_at_the_foot_of_its_anchors_page():
    (page,) = laid_out("甲", floating(), "乙").pages
    assert texts(page) == [(10.0, 26.0, "甲"), (10.0, 46.0, "乙"), (10.0, 106.0, "浮")]


def test_the_anchor_goes_to_the_next_page_where_text_needs_the_place():
    assert shown(laid_out(*FIVE[:3], floating(), "锚")) == [[*FIVE[:3], "锚", "浮"]]
    assert shown(laid_out(*FIVE[:4], floating(), "锚")) == [FIVE[:4], ["锚", "浮"]]


def test_a_heading_before_the_anchor_goes_along():
    heading, anchor = para("标题", keep_next=True), para("锚", keep_next=True)
    tall = floating(row("浮", height=60.0))
    assert shown(laid_out("一", "二", heading, tall, anchor, table(row(cell(*FIVE[:3]))))) == [
        ["一", "二"],
        ["标题", "锚", "浮"],
        FIVE[:3],
    ]


def test_text_after_a_floating_table_keeps_clear_of_it():
    assert shown(laid_out("甲", floating(), "锚", *FIVE)) == [["甲", "锚", "一", "二", "浮"], ["三", "四", "五"]]


def test_text_goes_on_below_a_floating_table_that_leaves_room():
    place = Float(y_anchor="margin", y=20.0)
    (page,) = laid_out(floating(row("浮"), place=place), "锚", "甲", "乙").pages
    assert texts(page) == [(10.0, 26.0, "锚"), (10.0, 66.0, "甲"), (10.0, 86.0, "乙"), (10.0, 46.0, "浮")]


def test_a_row_whose_rule_would_hang_into_a_floating_table_goes_below_it():
    place = Float(y_anchor="margin", y=41.0)
    boxed = [row(cell(text, edges=BOX)) for text in "甲乙"]
    pages = laid_out(floating(row("浮"), place=place), "锚", table(*boxed, columns=(100.0,))).pages
    assert texts(pages[0])[:2] == [(10.0, 26.0, "锚"), (10.0, 71.0 + 17.0, "甲")]


def test_text_begins_below_a_floating_table_at_the_top():
    place = Float(y_anchor="margin", y_align="top")
    (page,) = laid_out(floating(row("浮"), place=place), "锚", "甲").pages
    assert texts(page) == [(10.0, 46.0, "锚"), (10.0, 66.0, "甲"), (10.0, 26.0, "浮")]


def test_a_row_parts_above_a_floating_table():
    pages = laid_out(floating(), "锚", table(row(cell(*FIVE)), columns=(100.0,))).pages
    assert [[item.text for item in page.texts] for page in pages] == [["锚", "一", "二", "三", "浮"], ["四", "五"]]


def test_a_floating_table_that_leaves_its_anchor_no_room_stands_there_all_the_same():
    place = Float(y_anchor="margin", y=5.0)
    assert shown(laid_out(floating(row("浮", height=90.0), place=place), "锚", "甲")) == [["锚", "浮"], ["甲"]]


def test_a_floating_table_taller_than_the_page_stands_in_the_text():
    tall = [row(text, height=40.0) for text in FIVE]
    assert shown(laid_out(floating(*tall), "锚", "甲")) == [["锚", "一", "二"], ["三", "四"], ["五", "甲"]]


def test_a_page_with_only_a_floating_table_is_not_empty():
    pages = laid_out(floating(), "锚", para("乙", page_break_before=True))
    assert shown(pages) == [["锚", "浮"], ["乙"]]


def sections(*given, **changes):
    return pages_of(document(*given, **changes)).pages


def labels(pages):
    return [(page.number, page.label) for page in pages]


def test_a_section_begins_a_page():
    assert [[item.text for item in page.texts] for page in sections(section("甲"), section("乙"))] == [["甲"], ["乙"]]


def test_a_section_on_other_paper_turns_the_page():
    first, second = sections(section("甲"), section("乙", paper=sheet(200.0, 120.0)))
    assert (first.width, first.height, second.width, second.height) == (120.0, 120.0, 200.0, 120.0)


def test_a_continuous_section_goes_on_below_with_its_own_margins():
    narrow = sheet(margins=Margins(10.0, 40.0, 10.0, 10.0))
    (page,) = sections(section("甲"), section("大" * 8, paper=narrow, start="continuous"))
    assert texts(page) == [(10.0, 26.0, "甲"), (40.0, 46.0, "大" * 7), (40.0, 66.0, "大")]


def test_a_continuous_section_on_other_paper_begins_a_page():
    assert len(sections(section("甲"), section("乙", paper=sheet(200.0), start="continuous"))) == 2


def test_the_pages_after_a_continuous_section_have_its_margins():
    low = sheet(margins=Margins(50.0, 10.0, 10.0, 10.0))
    pages = sections(section("甲"), section(*FIVE, paper=low, start="continuous"))
    assert [[item.y for item in page.texts] for page in pages] == [[26.0, 46.0, 66.0, 86.0, 106.0], [66.0]]


def test_the_first_section_begins_a_page_whatever_it_says():
    for start in ("continuous", "evenPage", "oddPage"):
        assert labels(sections(section("甲", start=start))) == [(1, "1")]


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("nextPage", [(1, "1"), (2, "2")]),
        ("evenPage", [(1, "1"), (2, "2")]),
        ("oddPage", [(1, "1"), (2, "2"), (3, "3")]),
    ],
    ids=str,
)
def test_an_empty_page_lets_a_section_begin_on_an_even_or_odd_one(start, expected):
    pages = sections(section("甲"), section("乙", start=start))
    assert labels(pages) == expected
    assert [len(page.texts) for page in pages] == [1] + [0] * (len(pages) - 2) + [1]


def test_no_page_is_left_empty_where_the_next_is_the_right_one():
    assert labels(sections(section("甲\f乙"), section("丙", start="oddPage"))) == [(1, "1"), (2, "2"), (3, "3")]


def test_a_section_may_count_its_pages_anew():
    assert labels(sections(section("甲"), section("乙\f丙", first_number=5))) == [(1, "1"), (2, "5"), (3, "6")]


def test_counting_anew_on_an_odd_page_does_not_put_two_odd_pages_on_one_sheet():
    pages = sections(section("甲"), section("乙", start="oddPage", first_number=1))
    assert labels(pages) == [(1, "1"), (2, "2"), (3, "1")]
    assert labels(sections(section("甲\f乙"), section("丙", start="oddPage", first_number=1)))[-1] == (3, "1")


def test_a_number_given_is_shown_even_if_it_is_the_wrong_one():
    assert labels(sections(section("甲"), section("乙", start="oddPage", first_number=2))) == [(1, "1"), (2, "2")]


def test_mirrored_margins_change_sides_on_even_pages():
    bound = sheet(margins=Margins(10.0, 30.0, 10.0, 10.0))
    pages = sections(section("甲\f乙", paper=bound), mirrored=True)
    assert [page.texts[0].x for page in pages] == [30.0, 10.0]


def test_the_binding_takes_room_on_the_left_or_where_pages_are_mirrored_inside():
    bound = sheet(gutter=20.0)
    plain = sections(section("大" * 10 + "\f乙", paper=bound))
    assert [(item.x, len(item.text)) for page in plain for item in page.texts] == [(30.0, 8), (30.0, 2), (30.0, 1)]
    mirrored = sections(section("甲\f乙", paper=bound), mirrored=True)
    assert [page.texts[0].x for page in mirrored] == [30.0, 10.0]


def test_bookmarks_tell_title_level_page_and_place():
    heading = para("一、总则。以下", outline_level=1, before=4.0)
    pages = laid_out(para("关于试验的通知", outline_level=0), "甲", heading, "大", para("二、分则", outline_level=1))
    assert pages.outline == (
        Bookmark("关于试验的通知", 0, 1, 10.0),
        Bookmark("一、总则", 1, 1, 54.0),
        Bookmark("二、分则", 1, 2, 10.0),
    )


SINGLE = Pitch(1.0)


def heights_between(*blocks, in_cells=False):
    """How far apart the baselines are on the only page, with rows of 12 points."""
    given = document(section(*blocks, grid=Grid(pitch=12.0)), grid_in_cells=in_cells)
    (page,) = pages_of(given).pages
    places = [text.y for text in page.texts]
    return [round(lower - upper, 2) for upper, lower in pairwise(places)]


def test_lines_of_a_section_fill_the_rows_of_its_grid():
    assert heights_between(*(para(each, pitch=SINGLE) for each in "甲乙丙")) == [12.0, 12.0]


@pytest.mark.parametrize(("in_cells", "expected"), [(False, [10.0]), (True, [12.0])])
def test_lines_in_tables_fill_the_grid_only_where_the_document_says_so(in_cells, expected):
    cells = cell(para("甲", pitch=SINGLE), para("乙", pitch=SINGLE))
    assert heights_between(table(row(cells), columns=(50.0,)), in_cells=in_cells) == expected


def work(count: int) -> tuple[int, list[str]]:
    """How many calls it takes to set a list of so many rows, and the first text of each page."""
    body = (row(str(at % 10), "单位", cant_split=True) for at in range(count))
    given = document(section(table(row("序号", "单位", header=True), *body)))
    calls = Profile()
    pages, _ = calls.runcall(lay_out, given, FakeFonts())
    return sum(each.callcount for each in calls.getstats()), [page.texts[0].text for page in pages.pages]


def test_a_long_list_has_its_head_on_every_page_and_takes_time_by_its_length():
    some, _ = work(200)
    more, heads = work(800)
    assert heads == ["序号"] * 200
    assert more < 4.3 * some


def over(*content, **place):
    """A floating table for which the text keeps no room."""
    return table(row(cell(*content)), columns=(30.0,), floating=Float(over=True, **place))


def test_text_keeps_no_room_for_what_stands_over_it():
    (page,) = laid_out("一", over("框", y_anchor="page", y=30.0, x_anchor="page", x=5.0), "二", "三").pages
    assert texts(page) == [(10.0, 26.0, "一"), (10.0, 46.0, "二"), (10.0, 66.0, "三"), (5.0, 46.0, "框")]


def test_what_stands_over_the_text_may_count_from_its_paragraph():
    pages = laid_out(*FIVE, over("框", y_anchor="text", y=-8.0, x=40.0), "六").pages
    assert texts(pages[1]) == [(10.0, 26.0, "六"), (50.0, 18.0, "框")]


def test_what_stands_over_the_text_may_be_taller_than_the_page():
    seal = Image(20.0, 300.0, b"png")
    (page,) = laid_out(over(para(seal, pitch=Pitch()), y_anchor="text"), *FIVE).pages
    assert [item.height for item in page.items if isinstance(item, Picture)] == [300.0]


def test_what_stands_over_the_text_of_a_footer_counts_from_its_line():
    footer = Margin((over("框", y_anchor="text", x_anchor="margin", x_align="center"), para("脚")))
    (page,) = pages_of(document(section("一", footers=footer))).pages
    (_, line, _), (x, y, _) = texts(page)[1:]
    assert (x, y) == (10.0 + (100.0 - 30.0) / 2, line)


def test_what_stands_over_a_cell_stands_in_it():
    given = table(row(cell(over("框", y_anchor="text"), "格")))
    assert shown(laid_out(given)) == [["框", "格"]]
