"""Take a Document, give its pieces: lines with their looks, tables, and what stands beside the text.

A table that only aligns text (a frame, 版头 or 版记 without vertical rules) is lines. Styles count where docgen made
the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from docgen.document import (
    Align,
    Block,
    Border,
    Document,
    Image,
    Margin,
    Merge,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    paragraphs_of,
)
from docgen.load.characters import FORBIDDEN, SPACES, tidy, without_spaces
from docgen.recover.head import MARK_STYLE, TITLE_STYLE
from docgen.recover.pieces import LINE_ENDS, Aside, Line, Look, Piece, Source, Tabular
from docgen.recover.shares import shares
from docgen.recover.signs import PAGE_NUMBER, PRINTED

HOUSE_STYLES = frozenset(
    "版头 密级和保密期限 紧急程度 发文机关标志 发文字号 签发人 签发人续 令号 信函下线 公文标题 主送机关 "
    "公文正文 一级标题 二级标题 三级标题 四级标题 名单 条目标题 条目 表头 表文 表格说明 出席人员 "
    "附件说明 附件说明首项 附件说明次项 发文机关署名 盖章署名 成文日期 签名章 签名日期 附注 "
    "印发标题 附件标签 附件标题 抄送机关 印发机关 版记定位 表格栏目 表格注 表格签章 单页码 双页码".split()
)
"""The styles of docgen's templates and forms."""

HOUSE_SHARE = 0.8
"""Share of paragraphs in these styles, from which docgen made the file and each paragraph names what it is."""

GRID_STYLE = "公文表格"
HEAD_STYLE = "表头"
CELL_STYLES = frozenset((HEAD_STYLE, "表文", "表格栏目", "表格签章"))
WIDE_TABLE = 3
"""Columns or rows from which a table without vertical rules is still a table."""

PAGE_NUMBER_LENGTH = 80
"""Characters; what is longer is no page number."""

REDDISH = 0x80
"""Red of which the other two colours have little, is the red of a 红头."""

SENTENCE_ENDS = "。：；！？…”’）】》:;!?)"
FULL_LINE = 25
"""Characters from which a line that ends without a mark was broken in the middle of a sentence."""


class _Walk(Struct):
    """A document on its way: where the next piece stands, and what was met beside the text."""

    house: bool
    landscape: bool = False
    new_page: bool = False
    white: int = 0
    spot: str = ""
    asides: list[Aside] = field(default_factory=list)

    def standing(self) -> tuple[bool, int]:
        """Whether the next piece begins a page, and the empty lines before it; both are then forgotten."""
        found = (self.new_page, self.white)
        self.new_page, self.white = False, 0
        return found

    def beside(self) -> _Walk:
        """A walk beside the text, whose page breaks and places are its own."""
        return _Walk(self.house, self.landscape)


def source_of(document: Document) -> Source:
    """The pieces of a document."""
    walk = _Walk(_is_house(document))
    pieces: list[Piece] = []
    before: Section | None = None
    for section in document.sections:
        landscape = section.sheet.width > section.sheet.height
        if before is not None and section.start != "continuous" and landscape == walk.landscape:
            walk.new_page = True
        walk.landscape = landscape
        marks = _margin(section.headers, "页眉", walk)
        pieces += marks if before is None else ()
        pieces += _pieces(section.blocks, walk)
        _margin(section.footers, "页脚", walk)
        before = section
    for note in document.notes:
        text = "\n".join(paragraph.text for paragraph in paragraphs_of(note.blocks))
        walk.asides.append(Aside("尾注" if note.at_end else "脚注", tidy(text), ""))
    return Source(tuple(pieces), tuple(dict.fromkeys(walk.asides)))


def _is_house(document: Document) -> bool:
    """Whether docgen made a file, though it may have been changed by hand since; a form in it has styles of its own.

    A certificate bears no mark, but a title in a style whose name Word does not have.
    """
    blocks = (block for section in document.sections for block in section.blocks)
    styles = [block.style for block in blocks if isinstance(block, Paragraph) and block.text.strip()]
    known = sum(style in HOUSE_STYLES for style in styles)
    headers = (section.headers.first or () for section in document.sections)
    marked = (*document.paragraphs, *(each for blocks in headers for each in paragraphs_of(blocks)))
    return any(each.style in (MARK_STYLE, TITLE_STYLE) for each in marked) and known >= HOUSE_SHARE * len(styles)


def _margin(margin: Margin, kind: str, walk: _Walk) -> list[Piece]:
    """The mark among page headers; the rest, but for page numbers, stands beside the text."""
    beside = walk.beside()
    paragraphs = (
        each for blocks in (margin.first, margin.default, margin.even) for each in paragraphs_of(blocks or ())
    )
    marks: dict[str, Piece] = {}
    for line in (line for paragraph in paragraphs for line in _lines(paragraph, beside)):
        if line.style == MARK_STYLE or (not walk.house and line.look.red):
            marks.setdefault(line.text, line)
        elif not PAGE_NUMBER.fullmatch(line.text[:PAGE_NUMBER_LENGTH]):
            walk.asides.append(Aside(kind, line.text, ""))
    walk.asides += beside.asides
    return list(marks.values())


def _pieces(blocks: Iterable[Block], walk: _Walk) -> Iterator[Piece]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _lines(block, walk)
        elif not _is_grid(block) if walk.house else _only_aligns(block):
            yield from _rows_as_lines(block, walk)
        else:
            yield _table(block, walk)


def _is_grid(table: Table) -> bool:
    """Whether a table of docgen's is one of the content: by its style, or by those in its cells."""
    return table.style == GRID_STYLE or any(each.style in CELL_STYLES for each in paragraphs_of((table,)))


def _lines(paragraph: Paragraph, walk: _Walk) -> Iterator[Line]:
    """The lines of a paragraph; an empty one is white before the next."""
    if paragraph.index >= 0:
        walk.spot = f"第{paragraph.index + 1}段"
    walk.new_page |= paragraph.format.page_break_before and not (walk.house and not paragraph.text.strip())
    walk.asides += [Aside("图片", each.description, walk.spot) for each in paragraph.inlines if isinstance(each, Image)]
    look = _look(paragraph)
    for at, part in enumerate(_labelled(paragraph).translate(LINE_ENDS).split("\f")):
        walk.new_page |= at > 0
        for raw in _whole_lines(part, joins=not (look.centred or look.right)):
            text = tidy(raw)
            if not text:
                walk.white += 1
                continue
            new_page, white = walk.standing()
            style = paragraph.style if walk.house and paragraph.style in HOUSE_STYLES else ""
            yield Line(text, raw, walk.spot, style, look, new_page, walk.landscape, white)


def _labelled(paragraph: Paragraph) -> str:
    """The text behind its automatic number; characters that no file may hold are left out."""
    label = paragraph.label.run.text if paragraph.label is not None else ""
    gap = " " if label[-1:].isascii() and label and paragraph.text else ""
    return FORBIDDEN.sub("", label + gap + paragraph.text if paragraph.text.strip() else paragraph.text)


def _whole_lines(text: str, *, joins: bool) -> list[str]:
    """The lines between line breaks; one that breaks off in a sentence goes on in the next."""
    lines: list[str] = []
    for line in text.split("\n"):
        before = lines[-1].rstrip() if lines else ""
        if joins and len(before) >= FULL_LINE and before[-1] not in SENTENCE_ENDS and line.strip():
            lines[-1] += line
        else:
            lines.append(line)
    return lines


def _look(paragraph: Paragraph) -> Look:
    runs = [each for each in paragraph.inlines if isinstance(each, Run) and each.text.strip()]
    form = paragraph.format
    align = form.align
    tabs = tuple(tab.position for tab in form.tabs)
    if not runs:
        return Look(left=form.left, tabs=tabs)
    first = runs[0].format
    return Look(
        max(run.format.size for run in runs),
        first.east_asia,
        align in (Align.CENTER, Align.DISTRIBUTE),
        align is Align.RIGHT,
        first.bold,
        _is_red(first.color),
        form.left,
        tabs,
    )


def _is_red(color: str) -> bool:
    if len(color) != len("RRGGBB"):
        return False
    try:
        red, green, blue = (int(color[at : at + 2], 16) for at in (0, 2, 4))
    except ValueError:
        return False
    return red > REDDISH and max(green, blue) < REDDISH


def _only_aligns(table: Table) -> bool:
    """Whether a table is there to place text: a frame, a 版记, or one of few cells without vertical rules."""
    cells = [cell for row in table.rows for cell in row.cells]
    texts = [_cell_text(cell.blocks) for cell in cells]
    if len(cells) <= 1 or any(_is_imprint(text) for text in texts):
        return True
    rows, columns = len(table.rows), max(len(row.cells) for row in table.rows)
    ruled = any(_shows(edge) for cell in cells for edge in (cell.edges.left, cell.edges.right, cell.edges.inside_v))
    return columns == 1 or (not ruled and min(rows, columns) < WIDE_TABLE and rows < WIDE_TABLE + 1)


def _is_imprint(text: str) -> bool:
    short = without_spaces(text)[:200]
    return short.startswith(("抄送：", "抄送:", "抄报：")) or PRINTED.fullmatch(short) is not None


def _shows(edge: Border | None) -> bool:
    return edge is not None and edge.width > 0 and edge.style not in ("nil", "none")


def _rows_as_lines(table: Table, walk: _Walk) -> Iterator[Piece]:
    """The text of a table that aligns: cells of one line each share a line."""
    for row in table.rows:
        cells = [list(_pieces(cell.blocks, walk)) for cell in row.cells if cell.merge is not Merge.GOES_ON]
        filled = [pieces for pieces in cells if pieces]
        single = [pieces[0] for pieces in filled if len(pieces) == 1]
        lines = [piece for piece in single if isinstance(piece, Line)]
        if len(filled) > 1 and len(lines) == len(filled) and not walk.house:
            raw = "\t".join(line.raw for line in lines)
            yield replace(lines[0], text=tidy(raw), raw=raw)
        else:
            yield from (piece for pieces in cells for piece in pieces)


def _table(table: Table, walk: _Walk) -> Tabular:
    """A table of texts; its columns are those of the grid."""
    new_page, _ = walk.standing()
    first = next(iter(paragraphs_of((table,))), None)
    spot = f"第{first.index + 1}段" if first is not None else walk.spot
    new_page |= first is not None and first.format.page_break_before
    inside = walk.beside()
    rows = [_texts(row) for row in table.rows]
    lines = tuple(line for paragraph in paragraphs_of((table,)) for line in _lines(paragraph, inside))
    walk.asides += inside.asides
    columns = max((len(row) for row in rows), default=0)
    padded = tuple((*row, *("",) * (columns - len(row))) for row in rows)
    widths = shares(table.columns) if len(table.columns) == columns else ()
    return Tabular(
        padded, spot, _has_head(table, walk, padded), widths, _is_merged(table), new_page, walk.landscape, lines
    )


def _texts(row: Row) -> tuple[str, ...]:
    """The texts of a row, one for each column of the grid."""
    texts: list[str] = [""] * row.skip
    for cell in row.cells:
        texts += [_cell_text(cell.blocks) if cell.merge is not Merge.GOES_ON else "", *("",) * (cell.span - 1)]
    return tuple(texts)


def _cell_text(blocks: tuple[Block, ...]) -> str:
    paragraphs = (_labelled(paragraph) for paragraph in paragraphs_of(blocks))
    return tidy("\n".join(filter(None, (tidy(text) for text in paragraphs)))).strip(SPACES)


def _is_merged(table: Table) -> bool:
    return any(cell.span > 1 or cell.merge is not Merge.NONE for row in table.rows for cell in row.cells)


def _has_head(table: Table, walk: _Walk, rows: tuple[tuple[str, ...], ...]) -> bool:
    """Whether the first row names the columns: it repeats, or is full and unlike the second in look or kind."""
    styles = {each.style for cell in table.rows[0].cells for each in paragraphs_of(cell.blocks)} if rows else set()
    if walk.house or len(rows) < 2 or table.rows[0].header:
        return len(rows) > 1 and (table.rows[0].header or HEAD_STYLE in styles)
    first, second = (_row_look(row) for row in table.rows[:2])
    names = [name for name in rows[0] if name and not name[0].isdigit()]
    if len(rows[0]) < 2 or len(names) < len(rows[0]):
        return False
    counts = len(names) >= WIDE_TABLE and any(cell[:1].isdigit() for cell in rows[1])
    return first != second or counts or without_spaces(names[0]) == "序号"


def _row_look(row: Row) -> tuple[bool, str]:
    """Weight and face of the first text of a row."""
    runs = (
        inline
        for cell in row.cells
        for paragraph in paragraphs_of(cell.blocks)
        for inline in paragraph.inlines
        if isinstance(inline, Run) and inline.text.strip()
    )
    first = next(runs, None)
    return (first.format.bold, first.format.east_asia) if first is not None else (False, "")
