"""Take a DOCX made for both sides of the paper, give the one for screens: all pages have the margins of odd ones.

On paper the binding margin changes sides (GB/T 9704-2012 5.2.1, 6.2); on a screen pages that jump by 2 mm look wrong.
"""

from __future__ import annotations

from io import BytesIO

import docx
from docx.oxml.ns import qn

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
    return package_bytes(opened)
