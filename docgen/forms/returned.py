"""Take a returned form and the anchors of its template, give what stands in each field, and every doubt about it.

By content control where it survived; else by the label of the cell and the words in the line.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher

from msgspec import Struct

from docgen.document import Cell, Document, Image, Merge, Paragraph, Run, Table, paragraphs_of
from docgen.form import Field, Kind
from docgen.forms.anchors import MARKS, TICKS, Anchor, Anchors, cell_text, loose, squeezed
from docgen.forms.controls import SEPARATOR

LIKE = 0.8
"""A label with one character in five retyped is still that label."""
UNDATED = re.compile(r"\s*年\s*月\s*日\s*$")
"""The blank date under a signature."""
LONGEST_LINE = 3_000
"""Characters of a line in which words around a field are looked for."""


class Finding(Struct, frozen=True):
    """What stands in a field, and what is doubtful about it."""

    text: str
    doubts: tuple[str, ...] = ()


class Place(Struct, frozen=True):
    """A cell: its text, squeezed text, and whether it goes on a vertical merge; `picture` where it holds one."""

    text: str
    squeezed: str
    goes_on: bool
    picture: bool


class Returned(Struct):
    """A returned form: rows of all its tables, lines outside them, texts of its controls by tag."""

    rows: list[list[Place]]
    lines: list[str]
    controls: dict[str, str]

    @classmethod
    def of(cls, document: Document) -> Returned:
        """What a document holds."""
        blocks = [block for section in document.sections for block in section.blocks]
        rows = [row for block in blocks if isinstance(block, Table) for row in _rows(block)]
        lines = [block.text for block in blocks if isinstance(block, Paragraph)]
        controls: defaultdict[str, list[str]] = defaultdict(list)
        for paragraph in document.paragraphs:
            parts: defaultdict[str, str] = defaultdict(str)
            for inline in paragraph.inlines:
                if isinstance(inline, Run) and inline.control:
                    parts[inline.control] += inline.text
            for tag, text in parts.items():
                controls[tag].append(text)
        return cls(rows, lines, {tag: "\n".join(texts) for tag, texts in controls.items()})

    def text_of(self, anchor: Anchor, anchors: Anchors) -> Finding:
        """What stands in a field with a tag."""
        control = self.controls.get(anchor.field.name)
        typed = "" if control is None or squeezed(control) == squeezed(anchor.hint) else control.strip()
        beside = self._beside(anchor, anchors)
        if beside is None:
            doubts = () if control is not None else (f"找不到“{anchor.label or anchor.field.name}”这一栏",)
            return Finding(typed, doubts)
        text = _without_hint(beside.text, anchor.hint)
        if typed and squeezed(typed) == squeezed(text):
            return Finding(typed, beside.doubts)
        if not typed:
            return Finding(text, beside.doubts)
        if squeezed(typed) in squeezed(text):
            return Finding(text, (*beside.doubts, "填写框外面还有文字，已合在一起"))
        return Finding(typed, (*beside.doubts, f"填写框里是“{typed[:20]}”，格子里是“{text[:20]}”，取了填写框里的"))

    def _beside(self, anchor: Anchor, anchors: Anchors) -> Finding | None:
        """What stands where the labels say; None where they are not found."""
        if not anchor.label:
            return _in_lines(self.lines, anchor) or _in_lines((cell.text for row in self.rows for cell in row), anchor)
        found = self._label(anchor.label, anchors)
        if found is None:
            return None
        row, at, doubts = found
        places, rest = self._value(row, at, anchor, anchors)
        if len([place for place in places if place.text.strip()]) > 1:
            doubts = (*doubts, "一栏分成了几格，已合在一起")
        if any(place.picture for place in places) and anchor.field.kind is not Kind.SIGN:
            doubts = (*doubts, "格子里有图片，图片没有汇总")
        joint = "\n" if anchor.field.kind is Kind.LONG else ""
        text = joint.join(part for part in (rest, *(place.text.strip() for place in places)) if part)
        if anchor.bare:
            return Finding(text, doubts)
        inside = _in_lines(text.split("\n"), anchor)
        return Finding(UNDATED.sub("", inside.text) if inside else "", doubts)

    def _label(self, label: str, anchors: Anchors) -> tuple[int, int, tuple[str, ...]] | None:
        """Row and number of the cell with a label, and what is doubtful about it."""
        cells = [(row, at, place.squeezed) for row, line in enumerate(self.rows) for at, place in enumerate(line)]
        for row, at, text in cells:
            if text.rstrip(":") == label:
                return row, at, ()
        for row, at, text in cells:
            if text.startswith(label) and text not in anchors.labels and len(text) > len(label):
                return row, at, ("栏目名和内容在同一格里",)
        best = max(cells, key=lambda cell: SequenceMatcher(None, cell[2], label).ratio(), default=None)
        if best and best[2] not in anchors.labels and SequenceMatcher(None, best[2], label).ratio() >= LIKE:
            return best[0], best[1], (f"栏目名写成了“{best[2]}”",)
        return None

    def _value(self, row: int, at: int, anchor: Anchor, anchors: Anchors) -> tuple[list[Place], str]:
        """The cells of a field's value, and what stands behind the label in its own cell."""
        own = self.rows[row][at]
        match = re.match(loose(anchor.label), own.text)
        rest = own.text[match.end() :].strip(" 　：:\n") if match and own.squeezed.rstrip(":") != anchor.label else ""
        if anchor.below:
            below = self.rows[row + 1 : row + 2]
            return [cells[at] for cells in below if at < len(cells)], rest
        places = list(_until_label(self.rows[row][at + 1 :], anchors))
        for cells in self.rows[row + 1 :]:
            if not _goes_on(cells, at, anchors):
                break
            places.extend(cells[at + 1 :] or cells)
        return places, rest

    def ticked(self, field: Field) -> Finding:
        """The choices of a field that are ticked."""
        found, doubts = [], []
        texts = [*self.lines, *(place.text for row in self.rows for place in row)]
        for choice in field.choices:
            control = self.controls.get(f"{field.name}{SEPARATOR}{choice}")
            alone = control is not None and len(control.strip()) == 1
            state = control.strip() in TICKS if control and alone else _ticked(choice, field, texts)
            if state is None:
                doubts.append(f"找不到选项“{choice}”")
            elif state:
                found.append(choice)
        return Finding("、".join(found), tuple(doubts))


def _rows(table: Table) -> Iterator[list[Place]]:
    for row in table.rows:
        yield [_place(cell) for cell in row.cells]


def _place(cell: Cell) -> Place:
    text = cell_text(cell)
    pictures = any(isinstance(inline, Image) for each in paragraphs_of(cell.blocks) for inline in each.inlines)
    return Place(text, squeezed(text), cell.merge is Merge.GOES_ON, pictures)


def _until_label(places: list[Place], anchors: Anchors) -> Iterator[Place]:
    for place in places:
        if _is_label(place, anchors):
            return
        yield place


def _is_label(place: Place, anchors: Anchors) -> bool:
    """Whether a cell names a field: alone, with a colon, or with what stands in the field below or behind it."""
    if place.squeezed.rstrip(":") in anchors.labels:
        return True
    head = squeezed(re.split("[\n：:]", place.text.strip(), maxsplit=1)[0])
    return head in anchors.labels and head != place.squeezed


def _goes_on(cells: list[Place], at: int, anchors: Anchors) -> bool:
    """Whether a row continues the field above it: nothing stands where its label would."""
    head = cells[: at + 1] if len(cells) > at + 1 else cells[:at]
    blank = all(place.goes_on or not place.squeezed for place in head)
    begins = any(cells[0].squeezed.startswith(label) for label in anchors.labels) if cells else False
    return blank and bool(cells) and not begins and not any(_is_label(place, anchors) for place in cells)


def _without_hint(text: str, hint: str) -> str:
    """What was typed, the hint of the blank form left out wherever it stayed."""
    return re.sub(loose(hint), "", text).strip() if squeezed(hint) else text.strip()


def _in_lines(lines: Iterator[str] | list[str], anchor: Anchor) -> Finding | None:
    """The value in the first line that has the words around it."""
    for line in lines:
        found = anchor.line.fullmatch(line) if len(line) <= LONGEST_LINE else None
        if found:
            return Finding(found[anchor.group].strip())
    return None


def _ticked(choice: str, field: Field, texts: list[str]) -> bool | None:
    """Whether the mark beside a choice is a tick; None where the choice is not found.

    Marks stand before their choices where the first of them does, else behind.
    """
    for text in texts:
        found = re.search(loose(choice), text)
        if found is None:
            continue
        mark = re.search(MARKS, text)
        first = min(at.start() for each in field.choices if (at := re.search(loose(each), text)))
        if mark is not None and mark.start() < first:
            beside = re.search(rf"({MARKS})[）)]?\s*$", text[: found.start()])
        else:
            beside = re.match(rf"[（(]?\s*({MARKS})", text[found.end() :])
        return beside is not None and beside[1] in TICKS
    return None
