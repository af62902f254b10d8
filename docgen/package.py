"""Take a document of python-docx, give the bytes of its package: parts in one order, no clock in them."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document as Docx

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP entry can bear; the same on every run."""
FIRST = "[Content_Types].xml"
"""Stands first, as Word writes it, so that file types are recognised."""


DATES = frozenset(("created", "modified", "lastPrinted", "revision"))
"""Core properties that tell of a clock or of editing (ISO 29500-2, 11.1)."""


def set_moment(document: Docx, moment: float | None) -> None:
    """Date the document: the POSIX time it was made, or no date at all where none is given."""
    core = document.core_properties
    for child in list(core._element):
        if child.tag.rpartition("}")[2] in DATES:
            core._element.remove(child)
    if moment is not None:
        core.created = core.modified = datetime.fromtimestamp(moment, UTC).replace(tzinfo=None)


def package_bytes(document: Docx) -> bytes:
    """The DOCX file of a document, the same bytes for the same document."""
    raw, packed = BytesIO(), BytesIO()
    document.save(raw)
    with ZipFile(raw) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != FIRST, name)):
            entry = ZipInfo(name, EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(name))
    return packed.getvalue()
