"""What only a 信函 has (10.1): its mark and rules in the margins of page 1, and the lines below its upper rule."""

from __future__ import annotations

from docx.document import Document
from docx.oxml import parse_xml
from docx.shared import Twips

from docgen.new import look
from docgen.new.blank import W, set_margin
from docgen.new.heads import letter_header_distance
from docgen.new.tags import Tag, paragraph, tagged, when
from docgen.units import twips_from_points

LINES_WIDTH = look.MEASURE * 0.4
"""The column of 份号, 密级 and 紧急程度, of which 绝密★启用前 is the widest."""

LINES = (
    *when("份号", Tag("版头", "{{ 份号 }}")),
    *when("密级", Tag("密级和保密期限", "{{ 密级 }}")),
    *when("紧急程度", Tag("紧急程度", "{{ 紧急程度 }}")),
    Tag("版头", "{%p if not (份号 or 密级 or 紧急程度) %}"),
    Tag("版头"),
    Tag("版头", "{%p endif %}"),
)
"""A cell must hold a paragraph, an empty one where there is nothing else."""


def letter_table() -> object:
    """The number at the right of the lines at the left, all 7/8 of 3号 below the upper rule."""
    whole = twips_from_points(look.MEASURE)
    left = twips_from_points(LINES_WIDTH)
    cells = _cell(LINES, left) + _cell((Tag("发文字号", "{{ 发文字号 }}"),), whole - left)
    return parse_xml(
        f'<w:tbl {W}><w:tblPr><w:tblW w:w="{whole}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{left}"/><w:gridCol w:w="{whole - left}"/></w:tblGrid><w:tr>{cells}</w:tr></w:tbl>'
    )


def _cell(lines: tuple[Tag, ...], width: int) -> str:
    inside = "".join(map(paragraph, lines))
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'


def set_letter_page(document: Document, mark: str) -> None:
    """Mark and rules on page 1, which bears no number; its text ends just above the lower rule."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    set_margin(section.first_page_header, tagged(Tag("发文机关标志", mark)))
    set_margin(section.first_page_footer, tagged(Tag("信函下线")))
    section.header_distance = Twips(twips_from_points(letter_header_distance(mark)))
    section.footer_distance = Twips(twips_from_points(look.LETTER_RULE_FOOT))
    section.bottom_margin = Twips(twips_from_points(look.LETTER_FOOT))
