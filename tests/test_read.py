"""read: what the settings and properties of a file say; text is conserved; no file makes it raise."""

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx_files import document, docx_file, p, parts, png, r, root, rpr, style, tbl, tc, tr, unknown, zipped
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from docgen.diagnostics import Severity
from docgen.document import Document
from docgen.read import read

CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/">{}</cp:coreProperties>'
)


def test_what_a_file_says_of_itself_is_read():
    core = CORE.format(
        "<dc:title>关于试验的通知</dc:title><dc:creator>某市总工会</dc:creator>"
        "<dc:subject>某工发〔2026〕1号</dc:subject><cp:keywords>试验</cp:keywords>"
    )
    found = document(core=core)
    assert (found.title, found.author, found.subject, found.keywords) == (
        "关于试验的通知",
        "某市总工会",
        "某工发〔2026〕1号",
        "试验",
    )


@pytest.mark.parametrize("core", ["", CORE.format(""), CORE.format("<dc:title/>")])
def test_a_file_that_says_nothing_of_itself_has_no_title(core):
    found = document(core=core)
    assert (found.title, found.author, found.subject, found.keywords) == ("", "", "", "")


def test_a_file_of_nothing_but_text_has_the_settings_of_word():
    assert document(p("文")) == Document(document(p("文")).sections, default_tab=36.0)


@pytest.mark.parametrize(("name", "attribute"), [("evenAndOddHeaders", "even_and_odd"), ("mirrorMargins", "mirrored")])
def test_a_setting_is_on_alone_and_off_with_0(name, attribute):
    assert getattr(document(settings=f"<w:{name}/>"), attribute) is True
    assert getattr(document(settings=f'<w:{name} w:val="0"/>'), attribute) is False
    assert getattr(document(settings="<w:zoom/>"), attribute) is False


@pytest.mark.parametrize(
    ("compat", "expected"),
    [
        ("<w:doNotUseHTMLParagraphAutoSpacing/>", True),
        ('<w:doNotUseHTMLParagraphAutoSpacing w:val="0"/>', False),
        ('<w:compatSetting w:name="compatibilityMode" w:val="15"/>', False),
    ],
)
def test_white_between_paragraphs_adds_up_only_in_old_documents(compat, expected):
    assert document(settings=f"<w:compat>{compat}</w:compat>").adds_white is expected


@pytest.mark.parametrize(("compat", "expected"), [("<w:adjustLineHeightInTable/>", True), ("", False)])
def test_lines_in_tables_fill_the_grid_where_the_settings_say_so(compat, expected):
    assert document(settings=f"<w:compat>{compat}</w:compat>").grid_in_cells is expected


@pytest.mark.parametrize(("twips", "points"), [("420", 21.0), ("0", 36.0), ("-5", 36.0), ("x", 36.0)])
def test_tab_stops_stand_as_far_apart_as_the_settings_say(twips, points):
    assert document(settings=f'<w:defaultTabStop w:val="{twips}"/>').default_tab == points


def test_other_names_of_typefaces_come_from_the_font_table():
    table = (
        '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/><w:charset w:val="86"/></w:font>'
        '<w:font w:name="宋体"/><!-- 说明 -->'
    )
    assert document(fontTable=table).names == {"仿宋_GB2312": "仿宋"}


def test_a_font_table_that_is_no_xml_names_nothing():
    found, diagnostics = read(zipped({**parts(p("文"), fontTable=""), "word/fontTable.xml": "<w:fonts"}), "试验.docx")
    assert (found.names, found.text, diagnostics) == ({}, "文", ())


def test_a_warning_does_not_stop_a_document():
    found, (warning,) = read(docx_file(p(r("文", "<w:outline/>"))), "试验.docx")
    assert found.text == "文"
    assert warning.severity is Severity.WARNING
    assert str(warning) == (
        "试验.docx:第1段: 警告: 字符格式 outline 未支持，共 1 处，版面可能与 Word 不同"
        "（需要完全一致时，请用 --engine libreoffice 或在 Word 中导出 PDF）"
    )


def test_a_file_that_cannot_be_opened_gives_no_document():
    found, (failure,) = read(b"", "试验.docx")
    assert found is None
    assert str(failure) == "试验.docx: 错误: 文件不是 .docx（打不开压缩包）（请用 Word 或 WPS 打开后另存为 .docx）"


def test_a_document_of_python_docx_is_read_without_a_word():
    buffer = BytesIO()
    made = docx.Document()
    made.add_heading("标题")
    made.add_table(1, 2)
    made.save(buffer)
    found, diagnostics = read(buffer.getvalue(), "试验.docx")
    assert diagnostics == ()
    assert [(each.style, each.text) for each in found.paragraphs] == [("标题 1", "标题"), ("正文", ""), ("正文", "")]


XML_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), include_characters="\t\n")).filter(
    lambda text: not set(text) & {"\ufffe", "\uffff"}
)


@given(st.lists(XML_TEXT, max_size=5))
def test_text_written_by_python_docx_is_read_as_it_is(texts):
    made = docx.Document()
    for text in texts:
        made.add_paragraph(text)
    buffer = BytesIO()
    made.save(buffer)
    assert [paragraph.text for paragraph in read(buffer.getvalue(), "试验.docx")[0].paragraphs] == texts


RUBBISH = (
    "",
    "abc",
    "0",
    "-1",
    "1000000000",
    "9" * 400,
    "nan",
    "1e9",
    "0.5",
    "auto",
    "nil",
    "restart",
    "foo",
    "12pt",
    "十",
)
FIELD = "".join(
    r(piece)
    for piece in (
        '<w:fldChar w:fldCharType="begin"/>',
        "<w:instrText> PAGE </w:instrText>",
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
)
PICTURE = (
    '<w:drawing><wp:inline><wp:extent cx="12700" cy="12700"/><a:graphic><a:blip r:embed="r9"/></a:graphic></wp:inline>'
    "</w:drawing>"
)
BODY = (
    p("一", '<w:jc w:val="both"/><w:ind w:firstLineChars="200" w:hanging="100"/><w:outlineLvl w:val="0"/>', style="a")
    + p(r("二", '<w:sz w:val="32"/><w:color w:val="FF0000"/><w:w w:val="80"/><w:vertAlign w:val="superscript"/>'))
    + p(FIELD + r('<w:sym w:font="Wingdings" w:char="F0FE"/>') + r(PICTURE))
    + p(
        "三",
        '<w:tabs><w:tab w:val="right" w:pos="800"/></w:tabs><w:spacing w:line="592" w:lineRule="exact"/>'
        '<w:pBdr><w:top w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>',
    )
    + tbl(
        tr(tc("四", '<w:gridSpan w:val="2"/><w:tcBorders><w:top w:val="nil"/></w:tcBorders><w:shd w:fill="EEEEEE"/>')),
        tr(
            tc("五", '<w:vMerge w:val="restart"/>'),
            tc("六"),
            properties='<w:trHeight w:val="60"/><w:gridBefore w:val="1"/>',
        ),
        properties='<w:tblStyle w:val="t"/><w:tblpPr w:tblpX="5"/><w:tblInd w:w="5"/><w:jc w:val="center"/>',
    )
    + '<w:sectPr><w:headerReference w:type="default" r:id="h1"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098"/><w:pgNumType w:start="3"/><w:type w:val="evenPage"/></w:sectPr>'
)
WHOLE = parts(
    BODY,
    styles=style("a", rpr('<w:rFonts w:asciiTheme="x"/><w:b/>'), based="b", default=True)
    + style("b", based="a")
    + style("t", '<w:tblPr><w:tblCellMar><w:left w:w="5"/></w:tblCellMar></w:tblPr>', kind="table"),
    settings='<w:defaultTabStop w:val="420"/><w:compat/><w:themeFontLang w:eastAsia="zh-CN"/>',
    fontTable='<w:font w:name="a"><w:altName w:val="b"/></w:font>',
    related=[("h1", "header", "h1.xml", root("hdr", p("眉"))), ("r9", "image", "a.png", png())],
)
CHANGED = [name for name in WHOLE if name.endswith((".xml", ".rels"))]


def test_the_file_to_be_spoiled_is_whole():
    found, diagnostics = read(zipped(WHOLE), "试验.docx")
    assert diagnostics == ()
    assert found.text == "一\n二\n1☑\n三\n四\n五\n六"


@given(st.data())
def test_no_spoiled_file_makes_read_raise(data):
    name = data.draw(st.sampled_from(CHANGED))
    tree = etree.fromstring(WHOLE[name])
    for _ in range(data.draw(st.integers(1, 4))):
        elements = list(tree.iter())
        element = data.draw(st.sampled_from(elements))
        if element.attrib and data.draw(st.booleans()):
            element.set(data.draw(st.sampled_from(sorted(element.attrib))), data.draw(st.sampled_from(RUBBISH)))
        elif data.draw(st.booleans()):
            element.tag = data.draw(st.sampled_from(elements)).tag
        elif element.getparent() is not None:
            element.getparent().remove(element)
    found, diagnostics = read(zipped({**WHOLE, name: etree.tostring(tree)}), "试验.docx")
    assert found is not None or len(diagnostics) == 1


@given(st.data())
def test_no_damaged_file_makes_read_raise(data):
    whole = bytearray(docx_file(p("文")))
    for _ in range(data.draw(st.integers(1, 5))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    found, diagnostics = read(bytes(whole), "试验.docx")
    assert found is not None or len(diagnostics) == 1


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parent.parent / "templates_docx").rglob("*.docx")), ids=lambda path: path.stem
)
def test_reading_twice_gives_the_same(path):
    data = path.read_bytes()
    assert read(data, path.name) == read(data, path.name)


def test_all_that_is_unknown_is_said_at_once():
    reported, _ = unknown(p(r("一", "<w:outline/>")) + p("", "<w:framePr/>") + p(r("<w:pgNum/>")))
    assert [spot for spot, _, _ in reported] == ["第1段", "第2段", "第3段"]
