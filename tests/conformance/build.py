"""Take documents by name, give each as DOCX with docgen's PDF of it beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from docgen.diagnostics import Severity
from docgen.pipeline import make_pdf

from .documents import DOCUMENTS
from .documents.notices import fonts


def build(names: Iterable[str], folder: Path) -> Iterator[tuple[Path, list[str]]]:
    """The DOCX of each document in `folder`, and what docgen warns of.

    Raises:
        click.ClickException: docgen makes no PDF of a document.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        target = folder / f"{name}.docx"
        docx = DOCUMENTS[name]()
        made = make_pdf(docx, target.name, fonts())
        if made.pdf is None:
            raise click.ClickException(f"docgen 没有排出“{name}”：\n" + "\n".join(map(str, made.diagnostics)))
        target.write_bytes(docx)
        target.with_suffix(".pdf").write_bytes(made.pdf)
        yield target, [str(each) for each in made.diagnostics if each.severity is Severity.WARNING]
