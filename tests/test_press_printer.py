"""The command that prints a PDF: sides and paper as the file asks."""

from __future__ import annotations

import pytest
from pypdfium2 import PdfiumError

from docgen.page import Page, Stack, Turning
from docgen.press.printer import command, sheets_of
from docgen.write import write_stack

A4, LANDSCAPE, A3 = (595.3, 841.9), (841.9, 595.3), (1190.6, 841.9)


def file(path, size, turning):
    with path.open("wb") as out:
        write_stack(Stack((Page(*size, 1, "1", ()),), turning=turning), out)
    return path


@pytest.mark.parametrize(
    ("size", "turning", "sides", "media"),
    [
        (A4, Turning.LONG_EDGE, "two-sided-long-edge", "A4"),
        (A4, Turning.UNSAID, "two-sided-long-edge", "A4"),
        (A4, Turning.NONE, "one-sided", "A4"),
        (LANDSCAPE, Turning.SHORT_EDGE, "two-sided-short-edge", "A4"),
        (A3, Turning.SHORT_EDGE, "two-sided-short-edge", "A3"),
    ],
)
def test_paper_and_sides_are_those_of_the_file(tmp_path, size, turning, sides, media):
    found = sheets_of(file(tmp_path / "付印.pdf", size, turning))
    assert (found.sides, found.media, found.pages) == (sides, media, 1)


def test_pages_keep_their_size_and_copies_are_collated(tmp_path):
    path = file(tmp_path / "付印.pdf", A4, Turning.LONG_EDGE)
    assert command(path, sheets_of(path), "文印室", 3) == (
        *("lp", "-d", "文印室", "-n", "3", "-o", "sides=two-sided-long-edge", "-o", "media=A4"),
        *("-o", "print-scaling=none", "-o", "collate=true", "--", str(path)),
    )


def test_a_name_that_begins_like_an_option_is_no_option(tmp_path):
    path = file(tmp_path / "-o.pdf", A4, Turning.NONE)
    assert command(path, sheets_of(path), "甲", 1)[-2:] == ("--", str(path))


def test_what_is_no_pdf_is_refused(tmp_path):
    (tmp_path / "甲.pdf").write_bytes(b"PK\x03\x04")
    with pytest.raises(PdfiumError):
        sheets_of(tmp_path / "甲.pdf")
