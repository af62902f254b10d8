"""Take blocks, give the bands of all: paragraphs between their neighbours, tables, and what floats on its anchor."""

from __future__ import annotations

from msgspec.structs import replace

from docgen.document import Block, Cell, Float, Paragraph, Table
from docgen.layout.bands import Band, Floating, Setting
from docgen.layout.grid import grid_widths
from docgen.layout.paragraphs import paragraph_bands
from docgen.layout.spans import Column
from docgen.layout.tables import table_bands


def blocks_bands(blocks: tuple[Block, ...], column: Column, setting: Setting, *, floats: bool = True) -> list[Band]:
    """The bands of blocks in a column. A floating table hangs on what follows it.

    One that follows the text stands in it, as do all where there is no page to float on (`floats` False: in cells).
    """
    bands: list[Band] = []
    waiting: list[Floating] = []
    for at, block in enumerate(blocks):
        if isinstance(block, Table):
            place = block.floating
            if floats and place is not None and (place.over or place.y_anchor != "text"):
                waiting.append(_floating(block, place, column, setting))
                continue
            found = table_bands(_in_text(block, place), column, setting, _cell_bands)
        else:
            neighbours = _paragraph_at(blocks, at - 1), _paragraph_at(blocks, at + 1)
            found = paragraph_bands(_at_edges(block, at, len(blocks)), column, setting, *neighbours)
        if found and waiting:
            clear = tuple(floating for floating in waiting if not floating.place.over)
            over = tuple(floating for floating in waiting if floating.place.over)
            found[0] = replace(found[0], floats=clear, over=over)
            waiting = []
        bands.extend(found)
    return [*bands, *(band for floating in waiting for band in floating.bands)]


def _floating(table: Table, place: Float, column: Column, setting: Setting) -> Floating:
    bands = table_bands(replace(table, align="left"), column, setting, _cell_bands)
    width = sum(grid_widths(table, column)) if bands else 0.0
    return Floating(tuple(bands), width, place)


def _in_text(table: Table, place: Float | None) -> Table:
    """A table whose place across becomes its alignment or its indent."""
    if place is None:
        return table
    return replace(table, align=place.x_align or "left", indent=0.0 if place.x_anchor == "page" else place.x)


def _paragraph_at(blocks: tuple[Block, ...], at: int) -> Paragraph | None:
    block = blocks[at] if 0 <= at < len(blocks) else None
    return block if isinstance(block, Paragraph) else None


def _at_edges(paragraph: Paragraph, at: int, count: int) -> Paragraph:
    """Automatic white falls away at the beginning and at the end of a section or cell, as in HTML."""
    used = paragraph.format
    before, after = used.before_auto and at > 0, used.after_auto and at < count - 1
    if (before, after) == (used.before_auto, used.after_auto):
        return paragraph
    bare = replace(used, before=0.0 if used.before_auto else used.before, after=0.0 if used.after_auto else used.after)
    return replace(paragraph, format=replace(bare, before_auto=before, after_auto=after))


def _cell_bands(cell: Cell, column: Column, setting: Setting) -> list[Band]:
    return blocks_bands(_shown(cell.blocks), column, setting, floats=False)


def _shown(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The empty paragraph that has to follow a table at the end of a cell takes no room, as in Word."""
    if len(blocks) > 1 and isinstance(blocks[-2], Table):
        last = blocks[-1]
        return blocks[:-1] if isinstance(last, Paragraph) and not last.printed else blocks
    return blocks
