"""Take a table's grid and the widths that its cells and the table itself ask for, give the columns (17.4.48, 17.4.71).

Word keeps the grid up to date, other programs often do not: where all its columns are alike, or there is none, the
cells are asked, as Word asks them.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from docgen.read.properties import local, number, qn, size_of, value

SHARE_UNITS = 5000.0
"""Fiftieths of a percent (17.18.90 ST_TblWidth `pct`)."""
ALIKE = 1.0
"""Points by which columns may differ that nobody has set: rounding."""

MAX_COLUMNS = 63
"""Columns of a table in Word."""

Asked = tuple[float, float]
"""(points, share of what is around); 0 where it is not asked for."""
NOTHING: Asked = (0.0, 0.0)


def asked_width(element: _Element | None) -> Asked:
    """What a `w:tblW` or `w:tcW` asks for."""
    kind = value(element, "type") if element is not None else None
    if element is None or kind in ("auto", "nil"):
        return NOTHING
    text = value(element, "w") or ""
    amount = max(0.0, number(text) or 0.0)
    if text.strip().endswith("%"):
        return 0.0, amount / 100.0
    return (0.0, amount / SHARE_UNITS) if kind == "pct" else (size_of(element, "w"), 0.0)


def table_columns(table: _Element) -> tuple[tuple[float, ...], Asked]:
    """The columns of a `w:tbl`, and how wide it shall be.

    Columns whose cells ask for shares come as such, to be stretched to the width of the table. Fixed ones of a table
    with a grid keep their widths.
    """
    properties, grid = table.find(qn("w:tblPr")), grid_of(table)
    fixed = properties is not None and is_fixed(properties)
    asked = asked_width(properties.find(qn("w:tblW")) if properties is not None else None)
    width = NOTHING if fixed and sum(grid) > 0.0 else asked
    if grid and max(grid) - min(grid) > ALIKE:
        return tuple(grid), width
    found = list(_asked_of_columns(table, len(grid)))
    if found and all(points for points, _ in found):
        return tuple(points for points, _ in found), width
    if found and all(share for _, share in found):
        shares = tuple(share for _, share in found)
        return shares, (0.0, sum(shares)) if width == NOTHING else width
    if sum(grid) > 0.0 and len(grid) == len(found):
        return tuple(points or column for (points, _), column in zip(found, grid, strict=True)), width
    return tuple(grid), width


def _asked_of_columns(table: _Element, least: int) -> Iterator[Asked]:
    """What the cells of each column ask for, of those that take one column only."""
    alone: dict[int, Asked] = {}
    count = least
    for row in _own(table, "tr"):
        at = _whole(row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}"), 0)
        for cell in _own(row, "tc"):
            span = _whole(cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}"), 1)
            if span == 1:
                asked = asked_width(cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}"))
                alone[at] = max(alone.get(at, NOTHING), asked)
            at += span
        count = max(count, at)
    return (alone.get(at, NOTHING) for at in range(min(count, MAX_COLUMNS)))


def _own(parent: _Element, name: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, not those of tables in them."""
    nearest = qn("w:tbl") if name == "tr" else qn("w:tr")
    return (each for each in parent.iter(qn(f"w:{name}")) if next(each.iterancestors(nearest)) is parent)


def _whole(element: _Element | None, otherwise: int) -> int:
    count = number(value(element)) if element is not None else None
    return otherwise if count is None else int(max(otherwise, min(count, MAX_COLUMNS)))


def is_fixed(properties: _Element) -> bool:
    """17.4.52: whether columns keep their widths, whatever the table asks for."""
    found = properties.find(qn("w:tblLayout"))
    return found is not None and value(found, "type") == "fixed"


def grid_of(element: _Element) -> list[float]:
    """The columns of a `w:tblGrid`; empty where the table has none."""
    grid = element.find(qn("w:tblGrid"))
    columns = [child for child in grid if local(child) == "gridCol"] if grid is not None else []
    return [size_of(column, "w") for column in columns]
