"""Take the template of a form and its description, give blank forms, filled ones, and returned ones read back."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import Diagnostic, Place, error
from docgen.form import Field, Form, Kind
from docgen.forms.fillable import fillable, marks
from docgen.forms.make import SHRUNK, Values, make_form
from docgen.forms.slots import find_slots
from docgen.layout.fonts import Fonts
from docgen.load.entries import file_stem
from docgen.package import open_package
from docgen.page import Bookmark, Page, Pages
from docgen.pipeline import PAPER, Edition, Made, make_pdf, pdf_of_pages

RULE = "表格"


class Sheet(Struct, frozen=True):
    """A form with its template: what a unit fills in."""

    form: Form
    template: bytes


def sheet_of(form: Form, template: bytes) -> tuple[Sheet | None, tuple[Diagnostic, ...]]:
    """The form with its template; None where that is no DOCX, or does not agree with the description."""
    opened = open_package(template, f"{form.name}.docx")
    if isinstance(opened, Diagnostic):
        return None, (opened,)
    _, faults = find_slots(opened, form)
    return (None if faults else Sheet(form, template)), faults


def make_sheet(sheet: Sheet, values: Values, name: str, fonts: Fonts, edition: Edition = PAPER) -> Made:
    """The form filled with `values`, blank where there are none, as DOCX and PDF called `name`."""
    return _made(sheet, values, name, (fonts, edition), shrunk=0)


def make_fillable(sheet: Sheet, name: str, fonts: Fonts, edition: Edition = PAPER) -> Made:
    """The blank form; its PDF has fields that can be filled in on a screen."""
    blank = make_sheet(sheet, {}, name, fonts, edition)
    marked = make_sheet(sheet, marks(sheet.template, sheet.form), name, fonts, edition)
    if blank.pdf is None or marked.pages is None:
        return blank
    return replace(blank, pdf=pdf_of_pages(fillable(marked.pages, sheet.form), edition))


Places = Mapping[str, Place]
"""Where what is filled into each field comes from."""


def make_one_page(
    sheet: Sheet, values: Values, name: str, setting: tuple[Fonts, Edition], places: Places = MappingProxyType({})
) -> Made:
    """The same on one page: long texts shrink step by step; where that is not enough, an error names the longest."""
    made = Made(name, None, None, None, ())
    for step in range(len(SHRUNK) + 1):
        made = _made(sheet, values, name, setting, shrunk=step)
        if made.pages is None or len(made.pages.pages) == 1:
            return made
    longest = max(sheet.form.fields, key=lambda field: sum(map(len, values.get(field.name, ()))))
    place = places.get(longest.name, Place(f"{name}.docx"))
    return Made(name, None, None, made.pages, (*made.diagnostics, _too_long(longest, values, place)))


def _made(sheet: Sheet, values: Values, name: str, setting: tuple[Fonts, Edition], shrunk: int) -> Made:
    fonts, edition = setting
    docx, faults = make_form(sheet.template, sheet.form, values, shrunk=shrunk, moment=edition.moment)
    if docx is None:
        return Made(name, None, None, None, faults)
    return make_pdf(docx, f"{name}.docx", fonts, edition, _texts(sheet.form, values))


def _texts(form: Form, values: Values) -> tuple[str, ...]:
    """What must stand in the form; ticks are no text."""
    written = (values.get(field.name, ()) for field in form.fields if field.kind is not Kind.BOXES)
    return tuple(chain.from_iterable(written))


def _too_long(field: Field, values: Values, place: Place) -> Diagnostic:
    size = sum(map(len, values[field.name]))
    message = f"缩到最小字号一页仍放不下，最长的是“{field.name}”，{size}字"
    return error(RULE, place, message, "请压缩文字，或去掉 --one-page")


def sheet_name(form: Form, values: Values, number: int) -> str:
    """The name of a filled form: the pattern of its description with its values, else form and number."""
    row = {field.name: "、".join(values.get(field.name, ())) for field in form.fields}
    return file_stem(form.file_name, row) or f"{form.name}-{number}"


def bound(sheets: list[Made]) -> Pages:
    """All sheets as one document, a bookmark each."""
    pages: list[Page] = []
    outline: list[Bookmark] = []
    for made in sheets:
        for page in made.pages.pages if made.pages else ():
            if page.number == 1:
                outline.append(Bookmark(made.name.removesuffix(".docx"), 0, len(pages) + 1, 0.0))
            pages.append(replace(page, number=len(pages) + 1))
    return Pages(tuple(pages), tuple(outline))
