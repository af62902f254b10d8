"""Take the template of a form and its description, give the place of every field, and what does not agree."""

from __future__ import annotations

import re
from difflib import get_close_matches

from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from msgspec import Struct

from docgen.diagnostics import Diagnostic, Place, error
from docgen.form import Field, Form, Kind
from docgen.forms.boxes import BOX, find_boxes
from docgen.forms.runs import text_of

TAG = re.compile(r"\{\{\s*(?P<name>[^\s{}|\"“”]+)\s*(?:or\s*[\"“”](?P<hint>[^\"“”]*)[\"“”]\s*)?\}\}")
"""{{ 单位名称 }}, or {{ 项目简介 or "（可以从……阐述）" }} with what a blank form shows there."""
RULE = "表格字段"
SHOWN = 20
"""Characters of a paragraph that a message repeats."""
LIKENESS = 0.5
"""Names are two to eight characters long: half of them right is a slip of the pen."""


class Slot(Struct, frozen=True):
    """Where a field stands: characters `start` to `end` of a paragraph; `choice` is the option of a box."""

    field: Field
    paragraph: CT_P
    start: int
    end: int
    hint: str = ""
    choice: str = ""


def find_slots(template: Docx, form: Form) -> tuple[tuple[Slot, ...], tuple[Diagnostic, ...]]:
    """The slots in reading order; an error for a tag without a field, and for a field without a place."""
    lines = [(paragraph, text_of(paragraph)) for paragraph in template.element.body.iter(qn("w:p"))]
    slots: list[Slot] = []
    faults: list[Diagnostic] = []
    boxes = find_boxes(form, [text for _, text in lines])
    for number, (paragraph, text) in enumerate(lines, start=1):
        mine = [box for box in boxes if box.line == number - 1]
        here = [Slot(box.field, paragraph, box.at, box.at + len(BOX), choice=box.choice) for box in mine]
        for tag in TAG.finditer(text):
            field = form.field(tag["name"])
            if field is None:
                faults.append(_unknown(tag["name"], form, f"第{number}段“{text.strip()[:SHOWN]}”"))
            else:
                here.append(Slot(field, paragraph, tag.start(), tag.end(), tag["hint"] or ""))
        slots.extend(sorted(here, key=lambda slot: slot.start))
    found = {(slot.field.name, slot.choice) for slot in slots}
    faults.extend(_missing(field, found, form) for field in form.fields if _wanted(field) - found)
    return tuple(slots), tuple(faults)


def _wanted(field: Field) -> set[tuple[str, str]]:
    if field.kind is Kind.BOXES:
        return {(field.name, choice) for choice in field.choices}
    return {(field.name, "")}


def _unknown(name: str, form: Form, spot: str) -> Diagnostic:
    names = [field.name for field in form.fields]
    near = get_close_matches(name, names, 1, LIKENESS)
    hint = f"是不是 {{{{ {near[0]} }}}}？" if near else "请在 content/forms 的说明里加上这一栏，或改正标签"
    return error(RULE, Place(f"{form.name}.docx", spot=spot), f"标签 {{{{ {name} }}}} 没有字段说明", hint)


def _missing(field: Field, found: set[tuple[str, str]], form: Form) -> Diagnostic:
    place = Place(f"{form.name}.docx")
    lacking = [choice for name, choice in sorted(_wanted(field) - found) if choice]
    if lacking:
        options = "、".join(f"“{choice}{BOX}”" for choice in lacking)
        return error(RULE, place, f"字段“{field.name}”的选项在表里没有找到：{options}", f"选项和{BOX}要挨在一起")
    hint = f"请在表里写上 {{{{ {field.name} }}}}，或从说明里删去这一栏"
    return error(RULE, place, f"字段“{field.name}”在表里没有标签", hint)
