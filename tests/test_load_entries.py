"""条目: patterns are filled with columns and nothing else; typed numbers give way to set ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from docgen.load.entries import columns_of, filled, unnumbered

ROW = {"项目": "工会改革", "单位": "市总工会"}


def test_a_pattern_is_filled_with_the_columns_it_names():
    assert filled("{项目}（{ 单位 }）", ROW) == "工会改革（市总工会）"
    assert columns_of("{项目}（{ 单位 }）") == ("项目", "单位")


@pytest.mark.parametrize("pattern", ["{项目.__class__}", "{项目[0]}", "{项目!r}", "{项目:>10}", "{0}", "{}"])
def test_nothing_but_a_column_can_be_reached(pattern):
    assert not set(columns_of(pattern)) <= ROW.keys()


def test_braces_in_a_cell_stay_as_they_are():
    assert filled("{项目}", {"项目": "{单位}", "单位": "甲"}) == "{单位}"


@given(st.text(st.characters(exclude_characters="{}")))
def test_a_pattern_without_braces_comes_out_as_it_is(pattern):
    assert filled(pattern, {}) == pattern


@pytest.mark.parametrize(
    ("items", "bare"),
    [
        (("1. 甲", "2．乙", "3、丙"), ("甲", "乙", "丙")),
        (("甲", "2. 乙"), ("甲", "2. 乙")),
        (("3.15晚会", "5.1活动"), ("3.15晚会", "5.1活动")),
    ],
)
def test_numbers_typed_from_one_on_are_left_to_the_document(items, bare):
    assert unnumbered(items) == bare


@pytest.mark.parametrize("items", [("1. 甲", "3. 乙"), ("2. 甲",), ("1. 甲", "1. 乙")])
def test_numbers_that_the_document_would_change_are_refused(items):
    with pytest.raises(PydanticCustomError):
        unnumbered(items)
