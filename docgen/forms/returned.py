"""Take a returned form and the anchors of its template, give what stands in each field, and every doubt about it.

By content control where it survived; else by the label of the cell and the words in the line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from docgen.form import Field, Kind
from docgen.forms.anchors import Anchor, Anchors
from docgen.forms.cells import Place, Returned, Rows
from docgen.forms.controls import SEPARATOR
from docgen.forms.labels import SHOWN, Found, field_cells, find_label, form_tables, is_merged
from docgen.forms.ticks import ticked
from docgen.forms.words import TICKS, loose, squeezed

UNDATED = re.compile(r"\s*年\s*月\s*日\s*$")
"""The blank date under a signature."""
LONGEST_LINE = 3_000
"""Characters of a line in which words around a field are looked for."""


class Finding(Struct, frozen=True):
    """What stands in a field, and what is doubtful about it."""

    text: str
    doubts: tuple[str, ...] = ()


class Reading(Struct, frozen=True):
    """A returned file read as one form: its tables in the order in which labels are looked for."""

    returned: Returned
    anchors: Anchors
    tables: tuple[Rows, ...]

    @classmethod
    def of(cls, returned: Returned, anchors: Anchors) -> Reading:
        """The file as that form."""
        return cls(returned, anchors, form_tables(returned, anchors))

    def text_of(self, field: Field) -> Finding:
        """What stands in a field; of boxes, the choices that are ticked."""
        anchor = self.anchors.fields.get(field.name)
        if field.kind is Kind.BOXES:
            return self._ticked(field, anchor)
        return self._text(anchor) if anchor else Finding("")

    def _text(self, anchor: Anchor) -> Finding:
        name = anchor.field.name
        control, doubts = self._control(name, anchor.hint)
        beside = self._beside(anchor)
        if beside is None:
            lacking = () if name in self.returned.controls else (f"找不到“{anchor.label.text or name}”这一栏",)
            return Finding(control, (*doubts, *lacking))
        text, told = _without_hint(beside.text, anchor.hint), (*doubts, *beside.doubts)
        if control and squeezed(control) == squeezed(text):
            return Finding(control, told)
        if not control:
            return Finding(text, told)
        if squeezed(control) in squeezed(text):
            return Finding(text, (*told, "填写框外面还有文字，已合在一起"))
        other = f"填写框里是“{control[:SHOWN]}”，格子里是“{text[:SHOWN]}”，取了填写框里的"
        return Finding(control, (*told, other))

    def _control(self, name: str, hint: str) -> tuple[str, tuple[str, ...]]:
        """What was typed into the control of a field, and whether there were several."""
        texts = [text.strip() for text in self.returned.controls.get(name, ())]
        typed = [text for text in texts if text and squeezed(text) != squeezed(hint)]
        several = len({squeezed(text) for text in typed}) > 1
        doubts = ("同名的填写框有几个，取了第一个",) if several else ()
        return (typed[0] if typed else ""), doubts

    def _others(self, name: str) -> frozenset[str]:
        """The other fields: what stands in their controls belongs to them."""
        return frozenset(self.anchors.fields) - {name}

    def _beside(self, anchor: Anchor) -> Finding | None:
        """What stands where the labels say; None where they are not found."""
        if not anchor.label.text:
            return self._anywhere(anchor)
        found = self._found(anchor)
        if found is None:
            return None
        joint = "\n" if anchor.field.kind is Kind.LONG else ""
        others = self._others(anchor.field.name)
        texts = (found.rest, *(place.text_but(others).strip() for place in found.places))
        text, doubts = joint.join(filter(None, texts)), (*found.doubts, *_oddities(found.places, anchor))
        if anchor.bare:
            return Finding(text, doubts)
        inside = _in_lines(text.split("\n"), anchor)
        return Finding(UNDATED.sub("", inside.text), (*doubts, *inside.doubts)) if inside else Finding("", doubts)

    def _found(self, anchor: Anchor) -> Found | None:
        spot = find_label(anchor.label, self.tables, self.anchors)
        if spot is None:
            return None
        found = field_cells(spot, anchor, self.anchors)
        return Found(found.places, found.rest, (*spot.doubts, *found.doubts))

    def _anywhere(self, anchor: Anchor) -> Finding | None:
        """The value in a line outside tables, else in a cell, else in a line of a cell."""
        if anchor.bare:
            return None
        others = self._others(anchor.field.name)
        lines = [place.text_but(others) for place in self.returned.lines]
        cells = [place.text_but(others) for rows in self.tables for cells in rows for place in cells]
        pieces = [line for cell in cells for line in cell.split("\n")]
        return _in_lines(lines, anchor) or _in_lines(cells, anchor) or _in_lines(pieces, anchor)

    def _ticked(self, field: Field, anchor: Anchor | None) -> Finding:
        """Boxes whose controls survived, else the marks beside the choices."""
        states = {choice: self._box(field, choice) for choice in field.choices}
        if None not in states.values():
            return Finding("、".join(choice for choice in field.choices if states[choice]))
        lines, doubts = self._lines(anchor)
        found = ticked(field, lines)
        chosen = [
            choice
            for choice in field.choices
            if (choice in found.choices if states[choice] is None else states[choice])
        ]
        left = [choice for choice in field.choices if choice not in found.missing]
        if not chosen and left and found.missing:
            return Finding("、".join(left), (*doubts, f"没有打勾，只留下了“{'、'.join(left)}”，当作选了它"))
        if not chosen and left and not found.boxes:
            return Finding("", (*doubts, "选项旁边没有方框，看不出选了哪个"))
        lacking = (f"找不到选项“{choice}”" for choice in found.missing if states[choice] is None)
        return Finding("、".join(chosen), (*doubts, *lacking))

    def _box(self, field: Field, choice: str) -> bool | None:
        """Whether the control of a choice is ticked; None where it is gone, or holds no mark alone."""
        texts = self.returned.controls.get(f"{field.name}{SEPARATOR}{choice}", [])
        mark = texts[0].strip() if len(texts) == 1 else ""
        return mark in TICKS if len(mark) == 1 and not squeezed(mark) else None

    def _lines(self, anchor: Anchor | None) -> tuple[list[str], tuple[str, ...]]:
        """Where the boxes of a field are looked for: its cells, or what follows the words in front of them."""
        found = self._found(anchor) if anchor and anchor.label.text else None
        within = [found.rest, *(place.text for place in found.places)] if found else []
        cells = [place.text for rows in self.tables for cells in rows for place in cells]
        texts = within or [*(place.text for place in self.returned.lines), *cells]
        lines = [line for text in texts for line in text.split("\n")]
        before = anchor.before if anchor else ""
        behind = [line[match.end() :] for line in lines if before and (match := re.search(loose(before), line))]
        lost = anchor is not None and (bool(before) and not behind if found or not anchor.label.text else True)
        doubts = (f"找不到“{anchor.label.text or before}”这一栏",) if anchor is not None and lost else ()
        return (behind + lines if within else behind) if behind else lines, doubts


def _oddities(places: Sequence[Place], anchor: Anchor) -> Iterator[str]:
    if len([place for place in places if place.text.strip()]) > 1:
        yield "一栏分成了几格，已合在一起"
    if any(is_merged(place, anchor.label) for place in places):
        yield "这一格和上下的格子合并了"
    if any(place.picture for place in places) and anchor.field.kind is not Kind.SIGN:
        yield "格子里有图片，图片没有汇总"
    if anchor.crowded:
        yield "同一格里有几栏，分不开"


def _without_hint(text: str, hint: str) -> str:
    """What was typed, the hint of the blank form left out wherever it stayed."""
    return re.sub(loose(hint), "", text).strip() if squeezed(hint) else text.strip()


def _in_lines(lines: Iterable[str], anchor: Anchor) -> Finding | None:
    """The value in the line that has the words around it; if none has all of them, the nearest will do."""
    short = [line for line in lines if len(line) <= LONGEST_LINE]
    whole = _matches(short, anchor.line.fullmatch, anchor.group)
    found = whole or _matches(short, anchor.near.search, 1)
    if not found:
        return None
    doubts = () if whole else ("这一行和空白表不同",)
    if len(found) < anchor.times or (anchor.times > 1 and len(found) > anchor.times):
        doubts = (*doubts, f"这样的一行空白表里有{anchor.times}处，这里有{len(found)}处")
    return Finding(found[min(anchor.nth, len(found) - 1)], doubts)


def _matches(lines: Iterable[str], match: Callable[[str], re.Match[str] | None], group: int) -> list[str]:
    return [found[group].strip() for line in lines if (found := match(line))]
