"""Take a page, give its borders, its header and footer: stacks with the tables that float on them, and the room left to
the text."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from docgen.document import Block, Border, Document, Margin, Sheet
from docgen.layout.bands import Setting, Stack, stacked
from docgen.layout.blocks import blocks_bands
from docgen.layout.drafts import Draft, measure_of
from docgen.layout.edges import strokes, thickness
from docgen.layout.spans import Column
from docgen.page import Item, Rule


def set_margins(draft: Draft, document: Document, setting: Setting) -> tuple[Stack, Stack]:
    """The header and the footer of a page; empty stacks where it shows none."""
    column = Column(measure_of(draft.section.sheet), document.default_tab, grid=draft.section.grid)
    head, foot = (
        stacked(blocks_bands(_shown(margin, draft, document), column, setting), setting)
        for margin in (draft.section.headers, draft.section.footers)
    )
    return head, foot


def page_borders(sheet: Sheet) -> Iterator[Rule]:
    """The borders of a page (17.6.10), each up to its neighbours; what was read holds their distance from the paper."""
    used = sheet.borders
    left, right = _inset(used.left), sheet.width - _inset(used.right)
    top, bottom = _inset(used.top), sheet.height - _inset(used.bottom)
    for edge, ends, outward in (
        (used.top, (left, top, right, top), -1),
        (used.bottom, (left, bottom, right, bottom), 1),
        (used.left, (left, top, left, bottom), -1),
        (used.right, (right, top, right, bottom), 1),
    ):
        if edge is not None:
            yield from strokes(edge, ends, outward=outward)


def _inset(edge: Border | None) -> float:
    """From the edge of the paper to the middle of a border."""
    return edge.space + thickness(edge) / 2 if edge is not None else 0.0


def floating_tables(stack: Stack, draft: Draft, left: float, top: float) -> Iterator[Item]:
    """The marks of the tables that float on a header or footer; text keeps no room for them."""
    for down, band in stack.bands:
        for floating in (*band.floats, *band.over):
            yield from draft.placed(floating, left, top + down)


def text_area(draft: Draft, document: Document, setting: Setting) -> tuple[float, float]:
    """Where the text of a page begins and ends: a header or footer too tall for its margin takes more (17.6.11)."""
    head, foot = set_margins(draft, document, replace(setting, missing=[]))
    sheet = draft.section.sheet
    top, bottom = sheet.margins.top, sheet.height - sheet.margins.bottom
    if head.bands:
        top = max(top, sheet.header + head.height)
    if foot.bands:
        bottom = min(bottom, sheet.height - sheet.footer - foot.height)
    return top, bottom


def _shown(margin: Margin, draft: Draft, document: Document) -> tuple[Block, ...]:
    """17.10.6, 17.10.1: which header or footer a page shows."""
    if draft.blank:
        return ()
    if draft.section.title_page and draft.opens_section:
        return margin.first or ()
    if document.even_and_odd and draft.label % 2 == 0:
        return margin.even or ()
    return margin.default or ()
