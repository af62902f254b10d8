"""Take the template of a form, its description and what is filled in, give the DOCX: controls where the tags were.

Blank and filled forms are made alike: a blank one has no values.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import cast

import docx
from docx.document import Document as Docx
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R
from docx.shared import Pt

from docgen.diagnostics import Diagnostic
from docgen.form import Form, Kind
from docgen.forms.controls import box, control
from docgen.forms.runs import cut_out
from docgen.forms.slots import Slot, find_slots
from docgen.package import package_bytes, set_moment

Values = Mapping[str, tuple[str, ...]]
"""What stands in each field: one text, or the choices that are ticked."""
AFTER_PROTECTION = tuple(
    f"w:{name}"
    for name in (
        "autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit "
        "hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle "
        "evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing "
        "characterSpacingControl footnotePr endnotePr compat docVars rsids themeFontLang clrSchemeMapping"
    ).split()
)
"""What follows `w:documentProtection` in the schema of settings (17.15.1)."""


SHRUNK = ((12.0, 17.0), (10.5, 15.0), (9.0, 13.0))
"""Size and pitch in points by which long texts may shrink: 小四, 五号, 小五. Smaller print nobody reads."""


def make_form(
    template: bytes, form: Form, values: Values, *, shrunk: int = 0, moment: float | None = None
) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """The form filled with `values`; None where template and description do not agree.

    `shrunk` counts the steps of `SHRUNK` by which long texts are smaller than the template has them.
    """
    document = docx.Document(BytesIO(template))
    slots, faults = find_slots(document, form)
    if faults:
        return None, faults
    for number, slot in reversed(list(enumerate(slots, start=1))):
        given = values.get(slot.field.name, ())
        _put(slot, given, number)
        if given and slot.field.kind is Kind.LONG:
            _let_split(slot.paragraph)
            if shrunk:
                _shrink(slot.paragraph, *SHRUNK[shrunk - 1])
    protect(document)
    set_moment(document, moment)
    return package_bytes(document), ()


def _put(slot: Slot, given: tuple[str, ...], number: int) -> None:
    runs, place = cut_out(slot.paragraph, slot.start, slot.end)
    if slot.choice:
        element = box(slot.field, slot.choice, ticked=slot.choice in given, runs=runs, number=number)
    else:
        element = control(slot.field, "".join(given), slot.hint, runs, number)
    slot.paragraph.insert(place, element)


def _shrink(paragraph: CT_P, size: float, pitch: float) -> None:
    """The size of all runs of a paragraph, and its exact pitch."""
    properties = paragraph.get_or_add_pPr()
    properties.spacing_line, properties.spacing_lineRule = Pt(pitch), WD_LINE_SPACING.EXACTLY
    for run in paragraph.iter(qn("w:r")):
        cast("CT_R", run).get_or_add_rPr().sz_val = Pt(size)


def _let_split(paragraph: CT_P) -> None:
    """The row of a filled long text may go on on the next page."""
    for row in paragraph.iterancestors(qn("w:tr")):
        for properties in row.findall(qn("w:trPr")):
            for mark in properties.findall(qn("w:cantSplit")):
                properties.remove(mark)


def protect(document: Docx) -> None:
    """17.15.1.29: only the controls can be edited; no password, an office may lift it."""
    root = document.settings.element
    for old in root.findall(qn("w:documentProtection")):
        root.remove(old)
    protection = parse_xml(f'<w:documentProtection {nsdecls("w")} w:edit="forms" w:enforcement="1"/>')
    root.insert_element_before(protection, *AFTER_PROTECTION)
