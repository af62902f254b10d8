"""Titles break by sense into a trapezium or a rhombus (GB/T 9704-2012 7.3.1)."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from samples import ROOT, content, document

from docgen.content import Attachment, Prose
from docgen.fill.titles import BOUND, GROUP, NOT_FIRST, title_lines, width
from docgen.fill.words import cut

CASES = yaml.safe_load((ROOT / "tests" / "cases" / "titles.yaml").read_text(encoding="utf-8"))
CAPACITY = 20.09
LEAST_LINE = 4.0

each = pytest.mark.parametrize("lines", CASES, ids=lambda lines: "".join(lines)[:24])


def places_of_breaks(lines):
    at = 0
    for line in lines[:-1]:
        at += len(line)
        yield at


@each
def test_a_title_breaks_as_in_the_list(lines):
    assert title_lines("".join(lines), CAPACITY) == tuple(lines)


@each
def test_no_line_is_wider_than_the_measure_or_looks_forgotten(lines):
    assert all(width(line) <= CAPACITY for line in lines)
    assert all(width(line) >= LEAST_LINE for line in lines)


@each
def test_no_line_is_waisted(lines):
    widths = [width(line) for line in lines]
    assert not any(widths[at - 1] > widths[at] < widths[at + 1] for at in range(1, len(widths) - 1))


@each
def test_no_number_quotation_or_name_that_fits_a_line_is_divided(lines):
    title = "".join(lines)
    inside = {
        at
        for match in BOUND.finditer(title)
        if width(match.group() + "的通知") <= CAPACITY
        for at in range(match.start() + 1, match.end())
    }
    assert inside & set(places_of_breaks(lines)) == set()


@each
def test_no_line_begins_with_what_belongs_to_the_line_before(lines):
    assert not [line for line in lines if line[0] in NOT_FIRST]


@each
def test_no_word_is_torn(lines):
    title = "".join(lines)
    ends, at = set(), 0
    for word in cut(title):
        at += len(word)
        ends.add(at)
    torn = [
        place for place in places_of_breaks(lines) if place not in ends and not BOUND.search(title[place - 4 : place])
    ]
    assert torn == []


def test_a_title_that_fits_stays_on_one_line():
    assert title_lines("关于召开会议的通知", CAPACITY) == ("关于召开会议的通知",)


def test_the_gap_between_chinese_and_digits_counts():
    assert width("共5人") == pytest.approx(2.9)


def test_a_name_too_long_for_a_line_is_divided_inside():
    title = "关于印发《" + "城市公共交通基础设施建设" * 3 + "管理办法》的通知"
    lines = title_lines(title, CAPACITY)
    assert "".join(lines) == title
    assert len(lines) == 3


def test_a_title_of_very_many_words_is_left_to_the_layout():
    title = "一、二三四五" * 60
    assert title_lines(title, CAPACITY) == (title,)


@given(st.text(alphabet="关于印发《》“”（）2018年的、大连市总工会通知进一步，AB ", max_size=60))
def test_no_character_of_a_title_is_lost_whatever_it_is(title):
    assert "".join(title_lines(title, CAPACITY)) == title


def test_a_title_is_broken_in_the_docx_where_the_clerk_did_not_break_it():
    long, own = "关于印发《大连市工会工作创新成果和创优成果评选办法》的通知", "关于征集\n项目的通知"
    attachment = Attachment(long, (Prose(0, "", "甲"),))
    titles = [
        [
            each.text
            for each in document(content(title=title, attachments=(attachment,))).paragraphs
            if "标题" in each.style
        ]
        for title in (long, own)
    ]
    broken = "关于印发《大连市工会工作创新成果和\n创优成果评选办法》的通知"
    assert titles == [[broken, broken], [own, broken]]


def test_groups_are_those_of_the_marks_that_enclose():
    assert [each[:2] for each in GROUP.split("|")] == ["《[", "“[", "（[", "〔["]
