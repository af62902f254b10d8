"""Take a picture and its place, give its marks: itself, or an empty frame where it cannot be printed."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.document import Image
from docgen.page import Item, Picture, Rule

FRAME = 0.5
FRAME_COLOR = "808080"
"""A thin grey line, as word processors show pictures that they cannot read."""


def picture_marks(image: Image, x: float, y: float) -> Iterator[Item]:
    """The marks of a picture whose upper left corner is (x, y)."""
    if image.data:
        yield Picture(x, y, image.width, image.height, image.data)
        return
    right, foot = x + image.width, y + image.height
    for x1, y1, x2, y2 in ((x, y, right, y), (right, y, right, foot), (x, foot, right, foot), (x, y, x, foot)):
        yield Rule(x1, y1, x2, y2, FRAME, FRAME_COLOR)
