"""settle: every decision written into the DOCX; swept over lengths, so that each part lands on every position."""

from itertools import pairwise

import pytest
from fake_fonts import FakeFonts
from msgspec.structs import replace
from samples import content, filled, template
from settling import (
    ATTACHED,
    COPIED,
    FIRST_LINE,
    IMPRINT,
    LINE,
    MANY,
    SIGNED,
    case,
    notice,
    read_and_laid,
    settle_whole,
    texts,
    warnings,
)

from docgen import pipeline
from docgen.content import Attachment, Grid, Prose, Stamp
from docgen.document import Run
from docgen.layout import lay_out
from docgen.new.marks import LETTER, MINUTES, ORDER, mark_of
from docgen.new.template import new_notice_template
from docgen.page import Rule
from docgen.pipeline import set_pages, settled
from docgen.settle import settle
from docgen.settle.case import Change, Decision
from docgen.settle.facts import facts_of
from docgen.settle.parts import lines_of
from docgen.witness import lost_in_docx, lost_in_pages

LONG_NAMES = {
    "attachments": (Attachment("一份名称很长因此要排成两行的附件的名称共有二十八个字", (Prose(0, "", "甲"),)),) * 3
}


def short_paragraphs(lines):
    return texts(*[FIRST_LINE] * lines)


def one_paragraph(lines):
    return texts(FIRST_LINE + LINE * (lines - 1))


def runts(lines):
    return texts(*[FIRST_LINE + LINE * 2 + "大。"] * (lines // 4), *[FIRST_LINE] * (lines % 4))


def under_headings(lines):
    return tuple(Prose(1, "一、要求", "") if at % 5 == 0 else Prose(0, "", FIRST_LINE) for at in range(lines + 1))


def before_a_table(lines):
    return *texts(*[FIRST_LINE] * lines), Grid(("序号", "名称"), (("1", "甲"),) * 3)


SWEPT = [
    (short_paragraphs, SIGNED),
    (one_paragraph, {**SIGNED, **ATTACHED, **IMPRINT}),
    (runts, {**SIGNED, **COPIED, **IMPRINT, "addressees": MANY}),
    (under_headings, {**SIGNED, "sealed": True, **LONG_NAMES, **IMPRINT}),
    (before_a_table, {**SIGNED, "addressees": MANY}),
]


@pytest.mark.parametrize(("body", "changes"), SWEPT, ids=lambda each: getattr(each, "__name__", ""))
@pytest.mark.parametrize("lines", range(2, 62))
def test_wherever_the_parts_land_the_pages_are_as_the_standard_asks(body, changes, lines):
    known = {"number": "大工发〔2026〕1号", "addressees": "各单位", "body": body(lines), **changes}
    given = content(**known)
    laid = settled(set_pages(filled(given), "试验.docx", FakeFonts()), "试验.docx", FakeFonts(), template())
    assert warnings(laid) == []
    facts = facts_of(laid.document, laid.pages)
    assert facts.body_lines_on_first_page > 0
    assert facts.body_lines_with_signature > 0
    assert facts.imprint_page in (None, len(laid.pages.pages))
    assert facts.imprint_even is not False
    assert facts.unnumbered == ((facts.imprint_page - 1, facts.imprint_page) if facts.blank else ())
    assert nothing_covers_the_imprint(laid)
    assert avoidable_runts(laid) == []
    assert lost_in_docx(given, laid.document) == ()
    assert lost_in_pages(laid.document, laid.pages, "试验.docx") == ()
    assert settle(case(laid.docx, template())) is None


def nothing_covers_the_imprint(laid):
    """Text ends above the first rule of the 版记."""
    page = laid.pages.pages[-1]
    rules = [item.y1 for item in page.items if isinstance(item, Rule) and item.color == "000000" and item.y1 == item.y2]
    body = [item.y for item in page.texts if item.style in ("公文正文", "成文日期")]
    printed = any(item.style == "印发机关" for item in page.texts)
    return not printed or all(y < min(rules) for y in body)


def avoidable_runts(laid):
    """Paragraphs of the body that end in one character and would not with a letter spacing in bounds."""
    lines = lines_of(laid.pages)
    ends = {each: found[-1].text for each, found in lines.items() if len(found) > 1}
    lonely = {each for each, text in ends.items() if len(text.rstrip("。")) == 1}
    return [
        paragraph.text
        for paragraph in laid.document.paragraphs
        if paragraph.index in lonely and paragraph.style == "公文正文"
        for change in (-0.1, -0.05, 0.05, 0.1)
        if len(end_with(laid.document, paragraph, change).rstrip("。")) > 1
    ]


def end_with(document, paragraph, change):
    """The last line of a paragraph with its letter spacing changed by so many points."""
    inlines = tuple(
        replace(each, format=replace(each.format, spacing=each.format.spacing + change))
        for each in paragraph.inlines
        if isinstance(each, Run)
    )
    alone = replace(document.sections[0], blocks=(replace(paragraph, inlines=inlines, index=0),))
    pages, _ = lay_out(replace(document, sections=(alone,)), FakeFonts())
    return lines_of(pages)[0][-1].text


@pytest.mark.parametrize(
    "last", [Prose(1, "一、要求", ""), Grid(("序号", "名称"), (("1", "甲"),) * 3)], ids=["heading", "table"]
)
@pytest.mark.parametrize("lines", range(10, 62))
def test_whatever_ends_an_attachment_the_imprint_ends_on_an_even_page(last, lines):
    """What keeps with the 版记 goes along with it at first, and stays behind when the 版记 is told to move."""
    attached = (Attachment("名单", (*short_paragraphs(lines), last)),)
    laid = settle_whole(filled(content(attachments=attached, **SIGNED, **COPIED, **IMPRINT)))
    assert warnings(laid) == []
    facts = facts_of(laid.document, laid.pages)
    assert (facts.imprint_page, facts.imprint_even) == (len(laid.pages.pages), True)
    assert facts.unnumbered == ((facts.imprint_page - 1, facts.imprint_page) if facts.blank else ())


FORMATS = [
    (LETTER, {"addressees": MANY, **SIGNED, **COPIED}),
    (
        ORDER,
        {
            "title": "",
            "addressees": "",
            "order_number": "第1号",
            "stamps": (Stamp("市长", "李明"),),
            "date": "2026年1月5日",
        },
    ),
    (MINUTES, {"attendees": "市总工会张明", **IMPRINT}),
]


@pytest.mark.parametrize(("kind", "changes"), FORMATS, ids=lambda each: each if isinstance(each, str) else "")
@pytest.mark.parametrize("lines", range(2, 44, 3))
def test_other_formats_are_settled_alike(kind, changes, lines):
    form = new_notice_template(mark_of("大连市总工会", kind), kind)
    known = {
        "number": "大工函〔2026〕1号" if kind == LETTER else "",
        "addressees": "各单位",
        "body": one_paragraph(lines),
    }
    laid = settle_whole(filled(content(**{**known, **changes}), form), form)
    assert warnings(laid) == []
    facts = facts_of(laid.document, laid.pages)
    assert facts.body_lines_on_first_page > 0
    assert facts.body_lines_with_signature != 0
    assert facts.imprint_even is not False or kind == LETTER


def test_a_notice_that_stands_as_it_should_is_not_changed():
    docx = notice(3, **SIGNED)
    laid = settle_whole(docx)
    assert (laid.docx, laid.decisions, laid.diagnostics) == (docx, (), ())


def test_decisions_are_in_the_docx_so_that_reading_it_again_shows_the_same():
    laid = settle_whole(notice(31, **SIGNED, **COPIED, **IMPRINT, addressees=MANY))
    assert len(laid.decisions) > 1
    assert read_and_laid(laid.docx) == (laid.document, laid.pages)


def test_settling_twice_gives_the_same_bytes():
    docx = notice(31, **SIGNED, **COPIED, **IMPRINT, addressees=MANY)
    assert settle_whole(docx).docx == settle_whole(docx).docx


def test_every_decision_is_a_note_that_says_what_was_done():
    laid = settle_whole(notice(5, **IMPRINT))
    assert [str(found) for found in laid.diagnostics] == ["试验.docx: 提示: 版记移到第2页（偶数页）"]
    assert laid.decisions == (Decision("版记", "版记移到第2页（偶数页）"),)


def test_a_document_that_never_rests_is_told(monkeypatch):
    docx = notice(3)
    monkeypatch.setattr(pipeline, "settle", lambda case, taken: Change(docx, (Decision("版记", "又移了一次"),)))
    assert warnings(settle_whole(docx)) == [f"定版{pipeline.ROUNDS}次，版面仍未定下来"]


def test_a_file_whose_paragraphs_cannot_be_counted_is_left_alone():
    docx = notice(5, **IMPRINT)
    given = case(docx)
    fewer = replace(given.document, sections=(replace(given.document.sections[0], blocks=()),))
    assert settle(given) is not None
    assert settle(replace(given, document=fewer)) is None


def test_decisions_come_in_the_order_that_disturbs_none():
    laid = settle_whole(
        notice(body=runts(40), **SIGNED, **COPIED, **IMPRINT, addressees=MANY),
    )
    order = ["主送机关", "字距", "署名", "版记"]
    places = [order.index(decision.element) for decision in laid.decisions]
    assert all(before <= after for before, after in pairwise(places))
