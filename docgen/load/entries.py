"""Take rows of a list and a pattern, give the lines of a 条目; take typed items, give them without their numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping

from docgen.load.refusal import refusal

COLUMN = re.compile(r"\{([^{}]*)\}")
"""{列名} and nothing else: no attribute, no index, no format can be reached."""

NUMBERED = re.compile(r"(\d{1,3})[.．、](?!\d)\s*")


def columns_of(pattern: str) -> tuple[str, ...]:
    """The columns that `pattern` names."""
    return tuple(name.strip() for name in COLUMN.findall(pattern))


def filled(pattern: str, row: Mapping[str, str]) -> str:
    """`pattern` with the cells of `row` for its columns."""
    return COLUMN.sub(lambda found: row[found.group(1).strip()], pattern)


def unnumbered(items: tuple[str, ...]) -> tuple[str, ...]:
    """`items` without the numbers typed before them, which the document sets itself."""
    numbers = [NUMBERED.match(item) for item in items]
    if not all(numbers):
        return items
    typed = [int(number.group(1)) for number in numbers if number]
    if typed != list(range(1, len(items) + 1)):
        raise refusal("各项的序号不是从1连续编下来的", "序号会自动编排，请删去")
    return tuple(item[number.end() :] for item, number in zip(items, numbers, strict=True) if number)
