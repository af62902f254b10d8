"""Take the bytes of an .xlsx file, give one of its sheets as texts.

A workbook is a zip: its entries are counted and measured before anything is unpacked.
"""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import openpyxl
from lxml.etree import LxmlError
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.utils.exceptions import InvalidFileException

from docgen.load.marks import Area, read_marks
from docgen.load.sheets import COLUMN_LIMIT, ROW_LIMIT, Sheet, UnusableError, clean, limited

ENTRY_LIMIT = 1_000
"""A workbook of twenty sheets with pictures has about a hundred parts."""

UNPACKED_LIMIT = 50_000_000
"""Bytes: 5,000 rows of twenty columns unpack to about 10 MB."""

SPREADSHEET_DIGITS = 15
"""Significant digits a spreadsheet keeps: beyond them stands binary noise (0.30000000000000004)."""

ENTITIES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
"""No office program writes a DOCTYPE; entities that grow or reach other files would need one."""

UNCOMPUTED = "这一格的公式还没有算出结果"

UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    LxmlError,
    struct.error,
    InvalidFileException,
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What zipfile, the XML parser and openpyxl raise over a damaged or encrypted workbook."""


def xlsx_sheet(data: bytes, wanted: str = "", most: int = ROW_LIMIT) -> Sheet:
    """The sheet `wanted` of a workbook, the first one if none is named, with `most` rows below its head.

    Formulas give the values last computed; a merged cell holds its value in each of its rows and columns.
    """
    try:
        _weigh(data, UNPACKED_LIMIT * max(1, most // ROW_LIMIT))
        with warnings.catch_warnings():
            # openpyxl warns of decorations it does not read (validations, styles); the values are not concerned.
            warnings.simplefilter("ignore")
            return _read(data, wanted, most)
    except UNREADABLE:
        raise UnusableError("不是完整的 .xlsx 文件，或加了密码", "请用 Excel 或 WPS 打开，另存为 .xlsx") from None


def _weigh(data: bytes, most: int) -> None:
    """Raises UnusableError for a workbook that would unpack to more than `most` bytes, or that defines entities."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = packed.infolist()
        if len(parts) > ENTRY_LIMIT or sum(part.file_size for part in parts) > most:
            message = f"文件太大：解压后最多{most // 1_000_000}MB、{ENTRY_LIMIT}个部件"
            raise UnusableError(message, "请删去图片和多余的工作表")
        for part in parts:
            text = packed.read(part)
            if any(mark in text for mark in ENTITIES):
                raise UnusableError("文件里有不该有的实体定义", "请用 Excel 或 WPS 打开，另存为 .xlsx")


def _read(data: bytes, wanted: str, most: int) -> Sheet:
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    names = [sheet.title for sheet in book.worksheets]
    name = wanted or names[0]
    if name not in names:
        raise UnusableError(f"没有名为“{name}”的工作表", f"有：{'、'.join(names)}")
    with zipfile.ZipFile(io.BytesIO(data)) as packed, packed.open(_path(book[name])) as sheet:
        marks = read_marks(sheet)
    faults = {_position(cell): UNCOMPUTED for cell in marks.uncomputed}
    cells = book[name].iter_rows(max_row=most + 2, max_col=COLUMN_LIMIT + 1)
    rows = limited((tuple(_text(cell, faults) for cell in row) for row in cells), most)
    return Sheet(
        name,
        tuple(_spread(rows, marks.merged)),
        tuple(other for other in names if other != name),
        frozenset(marks.hidden),
        faults,
    )


def _path(sheet: Any) -> str:
    """The part of a sheet, which openpyxl knows and keeps to itself."""
    path: str = sheet._worksheet_path
    return path


def _position(name: str) -> tuple[int, int]:
    """B3 → row 2, column 1, both from 0."""
    row, column = coordinate_to_tuple(name)
    return row - 1, column - 1


def _spread(rows: tuple[tuple[str, ...], ...], merged: list[Area]) -> list[tuple[str, ...]]:
    """`rows` with the value of each merged cell in all of its places."""
    spread, room = list(rows), len(rows) * COLUMN_LIMIT
    for top, bottom, left, right in merged:
        value = rows[top][left] if top < len(rows) and left < len(rows[top]) else ""
        if not value:
            continue
        last, end = min(bottom, len(rows) - 1), min(right, COLUMN_LIMIT - 1)
        room -= (last + 1 - top) * (end + 1 - left)
        if room < 0:
            raise UnusableError("里的合并单元格互相重叠", "请用 Excel 或 WPS 打开，取消合并后另存")
        for number in range(top, last + 1):
            row = [*spread[number], *[""] * (end + 1 - len(spread[number]))]
            row[left : end + 1] = [value] * (end + 1 - left)
            spread[number] = tuple(row)
    return spread


def _text(cell: Cell | MergedCell, faults: dict[tuple[int, int], str]) -> str:
    """What a cell shows, as near as the file tells; a value that is none is one of `faults`."""
    value = cell.value
    match value:
        case None:
            return ""
        case bool():
            return "是" if value else "否"
        case int() | float():
            return _digits(value, cell.number_format or "")
        case datetime() | date() | time():
            return _moment(value)
        case str() if cell.data_type == "e":
            faults[_position(cell.coordinate)] = f"这一格的公式出错：{value}"
            return ""
        case _:
            return clean(str(value))


def _digits(value: float, shape: str) -> str:
    """5.0 → 5; a percentage as such."""
    percent = "%" in shape
    shown = f"{value * 100 if percent else value:.{SPREADSHEET_DIGITS}g}"
    return f"{Decimal(shown):f}" + ("%" if percent else "")


def _moment(value: date | time) -> str:
    if isinstance(value, time):
        return f"{value:%H:%M}"
    day = f"{value.year}年{value.month}月{value.day}日"
    at_midnight = not isinstance(value, datetime) or value.time() == time()
    return day if at_midnight else f"{day}{value:%H:%M}"
