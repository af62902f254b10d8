"""Counts that a clerk typed into a bulletin, against the lists of the roster."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.load.compose import compose
from docgen.load.counts import lists_named, printed_lists, wrong_counts
from docgen.load.expressions import Lists, Rows
from docgen.load.source import source
from docgen.load.tree import Node


def rows(count: int) -> Rows:
    return tuple({"姓名": f"第{number}位"} for number in range(count))


LISTS: Lists = {"名册": rows(37), "省级成果": rows(5), "十大成果": rows(10), "创新项目": rows(22)}


def tree(text: str) -> Node:
    node = compose(source("批.yaml", text))[0]
    assert node is not None
    return node


def told(text: str, lists: Lists = LISTS) -> list[str]:
    where = source("批.yaml", text)
    node = compose(where)[0]
    assert node is not None
    return [str(each) for each in wrong_counts(node, lists, where)]


def said(sentence: str, lists: Lists = LISTS) -> list[tuple[str, str]]:
    """The severity and the message of all that is wrong in a sentence."""
    found = wrong_counts(tree(f"正文: {sentence}"), lists, source("批.yaml", f"正文: {sentence}"))
    return [(each.severity.value, each.message) for each in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "省级成果5项",
        "省级成果共5项",
        "省级成果五项",
        "省级成果５项",
        "5项省级成果",
        "5个省级成果",
        "五省级成果",
        "创新项目二十二个",
        "共认定37个项目",
        "共计三十七项",
        "共15项",
        "共22项",
        "一共有32个",
        "名册37项",
    ],
)
def test_a_count_that_the_roster_bears_out_is_nothing_to_speak_of(sentence):
    assert said(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "piece"),
    [
        ("省级成果6项", "省级成果6项"),
        ("获奖的有省级成果共六项。", "省级成果共六项"),
        ("6项省级成果", "6项省级成果"),
        ("认定６个省级成果", "６个省级成果"),
        ("省级成果十五项", "省级成果十五项"),
        ("15个省级成果", "15个省级成果"),
        ("共认定15个省级成果", "15个省级成果"),
    ],
)
def test_a_wrong_count_beside_the_name_of_a_list_is_an_error(sentence, piece):
    assert said(sentence) == [("错误", f"写的是“{piece}”，名册里“省级成果”有5项")]


def test_the_right_expression_is_offered_at_the_place_of_the_count():
    assert told("标题: 通报\n正文: |\n  认定\n  省级成果6项。\n") == [
        "批.yaml:4:3: 错误: 写的是“省级成果6项”，名册里“省级成果”有5项（请改成 {{ 省级成果|数 }}，数字就不会错）"
    ]


def test_every_wrong_count_is_told():
    assert [message for _, message in said("省级成果6项、十大成果9项、创新项目22项")] == [
        "写的是“省级成果6项”，名册里“省级成果”有5项",
        "写的是“十大成果9项”，名册里“十大成果”有10项",
    ]


@pytest.mark.parametrize("sentence", ["共120个单位参加", "共有三十八名职工获奖", "共计38项", "合计38件"])
def test_a_total_that_is_no_sum_of_lists_is_a_warning_only(sentence):
    ((severity, message),) = said(sentence)
    assert severity == "警告"
    assert message.endswith("，名册里有37项")


@pytest.mark.parametrize(
    "sentence",
    [
        "省级成果{{ 省级成果|数 }}项",
        "{{ 省级成果|数 }}项省级成果",
        "共{{ 名册|数 }}个",
        "共认定{{ (省级成果|数) + (十大成果|数) }}个项目",
        "{{ 名册[0].姓名 }}等{{ 名册|数 + 3 }}名",
        "共{{ 12 }}项",
    ],
)
def test_a_number_that_is_computed_is_never_doubted(sentence):
    assert said(f"'{sentence}'") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "省级成果2018年认定",
        "2018年省级成果",
        "第3批省级成果",
        "省级成果。5项建议",
        "申报的57个项目",
        "公共场所",
        "共产党员带头",
        "省级成果1234567项",
    ],
)
def test_other_numbers_are_left_alone(sentence):
    assert said(sentence) == []


def test_without_awards_the_whole_roster_is_the_total():
    assert said("共表彰37名", {"名册": rows(37)}) == []
    assert said("共表彰36名", {"名册": rows(37)}) == [("警告", "写的是“共表彰36名”，名册里有37项")]


def test_winners_without_an_award_count_in_the_total():
    assert said("共6名", {"名册": rows(6), "一等奖": rows(2)}) == []


def test_the_total_of_very_many_awards_is_known():
    lists = {"名册": rows(60), **{f"第{number}类": rows(3) for number in range(20)}}
    assert said("共60名", lists) == []
    assert [severity for severity, _ in said("共61名", lists)] == ["警告"]


@pytest.mark.parametrize(
    "sentence", ["5名先进个人标兵和10名先进个人", "先进个人标兵5名、先进个人10名", "市级先进个人2名"]
)
def test_the_count_of_a_list_is_not_taken_for_that_of_one_whose_name_is_part_of_it(sentence):
    lists = {"先进个人": rows(10), "先进个人标兵": rows(5), "市级先进个人": rows(2)}
    assert said(sentence, lists) == []


def test_a_list_that_could_not_be_read_is_no_measure():
    assert said("省级成果6项", {"省级成果": None}) == []


def test_the_name_of_a_list_is_no_pattern():
    assert said("一等奖(集体)3项 一等奖集体3项", {"一等奖(集体)": rows(2)}) == [
        ("错误", "写的是“一等奖(集体)3项”，名册里“一等奖(集体)”有2项")
    ]


@given(
    st.integers(0, 99),
    st.integers(1, 99),
    st.sampled_from(["省级成果{}项", "{}项省级成果", "省级成果共{}个", "{}个省级成果"]),
)
def test_a_count_is_wrong_if_and_only_if_it_is_another_one(typed, size, sentence):
    assert bool(said(sentence.format(typed), {"省级成果": rows(size)})) == (typed != size)


@given(st.text("共计一二3 {}%省级成果项个名", max_size=60))
def test_no_text_makes_it_stumble(text):
    where = source("批.yaml", f"正文: {text!r}")
    node = compose(where)[0]
    if node is not None:
        assert all(each.place.file == "批.yaml" for each in wrong_counts(node, LISTS, where))


@pytest.mark.parametrize("text", ["共" * 50_000, "1" * 50_000, "共一" * 25_000, "省级成果" * 20_000, "5项" * 25_000])
def test_a_very_long_line_is_read_like_any_other(text):
    assert [severity for severity, _ in said(text)] == []


def test_thousands_of_lists_are_no_burden():
    """As when the column of names was given for that of awards."""
    lists = {f"第{number}位": rows(1) for number in range(20_000)}
    assert [severity for severity, _ in said("第7位2项", lists)] == ["错误"]


def test_lists_are_printed_where_entries_or_tables_take_them():
    text = "正文:\n  - 条目: {数据: 省级成果}\n  - 表格: {数据: 省级成果}\n附件:\n  - 正文:\n      - 条目: {数据: ' 名册 '}\n"
    assert printed_lists(tree(text)) == {"省级成果": 2, "名册": 1}


def test_a_list_that_is_only_spoken_of_is_not_printed():
    assert printed_lists(tree("正文: 数据 {{ 省级成果|数 }}\n数据: {甲: [乙]}\n")) == {}


def test_the_lists_that_a_text_names_are_found_wherever_it_names_them():
    lists = {name: rows for name, rows in LISTS.items() if rows}
    found = lists_named(tree("标题: '{{ 省级成果|数 }}'\n正文:\n  - 条目: {数据: 创新项目}\n十大成果: 是\n"), lists)
    assert list(found) == ["省级成果", "创新项目"]
    assert found["创新项目"] is lists["创新项目"]
