"""Take a form as read from its template, give the anchors of its fields: by what a reader finds them again.

A field has the label of its cell (the nearest text to the left, else above), and the words around it in its own line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from docgen.document import Cell, Document, Paragraph, Row, Table, paragraphs_of
from docgen.form import Field, Form
from docgen.forms.slots import BOX, TAG

TICKS = "☑√■✓✔☒✅●"
UNTICKED = "□☐○◻"
MARKS = f"[{TICKS}{UNTICKED}]"
ALIKE = {"(": "（", ")": "）", ":": "：", ",": "，", ".": "．", "/": "／", "-": "－"}
"""Signs that are typed either way."""
NARROW = {wide: narrow for narrow, wide in ALIKE.items()}
TO_NARROW = str.maketrans("".join(NARROW), "".join(NARROW.values()))


class Anchor(Struct, frozen=True):
    """Where a field stands.

    Attributes:
        label: text of the cell that names it, squeezed; empty outside tables.
        below: whether the label stands above the field and not to its left.
        line: matches the line that the field stands in, its value in `group`.
        bare: whether nothing but the field stands in that line.
        hint: what a blank form shows there.
    """

    field: Field
    label: str
    below: bool
    line: re.Pattern[str]
    group: int
    bare: bool
    hint: str = ""


class Anchors(Struct, frozen=True):
    """The anchors of a form's tags, and all texts of its cells, squeezed: a value never reaches into one of them."""

    fields: tuple[Anchor, ...]
    labels: frozenset[str]


def squeezed(text: str) -> str:
    """Text as labels are compared: without white space, signs half-width, marks of boxes left out."""
    return re.sub(MARKS, "", "".join(text.split())).translate(TO_NARROW)


def find_anchors(template: Document, form: Form) -> Anchors:
    """The anchors of a form; boxes have none: they are found by their choices."""
    found = tuple(_anchors(template, form))
    texts = (squeezed(cell_text(cell)) for cell in _cells(template) if not TAG.search(cell_text(cell)))
    return Anchors(found, frozenset(text for text in texts if text))


def _cells(document: Document) -> Iterator[Cell]:
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                for row in block.rows:
                    yield from row.cells


def _anchors(template: Document, form: Form) -> Iterator[Anchor]:
    for section in template.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield from _in_line(block, form, "", below=False)
            else:
                yield from _in_table(block, form)


def _in_table(table: Table, form: Form) -> Iterator[Anchor]:
    for number, row in enumerate(table.rows):
        left = ""
        for at, cell in enumerate(row.cells):
            text = cell_text(cell)
            if not TAG.search(text) and BOX not in text:
                left = squeezed(text) or left
                continue
            label = left or _above(table.rows, number, at)
            for paragraph in paragraphs_of(cell.blocks):
                yield from _in_line(paragraph, form, label, below=not left)


def _above(rows: tuple[Row, ...], number: int, at: int) -> str:
    """The nearest text above a cell."""
    texts = (cell_text(row.cells[at]) for row in reversed(rows[:number]) if at < len(row.cells))
    return next((squeezed(text) for text in texts if text.strip() and not TAG.search(text)), "")


def _in_line(paragraph: Paragraph, form: Form, label: str, *, below: bool) -> Iterator[Anchor]:
    text = paragraph.text
    tags = list(TAG.finditer(text))
    if not tags:
        return
    fixed = TAG.split(text)[:: TAG.groups + 1]
    line = re.compile("(.*)".join(map(loose, fixed)), re.DOTALL)
    bare = not any(squeezed(part) for part in fixed)
    for number, tag in enumerate(tags, start=1):
        field = form.field(tag["name"])
        if field is not None:
            yield Anchor(field, label, below, line, number, bare, tag["hint"] or "")


def loose(text: str) -> str:
    """A pattern for words however they were retyped: any white space, signs of either width, boxes ticked or not."""
    found = []
    for char in text:
        if char in TICKS + UNTICKED:
            found.append(f"{MARKS}?")
        elif not char.isspace():
            other = ALIKE.get(char) or NARROW.get(char, "")
            found.append(f"[{re.escape(char)}{re.escape(other)}]" if other else re.escape(char))
    return r"\s*" + r"\s*".join(found) + r"\s*" if found else r"\s*"


def cell_text(cell: Cell) -> str:
    """The text of a cell, a line for each paragraph."""
    return "\n".join(paragraph.text for paragraph in paragraphs_of(cell.blocks))
