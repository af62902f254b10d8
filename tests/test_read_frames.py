"""Frames: places and sizes of floating drawings; what they become is tested with drawings."""

import pytest
from docx_files import NAMESPACES
from lxml import etree

from docgen.document import Float
from docgen.read.frames import place_of, size_of


def anchor(inside=""):
    return etree.fromstring(f"<wp:anchor {NAMESPACES}>{inside}</wp:anchor>")


def test_a_drawing_without_a_place_stands_at_the_margins():
    assert place_of(anchor()) == Float("margin", "margin")


@pytest.mark.parametrize(
    ("extent", "size"),
    [
        ('<wp:extent cx="12700" cy="25400"/>', (1.0, 2.0)),
        ('<wp:extent cx="-5" cy="many"/>', (0.0, 0.0)),
        ("<wp:extent/>", (0.0, 0.0)),
        ("", (0.0, 0.0)),
    ],
)
def test_the_size_of_a_drawing(extent, size):
    assert size_of(anchor(extent)) == size
