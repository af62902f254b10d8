"""What went wrong, where, and how to mend it: values that travel with every result."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct


class Severity(Enum):
    """How much a diagnostic weighs; the value is the word a clerk reads."""

    ERROR = "错误"
    WARNING = "警告"
    NOTE = "提示"


class Place(Struct, frozen=True):
    """Where something stands.

    Attributes:
        file: name of the file as the clerk knows it.
        line, column: counted from 1; None where the file has no lines.
        spot: a place in words for files without lines (`Sheet1!B3`, `第3段`, `表1第2行第1格`).
    """

    file: str
    line: int | None = None
    column: int | None = None
    spot: str = ""

    def __str__(self) -> str:
        parts = [self.file]
        if self.line is not None:
            parts.append(str(self.line))
            parts.append(str(self.column or 1))
        if self.spot:
            parts.append(self.spot)
        return ":".join(parts)


class Diagnostic(Struct, frozen=True):
    """One finding.

    Attributes:
        severity: only an ERROR stops a document.
        rule: short stable Chinese name of the kind of finding.
        place: where it stands.
        message: what stands there and what was wanted.
        hint: how to mend it; empty where the message says enough.
    """

    severity: Severity
    rule: str
    place: Place
    message: str
    hint: str = ""

    def __str__(self) -> str:
        text = f"{self.place}: {self.severity.value}: {self.message}"
        return f"{text}（{self.hint}）" if self.hint else text


def error(rule: str, place: Place, message: str, hint: str = "") -> Diagnostic:
    """A finding that stops its document."""
    return Diagnostic(Severity.ERROR, rule, place, message, hint)


def warning(rule: str, place: Place, message: str, hint: str = "") -> Diagnostic:
    """A finding that the clerk should look at; the document is made."""
    return Diagnostic(Severity.WARNING, rule, place, message, hint)


def note(rule: str, place: Place, message: str, hint: str = "") -> Diagnostic:
    """Something done on the clerk's behalf, said openly."""
    return Diagnostic(Severity.NOTE, rule, place, message, hint)


def has_errors(diagnostics: tuple[Diagnostic, ...] | list[Diagnostic]) -> bool:
    """Whether any of the findings stops the document."""
    return any(found.severity is Severity.ERROR for found in diagnostics)
