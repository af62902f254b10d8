"""Take the entries of PAGES, put them into a PDF as the fields of an interactive form (ISO 32000-1, 12.7)."""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from docgen.page import Entry, Page
from docgen.write.pdffile import ObjectReference, PdfFile

SERIF = "Song"
"""What fields call their typeface by."""
CHINESE = {"BaseFont": "STSong-Light", "Encoding": "Identity-H"}
"""ISO 32000-1, 9.7.5.2: a typeface that every viewer with Chinese serves itself; what is typed is not known beforehand,
so that no subset could be embedded. Poppler writes what is typed as CIDs, whatever the encoding says."""
HALVES = [1, 95, 500, 814, 939, 500]
"""Adobe-GB1: CIDs of Latin letters and digits, which are half as wide."""
ORDERING = {"Registry": PDFString("Adobe"), "Ordering": PDFString("GB1"), "Supplement": 2}
ASCENT, DESCENT, STEM, BOX = 880, -120, 93, (-25, -254, 1000, 880)
"""Of STSong-Light, in thousandths of an em (Adobe's metrics)."""
SERIFS = 6
"""Flags of a serif typeface with characters beyond Latin (ISO 32000-1, table 123)."""
BY_ROWS = "R"
"""12.5.1: from the left to the right, then the next row."""
PRINTED = 4
"""Table 165: the annotation is printed."""
MULTILINE, COMBO = 1 << 12, 1 << 17
"""Tables 228 and 230."""
TICK = "4"
"""The tick of ZapfDingbats."""
TICK_ON = "Yes"
TICK_SIZE = 0.8
"""Of the side of the box."""


class Entries:
    """The fields of a document; one without entries stays as it is."""

    def __init__(self, file: PdfFile) -> None:
        self.file = file
        self.fields: list[ObjectReference] = []

    def fields_of(self, page: Page, sheet: ObjectReference) -> list[ObjectReference]:
        """Put the fields of a page, which is the object `sheet`, into the file."""
        entries = [item for item in page.items if isinstance(item, Entry)]
        fields = [self.file.put(_widget(self.file, entry, page, sheet)) for entry in entries]
        self.fields += fields
        return fields

    def enter(self) -> None:
        """Name all fields in the catalog."""
        if not self.fields:
            return
        fonts = PDFDictionary({SERIF: self.file.put(_chinese(self.file)), "ZaDb": self.file.put(_dingbats())})
        form = {
            "Fields": PDFArray(self.fields),
            "NeedAppearances": "true",
            "DA": PDFString(f"/{SERIF} 0 Tf 0 g"),
            "DR": PDFDictionary({"Font": fonts}),
        }
        self.file.enter("AcroForm", PDFDictionary(form))


def _widget(file: PdfFile, entry: Entry, page: Page, sheet: ObjectReference) -> PDFDictionary:
    """A field that is its own annotation (12.5.6.19)."""
    low = page.height - entry.y - entry.height
    common: dict[str, object] = {
        "Type": PDFName("Annot"),
        "Subtype": PDFName("Widget"),
        "T": PDFString(entry.name.replace(".", "．")),
        "TU": PDFString(entry.name),
        "Rect": PDFArray([entry.x, low, entry.x + entry.width, low + entry.height]),
        "F": PRINTED,
        "P": sheet,
    }
    return PDFDictionary({**common, **(_box(file, entry) if entry.box else _text(entry))})


def _text(entry: Entry) -> dict[str, object]:
    kind: dict[str, object] = {"DA": PDFString(f"/{SERIF} {entry.size:g} Tf 0 g")}
    if entry.choices:
        offered = PDFArray([PDFString(choice) for choice in entry.choices])
        return {**kind, "FT": PDFName("Ch"), "Ff": COMBO, "Opt": offered}
    return {**kind, "FT": PDFName("Tx"), "Ff": MULTILINE if entry.lines else 0}


def _box(file: PdfFile, entry: Entry) -> dict[str, object]:
    """A check box with both of its looks, since viewers draw none for it by themselves."""
    size = min(entry.width, entry.height) * TICK_SIZE
    side = (entry.height - size) / 2
    tick = f"q BT /ZaDb {size:g} Tf {side:g} {side:g} Td ({TICK}) Tj ET Q".encode()
    looks = PDFDictionary({TICK_ON: _look(file, entry, tick), "Off": _look(file, entry, b"")})
    return {
        "FT": PDFName("Btn"),
        "V": PDFName("Off"),
        "AS": PDFName("Off"),
        "MK": PDFDictionary({"CA": PDFString(TICK)}),
        "DA": PDFString(f"/ZaDb {size:g} Tf 0 g"),
        "AP": PDFDictionary({"N": looks}),
    }


def _look(file: PdfFile, entry: Entry, content: bytes) -> ObjectReference:
    """A form XObject of the size of the box (8.10)."""
    resources = PDFDictionary({"Font": PDFDictionary({"ZaDb": file.put(_dingbats())})})
    entries: dict[str, object] = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Form"),
        "BBox": PDFArray([0, 0, entry.width, entry.height]),
        "Resources": resources,
    }
    return file.put_stream(content, **entries)


def _dingbats() -> PDFDictionary:
    """One of the typefaces that every viewer has (9.6.2.2)."""
    return PDFDictionary({"Type": PDFName("Font"), "Subtype": PDFName("Type1"), "BaseFont": PDFName("ZapfDingbats")})


def _chinese(file: PdfFile) -> PDFDictionary:
    names = {key: PDFName(value) for key, value in CHINESE.items()}
    base = names["BaseFont"]
    descriptor = {
        "Type": PDFName("FontDescriptor"),
        "FontName": base,
        "Flags": SERIFS,
        "FontBBox": PDFArray(list(BOX)),
        "ItalicAngle": 0,
        "Ascent": ASCENT,
        "Descent": DESCENT,
        "CapHeight": ASCENT,
        "StemV": STEM,
    }
    descendant = {
        "Type": PDFName("Font"),
        "Subtype": PDFName("CIDFontType0"),
        "BaseFont": base,
        "CIDSystemInfo": PDFDictionary(dict(ORDERING)),
        "FontDescriptor": file.put(PDFDictionary(descriptor)),
        "DW": 1000,
        "W": PDFArray(list(HALVES)),
    }
    kind = {"Type": PDFName("Font"), "Subtype": PDFName("Type0"), **names}
    return PDFDictionary({**kind, "DescendantFonts": PDFArray([file.put(PDFDictionary(descendant))])})
