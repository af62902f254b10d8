"""settle.closing: a signature or 附件说明 never begins a page without text before it (7.3.5.5)."""

import pytest
from settling import (
    ATTACHED,
    FIRST_LINE,
    IMPRINT,
    LINE,
    LINES_A_PAGE,
    LINES_ON_PAGE_1,
    SIGNED,
    case,
    notice,
    pages_with,
    sentences,
    settle_whole,
    texts,
    warnings,
)

from docgen.content import Attachment, Carried, Grid, Prose
from docgen.settle.closing import MOST_WHOLE_LINES, keep_closings_with_text

SIGNATURE = ("发文机关署名", "盖章署名")


def with_text(laid, *styles):
    """Whether text stands on the page where the first of these styles does."""
    return pages_with(laid.pages, *styles)[0] in pages_with(laid.pages, "公文正文")


def first_alone(**changes):
    """The first length of a body at which the close stands alone, with its notice as filled."""
    for lines in range(2, 60):
        docx = notice(lines, **changes)
        if keep_closings_with_text(case(docx)) is not None:
            return lines, docx
    raise AssertionError("no such length among those tried")


@pytest.mark.parametrize("changes", [SIGNED, {**SIGNED, "sealed": True}, {**SIGNED, **ATTACHED}, ATTACHED])
def test_a_close_alone_takes_the_last_paragraph_along(changes):
    lines, docx = first_alone(**changes)
    pages = case(docx).pages
    style = "附件说明" if "attachments" in changes and "organs" not in changes else "成文日期"
    assert pages_with(pages, style)[0] not in pages_with(pages, "公文正文")[:1]
    laid = settle_whole(docx)
    element = "附件说明" if style == "附件说明" else "署名"
    assert sentences(laid) == [f"{element}与第{7 + lines}段“大大大大大大…”同页"]
    assert with_text(laid, style)


def test_a_date_without_organ_is_a_close_too():
    _, docx = first_alone(date="2026年1月5日")
    assert with_text(settle_whole(docx), "成文日期")


def test_a_short_paragraph_comes_along_whole_and_a_long_one_in_its_last_lines():
    for lines, whole in ((MOST_WHOLE_LINES, True), (MOST_WHOLE_LINES + 1, False)):
        full = LINES_ON_PAGE_1 + LINES_A_PAGE - lines
        body = texts(*[FIRST_LINE] * full, FIRST_LINE + LINE * (lines - 2) + "大大")
        laid = settle_whole(notice(body=body, **SIGNED))
        last = [each for each in laid.document.paragraphs if each.style == "公文正文"][-1]
        assert last.format.keep_next
        assert last.format.keep_lines is whole
        assert with_text(laid, *SIGNATURE)


def test_a_paragraph_that_is_all_text_of_the_first_page_is_divided():
    body = texts(FIRST_LINE + LINE * 3)
    attachments = tuple(Attachment("名" * 40, texts("甲")) for _ in range(2))
    laid = settle_whole(notice(body=body, attachments=attachments, **SIGNED))
    assert pages_with(laid.pages, "公文正文")[:2] == [1, 2]
    assert with_text(laid, *SIGNATURE)


def test_the_only_line_of_the_first_page_stays_there():
    """Then 附件说明 stands above the signature, which the standard allows (7.3.5.1)."""
    attachments = tuple(Attachment("名" * 40, texts("甲")) for _ in range(4))
    laid = settle_whole(notice(1, attachments=attachments, **SIGNED))
    assert pages_with(laid.pages, "公文正文")[0] == 1
    assert sentences(laid) == []
    assert warnings(laid) == []


def test_names_of_attachments_are_not_parted_from_the_signature():
    attachments = tuple(Attachment("名" * 40, texts("甲")) for _ in range(3))
    for lines in range(2, 40):
        laid = settle_whole(notice(lines, attachments=attachments, **SIGNED))
        assert with_text(laid, *SIGNATURE), lines


def test_the_last_row_of_a_table_comes_along():
    body = (Prose(0, "", FIRST_LINE), Grid(("序号", "名称"), (("1", "甲"),) * 40))
    tied = []
    for rows in range(20, 60):
        laid = settle_whole(notice(body=(body[0], Grid(("序号",), (("1",),) * rows)), **SIGNED))
        page = pages_with(laid.pages, *SIGNATURE)[0]
        assert page in pages_with(laid.pages, "表文"), rows
        tied += laid.decisions
    assert tied


def test_the_list_of_a_carried_text_has_text_before_it():
    attachments = tuple(Attachment("名" * 40, texts("甲")) for _ in range(2))
    moved = []
    for lines in range(15, 24):
        carried = Carried("某办法", texts(*[FIRST_LINE] * lines), attachments)
        laid = settle_whole(notice(3, carried=carried, **SIGNED))
        assert pages_with(laid.pages, "附件说明首项")[0] in pages_with(laid.pages, "公文正文"), lines
        moved += laid.decisions
    assert moved


def test_text_above_it_leaves_a_signature_alone():
    docx = notice(3, **SIGNED)
    assert settle_whole(docx).docx == docx


@pytest.mark.parametrize("lines", range(1, 60))
@pytest.mark.parametrize("changes", [SIGNED, {**SIGNED, **IMPRINT}])
def test_wherever_the_signature_lands_text_stands_above_it(lines, changes):
    assert with_text(settle_whole(notice(lines, **changes)), *SIGNATURE)
