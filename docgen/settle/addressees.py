"""主送机关 so many that the first page shows no text stand in the 版记, above 抄送 without a rule between (7.3.2)."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from docx.document import Document as Docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from docgen.document import Paragraph
from docgen.package import package_bytes
from docgen.settle.case import Case, Change, Decision
from docgen.settle.package import opened, style_ids, text_of
from docgen.settle.parts import ADDRESSEES, COPIES, IMPRINT, find_imprint, hides_body, lines_of
from docgen.units import twips_from_points

DECISION = Decision("主送机关", "主送机关移入版记，首页才排得下正文")
LABEL, STOP = "主送：", "。"
COLONS = "：:"
TAG = "{"
"""What the rows of a template bear that are filled or fall away."""


def move_addressees(case: Case) -> Change | None:
    """主送机关 in the 版记 where that lets the first page show text and the 版记 still fits a page."""
    found = next((each for each in case.document.paragraphs if each.style == ADDRESSEES and each.text.strip()), None)
    if found is None or not hides_body(case.document, lines_of(case.pages)):
        return None
    docx = with_addressees_in_imprint(case, found)
    if docx is None:
        return None
    tried = case.tried(docx)
    helps = not hides_body(tried.document, lines_of(tried.pages)) and fits_a_page(tried)
    return Change(docx, (DECISION,)) if helps else None


def fits_a_page(case: Case) -> bool:
    """Whether the 版记 stands on one page below its upper margin."""
    imprint = find_imprint(case.document)
    pages = imprint.pages(case.pages) if imprint else ()
    if imprint is None or len(pages) != 1:
        return False
    top = case.document.sections[-1].sheet.margins.top
    return all(item.y > top for item in pages[0].texts if item.source in imprint.inside)


def with_addressees_in_imprint(case: Case, addressees: Paragraph) -> bytes | None:
    """The DOCX with 主送机关 in its 版记, or in one made as the template has it; None where neither has 抄送机关."""
    package, elements = opened(case.docx)
    place = copies_in(package)
    if place is None:
        place = _copies_from_template(package, case.template)
    if place is None:
        return None
    text = LABEL + "".join(addressees.text.split()).rstrip(COLONS) + STOP
    place.addprevious(_like(place, text))
    if TAG in text_of(place):
        place.getparent().remove(place)
    gone, after = elements[addressees.index : addressees.index + 2]
    before = twips_from_points(addressees.format.before)
    after.get_or_add_pPr().get_or_add_spacing().set(qn("w:before"), str(before))
    gone.getparent().remove(gone)
    return package_bytes(package)


def imprint_in(package: Docx) -> Any | None:
    """The floating table of the 版记."""
    ids = style_ids(package, *IMPRINT)
    for table in package.element.body.iterchildren(qn("w:tbl")):
        if table.tblPr.find(qn("w:tblpPr")) is not None and any(each.style in ids for each in table.iter(qn("w:p"))):
            return table
    return None


def copies_in(package: Docx) -> Any | None:
    """The paragraph of 抄送机关 that bears text or its tag."""
    table, ids = imprint_in(package), style_ids(package, COPIES)
    written = (each for each in (table.iter(qn("w:p")) if table is not None else ()) if each.style in ids)
    return next((each for each in written if text_of(each) and not is_condition(each)), None)


def is_condition(element: Any) -> bool:
    """Whether it is a row or paragraph that only says when others stand."""
    return "{%" in text_of(element)


def _copies_from_template(package: Docx, template: bytes) -> Any | None:
    """The 抄送 of the template, brought into the document in its row, or with the whole 版记 where it has none."""
    if not template:
        return None
    copies = copies_in(opened(template)[0])
    if copies is None:
        return None
    row = next(copies.iterancestors(qn("w:tr")))
    table = imprint_in(package)
    if table is not None:
        table.tr_lst[0].addprevious(row)
        return copies
    table = row.getparent()
    anchor = next(each for each in table.itersiblings(qn("w:p")) if not text_of(each))
    for other in table.tr_lst:
        if other is not row and TAG in text_of(other):
            table.remove(other)
    package.element.body.sectPr.addprevious(table)
    package.element.body.sectPr.addprevious(anchor)
    return copies


def _like(paragraph: Any, text: str) -> Any:
    """A paragraph of one run that looks like another."""
    made: Any = OxmlElement("w:p")
    if paragraph.pPr is not None:
        made.append(deepcopy(paragraph.pPr))
    run = made.add_r()
    first = next(paragraph.iter(qn("w:r")))
    if first.rPr is not None:
        run.append(deepcopy(first.rPr))
    run.text = text
    return made
