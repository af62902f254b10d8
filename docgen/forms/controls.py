"""Take a field and what stands in it, give the content control for it (ECMA-376 Part 1, 17.5.2).

A control is tagged with the name of its field, so that a returned form can be read back; it cannot be deleted.
"""

from __future__ import annotations

from copy import deepcopy
from xml.sax.saxutils import escape, quoteattr
from zlib import crc32

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml.etree import _Element

from docgen.form import Field, Kind

W = nsdecls("w")
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
ROOM = "\u3000\u3000\u3000\u3000"
"""What an empty control shows: room to click on that prints as white."""
TICKED, UNTICKED = "☑", "□"
BOX_FACE = "Segoe UI Symbol"
"""The typeface in which Word draws a ticked box: office faces lack it."""
SEPARATOR = "："
"""Between field and choice in the tag of a box."""
MOST_ID = 0x7FFFFFFF
"""17.5.2.18: an identifier is a signed number of 32 bits."""


def control(field: Field, value: str, hint: str, runs: list[_Element], number: int) -> _Element:
    """A control in place of `runs`, whose look it keeps; `hint` is what it shows while empty."""
    look = runs[0].find(qn("w:rPr"))
    shown = value or hint or ROOM
    empty = "" if value else "<w:showingPlcHdr/>"
    return _control(field.name, _kind(field), empty, _run(shown, look), number)


def box(field: Field, choice: str, *, ticked: bool, runs: list[_Element], number: int) -> _Element:
    """A check box for one choice."""
    look = runs[0].find(qn("w:rPr"))
    kind = (
        f'<w14:checkbox {W14}><w14:checked w14:val="{int(ticked)}"/>'
        f'<w14:checkedState w14:val="{ord(TICKED):04X}" w14:font="{BOX_FACE}"/>'
        f'<w14:uncheckedState w14:val="{ord(UNTICKED):04X}" w14:font="宋体"/></w14:checkbox>'
    )
    return _control(f"{field.name}{SEPARATOR}{choice}", kind, "", _run(TICKED if ticked else UNTICKED, look), number)


def _control(name: str, kind: str, empty: str, run: _Element, number: int) -> _Element:
    named = quoteattr(name)
    element = parse_xml(
        f"<w:sdt {W}><w:sdtPr><w:alias w:val={named}/><w:tag w:val={named}/>"
        f'<w:id w:val="{crc32(f"{number}{name}".encode()) & MOST_ID}"/><w:lock w:val="sdtLocked"/>'
        f"{empty}{kind}</w:sdtPr></w:sdt>"
    )
    content = OxmlElement("w:sdtContent")
    content.append(run)
    element.append(content)
    return element


def _run(text: str, look: _Element | None) -> _Element:
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    run = parse_xml(f"<w:r {W}>{lines}</w:r>")
    if look is not None:
        run.insert(0, deepcopy(look))
    return run


def _kind(field: Field) -> str:
    """What kind of control a field is.

    Long texts are rich: LibreOffice takes a plain control for an input field and moves its line breaks to the front.
    """
    match field.kind:
        case Kind.CHOICE:
            items = "".join(
                f"<w:listItem w:displayText={quoteattr(choice)} w:value={quoteattr(choice)}/>"
                for choice in field.choices
            )
            return f"<w:dropDownList>{items}</w:dropDownList>"
        case Kind.DATE:
            return (
                '<w:date><w:dateFormat w:val="yyyy年M月d日"/><w:lid w:val="zh-CN"/>'
                '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
            )
        case Kind.LONG:
            return "<w:richText/>"
        case _:
            return "<w:text/>"
