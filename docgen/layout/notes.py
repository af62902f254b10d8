"""Take the notes of a document, set footnotes at the foot of their pages and endnotes after the text (17.11)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from docgen.document import Document
from docgen.layout.bands import Band, Setting, Stack, stacked
from docgen.layout.blocks import blocks_bands
from docgen.layout.drafts import Draft
from docgen.layout.spans import EPSILON, Column
from docgen.page import Item, Rule

RULE_LENGTH = 144.0
RULE_WEIGHT = 0.5
"""The separator of Word: a thin rule of two inches."""
RULE_ROOM = 6.0
"""Above and below the rule together: LibreOffice leaves a millimetre on both sides."""
LEAST_TEXT = 0.5
"""Share of a page that notes carried over from the page before leave to its text."""


class Separator(Struct, frozen=True):
    """The rule between text and notes."""

    height: float = RULE_ROOM
    notes: tuple[int, ...] = ()

    def place(self, left: float, top: float) -> Iterator[Item]:
        """The rule, in the middle of its room."""
        y = top + self.height / 2
        yield Rule(left, y, left + RULE_LENGTH, y, RULE_WEIGHT)

    def split(self, room: float, forced: bool) -> tuple[()]:
        """A rule is not split."""
        return ()


class Notes(Struct):
    """The footnotes of a flow: which are set, and what found no room on its page and goes on on the next.

    `stacks` are those already set, by number and column.
    """

    document: Document
    setting: Setting
    begun: set[int] = field(default_factory=set)
    waiting: list[Stack] = field(default_factory=list)
    text_ended: bool = False
    stacks: dict[tuple[int, Column], Stack] = field(default_factory=dict)

    def needed(self, draft: Draft, bands: Iterable[Band], column: Column) -> float:
        """Room for the footnotes that hang on bands and are not yet set; the last of them may part."""
        stacks = list(self._stacks(bands, column).values())
        if not stacks:
            return 0.0
        whole = sum(stack.height for stack in stacks[:-1])
        return whole + _least(stacks[-1]) + (0.0 if draft.notes else RULE_ROOM)

    def add(self, draft: Draft, bands: Iterable[Band], column: Column) -> None:
        """Set the footnotes of bands that were placed; what has no room waits for the next page."""
        found = self._stacks(bands, column)
        self.begun.update(found)
        for stack in found.values():
            self._add(draft, stack, draft.bottom - draft.y)

    def go_on(self, draft: Draft) -> None:
        """Set on a new page what waits; half the page at most while text is to come."""
        stacks, self.waiting = self.waiting, []
        least = draft.top + (draft.bottom - draft.top) * (0.0 if self.text_ended else LEAST_TEXT)
        for stack in stacks:
            self._add(draft, stack, draft.bottom - least)

    def _stacks(self, bands: Iterable[Band], column: Column) -> dict[int, Stack]:
        numbers = dict.fromkeys(note for band in bands for note in band.body.notes if note not in self.begun)
        return {number: self._stack(number, column) for number in numbers if not self.document.notes[number].at_end}

    def _stack(self, number: int, column: Column) -> Stack:
        key = (number, column)
        if key not in self.stacks:
            blocks = self.document.notes[number].blocks
            self.stacks[key] = stacked(blocks_bands(blocks, column, self.setting, floats=False), self.setting)
        return self.stacks[key]

    def _add(self, draft: Draft, stack: Stack, room: float) -> None:
        room -= 0.0 if draft.notes else RULE_ROOM
        if self.waiting:
            head, rest = Stack(), stack
        elif stack.height <= room + EPSILON:
            head, rest = stack, Stack()
        else:
            head, rest = stack.split(room, not draft.bands and not draft.notes)
        if head.bands:
            draft.bottom -= head.height + (0.0 if draft.notes else RULE_ROOM)
            draft.notes.append(head)
        if rest.bands:
            self.waiting.append(rest)

    def endnotes(self, column: Column) -> list[Band]:
        """The endnotes under their rule; nothing where there are none."""
        blocks = [block for note in self.document.notes if note.at_end for block in note.blocks]
        if not blocks:
            return []
        return [Band(Separator(), joined=True), *blocks_bands(tuple(blocks), column, self.setting, floats=False)]


def _least(stack: Stack) -> float:
    """What a note takes at least of the page where it begins: its first lines that stay together."""
    ends = (down + band.height for down, band in stack.bands if not band.joined)
    return next(ends, stack.height)


def notes_marks(stacks: Sequence[Stack], left: float, top: float) -> Iterator[Item]:
    """The footnotes of a page under their rule."""
    if stacks:
        yield from Separator().place(left, top)
    y = top + RULE_ROOM
    for stack in stacks:
        yield from stack.place(left, y)
        y += stack.height
