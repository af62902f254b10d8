"""Bands: strips of the column that a page holds whole, with the white and the ties between them; and stacks of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from msgspec import Struct, field
from msgspec.structs import replace

from docgen.document import Float
from docgen.layout.fonts import Fonts
from docgen.layout.shape import Missing
from docgen.layout.spans import EPSILON
from docgen.page import Item


class Body(Protocol):
    """What a band holds."""

    @property
    def height(self) -> float:
        """What it takes on the page."""

    @property
    def notes(self) -> tuple[int, ...]:
        """Numbers of the notes that hang on it."""

    def place(self, left: float, top: float) -> Iterator[Item]:
        """Its marks with the column's left edge and the band's upper edge given."""

    def split(self, room: float, forced: bool) -> tuple[Body, ...]:
        """Its two parts where a page ends after `room`; none where it stays whole.

        `forced`: the page holds nothing else, so ties no longer count and something must stay on it; a single part
        comes back where only its height had to give way.
        """


class Heading(Struct, frozen=True):
    """A bookmark in the making."""

    title: str
    level: int


class Band(Struct):
    """A strip of the column. Lengths in points.

    Never changed once it is made, nor are lines and their pieces; but to be frozen takes thrice the time.

    Attributes:
        body: its marks.
        above: white before it, given up at the top of a page that the flow began by itself.
        below: white after it, which may fall off the page.
        leading: what a multiple pitch leaves under its last line; the white comes after it, it too may fall off.
        hang: how far its lower rule hangs into the next row, or, on the last row of a page, below it.
        joined: stays on one page with the next band.
        new_page: begins a page. ends_page, ends_column: the next band begins a page, or a column.
        heading: a bookmark to it.
        floats: tables anchored here. over: those for which the text keeps no room.
        head: a head row of a table. repeat: the head rows, set again where a page begins before this band.
    """

    body: Body
    above: float = 0.0
    below: float = 0.0
    leading: float = 0.0
    hang: float = 0.0
    joined: bool = False
    new_page: bool = False
    ends_page: bool = False
    ends_column: bool = False
    heading: Heading | None = None
    floats: tuple[Floating, ...] = ()
    over: tuple[Floating, ...] = ()
    head: bool = False
    repeat: tuple[Band, ...] = ()

    @property
    def height(self) -> float:
        """What it takes on the page."""
        return self.body.height

    def split(self, room: float, forced: bool = False) -> tuple[Band, ...]:
        """Its parts before and after a page end, see Body."""
        parts = self.body.split(room, forced)
        bands = [replace(self, body=part) for part in parts]
        if len(bands) > 1:
            bands[0] = replace(bands[0], below=0.0, leading=0.0, hang=0.0, joined=False)
            bands[0] = replace(bands[0], ends_page=False, ends_column=False)
            bands[1] = replace(bands[1], above=0.0, new_page=False, heading=None, floats=(), over=())
        return tuple(bands)


class Floating(Struct, frozen=True):
    """A table that stands on its anchor's page at a place of its own."""

    bands: tuple[Band, ...]
    width: float
    place: Float

    @property
    def height(self) -> float:
        """What its rows take."""
        return sum(band.height for band in self.bands)


class Cut(Struct, frozen=True):
    """Text that a row of fixed height does not show whole: number of the row in its table from 1, height in points."""

    row: int
    height: float
    text: str
    paragraph: int


class Setting(Struct):
    """What setting blocks needs: fonts, values of fields, and what was found missing or cut off."""

    fonts: Fonts
    fields: Mapping[str, str]
    default_tab: float = 36.0
    adds_white: bool = False
    grid_in_cells: bool = False
    missing: list[tuple[Missing, int]] = field(default_factory=list)
    cut: list[Cut] = field(default_factory=list)


def white_between(below: float, above: float, setting: Setting) -> float:
    """The white between two bands: the larger of what they ask for, or the sum in old documents."""
    return below + above if setting.adds_white else max(below, above)


class Stack(Struct, frozen=True):
    """Bands one under another: how far down each begins, and the height of all with the white at the foot."""

    bands: tuple[tuple[float, Band], ...] = ()
    height: float = 0.0

    @property
    def notes(self) -> tuple[int, ...]:
        """Numbers of the notes that hang on its bands."""
        return tuple(note for _, band in self.bands for note in band.body.notes)

    def place(self, left: float, top: float) -> Iterator[Item]:
        """The marks of all bands."""
        for down, band in self.bands:
            yield from band.body.place(left, top + down)

    def split(self, room: float, forced: bool) -> tuple[Stack, Stack]:
        """What `room` holds, and the rest; `forced`: at least the first line. White at the break falls away."""
        fits = sum(1 for down, band in self.bands if down + band.height + band.hang <= room + EPSILON)
        head, rest = self.bands[:fits], self.bands[fits:]
        if rest:
            down, band = rest[0]
            parts = band.split(room - down, forced and not head) or ((band,) if forced and not head else ())
            head = (*head, *((down, part) for part in parts[:1]))
            after = tuple((down + band.height - part.height, part) for part in parts[1:])
            rest = (*after, *rest[1:]) if parts else rest
        return _stack(head), _stack(rest, self.height)


def _stack(bands: tuple[tuple[float, Band], ...], foot: float | None = None) -> Stack:
    """Bands moved up to the top; `foot` is where they ended with the white after them."""
    if not bands:
        return Stack()
    top, (last, band) = bands[0][0], bands[-1]
    moved = tuple((down - top, each) for down, each in bands)
    return Stack(moved, (last + band.height if foot is None else foot) - top)


def stacked(bands: Sequence[Band], setting: Setting) -> Stack:
    """Bands one under another."""
    y, white, found = 0.0, 0.0, []
    for band in bands:
        y += white_between(white, band.above, setting)
        found.append((y, band))
        y += band.height + band.leading
        white = band.below
    return Stack(tuple(found), y + white)
