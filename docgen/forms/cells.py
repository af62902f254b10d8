"""Take a returned file as a Document, give its tables as rows of cells, its lines, and the texts of its controls."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec import Struct

from docgen.document import Block, Cell, Document, Image, Merge, Paragraph, Run, Table, paragraphs_of
from docgen.forms.controls import SEPARATOR
from docgen.forms.words import squeezed

Pieces = tuple[tuple[str, str], ...]
"""(tag of the control around it, text)."""
BREAKS = str.maketrans("\f\v", "\n\n")
"""A page or a column that ends in a field ends a line."""


class Place(Struct, frozen=True):
    """A cell, or a line outside tables.

    Attributes:
        text, squeezed: what stands in it, a line for each paragraph; and as labels are compared.
        pieces: the same with the controls around them.
        merge: its part in a vertical merge.
        picture, nested: whether it holds a picture, a table.
    """

    text: str
    squeezed: str
    pieces: Pieces = ()
    merge: Merge = Merge.NONE
    picture: bool = False
    nested: bool = False

    def text_but(self, others: frozenset[str]) -> str:
        """Its text without what stands in the controls of other fields."""
        if not any(control for control, _ in self.pieces):
            return self.text
        kept = (text for control, text in self.pieces if control.partition(SEPARATOR)[0] not in others)
        return "".join(kept)


Rows = list[list[Place]]


class Returned(Struct, frozen=True):
    """A returned file: its tables, those in cells behind the others; lines outside tables; controls by tag.

    A control that occurs more than once has a text for each time.
    """

    tables: tuple[Rows, ...]
    lines: tuple[Place, ...]
    controls: dict[str, list[str]]

    @classmethod
    def of(cls, document: Document) -> Returned:
        """What a document holds."""
        blocks = [block for section in document.sections for block in section.blocks]
        places = list(_outer(blocks))
        lines = tuple(place for place, block in places if isinstance(block, Paragraph))
        return cls(tuple(_tables(blocks)), lines, _controls(place for place, _ in places))


def part(text: str) -> Place:
    """A piece of a cell as a cell of its own."""
    return Place(text, squeezed(text), (("", text),))


def _outer(blocks: Iterable[Block]) -> Iterator[tuple[Place, Block]]:
    """Lines and cells in reading order, each with its paragraph or table."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield _place((block,)), block
        else:
            yield from ((_place(cell.blocks), block) for row in block.rows for cell in row.cells)


def _tables(blocks: Iterable[Block]) -> Iterator[Rows]:
    tables = [block for block in blocks if isinstance(block, Table)]
    for table in tables:
        yield [[_cell(cell) for cell in row.cells] for row in table.rows]
    inner = [block for table in tables for row in table.rows for cell in row.cells for block in cell.blocks]
    if inner:
        yield from _tables(inner)


def _cell(cell: Cell) -> Place:
    return _place(cell.blocks, cell.merge)


def _place(blocks: tuple[Block, ...], merge: Merge = Merge.NONE) -> Place:
    paragraphs = paragraphs_of(blocks)
    pieces = tuple(_pieces(paragraphs))
    text = "".join(text for _, text in pieces)
    picture = any(isinstance(inline, Image) for each in paragraphs for inline in each.inlines)
    nested = any(isinstance(block, Table) for block in blocks)
    return Place(text, squeezed(text), pieces, merge, picture, nested)


def _pieces(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[str, str]]:
    for number, paragraph in enumerate(paragraphs):
        if number:
            yield "", "\n"
        for inline in paragraph.inlines:
            if isinstance(inline, Run):
                yield inline.control, inline.text.translate(BREAKS)
            elif not isinstance(inline, Image):
                yield "", inline.shown


def _controls(places: Iterable[Place]) -> dict[str, list[str]]:
    """The texts of controls; one that goes on in the next paragraph is still the same."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for place in places:
        last, ends = "", ""
        for control, text in place.pieces:
            if not control:
                last, ends = (last, ends + text) if not text.strip() else ("", "")
            elif control == last:
                found[control][-1] += ends + text
            else:
                found[control].append(text)
            if control:
                last, ends = control, ""
    return dict(found)
