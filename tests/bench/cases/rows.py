"""Tables of 200, 2,000 and 20,000 rows under a head that repeats: what a row takes in each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docgen.content import Grid

from ..growth import grown, growth_rows
from ..table import Row

SIZES = (200, 2000, 20000)
HEAD = ("序号", "单位", "姓名", "职务")


def rows(folder: Path) -> Iterator[Row]:
    """A row for each stage and one for memory."""
    found = grown(folder, {size: (table(size, "原"), table(size, "第")) for size in SIZES})
    yield from growth_rows("表格每行", found, {size: size for size in SIZES})


def table(count: int, sign: str) -> tuple[Grid, ...]:
    """A list of people, of whom no two are alike."""
    lines = (
        (f"{at}", f"大连市{sign}{at}职工服务中心", f"王{chr(0x4E00 + at % 5000)}", "副主任")
        for at in range(1, count + 1)
    )
    return (Grid(HEAD, tuple(lines)),)
