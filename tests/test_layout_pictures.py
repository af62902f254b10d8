"""Marks of pictures: themselves, or a frame of their size."""

from docgen.document import Image
from docgen.layout.pictures import picture_marks
from docgen.page import Picture, Rule


def test_a_picture_stands_at_its_place():
    assert list(picture_marks(Image(30.0, 20.0, b"png"), 5.0, 7.0)) == [Picture(5.0, 7.0, 30.0, 20.0, b"png")]


def test_a_picture_that_cannot_be_printed_is_an_empty_frame_of_its_size():
    marks = list(picture_marks(Image(30.0, 20.0, b""), 5.0, 7.0))
    assert {type(mark) for mark in marks} == {Rule}
    assert {(mark.x1, mark.y1, mark.x2, mark.y2) for mark in marks} == {
        (5.0, 7.0, 35.0, 7.0),
        (35.0, 7.0, 35.0, 27.0),
        (5.0, 27.0, 35.0, 27.0),
        (5.0, 7.0, 5.0, 27.0),
    }
