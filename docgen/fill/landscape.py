"""Take a filled notice whose 横排 parts stand between marks, give these parts sections of their own (GB/T 9704-2012 8).

The sheet lies turned: its head is the left edge of the upright sheet, on odd and even pages alike. The page number
stands where all pages have it, so it is turned as well: a cell of vertical text in the header, as long as the type area
is wide, in which the lines of the footer stand as they stand on the other pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from docx.document import Document as Docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.document import CT_Body
from docx.oxml.ns import nsdecls, qn
from docx.oxml.section import CT_SectPr
from docx.oxml.table import CT_Tbl
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section, _BaseHeaderFooter
from docx.shared import Length
from docx.text.paragraph import Paragraph
from lxml.etree import _Element
from msgspec import Struct

from docgen.fill.paragraphs import TYPE_HEIGHT, Stylist, plain
from docgen.units import points_from_mm, twips_from_points

OPENS = "\ue001"
CLOSES = "\ue002"
"""What stands before and after a landscape part; private characters that no clerk types."""
TYPE_TOP = points_from_mm(37)
"""5.2.1: white above the type area."""
MARK_STYLE = "版记定位"
"""A line of one point: where a part ends with a table, it bears the end of the section."""
KINDS = ("default", "even")
"""Odd pages, or all of them, and even pages (17.18.36)."""
BELOW_BASELINE = 0.2
"""Share of an exact pitch below the baseline."""
EM_CENTRE = 0.36
"""Middle of 宋体 above the baseline, in ems: it reaches from −0.14 to 0.86."""
USUAL_PITCH = 1.3
"""Lines of no exact pitch, in ems."""
SIZE_4 = 14.0
"""7.5: page numbers are 4号."""


def landscape(part: str, stylist: Stylist) -> str:
    """WordprocessingML between its marks."""
    return plain(MARK_STYLE, OPENS, stylist) + part + plain(MARK_STYLE, CLOSES, stylist)


class Sheet(Struct, frozen=True):
    """The upright sheet of the template in twips, and the margins that follow from it when the sheet is turned.

    `over` and `under` are the white of a line above and below its type, by which margins fall short of the type area.
    """

    width: int
    height: int
    binding: int
    outer: int
    over: int
    under: int
    footer: int

    @property
    def side(self) -> int:
        """Left and right margin: equal, so that mirrored margins move nothing."""
        return (self.height - twips_from_points(TYPE_HEIGHT)) // 2

    @property
    def top(self) -> int:
        """Upper margin where the sheet is not bound there; elsewhere the header takes more."""
        return min(self.binding, self.outer) - self.over

    @property
    def bottom(self) -> int:
        """Lower margin where the sheet is not bound there; elsewhere the footer takes more."""
        return min(self.binding, self.outer) - self.under


class NumberLine(Struct, frozen=True):
    """The line of a page number, in points: its pitch and type, and the white that keeps it from text and paper."""

    pitch: float = 0.0
    size: float = 0.0
    before: float = 0.0
    after: float = 0.0


def turn_parts(notice: Docx) -> None:
    """Give every part between marks a section of landscape sheets, and what is around it sections of upright ones."""
    body = notice.element.body
    marks = [each for each in body.p_lst if _text(each) in (OPENS, CLOSES)]
    if not marks:
        return
    before = deepcopy(body.sectPr)
    upright, turned = _upright(notice), _turned(notice)
    depth = 0
    for mark in marks:
        opens = _text(mark) == OPENS
        depth += 1 if opens else -1
        if opens and depth == 1:
            _end_section(body, mark, before)
            before = upright
        elif not opens and depth == 0:
            _end_section(body, mark, turned)
        else:
            body.remove(mark)


def _text(paragraph: _Element) -> str:
    return "".join(piece.text or "" for piece in paragraph.iter(qn("w:t")))


def _end_section(body: CT_Body, mark: CT_P, properties: BaseOxmlElement) -> None:
    """End a section at a mark: in the paragraph before it, in the mark after a table, as the last one of the file."""
    above = mark.getprevious()
    if above is not None and _is_white(above):
        # What keeps text off a table is not needed here, and might take a page of its own.
        body.remove(above)
        above = mark.getprevious()
    bears = above
    if isinstance(above, CT_Tbl):
        mark.r_lst[0].clear_content()
        bears = mark
    last = mark.getnext()
    if bears is not mark:
        body.remove(mark)
    if isinstance(last, CT_SectPr):
        body.replace(last, deepcopy(properties))
    elif isinstance(bears, CT_P) and bears.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:
        bears.get_or_add_pPr().insert_element_before(deepcopy(properties), "w:pPrChange")


def _is_white(paragraph: _Element) -> bool:
    """Whether it is an empty paragraph after a table."""
    return isinstance(paragraph, CT_P) and not paragraph.r_lst and isinstance(paragraph.getprevious(), CT_Tbl)


def _upright(notice: Docx) -> BaseOxmlElement:
    """The section after a landscape one: the sheet, header and footer of the template, whose pages count on."""
    last: BaseOxmlElement = notice.element.body.sectPr
    for name in ("w:type", "w:titlePg", "w:pgNumType"):
        for found in last.findall(qn(name)):
            last.remove(found)
    section = notice.sections[-1]
    for part in (section.header, section.even_page_header, section.footer, section.even_page_footer):
        if part.is_linked_to_previous:
            part.is_linked_to_previous = False
    return last


def _turned(notice: Docx) -> BaseOxmlElement:
    """A section of turned sheets with its headers and footers: these fill the margins, and bear the turned number."""
    settings = notice.settings.element
    sheet = _sheet(notice.sections[-1])
    mirrored = settings.find(qn("w:mirrorMargins")) is not None
    head_at, foot_at = sheet.top // 2, sheet.bottom // 2
    properties = parse_xml(
        f'<w:sectPr {nsdecls("w")}><w:pgSz w:w="{sheet.height}" w:h="{sheet.width}" w:orient="landscape"/>'
        f'<w:pgMar w:top="{sheet.top}" w:right="{sheet.side}" w:bottom="{sheet.bottom}" w:left="{sheet.side}" '
        f'w:header="{head_at}" w:footer="{foot_at}" w:gutter="0"/></w:sectPr>'
    )
    footers = (notice.sections[-1].footer, notice.sections[-1].even_page_footer)
    for kind, footer in zip(KINDS, footers, strict=True):
        upper, lower = (sheet.outer, sheet.binding) if mirrored and kind == "even" else (sheet.binding, sheet.outer)
        head = [*_number(footer, sheet, upper), _line(upper - sheet.over - head_at)]
        for name, blocks in (("header", head), ("footer", [_line(lower - sheet.under - foot_at)])):
            part, rel_id = getattr(notice.part, f"add_{name}_part")()
            _fill(part.element, blocks)
            reference = {qn("w:type"): kind, qn("r:id"): rel_id}
            properties[-2].addprevious(OxmlElement(f"w:{name}Reference", reference))
    return properties


def _sheet(section: Section) -> Sheet:
    lengths = (section.page_width, section.page_height, section.left_margin, section.right_margin)
    width, height, binding, outer = (_twips(each) for each in lengths)
    top, bottom, footer = (
        _twips(each) for each in (section.top_margin, section.bottom_margin, section.footer_distance)
    )
    lines = _number_lines(section.footer)
    number = _number_line(lines[-1]) if lines else NumberLine()
    footer += twips_from_points(number.after)
    bottom = max(bottom, footer + twips_from_points(number.pitch + number.before))
    over = max(0, twips_from_points(TYPE_TOP) - top)
    under = max(0, height - twips_from_points(TYPE_TOP + TYPE_HEIGHT) - bottom)
    return Sheet(width, height, binding, outer, over, under, footer)


def _twips(length: Length | None) -> int:
    return twips_from_points(length.pt) if length is not None else 0


def _fill(root: _Element, blocks: list[_Element]) -> None:
    for child in list(root):
        root.remove(child)
    root.extend(blocks)


def _line(twips: int) -> _Element:
    """An empty line of that height."""
    return parse_xml(
        f'<w:p {nsdecls("w")}><w:pPr><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{twips}" w:lineRule="exact"/></w:pPr></w:p>'
    )


def _number(footer: _BaseHeaderFooter, sheet: Sheet, upper: int) -> Iterator[_Element]:
    """The page number of a footer, turned: the cell lies where the footer lies when the sheet is upright."""
    lines = _number_lines(footer)
    if not lines:
        return
    number = _number_line(lines[-1])
    width = twips_from_points(number.pitch)
    centre = sheet.footer + twips_from_points(number.pitch * BELOW_BASELINE + number.size * EM_CENTRE)
    length = sheet.width - sheet.binding - sheet.outer
    table = parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="page" '
        f'w:horzAnchor="page" w:tblpX="{centre - width // 2}" w:tblpY="{upper}"/><w:tblOverlap w:val="never"/>'
        f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/>'
        f'<w:trHeight w:val="{length}" w:hRule="exact"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        '<w:textDirection w:val="tbRl"/><w:vAlign w:val="center"/></w:tcPr></w:tc></w:tr></w:tbl>'
    )
    next(table.iter(qn("w:tc"))).extend(_without_white(each) for each in lines)
    yield table


def _number_lines(footer: _BaseHeaderFooter) -> list[Paragraph]:
    return [each for each in footer.paragraphs if each._p.xpath(".//w:instrText | .//w:fldSimple")]


def _without_white(line: Paragraph) -> CT_P:
    """A copy of a line without the white that only its footer needs."""
    copy = deepcopy(line._p)
    number = _number_line(line)
    if number.before or number.after:
        used = Paragraph(copy, line._parent).paragraph_format
        used.space_before = used.space_after = Length(0)
    return copy


def _number_line(line: Paragraph) -> NumberLine:
    style = line.style
    own, styled = line.paragraph_format, style.paragraph_format if style is not None else None
    size = style.font.size if style is not None else None
    points = size.pt if size is not None else SIZE_4
    spacing = own.line_spacing or (styled.line_spacing if styled is not None else None)
    pitch = spacing.pt if isinstance(spacing, Length) else points * USUAL_PITCH
    before = own.space_before or (styled.space_before if styled is not None else None)
    after = own.space_after or (styled.space_after if styled is not None else None)
    return NumberLine(pitch, points, before.pt if before else 0.0, after.pt if after else 0.0)
