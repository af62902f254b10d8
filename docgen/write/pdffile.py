"""reportlab's PDF document, written as it grows and without its clock and placeholders.

An object that is complete goes to the file at once and is forgotten, so that a print job of any length fits in memory.
What is written follows from what was given.
"""

from __future__ import annotations

import zlib
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from typing import BinaryIO

from reportlab.pdfbase.pdfdoc import (
    PDFCatalog,
    PDFCrossReferenceTable,
    PDFDictionary,
    PDFDocument,
    PDFFile,
    PDFIndirectObject,
    PDFInfo,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFPages,
    PDFStream,
    PDFStreamFilterZCompress,
    PDFString,
    PDFTrailer,
)

from docgen.page import Info, Turning

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

KEPT = 32
"""Streams kept, of which the largest are fonts of a hundred kilobytes."""

TURNINGS = {
    Turning.NONE: "Simplex",
    Turning.LONG_EDGE: "DuplexFlipLongEdge",
    Turning.SHORT_EDGE: "DuplexFlipShortEdge",
}
"""What the dialog of a viewer shows first when the file is printed (ISO 32000-1, table 150, `Duplex`)."""


WRITTEN = PDFObject()
"""Stands for an object that is in the file."""


class Deflate(PDFStreamFilterZCompress):
    """reportlab's FlateDecode filter at that level."""

    def encode(self, text: bytes) -> bytes:
        """What a stream holds."""
        return deflated(text)


@lru_cache(maxsize=KEPT)
def deflated(text: bytes) -> bytes:
    """`text` compressed; fonts that documents of a batch have in common are compressed once."""
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


class Growing(PDFFile):
    """reportlab's collector of written objects, which passes them on instead of keeping them."""

    def __init__(self, out: BinaryIO) -> None:
        self.target = out
        super().__init__(VERSION)

    def add(self, s: bytes | str) -> int:
        """Write a piece; give where it begins."""
        piece = s.encode("ascii") if isinstance(s, str) else s
        self.target.write(piece)
        self.offset += len(piece)
        return self.offset - len(piece)


class PdfFile(PDFDocument):
    """A PDF file being written to `out`; `finish()` ends it."""

    Catalog: PDFCatalog
    Pages: PDFPages

    def __init__(self, out: BinaryIO, info: Info, moment: float | None) -> None:
        super().__init__(compression=1, invariant=1, pdfVersion=VERSION, lang=LANGUAGE)
        self.out = Growing(out)
        self.info = DocumentInfo(info, moment)
        self.shown = sha256()
        self.enter("Outlines", None)
        self.prefer(DisplayDocTitle="true")

    def enter(self, key: str, value: PDFObject | None) -> None:
        """Set an entry of the document catalog (ISO 32000-1, 7.7.2)."""
        setattr(self.Catalog, key, value)

    def prefer(self, **preferences: object) -> None:
        """What a viewer shall do (ISO 32000-1, 12.2)."""
        self.enter("ViewerPreferences", PDFDictionary(preferences))

    def turn(self, turning: Turning) -> None:
        """How sheets shall be turned when the file is printed."""
        if turning is not Turning.UNSAID:
            self.prefer(DisplayDocTitle="true", Duplex=PDFName(TURNINGS[turning]))

    def put(self, part: PDFObject) -> PDFObjectReference:
        """Make `part` an object of the file, the first time; give what other objects call it by."""
        reference: PDFObjectReference = self.Reference(part)  # type: ignore[no-untyped-call]
        return reference

    def put_stream(self, content: bytes, **entries: object) -> PDFObjectReference:
        """Write `content`, compressed; `entries` are those of its dictionary."""
        return self.write(PDFStream(PDFDictionary(entries), content, [Deflate()]))

    def write(self, part: PDFObject) -> PDFObjectReference:
        """Write an object that is complete, and forget it."""
        if isinstance(part, PDFStream):
            self.shown.update(part.content)
        reference = self.put(part)
        self._write(reference.name)
        return reference

    def _write(self, name: str) -> None:
        written = PDFIndirectObject(name, self.idToObject[name]).format(self)
        self.idToOffset[name] = self.out.add(written)
        self.idToObject[name] = WRITTEN

    def finish(self) -> None:
        """Write what is left, and where everything stands (ISO 32000-1, 7.5.4, 7.5.5)."""
        root, info = self.put(self.Catalog), self.put(self.info)
        names: list[str] = []
        # Objects that were not met before may come up while others are written.
        while (name := self.numberToId.get(len(names) + 1)) is not None:
            names.append(name)
            if name not in self.idToOffset:
                self._write(name)
        places = PDFCrossReferenceTable()
        places.addsection(0, names)
        start = self.out.add(places.format(self))
        trailer = PDFTrailer(start, Size=len(names) + 1, Root=root, Info=info, ID=self.ID())
        self.out.add(trailer.format(self))

    def ID(self) -> bytes:  # noqa: N802 – reportlab's name
        """The file identifier, a digest of everything shown."""
        self.shown.update(self.info.format(self))
        identifier = self.shown.hexdigest()[: 2 * ID_BYTES]
        return f"[<{identifier}><{identifier}>]".encode("ascii")


def _date(moment: float) -> str:
    """POSIX time → PDF date in UTC (ISO 32000-1, 7.9.4)."""
    return datetime.fromtimestamp(moment, UTC).strftime("D:%Y%m%d%H%M%SZ")
