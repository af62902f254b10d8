"""Take what serves a typeface name, give advances, coverage and the face that draws each character."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Protocol

from msgspec import Struct, field

from docgen.fontfile import THOUSAND, FontFile, opened
from docgen.page import Face


class Typeface(Protocol):
    """What lines need to know of a typeface name. Measures are in ems.

    `ascent` and `descent` are those of the glyphs, `above` and `below` what a line takes around its baseline.
    """

    face: Face
    bold: bool
    slanted: bool
    exact: bool
    why: str
    ascent: float
    descent: float
    above: float
    below: float

    def advance(self, char: str) -> float:
        """Width of a character in the face that serves it."""

    def serving(self, char: str) -> Face | None:
        """The face that draws a character; None where no face has it."""


class Fonts(Protocol):
    """All typefaces by name; what was measured with them is remembered for them."""

    def __hash__(self) -> int:
        """Fonts are told apart as objects."""

    def typeface(self, name: str, bold: bool, italic: bool) -> Typeface:
        """The typeface that serves `name` in that cut."""


class Served(Protocol):
    """The answer of the search for font files: the first face serves the name, the others single characters."""

    @property
    def faces(self) -> tuple[Face, ...]:
        """Faces in order of likeness."""

    @property
    def exact(self) -> bool:
        """Whether the design asked for was found."""

    @property
    def alike(self) -> bool:
        """Whether what stands in is at least of the same class."""

    @property
    def why(self) -> str:
        """A sentence for the clerk where it was not."""

    @property
    def bold(self) -> bool:
        """Whether weight must be feigned."""

    @property
    def slanted(self) -> bool:
        """Whether slant must be feigned."""

    @property
    def line(self) -> tuple[float, float]:
        """What a line takes above and below its baseline, in ems."""


def font_of(face: Face) -> FontFile:
    """The opened font file of a face."""
    return opened(face.path, face.index)


class FileTypeface(Struct):
    """A typeface backed by font files; what it looked up once it remembers."""

    served: Served
    face: Face
    bold: bool
    slanted: bool
    exact: bool
    why: str
    ascent: float
    descent: float
    above: float
    below: float
    _advances: dict[str, float] = field(default_factory=dict)
    _serving: dict[str, Face | None] = field(default_factory=dict)

    def advance(self, char: str) -> float:
        """Width in ems; a character that no face has is as wide as a Han character."""
        known = self._advances.get(char)
        if known is None:
            face = self.serving(char)
            known = 1.0 if face is None else font_of(face).width(ord(char)) / THOUSAND
            self._advances[char] = known
        return known

    def serving(self, char: str) -> Face | None:
        """The first face of the list that has the character."""
        if char not in self._serving:
            code = ord(char)
            self._serving[char] = next((face for face in self.served.faces if font_of(face).glyphs[code]), None)
        return self._serving[char]


class FileFonts(Struct, eq=False):
    """Typefaces by name, served by the files that `serve` finds."""

    serve: Callable[[str, bool, bool], Served]
    _typefaces: dict[tuple[str, bool, bool], FileTypeface] = field(default_factory=dict)

    def typeface(self, name: str, bold: bool, italic: bool) -> Typeface:
        """The typeface that serves `name`, opened once."""
        key = (name, bold, italic)
        if key not in self._typefaces:
            served = self.serve(name, bold, italic)
            first = font_of(served.faces[0]).measures
            self._typefaces[key] = FileTypeface(
                served,
                served.faces[0],
                served.bold,
                served.slanted,
                served.exact,
                served.why,
                first.ascent / THOUSAND,
                -first.descent / THOUSAND,
                *served.line,
            )
        return self._typefaces[key]

    def substitutions(self) -> tuple[tuple[str, bool], ...]:
        """What stood in for typefaces asked for so far: (a sentence for the clerk, whether it is of the same class)."""
        found = {
            typeface.served.why: typeface.served.alike
            for typeface in self._typefaces.values()
            if not typeface.served.exact
        }
        return tuple(found.items())


EAST_ASIAN_RANGES: Sequence[tuple[int, int]] = (
    (0x1100, 0x11FF),
    (0x2E80, 0x2FDF),
    (0x2FF0, 0x318F),
    (0x31A0, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xA000, 0xA4CF),
    (0xAC00, 0xD7AF),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE6F),
    (0xFF00, 0xFFEF),
    (0x1F200, 0x1F2FF),
    (0x20000, 0x3FFFF),
)
"""Characters that always take the East Asian face (17.3.2.26, table of `w:rFonts`)."""
SHARED_RANGES: Sequence[tuple[int, int]] = (
    (0x00A1, 0x00FF),
    (0x02B0, 0x04FF),
    (0x2010, 0x29FF),
    (0x2B00, 0x2BFF),
    (0xE000, 0xF8FF),
)
"""Characters that take it where the run hints at East Asian text: “ ” — … · × ① ○ and their like."""


@lru_cache(maxsize=4096)
def is_east_asian(char: str, hint: bool) -> bool:
    """Whether a character is set in the East Asian face of its run."""
    code = ord(char)
    ranges = (*EAST_ASIAN_RANGES, *SHARED_RANGES) if hint else EAST_ASIAN_RANGES
    return any(low <= code <= high for low, high in ranges)
