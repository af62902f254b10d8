"""Take an opened template, give what blocks need to know of it: styles, measure, size of the body type."""

from __future__ import annotations

from docx.document import Document as Docx
from docx.oxml.ns import qn
from lxml.etree import _Element

from docgen.fill.paragraphs import Stylist
from docgen.units import points_from_half_points, points_from_twips

TITLE_STYLE = "公文标题"
SIZE_2 = 22.0
"""7.3.1: 2号, where the template gives its title no size."""
SIZE_3 = 16.0
"""5.2.2: 3号, where the template's defaults give no size."""


def read_stylist(template: Docx) -> Stylist:
    """Style identifiers by name, and the measures of the type area."""
    root = template.styles.element
    ids = {
        name.get(qn("w:val")): style.get(qn("w:styleId"))
        for style in root.findall(qn("w:style"))
        for name in style.findall(qn("w:name"))
    }
    section = template.element.body.sectPr
    paper, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    width, left, right = (
        float(element.get(qn(f"w:{side}"))) for element, side in ((paper, "w"), (margins, "left"), (margins, "right"))
    )
    measure = points_from_twips(width - left - right)
    defaults = root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    size = points_from_half_points(_number(defaults, "sz")) or SIZE_3
    title = points_from_half_points(_number(_properties(root, ids.get(TITLE_STYLE)), "sz")) or SIZE_2
    return Stylist(ids, measure, size, size + points_from_twips(_number(defaults, "spacing")), measure / title)


def _properties(root: _Element, style_id: str | None) -> _Element | None:
    """The run properties of a style."""
    for style in root.findall(qn("w:style")):
        if style.get(qn("w:styleId")) == style_id:
            return style.find(qn("w:rPr"))
    return None


def _number(properties: _Element | None, name: str) -> float:
    found = properties.find(qn(f"w:{name}")) if properties is not None else None
    return float(found.get(qn("w:val")) or 0) if found is not None else 0.0
