"""settle.imprint: the 版记 ends the document on an even page; where a blank page precedes it, neither is numbered."""

from itertools import pairwise

import pytest
from samples import content, filled
from settling import (
    COPIED,
    FIRST_LINE,
    IMPRINT,
    LINES_A_PAGE,
    LINES_ON_PAGE_1,
    case,
    notice,
    pages_with,
    sentences,
    settle_whole,
    warnings,
)

from docgen.content import Attachment, Prose
from docgen.new.marks import LETTER
from docgen.new.template import new_notice_template
from docgen.page import Rule
from docgen.settle import settle
from docgen.settle.imprint import settle_imprint

FULL = LINES_ON_PAGE_1 + LINES_A_PAGE
"""Lines of a body that fills two pages."""


def numbers(laid):
    """What the page numbers show, empty where there is none."""
    return [
        "".join(item.text for item in page.texts if item.style.endswith("页码")).strip() for page in laid.pages.pages
    ]


def test_without_imprint_nothing_is_changed():
    assert settle_imprint(case(notice(3))) is None


def test_on_an_even_page_with_room_it_stays():
    docx = notice(12, **IMPRINT)
    laid = settle_whole(docx)
    assert (laid.docx, len(laid.pages.pages)) == (docx, 2)


def test_after_text_on_an_odd_page_it_moves_to_the_next():
    laid = settle_whole(notice(5, **IMPRINT))
    assert sentences(laid) == ["版记移到第2页（偶数页）"]
    assert pages_with(laid.pages, "印发机关") == [2]
    assert numbers(laid) == ["— 1 —", "— 2 —"]


def test_pushed_to_an_even_page_by_itself_it_is_told_to_begin_one():
    laid = settle_whole(notice(LINES_ON_PAGE_1, **IMPRINT))
    assert sentences(laid) == ["版记独占第2页（偶数页）"]
    assert settle(case(laid.docx)) is None


@pytest.mark.parametrize("lines", [FULL, FULL - 1])
def test_a_blank_page_before_it_and_its_own_bear_no_number(lines):
    laid = settle_whole(notice(lines, **COPIED, **IMPRINT))
    assert sentences(laid) == ["第3页留白，版记移到第4页（偶数页），这两页不编页码"]
    assert numbers(laid) == ["— 1 —", "— 2 —", "", ""]
    assert laid.pages.pages[2].items == ()


def test_one_that_no_page_holds_is_left_and_told():
    docx = notice(3, **IMPRINT, copies="、".join(["甲区总工会"] * 200))
    laid = settle_whole(docx)
    assert (laid.docx, warnings(laid)) == (docx, ["版记一页排不下"])


def test_the_last_rule_lies_on_the_lower_edge_of_the_type_area():
    page = settle_whole(notice(5, **IMPRINT)).pages.pages[-1]
    rules = [item for item in page.items if isinstance(item, Rule) and item.y1 == item.y2]
    assert max(rule.y1 for rule in rules) * 25.4 / 72 == pytest.approx(262.0, abs=0.1)
    assert all(after.y1 >= before.y1 for before, after in pairwise(rules))


def test_after_a_landscape_attachment_it_begins_its_own_section_on_an_even_page():
    attached = (Attachment("统计表", (Prose(0, "", "甲"),), landscape=True),)
    laid = settle_whole(filled(content(attachments=attached, **IMPRINT)))
    assert sentences(laid) == ["第3页留白，版记移到第4页（偶数页），这两页不编页码"]
    assert numbers(laid) == ["— 1 —", "— 2 —", "", ""]
    assert [page.width > page.height for page in laid.pages.pages] == [False, True, True, False]


def test_after_a_landscape_attachment_of_two_pages_its_section_is_told_to_begin_on_an_even_page():
    """A page break before the first paragraph of a section moves nothing, and LibreOffice turns the page."""
    attached = (Attachment("统计表", (Prose(0, "", FIRST_LINE),) * 16, landscape=True),)
    laid = settle_whole(filled(content(attachments=attached, **IMPRINT)))
    assert sentences(laid) == ["版记独占第4页（偶数页）"]
    assert numbers(laid) == ["— 1 —", "— 2 —", "— 3 —", "— 4 —"]
    assert laid.document.sections[-1].start == "evenPage"
    assert settle(case(laid.docx)) is None


@pytest.mark.parametrize("lines", [1, 20, 40, 60])
def test_the_imprint_of_a_letter_stands_on_the_last_page_whichever_that_is(lines):
    letter = new_notice_template("大连市总工会", LETTER)
    docx = filled(content(body=(Prose(0, "", FIRST_LINE),) * lines, **COPIED), letter)
    settled = settle_whole(docx, letter)
    bearing = [page.number for page in settled.pages.pages if any(item.style == "抄送机关" for item in page.texts)]
    assert bearing == [len(settled.pages.pages)]
    assert not [said for said in sentences(settled) if "版记" in said]
    assert warnings(settled) == []
