"""DOCX → PDF of the longest notice, over and over in one process.

The peer's figure is its share of a batch without the start: (time of 21 files − time of one) ÷ 20.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from docgen.files import shelf_for
from docgen.pipeline import machine_fonts, make_notice, make_pdf

from ..measure import LONGEST, medians, seconds
from ..office import MISSING, NAME, PDF_MARK, find_office
from ..table import Row, milliseconds

COPIES = 20
WHAT = "DOCX → PDF，最长的公文（9 页），连续转换时每份"
WANTED = 3.0


def rows(folder: Path) -> Iterator[Row]:
    """One row."""
    fonts = machine_fonts()
    made = make_notice(LONGEST.read_bytes(), str(LONGEST), shelf_for(LONGEST), fonts)
    assert made.docx is not None
    copies = [folder / f"{number}.docx" for number in range(COPIES + 1)]
    for copy in copies:
        copy.write_bytes(made.docx)

    def convert() -> None:
        for copy in copies[1:]:
            pdf = make_pdf(copy.read_bytes(), copy.name, fonts).pdf
            assert pdf is not None
            assert pdf.startswith(PDF_MARK)
            copy.with_suffix(".pdf").write_bytes(pdf)

    convert()
    office = find_office(folder, copies[0])
    if office is None:
        (ours,) = medians(lambda: seconds(convert) / COPIES)
        yield Row(WHAT, milliseconds(ours), MISSING, wanted=WANTED)
        return
    ours, batch, one = medians(
        lambda: seconds(convert) / COPIES,
        lambda: seconds(lambda: office.convert(copies)),
        lambda: seconds(lambda: office.convert(copies[:1])),
    )
    theirs = (batch - one) / COPIES
    yield Row(WHAT, milliseconds(ours), f"{NAME} {milliseconds(theirs)}", theirs / ours, WANTED)
    shutil.rmtree(office.folder)
