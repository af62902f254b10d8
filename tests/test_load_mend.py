"""What a Chinese keyboard does to YAML, and that mending it touches nothing else."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from docgen.load.mend import mend
from docgen.load.schema import INNER_KEYS


def mended(text: str) -> str:
    return mend(text, "通知.yaml", INNER_KEYS)[0].text


def notes(text: str) -> list[str]:
    return [f"{found.place.line}: {found.message}" for found in mend(text, "通知.yaml", INNER_KEYS)[1]]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("标题：通知", "标题: 通知"),
        ("标题:通知", "标题: 通知"),
        ("标题:　通知", "标题: 通知"),
        ("标题 ：通知", "标题: 通知"),
        ("标提：通知", "标提: 通知"),
        ("附件:\n  － 表格：甲", "附件:\n  - 表格: 甲"),
        ("附件:\n  -　标题：甲", "附件:\n  - 标题: 甲"),
        ("附件:\n- 表格:甲", "附件:\n- 表格: 甲"),
        ("附件:\n\t- 表格: 甲", "附件:\n    - 表格: 甲"),
        ("正文: |\n　　甲\n　　乙", "正文: |\n  甲\n  乙"),
        ("正文：|\n\t甲\n    乙", "正文: |\n    甲\n    乙"),
        ("正文: |\n    甲\n  乙", "正文: |\n  甲\n  乙"),
        ("正文: |\n  甲\n　　\n  乙", "正文: |\n  甲\n\n  乙"),
        ("正文:\n  - |\n　　甲\n  - 分页: 是", "正文:\n  - |\n    甲\n  - 分页: 是"),
        ("印发:\n  标题：甲\n  附件：\n    － 表格：乙", "印发:\n  标题: 甲\n  附件: \n    - 表格: 乙"),
        ("标题: {{ 甲|数 }}项", "标题: '{{ 甲|数 }}项'"),
        ('"标题": {{ 甲 }}', "\"标题\": '{{ 甲 }}'"),
        ("- {{ 甲['乙'] }}", "- '{{ 甲[''乙''] }}'"),
        ("    格式: {项目}（{单位}）", "    格式: '{项目}（{单位}）'"),
    ],
)
def test_what_can_mean_one_thing_is_mended(typed, meant):
    assert mended(typed) == meant


@pytest.mark.parametrize(
    "right",
    [
        "标题: 通知",
        "标题 : 通知",
        "标题:",
        "正文: |\n  附件：1. 表\n  标题:甲\n  － 甲",
        "正文:\n  附件：1. 表",
        "正文: |\n  甲\n    乙\n附件:\n  - 表格: 甲",
        "数据:\n  甲: [{项目: 甲}]",
        "# 标题：注释",
        "主送: 各单位、\n  各部门：",
        "正文: >-\n  甲",
        "正文: |2\n    甲",
        "署名:\n  - '标题: {{ 甲 }}'",
        "'标题: {{ 甲 }}'",
    ],
)
def test_what_is_right_or_means_two_things_is_left_alone(right):
    assert mended(right) == right
    assert notes(right) == []


def test_each_kind_of_mend_is_said_once_with_its_number():
    text = "标题：甲\n主送：乙\n附件:\n\t－ 表格: 丙"
    assert notes(text) == [
        "1: 键后面的冒号已按半角冒号加空格理解，共2处",
        "4: 行首用了制表符（Tab）缩进，已按4个空格理解",
        "4: 列表开头的“－”已按半角“- ”理解",
    ]


def test_setting_a_text_in_is_not_worth_a_word():
    assert notes("正文: |\n　　甲\n\t乙") == []


@pytest.mark.parametrize(
    ("text", "piece", "column"),
    [("标题：甲乙", "乙", 5), ("标题:　甲乙", "乙", 6), ("正文: |\n　　甲乙", "乙", 4), ("\t标题:甲乙", "乙", 6)],
)
def test_places_still_count_as_in_the_file(text, piece, column):
    source, _ = mend(text, "通知.yaml", INNER_KEYS)
    assert source.place(source.text.index(piece)).column == column


LINE = st.text(st.sampled_from("甲：:-－ \t　|{#附件标题"), max_size=12)


@given(st.lists(LINE, max_size=6))
def test_the_text_of_a_block_keeps_all_its_ink(lines):
    text = "正文: |\n" + "".join(f"　　文{line}\n" for line in lines)
    block = mended(text).partition("\n")[2]
    assert "".join(block.split()) == "".join("".join(f"文{line}" for line in lines).split())


@given(st.lists(LINE, max_size=6))
def test_no_line_is_added_or_taken_away(lines):
    text = "\n".join(lines)
    assert mended(text).count("\n") == text.count("\n")


@given(st.lists(st.text(st.sampled_from("甲乙：1.。"), min_size=1, max_size=8), min_size=1, max_size=6))
def test_an_evenly_indented_block_is_read_as_yaml_reads_it(lines):
    text = "正文: |\n" + "".join(f"  {line}\n" for line in lines)
    assert yaml.safe_load(mended(text)) == {"正文": "\n".join(lines) + "\n"}
