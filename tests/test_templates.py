"""The templates as an office has them: read into Documents, the numbers of GB/T 9704-2012 asserted."""

import re
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from msgspec.structs import replace

from docgen.content import Attachment, Carried, Content, Entries, Grid, Member, Prose, Roster
from docgen.document import Align, Border, Edges, PitchRule, Table, paragraphs_of
from docgen.fill import context_of
from docgen.fill.stylist import read_stylist
from docgen.new.template import new_notice_template
from docgen.package import package_bytes
from docgen.read import read
from docgen.read.blocks import NIL
from docgen.units import mm_from_points

FOLDER = Path(__file__).parent.parent / "templates_docx"


class File(NamedTuple):
    stem: str
    data: bytes

    def open(self):
        return docx.Document(BytesIO(self.data))


def files(folder):
    return [File(path.stem, path.read_bytes()) for path in sorted((FOLDER / folder).glob("*.docx"))]


OTHER_FORMATS = ("获奖通知", "荣誉证书")
"""A 信函 and a certificate: see test_new_formats and test_new_certificate."""
NOTICES = [
    *(file for file in files("notices") if file.stem not in OTHER_FORMATS),
    File("新建", new_notice_template("某市总工会文件")),
]
FORMS = files("forms")
PARAGRAPH, CHARACTER = WD_STYLE_TYPE.PARAGRAPH, WD_STYLE_TYPE.CHARACTER
SIZE_2, SIZE_3, SIZE_4 = 22.0, 16.0, 14.0
ASCENT = 0.88
BASELINE = 0.8
"""A Chinese em box above the baseline; where a line of exact pitch has its baseline, from its top."""

each_notice = pytest.mark.parametrize("file", NOTICES, ids=lambda file: file.stem)
each_form = pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
each_template = pytest.mark.parametrize("file", NOTICES + FORMS, ids=lambda file: file.stem)


@cache
def template(file):
    found, diagnostics = read(file.data, file.stem)
    assert diagnostics == ()
    return found


@cache
def styled(file):
    """A paragraph in each paragraph style of a template; in 公文正文 a run in each character style."""
    opened = file.open()
    body = opened.element.body
    for element in list(body)[:-1]:
        body.remove(element)
    plain = "<w:r><w:t>文</w:t></w:r>"
    faces = plain
    for each in (each for each in opened.styles if each.type == CHARACTER):
        faces += f'<w:r><w:rPr><w:rStyle w:val="{each.style_id}"/></w:rPr><w:t>{each.name}</w:t></w:r>{plain}'
    for each in (each for each in opened.styles if each.type == PARAGRAPH):
        named = f'<w:pPr><w:pStyle w:val="{each.style_id}"/></w:pPr>{faces if each.name == "公文正文" else plain}'
        body.sectPr.addprevious(parse_xml(f"<w:p {nsdecls('w')}>{named}</w:p>"))
    return {paragraph.style: paragraph for paragraph in template(File("", package_bytes(opened))).paragraphs}


def parts(file):
    """The parts of the archive by name; all are XML."""
    with ZipFile(BytesIO(file.data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def measure(file):
    sheet = template(file).sections[0].sheet
    return sheet.width - sheet.margins.left - sheet.margins.right


def white_above(paragraph):
    """White between the top of a line and the em box of its type."""
    return paragraph.format.pitch.value * BASELINE - ASCENT * paragraph.inlines[0].format.size


def white_below(paragraph):
    """White between the em box of the type and the bottom of its line (brackets reach 0.06 em below it)."""
    return paragraph.format.pitch.value * (1 - BASELINE) - (1 - ASCENT) * paragraph.inlines[0].format.size


def test_there_are_templates_of_both_kinds():
    assert {file.stem for file in NOTICES} >= {"大工发", "大工办发"}
    assert len(FORMS) >= 6


@each_template
def test_the_paper_is_a4_with_the_margins_of_the_type_area(file):
    (section,) = template(file).sections
    sheet = section.sheet
    assert (mm_from_points(sheet.width), mm_from_points(sheet.height)) == pytest.approx((210, 297), abs=0.05)
    assert mm_from_points(sheet.margins.left) == pytest.approx(28, abs=0.05)
    assert mm_from_points(sheet.margins.right) == pytest.approx(26, abs=1)
    assert mm_from_points(measure(file)) == pytest.approx(156, abs=1)
    assert sheet.gutter == 0


@each_template
def test_a_page_holds_22_lines_and_a_line_28_characters(file):
    sheet = template(file).sections[0].sheet
    room = sheet.height - sheet.margins.top - sheet.margins.bottom
    body = styled(file)["公文正文"]
    assert body.format.pitch.rule is PitchRule.EXACT
    assert room // body.format.pitch.value == 22
    type_used = body.inlines[0].format
    assert (measure(file) - type_used.spacing) // (type_used.size + type_used.spacing) == 28


@each_template
def test_22_lines_of_type_fill_the_type_area_from_37_to_262_mm(file):
    sheet, body = template(file).sections[0].sheet, styled(file)["公文正文"]
    first = sheet.margins.top + white_above(body)
    last = sheet.margins.top + 22 * body.format.pitch.value - white_below(body)
    assert (mm_from_points(first), mm_from_points(last)) == pytest.approx((37, 262), abs=1)


@each_template
def test_pages_are_printed_on_both_sides_and_all_bear_a_number(file):
    found = template(file)
    assert (found.mirrored, found.even_and_odd, found.sections[0].title_page) == (True, True, False)


LOOKS = {
    ("方正小标宋简体", SIZE_2): "公文标题 附件标题 印发标题",
    ("黑体", SIZE_3): "一级标题 密级和保密期限 紧急程度 附件标签",
    (
        "仿宋_GB2312",
        SIZE_3,
    ): "版头 发文字号 主送机关 公文正文 二级标题 三级标题 四级标题 附件说明 发文机关署名 成文日期 附注",
    ("仿宋_GB2312", SIZE_4): "抄送机关 印发机关",
    ("宋体", SIZE_4): "单页码 双页码",
}


@each_template
@pytest.mark.parametrize(("look", "names"), LOOKS.items(), ids=str)
def test_an_element_is_set_in_its_face_and_size(file, look, names):
    used = {name: styled(file)[name].mark for name in names.split()}
    assert {name: (each.east_asia, each.size) for name, each in used.items()} == dict.fromkeys(used, look)


@each_template
def test_a_heading_run_in_has_the_face_of_its_level(file):
    faces = {run.text: run.format.east_asia for run in styled(file)["公文正文"].inlines}
    assert (faces["一级标题字"], faces["二级标题字"]) == ("黑体", "楷体_GB2312")


@each_template
def test_titles_mark_and_number_are_centred(file):
    for name in ("公文标题", "附件标题", "印发标题", "发文机关标志", "发文字号"):
        used = styled(file)[name].format
        assert (used.align, used.left, used.right, used.first) == (Align.CENTER, 0, 0, 0), name


@each_template
def test_paragraphs_begin_two_characters_in(file):
    for name in ("公文正文", "一级标题", "二级标题", "三级标题", "四级标题", "条目", "名单", "附注"):
        used = styled(file)[name].format
        assert (used.left, used.first) == (0, 2 * SIZE_3), name


@each_template
def test_all_text_of_size_3_has_the_pitch_of_the_page(file):
    found = [each for each in styled(file).values() if each.mark.size == SIZE_3]
    assert len(found) > 15
    assert {each.format.pitch for each in found} == {styled(file)["公文正文"].format.pitch}


@each_template
def test_the_label_of_an_attachment_begins_a_page_at_the_left(file):
    used = styled(file)["附件标签"].format
    assert (used.page_break_before, used.align, used.first, used.before) == (True, Align.LEFT, 0, 0)


@each_template
def test_the_title_of_an_attachment_stands_on_line_3(file):
    title, body = styled(file)["附件标题"], styled(file)["公文正文"]
    pitch = body.format.pitch.value
    baseline = pitch + title.format.before + title.format.pitch.value * BASELINE
    assert baseline == pytest.approx(2 * pitch + pitch * BASELINE, abs=0.1)


@each_template
def test_the_distances_of_the_head_are_those_of_the_standard(file):
    found = styled(file)
    mark, number, title, addressees = (found[name] for name in ("发文机关标志", "发文字号", "公文标题", "主送机关"))
    rule = number.format.edges.bottom
    under_mark = max(mark.format.after, number.format.before)
    assert mm_from_points(white_below(mark) + under_mark + white_above(number)) == pytest.approx(20.78, abs=0.1)
    brackets, strokes = 0.06 * SIZE_3, 0.11 * SIZE_2
    assert mm_from_points(white_below(number) - brackets + rule.space) == pytest.approx(4, abs=0.3)
    assert mm_from_points(title.format.before + white_above(title) + strokes) == pytest.approx(20.78, abs=0.1)
    under_title = addressees.format.before
    assert mm_from_points(white_below(title) + under_title + white_above(addressees)) == pytest.approx(10.39, abs=0.1)


def mark(file):
    (found,) = (each for each in template(file).paragraphs if each.style == "发文机关标志")
    return found


@each_notice
def test_the_mark_is_red_and_its_upper_edge_35_mm_below_that_of_the_type_area(file):
    used = mark(file).inlines[0].format
    assert (mark(file).text[-2:], used.color, used.east_asia) == ("文件", "FF0000", "方正小标宋简体")
    lines = 3 * styled(file)["公文正文"].format.pitch.value
    top = template(file).sections[0].sheet.margins.top + lines + mark(file).format.before + white_above(mark(file))
    strokes = 0.11 * used.size
    assert mm_from_points(top + strokes) == pytest.approx(72, abs=0.2)


@each_notice
def test_the_mark_fits_on_one_line_and_is_larger_than_the_title(file):
    used = mark(file).inlines[0].format
    assert len(mark(file).text) * (used.size + used.spacing) <= measure(file)
    assert used.size > SIZE_2


@each_template
def test_the_rule_under_the_number_is_red_and_as_wide_as_the_type_area(file):
    number = styled(file)["发文字号"].format
    assert number.edges.bottom == Border(1.5, "FF0000", 8.0)
    assert (number.left, number.right) == (0, 0)


def table_of(file):
    """The 版记 of a notice template, or the table of a form."""
    (table,) = (block for block in template(file).sections[0].blocks if isinstance(block, Table))
    return table


@each_notice
def test_the_imprint_has_thick_rules_outside_and_thin_ones_between(file):
    edges = [row.cells[0].edges for row in table_of(file).rows]
    thick, thin = Border(1.0), Border(0.75)
    assert (edges[0].top, edges[-1].top, edges[-1].bottom) == (thick, thick, NIL)
    assert {edge.top for edge in edges[1:-1]} == {thin}
    assert {edge.left for edge in edges} | {edge.right for edge in edges} == {None}


@each_notice
def test_the_last_rule_of_the_imprint_lies_on_the_foot_of_the_type_area(file):
    table = table_of(file)
    foot = table.rows[-1]
    assert (table.floating.y_anchor, table.floating.y_align, foot.exact) == ("page", "bottom", True)
    rule = template(file).sections[0].sheet.height - foot.height + foot.cells[0].edges.top.width / 2
    assert mm_from_points(rule) == pytest.approx(262, abs=0.1)


@each_notice
def test_the_imprint_is_as_wide_as_the_type_area_and_stands_under_it_on_even_pages(file):
    sheet, table = template(file).sections[0].sheet, table_of(file)
    assert sum(table.columns) == pytest.approx(measure(file), abs=0.1)
    assert (table.floating.x_anchor, table.floating.x) == ("page", sheet.margins.right)


@each_template
def test_copies_and_printer_stand_one_character_in_on_both_sides(file):
    copies, printer = (styled(file)[name].format for name in ("抄送机关", "印发机关"))
    assert (copies.left + copies.first, copies.left, copies.right) == (SIZE_4, 4 * SIZE_4, SIZE_4)
    assert (printer.left, printer.right) == (SIZE_4, SIZE_4)
    (stop,) = printer.tabs
    assert (stop.align, stop.position) == ("right", pytest.approx(measure(file) - SIZE_4, abs=0.1))


@each_template
@pytest.mark.parametrize(
    ("kind", "style", "align", "indents"),
    [("default", "单页码", Align.RIGHT, (0, SIZE_4)), ("even", "双页码", Align.LEFT, (SIZE_4, 0))],
)
def test_page_numbers_stand_one_character_in_at_the_outer_side(file, kind, style, align, indents):
    (paragraph,) = getattr(template(file).sections[0].footers, kind)
    assert (paragraph.style, paragraph.format.align) == (style, align)
    assert (paragraph.format.left, paragraph.format.right) == indents
    before, number, after = paragraph.inlines
    assert (before.text, number.name, after.text) == ("— ", "PAGE", " —")
    assert (number.format.ascii, number.format.size) == ("宋体", SIZE_4)


@each_template
def test_the_dashes_of_the_page_number_lie_7_mm_below_the_type_area(file):
    pitch = styled(file)["单页码"].format.pitch
    baseline = template(file).sections[0].sheet.footer + pitch.value * (1 - BASELINE)
    assert pitch.rule is PitchRule.EXACT
    assert mm_from_points(baseline + 0.36 * SIZE_4) == pytest.approx(297 - 269, abs=0.1)


@each_template
def test_each_piece_of_the_page_number_has_a_run_of_its_own(file):
    footers = [name for name in parts(file) if name.startswith("word/footer")]
    assert len(footers) == 2
    for name in footers:
        runs = re.findall(r"<w:r>.*?</w:r>", parts(file)[name])
        assert [len(re.findall(r"<w:(?:fldChar|instrText|t)\b", run)) for run in runs] == [1] * 7


@each_template
def test_no_typeface_comes_from_a_theme(file):
    assert not [name for name in parts(file) if "theme" in name]
    assert not [name for name, content in parts(file).items() if "Theme=" in content]


@each_template
def test_every_typeface_has_another_name_for_machines_that_lack_it(file):
    used = {inline.format.east_asia for each in styled(file).values() for inline in each.inlines}
    assert used == {"方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"}
    assert set(template(file).names) == used
    assert not set(template(file).names.values()) & used


@each_template
def test_quotation_marks_of_every_style_are_chinese(file):
    fonts = re.findall(r"<w:rFonts[^>]*>", parts(file)["word/styles.xml"])
    assert len(fonts) > 30
    assert all('w:hint="eastAsia"' in each for each in fonts)


def direct(element):
    """Direct properties of paragraphs and runs under an element, styles left out."""
    found = {child.tag for each in element.iter(qn("w:pPr"), qn("w:rPr")) for child in each}
    return found - {qn("w:pStyle"), qn("w:rStyle")}


@each_template
def test_no_paragraph_is_formatted_but_by_its_style(file):
    opened = file.open()
    assert direct(opened.element.body) == set()
    assert direct(opened.sections[0].footer._element) == set()
    assert {paragraph.style for paragraph in template(file).paragraphs} <= set(styled(file)) - {"正文"}


BLOCKS = (
    *(Prose(level, "一、目的。", text) for level in range(5) for text in ("", "说明")),
    Roster((Member("组长", "某某"),)),
    Entries("一等奖", ("某项目",)),
    Grid(("序号", "名称"), (("1", "某"),)),
)
ATTACHED = Attachment("某表", BLOCKS)
BARE = Content("试验", "大工发", "题", BLOCKS)
CONTENTS = (
    replace(BARE, number="某工发〔2026〕1号", date="2026年1月5日", organs=("某市总工会", "某市妇联")),
    replace(BARE, signers=("甲", "乙", "丙"), organs=("某市总工会",), sealed=True, attachments=(ATTACHED,)),
    replace(BARE, carried=Carried("某办法", BLOCKS), attachments=(ATTACHED, ATTACHED)),
)


@each_notice
def test_every_style_that_filling_names_is_there(file):
    asked = replace(read_stylist(file.open()), ids={})
    for content in CONTENTS:
        for serve in context_of(content, asked).values():
            serve()
    there = {style.name for style in file.open().styles}
    assert len(asked.missing) > 20
    assert asked.missing <= there


@each_form
def test_a_form_bears_the_name_of_its_file_as_title(file):
    first = template(file).sections[0].blocks[0]
    assert (first.style, first.text.replace("\n", "")) == ("附件标题", file.stem)
    assert template(file).title == file.stem


@each_form
def test_the_table_of_a_form_is_as_wide_as_the_type_area_and_ruled_all_over(file):
    table = table_of(file)
    assert sum(table.columns) == pytest.approx(measure(file), abs=0.2)
    assert {row.skip + sum(cell.span for cell in row.cells) for row in table.rows} == {len(table.columns)}
    assert {cell.edges for row in table.rows for cell in row.cells} == {Edges(*[Border(0.5)] * 4)}


@each_form
def test_rows_of_a_form_grow_with_what_is_filled_in_and_do_not_split(file):
    assert {(row.height > 0, row.exact, row.cant_split) for row in table_of(file).rows} == {(True, False, True)}


@each_form
def test_every_row_of_a_form_begins_with_a_label_and_every_tag_stands_once(file):
    labels = ["".join(each.text for each in paragraphs_of(row.cells[0].blocks)) for row in table_of(file).rows]
    assert all(labels)
    assert not [label for label in labels if "{" in label]
    tags = re.findall(r"{{ *(\w+)", template(file).text)
    assert len(tags) >= 4
    assert len(tags) == len(set(tags))
