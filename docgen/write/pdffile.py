"""reportlab's PDF document without its clock and placeholders: what is written follows from what was given."""

from __future__ import annotations

import zlib
from datetime import UTC, datetime
from hashlib import sha256

from reportlab.pdfbase.pdfdoc import (
    PDFCatalog,
    PDFDictionary,
    PDFDocument,
    PDFInfo,
    PDFObject,
    PDFObjectReference,
    PDFPages,
    PDFStream,
    PDFStreamFilterZCompress,
    PDFString,
)

from docgen.page import Info

PRODUCER = "docgen"
VERSION = (1, 4)
"""The first PDF version with soft masks, which pictures with alpha need."""

LANGUAGE = "zh-CN"
ID_BYTES = 16
"""Length of a file identifier (ISO 32000-1, 14.4)."""

LEVEL = 1
"""Effort of the compression (RFC 1950, 2.2): 6, the usual one, takes more than twice the time and saves a twentieth of
a subset font, of which a document mostly consists."""


OUTLINES = 100_000
"""Bytes; a longer stream is a font, whose outlines repeat little: to look for repeats takes half the time of writing it
and saves a tenth of it."""


class Deflate(PDFStreamFilterZCompress):
    """reportlab's FlateDecode filter at that level."""

    def encode(self, text: bytes) -> bytes:
        """What a stream holds."""
        strategy = zlib.Z_HUFFMAN_ONLY if len(text) > OUTLINES else zlib.Z_DEFAULT_STRATEGY
        packing = zlib.compressobj(LEVEL, strategy=strategy)
        return packing.compress(text) + packing.flush()


class DocumentInfo(PDFInfo):
    """The information dictionary (ISO 32000-1, 14.3.3); only what is known, where reportlab says “anonymous”."""

    def __init__(self, info: Info, moment: float | None) -> None:
        super().__init__()
        known = {"Title": info.title, "Author": info.author, "Subject": info.subject, "Keywords": info.keywords}
        self.entries = {key: PDFString(text) for key, text in known.items() if text}
        self.entries["Producer"] = PDFString(PRODUCER)
        if moment is not None:
            self.entries["CreationDate"] = self.entries["ModDate"] = PDFString(_date(moment))

    def format(self, document: PDFDocument) -> bytes:
        """The dictionary as PDF."""
        return PDFDictionary(self.entries).format(document)


class PdfFile(PDFDocument):
    """A PDF file being put together; `format()` gives its bytes."""

    Catalog: PDFCatalog
    Pages: PDFPages

    def __init__(self, info: Info, moment: float | None) -> None:
        super().__init__(compression=1, invariant=1, pdfVersion=VERSION, lang=LANGUAGE)
        self.info = DocumentInfo(info, moment)
        self.enter("Outlines", None)
        self.enter("ViewerPreferences", PDFDictionary({"DisplayDocTitle": "true"}))

    def enter(self, key: str, value: PDFObject | None) -> None:
        """Set an entry of the document catalog (ISO 32000-1, 7.7.2)."""
        setattr(self.Catalog, key, value)

    def put(self, part: PDFObject) -> PDFObjectReference:
        """Make `part` an object of the file, the first time; give what other objects call it by."""
        reference: PDFObjectReference = self.Reference(part)  # type: ignore[no-untyped-call]
        return reference

    def put_stream(self, content: bytes, **entries: object) -> PDFObjectReference:
        """Make `content`, compressed, an object of the file; `entries` are those of its dictionary."""
        return self.put(PDFStream(PDFDictionary(entries), content, [Deflate()]))

    def ID(self) -> bytes:  # noqa: N802 – reportlab's name
        """The file identifier, a digest of everything shown."""
        digest = sha256(self.info.format(self))
        for found in self.idToObject.values():
            if isinstance(found, PDFStream):
                digest.update(found.content)
        identifier = digest.hexdigest()[: 2 * ID_BYTES]
        return f"[<{identifier}><{identifier}>]".encode("ascii")


def _date(moment: float) -> str:
    """POSIX time → PDF date in UTC (ISO 32000-1, 7.9.4)."""
    return datetime.fromtimestamp(moment, UTC).strftime("D:%Y%m%d%H%M%SZ")
