"""Take a text and a place where it overflows its line, give the place where the line ends.

Chinese breaks between any two characters but those that kinsoku binds (GB/T 15834-2011 5.1); Latin words, numbers
and addresses stay whole (Unicode Standard Annex 14, the classes that office text needs).
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from functools import lru_cache

WORD_NOT_AT_START = "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠"
WORD_NOT_AT_END = "$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥"
"""What Word keeps from the start and the end of a line of simplified Chinese (17.3.1.16)."""
NOT_AT_START = frozenset(WORD_NOT_AT_START + "\"'/／-–‐－~々•︰︱︳︴︸︼﹂﹏﹐﹑﹒﹔﹕﹖﹗")
"""Closing marks, stops and units; marks that connect or divide (GB/T 15834-2011 5.1.1 to 5.1.3, 5.1.6, 5.1.7,
5.1.9); straight quotes and the forms of vertical text as LibreOffice has them."""
NOT_AT_END = frozenset(WORD_NOT_AT_END + "\"'/／‵︵︷︹︻︽︿﹁﹃")
"""Opening marks and the mark that divides (GB/T 15834-2011 5.1.3, 5.1.9)."""
DASH = "—"
"""Two are a dash, which may begin a line; one connects, and may not (GB/T 15834-2011 5.1.4, 5.1.6)."""
UNSPLIT = frozenset("—…―")
"""GB/T 15834-2011 5.1.4, 5.1.5: —— and …… take two characters and are not split."""
HANGING = frozenset("!,.:;?、。！，．：；？")
"""Marks that may stand outside the measure where `w:overflowPunct` allows it (17.3.1.21)."""
BLANKS = frozenset(" \u3000\u2005")
"""Blanks that vanish at the end of a line."""
FORCED = frozenset("\t\n\f\v")
"""A tab and the breaks made by hand: a line may end after them."""
GLUE = frozenset("\u00a0\u2011\u2060\u202f\ufeff\u200d")
"""Characters that forbid a break on both sides (UAX 14 classes GL, WJ, ZWJ)."""
CHANCE = "\u200b"
"""The zero-width space, after which a line may end (UAX 14 class ZW)."""
YEAR_DIGITS = 4
"""A year is written in full (GB/T 15835-2011)."""
HYPHENS = frozenset("-–\u2010")
"""A line may end after them where they join: after a letter, digit or unit and before a letter or digit (UAX 14
classes HY and BA; between numbers as Word and LibreOffice have it)."""
UNITS = frozenset("%％‰℃)）")
"""What a range of numbers may have before its hyphen."""
CALLS = frozenset("!?")
"""Half-width marks after which a line may end though no blank follows (UAX 14 class EX)."""
STROKE = "/"
ADDRESS_OPENINGS = ("://", "www.")
ADDRESS = re.compile(r"[!-~]*")
"""An address of the web: a line may end after its strokes."""
LONGEST_ADDRESS = 2000
"""So far back the opening of an address is looked for: longer ones not every browser takes."""
IN_CHINESE_ROWS = frozenset("“”‘’—…―‥•\ufffc")
"""Marks shared with Latin, and pictures: they stand beside their neighbours like Chinese characters."""
LATIN_1 = "\x80"
"""ASCII ends before it."""
SIGNS = "\u2000"
"""From here on signs belong to all scripts; those before it (² ½) are Latin."""
FIRST_FLAG, LAST_FLAG = "\U0001f1e6", "\U0001f1ff"
FIRST_SKIN, LAST_SKIN = "\U0001f3fb", "\U0001f3ff"
"""Letters that make flags, and the colours of skin of the picture before them (UAX 14 classes RI and EM)."""


class Kind(Enum):
    """How a character stands beside others: like Chinese, in a word, as a sign with it (± ≥ ① ℉ ²), or on a base."""

    WIDE = 1
    WORD = 2
    SIGN = 3
    MARK = 4


@lru_cache(maxsize=4096)
def kind_of(char: str) -> Kind:
    """The kind of a character by category and width (UAX 44, UAX 11); those for private use are rare Han."""
    category = unicodedata.category(char)
    if category in ("Mn", "Mc", "Me", "Cf") or FIRST_SKIN <= char <= LAST_SKIN:
        return Kind.MARK
    if unicodedata.east_asian_width(char) in "WFH" or char in IN_CHINESE_ROWS or category in ("Co", "Zs"):
        return Kind.WIDE
    if char < LATIN_1 or category[0] == "L" or category in ("Nd", "Pd") or FIRST_FLAG <= char <= LAST_FLAG:
        return Kind.WORD
    return Kind.SIGN


def line_end(text: str, start: int, cut: int, *, kinsoku: bool, hang: bool) -> int:
    """Where the line that begins at `start` ends when the character at `cut` no longer fits.

    A mark hangs after Chinese text only; after a Latin word it takes the word along to the next line. Blanks stay
    before the break and take no room. A line without any place for a break ends where it is full, but never between
    a character and the marks on it. Returns an index > `start`, given that `cut` is.
    """
    end = cut
    if hang and text[cut] in HANGING and text[cut - 1] not in BLANKS and _follows_chinese(text, start, cut):
        end = cut + 1
        while end < len(text) and text[end] in BLANKS:
            end += 1
    while start < end < len(text) and not may_break(text, end, kinsoku=kinsoku):
        end -= 1
    return end if end > start else _full(text, start, cut)


def _full(text: str, start: int, cut: int) -> int:
    end = cut
    while end > start and _clings(text[end - 1], text[end]):
        end -= 1
    return end if end > start else cut


def _follows_chinese(text: str, start: int, cut: int) -> bool:
    """Whether the last letter or digit of the line before `cut` is Chinese; signs like ① go with what they follow."""
    for at in range(cut - 1, start - 1, -1):
        if text[at].isalnum() and (kind_of(text[at]) is not Kind.SIGN or text[at] < SIGNS):
            return kind_of(text[at]) is Kind.WIDE
    return True


def is_year(text: str, at: int) -> bool:
    """Whether a year begins at `at`: years joined by 、 share the 年 after the last of them and stay together."""
    digits = text[at : at + YEAR_DIGITS] if at >= 0 else ""
    return len(digits) == YEAR_DIGITS and digits.isascii() and digits.isdecimal()


def may_break(text: str, at: int, *, kinsoku: bool = True) -> bool:
    """Whether a line may end before the character at `at` (0 < at < len(text))."""
    before, after = text[at - 1], text[at]
    if before in FORCED or before == CHANCE:
        return True
    if _clings(before, after) or after in BLANKS or after == CHANCE:
        return False
    if kinsoku and _forbidden(text, at):
        return False
    if before in BLANKS:
        return True
    if before in UNSPLIT and after == before:
        return False
    return _parts(text, at)


def _clings(before: str, after: str) -> bool:
    """Characters that nothing parts: by glue, or a mark and what it stands on."""
    return before in GLUE or after in GLUE or kind_of(after) is Kind.MARK


def _forbidden(text: str, at: int) -> bool:
    """Kinsoku; blanks between a mark and its text part them no more than nothing does (UAX 14 rules LB13, LB14)."""
    before, after, last = text[at - 1], text[at], at - 1
    while last > 0 and text[last] in BLANKS:
        last -= 1
    if after in NOT_AT_START and not (after in HYPHENS and not _joins(before)):
        return True
    connects = after == DASH and DASH not in (before, text[at + 1 : at + 2])
    opens = text[last] in NOT_AT_END and not (before == STROKE and _in_address(text, at))
    return connects or opens or _shares_unit(text, at)


def _shares_unit(text: str, at: int) -> bool:
    return text[at - 1] == "、" and is_year(text, at - 1 - YEAR_DIGITS) and is_year(text, at)


def _parts(text: str, at: int) -> bool:
    """Whether two characters that no rule for marks binds belong to different words."""
    last = at - 1
    while last > 0 and kind_of(text[last]) is Kind.MARK:
        last -= 1
    before, after = kind_of(text[last]), kind_of(text[at])
    if text[last] == "’" and after is Kind.WORD:
        return False
    if Kind.WIDE in (before, after) or before is after is Kind.SIGN:
        return True
    return before is after is Kind.WORD and _parts_word(text, at)


def _parts_word(text: str, at: int) -> bool:
    """Whether a word may end before the character at `at`: after a joining hyphen, a call, a stroke of an address."""
    before, after = text[at - 1], text[at]
    if before == STROKE:
        return _in_address(text, at)
    if before in HYPHENS:
        return after.isalnum() and at > 1 and _joins(text[at - 2])
    return before in CALLS and after.isalnum()


def _joins(before: str) -> bool:
    """Whether a hyphen after this character joins it to the next; else it is a sign of the number after it."""
    return before.isalnum() or before in UNITS


def _in_address(text: str, at: int) -> bool:
    back = max(0, at - LONGEST_ADDRESS)
    start = max(text.rfind(opening, back, at) for opening in ADDRESS_OPENINGS)
    return start >= 0 and ADDRESS.fullmatch(text, start, at) is not None
