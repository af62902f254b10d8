"""layout.spans: where lines begin and end, and where tabs lead."""

from __future__ import annotations

import pytest
from documents import para, run, shaped
from fake_fonts import FakeFonts

from docgen.document import ParagraphFormat, TabStop
from docgen.layout.shape import shape
from docgen.layout.spans import Column, Span, after_tab, natural_width, next_stop, spans_of

STOPS = (TabStop(20.0), TabStop(60.0, "right"))


def spans(text: str, width: float = 40.0, **changes) -> list[Span]:
    paragraph = para(text, **changes)
    return list(spans_of(shape(paragraph, FakeFonts(), {}), paragraph.format, Column(width)))


def stop_after(x: float, *, default: float = 36.0, **changes) -> TabStop:
    return next_stop(x, ParagraphFormat(**changes), Column(100.0, default))


def reached(text: str, *, x: float = 0.0, **changes) -> float:
    """Where the text after the first tab of `text` begins."""
    found = shaped(text, space_east_asia=False)
    return after_tab(found, text.index("\t"), x, stop_after(x, **changes))


def test_a_text_divides_into_lines():
    assert spans("甲乙丙丁戊") == [Span(0, 4, 4), Span(4, 5, 5)]


def test_an_empty_paragraph_has_one_line():
    assert spans("") == [Span(0, 0, 0)]


def test_blanks_at_the_end_of_a_line_belong_to_it_and_are_not_drawn():
    assert spans("甲乙丙丁  戊 ") == [Span(0, 4, 6), Span(6, 7, 8)]


def test_a_forced_break_ends_its_line_and_is_not_drawn():
    assert spans("甲\n乙") == [Span(0, 1, 2), Span(2, 3, 3)]
    assert spans("甲 \n乙")[0] == Span(0, 1, 3)
    assert spans("甲\f乙") == [Span(0, 1, 2), Span(2, 3, 3)]


def test_breaks_in_a_row_leave_empty_lines():
    assert spans("甲\n\n乙") == [Span(0, 1, 2), Span(2, 2, 3), Span(3, 4, 4)]


def test_a_line_break_at_the_very_end_opens_an_empty_line_and_a_page_break_does_not():
    assert spans("甲\n") == [Span(0, 1, 2), Span(2, 2, 2)]
    assert spans("甲\f") == [Span(0, 1, 2)]


@pytest.mark.parametrize("end", "\n\f")
def test_a_break_after_a_full_line_leaves_no_empty_line(end):
    assert spans(f"甲乙丙丁{end}戊") == [Span(0, 4, 5), Span(5, 6, 6)]
    hung = spans(f"甲乙丙丁，{end}戊", hang_punctuation=True)
    assert hung == [Span(0, 5, 6), Span(6, 7, 7)]


def test_indents_shorten_lines():
    assert [span.end for span in spans("甲" * 8, first=20.0)] == [2, 6, 8]
    assert [span.end for span in spans("甲" * 8, left=20.0, first=-20.0)] == [4, 6, 8]
    assert [span.end for span in spans("甲" * 8, right=10.0)] == [3, 6, 8]


def test_the_last_letter_spacing_of_a_line_takes_no_room():
    paragraph = para(run("甲乙丙丁", spacing=2.0))
    found = shape(paragraph, FakeFonts(), {})
    assert [span.end for span in spans_of(found, paragraph.format, Column(46.0))] == [4]
    assert [span.end for span in spans_of(found, paragraph.format, Column(45.9))] == [3, 4]


def test_the_last_character_of_a_portion_gives_no_spacing_up():
    paragraph = para(run("甲乙丙丁", spacing=2.0), run("戊", spacing=0.0))
    found = shape(paragraph, FakeFonts(), {})
    assert [span.end for span in spans_of(found, paragraph.format, Column(46.0))] == [4, 5]
    assert [span.end for span in spans_of(found, paragraph.format, Column(45.9))] == [3, 5]
    squeezed = shape(para(run("甲乙丙丁", spacing=-2.0), run("戊", spacing=0.0)), FakeFonts(), {})
    assert [span.end for span in spans_of(squeezed, paragraph.format, Column(34.0))] == [4, 5]
    assert [span.end for span in spans_of(squeezed, paragraph.format, Column(33.9))] == [3, 5]


def test_a_twip_too_much_is_rounding():
    assert [span.end for span in spans("甲乙丙丁", 39.96)] == [4]
    assert [span.end for span in spans("甲乙丙丁", 39.94)] == [3, 4]


def test_the_gap_between_scripts_takes_room_inside_a_line_only():
    assert [span.end for span in spans("甲乙a", 27.0)] == [3]
    assert [span.end for span in spans("甲乙a", 26.0)] == [2, 3]
    assert [span.end for span in spans("甲乙丙丁abcdefgh", 40.0)] == [4, 12]


def test_the_width_of_a_line_counts_gaps_and_no_trailing_spacing():
    found = shaped(run("甲a乙乙", spacing=1.0))
    assert natural_width(found, Span(0, 4, 4)) == 11.0 + 2.0 + 6.0 + 2.0 + 11.0 + 10.0
    assert natural_width(found, Span(1, 1, 1)) == 0.0
    assert natural_width(found, Span(1, 3, 3)) == 6.0 + 2.0 + 10.0
    assert natural_width(shaped(run("甲乙", spacing=2.0), run("丙", spacing=3.0)), Span(0, 3, 3)) == 12.0 + 12.0 + 10.0
    assert natural_width(shaped(run("甲a乙乙", spacing=-1.0)), Span(0, 4, 4)) == 10.0 + 2.0 + 5.0 + 2.0 + 9.0 + 10.0


@pytest.mark.parametrize(
    ("x", "stop"),
    [(0.0, STOPS[0]), (19.9, STOPS[0]), (19.96, STOPS[1]), (20.0, STOPS[1]), (60.0, TabStop(72.0))],
)
def test_the_next_stop_lies_to_the_right(x, stop):
    assert stop_after(x, tabs=STOPS) == stop


def test_default_stops_stand_at_equal_distances():
    assert [stop_after(x).position for x in (0.0, 35.9, 36.0, 71.0)] == [36.0, 36.0, 72.0, 72.0]
    assert stop_after(0.0, default=21.0).position == 21.0


def test_a_hanging_indent_is_a_stop_before_stops_further_right():
    hanging = {"left": 40.0, "first": -40.0}
    assert stop_after(10.0, **hanging) == TabStop(40.0)
    assert stop_after(10.0, **hanging, tabs=(TabStop(60.0),)) == TabStop(40.0)
    assert stop_after(10.0, **hanging, tabs=(TabStop(30.0),)) == TabStop(30.0)
    assert stop_after(40.0, **hanging) == TabStop(72.0)


def test_without_default_stops_a_tab_has_no_width():
    assert stop_after(10.0, default=0.0).position == 10.0


@pytest.mark.parametrize(("align", "begins"), [("left", 60.0), ("center", 50.0), ("right", 40.0), ("decimal", 40.0)])
def test_text_begins_centres_or_ends_at_its_stop(align, begins):
    assert reached("甲\t乙丙", x=10.0, tabs=(TabStop(60.0, align),)) == begins


def test_text_too_long_for_a_right_stop_begins_at_once():
    assert reached("甲\t" + "乙" * 8, x=10.0, tabs=(TabStop(60.0, "right"),)) == 10.0


@pytest.mark.parametrize("end", ["\t丁", "\n丁", "\f丁", ""])
def test_a_right_stop_counts_up_to_the_next_tab_or_break(end):
    assert reached(f"甲\t乙{end}", tabs=(TabStop(60.0, "right"),)) == 50.0


def test_a_right_stop_without_text_is_reached():
    assert reached("甲\t", tabs=(TabStop(60.0, "right"),)) == 60.0


def test_letter_spacing_after_the_last_character_does_not_push_text_off_its_stop():
    found = shaped(run("甲\t乙乙", spacing=2.0))
    assert after_tab(found, 1, 0.0, TabStop(60.0, "right")) == 60.0 - 22.0


@pytest.mark.parametrize(
    ("number", "begins"),
    [("12.5", 50.0), ("1,286.00", 35.0), ("-3", 50.0), ("乙12.5元", 40.0), ("乙", 50.0), ("", 60.0)],
)
def test_a_decimal_stop_stands_behind_the_whole_part_of_a_number(number, begins):
    assert reached(f"甲\t{number}", tabs=(TabStop(60.0, "decimal"),)) == begins


def test_text_may_end_at_a_right_stop_beyond_the_margin():
    assert spans("甲\t乙", tabs=(TabStop(42.0, "right"),)) == [Span(0, 3, 3)]


def test_text_after_a_stop_beyond_the_margin_goes_to_the_next_line():
    assert spans("甲\t乙", tabs=(TabStop(50.0),)) == [Span(0, 2, 2), Span(2, 3, 3)]
