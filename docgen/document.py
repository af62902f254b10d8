"""The noun DOCUMENT: what a DOCX says, every property resolved through its cascade.

Nothing here inherits any more: a paragraph carries its used values. Lengths are points, colours
RRGGBB. Clause numbers are of ECMA-376 Part 1.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


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


@dataclass(frozen=True, slots=True)
class Pitch:
    """Distance of baselines: points for EXACT and AT_LEAST, number of lines for MULTIPLE."""

    value: float = 1.0
    rule: PitchRule = PitchRule.MULTIPLE


@dataclass(frozen=True, slots=True)
class Border:
    """One edge (17.3.4): `width` and `space` in points, `style` as in `w:val`; a cell's `nil` hides its neighbour's."""

    width: float
    color: str = "000000"
    space: float = 0.0
    style: str = "single"


@dataclass(frozen=True, slots=True)
class Edges:
    """Borders of a paragraph, cell or table; None where no edge is drawn.

    `inside_h` is between rows of a table or between like paragraphs (`w:between`); `falling` and `rising` are the
    diagonals of a cell from its upper and from its lower left corner (17.4.74, 17.4.79).
    """

    top: Border | None = None
    left: Border | None = None
    bottom: Border | None = None
    right: Border | None = None
    inside_h: Border | None = None
    inside_v: Border | None = None
    falling: Border | None = None
    rising: Border | None = None


@dataclass(frozen=True, slots=True)
class Margins:
    """Distances of the four sides."""

    top: float = 0.0
    left: float = 0.0
    bottom: float = 0.0
    right: float = 0.0


@dataclass(frozen=True, slots=True)
class TabStop:
    """A tab stop (17.3.1.37): `position` from the left text edge; `align` left, center, right or decimal."""

    position: float
    align: str = "left"
    leader: str = "none"


@dataclass(frozen=True, slots=True)
class CharFormat:
    """Used values of a run (17.3.2).

    `spacing` is added after each character. `scale` is the horizontal stretch, 1.0 for none.
    `raised` lifts the baseline in points.
    `underline` is a pattern as in 17.18.99, empty for none. `snaps`: the pitch of a character grid counts (17.3.2.34).
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


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """Used values of a paragraph (17.3.1).

    `first` is the indent of the first line against `left`. White in lines counts where there is a grid, else that in
    points; where it is automatic (17.3.1.33) the layout knows how much. `snaps`: lines fill the rows of the grid
    (17.3.1.32). `bars` are the places of bar tabs.
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
    edges: Edges = Edges()
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


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one format; a tab is \\t, a line break \\n, a page break \\f.

    `note` is the number in `Document.notes` of the note that hangs on its last character.
    `control` is the tag of the content control around them (17.5.2.42), which a form calls a field by.
    """

    text: str
    format: CharFormat
    note: int | None = None
    control: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A computed text (17.16): PAGE, NUMPAGES or SECTIONPAGES; `shown` is what the file last stored."""

    name: str
    format: CharFormat
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """An inline picture (20.4.2.8), `width` × `height` points; `data` is empty where it cannot be printed."""

    width: float
    height: float
    data: bytes
    description: str = ""


Inline = Run | Field | Image


@dataclass(frozen=True, slots=True)
class Label:
    """An automatic number or bullet (17.9), which no run of the paragraph holds.

    `suffix` stands after it: a tab, a blank or nothing (17.9.28). At the indent of the first line it begins (`align`
    left), ends (right) or has its middle (center) (17.9.7).
    """

    run: Run
    suffix: str = "\t"
    align: str = "left"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `index` numbers the paragraphs of the file from 0; `mark` formats an empty one."""

    style: str
    format: ParagraphFormat
    inlines: tuple[Inline, ...]
    mark: CharFormat
    index: int = -1
    label: Label | None = None

    @property
    def printed(self) -> tuple[Inline, ...]:
        """Its label as a run, and its inlines."""
        return self.inlines if self.label is None else (self.label.run, *self.inlines)

    @property
    def text(self) -> str:
        """The characters of its runs, without the label; fields as last stored."""
        return "".join(
            inline.text if isinstance(inline, Run) else inline.shown
            for inline in self.inlines
            if not isinstance(inline, Image)
        )


class Merge(Enum):
    """Part of a cell in a vertical merge (17.4.84)."""

    NONE = "none"
    START = "restart"
    GOES_ON = "continue"


class Direction(Enum):
    """Where the lines of a cell run (17.4.72): down, with Chinese upright, or up, with all of it turned."""

    ACROSS = "lrTb"
    DOWN = "tbRl"
    UP = "btLr"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell. `span` counts grid columns."""

    blocks: tuple[Block, ...]
    span: int = 1
    merge: Merge = Merge.NONE
    edges: Edges = Edges()
    margins: Margins = Margins()
    valign: str = "top"
    direction: Direction = Direction.ACROSS
    shade: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row. `height` 0 means as tall as its content; `exact` clips, otherwise it is a minimum.

    `skip` counts grid columns left out before the first cell (17.4.14).
    """

    cells: tuple[Cell, ...]
    height: float = 0.0
    exact: bool = False
    header: bool = False
    cant_split: bool = False
    skip: int = 0


@dataclass(frozen=True, slots=True)
class Float:
    """Where a floating table stands (17.4.57): against `page`, `margin` or `text` on each axis.

    `x_align` / `y_align` (left, center, right / top, center, bottom) win over the offsets. Text keeps no room for what
    stands `over` it (20.4.2.15).
    """

    x_anchor: str = "text"
    y_anchor: str = "text"
    x: float = 0.0
    y: float = 0.0
    x_align: str = ""
    y_align: str = ""
    over: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `columns` are the widths of the grid."""

    columns: tuple[float, ...]
    rows: tuple[Row, ...]
    style: str = ""
    align: str = "left"
    indent: float = 0.0
    floating: Float | None = None


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Margin:
    """Headers or footers of a section by kind; None where the kind shows nothing."""

    default: tuple[Block, ...] | None = None
    first: tuple[Block, ...] | None = None
    even: tuple[Block, ...] | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """Paper and margins of a section (17.6.11, 17.6.13); `header`, `footer` are edge distances."""

    width: float
    height: float
    margins: Margins
    header: float
    footer: float
    gutter: float = 0.0


@dataclass(frozen=True, slots=True)
class Grid:
    """The document grid (17.6.5): rows `pitch` points high, 0 for none, and `spacing` points after each character."""

    pitch: float = 0.0
    spacing: float = 0.0


NO_GRID = Grid()


@dataclass(frozen=True, slots=True)
class Section:
    """A section. `start` is nextPage, continuous, evenPage or oddPage; `first_number` restarts pages."""

    sheet: Sheet
    blocks: tuple[Block, ...]
    headers: Margin = Margin()
    footers: Margin = Margin()
    start: str = "nextPage"
    title_page: bool = False
    first_number: int | None = None
    grid: Grid = NO_GRID


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote (17.11.10), set at the foot of its page; or an endnote (17.11.2), set after the text."""

    blocks: tuple[Block, ...]
    at_end: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A DOCX, read. `mirrored` swaps left and right margins on even pages (17.15.1.57).

    `adds_white`: the white between two paragraphs is the sum of after and before; otherwise the larger of the two
    (compatibility setting doNotUseHTMLParagraphAutoSpacing, 17.15.3). `grid_in_cells`: lines in tables fill the rows of
    the grid too (adjustLineHeightInTable, 17.15.3).
    """

    sections: tuple[Section, ...]
    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    even_and_odd: bool = False
    mirrored: bool = False
    adds_white: bool = False
    grid_in_cells: bool = False
    default_tab: float = 36.0
    notes: tuple[Note, ...] = ()
    names: dict[str, str] = field(default_factory=dict)
    """Other names of typefaces from the font table (17.8.3.1 `w:altName`)."""

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All body paragraphs in reading order, those in cells included."""
        return tuple(found for section in self.sections for found in paragraphs_of(section.blocks))

    @property
    def text(self) -> str:
        """All characters of the body, paragraphs joined by line ends."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


def paragraphs_of(blocks: tuple[Block, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs under `blocks` in reading order, those in cells included."""
    found: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block)
        else:
            for row in block.rows:
                for cell in row.cells:
                    found.extend(paragraphs_of(cell.blocks))
    return tuple(found)
