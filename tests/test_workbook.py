"""Tables as workbooks: values stay what they are, texts never become formulas, the same tables give the same bytes."""

from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.workbook import LONGEST_CELL, Table, workbook

EDGES = 5 / 7
"""What a file adds to the width of a column: five pixels beside characters of seven (ECMA-376 18.3.1.13)."""


def opened(*tables):
    return openpyxl.load_workbook(io.BytesIO(workbook(tables)))


def cell(value):
    return opened(Table("表", ("列",), [[value]]))["表"]["A2"]


@pytest.mark.parametrize("value", ["市总工会", 5, 2.5, date(2018, 1, 5), None])
def test_a_value_stays_what_it_is(value):
    found = cell(value).value
    assert (found.date() if isinstance(value, date) else found) == value


def test_money_is_a_number():
    assert cell(Decimal("12.50")).value == 12.5


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "=1+1"])
def test_a_text_that_begins_like_a_formula_stays_a_text(text):
    found = cell(text)
    assert (found.value, found.data_type, found.quotePrefix) == (text, "s", True)


def test_a_date_is_shown_as_official_documents_write_it():
    assert cell(date(2018, 1, 5)).number_format == 'yyyy"年"m"月"d"日"'


def test_a_text_is_as_long_as_a_cell_can_hold():
    assert len(cell("字" * (LONGEST_CELL + 5)).value) == LONGEST_CELL


def test_heads_stay_in_sight_and_columns_have_their_widths():
    sheet = opened(Table("清单", ("甲", "乙"), [(1, 2)], (10.0, 30.0)))["清单"]
    widths = [sheet.column_dimensions[column].width - EDGES for column in "AB"]
    assert (sheet.freeze_panes, widths) == ("A2", pytest.approx([10.0, 30.0], abs=0.01))


def test_names_of_sheets_lose_the_signs_that_excel_forbids():
    assert opened(Table("甲[乙]:丙*丁?/戊\\" + "长" * 40, ("列",), [])).sheetnames == ["甲乙丙丁戊" + "长" * 26]


@pytest.mark.parametrize(
    ("names", "sheets"),
    [
        (("问题", "问题"), ["问题", "问题2"]),
        (("表A", "表a", "表A"), ["表A", "表a2", "表A3"]),
        (("长" * 40, "长" * 32), ["长" * 31, "长" * 30 + "2"]),
        (("", "[]"), ["2", "3"]),
    ],
)
def test_sheets_have_names_of_their_own(names, sheets):
    assert opened(*(Table(name, ("列",), []) for name in names)).sheetnames == sheets


@given(
    st.lists(
        st.lists(
            st.one_of(st.text(st.characters(codec="utf-8", categories=("L", "N", "P"))), st.integers(-9, 9)), max_size=3
        )
    )
)
def test_the_same_tables_give_the_same_bytes(rows):
    assert workbook([Table("表", ("列",), rows)]) == workbook([Table("表", ("列",), rows)])


def test_nothing_tells_when_it_was_made():
    core = opened(Table("表", ("列",), [])).properties
    assert (core.created, core.modified) == (datetime(1980, 1, 1), datetime(1980, 1, 1))
