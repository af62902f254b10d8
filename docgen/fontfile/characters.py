"""Take the `cmap` table of a font, give the way from a character to its glyph (OpenType `cmap`, formats 4 and 12)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from struct import unpack_from

from fontTools.ttLib import TTLibError

Lookup = Callable[[int], int]
"""Character → number of its glyph, 0 where there is none."""

PREFERRED = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))
"""Platform and encoding of Unicode maps, those of all characters before those of the first 65,536."""
SIXTEEN_BITS = 0xFFFF


def character_map(table: bytes) -> Lookup:
    """The best Unicode map in the table.

    Raises:
        TTLibError: it has none.
    """
    (count,) = unpack_from(">2xH", table)
    records = (unpack_from(">HHL", table, 4 + 8 * at) for at in range(count))
    places = {(platform, encoding): place for platform, encoding, place in records}
    for kind in PREFERRED:
        if kind in places:
            start = places[kind]
            (form,) = unpack_from(">H", table, start)
            if form in FORMS:
                return FORMS[form](table, start)
    raise TTLibError("no Unicode character map of format 4 or 12")


@dataclass(frozen=True, slots=True)
class Segments:
    """Format 4: segments of characters; `ranges` lead from a segment into the glyph numbers behind them."""

    starts: Sequence[int]
    ends: Sequence[int]
    deltas: Sequence[int]
    ranges: Sequence[int]
    numbers: Sequence[int]

    def __call__(self, char: int) -> int:
        """The glyph of a character."""
        at = bisect_left(self.ends, char)
        if at == len(self.ends) or char < self.starts[at]:
            return 0
        if not self.ranges[at]:
            return (char + self.deltas[at]) & SIXTEEN_BITS
        # The offset counts bytes from its own place in the array, behind which the glyph numbers follow.
        place = self.ranges[at] // 2 + (char - self.starts[at]) - (len(self.ranges) - at)
        glyph = self.numbers[place] if place < len(self.numbers) else 0
        return (glyph + self.deltas[at]) & SIXTEEN_BITS if glyph else 0


def _segments(table: bytes, start: int) -> Segments:
    length, double = unpack_from(">2xH2xH", table, start)
    count = double // 2
    words = unpack_from(f">{4 * count + 1}H", table, start + 14)
    ends, starts, deltas, ranges = (words[at * count + (at > 0) :][:count] for at in range(4))
    begun = 14 + 2 * (4 * count + 1)
    # Faces of more glyphs than the length can tell say too little; the table itself ends later.
    held = (max(length, begun) - begun) // 2
    return Segments(starts, ends, deltas, ranges, unpack_from(f">{held}H", table, start + begun))


@dataclass(frozen=True, slots=True)
class Groups:
    """Format 12: groups of characters whose glyphs follow one another."""

    starts: Sequence[int]
    ends: Sequence[int]
    glyphs: Sequence[int]

    def __call__(self, char: int) -> int:
        """The glyph of a character."""
        at = bisect_left(self.ends, char)
        if at == len(self.ends) or char < self.starts[at]:
            return 0
        return self.glyphs[at] + char - self.starts[at]


def _groups(table: bytes, start: int) -> Groups:
    (count,) = unpack_from(">12xL", table, start)
    words = unpack_from(f">{3 * count}L", table, start + 16)
    return Groups(words[0::3], words[1::3], words[2::3])


FORMS: dict[int, Callable[[bytes, int], Lookup]] = {4: _segments, 12: _groups}
"""Forms of maps that Chinese faces have; the others are for the Macintosh and for 8-bit codes."""
