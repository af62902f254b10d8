"""Expressions in texts: counts, sums and cells of lists, and nothing that runs."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.load.compose import compose
from docgen.load.expressions import LENGTH_LIMIT, MeaninglessError, UnknownListError, evaluate, written
from docgen.load.source import source
from docgen.load.tree import Mapping, plain

LISTS = {
    "省级": ({"项目": "工会改革", "单位": "市总工会"}, {"项目": "网上入会", "单位": "高新区"}),
    "市级": ({"项": "甲"}, {"项": "乙"}, {"项": "丙"}),
    "坏的": None,
}


def evaluated(text: str) -> tuple[object, list[str]]:
    """What becomes of `甲: text`, and what is said about it."""
    where = source("通知.yaml", text)
    tree, _ = compose(where)
    assert isinstance(tree, Mapping)
    computed, found = evaluate(tree, where, LISTS)
    return plain(computed), [f"{one.place.line}:{one.place.column}: {one.message}" for one in found]


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("省级|数", "2"),
        ("(省级|数) + (市级|数)", "5"),
        ("市级|数 - 省级|数", "1"),
        ("(市级|数) - 1", "2"),
        ("省级[0].项目", "工会改革"),
        ("省级[1]['单位']", "高新区"),
        ("市级[2]", "丙"),
        ("市级[2].项", "丙"),
        ("'甲'", "甲"),
    ],
)
def test_an_expression_is_worth_a_count_a_sum_or_a_cell(expression, value):
    assert written(expression, LISTS) == value


@pytest.mark.parametrize(
    ("expression", "message", "hint"),
    [
        ("省纪|数", "“数据”里没有清单“省纪”", "是不是“省级”？"),
        ("人员|数", "“数据”里没有清单“人员”", "“数据”里有“省级”“市级”“坏的”"),
        ("省级", "“省级”是一张清单，不能直接写进文字", "要写项数，用 {{ 省级|数 }}"),
        ("省级[0]", "“省级[0]”是清单的一整行", "要写其中一列，用 {{ 省级[0].项目 }}"),
        ("省级[2].项目", "清单只有2项，没有第3项", "第一项是 [0]"),
        ("省级[0].项木", "清单里没有“项木”这一列", "是不是“项目”？"),
        ("省级.项目", "“项目”前面应是清单的一行", "例如 {{ 名单[0].列名 }}"),
        ("省级|length", "没有“|length”这种算法", "只有“|数”：清单的项数"),
    ],
)
def test_what_has_no_value_is_explained(expression, message, hint):
    with pytest.raises(MeaninglessError) as caught:
        written(expression, LISTS)
    assert (caught.value.message, caught.value.hint) == (message, hint)


@pytest.mark.parametrize(
    "attack",
    [
        "''.__class__",
        "省级.__class__.__mro__",
        "省级[0]['__class__']",
        "省级[0].项目.__init__.__globals__",
        "省级|attr('__class__')",
        "省级|map(attribute='__class__')|list",
        "range(10**9)",
        "lipsum.__globals__",
        "cycler.__init__.__globals__.os.popen('id').read()",
        "self.__init__",
        "'a' * 10**9",
        "9 ** 9 ** 9",
        "2 * 3",
        "省级[0:1]",
        "[1, 2]",
        "{'a': 1}",
        "1 if 省级 else 2",
        "省级 is defined",
        "not 省级",
        "甲()",
        "'a' ~ 'b'",
        "'a' + 'b'",
        "true",
        "1.5",
        "-1",
        "(" * 40 + "1" + ")" * 40,
        "",
        "}} {{",
        "%}",
        "省级|数(1)",
    ],
)
def test_nothing_else_means_anything(attack):
    with pytest.raises(MeaninglessError):
        written(attack, LISTS)


@given(st.text(max_size=60))
def test_no_expression_makes_it_raise_anything_else(expression):
    with suppress(MeaninglessError, UnknownListError):
        assert isinstance(written(expression, LISTS), str)


def test_values_stand_in_the_text_around_them():
    assert evaluated("正文: 省级{{ 省级|数 }}项，市级{{市级|数}}项") == ({"正文": "省级2项，市级3项"}, [])


def test_expressions_work_in_lists_and_mappings_but_not_in_the_lists_themselves():
    text = "甲: [{乙: '{{ 省级|数 }}'}]\n数据: {丙: ['{{ 省级|数 }}']}"
    assert evaluated(text) == ({"甲": [{"乙": "2"}], "数据": {"丙": ["{{ 省级|数 }}"]}}, [])


def test_each_mistake_is_told_at_its_own_braces():
    text = "正文: |\n  共{{ 省级|数 }}项。\n  共{{ 甲|数 }}项，{{ 乙|数 }}项。\n"
    assert evaluated(text)[1] == ["3:4: “数据”里没有清单“甲”", "3:15: “数据”里没有清单“乙”"]


def test_a_list_that_could_not_be_read_is_not_complained_of_again():
    assert evaluated("正文: 共{{ 坏的|数 }}项")[1] == []


@pytest.mark.parametrize("piece", ["{% for a in b %}", "{# 注 #}", "{% if"])
def test_statements_and_comments_of_jinja_are_refused(piece):
    assert evaluated(f"正文: 甲{piece}")[1][0].startswith("1:6: 内容里不能写“{")


@pytest.mark.parametrize("text", ["甲{{ 省级|数", "{{ " + "省" * LENGTH_LIMIT + " }}"])
def test_braces_left_open_or_too_long_are_refused(text):
    assert "“{{”没有配上“}}”" in evaluated(f"正文: '{text}'")[1][0]


@pytest.mark.parametrize("text", ["{项目}（{单位}）", "}} 甲", "50% {甲}"])
def test_other_braces_are_just_text(text):
    assert evaluated(f"正文: '{text}'") == ({"正文": text}, [])
