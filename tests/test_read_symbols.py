"""Characters of symbol fonts."""

import pytest

from docgen.read.symbols import symbol


@pytest.mark.parametrize(
    ("font", "code", "expected"),
    [
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings", "F0A8", "□"),
        ("Wingdings", "F06C", "●"),
        ("Wingdings", "F06E", "■"),
        ("Wingdings", "F06F", "□"),
        ("Wingdings", "F071", "□"),
        ("Wingdings", "F075", "◆"),
        ("Wingdings", "F0FB", "×"),
        ("Wingdings", "F0FC", "√"),
        ("Wingdings", "F0FD", "☒"),
        ("Wingdings", "FE", "☑"),
        ("Wingdings 2", "F04F", "×"),
        ("Wingdings 2", "F050", "√"),
        ("Wingdings 2", "F051", "☒"),
        ("Wingdings", "00FE", "☑"),
        ("Wingdings 2", "F052", "☑"),
        ("Wingdings 2", "F0A3", "□"),
        ("Wingdings", "F0D8", "➢"),
        ("Wingdings", "F081", "①"),
        ("Wingdings", "F08A", "⑩"),
        ("Symbol", "F0B7", "•"),
        ("Symbol", "F061", "α"),
        ("Symbol", "F057", "Ω"),
        ("Symbol", "F0A3", "≤"),
        ("宋体", "2611", "☑"),
        ("", "4E00", "一"),
    ],
)
def test_marks_of_forms_have_their_unicode_character(font, code, expected):
    assert symbol(font, code) == expected


@pytest.mark.parametrize(
    ("font", "code"),
    [
        ("Wingdings", "F04A"),
        ("Symbol", "F0FF"),
        ("", "F0FE"),
        ("宋体", "D800"),
        ("宋体", "110000"),
        ("宋体", "-1"),
        ("宋体", "0"),
        ("宋体", "zz"),
        ("宋体", ""),
    ],
)
def test_other_marks_are_not_guessed(font, code):
    assert symbol(font, code) is None
