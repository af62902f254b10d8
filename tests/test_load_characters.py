"""Pasted characters: spaces and line ends are made plain, ink is never touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.load.characters import FORBIDDEN, WIDTHLESS, half_width_digits, lines_of, one_line, tidy, without_spaces


@pytest.mark.parametrize(
    ("pasted", "plain"),
    [
        ("　　为进一步增强　 ", "为进一步增强"),
        ("联系电话：826\t131", "联系电话：826　131"),
        ("A\u00a0B\u2003C", "A B C"),
        ("甲\u200b乙\ufeff丙", "甲乙丙"),
        ("甲\x0b乙\x0c丙\x85丁\u2028戊\u2029己", "甲\n乙\n丙\n丁\n戊\n己"),
        ("\n 甲 \n\n　乙\n", "甲\n\n乙"),
        ("82610417     13194118191", "82610417     13194118191"),
    ],
)
def test_pasted_spaces_and_line_ends_become_plain(pasted, plain):
    assert tidy(pasted) == plain


@given(st.text())
def test_tidying_keeps_every_character_with_ink(text):
    ink = str.maketrans(dict.fromkeys(WIDTHLESS))
    assert without_spaces(tidy(text)) == without_spaces(text.translate(ink))


@given(st.text())
def test_tidying_twice_is_tidying_once(text):
    assert tidy(tidy(text)) == tidy(text)


@given(st.text())
def test_tidied_lines_have_no_space_at_their_ends(text):
    assert all(line == line.strip(" \u3000\t\u00a0") for line in lines_of(tidy(text)))


def test_lines_that_hold_nothing_are_no_lines():
    assert lines_of("甲\n\n乙") == ("甲", "乙")


@pytest.mark.parametrize(
    ("lines", "line"),
    [("各区总工会、\n产业工会", "各区总工会、产业工会"), ("see\nbelow", "see below"), ("共5\n个", "共5个")],
)
def test_lines_are_joined_with_a_space_only_between_latin_words(lines, line):
    assert one_line(lines) == line


def test_full_width_digits_become_half_width():
    assert half_width_digits("２０１８年〇") == "2018年〇"


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1f", "\ud800", "\ufffe"])
def test_what_xml_cannot_hold_is_forbidden(character):
    assert FORBIDDEN.search(f"甲{character}乙")


@pytest.mark.parametrize("character", ["\t", "\n", "\x0b", "镕", "𠮷", "\U0010fffd"])
def test_what_xml_can_hold_or_is_a_line_end_is_allowed(character):
    assert not FORBIDDEN.search(character)
