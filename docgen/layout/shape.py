"""Take the inlines of a paragraph, give its characters with their advances and the way each is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct, field
from msgspec.structs import replace

from docgen.document import NO_GRID, CharFormat, Field, Grid, Image, Inline, Paragraph, Run
from docgen.layout.breaks import BLANKS, Kind, kind_of
from docgen.layout.fonts import Fonts, Typeface, is_east_asian
from docgen.page import UNSEEN, Face

OBJECT = "\ufffc"
"""Stands for a picture in the text of a line."""
CONTROLS = frozenset("\t\n\f\v")
"""Tabs and breaks: each is a portion of its own, without width."""
FIXED = CONTROLS | {OBJECT}
"""What justification does not widen: tabs, breaks, pictures."""
UNSPACED = FIXED | UNSEEN
"""What has no room of its own in the character grid."""
AUTO_SPACE = 5.0
"""The gap between Chinese and Latin is a fifth of the type size, as LibreOffice sets it; Word's differs by less
than a tenth of a character."""
LATIN_END = "\u2000"
"""Letters and digits before this one are not East Asian."""
SHARED = (("\u0300", "\u036f"), (LATIN_END, "\u2e7f"), ("\U0001f000", "\U0001ffff"))
"""Marks on letters, signs, and pictographs belong to all scripts."""


class Look(Struct, frozen=True):
    """How a character is drawn; `latin` by its face.

    `ascent` and `descent` are those of its glyphs, `above` and `below` what its line takes; all in ems.
    `control` is the tag of the content control in which it stands.
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
    latin: bool
    control: str = ""


class Missing(Struct, frozen=True):
    """A character that no face has, or that another face had to serve."""

    char: str
    asked: str
    served_by: str


class Shaped(Struct):
    """A paragraph's characters. Lists run parallel to `text`; `gaps` are points before a character.

    `grid` is what the character grid adds after each, in points; it is part of the advances. `tightest` is the least
    letter spacing of all, 0 where none is negative. `notes` are (character, number of the note that hangs on it).

    A portion is a row of characters of one format and script: `closing` holds those that end one, `opening` Chinese
    ones after Latin. Justification widens after characters that `stretch` and before opening ones.
    """

    grid: float = 0.0
    tightest: float = 0.0
    text: str = ""
    advances: list[float] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)
    gaps: dict[int, float] = field(default_factory=dict)
    closing: set[int] = field(default_factory=set)
    opening: set[int] = field(default_factory=set)
    stretch: list[bool] = field(default_factory=list)
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
    _divide(shaped, list(_latin(shaped.text)))
    if paragraph.format.space_east_asia:
        _space_scripts(shaped)
    return shaped


def _add(shaped: Shaped, inline: Inline, fonts: Fonts, fields: Mapping[str, str]) -> None:
    match inline:
        case Run():
            begun = len(shaped.looks)
            _add_text(shaped, inline.text, inline.format, fonts)
            if inline.control:
                shaped.looks[begun:] = [_in_control(look, inline.control) for look in shaped.looks[begun:]]
            if inline.note is not None:
                shaped.notes.append((max(0, len(shaped.text) - 1), inline.note))
        case Field():
            _add_text(shaped, fields.get(inline.name, inline.shown), inline.format, fonts)
        case Image():
            at = len(shaped.text)
            shaped.images[at] = inline
            look = look_of(fonts.typeface("宋体", False, False), CharFormat(), "宋体", True)
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
            spacing = used.spacing if char in UNSEEN else 0.0
            return spacing, look_of(typeface, used, asked, not chinese)
        face = typeface.serving(char)
        if face != typeface.face:
            self.missing[char] = Missing(char, asked, face.name if face is not None else "")
        advance = typeface.advance(char) * used.size * used.scale + used.spacing + self._grid
        return advance, look_of(typeface, used, asked, not chinese, face)


@lru_cache(maxsize=1024)
def _characters(fonts: Fonts, used: CharFormat, grid: float) -> Characters:
    """The one table for these circumstances: a document uses few formats, and most characters often."""
    return Characters(fonts, used, grid)


Cut = tuple[bool, bool, float, float, float, float]
"""(bold, slanted, ascent, descent, above, below)."""


@lru_cache(maxsize=4096)
def _look(face: Face, used: CharFormat, asked: str, cut: Cut, latin: bool) -> Look:
    return Look(face, used, asked, *cut, latin)


@lru_cache(maxsize=1024)
def _in_control(look: Look, control: str) -> Look:
    """The one Look value for a character of a content control."""
    return replace(look, control=control)


def look_of(typeface: Typeface, used: CharFormat, asked: str, latin: bool, face: Face | None = None) -> Look:
    """The one Look value for these circumstances."""
    measures = (typeface.ascent, typeface.descent, typeface.above, typeface.below)
    cut: Cut = (typeface.bold, typeface.slanted, *measures)
    return _look(face or typeface.face, used, asked, cut, latin)


def _divide(shaped: Shaped, latin: list[bool]) -> None:
    """The portions of a paragraph. Negative letter spacing stands inside them, not after their last character.

    So LibreOffice sets it; Word adds it there too, a difference of a quarter point in our templates.
    """
    text = shaped.text
    shaped.stretch = list(map(_stretches, text, text[1:] + OBJECT, latin))
    for at, (look, after) in enumerate(pairwise(shaped.looks)):
        if latin[at] and not latin[at + 1]:
            shaped.opening.add(at + 1)
        alike = look is after or look.format == after.format
        if look.format.spacing >= 0 or (alike and latin[at] == latin[at + 1] and text[at + 1] not in CONTROLS):
            continue
        shaped.closing.add(at)
        if text[at] not in CONTROLS:
            shaped.advances[at] -= look.format.spacing


@lru_cache(maxsize=65536)
def _stretches(char: str, after: str, latin: bool) -> bool:
    """Whether justification widens after a character: blanks, and Chinese ones with the marks on them."""
    if latin or char in FIXED:
        return char in BLANKS
    return kind_of(after) is not Kind.MARK


def _latin(text: str) -> Iterator[bool]:
    """Whether each character counts as Latin. What scripts share goes with the character before it, as LibreOffice
    has it; at the start of a paragraph, with the first one that has a script."""
    scripts = list(map(_own_script, text))
    script = next((own for own in scripts if own is not None), False)
    for own in scripts:
        script = script if own is None else own
        yield script


@lru_cache(maxsize=4096)
def _own_script(char: str) -> bool | None:
    """True for Latin, False for East Asian, None for what they share: blanks, “ ” — … ① and pictures."""
    if char in " \u00a0" or any(first <= char <= last for first, last in SHARED):
        return None
    return char < LATIN_END


def _space_scripts(shaped: Shaped) -> None:
    """Between Chinese and Latin letters or digits stands a small gap (17.3.1.2 `w:autoSpaceDE`)."""
    text = shaped.text
    latin = [char < LATIN_END for char in text]
    for at, (before, after) in enumerate(pairwise(latin), 1):
        if before != after and text[at - 1].isalnum() and text[at].isalnum():
            shaped.gaps[at] = shaped.looks[at - 1].format.size / AUTO_SPACE
