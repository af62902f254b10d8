"""Take functions that look for one fault each, give rules: name, clause, strength, and what their docstrings say.

A rule sees a line, a whole manuscript, or pages. Its severity follows its strength; a rule that can only guess speaks
one step more softly.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import Enum

from msgspec import Struct

from docgen.diagnostics import Severity
from docgen.lint.manuscript import Finding, Line, Manuscript
from docgen.lint.sheets import Sheets
from docgen.load.refusal import shown

HEADINGS = ("查什么", "为什么", "反例", "正例")
SECTION = re.compile(r"(查什么|为什么|反例|正例)：(.{1,200})")


class Strength(Enum):
    """Where a rule comes from; the value is what a clerk reads."""

    G = "GB/T 9704"
    R = "条例"
    L = "法律"
    S = "标点、数字国家标准"
    E = "电子公文标准"
    P = "惯例"
    W = "推荐写法"
    O = "已过时"  # noqa: E741  the letter of lint-rules


SHALL, SHOULD, MAY = Severity.ERROR, Severity.WARNING, Severity.NOTE
SEVERITY = {
    Strength.G: SHALL,
    Strength.R: SHALL,
    Strength.L: SHALL,
    Strength.S: SHALL,
    Strength.E: SHALL,
    Strength.P: SHOULD,
    Strength.O: SHOULD,
    Strength.W: MAY,
}
SOFTER = {SHALL: SHOULD, SHOULD: MAY, MAY: MAY}


class Rule(Struct, frozen=True):
    """A rule.

    Attributes:
        name: Chinese, of the fault and not of what is right.
        clause: what says so.
        certain: the fault can be told without doubt.
        function: its docstring has the four headings.
    """

    name: str
    strength: Strength
    clause: str
    certain: bool
    function: Callable[..., Iterator[Finding]]

    @property
    def severity(self) -> Severity:
        """How much its findings weigh."""
        severity = SEVERITY[self.strength]
        return severity if self.certain else SOFTER[severity]

    @property
    def explained(self) -> dict[str, str]:
        """The four headings of its docstring with their texts."""
        return {heading: text.strip() for heading, text in SECTION.findall(self.function.__doc__ or "")}


class LineRule(Rule, frozen=True):
    """A rule about each line of some roles; `printed` ones pass over content files, which have no labels."""

    function: Callable[[Line], Iterator[Finding]]
    roles: frozenset[str]
    printed: bool = False


class TextRule(Rule, frozen=True):
    """A rule about the whole manuscript."""

    function: Callable[[Manuscript], Iterator[Finding]]


class PageRule(Rule, frozen=True):
    """A rule about a DOCX and its pages."""

    function: Callable[[Sheets], Iterator[Finding]]


def on_lines(
    name: str, strength: Strength, clause: str, *roles: str, certain: bool = True, printed: bool = False
) -> Callable[[Callable[[Line], Iterator[Finding]]], LineRule]:
    """Makes a rule of a function that sees the lines of `roles` one by one."""
    return lambda function: LineRule(name, strength, clause, certain, function, frozenset(roles), printed)


def on_text(
    name: str, strength: Strength, clause: str, *, certain: bool = True
) -> Callable[[Callable[[Manuscript], Iterator[Finding]]], TextRule]:
    """Makes a rule of a function that sees the manuscript."""
    return lambda function: TextRule(name, strength, clause, certain, function)


def on_pages(
    name: str, strength: Strength, clause: str, *, certain: bool = True
) -> Callable[[Callable[[Sheets], Iterator[Finding]]], PageRule]:
    """Makes a rule of a function that sees the pages."""
    return lambda function: PageRule(name, strength, clause, certain, function)


Mended = str | Callable[[re.Match[str]], str]
"""What stands instead of a match: a template of `re.Match.expand`, or a function."""


def each(
    line: Line, pattern: re.Pattern[str], message: str, hint: str = "", new: Mended | None = None
) -> Iterator[Finding]:
    """A finding for each match of `pattern`; `{}` in the message is what stands there."""
    for found in pattern.finditer(line.text):
        yield one(line, found, message, hint, new)


def one(line: Line, found: re.Match[str], message: str, hint: str = "", new: Mended | None = None) -> Finding:
    """The finding for one match; without a hint of its own it says what would be right."""
    right = new(found) if callable(new) else new and found.expand(new)
    if right is not None and not hint:
        hint = f"应写“{right}”" if right else "请删去"
    return line.found(found.span(), message.replace("{}", shown(found.group())), hint, right)
