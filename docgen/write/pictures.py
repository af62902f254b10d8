"""Take an image file as it stood in the DOCX, give an image of the PDF (ISO 32000-1, 8.9.5)."""

from __future__ import annotations

import zlib
from functools import lru_cache
from io import BytesIO

from msgspec import Struct
from PIL import Image
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream

from docgen.write.pdffile import ObjectReference, PdfFile

COLOR_SPACES = {"1": ("DeviceGray", 1), "L": ("DeviceGray", 8), "RGB": ("DeviceRGB", 8)}
"""Pillow's modes that a PDF can hold as they are, with bits per component."""

CACHED = 32
"""Pictures kept for the next document: the seal or emblem of a batch is the same in all of them."""


class UnreadablePictureError(ValueError):
    """The bytes are no image that can be printed (EMF, WMF, a broken file)."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"图片无法读取（支持 PNG、JPEG、GIF、BMP、TIFF）：{reason}")


class Raster(Struct, frozen=True):
    """Samples as a PDF stores them. `alpha` is the mask, if any."""

    width: int
    height: int
    mode: str
    samples: bytes
    encoding: str = "FlateDecode"
    alpha: Raster | None = None


@lru_cache(maxsize=CACHED)
def decode(data: bytes) -> Raster:
    """Image file → samples.

    Raises:
        UnreadablePictureError: not an image Pillow can read.
    """
    try:
        with Image.open(BytesIO(data)) as image:
            image.load()
            if image.format == "JPEG" and image.mode in COLOR_SPACES:
                return Raster(image.width, image.height, image.mode, data, "DCTDecode")
            return _raster(image, _alpha(image))
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as reason:
        raise UnreadablePictureError(str(reason)) from reason


def embed(file: PdfFile, raster: Raster) -> ObjectReference:
    """Put the image, and its mask, into `file`."""
    space, bits = COLOR_SPACES[raster.mode]
    entries = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": raster.width,
        "Height": raster.height,
        "ColorSpace": PDFName(space),
        "BitsPerComponent": bits,
        "Filter": PDFName(raster.encoding),
    }
    if raster.alpha:
        entries["SMask"] = embed(file, raster.alpha)
    return file.write(PDFStream(PDFDictionary(entries), raster.samples))


def _raster(image: Image.Image, alpha: Raster | None = None) -> Raster:
    plain = image if image.mode in COLOR_SPACES else image.convert("L" if image.mode == "LA" else "RGB")
    return Raster(plain.width, plain.height, plain.mode, zlib.compress(plain.tobytes()), alpha=alpha)


def _alpha(image: Image.Image) -> Raster | None:
    if not image.has_transparency_data:
        return None
    return _raster(image.convert("RGBA").getchannel("A"))
