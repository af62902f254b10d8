"""What several families of rules share: numbers in words, addresses, quotations."""

import re

import pytest

from docgen.lint.signs import addresses, number_of, outside, quotations

COMMA = re.compile(",")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("一", 1),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("四十二", 42),
        ("一百", 100),
        ("一百零三", 103),
        ("九百九十九", 999),
    ],
)
def test_numbers_in_words_are_understood(words, value):
    assert number_of(words) == value


@pytest.mark.parametrize("text", ["a,b@c.com", "http://a.cn/b,c", "www.a.cn/b,c"])
def test_addresses_keep_their_marks(text):
    assert list(outside(addresses(text), COMMA.finditer(text))) == []


def test_what_stands_beside_an_address_is_outside_of_it():
    text = "邮箱 a@b.com 甲,乙"
    assert [found.start() for found in outside(addresses(text), COMMA.finditer(text))] == [text.index(",")]


def test_quotations_are_the_words_of_others():
    text = "甲,“乙,丙”,《丁,戊》"
    found = [match.start() for match in outside(quotations(text), COMMA.finditer(text))]
    assert found == [1, 7]


def test_a_text_without_signs_has_no_spans():
    assert (addresses("甲,乙"), quotations("甲,乙")) == ((), ())
