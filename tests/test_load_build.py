"""From validated values to Content: blocks, lists and attachments."""

from __future__ import annotations

from test_load import loaded

from docgen.content import Attachment, Block, Entries, Grid, NewPage, Prose, Roster, texts_of

HEAD = "模板: 大工办发\n标题: 通知\n数据:\n  省级: [{项目: 甲, 单位: 乙}, {项目: 丙, 单位: 丁}]\n  市级: [戊, 己]\n"


def blocks(body: str) -> tuple[Block, ...]:
    return loaded(f"{HEAD}正文:\n{body}").body


def test_entries_come_from_a_list_by_a_pattern():
    assert blocks("  - 条目: {标题: 省, 数据: 省级, 格式: '{项目}（{单位}）'}\n") == (
        Entries("省", ("甲（乙）", "丙（丁）")),
    )


def test_a_list_of_texts_needs_no_pattern():
    assert blocks("  - 条目: {数据: 市级}\n") == (Entries("", ("戊", "己")),)


def test_entries_are_typed_as_a_list_or_as_lines():
    assert (
        blocks("  - 条目: [甲, 乙]\n")
        == blocks("  - 条目: |\n      1. 甲\n      2. 乙\n")
        == (Entries("", ("甲", "乙")),)
    )


def test_a_table_comes_from_a_list_whole_or_by_columns():
    assert blocks("  - 表格: {数据: 省级}\n") == (Grid(("项目", "单位"), (("甲", "乙"), ("丙", "丁"))),)
    assert blocks("  - 表格: {数据: 省级, 列: [单位], 列宽: [1]}\n") == (Grid(("单位",), (("乙",), ("丁",)), (1.0,)),)


def test_a_table_needs_no_head_and_keeps_empty_cells_and_lines():
    assert blocks('  - 表格:\n      行: [[甲, ""], ["乙\\n丙", 丁]]\n') == (Grid((), (("甲", ""), ("乙\n丙", "丁"))),)


def test_a_new_page_is_asked_for_with_or_without_yes():
    assert blocks("  - 甲\n  - 分页:\n  - 分页: 是\n  - 分页: 否\n") == (Prose(0, "", "甲"), NewPage(), NewPage())


def test_a_roster_in_a_body_is_one_block():
    (roster,) = blocks("  - 名单:\n      组长: 陈凤荣 主席\n")
    assert isinstance(roster, Roster)
    assert list(texts_of((roster,))) == ["组长", "陈凤荣", "主席"]


def test_a_single_block_needs_no_list():
    assert loaded(f"{HEAD}正文: {{条目: [甲]}}\n").body == (Entries("", ("甲",)),)


def test_a_form_without_a_title_is_called_by_its_name():
    content = loaded(f"{HEAD}正文: 甲\n附件: {{表格: 建议表.docx}}\n")
    assert content.attachments == (Attachment("建议表", (), "建议表"),)


def test_an_attachment_may_hold_blocks():
    content = loaded(f"{HEAD}正文: 甲\n附件:\n  - 标题: 名单\n    正文:\n      - 条目: {{数据: 市级}}\n")
    assert content.attachments == (Attachment("名单", (Entries("", ("戊", "己")),)),)


def test_title_lines_are_wanted_breaks_in_every_form():
    forms = ["标题: |\n  甲\n  乙\n", "标题:\n  - 甲\n  - 乙\n", "标题: 甲\n  乙\n", '标题: "甲\\n乙"\n']
    assert {loaded(f"模板: 大工办发\n{form}正文: 丙\n").title for form in forms} == {"甲\n乙"}


def test_an_element_of_one_line_joins_its_lines():
    content = loaded(f"{HEAD}正文: 甲\n主送: 各区总工会、\n  产业工会：\n")
    assert content.addressees == "各区总工会、产业工会"


def test_organs_and_signers_are_single_or_several():
    one = loaded(f"{HEAD}正文: 甲\n署名: 市总工会\n签发人: 赵某\n")
    assert (one.organs, one.signers) == (("市总工会",), ("赵某",))
    two = loaded(f"{HEAD}正文: 甲\n署名: [市总工会, 市教育局]\n签发人: [赵某, 李某]\n")
    assert (two.organs, two.signers) == (("市总工会", "市教育局"), ("赵某", "李某"))


def test_an_attachment_and_a_table_are_landscape_where_the_clerk_says_so():
    assert blocks(
        "  - 表格: {行: [[甲]], 横排: 是}\n  - 表格: {数据: 市级, 横排: 否}\n  - 表格: {数据: 省级, 横排: 是}\n"
    ) == (
        Grid((), (("甲",),), landscape=True),
        Grid(("项",), (("戊",), ("己",))),
        Grid(("项目", "单位"), (("甲", "乙"), ("丙", "丁")), landscape=True),
    )
    given = loaded(
        f"{HEAD}正文: 文\n附件:\n  - {{标题: 甲, 正文: 文, 横排: 是}}\n  - {{表格: 乙, 横排: 是}}\n  - {{表格: 丙}}\n"
    )
    assert [each.landscape for each in given.attachments] == [True, True, False]
