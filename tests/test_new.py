"""A fresh template and a fresh form: read back, they hold the numbers of the standard and what was asked for."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from docx_files import first_paragraph, p
from lxml import etree

from docgen.document import Align, Border, Direction, Edges, Pitch, PitchRule, Table, TabStop
from docgen.new import look
from docgen.new.blank import paragraph_style, style_id
from docgen.new.form import Box, Line, Sketch, new_form
from docgen.new.heads import LARGEST_MARK, general_head, mark_size
from docgen.new.template import new_notice_template
from docgen.read import read
from docgen.units import mm_from_points, points_from_twips

MARK = "某市总工会文件"
LOOKS = (*general_head(MARK), *look.text_looks())


def document(data):
    found, diagnostics = read(data, "新.docx")
    assert diagnostics == ()
    return found


def names(data):
    return ZipFile(BytesIO(data)).namelist()


def mark_of(mark):
    """The paragraph of the mark in a fresh template, and the width of its line."""
    found = document(new_notice_template(mark))
    sheet = found.sections[0].sheet
    (paragraph,) = (each for each in found.paragraphs if each.style == "发文机关标志")
    return paragraph, sheet.width - sheet.margins.left - sheet.margins.right


def test_a_fresh_template_bears_the_mark_of_its_body_red_and_centred():
    paragraph, _ = mark_of(MARK)
    used = paragraph.inlines[0].format
    assert (paragraph.text, used.color, used.east_asia) == (MARK, "FF0000", "方正小标宋简体")
    assert paragraph.format.align is Align.CENTER


@pytest.mark.parametrize(
    ("mark", "size"),
    [("某市总工会文件", 52.0), ("某市总工会办公室文件", 40.0), ("某市某区总工会女职工委员会文件", 26.0)],
)
def test_a_longer_mark_is_smaller_and_fits_the_measure(mark, size):
    paragraph, measure = mark_of(mark)
    used = paragraph.inlines[0].format
    assert used.size == mark_size(mark) == size
    assert len(mark) * (used.size + used.spacing) <= measure


@pytest.mark.parametrize("length", range(1, 18))
def test_a_mark_of_up_to_17_characters_stands_on_one_line(length):
    assert length * (mark_size("某" * length) + 2.0) <= look.MEASURE
    assert look.SIZE_2 <= mark_size("某" * length) <= LARGEST_MARK


@pytest.mark.parametrize("mark", ["", "某" * 40, "某" * 1000])
def test_no_mark_is_smaller_than_the_title_or_larger_than_the_largest(mark):
    assert look.SIZE_2 <= mark_size(mark) <= LARGEST_MARK


def test_a_mark_may_hold_characters_of_xml():
    assert mark_of("甲&乙<丙>")[0].text == "甲&乙<丙>"


@pytest.mark.parametrize("mark", ["某市总工会文件", "某市某区总工会女职工委员会文件"])
def test_the_upper_edge_of_the_mark_is_72_mm_down_whatever_its_size(mark):
    found = document(new_notice_template(mark))
    paragraph, _ = mark_of(mark)
    pitch, size = paragraph.format.pitch, paragraph.inlines[0].format.size
    assert pitch.rule is PitchRule.EXACT
    top = found.sections[0].sheet.margins.top + 3 * look.PITCH + paragraph.format.before
    ink = top + look.above(pitch.value, size) + look.TITLE_INK_ABOVE * size
    assert mm_from_points(ink) == pytest.approx(72, abs=0.1)


def test_a_fresh_template_is_that_of_the_standard_but_for_the_mark():
    one, other = (document(new_notice_template(mark)) for mark in (MARK, "另市总工会文件"))
    assert one.sections[0].sheet == other.sections[0].sheet
    texts = [(each.style, each.text) for each in one.paragraphs if each.style != "发文机关标志"]
    assert texts == [(each.style, each.text) for each in other.paragraphs if each.style != "发文机关标志"]


def where(name, style, text):
    """A line of the template that stands only where its element is given."""
    return [(style, f"{{%p if {name} %}}"), (style, text), (style, "{%p endif %}")]


def test_the_tags_of_a_fresh_template_stand_in_the_order_of_the_page():
    assert [(each.style, each.text) for each in document(new_notice_template(MARK)).paragraphs] == [
        *where("份号", "版头", "{{ 份号 }}"),
        *where("密级", "密级和保密期限", "{{ 密级 }}"),
        *where("紧急程度", "紧急程度", "{{ 紧急程度 }}"),
        ("版头", "{%p for 空 in 版头空行 %}"),
        ("版头", ""),
        ("版头", "{%p endfor %}"),
        ("发文机关标志", MARK),
        ("签发人", "{{p 文号行 }}"),
        ("公文标题", "{{ 标题 }}"),
        *where("主送", "主送机关", "{{ 主送 }}："),
        ("公文正文", "{{p 正文 }}"),
        ("附件说明", "{{p 附件说明 }}"),
        ("发文机关署名", "{{p 落款 }}"),
        *where("附注", "附注", "（{{ 附注 }}）"),
        ("公文正文", "{{p 印发 }}"),
        ("公文正文", "{{p 附件 }}"),
        ("版记定位", "{%p if 版记 %}"),
        ("抄送机关", "{%tr if 抄送 %}"),
        ("抄送机关", "抄送：{{ 抄送 }}。"),
        ("抄送机关", "{%tr endif %}"),
        ("印发机关", "{%tr if 印发机关 %}"),
        ("印发机关", "{{ 印发机关 }}\t{{ 印发日期 }}印发"),
        ("印发机关", "{%tr endif %}"),
        ("版记定位", ""),
        ("版记定位", ""),
        ("版记定位", "{%p endif %}"),
    ]


def test_the_same_mark_gives_the_same_bytes():
    assert new_notice_template(MARK) == new_notice_template(MARK)


def test_a_fresh_template_asks_word_to_behave_as_it_does_today():
    root = etree.fromstring(ZipFile(BytesIO(new_notice_template(MARK))).read("word/settings.xml"))
    assert {each.get(qn("w:name")): each.get(qn("w:val")) for each in root.iter(qn("w:compatSetting"))} == {
        "compatibilityMode": "15",
        "overrideTableStyleFontSizeAndJustification": "1",
        "enableOpenTypeFeatures": "1",
        "doNotFlipMirrorIndents": "1",
        "differentiateMultirowTableHeaders": "1",
    }
    assert root.find(qn("w:characterSpacingControl")).get(qn("w:val")) == "doNotCompress"


def test_a_fresh_template_names_what_serves_a_face_that_the_machine_lacks():
    assert document(new_notice_template(MARK)).names == {
        "方正小标宋简体": "方正小标宋_GBK",
        "仿宋_GB2312": "仿宋",
        "楷体_GB2312": "楷体",
        "黑体": "SimHei",
        "宋体": "SimSun",
    }


def test_indents_in_characters_and_in_points_agree():
    counted = [each for each in LOOKS if each.chars]
    assert len(counted) > 8
    assert [each.first for each in counted] == [each.chars / 100 * each.size for each in counted]


def test_names_of_attachments_align():
    one, first, next_one = (
        next(each for each in LOOKS if each.name == name) for name in ("附件说明", "附件说明首项", "附件说明次项")
    )
    label = 32.0 + 3 * 15.75
    assert (one.left + one.first, one.left) == (32.0, label)
    assert (first.left + first.first, next_one.left + next_one.first) == (32.0, label)
    assert first.tabs == next_one.tabs == (("left", first.left),) == (("left", next_one.left),)


def test_after_a_heading_word_goes_on_with_the_body():
    styles = docx.Document(BytesIO(new_notice_template(MARK))).styles
    following = {
        name: styles[name].next_paragraph_style.name for name in ("一级标题", "二级标题", "条目标题", "公文正文")
    }
    assert following == {"一级标题": "公文正文", "二级标题": "公文正文", "条目标题": "条目", "公文正文": "公文正文"}


FRESH = [
    new_notice_template(MARK),
    new_form(Sketch("某表", (), (1.0,), (Line((Box(("项目",), kind="label", upright=True),), 30.0),), ("注",))),
]


@pytest.mark.parametrize("data", FRESH)
def test_in_a_fresh_file_no_character_stands_outside_a_text(data):
    archive = ZipFile(BytesIO(data))
    for name in archive.namelist():
        for element in etree.fromstring(archive.read(name)).iter():
            holds_text = element.tag.rpartition("}")[2] in ("t", "instrText", "title")
            assert holds_text or not (element.text or "").strip(), (name, element.tag)
            assert not (element.tail or "").strip(), (name, element.tag)


@pytest.mark.parametrize("data", FRESH)
def test_a_fresh_file_holds_nothing_of_the_library_that_wrote_it(data):
    assert not [name for name in names(data) if "theme" in name or "thumbnail" in name or "app.xml" in name]
    core = docx.Document(BytesIO(data)).core_properties
    assert (core.author, core.comments, core.last_modified_by, core.created) == ("", "", "", None)


def test_gaps_are_measured_from_type_to_type():
    assert look.above(29.6, 16.0) + look.below(29.6, 16.0) == pytest.approx(29.6 - 16.0)
    assert look.above(29.6, 16.0) == pytest.approx(9.6)


def test_style_names_are_told_once_and_have_identifiers_of_their_own():
    found = [each.name for each in LOOKS]
    assert len(found) == len(set(found)) == len({style_id(name) for name in found})
    assert all(style_id(name).isascii() and style_id(name).isalnum() for name in found)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"align": "center"}, {"align": Align.CENTER}),
        ({"pitch": 36.0}, {"pitch": Pitch(36.0, PitchRule.EXACT)}),
        ({"before": 5.0, "after": 3.0}, {"before": 5.0, "after": 3.0}),
        ({"left": 20.0, "right": 10.0, "first": -5.0}, {"left": 20.0, "right": 10.0, "first": -5.0}),
        ({"first": 1.0, "chars": 200}, {"first": 32.0}),
        ({"tabs": (("right", 100.0),)}, {"tabs": (TabStop(100.0, "right"),)}),
        ({"outline": 1}, {"outline_level": 1}),
        ({"new_page": True}, {"page_break_before": True}),
        ({"keep_next": True}, {"keep_next": True}),
        ({"rule": look.RED_RULE}, {"edges": Edges(bottom=Border(1.5, "FF0000", 8.0))}),
        ({}, {"keep_next": False, "page_break_before": False, "edges": Edges(), "outline_level": None, "tabs": ()}),
    ],
)
def test_a_paragraph_is_set_as_its_look_says(given, expected):
    styles = etree.tostring(paragraph_style(look.Look("试", **given))).decode()
    used = first_paragraph(p("文", style=style_id("试")), styles=styles).format
    assert {name: getattr(used, name) for name in expected} == expected


def test_type_is_set_as_its_look_says():
    given = look.Look("试", "黑体", 14.0, color="FF0000", spacing=-0.25)
    styles = etree.tostring(paragraph_style(given)).decode()
    used = first_paragraph(p("文", style=style_id("试")), styles=styles).inlines[0].format
    assert (used.east_asia, used.ascii, used.size) == ("黑体", "黑体", 14.0)
    assert (used.color, used.spacing, used.east_asia_hint) == ("FF0000", -0.25, True)


SKETCH = Sketch(
    "某表\n（样式）",
    ("填报单位：\t年月日",),
    (1.0, 2.0, 1.0),
    (
        Line((Box(("项目",), kind="label"), Box(("{{ 项目 }}",), span=2)), 30.0),
        Line(
            (
                Box(("意见",), kind="label", upright=True),
                Box(("同意", "（章）"), kind="sign"),
                Box(("",), valign="top"),
            ),
            120.0,
        ),
    ),
    ("注：一式两份。", "另附页。"),
)


def form():
    return document(new_form(SKETCH))


def table():
    (found,) = (block for block in form().sections[0].blocks if isinstance(block, Table))
    return found


def test_a_form_has_its_title_head_table_and_notes_in_order():
    found = [(block.style, block.text) for block in form().sections[0].blocks if not isinstance(block, Table)]
    assert found == [
        ("附件标题", "某表\n（样式）"),
        ("表格说明", "填报单位：\t年月日"),
        ("表格注", "注：一式两份。"),
        ("表格注", "另附页。"),
    ]
    assert isinstance(form().sections[0].blocks[2], Table)
    assert form().title == "某表（样式）"


def test_the_columns_of_a_form_share_the_measure():
    widths = table().columns
    assert sum(widths) == pytest.approx(look.MEASURE, abs=0.2)
    assert widths == pytest.approx((look.MEASURE / 4, look.MEASURE / 2, look.MEASURE / 4), abs=0.1)


def test_a_cell_of_a_form_is_as_wide_as_its_columns_together():
    root = etree.fromstring(ZipFile(BytesIO(new_form(SKETCH))).read("word/document.xml"))
    columns = [int(each.get(qn("w:w"))) for each in root.iter(qn("w:gridCol"))]
    widths = [int(each.get(qn("w:w"))) for each in root.iter(qn("w:tcW"))]
    assert widths == [columns[0], columns[1] + columns[2], *columns]


def test_cells_of_a_form_span_columns_and_run_upright():
    assert [[(cell.span, cell.direction is Direction.DOWN) for cell in row.cells] for row in table().rows] == [
        [(1, False), (2, False)],
        [(1, True), (1, False), (1, False)],
    ]
    assert [cell.valign for cell in table().rows[1].cells] == ["center", "center", "top"]


def test_rows_of_a_form_are_at_least_as_high_as_sketched_and_keep_together():
    assert [(row.height, row.exact, row.cant_split) for row in table().rows] == [
        (30.0, False, True),
        (120.0, False, True),
    ]


def test_labels_texts_and_seals_have_styles_of_their_own():
    styles = [[[each.style for each in cell.blocks] for cell in row.cells] for row in table().rows]
    assert styles == [[["表格栏目"], ["表文"]], [["表格栏目"], ["表文", "表格签章"], ["表文"]]]


def test_every_cell_of_a_form_is_ruled():
    edges = {cell.edges for row in table().rows for cell in row.cells}
    assert edges == {Edges(*[Border(points_from_twips(10))] * 4)}


def test_a_form_has_the_page_of_a_notice():
    assert form().sections[0].sheet == document(new_notice_template(MARK)).sections[0].sheet
    assert form().sections[0].footers == document(new_notice_template(MARK)).sections[0].footers
