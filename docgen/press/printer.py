"""Take a PDF and a printer, give the command by which CUPS prints it (`lp`): paper and sides as the file asks."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from msgspec import Struct

SIDES = {
    pdfium.DuplexUndefined: "two-sided-long-edge",
    pdfium.Simplex: "one-sided",
    pdfium.DuplexFlipLongEdge: "two-sided-long-edge",
    pdfium.DuplexFlipShortEdge: "two-sided-short-edge",
}
"""`Duplex` of a PDF (ISO 32000-1, table 150) → `sides` of IPP (RFC 8011, 5.2.8). Official documents are printed on both
sides (GB/T 9704-2012 6.2) where nothing is said."""
A3_SIDE = 1_000.0
"""Points; the longer side of an A3 sheet is 1,190.6, that of A4 841.9."""


class Sheets(Struct, frozen=True):
    """What a PDF says of its printing: `sides` and `media` as CUPS calls them."""

    sides: str
    media: str
    pages: int


def sheets_of(file: Path) -> Sheets:
    """How a file is to be printed.

    Raises:
        PdfiumError: it is no PDF.
    """
    with pypdfium2.PdfDocument(file) as read:
        sides = SIDES[pdfium.FPDF_VIEWERREF_GetDuplex(read.raw)]
        longer = max(read.get_page_size(0), default=0.0) if len(read) else 0.0
        return Sheets(sides, "A3" if longer > A3_SIDE else "A4", len(read))


def command(file: Path, sheets: Sheets, printer: str, copies: int) -> tuple[str, ...]:
    """The command line of `lp`; pages keep their size."""
    options = (f"sides={sheets.sides}", f"media={sheets.media}", "print-scaling=none", "collate=true")
    asked = tuple(part for option in options for part in ("-o", option))
    return ("lp", "-d", printer, "-n", str(copies), *asked, "--", str(file))
