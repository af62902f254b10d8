"""Tables of what is filled into a form, row by row."""

from io import BytesIO

import pytest
from form_samples import small
from openpyxl import Workbook

from docgen.form import Field, Kind
from docgen.load import load_fillings

FORM = small(Field("单位名称", required=True), Field("人数", Kind.INTEGER, unit="人"), "备注")


def workbook(*rows):
    book = Workbook()
    book.active.title = "名单"
    for row in rows:
        book.active.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def told(fillings):
    return [str(found) for found in fillings.found]


def test_each_row_of_a_sheet_fills_one_form():
    found = load_fillings(
        workbook(["单位 名称", "人数"], ["机床厂", 12], [None, None], ["轴承厂", "1,300人"]), "单位.xlsx", FORM
    )
    assert [row.values for row in found.rows] == [
        {"单位名称": ("机床厂",), "人数": ("12",), "备注": ()},
        {"单位名称": ("轴承厂",), "人数": ("1300",), "备注": ()},
    ]
    assert (found.rejected, found.found) == (0, [])
    assert str(found.rows[1].place) == "单位.xlsx:名单!A4"


def test_a_wrong_row_is_rejected_with_every_cell_and_the_others_are_used():
    found = load_fillings(workbook(["单位名称", "人数"], ["", "很多"], ["轴承厂", 3]), "单位.xlsx", FORM)
    assert (len(found.rows), found.rejected) == (1, 1)
    assert told(found) == [
        "单位.xlsx:名单!A2: 错误: “单位名称”是空的（这一栏必须填）",
        "单位.xlsx:名单!B2: 错误: “人数”写的是“很多”，应是整数，单位是人（例如 128）",
    ]


def test_a_column_that_is_no_field_is_told():
    found = load_fillings(workbook(["序号", "单位名称", "人 数目"], [1, "机床厂", 2]), "单位.xlsx", FORM)
    assert told(found) == [
        "单位.xlsx:名单!A1: 提示: “序号”不是这张表的一栏，没有用到",
        "单位.xlsx:名单!C1: 提示: “人 数目”不是这张表的一栏，没有用到（是不是“人数”？）",
    ]
    assert len(found.rows) == 1


def test_a_required_field_without_a_column_rejects_all_rows():
    found = load_fillings(workbook(["人数"], [1], [2]), "单位.xlsx", FORM)
    assert (found.rows, found.rejected) == ([], 2)
    assert told(found) == ["单位.xlsx:名单!A1: 错误: 缺少“单位名称”这一列（第一行写各栏的名字）"]


def test_a_csv_file_names_its_cells_by_row_and_column():
    found = load_fillings("单位名称,人数\n机床厂,很多\n".encode(), "单位.csv", FORM)
    assert told(found) == ["单位.csv:第2行第2列: 错误: “人数”写的是“很多”，应是整数，单位是人（例如 128）"]


def test_yaml_lists_the_forms_under_one_key():
    text = "数据:\n  - 单位名称：机床厂\n    人数: 12\n  - {单位名称: 轴承厂, 人: 3}\n  - 别的\n"
    found = load_fillings(text.encode(), "单位.yaml", FORM)
    assert [row.values["单位名称"] for row in found.rows] == [("机床厂",), ("轴承厂",)]
    assert found.rejected == 1
    assert told(found) == [
        "单位.yaml:2:1: 提示: 键后面的冒号已按半角冒号加空格理解",
        "单位.yaml:4:17: 提示: “人”不是这张表的一栏，没有用到（是不是“人数”？）",
        "单位.yaml:5:5: 错误: 这一项应是“栏目: 内容”（例如 - 单位: 大连市中山区总工会）",
    ]


@pytest.mark.parametrize(
    ("data", "file", "message"),
    [
        (b"", "空.yaml", "空.yaml:1:1: 错误: 文件是空的（“数据”下面每张表写一项，例如 - 单位: 大连市中山区总工会）"),
        (
            "标题: 甲\n".encode(),
            "别.yaml",
            "别.yaml:1:1: 错误: 缺少“数据”（下面每张表写一项：- {单位: …, 项目名称: …}）",
        ),
        (b"", "空.csv", "空.csv:1:1: 错误: 表里没有内容（第一行是列名，下面每行填一张表）"),
        (b"x", "旧.xls", "旧.xls:1:1: 错误: 是旧的 .xls 格式（请用 Excel 或 WPS 另存为 .xlsx）"),
        (
            b"x",
            "坏.xlsx",
            "坏.xlsx:1:1: 错误: 不是完整的 .xlsx 文件，或加了密码（请用 Excel 或 WPS 打开，另存为 .xlsx）",
        ),
    ],
)
def test_what_is_no_table_is_told(data, file, message):
    found = load_fillings(data, file, FORM)
    assert (found.rows, told(found)) == ([], [message])
