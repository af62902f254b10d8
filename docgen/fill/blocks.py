"""Take blocks of content, give WordprocessingML: paragraphs and tables that name styles and state no looks.

The only direct formatting is what a style cannot know: columns and indents that follow from the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.content import Block, Entries, Grid, NewPage, Prose, Roster
from docgen.fill.landscape import landscape
from docgen.fill.paragraphs import Stylist, paragraph, plain, runs
from docgen.fill.rosters import roster
from docgen.units import twips_from_points

STYLES_OF_LEVELS = ("公文正文", "一级标题", "二级标题", "三级标题", "四级标题")
FACES_OF_HEADS = {1: "一级标题字", 2: "二级标题字"}
"""7.3.3: levels 1 and 2 have faces of their own; a run-in heading shows its face up to its stop."""


def blocks_xml(blocks: Iterable[Block], stylist: Stylist) -> str:
    """The paragraphs and tables of blocks; what follows a 分页 begins a page."""
    parts: list[str] = []
    new_page = False
    for block in blocks:
        if isinstance(block, NewPage):
            new_page = True
            continue
        for part in _block(block, stylist):
            parts.append(_on_new_page(part) if new_page else part)
            new_page = False
    return "".join(parts)


def _on_new_page(part: str) -> str:
    """`w:pageBreakBefore` follows `w:pStyle` in the schema; a table gets it on its first paragraph."""
    head, style, rest = part.partition("<w:pStyle")
    end = rest.index("/>") + 2
    return f"{head}{style}{rest[:end]}<w:pageBreakBefore/>{rest[end:]}"


def _block(block: Block, stylist: Stylist) -> Iterator[str]:
    match block:
        case Prose():
            yield prose(block, stylist)
        case Roster():
            yield from roster(block, stylist)
        case Entries():
            yield from entries(block, stylist)
        case Grid():
            used = stylist.turned if block.landscape else stylist
            part = grid(block, used) + plain("表格说明", "", stylist)
            yield landscape(part, stylist) if block.landscape else part


def prose(block: Prose, stylist: Stylist) -> str:
    """7.3.3: a whole-line heading has the style of its level, a run-in one its face up to the stop."""
    style = STYLES_OF_LEVELS[block.level]
    if block.level == 1 and block.text:
        style = STYLES_OF_LEVELS[0]
    face = FACES_OF_HEADS.get(block.level, "")
    content = runs(block.head, stylist, face) + runs(block.text, stylist)
    return paragraph(style, content, stylist)


def entries(block: Entries, stylist: Stylist) -> Iterator[str]:
    """A numbered list under its heading."""
    if block.heading:
        yield plain("条目标题", block.heading, stylist)
    for number, item in enumerate(block.items, start=1):
        yield plain("条目", f"{number}. {item}", stylist)


def grid(block: Grid, stylist: Stylist) -> str:
    """A table: its head repeats on each page, its rows do not split."""
    count = max(len(block.head), *(len(row) for row in block.rows)) if block.rows else len(block.head)
    shares = block.widths or (1.0,) * count
    widths = [round(twips_from_points(stylist.measure) * share / sum(shares)) for share in shares]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = _row(block.head, widths, "表头", stylist, "<w:tblHeader/>") if block.head else ""
    rows = "".join(_row(row, widths, "表文", stylist) for row in block.rows)
    return (
        f"<w:tbl><w:tblPr><w:tblStyle w:val={stylist.of('公文表格')}/>"
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{head}{rows}</w:tbl>"
    )


def _row(texts: tuple[str, ...], widths: list[int], style: str, stylist: Stylist, more: str = "") -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{plain(style, text, stylist)}</w:tc>"
        for text, width in zip((*texts, *("",) * len(widths)), widths, strict=False)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{cells}</w:tr>"
