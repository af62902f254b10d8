"""Places: every character of a source stands where an editor shows it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from docgen.diagnostics import Place
from docgen.load.source import source, top_of

LINES = st.lists(st.text(st.characters(exclude_characters="\n"), max_size=5), min_size=1, max_size=5)


@given(LINES, st.data())
def test_lines_and_columns_count_from_one(lines, data):
    text = "\n".join(lines)
    index = data.draw(st.integers(0, len(text)))
    before = text[:index].split("\n")
    assert source("a", text).place(index) == Place("a", len(before), len(before[-1]) + 1)


def test_a_shifted_line_is_placed_as_in_the_file():
    shifted = source("a", "甲: 乙\n丙: 丁", {2: 1})
    assert shifted.place(3) == Place("a", 1, 4)
    assert shifted.place(8) == Place("a", 2, 3)


def test_no_shift_leads_out_of_the_line():
    assert source("a", "甲", {1: 5}).place(0) == Place("a", 1, 1)


def test_what_is_missing_is_told_at_the_first_line():
    assert str(top_of("a.yaml")) == "a.yaml:1:1"
