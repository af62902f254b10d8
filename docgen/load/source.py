"""The text of a content file, with a place in the file for every character of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from itertools import accumulate

from msgspec import Struct

from docgen.diagnostics import Place


class Source(Struct, frozen=True):
    """Text of a file; `source` makes it.

    Attributes:
        name: the file as the clerk knows it.
        text: its lines end in a line feed.
        starts: where every line starts in `text`.
        shifts: line (from 1) → how many columns its text stands further right here than in the file.
    """

    name: str
    text: str
    starts: tuple[int, ...]
    shifts: Mapping[int, int]

    def place(self, index: int) -> Place:
        """Where the character `index` of `text` stands in the file."""
        line = bisect_right(self.starts, index)
        column = index - self.starts[line - 1] + 1 - self.shifts.get(line, 0)
        return Place(self.name, line, max(column, 1))


def source(name: str, text: str, shifts: Mapping[int, int] | None = None) -> Source:
    """`text` of the file `name`, lines counted."""
    ends = accumulate(len(line) + 1 for line in text.split("\n")[:-1])
    return Source(name, text, (0, *ends), shifts or {})


def top_of(name: str) -> Place:
    """The first line of the file `name`: the place of what is missing."""
    return Place(name, 1, 1)
