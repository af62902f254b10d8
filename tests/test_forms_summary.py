"""The workbook of what was collected."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import openpyxl
from form_samples import small

from docgen.form import Field, Kind
from docgen.forms.collect import Collected, Doubt, Harvest, Rejected
from docgen.forms.summary import summary

FORM = small("单位", Field("人数", Kind.INTEGER), Field("钱", Kind.MONEY), Field("日", Kind.DATE))


def book(harvest):
    return openpyxl.load_workbook(BytesIO(summary(harvest, [FORM])))


def rows(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_a_row_for_each_file_a_column_for_each_field_and_its_source():
    values = {"单位": "机床厂", "人数": 12, "钱": Decimal("3.5"), "日": date(2018, 1, 5)}
    sheet = book(Harvest([Collected("一.docx", "试验表", values, ())]))["试验表"]
    assert rows(sheet)[0] == ["单位", "人数", "钱", "日", "来源文件"]
    found = rows(sheet)[1]
    assert (found[:3], found[3].date(), found[4]) == (["机床厂", 12, 3.5], date(2018, 1, 5), "一.docx")


def test_doubts_and_rejected_files_have_sheets_of_their_own():
    harvest = Harvest(
        [], [Rejected("二.doc", "不是 .docx 文件", "请另存")], [Doubt("一.docx", "人数", "很多", "应是整数")]
    )
    found = book(harvest)
    assert found.sheetnames == ["问题", "退回"]
    assert rows(found["问题"])[1] == ["一.docx", "人数", "很多", "应是整数", None]
    assert rows(found["退回"])[1] == ["二.doc", "不是 .docx 文件", "请另存"]


def test_a_text_that_looks_like_a_formula_stays_a_text():
    for text in ("=1+1", "+cmd", "-2", "@SUM(A1)"):
        cell = book(Harvest([Collected("一.docx", "试验表", {"单位": text}, ())]))["试验表"]["A2"]
        assert (cell.value, cell.data_type) == (text, "s")


def test_a_form_that_nobody_returned_has_no_sheet():
    assert book(Harvest()).sheetnames == ["问题", "退回"]
