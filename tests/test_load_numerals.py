"""Numbers in any digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.load.numerals import arabic


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("4", "4"),
        ("04", "04"),
        ("２０１８", "2018"),
        ("二〇一八", "2018"),
        ("二○一八", "2018"),
        ("二零一八", "2018"),
        ("十", "10"),
        ("十一", "11"),
        ("三十", "30"),
        ("三十一", "31"),
        ("十十", "十十"),
        ("2十", "2十"),
        ("一百", "一百"),
    ],
)
def test_chinese_and_full_width_digits_become_arabic(typed, digits):
    assert arabic(typed) == digits


@given(st.integers(0, 10**6))
def test_arabic_digits_stay(number):
    assert arabic(str(number)) == str(number)
