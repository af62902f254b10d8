"""What a worker needs to make documents of a batch, on this machine or another: values only, no open file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

import docgen
from docgen.content import Content
from docgen.diagnostics import Diagnostic
from docgen.load.batches import BULLETIN, Batch, Paper
from docgen.load.entries import distinct, file_stem
from docgen.load.stock import Stock
from docgen.load.tables import Entry
from docgen.pipeline import Edition, Shelf, typefaces_in_use

WHOLE = ("docx", "pdf")
"""Formats of the bulletin."""
DOCUMENTS = 25
"""Documents that a worker takes at a time: half a second of work at most is lost when it dies."""


class Kind(Struct, frozen=True):
    """A kind of document: formats of its files, how it is issued, template and forms, what gives a winner's content.

    `digest` tells one program with its typefaces and templates from another: what one has made the other makes anew.
    """

    formats: tuple[str, ...]
    edition: Edition
    templates: Mapping[str, bytes]
    forms: Mapping[str, bytes]
    digest: str
    paper: Paper | None = None

    @property
    def shelf(self) -> Shelf:
        """The template and forms as the pipeline asks for them."""
        return Shelf(_among(self.templates), _among(self.forms), _among({}), Stock())


class Kit(Struct, frozen=True):
    """The kinds of documents by name, and where their files go."""

    kinds: Mapping[str, Kind]
    out: Path


class Task(Struct, frozen=True):
    """A document to be made: its kind, what its files are called, its winner; `content` where it needs no winner."""

    kind: str
    stem: str
    entry: Entry | None = None
    content: Content | None = None

    @property
    def row(self) -> int:
        """Of the roster; 0 is the bulletin."""
        return 0 if self.entry is None else self.entry.number

    def content_from(self, kit: Kit) -> tuple[Content | None, tuple[Diagnostic, ...]]:
        """What is to be made, and what is wrong with it; None where that is too much."""
        paper = kit.kinds[self.kind].paper
        return (self.content, ()) if self.entry is None or paper is None else paper.content(self.entry, self.stem)


def kit_for(batch: Batch, shelf: Shelf, out: Path, formats: tuple[str, ...], edition: Edition) -> Kit:
    """The kit of a batch.

    Raises:
        OSError: a template or form cannot be read.
    """
    known, made_by = shelf.stock.templates or frozenset(), (program(), typefaces_in_use())

    def kind(template: str, wanted: frozenset[str], formats: tuple[str, ...], paper: Paper | None = None) -> Kind:
        templates = {name: shelf.template(name) for name in {template} & known}
        forms = {name: shelf.form(name) for name in sorted(wanted)}
        made_from = formats, replace(edition, pdf="pdf" in formats), templates, forms
        return Kind(*made_from, sha256(repr((made_by, made_from)).encode()).hexdigest(), paper)

    kinds = {paper.name: kind(paper.template, paper.forms, formats, paper) for paper in batch.papers}
    if batch.bulletin is not None:
        attached = frozenset(each.form for each in batch.bulletin.all_attachments if each.form)
        kinds[BULLETIN] = kind(batch.bulletin.template, attached, WHOLE)
    return Kit(kinds, out)


def tasks_of(batch: Batch) -> tuple[tuple[Task, ...], ...]:
    """A task for each document in the order of the print job, in pieces for workers; no two files have one name."""
    return tuple(_pieces(batch))


def _pieces(batch: Batch) -> Iterator[tuple[Task, ...]]:
    if batch.bulletin is not None:
        yield (Task(BULLETIN, batch.bulletin.name, content=batch.bulletin),)
    entries = batch.roster.entries
    for paper in batch.papers:
        stems = distinct(file_stem(paper.pattern, entry.cells) or f"第{entry.number}行" for entry in entries)
        tasks = [Task(paper.name, stem, entry) for stem, entry in zip(stems, entries, strict=True)]
        yield from (tuple(tasks[at : at + DOCUMENTS]) for at in range(0, len(tasks), DOCUMENTS))


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
