"""What is known while an old document is read: the elements found so far, and what was not certain about them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from docgen.content import Content
from docgen.diagnostics import Severity
from docgen.recover.contentfile import Where


class Doubt(Struct, frozen=True):
    """Something to look at: `where` in the content file, `spot` in the source; a note tells what was done."""

    where: Where
    spot: str
    message: str
    severity: Severity = Severity.WARNING


class Recovered(Struct, frozen=True):
    """The content of an old document; None where it holds none."""

    content: Content | None
    doubts: tuple[Doubt, ...]


class Template(Struct, frozen=True):
    """A template of the office: the text of its mark, and the keys that it has room for."""

    mark: str
    keys: frozenset[str]


class BlankForm(Struct, frozen=True):
    """A form of the office: its characters without white space, and whether its sheet is turned."""

    text: str
    landscape: bool = False


class House(Struct, frozen=True):
    """What the office has, by name."""

    templates: Mapping[str, Template] = field(default_factory=dict)
    forms: Mapping[str, BlankForm] = field(default_factory=dict)


class Findings(Struct):
    """The elements found so far; empty where there is none."""

    house: House
    mark: str = ""
    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    number: str = ""
    signers: tuple[str, ...] = ()
    order_number: str = ""
    title: str = ""
    addressees: str = ""
    attendees: str = ""
    absentees: str = ""
    observers: str = ""
    stamps: tuple[tuple[str, str], ...] = ()
    organs: tuple[str, ...] = ()
    date: str = ""
    sealed: bool = False
    remark: str = ""
    copies: str = ""
    printer: str = ""
    printed_on: str = ""
    doubts: list[Doubt] = field(default_factory=list)

    def warn(self, where: Where | str, spot: str, message: str) -> None:
        """Something the clerk should look at."""
        self.doubts.append(Doubt((where,) if isinstance(where, str) else where, spot, message))

    def note(self, where: Where | str, spot: str, message: str) -> None:
        """Something done on the clerk's behalf."""
        place = (where,) if isinstance(where, str) else where
        self.doubts.append(Doubt(place, spot, message, Severity.NOTE))
