"""Take the lines of a returned form and the choices of a field, give those that are ticked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from docgen.form import Field
from docgen.forms.words import MARKS, TICKS, loose

MARK = re.compile(MARKS)
BETWEEN = re.compile(rf"(?:[\s()（）\[\]【】]|{MARKS})*")
"""What may stand between a choice and its box."""

WHITE = r"\s*"
Span = tuple[str, int, int]
"""A choice, where it begins and where it ends."""


class Ticked(Struct, frozen=True):
    """Choices that are ticked, those that are nowhere, and whether any box was there at all."""

    choices: tuple[str, ...]
    missing: tuple[str, ...]
    boxes: bool


def ticked(field: Field, lines: Sequence[str]) -> Ticked:
    """The choices of a field whose boxes in `lines` are ticked; a choice counts where it has a mark beside it."""
    found: set[str] = set()
    boxed: set[str] = set()
    named: set[str] = set()
    for line in lines:
        spans = list(_spans(field, line))
        named.update(name for name, _, _ in spans)
        marks = list(_marks(line, spans))
        first = {name: span for _, span in reversed(marks) if (name := span[0]) not in boxed}
        boxed.update(first)
        found.update(span[0] for sign, span in marks if sign in TICKS and span in first.values())
    return Ticked(
        tuple(choice for choice in field.choices if choice in found),
        tuple(choice for choice in field.choices if choice not in boxed | named),
        bool(boxed),
    )


def _spans(field: Field, line: str) -> Iterator[Span]:
    """Wherever a choice stands; a longer choice goes before one that is part of it."""
    names = sorted(field.choices, key=len, reverse=True)
    pattern = "|".join(f"({loose(name).removeprefix(WHITE).removesuffix(WHITE)})" for name in names)
    for found in re.finditer(pattern, line):
        yield names[(found.lastindex or 1) - 1], *found.span()


def _marks(line: str, spans: Sequence[Span]) -> Iterator[tuple[str, Span]]:
    """Each mark with its choice: the nearer one, else that on the side on which the first mark has it."""
    marks = list(MARK.finditer(line))
    ahead = bool(marks) and _is_ahead(line, marks[0], spans)
    for mark in marks:
        before = [(line[span[2] : mark.start()], ahead, span) for span in spans if span[2] <= mark.start()][-1:]
        after = [(line[mark.end() : span[1]], not ahead, span) for span in spans if span[1] >= mark.end()][:1]
        near = [(_white(gap), far, span) for gap, far, span in before + after if BETWEEN.fullmatch(gap)]
        if near:
            yield mark[0], min(near)[2]


def _is_ahead(line: str, mark: re.Match[str], spans: Sequence[Span]) -> bool:
    """Whether a mark stands before a choice and not behind one."""
    before = any(start >= mark.end() and BETWEEN.fullmatch(line[mark.end() : start]) for _, start, _ in spans)
    return before and not any(
        end <= mark.start() and BETWEEN.fullmatch(line[end : mark.start()]) for _, _, end in spans
    )


def _white(gap: str) -> int:
    return sum(char.isspace() for char in gap)
