"""fill.landscape: sections of landscape sheets for 横排 parts, and upright ones around them (GB/T 9704-2012 8)."""

from io import BytesIO

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from samples import content, document, filled, form, template

from docgen.content import Attachment, Carried, Grid, NewPage, Prose
from docgen.document import Direction, Field, Float, Paragraph, Table, paragraphs_of
from docgen.units import points_from_mm

TEXT = (Prose(0, "", "甲"),)
TABLE = Grid(("序号", "单位"), (("1", "中山区"),), landscape=True)
FORM = "2018年度大连市工会为职工办实事项目建议表"


def attached(title, *, landscape=True, blocks=TEXT):
    return Attachment(title, blocks, landscape=landscape)


def sections(**changes):
    return document(content(**changes)).sections


def lying(found):
    return [each.sheet.width > each.sheet.height for each in found]


def words(section):
    return [each.text for each in paragraphs_of(section.blocks) if each.text]


def numbers(margin):
    """The numbers in headers or footers: (kind, table or None)."""
    found = {}
    for kind in ("default", "even"):
        blocks = getattr(margin, kind) or ()
        if any(isinstance(each, Field) for paragraph in paragraphs_of(blocks) for each in paragraph.inlines):
            found[kind] = next((block for block in blocks if isinstance(block, Table)), None)
    return found


def test_without_landscape_parts_there_is_one_section():
    assert lying(sections(attachments=(attached("名单", landscape=False),))) == [False]


def test_a_landscape_attachment_has_a_section_of_its_own_and_the_rest_stands_upright():
    found = sections(attachments=(attached("统计表"), attached("说明", landscape=False)), printer="甲", printed_on="乙")
    assert lying(found) == [False, True, False]
    assert words(found[1]) == ["附件1", "统计表", "甲"]
    assert words(found[2]) == ["附件2", "说明", "甲", "甲\t乙印发"]
    assert [each.start for each in found] == ["nextPage"] * 3


def test_a_landscape_attachment_may_end_the_file():
    found = sections(attachments=(attached("统计表"),))
    assert lying(found) == [False, True]


def test_neighbours_need_no_upright_section_between_them():
    assert lying(sections(attachments=(attached("甲表"), attached("乙表")))) == [False, True, True]


def test_the_imprint_after_a_landscape_attachment_stands_upright():
    found = sections(attachments=(attached("统计表"),), printer="办公室", printed_on="2026年1月6日")
    assert lying(found) == [False, True, False]
    assert words(found[2]) == ["办公室\t2026年1月6日印发"]


def test_a_landscape_table_of_the_text_stands_between_upright_pages():
    found = sections(body=(Prose(0, "", "前"), TABLE, Prose(0, "", "后")))
    assert lying(found) == [False, True, False]
    assert [words(each)[-1] for each in found] == ["前", "中山区", "后"]


def test_a_table_fills_the_line_of_the_turned_sheet():
    found = sections(body=(TABLE,))[1]
    (table,) = (block for block in found.blocks if isinstance(block, Table))
    assert sum(table.columns) == pytest.approx(points_from_mm(225), abs=0.1)


def test_nothing_but_a_line_of_one_point_follows_a_table():
    found = sections(body=(TABLE, Prose(0, "", "后")))[1]
    after = found.blocks[-1]
    assert isinstance(after, Paragraph)
    assert (after.text, after.format.pitch.value) == ("", 1.0)


def test_a_landscape_table_in_a_landscape_attachment_changes_nothing():
    found = sections(attachments=(attached("统计表", blocks=(*TEXT, TABLE)),))
    assert lying(found) == [False, True]
    assert words(found[1]) == ["附件", "统计表", "甲", "序号", "单位", "1", "中山区"]


def test_a_page_break_before_a_landscape_table_makes_no_empty_page():
    assert lying(sections(body=(*TEXT, NewPage(), TABLE, *TEXT))) == [False, True, False]


def test_a_carried_text_may_have_landscape_attachments():
    found = sections(carried=Carried("办法", TEXT, (attached("表样"),)), attachments=(attached("丙", landscape=False),))
    assert lying(found) == [False, True, False]


def test_a_form_is_turned_where_the_clerk_says_so():
    found = sections(attachments=(Attachment(FORM, form=FORM, landscape=True),))
    assert lying(found) == [False, True]
    assert any(isinstance(block, Table) for block in found[1].blocks)


def test_a_form_drawn_on_a_landscape_sheet_is_turned_by_itself():
    opened = docx.Document(BytesIO(form(FORM)))
    sheet = opened.sections[0]
    sheet.page_width, sheet.page_height = sheet.page_height, sheet.page_width
    out = BytesIO()
    opened.save(out)
    data = filled(content(attachments=(Attachment(FORM, form=FORM),)), fetch=lambda name: out.getvalue())
    assert [each.page_width > each.page_height for each in docx.Document(BytesIO(data)).sections] == [False, True]


def test_the_sheet_lies_on_its_side_with_the_margins_of_the_standard():
    found = sections(attachments=(attached("统计表"),))[1].sheet
    assert (found.width, found.height) == (pytest.approx(841.9, abs=0.1), pytest.approx(595.3, abs=0.1))
    assert (found.margins.left, found.margins.right) == (pytest.approx(points_from_mm(36), abs=0.1),) * 2


def test_the_number_floats_in_the_header_turned_where_the_footer_of_the_upright_sheet_lies():
    found = sections(attachments=(attached("统计表"),))
    upright, turned = found
    assert numbers(turned.footers) == {}
    tables = numbers(turned.headers)
    for kind, edge in (("default", 28.0), ("even", 26.07)):
        table = tables[kind]
        (row,) = table.rows
        assert row.exact
        assert row.height == pytest.approx(points_from_mm(210 - 28 - 26.07), abs=0.1)
        assert row.cells[0].direction is Direction.DOWN
        assert isinstance(table.floating, Float)
        assert (table.floating.x_anchor, table.floating.y_anchor) == ("page", "page")
        assert table.floating.y == pytest.approx(points_from_mm(edge), abs=0.1)
        assert table.floating.x + table.columns[0] / 2 == pytest.approx(points_from_mm(28), abs=0.5)
        assert [each.style for each in row.cells[0].blocks] == [
            each.style for each in getattr(upright.footers, kind) if isinstance(each, Paragraph)
        ]


def test_the_header_of_odd_and_the_footer_of_even_pages_make_room_for_the_binding():
    turned = sections(attachments=(attached("统计表"),))[1]
    rooms = {
        (name, kind): getattr(margin, kind)[-1].format.pitch.value
        for name, margin in (("head", turned.headers), ("foot", turned.footers))
        for kind in ("default", "even")
    }
    more = points_from_mm(28 - 26.07)
    assert rooms["head", "default"] - rooms["head", "even"] == pytest.approx(more, abs=0.1)
    assert rooms["foot", "even"] - rooms["foot", "default"] == pytest.approx(more, abs=0.1)
    assert turned.sheet.header + rooms["head", "even"] == pytest.approx(turned.sheet.margins.top, abs=0.1)
    assert turned.sheet.footer + rooms["foot", "default"] == pytest.approx(turned.sheet.margins.bottom, abs=0.1)


def test_upright_pages_after_it_have_their_footers_and_no_turned_number():
    last = sections(attachments=(attached("统计表"), attached("说明", landscape=False)))[2]
    assert numbers(last.headers) == {}
    assert numbers(last.footers) == {"default": None, "even": None}


def changed(change):
    """The template with its last section changed."""
    opened = docx.Document(BytesIO(template()))
    change(opened)
    out = BytesIO()
    opened.save(out)
    given = content(attachments=(attached("统计表"), attached("说明", landscape=False)))
    return docx.Document(BytesIO(filled(given, out.getvalue()))).sections


def test_only_the_first_section_begins_its_numbers_and_has_a_first_page():
    def starts(opened):
        section = opened.element.body.sectPr
        opened.sections[-1].different_first_page_header_footer = True
        section.append(OxmlElement("w:pgNumType", {qn("w:start"): "5"}))

    found = [each._sectPr for each in changed(starts)]
    assert [len(each.findall(qn("w:titlePg"))) for each in found] == [1, 0, 0]
    assert [len(each.findall(qn("w:pgNumType"))) for each in found] == [1, 0, 0]


def test_a_template_without_mirrored_margins_has_both_numbers_at_one_height():
    def unmirror(opened):
        settings = opened.settings.element
        settings.remove(settings.find(qn("w:mirrorMargins")))

    turned = changed(unmirror)[1]
    places = [
        next(header._element.iter(qn("w:tblpPr"))).get(qn("w:tblpY"))
        for header in (turned.header, turned.even_page_header)
    ]
    assert places[0] == places[1]


def test_a_template_without_page_numbers_gets_none():
    def unnumbered(opened):
        for part in (opened.sections[-1].footer, opened.sections[-1].even_page_footer):
            for paragraph in part.paragraphs:
                paragraph.clear()

    turned = changed(unnumbered)[1]
    assert not turned.header.tables
