"""Take a DOCX with its Document and Pages, give the DOCX changed where only the typeset page could tell how.

GB/T 33476.2 7.3.1: the 版记 stands on an even page; the page before it may stay blank, and then neither bears a
number (GB/T 9704-2012 7.5). Decisions are written into the DOCX, so that Word shows the same.
"""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO
from itertools import pairwise

import docx
from docx.document import Document as Docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml.etree import _Element

from docgen.document import Document, Paragraph, Table, paragraphs_of
from docgen.package import package_bytes
from docgen.page import Page, Pages

IMPRINT_STYLES = frozenset(("抄送机关", "印发机关"))
"""Styles of the 版记 (7.4)."""


def settle(data: bytes, document: Document, pages: Pages) -> bytes | None:
    """The changed DOCX; None where all stands as it should."""
    found = find_imprint(document)
    if found is None:
        return None
    imprint, anchor = found
    page = next(page for page in pages.pages if any(item.source in imprint for item in page.texts))
    alone = is_alone(page, imprint)
    even = int(page.label) % 2 == 0
    if even and (not alone or begins_page(document, anchor)):
        return None
    if not even and alone and page.number > 1:
        return with_blank_page(data)
    return with_page_break(data)


def find_imprint(document: Document) -> tuple[frozenset[int], Paragraph] | None:
    """The paragraphs of the 版记, a floating table, and the paragraph on which it hangs."""
    blocks = document.sections[-1].blocks
    for table, anchor in pairwise(blocks):
        if isinstance(table, Table) and table.floating is not None and isinstance(anchor, Paragraph):
            inside = paragraphs_of((table,))
            if any(paragraph.style in IMPRINT_STYLES for paragraph in inside):
                return frozenset(paragraph.index for paragraph in inside), anchor
    return None


def is_alone(page: Page, imprint: frozenset[int]) -> bool:
    """Whether a page bears nothing but the 版记 and its number."""
    return all(item.source in imprint or item.style.endswith("页码") for item in page.texts)


def begins_page(document: Document, anchor: Paragraph) -> bool:
    """Whether the DOCX already says that the 版记 begins a page."""
    return anchor.format.page_break_before or document.sections[-1].start == "evenPage"


def with_page_break(data: bytes) -> bytes:
    """The 版记 on the next page."""
    opened = docx.Document(BytesIO(data))
    anchor = opened.element.body[-2]
    properties = anchor.get_or_add_pPr()
    properties.insert_element_before(OxmlElement("w:pageBreakBefore"), "w:framePr", "w:widowControl", "w:jc", "w:rPr")
    return package_bytes(opened)


def with_blank_page(data: bytes) -> bytes:
    """The 版记 in a section of its own that begins on an even page and bears no number."""
    opened = docx.Document(BytesIO(data))
    body = opened.element.body
    table, last = body[-3], body.sectPr
    before = OxmlElement("w:p")
    properties = OxmlElement("w:pPr")
    style = deepcopy(body[-2].pPr.pStyle)
    properties.extend((style, deepcopy(last)))
    before.append(properties)
    table.addprevious(before)
    start = OxmlElement("w:type")
    start.set(qn("w:val"), "evenPage")
    last.insert_element_before(start, "w:pgSz")
    empty_footers(opened, style)
    return package_bytes(opened)


def empty_footers(opened: Docx, style: _Element) -> None:
    """The last section shows no number."""
    section = opened.sections[-1]
    for reference in list(opened.element.body.sectPr.findall(qn("w:footerReference"))):
        opened.element.body.sectPr.remove(reference)
    for footer in (section.footer, section.even_page_footer):
        footer.is_linked_to_previous = False
        root = footer._element
        for child in list(root):
            root.remove(child)
        paragraph = OxmlElement("w:p")
        properties = OxmlElement("w:pPr")
        properties.append(deepcopy(style))
        paragraph.append(properties)
        root.append(paragraph)
