"""The pieces of an old document in reading order: lines with their looks, and tables.

A line is a paragraph, or a part of one between line breaks. Its place in the source is told in words (第3段, 第12行).
"""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import east_asian_width

from msgspec import Struct

from docgen.load import characters
from docgen.load.characters import without_spaces

LINE_ENDS = str.maketrans(dict.fromkeys(characters.LINE_ENDS.replace("\f", ""), "\n"))
"""What ends a line, as text that was pasted has it; a form feed ends a page."""


class Look(Struct, frozen=True):
    """How a line is set; a text file says nothing of it.

    Attributes:
        size: points of its largest type, 0 where unknown. face: that of its first character.
        centred, right: alignment. bold, red: of its first character.
        left: indent of lines after the first, in points. tabs: its tab stops, in points.
    """

    size: float = 0.0
    face: str = ""
    centred: bool = False
    right: bool = False
    bold: bool = False
    red: bool = False
    left: float = 0.0
    tabs: tuple[float, ...] = ()


UNKNOWN = Look()


class Line(Struct, frozen=True):
    """A line that bears text.

    Attributes:
        text: without white space at its ends. raw: with it.
        spot: where it stands in the source.
        style: its paragraph style in a document that docgen made, else empty.
        new_page: begins a page. landscape: stands on a turned sheet. white: how many empty lines stand before it.
    """

    text: str
    raw: str
    spot: str
    style: str = ""
    look: Look = UNKNOWN
    new_page: bool = False
    landscape: bool = False
    white: int = 0

    @property
    def bare(self) -> str:
        """The text without any space: what spreads a line is no part of it."""
        return without_spaces(self.text)

    @property
    def lead(self) -> int:
        """Half-width columns of white before the text."""
        return sum(2 if char in "\u3000\t" else 1 for char in self.raw[: len(self.raw) - len(self.raw.lstrip())])


class Tabular(Struct, frozen=True):
    """A table: texts of its cells, all rows equally long; merged cells are taken apart, their text in the first.

    Attributes:
        head: whether its first row names the columns. widths: shares of the columns, empty for equal ones.
        merged: whether cells were merged. lines: the text of its cells, as lines.
    """

    rows: tuple[tuple[str, ...], ...]
    spot: str
    head: bool = False
    widths: tuple[float, ...] = ()
    merged: bool = False
    new_page: bool = False
    landscape: bool = False
    lines: tuple[Line, ...] = ()

    @property
    def text(self) -> str:
        """All its characters."""
        return "\n".join("\t".join(row) for row in self.rows)


Piece = Line | Tabular


class Aside(Struct, frozen=True):
    """What stands beside the text and has no place in a content file: page headers, notes, pictures."""

    kind: str
    text: str
    spot: str


class Source(Struct, frozen=True):
    """An old document: its pieces and what stands beside them."""

    pieces: tuple[Piece, ...]
    asides: tuple[Aside, ...] = ()

    @property
    def text(self) -> str:
        """Every character of it."""
        return "\n".join((*(piece.text for piece in self.pieces), *(aside.text for aside in self.asides)))


def columns(raw: str) -> int:
    """Half-width columns of a line: Chinese takes two."""
    return sum(2 if east_asian_width(char) in "WFA" else 1 for char in raw.rstrip())


def lines_in(pieces: Iterable[Piece]) -> tuple[Line, ...]:
    """The lines of `pieces`, those in tables included."""
    return tuple(line for piece in pieces for line in ((piece,) if isinstance(piece, Line) else piece.lines))
