"""layout.paragraphs: the bands of a paragraph, their ties and white, and the frame of its borders."""

from __future__ import annotations

import pytest
from documents import BOX, PITCH, RULER, THIN, marks, para, setting

from docgen.document import Border, Edges, Grid, Paragraph
from docgen.layout.bands import Heading
from docgen.layout.paragraphs import first_sentence, paragraph_bands
from docgen.layout.spans import Column
from docgen.page import Fill, Rule, Text

FOUR_LINES = "大" * 38


def bands(paragraph: Paragraph, before: Paragraph | None = None, after: Paragraph | None = None):
    return paragraph_bands(paragraph, Column(100.0), setting(), before, after)


def ties(text: str, **changes) -> str:
    """`-` where a line stays with the next, `|` where the page may end."""
    return "".join("-" if band.joined else "|" for band in bands(para(text, **changes)))


@pytest.mark.parametrize(
    ("lines", "free", "controlled"),
    [(1, "|", "|"), (2, "||", "-|"), (3, "|||", "--|"), (4, "||||", "-|-|"), (5, "|||||", "-||-|")],
)
def test_widow_control_ties_the_first_two_lines_and_the_last_two(lines, free, controlled):
    text = "大" * (10 * lines)
    assert ties(text) == free
    assert ties(text, widow_control=True) == controlled


def test_kept_lines_are_tied_and_a_heading_is_tied_to_the_next_paragraph():
    assert ties(FOUR_LINES, keep_lines=True) == "---|"
    assert ties(FOUR_LINES, keep_next=True) == "|||-"
    assert ties(FOUR_LINES, keep_lines=True, keep_next=True) == "----"


def test_white_stands_above_the_first_line_and_below_the_last():
    found = bands(para(FOUR_LINES, before=7.0, after=9.0))
    assert [(band.above, band.below) for band in found] == [(7.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 9.0)]


@pytest.mark.parametrize(("grid", "white"), [(Grid(), (6.0, 0.0)), (Grid(pitch=16.0), (8.0, 0.0))])
def test_white_in_lines_counts_the_rows_of_the_grid(grid, white):
    found = paragraph_bands(para("大", before=6.0, before_lines=0.5), Column(100.0, grid=grid), setting(), None, None)
    assert [(band.above, band.below) for band in found] == [white]


@pytest.mark.parametrize(("adds", "white"), [(False, 14.0), (True, 5.0)])
def test_automatic_white_is_that_of_word(adds, white):
    common = setting()
    common.adds_white = adds
    automatic = para("大", before=1.0, after=2.0, before_auto=True, after_auto=True)
    (band,) = paragraph_bands(automatic, Column(100.0), common, None, None)
    assert (band.above, band.below) == (white, white)


@pytest.mark.parametrize(("style", "white"), [("正文", (0.0, 0.0)), ("标题", (7.0, 9.0))])
def test_contextual_white_vanishes_between_paragraphs_of_one_style(style, white):
    neighbour = para("大", style=style)
    (band,) = bands(para("大", before=7.0, after=9.0, contextual_spacing=True), neighbour, neighbour)
    assert (band.above, band.below) == white


def test_contextual_white_stays_beside_tables():
    (band,) = bands(para("大", before=7.0, after=9.0, contextual_spacing=True))
    assert (band.above, band.below) == (7.0, 9.0)


def test_a_paragraph_that_begins_a_page_says_so_on_its_first_line():
    assert [band.new_page for band in bands(para(FOUR_LINES, page_break_before=True))] == [True, False, False, False]


def test_a_page_break_inside_a_paragraph_ends_the_page_after_its_line():
    assert [band.ends_page for band in bands(para("甲\f乙"))] == [True, False]


def test_each_line_is_a_band():
    found = bands(para(FOUR_LINES, index=7))
    assert [(band.body.index, band.height) for band in found] == [(7, PITCH)] * 4


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("一、总则", "一、总则"),
        ("（一）目的。为了……", "（一）目的"),
        ("关于试验\n的通知", "关于试验的通知"),
        ("附件\t1", "附件 1"),
        ("\f一、总则", "一、总则"),
    ],
)
def test_a_heading_becomes_a_bookmark_up_to_its_first_stop(text, title):
    assert bands(para(text, outline_level=1))[0].heading == Heading(title, 1)


def test_only_the_first_line_of_a_heading_is_marked():
    assert [band.heading is None for band in bands(para(FOUR_LINES, outline_level=0))] == [False, True, True, True]


@pytest.mark.parametrize("paragraph", [para("大"), para("", outline_level=0), para(" \n", outline_level=0)])
def test_no_bookmark_comes_from_body_text_or_an_empty_heading(paragraph):
    assert bands(paragraph)[0].heading is None


def test_a_sentence_ends_with_its_stop():
    assert [first_sentence(text) for text in ("甲。乙。", "甲", "。")] == ["甲", "甲", ""]


def ends(band, left=0.0, top=0.0):
    return [
        tuple(round(end, 2) for end in (rule.x1, rule.y1, rule.x2, rule.y2))
        for rule in marks(band.body, Rule, left, top)
    ]


def test_the_red_rule_hangs_below_its_line_by_its_distance():
    (band,) = bands(para("大", edges=Edges(bottom=RULER)))
    assert band.height == PITCH + 3.0 + 2.0
    (rule,) = marks(band.body, Rule, left=5.0, top=100.0)
    assert (rule.x1, rule.y1, rule.x2, rule.y2) == (5.0, 124.0, 105.0, 124.0)
    assert (rule.thickness, rule.color) == (2.0, "FF0000")


def test_a_rule_reaches_from_indent_to_indent():
    assert ends(bands(para("大", edges=Edges(bottom=THIN), left=20.0, right=10.0))[0]) == [(20.0, 20.5, 90.0, 20.5)]
    assert ends(bands(para("大", edges=Edges(bottom=THIN), left=20.0, first=-10.0))[0])[0][0] == 10.0
    assert ends(bands(para("大", edges=Edges(bottom=THIN), first=20.0))[0])[0][0] == 0.0


def test_an_upper_border_moves_the_text_down():
    (band,) = bands(para("大", edges=Edges(top=RULER)))
    assert (band.height, marks(band.body, Text)[0].y) == (PITCH + 5.0, 16.0 + 5.0)
    assert ends(band) == [(0.0, 1.0, 100.0, 1.0)]


def test_a_frame_stands_outside_the_text_and_closes_at_its_corners():
    (band,) = bands(para("大", edges=Edges(RULER, RULER, RULER, RULER)))
    assert band.height == PITCH + 10.0
    assert sorted(ends(band)) == [
        (-5.0, 1.0, 105.0, 1.0),
        (-5.0, 29.0, 105.0, 29.0),
        (-4.0, 0.0, -4.0, 30.0),
        (104.0, 0.0, 104.0, 30.0),
    ]


def test_a_thick_and_thin_rule_reaches_into_the_margins_and_has_its_thin_line_outside():
    double = Border(2.0, style="thickThinSmallGap")
    (below,) = bands(para("大", edges=Edges(bottom=double), left=-10.0, right=-10.0))
    (above,) = bands(para("大", edges=Edges(top=double)))
    assert below.height == above.height == PITCH + 3.5
    assert ends(below) == [(-10.0, 21.0, 110.0, 21.0), (-10.0, 23.12, 110.0, 23.12)]
    assert [(rule.y1, rule.thickness) for rule in marks(above.body, Rule)] == [(2.5, 2.0), (0.375, 0.75)]


def test_a_frame_goes_around_all_lines():
    found = bands(para("大" * 25, edges=BOX))
    assert [len(ends(band)) for band in found] == [3, 2, 3]
    assert [band.height for band in found] == [PITCH + 1, PITCH, PITCH + 1]


def test_shading_fills_the_box_of_each_line():
    found = bands(para("大" * 15, shade="FFFF00", left=10.0))
    assert [marks(band.body, Fill) for band in found] == [[Fill(10.0, 0.0, 90.0, PITCH, "FFFF00")]] * 2


def test_framed_neighbours_share_one_frame_with_the_white_between_them():
    upper, lower = (para(text, edges=BOX, before=4.0, after=6.0) for text in "甲乙")
    (first,), (second,) = bands(upper, None, lower), bands(lower, upper, None)
    assert [(first.above, first.below), (second.above, second.below)] == [(4.0, 0.0), (0.0, 6.0)]
    assert (first.height, second.height) == (PITCH + 1.0 + 6.0, PITCH + 1.0)
    assert sorted(ends(first)) == [(-1.0, 0.5, 101.0, 0.5), (-0.5, 0.0, -0.5, 27.0), (100.5, 0.0, 100.5, 27.0)]
    assert sorted(ends(second)) == [(-1.0, 20.5, 101.0, 20.5), (-0.5, 0.0, -0.5, 21.0), (100.5, 0.0, 100.5, 21.0)]


def test_a_border_may_stand_between_framed_neighbours():
    edges = Edges(THIN, THIN, THIN, THIN, inside_h=RULER)
    upper, lower = para("甲", edges=edges), para("乙", edges=edges)
    (first,) = bands(upper, None, lower)
    assert first.height == 1.0 + PITCH + 5.0
    assert (-1.0, 25.0, 101.0, 25.0) in ends(first)
    (second,) = bands(lower, upper, None)
    assert second.height == 3.0 + PITCH + 1.0


@pytest.mark.parametrize("changes", [{"left": 10.0}, {"edges": Edges(bottom=THIN)}, {"page_break_before": True}])
def test_neighbours_that_differ_or_part_have_frames_of_their_own(changes):
    upper, lower = para("甲", edges=BOX, after=6.0), para("乙", **{"edges": BOX, **changes})
    (first,) = bands(upper, None, lower)
    assert (first.below, first.height, len(ends(first))) == (6.0, 1.0 + PITCH + 1.0, 4)


def test_paragraphs_without_borders_share_nothing():
    (band,) = bands(para("甲", after=6.0), None, para("乙", before=4.0))
    assert (band.below, band.height) == (6.0, PITCH)


def test_a_framed_line_is_not_split():
    assert bands(para("大", edges=BOX))[0].split(5.0, True) == ()


def test_missing_characters_are_kept_with_the_number_of_their_paragraph():
    common = setting()
    paragraph_bands(para("镕", index=3), Column(100.0), common, None, None)
    assert [(each.char, at) for each, at in common.missing] == [("镕", 3)]
