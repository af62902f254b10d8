"""Footnotes stand at the foot of the page of their line, endnotes after the text; none is lost."""

import pytest
from documents import (
    PITCH,
    cell,
    document,
    lines_of,
    numbered,
    para,
    row,
    rules,
    run,
    section,
    sheet,
    shown,
    table,
    texts,
)
from fake_fonts import FakeFonts
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from docgen.document import Direction, Note
from docgen.layout import lay_out
from docgen.layout.notes import RULE_LENGTH, RULE_ROOM
from docgen.witness import lost_in_pages

FOOT = 110.0
"""Lower edge of the text of the usual sheet."""


def cited(number, text="大"):
    """A paragraph whose last character bears a note."""
    return para(replace(run(text), note=number))


def note(*content, at_end=False, **changes):
    return Note(tuple(para(each, index=-2, **changes) if isinstance(each, str) else each for each in content), at_end)


def pages(*blocks, notes=(), **changes):
    found = numbered(document(section(*blocks, **changes)))
    indexed, at = [], -2
    for each in notes:
        blocks_of = []
        for block in each.blocks:
            blocks_of.append(replace(block, index=at))
            at -= 1
        indexed.append(replace(each, blocks=tuple(blocks_of)))
    found = replace(found, notes=tuple(indexed))
    laid, findings = lay_out(found, FakeFonts(), "试验")
    assert findings == ()
    assert lost_in_pages(found, laid, "试验") == ()
    return laid


def test_a_footnote_stands_on_the_foot_of_its_page_under_a_short_rule():
    (page,) = pages(cited(0), notes=[note("注")]).pages
    assert texts(page) == [(10.0, 26.0, "大"), (10.0, FOOT - PITCH + 16.0, "注")]
    (rule,) = rules(page)
    assert (rule.x1, rule.x2, rule.y1) == (10.0, 10.0 + RULE_LENGTH, FOOT - PITCH - RULE_ROOM / 2)


def test_footnotes_of_a_page_stand_in_the_order_of_their_lines():
    assert shown(pages(cited(1, "甲"), cited(0, "乙"), notes=[note("后"), note("先")])) == [["甲", "乙", "先", "后"]]


def test_a_line_goes_to_the_next_page_with_its_footnote():
    assert shown(pages("一", "二", "三", cited(0, "四"), notes=[note("注")])) == [["一", "二", "三"], ["四", "注"]]


def test_lines_keep_clear_of_the_footnotes_above_the_foot():
    assert shown(pages(cited(0, "一"), "二", "三", "四", notes=[note("注")])) == [["一", "二", "三", "注"], ["四"]]


def test_a_long_footnote_goes_on_on_the_next_page():
    long = note("甲" * 10, "乙" * 10, "丙" * 10, "丁" * 10)
    assert shown(pages("一", "二", cited(0, "三"), "四", notes=[long])) == [
        ["一", "二", "三", "甲" * 10],
        ["四", "乙" * 10, "丙" * 10],
        ["丁" * 10],
    ]


def test_a_footnote_taller_than_a_page_is_not_lost():
    laid = pages(cited(0, "一"), notes=[note(*("甲" * 10 for _ in range(12)))])
    assert "".join(text for page in shown(laid) for text in page).count("甲") == 120
    assert [len(page) for page in shown(laid)] == [4, 4, 4, 1]


def test_footnotes_that_wait_keep_their_order():
    laid = pages(cited(0, "一"), cited(1, "二"), notes=[note(*"甲乙丙丁"), note("戊")])
    assert [text for page in shown(laid) for text in page if text in "甲乙丙丁戊"] == list("甲乙丙丁戊")


def test_a_footnote_in_a_table_stands_on_the_foot_too():
    given = table(row(cell(cited(0, "格")), "乙"))
    assert shown(pages(given, notes=[note("注")])) == [["格", "乙", "注"]]


def test_a_footnote_in_vertical_text_stands_on_the_foot_too():
    given = table(row(cell(cited(0, "竖"), direction=Direction.DOWN), "乙"))
    assert shown(pages(given, notes=[note("注")])) == [["竖", "乙", "注"]]


def test_a_head_row_that_comes_again_has_its_footnote_once():
    head = row(cell(cited(0, "头")), header=True)
    rows = [row(text) for text in "一二三四"]
    laid = pages(table(head, *rows, columns=(100.0,)), notes=[note("注")])
    assert [text for page in shown(laid) for text in page].count("注") == 1


def test_endnotes_follow_the_text_under_a_rule():
    laid = pages(cited(0, "一"), notes=[note("尾", at_end=True)])
    assert texts(laid.pages[0])[1] == (10.0, 10.0 + PITCH + RULE_ROOM + 16.0, "尾")
    assert len(rules(laid.pages[0])) == 1


def test_a_note_hangs_on_the_line_that_shows_its_mark():
    found = lines_of(para("大" * 12, replace(run("大"), note=3)))
    assert [line.notes for line in found] == [(), (3,)]


def test_a_note_without_a_mark_hangs_on_its_empty_paragraph():
    assert [line.notes for line in lines_of(para(replace(run(""), note=3)))] == [(3,)]


def test_an_empty_page_before_an_even_one_bears_no_footnotes_that_wait():
    first = section(cited(0, "一"))
    given = replace(
        numbered(document(first, section("二", start="oddPage"))),
        notes=(Note(tuple(para("甲" * 10, index=-2 - at) for at in range(6))),),
    )
    laid, _ = lay_out(given, FakeFonts())
    assert lost_in_pages(given, laid, "试验") == ()
    assert shown(laid)[1] == []


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 25), st.lists(st.integers(1, 60), max_size=4)), max_size=8))
def test_no_footnote_is_ever_lost(content):
    blocks, notes = [], []
    for length, sizes in content:
        if sizes:
            blocks.append(cited(len(notes), "大" * length))
            notes.append(note(*("注" * size for size in sizes)))
        else:
            blocks.append("大" * length)
    pages(*blocks, notes=notes)


@pytest.mark.parametrize("height", [25.0, 40.0])
def test_a_page_too_low_for_text_and_footnote_holds_both(height):
    laid = pages(cited(0, "一"), notes=[note("注", "注")], paper=sheet(height=height))
    assert "".join(text for page in shown(laid) for text in page) == "一注注"
