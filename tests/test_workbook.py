"""Sheets of a workbook: heads, widths, texts that never become formulas."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from docgen.workbook import LONGEST_CELL, LONGEST_NAME, Table, workbook


def sheet_with(*rows, name="表", columns=("甲", "乙"), widths=()):
    return openpyxl.load_workbook(BytesIO(workbook([Table(name, columns, rows, widths)]))).worksheets[0]


def test_the_head_is_bold_and_stays_in_sight():
    sheet = sheet_with(columns=("机关", "日期"), widths=(12.0, 30.0))
    assert [cell.value for cell in sheet[1]] == ["机关", "日期"]
    assert all(cell.font.bold for cell in sheet[1])
    assert sheet.freeze_panes == "A2"
    assert [sheet.column_dimensions[letter].width for letter in "AB"] == [12.0, 30.0]


@pytest.mark.parametrize("text", ["=1+1", "+8610", "-5", "@SUM(A1)", '=HYPERLINK("x")'])
def test_a_text_that_begins_like_a_formula_stays_a_text(text):
    cell = sheet_with([text])["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_numbers_and_dates_stay_what_they_are():
    sheet = sheet_with([3, Decimal("2.5")], [date(2018, 1, 5), "字"])
    assert [sheet["A2"].value, sheet["B2"].value, sheet["A3"].value.date()] == [3, 2.5, date(2018, 1, 5)]


def test_names_of_sheets_and_texts_are_as_long_as_a_spreadsheet_takes():
    sheet = sheet_with(["长" * (LONGEST_CELL + 9)], name="甲[乙]/" + "丙" * 40)
    assert sheet.title == ("甲乙" + "丙" * 40)[:LONGEST_NAME]
    assert len(sheet["A2"].value) == LONGEST_CELL


def test_the_same_tables_give_the_same_bytes():
    assert workbook([Table("表", ("甲",), [("字",)])]) == workbook([Table("表", ("甲",), [("字",)])])
