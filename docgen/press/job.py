"""Take the documents of a batch as they come, write its print job: one PDF, beside it odd and even sides or a booklet
where wanted.

Every page of every file is read back and compared before the file bears its name.
"""

from __future__ import annotations

import zlib
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import Diagnostic, Place, error
from docgen.files import OutputError, written
from docgen.load.batches import BULLETIN, Printing
from docgen.load.batchfile import Backs
from docgen.page import Bookmark, Info, Page, Pages, Stack, Turning
from docgen.pipeline import Edition, write_job
from docgen.press.crew import Crew
from docgen.press.items import Outcome
from docgen.press.leaves import Fetch, Leaf, booklet, fronts_and_backs, leaves_of, outline_of, pages_of
from docgen.witness import lost_in_pdf, text_of

RULE = "付印"
JOB, FRONTS, BACKS, BOOKLET = "付印.pdf", "付印-单页.pdf", "付印-双页.pdf", "付印-小册子.pdf"
FILES = (JOB, FRONTS, BACKS, BOOKLET)
READ_BACK = 250
"""Pages that a worker reads back at a time."""


class Job(Struct, frozen=True):
    """A print job: all sides of its file in order, the files that were written, what went wrong."""

    leaves: tuple[Leaf, ...]
    files: tuple[str, ...]
    faults: tuple[Diagnostic, ...]

    def places(self) -> dict[tuple[int, str], int]:
        """Where the first copy of each document begins, from 1; by row and kind."""
        found: dict[tuple[int, str], int] = {}
        for at, leaf in enumerate(self.leaves, start=1):
            found.setdefault((leaf.document.row, leaf.document.kind), at)
        return found

    def printed(self) -> dict[str, int]:
        """How many documents of each kind stand in it whole, whatever the copies."""
        pages: dict[tuple[str, int], int] = {}
        whole: dict[str, int] = {}
        for leaf in self.leaves:
            who = leaf.document.kind, leaf.document.row
            if leaf.copy == 1 and leaf.page is not None:
                pages[who] = pages.get(who, 0) + 1
                whole[leaf.document.kind] = whole.get(leaf.document.kind, 0) + (pages[who] == leaf.document.pages)
        return whole


class _Part(Struct, frozen=True):
    """A file of a job: its name, its pages, its bookmarks, how sheets are turned."""

    name: str
    pages: Iterable[Page]
    turning: Turning
    outline: Iterable[Bookmark] = ()


class _Stretch(Struct, frozen=True):
    """What should be read on some pages of a file, from `first` on: their texts, which have no white space, packed."""

    first: int
    count: int
    packed: bytes

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of each page."""
        return tuple(zlib.decompress(self.packed).decode().split("\n"))


def print_job(
    documents: Iterable[Outcome], fetch: Fetch, printing: Printing, out: Path, edition: Edition, crew: Crew
) -> Job:
    """Write the files of a job into the folder `out`; the first one as its documents come."""
    leaves: list[Leaf] = []
    faults: list[Diagnostic] = []
    files = []
    for part in _parts(leaves_of(documents, printing), leaves, fetch, printing):
        found = _written(part, out, edition, crew)
        faults += found
        if not found:
            files.append(part.name)
    for name in FILES:
        if name not in files:
            # One of an earlier run would be printed with its people of then.
            (out / name).unlink(missing_ok=True)
    return Job(tuple(leaves) if JOB in files else (), tuple(files), tuple(faults))


def _parts(coming: Iterator[Leaf], leaves: list[Leaf], fetch: Fetch, printing: Printing) -> Iterator[_Part]:
    """The files one after another; the pages of the first put every side that comes into `leaves`."""
    first = next(coming, None)
    if first is None:
        return
    sides = _noted(chain([first], coming), leaves)
    turning = _turning(fetch(first.document)) if printing.duplex else Turning.NONE
    yield _Part(JOB, pages_of(sides, fetch, printing.numbered), turning, outline_of(leaves))
    # Where the file could not be written, the documents are made all the same.
    deque(sides, maxlen=0)
    if printing.backs is not None:
        halves = fronts_and_backs(leaves, backward=printing.backs is Backs.BACKWARD)
        for name, chosen in zip((FRONTS, BACKS), halves, strict=True):
            yield _Part(name, pages_of(chosen, fetch, printing.numbered), Turning.NONE, outline_of(chosen))
    bulletin = next((leaf.document for leaf in leaves if leaf.document.kind == BULLETIN), None)
    if printing.booklet and bulletin is not None:
        yield _Part(BOOKLET, _folded(bulletin, fetch, printing), Turning.SHORT_EDGE)


def _noted(sides: Iterable[Leaf], leaves: list[Leaf]) -> Iterator[Leaf]:
    for leaf in sides:
        leaves.append(leaf)
        yield leaf


def _folded(bulletin: Outcome, fetch: Fetch, printing: Printing) -> Iterator[Page]:
    """The bulletin on sheets to be folded, as often as it is wanted."""
    for copy in range(1, printing.copies_of(bulletin.kind) + 1):
        leaves = [Leaf(bulletin, copy, page) for page in range(bulletin.pages)]
        yield from booklet(tuple(pages_of(leaves, fetch, printing.numbered)))


def _turning(document: Pages) -> Turning:
    """Landscape sheets are turned along their short edge; a job of both kinds is turned as its first sheet is."""
    first = document.pages[0]
    return Turning.SHORT_EDGE if first.width > first.height else Turning.LONG_EDGE


def _written(part: _Part, out: Path, edition: Edition, crew: Crew) -> tuple[Diagnostic, ...]:
    """Write a file and read it back; why it could not be, or what is lacking in it."""
    stretches: list[_Stretch] = []
    found: tuple[Diagnostic, ...] = ()
    try:
        with written(out / part.name) as file:
            pages = _renumbered(part.pages, stretches)
            write_job(Stack(pages, part.outline, Info(title=part.name), part.turning), file, edition)
            file.flush()
            found = tuple(dict.fromkeys(_missed(Path(file.name), part.name, stretches, crew)))
            if found:
                raise OutputError
    except OutputError as reason:
        return found or (error(RULE, Place(part.name), str(reason)),)
    return ()


def _renumbered(pages: Iterable[Page], stretches: list[_Stretch]) -> Iterator[Page]:
    """Pages that count through; what should be read on them goes into `stretches`."""
    texts: list[str] = []
    number = 0
    for number, page in enumerate(pages, start=1):
        texts.append(text_of(page))
        if len(texts) == READ_BACK:
            stretches.append(_stretch(number, texts))
            texts = []
        yield replace(page, number=number)
    if texts:
        stretches.append(_stretch(number, texts))


def _stretch(last: int, texts: Sequence[str]) -> _Stretch:
    return _Stretch(last - len(texts) + 1, len(texts), zlib.compress("\n".join(texts).encode()))


def _missed(file: Path, name: str, stretches: Sequence[_Stretch], crew: Crew) -> Iterator[Diagnostic]:
    """What a PDF reader misses in a file; workers read it in stretches, for a reader remembers what it has read."""
    read_back = partial(_read_back, file, name, sum(stretch.count for stretch in stretches))
    for (stretch,), result in crew.carried_out(read_back, [(each,) for each in stretches]):
        if isinstance(result, BaseException):
            message = f"第{stretch.first}页起的{stretch.count}页没有核对成（{type(result).__name__}: {result}）"
            yield error(RULE, Place(name), message, "请再运行一次")
        else:
            yield from result


def _read_back(file: Path, name: str, count: int, stretches: Sequence[_Stretch]) -> tuple[Diagnostic, ...]:
    (stretch,) = stretches
    return lost_in_pdf(stretch.texts, file, name, stretch.first, count)
