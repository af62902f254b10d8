"""Take finished files, give what Microsoft's Open XML SDK and qpdf find wrong with them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click

PROJECT = Path(__file__).resolve().parents[2]
VALIDATOR = PROJECT / "build" / "conformance" / "node_modules" / ".bin" / "ooxml-validator"
SECONDS = 120
"""Both programs need less than a second; beyond this they hang."""

EXPECTED = " List of possible elements expected"
"""Where the SDK starts to recite the schema."""

CANNOT_RUN = 2
"""Exit code of the validator when it could not do its work."""


def validate_docx(documents: Sequence[Path], program: Path = VALIDATOR) -> dict[Path, list[str]]:
    """What the Open XML SDK finds in each DOCX.

    Raises:
        click.ClickException: the validator or Node.js is missing.
    """
    if not shutil.which("node"):
        raise click.ClickException("没有找到 Node.js（node），无法运行 Open XML 校验。请先安装。")
    if not program.exists():
        raise click.ClickException(f"没有找到 Open XML 校验程序 {program}。请运行 make conformance，由它安装。")
    return _each(documents, lambda document: _openxml(program, document))


def validate_pdf(documents: Sequence[Path]) -> dict[Path, list[str]]:
    """What qpdf finds in each PDF.

    Raises:
        click.ClickException: qpdf is missing.
    """
    program = shutil.which("qpdf")
    if program is None:
        raise click.ClickException("没有找到 qpdf。请先安装，例如：apt-get install qpdf")
    return _each(documents, lambda document: _qpdf(program, document))


def _each(documents: Sequence[Path], judge: Callable[[Path], list[str]]) -> dict[Path, list[str]]:
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(documents, pool.map(judge, documents), strict=True))


def _openxml(program: Path, document: Path) -> list[str]:
    run = _run(str(program), str(document))
    if run.returncode == CANNOT_RUN:
        raise click.ClickException(f"Open XML 校验程序不能运行：{run.stderr.strip()}")
    return [_error_in_words(error) for error in json.loads(run.stdout)["errors"]]


def _error_in_words(error: dict[str, str | None]) -> str:
    place = " ".join(filter(None, (error["path"], error["xPath"])))
    return f"{place} {(error['description'] or '').partition(EXPECTED)[0]}".strip()


def _qpdf(program: str, document: Path) -> list[str]:
    run = _run(program, "--check", str(document))
    return [] if run.returncode == 0 else (run.stderr.strip() or run.stdout.strip()).splitlines()


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
