"""Take the characters that a document draws with a face, give the embedded font.

One composite font (ISO 32000-1, 9.7) holds a face however many characters are used: reportlab's own `TTFont`
makes a font of every 256 characters, names all of them alike and loses characters beyond U+FFFF in copied text.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from itertools import groupby
from string import ascii_uppercase

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFString,
)

from docgen.fontfile import FontFile, opened
from docgen.page import Face
from docgen.write.pdffile import ObjectReference, PdfFile

EM = 1000
"""Widths of glyphs are thousandths of the size (ISO 32000-1, 9.2.4)."""

WIDTH_DIGITS = 3
"""Decimals of a width: a millionth of the size."""

BLOCK = 100
"""Entries of one bfchar block at most (Adobe Technical Note 5411, 1.4.1)."""

TAG_LETTERS = 6
"""Length of the tag that tells subsets of one font apart (ISO 32000-1, 9.6.4)."""

SUBSETS = 32
"""Subsets kept: documents of a batch have the same mark, title and page numbers, in faces of their own."""

FIXED, SYMBOLIC, ITALIC, HEAVY = 1 << 0, 1 << 2, 1 << 6, 1 << 18
"""Flags of a font (ISO 32000-1, table 123): one width, other characters than the Latin ones, slanted,
bold at any size."""
LEAST_HEAVY = 600
"""`usWeightClass` of a demibold face (OpenType `OS/2`)."""
STEM, STEM_WEIGHT = 50, 65.0
"""Stems in thousandths of an em, guessed from the weight as PDFlib and reportlab do: no font file tells them."""

CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


class MissingGlyphError(ValueError):
    """A character came to the writer with a face that cannot draw it: a bug of the layout."""

    def __init__(self, char: str, face: Face) -> None:
        super().__init__(f"字体“{face.name}”没有字符“{char}”（U+{ord(char):04X}）")


class Codes(dict[int, str]):
    """Character → what shows it in a TJ operator, for one document and face; codes are given out at first use.

    Made for `str.translate`, which asks `__missing__` only once for each character. `name` is what pages call the font.
    """

    def __init__(self, face: Face, name: str) -> None:
        super().__init__()
        self.face = face
        self.name = name
        self.font = opened(face.path, face.index)

    def __missing__(self, char: int) -> str:
        if not self.font.glyphs[char]:
            raise MissingGlyphError(chr(char), self.face)
        code = f"{len(self) + 1:04x}"
        rest = _width(self.font, char)[1]
        self[char] = f"{code}>{-rest:g}<" if rest else code
        return self[char]

    def show(self, text: str) -> str:
        """The operand of TJ (ISO 32000-1, 9.4.3) that shows `text`."""
        return f"[<{text.translate(self)}>]"


@lru_cache(maxsize=65536)
def _width(font: FontFile, char: int) -> tuple[int, float]:
    """Whole and broken part of a width: PDFium (Chrome, Edge) cuts the fractions of a font's widths off.

    So the font has whole widths, and text adds the rest after the glyph. Faces of 1000 units to the em have none.
    """
    width = round(font.width(char), WIDTH_DIGITS)
    return int(width), round(width % 1, WIDTH_DIGITS)


def embed(file: PdfFile, codes: Codes) -> ObjectReference:
    """Put the used part of a face into `file`. Codes and glyphs of the subset count alike, from 1."""
    chars = list(codes)
    name = f"{_tag(codes)}+{codes.font.name}"
    descendant = PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": PDFName(name),
            "CIDSystemInfo": PDFDictionary(
                {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
            ),
            "FontDescriptor": file.put(_descriptor(file, codes.font, name, chars)),
            "DW": EM,
            "W": _widths(codes.font, chars),
            "CIDToGIDMap": PDFName("Identity"),
        }
    )
    composite = PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": PDFName(name),
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([file.put(descendant)]),
            "ToUnicode": file.put_stream(_to_unicode(chars)),
        }
    )
    return file.put(composite)


def _descriptor(file: PdfFile, font: FontFile, name: str, chars: list[int]) -> PDFDictionary:
    """ISO 32000-1, 9.8, with the subset itself."""
    measures, subset = font.measures, _subset(font, tuple(font.glyphs[char] for char in chars))
    flags = SYMBOLIC | (FIXED if measures.fixed else 0) | (ITALIC if measures.slope else 0)
    return PDFDictionary(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": PDFName(name),
            "Flags": flags | (HEAVY if measures.weight >= LEAST_HEAVY else 0),
            "FontBBox": PDFArray(measures.box),
            "ItalicAngle": measures.slope,
            "Ascent": measures.ascent,
            "Descent": measures.descent,
            "CapHeight": measures.capitals,
            "StemV": STEM + int((measures.weight / STEM_WEIGHT) ** 2),
            "FontFile2": file.put_font(subset),
        }
    )


@lru_cache(maxsize=SUBSETS)
def _subset(font: FontFile, glyphs: tuple[int, ...]) -> bytes:
    return font.subset(list(glyphs))


def _tag(codes: Codes) -> str:
    """Six letters that follow from the characters: documents merged into one file keep their subsets apart."""
    digest = sha256(f"{codes.name}{list(codes)}".encode()).digest()
    return "".join(ascii_uppercase[byte % len(ascii_uppercase)] for byte in digest[:TAG_LETTERS])


def _widths(font: FontFile, chars: list[int]) -> PDFArray:
    """The W array (ISO 32000-1, 9.7.4.3): `first last width` for all that are not as wide as DW."""
    entries: list[int] = []
    first = 1
    for width, run in groupby(_width(font, char)[0] for char in chars):
        last = first + len(list(run)) - 1
        if width != EM:
            entries += [first, last, width]
        first = last + 1
    return PDFArray(entries)


def _to_unicode(chars: list[int]) -> bytes:
    """The CMap that search and copy read."""
    lines = [f"<{code:04x}> <{chr(char).encode('utf-16-be').hex()}>" for code, char in enumerate(chars, 1)]
    blocks = [lines[start : start + BLOCK] for start in range(0, len(lines), BLOCK)]
    texts = [f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks]
    return CMAP.format(blocks="\n".join(texts)).encode("ascii")
