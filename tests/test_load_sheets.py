"""Workbooks and CSV files as tables of texts; hostile and damaged ones are refused before they do harm."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, time
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.load.lists import open_sheet
from docgen.load.sheets import COLUMN_LIMIT, ROW_LIMIT, UnusableError, column_letters, csv_sheet
from docgen.load.workbooks import ENTRY_LIMIT, UNPACKED_LIMIT, xlsx_sheet


def fetching(files):
    """What fetches these files and no other; 锁住.xlsx is open in Excel."""

    def fetch(path):
        if path == "锁住.xlsx":
            raise PermissionError(13, "Permission denied")
        if path not in files:
            raise FileNotFoundError(path)
        return files[path]

    return fetch


def workbook(*rows: list[Any], **others: list[list[Any]]) -> bytes:
    """An .xlsx with `rows` in Sheet, and other sheets by name."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for name, cells in others.items():
        other = book.create_sheet(name)
        for row in cells:
            other.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def packed(**parts: bytes) -> bytes:
    """A zip with `parts`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def refused(data: bytes, wanted: str = "") -> str:
    with pytest.raises(UnusableError) as caught:
        xlsx_sheet(data, wanted)
    return f"{caught.value.cell}{caught.value.message}"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("市总工会", "市总工会"),
        ("　甲\u00a0乙 ", "甲 乙"),
        (5, "5"),
        (5.0, "5"),
        (0.1 + 0.2, "0.3"),
        (1e20, "100000000000000000000"),
        (-3.5, "-3.5"),
        (True, "是"),
        (date(2018, 1, 5), "2018年1月5日"),
        (datetime(2018, 1, 5, 14, 30), "2018年1月5日14:30"),
        (time(9, 5), "09:05"),
        (None, ""),
        ("=1+1", ""),
    ],
)
def test_a_cell_is_the_text_a_clerk_sees(value, shown):
    assert xlsx_sheet(workbook(["列"], [value, "末"])).rows[1][0] == shown


def test_a_percentage_stays_one():
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = 0.85
    sheet["A1"].number_format = "0%"
    buffer = io.BytesIO()
    book.save(buffer)
    assert xlsx_sheet(buffer.getvalue()).rows == (("85%",),)


def test_a_formula_that_failed_is_told_by_its_cell():
    found = xlsx_sheet(workbook(["甲"], ["乙", "#REF!"]))
    assert (found.rows[1], found.faults) == (("乙",), {(1, 1): "这一格的公式出错：#REF!"})
    with pytest.raises(UnusableError, match="公式出错") as caught:
        open_sheet(workbook(["甲"], ["乙", "#REF!"]), "名单.xlsx")
    assert caught.value.cell == "Sheet!B2"


def test_a_formula_without_a_value_is_no_empty_cell():
    assert xlsx_sheet(workbook(["甲", "乙"], ["一", "=1+1"])).faults == {(1, 1): "这一格的公式还没有算出结果"}


def edited(change: Callable[[Any], None], *rows: list[Any]) -> bytes:
    """A workbook changed by hand."""
    book = openpyxl.load_workbook(io.BytesIO(workbook(*rows)))
    change(book.active)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def rewritten(data: bytes, old: str, new: str) -> bytes:
    """A workbook whose first sheet says something else."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, part.replace(old.encode(), new.encode()) if name.endswith("sheet1.xml") else part)
    return buffer.getvalue()


def test_a_merged_cell_holds_its_value_in_each_of_its_rows():
    data = edited(
        lambda sheet: sheet.merge_cells("A2:A3"), ["奖项", "姓名"], ["一等奖", "甲"], [None, "乙"], ["二等奖", "丙"]
    )
    assert xlsx_sheet(data).rows == (("奖项", "姓名"), ("一等奖", "甲"), ("一等奖", "乙"), ("二等奖", "丙"))


def test_a_merged_cell_as_large_as_the_sheet_fills_no_more_than_the_table():
    data = rewritten(
        workbook(["甲"], ["乙"]),
        "</sheetData>",
        '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    )
    assert [len(row) for row in xlsx_sheet(data).rows] == [COLUMN_LIMIT] * len(xlsx_sheet(data).rows)


def test_merged_cells_upon_merged_cells_are_refused():
    areas = '<mergeCell ref="A1:CV5000"/>' * 50
    data = rewritten(workbook(*[["甲"]] * 5000), "</sheetData>", f"</sheetData><mergeCells>{areas}</mergeCells>")
    assert refused(data) == "里的合并单元格互相重叠"


def test_hidden_rows_are_known():
    def hide(sheet: Any) -> None:
        sheet.row_dimensions[3].hidden = True

    assert xlsx_sheet(edited(hide, ["甲"], ["乙"], ["丙"])).hidden == {2}


def test_a_longer_table_is_read_where_more_rows_are_allowed():
    data = workbook(*[["甲"]] * (ROW_LIMIT + 10))
    assert len(xlsx_sheet(data, most=ROW_LIMIT + 9).rows) == ROW_LIMIT + 10


def test_the_first_sheet_is_read_unless_another_is_named():
    data = workbook(["甲"], 市级=[["乙"]])
    assert (xlsx_sheet(data).name, xlsx_sheet(data).others) == ("Sheet", ("市级",))
    assert xlsx_sheet(data, "市级").rows == (("乙",),)
    assert refused(data, "省级") == "没有名为“省级”的工作表"


def test_a_cell_has_the_name_a_clerk_knows():
    assert xlsx_sheet(workbook(["甲"])).cell(2, 27) == "Sheet!AB3"
    assert csv_sheet("甲".encode()).cell(2, 1) == "第3行第2列"


def test_too_many_rows_or_columns_are_refused_not_cut():
    assert xlsx_sheet(workbook(*[["甲"]] * (ROW_LIMIT + 1))).rows[-1] == ("甲",)
    assert refused(workbook(*[["甲"]] * (ROW_LIMIT + 2))) == f"超过{ROW_LIMIT}行"
    assert refused(workbook(["甲"] * (COLUMN_LIMIT + 1))) == f"超过{COLUMN_LIMIT}列"


def test_a_cell_at_the_far_corner_costs_nothing():
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "甲"
    sheet["XFD1048576"] = "乙"
    buffer = io.BytesIO()
    book.save(buffer)
    assert len(xlsx_sheet(buffer.getvalue()).rows) <= ROW_LIMIT + 2


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    bomb = packed(**{"xl/worksheets/sheet1.xml": b"0" * (UNPACKED_LIMIT + 1)})
    assert len(bomb) < UNPACKED_LIMIT / 100
    assert refused(bomb).startswith("文件太大")


def test_too_many_parts_are_refused():
    assert refused(packed(**{f"a{number}": b"" for number in range(ENTRY_LIMIT + 1)})).startswith("文件太大")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_entities_are_refused(encoding):
    assert "实体" in refused(packed(part='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode(encoding)))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", "甲,乙".encode(), packed(a=b"b")])
def test_what_is_no_workbook_is_refused(data):
    assert refused(data) == "不是完整的 .xlsx 文件，或加了密码"


GOOD = workbook(["项目", "单位"], ["甲", 5.0])


@given(st.integers(0, 10**9))
def test_no_damage_makes_it_raise_anything_else(seed):
    chance = random.Random(seed)
    damaged = bytearray(GOOD)
    for _ in range(3):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    with suppress(UnusableError):
        xlsx_sheet(bytes(damaged))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_csv_is_read_in_every_encoding_excel_writes(encoding):
    assert csv_sheet('项目,单位\r\n"甲,""乙""",丙\r\n'.encode(encoding)).rows == (("项目", "单位"), ('甲,"乙"', "丙"))


def test_a_csv_may_have_tabs_and_lines_within_cells():
    assert csv_sheet('项目\t单位\n"甲\n乙"\t丙\n'.encode()).rows == (("项目", "单位"), ("甲\n乙", "丙"))


@pytest.mark.parametrize(
    ("data", "message"), [(b"\x00", "文件不是文本，或编码不明"), (b'"' + b"a" * 200_000, "文件不是完整的 CSV")]
)
def test_what_is_no_csv_is_refused(data, message):
    with pytest.raises(UnusableError) as caught:
        csv_sheet(data)
    assert caught.value.message == message


def test_columns_are_called_as_spreadsheets_call_them():
    called = [openpyxl.utils.get_column_letter(column) for column in range(1, 800)]
    assert [column_letters(column) for column in range(799)] == called
