"""Take a 名单 as a clerk writes or pastes it, give its members.

Understood: lines `组长：陈凤荣  市总工会常务副主席`, a mapping of labels to one person or several, and a list of
lines or of {组, 姓名, 职务}. Spaces inside labels (组  长) and two-character names (于  波) are not kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.content import Member
from docgen.load.characters import lines_of, without_spaces
from docgen.load.elements import joined_name
from docgen.load.keys import meant, question
from docgen.load.refusal import refusal
from docgen.load.tree import Path

COLUMNS = ("组", "姓名", "职务")

LABELLED = re.compile(r"(?P<label>[^：:]{1,12})[：:]\s*(?P<person>.*)")
"""A label is a word such as 组长 or 副主任委员; what has a colon further on is no label."""

PERSON = re.compile(r"(?P<name>\S(?:\s+\S(?!\S))+|\S+)(?:\s+(?P<post>.*))?", re.DOTALL)
"""A name of single characters with spaces between them, or one without any; then the post."""

EXAMPLE = "例如 组长: 陈凤荣  市总工会常务副主席"


def members(value: object) -> tuple[Member, ...]:
    """The members of a 名单 in any of its forms."""
    found = tuple(_members(value))
    if not found:
        raise refusal("是空的", EXAMPLE)
    return found


def _members(value: object) -> Iterator[Member]:
    match value:
        case str():
            yield from map(_line, lines_of(value))
        case list():
            for number, item in enumerate(value):
                yield from _item(item, number)
        case dict():
            for label, people in value.items():
                yield from _group(str(label), people)


def _line(line: str) -> Member:
    """A line with or without a label."""
    labelled = LABELLED.fullmatch(line)
    if labelled is None:
        return _person("", line, ())
    return _person(labelled["label"], labelled["person"], ())


def _item(item: object, number: int) -> Iterator[Member]:
    """An item of a list: a text, or a mapping with the columns."""
    match item:
        case str():
            yield from map(_line, lines_of(item))
        case dict():
            yield _row(item, number)
        case _:
            raise refusal("应是一行文字", EXAMPLE, (number,))


def _row(row: dict[str, object], number: int) -> Member:
    for key, value in row.items():
        if key not in COLUMNS:
            raise refusal("不是名单的一列", question(meant(key, COLUMNS)) or "只有 组、姓名、职务", (number, key))
        if not isinstance(value, str):
            raise refusal("应是一段文字", "", (number, key))
    label, name, post = (str(row.get(column, "")) for column in COLUMNS)
    if not name:
        raise refusal("缺少“姓名”", "每项写 姓名，需要时写 组 和 职务", (number,))
    return Member(without_spaces(label), joined_name(name), post)


def _group(label: str, people: object) -> Iterator[Member]:
    """The people under a label, which only the first of them carries."""
    lines = _people(label, people)
    for number, line in enumerate(lines):
        yield _person(label if number == 0 else "", line, (label, number))


def _people(label: str, people: object) -> tuple[str, ...]:
    match people:
        case str() if people:
            return lines_of(people)
        case [_, *_]:
            lines = tuple(person for person in people if isinstance(person, str) and person)
            if len(lines) == len(people):
                return lines
    raise refusal("后面应是“姓名 职务”，几个人就写成列表", EXAMPLE, (label,))


def _person(label: str, line: str, path: Path) -> Member:
    """`line` split at the first space behind the name."""
    found = PERSON.fullmatch(line)
    if found is None:
        raise refusal("这里缺少姓名", EXAMPLE, path)
    return Member(without_spaces(label), without_spaces(found["name"]), found["post"] or "")
