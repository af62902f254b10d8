"""The values of settling: the Case that is judged, the Decision taken, the Change that it makes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from docgen.document import Document
from docgen.page import Pages

LayOut = Callable[[bytes], tuple[Document, Pages]]
"""Reads a DOCX and lays it out, findings left aside."""


@dataclass(frozen=True, slots=True)
class Case:
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


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided: the element it is about, and a sentence for the clerk."""

    element: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Change:
    """The DOCX after decisions."""

    docx: bytes
    decisions: tuple[Decision, ...]
