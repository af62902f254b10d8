"""Take the sketch of a form, give a DOCX to go on with in Word: title, head line, table with tags, notes."""

from __future__ import annotations

from collections.abc import Sequence

from docx.oxml import parse_xml
from msgspec import Struct

from docgen.new import look
from docgen.new.blank import W, fresh_document, saved, set_footers
from docgen.new.heads import general_head
from docgen.new.tags import Tag, paragraph, tagged
from docgen.units import twips_from_points

ROW_HEIGHT = 36.0
COLUMN_SHARES = (1.0, 3.0)
"""Practice: rows of half an inch to write in by hand, labels a quarter of the line wide."""
FACE_STYLES = {"label": "表格栏目", "text": "表文", "sign": "表格签章"}


class Box(Struct, frozen=True):
    """A cell: `lines` are its paragraphs; `kind` is label, text or sign; `upright` sets its text vertically."""

    lines: tuple[str, ...]
    span: int = 1
    kind: str = "text"
    upright: bool = False
    valign: str = "center"


class Line(Struct, frozen=True):
    """A row of boxes, at least `height` points tall."""

    boxes: tuple[Box, ...]
    height: float


class Sketch(Struct, frozen=True):
    """A form: `title` with its line breaks, `head` lines above the table, `shares` of the measure, `notes` below."""

    title: str
    head: tuple[str, ...]
    shares: tuple[float, ...]
    lines: tuple[Line, ...]
    notes: tuple[str, ...]


def new_form(sketch: Sketch) -> bytes:
    """The DOCX of a form."""
    document = fresh_document((*general_head(""), *look.text_looks()))
    section = document.element.body.sectPr
    for element in (
        tagged(Tag("附件标题", sketch.title)),
        *(tagged(Tag("表格说明", text)) for text in sketch.head),
        _table(sketch),
        *(tagged(Tag("表格注", text)) for text in sketch.notes),
    ):
        section.addprevious(element)
    document.core_properties.title = sketch.title.replace("\n", "")
    set_footers(document)
    return saved(document)


def plain_form(title: str, fields: Sequence[str]) -> bytes:
    """A form with a row for each field: its name at the left, a tag of that name at the right."""
    rows = (Line((Box((name,), kind="label"), Box((f"{{{{ {name} }}}}",))), ROW_HEIGHT) for name in fields)
    return new_form(Sketch(title, (), COLUMN_SHARES, tuple(rows), ()))


DESCRIPTION = """\
# {title}的字段说明。栏目的名字与模板里的标签相同；各种写法见使用手册“发表、填表、收表”。
文件名: '{{{first}}}'
字段:
{fields}
"""


def plain_description(title: str, fields: Sequence[str]) -> str:
    """The description of such a form, to go on with: every field a text."""
    lines = "\n".join(f"  {name}: {{类型: 文字}}" for name in fields)
    return DESCRIPTION.format(title=title, first=fields[0], fields=lines)


def _table(sketch: Sketch) -> object:
    whole = twips_from_points(look.MEASURE)
    widths = [round(whole * share / sum(sketch.shares)) for share in sketch.shares]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row(line, widths) for line in sketch.lines)
    return parse_xml(
        f'<w:tbl {W}><w:tblPr><w:tblStyle w:val="gongwenbiaoge"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>'
    )


def _row(line: Line, widths: Sequence[int]) -> str:
    cells, at = [], 0
    for box in line.boxes:
        cells.append(_cell(box, sum(widths[at : at + box.span])))
        at += box.span
    height = twips_from_points(line.height)
    return (
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/></w:trPr>{"".join(cells)}</w:tr>'
    )


def _cell(box: Box, width: int) -> str:
    span = f'<w:gridSpan w:val="{box.span}"/>' if box.span > 1 else ""
    direction = '<w:textDirection w:val="tbRlV"/>' if box.upright else ""
    paragraphs = "".join(
        paragraph(Tag(FACE_STYLES["sign" if box.kind == "sign" and text == box.lines[-1] else _kind(box)], text))
        for text in box.lines
    )
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{direction}'
        f'<w:vAlign w:val="{box.valign}"/></w:tcPr>{paragraphs}</w:tc>'
    )


def _kind(box: Box) -> str:
    return "label" if box.kind == "label" else "text"
