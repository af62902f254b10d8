"""Take a content file as clerks type it, give YAML: what a Chinese keyboard does to keys, lists and indentation.

Only what can mean one thing is mended; every mend of a sign is a note, and places still count as in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.diagnostics import Diagnostic, Place, note
from docgen.load.characters import LINE_ENDS, PASTED_SPACES, SPACES, WIDTHLESS
from docgen.load.source import Source, source

RULE = "写法"

TAB_WIDTH = 4
"""Columns of a leading tab: enough to stand deeper than a list item's key, which is two in."""

BLOCK_INDENT = 2
"""Columns by which a text under a key is set in, as the manual shows."""

SPACE = f"[{SPACES}{PASTED_SPACES}]"

BLANK = re.compile(f"[\t{SPACES}{PASTED_SPACES}{WIDTHLESS}{LINE_ENDS}]*")

DASHES = "(?:- +){0,20}"
"""Lists within lists on one line, as deep as content may be."""

KEY = r"""[^\s:：#"'{\[|>-][^\s:：]{0,7}"""
"""The longest name of an element, 密级和保密期限, has seven characters."""

HEADS = ("附件",)
"""Inner keys with nothing behind their colon; 附件：1. … is a line of a text."""

DASH = re.compile(rf"(?P<indent> *)(?P<dash>[－–—-])(?P<gap>{SPACE}+)(?=\S)")

COLON = re.compile(rf"(?P<before> *{DASHES})(?P<key>{KEY})(?P<colon>{SPACE}*[:：])(?P<gap>{SPACE}*)(?P<value>.*)")

BLOCK = re.compile(
    rf"""(?P<before> *{DASHES})(?P<key>[^#"'\[{{|>][^#]*?: +)?[|>][+-]?(?P<digit>[1-9]?)[+-]? *(?:#.*)?"""
)

BRACED_KEY = r"""(?:"[^"\s:]+"|'[^'\s:]+'|[^\s:"'][^\s:]*): +"""
"""A key, quoted as a whole or not at all: a quote that goes on beyond the colon is that of a text."""

BRACES = re.compile(rf"(?P<before> *(?:- +){DASHES}(?:{BRACED_KEY})?| *{BRACED_KEY})(?P<value>\{{\{{.*)")

PATTERN = re.compile(rf"(?P<before> *{DASHES}(?:格式|文件名): +)(?P<value>\{{.*)")


class _Mending:
    """A file on its way: its lines, how far each was shifted, what was done on which line."""

    def __init__(self, text: str, inner_keys: frozenset[str]) -> None:
        self.lines = text.split("\n")
        self.inner_keys = inner_keys
        self.shifts: dict[int, int] = {}
        self.done: dict[str, list[int]] = {}

    def replace(self, number: int, line: str, shift: int) -> None:
        """Line `number` (from 0) becomes `line`, its value `shift` columns further right."""
        self.lines[number] = line
        self.shifts[number + 1] = self.shifts.get(number + 1, 0) + shift

    def indent(self, number: int, columns: int) -> None:
        """Line `number` (from 0) starts at `columns`."""
        line = self.lines[number]
        rest = line[len(indent_of(line)) :]
        self.replace(number, " " * columns + rest, columns + len(rest) - len(line))

    def say(self, message: str, number: int) -> None:
        """`message` holds for line `number` (from 0)."""
        self.done.setdefault(message, []).append(number + 1)

    def notes(self, name: str) -> tuple[Diagnostic, ...]:
        """One note for each kind of mend, at its first line."""
        return tuple(
            note(RULE, Place(name, numbers[0], 1), message + _elsewhere(numbers))
            for message, numbers in self.done.items()
        )


def _elsewhere(numbers: list[int]) -> str:
    return f"，共{len(numbers)}处" if len(numbers) > 1 else ""


def mend(text: str, name: str, inner_keys: frozenset[str]) -> tuple[Source, tuple[Diagnostic, ...]]:
    """`text` as YAML; `inner_keys` are those that may stand further in than the start of a line."""
    mending = _Mending(text, inner_keys)
    _mend_blank_lines(mending)
    tabbed = _mend_tabs(mending)
    number = 0
    while number < len(mending.lines):
        if number in tabbed:
            mending.say(f"行首用了制表符（Tab）缩进，已按{TAB_WIDTH}个空格理解", number)
        _mend_dash(mending, number)
        _mend_colon(mending, number)
        _mend_braces(mending, number)
        block = BLOCK.fullmatch(mending.lines[number])
        number += 1
        if block:
            number = _mend_block(mending, number, block)
    return source(name, "\n".join(mending.lines), mending.shifts), mending.notes(name)


def indent_of(line: str) -> str:
    """The invisible start of `line`."""
    found = BLANK.match(line)
    return found.group() if found else ""


def _mend_blank_lines(mending: _Mending) -> None:
    """A line of ideographic spaces is no text."""
    mending.lines = ["" if BLANK.fullmatch(line) else line for line in mending.lines]


def _mend_tabs(mending: _Mending) -> frozenset[int]:
    """Leading tabs become spaces; gives the lines that had some. Within a text they mean nothing."""
    tabbed = set()
    for number, line in enumerate(mending.lines):
        indent = indent_of(line)
        if "\t" in indent:
            wide = indent.replace("\t", " " * TAB_WIDTH)
            mending.replace(number, wide + line[len(indent) :], len(wide) - len(indent))
            tabbed.add(number)
    return frozenset(tabbed)


def _mend_dash(mending: _Mending, number: int) -> None:
    """A dash of a list that came out full-width, or with a full-width space behind it."""
    line = mending.lines[number]
    found = DASH.match(line)
    if found is None or (found["dash"] == "-" and not found["gap"].strip(" ")):
        return
    mending.replace(number, f"{found['indent']}- {line[found.end() :]}", 1 - len(found["gap"]))
    mending.say("列表开头的“－”已按半角“- ”理解", number)


def _mend_colon(mending: _Mending, number: int) -> None:
    """A key with a full-width colon, or without the space behind the colon.

    At the start of a line only a key can stand, known or misspelt; further in it may be a line of a text.
    """
    found = COLON.fullmatch(mending.lines[number])
    if found is None or (found["colon"][-1] == ":" and (found["gap"][:1] == " " or not found["value"])):
        return
    if found["before"] and (found["key"] not in mending.inner_keys or (found["key"] in HEADS and found["value"])):
        return
    line = f"{found['before']}{found['key']}: {found['value']}"
    mending.replace(number, line, len(": ") - len(found["colon"] + found["gap"]))
    mending.say("键后面的冒号已按半角冒号加空格理解", number)


def _mend_braces(mending: _Mending, number: int) -> None:
    """A value that starts with braces is meant as text, though YAML would read a mapping."""
    line = mending.lines[number]
    found = BRACES.fullmatch(line) or PATTERN.fullmatch(line)
    if found:
        quoted = found["value"].rstrip().replace("'", "''")
        mending.replace(number, f"{found['before']}'{quoted}'", len("'"))


def _mend_block(mending: _Mending, first: int, header: re.Match[str]) -> int:
    """Sets the text from line `first` on evenly in, if it is not; gives the line after it."""
    parent = len(header["before"]) if header["key"] else max(len(header["before"].rstrip()) - 1, 0)
    numbers = tuple(_block_lines(mending.lines, first, parent))
    filled = [number for number in numbers if mending.lines[number]]
    if filled and not _even([mending.lines[number] for number in filled], parent):
        for number in filled:
            mending.indent(number, parent + int(header["digit"] or BLOCK_INDENT))
    return first + len(numbers)


def _block_lines(lines: list[str], first: int, parent: int) -> Iterator[int]:
    """The lines from `first` on that stand further in than column `parent` (from 0), and blank ones."""
    for number in range(first, len(lines)):
        indent = indent_of(lines[number])
        if lines[number] and len(indent) <= parent and not indent.strip(" "):
            return
        yield number


def _even(lines: list[str], parent: int) -> bool:
    """Whether YAML sees all these lines in the block, at least as far in as the first."""
    depths = [len(line) - len(line.lstrip(" ")) for line in lines]
    return min(depths) == depths[0] > parent
