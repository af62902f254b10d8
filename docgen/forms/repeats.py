"""Take an opened returned form, take out what LibreOffice up to 7.4 wrote more than once.

It saves a control of plain text once for each change of script in it, and each time its whole text again; the tag is
lost, the alias stays.
"""

from __future__ import annotations

from docx.document import Document as Docx
from docx.oxml.ns import qn
from lxml.etree import _Element


def drop_repeats(document: Docx) -> None:
    """Of controls in a row with one alias, of which each ends with the text of the first, only the first stays."""
    for control in list(document.element.body.iter(qn("w:sdt"))):
        after = control.getnext()
        while after is not None and _repeats(after, control):
            control.getparent().remove(after)
            after = control.getnext()


def _repeats(after: _Element, control: _Element) -> bool:
    alias = _alias(control)
    return bool(alias) and _alias(after) == alias and _text(after).endswith(_text(control))


def _alias(control: _Element) -> str:
    """The alias of a control that has no tag."""
    properties = control.find(qn("w:sdtPr"))
    if control.tag != qn("w:sdt") or properties is None or properties.find(qn("w:tag")) is not None:
        return ""
    alias = properties.find(qn("w:alias"))
    return (alias.get(qn("w:val")) or "") if alias is not None else ""


def _text(control: _Element) -> str:
    return "".join(piece.text or "" for piece in control.iter(qn("w:t")))


def has_input_fields(document: Docx) -> bool:
    """Whether controls came back as input fields (17.16.5.19), as they do through ODT: their text repeats too."""
    return any("FILLIN" in (code.text or "") for code in document.element.body.iter(qn("w:instrText")))


def once(text: str) -> str:
    """The value of a text that repeats it: the value, then each of its pieces with the whole value behind it."""
    for size in range(1, len(text) // LEAST_TIMES + 1):
        if len(text) % size == 0 and _is_repeated(text[size:], text[:size]):
            return text[:size]
    return text


LEAST_TIMES = 3
"""The value itself, its one piece, and the value behind it."""


def _is_repeated(rest: str, value: str) -> bool:
    """Whether `rest` is pieces that make up `value`, each with `value` behind it; after the last it may
    come again, or not at all."""
    at = 0
    while at < len(value) and rest != value[at:]:
        sizes = range(1, len(value) - at + 1)
        size = next((size for size in sizes if rest.startswith(value[at : at + size] + value)), 0)
        if not size:
            return False
        rest, at = rest[size + len(value) :], at + size
    return rest == value[at:] or not rest.replace(value, "")
