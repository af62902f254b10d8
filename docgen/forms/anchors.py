"""Take a form as read from its template, give the anchors of its fields: by what a reader finds them again.

A field has the label of its cell (the nearest text to the left, else above), and the words around it in its own line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from docgen.document import Cell, Document, Merge, Paragraph, Row, Table, paragraphs_of
from docgen.form import Field, Form
from docgen.forms.boxes import BOX, Box, find_boxes
from docgen.forms.slots import TAG
from docgen.forms.words import MARKS, fixed_words, line_pattern, nearest_pattern, squeezed


class Label(Struct, frozen=True):
    """The cell that names a field.

    Attributes:
        text: what it says, squeezed; empty outside tables.
        nth, times: which cell with that text it is, and how many there are.
        down, right: rows and cells from it to the cell of the field.
        alone: whether no other cell has this label.
        cells: how many cells its row and the row of the field have.
        merged: whether the cell of the field is merged with one above or below.
    """

    text: str = ""
    nth: int = 0
    times: int = 1
    down: int = 0
    right: int = 1
    alone: bool = True
    cells: tuple[int, int] = (0, 0)
    merged: bool = False


class Anchor(Struct, frozen=True):
    """Where a field stands.

    Attributes:
        line: matches the line that the field stands in, its value in `group`.
        near: matches the nearest words around it, its value in the group 1.
        bare: whether nothing but fields stands in that line.
        crowded: whether another field stands in that cell and no words tell them apart.
        nth, times: which line like that it is, and how many there are.
        hint: what a blank form shows there.
        before: of boxes, the words in front of them in their line, squeezed.
    """

    field: Field
    label: Label
    line: re.Pattern[str] = re.compile("(.*)")
    near: re.Pattern[str] = re.compile("(.*)")
    group: int = 1
    bare: bool = True
    crowded: bool = False
    nth: int = 0
    times: int = 1
    hint: str = ""
    before: str = ""


class Anchors(Struct, frozen=True):
    """The anchors of tags and boxes by field; texts of all cells that name something, and all fixed words, squeezed."""

    fields: dict[str, Anchor]
    labels: frozenset[str]
    words: frozenset[str]


def find_anchors(template: Document, form: Form) -> Anchors:
    """The anchors of a form."""
    boxes = find_boxes(form, [paragraph.text for paragraph in template.paragraphs])
    lines = list(_lines(template))
    tags = _told_apart([anchor for paragraph, label in lines for anchor in _tags_in(paragraph.text, form, label)])
    found: dict[str, Anchor] = {}
    for anchor in (*tags, *_boxed(lines, template, boxes)):
        found.setdefault(anchor.field.name, anchor)
    texts = [cell_text(cell) for table in _tables(template) for row in table.rows for cell in row.cells]
    labels = (squeezed(text).rstrip(":") for text in texts if _names(text))
    said = (paragraph.text for paragraph in template.paragraphs)
    return Anchors(found, frozenset(labels), fixed_words((*said, *texts)))


def cell_text(cell: Cell) -> str:
    """The text of a cell, a line for each paragraph."""
    return "\n".join(paragraph.text for paragraph in paragraphs_of(cell.blocks))


def _tables(template: Document) -> list[Table]:
    return [block for section in template.sections for block in section.blocks if isinstance(block, Table)]


def _lines(template: Document) -> Iterator[tuple[Paragraph, Label]]:
    """The lines outside tables, and those of cells with fields with their labels."""
    for section in template.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield block, Label()
    tables = _tables(template)
    cells = [cell for table in tables for row in table.rows for cell in row.cells]
    texts = [squeezed(cell_text(cell)).rstrip(":") for cell in cells]
    for table in tables:
        for label, cell, named in _labelled(table):
            alike = [id(other) for other, text in zip(cells, texts, strict=True) if text == label.text]
            place = replace(label, nth=alike.index(id(named)), times=len(alike)) if named else label
            yield from ((paragraph, place) for paragraph in paragraphs_of(cell.blocks))


def _labelled(table: Table) -> Iterator[tuple[Label, Cell, Cell | None]]:
    """The label of each cell with a field, that cell, and the cell of the label."""
    found = []
    for number, row in enumerate(table.rows):
        left: tuple[int, int] | None = None
        for at, cell in enumerate(row.cells):
            text = cell_text(cell)
            if not _asks(text):
                left = _origin(table.rows, number, at) or left
                continue
            found.append(((number, at), left or _above(table.rows, number, at)))
    shared = Counter(spot for _, spot in found)
    for (number, at), spot in found:
        cell = table.rows[number].cells[at]
        if spot is None:
            yield Label(), cell, None
            continue
        named = table.rows[spot[0]].cells[spot[1]]
        label = Label(
            squeezed(cell_text(named)).rstrip(":"),
            down=number - spot[0],
            right=at - spot[1],
            alone=shared[spot] == 1,
            cells=(len(table.rows[spot[0]].cells), len(table.rows[number].cells)),
            merged=cell.merge is not Merge.NONE,
        )
        yield label, cell, named


def _names(text: str) -> bool:
    """Whether a cell can name a field: the number of a row does not."""
    words = squeezed(text)
    return bool(words) and not words.isdecimal() and not _asks(text)


def _asks(text: str) -> bool:
    """Whether a cell has a field."""
    return bool(TAG.search(text)) or BOX in text


def _origin(rows: tuple[Row, ...], number: int, at: int) -> tuple[int, int] | None:
    """Where the text of a cell stands: in it, or where its vertical merge begins; None where there is none."""
    column = _starts(rows[number])[at]
    while rows[number].cells[at].merge is Merge.GOES_ON and number > 0:
        number -= 1
        starts = _starts(rows[number])
        if column not in starts:
            return None
        at = starts.index(column)
    return (number, at) if _names(cell_text(rows[number].cells[at])) else None


def _above(rows: tuple[Row, ...], number: int, at: int) -> tuple[int, int] | None:
    """The nearest text above a cell."""
    column = _starts(rows[number])[at]
    for upper in range(number - 1, -1, -1):
        starts = _starts(rows[upper])
        if column in starts and (found := _origin(rows, upper, starts.index(column))):
            return found
    return None


def _starts(row: Row) -> list[int]:
    """The columns of the grid in which the cells of a row begin."""
    return [row.skip + sum(cell.span for cell in row.cells[:at]) for at in range(len(row.cells))]


def _tags_in(text: str, form: Form, label: Label) -> Iterator[Anchor]:
    tags = list(TAG.finditer(text))
    fixed = TAG.split(text)[:: TAG.groups + 1]
    line = line_pattern(fixed)
    bare = not any(squeezed(part) for part in fixed)
    for number, tag in enumerate(tags, start=1):
        field = form.field(tag["name"])
        if field is not None:
            near = nearest_pattern(fixed[number - 1], fixed[number])
            yield Anchor(field, label, line, near, number, bare, hint=tag["hint"] or "")


def _told_apart(anchors: list[Anchor]) -> Iterator[Anchor]:
    """Lines of the same words are numbered; fields of one cell without words are crowded."""
    alike = Counter((anchor.label, anchor.line.pattern, anchor.group) for anchor in anchors)
    bare = Counter(anchor.label for anchor in anchors if anchor.bare)
    seen: Counter[tuple[Label, str, int]] = Counter()
    for anchor in anchors:
        key = (anchor.label, anchor.line.pattern, anchor.group)
        crowded = anchor.bare and bare[anchor.label] > 1
        yield replace(anchor, nth=seen[key], times=alike[key], crowded=crowded)
        seen[key] += 1


def _boxed(lines: list[tuple[Paragraph, Label]], template: Document, boxes: list[Box]) -> Iterator[Anchor]:
    """Each field with boxes, where the first of them stands."""
    labels = {id(paragraph): label for paragraph, label in lines}
    for box in sorted(boxes, key=lambda box: (box.line, box.at)):
        paragraph = template.paragraphs[box.line]
        text = paragraph.text[: box.at]
        before = re.split(MARKS, TAG.split(text)[-1])[-1]
        words = squeezed(before).removesuffix(squeezed(box.choice))
        yield Anchor(box.field, labels.get(id(paragraph), Label()), before=words)
