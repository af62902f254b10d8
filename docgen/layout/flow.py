"""Take a section's blocks, give pages of placed bands: breaks, ties, white, floating tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from docgen.document import ONE_COLUMN, Document, Section
from docgen.layout.bands import Band, Setting, white_between
from docgen.layout.blocks import blocks_bands
from docgen.layout.columns import balanced
from docgen.layout.drafts import Draft, column_width, left_of
from docgen.layout.margins import text_area
from docgen.layout.notes import Notes
from docgen.layout.spans import EPSILON, Column
from docgen.page import Bookmark, Rule

LEAST_MEASURE = 1.0
"""Points left for the text of columns whose gaps take all the width."""
COLUMN_RULE = 0.5
"""Weight of the rule between columns, as Word draws it."""
PARITY = {"evenPage": 0, "oddPage": 1}
"""17.18.77: what the number of a section's first page leaves when halved."""


@dataclass(slots=True)
class Flow:
    """The pages made so far and the bookmarks found; `section` is the present one."""

    document: Document
    setting: Setting
    section: Section
    drafts: list[Draft] = field(default_factory=list)
    outline: list[Bookmark] = field(default_factory=list)
    notes: Notes = field(init=False)
    column: Column = field(init=False)

    def __post_init__(self) -> None:
        self.notes = Notes(self.document, self.setting)
        self.column = self._measure()

    def _measure(self) -> Column:
        """Where the present section sets its text."""
        width = max(column_width(self.section.sheet, self.section.columns), LEAST_MEASURE)
        return Column(width, self.setting.default_tab, grid=self.section.grid)

    def add_sections(self) -> None:
        """Set the whole document: its sections, the endnotes, and the footnotes that found no room before."""
        for section in self.document.sections:
            self.add_section(section)
        self._end_columns(goes_on=False)
        self.add_bands(self.notes.endnotes(self.column))
        self.notes.text_ended = True
        while self.notes.waiting:
            self._add_page(self.section, self.drafts[-1].label + 1)

    def add_section(self, section: Section) -> None:
        """Set a section's blocks after what is there; one on other paper begins a page (17.6.22)."""
        paper = (section.sheet.width, section.sheet.height)
        goes_on = section.start == "continuous" and paper == (self.section.sheet.width, self.section.sheet.height)
        self._end_columns(goes_on=goes_on)
        self.section = section
        self.column = self._measure()
        if not self.drafts or not goes_on:
            self._open_section()
        else:
            self.drafts[-1].open_columns(section.columns)
        self.add_bands(blocks_bands(section.blocks, self.column, self.setting))

    def _open_section(self) -> None:
        """A section's first page; where it must be even or odd, an empty page before it keeps sheets in order."""
        section, before = self.section, self.drafts[-1] if self.drafts else None
        following = before.label + 1 if before else 1
        label = following if section.first_number is None else section.first_number
        parity = PARITY.get(section.start)
        if before is not None and parity is not None:
            if section.first_number is None and label % 2 != parity:
                label += 1
            if label % 2 == before.label % 2:
                self._add_page(before.section, following, blank=True)
        self._add_page(section, label, opens_section=True)

    def _add_page(self, section: Section, label: int, *, opens_section: bool = False, blank: bool = False) -> Draft:
        draft = Draft(section, len(self.drafts) + 1, label, opens_section, blank)
        draft.top, draft.bottom = text_area(draft, self.document, self.setting)
        draft.y = draft.top
        draft.open_columns(section.columns)
        self.drafts.append(draft)
        if not blank:
            self.notes.go_on(draft)
        return draft

    def add_bands(self, bands: Sequence[Band]) -> None:
        """Place bands; those joined go to the next page together when they do not fit."""
        at, ended = 0, ""
        while at < len(bands):
            end = at + 1
            while end < len(bands) and bands[end - 1].joined and not _breaks(bands[end - 1], bands[end]):
                end += 1
            self._add_group(bands[at:end], "page" if bands[at].new_page else ended)
            ended, at = _ended(bands[end - 1]), end

    def _add_group(self, group: Sequence[Band], ended: str) -> None:
        """Place bands that stay together; `ended` is what the band before them ended, a page or a column."""
        draft, first = self.drafts[-1], group[0]
        if not ended and self._fits(group):
            for band in group:
                self._place(band)
            return
        if ended == "page":
            if not draft.is_empty:
                self._turn_page()
        elif ended == "column":
            self._go_on()
        elif draft.bands and not self._parts(group):
            first = self._on_new_page(first)
        for band in (first, *group[1:]):
            self._add(band)

    def _add(self, band: Band) -> None:
        """Place a band, in parts where a page end falls into it."""
        while not self._fits([band]):
            parts = self._split(band)
            if parts:
                self._place(parts[0])
            elif self.drafts[-1].is_empty:
                break
            if len(parts) == 1:
                return
            band = self._on_new_page(parts[1] if parts else band)
        self._place(band)

    def _split(self, band: Band) -> tuple[Band, ...]:
        """What stands here of a band and what is left; forced where nothing but head rows stands above it."""
        draft = self.drafts[-1]
        room = draft.room - white_between(draft.white, band.above, self.setting)
        parts = band.split(room, not draft.bands)
        return parts if parts and (draft.is_empty or parts[0].height <= room + EPSILON) else ()

    def _needed(self, group: Sequence[Band]) -> float:
        """Room for bands with the white above each."""
        white, leading, needed = self.drafts[-1].white, 0.0, 0.0
        for band in group:
            needed += leading + white_between(white, band.above, self.setting) + band.height
            white, leading = band.below, band.leading
        return needed

    def _fits(self, group: Sequence[Band]) -> bool:
        draft = self.drafts[-1]
        floats = [floating for band in group for floating in band.floats if draft.holds(floating)]
        needed = self._needed(group) + group[-1].hang + self.notes.needed(draft, group, self.column)
        return draft.begin(needed, floats) is not None

    def _parts(self, group: Sequence[Band]) -> bool:
        """Whether all but the last of a group fit here, and the first part of the last."""
        *others, last = group
        if others and not self._fits(others):
            return False
        room = self.drafts[-1].room - self._needed(group) + last.height
        return bool(last.split(room))

    def _on_new_page(self, band: Band) -> Band:
        """A page begun by the flow: head rows come again, the white above is given up.

        Head rows that would leave no room for the first line do not.
        """
        draft = self._go_on()
        room = draft.room - sum(head.height for head in band.repeat)
        first = next(iter(band.split(room, True)), band)
        if first.height + first.hang <= room + EPSILON:
            for head in band.repeat:
                self._place(head)
        return replace(band, above=0.0)

    def _go_on(self) -> Draft:
        """Where text goes on: the next column of the page, or a page."""
        draft = self.drafts[-1]
        return draft if draft.next_column() else self._turn_page()

    def _turn_page(self) -> Draft:
        self._end_columns(goes_on=False)
        return self._add_page(self.section, self.drafts[-1].label + 1)

    def _end_columns(self, *, goes_on: bool) -> None:
        """End the columns of the present page; where another section goes on below them, they end nearly level."""
        if not self.drafts or self.drafts[-1].columns.count == 1:
            return
        draft = self.drafts[-1]
        if goes_on and not any(_is_bound(band) for band in draft.filled):
            self._level(draft)
        width, gap = self.column.width, draft.columns.gap
        left = self._left(draft)
        for number in range(1, draft.columns.count if draft.columns.ruled else 0):
            x = left + number * (width + gap) - gap / 2
            draft.items.append(Rule(x, draft.opening, x, draft.foot, COLUMN_RULE))
        draft.y, draft.white = draft.foot, 0.0
        draft.open_columns(ONE_COLUMN)

    def _level(self, draft: Draft) -> None:
        """Share what stands in the columns of a page out to all of them."""
        if not draft.filled:
            return
        stacks = balanced(draft.filled, draft.columns.count, self.setting)
        titles = sum(band.heading is not None for band in draft.filled)
        del draft.items[draft.mark :]
        del self.outline[len(self.outline) - titles :]
        for number, stack in enumerate(stacks):
            left = self._left(draft) + number * (self.column.width + draft.columns.gap)
            draft.items.extend(stack.place(left, draft.opening))
            for down, band in stack.bands:
                self._mark(band, draft, draft.opening + down)
        draft.foot = draft.opening + max(down + band.height for stack in stacks for down, band in stack.bands)

    def _left(self, draft: Draft) -> float:
        return left_of(self.section.sheet, self.document.mirrored and draft.label % 2 == 0)

    def _mark(self, band: Band, draft: Draft, y: float) -> None:
        if band.heading is not None:
            self.outline.append(Bookmark(band.heading.title, band.heading.level, draft.number, y))

    def _place(self, band: Band) -> None:
        draft = self.drafts[-1]
        left = self._left(draft) + draft.column * (self.column.width + draft.columns.gap)
        floats = [floating for floating in band.floats if draft.holds(floating)]
        begin = draft.begin(self._needed([band]) + band.hang, floats)
        draft.y = (draft.y if begin is None else begin) + white_between(draft.white, band.above, self.setting)
        self._mark(band, draft, draft.y)
        draft.items.extend(band.body.place(left, draft.y))
        for floating in band.over:
            draft.late.extend(draft.placed(floating, left, draft.y))
        draft.y += band.height + band.leading
        draft.white, draft.foot = band.below, max(draft.foot, draft.y)
        draft.filled.append(band)
        draft.bands += not band.head
        tables = (each for floating in (*floats, *band.over) for each in floating.bands)
        self.notes.add(draft, [band, *tables], self.column)
        for floating in floats:
            draft.add_floating(floating, left)
        for floating in band.floats:
            if floating not in floats:
                self.add_bands(floating.bands)


def _is_bound(band: Band) -> bool:
    """Whether a band may not move to another column: something floats on it, or it ends a page or column by hand."""
    return bool(band.floats or band.over or _ended(band))


def _ended(band: Band) -> str:
    """What a band ends."""
    return "page" if band.ends_page else "column" if band.ends_column else ""


def _breaks(before: Band, after: Band) -> bool:
    """Whether a page ends between two bands."""
    return bool(_ended(before)) or after.new_page
