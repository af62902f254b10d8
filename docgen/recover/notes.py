"""Take the pieces of a text, find its 附件说明 (GB/T 9704-2012, 7.3.4), give the titles in it and the other pieces."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from msgspec import Struct
from msgspec.structs import replace

from docgen.load.characters import tidy
from docgen.recover.labels import label_of
from docgen.recover.pieces import Line, Piece
from docgen.recover.signs import ITEM, REMARK, date_of, digits_of, is_organ, same_title

NOTE_STYLES = frozenset(("附件说明", "附件说明首项", "附件说明次项"))

HEAD = re.compile(r"\A附\s*件\s*[：:]\s*")

NUMBER = re.compile(r"\A\d{1,2}\s*[.．、]\s*")

BETWEEN = re.compile(r"[；;\s]\s*(?=\d{1,2}\s*[.．、]\s*\S)")
"""Where the next of several titles on one line begins."""

ITEM_LENGTH = 120
"""Characters of a title in an 附件说明."""


class Listed(Struct, frozen=True):
    """A title in an 附件说明, as it stands there; `typed` is its whole line, of the first where several share it."""

    title: str
    spot: str
    typed: str = ""


def take_note(
    pieces: Sequence[Piece], titles: Collection[str], *, house: bool
) -> tuple[tuple[Listed, ...], list[Piece]]:
    """The titles listed, and the pieces without their lines. `titles` are those that the document is known to have."""
    if house:
        lines = [piece for piece in pieces if isinstance(piece, Line) and piece.style in NOTE_STYLES]
        listed = tuple(Listed(_unnumbered(line.text, len(lines) > 1), line.spot) for line in lines)
        return listed, [piece for piece in pieces if piece not in lines]
    for at, piece in enumerate(pieces):
        if isinstance(piece, Line) and _opens(pieces, at):
            listed, end = _list(pieces, at, titles)
            if listed or not _unlabelled(piece.text):
                return listed, [*pieces[:at], *pieces[end:]]
    return _without_head(pieces, titles)


def _unnumbered(text: str, numbered: bool) -> str:
    title = HEAD.sub("", text)
    return NUMBER.sub("", title) if numbered else title


def _without_head(pieces: Sequence[Piece], titles: Collection[str]) -> tuple[tuple[Listed, ...], list[Piece]]:
    """Numbered lines that are titles of 附件, whose head got lost."""
    lines = [piece for piece in pieces if isinstance(piece, Line) and _is_title(piece, titles)]
    listed = tuple(Listed(_trimmed(NUMBER.sub("", line.text)), line.spot, line.text) for line in lines)
    return listed, [each for each in pieces if each not in lines]


def _is_title(line: Line, titles: Collection[str]) -> bool:
    found = ITEM.fullmatch(line.text) if len(line.text) <= ITEM_LENGTH else None
    return found is not None and any(same_title(found["title"], title) for title in titles)


def _opens(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the line opens a list: 附件：……, or the first of several 附件1：……"""
    line = pieces[at]
    found = label_of(line.text) if isinstance(line, Line) else None
    if not isinstance(line, Line) or at == 0:
        return False
    if HEAD.match(line.text):
        return (len(line.text) <= ITEM_LENGTH * 8 and not line.text.endswith("。")) or bool(
            ITEM.search(line.text[:ITEM_LENGTH])
        )
    return found is not None and bool(found["title"]) and bool(found["at"]) and bool(found["colon"])


def _list(pieces: Sequence[Piece], first: int, titles: Collection[str]) -> tuple[tuple[Listed, ...], int]:
    """The titles from line `first` on, and the piece after the last of them."""
    line = pieces[first]
    assert isinstance(line, Line)
    listed = _on_line(line, _unlabelled(line.text))
    at = first + 1
    while at < len(pieces):
        piece = pieces[at]
        if not isinstance(piece, Line) or len(piece.text) > ITEM_LENGTH or not _goes_on(listed, piece, titles):
            break
        at += 1
    return tuple(listed), at


def _on_line(line: Line, text: str) -> list[Listed]:
    """The titles of a line."""
    titles = filter(None, map(_trimmed, _divided(text)))
    return [Listed(title, line.spot, "" if at else line.text) for at, title in enumerate(titles)]


def _unlabelled(text: str) -> str:
    found = label_of(text)
    return HEAD.sub("", text) if found is None or HEAD.match(text) else found["title"]


def _divided(text: str) -> list[str]:
    """Several titles on one line, without their numbers."""
    if not NUMBER.match(text):
        return [text]
    return [NUMBER.sub("", part) for part in BETWEEN.split(text)]


def _trimmed(text: str) -> str:
    return tidy(text).rstrip("；;。")


def _goes_on(listed: list[Listed], line: Line, titles: Collection[str]) -> bool:
    """Whether a line is the next title, or more of the last; it is then put there."""
    found, label = ITEM.fullmatch(line.text), label_of(line.text)
    if found is not None and digits_of(found["at"]) == len(listed) + 1:
        listed += _on_line(line, line.text)
        return True
    if label is not None and label["at"] and label["title"]:
        listed.append(Listed(_trimmed(label["title"]), line.spot, line.text))
        return True
    if not listed:
        return False
    joined = listed[-1].title + line.text
    is_rest = any(same_title(joined, title) for title in titles) or line.text.startswith(("（", "("))
    if is_rest and not REMARK.fullmatch(line.text) and not date_of(line.text):
        listed[-1] = replace(listed[-1], title=joined, typed=listed[-1].typed + line.text)
        return True
    if any(same_title(line.text, title) for title in titles) and not is_organ(line.text):
        listed.append(Listed(_trimmed(line.text), line.spot, line.text))
        return True
    return False
