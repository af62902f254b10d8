"""Fonts without font files: Han and full-width glyphs are 1 em wide, Latin ones ½ em, so widths are arithmetic."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from docgen.layout.fonts import is_east_asian
from docgen.page import Face

NOWHERE = frozenset("\U0002a6d6\U00030ede")
"""Characters that no face has."""
ELSEWHERE = frozenset("镕喆玥")
"""Characters that only the second face has."""
FULL_WIDTH = frozenset("“”‘’—―…·×①○°±÷㎡\ufffc")
"""Characters outside the East Asian ranges that Chinese faces draw 1 em wide."""

ASCENT = 0.88
DESCENT = 0.12

SECOND = Face("后备", "")


def em(char: str) -> float:
    """Width of a character in ems."""
    if unicodedata.combining(char):
        return 0.0
    return 1.0 if char in FULL_WIDTH or is_east_asian(char, False) or char == "\u3000" else 0.5


@dataclass(frozen=True)
class FakeTypeface:
    """One name's typeface; bold and slant are feigned where asked for."""

    face: Face
    bold: bool = False
    slanted: bool = False
    exact: bool = True
    why: str = ""
    ascent: float = ASCENT
    descent: float = DESCENT
    above: float = ASCENT
    below: float = DESCENT

    def advance(self, char: str) -> float:
        return em(char)

    def serving(self, char: str) -> Face | None:
        if char in NOWHERE:
            return None
        return SECOND if char in ELSEWHERE else self.face


class FakeFonts:
    """Every name has a face of its own."""

    def typeface(self, name: str, bold: bool, italic: bool) -> FakeTypeface:
        return FakeTypeface(Face(name, ""), bold, italic)
