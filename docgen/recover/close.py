"""Take the pieces of a text, find what closes it: 署名, 成文日期, 附注, 出席 (GB/T 9704-2012, 7.3.5, 7.3.6, 10.3).

What is left before is the body, what follows the signature may be a text that is carried (印发).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from docgen.load.characters import without_spaces
from docgen.load.elements import bare, joined_name, remark
from docgen.recover.carried import may_carry
from docgen.recover.findings import Findings
from docgen.recover.pieces import Line, Piece
from docgen.recover.signs import DATE, ORGAN_LENGTH, REMARK, SIGNED, STOPS, UNDATED, date_of, is_organ

ORGAN_STYLES = frozenset(("发文机关署名", "盖章署名", "成文日期", "签名日期"))
"""docgen sets further organs as it sets the date."""

SEALED_STYLE = "盖章署名"
STAMP_STYLE = "签名章"
REMARK_STYLE = "附注"
ATTENDANCE_STYLE = "出席人员"

ATTENDANCE = {"出席": "attendees", "请假": "absentees", "列席": "observers"}
"""The labels of a 纪要 (10.3) and their elements."""

ATTENDANCE_LABEL = re.compile(r"(出席|请假|列席)\s*[：:]\s*")

FAR = 8
"""Half-width columns of white before a line that was pushed to the right."""

CLOSING_LENGTH = 80
"""Characters of the longest line of a signature or remark."""

STAMPED = re.compile(r"(?P<post>\S{2,12})\s+(?P<name>\S(?:\s?\S){1,5})")
"""Office and name of who signs (7.3.5.3)."""

APART = re.compile(r"\s{2,}|\t")

SEVERAL = re.compile(r"\s{2,}|\t|　")


def take_close(pieces: Sequence[Piece], found: Findings, *, house: bool) -> tuple[list[Piece], list[Piece]]:
    """Find the closing elements; the pieces before the signature, and those after it."""
    if house:
        return [piece for piece in pieces if not (isinstance(piece, Line) and _styled(piece, found))], []
    pieces = [piece for piece in pieces if not (isinstance(piece, Line) and _attendance(piece, found))]
    place = _signature(pieces, found)
    if place is None:
        return pieces, []
    first, end = place
    after = list(pieces[end:])
    while after and isinstance(after[0], Line) and not found.remark and _is_remark(after[0]):
        found.remark = remark(after.pop(0).text)
    return pieces[:first], after


def _styled(line: Line, found: Findings) -> bool:
    """An element of the close by its style; what is there twice stays in the body."""
    if line.style == ATTENDANCE_STYLE:
        return _attendance(line, found)
    if line.style == STAMP_STYLE:
        post, _, name = line.text.partition("\u3000")
        found.stamps += ((post, joined_name(name.strip())),)
        return True
    if line.style == REMARK_STYLE and not found.remark:
        found.remark = line.text.removeprefix("（").removesuffix("）")
        return True
    day = date_of(line.text) if line.style in ("成文日期", "签名日期") else ""
    if line.style not in ORGAN_STYLES or (day and found.date):
        return False
    found.sealed |= line.style == SEALED_STYLE
    found.date = day or found.date
    found.organs += () if day else (line.text,)
    return True


def _attendance(line: Line, found: Findings) -> bool:
    """出席, 请假, 列席 of a 纪要."""
    label = ATTENDANCE_LABEL.match(line.text)
    if label is None or "纪要" not in without_spaces(found.mark + found.title):
        return False
    element = ATTENDANCE[label[1]]
    if getattr(found, element):
        return False
    setattr(found, element, bare(line.text, label[1]))
    return True


def _signature(pieces: Sequence[Piece], found: Findings) -> tuple[int, int] | None:
    """Where the signature stands: its first piece and the one after it. What it says goes to `found`."""
    # What a notice carries may be signed too; elsewhere dates before the last belong to the body.
    places = range(1, len(pieces)) if may_carry(found) else range(len(pieces) - 1, 0, -1)
    for at in places:
        piece = pieces[at]
        if isinstance(piece, Line) and len(piece.text) <= CLOSING_LENGTH:
            first = _dated(pieces, at, piece, found)
            if first is not None:
                return first, at + 1
    return _undated(pieces, found)


def _dated(pieces: Sequence[Piece], at: int, line: Line, found: Findings) -> int | None:
    """The first line of the signature whose date is line `at`; None where that is no such date."""
    signed = SIGNED.fullmatch(line.text)
    if signed is not None and is_organ(signed["organ"]) and date_of(signed["date"]):
        found.organs = _organs(signed["organ"])
        _accept_date(signed["date"], line, found)
        return at
    if not date_of(line.text) and not UNDATED.fullmatch(line.text):
        return None
    stamp = _stamp(pieces[at - 1], found)
    first = at
    while stamp is None and first > 1 and _signs(pieces[first - 1]):
        first -= 1
    if first == at and stamp is None and not _is_far(line) and at < len(pieces) - 1:
        return None
    found.stamps = () if stamp is None else (stamp,)
    lines = (piece for piece in pieces[first:at] if isinstance(piece, Line))
    found.organs = tuple(organ for each in lines for organ in _organs(each.text))
    _accept_date(line.text, line, found)
    return first if stamp is None else at - 1


def _accept_date(typed: str, line: Line, found: Findings) -> None:
    found.date = date_of(typed)
    if not found.date:
        found.warn("署名", line.spot, f"成文日期“{typed}”不完整，没有导入，请补上“成文日期”")
    elif without_spaces(typed) != found.date:
        found.note("成文日期", line.spot, f"原文写的是“{typed}”，已改成“{found.date}”")


def _undated(pieces: Sequence[Piece], found: Findings) -> tuple[int, int] | None:
    """A signature at the end, without a date."""
    if len(pieces) < 2 or not isinstance(pieces[-1], Line):
        return None
    last = pieces[-1]
    if not (_signs(last) and (_is_far(last) or last.look.right)):
        return None
    found.organs = _organs(last.text)
    found.warn("署名", last.spot, "有署名，没有成文日期")
    return len(pieces) - 1, len(pieces)


def _organs(text: str) -> tuple[str, ...]:
    """The organs of a line; letters that are spread belong to one."""
    parts = [part for part in SEVERAL.split(text.strip()) if part]
    return tuple(parts) if all(is_organ(part) and len(part) > 3 for part in parts) else (without_spaces(text),)


def _signs(piece: Piece) -> bool:
    """Whether a line may be a signature: the name of an organ, or a short line at the right."""
    if not isinstance(piece, Line) or len(piece.text) > CLOSING_LENGTH or piece.bare.endswith(("：", ":")):
        return False
    if is_organ(piece.text):
        return True
    parts = [part for part in SEVERAL.split(piece.text) if part]
    if len(parts) > 1 and all(is_organ(part) for part in parts):
        return True
    short = len(piece.bare) <= ORGAN_LENGTH and not STOPS.search(piece.text) and not re.search(DATE, piece.text)
    return short and (piece.look.right or piece.lead >= 2 * FAR)


def _is_far(line: Line) -> bool:
    return line.look.right or line.lead >= FAR or line.look.centred


def _stamp(piece: Piece, found: Findings) -> tuple[str, str] | None:
    """签名章 of a 令, on one line."""
    if not isinstance(piece, Line) or not found.order_number or len(piece.text) > CLOSING_LENGTH:
        return None
    parts = [without_spaces(part) for part in APART.split(piece.text) if part]
    stamped = STAMPED.fullmatch(piece.text)
    if len(parts) == 2:
        return parts[0], parts[1]
    return (stamped["post"], without_spaces(stamped["name"])) if stamped else None


def _is_remark(line: Line) -> bool:
    if line.style or len(line.text) > 4 * CLOSING_LENGTH:
        return False
    whole = line.text.startswith(("（", "(")) and line.text.endswith(("）", ")"))
    return bool(REMARK.fullmatch(line.text)) or (whole and len(line.text) <= CLOSING_LENGTH)
