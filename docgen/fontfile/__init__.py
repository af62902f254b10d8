"""Take a TrueType font file, give its measures, the glyph of a character, and subsets of its outlines.

Only what is asked for is looked up, so that opening a face of 30,000 glyphs costs a millisecond. Layout measures with
it, the writer embeds from it; both share one opened file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from struct import Struct, unpack_from

from fontTools.ttLib import TTLibError
from fontTools.ttLib.sfnt import SFNTReader

from docgen.fontfile.characters import Lookup, character_map
from docgen.fontfile.subset import Outlines, subset_of

THOUSAND = 1000
"""Measures are in thousandths of an em, the unit of PDF (ISO 32000-1, 9.2.4)."""
CACHED = 64
"""Opened files kept: more than the faces of any document, with those that serve its rare characters."""
SPACES = (0x20, 0xA0)
"""Space and no-break space: one serves for the other where a face has but one."""
HEAD = Struct(">18xH16x4h6xh2x")
"""unitsPerEm, xMin, yMin, xMax, yMax, indexToLocFormat (OpenType `head`)."""
METRICS_COUNT = Struct(">34xH")
"""numberOfHMetrics (OpenType `hhea`)."""
OS2 = Struct(">4xH62xhh")
"""usWeightClass, sTypoAscender, sTypoDescender (OpenType `OS/2`)."""
OS2_CAPITALS = Struct(">88xh")
"""sCapHeight, from version 2 of the table on."""
POST = Struct(">4xi4xL")
"""italicAngle as 16.16, isFixedPitch (OpenType `post`)."""
FIXED_ONE = 0x10000
NAME_RECORD = Struct(">6H")
POSTSCRIPT_NAME = 6
UNICODE_PLATFORMS = (0, 3)
"""Platforms whose names are UTF-16; those of the others are taken as Latin (OpenType `name`)."""
FORBIDDEN = frozenset("[](){}<>/% ")
"""What no name in a PDF holds (ISO 32000-1, 7.3.5)."""
COPIED = ("head", "hhea", "maxp", "hmtx", "loca", "cvt ", "fpgm", "prep")
"""Tables that a subset keeps, as they are or changed; the last three are there where glyphs have instructions."""
NEEDED = ("head", "hhea", "maxp", "hmtx", "cmap", "loca", "glyf", "OS/2", "post", "name")


@dataclass(frozen=True, slots=True)
class Measures:
    """A face as a whole, in thousandths of an em; `weight` is usWeightClass, `slope` degrees counter-clockwise."""

    ascent: float
    descent: float
    capitals: float
    box: tuple[float, ...]
    weight: int
    slope: float
    fixed: bool


class Glyphs(dict[int, int]):
    """Character → number of its glyph, 0 where the face has none; what was looked up once is remembered."""

    def __init__(self, lookup: Lookup) -> None:
        super().__init__()
        self._lookup = lookup

    def __missing__(self, char: int) -> int:
        found = self._lookup(char)
        if not found and char in SPACES:
            found = max(map(self._lookup, SPACES))
        self[char] = found
        return found


@dataclass(frozen=True, slots=True, eq=False)
class FontFile:
    """An opened font.

    Attributes:
        path, index: the file, and which font of a collection.
        name: its PostScript name.
        measures: of the face as a whole.
        glyphs: character → number of its glyph.
        outlines: tables that subsets are made of.
        scale: thousandths of an em for a unit of the font.
    """

    path: str
    index: int
    name: str
    measures: Measures
    glyphs: Glyphs
    outlines: Outlines
    scale: float

    def width(self, char: int) -> float:
        """The advance of a character, in thousandths of an em."""
        return self.outlines.advance(self.glyphs[char]) * self.scale

    def subset(self, glyphs: Sequence[int]) -> bytes:
        """A font file of these glyphs, numbered from 1 in their order; 0 is the sign for missing ones."""
        return subset_of(self.path, self.outlines, glyphs)


@lru_cache(maxsize=CACHED)
def opened(path: str, index: int) -> FontFile:
    """A font file, opened once for all documents."""
    return open_font(path, index)


def open_font(path: str, index: int) -> FontFile:
    """A font file.

    Raises:
        TTLibError, struct.error, OSError: it is no whole TrueType font with a Unicode character map.
    """
    with open(path, "rb") as file:
        reader = SFNTReader(file, fontNumber=index)
        lacking = [tag for tag in NEEDED if tag not in reader.tables]
        if lacking:
            raise TTLibError(f"{path}: no table {', '.join(lacking)}")
        return _font(path, index, reader)


def _font(path: str, index: int, reader: SFNTReader) -> FontFile:
    units, *corners, long_offsets = HEAD.unpack_from(reader["head"])
    (count,) = METRICS_COUNT.unpack_from(reader["hhea"])
    tables = {tag: reader[tag] for tag in COPIED if tag in reader.tables}
    return FontFile(
        path,
        index,
        _name(reader["name"]),
        _measures(reader, THOUSAND / units, corners),
        Glyphs(character_map(reader["cmap"])),
        Outlines(tables, reader.tables["glyf"].offset, count, bool(long_offsets)),
        THOUSAND / units,
    )


def _measures(reader: SFNTReader, scale: float, corners: Sequence[int]) -> Measures:
    table = reader["OS/2"]
    weight, ascent, descent = OS2.unpack_from(table)
    has_capitals = unpack_from(">H", table)[0] > 1
    capitals = OS2_CAPITALS.unpack_from(table)[0] if has_capitals else ascent
    angle, fixed = POST.unpack_from(reader["post"])
    box = tuple(corner * scale for corner in corners)
    return Measures(ascent * scale, descent * scale, capitals * scale, box, weight, angle / FIXED_ONE, bool(fixed))


def _name(table: bytes) -> str:
    """The PostScript name, without characters that a PDF cannot hold in names."""
    _, count, strings = unpack_from(">3H", table)
    for at in range(count):
        platform, _, _, kind, length, start = NAME_RECORD.unpack_from(table, 6 + at * NAME_RECORD.size)
        if kind == POSTSCRIPT_NAME:
            raw = table[strings + start : strings + start + length]
            name = raw.decode("utf-16-be" if platform in UNICODE_PLATFORMS else "latin-1", "replace")
            return "".join(char for char in name if "!" <= char <= "~" and char not in FORBIDDEN)
    raise TTLibError("no PostScript name")
