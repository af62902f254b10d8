"""recover/shares: the shares that a clerk wrote come back from widths in twips."""

from math import gcd

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from docgen.recover.shares import shares

MEASURE = 8845
"""Twips of a line (156 mm)."""


def twips(given):
    return tuple(round(MEASURE * share / sum(given)) / 20 for share in given)


@given(st.lists(st.integers(1, 9), min_size=2, max_size=7))
@example([7, 7, 7, 7, 7, 8, 8])
def test_whole_shares_come_back_without_their_common_factor(given):
    factor = gcd(*given)
    wanted = tuple(share / factor for share in given) if len(set(given)) > 1 else ()
    assert shares(twips(given)) == wanted


@pytest.mark.parametrize(
    ("widths", "wanted"),
    [
        ((), ()),
        ((100.0, 0.0), ()),
        ((100.0, 101.0), ()),
        ((100.1, 199.8), (1.0, 2.0)),
        ((50.0, 151.0, 99.0), (1.0, 3.0, 2.0)),
    ],
)
def test_widths_drawn_by_hand_become_shares_near_them(widths, wanted):
    assert shares(widths) == wanted
