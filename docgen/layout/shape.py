"""Take the inlines of a paragraph, give its characters with their advances and the way each is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from docgen.document import NO_GRID, CharFormat, Field, Grid, Image, Inline, Paragraph, Run
from docgen.layout.fonts import Fonts, Typeface, is_east_asian
from docgen.page import Face

OBJECT = "\ufffc"
"""Stands for a picture in the text of a line."""
UNSPACED = frozenset(("\t", "\n", "\f", OBJECT))
"""What has no room of its own in the character grid: tabs, breaks, pictures."""
AUTO_SPACE = 5.0
"""The gap between Chinese and Latin is a fifth of the type size, as LibreOffice sets it; Word's differs by less
than a tenth of a character."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a character is drawn: `stretches` where justification widens after it, `latin` by its face.

    `ascent` and `descent` are those of its glyphs, `above` and `below` what its line takes; all in ems.
    """

    face: Face
    format: CharFormat
    asked: str
    bold: bool
    slanted: bool
    ascent: float
    descent: float
    above: float
    below: float
    stretches: bool
    latin: bool


@dataclass(frozen=True, slots=True)
class Missing:
    """A character that no face has, or that another face had to serve."""

    char: str
    asked: str
    served_by: str


@dataclass(slots=True)
class Shaped:
    """A paragraph's characters. Lists run parallel to `text`; `gaps` are points before a character.

    `grid` is what the character grid adds after each, in points; it is part of the advances.
    """

    grid: float = 0.0
    text: str = ""
    advances: list[float] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)
    gaps: dict[int, float] = field(default_factory=dict)
    images: dict[int, Image] = field(default_factory=dict)
    missing: list[Missing] = field(default_factory=list)

    def grid_after(self, at: int) -> float:
        """What the character grid adds after a character (17.6.5, 17.3.2.34)."""
        return self.grid if self.looks[at].format.snaps and self.text[at] not in UNSPACED else 0.0


def shape(paragraph: Paragraph, fonts: Fonts, fields: Mapping[str, str], grid: Grid = NO_GRID) -> Shaped:
    """The characters of a paragraph; `fields` gives the values of computed fields."""
    shaped = Shaped(grid.spacing if paragraph.format.snaps else 0.0)
    for inline in paragraph.inlines:
        _add(shaped, inline, fonts, fields)
    _close_portions(shaped)
    if paragraph.format.space_east_asia:
        _space_scripts(shaped)
    return shaped


def _add(shaped: Shaped, inline: Inline, fonts: Fonts, fields: Mapping[str, str]) -> None:
    match inline:
        case Run():
            _add_text(shaped, inline.text, inline.format, fonts)
        case Field():
            _add_text(shaped, fields.get(inline.name, inline.shown), inline.format, fonts)
        case Image():
            at = len(shaped.text)
            shaped.images[at] = inline
            look = look_of(fonts.typeface("宋体", False, False), CharFormat(), "宋体", (False, True))
            shaped.text += OBJECT
            shaped.advances.append(inline.width)
            shaped.looks.append(look)


def _add_text(shaped: Shaped, text: str, used: CharFormat, fonts: Fonts) -> None:
    east = fonts.typeface(used.east_asia, used.bold, used.italic)
    latin = fonts.typeface(used.ascii, used.bold, used.italic)
    widths: dict[str, tuple[float, Look]] = {}
    for char in text:
        known = widths.get(char)
        if known is None:
            known = widths[char] = _measured(shaped, char, used, east, latin)
        shaped.advances.append(known[0])
        shaped.looks.append(known[1])
    shaped.text += text


def _measured(shaped: Shaped, char: str, used: CharFormat, east: Typeface, latin: Typeface) -> tuple[float, Look]:
    chinese = is_east_asian(char, used.east_asia_hint)
    typeface, asked = (east, used.east_asia) if chinese else (latin, used.ascii)
    if char in UNSPACED:
        return 0.0, look_of(typeface, used, asked, (False, not chinese))
    face = typeface.serving(char)
    if face != typeface.face:
        shaped.missing.append(Missing(char, asked, face.name if face is not None else ""))
    advance = typeface.advance(char) * used.size * used.scale + used.spacing + (shaped.grid if used.snaps else 0.0)
    return advance, look_of(typeface, used, asked, (chinese or char == " ", not chinese), face)


Cut = tuple[bool, bool, float, float, float, float]
"""(bold, slanted, ascent, descent, above, below)."""
Kind = tuple[bool, bool]
"""(stretches, latin)."""


@lru_cache(maxsize=4096)
def _look(face: Face, used: CharFormat, asked: str, cut: Cut, kind: Kind) -> Look:
    return Look(face, used, asked, *cut, *kind)


def look_of(typeface: Typeface, used: CharFormat, asked: str, kind: Kind, face: Face | None = None) -> Look:
    """The one Look value for these circumstances."""
    measures = (typeface.ascent, typeface.descent, typeface.above, typeface.below)
    cut: Cut = (typeface.bold, typeface.slanted, *measures)
    return _look(face or typeface.face, used, asked, cut, kind)


def _close_portions(shaped: Shaped) -> None:
    """Letter spacing stands between characters of one format and script, not after the last of them.

    So LibreOffice sets it; Word adds it there too, a difference of a quarter point in our templates.
    """
    for at in range(len(shaped.looks) - 1):
        if closes_portion(shaped.looks[at], shaped.looks[at + 1]):
            shaped.advances[at] -= shaped.looks[at].format.spacing


def closes_portion(look: Look, after: Look) -> bool:
    """Whether format or script changes between two characters."""
    return look is not after and (look.latin != after.latin or look.format != after.format)


def _space_scripts(shaped: Shaped) -> None:
    """Between Chinese and Latin letters or digits stands a small gap (17.3.1.2 `w:autoSpaceDE`)."""
    text, looks = shaped.text, shaped.looks
    for at in range(1, len(text)):
        before, after = text[at - 1], text[at]
        if (ord(before) < LATIN_END) != (ord(after) < LATIN_END) and before.isalnum() and after.isalnum():
            shaped.gaps[at] = looks[at - 1].format.size / AUTO_SPACE


LATIN_END = 0x2000
"""Letters and digits below this code are not East Asian."""
