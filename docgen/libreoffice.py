"""Take a DOCX, give the PDF that an installed LibreOffice makes of it: the second engine."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import click

PROGRAMS = ("soffice", "libreoffice")
SHOWN = 200
"""Characters of its complaint that a message shows."""
PDF = 'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'
"""The export keeps a page left blank before the 版记: without it the sheets would be printed wrong (7.4 and later)."""
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
        command = [program, profile, "--headless", "--convert-to", PDF, "--outdir", scratch, str(copy)]
        try:
            done = subprocess.run(
                command, capture_output=True, timeout=TIMEOUT, check=False, encoding="utf-8", errors="replace"
            )
        except subprocess.TimeoutExpired:
            raise click.ClickException(f"LibreOffice 超过 {TIMEOUT} 秒没有完成：{file}") from None
        except OSError as reason:
            raise click.ClickException(f"LibreOffice（{program}）启动不了：{reason.strerror}") from None
        made = copy.with_suffix(".pdf")
        if not made.exists():
            raise click.ClickException(f"LibreOffice 没有转换成功：{file}（{why(done)}）")
        return made.read_bytes()


def why(done: subprocess.CompletedProcess[str]) -> str:
    """What a program that made nothing said last, in short."""
    said = " ".join((done.stderr or done.stdout).split())
    return said[-SHOWN:] or f"没有说明原因，退出码 {done.returncode}"
