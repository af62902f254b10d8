"""Take a number and the name of a format, give its numeral (17.18.59 ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable

CHINESE = "〇一二三四五六七八九"
ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
MOST_REPEATS = 30
"""Times that a letter or mark is repeated (aaa for 53): Word goes no further than 780."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
MYRIAD = 10_000
LARGEST = MYRIAD**2
"""Numbers from here on are set in Arabic digits."""


def numeral(number: int, name: str) -> str | None:
    """The numeral in a format; Arabic digits where it has none for this number, None for a format not known here."""
    written = FORMATS.get(name)
    if written is None:
        return None
    return (written(number) if 0 < number < LARGEST else "") or ("" if name in SILENT else str(number))


def _counted(digits: str, places: str, myriad: str, *, one: bool) -> Callable[[int], str]:
    """Counting with words for ten, hundred, thousand; `one` says 一 before 十 at the head of a number too."""

    def below_myriad(number: int) -> str:
        text, gap = "", False
        for place in range(len(places), -1, -1):
            digit = number // 10**place % 10
            if not digit:
                gap = bool(text)
                continue
            text += (digits[0] if gap else "") + digits[digit] + (places[place - 1] if place else "")
            gap = False
        return text

    def written(number: int) -> str:
        high, low = divmod(number, MYRIAD)
        text = (below_myriad(high) + myriad) if high else ""
        text += (digits[0] if high and 0 < low < MYRIAD // 10 else "") + below_myriad(low)
        return text[1:] if not one and text.startswith(digits[1] + places[0]) else text

    return written


def _by_digit(digits: str) -> Callable[[int], str]:
    return lambda number: "".join(digits[int(digit)] for digit in str(number))


def _repeated(signs: str) -> Callable[[int], str]:
    """The signs in turn, then each doubled, then trebled."""

    def written(number: int) -> str:
        times, at = divmod(number - 1, len(signs))
        return signs[at] * (times + 1) if times < MOST_REPEATS else ""

    return written


def _listed(first: str, count: int) -> Callable[[int], str]:
    """Characters that follow one another in Unicode; beyond the last there is none."""
    return lambda number: chr(ord(first) + number - 1) if number <= count else ""


def _chosen(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if number <= len(signs) else ""


def _roman(number: int) -> str:
    text = ""
    for value, letters in ROMAN if number < MYRIAD else ():
        text += letters * (number // value)
        number %= value
    return text


def _ordinal(number: int) -> str:
    """17.18.59: 1st, 2nd, 3rd, 4th, but 11th, 12th, 13th."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number // 10 % 10 == 1 else ending}"


_thousand = _counted("零一二三四五六七八九", "十百千", "万", one=False)
_digits = _by_digit("○一二三四五六七八九")
BY_DIGITS = 100
"""From here on chineseCounting names the digits one by one ([MS-DOCX] 2.4)."""


def _chinese(number: int) -> str:
    return _thousand(number) if number < BY_DIGITS else _digits(number)


def _japanese(number: int) -> str:
    """百一, where Chinese says 一百零一."""
    text = _thousand(number).replace("零", "")
    for place in "十百千":
        text = text.replace(f"一{place}", place)
    return text


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": "{:02}".format,
    "numberInDash": "- {} -".format,
    "ordinal": _ordinal,
    "hex": "{:X}".format,
    "decimalFullWidth": lambda number: str(number).translate(FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(FULL_WIDTH),
    "decimalEnclosedCircle": _listed("①", 20),
    "decimalEnclosedCircleChinese": _listed("①", 20),
    "decimalEnclosedParen": _listed("⑴", 20),
    "decimalEnclosedFullstop": _listed("⒈", 20),
    "ideographEnclosedCircle": _listed("㈠", 10),
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": _repeated(LETTERS.upper()),
    "lowerLetter": _repeated(LETTERS),
    "chicago": _repeated("*†‡§"),
    "chineseCounting": _chinese,
    "chineseCountingThousand": _thousand,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _thousand,
    "japaneseCounting": _japanese,
    "chineseLegalSimplified": _counted("零壹贰叁肆伍陆柒捌玖", "拾佰仟", "万", one=True),
    "ideographLegalTraditional": _counted("零壹貳參肆伍陸柒捌玖", "拾佰仟", "萬", one=True),
    "ideographDigital": _by_digit(CHINESE),
    "japaneseDigitalTenThousand": _by_digit(CHINESE),
    "taiwaneseDigital": _digits,
    "ideographTraditional": _chosen("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _chosen("子丑寅卯辰巳午未申酉戌亥"),
    "none": lambda number: "",
    "bullet": lambda number: "",
}
SILENT = frozenset(("none", "bullet"))
"""Formats that show no number."""
