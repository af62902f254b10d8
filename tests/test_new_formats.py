"""Fresh templates of the special formats (GB/T 9704-2012, 10): marks, tags and looks, read back."""

from io import BytesIO

import docx
import pytest
from msgspec.structs import replace
from samples import content, filled, form

from docgen.content import Attachment, Carried, Entries, Grid, Member, Prose, Roster, Stamp
from docgen.document import Align, Border, Table
from docgen.fill import context_of, fill
from docgen.fill.sandbox import Sandbox
from docgen.fill.stylist import read_stylist
from docgen.fill.tags import read_tags
from docgen.new import look
from docgen.new.marks import CERTIFICATE, GENERAL, LETTER, MARK_ENDS, MINUTES, ORDER, mark_of
from docgen.new.template import new_notice_template
from docgen.read import read
from docgen.units import mm_from_points

NAME = "某市总工会"
TEMPLATES = {kind: new_notice_template(mark_of(NAME, kind), kind) for kind in MARK_ENDS if kind != CERTIFICATE}

each_format = pytest.mark.parametrize("kind", TEMPLATES)


def document(kind):
    found, diagnostics = read(TEMPLATES[kind], f"{kind}.docx")
    assert diagnostics == ()
    return found


def lines(kind):
    """Style and text of the paragraphs of a template that stand under no condition."""
    found = ((each.style, each.text) for each in document(kind).paragraphs if each.text)
    return [line for line in found if not line[1].startswith(("{%p", "{%tr"))]


@pytest.mark.parametrize(
    ("name", "kind", "mark"),
    [
        ("大连市总工会", GENERAL, "大连市总工会文件"),
        ("大连市总工会文件", GENERAL, "大连市总工会文件"),
        ("大连市总工会", LETTER, "大连市总工会"),
        ("某市人民政府", ORDER, "某市人民政府令"),
        ("某市人民政府命令", ORDER, "某市人民政府命令"),
        ("主席办公会议", MINUTES, "主席办公会议纪要"),
    ],
)
def test_the_mark_follows_from_name_and_format(name, kind, mark):
    assert mark_of(name, kind) == mark


CLOSE = [
    ("发文机关署名", "{{p 落款 }}"),
    ("附注", "（{{ 附注 }}）"),
    ("公文正文", "{{p 印发 }}"),
    ("公文正文", "{{p 附件 }}"),
    ("抄送机关", "抄送：{{ 抄送 }}。"),
]
TEXT = [("公文正文", "{{p 正文 }}"), ("附件说明", "{{p 附件说明 }}")]
HEAD = [("版头", "{{ 份号 }}"), ("密级和保密期限", "{{ 密级 }}"), ("紧急程度", "{{ 紧急程度 }}")]
TITLE = [("公文标题", "{{ 标题 }}"), ("主送机关", "{{ 主送 }}：")]
PRINTER = [("印发机关", "{{ 印发机关 }}\t{{ 印发日期 }}印发")]


def test_a_letter_has_its_number_beside_the_lines_above_the_title_and_no_line_of_printing():
    assert lines(LETTER) == [*HEAD, ("发文字号", "{{ 发文字号 }}"), *TITLE, *TEXT, *CLOSE]


def test_an_order_has_mark_number_and_text_but_no_title():
    assert lines(ORDER) == [("发文机关标志", f"{NAME}令"), ("令号", "{{ 令号 }}"), *TEXT, *CLOSE, *PRINTER]


def test_minutes_have_lists_of_those_present_below_the_text():
    present = [("出席人员", f"{name}：{{{{ {name} }}}}") for name in ("出席", "请假", "列席")]
    mark = [("发文机关标志", f"{NAME}纪要"), ("签发人", "{{p 文号行 }}")]
    assert lines(MINUTES) == [*HEAD, *mark, *TITLE, *TEXT, *present, *CLOSE, *PRINTER]


@each_format
def test_the_same_name_gives_the_same_bytes(kind):
    assert new_notice_template(mark_of(NAME, kind), kind) == TEMPLATES[kind]


@each_format
def test_no_paragraph_is_formatted_but_by_its_style(kind):
    opened = docx.Document(BytesIO(TEMPLATES[kind]))
    styles = {style.name for style in opened.styles}
    assert {paragraph.style for paragraph in document(kind).paragraphs} <= styles
    direct = {child.tag.rpartition("}")[2] for each in opened.element.body.xpath(".//w:pPr|.//w:rPr") for child in each}
    assert direct <= {"pStyle", "rStyle"}


BLOCKS = (
    Prose(0, "", "文。"),
    Prose(1, "一、甲", ""),
    Prose(2, "（一）乙。", "丙。"),
    Roster((Member("组长", "某某", "主席"),)),
    Entries("甲", ("乙",)),
    Grid(("甲",), (("乙",),)),
)
WHOLE = content(
    number="某发〔2026〕1号",
    order_number="第1号",
    body=BLOCKS,
    carried=Carried("某办法", BLOCKS),
    attachments=(Attachment("甲", BLOCKS), Attachment("乙", BLOCKS)),
    organs=("某市总工会",),
    date="2026年1月5日",
)


@each_format
@pytest.mark.parametrize("given", [WHOLE, replace(WHOLE, organs=(), stamps=(Stamp("市长", "李明"),))])
def test_every_style_that_the_tags_of_a_format_ask_for_is_there(kind, given):
    opened = docx.Document(BytesIO(TEMPLATES[kind]))
    asked = replace(read_stylist(opened), ids={})
    serve = context_of(given, asked)
    tags = read_tags(opened, frozenset(serve), f"{kind}.docx", Sandbox())
    for name in tags.named & serve.keys():
        serve[name]()
    assert tags.faults == ()
    assert len(asked.missing) > 15
    assert asked.missing <= {style.name for style in opened.styles}


def letter():
    (section,) = document(LETTER).sections
    return section


def test_the_mark_of_a_letter_stands_in_the_header_of_page_1_over_a_double_rule():
    (mark,) = letter().headers.first
    rule = mark.format.edges.bottom
    assert letter().title_page
    assert (letter().headers.default, letter().headers.even) == (None, None)
    assert (mark.style, mark.text, mark.inlines[0].format.color) == ("发文机关标志", NAME, "FF0000")
    assert (rule.style, rule.width, rule.color) == ("thickThinSmallGap", 2.25, "FF0000")


def test_the_double_rules_of_a_letter_are_170_mm_wide_and_centred_on_the_type_area():
    sheet = letter().sheet
    for (paragraph,) in (letter().headers.first, letter().footers.first):
        left = sheet.margins.left + paragraph.format.left
        right = sheet.width - sheet.margins.right - paragraph.format.right
        assert mm_from_points(right - left) == pytest.approx(170, abs=0.05)
        assert paragraph.format.left == paragraph.format.right
    assert letter().footers.first[0].format.edges.bottom == Border(2.25, "FF0000", 0.0, "thinThickSmallGap")


def test_page_1_of_a_letter_bears_no_number_and_the_others_bear_theirs_where_all_do():
    general = document(GENERAL).sections[0]
    assert letter().footers.first[0].text == ""
    for kind in ("default", "even"):
        (number,), (usual,) = (getattr(each.footers, kind) for each in (letter(), general))
        assert letter().sheet.footer + number.format.after == pytest.approx(general.sheet.footer, abs=0.1)
        assert number.inlines == usual.inlines
        height = number.format.before + number.format.pitch.value + number.format.after
        assert letter().sheet.footer + height == pytest.approx(general.sheet.margins.bottom, abs=0.2)


def test_the_imprint_of_a_letter_has_no_rules():
    table = next(block for block in letter().blocks if isinstance(block, Table) and block.floating)
    edges = [row.cells[0].edges for row in table.rows]
    assert {edge for each in edges for edge in (each.top, each.bottom, each.left, each.right)} == {None}
    assert table.floating.y_align == "bottom"


def test_the_number_of_a_letter_stands_at_the_right_and_that_of_an_order_in_the_middle():
    used = {each.style: each.format.align for kind in (LETTER, ORDER) for each in document(kind).paragraphs}
    assert (used["发文字号"], used["令号"]) == (Align.RIGHT, Align.CENTER)


def test_lists_of_those_present_go_on_below_the_first_name():
    (style,) = {each.format for each in document(MINUTES).paragraphs if each.style == "出席人员"}
    assert (style.left + style.first, style.left) == (look.INDENT, look.LABEL_END)
    assert (style.before, style.contextual_spacing) == (look.PITCH, True)
    label = next(each for each in document(MINUTES).paragraphs if each.text.startswith("出席：")).inlines[0]
    assert (label.text, label.format.east_asia) == ("出席", "黑体")


@pytest.mark.parametrize(
    ("kind", "key", "changes"),
    [
        (LETTER, "印发机关", {"printer": "办公室", "printed_on": "2026年1月5日"}),
        (LETTER, "签发人", {"signers": ("于波",)}),
        (ORDER, "标题", {}),
        (GENERAL, "令号", {"order_number": "第1号"}),
        (GENERAL, "出席", {"attendees": "某某"}),
    ],
)
def test_what_a_format_has_no_room_for_is_told(kind, key, changes):
    data, found = fill(content(**changes), TEMPLATES[kind], "某.docx", form)
    assert data is None
    assert f"内容里的“{key}”没有地方放" in found[0].message


def test_the_file_of_an_order_is_called_by_mark_and_number():
    data = filled(content(title="", order_number="第12号"), TEMPLATES[ORDER])
    core = docx.Document(BytesIO(data)).core_properties
    assert (core.title, core.author) == (f"{NAME}令第12号", NAME)


def test_the_author_of_a_letter_is_its_mark():
    core = docx.Document(BytesIO(filled(content(), TEMPLATES[LETTER]))).core_properties
    assert (core.title, core.author) == ("关于试验的通知", NAME)


@pytest.mark.parametrize("kind", [GENERAL, LETTER, MINUTES])
def test_only_a_template_without_a_title_serves_a_document_without_one(kind):
    data, found = fill(content(title=""), TEMPLATES[kind], "某.docx", form)
    assert data is None
    assert [str(each) for each in found] == [
        "试验: 错误: 缺少“标题”，模板里有它的位置（请加上“标题: …”，或换一个没有标题的模板）"
    ]
