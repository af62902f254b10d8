"""The noun PAGES: positioned marks on paper, the only thing a writer sees.

Lengths are points. x runs right and y runs down from the upper left corner of the page.
The list of item types is closed: a writer has one function for each.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from msgspec import Struct

BLACK = "000000"
STEERING = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
VARIANTS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
UNSEEN = frozenset(STEERING).union(*(map(chr, variants) for variants in VARIANTS))
"""Characters without a mark of their own: soft hyphens, joiners, marks of direction, selectors of variants."""


class Face(Struct, frozen=True):
    """A font file that serves characters.

    Attributes:
        name: family name in the file, for people.
        path: the file; empty for a fake face in tests.
        index: which font of a collection (.ttc), 0 otherwise.
    """

    name: str
    path: str
    index: int = 0


Box = tuple[float, float, float, float]
"""x, y, width, height of a rectangle."""


class Text(Struct, frozen=True, tag=True):
    """A run of glyphs on one baseline.

    Attributes:
        x, y: left end of the baseline.
        width: advance from first to last glyph, letter spacing after the last glyph not counted.
        text: the characters, in reading order.
        face: the file that serves them.
        size: em in points.
        spacing: points added after each glyph.
        color: RRGGBB.
        asked: name of the typeface the document asks for.
        style: name of the paragraph style (the meaning: 标题, 主送机关, …).
        source: number of the paragraph in the document, from 0; -1 for what no paragraph holds.
        turned: quarter turns of the baseline, clockwise: 1 runs down the page, -1 up (vertical text).
        bold, slanted: the face has no such cut of its own, so the writer thickens or slants it.
        scale: how many times as wide as they are glyphs are drawn; width and spacing are those on paper.
        clip: what of the page may show it, None for all: text cut off by a row of fixed height.
        control: tag of the content control in which it stands, by which a form calls a field.
    """

    x: float
    y: float
    width: float
    text: str
    face: Face
    size: float
    spacing: float = 0.0
    color: str = BLACK
    asked: str = ""
    style: str = ""
    source: int = -1
    turned: int = 0
    bold: bool = False
    slanted: bool = False
    scale: float = 1.0
    clip: Box | None = None
    control: str = ""


class Rule(Struct, frozen=True, tag=True):
    """A straight stroke from (x1, y1) to (x2, y2), `thickness` points wide, centred on that line.

    `dashes` are the lengths of strokes and gaps in turn; empty for a solid stroke.
    """

    x1: float
    y1: float
    x2: float
    y2: float
    thickness: float
    color: str = BLACK
    dashes: tuple[float, ...] = ()


class Fill(Struct, frozen=True, tag=True):
    """A rectangle of one colour (shading of a cell or paragraph)."""

    x: float
    y: float
    width: float
    height: float
    color: str


class Picture(Struct, frozen=True, tag=True):
    """A picture stretched over a rectangle; `data` is the image file as it stood in the DOCX, `clip` as of a text."""

    x: float
    y: float
    width: float
    height: float
    data: bytes
    clip: Box | None = None


class Entry(Struct, frozen=True, tag=True):
    """A rectangle to be filled in on a screen; nothing is printed there.

    Attributes:
        name: of the field.
        size: em of what is typed, in points.
        lines: whether it takes several lines.
        choices: what it offers; empty for free text.
        box: a check box.
    """

    x: float
    y: float
    width: float
    height: float
    name: str
    size: float
    lines: bool = False
    choices: tuple[str, ...] = ()
    box: bool = False


Item = Text | Rule | Fill | Picture | Entry


class Page(Struct, frozen=True):
    """One side of a sheet. `number` counts sides from 1; `label` is what a PAGE field shows."""

    width: float
    height: float
    number: int
    label: str
    items: tuple[Item, ...]

    @property
    def texts(self) -> tuple[Text, ...]:
        """The text items in reading order."""
        return tuple(item for item in self.items if isinstance(item, Text))


class Bookmark(Struct, frozen=True):
    """An entry of the outline: level 0 is the outermost; `page` counts from 1, `y` is its upper edge."""

    title: str
    level: int
    page: int
    y: float


class Info(Struct, frozen=True):
    """What the document says of itself (PDF document information)."""

    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""


class Pages(Struct, frozen=True):
    """A laid-out document."""

    pages: tuple[Page, ...]
    outline: tuple[Bookmark, ...] = ()
    info: Info = Info()

    @property
    def text(self) -> str:
        """All characters in reading order, items joined without separators."""
        return "".join(item.text for page in self.pages for item in page.texts)


class Turning(Enum):
    """How a printer turns sheets to print their backs."""

    UNSAID = "不设"
    NONE = "单面"
    LONG_EDGE = "双面，沿长边翻"
    SHORT_EDGE = "双面，沿短边翻"


class Stack(Struct, frozen=True):
    """Pages for a printer, more than memory may hold: they are taken one after another, once.

    `outline` counts their places from 1, it is taken after them; `turning` is what the printer shall do.
    """

    pages: Iterable[Page]
    outline: Iterable[Bookmark] = ()
    info: Info = Info()
    turning: Turning = Turning.UNSAID
