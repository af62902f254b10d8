"""The stages in their order, joined: content → DOCX → Document → Pages → PDF. Bytes in, bytes out.

1. load: YAML → Content
2. fill: Content + template → DOCX, for screens without mirrored margins
3. read: DOCX → Document
4. lay out: Document + fonts → Pages
5. settle: Pages → changes of the DOCX, read and laid out again
6. write: Pages → PDF
7. check: every text of the content stands in the DOCX, on the Pages and in the PDF
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct
from msgspec.structs import replace

from docgen.content import Content
from docgen.diagnostics import Diagnostic, Place, has_errors, note, warning
from docgen.document import Document
from docgen.fill import fill, keys_of_template
from docgen.layout import lay_out
from docgen.layout.fonts import FileFonts, Fonts
from docgen.load import Stock, json_schema, load
from docgen.page import Pages, Stack
from docgen.read import read, read_refilled
from docgen.screen import for_screen
from docgen.settle import settle
from docgen.settle.case import Case, Change, Decision
from docgen.settle.facts import MEND, RULE, Facts, facts_of, faults
from docgen.typefaces import faces_in_use, find_typefaces
from docgen.witness import lost_in_docx, lost_in_pages, lost_in_pdf, lost_texts, text_of
from docgen.write import write_pdf, write_stack

ROUNDS = 7
"""Each takes the next decision and lays out once more: at most one for 主送机关, one for letter spacing, two for what
closes a text, two for the 版记; the last round finds nothing left. What still moves then would move for ever."""
TRIED = 2
"""Layouts of one document kept: as it stands, and as it was last tried."""

Fetch = Callable[[str], bytes]
"""Gives the bytes of a file by name; raises FileNotFoundError where there is none."""


class Shelf(Struct, frozen=True):
    """Where a document finds what it names: notice templates, forms, list files."""

    template: Fetch
    form: Fetch
    list_file: Fetch
    stock: Stock


class Edition(Struct, frozen=True):
    """How results are issued: `moment` dates them (POSIX time), `screen` is for reading and not for paper.

    Without `pdf` no PDF is written: the pages go into one with others.
    """

    moment: float | None = None
    screen: bool = False
    pdf: bool = True


PAPER = Edition()
"""For both sides of the paper, without a date of its own."""


class Made(Struct, frozen=True):
    """What came of one file. `docx`, `pdf`, `pages` and `facts` are None where an error stopped them."""

    name: str
    docx: bytes | None
    pdf: bytes | None
    pages: Pages | None
    diagnostics: tuple[Diagnostic, ...]
    decisions: tuple[Decision, ...] = ()
    facts: Facts | None = None


class Laid(Struct, frozen=True):
    """A DOCX read and laid out, with the decisions in it; `document` and `pages` are None where it cannot be read."""

    docx: bytes
    document: Document | None
    pages: Pages | None
    diagnostics: tuple[Diagnostic, ...]
    decisions: tuple[Decision, ...] = ()

    @property
    def facts(self) -> Facts | None:
        """Where the parts stand whose place the standard rules."""
        return facts_of(self.document, self.pages) if self.document is not None and self.pages is not None else None


@contextmanager
def undisturbed() -> Iterator[None]:
    """While a document is made, its objects are not searched for garbage, of which it leaves none until it is done.

    The search goes through all of them, the more often the longer it is: a third of the time of a thousand pages.
    """
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()


@undisturbed()
def make_notice(data: bytes, file: str, shelf: Shelf, fonts: Fonts, edition: Edition = PAPER) -> Made:
    """A content file, named as messages call it, through all stages."""
    content, found = load(data, file, shelf.list_file, shelf.stock)
    if content is None:
        return Made(file, None, None, None, found)
    made = make_content(content, shelf, fonts, edition)
    return replace(made, diagnostics=(*found, *made.diagnostics))


@undisturbed()
def make_content(content: Content, shelf: Shelf, fonts: Fonts, edition: Edition = PAPER) -> Made:
    """A content that is loaded through the other stages."""
    template, name = shelf.template(content.template), f"{content.name}.docx"
    filled, found = fill(content, template, f"{content.template}.docx", shelf.form, edition.moment)
    if filled is None:
        return Made(content.name, None, None, None, found)
    if edition.screen:
        laid = settled(set_pages(for_screen(filled.docx), name, fonts), name, fonts, template)
    else:
        # What was just written need not be unpacked again to be read.
        laid = settled(_laid(filled.docx, read_refilled(filled.package, name), name, fonts), name, fonts, template)
    found = (*found, *laid.diagnostics)
    document, pages = laid.document, laid.pages
    if document is None or pages is None or has_errors(found):
        return Made(content.name, None, None, pages, found)
    lost = lost_in_docx(content, document)
    pdf, witnesses = pdf_of(document, pages, name, edition)
    found = (*found, *lost, *witnesses)
    if has_errors(found):
        return Made(content.name, None, None, pages, found)
    return Made(content.name, laid.docx, pdf, pages, found, laid.decisions, laid.facts)


def settled(laid: Laid, name: str, fonts: Fonts, template: bytes = b"") -> Laid:
    """A DOCX laid out, changed as `settle` decides, and laid out again until it rests; each decision is a note."""
    # What settling tried and then decided is not read and laid out once more.
    lay = lru_cache(maxsize=TRIED)(lambda tried: set_pages(tried, name, fonts))
    decisions: tuple[Decision, ...] = ()
    for _ in range(ROUNDS):
        change = _next_change(replace(laid, decisions=decisions), lay, template)
        if change is None:
            more: tuple[Diagnostic, ...] = ()
            break
        decisions += change.decisions
        laid = lay(change.docx)
    else:
        more = (warning(RULE, Place(name), f"定版{ROUNDS}次，版面仍未定下来", MEND),)
    notes = (note(RULE, Place(name), decision.sentence) for decision in decisions)
    if laid.document is not None and laid.pages is not None:
        more += tuple(faults(laid.document, laid.pages, name))
    return replace(laid, diagnostics=(*laid.diagnostics, *notes, *more), decisions=decisions)


def _next_change(laid: Laid, lay: Callable[[bytes], Laid], template: bytes) -> Change | None:
    if laid.document is None or laid.pages is None:
        return None

    def lay_out_again(docx: bytes) -> tuple[Document, Pages]:
        again = lay(docx)
        if again.document is None or again.pages is None:
            raise ValueError("a changed DOCX cannot be read")
        return again.document, again.pages

    return settle(Case(laid.docx, laid.document, laid.pages, lay_out_again, template), laid.decisions)


def set_pages(docx: bytes, name: str, fonts: Fonts) -> Laid:
    """A DOCX read and laid out as it is."""
    return _laid(docx, read(docx, name), name, fonts)


def _laid(docx: bytes, found: tuple[Document | None, tuple[Diagnostic, ...]], name: str, fonts: Fonts) -> Laid:
    """What was read of a DOCX, laid out."""
    document, said = found
    if document is None:
        return Laid(docx, None, None, said)
    pages, more = lay_out(document, fonts, name)
    return Laid(docx, document, pages, (*said, *more))


def pdf_of(
    document: Document, pages: Pages, name: str, edition: Edition = PAPER
) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """The PDF of laid-out pages, if one is wanted, and what got lost on the way, which nothing may."""
    lost = lost_in_pages(document, pages, name)
    if has_errors(lost) or not edition.pdf:
        return None, lost
    pdf = write_pdf(pages, edition.moment)
    return pdf, lost_in_pdf([text_of(page) for page in pages.pages], pdf, name)


@undisturbed()
def make_pdf(docx: bytes, name: str, fonts: Fonts, edition: Edition = PAPER, texts: Iterable[str] = ()) -> Made:
    """A DOCX as PDF: a picture of it as it is, nothing settled; `texts` are what must stand in it."""
    laid = set_pages(docx, name, fonts)
    if laid.document is None or laid.pages is None or has_errors(laid.diagnostics):
        return Made(name, docx, None, laid.pages, laid.diagnostics)
    lost = lost_texts(texts, laid.document, name)
    pdf, witnesses = pdf_of(laid.document, laid.pages, name, edition)
    found = (*laid.diagnostics, *lost, *witnesses)
    return Made(name, docx, None if has_errors(found) else pdf, laid.pages, found)


def judge(docx: bytes, name: str, fonts: Fonts) -> Made:
    """A DOCX from anywhere as it is, with the decisions that would still be taken and the facts of its pages."""
    laid = set_pages(docx, name, fonts)
    return Made(name, docx, None, laid.pages, laid.diagnostics, settled(laid, name, fonts).decisions, laid.facts)


def keys_for(template: bytes, name: str) -> dict[str, str] | Diagnostic:
    """The keys that a content file for a template may have, each with its meaning; or why it cannot be opened."""
    room = keys_of_template(template, name)
    if isinstance(room, Diagnostic):
        return room
    keys = json_schema()["properties"]
    return {key: keys[key]["description"] for key in keys if key in room or key == "模板"}


def pdf_of_pages(pages: Pages, edition: Edition = PAPER) -> bytes:
    """The PDF of pages put together from several documents, each already checked on its own."""
    return write_pdf(pages, edition.moment)


def write_job(stack: Stack, out: BinaryIO, edition: Edition = PAPER) -> None:
    """The PDF of a print job, whose documents were checked each on its own, written as its pages come."""
    write_stack(stack, out, edition.moment)


def typefaces_in_use() -> tuple[tuple[str, int, int, int], ...]:
    """The fonts that serve typefaces on this machine – path, number in it, size, time: where they change, pages do."""
    faces = {(face.path, face.index): Path(face.path).stat() for face in faces_in_use(find_typefaces())}
    return tuple((*face, state.st_size, state.st_mtime_ns) for face, state in faces.items())


def machine_fonts() -> FileFonts:
    """The typefaces of this machine."""
    return FileFonts(find_typefaces().serve)
