"""The stages in their order, joined: content → DOCX → Document → Pages → PDF. Bytes in, bytes out.

1. load: YAML → Content
2. fill: Content + template → DOCX, for screens without mirrored margins
3. read: DOCX → Document
4. lay out: Document + fonts → Pages
5. settle: Pages → changes of the DOCX, read and laid out once more
6. write: Pages → PDF
7. check: every text of the content stands in the DOCX, on the Pages and in the PDF
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from docgen.diagnostics import Diagnostic, has_errors
from docgen.document import Document
from docgen.fill import fill
from docgen.layout import lay_out
from docgen.layout.fonts import FileFonts, Fonts
from docgen.load import Stock, load
from docgen.page import Pages
from docgen.read import read
from docgen.screen import for_screen
from docgen.settle import settle
from docgen.typefaces import find_typefaces
from docgen.witness import lost_in_docx, lost_in_pages, lost_in_pdf
from docgen.write import write_pdf

ROUNDS = 2
"""design.md §6: a decision is laid out once more; two rounds settle every document or none will."""

Fetch = Callable[[str], bytes]
"""Gives the bytes of a file by name; raises FileNotFoundError where there is none."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where a document finds what it names: notice templates, forms, list files."""

    template: Fetch
    form: Fetch
    list_file: Fetch
    stock: Stock


@dataclass(frozen=True, slots=True)
class Edition:
    """How results are issued: `moment` dates them (POSIX time), `screen` is for reading and not for paper."""

    moment: float | None = None
    screen: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """What came of one content file. `docx`, `pdf` and `pages` are None where an error stopped them."""

    name: str
    docx: bytes | None
    pdf: bytes | None
    pages: Pages | None
    diagnostics: tuple[Diagnostic, ...]


PAPER = Edition()
"""For both sides of the paper, without a date of its own."""


def make_notice(data: bytes, file: str, shelf: Shelf, fonts: Fonts, edition: Edition = PAPER) -> Made:
    """A content file, named as messages call it, through all stages."""
    content, found = load(data, file, shelf.list_file, shelf.stock)
    if content is None:
        return Made(file, None, None, None, found)
    template = shelf.template(content.template)
    docx, more = fill(content, template, f"{content.template}.docx", shelf.form, edition.moment)
    found = (*found, *more)
    if docx is None:
        return Made(file, None, None, None, found)
    docx = for_screen(docx) if edition.screen else docx
    docx, document, pages, more = settled(docx, f"{content.name}.docx", fonts)
    found = (*found, *more)
    if document is None or pages is None or has_errors(found):
        return Made(content.name, None, None, pages, found)
    lost = lost_in_docx(content, document)
    pdf, witnesses = pdf_of(document, pages, f"{content.name}.docx", edition.moment)
    found = (*found, *lost, *witnesses)
    if has_errors(found):
        return Made(content.name, None, None, pages, found)
    return Made(content.name, docx, pdf, pages, found)


def settled(
    docx: bytes, name: str, fonts: Fonts
) -> tuple[bytes, Document | None, Pages | None, tuple[Diagnostic, ...]]:
    """A DOCX laid out, changed as `settle` decides, and laid out again."""
    document, pages, found = set_pages(docx, name, fonts)
    for _ in range(ROUNDS):
        if document is None or pages is None:
            break
        changed = settle(docx, document, pages)
        if changed is None:
            break
        docx = changed
        document, pages, found = set_pages(docx, name, fonts)
    return docx, document, pages, found


def set_pages(docx: bytes, name: str, fonts: Fonts) -> tuple[Document | None, Pages | None, tuple[Diagnostic, ...]]:
    """A DOCX read and laid out; None where it cannot be read."""
    document, found = read(docx, name)
    if document is None:
        return None, None, found
    pages, more = lay_out(document, fonts, name)
    return document, pages, (*found, *more)


def pdf_of(
    document: Document, pages: Pages, name: str, moment: float | None = None
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The PDF of laid-out pages, and what got lost on the way, which nothing may."""
    lost = lost_in_pages(document, pages, name)
    if has_errors(lost):
        return b"", lost
    pdf = write_pdf(pages, moment)
    return pdf, lost_in_pdf(pages, pdf, name)


def make_pdf(docx: bytes, name: str, fonts: Fonts) -> Made:
    """A DOCX from anywhere as PDF: a picture of it as it is, nothing settled."""
    document, pages, found = set_pages(docx, name, fonts)
    if document is None or pages is None or has_errors(found):
        return Made(name, docx, None, pages, found)
    pdf, lost = pdf_of(document, pages, name)
    found = (*found, *lost)
    return Made(name, docx, None if has_errors(found) else pdf, pages, found)


def machine_fonts() -> FileFonts:
    """The typefaces of this machine."""
    return FileFonts(find_typefaces().serve)
