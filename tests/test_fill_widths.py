"""The width of a line without a font."""

import pytest

from docgen.fill.widths import width


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", 0.0),
        ("大连市", 3.0),
        ("2018", 2.0),
        ("2018年", 3.2),
        ("2018年1月5日", 7.0),
        ("〔2017〕", 4.0),
        ("A、B", 2.0),
    ],
)
def test_han_characters_count_one_and_latin_ones_half_with_gaps_between(text, wanted):
    assert width(text) == pytest.approx(wanted)


def test_letter_spacing_stands_between_characters_of_one_script():
    assert width("大连市", 0.5) == 4.0
    assert width("20年", 0.5) == pytest.approx(2.0 + 0.2 + 0.5)
