"""reportlab's PDF document, written as it grows and without its clock and placeholders.

An object that is complete goes to the file at once and is forgotten, so that a print job of any length fits in memory.
What is written follows from what was given.
"""

from __future__ import annotations

import zlib
from array import array
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from typing import Any, BinaryIO

from reportlab.pdfbase.pdfdoc import (
    PDFCatalog,
    PDFDictionary,
    PDFDocument,
    PDFFile,
    PDFInfo,
    PDFName,
    PDFObject,
    PDFPages,
    PDFStream,
    PDFStreamFilterZCompress,
    PDFString,
    PDFTrailer,
)
from reportlab.pdfbase.pdfdoc import format as formatted

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

LEAST_WINDOW = 9
"""Bits (RFC 1950, 2.2): a window that is no longer than the text is made in a fifth of the time."""

KEPT = 32
"""Streams kept, of which the largest are fonts of a hundred kilobytes."""

TURNINGS = {
    Turning.NONE: "Simplex",
    Turning.LONG_EDGE: "DuplexFlipLongEdge",
    Turning.SHORT_EDGE: "DuplexFlipShortEdge",
}
"""What the dialog of a viewer shows first when the file is printed (ISO 32000-1, table 150, `Duplex`)."""


NUMBER = "number_in_file"
"""Where an object bears its number."""


class Deflate(PDFStreamFilterZCompress):
    """reportlab's FlateDecode filter at that level."""

    strategy = zlib.Z_DEFAULT_STRATEGY

    def encode(self, text: bytes) -> bytes:
        """What a stream holds."""
        return deflated(text, self.strategy)


class DeflateOutlines(Deflate):
    """For fonts, whose outlines repeat little: to look for repeats takes as long as all the rest of writing them and
    saves a twentieth."""

    strategy = zlib.Z_HUFFMAN_ONLY


@lru_cache(maxsize=KEPT)
def deflated(text: bytes, strategy: int) -> bytes:
    """`text` compressed; fonts that documents of a batch have in common are compressed once."""
    window = min(max(len(text).bit_length(), LEAST_WINDOW), zlib.MAX_WBITS)
    packing = zlib.compressobj(LEVEL, wbits=window, strategy=strategy)
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


class ObjectReference(PDFObject):
    """What other objects call an object by (ISO 32000-1, 7.3.10)."""

    def __init__(self, number: int) -> None:
        self.number = number

    def format(self, _: PDFDocument) -> bytes:
        """The reference as PDF."""
        return b"%d 0 R" % self.number


class PdfFile(PDFDocument):
    """A PDF file being written to `out`; `finish()` ends it.

    Of what is written it remembers the place alone, eight bytes, where reportlab keeps the object and four entries.
    """

    Catalog: PDFCatalog
    Pages: PDFPages

    def __init__(self, out: BinaryIO, info: Info, moment: float | None) -> None:
        self.places = array("Q")
        self.waiting: dict[int, PDFObject] = {}
        super().__init__(compression=1, invariant=1, pdfVersion=VERSION, lang=LANGUAGE)
        self.out = Growing(out)
        self.info = DocumentInfo(info, moment)
        self.shown = sha256()
        self.enter("Outlines", None)
        self.prefer(DisplayDocTitle="true")

    def Reference(self, obj: Any, name: str | None = None) -> Any:  # noqa: N802 – reportlab's name
        """Make an object one of the file, the first time; what is no object, or is called by a name (reportlab's fonts
        that are not embedded), is none."""
        if not isinstance(obj, PDFObject) or isinstance(obj, ObjectReference) or name is not None:
            return obj
        if not hasattr(obj, NUMBER):
            self.places.append(0)
            setattr(obj, NUMBER, len(self.places))
            self.waiting[len(self.places)] = obj
        return ObjectReference(getattr(obj, NUMBER))

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

    def put(self, part: PDFObject) -> ObjectReference:
        """Make `part` an object of the file, the first time; give what other objects call it by."""
        reference: ObjectReference = self.Reference(part)
        return reference

    def put_stream(self, content: bytes, **entries: object) -> ObjectReference:
        """Write `content`, compressed; `entries` are those of its dictionary."""
        return self.write(PDFStream(PDFDictionary(entries), content, [Deflate()]))

    def put_font(self, font: bytes) -> ObjectReference:
        """Write a font file (ISO 32000-1, 9.9), likewise."""
        entries = PDFDictionary({"Length1": len(font)})
        return self.write(PDFStream(entries, font, [DeflateOutlines()]))

    def write(self, part: PDFObject) -> ObjectReference:
        """Write an object that is complete, and forget it."""
        if isinstance(part, PDFStream):
            self.shown.update(part.content)
        reference = self.put(part)
        self._write(reference.number)
        return reference

    def _write(self, number: int) -> None:
        body = formatted(self.waiting.pop(number), self, toplevel=1)
        self.places[number - 1] = self.out.add(b"%d 0 obj\n%s\nendobj\n" % (number, body.rstrip(b"\n")))

    def finish(self) -> None:
        """Write what is left, and where everything stands (ISO 32000-1, 7.5.4, 7.5.5)."""
        root, info = self.put(self.Catalog), self.put(self.info)
        while self.waiting:
            # Objects that were not met before may come up while others are written.
            self._write(next(iter(self.waiting)))
        size = len(self.places) + 1
        start = self.out.add(b"xref\n0 %d\n0000000000 65535 f \n" % size)
        for place in self.places:
            self.out.add(b"%010d 00000 n \n" % place)
        self.out.add(PDFTrailer(start, Size=size, Root=root, Info=info, ID=self.ID()).format(self))

    def ID(self) -> bytes:  # noqa: N802 – reportlab's name
        """The file identifier, a digest of everything shown."""
        self.shown.update(self.info.format(self))
        identifier = self.shown.hexdigest()[: 2 * ID_BYTES]
        return f"[<{identifier}><{identifier}>]".encode("ascii")


def _date(moment: float) -> str:
    """POSIX time → PDF date in UTC (ISO 32000-1, 7.9.4)."""
    return datetime.fromtimestamp(moment, UTC).strftime("D:%Y%m%d%H%M%SZ")
