"""One content file → DOCX and PDF from a cold start, the fonts installed.

The peer: a new process in which docxtpl fills the same template with the same values, then a new LibreOffice, whose
profile is already there, that makes the PDF. It lacks what docgen does besides: reading and checking the content,
inserting the forms, moving the 版记, comparing the texts.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
from markupsafe import Markup

from docgen.files import shelf_for
from docgen.fill import context_of
from docgen.fill.stylist import read_stylist
from docgen.load import load

from ..measure import LONGEST, PROJECT, medians, run_module, seconds, usual_environment
from ..office import MISSING, NAME, PDF_MARK, find_office
from ..table import Row, milliseconds

WHAT = "docgen build 一份公文，DOCX 和 PDF，从启动算起"
WANTED = 2.0


def rows(folder: Path) -> Iterator[Row]:
    """One row."""
    ours = folder / "ours"

    def build() -> None:
        program = Path(sys.executable).with_name("docgen")
        command = [program, "build", LONGEST, "--out", ours]
        subprocess.run(command, cwd=PROJECT, env=usual_environment(), check=True, capture_output=True)
        assert (ours / f"{LONGEST.stem}.pdf").read_bytes().startswith(PDF_MARK)

    build()
    template, values = prepared(folder)
    filled = folder / "filled.docx"

    def fill() -> None:
        run_module("peer", (str(template), str(values), str(filled)))

    fill()
    office = find_office(folder, filled)
    if office is None:
        (took,) = medians(lambda: seconds(build))
        yield Row(WHAT, milliseconds(took), MISSING, wanted=WANTED)
        return

    def fill_and_convert() -> None:
        fill()
        office.convert([filled])

    took, theirs = medians(lambda: seconds(build), lambda: seconds(fill_and_convert))
    yield Row(WHAT, milliseconds(took), f"docxtpl + {NAME} {milliseconds(theirs)}", theirs / took, WANTED)


def prepared(folder: Path) -> tuple[Path, Path]:
    """(template, values) as files: text that is markup is told from text that is not."""
    shelf = shelf_for(LONGEST)
    content, _ = load(LONGEST.read_bytes(), str(LONGEST), shelf.list_file, shelf.stock)
    assert content is not None
    data = shelf.template(content.template)
    context = context_of(content, read_stylist(docx.Document(BytesIO(data))))
    given = {name: give() for name, give in context.items()}
    marked = {name: [value, isinstance(value, Markup)] for name, value in given.items()}
    template, values = folder / "template.docx", folder / "values.json"
    template.write_bytes(data)
    values.write_text(json.dumps(marked, ensure_ascii=False), "utf-8")
    return template, values
