"""fill: Content and template to DOCX."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from samples import content, document, filled, form, styled, template

from docgen.content import Attachment, Carried, Entries, Grid, Member, NewPage, Prose, Roster
from docgen.fill import fill
from docgen.new.tags import Tag, tagged
from docgen.new.template import new_notice_template

ALL = {
    "copy_number": "000001",
    "secrecy": "机密★1年",
    "urgency": "特急",
    "number": "大工发〔2026〕1号",
    "addressees": "各单位",
    "organs": ("大连市总工会",),
    "date": "2026年1月5日",
    "remark": "此件公开发布",
    "copies": "市委办公室",
    "printer": "大连市总工会办公室",
    "printed_on": "2026年1月6日",
}


def messages(given, template_bytes=None, fetch=form):
    data, found = fill(given, template_bytes or template(), "大工发.docx", fetch)
    assert data is None
    return [str(each) for each in found]


def changed_template(style_text, new_text):
    """The template with the text of one tag replaced."""
    opened = docx.Document(BytesIO(template()))
    paragraph = next(each for each in opened.paragraphs if each.text == style_text)
    paragraph.runs[0].text = new_text
    out = BytesIO()
    opened.save(out)
    return out.getvalue()


def test_the_elements_of_the_general_format_stand_in_their_order():
    assert styled(content(**ALL)) == [
        ("版头", "000001"),
        ("密级和保密期限", "机密★1年"),
        ("紧急程度", "特急"),
        ("发文机关标志", "大连市总工会文件"),
        ("发文字号", "大工发〔2026〕1号"),
        ("公文标题", "关于试验的通知"),
        ("主送机关", "各单位："),
        ("公文正文", "正文。"),
        ("发文机关署名", "大连市总工会"),
        ("成文日期", "2026年1月5日"),
        ("附注", "（此件公开发布）"),
        ("抄送机关", "抄送：市委办公室。"),
        ("印发机关", "大连市总工会办公室\t2026年1月6日印发"),
    ]


def test_absent_elements_leave_nothing_behind():
    assert styled(content()) == [
        ("发文机关标志", "大连市总工会文件"),
        ("公文标题", "关于试验的通知"),
        ("公文正文", "正文。"),
    ]


def test_the_mark_keeps_its_place_whether_or_not_lines_stand_above_it():
    def lines_above(given):
        styles = [each.style for each in document(given).paragraphs]
        return styles.index("发文机关标志")

    assert lines_above(content()) == lines_above(content(**ALL)) == 3


def test_levels_take_the_styles_of_their_level():
    body = (
        Prose(1, "一、要求", ""),
        Prose(2, "（一）加强领导。", "各单位要重视。"),
        Prose(3, "1. 落实。", "抓紧。"),
        Prose(4, "（1）做好", ""),
        Prose(0, "", "完。"),
    )
    assert [style for style, _ in styled(content(body=body))[2:]] == [
        "一级标题",
        "二级标题",
        "三级标题",
        "四级标题",
        "公文正文",
    ]


def test_a_run_in_second_level_shows_its_face_up_to_the_stop():
    given = document(content(body=(Prose(2, "（一）加强领导。", "各单位要重视。"),)))
    paragraph = next(each for each in given.paragraphs if each.style == "二级标题")
    assert [(run.text, run.format.east_asia) for run in paragraph.inlines] == [
        ("（一）加强领导。", "楷体_GB2312"),
        ("各单位要重视。", "仿宋_GB2312"),
    ]


def test_a_line_break_in_a_title_is_a_line_break():
    assert ("公文标题", "关于试验\n工作的通知") in styled(content(title="关于试验\n工作的通知"))


@pytest.mark.parametrize("text", ["R&D", "见<附件>一", "{{ 标题 }}", "]]>", "a\tb", "&amp;", "“‘引’”"])
def test_no_character_of_a_text_is_taken_for_markup(text):
    given = content(title=text, body=(Prose(0, "", text),), addressees=text, remark=text)
    found = dict(styled(given))
    assert (found["公文标题"], found["公文正文"]) == (text, text)
    assert (found["主送机关"], found["附注"]) == (f"{text}：", f"（{text}）")


def test_one_attachment_has_no_number_and_several_have():
    one = styled(content(attachments=(Attachment("名单", (Prose(0, "", "甲"),)),)))
    two = styled(content(attachments=tuple(Attachment(each, (Prose(0, "", "甲"),)) for each in ("名单", "总结"))))
    assert [text for style, text in one if style.startswith("附件")] == ["附件：名单", "附件", "名单"]
    assert [text for style, text in two if style.startswith("附件")] == [
        "附件：1.\t名单",
        "2.\t总结",
        "附件1",
        "名单",
        "附件2",
        "总结",
    ]


def test_a_carried_text_starts_a_page_and_has_its_own_attachments():
    carried = Carried("办法", (Prose(0, "", "第一条"),), (Attachment("表样", (Prose(0, "", "乙"),)),))
    given = document(content(organs=("大连市总工会",), carried=carried))
    texts = [(each.style, each.text) for each in given.paragraphs if each.text][3:]
    assert texts == [
        ("发文机关署名", "大连市总工会"),
        ("印发标题", "办法"),
        ("公文正文", "第一条"),
        ("附件说明", "附件：表样"),
        ("附件标签", "附件"),
        ("附件标题", "表样"),
        ("公文正文", "乙"),
    ]
    assert next(each for each in given.paragraphs if each.style == "印发标题").format.page_break_before


def test_a_form_comes_in_with_its_table_and_keeps_the_styles_of_the_notice():
    name = "2018年度大连市工会为职工办实事项目建议表"
    given = document(content(attachments=(Attachment(name, form=name),)))
    tables = [block for block in given.sections[0].blocks if type(block).__name__ == "Table"]
    assert len(tables[0].rows) == 4
    assert "填报单位（部门）：　　　　　实施层级：市级□　区市县、产业级□" in given.text
    assert "\ue000" not in given.text
    assert "{{" not in given.text


def test_a_form_whose_title_is_not_its_name_is_refused():
    def fetch(name):
        return form("2018年度大连市工会为职工办实事项目建议表")

    assert messages(content(attachments=(Attachment("别的表", form="别的表"),)), fetch=fetch) == [
        "别的表.docx: 错误: 表格的标题是“2018年度大连市工会为职工办实事项目建议表”，文件名是“别的表”，两者应当一致"
        "（请把其中一个改过来；标题用样式“附件标题”）"
    ]


def test_a_form_that_is_no_word_file_is_named():
    found = messages(content(attachments=(Attachment("坏表", form="坏表"),)), fetch=lambda name: b"no zip")
    assert found[0].startswith("坏表.docx: 错误: 文件不是 .docx（打不开压缩包）")


def hostile(data):
    """The same file with a definition of entities in its styles."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w") as target:
        for name in source.namelist():
            inside = source.read(name)
            if name == "word/styles.xml":
                inside = inside.replace(b"<w:styles", b'<!DOCTYPE x [<!ENTITY e "e">]><w:styles', 1)
            target.writestr(name, inside)
    return out.getvalue()


def test_templates_and_forms_pass_the_gate_that_refuses_hostile_files():
    trouble = "/word/styles.xml 带有 DTD，Word 文档不允许有"
    assert trouble in messages(content(), hostile(template()))[0]
    name = "2018年度大连市工会为职工办实事项目建议表"
    given = content(attachments=(Attachment(name, form=name),))
    assert trouble in messages(given, fetch=lambda name: hostile(form(name)))[0]


def test_a_roster_spreads_two_character_names_and_aligns_its_columns():
    roster = Roster((Member("组长", "陈凤荣", "常务副主席"), Member("成员", "于波", "主任"), Member("", "王强", "")))
    given = document(content(body=(roster,)))
    lines = [each for each in given.paragraphs if each.style == "名单"]
    assert [line.text for line in lines] == ["组　长：\t陈凤荣\t常务副主席", "成　员：\t于　波\t主任", "\t王　强"]
    assert len({line.format.tabs for line in lines}) == 1


def test_entries_are_numbered_under_their_heading():
    body = (Entries("一等奖", ("甲（A）", "乙（B）")), Entries("", ("丙",)))
    assert styled(content(body=body))[2:] == [
        ("条目标题", "一等奖"),
        ("条目", "1. 甲（A）"),
        ("条目", "2. 乙（B）"),
        ("条目", "1. 丙"),
    ]


def test_a_grid_fills_the_measure_in_the_shares_asked_for():
    given = document(content(body=(Grid(("名称", "数"), (("甲", "1"), ("乙",)), (3.0, 1.0)),)))
    table = next(block for block in given.sections[0].blocks if type(block).__name__ == "Table")
    assert sum(table.columns) == pytest.approx(441.9, abs=0.2)
    assert table.columns[0] / table.columns[1] == pytest.approx(3.0, abs=0.01)
    assert [row.header for row in table.rows] == [True, False, False]
    assert [[cell.blocks[0].text for cell in row.cells] for row in table.rows] == [
        ["名称", "数"],
        ["甲", "1"],
        ["乙", ""],
    ]


def test_what_follows_a_page_break_begins_a_page():
    given = document(content(body=(Prose(0, "", "甲"), NewPage(), Prose(1, "一、乙", ""))))
    breaks = {each.text: each.format.page_break_before for each in given.paragraphs}
    assert (breaks["甲"], breaks["一、乙"]) == (False, True)


def test_the_same_content_gives_the_same_bytes():
    assert filled(content(**ALL)) == filled(content(**ALL))


def test_what_was_filled_in_before_leaves_nothing_behind():
    table = (Grid(("单位", "姓名"), (("市总工会", "于波"),)),)
    fresh = filled(content(body=table))
    filled(content(organs=("中山区总工会",), body=(Prose(0, "", "第一份。"),)))
    assert filled(content(body=table)) == fresh


def test_the_package_that_stays_open_has_the_body_just_filled_in():
    for text in ("第一份。", "第二份。"):
        given, found = fill(content(body=(Prose(0, "", text),)), template(), "大工发.docx", form)
        assert found == ()
        assert text in [paragraph.text for paragraph in given.package.paragraphs]


def test_the_file_says_what_it_is():
    given = document(content(**ALL))
    assert (given.title, given.author, given.subject) == ("关于试验的通知", "大连市总工会", "大工发〔2026〕1号")


def test_without_a_signature_the_mark_names_the_author():
    assert document(content()).author == "大连市总工会"


def test_an_unknown_tag_is_named_with_its_paragraph_and_a_suggestion():
    found = messages(content(), changed_template("{{ 主送 }}：", "{{ 主宋 }}：{{ 标体 }}"))
    assert len(found) == 2
    assert found[0].startswith("大工发.docx:第17段: 错误: 标签 {{ 主宋 }} 没有对应的栏目")
    assert found[1].endswith("（是不是 {{ 标题 }}？）")


@pytest.mark.parametrize(
    ("margin", "label"),
    [
        ("header", "页眉"),
        ("even_page_footer", "双页页脚"),
        ("first_page_header", "首页页眉"),
        ("first_page_footer", "首页页脚"),
    ],
)
def test_an_unknown_tag_is_found_in_every_kind_of_header_and_footer(margin, label):
    opened = docx.Document(BytesIO(template()))
    part = getattr(opened.sections[0], margin)
    part.is_linked_to_previous = False
    part.paragraphs[0].text = "{{ 标体 }}"
    out = BytesIO()
    opened.save(out)
    (found,) = messages(content(), out.getvalue())
    assert found.startswith(f"大工发.docx:{label}第1段: 错误: 标签 {{{{ 标体 }}}} 没有对应的栏目")


@pytest.mark.parametrize("broken", ["{{ 标题 }", "{{ 标题", "{%p if 标题 %}{{ 标题 }}", "{{ 标题 | }}", "{% 如果 %}"])
def test_a_broken_tag_is_named_with_its_paragraph(broken):
    found = messages(content(), changed_template("{{ 标题 }}", broken))
    assert len(found) == 1
    assert found[0].startswith("大工发.docx:第")
    assert "标签写坏了" in found[0]


@pytest.mark.parametrize("attack", ["{{ 标题.__class__.__mro__ }}", "{{ 正文.__init__.__globals__ }}"])
def test_a_template_cannot_reach_out_of_its_sandbox(attack):
    found = messages(content(), changed_template("{{ 标题 }}", "{{ 标题 }}" + attack))
    assert "模板填写失败" in found[0]


def test_a_template_without_a_tag_for_what_the_content_has_is_refused():
    assert messages(content(remark="此件公开"), changed_template("（{{ 附注 }}）", "附注")) == [
        "大工发.docx: 错误: 模板里没有标签 {{ 附注 }}，内容里的“附注”没有地方放（请在模板里加上这个标签，或从内容里删去这一项）"
    ]


def test_a_style_that_the_template_lacks_is_named():
    opened = docx.Document(BytesIO(template()))
    opened.styles.element.remove(opened.styles["条目"].element)
    out = BytesIO()
    opened.save(out)
    assert messages(content(body=(Entries("", ("甲",)),)), out.getvalue()) == [
        "大工发.docx: 错误: 模板里没有样式“条目”（请在 Word 的样式窗格中新建此样式）"
    ]


def test_a_template_that_is_no_word_file_is_named():
    assert messages(content(), b"no zip")[0].startswith("大工发.docx: 错误: 文件不是 .docx（打不开压缩包）")


def test_a_fresh_template_of_another_body_serves_as_well():
    data = filled(content(number="甲工发〔2026〕1号"), new_notice_template("甲市总工会文件"))
    assert "甲市总工会文件" in "".join(each.text for each in docx.Document(BytesIO(data)).paragraphs)


def test_a_tag_paragraph_keeps_its_tabs():
    assert [child.tag.rpartition("}")[2] for child in tagged(Tag("印发机关", "甲\t乙"))[-1]] == ["t", "tab", "t"]
