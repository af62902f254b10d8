"""Take a paragraph, give its characters as one text, and cut its runs where a piece of that text begins or ends."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from lxml.etree import _Element

SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n"}
"""What stands in a run beside text, one character each."""
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def text_of(paragraph: CT_P) -> str:
    """The characters of the runs that stand in the paragraph itself."""
    return "".join(_run_text(run) for run in _runs(paragraph))


def _runs(paragraph: CT_P) -> Iterator[_Element]:
    yield from paragraph.iterchildren(qn("w:r"))


def _run_text(run: _Element) -> str:
    return "".join(_piece_text(piece) for piece in run)


def _piece_text(piece: _Element) -> str:
    return piece.text or "" if piece.tag == qn("w:t") else SIGNS.get(piece.tag, "")


def cut_out(paragraph: CT_P, start: int, end: int) -> tuple[list[_Element], int]:
    """The runs that hold exactly the characters from `start` to `end`, taken out; and where they stood."""
    _cut(paragraph, start)
    _cut(paragraph, end)
    taken, at = [], 0
    for run in list(_runs(paragraph)):
        size = len(_run_text(run))
        if start <= at < end:
            taken.append(run)
        at += size
    place = paragraph.index(taken[0])
    for run in taken:
        paragraph.remove(run)
    return taken, place


def _cut(paragraph: CT_P, at: int) -> None:
    """A run begins at the character `at`."""
    for run in list(_runs(paragraph)):
        size = len(_run_text(run))
        if 0 < at < size:
            _halve(run, at)
            return
        at -= size


def _halve(run: _Element, at: int) -> None:
    """The pieces of a run from the character `at` on come into a run of their own after it."""
    second = deepcopy(run)
    _keep(run, 0, at)
    _keep(second, at, len(_run_text(second)))
    run.addnext(second)


def _keep(run: _Element, start: int, end: int) -> None:
    """Only the characters from `start` to `end` stay in a run."""
    at = 0
    for piece in list(run):
        text = _piece_text(piece)
        if piece.tag == qn("w:t"):
            piece.text = text[max(0, start - at) : max(0, end - at)]
            piece.set(XML_SPACE, "preserve")
        if text and (not start <= at < end if piece.tag != qn("w:t") else not piece.text):
            run.remove(piece)
        at += len(text)
