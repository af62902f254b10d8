"""Take the documents of a batch, write its print job: one PDF, beside it odd and even sides or a booklet where wanted.

Every page of every file is read back and compared before the file bears its name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import pypdfium2
from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import Diagnostic, Place, error
from docgen.files import OutputError, written
from docgen.load.batches import BULLETIN, Printing
from docgen.load.batchfile import Backs
from docgen.page import Bookmark, Info, Page, Stack, Turning
from docgen.pipeline import Edition, lost_in_job, write_job
from docgen.press.leaves import Leaf, Printed, booklet, fronts_and_backs, leaves_of, outline_of, pages_of

RULE = "付印"
JOB, FRONTS, BACKS, BOOKLET = "付印.pdf", "付印-单页.pdf", "付印-双页.pdf", "付印-小册子.pdf"
FILES = (JOB, FRONTS, BACKS, BOOKLET)


class Job(Struct, frozen=True):
    """A print job: its documents, all sides in order, the files that were written, what went wrong."""

    documents: tuple[Printed, ...]
    leaves: tuple[Leaf, ...]
    files: tuple[str, ...]
    faults: tuple[Diagnostic, ...]

    def places(self) -> dict[int, int]:
        """Where the first copy of each document begins, from 1."""
        found: dict[int, int] = {}
        for at, leaf in enumerate(self.leaves, start=1):
            found.setdefault(leaf.document, at)
        return found

    def printed(self) -> dict[str, int]:
        """How many documents of each kind stand in it whole, whatever the copies."""
        pages: dict[int, set[int]] = {}
        for leaf in self.leaves:
            if leaf.page is not None:
                pages.setdefault(leaf.document, set()).add(leaf.page)
        whole = [self.documents[at].kind for at, seen in pages.items() if len(seen) == self.documents[at].count]
        return {kind: whole.count(kind) for kind in dict.fromkeys(whole)}


class _Part(Struct, frozen=True):
    """A file of a job: its name, what gives its pages (each time anew), its bookmarks, how sheets are turned."""

    name: str
    pages: Callable[[], Iterator[Page]]
    count: int
    outline: tuple[Bookmark, ...]
    turning: Turning


def print_job(documents: Sequence[Printed], printing: Printing, out: Path, edition: Edition) -> Job:
    """Write the files of a job into the folder `out`."""
    leaves = leaves_of(documents, printing)
    faults: list[Diagnostic] = []
    files = []
    for part in _parts(documents, leaves, printing):
        found = _written(part, out, edition)
        faults += found
        if not found:
            files.append(part.name)
    for name in FILES:
        if name not in files:
            # One of an earlier run would be printed with its people of then.
            (out / name).unlink(missing_ok=True)
    return Job(tuple(documents), leaves, tuple(files), tuple(faults))


def _parts(documents: Sequence[Printed], leaves: tuple[Leaf, ...], printing: Printing) -> Iterator[_Part]:
    def part(name: str, chosen: tuple[Leaf, ...], turning: Turning) -> _Part:
        numbered = printing.numbered
        outline = outline_of(documents, chosen)
        return _Part(name, lambda: pages_of(documents, chosen, numbered), len(chosen), outline, turning)

    if not leaves:
        return
    yield part(JOB, leaves, _turning(documents) if printing.duplex else Turning.NONE)
    if printing.backs is not None:
        fronts, backs = fronts_and_backs(leaves, backward=printing.backs is Backs.BACKWARD)
        yield part(FRONTS, fronts, Turning.NONE)
        yield part(BACKS, backs, Turning.NONE)
    if printing.booklet:
        yield from _booklets(documents, printing)


def _booklets(documents: Sequence[Printed], printing: Printing) -> Iterator[_Part]:
    """The bulletin folded, as often as it is wanted."""
    for at, document in enumerate(documents):
        if document.kind != BULLETIN:
            continue
        copies = range(1, printing.copies_of(document.kind) + 1)
        single = [[Leaf(at, copy, page) for page in range(document.count)] for copy in copies]

        def pages(single: list[list[Leaf]] = single) -> Iterator[Page]:
            for copy in single:
                yield from booklet(tuple(pages_of(documents, copy, printing.numbered)))

        sides = -(-document.count // 4) * 2
        yield _Part(BOOKLET, pages, sides * len(copies), (), Turning.SHORT_EDGE)


def _turning(documents: Sequence[Printed]) -> Turning:
    """Landscape sheets are turned along their short edge; a job of both kinds is turned as its first sheet is."""
    first = documents[0].pages().pages[0]
    return Turning.SHORT_EDGE if first.width > first.height else Turning.LONG_EDGE


def _written(part: _Part, out: Path, edition: Edition) -> tuple[Diagnostic, ...]:
    """Write a file and read it back; why it could not be, or what is lacking in it."""
    target = out / part.name
    try:
        with written(target) as file:
            stack = Stack(_renumbered(part.pages()), part.outline, Info(title=part.name), part.turning)
            write_job(stack, file, edition)
            file.flush()
            found = _compared(part, file)
            if found:
                raise OutputError
    except OutputError as reason:
        return found if not str(reason) else (error(RULE, Place(part.name), str(reason)),)
    return ()


def _renumbered(pages: Iterable[Page]) -> Iterator[Page]:
    for number, page in enumerate(pages, start=1):
        yield replace(page, number=number)


def _compared(part: _Part, file: BinaryIO) -> tuple[Diagnostic, ...]:
    """What a PDF reader misses in a file."""
    with pypdfium2.PdfDocument(file) as read:
        count = len(read)
    if count != part.count:
        return (error(RULE, Place(part.name), f"应有{part.count}页，读出来是{count}页"),)
    return lost_in_job(part.pages(), file, part.name)
