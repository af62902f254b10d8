"""Take the XML of a sheet of an .xlsx, give what its reader does not tell: hidden rows, merged cells, formulas without
a value (ISO/IEC 29500-1, 18.3.1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from lxml import etree
from msgspec import Struct, field
from openpyxl.utils.cell import get_column_letter, range_boundaries

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ROW, CELL, FORMULA, VALUE, MERGED = (f"{MAIN}{name}" for name in ("row", "c", "f", "v", "mergeCell"))
TRUE = frozenset(("1", "true"))
TEXT = "str"
"""The type of a formula whose value is a text, be it an empty one (18.18.11)."""

Area = tuple[int, int, int, int]
"""First row, last row, first column, last column, all from 0."""


class Marks(Struct):
    """Rows and columns count from 0; `uncomputed` holds the names of cells (B3)."""

    hidden: set[int] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)
    uncomputed: set[str] = field(default_factory=set)


def read_marks(sheet: IO[bytes]) -> Marks:
    """The marks of a sheet; rows are forgotten once they are read."""
    marks = Marks()
    number = 0
    for _, element in etree.iterparse(sheet, tag=(ROW, MERGED), resolve_entities=False, no_network=True):
        if element.tag == ROW:
            number = int(element.get("r") or number + 1)
            if element.get("hidden") in TRUE:
                marks.hidden.add(number - 1)
            marks.uncomputed.update(_uncomputed(element, number))
        else:
            left, top, right, bottom = (int(edge or 1) - 1 for edge in range_boundaries(element.get("ref") or ""))
            marks.merged.append((top, bottom, left, right))
        element.clear()
    return marks


def _uncomputed(row: etree._Element, number: int) -> Iterator[str]:
    """The names of the cells of a row whose formulas have no value; some programs leave the names out."""
    for at, cell in enumerate(row.iter(CELL), start=1):
        value = cell.find(VALUE)
        empty = value is None or not (value.text or cell.get("t") == TEXT)
        if empty and cell.find(FORMULA) is not None:
            yield cell.get("r") or f"{get_column_letter(at)}{number}"
