"""Plain texts and DOCX as lines with roles and places."""

from documents import document, para, row, section, table
from samples import content
from samples import document as filled_document

from docgen.content import Attachment, Entries, Grid, Prose
from docgen.lint.from_text import manuscript_of_document, manuscript_of_text


def roles(manuscript):
    return [(line.role, line.part, line.text) for line in manuscript.lines]


TEXT = """\
特急

示例市总工会文件
示工发〔2026〕5号
关于印发《评选办法》的
通知
各区总工会：
　　现将办法印发给你们。
附件：1. 申报表
2. 名单
  示例市总工会
    2026年1月5日
（此件公开发布）
评选办法
一、原则
附件1
申报表
\t单位
填写说明
抄送：市财政局。
示例市总工会办公室 2026年1月6日印发
"""
EXPECTED = [
    ("紧急程度", "", "特急"),
    ("标志", "", "示例市总工会文件"),
    ("发文字号", "", "示工发〔2026〕5号"),
    ("标题", "", "关于印发《评选办法》的通知"),
    ("主送", "", "各区总工会："),
    ("正文", "", "现将办法印发给你们。"),
    ("附件说明", "", "附件：1. 申报表"),
    ("附件说明", "", "2. 名单"),
    ("署名", "", "示例市总工会"),
    ("成文日期", "", "2026年1月5日"),
    ("附注", "", "（此件公开发布）"),
    ("印发标题", "印发", "评选办法"),
    ("正文", "印发", "一、原则"),
    ("附件标签", "附件1", "附件1"),
    ("附件标题", "附件1", "申报表"),
    ("表格", "附件1", "单位"),
    ("正文", "附件1", "填写说明"),
    ("抄送", "附件1", "抄送：市财政局。"),
    ("印发机关", "附件1", "示例市总工会办公室 2026年1月6日印发"),
]


def test_the_parts_of_a_plain_text_are_recognised():
    assert roles(manuscript_of_text(TEXT, "试验.txt")) == EXPECTED


def test_organs_above_a_number_are_the_mark():
    text = "示例市教育局\n示例市公安局\n示教函〔2022〕64号\n示例市教育局\n关于商请协助的函\n各单位：\n请协助。\n"
    found = [role for role, _, _ in roles(manuscript_of_text(text, "试验.txt"))]
    assert found == ["标志", "标志", "发文字号", "标题", "主送", "正文"]


def test_every_character_of_a_plain_text_knows_its_place():
    text = TEXT.split("\n")
    for line in manuscript_of_text(TEXT, "试验.txt").lines:
        for at, sign in enumerate(line.text):
            place = line.at(at)
            assert text[place.line - 1][place.column - 1] == sign


def test_a_foreign_docx_is_recognised_like_a_text():
    plain = [para(text.strip(), style="Normal", index=at) for at, text in enumerate(TEXT.split("\n")) if text]
    found = manuscript_of_document(document(section(*plain)), "试验.docx")
    expected = [(role, text) for role, _, text in EXPECTED if text != "单位"]
    assert [(role, text) for role, _, text in roles(found) if text != "单位"] == expected
    assert str(found.lines[1].place) == "试验.docx:第2段"
    assert str(found.lines[1].at(2)) == "试验.docx:第2段第3字"


def test_a_docx_of_docgen_is_known_by_its_styles():
    given = content(
        number="大工发〔2018〕4号",
        addressees="市委",
        body=(Prose(1, "一、原则", ""), Entries("一等奖", ("甲",)), Grid(("单位",), (("中山区",),))),
        attachments=(Attachment("名单", (Prose(0, "", "略。"),)),),
        organs=("大连市总工会",),
        date="2018年1月5日",
        remark="公开",
    )
    assert roles(manuscript_of_document(filled_document(given), "试验.docx")) == [
        ("标志", "", "大连市总工会文件"),
        ("发文字号", "", "大工发〔2018〕4号"),
        ("标题", "", "关于试验的通知"),
        ("主送", "", "市委："),
        ("正文", "", "一、原则"),
        ("条目标题", "", "一等奖"),
        ("条目", "", "1. 甲"),
        ("表格", "", "单位"),
        ("表格", "", "中山区"),
        ("附件说明", "", "附件：名单"),
        ("署名", "", "大连市总工会"),
        ("成文日期", "", "2018年1月5日"),
        ("附注", "", "（公开）"),
        ("附件标签", "附件1", "附件"),
        ("附件标题", "附件1", "名单"),
        ("正文", "附件1", "略。"),
    ]


def test_number_and_signers_share_a_paragraph_and_become_two_lines():
    given = content(number="大工发〔2018〕4号", signers=("于波",))
    found = roles(manuscript_of_document(filled_document(given), "试验.docx"))
    assert found[1:3] == [("发文字号", "", "大工发〔2018〕4号"), ("签发人", "", "签发人：于\u3000波")]


def test_entries_that_stand_together_are_a_list():
    given = content(body=(Prose(0, "", "名单如下："), Entries("", ("甲", "乙")), Prose(0, "", "完。")))
    (found,) = manuscript_of_document(filled_document(given), "试验.docx").lists
    assert (found.kind, found.size, found.line and found.line.text) == ("条目", 2, "名单如下：")


def test_a_number_below_the_title_is_a_number():
    found = roles(manuscript_of_text("关于试验的通知\n示工发〔2026〕5号\n各区总工会：\n请报送。\n", "试验.txt"))
    assert [role for role, _, _ in found] == ["标题", "发文字号", "主送", "正文"]


def test_blanks_typed_before_a_paragraph_are_kept_apart():
    given = document(section(para("\u3000\u3000正文。", style="公文正文"), para("一", style="公文正文")))
    assert [(line.lead, line.text) for line in manuscript_of_document(given, "试验.docx").lines] == [
        ("\u3000\u3000", "正文。"),
        ("", "一"),
    ]


def test_cells_of_a_foreign_table_are_cells():
    given = document(section(para("关于试验的通知"), table(row("甲", "乙"))))
    assert [line.role for line in manuscript_of_document(given, "试验.docx").lines] == ["标题", "表格", "表格"]
