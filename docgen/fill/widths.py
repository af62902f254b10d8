"""Take a line of text, give its width in characters without a font: digits and Latin letters are half as wide."""

from __future__ import annotations

from itertools import pairwise

LATIN_END = 0x2000
"""Characters below take half the width of a Han character, as in every face of GB/T 9704."""
HALF = 0.5
SCRIPT_GAP = 0.2
"""White between Chinese and Latin letters or digits, in characters (17.3.1.2 `w:autoSpaceDE`)."""


def width(text: str, spacing: float = 0.0) -> float:
    """Width in Han characters, the white between scripts counted; `spacing` is that of letters, in characters.

    Letter spacing stands between characters of one script (see docs/word-features.md).
    """
    pairs = list(pairwise(text))
    like = [is_latin(before) == is_latin(after) for before, after in pairs]
    gaps = sum(
        not same and before.isalnum() and after.isalnum() for same, (before, after) in zip(like, pairs, strict=True)
    )
    return sum(HALF if is_latin(char) else 1.0 for char in text) + SCRIPT_GAP * gaps + spacing * sum(like)


def is_latin(char: str) -> bool:
    """Whether a character is a digit, a Latin letter or one of their marks."""
    return ord(char) < LATIN_END
