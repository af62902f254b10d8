"""Take the inlines of a paragraph, give its characters with their advances and the way each is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

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

    `grid` is what the character grid adds after each, in points; it is part of the advances. `tightest` is the least
    letter spacing of all, 0 where none is negative. `notes` are (character, number of the note that hangs on it).
    """

    grid: float = 0.0
    tightest: float = 0.0
    text: str = ""
    advances: list[float] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)
    gaps: dict[int, float] = field(default_factory=dict)
    images: dict[int, Image] = field(default_factory=dict)
    notes: list[tuple[int, int]] = field(default_factory=list)
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
            if inline.note is not None:
                shaped.notes.append((max(0, len(shaped.text) - 1), inline.note))
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
    known = _characters(fonts, used, shaped.grid if used.snaps else 0.0)
    found = [known[char] for char in text]
    shaped.advances += [advance for advance, _ in found]
    shaped.looks += [look for _, look in found]
    if known.missing:
        shaped.missing += [known.missing[char] for char in dict.fromkeys(text) if char in known.missing]
    shaped.tightest = min(shaped.tightest, used.spacing)
    shaped.text += text


class Characters(dict[str, tuple[float, Look]]):
    """Character → its advance and look in one format; each is measured once, at first use.

    `missing` are those that the face of the format lacks, `grid` what the character grid adds after each.
    """

    def __init__(self, fonts: Fonts, used: CharFormat, grid: float) -> None:
        super().__init__()
        self.missing: dict[str, Missing] = {}
        self._east = fonts.typeface(used.east_asia, used.bold, used.italic)
        self._latin = fonts.typeface(used.ascii, used.bold, used.italic)
        self._used = used
        self._grid = grid

    def __missing__(self, char: str) -> tuple[float, Look]:
        found = self[char] = self._measured(char)
        return found

    def _measured(self, char: str) -> tuple[float, Look]:
        used = self._used
        chinese = is_east_asian(char, used.east_asia_hint)
        typeface, asked = (self._east, used.east_asia) if chinese else (self._latin, used.ascii)
        if char in UNSPACED:
            return 0.0, look_of(typeface, used, asked, (False, not chinese))
        face = typeface.serving(char)
        if face != typeface.face:
            self.missing[char] = Missing(char, asked, face.name if face is not None else "")
        advance = typeface.advance(char) * used.size * used.scale + used.spacing + self._grid
        return advance, look_of(typeface, used, asked, (chinese or char == " ", not chinese), face)


@lru_cache(maxsize=1024)
def _characters(fonts: Fonts, used: CharFormat, grid: float) -> Characters:
    """The one table for these circumstances: a document uses few formats, and most characters often."""
    return Characters(fonts, used, grid)


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
    for at, (look, after) in enumerate(pairwise(shaped.looks)):
        if look is not after and closes_portion(look, after):
            shaped.advances[at] -= look.format.spacing


def closes_portion(look: Look, after: Look) -> bool:
    """Whether format or script changes between two characters."""
    return look is not after and (look.latin != after.latin or look.format != after.format)


def _space_scripts(shaped: Shaped) -> None:
    """Between Chinese and Latin letters or digits stands a small gap (17.3.1.2 `w:autoSpaceDE`)."""
    text = shaped.text
    latin = [char < LATIN_END for char in text]
    for at, (before, after) in enumerate(pairwise(latin), 1):
        if before != after and text[at - 1].isalnum() and text[at].isalnum():
            shaped.gaps[at] = shaped.looks[at - 1].format.size / AUTO_SPACE


LATIN_END = "\u2000"
"""Letters and digits before this one are not East Asian."""
