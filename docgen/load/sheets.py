"""Take the bytes of an .xlsx or .csv file, give its table as texts, each cell with a name a clerk can find."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice

from msgspec import Struct, field

from docgen.load.characters import FORBIDDEN, tidy
from docgen.load.decode import decode

ROW_LIMIT = 5_000
"""The longest award list of a city has some hundred entries."""

KEPT = 1024
"""Texts of cells remembered: units and awards stand in many rows."""
COLUMN_LIMIT = 100
"""A list that is printed on A4 has at most a dozen columns."""

LETTERS = 26

CORRECT_HINT = "请改正后再保存"
"""What mends a faulty cell."""


class UnusableError(Exception):
    """A file that is no list; `cell` names the cell if one is to blame."""

    def __init__(self, message: str, hint: str = "", cell: str = "") -> None:
        super().__init__(message)
        self.message, self.hint, self.cell = message, hint, cell


class Sheet(Struct, frozen=True):
    """A table of texts.

    Attributes:
        name: of the sheet; empty for a CSV file.
        rows: every row of the file, empty ones too, so that they can be counted; no empty cells at their ends.
        others: the names of the sheets that were not read.
        hidden: the rows that a spreadsheet does not show, from 0.
        faults: what is wrong with single cells, by row and column from 0; their texts are empty.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    others: tuple[str, ...] = ()
    hidden: frozenset[int] = frozenset()
    faults: Mapping[tuple[int, int], str] = field(default_factory=dict)

    def filled(self, hint: str) -> list[int]:
        """The rows that hold something, from 0: the head, then at least one more. Raises UnusableError."""
        numbers = [number for number, row in enumerate(self.rows) if any(row)]
        if len(numbers) < len(("列名", "一行")):
            raise UnusableError("里没有内容", hint)
        return numbers

    def cell(self, row: int, column: int) -> str:
        """What a clerk calls the cell (both from 0)."""
        return cell_name(self.name, row, column)


def cell_name(sheet: str, row: int, column: int) -> str:
    """What a clerk calls a cell (both from 0): Sheet1!B3, or 第3行第2列 in a CSV file, which has no sheets."""
    if sheet:
        return f"{sheet}!{column_letters(column)}{row + 1}"
    return f"第{row + 1}行第{column + 1}列"


def column_letters(column: int) -> str:
    """What a spreadsheet calls a column (from 0): A, …, Z, AA, AB, …"""
    before, last = divmod(column, LETTERS)
    return (column_letters(before - 1) if before else "") + chr(ord("A") + last)


def csv_sheet(data: bytes, most: int = ROW_LIMIT) -> Sheet:
    """The table of a CSV file with commas or tabs; UTF-8, UTF-16 or GB18030."""
    text = decode(data).text
    if text is None:
        raise UnusableError("文件不是文本，或编码不明", "请在 Excel 里另存为“CSV UTF-8”")
    first = text.split("\n", 1)[0]
    delimiter = "\t" if "\t" in first and "," not in first else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return Sheet("", limited((tuple(map(clean, row)) for row in reader), most))
    except csv.Error:
        raise UnusableError("文件不是完整的 CSV", "请检查引号是否成对") from None


def limited(rows: Iterator[tuple[str, ...]], most: int) -> tuple[tuple[str, ...], ...]:
    """`rows`, if they are not too many or too wide: the header and `most` more at most."""
    kept = tuple(_trimmed(row) for row in islice(rows, most + 2))
    if any(kept[most + 1 :]):
        raise UnusableError(f"超过{most}行", "请分成几个文件")
    if any(len(row) > COLUMN_LIMIT for row in kept):
        raise UnusableError(f"超过{COLUMN_LIMIT}列", "请只留要用的列")
    return kept


def _trimmed(row: tuple[str, ...]) -> tuple[str, ...]:
    """`row` without the empty cells at its end."""
    filled = [number for number, cell in enumerate(row, start=1) if cell]
    return row[: filled[-1]] if filled else ()


@lru_cache(maxsize=KEPT)
def clean(text: str) -> str:
    """The text of a cell without what no document can hold; cells that say the same share one."""
    return tidy(FORBIDDEN.sub("", text))
