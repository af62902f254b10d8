"""Take tables, give a workbook (.xlsx): values as themselves, texts as texts, the same bytes for the same tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from itertools import chain, count
from typing import Any

from msgspec import Struct, field
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

DATE_FORMAT = 'yyyy"年"m"月"d"日"'
LONGEST_NAME = 31
"""Characters of the name of a sheet in Excel."""
FORBIDDEN_IN_SHEETS = str.maketrans("", "", "[]:*?/\\'")
USUAL_WIDTH = 24.0
"""Of a column in characters, as a spreadsheet counts them."""
LONGEST_CELL = 32_767
"""Characters that a cell can hold."""
FORMULA_SIGNS = ("=", "+", "-", "@")
"""What a spreadsheet takes for the beginning of a formula."""
MADE = datetime(1980, 1, 1)
"""When every workbook was made: the first time an archive can tell."""

Value = str | int | float | Decimal | date | None


class Table(Struct, frozen=True):
    """A sheet: its name, its columns, its rows, and how wide the columns are."""

    name: str
    columns: Sequence[str]
    rows: Iterable[Sequence[Value]]
    widths: Sequence[float] = field(default_factory=tuple)


def workbook(tables: Iterable[Table]) -> bytes:
    """The .xlsx file. The heads of its sheets stay in sight. A row that is written is forgotten."""
    out = BytesIO()
    with Workbook(out, {"constant_memory": True}) as book:
        book.set_properties({"created": MADE})
        looks = {
            "head": book.add_format({"bold": True}),
            "text": book.add_format({"text_wrap": True, "valign": "top"}),
            "sign": book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True}),
            "date": book.add_format({"num_format": DATE_FORMAT}),
        }
        taken: set[str] = set()
        for table in tables:
            name = _name(table.name, taken)
            taken.add(name.casefold())
            _add(book.add_worksheet(name), table, looks)
    return out.getvalue()


def _name(wanted: str, taken: set[str]) -> str:
    """What a sheet can be called: the second of two alike is numbered; capitals make no difference."""
    short = wanted.translate(FORBIDDEN_IN_SHEETS)[:LONGEST_NAME]
    numbered = (f"{short[: LONGEST_NAME - len(str(number))]}{number}" for number in count(2))
    return next(name for name in chain([short], numbered) if name and name.casefold() not in taken)


def _add(sheet: Worksheet, table: Table, looks: dict[str, Any]) -> None:
    sheet.freeze_panes(1, 0)
    for at, width in enumerate(table.widths or [USUAL_WIDTH] * len(table.columns)):
        sheet.set_column(at, at, width)
    sheet.write_row(0, 0, table.columns, looks["head"])
    for number, row in enumerate(table.rows, start=1):
        for at, value in enumerate(row):
            _write(sheet, (number, at), value, looks)


def _write(sheet: Worksheet, cell: tuple[int, int], value: Value, looks: dict[str, Any]) -> None:
    """A value as itself; a text stays a text even where it begins like a formula."""
    if value in (None, ""):
        return
    if isinstance(value, str):
        sheet.write_string(*cell, value[:LONGEST_CELL], looks["sign" if value.startswith(FORMULA_SIGNS) else "text"])
    elif isinstance(value, date):
        sheet.write_datetime(*cell, value, looks["date"])
    else:
        sheet.write_number(*cell, value)
