"""Sheets and typed lists as rows by column, each of which knows its number and the places of its cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_load_sheets import edited, workbook

from docgen.load.compose import compose
from docgen.load.lists import sheet_of
from docgen.load.sheets import Sheet, UnusableError, csv_sheet
from docgen.load.source import source
from docgen.load.tables import Table, table_of_sheet, table_of_tree
from docgen.load.tree import Listing

FILE = "名册.xlsx"


def table(data: bytes, path: str = FILE) -> Table:
    return table_of_sheet(sheet_of(data, path), path)


def refused(data: bytes) -> str:
    with pytest.raises(UnusableError) as caught:
        table(data)
    return f"{caught.value.cell}: {caught.value.message}（{caught.value.hint}）"


def typed(text: str) -> Table:
    where = source("批.yaml", text)
    rows = compose(where)[0]
    assert isinstance(rows, Listing)
    return table_of_tree(rows, where)


def cells(found: Table) -> list[tuple[str, ...]]:
    """The rows without their columns."""
    assert all(tuple(row.cells) == found.columns for row in found.rows)
    return [tuple(row.cells.values()) for row in found.rows]


def faults(found: Table) -> list[str]:
    assert all(number == fault.number for number, fault in found.faults.items())
    return [f"{fault.place}: {fault.why}" for fault in found.faults.values()]


def test_rows_are_numbered_as_in_the_file_and_empty_ones_do_not_count():
    found = table(workbook([None], ["姓名", "单位"], ["甲", "一厂"], [None, "  "], ["乙"]))
    assert found.columns == ("姓名", "单位")
    assert cells(found) == [("甲", "一厂"), ("乙", "")]
    assert [row.number for row in found.rows] == [3, 5]


def test_every_cell_knows_its_place():
    _, row = table(workbook(["序号", "姓名"], [1, "甲"], [2, "乙"])).rows
    assert [str(row.place), str(row.spot("姓名"))] == ["名册.xlsx:Sheet!A3", "名册.xlsx:Sheet!B3"]
    assert str(row.spot("别的")) == "名册.xlsx:Sheet!A3"


def test_a_row_of_a_csv_file_has_no_letters():
    (row,) = table("姓名,单位\n甲,一厂\n".encode(), "名册.csv").rows
    assert str(row.spot("单位")) == "名册.csv:第2行第2列"


def test_the_first_column_with_a_name_is_the_place_of_a_row():
    (row,) = table(workbook([None, "姓名"], ["注", "甲"])).rows
    assert (str(row.place), dict(row.cells)) == ("名册.xlsx:Sheet!B2", {"姓名": "甲"})


def test_a_name_of_a_column_has_no_spaces_nor_lines():
    assert table(workbook(["姓　名", "工作\n单位"], ["甲", "乙"])).columns == ("姓名", "工作单位")


def test_the_winners_beside_a_merged_award_all_have_it():
    data = edited(
        lambda sheet: sheet.merge_cells("A2:A3"), ["奖项", "姓名"], ["一等奖", "甲"], [None, "乙"], ["二等奖", "丙"]
    )
    assert cells(table(data)) == [("一等奖", "甲"), ("一等奖", "乙"), ("二等奖", "丙")]


@pytest.mark.parametrize("rows", [[], [["姓名"]], [[None], ["姓名"], [None]]])
def test_a_head_alone_is_no_table(rows):
    assert refused(workbook(*rows)) == ": 里没有内容（第一行是列名，下面每行一项）"


def test_two_columns_of_one_name_are_refused_at_the_second():
    assert refused(workbook(["姓名", "单位", "姓 名"], ["甲", "乙", "丙"])).startswith("Sheet!C1: 列名“姓名”出现两次")


def test_a_merged_title_above_the_head_is_told_as_such():
    data = edited(lambda sheet: sheet.merge_cells("A1:B1"), ["获奖名单", None], ["姓名", "单位"], ["甲", "乙"])
    assert refused(data) == "Sheet!B1: 列名“获奖名单”出现两次（请改成不同的列名；列名上面若有大标题，请把它删去）"


def test_a_formula_in_the_head_is_told_by_its_cell():
    assert refused(workbook(["=1+1", "单位"], ["甲", "乙"])) == "Sheet!A1: 这一格的公式还没有算出结果（请改正后再保存）"
    assert refused(workbook(["姓名", "#REF!"], ["甲", "乙"])) == "Sheet!B1: 这一格的公式出错：#REF!（请改正后再保存）"


def test_a_faulty_cell_is_the_fault_of_its_row():
    found = table(workbook(["姓名", "单位"], ["甲", "#REF!"], ["乙", "一厂"], ["丙", "=1+1"]))
    assert faults(found) == [
        "名册.xlsx:Sheet!B2: 这一格的公式出错：#REF!",
        "名册.xlsx:Sheet!B4: 这一格的公式还没有算出结果",
    ]
    assert cells(found) == [("甲", ""), ("乙", "一厂"), ("丙", "")]


def test_every_faulty_cell_of_a_row_is_named():
    found = table(workbook(["姓名", "单位", "奖项"], ["#N/A", "一厂", "#REF!"]))
    assert faults(found) == ["名册.xlsx:Sheet!A2: 这一格的公式出错：#N/A；Sheet!C2：这一格的公式出错：#REF!"]


def test_a_row_that_holds_nothing_but_a_faulty_cell_is_a_row():
    found = table(workbook(["姓名"], ["甲"], ["=1+1"], ["乙"], ["=1+1"]))
    assert [row.number for row in found.rows] == [2, 3, 4, 5]
    assert list(found.faults) == [3, 5]


def test_a_faulty_cell_below_all_others_is_a_row_and_one_above_the_head_is_none():
    sheet = Sheet("名单", ((), ("姓名",), ("甲",)), faults={(0, 0): "坏", (3, 0): "坏"})
    found = table_of_sheet(sheet, FILE)
    assert [(row.number, dict(row.cells)) for row in found.rows] == [(3, {"姓名": "甲"}), (4, {"姓名": ""})]


def test_hidden_rows_are_known_by_their_numbers():
    def hide(sheet):
        sheet.row_dimensions[3].hidden = True

    assert table(edited(hide, ["姓名"], ["甲"], ["乙"])).hidden == {3}


@given(st.lists(st.lists(st.sampled_from(["", "甲", "乙"]), max_size=4), max_size=12))
def test_every_row_that_holds_something_comes_once_and_in_order(rows):
    sheet = Sheet("名单", (("一", "二"), *map(tuple, rows), ("末",)))
    found = table_of_sheet(sheet, FILE)
    filled = [number for number, row in enumerate(sheet.rows, start=1) if any(row)]
    assert [row.number for row in found.rows] == filled[1:]
    assert cells(found) == [(*sheet.rows[number - 1], "", "")[:2] for number in filled[1:]]


@given(st.text('甲,"\n\t ', max_size=40))
def test_a_csv_is_refused_or_its_rows_are_numbered(text):
    try:
        found = table_of_sheet(csv_sheet(text.encode()), "名册.csv")
    except UnusableError:
        return
    numbers = [row.number for row in found.rows]
    assert numbers == sorted(set(numbers))


def test_typed_rows_stand_where_they_begin():
    found = typed("- {姓名: 甲, 单位: 一厂}\n- 姓名: 乙\n")
    assert cells(found) == [("甲", "一厂"), ("乙", "")]
    assert [f"{row.number} {row.spot('单位')}" for row in found.rows] == ["1 批.yaml:1:3", "2 批.yaml:2:3"]
    assert (found.faults, found.hidden) == ({}, frozenset())


def test_a_column_that_only_a_later_row_has_is_empty_before():
    assert cells(typed("- {姓名: 甲}\n- {姓名: 乙, 单位: 一厂}\n")) == [("甲", ""), ("乙", "一厂")]


def test_what_is_no_row_is_the_fault_of_that_row_alone():
    found = typed("- {姓名: 甲}\n- 乙\n- [丙]\n")
    assert faults(found) == ["批.yaml:2:3: 这一项应是“列名: 内容”", "批.yaml:3:3: 这一项应是“列名: 内容”"]
    assert cells(found) == [("甲",), ("",), ("",)]


def test_a_cell_that_is_no_text_is_never_printed_as_one():
    found = typed("- {姓名: [甲, 乙], 单位: {厂: 一}}\n")
    assert faults(found) == ["批.yaml:1:3: “姓名”“单位”应是一段文字"]
    assert cells(found) == [("", "")]
