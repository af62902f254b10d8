"""Take pages in the making, give the values of computed fields; and the document with those in its body filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate

from msgspec.structs import replace

from docgen.document import Block, Document, Field, Inline, Paragraph, Run
from docgen.layout.drafts import Draft
from docgen.page import Text


def values_on(draft: Draft, drafts: Sequence[Draft]) -> Mapping[str, str]:
    """What the fields of a page show (17.16.5)."""
    return {
        "PAGE": str(draft.label),
        "NUMPAGES": str(len(drafts)),
        "SECTIONPAGES": str(sum(each.section is draft.section for each in drafts)),
    }


def has_fields(document: Document) -> bool:
    """Whether the body shows a field: its value is known only when the body has been laid out."""
    return any(isinstance(inline, Field) for paragraph in document.paragraphs for inline in paragraph.inlines)


def filled(document: Document, drafts: Sequence[Draft]) -> Document:
    """The document whose fields in the body store the values that they have on the pages where they stand."""
    reached = _reached(drafts)

    def paragraph(given: Paragraph) -> Paragraph:
        pages = reached.get(given.index)
        if not pages or not any(isinstance(inline, Field) for inline in given.inlines):
            return given
        return replace(given, inlines=tuple(_inlines(given, pages, drafts)))

    sections = (replace(section, blocks=_changed(section.blocks, paragraph)) for section in document.sections)
    return replace(document, sections=tuple(sections))


def _reached(drafts: Sequence[Draft]) -> dict[int, list[tuple[int, Draft]]]:
    """For each paragraph its pages, each with the number of its characters that stand up to there."""
    reached: dict[int, list[tuple[int, Draft]]] = {}
    for draft in drafts:
        for item in (*draft.items, *draft.late):
            if isinstance(item, Text):
                pages = reached.setdefault(item.source, [])
                pages.append(((pages[-1][0] if pages else 0) + _size(item.text), draft))
    return reached


def _size(text: str) -> int:
    """Its characters without white space, which may fall away at the end of a line."""
    return len("".join(text.split()))


def _inlines(given: Paragraph, pages: list[tuple[int, Draft]], drafts: Sequence[Draft]) -> Iterator[Inline]:
    label = _size(given.label.run.text) if given.label is not None else 0
    sizes = [_size(_text(inline)) for inline in given.inlines]
    for inline, before in zip(given.inlines, accumulate(sizes, initial=label), strict=False):
        if isinstance(inline, Field):
            draft = next((draft for upto, draft in pages if upto > before), pages[-1][1])
            inline = replace(inline, shown=values_on(draft, drafts)[inline.name])
        yield inline


def _text(inline: Inline) -> str:
    match inline:
        case Run():
            return inline.text
        case Field():
            return inline.shown
        case _:
            return ""


def _changed(blocks: tuple[Block, ...], change: Callable[[Paragraph], Paragraph]) -> tuple[Block, ...]:
    """The blocks with every paragraph changed, those in cells included."""

    def block(given: Block) -> Block:
        if isinstance(given, Paragraph):
            return change(given)
        rows = (
            replace(row, cells=tuple(replace(cell, blocks=_changed(cell.blocks, change)) for cell in row.cells))
            for row in given.rows
        )
        return replace(given, rows=tuple(rows))

    return tuple(map(block, blocks))
