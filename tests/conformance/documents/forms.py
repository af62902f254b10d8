"""The forms of `templates_docx/forms` without a word, with a few in each field, and with too many; as they are sent out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO

import docx
from docxtpl import DocxTemplate
from form_samples import samples_for, sheets
from jinja2 import Undefined
from jinja2.sandbox import SandboxedEnvironment
from samples import TEMPLATES

from docgen.fill.forms import blank_form
from docgen.forms import Sheet
from docgen.forms.make import Values, make_form
from docgen.package import package_bytes

from .texts import text, units

FORMS = sorted(path.stem for path in (TEMPLATES / "forms").glob("*.docx"))
SHORT, LONG = 1, 6
"""Sentences in a long field."""
LONG_FIELDS = frozenset(("主要内容", "主要措施", "工作目标", "项目简介", "预期目标或成效"))


def form_bytes(name: str) -> bytes:
    """The form as it lies among the templates."""
    return (TEMPLATES / "forms" / f"{name}.docx").read_bytes()


def blank(name: str) -> bytes:
    """The form with empty fields."""
    return package_bytes(blank_form(docx.Document(BytesIO(form_bytes(name)))))


def filled(name: str, sentences: int) -> bytes:
    """The form with every field filled: some with so many sentences, the others with the name of a place of work."""
    form = DocxTemplate(BytesIO(form_bytes(name)))
    fields = sorted(form.get_undeclared_template_variables())
    contents = {field: units(len(fields))[at] for at, field in enumerate(fields)}
    contents |= {field: text(sentences, at) for at, field in enumerate(fields) if field in LONG_FIELDS}
    form.render(contents, SandboxedEnvironment(autoescape=True, undefined=Undefined), autoescape=True)
    buffer = BytesIO()
    form.save(buffer)
    return buffer.getvalue()


def sent_out(sheet: Sheet, values: Values) -> bytes:
    """The form with content controls, as units get it or as they send it back."""
    data, faults = make_form(sheet.template, sheet.form, values)
    assert data is not None, faults
    return data


def _all() -> Iterator[tuple[str, Callable[[], bytes]]]:
    for name in FORMS:
        yield f"空白-{name}", partial(blank, name)
        yield f"短填-{name}", partial(filled, name, SHORT)
        yield f"长填-{name}", partial(filled, name, LONG)
    for number, sheet in enumerate(sheets()):
        yield f"填写框-{sheet.form.name}", partial(sent_out, sheet, {})
        yield f"填写框填好-{sheet.form.name}", partial(sent_out, sheet, samples_for(sheet.form, number))


DOCUMENTS = dict(_all())
