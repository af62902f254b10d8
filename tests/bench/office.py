"""LibreOffice as the peer: an installed one with docgen's fonts and a profile that is already there."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import mkdtemp

import click
from conformance.libreoffice import PROGRAMS
from conformance.office_fonts import write_fonts

NAME = "LibreOffice"
MISSING = "没有 LibreOffice"
PDF_MARK = b"%PDF"


class Office:
    """A LibreOffice that converts into `folder`. Its fonts and profile are made once, before anything is measured."""

    def __init__(self, program: str, folder: Path, sample: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self._command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
        self._environment = os.environ | {"FONTCONFIG_FILE": str(write_fonts([sample], folder / "typefaces"))}
        self.convert([sample])

    def convert(self, documents: Sequence[Path]) -> None:
        """The PDF of each document, each looked at: LibreOffice drops files of a batch without a word.

        Raises:
            click.ClickException: one is missing.
        """
        # A new folder each time: where many files were just deleted, ext4 takes long to make new ones.
        folder = Path(mkdtemp(dir=self.folder))
        made = [folder / f"{document.stem}.pdf" for document in documents]
        command = [*self._command, "--convert-to", "pdf", "--outdir", str(folder), *map(str, documents)]
        subprocess.run(command, env=self._environment, check=True, capture_output=True)
        lost = [pdf.stem for pdf in made if not pdf.exists() or not pdf.read_bytes().startswith(PDF_MARK)]
        if lost:
            raise click.ClickException(f"LibreOffice 没有转换：{'、'.join(lost)}")


def find_office(folder: Path, sample: Path) -> Office | None:
    """The LibreOffice of this machine, started once; None where there is none. `sample` names its typefaces."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    return None if program is None else Office(program, folder / "office", sample)
