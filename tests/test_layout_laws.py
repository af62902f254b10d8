"""layout.breaks, spans, adjust and lines: laws that hold for any text in any measure."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest
from documents import para
from fake_fonts import FakeFonts
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.document import Align, ParagraphFormat, TabStop
from docgen.layout.breaks import BLANKS, HANGING, NOT_AT_END, NOT_AT_START, Kind, kind_of, may_break
from docgen.layout.lines import Line, set_lines
from docgen.layout.shape import Shaped, shape
from docgen.layout.spans import BREAKS, EPSILON, Column, Span, indent_of, natural_width, spans_of
from docgen.page import UNSEEN

CALM = settings(
    derandomize=True,
    database=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
WORDS = (
    *"大小年月日，。、：；？！“”‘’（）《》〈〉〔〕【】—…～·％℃￥№①□×≥　 ",
    *("——", "……", "2018", "2015—2017年", "10%", "1,234.56", "9:00", "0411-83630000", "30kg", "20 km/h", "〔2017〕31号"),
    *(
        "word",
        "e-mail",
        "A/B",
        "http://www.a.cn/b/c",
        "x@y.cn",
        "it's",
        "a\u0301",
        "葛\U000e0100",
        "𠮷",
        "😀",
        "👨\u200d👩",
        "👍🏽",
    ),
    *("\u00a0", "\u200b", "\u2060", "\u00ad", "\u2011"),
)
TEXTS = st.lists(st.sampled_from(WORDS), max_size=25).map("".join)
BROKEN_TEXTS = st.lists(st.sampled_from((*WORDS, "\n", "\t")), max_size=25).map("".join)
WIDTHS = st.floats(1.0, 150.0)
INDENTS = st.sampled_from(({}, {"first": 20.0}, {"left": 15.0, "first": -15.0}, {"right": 10.0}))
FLAGS = st.fixed_dictionaries(
    {name: st.booleans() for name in ("kinsoku", "hang_punctuation", "space_east_asia")}
    | {"align": st.sampled_from(Align)}
)
FORMATS = st.tuples(FLAGS, INDENTS).map(lambda both: {**both[0], **both[1]})
SEEN_BLANKS = " \u3000\u00a0\t\n"


def shaped_lines(text: str, width: float, used: dict) -> tuple[Shaped, ParagraphFormat, list[Span]]:
    paragraph = para(text, **used)
    shaped = shape(paragraph, FakeFonts(), {})
    return shaped, paragraph.format, list(spans_of(shaped, paragraph.format, Column(width)))


def set_in(text: str, width: float, used: dict) -> tuple[Line, ...]:
    return set_lines(para(text, **used), Column(width), FakeFonts(), {})[0]


def inked(text: str) -> str:
    return "".join(char for char in text if char not in UNSEEN and char not in SEEN_BLANKS)


def places_inside(text: str, span: Span, known: ParagraphFormat) -> list[int]:
    return [at for at in range(span.start + 1, span.shown) if may_break(text, at, kinsoku=known.kinsoku)]


@CALM
@given(BROKEN_TEXTS, WIDTHS, FORMATS)
def test_lines_share_out_the_text_and_lose_nothing(text, width, used):
    _, _, spans = shaped_lines(text, width, used)
    assert (spans[0].start, spans[-1].end) == (0, len(text))
    assert all(before.end == after.start for before, after in pairwise(spans))
    assert "".join(inked(line.text) for line in set_in(text, width, used)) == inked(text)


@CALM
@given(TEXTS, WIDTHS, FORMATS)
def test_no_line_is_wider_than_its_measure_but_by_one_hung_mark_or_one_character(text, width, used):
    shaped, known, spans = shaped_lines(text, width, used)
    for span in spans:
        room = width - known.right - indent_of(span.start, known)
        hung = known.hang_punctuation and text[span.shown - 1 : span.shown] in HANGING
        inside = Span(span.start, span.shown - hung, span.end)
        single = len(text[span.start : inside.shown].lstrip(" \u3000")) <= 1
        clings = all(not may_break(text, at, kinsoku=False) for at in range(span.start + 1, inside.shown))
        assert natural_width(shaped, inside) <= room + 2 * EPSILON or single or clings


@CALM
@given(TEXTS, WIDTHS, FORMATS)
def test_no_forbidden_mark_begins_or_ends_a_line_that_had_another_place_to_end(text, width, used):
    _, known, spans = shaped_lines(text, width, {**used, "kinsoku": True})
    for span in spans[:-1]:
        choice = places_inside(text, span, known)
        assert text[span.end] not in NOT_AT_START or text[span.end] in "-–‐" or not choice
        assert text[span.shown - 1] not in NOT_AT_END - {"/"} or not choice


@CALM
@given(TEXTS, WIDTHS, FORMATS)
def test_a_line_is_cut_only_where_it_has_no_place_to_end(text, width, used):
    _, known, spans = shaped_lines(text, width, used)
    for span in spans[:-1]:
        assert may_break(text, span.end, kinsoku=known.kinsoku) or not places_inside(text, span, known)


@CALM
@given(TEXTS, WIDTHS, FORMATS)
def test_a_line_takes_all_that_fits(text, width, used):
    shaped, known, spans = shaped_lines(text, width, {**used, "hang_punctuation": False})
    for span in spans[:-1]:
        later = (at for at in range(span.end + 1, len(text)) if may_break(text, at, kinsoku=known.kinsoku))
        end = next(later, len(text))
        shown = len(text[:end].rstrip(" \u3000"))
        room = width - known.right - indent_of(span.start, known)
        assert shown <= span.end or natural_width(shaped, Span(span.start, shown, end)) > room


@CALM
@given(TEXTS, WIDTHS, FORMATS)
def test_nothing_parts_a_character_and_the_marks_on_it(text, width, used):
    _, _, spans = shaped_lines(text, width, used)
    assert all(kind_of(text[span.end]) is not Kind.MARK or span.end - span.start == 1 for span in spans[:-1])


@CALM
@given(BROKEN_TEXTS, WIDTHS, FORMATS)
def test_blanks_and_breaks_at_the_end_of_a_line_are_not_drawn_and_nothing_else(text, width, used):
    _, _, spans = shaped_lines(text, width, used)
    assert all(set(text[span.shown : span.end]) <= BLANKS | BREAKS for span in spans)
    assert all(text[span.shown - 1] not in BLANKS for span in spans if span.shown > span.start)


@CALM
@given(TEXTS, WIDTHS, FORMATS)
def test_stretching_never_moves_the_first_character_and_ends_on_the_measure(text, width, used):
    known = {**used, "align": Align.JUSTIFY}
    shaped, paragraph, spans = shaped_lines(text, width, known)
    for line, span in zip(set_in(text, width, known)[:-1], spans, strict=False):
        indent = indent_of(span.start, paragraph)
        assert line.pieces[0].x == indent
        measure = width - paragraph.right
        last = line.pieces[-1]
        end = last.x + last.width
        hung = shaped.advances[span.shown - 1] if end > measure + EPSILON and text[span.shown - 1] in HANGING else 0.0
        widened = any(piece.extra for piece in line.pieces)
        natural = indent + natural_width(shaped, span)
        if widened and natural - hung <= measure:
            assert abs(end - (last.extra if hung else 0.0) - hung - measure) < EPSILON


@CALM
@given(TEXTS, WIDTHS, FORMATS)
def test_pieces_stand_in_order_and_do_not_overlap(text, width, used):
    for line in set_in(text, width, used):
        for before, after in pairwise(line.pieces):
            assert after.x >= before.x + before.width - EPSILON


@CALM
@given(TEXTS, st.floats(40.0, 150.0), st.sampled_from((10.0, 30.0)))
def test_after_a_tab_lines_end_on_the_measure_too(text, width, stop):
    used = {"align": Align.JUSTIFY, "tabs": (TabStop(stop),), "hang_punctuation": False}
    lines = set_in(f"大\t{text}", width, used)
    for line in lines[:-1]:
        if any(piece.extra for piece in line.pieces):
            assert abs(line.pieces[-1].x + line.pieces[-1].width - width) < EPSILON


@CALM
@given(TEXTS, st.floats(20.0, 150.0))
def test_a_wider_measure_never_takes_more_lines(text, width):
    narrow = shaped_lines(text, width, {})[2]
    wide = shaped_lines(text, width + 10.0, {})[2]
    assert all(after.end >= before.end for before, after in zip(narrow, wide, strict=False))
    assert len(wide) <= len(narrow)


LONG = {
    "mixed": "各级工会2018年1月5日前报送A/B表（http://www.dl.gov.cn/a/b），占10.5%，“四个意识”——",
    "letters": "a",
    "marks": "。",
    "blanks": "甲      ",
    "address": "http://a/a/a/a/a/a/a/a/",
    "combining": "e\u0301\u0301\u0301",
    "tabs": "大\t",
    "breaks": "大\n",
}
SHORT, TIMES, SLACK = 4000, 4, 2
"""A text four times as long may take twice what linear work takes; quadratic work would take four times that."""


def seconds(text: str) -> float:
    found = []
    for _ in range(3):
        begun = process_time()
        set_in(text, 100.0, {"align": Align.JUSTIFY, "hang_punctuation": True})
        found.append(process_time() - begun)
    return min(found)


@pytest.mark.parametrize("kind", LONG)
def test_the_work_grows_with_the_length_of_a_paragraph(kind):
    unit = LONG[kind]
    short = unit * (SHORT // len(unit))
    assert seconds(short * TIMES) <= seconds(short) * TIMES * SLACK
