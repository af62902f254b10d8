"""Take the children of a body, cell or footer, give paragraphs and tables with used values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml.etree import _Element
from msgspec.structs import replace

from docgen.document import (
    Align,
    Block,
    Border,
    Cell,
    CharFormat,
    Direction,
    Edges,
    Float,
    Image,
    Margins,
    Merge,
    Paragraph,
    ParagraphFormat,
    Row,
    Table,
)
from docgen.read.inlines import chosen, read_inlines
from docgen.read.labels import label, list_item, listed
from docgen.read.properties import (
    ALIGNS,
    EDGE_NAMES,
    edges,
    local,
    number,
    on,
    qn,
    shade,
    size_of,
    twips,
    value,
)
from docgen.read.said import read_said
from docgen.read.source import Frame, Source
from docgen.read.styles import WORD_SIZE, Chain, merged, paragraph_format
from docgen.read.tablegrid import MAX_COLUMNS, table_columns
from docgen.read.tablelook import CellLook, Place, TableLook, cell_margins, table_style

TRANSPARENT = frozenset("sdt sdtContent customXml ins moveTo".split())
IGNORED = frozenset(
    "sectPr tblPr tblGrid tcPr trPr tblPrEx proofErr bookmarkStart bookmarkEnd permStart permEnd "
    "commentRangeStart commentRangeEnd del moveFrom sdtPr sdtEndPr moveFromRangeStart moveFromRangeEnd "
    "moveToRangeStart moveToRangeEnd customXmlPr".split()
)
IGNORED_IN_TABLES = frozenset(
    "tblOverlap tblStyleRowBandSize tblStyleColBandSize tblCaption tblDescription tblPrChange bidiVisual".split()
)
IGNORED_IN_ROWS = frozenset("cnfStyle trPrChange ins del divId gridAfter wAfter wBefore jc tblCellSpacing".split())
IGNORED_IN_CELLS = frozenset("noWrap hideMark cnfStyle tcPrChange tcFitText cellIns cellDel headers".split())
TABLE_HANDLED = frozenset("tblBorders tblCellMar tblInd jc tblpPr shd tblLook tblStyle tblW tblLayout".split())
ROW_HANDLED = frozenset("trHeight tblHeader cantSplit gridBefore hidden".split())
CELL_HANDLED = frozenset("gridSpan vMerge tcBorders tcMar vAlign textDirection shd tcW".split())
NO_TABLE = Chain({}, {})
NIL = Border(0.0, style="nil")
DIRECTIONS = {
    **dict.fromkeys(("tbRl", "tbRlV", "tbLrV", "rl", "rlV", "lrV"), Direction.DOWN),
    **dict.fromkeys(("btLr", "lr"), Direction.UP),
}
"""17.18.93, the words of strict files among them; all others run across."""


def read_blocks(parent: Iterable[_Element], source: Source, table: Chain = NO_TABLE) -> tuple[Block, ...]:
    """The blocks under `parent`; `table` is what the enclosing table style says of paragraphs and runs."""
    return tuple(_blocks(parent, source, table))


def _blocks(parent: Iterable[_Element], source: Source, table: Chain) -> Iterator[Block]:
    for child in parent:
        name = local(child)
        if name == "p":
            if not _is_deleted(child):
                yield from _with_boxes(child, source, table)
        elif name == "tbl":
            yield read_table(child, source)
        elif name in TRANSPARENT:
            yield from _blocks(child, source, table)
        elif name == "AlternateContent":
            yield from _blocks(chosen(child), source, table)
        elif name and name not in IGNORED:
            source.report("正文内容", name)


def _with_boxes(element: _Element, source: Source, table: Chain) -> Iterator[Block]:
    """A paragraph after the frames that hang on it, and what stands in its text boxes.

    These follow it, or stand in its stead where it holds nothing else.
    """
    paragraph = read_paragraph(element, source, table)
    boxes, frames = source.taken_boxes()
    yield from (_framed(frame, source) for frame in frames)
    if frames or not boxes or paragraph.printed or paragraph.format.page_break_before:
        yield paragraph
    for box in boxes:
        yield from (_aligned(block, box.align) for block in read_blocks(box.content, source))


def _framed(frame: Frame, source: Source) -> Table:
    """A frame as a floating table of one cell."""
    if isinstance(frame.content, Image):
        blocks: tuple[Block, ...] = (Paragraph("", ParagraphFormat(snaps=False), (frame.content,), CharFormat()),)
    else:
        blocks = read_blocks(frame.content, source)
    cell = Cell(blocks, edges=frame.edges, margins=frame.insets, shade=frame.shade)
    return Table((frame.width,), (Row((cell,)),), floating=frame.place)


def _aligned(block: Block, align: str) -> Block:
    """A block of a box that stands in the middle or on the right, as its text would there."""
    if not align:
        return block
    if isinstance(block, Table):
        return replace(block, align=align)
    return replace(block, format=replace(block.format, align=ALIGNS[align]))


def _is_deleted(paragraph: _Element) -> bool:
    """Whether a paragraph's mark is deleted (17.13.5.15) and all that stands in it."""
    if paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}") is None:
        return False
    gone = (qn("w:del"), qn("w:moveFrom"))
    return all(next(run.iterancestors(*gone), None) is not None for run in paragraph.iter(qn("w:r")))


def read_paragraph(element: _Element, source: Source, table: Chain = NO_TABLE) -> Paragraph:
    """A paragraph with used values; it takes the next number of the file."""
    properties = element.find(qn("w:pPr"))
    style_id = source.styles.known(_said(properties, "pStyle"))
    said = read_said(properties, style_id, source, table)
    item = list_item(style_id, said.style, said.direct, source)
    number = label(item, said.mark, source) if item is not None else None
    used = said.format
    if item is not None:
        props = merged(source.styles.base.paragraph, table.paragraph, listed(said.style, said.direct, item))
        used = paragraph_format(props, said.base_run.get("size", WORD_SIZE))
    inlines = read_inlines(element, said.base_run, source)
    return Paragraph(source.styles.name(style_id), used, inlines, said.mark_format, source.next_index(), number)


def _said(properties: _Element | None, name: str) -> str | None:
    """The value of a property."""
    found = properties.find(qn(f"w:{name}")) if properties is not None else None
    return value(found) if found is not None else None


def read_table(element: _Element, source: Source) -> Table:
    """A table with the borders and margins of its style, its own, and its cells' merged."""
    properties = element.find(qn("w:tblPr"))
    style_id = source.styles.known(_said(properties, "tblStyle"), "table")
    look, indent = table_style(style_id, properties, source)
    if properties is not None:
        _report_children(properties, IGNORED_IN_TABLES | TABLE_HANDLED, "表格格式", source)
    if source.old_tables and next(element.iterancestors(qn("w:tc")), None) is None:
        indent -= look.margins["left"]
    columns, (width, share) = table_columns(element)
    return Table(
        columns,
        _rows(element, look, source),
        source.styles.name(style_id),
        ALIGNS.get(_said(properties, "jc") or "", Align.LEFT).value,
        indent,
        _floating(properties),
        width,
        share,
    )


def _report_children(properties: _Element, known: frozenset[str], kind: str, source: Source) -> None:
    for child in properties:
        if local(child) and local(child) not in known:
            source.report(kind, local(child))


def _floating(properties: _Element | None) -> Float | None:
    found = properties.find(qn("w:tblpPr")) if properties is not None else None
    if found is None:
        return None
    return Float(
        value(found, "horzAnchor") or "text",
        value(found, "vertAnchor") or "margin",
        twips(found, "tblpX") or 0.0,
        twips(found, "tblpY") or 0.0,
        value(found, "tblpXSpec") or "",
        value(found, "tblpYSpec") or "",
    )


def _rows(element: _Element, look: TableLook, source: Source) -> tuple[Row, ...]:
    found = [row for row in _parts(element, "tr", source) if not _is_left_out(row)]
    return tuple(_row(row, look, (at, len(found)), source) for at, row in enumerate(found))


def _is_left_out(row: _Element) -> bool:
    """A deleted row (17.13.5.12); a hidden one, if nothing in it shows either (17.4.20)."""
    properties = row.find(qn("w:trPr"))
    if properties is None:
        return False
    hidden = properties.find(qn("w:hidden"))
    if hidden is not None and on(hidden):
        texts = (text for text in row.iter(qn("w:t")) if text.text)
        return all(_vanishes(text) for text in texts)
    return properties.find(qn("w:del")) is not None


def _vanishes(text: _Element) -> bool:
    """Whether a text is hidden by its run (17.3.2.41)."""
    found = next(text.iterancestors(qn("w:r"))).find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return found is not None and on(found)


def _parts(parent: _Element, wanted: str, source: Source) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, content controls around them opened."""
    for child in parent:
        name = local(child)
        if name == wanted:
            yield child
        elif name in TRANSPARENT:
            yield from _parts(child, wanted, source)
        elif name and name not in IGNORED:
            source.report("表格内容", name)


def _row(element: _Element, look: TableLook, down: tuple[int, int], source: Source) -> Row:
    """A row; `down` is its number and how many there are."""
    found = _properties(element, "trPr", IGNORED_IN_ROWS | ROW_HANDLED, "表格行格式", source)
    look = look.over(element.find(qn("w:tblPrEx")))
    cells = list(_parts(element, "tc", source))
    height, skip = found.get("trHeight"), _columns(found.get("gridBefore"), 0)
    spans = [_span(cell) for cell in cells]
    places = [Place(*down, skip + sum(spans[:at]), at == len(cells) - 1) for at in range(len(cells))]
    return Row(
        tuple(_cell(cell, look.cell(place), source) for cell, place in zip(cells, places, strict=True)),
        size_of(height, "val") if height is not None else 0.0,
        height is not None and value(height, "hRule") == "exact",
        "tblHeader" in found and on(found["tblHeader"]),
        "cantSplit" in found and on(found["cantSplit"]),
        skip,
    )


def _span(cell: _Element) -> int:
    """17.4.17: how many grid columns a cell takes."""
    return _columns(cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}"), 1)


def _properties(element: _Element, name: str, known: frozenset[str], kind: str, source: Source) -> dict[str, _Element]:
    """The properties of a row or cell by name; those not `known` are reported."""
    properties = element.find(qn(f"w:{name}"))
    if properties is None:
        return {}
    _report_children(properties, known, kind, source)
    return {local(child): child for child in properties}


def _cell_edges(element: _Element | None) -> dict[str, Border | None]:
    """The edges that a cell names. As in Word, `none` says nothing: the table's edge holds; `nil` takes it away."""
    found: dict[str, Border | None] = {}
    for child in element if element is not None else ():
        if value(child) == "nil":
            found[EDGE_NAMES.get(local(child), local(child))] = NIL
    named = edges(element) if element is not None else {}
    return {side: found.get(side, edge) for side, edge in named.items() if edge is not None or side in found}


def _direction(element: _Element | None) -> Direction:
    return DIRECTIONS.get((value(element) if element is not None else None) or "", Direction.ACROSS)


def _columns(element: _Element | None, least: int) -> int:
    """A number of grid columns; a table has 63 at most."""
    count = number(value(element)) if element is not None else None
    return int(min(max(count or 0, least), MAX_COLUMNS))


def _cell(element: _Element, look: CellLook, source: Source) -> Cell:
    found = _properties(element, "tcPr", IGNORED_IN_CELLS | CELL_HANDLED, "单元格格式", source)
    margins = {**look.margins, **cell_margins(found.get("tcMar"))}
    merge = Merge.NONE
    if "vMerge" in found:
        merge = Merge.START if value(found["vMerge"]) == "restart" else Merge.GOES_ON
    named = _cell_edges(found.get("tcBorders"))
    return Cell(
        read_blocks(element, source, look.style),
        _span(element),
        merge,
        Edges(**{**look.edges, **named}),
        Margins(*(margins[side] for side in ("top", "left", "bottom", "right"))),
        (value(found["vAlign"]) or "top") if "vAlign" in found else look.valign,
        _direction(found.get("textDirection")),
        shade(found["shd"]) if "shd" in found else look.shade,
    )
