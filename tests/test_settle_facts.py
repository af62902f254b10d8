"""settle.facts and settle.parts: where the parts of a notice stand, and what no decision could mend."""

import pytest
from documents import document, para, section
from fake_fonts import FakeFonts
from msgspec.structs import replace
from settling import IMPRINT, LINES_A_PAGE, LINES_ON_PAGE_1, SIGNED, case, notice, settle_whole

from docgen.layout import lay_out
from docgen.settle.facts import Facts, facts_of, faults
from docgen.settle.parts import body_of, lines_of, named


def facts(laid):
    return facts_of(laid.document, laid.pages)


def styled(*styles):
    """A document of one paragraph for each style."""
    return document(section(*(para(style, style=style) for style in styles)))


def told(given):
    return [found.message for found in faults(given, lay_out(given, FakeFonts())[0], "试验.docx")]


def test_a_notice_of_two_pages():
    assert facts(settle_whole(notice(12, **SIGNED, **IMPRINT))) == Facts(LINES_ON_PAGE_1, 2, 3, 2, True, (), ())


def test_a_blank_page_and_pages_without_number_are_counted():
    found = facts(settle_whole(notice(LINES_ON_PAGE_1 + LINES_A_PAGE, **IMPRINT)))
    assert (found.imprint_page, found.imprint_even, found.blank, found.unnumbered) == (4, True, (3,), (3, 4))


def test_parts_that_are_not_there_have_no_place():
    found = facts(settle_whole(notice(3)))
    assert (found.signature_page, found.body_lines_with_signature, found.imprint_page) == (None, None, None)
    assert found.body_lines_on_first_page == 3


def test_a_file_that_is_no_notice_has_no_body():
    given = styled("正文", "正文")
    found = facts_of(given, lay_out(given, FakeFonts())[0])
    assert found.body_lines_on_first_page is None
    assert told(given) == []


def test_an_imprint_on_an_odd_page_is_told():
    given = case(notice(5, **IMPRINT))
    assert facts_of(given.document, given.pages).imprint_even is False
    assert [found.message for found in faults(given.document, given.pages, "")] == ["版记在第1页，不是偶数页"]


@pytest.mark.parametrize(
    ("above", "messages"),
    [("公文正文", []), ("附件说明", []), (None, ["第2页的署名上面没有文字"])],
)
def test_a_signature_that_begins_a_page_is_told(above, messages):
    first = [para("标题", style="公文标题"), *(para("文", style="公文正文") for _ in range(4))]
    between = [para("文", style=above)] if above else []
    signature = para("大连市总工会", style="发文机关署名", page_break_before=not above)
    given = document(section(*first, *between, signature))
    if above:
        given = document(
            section(*first, replace(between[0], format=replace(between[0].format, page_break_before=True)), signature)
        )
    assert told(given) == messages


@pytest.mark.parametrize(
    ("styles", "body"),
    [
        (("公文标题", "主送机关", "公文正文", "条目", "附件说明", "发文机关署名"), range(2, 4)),
        (("公文标题", "公文正文", "印发标题", "公文正文"), range(1, 2)),
        (("公文标题", "公文正文", "附件标签", "附件标题", "公文正文"), range(1, 2)),
        (("发文机关标志", "公文标题", "主送机关", "自造的样式"), range(3, 4)),
        (("发文机关标志", "令号", "公文正文", "签名章", "签名日期"), range(2, 3)),
        (("正文", "公文正文"), range(0)),
    ],
)
def test_the_body_lies_between_the_title_and_what_closes_it(styles, body):
    assert list(body_of(styled(*styles))) == list(body)


def test_lines_are_those_of_paragraphs_with_ink_on_their_pages():
    given = document(section(para("大" * 15), para(""), para("　"), para("一二三四五六七八", page_break_before=True)))
    lines = lines_of(lay_out(given, FakeFonts())[0])
    assert {index: [(line.page, line.text) for line in each] for index, each in lines.items() if each} == {
        0: [(1, "大" * 10), (1, "大" * 5)],
        3: [(2, "一二三四五六七八")],
    }


def test_a_paragraph_is_called_by_its_number_and_first_words():
    first, second = document(section(para("一二三四五六"), para("一二 三四五六七"))).paragraphs
    assert (named(first), named(second)) == ("第1段“一二三四五六”", "第2段“一二三四五六…”")
