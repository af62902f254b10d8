"""Small documents built by hand for the tests of layout: 10 pt type, so Han is 10 pt wide, Latin 5; lines 20 apart."""

from __future__ import annotations

from fake_fonts import FakeFonts
from msgspec.structs import replace

from docgen.document import (
    Block,
    Border,
    Cell,
    CharFormat,
    Document,
    Edges,
    Inline,
    Margins,
    Paragraph,
    ParagraphFormat,
    Pitch,
    PitchRule,
    Row,
    Run,
    Section,
    Sheet,
    Table,
)
from docgen.layout import lay_out
from docgen.layout.bands import Setting
from docgen.layout.lines import Line, set_lines
from docgen.layout.shape import Shaped, shape
from docgen.layout.spans import Column
from docgen.page import Item, Page, Pages, Rule, Text

SIZE = 10.0
PITCH = 20.0
BASELINE = 16.0
"""80 % of an exact pitch."""
THIN = Border(1.0)
BOX = Edges(THIN, THIN, THIN, THIN)
RULER = Border(2.0, "FF0000", 3.0)

USUAL = CharFormat(east_asia="仿宋", ascii="仿宋", size=SIZE, east_asia_hint=True)


def char(**changes) -> CharFormat:
    return replace(USUAL, **changes)


def run(text: str, **changes) -> Run:
    return Run(text, char(**changes))


def exact(points: float) -> Pitch:
    return Pitch(points, PitchRule.EXACT)


def para(
    *content: str | Inline, style: str = "正文", mark: CharFormat = USUAL, index: int = -1, **changes
) -> Paragraph:
    """A paragraph of texts and inlines; widow control and hanging are off unless asked for."""
    known = {"pitch": exact(PITCH), "widow_control": False, "hang_punctuation": False}
    inlines = tuple(run(each) if isinstance(each, str) else each for each in content if each != "")
    return Paragraph(style, ParagraphFormat(**{**known, **changes}), inlines, mark, index)


def cell(*content: str | Block, **changes) -> Cell:
    blocks = tuple(para(each) if isinstance(each, str) else each for each in content) or (para(),)
    return Cell(blocks, **changes)


def row(*cells: str | Cell, **changes) -> Row:
    return Row(tuple(cell(each) if isinstance(each, str) else each for each in cells), **changes)


def table(*rows: Row, columns: tuple[float, ...] = (50.0, 50.0), **changes) -> Table:
    return Table(columns, rows, **changes)


def sheet(width: float = 120.0, height: float = 120.0, margin: float = 10.0, **changes) -> Sheet:
    """100 × 100 points for the text, so five lines a page."""
    return Sheet(width, height, changes.pop("margins", Margins(margin, margin, margin, margin)), 4.0, 4.0, **changes)


def section(*blocks: str | Block, paper: Sheet | None = None, **changes) -> Section:
    found = tuple(para(each) if isinstance(each, str) else each for each in blocks)
    return Section(paper or sheet(), found, **changes)


def numbered(document: Document) -> Document:
    """The same with its paragraphs counted as the reader counts them."""
    count = iter(range(10**6))

    def block(each: Block) -> Block:
        if isinstance(each, Paragraph):
            return replace(each, index=next(count))
        return replace(each, rows=tuple(replace(r, cells=tuple(map(in_cell, r.cells))) for r in each.rows))

    def in_cell(each: Cell) -> Cell:
        return replace(each, blocks=tuple(map(block, each.blocks)))

    return replace(document, sections=tuple(replace(s, blocks=tuple(map(block, s.blocks))) for s in document.sections))


def document(*sections: Section, **changes) -> Document:
    return numbered(Document(sections, **changes))


def laid_out(*blocks: str | Block, paper: Sheet | None = None, **changes) -> Pages:
    """The pages of blocks in one section, set without a finding."""
    return pages_of(document(section(*blocks, paper=paper), **changes))


def pages_of(given: Document) -> Pages:
    pages, found = lay_out(given, FakeFonts(), "试验")
    assert found == ()
    return pages


def setting() -> Setting:
    return Setting(FakeFonts(), {})


def shaped(*content: str | Inline, **changes) -> Shaped:
    return shape(para(*content, **changes), FakeFonts(), {})


def lines_of(paragraph: Paragraph, width: float = 100.0, **column) -> tuple[Line, ...]:
    lines, missing = set_lines(paragraph, Column(width, **column), FakeFonts(), {})
    assert missing == ()
    return lines


def broken(text: str, width: float, *, in_table: bool = False, **changes) -> list[str]:
    """The lines of a text, each as its characters."""
    return [line.text for line in lines_of(para(text, **changes), width, in_table=in_table)]


def places(line: Line) -> list[tuple[float, str]]:
    """(x, text) of the pieces of a line."""
    return [(round(piece.x, 2), piece.text) for piece in line.pieces if piece.text]


def marks(body, kind: type[Item], left: float = 0.0, top: float = 0.0) -> list:
    return [item for item in body.place(left, top) if isinstance(item, kind)]


def rules(page: Page) -> list[Rule]:
    return [item for item in page.items if isinstance(item, Rule)]


def strokes(page: Page) -> set[tuple[float, float, float, float]]:
    """The rules of a page as (x1, y1, x2, y2)."""
    return {tuple(round(end, 2) for end in (r.x1, r.y1, r.x2, r.y2)) for r in rules(page)}


def at(item: Text) -> tuple[float, float, str]:
    return round(item.x, 2), round(item.y, 2), item.text


def texts(page: Page) -> list[tuple[float, float, str]]:
    """(x, y, text) of a page's texts in reading order."""
    return [at(item) for item in page.texts]


def shown(pages: Pages) -> list[list[str]]:
    """The texts of each page, one string per line of text."""
    return [[item.text for item in page.texts] for page in pages.pages]
