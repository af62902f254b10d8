"""DOCX → PDF of the longest notice, over and over in one process.

The peer converts the same twenty files in one run; its figure is the time of the run ÷ 20, the start shared out. The
second row takes the start off: (time of twenty − time of one) ÷ 19.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docgen.files import shelf_for
from docgen.pipeline import machine_fonts, make_notice, make_pdf

from ..measure import LONGEST, medians, seconds
from ..office import MISSING, NAME, PDF_MARK, find_office
from ..table import Row, milliseconds

COPIES = 20
WHAT = f"DOCX → PDF，最长的公文（9 页），连续转换 {COPIES} 份，每份"
WITHOUT_START = "同上，对照不计启动"
WANTED = 3.0


def rows(folder: Path) -> Iterator[Row]:
    """One row for the batch, one for a batch whose start costs nothing."""
    fonts = machine_fonts()
    made = make_notice(LONGEST.read_bytes(), str(LONGEST), shelf_for(LONGEST), fonts)
    assert made.docx is not None
    copies = [folder / f"{number}.docx" for number in range(COPIES)]
    for copy in copies:
        copy.write_bytes(made.docx)

    def convert() -> None:
        for copy in copies:
            pdf = make_pdf(copy.read_bytes(), copy.name, fonts).pdf
            assert pdf is not None
            assert pdf.startswith(PDF_MARK)
            copy.with_suffix(".pdf").write_bytes(pdf)

    convert()
    office = find_office(folder, copies[0])
    if office is None:
        (ours,) = medians(lambda: seconds(convert))
        yield Row(WHAT, milliseconds(ours / COPIES), MISSING, wanted=WANTED)
        return
    ours, batch, one = medians(
        lambda: seconds(convert),
        lambda: seconds(lambda: office.convert(copies)),
        lambda: seconds(lambda: office.convert(copies[:1])),
    )
    each = ours / COPIES
    for what, theirs, wanted in ((WHAT, batch / COPIES, WANTED), (WITHOUT_START, (batch - one) / (COPIES - 1), None)):
        yield Row(what, milliseconds(each), f"{NAME} {milliseconds(theirs)}", theirs / each, wanted)
