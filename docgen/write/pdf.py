"""Take PAGES, give the bytes of a PDF: one function for each type of item, no decisions of its own.

Built on reportlab's document, not on its canvas: every page of a canvas names a Helvetica that is not embedded,
and its fonts and settings belong to the process instead of the document.
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import BinaryIO

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

from docgen.page import Box, Entry, Face, Fill, Item, Page, Pages, Picture, Rule, Stack, Text
from docgen.write import fonts, pictures
from docgen.write.entries import BY_ROWS, Entries
from docgen.write.outline import Sheet, add_labels, add_outline
from docgen.write.pdffile import ObjectReference, PdfFile

STROKE_OF_BOLD = 1 / 30
"""Width of the contour around glyphs of a face without a bold cut, in em; it makes stems 1/30 em wider."""

ROUND_JOINS = "1 j"
"""Else the contour of a sharp corner ends in a spike."""

SLANT = 0.21
"""Tangent of 12°, the usual slope of an oblique face."""

DIGITS = 4
"""Decimals of lengths: a ten-thousandth of a point is finer than any printer."""


class Resources:
    """What the pages of one document share: a font for each file, a picture for each image."""

    def __init__(self) -> None:
        self.fonts: dict[tuple[str, int], fonts.Codes] = {}
        self.pictures: dict[bytes, str] = {}

    def font(self, face: Face) -> fonts.Codes:
        """The font of `face`, the same for every `Face` of one file."""
        key = (face.path, face.index)
        if key not in self.fonts:
            self.fonts[key] = fonts.Codes(face, f"F{len(self.fonts) + 1}")
        return self.fonts[key]

    def picture(self, data: bytes) -> str:
        """The name by which pages call the image."""
        return self.pictures.setdefault(data, f"P{len(self.pictures) + 1}")

    def embedded(self, file: PdfFile) -> dict[str, PDFDictionary]:
        """The entries of a resource dictionary (ISO 32000-1, 7.8.3), everything they name put into `file`."""
        embedded_fonts = {codes.name: fonts.embed(file, codes) for codes in self.fonts.values()}
        images = {name: pictures.embed(file, pictures.decode(data)) for data, name in self.pictures.items()}
        return {"Font": PDFDictionary(embedded_fonts), "XObject": PDFDictionary(images)}


def write_pdf(pages: Pages, moment: float | None = None) -> bytes:
    """Write `pages` as PDF 1.4 with embedded, searchable text, bookmarks and document information.

    The same pages and moment give the same bytes.

    Args:
        pages: the document, laid out.
        moment: POSIX time to write as date of creation; None writes no date.

    Raises:
        MissingGlyphError: a text item holds a character that its face lacks.
        UnreadablePictureError: a picture is no image.
    """
    out = BytesIO()
    write_stack(Stack(pages.pages, pages.outline, pages.info), out, moment)
    return out.getvalue()


def write_stack(stack: Stack, out: BinaryIO, moment: float | None = None) -> None:
    """Write pages to `out` as they come, likewise: each face is embedded once, however many there are."""
    file = PdfFile(out, stack.info, moment)
    file.turn(stack.turning)
    resources, entries = Resources(), Entries(file)
    shared = PDFDictionary()
    sheets = [_sheet(file, page, (resources, file.put(shared), entries)) for page in stack.pages]
    entries.enter()
    shared.dict.update(resources.embedded(file))
    add_outline(file, tuple(stack.outline), sheets)
    add_labels(file, sheets)
    file.finish()


def _sheet(file: PdfFile, page: Page, shared: tuple[Resources, ObjectReference, Entries]) -> Sheet:
    """Write a page (ISO 32000-1, 7.7.3.3)."""
    resources, names, entries = shared
    sheet = PDFDictionary(
        {
            "Type": PDFName("Page"),
            "Parent": file.put(file.Pages),
            "MediaBox": PDFArray([0, 0, page.width, page.height]),
            "Contents": file.put_stream(_contents(page, resources)),
            "Resources": names,
        }
    )
    reference = file.put(sheet)
    fields = entries.fields_of(page, reference)
    if fields:
        sheet["Annots"] = PDFArray(fields)
        sheet["Tabs"] = PDFName(BY_ROWS)
    file.Pages.addPage(file.write(sheet))
    return Sheet(reference, page.height, page.label)


def _contents(page: Page, resources: Resources) -> bytes:
    """The content stream. Its origin is the upper left corner, so only the sign of y differs from `page`."""
    strokes = [f"1 0 0 1 0 {_number(page.height)} cm"]
    strokes += [_draw(item, resources) for item in page.items]
    return "\n".join(strokes).encode("ascii")


def _draw(item: Item, resources: Resources) -> str:
    match item:
        case Text():
            return _clipped(_text(item, resources.font(item.face)), item.clip)
        case Rule():
            return _rule(item)
        case Fill():
            return _fill(item)
        case Picture():
            return _clipped(_picture(item, resources.picture(item.data)), item.clip)
        case Entry():
            return ""


def _clipped(drawn: str, clip: Box | None) -> str:
    """What is drawn, where it may show (ISO 32000-1, 8.5.4)."""
    if clip is None:
        return drawn
    x, y, width, height = clip
    return f"q {_numbers(x, -y - height, width, height)} re W n {drawn} Q"


def _text(text: Text, codes: fonts.Codes) -> str:
    pen = _pen(text.color, text.size if text.bold else 0.0)
    font = f"/{codes.name} {_number(text.size)} Tf {_number(text.spacing / text.scale)} Tc"
    place = f"{_axes(text.turned, text.slanted, text.scale)} {_number(text.x)} {_number(-text.y)}"
    return f"BT {pen} {font} {place} Tm {codes.show(text.text)} TJ ET"


@lru_cache(maxsize=256)
def _pen(color: str, bold: float) -> str:
    """Colour and weight; `bold` is the size of type to be thickened."""
    fill, stroke = _ink(color)
    return f"{fill} {stroke} {_number(bold * STROKE_OF_BOLD)} w {ROUND_JOINS} 2 Tr" if bold else f"{fill} 0 Tr"


@lru_cache(maxsize=256)
def _axes(turned: int, slanted: bool, scale: float) -> str:
    """The images of the two axes of the em square in the text matrix (ISO 32000-1, 9.4.2).

    It stretches the letter spacing too.
    """
    slant = SLANT if slanted else 0
    cos, sin = {1: (0, -1), -1: (0, 1)}.get(turned, (1, 0))
    return _numbers(cos * scale, sin * scale, slant * cos - sin, slant * sin + cos)


def _rule(rule: Rule) -> str:
    pen = f"{_ink(rule.color)[1]} {_number(rule.thickness)} w [{_numbers(*rule.dashes)}] 0 d"
    return f"q {pen} {_numbers(rule.x1, -rule.y1)} m {_numbers(rule.x2, -rule.y2)} l S Q"


def _fill(fill: Fill) -> str:
    corner = _numbers(fill.x, -fill.y - fill.height, fill.width, fill.height)
    return f"{_ink(fill.color)[0]} {corner} re f"


def _picture(picture: Picture, name: str) -> str:
    square = _numbers(picture.width, 0, 0, picture.height, picture.x, -picture.y - picture.height)
    return f"q {square} cm /{name} Do Q"


@lru_cache(maxsize=256)
def _ink(rrggbb: str) -> tuple[str, str]:
    """The operators that set the colour of fills and of strokes.

    Greys are DeviceGray: a press prints them with black ink alone, RGB black with all four.
    """
    red, green, blue = (byte / 0xFF for byte in bytes.fromhex(rrggbb))
    if red == green == blue:
        return f"{_number(red)} g", f"{_number(red)} G"
    return f"{_numbers(red, green, blue)} rg", f"{_numbers(red, green, blue)} RG"


def _numbers(*values: float) -> str:
    return " ".join(map(_number, values))


@lru_cache(maxsize=16384)
def _number(value: float) -> str:
    return f"{round(value, DIGITS):.9g}"
