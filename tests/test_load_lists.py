"""数据: lists typed in the file or fetched from beside it, and what is said of those that are none."""

from __future__ import annotations

import pytest
from test_load_sheets import fetching, workbook

from docgen.diagnostics import Diagnostic
from docgen.load.compose import compose
from docgen.load.expressions import Lists
from docgen.load.lists import FILE_LIMIT, Fetch, read_lists
from docgen.load.source import source

FILES = {
    "名单.xlsx": workbook(["项目", "单位"], ["甲", "乙"], [None, None], ["丙", 5.0]),
    "几张.xlsx": workbook(["项目"], ["甲"], 市级=[["项目"], ["乙"]]),
    "下级/名单.csv": "项目,单位\n甲,乙\n".encode("gb18030"),
    "大标题.xlsx": workbook(["2017年度名单"], ["项目", "单位"], ["甲", "乙"]),
    "重名.xlsx": workbook(["项目", "项目"], ["甲", "乙"]),
    "没有列名.csv": "项目,\n甲,乙\n".encode(),
    "空.xlsx": workbook(),
    "只有列名.xlsx": workbook(["项目"]),
    "坏.xlsx": b"PK",
    "旧.xls": b"",
    "图.png": b"",
    "大.csv": b"a" * (FILE_LIMIT + 1),
}
fetch = fetching(FILES)


def read(text: str, through: Fetch | None = fetch) -> tuple[Lists, tuple[Diagnostic, ...]]:
    where = source("通知.yaml", text)
    return read_lists(compose(where)[0], where, through)


def lists(text: str) -> Lists:
    found, diagnostics = read(text)
    assert [str(one) for one in diagnostics] == []
    return found


def refused(text: str, through: Fetch | None = fetch) -> str:
    """The one thing wrong with the only list of a text, which then has no rows."""
    found, (one,) = read(text, through)
    assert list(found.values()) == [None]
    return f"{one.place.spot or f'{one.place.line}:{one.place.column}'}: {one.message}"


ROWS = ({"项目": "甲", "单位": "乙"}, {"项目": "丙", "单位": "5"})


def test_rows_are_typed_in_the_file():
    assert lists("甲:\n  - {项目: 甲, 单位: 乙}\n  - 单位: 5\n    项目: 丙\n") == {"甲": ROWS}


def test_a_list_of_texts_has_one_column():
    assert lists("甲: [乙, 丙]") == {"甲": ({"项": "乙"}, {"项": "丙"})}


def test_rows_come_from_a_workbook_or_a_csv_without_its_empty_rows():
    assert lists("甲: {文件: 名单.xlsx}") == {"甲": ROWS}
    assert lists("甲: {文件: ./下级/名单.csv}") == {"甲": ROWS[:1]}


def test_a_sheet_may_be_named():
    assert lists("甲: {文件: 几张.xlsx, 工作表: 市级}") == {"甲": ({"项目": "乙"},)}


def test_the_choice_of_the_first_of_several_sheets_is_said():
    found, (note,) = read("甲: {文件: 几张.xlsx}")
    assert found == {"甲": ({"项目": "甲"},)}
    assert note.message == "“几张.xlsx”有2张工作表，用了第一张“Sheet”"


def test_no_lists_are_no_error():
    assert read_lists(None, source("a", ""), None) == ({}, ())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2级: [乙]", "1:1: 清单的名字“2级”不能用"),
        ("省 级: [乙]", "1:1: 清单的名字“省 级”不能用"),
        ("甲: []", "1:4: 清单“甲”里一项也没有"),
        ("甲: 乙", "1:4: 清单“甲”里一项也没有"),
        ("甲: [[乙]]", "1:4: 清单“甲”里一项也没有"),
        ("甲: [乙, {丙: 丁}]", "1:8: 清单“甲”第2项和前面的写法不同"),
        ("甲: [{丙: 丁}, 乙]", "1:13: 清单“甲”第2项和前面的写法不同"),
        ("甲: [{项目: 1, 单位: 2}, {项目: 1}]", "1:21: 清单“甲”第2项缺少“单位”"),
        ("甲: [{项目: 1}, {项目: 1, 单位: 2}]", "1:22: 清单“甲”第2项的“单位”第1项里没有"),
        ("甲: [{项目: [1]}]", "1:10: 清单“甲”第1项的“项目”应是一段文字"),
        ("甲: {文件: 没有.xlsx}", "1:9: 找不到文件“没有.xlsx”"),
        ("甲: {文件: 锁住.xlsx}", "1:9: 打不开文件“锁住.xlsx”：Permission denied"),
        ("甲: {文件: 大.csv}", "1:9: 文件“大.csv”超过10MB"),
        ("甲: {文件: 旧.xls}", "1:9: “旧.xls”是旧的 .xls 格式"),
        ("甲: {文件: 图.png}", "1:9: “图.png”不是清单文件"),
        ("甲: {文件: 坏.xlsx}", "1:9: “坏.xlsx”不是完整的 .xlsx 文件，或加了密码"),
        ("甲: {文件: 空.xlsx}", "1:9: “空.xlsx”里没有内容"),
        ("甲: {文件: 只有列名.xlsx}", "1:9: “只有列名.xlsx”里没有内容"),
        ("甲: {文件: 名单.xlsx, 工作表: 丙}", "1:9: “名单.xlsx”没有名为“丙”的工作表"),
        ("甲: {工作表: 丙}", "1:1: 缺少“文件”"),
        ("甲: {文件: 名单.xlsx, 页: 丙}", "1:18: 没有“页”这个键"),
        ("甲: {文件: 重名.xlsx}", "Sheet!B1: 列名“项目”出现两次"),
        ("甲: {文件: 大标题.xlsx}", "Sheet!B2: 这一格上面没有列名"),
        ("甲: {文件: 没有列名.csv}", "第2行第2列: 这一格上面没有列名"),
    ],
)
def test_what_is_no_list_is_told_where_it_is_wrong(text, message):
    assert refused(text) == message


@pytest.mark.parametrize(
    "path",
    [
        "../名单.xlsx",
        "甲/../../名单.xlsx",
        "/名单.xlsx",
        "甲//名单.xlsx",
        "..\\名单.xlsx",
        "c:名单.xlsx",
        ".",
        "甲/.. /a.csv",
    ],
)
def test_a_path_that_leaves_the_folder_is_never_fetched(path):
    def never(asked: str) -> bytes:
        raise AssertionError(asked)

    assert "不能用" in refused(f"甲: {{文件: '{path}'}}", never)


def test_without_a_folder_there_are_no_files():
    assert refused("甲: {文件: 名单.xlsx}", None) == "1:9: 这里读不到清单文件“名单.xlsx”"


def test_every_list_is_tried():
    found, diagnostics = read("甲: []\n乙: [丙]\n丁: {文件: 坏.xlsx}\n")
    assert found == {"甲": None, "乙": ({"项": "丙"},), "丁": None}
    assert [one.place.line for one in diagnostics] == [1, 3]


@pytest.mark.parametrize("text", ["[甲]", "甲"])
def test_lists_need_names(text):
    found, (one,) = read(text)
    assert found == {}
    assert one.message == "“数据”下面应是“清单名: …”"
