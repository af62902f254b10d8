"""The values of settling: the Case that is judged, the Decision taken, the Change that it makes."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from docgen.document import Document
from docgen.page import Pages

LayOut = Callable[[bytes], tuple[Document, Pages]]
"""Reads a DOCX and lays it out, findings left aside."""


class Case(Struct, frozen=True):
    """A DOCX as it stands.

    Attributes:
        docx, document, pages: the file, what it says, how it looks.
        lay_out: tries a changed file.
        template: the notice template it was filled from, where that is known.
    """

    docx: bytes
    document: Document
    pages: Pages
    lay_out: LayOut
    template: bytes = b""

    def tried(self, docx: bytes) -> Case:
        """The same with a changed file."""
        document, pages = self.lay_out(docx)
        return replace(self, docx=docx, document=document, pages=pages)


class Decision(Struct, frozen=True):
    """What was decided: the element it is about, and a sentence for the clerk."""

    element: str
    sentence: str


class Change(Struct, frozen=True):
    """The DOCX after decisions."""

    docx: bytes
    decisions: tuple[Decision, ...]
