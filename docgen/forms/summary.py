"""Take what was collected, give the workbook: a sheet for each form, a sheet 问题, a sheet 退回."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from docgen.form import Form, Kind
from docgen.forms.collect import Harvest, Value

FILE_COLUMN = "来源文件"
DOUBTS, REJECTED = "问题", "退回"
DOUBT_COLUMNS = ("文件", "栏目", "读到的内容", "问题", "怎么办")
REJECTED_COLUMNS = ("文件", "原因", "怎么办")
DATE_FORMAT = 'yyyy"年"m"月"d"日"'
LONGEST_NAME = 31
"""Characters of the name of a sheet in Excel."""
FORBIDDEN_IN_SHEETS = str.maketrans("", "", "[]:*?/\\")
WIDTHS = {Kind.LONG: 60.0, Kind.INTEGER: 12.0, Kind.MONEY: 14.0, Kind.DATE: 16.0}
USUAL_WIDTH = 24.0
"""Widths of columns in characters, as a spreadsheet counts them."""
LONGEST_CELL = 32_767
"""Characters that a cell can hold."""


def summary(harvest: Harvest, forms: Iterable[Form]) -> bytes:
    """The .xlsx file."""
    book = Workbook(write_only=True)
    for form in forms:
        rows = [one for one in harvest.collected if one.form == form.name]
        if rows:
            names = [field.name for field in form.fields]
            widths = [*(WIDTHS.get(field.kind, USUAL_WIDTH) for field in form.fields), USUAL_WIDTH]
            sheet = _sheet(book, form.name, (*names, FILE_COLUMN), widths)
            for one in rows:
                sheet.append(_cells(sheet, [*(one.values.get(name, "") for name in names), one.file]))
    doubts = _sheet(book, DOUBTS, DOUBT_COLUMNS, [USUAL_WIDTH] * len(DOUBT_COLUMNS))
    for doubt in harvest.doubts:
        doubts.append(_cells(doubts, [doubt.file, doubt.field, doubt.found, doubt.why, doubt.hint]))
    rejected = _sheet(book, REJECTED, REJECTED_COLUMNS, [USUAL_WIDTH] * len(REJECTED_COLUMNS))
    for each in harvest.rejected:
        rejected.append(_cells(rejected, [each.file, each.why, each.hint]))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _sheet(book: Workbook, name: str, columns: Sequence[str], widths: Sequence[float]) -> Any:
    sheet = book.create_sheet(name.translate(FORBIDDEN_IN_SHEETS)[:LONGEST_NAME])
    sheet.freeze_panes = "A2"
    for at, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.append([_head(sheet, column) for column in columns])
    return sheet


def _head(sheet: Any, text: str) -> Cell:
    cell = WriteOnlyCell(sheet, text)
    cell.font = Font(bold=True)
    return cell


def _cells(sheet: Any, values: Sequence[Value]) -> list[Cell]:
    return [_cell(sheet, value) for value in values]


def _cell(sheet: Any, value: Value) -> Cell:
    """A value as itself; a text stays a text even where it begins like a formula."""
    if isinstance(value, str):
        cell = WriteOnlyCell(sheet, value[:LONGEST_CELL])
        cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
        return cell
    cell = WriteOnlyCell(sheet)
    cell.value = value
    if isinstance(value, date):
        cell.number_format = DATE_FORMAT
    return cell
