"""What page rules see: a DOCX as Document, its Pages, and where its parts stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from docgen.diagnostics import Place
from docgen.document import NO_EDGES, Document, Paragraph, Section, paragraphs_of
from docgen.lint.manuscript import Finding
from docgen.page import Page, Pages, Text
from docgen.settle.facts import Facts, facts_of
from docgen.settle.parts import Imprint, Lines, find_imprint, is_letter, lines_of
from docgen.units import points_from_mm

TOP, LEFT = points_from_mm(37.0), points_from_mm(28.0)
MEASURE, DEPTH = points_from_mm(156.0), points_from_mm(225.0)
"""天头, 订口 and the type area (GB/T 9704 5.2.1), points."""


class Sheets(Struct, frozen=True, dict=True):
    """A document laid out; `name` is the file as the clerk knows it."""

    name: str
    document: Document
    pages: Pages

    @cached_property
    def facts(self) -> Facts:
        """Where the parts stand."""
        return facts_of(self.document, self.pages)

    @cached_property
    def lines(self) -> Lines:
        """The lines of every paragraph."""
        return lines_of(self.pages)

    @cached_property
    def is_letter(self) -> bool:
        """Whether it is a 信函."""
        return is_letter(self.document)

    @cached_property
    def imprint(self) -> Imprint | None:
        """The 版记."""
        return find_imprint(self.document)

    @property
    def imprint_pages(self) -> tuple[Page, ...]:
        """The pages on which the 版记 stands."""
        return self.imprint.pages(self.pages) if self.imprint else ()

    @property
    def official(self) -> Iterator[Paragraph]:
        """The paragraphs whose looks GB/T 9704 rules: all but those of certificates."""
        sections = (section for section in self.document.sections if not _is_certificate(section))
        return (each for section in sections for each in paragraphs_of(section.blocks))

    def styled(self, *styles: str) -> Iterator[Paragraph]:
        """The official paragraphs of these styles that bear text."""
        return (each for each in self.official if each.style in styles and each.text.strip())

    def items(self, *styles: str) -> Iterator[tuple[int, Text]]:
        """The printed texts of these styles, each with the number of its page."""
        for page in self.pages.pages:
            yield from ((page.number, item) for item in page.texts if item.style in styles and item.text.strip())

    def found(self, page: int, message: str, hint: str = "") -> Finding:
        """A finding about a page, counted from 1."""
        return Finding(Place(self.name, spot=f"第{page}页"), message, hint)

    def in_paragraph(self, paragraph: Paragraph, message: str, hint: str = "") -> Finding:
        """A finding about a paragraph."""
        return Finding(Place(self.name, spot=f"第{paragraph.index + 1}段"), message, hint)


def _is_certificate(section: Section) -> bool:
    """A landscape sheet in a frame: the standard knows neither frames nor a first page that lies on its side."""
    return section.sheet.width > section.sheet.height and section.sheet.borders != NO_EDGES
