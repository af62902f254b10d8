"""DOCX → PDF of the longest notice, over and over in one process.

The peer converts the same twenty files in one run; its figure is the time of the run ÷ 20, the start shared out. The
second row takes the start off: (time of twenty − time of one) ÷ 19.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docgen.files import shelf_for
from docgen.layout import lines
from docgen.pipeline import machine_fonts, make_notice, make_pdf

from ..measure import LONGEST, medians, seconds
from ..office import MISSING, NAME, PDF_MARK, find_office
from ..table import Row, milliseconds

COPIES = 20
MARK = "\ue000"
OTHERS = "会社团队组科处室所院部局委办厅司站厂店库"
"""A character by which most paragraphs of a copy differ from those of the others: what was set once is not set again."""
WHAT = f"DOCX → PDF，最长的公文（9 页），连续转换 {COPIES} 份，每份"
WITHOUT_START = "同上，对照不计启动"
WANTED = 3.0


def forget() -> None:
    """Forget the lines of the last round, which would be those of this one."""
    lines._set_lines.cache_clear()


def rows(folder: Path) -> Iterator[Row]:
    """One row for the batch, one for a batch whose start costs nothing."""
    fonts = machine_fonts()
    copies = [folder / f"{number}.docx" for number in range(COPIES)]
    lines_of_text = LONGEST.read_text("utf-8").splitlines(keepends=True)
    text = "".join(
        each.replace("工", MARK) if each.startswith("    ") and "表格:" not in each else each for each in lines_of_text
    )
    for copy, other in zip(copies, OTHERS, strict=True):
        made = make_notice(text.replace(MARK, other).encode(), str(LONGEST), shelf_for(LONGEST), fonts)
        assert made.docx is not None
        copy.write_bytes(made.docx)

    def convert() -> None:
        forget()
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
