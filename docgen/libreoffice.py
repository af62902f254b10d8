"""Take a DOCX, give the PDF that an installed LibreOffice makes of it: the second engine."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import click

PROGRAMS = ("soffice", "libreoffice")
TIMEOUT = 300
"""Seconds; LibreOffice needs well under one for a page, beyond this it hangs."""


def convert_with_libreoffice(file: Path) -> bytes:
    """The PDF of a file.

    Raises:
        click.ClickException: LibreOffice is not there, or makes no PDF.
    """
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        raise click.ClickException("没有找到 LibreOffice（soffice），请先安装，或不加 --engine libreoffice")
    with TemporaryDirectory() as scratch:
        profile = f"-env:UserInstallation={(Path(scratch) / 'profile').as_uri()}"
        copy = Path(scratch) / "document.docx"
        shutil.copyfile(file, copy)
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", scratch, str(copy)]
        try:
            subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=False)
        except subprocess.TimeoutExpired:
            raise click.ClickException(f"LibreOffice 超过 {TIMEOUT} 秒没有完成：{file}") from None
        made = copy.with_suffix(".pdf")
        if not made.exists():
            raise click.ClickException(f"LibreOffice 没有转换成功：{file}")
        return made.read_bytes()
