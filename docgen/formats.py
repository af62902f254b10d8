"""Used values of the noun DOCUMENT: formats of characters and paragraphs, borders, pitches, tab stops.

Lengths are points, colours RRGGBB. Clause numbers are of ECMA-376 Part 1.
"""

from __future__ import annotations

from enum import Enum

from msgspec import Struct


class Align(Enum):
    """Horizontal alignment of lines (17.3.1.13 `w:jc`)."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "both"
    DISTRIBUTE = "distribute"


class PitchRule(Enum):
    """What the line value means (17.3.1.33 `w:lineRule`)."""

    EXACT = "exact"
    AT_LEAST = "atLeast"
    MULTIPLE = "auto"


class Pitch(Struct, frozen=True):
    """Distance of baselines: points for EXACT and AT_LEAST, number of lines for MULTIPLE."""

    value: float = 1.0
    rule: PitchRule = PitchRule.MULTIPLE


class Border(Struct, frozen=True):
    """One edge (17.3.4): `width` and `space` in points, `style` as in `w:val`; a cell's `nil` hides its neighbour's."""

    width: float
    color: str = "000000"
    space: float = 0.0
    style: str = "single"


class Edges(Struct, frozen=True):
    """Borders of a paragraph, cell or table; None: no edge is drawn. `inside_h` is between rows or like paragraphs;
    `falling` and `rising` are the diagonals of a cell from its left corners (17.4.74, 17.4.79)."""

    top: Border | None = None
    left: Border | None = None
    bottom: Border | None = None
    right: Border | None = None
    inside_h: Border | None = None
    inside_v: Border | None = None
    falling: Border | None = None
    rising: Border | None = None


NO_EDGES = Edges()


class Margins(Struct, frozen=True):
    """Distances of the four sides."""

    top: float = 0.0
    left: float = 0.0
    bottom: float = 0.0
    right: float = 0.0


NO_MARGINS = Margins()


class TabStop(Struct, frozen=True):
    """A tab stop (17.3.1.37): `position` from the left text edge; `align` left, center, right or decimal."""

    position: float
    align: str = "left"
    leader: str = "none"


class CharFormat(Struct, frozen=True):
    """Used values of a run (17.3.2).

    `spacing` is added after each character.
    `scale` is the horizontal stretch. `raised` lifts the baseline in points. `underline` is a pattern as in 17.18.99.
    `snaps`: the pitch of a character grid counts. `emphasis` puts a dot `below` or `above` each character.
    """

    east_asia: str = "宋体"
    ascii: str = "Times New Roman"
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    color: str = "000000"
    spacing: float = 0.0
    underline: str = ""
    strike: bool = False
    double_strike: bool = False
    hidden: bool = False
    raised: float = 0.0
    scale: float = 1.0
    east_asia_hint: bool = False
    shade: str = ""
    snaps: bool = True
    emphasis: str = ""
    border: Border | None = None


class ParagraphFormat(Struct, frozen=True):
    """Used values of a paragraph (17.3.1).

    `first` is the indent of the first line against `left`. White in lines counts where there is a grid, else that in
    points. `snaps`: lines fill the rows of the grid (17.3.1.32). `bars` are the places of bar tabs.
    """

    align: Align = Align.LEFT
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 0.0
    before_lines: float = 0.0
    after_lines: float = 0.0
    before_auto: bool = False
    after_auto: bool = False
    pitch: Pitch = Pitch()
    tabs: tuple[TabStop, ...] = ()
    bars: tuple[float, ...] = ()
    edges: Edges = NO_EDGES
    shade: str = ""
    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    widow_control: bool = True
    kinsoku: bool = True
    hang_punctuation: bool = True
    space_east_asia: bool = True
    contextual_spacing: bool = False
    snaps: bool = True
    outline_level: int | None = None
