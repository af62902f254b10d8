"""Fields of an interactive form in the PDF."""

import pypdfium2
import pytest
from pypdfium2 import raw

from docgen.page import Entry, Page, Pages
from docgen.write import write_pdf


def pdf_of(*entries):
    return write_pdf(Pages((Page(200.0, 300.0, 1, "1", tuple(entries)), Page(200.0, 300.0, 2, "2", ()))))


def fields(pdf):
    """(kind, flags) of the fields of page 1, and how many page 2 has."""
    with pypdfium2.PdfDocument(pdf) as read:
        read.init_forms()
        first, second = read[0], read[1]
        found = []
        for number in range(raw.FPDFPage_GetAnnotCount(first)):
            annotation = raw.FPDFPage_GetAnnot(first, number)
            kind = raw.FPDFAnnot_GetFormFieldType(read.formenv, annotation)
            found.append((kind, raw.FPDFAnnot_GetFormFieldFlags(read.formenv, annotation)))
            raw.FPDFPage_CloseAnnot(annotation)
        return found, raw.FPDFPage_GetAnnotCount(second)


@pytest.mark.parametrize(
    ("changes", "kind", "flags"),
    [
        ({}, raw.FPDF_FORMFIELD_TEXTFIELD, 0),
        ({"lines": True}, raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFLAG_TEXT_MULTILINE),
        ({"choices": ("甲", "乙")}, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFLAG_CHOICE_COMBO),
        ({"box": True}, raw.FPDF_FORMFIELD_CHECKBOX, 0),
    ],
)
def test_the_kind_of_an_entry_is_the_kind_of_its_field(changes, kind, flags):
    assert fields(pdf_of(Entry(10.0, 20.0, 100.0, 30.0, "单位", 12.0, **changes))) == ([(kind, flags)], 0)


def test_a_page_holds_several_fields():
    entries = [Entry(10.0, 40.0 * at, 100.0, 30.0, f"栏{at}", 12.0) for at in range(3)]
    assert len(fields(pdf_of(*entries))[0]) == 3


def test_a_document_without_entries_has_no_form():
    assert b"AcroForm" not in pdf_of()
    assert b"AcroForm" in pdf_of(Entry(10.0, 20.0, 100.0, 30.0, "单位", 12.0))


def test_what_is_typed_is_written_as_cids_of_a_typeface_that_viewers_serve():
    pdf = pdf_of(Entry(10.0, 20.0, 100.0, 30.0, "单位", 12.0))
    assert b"/STSong-Light" in pdf
    assert b"/Identity-H" in pdf


def test_the_tabulator_goes_through_the_fields_by_rows():
    assert b"/Tabs /R" in pdf_of(Entry(10.0, 20.0, 100.0, 30.0, "单位", 12.0))
    assert b"/Tabs" not in pdf_of()
