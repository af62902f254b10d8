"""Take the lines of a template and the fields of a form, give the place of every box: right beside its choice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct

from docgen.form import Field, Form, Kind

BOX = "□"
BEHIND, BEFORE = r"{choice}\s*(?P<box>{box})", r"(?P<box>{box})\s*{choice}"


class Box(Struct, frozen=True):
    """The box of a choice: the number of its line, and the character it is."""

    field: Field
    choice: str
    line: int
    at: int


def find_boxes(form: Form, lines: Sequence[str]) -> list[Box]:
    """The boxes of all fields; fields of the same choices take theirs in the order of the description."""
    found: list[Box] = []
    for field in form.fields:
        if field.kind is Kind.BOXES:
            taken = {(box.line, box.at) for box in found}
            behind = list(_boxes(BEHIND, field, lines, taken))
            before = list(_boxes(BEFORE, field, lines, taken))
            found += before if len(before) > len(behind) else behind
    return found


def _boxes(pattern: str, field: Field, lines: Sequence[str], taken: set[tuple[int, int]]) -> Iterator[Box]:
    """A box right behind each choice, or right before each; a longer choice goes before one that is part of it."""
    taken = set(taken)
    for choice in sorted(field.choices, key=len, reverse=True):
        wanted = re.compile(pattern.format(choice=re.escape(choice), box=BOX))
        places = ((line, found.start("box")) for line, text in enumerate(lines) for found in wanted.finditer(text))
        for line, at in islice((place for place in places if place not in taken), 1):
            taken.add((line, at))
            yield Box(field, choice, line, at)
