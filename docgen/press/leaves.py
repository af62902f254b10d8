"""Take the documents of a print job, give its pages in the order of the paper: copies, backs, 份号, booklets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.load.batches import BULLETIN, Printing
from docgen.load.batchfile import Order
from docgen.page import Bookmark, Entry, Fill, Item, Page, Pages, Picture, Rule, Text
from docgen.press.items import Outcome

NUMBER_STYLE = "版头"
"""The style of a 份号 (7.2.1)."""
NUMBER_DIGITS = 6
SIDES = 2
"""Of a sheet."""
QUARTERS = 4
"""Pages of a folded sheet."""


Fetch = Callable[[Outcome], Pages]
"""Gives the pages of a document that was made."""


class Leaf(Struct, frozen=True):
    """A side of a sheet: a page (from 0) of a copy (from 1) of a document, or a white one where `page` is None."""

    document: Outcome
    copy: int
    page: int | None


def leaves_of(documents: Iterable[Outcome], printing: Printing) -> Iterator[Leaf]:
    """All sides of a job, as its documents come. Where both are printed, each document begins on a front."""
    for document, copy in _copies(documents, printing):
        for page in _pages(document.pages, SIDES if printing.duplex else 1):
            yield Leaf(document, copy, page)


def _copies(documents: Iterable[Outcome], printing: Printing) -> Iterator[tuple[Outcome, int]]:
    """Sets one after another, or each document as often as it is wanted."""
    if printing.order is Order.STACKS:
        for document in documents:
            yield from ((document, copy) for copy in range(1, printing.copies_of(document.kind) + 1))
        return
    printed = []
    for document in documents:
        printed.append(document)
        yield document, 1
    for copy in range(2, max((printing.copies_of(document.kind) for document in printed), default=0) + 1):
        yield from ((document, copy) for document in printed if copy <= printing.copies_of(document.kind))


def _pages(count: int, multiple: int) -> Iterator[int | None]:
    """The pages of a document, then white ones up to a multiple."""
    yield from range(count)
    yield from [None] * (-count % multiple)


def fronts_and_backs(leaves: Sequence[Leaf], *, backward: bool) -> tuple[tuple[Leaf, ...], tuple[Leaf, ...]]:
    """The odd sides, and the even ones, the last first where the printer wants them so."""
    backs = tuple(leaves[1::SIDES])
    return tuple(leaves[::SIDES]), backs[::-1] if backward else backs


def outline_of(leaves: Iterable[Leaf]) -> Iterator[Bookmark]:
    """A bookmark for each kind and, below it, each copy of a document."""
    kind = ""
    for place, leaf in enumerate(leaves, start=1):
        if leaf.page != 0:
            continue
        document = leaf.document
        if document.kind != kind:
            kind = document.kind
            yield Bookmark(kind, 0, place, 0.0)
        copy = f"（第{leaf.copy}份）" if leaf.copy > 1 else ""
        yield Bookmark(document.stem + copy, 1, place, 0.0)


def pages_of(leaves: Iterable[Leaf], fetch: Fetch, first_number: str = "") -> Iterator[Page]:
    """The pages of the leaves, one document in memory at a time; copies of the bulletin bear a 份号 from
    `first_number` on, documents of winners keep their own."""
    latest: Outcome | None = None
    pages: tuple[Page, ...] = ()
    for leaf in leaves:
        if leaf.document is not latest:
            latest, pages = leaf.document, fetch(leaf.document).pages
        page = _white(pages[-1]) if leaf.page is None else pages[leaf.page]
        counts = first_number and leaf.document.kind == BULLETIN
        yield numbered(page, first_number, leaf.copy) if counts else page


def _white(like: Page) -> Page:
    return replace(like, label="", items=())


def numbered(page: Page, first: str, copy: int) -> Page:
    """A page whose 份号, if it has one, is that of its copy."""
    number = str(int(first) + copy - 1).zfill(NUMBER_DIGITS)
    return replace(page, items=tuple(_with_number(item, number) for item in page.items))


def _with_number(item: Item, number: str) -> Item:
    is_number = isinstance(item, Text) and item.style == NUMBER_STYLE and len(item.text) == NUMBER_DIGITS
    return replace(item, text=number) if is_number and isinstance(item, Text) and item.text.isdecimal() else item


def booklet(pages: Sequence[Page]) -> Iterator[Page]:
    """Sheets twice as wide, to be folded in the middle and stitched there: the outer pages stand beside each other."""
    padded = [*pages, *[_white(pages[-1])] * (-len(pages) % QUARTERS)]
    for front in range(0, len(padded) // 2, SIDES):
        yield _spread(padded[-1 - front], padded[front])
        yield _spread(padded[front + 1], padded[-2 - front])


def _spread(left: Page, right: Page) -> Page:
    moved_right = (moved(item, left.width) for item in right.items)
    return Page(left.width + right.width, max(left.height, right.height), 0, "", (*left.items, *moved_right))


def moved(item: Item, by: float) -> Item:
    """An item further right."""
    match item:
        case Rule():
            return replace(item, x1=item.x1 + by, x2=item.x2 + by)
        case Text() | Picture():
            clip = item.clip and (item.clip[0] + by, *item.clip[1:])
            return replace(item, x=item.x + by, clip=clip)
        case Fill() | Entry():
            return replace(item, x=item.x + by)
