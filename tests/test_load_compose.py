"""YAML: values stay as typed, nodes know their places, nothing grows beyond its limits, errors are in Chinese."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.load.compose import DEPTH_LIMIT, NODE_LIMIT, compose
from docgen.load.source import source
from docgen.load.tree import Node, find, plain, texts


def composed(text: str) -> Node:
    tree, diagnostics = compose(source("通知.yaml", text))
    assert diagnostics == ()
    assert tree is not None
    return tree


def refused(text: str) -> str:
    """The one thing wrong with a text, without its hint."""
    _, (found,) = compose(source("通知.yaml", text))
    return f"{found.place.line}:{found.place.column}: {found.message}"


@pytest.mark.parametrize("value", ["000001", "2018-01-05", "yes", "null", "~", "1.50", "0x10", "1e3", "=", "12:30"])
def test_a_scalar_is_the_text_that_was_typed(value):
    assert plain(composed(f"甲: {value}")) == {"甲": value}


def test_lists_and_mappings_are_read_in_both_styles():
    assert plain(composed("甲:\n  - 乙: [丙, {丁: 戊}]\n  -\n")) == {"甲": [{"乙": ["丙", {"丁": "戊"}]}, ""]}


def test_a_text_over_several_lines_keeps_its_lines_without_a_bar():
    assert plain(composed("正文:\n  甲。\n\n  一、乙\n")) == {"正文": "甲。\n\n一、乙"}


def test_a_folded_text_is_folded_because_the_clerk_asked_for_it():
    assert plain(composed("甲: >\n  a\n  b\n")) == {"甲": "a b"}


@pytest.mark.parametrize("end", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_an_invisible_line_end_does_not_break_the_indentation(end):
    assert plain(composed(f"正文: |\n  甲{end}乙\n")) == {"正文": "甲\n乙"}


def test_every_value_knows_where_it_stands():
    text = "甲: 乙\n丙:\n  - 丁: 戊\n"
    where = source("通知.yaml", text)
    places = {found.value: where.place(found.start) for found in texts(composed(text))}
    assert {value: (place.line, place.column) for value, place in places.items()} == {"乙": (1, 4), "戊": (3, 8)}


def test_a_path_leads_to_a_node_and_passes_over_what_is_not_there():
    tree = composed("甲:\n  - 乙: 丙\n")
    assert plain(find(tree, ("甲", "block", 0, "乙")).node) == "丙"
    assert plain(find(tree, ("甲", 7)).node) == [{"乙": "丙"}]


def test_an_empty_value_is_told_at_its_key():
    tree = composed("甲: 乙\n丙:\n")
    assert find(tree, ("丙",)).start == len("甲: 乙\n")


@pytest.mark.parametrize("text", ["", "# 注释\n", "---\n...\n"])
def test_a_file_that_holds_nothing_is_no_error_here(text):
    tree, diagnostics = compose(source("通知.yaml", text))
    assert diagnostics == ()
    assert tree is None or plain(tree) == ""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("甲: 1\n乙: 2\n甲: 3", "3:1: “甲”写了两次：第1行和第3行"),
        ("甲: 乙: 丙", "1:5: 值里又出现了半角冒号加空格"),
        ("甲: |\n乙丙\n丁: 戊", "2:1: 这一行不是“键: 值”的样子"),
        ('甲: "乙', "1:4: 引号没有成对，从这里起一直没有关上"),
        ("甲: '乙\n---\n", "1:4: 引号没有成对"),
        ("甲: [乙, 丙\n丁: 戊", "1:4: 方括号没有关上，或两项之间少了半角逗号"),
        ("甲: {乙: 丙\n丁: 戊", "1:4: 花括号没有关上，或两项之间少了半角逗号"),
        ("甲: '乙' 丙", "1:8: 引号或括号后面多了文字"),
        ("甲: 乙\n  丙: 丁", "2:4: 值里又出现了半角冒号加空格"),
        ("甲:\n    乙: 1\n  丙: 2", "3:3: 这一行的缩进和上面的键对不齐"),
        ("甲:\n\t乙: 1", "2:1: 行首的制表符（Tab）不能用来缩进"),
        ("甲: @乙", "1:4: 值不能以“@”开头"),
        ("甲: %乙", "1:4: 值不能以“%”开头"),
        ("甲: - 乙", "1:4: 列表的“- ”不能写在这里"),
        ("甲: ? 乙", "1:4: 值不能以“? ”开头"),
        ("甲: |乙", "1:5: “|”或“>”后面不能再写文字"),
        ("甲: |0\n  乙", "1:5: “|”后面的数字不对"),
        ('甲: "\\乙"', "1:6: 双引号里的“\\”另有用处，后面的字符它不认识"),
        ("甲: }", "1:4: 这里缺少值"),
        ("{甲: 乙}\n丙", "2:1: 这里多出了内容"),
        ("{{ 甲 }}: 乙", "1:2: 这里应是一个键，却写成了列表或花括号"),
        ("甲: 乙\n---\n丙: 丁", "2:1: 一个文件只能写一份公文，这里又开始了一份"),
        ("甲:\n  - 乙\n   - 丙", "3:4: 列表的这一项没有和上面的各项对齐"),
        ('甲: "\\x07"', "1:4: 值里的转义写出了控制字符（U+0007），Word 文件不能含有它"),
        ('甲: "\\UFFFFFFFF"', "1:1: 文件里有无法识别的转义或指令"),
    ],
)
def test_what_is_wrong_is_told_in_chinese_where_it_is_wrong(text, message):
    assert refused(text) == message


@pytest.mark.parametrize(
    ("value", "sign"), [("*甲乙", "*”或“&"), ("*ab", "*"), ("&ab 甲", "&"), ("!!set {甲}", "!"), ("! 甲", "!")]
)
def test_aliases_anchors_and_types_are_refused(value, sign):
    assert refused(f"甲: {value}").startswith(f"1:{5 if value == '*甲乙' else 4}: 值不能以“{sign}”开头")


def test_a_billion_laughs_never_begin():
    laughs = "a: &a [哈, 哈]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"
    assert "“&”" in refused(laughs)


@pytest.mark.parametrize("text", ["[" * 5000, "- " * 5000, "甲: " + "{乙: " * 5000])
def test_what_is_nested_too_deep_is_refused_before_it_is_built(text):
    assert f"层次超过{DEPTH_LIMIT}层" in refused(text)


def test_too_many_nodes_are_refused():
    assert f"超过{NODE_LIMIT}个" in refused("[" + "a," * NODE_LIMIT + "]")


def test_a_number_sign_that_swallows_text_is_a_warning():
    _, (found,) = compose(source("通知.yaml", "标题: 关于 #1 机组的通知"))
    assert (found.place.column, found.message) == (8, "“#1 机组的通知”被当作注释，不会印出来")


@pytest.mark.parametrize("text", ["标题: 通知 # 注释", "标题: 通知#1", "正文: |\n  甲 #1\n", "标题: '关于 #1'"])
def test_a_real_comment_and_a_quoted_number_sign_are_no_matter(text):
    composed(text)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029"), min_size=1))
def test_a_text_in_single_quotes_comes_out_as_it_went_in(text):
    quoted = text.replace("'", "''")
    (found,) = texts(composed(f"甲: '{quoted}'"))
    assert found.value == text
