"""Documents that python-docx makes with the template it brings along, as other programs send them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from PIL import Image

from .characters import LATIN
from .tables import HEAD, roster
from .texts import text, texts


def saved(document: Document) -> bytes:
    """The file of a document."""
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def fresh() -> Document:
    """An empty document whose Chinese text is of the mainland."""
    document = docx.Document()
    for language in (
        *document.styles.element.iter(qn("w:lang")),
        *document.settings.element.iter(qn("w:themeFontLang")),
    ):
        language.set(qn("w:eastAsia"), "zh-CN")
    return document


def picture(width: int, height: int) -> BytesIO:
    """A picture in one colour."""
    buffer = BytesIO()
    Image.new("RGB", (width, height), (200, 40, 40)).save(buffer, "PNG")
    buffer.seek(0)
    return buffer


def headings() -> bytes:
    """Headings of all levels with text under them."""
    document = fresh()
    document.add_heading("大连市总工会2018年工作报告", 0)
    for level in (1, 2, 3, 4, 5, 1, 2, 2, 1):
        document.add_heading(f"第{level}级标题 Heading {level}", level)
        for content in texts(2):
            document.add_paragraph(content)
    return saved(document)


def english() -> bytes:
    """An English report."""
    document = fresh()
    document.add_heading("Annual Report of the Federation", 0)
    for part in range(6):
        document.add_heading(f"Part {part + 1}", 1)
        for _ in range(3):
            paragraph = document.add_paragraph(LATIN * 2)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY if part % 2 else WD_ALIGN_PARAGRAPH.LEFT
    return saved(document)


def pictures() -> bytes:
    """Pictures in lines of their own, and within text."""
    document = fresh()
    document.add_paragraph(text(2))
    document.add_picture(picture(400, 200), width=Cm(10))
    document.add_paragraph("图1　活动现场").alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph = document.add_paragraph(text(1))
    paragraph.add_run().add_picture(picture(60, 40), width=Cm(2))
    paragraph.add_run(text(1, 3))
    for _ in range(3):
        document.add_picture(picture(300, 300), height=Cm(9))
        document.add_paragraph(text(2, 5))
    return saved(document)


def grid_table() -> bytes:
    """A table of the built-in style with single edges, over two pages."""
    document = fresh()
    document.add_paragraph("先进个人名单")
    rows = [HEAD, *roster(45)]
    table = document.add_table(len(rows), len(HEAD), style="Table Grid")
    for row, contents in zip(table.rows, rows, strict=True):
        for cell, content in zip(row.cells, contents, strict=True):
            cell.text = content
    document.add_paragraph(text(2))
    return saved(document)


def lists() -> bytes:
    """Bullets and numbers of the built-in styles, on three levels."""
    document = fresh()
    for at, content in enumerate(texts(9)):
        document.add_paragraph(content, style=("List Bullet", "List Number", "List Number 2", "List Bullet 2")[at % 4])
    return saved(document)


def styled_tables() -> bytes:
    """Tables of built-in styles with banded rows and marked heads."""
    document = fresh()
    for style in ("Light Shading Accent 1", "Medium Grid 1", "Light List", "Colorful List Accent 2"):
        document.add_paragraph(style)
        rows = [HEAD, *roster(5)]
        table = document.add_table(len(rows), len(HEAD), style=style)
        for row, contents in zip(table.rows, rows, strict=True):
            for cell, content in zip(row.cells, contents, strict=True):
                cell.text = content
    return saved(document)


def direct_formats() -> bytes:
    """What a clerk sets by hand: sizes, faces, spacing, indents."""
    document = fresh()
    for at, content in enumerate(texts(8)):
        paragraph = document.add_paragraph()
        run = paragraph.add_run(content)
        run.font.size = Pt((12, 14, 16, 10.5)[at % 4])
        run.font.name = "仿宋_GB2312"
        run.element.rPr.rFonts.set(qn("w:eastAsia"), ("仿宋_GB2312", "楷体_GB2312", "黑体")[at % 3])
        run.bold = at % 4 == 3
        paragraph.paragraph_format.first_line_indent = Pt(24)
        paragraph.paragraph_format.line_spacing = (1.0, 1.5, Pt(28), 2.0)[at % 4]
        paragraph.paragraph_format.space_after = Pt((0, 6, 12)[at % 3])
    return saved(document)


def unmarked() -> bytes:
    """Chinese text in the template as it is, which marks all text of the East as American."""
    document = docx.Document()
    for content in texts(12):
        document.add_paragraph(content)
    return saved(document)


DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "默认模板-标题": headings,
    "默认模板-英文报告": english,
    "默认模板-图片": pictures,
    "默认模板-网格表": grid_table,
    "默认模板-列表": lists,
    "默认模板-内置表格样式": styled_tables,
    "默认模板-直接格式": direct_formats,
    "默认模板-未注明中文": unmarked,
}
