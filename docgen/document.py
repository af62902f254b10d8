"""The noun DOCUMENT: what a DOCX says, every property resolved through its cascade.

Nothing here inherits any more: a paragraph carries its used values. Lengths are points, colours RRGGBB. Clause numbers
are of ECMA-376 Part 1.
"""

from __future__ import annotations

from enum import Enum

from msgspec import Struct, field

from docgen.formats import (
    NO_EDGES,
    NO_MARGINS,
    Align,
    Border,
    CharFormat,
    Edges,
    Margins,
    ParagraphFormat,
    Pitch,
    PitchRule,
    TabStop,
)

__all__ = [
    "NO_EDGES",
    "NO_GRID",
    "ONE_COLUMN",
    "Align",
    "Block",
    "Border",
    "Cell",
    "CharFormat",
    "Columns",
    "Direction",
    "Document",
    "Edges",
    "Field",
    "Float",
    "Grid",
    "Image",
    "Inline",
    "Label",
    "Margin",
    "Margins",
    "Merge",
    "Note",
    "Paragraph",
    "ParagraphFormat",
    "Pitch",
    "PitchRule",
    "Row",
    "Run",
    "Section",
    "Sheet",
    "TabStop",
    "Table",
    "paragraphs_of",
]


class Run(Struct, frozen=True):
    """Characters of one format; a tab is \\t, a line break \\n, a page break \\f, a column break \\v.

    `note` is the number in `Document.notes` of the note that hangs on its last character.
    `control` is the tag of the content control around them (17.5.2.42), which a form calls a field by.
    """

    text: str
    format: CharFormat
    note: int | None = None
    control: str = ""


class Field(Struct, frozen=True):
    """A computed text (17.16): PAGE, NUMPAGES or SECTIONPAGES; `shown` is what the file last stored."""

    name: str
    format: CharFormat
    shown: str = ""


class Image(Struct, frozen=True):
    """An inline picture (20.4.2.8), `width` × `height` points; `data` is empty where it cannot be printed."""

    width: float
    height: float
    data: bytes
    description: str = ""


Inline = Run | Field | Image


class Label(Struct, frozen=True):
    """An automatic number or bullet (17.9), which no run of the paragraph holds.

    `suffix` stands after it: a tab, a blank or nothing (17.9.28). At the indent of the first line it begins (`align`
    left), ends (right) or has its middle (center) (17.9.7).
    """

    run: Run
    suffix: str = "\t"
    align: str = "left"


class Paragraph(Struct, frozen=True):
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


class Cell(Struct, frozen=True):
    """A cell. `span` counts grid columns."""

    blocks: tuple[Block, ...]
    span: int = 1
    merge: Merge = Merge.NONE
    edges: Edges = NO_EDGES
    margins: Margins = NO_MARGINS
    valign: str = "top"
    direction: Direction = Direction.ACROSS
    shade: str = ""


class Row(Struct, frozen=True):
    """A row. `height` 0 means as tall as its content; `exact` clips, otherwise it is a minimum. `skip` counts columns
    of the grid left out before the first cell (17.4.14).
    """

    cells: tuple[Cell, ...]
    height: float = 0.0
    exact: bool = False
    header: bool = False
    cant_split: bool = False
    skip: int = 0


class Float(Struct, frozen=True):
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


class Table(Struct, frozen=True):
    """A table: `columns` are the widths of the grid, or their proportions.

    They are stretched to `width` points, or to a `share` of the column that the table stands in; 0 for neither.
    """

    columns: tuple[float, ...]
    rows: tuple[Row, ...]
    style: str = ""
    align: str = "left"
    indent: float = 0.0
    floating: Float | None = None
    width: float = 0.0
    share: float = 0.0


Block = Paragraph | Table


class Margin(Struct, frozen=True):
    """Headers or footers of a section by kind; None where the kind shows nothing."""

    default: tuple[Block, ...] | None = None
    first: tuple[Block, ...] | None = None
    even: tuple[Block, ...] | None = None


class Sheet(Struct, frozen=True):
    """Paper and margins of a section (17.6.11, 17.6.13); `header`, `footer` are edge distances.

    `borders` are those of the page (17.6.10), their space that from the edge of the paper.
    """

    width: float
    height: float
    margins: Margins
    header: float
    footer: float
    gutter: float = 0.0
    borders: Edges = NO_EDGES


class Grid(Struct, frozen=True):
    """The document grid (17.6.5): rows `pitch` points high, 0 for none, and `spacing` points after each character."""

    pitch: float = 0.0
    spacing: float = 0.0


NO_GRID = Grid()


class Columns(Struct, frozen=True):
    """The columns of a section (17.6.4), all of one width; `gap` points between them, with a rule where `ruled`."""

    count: int = 1
    gap: float = 0.0
    ruled: bool = False


ONE_COLUMN = Columns()


class Section(Struct, frozen=True):
    """A section. `start` is nextPage, continuous, evenPage or oddPage; `first_number` restarts pages."""

    sheet: Sheet
    blocks: tuple[Block, ...]
    headers: Margin = Margin()
    footers: Margin = Margin()
    start: str = "nextPage"
    title_page: bool = False
    first_number: int | None = None
    grid: Grid = NO_GRID
    columns: Columns = ONE_COLUMN


class Note(Struct, frozen=True):
    """A footnote (17.11.10), set at the foot of its page; or an endnote (17.11.2), set after the text."""

    blocks: tuple[Block, ...]
    at_end: bool = False


class Document(Struct, frozen=True):
    """A DOCX, read. `mirrored` swaps left and right margins on even pages (17.15.1.57).

    `adds_white`: the white between two paragraphs is the sum of after and before, not the larger of the two (17.15.3
    doNotUseHTMLParagraphAutoSpacing). `grid_in_cells`: lines in tables fill the grid too (adjustLineHeightInTable).
    `renumbered`: paragraphs have other numbers here than in the file, as tracked deletions bring about.
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
    renumbered: bool = False
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
