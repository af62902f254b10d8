"""Take the bytes of a DOCX, give its paragraphs under the numbers that its Document uses."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
from docx.document import Document as Docx
from docx.oxml.ns import qn


def opened(data: bytes) -> tuple[Docx, list[Any]]:
    """The package and the paragraphs of its body, at the numbers of its Document."""
    package = docx.Document(BytesIO(data))
    return package, paragraphs_in(package)


def paragraphs_in(package: Docx) -> list[Any]:
    """The paragraphs of the body in reading order; those of a text box belong to the paragraph that holds it."""
    found = package.element.body.iter(qn("w:p"))
    return [each for each in found if next(each.iterancestors(qn("w:p")), None) is None]


def style_ids(package: Docx, *names: str) -> frozenset[str]:
    """The identifiers of styles."""
    return frozenset(style.style_id for style in package.styles if style.name in names)


def text_of(element: Any) -> str:
    """The characters under an element."""
    return "".join(piece.text or "" for piece in element.iter(qn("w:t")))
