"""layout.lines: pieces of a line, their places to a hundredth of a point, heights and baselines."""

from __future__ import annotations

import pytest
from documents import PITCH, char, exact, lines_of, marks, para, places, run
from fake_fonts import ASCENT, DESCENT, SECOND, FakeFonts
from msgspec.structs import replace

from docgen.document import (
    NO_GRID,
    Align,
    Border,
    Field,
    Grid,
    Image,
    Label,
    ParagraphFormat,
    Pitch,
    PitchRule,
    TabStop,
)
from docgen.layout.lines import empty_look, line_height, set_lines
from docgen.layout.shape import Missing
from docgen.layout.spans import Column
from docgen.page import Fill, Picture, Rule, Text


def line(*content, width=100.0, **changes):
    """The only line of a paragraph."""
    (found,) = lines_of(para(*content, **changes), width)
    return found


def first_of(text, width=100.0, **changes):
    return lines_of(para(text, **changes), width)[0]


@pytest.mark.parametrize(
    ("align", "x"), [(Align.LEFT, 0.0), (Align.CENTER, 40.0), (Align.RIGHT, 80.0), (Align.JUSTIFY, 0.0)]
)
def test_a_short_line_stands_where_its_alignment_says(align, x):
    (piece,) = line("大大", align=align).pieces
    assert (piece.x, piece.width, piece.extra) == (x, 20.0, 0.0)


@pytest.mark.parametrize(
    ("align", "x"), [(Align.LEFT, 30.0), (Align.CENTER, 50.0), (Align.RIGHT, 70.0), (Align.DISTRIBUTE, 30.0)]
)
def test_alignment_counts_inside_the_indents(align, x):
    assert places(line("大大", align=align, left=10.0, first=20.0, right=10.0))[0][0] == x


def test_a_full_line_is_stretched_to_its_measure_and_the_last_is_not():
    first, last = lines_of(para("大" * 12, align=Align.JUSTIFY), 104.5)
    (piece,) = first.pieces
    assert (piece.x, round(piece.width, 2), round(piece.extra, 4)) == (0.0, 104.5, 0.5)
    assert places(last) == [(0.0, "大大")]
    assert last.pieces[0].extra == 0.0


def test_a_line_that_just_fits_is_not_stretched():
    first, _ = lines_of(para("大" * 11, align=Align.JUSTIFY))
    assert (first.pieces[0].width, first.pieces[0].extra) == (100.0, 0.0)


@pytest.mark.parametrize("align", [Align.LEFT, Align.CENTER, Align.RIGHT])
def test_only_justified_lines_are_stretched(align):
    assert first_of("大" * 12, 104.5, align=align).pieces[0].extra == 0.0


def test_blanks_between_words_stretch():
    first = first_of("aa bb cccccccc", 30.0, align=Align.JUSTIFY)
    assert places(first) == [(0.0, "aa"), (10.0, " "), (20.0, "bb")]


def test_a_line_with_nothing_to_stretch_stays_as_it_is():
    first = first_of("abcdef ghijklmn", 50.0, align=Align.JUSTIFY)
    assert (places(first), first.pieces[0].extra) == ([(0.0, "abcdef")], 0.0)


def test_a_line_of_two_is_distributed_over_its_measure_even_if_it_is_the_last():
    (piece,) = line("大大", width=60.0, align=Align.DISTRIBUTE).pieces
    assert (piece.x, piece.width, piece.extra) == (0.0, 60.0, 40.0)


def test_one_character_cannot_be_distributed():
    assert places(line("大", align=Align.DISTRIBUTE)) == [(0.0, "大")]


def test_a_line_broken_by_hand_is_stretched_and_one_before_a_page_break_is_not():
    assert first_of("大大\n大", align=Align.JUSTIFY).pieces[0].width == 100.0
    assert first_of("大大\f大", align=Align.JUSTIFY).pieces[0].width == 20.0


def test_a_hung_mark_stands_outside_the_measure():
    first = lines_of(para("大大大大，大", align=Align.JUSTIFY, hang_punctuation=True), 43.0)[0]
    (piece,) = first.pieces
    assert (piece.text, piece.extra) == ("大大大大，", 1.0)
    assert piece.width == 43.0 + 1.0 + 10.0


def test_a_hung_mark_gives_up_its_own_width():
    first = lines_of(para("大大大大,大", align=Align.JUSTIFY, hang_punctuation=True), 43.0)[0]
    assert [(piece.text, piece.extra) for piece in first.pieces] == [("大大大大", 1.0), (",", 0.0)]


def test_a_line_longer_than_its_measure_begins_at_its_indent():
    for align in Align:
        assert places(line("大", width=5.0, align=align)) == [(0.0, "大")]


def test_stretching_adds_to_letter_spacing():
    first = lines_of(para(run("大大大大", spacing=2.0), align=Align.JUSTIFY), 36.0)[0]
    (text,) = marks(first, Text)
    assert (text.text, text.width, text.spacing) == ("大大大", 36.0, 3.0)


def test_a_line_without_room_or_characters_is_not_stretched():
    assert line(width=-5.0, align=Align.DISTRIBUTE).pieces == ()


def test_letter_spacing_stands_between_characters_only():
    (piece,) = line(run("大大大", spacing=2.0)).pieces
    assert (piece.width, piece.x) == (34.0, 0.0)
    assert places(line(run("大大大", spacing=2.0), align=Align.RIGHT)) == [(66.0, "大大大")]
    assert line(run("大大", spacing=2.0), run("大", bold=True)).pieces[0].width == 22.0
    (text,) = marks(line(run("大大大", spacing=2.0)), Text)
    assert text.spacing == 2.0


def test_pieces_of_different_scripts_are_a_gap_apart():
    assert places(line("大a大")) == [(0.0, "大"), (12.0, "a"), (19.0, "大")]
    assert places(line("大é")) == [(0.0, "大"), (12.0, "é")]
    assert places(lines_of(para("甲乙丙丁abc"), 40.0)[1]) == [(0.0, "abc")]


def test_tabs_lead_to_their_stops():
    stops = (TabStop(30.0), TabStop(60.0, "center"), TabStop(100.0, "right"))
    assert places(line("甲\t乙\t丙丙\t丁丁", tabs=stops)) == [
        (0.0, "甲"),
        (30.0, "乙"),
        (50.0, "丙丙"),
        (80.0, "丁丁"),
    ]


def test_a_line_with_tabs_is_not_moved_or_stretched():
    for align in Align:
        assert places(line("甲\t乙", align=align)) == [(0.0, "甲"), (36.0, "乙")]


def test_a_hanging_number_and_its_text_align():
    first, second = lines_of(para("1.\t甲乙丙丁", left=20.0, first=-20.0), 50.0)
    assert places(first) == [(0.0, "1."), (20.0, "甲乙丙")]
    assert places(second) == [(20.0, "丁")]


def test_pieces_change_with_the_format():
    found = line("甲", run("乙", bold=True), run("丙", size=20.0))
    assert [(piece.x, piece.text, piece.look.bold) for piece in found.pieces] == [
        (0.0, "甲", False),
        (10.0, "乙", True),
        (20.0, "丙", False),
    ]


@pytest.mark.parametrize(
    ("pitch", "height", "baseline"),
    [
        (exact(20.0), 20.0, 16.0),
        (exact(5.0), 5.0, 4.0),
        (Pitch(8.0, PitchRule.AT_LEAST), 10.0, 8.8),
        (Pitch(15.0, PitchRule.AT_LEAST), 15.0, 13.8),
        (Pitch(1.0), 10.0, 8.8),
        (Pitch(1.5), 15.0, 8.8),
        (Pitch(0.5), 5.0, 3.8),
    ],
)
def test_height_and_baseline_follow_the_pitch(pitch, height, baseline):
    found = line("大", pitch=pitch)
    assert (round(found.height + found.leading, 4), round(found.baseline, 4)) == (height, baseline)


def test_a_multiple_pitch_stands_below_the_line_outside_its_height():
    wide, narrow = (line("大", pitch=Pitch(value)) for value in (1.5, 0.5))
    assert (wide.height, wide.leading) == (10.0, 5.0)
    assert (narrow.height, narrow.leading) == (pytest.approx(5.0), 0.0)


def test_the_largest_type_of_a_line_gives_its_height():
    first, second = lines_of(para("大大", run("大", size=20.0), "大大", pitch=Pitch(1.0)), 40.0)
    assert (first.height, second.height) == (20.0, 10.0)
    assert first.baseline == pytest.approx(17.6)


@pytest.mark.parametrize(("raised", "height", "baseline"), [(4.0, 14.0, 12.8), (-4.0, 14.0, 8.8)])
def test_raised_and_lowered_type_makes_room_for_itself(raised, height, baseline):
    found = line("大", run("大", raised=raised), pitch=Pitch(1.0))
    assert (found.height, found.baseline) == (pytest.approx(height), pytest.approx(baseline))


def test_a_line_of_raised_type_alone_reaches_from_its_top_to_the_usual_depth():
    found = line(run("大", raised=4.0), pitch=Pitch(1.0))
    assert (found.height, found.baseline) == (pytest.approx(14.0), pytest.approx(12.8))


def test_an_empty_paragraph_is_as_tall_as_its_mark():
    assert line(mark=char(size=30.0), pitch=Pitch(1.0)).height == 30.0
    assert line(mark=char(size=30.0)).height == PITCH
    assert line(mark=char(size=30.0)).pieces == ()


def test_a_line_of_blanks_is_as_tall_as_the_mark():
    assert line("  ", mark=char(size=12.0), pitch=Pitch(1.0)).height == 12.0


def test_an_empty_line_between_breaks_is_as_tall_as_the_mark():
    found = lines_of(para("甲\n\n乙", mark=char(size=12.0), pitch=Pitch(1.0)))
    assert [each.height for each in found] == [10.0, 12.0, 10.0]


def test_lines_without_looks_have_no_height_but_an_exact_one():
    assert line_height(ParagraphFormat(pitch=Pitch(1.0)), [], NO_GRID) == (0.0, 0.0, 0.0)
    assert line_height(ParagraphFormat(pitch=exact(20.0)), [], NO_GRID) == (20.0, 16.0, 0.0)


ROWS = Grid(pitch=12.0)


@pytest.mark.parametrize(
    ("text", "pitch", "height", "baseline"),
    [
        (run("大"), Pitch(1.0), 12.0, 9.8),
        (run("大", size=12.0), Pitch(1.0), 12.0, 10.56),
        (run("大", size=13.0), Pitch(1.0), 24.0, 16.94),
        (run("大"), Pitch(1.5), 18.0, 9.8),
        (run("大"), Pitch(10.0, PitchRule.AT_LEAST), 12.0, 9.8),
        (run("大"), Pitch(15.0, PitchRule.AT_LEAST), 15.0, 12.8),
        (run("大"), exact(20.0), 20.0, 16.0),
        (run("a"), Pitch(1.0), 12.0, 9.8),
        (run("a", size=13.0), Pitch(1.0), 13.0, 11.44),
    ],
)
def test_a_line_fills_whole_rows_of_the_grid(text, pitch, height, baseline):
    (found,) = lines_of(para(text, pitch=pitch), grid=ROWS)
    assert (round(found.height + found.leading, 4), round(found.baseline, 4)) == (height, baseline)


def test_a_paragraph_may_leave_the_grid():
    (found,) = lines_of(para("大", pitch=Pitch(1.0), snaps=False), grid=ROWS)
    assert found.height == 10.0


def test_the_character_grid_adds_to_every_character_and_to_the_last_one_too():
    (found,) = lines_of(para("大大", run("大", snaps=False), "\t大"), grid=Grid(spacing=2.0))
    assert places(found) == [(0.0, "大大"), (24.0, "大"), (36.0, "大")]
    assert [text.spacing for text in marks(found, Text)] == [2.0, 0.0, 2.0]
    assert [text.width for text in marks(found, Text)] == [22.0, 10.0, 10.0]


def test_a_negative_character_grid_makes_room_for_one_more():
    assert [each.text for each in lines_of(para("大" * 11), width=99.0, grid=Grid(spacing=-1.0))] == ["大" * 11]
    assert [each.text for each in lines_of(para("大" * 12), width=99.0, grid=Grid(spacing=-1.0))] == ["大" * 11, "大"]


def test_stretched_type_is_stretched_on_paper():
    (text,) = marks(line(run("大大", scale=0.5)), Text)
    assert (text.width, text.scale) == (10.0, 0.5)


def test_an_empty_paragraph_is_set_in_the_face_of_its_mark():
    plain, hinting = (char(east_asia="仿宋", ascii="Times", east_asia_hint=hint) for hint in (False, True))
    faces = [empty_look(para(mark=mark), FakeFonts()).face.name for mark in (plain, hinting)]
    assert faces == ["Times", "仿宋"]


def test_a_page_break_is_told_by_its_line():
    assert [each.ends_page for each in lines_of(para("甲\f乙\n丙"))] == [True, False, False]


def test_a_text_stands_on_the_baseline_with_all_that_a_writer_needs():
    found = line(run("大", size=12.0, color="FF0000", east_asia="楷体", bold=True, italic=True), style="标题", index=7)
    (text,) = marks(found, Text, left=5.0, top=100.0)
    assert (text.x, text.y, text.width, text.text, text.size) == (5.0, 116.0, 12.0, "大", 12.0)
    assert (text.color, text.asked, text.face.name) == ("FF0000", "楷体", "楷体")
    assert (text.style, text.source, text.turned, text.bold, text.slanted) == ("标题", 7, 0, True, True)


def test_raised_type_stands_above_the_baseline():
    assert [text.y for text in marks(line("大", run("2", raised=4.0)), Text)] == [16.0, 12.0]


def test_a_character_from_another_face_is_a_piece_of_its_own():
    lines, missing = set_lines(para("大镕大"), Column(100.0), FakeFonts(), {})
    assert [text.face for text in marks(lines[0], Text)][1] == SECOND
    assert missing == (Missing("镕", "仿宋", SECOND.name),)


def test_a_picture_stands_on_the_baseline_and_makes_room():
    image = Image(30.0, 40.0, b"png")
    found = line("大", image, "大", pitch=Pitch(1.0))
    assert (found.height, found.baseline) == (pytest.approx(41.2), 40.0)
    assert marks(found, Picture, left=5.0, top=100.0) == [Picture(15.0, 100.0, 30.0, 40.0, b"png")]
    assert places(found)[-1] == (40.0, "大")


def test_the_tallest_picture_of_a_line_counts_for_that_line():
    small, tall = Image(20.0, 12.0, b"png"), Image(20.0, 40.0, b"png")
    first, second = lines_of(para(small, small, tall, small, pitch=Pitch(1.0)), 40.0)
    assert (first.baseline, second.baseline) == (12.0, 40.0)
    assert [piece.x for piece in second.pieces] == [0.0, 20.0]


def test_a_picture_gets_no_room_from_an_exact_pitch():
    found = line(Image(30.0, 40.0, b"png"))
    assert found.height == PITCH
    assert marks(found, Picture)[0].y == 16.0 - 40.0


def test_a_picture_lower_than_the_text_changes_nothing():
    found = line("大", Image(30.0, 5.0, b"png"), pitch=Pitch(1.0))
    assert (found.height, found.baseline) == (10.0, pytest.approx(8.8))


def ends(found):
    return [(round(rule.x1, 2), round(rule.x2, 2), round(rule.y1, 2)) for rule in marks(found, Rule)]


def test_underlines_lie_below_the_baseline_and_strikes_cross_the_text():
    assert ends(line(run("大大", underline="single"))) == [(0.0, 20.0, 17.2)]
    assert ends(line(run("大大", strike=True))) == [(0.0, 20.0, 13.0)]
    (rule,) = marks(line(run("大", underline="single", color="FF0000")), Rule)
    assert (rule.thickness, rule.color, rule.y1) == (0.5, "FF0000", rule.y2)


def test_one_box_stands_around_neighbours_with_the_same_border():
    found = line(run("大", border=Border(0.5)), run("大a", border=Border(0.5), bold=True), "大")
    upright = [rule.x1 for rule in marks(found, Rule) if rule.x1 == rule.x2]
    assert upright == [0.0, 27.0]


def test_dots_stand_below_the_middle_of_spaced_characters():
    found = line(run("大大", emphasis="below", spacing=4.0))
    assert [(rule.x1 + rule.x2) / 2 for rule in marks(found, Rule)] == [5.0, 19.0]


def test_a_tab_draws_its_leader():
    (rule,) = marks(line("大\t1", tabs=(TabStop(80.0, "right", "hyphen"),)), Rule, left=7.0)
    assert (rule.x1 > 17.0, rule.x2, len(rule.dashes)) == (True, 82.0, 2)
    assert marks(line("大\t1", tabs=(TabStop(80.0, "right"),)), Rule) == []


def test_a_bar_stands_through_the_whole_line_and_stops_no_tab():
    found = line("大\t1", bars=(20.0,))
    assert [(r.x1, r.y1, r.x2, r.y2) for r in marks(found, Rule)] == [(20.0, 0.0, 20.0, PITCH)]
    assert places(found)[1] == (36.0, "1")


def test_an_underline_bridges_gaps_tabs_and_stretched_pieces():
    assert ends(line(run("大a", underline="single"))) == [(0.0, 12.0, 17.2), (12.0, 17.0, 17.2)]
    assert ends(line(run("大\t大", underline="single"))) == [(0.0, 10.0, 17.2), (10.0, 36.0, 17.2), (36.0, 46.0, 17.2)]
    stretched = first_of("大 大 大 大", 43.0, align=Align.JUSTIFY)
    assert marks(stretched, Rule) == []
    spread = line(
        run("大大", underline="single"), run("大", underline="single", bold=True), width=50.0, align=Align.DISTRIBUTE
    )
    assert ends(spread) == [(0.0, 40.0, 17.2), (40.0, 50.0, 17.2)]


def test_an_underline_ends_where_unmarked_text_begins():
    assert ends(line(run("大", underline="single"), "a")) == [(0.0, 10.0, 17.2)]
    assert ends(line(run("大", underline="single"), "\t大")) == [(0.0, 10.0, 17.2)]


def test_an_underlined_tab_alone_draws_a_line_to_write_on():
    assert ends(line("大", run("\t", underline="single"))) == [(10.0, 36.0, 17.2)]


def test_shading_lies_behind_the_text_from_ascent_to_descent():
    found = line(run("大大", shade="FFFF00"))
    fill, text = list(found.place(5.0, 0.0))
    assert fill == Fill(5.0, pytest.approx(16.0 - 10 * ASCENT), 20.0, 10.0 * (ASCENT + DESCENT), "FFFF00")
    assert text.text == "大大"


def test_fields_are_set_with_their_values():
    lines, _ = set_lines(para("第", Field("PAGE", char(), "1")), Column(100.0), FakeFonts(), {"PAGE": "12"})
    assert lines[0].text == "第12"


def test_what_is_not_seen_takes_its_place_and_is_not_drawn():
    found = line("甲\u200b乙\ufe00丙ab\u00adc", space_east_asia=False)
    assert places(found) == [(0.0, "甲"), (10.0, "乙"), (20.0, "丙"), (30.0, "ab"), (40.0, "c")]
    assert [text.text for text in marks(found, Text)] == ["甲", "乙", "丙", "ab", "c"]


def test_a_line_cannot_be_split():
    assert line("大").split(5.0, True) == ()


def labelled(label, *content, width=100.0, **changes):
    """The lines of a paragraph of a list, its text 20 points from the left and its label at 0."""
    paragraph = replace(para(*content, left=20.0, first=-20.0, **changes), label=label)
    return [places(found) for found in lines_of(paragraph, width)]


def test_a_tab_leads_from_a_label_to_the_hanging_indent():
    assert labelled(Label(run("1.")), "大" * 9) == [[(0.0, "1."), (20.0, "大" * 8)], [(20.0, "大")]]


def test_a_label_wider_than_the_hanging_indent_takes_the_next_stop():
    assert labelled(Label(run("第一条")), "大", tabs=(TabStop(35.0),)) == [[(0.0, "第一条"), (35.0, "大")]]


@pytest.mark.parametrize(("suffix", "x"), [("", 10.0), (" ", 15.0)])
def test_text_follows_a_label_that_has_no_tab(suffix, x):
    assert labelled(Label(run("1."), suffix), "大") == [[(0.0, "1."), (x, "大")]]


@pytest.mark.parametrize(("align", "x"), [("right", -10.0), ("center", -5.0)])
def test_a_label_ends_or_is_centred_on_the_indent(align, x):
    assert labelled(Label(run("1."), align=align), "大") == [[(x, "1."), (20.0, "大")]]


def test_a_label_moves_with_a_centred_line():
    assert labelled(Label(run("1.")), "大", align=Align.CENTER) == [[(35.0, "1."), (55.0, "大")]]


def test_a_label_is_not_stretched_and_the_text_after_its_tab_is():
    first, _ = lines_of(
        replace(para("大" * 9, left=20.0, first=-20.0, align=Align.JUSTIFY), label=Label(run("1."))), 108.0
    )
    number, text = first.pieces
    assert (number.extra, round(text.extra, 4), text.x) == (0.0, round(8 / 7, 4), 20.0)


def test_a_label_may_make_its_line_taller():
    large = replace(para("大", pitch=Pitch()), label=Label(run("1.", size=20.0)))
    assert lines_of(large)[0].height == 20.0


def test_a_label_stands_without_text_too():
    assert labelled(Label(run("1.")), "") == [[(0.0, "1.")]]
