"""Take a text and a place where it overflows its line, give the place where the line ends.

Chinese breaks between any two characters but those that kinsoku binds (GB/T 15834-2011 5.1); Latin words, numbers
and addresses stay whole (Unicode Standard Annex 14, the classes that office text needs).
"""

from __future__ import annotations

from docgen.layout.fonts import is_east_asian

NOT_AT_START = frozenset(
    ":!),.;?]}¢'\"、。〉》」』】〕〗〞︰︱︳﹐､﹒﹔﹕﹖﹗﹚﹜﹞！），．：；？｜｝︴︶︸︺︼︾﹀﹂﹄﹏～￠々‖•·ˇˉ―-′’”％‰℃…—"
)
"""GB/T 15834-2011 5.1: closing marks, stops and what belongs to the character before."""
NOT_AT_END = frozenset("([{£¥'\"‵〈《「『【〔〖（［｛￡￥〝︵︷︹︻︽︿﹁﹃﹙﹛﹝“‘")
"""GB/T 15834-2011 5.1.3: opening marks."""
HANGING = frozenset("!,.:;?、。！，．：；？")
"""Marks that may stand outside the measure where `w:overflowPunct` allows it (17.3.1.21)."""
UNSPLIT = frozenset("—…―")
"""GB/T 15834-2011 5.1.4: —— and …… take two characters and are not split."""
BLANKS = frozenset(" \u3000\u2005")
"""Blanks that vanish at the end of a line."""
GLUE = frozenset("\u00a0\u2011\u2060\u202f\ufeff")
"""Characters that forbid a break on both sides (UAX 14 class GL and WJ)."""
YEAR_DIGITS = 4
"""A year is written in full (GB/T 15835-2011)."""
BREAK_AFTER = frozenset("-/|\u2010\u00ad")
"""Latin characters after which a word may break (UAX 14 classes HY, SY, BA)."""


def line_end(text: str, start: int, cut: int, *, kinsoku: bool, hang: bool) -> int:
    """Where the line that begins at `start` ends when the character at `cut` no longer fits.

    A mark hangs after Chinese text only; after a Latin word it takes the word along to the next line. Blanks stay
    before the break and take no room. Returns an index > `start`, given that `cut` is.
    """
    end = cut
    if hang and text[cut] in HANGING and is_east_asian(text[cut - 1], True) and text[cut - 1] not in BLANKS:
        end = cut + 1
        while end < len(text) and text[end] in BLANKS:
            end += 1
    while start < end < len(text) and not may_break(text, end, kinsoku=kinsoku):
        end -= 1
    return end if end > start else cut


def is_year(text: str, at: int) -> bool:
    """Whether a year begins at `at`: years joined by 、 share the 年 after the last of them and stay together."""
    digits = text[at : at + YEAR_DIGITS] if at >= 0 else ""
    return len(digits) == YEAR_DIGITS and digits.isascii() and digits.isdecimal()


def may_break(text: str, at: int, *, kinsoku: bool = True) -> bool:
    """Whether a line may end before the character at `at` (0 < at < len(text))."""
    before, after = text[at - 1], text[at]
    if before == "\n" or before == "\t":
        return True
    if before in GLUE or after in GLUE or after in BLANKS:
        return False
    if before in BLANKS:
        return True
    if before in UNSPLIT and after == before:
        return False
    if kinsoku and (after in NOT_AT_START or before in NOT_AT_END):
        return False
    if before == "、" and is_year(text, at - 1 - YEAR_DIGITS) and is_year(text, at):
        return False
    if is_east_asian(before, True) or is_east_asian(after, True):
        return True
    return before in BREAK_AFTER and after.isalpha() and at > 1 and text[at - 2].isalnum()
