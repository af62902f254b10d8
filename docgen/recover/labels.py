"""Take the pieces of an old document, part them at the labels of its 附件 (GB/T 9704-2012, 7.3.7)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.recover.pieces import UNKNOWN, Line, Piece
from docgen.recover.signs import ITEM, LABEL, date_of, digits_of, is_organ

LABEL_STYLE = "附件标签"

LABEL_LENGTH = 80
"""Characters of a label with a title behind it."""


class Section(Struct, frozen=True):
    """An 附件: the line of its label, its number (0 where it has none), and what stands below."""

    label: Line
    at: int
    pieces: tuple[Piece, ...]


def parted(pieces: Sequence[Piece], *, house: bool) -> tuple[list[Piece], list[Section]]:
    """The pieces before the first label, and the sections below the labels."""
    labels = [at for at, piece in enumerate(pieces) if isinstance(piece, Line) and _is_label(pieces, at, house)]
    ends = (*labels[1:], len(pieces))[: len(labels)]
    first = labels[0] if labels else len(pieces)
    return list(pieces[:first]), [_section(pieces[at:end]) for at, end in zip(labels, ends, strict=True)]


def label_of(text: str) -> re.Match[str] | None:
    """A line that begins as a label: 附件, a number, a title."""
    return LABEL.fullmatch(text) if text.startswith("附") and len(text) <= LABEL_LENGTH else None


def _section(pieces: Sequence[Piece]) -> Section:
    label, below = pieces[0], tuple(pieces[1:])
    assert isinstance(label, Line)
    found = label_of(label.text)
    title = found["title"] if found is not None else ""
    if title:
        below = (replace(label, text=title, raw=title, look=replace(UNKNOWN, centred=True), new_page=False), *below)
    return Section(label, digits_of(found["at"]) if found is not None else 0, below)


def _is_label(pieces: Sequence[Piece], at: int, house: bool) -> bool:
    line = pieces[at]
    if not isinstance(line, Line) or at == 0:
        return False
    if house and line.style:
        return line.style == LABEL_STYLE
    found = label_of(line.text)
    if found is None:
        return False
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    if not found["title"]:
        lists = found["colon"] and not found["at"] and isinstance(following, Line) and ITEM.match(following.text)
        return following is not None and (line.new_page or not lists)
    if not _is_apart(line, found) or "。" in line.text:
        return False
    return line.new_page or (bool(found["at"]) and not _is_listed(pieces, at, following))


def _is_apart(line: Line, found: re.Match[str]) -> bool:
    """Whether the title stands apart from the number: 附件1所列单位 begins a sentence."""
    return bool(found["colon"]) or line.text[found.start("title") - 1].isspace()


def _is_listed(pieces: Sequence[Piece], at: int, following: Piece | None) -> bool:
    """Whether the line belongs to an 附件说明: others like it stand beside it, or the signature follows."""
    before = pieces[at - 1]
    beside = (each for each in (before, following) if isinstance(each, Line))
    if any((found := label_of(each.text)) is not None and found["title"] and found["at"] for each in beside):
        return True
    if isinstance(following, Line):
        return is_organ(following.text) or bool(date_of(following.text[:LABEL_LENGTH]))
    return following is None
