"""Lines of a template: paragraphs of a style with text and docxtpl tags, some only where their element is given."""

from __future__ import annotations

from html import escape

from docx.oxml import parse_xml
from msgspec import Struct

from docgen.new.blank import LABEL_STYLE_ID, W, style_id


class Tag(Struct, frozen=True):
    """A line of a template: a paragraph of `style`, `text` (\\t a tab, \\n a line end) after a `label` in 黑体."""

    style: str
    text: str = ""
    label: str = ""


def when(name: str, line: Tag) -> tuple[Tag, Tag, Tag]:
    """A line that stands only where its element is given."""
    return Tag(line.style, f"{{%p if {name} %}}"), line, Tag(line.style, "{%p endif %}")


def paragraph(line: Tag) -> str:
    """The paragraph of a line, for a table or a body that declares the namespace."""
    label = _run(line.label, f'<w:rPr><w:rStyle w:val="{LABEL_STYLE_ID}"/></w:rPr>')
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(line.style)}"/></w:pPr>{label}{_run(line.text)}</w:p>'


def tagged(line: Tag) -> object:
    """The paragraph of a line as an element."""
    return parse_xml(paragraph(line).replace("<w:p>", f"<w:p {W}>", 1))


def _run(text: str, properties: str = "") -> str:
    if not text:
        return ""
    lines = []
    for line in text.split("\n"):
        lines.append(
            "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(part, quote=False)}</w:t>' for part in line.split("\t"))
        )
    return f"<w:r>{properties}{'<w:br/>'.join(lines)}</w:r>"
