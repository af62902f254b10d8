"""Take text as it was pasted, give text without the invisible leftovers of Word, WPS and web pages.

What has ink is never touched; only spaces and line ends are.
"""

from __future__ import annotations

import re

IDEOGRAPHIC_SPACE = "\u3000"

SPACES = " " + IDEOGRAPHIC_SPACE
"""The two kinds of space that remain after `tidy`."""

PASTED_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
"""The other spaces of Unicode (category Zs): Word and web pages use them to keep words together."""

WIDTHLESS = "\u200b\u2060\ufeff"
"""Spaces without width, and the byte order mark left in the middle of joined files."""

LINE_ENDS = "\x0b\x0c\x85\u2028\u2029"
"""Line ends that no editor shows as such: Word's manual line and page breaks, NEL, U+2028, U+2029."""

FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 (section 2.2, Char) does not allow, and so no DOCX can hold."""

_PLAIN = (
    {ord(space): " " for space in PASTED_SPACES}
    | {ord(nothing): None for nothing in WIDTHLESS}
    | {ord(end): "\n" for end in LINE_ENDS}
    | {ord("\t"): IDEOGRAPHIC_SPACE}
)

_HALF_WIDTH_DIGITS = {ord("０") + value: str(value) for value in range(10)}


def tidy(text: str) -> str:
    """`text` with plain spaces and line ends; a tab is one ideographic space; lines carry no space at either end."""
    lines = [line.strip(SPACES) for line in text.translate(_PLAIN).split("\n")]
    return "\n".join(lines).strip("\n")


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of tidied `text` that hold something."""
    return tuple(line for line in text.split("\n") if line)


def one_line(text: str) -> str:
    """`text` on one line: Chinese needs no space where a line ended, Latin words do."""
    return re.sub(r"(?<=[!-~])\n+(?=[!-~])", " ", text).replace("\n", "")


def without_spaces(text: str) -> str:
    """`text` without any space."""
    return "".join(text.split())


def half_width_digits(text: str) -> str:
    """`text` with ０–９ as 0–9."""
    return text.translate(_HALF_WIDTH_DIGITS)
