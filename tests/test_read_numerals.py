"""Numerals of lists by the names of their formats."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.read.numerals import FORMATS, SILENT, numeral


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("decimal", "1 9 10 11 20 27 100 101 2035 12345"),
        ("decimalZero", "01 09 10 11 20 27 100 101 2035 12345"),
        ("decimalFullWidth", "１ ９ １０ １１ ２０ ２７ １００ １０１ ２０３５ １２３４５"),
        ("decimalEnclosedCircle", "① ⑨ ⑩ ⑪ ⑳ 27 100 101 2035 12345"),
        ("decimalEnclosedParen", "⑴ ⑼ ⑽ ⑾ ⒇ 27 100 101 2035 12345"),
        ("decimalEnclosedFullstop", "⒈ ⒐ ⒑ ⒒ ⒛ 27 100 101 2035 12345"),
        ("ideographEnclosedCircle", "㈠ ㈨ ㈩ 11 20 27 100 101 2035 12345"),
        ("upperRoman", "I IX X XI XX XXVII C CI MMXXXV 12345"),
        ("lowerLetter", "a i j k t aa vvvv wwww 2035 12345"),
        ("chineseCounting", "一 九 十 十一 二十 二十七 一○○ 一○一 二○三五 一二三四五"),
        (
            "chineseCountingThousand",
            "一 九 十 十一 二十 二十七 一百 一百零一 二千零三十五 一万二千三百四十五",
        ),
        (
            "chineseLegalSimplified",
            "壹 玖 壹拾 壹拾壹 贰拾 贰拾柒 壹佰 壹佰零壹 贰仟零叁拾伍 壹万贰仟叁佰肆拾伍",
        ),
        ("ideographDigital", "一 九 一〇 一一 二〇 二七 一〇〇 一〇一 二〇三五 一二三四五"),
        ("japaneseCounting", "一 九 十 十一 二十 二十七 百 百一 二千三十五 一万二千三百四十五"),
        ("ideographTraditional", "甲 壬 癸 11 20 27 100 101 2035 12345"),
        ("ideographZodiac", "子 申 酉 戌 20 27 100 101 2035 12345"),
        ("hex", "1 9 A B 14 1B 64 65 7F3 3039"),
        ("ordinal", "1st 9th 10th 11th 20th 27th 100th 101st 2035th 12345th"),
    ],
)
def test_numbers_in_a_format(name, expected):
    assert [numeral(number, name) for number in (1, 9, 10, 11, 20, 27, 100, 101, 2035, 12345)] == expected.split()


@pytest.mark.parametrize(
    ("number", "expected"), [(110, "一百一十"), (1001, "一千零一"), (10000, "一万"), (10101, "一万零一百零一")]
)
def test_zeros_inside_a_chinese_number_are_said_once(number, expected):
    assert numeral(number, "chineseCountingThousand") == expected


@pytest.mark.parametrize(("number", "expected"), [(2, "2nd"), (3, "3rd"), (12, "12th"), (113, "113th"), (22, "22nd")])
def test_english_ordinals(number, expected):
    assert numeral(number, "ordinal") == expected


@pytest.mark.parametrize("name", sorted(SILENT))
def test_bullets_have_no_number(name):
    assert numeral(3, name) == ""


def test_a_format_that_nobody_knows_has_no_numeral():
    assert numeral(1, "bahtText") is None


@given(st.integers(-5, 10**12), st.sampled_from(sorted(set(FORMATS) - SILENT)))
def test_every_number_is_shown_in_every_format(number, name):
    assert numeral(number, name)


@given(st.integers(1, 10**8 - 1), st.integers(1, 10**8 - 1))
def test_two_numbers_never_look_alike(one, other):
    for name in ("chineseCountingThousand", "chineseLegalSimplified", "ideographDigital"):
        assert (numeral(one, name) == numeral(other, name)) == (one == other)
