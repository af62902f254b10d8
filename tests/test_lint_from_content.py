"""A content file as lines with roles and places."""

import pytest

from docgen.lint.from_content import COMPUTED, manuscript_of
from docgen.load import examine


def manuscript(text):
    examined = examine(text, "试验.yaml")
    assert examined.tree is not None, examined.diagnostics
    return manuscript_of(examined.tree, examined.source)


def roles(text):
    return [(line.role, line.part, line.text) for line in manuscript(text).lines]


WHOLE = """\
模板: 大工发
发文字号: 大工发〔2018〕4号
标题: |
  关于印发《评选办法》
  的通知
主送: 各区总工会
正文:
  - |
    现将办法印发给你们。
      （一）认真执行。
  - 名单: {组长: 于波 副主席}
  - 条目: {标题: 一等奖, 数据: 获奖, 格式: "{单位}"}
  - 表格: {列: [单位], 行: [[中山区], [西岗区]]}
署名: [甲, 乙]
成文日期: 2018年1月5日
印发:
  标题: 评选办法
  正文: 一、原则
  附件:
    - 标题: 细则
      正文: 略。
附件:
  - 表格: 申报表
数据:
  获奖: [{单位: 机床厂}, {单位: 造船厂}]
"""


def test_every_text_has_its_role_and_the_part_it_belongs_to():
    assert roles(WHOLE) == [
        ("发文字号", "", "大工发〔2018〕4号"),
        ("标题", "", "关于印发《评选办法》的通知"),
        ("主送", "", "各区总工会"),
        ("正文", "", "现将办法印发给你们。"),
        ("正文", "", "（一）认真执行。"),
        ("名单", "", "于波 副主席"),
        ("条目标题", "", "一等奖"),
        ("表格", "", "单位"),
        ("表格", "", "中山区"),
        ("表格", "", "西岗区"),
        ("署名", "", "甲"),
        ("署名", "", "乙"),
        ("成文日期", "", "2018年1月5日"),
        ("印发标题", "印发", "评选办法"),
        ("正文", "印发", "一、原则"),
        ("附件标题", "附件1", "细则"),
        ("正文", "附件1", "略。"),
        ("附件标题", "附件2", "申报表"),
        ("数据", "", "机床厂"),
        ("数据", "", "造船厂"),
    ]


def test_lists_know_their_size_and_the_paragraph_above():
    found = [(each.kind, each.size, each.line and each.line.text) for each in manuscript(WHOLE).lists]
    assert found == [("名单", 1, "（一）认真执行。"), ("条目", 2, None), ("表格", 2, None)]


def test_every_character_knows_its_place_in_the_file():
    text = WHOLE.split("\n")
    for line in manuscript(WHOLE).lines:
        for at, sign in enumerate(line.text):
            place = line.at(at)
            assert text[place.line - 1][place.column - 1] == sign


@pytest.mark.parametrize(
    ("value", "column"),
    [(" '甲,乙'", 6), (" 甲,乙", 5), (" |\n  甲,乙", 3), ("\n    - 甲,乙", 7), ("  甲,乙", 6)],
)
def test_the_place_does_not_depend_on_how_a_text_is_quoted(value, column):
    (line,) = manuscript(f"正文:{value}\n").lines
    assert line.at(0).column == column


def test_an_escaped_text_is_placed_at_its_beginning_and_never_edited():
    (line,) = manuscript('正文: "甲\\u002C乙"\n').lines
    assert (line.text, line.at(1).column, line.edit((1, 2), "，")) == ("甲,乙", 5, None)


def test_an_expression_counts_as_one_unknown_sign_for_each_of_its_characters():
    (line,) = manuscript("正文: 共{{ 甲|数 }}项\n").lines
    assert line.text == f"共{COMPUTED * 9}项"


def test_a_backslash_switches_the_level_off_and_is_no_character():
    (line,) = manuscript("正文: |\n  \\一、二号楼\n").lines
    assert (line.text, line.plain, line.at(0).column) == ("一、二号楼", True, 4)


def test_places_count_in_the_file_as_it_was_typed():
    (line,) = manuscript("正文：甲,乙\n").lines
    assert (line.at(1).line, line.at(1).column) == (1, 5)


def test_an_edit_never_spans_two_lines_of_a_title():
    line = next(line for line in manuscript(WHOLE).lines if line.role == "标题")
    assert line.edit((9, 12), "x") is None
    assert line.edit((10, 12), "x").line == 5
