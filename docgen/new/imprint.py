"""The 版记 of a template (7.4): a table that floats on the foot of the type area of the last page."""

from __future__ import annotations

from docx.oxml import parse_xml

from docgen.new import look
from docgen.new.blank import W, edge
from docgen.new.tags import Tag, paragraph
from docgen.units import twips_from_points

COPIES = Tag("抄送机关", "抄送：{{ 抄送 }}。")
PRINTER = Tag("印发机关", "{{ 印发机关 }}\t{{ 印发日期 }}印发")


def imprint_table() -> object:
    """7.4: three rules as wide as the type area, the last on the foot of the last page."""
    borders = edge("top", look.IMPRINT_THICK) + edge("insideH", look.IMPRINT_THIN)
    foot = edge("top", look.IMPRINT_THICK) + edge("bottom", 0)
    return _table(_row("抄送", COPIES) + _row("印发机关", PRINTER) + _foot(-look.IMPRINT_THICK / 2, foot), borders)


def letter_imprint_table() -> object:
    """10.1: that of a 信函 has no rules and no line of printing."""
    return _table(_row("抄送", COPIES) + _foot(look.IMPRINT_PITCH * (1 - look.BASELINE) - look.INK_DEPTH * look.SIZE_4))


def _table(rows: str, borders: str = "") -> object:
    width = twips_from_points(look.MEASURE)
    return parse_xml(
        f'<w:tbl {W}><w:tblPr><w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="page" '
        f'w:horzAnchor="page" w:tblpX="{twips_from_points(look.MARGIN_RIGHT)}" w:tblpYSpec="bottom"/>'
        '<w:tblOverlap w:val="never"/>'
        f'<w:tblW w:w="{width}" w:type="dxa"/>{f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""}'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        f'</w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>{rows}</w:tbl>'
    )


def _row(name: str, line: Tag) -> str:
    """A row that stands only where its element is given."""
    lines = (Tag(line.style, f"{{%tr if {name} %}}"), line, Tag(line.style, "{%tr endif %}"))
    return "".join(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cell(each)}</w:tr>" for each in lines)


def _foot(drop: float, edges: str = "") -> str:
    """An empty row that lifts the table to `drop` points below the type area."""
    height = twips_from_points(look.PAGE_HEIGHT - look.TYPE_BOTTOM - drop)
    borders = f"<w:tcBorders>{edges}</w:tcBorders>" if edges else ""
    return (
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr>'
        f"{_cell(Tag('版记定位'), borders)}</w:tr>"
    )


def _cell(line: Tag, borders: str = "") -> str:
    width = f'<w:tcW w:w="{twips_from_points(look.MEASURE)}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{width}{borders}</w:tcPr>{paragraph(line)}</w:tc>"
