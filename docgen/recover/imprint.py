"""Take the pieces of an old document, find its 版记 (GB/T 9704-2012, 7.4), give the other pieces.

It stands at the end, or where the last page of the notice proper ended; it is told by its words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from docgen.load.characters import without_spaces
from docgen.load.elements import addressees, bare, copies
from docgen.recover.findings import Findings
from docgen.recover.pieces import Line, Piece
from docgen.recover.signs import PRINTED, date_of, is_organ

COPIES_STYLE = "抄送机关"
PRINTER_STYLE = "印发机关"
IMPRINT_STYLES = frozenset((COPIES_STYLE, PRINTER_STYLE, "版记定位"))

COPIES = re.compile(r"\A抄\s*送\s*(?:机关)?\s*[：:]\s*")

SUBJECTS = re.compile(r"\A主\s*题\s*词\s*[：:]")
"""主题词 stood above the 版记 until GB/T 9704-1999 was replaced."""

REPORTED = re.compile(r"\A抄\s*报\s*[：:]")

PRINTED_COPIES = re.compile(r"[（(]?\s*(?:共印|印数|打字|校对|共\s*印)[^。]{0,30}[）)]?")
"""What older 版记 say of copies and proof-readers."""

LINE = 200
"""Characters of a line with organ and date of printing."""

SHOWN = 20
"""Characters of a text that a message shows."""

BEFORE = 3
"""Pieces of head and title, among which no 版记 stands."""


def take_imprint(pieces: Sequence[Piece], found: Findings, *, house: bool) -> list[Piece]:
    """Find 抄送机关, 印发机关 and 印发日期; the pieces that are none of them."""
    rest: list[Piece] = []
    at = 0
    while at < len(pieces):
        taken = _imprint_at(pieces, at, found, house)
        if not taken:
            rest.append(pieces[at])
        at += taken or 1
    _whole(found)
    return rest


def _whole(found: Findings) -> None:
    """7.4.3: organ and date of printing share a line; one alone cannot be printed."""
    if bool(found.printer) == bool(found.printed_on):
        return
    given = f"印发机关“{found.printer}”" if found.printer else f"印发日期“{found.printed_on}”"
    lacking = "印发日期" if found.printer else "印发机关"
    found.warn("模板", "", f"版记里有{given}，没有{lacking}，两项都没有导入")
    found.printer = found.printed_on = ""


def _imprint_at(pieces: Sequence[Piece], at: int, found: Findings, house: bool) -> int:
    """How many pieces from `at` on belong to the 版记."""
    piece = pieces[at]
    if not isinstance(piece, Line) or (house and piece.style not in IMPRINT_STYLES) or (not house and at < BEFORE):
        return 0
    if COPIES.match(piece.text[:LINE]) and piece.style != PRINTER_STYLE:
        return _copies(pieces, at, found, house)
    if house and piece.text.startswith("主送："):
        found.addressees = addressees(piece.text.rstrip("。"))
        return 1
    return _printed(pieces, at, piece, found)


def _copies(pieces: Sequence[Piece], at: int, found: Findings, house: bool) -> int:
    """抄送机关, which may go on over several lines up to the line of printing."""
    piece = pieces[at]
    text, count = COPIES.sub("抄送：", piece.text), 1
    while not house and at + count < len(pieces) and not text.endswith("。"):
        following = pieces[at + count]
        if not isinstance(following, Line) or following.new_page or not text.endswith(("，", "、", ",", "；")):
            break
        text, count = text + following.text, count + 1
    if not copies(text):
        return 0
    if found.copies:
        found.warn("抄送", piece.spot, f"又有一处抄送，没有导入：{text}")
    else:
        found.copies = copies(text)
        if text[len(text.rstrip("。. ")) :] not in ("", "。"):
            found.note("抄送", piece.spot, f"原文写的是“{text[-SHOWN:]}”，末尾印成一个句号")
    return count


def _printed(pieces: Sequence[Piece], at: int, line: Line, found: Findings) -> int:
    """印发机关 and 印发日期, on one line or on two; counts of copies, which the standard no longer has."""
    if len(line.text) > LINE:
        return 0
    printed = PRINTED.fullmatch(line.text)
    if printed is not None and printed["printer"] and (is_organ(printed["printer"]) or line.style):
        return _accept(printed["printer"], printed["date"], line, found)
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    if isinstance(following, Line) and len(following.text) <= LINE and is_organ(line.text):
        below = PRINTED.fullmatch(following.text)
        return 2 * _accept(line.text, below["date"], line, found) if below and not below["printer"] else 0
    if printed is not None and not printed["printer"] and not found.printed_on:
        return _accept("", printed["date"], line, found)
    if PRINTED_COPIES.fullmatch(line.text) or REPORTED.match(line.text) or SUBJECTS.match(line.text):
        found.warn("抄送" if found.copies else "模板", line.spot, f"版记里的“{line.text}”没有对应的栏目，没有导入")
        return 1
    return 0


def _accept(printer: str, typed: str, line: Line, found: Findings) -> int:
    """Take organ and date of printing, if they are the first and the date is one."""
    day = date_of(typed)
    if found.printer or found.printed_on or not day:
        found.warn("印发机关", line.spot, f"版记里的“{printer}　{typed}印发”没有导入")
        return 1
    found.printer, found.printed_on = bare(printer, "印发机关").strip(), day
    if without_spaces(typed) != day:
        found.note("印发日期", line.spot, f"原文写的是“{typed}”，已改成“{day}”")
    return 1
