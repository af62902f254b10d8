"""Take rows of a list and a pattern, give the lines of a 条目 or names of files; typed items without their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import chain, count

from docgen.load.elements import FILE_SIGNS
from docgen.load.refusal import refusal

COLUMN = re.compile(r"\{([^{}]*)\}")
"""{列名} and nothing else: no attribute, no index, no format can be reached."""

NUMBERED = re.compile(r"(\d{1,3})[.．、](?!\d)\s*")

LONGEST_NAME = 225
"""Bytes of a name: a file system takes 255, with a suffix and a number that tells it from others."""
RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for itself."""


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


def file_stem(pattern: str, row: Mapping[str, str]) -> str:
    """`pattern` filled in, as the name of a file everywhere; empty where nothing is left of it."""
    name = FILE_SIGNS.sub("", filled(pattern, {column: "".join(text.split()) for column, text in row.items()}))
    short = name.encode("utf-8", "ignore")[:LONGEST_NAME].decode("utf-8", "ignore").strip(" .-")
    return f"{short}_" if RESERVED.fullmatch(short) else short


def distinct(names: Iterable[str], *taken: str) -> tuple[str, ...]:
    """Names that files in one folder can have, none of them `taken`: the second of two alike is numbered.

    Capitals make no difference, as on Windows.
    """
    seen, found = {name.casefold() for name in taken}, []
    for name in names:
        numbered = (f"{name}（{number}）" for number in count(2))
        free = next(each for each in chain([name], numbered) if each.casefold() not in seen)
        seen.add(free.casefold())
        found.append(free)
    return tuple(found)
