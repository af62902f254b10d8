"""layout.vertical: Chinese from top to bottom, columns from right to left, Latin on its side."""

from __future__ import annotations

import pytest
from documents import cell, char, laid_out, para, row, run, setting, table
from fake_fonts import ASCENT

from docgen.document import Align, Image, Margins, Pitch
from docgen.layout.spans import Column
from docgen.layout.vertical import set_upright
from docgen.page import Picture, Text

ONE = Pitch(1.0)
WIDTH, HEIGHT = 50.0, 60.0
TOP = 100.0
BASELINE = 10 * ASCENT


def upright(*content, **changes):
    paragraphs = [para(each, pitch=ONE) if isinstance(each, str) else each for each in content]
    return set_upright(cell(*paragraphs, vertical=True, **changes), Column(100.0), setting())


def placed(*content, **changes):
    """(x, how far below the upper edge, text) of the characters in a box of 50 × 60 at x = 0."""
    found = upright(*content, **changes).place(0.0, TOP, WIDTH, HEIGHT)
    return [(round(t.x, 2), round(t.y - TOP, 2), t.text) for t in found if isinstance(t, Text)]


def test_characters_run_down_the_right_side_each_upright():
    assert placed("基本") == [(40.0, BASELINE, "基"), (40.0, 10.0 + BASELINE, "本")]


def test_a_full_column_goes_on_in_the_next_to_the_left():
    assert placed("一二三四五六七")[5:] == [(40.0, 50.0 + BASELINE, "六"), (30.0, BASELINE, "七")]


def test_each_paragraph_begins_a_column():
    assert placed("甲", "乙") == [(40.0, BASELINE, "甲"), (30.0, BASELINE, "乙")]


def test_an_empty_paragraph_takes_a_column():
    empty = para(pitch=ONE, mark=char(size=15.0))
    assert [x for x, _, _ in placed("甲", empty, "乙")] == [40.0, 15.0]


def test_the_pitch_is_the_width_of_a_column_with_characters_in_its_middle():
    assert placed(para("甲\n乙")) == [(35.0, BASELINE, "甲"), (15.0, BASELINE, "乙")]


@pytest.mark.parametrize(("valign", "x"), [("top", 40.0), ("center", 20.0), ("bottom", 0.0)])
def test_vertical_alignment_moves_columns_across(valign, x):
    assert placed("甲", valign=valign)[0][0] == x


@pytest.mark.parametrize(
    ("align", "down"), [(Align.LEFT, 0.0), (Align.JUSTIFY, 0.0), (Align.CENTER, 20.0), (Align.RIGHT, 40.0)]
)
def test_alignment_moves_characters_along(align, down):
    assert placed(para("甲乙", pitch=ONE, align=align))[0][1] == pytest.approx(down + BASELINE)


def test_letter_spacing_stands_between_characters_only():
    spread = para(run("甲乙", spacing=10.0), pitch=ONE, align=Align.RIGHT)
    assert [down for _, down, _ in placed(spread)] == [30.0 + BASELINE, 50.0 + BASELINE]


def test_margins_turn_with_the_text():
    margins = Margins(top=3.0, left=5.0)
    assert placed("甲", margins=margins) == [(37.0, 5.0 + BASELINE, "甲")]
    all_four = Margins(top=3.0, left=5.0, bottom=7.0, right=15.0)
    low = para("甲乙", pitch=ONE, align=Align.RIGHT)
    assert placed(low, margins=all_four, valign="bottom") == [
        (7.0, 25.0 + BASELINE, "甲"),
        (7.0, 35.0 + BASELINE, "乙"),
    ]
    assert [down for _, down, _ in placed("一二三四五", margins=all_four)][4] == 5.0 + BASELINE


def test_latin_lies_on_its_side_with_its_middle_in_the_column():
    first, second = (t for t in upright("ab").place(0.0, TOP, WIDTH, HEIGHT) if isinstance(t, Text))
    assert (first.turned, first.x, first.y - TOP) == (True, pytest.approx(45.0 - 3.8), 0.0)
    assert (second.text, second.y - TOP) == ("b", 5.0)


def test_gaps_between_scripts_count_inside_a_column():
    assert [down for _, down, _ in placed("甲1")] == [BASELINE, 12.0]
    assert [down for _, down, _ in placed("一二三四五六12")][6:] == [0.0, 5.0]


def test_the_largest_type_gives_the_width_of_a_column():
    large = para(run("甲", size=20.0), "乙", pitch=ONE)
    assert [x for x, _, _ in placed(large)] == [30.0, 35.0]
    assert upright(large).least_height == 20.0


@pytest.mark.parametrize("text", ["甲\n乙", "甲\f乙"])
def test_breaks_begin_a_column_and_are_not_drawn(text):
    assert placed(text) == [(40.0, BASELINE, "甲"), (30.0, BASELINE, "乙")]


def test_an_empty_line_is_an_empty_column():
    assert placed("甲\n\n乙") == [(40.0, BASELINE, "甲"), (20.0, BASELINE, "乙")]


def test_blanks_at_the_foot_of_a_column_and_tabs_are_not_drawn():
    assert [text for _, _, text in placed("一二三四五六　七\t八")] == ["一", "二", "三", "四", "五", "六", "七", "八"]


def test_no_column_begins_with_a_closing_mark():
    hanging = para("一二三四五六，", pitch=ONE, hang_punctuation=True)
    assert placed(hanging)[4:] == [
        (40.0, 40.0 + BASELINE, "五"),
        (30.0, BASELINE, "六"),
        (30.0, 10.0 + BASELINE, "，"),
    ]


def test_a_picture_stands_upright_in_its_column():
    image = Image(8.0, 20.0, b"png")
    found = list(upright(para("甲", image, "乙", pitch=ONE)).place(0.0, TOP, WIDTH, HEIGHT))
    assert [item for item in found if isinstance(item, Picture)] == [Picture(41.0, TOP + 10.0, 8.0, 20.0, b"png")]
    assert [t.text for t in found if isinstance(t, Text)] == ["甲", "乙"]
    assert found[-1].y - TOP == pytest.approx(30.0 + BASELINE)


def test_it_asks_for_the_height_of_one_character():
    assert upright("基本情况", margins=Margins(left=2.0, right=3.0)).least_height == 15.0
    assert upright("").least_height == 0.0


def test_margins_take_room_from_the_columns():
    margins = Margins(top=3.0, bottom=2.0, left=4.0, right=1.0)
    assert upright("基本情况", margins=margins).fits(25.0, 25.0)
    assert not upright("基本情况", margins=margins).fits(24.9, 25.0)
    assert not upright("基本情况", margins=margins).fits(25.0, 24.9)


@pytest.mark.parametrize(("width", "height", "fits"), [(20.0, 20.0, True), (19.0, 20.0, False), (50.0, 9.0, False)])
def test_a_box_holds_all_columns_or_not(width, height, fits):
    assert upright("基本情况").fits(width, height) is fits


def test_a_vertical_cell_takes_the_height_of_its_row():
    label = cell(para("甲乙", pitch=ONE, align=Align.CENTER), vertical=True, valign="center")
    (page,) = laid_out(table(row(label, cell("大", "大", "大"))), "后").pages
    assert [(t.x, round(t.y, 2), t.text) for t in page.texts[:2]] == [(30.0, 38.8, "甲"), (30.0, 48.8, "乙")]


def test_columns_too_many_for_their_box_leave_it_at_the_left():
    assert placed("一" * 40, valign="center")[0][0] == 40.0


def test_paragraphs_of_a_table_in_it_are_set():
    assert [text for _, _, text in placed(table(row("甲", "乙")), "丙")] == ["甲", "乙", "丙"]


def test_marks_know_their_paragraph_and_format():
    (text,) = marks_of(para(run("甲", color="FF0000", bold=True), pitch=ONE, style="表头", index=4))
    assert (text.style, text.source, text.color, text.bold, text.width, text.spacing) == (
        "表头",
        4,
        "FF0000",
        True,
        10.0,
        0.0,
    )


def marks_of(paragraph):
    return [item for item in upright(paragraph).place(0.0, TOP, WIDTH, HEIGHT) if isinstance(item, Text)]


def test_missing_characters_are_reported():
    common = setting()
    set_upright(cell(para("镕", index=3), vertical=True), Column(100.0), common)
    assert [(each.char, at) for each, at in common.missing] == [("镕", 3)]
