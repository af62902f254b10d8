"""layout.columns: what stands in columns is shared out level, groups whole; and how pages fill column after column."""

from __future__ import annotations

import pytest
from documents import PITCH, document, pages_of, para, rules, section, setting, texts
from msgspec.structs import replace

from docgen.document import Columns
from docgen.layout.columns import balanced
from docgen.layout.paragraphs import paragraph_bands
from docgen.layout.spans import Column

TWO = Columns(2, 20.0)
LEFT, RIGHT = 10.0, 70.0
"""Where two columns of 40 points begin on a page with 100 points for the text."""


def bands(count, **changes):
    found = [paragraph_bands(para("大", **changes), Column(40.0), setting(), None, None) for _ in range(count)]
    return [band for paragraph in found for band in paragraph]


def counts(found, columns=2):
    return [len(stack.bands) for stack in balanced(found, columns, setting())]


@pytest.mark.parametrize(
    ("lines", "columns", "expected"),
    [(4, 2, [2, 2]), (5, 2, [3, 2]), (1, 2, [1]), (7, 3, [3, 3, 1]), (3, 3, [1, 1, 1])],
)
def test_lines_are_shared_out_the_first_column_the_longest(lines, columns, expected):
    assert counts(bands(lines), columns) == expected


def test_joined_lines_stay_in_one_column():
    found = bands(5)
    found[2] = replace(found[2], joined=True)
    assert counts(found) == [2, 3]


def test_a_column_begins_without_white():
    first, second = balanced(bands(2, before=6.0), 2, setting())
    assert [stack.bands[0][0] for stack in (first, second)] == [0.0, 0.0]


def placed(*sections):
    """(x, y, text) on each page."""
    return [texts(page) for page in pages_of(document(*sections)).pages]


def lines(count, start=0):
    return [para(chr(ord("甲") + start + at)) for at in range(count)]


def test_text_fills_column_after_column_and_then_a_page():
    first, second = placed(section(*lines(11), columns=TWO))
    assert [x for x, _, _ in first] == [LEFT] * 5 + [RIGHT] * 5
    assert [y for _, y, _ in first][:5] == [y for _, y, _ in first][5:]
    assert second == [(LEFT, 26.0, chr(ord("甲") + 10))]


def test_lines_are_as_wide_as_their_column():
    (page,) = placed(section("大" * 6, columns=TWO))
    assert [text for _, _, text in page] == ["大" * 4, "大" * 2]


def test_columns_end_level_where_a_section_goes_on_below_them():
    (page,) = placed(section(*lines(3), columns=TWO), section("后", start="continuous"))
    assert [(x, y) for x, y, _ in page] == [(LEFT, 26.0), (LEFT, 46.0), (RIGHT, 26.0), (LEFT, 66.0)]


def test_columns_begin_below_what_stands_on_the_page():
    (page,) = placed(section("前"), section(*lines(6), columns=TWO, start="continuous"))
    assert [(x, y) for x, y, _ in page][1:] == [(LEFT, 46.0 + PITCH * at) for at in range(4)] + [
        (RIGHT, 46.0),
        (RIGHT, 66.0),
    ]


def test_the_last_section_fills_its_first_column_first():
    (page,) = placed(section(*lines(4), columns=TWO))
    assert {x for x, _, _ in page} == {LEFT}


def test_a_column_break_goes_on_in_the_next_column_and_in_one_column_on_the_next_page():
    (page,) = placed(section("甲\v", "乙", columns=TWO))
    assert page == [(LEFT, 26.0, "甲"), (RIGHT, 26.0, "乙")]
    assert [len(each) for each in placed(section("甲\v", "乙"))] == [1, 1]


def test_a_page_break_leaves_the_other_columns_empty():
    assert [[x for x, _, _ in page] for page in placed(section("甲\f", "乙", columns=TWO))] == [[LEFT], [LEFT]]


def test_columns_with_a_break_by_hand_are_not_levelled():
    (page,) = placed(section("甲\v", *lines(3, 5), columns=TWO), section("后", start="continuous"))
    assert [x for x, _, _ in page] == [LEFT, RIGHT, RIGHT, RIGHT, LEFT]


def test_a_rule_stands_between_columns_as_long_as_the_longest():
    pages = pages_of(document(section(*lines(6), columns=replace(TWO, ruled=True))))
    assert [(rule.x1, rule.y1, rule.x2, rule.y2) for rule in rules(pages.pages[0])] == [(60.0, 10.0, 60.0, 110.0)]


def test_bookmarks_move_with_what_is_levelled():
    heads = [para(each, outline_level=0) for each in "甲乙"]
    pages = pages_of(document(section(*heads, columns=TWO), section("后", start="continuous")))
    assert [(mark.title, mark.y) for mark in pages.outline] == [("甲", 10.0), ("乙", 10.0)]
