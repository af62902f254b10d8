"""How the head of each format looks: the styles down to the first line of the text, each number with its clause."""

from __future__ import annotations

from msgspec.structs import replace

from docgen.new import look
from docgen.new.look import Look, Rule

MARK_SPACING = 2.0
"""Letter spacing of the mark in points."""
WIDEST_MARK = 0.96
"""Share of the measure that the mark may take; it stands out without touching the edges (7.2.4)."""
LARGEST_MARK = 52.0
"""Practice: the cap of 22 mm by 15 mm of the 1999 edition is about this size (gbt9704.md §4)."""
SMALLEST_MARK = look.SIZE_2
"""The mark stands out, so it is no smaller than the title; one that is still too long takes two lines."""
MARK_PITCH = 1.2
"""Pitch of the mark in ems, for one that takes two lines."""

HEAD_LINES = 3
"""Lines kept above the mark for 份号, 密级, 紧急程度 (7.2.1–7.2.3)."""


def mark_size(mark: str) -> float:
    """The largest whole size at which the mark fits its share of the measure."""
    fitting = look.MEASURE * WIDEST_MARK // max(len(mark), 1) - MARK_SPACING
    return float(max(SMALLEST_MARK, min(LARGEST_MARK, fitting)))


def general_head(mark: str) -> tuple[Look, ...]:
    """版头 (7.2), 标题 and 主送机关 (7.3.1, 7.3.2); the minutes of a meeting have the same (10.3)."""
    used = _mark(mark)
    return (
        *_lines_above(),
        replace(
            used,
            before=look.MARK_TOP - look.MARGIN_TOP - HEAD_LINES * look.PITCH - _above_ink(used),
            after=look.TWO_LINES - look.below(used.pitch, used.size) - look.above(look.PITCH, look.SIZE_3),
        ),
        Look("发文字号", align="center", rule=look.RED_RULE),
        Look("签发人", align="left", first=look.SIZE_3, chars=100, rule=look.RED_RULE),
        Look("签发人续", align="left", first=look.SIZE_3, chars=100),
        replace(look.TITLE, before=look.TWO_LINES - _above_ink(look.TITLE), after=look.UNDER_TITLE),
        look.ADDRESSEES,
    )


def order_head(mark: str) -> tuple[Look, ...]:
    """命令（令） (10.2): the mark, two lines below it the number, two lines below that the text; no rule, no title."""
    used = _mark(mark)
    gap = look.TWO_LINES - look.above(look.PITCH, look.SIZE_3)
    return (
        replace(
            used,
            before=look.ORDER_MARK_TOP - look.MARGIN_TOP - _above_ink(used),
            after=gap - look.below(used.pitch, used.size),
        ),
        Look("令号", align="center", after=gap - look.below(look.PITCH, look.SIZE_3)),
    )


def letter_head(mark: str) -> tuple[Look, ...]:
    """信函 (10.1): the mark over its double rule, both in the header of page 1, another in its footer.

    The text of page 1 runs further down than that of the others, where the footer is tall enough to stop it.
    """
    used = _mark(mark)
    overhang = (look.LETTER_RULE_WIDTH - look.MEASURE) / 2
    under_mark = used.pitch * (1 - look.BASELINE) - look.TITLE_DEPTH * used.size
    upper = Rule(look.LETTER_RULE_WEIGHT, "thickThinSmallGap", look.RULE_GAP - under_mark)
    lower = Rule(look.LETTER_RULE_WEIGHT, "thinThickSmallGap")
    under = look.NUMBER_FOOT - look.LETTER_RULE_FOOT
    over = look.MARGIN_BOTTOM - look.NUMBER_FOOT - look.NUMBER_PITCH
    return (
        *_lines_above(),
        replace(used, left=-overhang, right=-overhang, rule=upper, after=look.LETTER_GAP - _above_ink(look.BODY)),
        Look("信函下线", size=1.0, pitch=1.0, spacing=0.0, left=-overhang, right=-overhang, rule=lower),
        *(replace(each, before=over, after=under) for each in (look.ODD_NUMBER, look.EVEN_NUMBER)),
        Look("发文字号", align="right"),
        replace(look.TITLE, before=look.TWO_LINES - look.UNDER_INK - _above_ink(look.TITLE), after=look.UNDER_TITLE),
        look.ADDRESSEES,
    )


def letter_header_distance(mark: str) -> float:
    """From the edge of the paper to the header of page 1, so that the mark begins 30 mm down (10.1)."""
    return look.LETTER_MARK_TOP - _above_ink(_mark(mark))


def _mark(mark: str) -> Look:
    size = mark_size(mark)
    pitch = round(size * MARK_PITCH)
    return Look("发文机关标志", look.SONG_TITLE, size, "center", pitch, color=look.RED, spacing=MARK_SPACING)


def _lines_above() -> tuple[Look, ...]:
    """份号, 密级, 紧急程度 (7.2.1–7.2.3)."""
    return (
        Look("版头", align="left"),
        Look("密级和保密期限", look.HEI, align="left"),
        Look("紧急程度", look.HEI, align="left"),
    )


def _above_ink(used: Look) -> float:
    """White between the top of a line and the ink of its type."""
    ink = look.TITLE_INK_ABOVE if used.face == look.SONG_TITLE else look.INK_ABOVE
    return look.above(used.pitch, used.size) + ink * used.size
