"""Take the tables of a font and some glyphs, give a font file of these alone (ISO 32000-1, 9.9; OpenType `glyf`).

Only the tables that a PDF asks for: no names and no character map, which stand in the PDF itself.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from mmap import ACCESS_READ, mmap
from struct import pack, pack_into, unpack_from
from sys import byteorder
from typing import NamedTuple

COMPOSITE_HEAD = 10
"""Bytes before the components of a composite glyph."""
NEGATIVE = b"\x80"
"""First byte from which a count of contours is negative: the glyph is composite."""
WORDS, SCALE, MORE, TWO_SCALES, MATRIX = 0x0001, 0x0008, 0x0020, 0x0040, 0x0080
"""Flags of a component: arguments are words, it has a scale, more follow, two scales, a two-by-two matrix."""
VERSION = 0x00010000
DIRECTORY_HEAD, DIRECTORY_ENTRY = 12, 16
"""Bytes of the table directory and of each entry (OpenType, table directory)."""
SUM_PLACE, LOCA_FORMAT_PLACE = 8, 50
"""Where checkSumAdjustment and indexToLocFormat stand in `head`."""
METRICS_COUNT_PLACE, GLYPHS_COUNT_PLACE = 34, 4
"""Where numberOfHMetrics stands in `hhea` and numGlyphs in `maxp`."""
MAGIC_SUM = 0xB1B0AFBA
"""What all words of a font add up to."""
WORD = 4
KEPT = 64
"""Sums kept: programs of a font are the same in all its subsets."""
THIRTY_TWO_BITS = 0xFFFFFFFF


class Shape(NamedTuple):
    """The outline of a glyph, padded to words, what they add up to, and the metric of the glyph."""

    outline: bytes
    sum: int
    metric: bytes


@dataclass(frozen=True, slots=True, eq=False)
class Outlines:
    """Tables of a font as they are; `glyf` says where outlines begin in the file, `shapes` are those read so far."""

    tables: dict[str, bytes]
    glyf: int
    metrics: int
    long_offsets: bool
    shapes: dict[int, Shape] = field(default_factory=dict)

    def advance(self, glyph: int) -> int:
        """The advance of a glyph in units; those behind the last metric share it (OpenType `hmtx`)."""
        return int(unpack_from(">H", self.tables["hmtx"], WORD * min(glyph, self.metrics - 1))[0])

    def metric(self, glyph: int) -> bytes:
        """The advance and the left side bearing of a glyph, as `hmtx` holds them."""
        table = self.tables["hmtx"]
        if glyph < self.metrics:
            return table[WORD * glyph : WORD * glyph + WORD]
        last, at = WORD * (self.metrics - 1), WORD * self.metrics + 2 * (glyph - self.metrics)
        return table[last : last + 2] + table[at : at + 2]

    def reach(self, glyph: int) -> tuple[int, int]:
        """Where the outline of a glyph begins and ends in the file."""
        if self.long_offsets:
            start, end = unpack_from(">2L", self.tables["loca"], 4 * glyph)
        else:
            start, end = (2 * half for half in unpack_from(">2H", self.tables["loca"], 2 * glyph))
        return self.glyf + start, self.glyf + end

    def read(self, path: str, glyphs: Iterable[int]) -> None:
        """Read what is not known yet of some glyphs: documents of a batch have most of them in common."""
        missing = [glyph for glyph in glyphs if glyph not in self.shapes]
        if missing:
            with open(path, "rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
                for glyph in missing:
                    outline = _padded(data[slice(*self.reach(glyph))])
                    self.shapes[glyph] = Shape(outline, _sum(outline), self.metric(glyph))


def subset_of(path: str, outlines: Outlines, glyphs: Sequence[int]) -> bytes:
    """A font file: glyph 0, the given ones, then those that they are composed of."""
    shapes = _shapes(path, outlines, [0, *glyphs])
    places = [0, *accumulate(len(shape.outline) for shape in shapes)]
    tables = outlines.tables
    return _font(
        {
            **tables,
            "head": _with(tables["head"], ">h", LOCA_FORMAT_PLACE, 1),
            "hhea": _with(tables["hhea"], ">H", METRICS_COUNT_PLACE, len(shapes)),
            "maxp": _with(tables["maxp"], ">H", GLYPHS_COUNT_PLACE, len(shapes)),
            "hmtx": b"".join(shape.metric for shape in shapes),
            "loca": pack(f">{len(places)}L", *places),
            "glyf": b"".join(shape.outline for shape in shapes),
        },
        {"glyf": sum(shape.sum for shape in shapes) & THIRTY_TWO_BITS},
    )


def _shapes(path: str, outlines: Outlines, glyphs: list[int]) -> list[Shape]:
    """The shapes of the glyphs and of their components, which are added behind them."""
    shapes, new = [], {glyph: at for at, glyph in reversed(list(enumerate(glyphs)))}
    outlines.read(path, glyphs)
    # The loop goes on over the components that it adds, for they may have components themselves.
    for glyph in glyphs:
        shape = outlines.shapes[glyph]
        if shape.outline[:1] >= NEGATIVE:
            outline = _composed(shape.outline, glyphs, new)
            outlines.read(path, glyphs)
            shape = Shape(outline, _sum(outline), shape.metric)
        shapes.append(shape)
    return shapes


def _composed(shape: bytes, glyphs: list[int], new: dict[int, int]) -> bytes:
    """A composite glyph with the new numbers of its components; those not yet there join the glyphs."""
    changed = bytearray(shape)
    for place in _components(shape):
        (part,) = unpack_from(">H", shape, place)
        if part not in new:
            new[part] = len(glyphs)
            glyphs.append(part)
        pack_into(">H", changed, place, new[part])
    return bytes(changed)


def _components(shape: bytes) -> Iterator[int]:
    """Where the numbers of the components stand in a composite glyph."""
    at, flags = COMPOSITE_HEAD, MORE
    while flags & MORE:
        (flags,) = unpack_from(">H", shape, at)
        yield at + 2
        at += 8 if flags & WORDS else 6
        at += 2 if flags & SCALE else 4 if flags & TWO_SCALES else 8 if flags & MATRIX else 0


def _with(table: bytes, form: str, place: int, value: int) -> bytes:
    changed = bytearray(table)
    pack_into(form, changed, place, value)
    return bytes(changed)


def _font(tables: dict[str, bytes], known_sums: dict[str, int]) -> bytes:
    """The file: its directory, then the tables, `head` first, each padded to words, with the sums a font must have."""
    tables["head"] = _with(tables["head"], ">L", SUM_PLACE, 0)
    first = place = DIRECTORY_HEAD + DIRECTORY_ENTRY * len(tables)
    sums = {tag: known_sums[tag] if tag in known_sums else _sum(table) for tag, table in tables.items()}
    entries, bodies = {}, []
    for tag in sorted(tables, key=lambda tag: (tag != "head", tag)):
        entries[tag] = pack(">4s3L", tag.encode("ascii"), sums[tag], place, len(tables[tag]))
        bodies.append(_padded(tables[tag]))
        place += len(bodies[-1])
    power = len(tables).bit_length() - 1
    begin = pack(">L4H", VERSION, len(tables), 16 << power, power, 16 * (len(tables) - (1 << power)))
    directory = b"".join((begin, *(entries[tag] for tag in sorted(entries))))
    whole = _sum(directory) + sum(sums.values())
    font = b"".join((directory, *bodies))
    return _with(font, ">L", first + SUM_PLACE, (MAGIC_SUM - whole) & THIRTY_TWO_BITS)


def _padded(table: bytes) -> bytes:
    return table + bytes(-len(table) % WORD)


@lru_cache(maxsize=KEPT)
def _sum(table: bytes) -> int:
    """The words of a table added up (OpenType, calculating checksums)."""
    words = array("I", _padded(table))
    if byteorder == "little":
        words.byteswap()
    return sum(words) & THIRTY_TWO_BITS
