"""Take a part, give the XML of another that it relates to."""

from __future__ import annotations

from docx.opc.part import Part, XmlPart
from docx.oxml import parse_xml
from docx.package import Package
from lxml.etree import XMLSyntaxError, _Element


def related_root(owner: Part | Package, kind: str) -> _Element | None:
    """The XML of the part that a part or package relates to by `kind`; None where there is none that can be read."""
    for relation in owner.rels.values():
        if relation.reltype != kind or relation.is_external:
            continue
        target = relation.target_part
        try:
            return target.element if isinstance(target, XmlPart) else parse_xml(target.blob)
        except XMLSyntaxError:
            return None
    return None
