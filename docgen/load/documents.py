"""Take the tree of a document and what it may name, give Content: numbers computed, values checked."""

from __future__ import annotations

from docgen.content import Content
from docgen.diagnostics import Diagnostic, has_errors
from docgen.load.build import build
from docgen.load.complaints import validated
from docgen.load.expressions import Names, evaluate
from docgen.load.schema import Notice
from docgen.load.source import Source
from docgen.load.stock import Known
from docgen.load.tree import Mapping


def document(
    tree: Mapping, source: Source, names: Names, known: Known, name: str
) -> tuple[Content | None, list[Diagnostic]]:
    """The content called `name`; None where an error stops it, or a list could not be read, as was told then.

    `names` are those of expressions.
    """
    computed, found = evaluate(tree, source, names)
    notice, faults = validated(Notice, computed, source, known)
    every = [*found, *faults]
    if notice is None or has_errors(every) or None in known.lists.values():
        return None, every
    return build(notice, known.lists, name), every
