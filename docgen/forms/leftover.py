"""Take a returned form and the values read from it, give the texts in its tables that belong to no field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.forms.labels import labels_in
from docgen.forms.returned import Reading
from docgen.forms.words import plain, squeezed

SIGNED = re.compile(r"年[\s\d]*月[\s\d]*日")
"""Where a cell is signed and dated: what stands there is read on paper."""
SIGNS = re.compile(r"[\W_]+")


def left_over(reading: Reading, values: Sequence[str]) -> Iterator[str]:
    """Lines of cells in which more stands than the words of the template and what was read."""
    hints = (anchor.hint for anchor in reading.anchors.fields.values())
    taken = [text for text in map(squeezed, (*values, *hints)) if text]
    whole, known = "".join(taken), (*taken, *reading.anchors.words)
    for rows in reading.tables:
        if not labels_in(rows, reading.anchors):
            continue
        for place in (place for cells in rows for place in cells if not place.nested):
            if not SIGNED.search(place.text):
                lines = (line for line in place.text.split("\n") if squeezed(line) not in whole)
                yield from (line.strip() for line in lines if _remains(squeezed(line), known))


def _remains(line: str, known: Sequence[str]) -> bool:
    """Whether a line says more than those texts, however they overlap in it."""
    if plain(line) in known:
        return False
    covered: set[int] = set()
    for text in known:
        at = line.find(text)
        while at >= 0:
            covered.update(range(at, at + len(text)))
            at = line.find(text, at + len(text))
    rest = "".join(char for at, char in enumerate(line) if at not in covered)
    return bool(SIGNS.sub("", rest))
