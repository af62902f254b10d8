"""Blank forms as PDF that can be filled in on a screen."""

import ctypes

import pypdfium2
import pytest
from form_samples import sheets
from pypdfium2 import raw

from docgen.form import Kind
from docgen.forms import make_fillable
from docgen.forms.fillable import MARK, fillable
from docgen.page import Entry, Face, Page, Pages, Rule, Text
from docgen.pipeline import machine_fonts

SHEETS = sheets()
FACE = Face("假", "")
TEXTFIELD, CHECKBOX, COMBO = raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_COMBOBOX


@pytest.fixture(scope="module")
def made():
    fonts = machine_fonts()
    return {sheet.form.name: make_fillable(sheet, sheet.form.name, fonts) for sheet in SHEETS}


def fields(pdf):
    """Name → (kind, rectangle) of the fields that a reader finds."""
    found = {}
    with pypdfium2.PdfDocument(pdf) as read:
        read.init_forms()
        for page in read:
            for number in range(raw.FPDFPage_GetAnnotCount(page)):
                annotation = raw.FPDFPage_GetAnnot(page, number)
                rectangle = raw.FS_RECTF()
                raw.FPDFAnnot_GetRect(annotation, ctypes.byref(rectangle))
                size = raw.FPDFAnnot_GetFormFieldName(read.formenv, annotation, None, 0)
                name = (ctypes.c_ushort * (size // 2))()
                raw.FPDFAnnot_GetFormFieldName(read.formenv, annotation, name, size)
                kind = raw.FPDFAnnot_GetFormFieldType(read.formenv, annotation)
                edges = (rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
                found["".join(map(chr, name[:-1]))] = (kind, edges)
                raw.FPDFPage_CloseAnnot(annotation)
    return found


def wanted(form):
    """Name → kind of the fields that a form should have."""
    found = {}
    for field in form.fields:
        if field.kind is Kind.BOXES:
            found.update({f"{field.name}：{choice}": CHECKBOX for choice in field.choices})
        elif field.kind is not Kind.SIGN:
            found[field.name] = COMBO if field.choices else TEXTFIELD
    return found


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.form.name)
def test_every_field_but_signatures_can_be_filled_in(sheet, made):
    found = fields(made[sheet.form.name].pdf)
    assert {name: kind for name, (kind, _) in found.items()} == wanted(sheet.form)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.form.name)
def test_fields_do_not_meet_and_stay_on_the_page(sheet, made):
    rectangles = [edges for _, edges in fields(made[sheet.form.name].pdf).values()]
    for number, (left, bottom, right, top) in enumerate(rectangles):
        assert 0 < left < right < 596
        assert 0 < bottom < top < 842
        for other in rectangles[number + 1 :]:
            assert right <= other[0] or other[2] <= left or top <= other[1] or other[3] <= bottom


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.form.name)
def test_no_mark_is_printed_and_the_labels_are(sheet, made):
    with pypdfium2.PdfDocument(made[sheet.form.name].pdf) as read:
        shown = "".join("".join(page.get_textpage().get_text_range().split()) for page in read)
    assert MARK * 2 not in shown
    assert "".join(sheet.form.name.split()) in shown


def test_a_field_alone_in_its_cell_takes_all_of_it():
    box = [Rule(10, y, 110, y, 1.0) for y in (20, 60)] + [Rule(x, 20, x, 60, 1.0) for x in (10, 110)]
    (entry,) = entries([*box, mark(30, 40)])
    assert (entry.x, entry.y, entry.width, entry.height) == (12.0, 22.0, 96.0, 36.0)
    assert entry.lines


def test_a_field_in_a_line_reaches_to_the_next_word():
    (entry,) = entries([mark(30, 40), Text(80, 40, 10, "市", FACE, 10.0, source=3)])
    assert (entry.x, entry.x + entry.width, entry.lines) == (30.0, 80.0, False)


def mark(x, y):
    return Text(x, y, 20.0, "填填", FACE, 10.0, source=3, control="产业")


def entries(items):
    form = next(sheet.form for sheet in SHEETS if sheet.form.field("产业"))
    pages = fillable(Pages((Page(200, 300, 1, "1", tuple(items)),)), form)
    return [item for item in pages.pages[0].items if isinstance(item, Entry)]
