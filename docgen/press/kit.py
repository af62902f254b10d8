"""What a worker needs to make the documents of winners, on this machine or another: values only, no open file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from hashlib import sha256
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

import docgen
from docgen.content import Content
from docgen.load.batches import Batch, Paper
from docgen.load.entries import distinct, file_stem
from docgen.load.stock import Stock
from docgen.load.tables import Entry
from docgen.pipeline import Edition, Shelf, typefaces_in_use

WHOLE = ("docx", "pdf")
"""Formats of the bulletin."""
ROWS = 25
"""Winners that a worker takes at a time: two seconds of work at most are lost when it dies."""


class Kit(Struct, frozen=True):
    """The kinds of documents, the templates and forms that they need, and where their files go.

    `digest` tells one program with its typefaces and templates from another: what one has made the other makes anew.
    """

    papers: tuple[Paper, ...]
    templates: Mapping[str, bytes]
    forms: Mapping[str, bytes]
    out: Path
    formats: tuple[str, ...]
    edition: Edition
    digest: str

    @property
    def shelf(self) -> Shelf:
        """The templates and forms as the pipeline asks for them."""
        return Shelf(_among(self.templates), _among(self.forms), _among({}), Stock())


class Task(Struct, frozen=True):
    """A winner, and what the files of each kind are called."""

    entry: Entry
    stems: tuple[str, ...]


def kit_for(batch: Batch, shelf: Shelf, out: Path, formats: tuple[str, ...], edition: Edition) -> Kit:
    """The kit of the documents of winners.

    Raises:
        OSError: a template or form cannot be read.
    """
    known = shelf.stock.templates or frozenset()
    templates = {paper.template for paper in batch.papers} & known
    forms = frozenset(form for paper in batch.papers for form in paper.forms)
    return _kit(batch.papers, (templates, forms), shelf, out, (formats, edition))


def kit_for_bulletin(content: Content, shelf: Shelf, out: Path, edition: Edition) -> Kit:
    """The kit of the bulletin, which is made whole. Raises OSError likewise."""
    forms = frozenset(each.form for each in content.all_attachments if each.form)
    return _kit((), (frozenset((content.template,)), forms), shelf, out, (WHOLE, replace(edition, pdf=True)))


def _kit(
    papers: tuple[Paper, ...],
    names: tuple[Set[str], Set[str]],
    shelf: Shelf,
    out: Path,
    issue: tuple[tuple[str, ...], Edition],
) -> Kit:
    templates = {name: shelf.template(name) for name in sorted(names[0])}
    forms = {name: shelf.form(name) for name in sorted(names[1])}
    made_from = (program(), typefaces_in_use(), templates, forms, issue)
    return Kit(papers, templates, forms, out, *issue, sha256(repr(made_from).encode()).hexdigest())


def tasks_of(batch: Batch) -> tuple[Task, ...]:
    """A task for each winner; the files of one kind have distinct names."""
    entries = batch.roster.entries
    columns = [
        distinct(file_stem(paper.pattern, entry.cells) or f"第{entry.number}行" for entry in entries)
        for paper in batch.papers
    ]
    return tuple(Task(entry, stems) for entry, stems in zip(entries, _rows(columns, len(entries)), strict=True))


def _rows(columns: list[tuple[str, ...]], count: int) -> Iterator[tuple[str, ...]]:
    return zip(*columns, strict=True) if columns else iter([()] * count)


def program() -> str:
    """A digest of the program: what an older one has made counts as not made."""
    digest = sha256()
    for file in sorted(Path(docgen.__file__).parent.rglob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _among(files: Mapping[str, bytes]) -> Callable[[str], bytes]:
    def fetch(name: str) -> bytes:
        if name not in files:
            raise FileNotFoundError(name)
        return files[name]

    return fetch
