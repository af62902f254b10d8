"""Take what was collected, give the workbook: a sheet for each form, a sheet 问题, a sheet 退回."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docgen.form import Form, Kind
from docgen.forms.collect import Collected, Harvest
from docgen.workbook import USUAL_WIDTH, Table, workbook

FILE_COLUMN = "来源文件"
DOUBTS, REJECTED = "问题", "退回"
DOUBT_COLUMNS = ("文件", "栏目", "读到的内容", "问题", "怎么办")
REJECTED_COLUMNS = ("文件", "原因", "怎么办")
WIDTHS = {Kind.LONG: 60.0, Kind.INTEGER: 12.0, Kind.MONEY: 14.0, Kind.DATE: 16.0}
"""Widths of columns in characters, as a spreadsheet counts them."""


def summary(harvest: Harvest, forms: Iterable[Form]) -> bytes:
    """The .xlsx file."""
    tables = [
        *(_table(form, [one for one in harvest.collected if one.form == form.name]) for form in forms),
        Table(DOUBTS, DOUBT_COLUMNS, [(one.file, one.field, one.found, one.why, one.hint) for one in harvest.doubts]),
        Table(REJECTED, REJECTED_COLUMNS, [(one.file, one.why, one.hint) for one in harvest.rejected]),
    ]
    return workbook(table for table in tables if table.rows or table.name in (DOUBTS, REJECTED))


def _table(form: Form, collected: Sequence[Collected]) -> Table:
    names = [field.name for field in form.fields]
    rows = [[*(one.values.get(name) for name in names), one.file] for one in collected]
    widths = [*(WIDTHS.get(field.kind, USUAL_WIDTH) for field in form.fields), USUAL_WIDTH]
    return Table(form.name, (*names, FILE_COLUMN), rows, widths)
