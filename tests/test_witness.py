"""witness: what got lost between two stages is found, and nothing else."""

import pytest
from msgspec.structs import replace
from samples import content, document

from docgen.content import Prose
from docgen.layout import lay_out
from docgen.page import Page, Pages
from docgen.pipeline import machine_fonts
from docgen.witness import lost_in_docx, lost_in_pages, lost_in_pdf, text_of
from docgen.write import write_pdf

GIVEN = content(title="关于\n试验的通知", body=(Prose(0, "", "第一段，有 R&D 和 12,345。"), Prose(1, "一、二", "")))


@pytest.fixture(scope="module")
def made():
    read = document(GIVEN)
    pages, _ = lay_out(read, machine_fonts())
    return read, pages


def without(pages, text):
    """The pages less the items that bear a text."""
    changed = tuple(
        Page(page.width, page.height, page.number, page.label,
             tuple(item for item in page.items if text not in getattr(item, "text", "")))
        for page in pages.pages
    )  # fmt: skip
    return Pages(changed)


def texts(pages):
    return [text_of(page) for page in pages.pages]


def test_a_whole_document_has_lost_nothing(made):
    read, pages = made
    assert lost_in_docx(GIVEN, read) == ()
    assert lost_in_pages(read, pages, "试验.docx") == ()
    assert lost_in_pdf(texts(pages), write_pdf(pages), "试验.docx") == ()


def test_a_text_that_did_not_reach_the_docx_is_named(made):
    more = replace(GIVEN, remark="此件公开")
    assert [str(found) for found in lost_in_docx(more, made[0])] == [
        "试验.docx: 错误: “此件公开”没有进入 Word 文件（这是程序的问题，请把内容文件发给维护者；此文件没有输出）"
    ]


def test_a_changed_character_is_a_loss(made):
    changed = replace(GIVEN, body=(Prose(0, "", "第一段，有 R&D 和 12,346。"),))
    assert len(lost_in_docx(changed, made[0])) == 1


def test_a_paragraph_that_is_not_on_the_pages_is_named(made):
    read, pages = made
    found = lost_in_pages(read, without(pages, "一、二"), "试验.docx")
    assert [str(each).split("（")[0] for each in found] == ["试验.docx:第8段: 错误: “一、二”没有全部排到页面上"]


def test_a_page_whose_pdf_lacks_characters_is_named(made):
    _, pages = made
    found = lost_in_pdf(texts(pages), write_pdf(without(pages, "第一段")), "试验.docx")
    assert str(found[0]).startswith("试验.docx:第1页: 错误: PDF 里少了：")


def test_a_stretch_of_a_pdf_is_held_against_the_pages_that_it_is_of(made):
    pages = Pages((Page(595.3, 841.9, 1, "1", ()), *made[1].pages))
    wanted = texts(pages)
    pdf = write_pdf(pages)
    assert lost_in_pdf(wanted[1:], pdf, "批.pdf", 2, len(wanted)) == ()
    (found,) = lost_in_pdf(wanted[1:2], pdf, "批.pdf", 1, len(wanted))
    assert str(found).startswith("批.pdf:第1页: 错误: PDF 里少了：")


@pytest.mark.parametrize("count", [1, 3])
def test_a_pdf_with_too_few_or_too_many_pages_is_told(count):
    pdf = write_pdf(Pages(tuple(Page(595.3, 841.9, number, "1", ()) for number in range(1, count + 1))))
    assert [str(found).partition("（")[0] for found in lost_in_pdf(["", ""], pdf, "甲.docx")] == [
        f"甲.docx: 错误: PDF 应有2页，读出来是{count}页"
    ]


def test_what_leaves_no_mark_is_no_loss(made):
    read, _ = made
    changed = replace(GIVEN, body=(Prose(0, "", GIVEN.body[0].text[:1] + "\u200b" + GIVEN.body[0].text[1:]),))
    assert lost_in_docx(changed, read) == ()
