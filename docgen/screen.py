"""Take a DOCX made for both sides of the paper, give the one for screens: all pages have the margins of odd ones.

On paper the binding margin changes sides (GB/T 9704-2012 5.2.1, 6.2); on a screen pages that jump by 2 mm look wrong.
"""

from __future__ import annotations

from io import BytesIO

import docx
from docx.oxml.ns import qn
from docx.section import _BaseHeaderFooter

from docgen.package import package_bytes


def for_screen(data: bytes) -> bytes:
    """The DOCX without mirrored margins; what floats at the left edge of even pages moves to that of odd ones."""
    opened = docx.Document(BytesIO(data))
    settings = opened.settings.element
    for mirror in settings.findall(qn("w:mirrorMargins")):
        settings.remove(mirror)
    body = opened.element.body
    margins = body.sectPr.find(qn("w:pgMar"))
    for place in body.iter(qn("w:tblpPr")):
        if place.get(qn("w:tblpX")) == margins.get(qn("w:right")):
            place.set(qn("w:tblpX"), margins.get(qn("w:left")))
    for section in opened.sections:
        if (section.page_width or 0) > (section.page_height or 0):
            set_alike(section.header, section.even_page_header)
            set_alike(section.footer, section.even_page_footer)
    return package_bytes(opened)


def set_alike(odd: _BaseHeaderFooter, even: _BaseHeaderFooter) -> None:
    """Landscape pages (8): the turned number and the room for the binding of even pages as on odd ones."""
    if odd.is_linked_to_previous or even.is_linked_to_previous:
        return
    for name, attribute in (("w:tblpPr", "w:tblpY"), ("w:spacing", "w:line")):
        places = zip(odd._element.iter(qn(name)), even._element.iter(qn(name)), strict=False)
        for theirs, ours in places:
            ours.set(qn(attribute), theirs.get(qn(attribute)))
