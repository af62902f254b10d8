"""Take a date as clerks type it, give it as GB/T 9704-2012, 7.3.5.4 has it: 2018年1月5日."""

from __future__ import annotations

import re
from datetime import date

from docgen.load.characters import half_width_digits, without_spaces
from docgen.load.numerals import DIGITS, arabic
from docgen.load.refusal import instead

WRITTEN = re.compile(r"([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日")

NUMERIC = re.compile(r"([0-9]{4})([-－—–/／.．])([0-9]{1,2})\2([0-9]{1,2})")

LOOSE = re.compile(rf"([{DIGITS}]{{4}})年([{DIGITS}]{{1,3}})月([{DIGITS}]{{1,3}})[日号]")

ZEROS = re.compile("年0[0-9]月|月0[0-9]日")

EXAMPLE = "例如 2018年1月5日"


def official_date(text: str) -> str:
    """`text` as a full date without leading zeros; 2018-01-05, 2018/1/5 and 2018.1.5 are understood."""
    plain = half_width_digits(without_spaces(text))
    if written := WRITTEN.fullmatch(plain):
        return _existing(text, *written.groups())
    if numeric := NUMERIC.fullmatch(plain):
        return _existing(text, numeric[1], numeric[3], numeric[4])
    if loose := LOOSE.fullmatch(plain):
        right = _existing(text, *map(arabic, loose.groups()))
        raise instead(text, "日期用阿拉伯数字，写到“日”", f"应写“{right}”")
    raise instead(text, "不是完整的年月日", EXAMPLE)


def printing_date(text: str) -> str:
    """The date of `text`, which may end with 印发 (7.4.3)."""
    return official_date(without_spaces(text).removesuffix("印发"))


def has_leading_zero(text: str) -> bool:
    """Whether `text` is a written date with 01月 or 05日, which the standard rules out."""
    return ZEROS.search(half_width_digits(without_spaces(text))) is not None


def meant_date(text: str) -> str:
    """The full date that `text` means, in digits of any kind; empty where it is none."""
    plain = half_width_digits(without_spaces(text))
    numeric, loose = NUMERIC.fullmatch(plain), LOOSE.fullmatch(plain)
    if numeric is None and loose is None:
        return ""
    parts = (numeric[1], numeric[3], numeric[4]) if numeric else tuple(map(arabic, loose.groups() if loose else ()))
    try:
        return _written(date(*map(int, parts)))
    except ValueError:
        return ""


def _existing(text: str, year: str, month: str, day: str) -> str:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        raise instead(text, "日历上没有这一天", "请核对月份和日子") from None
    return _written(found)


def _written(found: date) -> str:
    return f"{found.year}年{found.month}月{found.day}日"
