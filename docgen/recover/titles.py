"""Take the first lines of a text, tell how many of them are its title: what 印发 and 附件 have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from docgen.recover.pieces import Line, Piece
from docgen.recover.signs import STOPS

TITLE_LINES = 4
TITLE_LINE = 45
"""Characters of a line of a title."""
Each = TypeVar("Each", bound=Piece)


def leading(pieces: Sequence[Each], holds: Callable[[Each], bool]) -> int:
    """How many of the first hold."""
    return next((at for at, each in enumerate(pieces) if not holds(each)), len(pieces))


def lines_of_title(pieces: Sequence[Piece]) -> list[Line]:
    """The first lines, as far as they may be a title: to a table, or to a long one."""
    lines: list[Line] = []
    for piece in pieces[:TITLE_LINES]:
        if not isinstance(piece, Line) or len(piece.text) > 2 * TITLE_LINE:
            break
        lines.append(piece)
    return lines


def ending(lines: Sequence[Line], ends: Callable[[Line], object]) -> int:
    """The lines up to the first that ends as titles do."""
    for count, line in enumerate(lines, start=1):
        if len(line.text) > TITLE_LINE or STOPS.search(line.text):
            return 0
        if ends(line):
            return count
    return 0
