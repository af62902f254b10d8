"""The close: a signature or 附件说明 never begins a page without text before it (7.3.5.5)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, takewhile

from msgspec import Struct

from docgen.document import Document, Paragraph, Table, paragraphs_of
from docgen.package import package_bytes
from docgen.settle.case import Case, Change, Decision
from docgen.settle.package import opened
from docgen.settle.parts import AFTER_BODY, CLOSINGS, SIGNATURES, Lines, hides_body, lines_of, named

MOST_WHOLE_LINES = 8
"""A longer last paragraph is divided: to move it whole would empty more of a page than it saves."""


class Close(Struct, frozen=True):
    """What closes a text, and the last paragraph of that text, `before`.

    `parts` are 附件说明 and signature in their order; `head` is the one that must have text on its page: the
    signature, or 附件说明 where there is none.
    """

    before: Paragraph
    parts: tuple[Paragraph, ...]
    head: Paragraph

    def has_text(self, lines: Lines) -> bool:
        """Whether text stands on the page where the head begins."""
        return lines[self.before.index][-1].page == lines[self.head.index][0].page

    @property
    def decision(self) -> Decision:
        """What a clerk reads."""
        element = "署名" if self.head.style in SIGNATURES else "附件说明"
        return Decision(element, f"{element}与{named(self.before)}同页")


def keep_closings_with_text(case: Case) -> Change | None:
    """The last paragraph comes along to the page of a close that stands there alone."""
    lines = lines_of(case.pages)
    for close in closes(case.document, lines):
        if close.has_text(lines):
            continue
        short = len(lines[close.before.index]) <= MOST_WHOLE_LINES
        for whole in (True, False) if short else (False,):
            docx = with_tie(case, close, whole=whole)
            if helps(close, case, case.tried(docx)):
                return Change(docx, (close.decision,))
    return None


def closes(document: Document, lines: Lines) -> Iterator[Close]:
    """The closes that leave ink, each after a text that does."""
    paragraphs = document.paragraphs
    for at, (above, first) in enumerate(pairwise(paragraphs), start=1):
        if first.style not in CLOSINGS or above.style in AFTER_BODY:
            continue
        parts = tuple(takewhile(lambda each: each.style in CLOSINGS, paragraphs[at:]))
        head = next((each for each in parts if each.style in SIGNATURES), first)
        before = next((each for each in reversed(paragraphs[:at]) if lines.get(each.index)), None)
        if before is not None and lines.get(head.index):
            yield Close(before, parts, head)


def row_of(document: Document, index: int) -> frozenset[int]:
    """The numbers of the paragraphs that share a row of a table with this one."""
    tables = (block for section in document.sections for block in section.blocks if isinstance(block, Table))
    rows = ((paragraphs_of(cell.blocks) for cell in row.cells) for table in tables for row in table.rows)
    mates = (frozenset(each.index for cell in row for each in cell) for row in rows)
    return next((row for row in mates if index in row), frozenset())


def with_tie(case: Case, close: Close, *, whole: bool) -> bytes:
    """The DOCX in which a last paragraph, or the row it stands in, keeps with what closes its text.

    `whole` keeps its lines together; the parts above the head are kept whole in any case.
    """
    package, elements = opened(case.docx)
    before, head = close.before.index, close.head.index
    for index in sorted(row_of(case.document, before) | frozenset(range(before, head))):
        elements[index].get_or_add_pPr().get_or_add_keepNext().val = True
    for part in close.parts:
        if part.index < head:
            elements[part.index].get_or_add_pPr().get_or_add_keepLines().val = True
    elements[before].get_or_add_pPr().get_or_add_keepLines().val = whole
    return package_bytes(package)


def helps(close: Close, case: Case, tried: Case) -> bool:
    """Whether the close has text on its page, and a first page that showed some still does (7.3.3)."""
    before, after = lines_of(case.pages), lines_of(tried.pages)
    bared = hides_body(tried.document, after) and not hides_body(case.document, before)
    return close.has_text(after) and not bared
