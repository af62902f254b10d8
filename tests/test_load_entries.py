"""条目 and names of files: patterns are filled with columns and nothing else; typed numbers give way to set ones."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from docgen.load.entries import LONGEST_NAME, columns_of, distinct, file_stem, filled, unnumbered

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


@pytest.mark.parametrize(
    ("project", "stem"),
    [
        ("工会改革", "市总工会-工会改革"),
        ("工会　改 革\n试点", "市总工会-工会改革试点"),
        ("../../etc/passwd", "市总工会-etcpasswd"),
        ("..\\..\\改革", "市总工会-改革"),
        ('a/b\\c:d*e?f"g<h>i|j', "市总工会-abcdefghij"),
        ("改革.", "市总工会-改革"),
        ("改革...", "市总工会-改革"),
        ("{单位}", "市总工会-{单位}"),
        ("", "市总工会"),
        ("=1+1", "市总工会-=1+1"),
    ],
)
def test_the_name_of_a_file_holds_nothing_that_a_folder_does_not_allow(project, stem):
    assert file_stem("{单位}-{项目}", {"单位": "市总工会", "项目": project}) == stem


@pytest.mark.parametrize("text", ["", " ", ".", "..", "../..", "/", "-", " - ", ".-.", "???"])
def test_of_some_names_nothing_is_left(text):
    assert file_stem("{甲}", {"甲": text}) == ""


@given(st.text(), st.text())
def test_the_name_of_a_file_never_leaves_its_folder(first, second):
    stem = file_stem("{甲}-{乙}", {"甲": first, "乙": second})
    assert not set('/\\:*?"<>|\n\t ') & set(stem)
    assert not stem.startswith(".")
    assert not stem.endswith(".")
    assert len(stem) <= LONGEST_NAME


def test_a_very_long_name_is_one_that_a_file_system_takes():
    assert len(f"{file_stem('{甲}', {'甲': '工' * 30_000})}（100）.docx".encode()) < 255


def test_two_files_of_one_name_are_numbered():
    assert distinct(["甲", "乙", "甲", "甲"]) == ("甲", "乙", "甲（2）", "甲（3）")
    assert distinct(["A", "a", "b"]) == ("A", "a（2）", "b")
    assert distinct([]) == ()


@given(st.lists(st.sampled_from(["a", "A", "a（2）", "A（2）", "a（3）", "b"]), max_size=8))
@example(["a", "a", "a（2）"])
def test_no_two_names_are_one_file_even_where_capitals_do_not_count(names):
    found = distinct(names)
    assert len({name.casefold() for name in found}) == len(found) == len(names)


@pytest.mark.parametrize("name", ["CON", "nul", "com1", "aux.x", "LPT9"])
def test_names_that_windows_keeps_for_itself_are_changed(name):
    assert file_stem("{名}", {"名": name}) == f"{name}_"


def test_a_name_is_no_longer_than_a_file_system_takes():
    assert len(file_stem("{名}", {"名": "𠮷" * 75}).encode()) <= 225
    assert file_stem("{名}", {"名": "字" * 200}) == "字" * 75
