"""Take a form laid out with a mark in each field, give pages on which the marks are rectangles to be filled in."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import docx
from msgspec.structs import replace

from docgen.form import Field, Form, Kind
from docgen.forms.controls import ROOM, SEPARATOR
from docgen.forms.make import Values
from docgen.forms.slots import find_slots
from docgen.page import Entry, Item, Page, Pages, Rule, Text

MARK = "填"
"""What stands in each field while the form is laid out."""
NEAR = 1.0
"""Points by which rules of one cell may miss each other."""
INSET = 2.0
"""Points between the edges of a cell and the rectangle to be filled in."""
ASCENT, DEPTH = 0.95, 0.3
"""Of a line of type above and below its baseline, in ems."""


def marks(template: bytes, form: Form) -> Values:
    """A mark in each field that is typed, as wide as the room that a blank form has there.

    Boxes have a mark of their own, and a signature is written by hand.
    """
    slots, _ = find_slots(docx.Document(BytesIO(template)), form)
    typed = [slot for slot in slots if not slot.choice and slot.field.kind is not Kind.SIGN]
    return {slot.field.name: (MARK * len(ROOM if slot.hint.strip() else slot.hint or ROOM),) for slot in typed}


def fillable(pages: Pages, form: Form) -> Pages:
    """The pages with entries in place of the marks, and over the boxes."""
    return replace(pages, pages=tuple(replace(page, items=tuple(_items(page, form))) for page in pages.pages))


def _items(page: Page, form: Form) -> Iterator[Item]:
    seen: set[str] = set()
    for item in page.items:
        if not isinstance(item, Text) or not item.control:
            yield item
            continue
        name, _, choice = item.control.partition(SEPARATOR)
        field = form.field(name)
        if choice or field is None or field.kind is Kind.SIGN:
            yield item
        if field is not None and field.kind is not Kind.SIGN and item.control not in seen:
            seen.add(item.control)
            yield _box(item) if choice else _entry(item, field, page)


def _box(item: Text) -> Entry:
    """Over the printed □."""
    return Entry(item.x, item.y - ASCENT * item.size, item.size, item.size, item.control, item.size, box=True)


def _entry(item: Text, field: Field, page: Page) -> Entry:
    left, top, right, bottom = _cell(item, page)
    beside = [other for other in page.texts if other.source == item.source and other.control != item.control]
    if beside or bottom - top > page.height / 2:
        after = [other.x for other in beside if abs(other.y - item.y) < NEAR and other.x > item.x]
        left, right = item.x, min((*after, right - INSET))
        top, bottom = item.y - ASCENT * item.size, item.y + DEPTH * item.size
    else:
        left, top, right, bottom = left + INSET, top + INSET, right - INSET, bottom - INSET
    lines = field.kind is Kind.LONG or bottom - top > 2 * (ASCENT + DEPTH) * item.size
    return Entry(left, top, right - left, bottom - top, field.name, item.size, lines, field.choices)


def _cell(item: Text, page: Page) -> tuple[float, float, float, float]:
    """The nearest rules around a text, or the edges of the page."""
    x, y = item.x + item.size / 2, item.y - item.size / 3
    rules = [rule for rule in page.items if isinstance(rule, Rule)]
    upright = [rule.x1 for rule in rules if rule.x1 == rule.x2 and _spans(rule.y1, rule.y2, y)]
    level = [rule.y1 for rule in rules if rule.y1 == rule.y2 and _spans(rule.x1, rule.x2, x)]
    return (
        max((at for at in upright if at <= x), default=0.0),
        max((at for at in level if at <= y), default=0.0),
        min((at for at in upright if at > x), default=page.width),
        min((at for at in level if at > y), default=page.height),
    )


def _spans(one: float, other: float, at: float) -> bool:
    return min(one, other) - NEAR <= at <= max(one, other) + NEAR
