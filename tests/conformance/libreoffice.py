"""Take DOCX files, give the PDFs that LibreOffice makes of them with docgen's fonts."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from docgen.libreoffice import PDF

from .office_fonts import write_fonts

PROGRAMS = ("soffice", "libreoffice")
MISSING = "没有找到 LibreOffice（soffice）。请先安装，例如：apt-get install libreoffice-writer"

START_SECONDS = 120
SECONDS_PER_DOCUMENT = 30
"""LibreOffice starts in seconds and needs well under one for a document; beyond this it hangs."""


def convert(documents: Sequence[Path], out: Path) -> list[Path]:
    """Convert all in one run, those it dropped once more on their own; the PDFs come in the order of `documents`.

    LibreOffice drops files of a big batch without a word and still exits 0, so the files are counted.

    Raises:
        click.ClickException: LibreOffice is not installed, or makes no PDF of a document.
    """
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        raise click.ClickException(MISSING)
    out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch:
        made = Office(program, Path(scratch), documents).convert_all()
        lost = [str(document) for document, pdf in zip(documents, made, strict=True) if not pdf.exists()]
        if lost:
            raise click.ClickException("LibreOffice 没有转换：" + "、".join(lost))
        return [_keep(pdf, document, out) for document, pdf in zip(documents, made, strict=True)]


class Office:
    """A LibreOffice with a home, a profile and fonts of its own. Inputs are numbered: stems may repeat."""

    def __init__(self, program: str, scratch: Path, documents: Sequence[Path]) -> None:
        self.program = program
        self.scratch = scratch
        self.environment = os.environ | {
            "HOME": str(scratch),
            "FONTCONFIG_FILE": str(write_fonts(documents, scratch / "typefaces")),
        }
        self.inputs = [scratch / f"{number}.docx" for number in range(len(documents))]
        for copy, document in zip(self.inputs, documents, strict=True):
            shutil.copyfile(document, copy)

    def convert_all(self) -> list[Path]:
        """The places of the PDFs, there or not."""
        made = [source.with_suffix(".pdf") for source in self.inputs]
        self._run(self.inputs)
        for source, pdf in zip(self.inputs, made, strict=True):
            if not pdf.exists():
                self._run([source])
        return made

    def _run(self, sources: Sequence[Path]) -> None:
        profile = f"-env:UserInstallation={(self.scratch / 'profile').as_uri()}"
        command = [self.program, profile, "--headless", "--convert-to", PDF, "--outdir", str(self.scratch)]
        run = subprocess.Popen(
            [*command, *map(str, sources)],
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            run.wait(START_SECONDS + SECONDS_PER_DOCUMENT * len(sources))
        except subprocess.TimeoutExpired:
            # soffice is a script that starts the program proper: both have to go.
            os.killpg(run.pid, signal.SIGKILL)
            run.wait()


def _keep(pdf: Path, document: Path, out: Path) -> Path:
    """Move a PDF out of the scratch folder, under the name of the document."""
    return Path(shutil.move(pdf, out / f"{document.stem}.pdf"))
