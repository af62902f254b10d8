"""Take tables, give a workbook (.xlsx): values as themselves, texts as texts, the same bytes for the same tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree
from msgspec import Struct, field
from openpyxl import Workbook
from openpyxl.cell.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from docgen.package import packed

DATE_FORMAT = 'yyyy"年"m"月"d"日"'
LONGEST_NAME = 31
"""Characters of the name of a sheet in Excel."""
FORBIDDEN_IN_SHEETS = str.maketrans("", "", "[]:*?/\\")
USUAL_WIDTH = 24.0
"""Of a column in characters, as a spreadsheet counts them."""
LONGEST_CELL = 32_767
"""Characters that a cell can hold."""
FORMULA_SIGNS = ("=", "+", "-", "@")
"""What a spreadsheet takes for the beginning of a formula."""
WRAPPED = Alignment(wrap_text=True, vertical="top")
CORE = "docProps/core.xml"
CLOCK = frozenset(("created", "modified"))
"""Properties that tell when a workbook was made (ISO 29500-2, 11.1)."""

Value = str | int | float | Decimal | date | None


class Table(Struct, frozen=True):
    """A sheet: its name, its columns, its rows, and how wide the columns are."""

    name: str
    columns: Sequence[str]
    rows: Iterable[Sequence[Value]]
    widths: Sequence[float] = field(default_factory=tuple)


def workbook(tables: Iterable[Table]) -> bytes:
    """The .xlsx file. The heads of its sheets stay in sight."""
    book = Workbook(write_only=True)
    for table in tables:
        sheet = book.create_sheet(table.name.translate(FORBIDDEN_IN_SHEETS)[:LONGEST_NAME])
        sheet.freeze_panes = "A2"
        widths = table.widths or [USUAL_WIDTH] * len(table.columns)
        for at, width in enumerate(widths, start=1):
            sheet.column_dimensions[get_column_letter(at)].width = width
        sheet.append([_head(sheet, column) for column in table.columns])
        for row in table.rows:
            sheet.append([_cell(sheet, value) for value in row])
    return _timeless(book)


def _timeless(book: Workbook) -> bytes:
    """The file of a workbook without the time of its making."""
    raw = BytesIO()
    book.save(raw)
    with ZipFile(raw) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    return packed({**parts, CORE: _without_clock(parts[CORE])})


def _without_clock(core: bytes) -> bytes:
    root = etree.fromstring(core)
    for child in list(root):
        if etree.QName(child).localname in CLOCK:
            root.remove(child)
    written: bytes = etree.tostring(root)
    return written


def _head(sheet: Any, text: str) -> Cell:
    cell = WriteOnlyCell(sheet, text)
    cell.font = Font(bold=True)
    return cell


def _cell(sheet: Any, value: Value) -> Cell:
    """A value as itself; a text stays a text even where it begins like a formula."""
    if isinstance(value, str):
        cell = WriteOnlyCell(sheet, value[:LONGEST_CELL])
        cell.data_type = "s"
        cell.alignment = WRAPPED
        if value.startswith(FORMULA_SIGNS):
            cell.quotePrefix = True
        return cell
    cell = WriteOnlyCell(sheet)
    cell.value = value
    if isinstance(value, date):
        cell.number_format = DATE_FORMAT
    return cell
