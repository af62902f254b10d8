"""Dates as clerks type them (7.3.5.4)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from docgen.load.dates import has_leading_zero, official_date, printing_date


@pytest.mark.parametrize(
    "typed",
    [
        "2018年1月5日",
        "2018-01-05",
        "2018/1/5",
        "2018.1.5",
        "２０１８年１月５日",
        "2018 年 1 月 5 日",
        "2018年01月05日",
        "2018．1．5",
    ],
)
def test_a_date_has_one_form_in_print(typed):
    assert official_date(typed) == "2018年1月5日"


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("二〇一八年一月五日", "应写“2018年1月5日”"),
        ("二○一八年十二月三十一日", "应写“2018年12月31日”"),
        ("2018年1月5号", "应写“2018年1月5日”"),
        ("2018年2月30日", "请核对月份和日子"),
        ("2018-13-01", "请核对月份和日子"),
        ("二〇一八年二月三十日", "请核对月份和日子"),
        ("2018年1月", "例如 2018年1月5日"),
        ("18年1月5日", "例如 2018年1月5日"),
        ("2018-1.5", "例如 2018年1月5日"),
        ("近日", "例如 2018年1月5日"),
    ],
)
def test_no_full_date_or_no_day_of_the_calendar_is_refused_with_the_right_form(typed, hint):
    with pytest.raises(PydanticCustomError) as refused:
        official_date(typed)
    assert (refused.value.context or {})["hint"] == hint


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(["{0:%Y}-{0:%m}-{0:%d}", "{0.year}.{0.month}.{0.day}"]))
def test_every_day_of_the_calendar_is_understood(day, shape):
    assert official_date(shape.format(day)) == f"{day.year}年{day.month}月{day.day}日"


@pytest.mark.parametrize("typed", ["2018年1月8日印发", "2018年1月8日 印发", "2018-01-08"])
def test_the_word_behind_a_printing_date_may_be_typed(typed):
    assert printing_date(typed) == "2018年1月8日"


@pytest.mark.parametrize(
    ("typed", "zero"),
    [("2018年01月5日", True), ("2018年1月０５日", True), ("2018年10月5日", False), ("2018-01-05", False)],
)
def test_zeros_of_a_written_date_are_noticed(typed, zero):
    assert has_leading_zero(typed) is zero
