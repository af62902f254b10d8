"""Take a number in half-width, full-width or Chinese digits, give it in half-width Arabic digits."""

from __future__ import annotations

from docgen.load.characters import half_width_digits

DIGITS = "0123456789０１２３４５６７８９〇○零一二三四五六七八九十"
"""What numbers are typed with; ○ is the usual slip for 〇."""

_VALUES = {"〇": 0, "○": 0, "零": 0} | {sign: value for value, sign in enumerate("一二三四五六七八九", start=1)}


def arabic(number: str) -> str:
    """`number` in half-width Arabic digits; as it is where it is no number up to 九十九 or a row of digits."""
    half = half_width_digits(number)
    if all(sign in _VALUES for sign in half):
        return "".join(str(_VALUES[sign]) for sign in half)
    tens, ten, ones = half.partition("十")
    if ten and {*tens, *ones} <= _VALUES.keys() and len(tens) <= 1 and len(ones) <= 1:
        return str(_VALUES.get(tens, 1) * 10 + _VALUES.get(ones, 0))
    return half
