"""layout.vertical: Chinese from top to bottom, lines from right to left, Latin on its side; or all turned upward."""

from __future__ import annotations

import pytest
from documents import BOX, THIN, cell, char, laid_out, para, row, run, setting, table
from fake_fonts import ASCENT

from docgen.document import Align, Direction, Edges, Image, Margins, Pitch
from docgen.layout.blocks import blocks_bands
from docgen.layout.spans import Column
from docgen.layout.vertical import Upright
from docgen.page import Picture, Rule, Text

ONE = Pitch(1.0)
WIDTH, HEIGHT = 50.0, 60.0
TOP = 100.0
BASELINE = 10 * ASCENT


def upright(*content, **changes):
    paragraphs = [para(each, pitch=ONE) if isinstance(each, str) else each for each in content]
    given = cell(*paragraphs, **{"direction": Direction.DOWN, **changes})
    return Upright(given, Column(100.0), setting(), in_cell)


def in_cell(given, column, common):
    return blocks_bands(given.blocks, column, common, floats=False)


def placed(*content, **changes):
    """(x, how far below the upper edge, text) of the characters in a box of 50 × 60 at x = 0."""
    return [(round(t.x, 2), round(t.y - TOP, 2), t.text) for t in texts_of(*content, **changes)]


def texts_of(*content, **changes):
    found = upright(*content, **changes).place(0.0, TOP, WIDTH, HEIGHT)
    return [item for item in found if isinstance(item, Text)]


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


def test_margins_stay_on_their_sides():
    margins = Margins(top=3.0, left=5.0)
    assert placed("甲", margins=margins) == [(40.0, 3.0 + BASELINE, "甲")]
    all_four = Margins(top=3.0, left=5.0, bottom=7.0, right=15.0)
    low = para("甲乙", pitch=ONE, align=Align.RIGHT)
    assert placed(low, margins=all_four, valign="bottom") == [
        (5.0, 33.0 + BASELINE, "甲"),
        (5.0, 43.0 + BASELINE, "乙"),
    ]
    assert placed("一二三四五六", margins=all_four)[4:] == [(25.0, 43.0 + BASELINE, "五"), (15.0, 3.0 + BASELINE, "六")]


def test_indents_count_down_the_line():
    indented = para("一二三四", pitch=ONE, left=20.0, right=10.0, first=10.0)
    assert [(x, down) for x, down, _ in placed(indented)] == [
        (40.0, 30.0 + BASELINE),
        (40.0, 40.0 + BASELINE),
        (30.0, 20.0 + BASELINE),
        (30.0, 30.0 + BASELINE),
    ]


def test_distributed_characters_fill_the_line():
    assert [down for _, down, _ in placed(para("甲乙", pitch=ONE, align=Align.DISTRIBUTE))] == [
        BASELINE,
        50.0 + BASELINE,
    ]


def test_white_between_paragraphs_stands_between_their_lines():
    apart = (para("甲", pitch=ONE, after=4.0), para("乙", pitch=ONE, before=6.0))
    assert [x for x, _, _ in placed(*apart)] == [40.0, 24.0]


def test_lines_of_a_framed_paragraph_stand_clear_of_its_border():
    assert placed(para("甲", pitch=ONE, edges=Edges(top=THIN)))[0][0] == 39.0


@pytest.mark.parametrize("mark", "（》—…“")
def test_brackets_and_dashes_lie_on_their_side(mark):
    first, second = texts_of(f"甲{mark}")
    assert (first.turned, second.turned) == (0, 1)
    assert (second.x, second.y - TOP) == (pytest.approx(45.0 - 3.8), pytest.approx(10.0))


@pytest.mark.parametrize("mark", "、。，")
def test_stops_stand_in_the_upper_right_of_their_square(mark):
    _, second = texts_of(f"甲{mark}")
    assert (second.turned, second.x, second.y - TOP) == (0, 46.0, pytest.approx(4.0 + BASELINE))


def test_latin_lies_on_its_side_with_its_middle_on_that_of_the_line():
    (word,) = texts_of("ab")
    assert (word.text, word.turned, word.x, word.y - TOP) == ("ab", 1, pytest.approx(45.0 - 3.8), 0.0)


def test_upward_text_is_a_box_turned_against_the_clock():
    first, second = texts_of("甲a", "乙", direction=Direction.UP)[::2]
    assert (first.text, first.turned, first.x, first.y - TOP) == ("甲", -1, pytest.approx(8.8), 60.0)
    assert (second.text, second.turned, second.x, second.y - TOP) == ("乙", -1, pytest.approx(18.8), 60.0)


@pytest.mark.parametrize(("valign", "x"), [("top", 5.0), ("center", 20.0), ("bottom", 35.0)])
def test_upward_lines_run_from_left_to_right(valign, x):
    (found,) = texts_of("甲", direction=Direction.UP, valign=valign, margins=Margins(left=5.0, right=5.0))
    assert found.x == pytest.approx(x + 8.8)


def test_rules_shades_and_pictures_turn_with_upward_text():
    framed = para(Image(8.0, 6.0, b"png"), pitch=ONE, edges=Edges(bottom=THIN), shade="EEEEEE")
    fill, picture, rule = upright(framed, direction=Direction.UP).place(0.0, TOP, WIDTH, HEIGHT)
    assert (fill.x, fill.y - TOP, fill.width, fill.height) == (0.0, 0.0, 11.0, 60.0)
    assert (picture.x, picture.y - TOP, picture.width, picture.height) == (pytest.approx(2.8), 54.0, 8.0, 6.0)
    assert (rule.x1, rule.y1 - TOP, rule.x2, rule.y2 - TOP) == (10.5, 60.0, 10.5, 0.0)


def test_upward_text_holds_tables():
    inner = table(row(cell("甲", edges=BOX)), columns=(30.0,))
    found = list(upright(inner, para(), direction=Direction.UP).place(0.0, TOP, WIDTH, HEIGHT))
    assert [item.text for item in found if isinstance(item, Text)] == ["甲"]
    assert sum(isinstance(item, Rule) for item in found) == 4


def test_gaps_between_scripts_count_inside_a_column():
    assert [down for _, down, _ in placed("甲1")] == [BASELINE, 12.0]
    assert [(down, text) for _, down, text in placed("一二三四五六12")][6:] == [(0.0, "12")]


def test_the_largest_type_gives_the_width_of_a_column():
    large = para(run("甲", size=20.0), "乙", pitch=ONE)
    assert [x for x, _, _ in placed(large)] == [30.0, 35.0]
    assert upright(large).least_height(50.0) == 20.0


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
        (36.0, 4.0 + BASELINE, "，"),
    ]


def test_a_picture_stands_upright_in_its_column():
    image = Image(8.0, 20.0, b"png")
    found = list(upright(para("甲", image, "乙", pitch=ONE)).place(0.0, TOP, WIDTH, HEIGHT))
    assert [item for item in found if isinstance(item, Picture)] == [Picture(41.0, TOP + 10.0, 8.0, 20.0, b"png")]
    assert [t.text for t in found if isinstance(t, Text)] == ["甲", "乙"]
    assert found[-1].y - TOP == pytest.approx(30.0 + BASELINE)


@pytest.mark.parametrize(("width", "height"), [(50.0, 10.0), (40.0, 10.0), (39.0, 20.0), (20.0, 20.0), (19.0, 40.0)])
def test_it_asks_for_a_height_in_which_its_width_holds_it(width, height):
    assert upright("基本情况").least_height(width) == height


def test_a_width_that_holds_no_line_asks_for_one_long_line():
    assert upright("基本情况").least_height(5.0) == 50.0
    assert upright("").least_height(5.0) == 0.0


def test_margins_take_room_from_the_lines():
    margins = Margins(top=3.0, bottom=2.0, left=4.0, right=1.0)
    assert upright("基本情况", margins=margins).least_height(25.0) == 25.0
    assert upright("基本情况", margins=margins).fits(25.0, 25.0)
    assert not upright("基本情况", margins=margins).fits(24.9, 25.0)
    assert not upright("基本情况", margins=margins).fits(25.0, 24.9)


@pytest.mark.parametrize(("width", "height", "fits"), [(20.0, 20.0, True), (19.0, 20.0, False), (50.0, 10.0, True)])
def test_a_box_holds_all_columns_or_not(width, height, fits):
    assert upright("基本情况").fits(width, height) is fits


def test_a_vertical_cell_takes_the_height_of_its_row():
    label = cell(para("甲乙", pitch=ONE, align=Align.CENTER), direction=Direction.DOWN, valign="center")
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
    given = cell(para("镕", index=3), direction=Direction.DOWN)
    list(Upright(given, Column(100.0), common, in_cell).place(0.0, TOP, WIDTH, HEIGHT))
    assert [(each.char, at) for each, at in common.missing] == [("镕", 3)]
