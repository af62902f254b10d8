"""The 版记 stands on an even page (GB/T 33476.2 7.3.1); a page before it that stays blank bears no number, nor does
its own (GB/T 9704-2012 7.5). That of a 信函 stands on the last page, whichever that is (10.1)."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from docx.document import Document as Docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from docgen.document import Document
from docgen.package import package_bytes
from docgen.page import Page
from docgen.settle.case import Case, Change, Decision
from docgen.settle.package import opened
from docgen.settle.parts import NUMBER, Imprint, find_imprint, is_letter

ELEMENT = "版记"


def settle_imprint(case: Case) -> Change | None:
    """The DOCX with its 版记 on an even page; None where it stands so, there is none, or no page holds it."""
    imprint = find_imprint(case.document)
    pages = imprint.pages(case.pages) if imprint else ()
    if imprint is None or len(pages) != 1 or is_letter(case.document):
        return None
    (page,) = pages
    label, alone = int(page.label), is_alone(page, imprint)
    if starts_even(case.document) or (label % 2 == 0 and (not alone or imprint.anchor.format.page_break_before)):
        return None
    if label % 2 and alone and page.number > 1:
        said = f"第{label}页留白，版记移到第{label + 1}页（偶数页），这两页不编页码"
        return Change(with_blank_page(case.docx, imprint), (Decision(ELEMENT, said),))
    said = f"版记移到第{label + 1}页（偶数页）" if label % 2 else f"版记独占第{label}页（偶数页）"
    return Change(with_page_break(case.docx, imprint), (Decision(ELEMENT, said),))


def is_alone(page: Page, imprint: Imprint) -> bool:
    """Whether a page bears nothing but the 版记 and its number."""
    return all(item.source in imprint.inside or item.style.endswith(NUMBER) for item in page.texts)


def starts_even(document: Document) -> bool:
    """Whether the DOCX already says that the 版记 begins on an even page."""
    return document.sections[-1].start == "evenPage"


def with_page_break(docx: bytes, imprint: Imprint) -> bytes:
    """The 版记 on the next page; a section of its own begins on an even page instead."""
    package, elements = opened(docx)
    anchor = elements[imprint.anchor.index]
    if has_section(anchor.getprevious()):
        begin_even_section(package, anchor)
    else:
        drop_gap(anchor.getprevious().getprevious())
        anchor.get_or_add_pPr().get_or_add_pageBreakBefore().val = True
    return package_bytes(package)


def with_blank_page(docx: bytes, imprint: Imprint) -> bytes:
    """The 版记 in a section of its own that begins on an even page and bears no number."""
    package, elements = opened(docx)
    anchor = elements[imprint.anchor.index]
    begin_even_section(package, anchor)
    empty_footers(package, anchor.pPr.pStyle)
    return package_bytes(package)


def begin_even_section(package: Docx, anchor: Any) -> None:
    """The last section, with the 版记 alone, begins on an even page; a page break decided earlier is taken back.

    It begins with an empty paragraph: LibreOffice forgets the section of a floating table that stands first.
    """
    last = package.element.body.sectPr
    style, table = anchor.pPr.pStyle, anchor.getprevious()
    if not has_section(table):
        drop_gap(table.getprevious())
        table.addprevious(empty_paragraph(style, deepcopy(last)))
    table.addprevious(empty_paragraph(style))
    for done in (*last.findall(qn("w:type")), *anchor.pPr.findall(qn("w:pageBreakBefore"))):
        done.getparent().remove(done)
    start = OxmlElement("w:type")
    start.set(qn("w:val"), "evenPage")
    last.insert_element_before(start, "w:pgSz")


def has_section(table: Any) -> bool:
    """Whether the last section has nothing but the 版记, as after landscape pages (8)."""
    before = table.getprevious()
    return before is not None and before.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None


def drop_gap(before: Any) -> None:
    """The empty line below a table goes, if it is the last: where it found no room, a page would bear it alone."""
    if before is not None and before.tag == qn("w:p") and before.find(qn("w:r")) is None:
        before.getparent().remove(before)


def empty_footers(package: Docx, style: Any) -> None:
    """The last section shows no number."""
    section = package.sections[-1]
    for reference in list(package.element.body.sectPr.findall(qn("w:footerReference"))):
        package.element.body.sectPr.remove(reference)
    for footer in (section.footer, section.even_page_footer):
        footer.is_linked_to_previous = False
        root = footer._element
        for child in list(root):
            root.remove(child)
        root.append(empty_paragraph(style))


def empty_paragraph(style: Any, *more: Any) -> Any:
    """A paragraph without text; `more` stands in its properties."""
    paragraph = OxmlElement("w:p")
    properties = OxmlElement("w:pPr")
    properties.extend((deepcopy(style), *more))
    paragraph.append(properties)
    return paragraph
