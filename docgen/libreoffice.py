"""Take a file, give what an installed LibreOffice makes of it: the PDF of a DOCX, the DOCX of an older document."""

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
DOCX = "docx:MS Word 2007 XML"
TIMEOUT = 300
"""Seconds; LibreOffice needs well under one for a page, beyond this it hangs."""


def convert_with_libreoffice(file: Path) -> bytes:
    """The PDF of a DOCX.

    Raises:
        click.ClickException: LibreOffice is not there, or makes no PDF.
    """
    return _converted(file, ".docx", PDF, "或不加 --engine libreoffice")


def docx_with_libreoffice(file: Path) -> bytes:
    """The DOCX of a document in another format, which its suffix tells.

    Raises:
        click.ClickException: LibreOffice is not there, or makes no DOCX.
    """
    return _converted(file, file.suffix.lower(), DOCX, "或在 Word、WPS 中另存为 .docx")


def _converted(file: Path, suffix: str, target: str, instead: str) -> bytes:
    """What LibreOffice makes of a file, which it knows by its suffix."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        raise click.ClickException(f"没有找到 LibreOffice（soffice），请先安装，{instead}")
    with TemporaryDirectory() as scratch:
        profile = f"-env:UserInstallation={(Path(scratch) / 'profile').as_uri()}"
        copy = Path(scratch) / f"document{suffix}"
        shutil.copyfile(file, copy)
        made = Path(scratch) / "made" / f"document.{target.partition(':')[0]}"
        command = [program, profile, "--headless", "--convert-to", target, "--outdir", str(made.parent), str(copy)]
        try:
            done = subprocess.run(
                command, capture_output=True, timeout=TIMEOUT, check=False, encoding="utf-8", errors="replace"
            )
        except subprocess.TimeoutExpired:
            raise click.ClickException(f"LibreOffice 超过 {TIMEOUT} 秒没有完成：{file}") from None
        except OSError as reason:
            raise click.ClickException(f"LibreOffice（{program}）启动不了：{reason.strerror}") from None
        if not made.exists():
            raise click.ClickException(f"LibreOffice 没有转换成功：{file}（{why(done)}）")
        return made.read_bytes()


def why(done: subprocess.CompletedProcess[str]) -> str:
    """What a program that made nothing said last, in short."""
    said = " ".join((done.stderr or done.stdout).split())
    return said[-SHOWN:] or f"没有说明原因，退出码 {done.returncode}"
