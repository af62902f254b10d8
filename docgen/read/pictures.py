"""Take an image file, say whether it can be printed."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from PIL import Image, UnidentifiedImageError

CACHED = 32
"""Answers kept: the seal or emblem of a batch is the same in all of its documents."""
FORMATS = "支持 PNG、JPEG、GIF、BMP、TIFF"
VECTORS = {b"\x01\x00\x00\x00": "EMF", b"\xd7\xcd\xc6\x9a": "WMF", b"\x01\x00\x09\x00": "WMF"}
"""First bytes of vector pictures ([MS-EMF] 2.3.4.2, [MS-WMF] 2.3.2.3), which need a renderer of their own."""


@lru_cache(maxsize=CACHED)
def trouble_of(data: bytes) -> str:
    """What keeps an image file from being printed; empty where nothing does."""
    vector = VECTORS.get(data[:4]) or ("SVG" if b"<svg" in data[:1024] else "")
    if vector:
        return f"{vector} 矢量图（{FORMATS}）"
    try:
        with Image.open(BytesIO(data)) as image:
            image.load()
    except UnidentifiedImageError:
        return f"不认得的图片格式（{FORMATS}）"
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return "损坏的图片文件"
    return ""
