"""The description of a form as clerks type it."""

import pytest
from form_samples import DESCRIPTIONS, described

from docgen.form import Field, Kind
from docgen.load import load_form


def messages(text):
    form, found = load_form(text, "表.yaml")
    assert form is None
    return [str(each) for each in found]


@pytest.mark.parametrize("path", DESCRIPTIONS, ids=lambda path: path.stem)
def test_the_descriptions_of_the_office_are_read_without_a_word(path):
    assert described(path).name == path.stem


def test_a_field_has_its_kind_its_limits_and_its_choices():
    text = """
份数: 一式四份
文件名: '{单位}-{人数}'
说明: |
  以市为单位统一申报。
  空间不够可另附页。
字段:
  单位: {必填: 是, 最多: 40字}
  人数: {类型: 整数, 最少: 1, 最多: 500, 单位: 人}
  性质: {类型: 选择, 选项: [国有企业, 其他企业]}
  签字: 签章
  备注:
"""
    form, found = load_form(text, "表.yaml")
    assert found == ()
    assert (form.name, form.copies, form.file_name) == ("表", 4, "{单位}-{人数}")
    assert form.notes == ("以市为单位统一申报。", "空间不够可另附页。")
    assert form.fields == (
        Field("单位", required=True, most=40.0),
        Field("人数", Kind.INTEGER, least=1.0, most=500.0, unit="人"),
        Field("性质", Kind.CHOICE, choices=("国有企业", "其他企业")),
        Field("签字", Kind.SIGN),
        Field("备注"),
    )


@pytest.mark.parametrize("written", ["4", "四", "一式四份", "４"])
def test_copies_are_written_in_several_ways(written):
    form, _ = load_form(f"份数: {written}\n字段:\n  甲: 文字\n", "表.yaml")
    assert form.copies == 4


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "字段:\n  甲: {类型: 选泽}\n",
            "表.yaml:2:11: 错误: “类型”写的是“选泽”，没有这种类型（是不是“选择”或“勾选”？）",
        ),
        ("字段:\n  甲: 选择\n", "表.yaml:2:6: 错误: “甲”的类型是选择，缺少“选项”（例如 选项: [市级, 区市县级]）"),
        (
            "字段:\n  甲: {选项: [乙]}\n",
            "表.yaml:2:6: 错误: “甲”的类型是文字，不应有“选项”（要让人选，类型写“选择”或“勾选”）",
        ),
        ("字段:\n  甲: {类型: 选择, 选项: [乙, 乙]}\n", "表.yaml:2:19: 错误: “选项”里有两个相同的选项"),
        ("字段:\n  甲: {单位: 人}\n", "表.yaml:2:6: 错误: “甲”的类型是文字，不应有“单位”（只有整数和金额有单位）"),
        ("字段:\n  甲: {类型: 日期, 最多: 3}\n", "表.yaml:2:6: 错误: “甲”的类型是日期，不应有“最少”“最多”"),
        ("字段:\n  甲: {最少: 5, 最多: 3}\n", "表.yaml:2:6: 错误: “甲”的“最少”比“最多”还大"),
        ("字段:\n  甲: {最多: 很多}\n", "表.yaml:2:11: 错误: “最多”写的是“很多”，应是一个数（例如 最多: 40）"),
        ("字段:\n  甲: {最小: 5}\n", "表.yaml:2:7: 错误: 没有“最小”这个键（是不是“最少”或“最多”？）"),
        ("份数: 好几份\n字段:\n  甲:\n", "表.yaml:1:5: 错误: “份数”写的是“好几份”，应是份数（例如 份数: 一式四份）"),
        ("字段:\n  甲:\n文件名: '{乙}'\n", "表.yaml:3:6: 错误: “文件名”里的“乙”不是一栏（可以用：“甲”）"),
        ("字段:\n", "表.yaml:1:1: 错误: “字段”是空的（请在冒号后面补上内容）"),
        ("", "表.yaml:1:1: 错误: 文件是空的（至少要有“字段”，下面每行一栏，例如 单位名称: {必填: 是}）"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text, message):
    assert messages(text) == [message]
