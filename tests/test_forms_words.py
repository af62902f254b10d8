"""Words as they are compared."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.forms.words import loose, nearest_pattern, plain, squeezed


@pytest.mark.parametrize(
    "text",
    [
        "单　位名称",
        "单位名称：",
        "*单位名称",
        "1.单位名称",
        "（一）单位名称",
        "一、单位名称（盖章）",
        "单位名称(公章)：",
    ],
)
def test_a_label_is_the_same_with_a_number_or_a_remark(text):
    assert plain(squeezed(text)) == "单位名称"


def test_what_is_only_a_remark_stays():
    assert plain("(盖章)") == "(盖章)"


@given(st.text("单位（）()：:□☑ 　ab.*+", max_size=20))
def test_a_text_matches_its_own_loose_pattern(text):
    assert re.fullmatch(loose(text), text)


def test_the_nearest_words_find_a_field_in_a_line_that_was_changed():
    found = nearest_pattern("填报单位（部门）：", "　实施层级：市级").search("填报单位（部门）：机床厂 实施层级：省级")
    assert found[1].strip() == "机床厂"
