"""Take a DOCX with its Document and Pages, give the DOCX changed where only the typeset page could tell how.

A signature or 附件说明 never begins a page without text before it (GB/T 9704-2012 7.3.5.5). The 版记 stands on an even
page (GB/T 33476.2 7.3.1); the page before it may stay blank, and then neither bears a number (7.5). Decisions are
written into the DOCX, so that Word shows the same.
"""

from __future__ import annotations

from collections import defaultdict
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


CLOSING_STYLES = frozenset(("附件说明", "附件说明首项", "发文机关署名", "盖章署名"))
"""Styles of what follows the text and must not stand alone."""
MOST_WHOLE_LINES = 8
"""A longer last paragraph is divided: to move it whole would empty more of a page than it saves."""


def settle(data: bytes, document: Document, pages: Pages) -> bytes | None:
    """The DOCX after the next decision; None where all stands as it should."""
    lonely = lonely_closings(document, pages)
    return with_ties(data, lonely) if lonely else settled_imprint(data, document, pages)


def lonely_closings(document: Document, pages: Pages) -> dict[int, int]:
    """The paragraphs to tie to a signature or 附件说明 that begins a page without text before it.

    Number of the paragraph to the number of its lines.
    """
    lines: defaultdict[int, set[tuple[int, float]]] = defaultdict(set)
    for page in pages.pages:
        for item in page.texts:
            lines[item.source].add((page.number, item.y))
    found = {}
    for before, closing in pairwise(document.paragraphs):
        starts_close = closing.style in CLOSING_STYLES and before.style not in CLOSING_STYLES
        if not starts_close or before.format.keep_next or not lines[before.index] or not lines[closing.index]:
            continue
        parted = max(lines[before.index])[0] < min(lines[closing.index])[0]
        if parted:
            found[before.index] = len(lines[before.index])
    return found


def with_ties(data: bytes, lonely: dict[int, int]) -> bytes:
    """The paragraphs of these numbers on one page with what follows, short ones whole."""
    opened = docx.Document(BytesIO(data))
    paragraphs = list(opened.element.body.iter(qn("w:p")))
    for number, lines in lonely.items():
        properties = paragraphs[number].get_or_add_pPr()
        for name in ("w:keepLines", "w:keepNext") if lines <= MOST_WHOLE_LINES else ("w:keepNext",):
            properties.insert(int(properties.pStyle is not None), OxmlElement(name))
    return package_bytes(opened)


def settled_imprint(data: bytes, document: Document, pages: Pages) -> bytes | None:
    """The DOCX with its 版记 on an even page; None where it stands so or there is none."""
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
