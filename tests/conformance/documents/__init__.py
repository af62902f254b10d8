"""The one list of documents that are laid out by docgen and by LibreOffice: names, and functions that give DOCX."""

from __future__ import annotations

from collections.abc import Callable

from . import breaking, characters, formats, forms, notices, office, paragraphs, sections, tables

DOCUMENTS: dict[str, Callable[[], bytes]] = {
    **notices.DOCUMENTS,
    **formats.DOCUMENTS,
    **forms.DOCUMENTS,
    **paragraphs.DOCUMENTS,
    **characters.DOCUMENTS,
    **breaking.DOCUMENTS,
    **tables.DOCUMENTS,
    **sections.DOCUMENTS,
    **office.DOCUMENTS,
}
