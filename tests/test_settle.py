"""settle: the 版记 on an even page, decisions written into the DOCX."""

from itertools import pairwise

import pytest
from fake_fonts import FakeFonts
from samples import content, filled

from docgen.content import Attachment, Prose
from docgen.layout import lay_out
from docgen.pipeline import settled
from docgen.read import read
from docgen.settle import settle

LINES_ON_PAGE_1 = 9
LINES_A_PAGE = 22
LINE = "大" * 28


def notice(lines, **changes):
    """A notice whose body fills exactly so many lines."""
    body = tuple(Prose(0, "", "大" * 26) for _ in range(lines))
    return filled(content(number="大工发〔2026〕1号", addressees="各单位", body=body, **changes))


def imprint():
    return {"printer": "大连市总工会办公室", "printed_on": "2026年1月5日"}


def pages_of(data):
    _, document, pages, found = settled(data, "试验.docx", FakeFonts())
    assert found == ()
    return document, pages.pages


def imprint_page(pages):
    return next(page for page in pages if any(item.style == "印发机关" for item in page.texts))


def test_without_imprint_nothing_is_changed():
    data = notice(3)
    document, _ = read(data, "试验.docx")
    pages, _ = lay_out(document, FakeFonts())
    assert settle(data, document, pages) is None


@pytest.mark.parametrize("lines", [1, 5, 9, 12, 20, 28, 29, 30, 31, 32, 40, 52, 53, 54, 60])
def test_the_imprint_ends_the_document_on_an_even_page(lines):
    _, pages = pages_of(notice(lines, **imprint()))
    page = imprint_page(pages)
    assert page is pages[-1]
    assert int(page.label) % 2 == 0


@pytest.mark.parametrize("lines", range(1, 60))
def test_the_imprint_never_covers_text(lines):
    _, pages = pages_of(notice(lines, **imprint()))
    page = imprint_page(pages)
    above = [item.y for item in page.texts if item.style == "公文正文"]
    rule = min(item.y1 for item in page.items if type(item).__name__ == "Rule" and item.color == "000000")
    assert all(y < rule for y in above)


def test_an_imprint_with_room_on_an_even_page_stays_there():
    data = notice(12, **imprint())
    changed, _, pages, _ = settled(data, "试验.docx", FakeFonts())
    assert changed == data
    assert len(pages.pages) == 2


def test_a_blank_page_before_the_imprint_and_the_imprint_page_bear_no_number():
    full = LINES_ON_PAGE_1 + LINES_A_PAGE
    for lines in range(full - 4, full + 1):
        _, pages = pages_of(notice(lines, **imprint()))
        if len(pages) == 4:
            numbers = [[item.text for item in page.texts if item.style.endswith("页码")] for page in pages]
            assert ["".join(each) for each in numbers] == ["— 1 —", "— 2 —", "", ""]
            return
    pytest.fail("no document with a blank page among those tried")


def test_decisions_are_in_the_docx_so_that_reading_it_again_changes_nothing():
    changed, document, pages, _ = settled(notice(5, **imprint()), "试验.docx", FakeFonts())
    again, _ = lay_out(document, FakeFonts())
    assert again == pages
    assert settle(changed, document, pages) is None


def test_the_last_rule_lies_on_the_lower_edge_of_the_type_area():
    _, pages = pages_of(notice(5, **imprint()))
    rules = [item for item in imprint_page(pages).items if type(item).__name__ == "Rule" and item.y1 == item.y2]
    assert max(rule.y1 for rule in rules) * 25.4 / 72 == pytest.approx(262.0, abs=0.1)
    assert all(after.y1 >= before.y1 for before, after in pairwise(rules))


def closing_page(pages):
    return next(page for page in pages if any(item.style == "发文机关署名" for item in page.texts))


SIGNED = {"organs": ("大连市总工会",), "date": "2026年1月5日"}
ATTACHED = {"attachments": (Attachment("名单", (Prose(0, "", "甲"),)),)}


@pytest.mark.parametrize("lines", range(1, 60))
@pytest.mark.parametrize("changes", [SIGNED, {**SIGNED, **ATTACHED}, {**SIGNED, **imprint()}])
def test_the_signature_never_stands_on_a_page_without_text(lines, changes):
    _, pages = pages_of(notice(lines, **changes))
    assert any(item.style == "公文正文" for item in closing_page(pages).texts)


def test_a_long_last_paragraph_gives_its_last_line_to_the_signature():
    body = (Prose(0, "", "大" * (26 + 28 * (LINES_ON_PAGE_1 + LINES_A_PAGE - 3))),)
    for more in range(3):
        longer = (Prose(0, "", body[0].text + "大" * 28 * more),)
        _, pages = pages_of(filled(content(number="大工发〔2026〕1号", addressees="各单位", body=longer, **SIGNED)))
        assert any(item.style == "公文正文" for item in closing_page(pages).texts)


def test_a_signature_with_text_above_it_is_left_alone():
    data = notice(3, **SIGNED)
    assert settled(data, "试验.docx", FakeFonts())[0] == data
