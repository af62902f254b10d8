"""Take a part, give another that it relates to, and its XML."""

from __future__ import annotations

from docx.opc.part import Part, XmlPart
from docx.oxml import parse_xml
from docx.package import Package
from lxml.etree import XMLSyntaxError, _Element


def related_part(owner: Part | Package, kind: str) -> Part | None:
    """The part that a part or package relates to by `kind`; None where there is none."""
    found = (each for each in owner.rels.values() if each.reltype == kind and not each.is_external)
    return next((relation.target_part for relation in found), None)


def root_of(part: Part) -> _Element | None:
    """The XML of a part; None where it is no XML."""
    try:
        return part.element if isinstance(part, XmlPart) else parse_xml(part.blob)
    except XMLSyntaxError:
        return None


def related_root(owner: Part | Package, kind: str) -> _Element | None:
    """The XML of the part that a part or package relates to by `kind`; None where there is none that can be read."""
    part = related_part(owner, kind)
    return root_of(part) if part is not None else None
