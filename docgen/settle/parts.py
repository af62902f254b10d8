"""Take a Document and Pages, give the parts of a notice by the names of their styles, and the lines they take."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from itertools import groupby, pairwise

from msgspec import Struct

from docgen.document import Document, Paragraph, Table, paragraphs_of
from docgen.page import Page, Pages, Text

ADDRESSEES = "主送机关"
MARK = "发文机关标志"
HEADS = frozenset((MARK, "发文字号", "令号", "签发人", "公文标题", ADDRESSEES))
"""What may stand last above the text: a 命令 has a number and no title (10.2)."""
COPIES = "抄送机关"
SIGNATURES = frozenset(("发文机关署名", "盖章署名", "成文日期", "签名章", "签名日期"))
CLOSINGS = SIGNATURES | {"附件说明", "附件说明首项", "附件说明次项"}
"""What closes a text (7.3.4, 7.3.5)."""
AFTER_BODY = CLOSINGS | {"附注", "印发标题", "附件标签"}
IMPRINT = frozenset((COPIES, "印发机关"))
"""Styles of the 版记 (7.4)."""
NUMBER = "页码"
"""How the names of the styles of page numbers end (7.5)."""


KEPT = 2
"""Layouts of one document: as it stands, and as it was last tried."""


class Line(Struct, frozen=True):
    """A line of a paragraph: its page counted from 1, its baseline, its characters."""

    page: int
    y: float
    text: str


Lines = Mapping[int, tuple[Line, ...]]
"""Number of a paragraph to its lines in reading order; empty for one that leaves no ink."""


@lru_cache(maxsize=KEPT)
def lines_of(pages: Pages) -> Lines:
    """The lines of all paragraphs, for which every decision asks."""
    found: defaultdict[int, tuple[Line, ...]] = defaultdict(tuple)
    for page in pages.pages:
        places = sorted(((item.source, item.y, at, item.text) for at, item in enumerate(page.texts)))
        for (source, y), items in groupby(places, key=lambda place: place[:2]):
            text = "".join(item[-1] for item in items)
            if text.strip():
                found[source] += (Line(page.number, y, text),)
    return found


def page_number(page: Page) -> list[Text]:
    """The printed texts of its number."""
    return [item for item in page.texts if item.style.endswith(NUMBER) and item.text.strip()]


def is_letter(document: Document) -> bool:
    """Whether the mark stands in the header of page 1, as only that of a 信函 does (10.1)."""
    head = document.sections[0].headers.first or ()
    return any(paragraph.style == MARK for paragraph in paragraphs_of(head))


def body_of(document: Document) -> range:
    """Numbers of the paragraphs of 正文: from below its head to what follows it; none in other files."""
    paragraphs = document.paragraphs
    heads = [each.index for each in paragraphs if each.style in HEADS]
    start = max(heads, default=-1) + 1
    after = (each.index for each in paragraphs if each.index >= start and each.style in AFTER_BODY | IMPRINT)
    stop = next(after, paragraphs[-1].index + 1 if paragraphs else 0)
    return range(start, stop) if start else range(0)


def body_lines(document: Document, lines: Lines, page: int) -> int:
    """How many lines of 正文 stand on a page."""
    return sum(line.page == page for index in body_of(document) for line in lines.get(index, ()))


def hides_body(document: Document, lines: Lines) -> bool:
    """Whether the first page of a notice shows none of its 正文 (7.3.3)."""
    text = [line for index in body_of(document) for line in lines.get(index, ())]
    return bool(text) and all(line.page > 1 for line in text)


def find_signature(document: Document, lines: Lines) -> Paragraph | None:
    """The first line of 署名 and 成文日期."""
    return next((each for each in document.paragraphs if each.style in SIGNATURES and lines.get(each.index)), None)


class Imprint(Struct, frozen=True):
    """The 版记: numbers of its paragraphs, a floating table, and the paragraph on which it hangs."""

    inside: frozenset[int]
    anchor: Paragraph

    def pages(self, pages: Pages) -> tuple[Page, ...]:
        """The pages on which it stands: one, unless it is too tall."""
        return tuple(page for page in pages.pages if any(item.source in self.inside for item in page.texts))


def find_imprint(document: Document) -> Imprint | None:
    """The 版记 at the end of the document."""
    blocks = document.sections[-1].blocks if document.sections else ()
    for table, anchor in pairwise(blocks):
        if isinstance(table, Table) and table.floating is not None and isinstance(anchor, Paragraph):
            inside = paragraphs_of((table,))
            if any(paragraph.style in IMPRINT for paragraph in inside):
                return Imprint(frozenset(paragraph.index for paragraph in inside), anchor)
    return None


def named(paragraph: Paragraph, most: int = 6) -> str:
    """A paragraph as messages call it: its number and how it begins."""
    text = "".join(paragraph.text.split())
    return f"第{paragraph.index + 1}段“{text[:most]}{'…' if len(text) > most else ''}”"
