"""Lengths, to points and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen import units


@pytest.mark.parametrize(
    ("convert", "given_length", "points"),
    [
        (units.points_from_mm, 25.4, 72.0),
        (units.points_from_mm, 210, 595.2756),
        (units.points_from_twips, 592, 29.6),
        (units.points_from_half_points, 32, 16.0),
        (units.points_from_eighths, 12, 1.5),
        (units.points_from_emu, 914_400, 72.0),
        (units.mm_from_points, 72.0, 25.4),
        (units.twips_from_points, 29.6, 592),
        (units.twips_from_points, -0.25, -5),
        (units.twips_from_points, 0.024, 0),
    ],
)
def test_a_length_is_converted(convert, given_length, points):
    assert convert(given_length) == pytest.approx(points, abs=0.0001)


@given(st.integers(-31_680, 31_680))
def test_twips_are_kept_on_the_way_to_points_and_back(twips):
    assert units.twips_from_points(units.points_from_twips(twips)) == twips


@given(st.floats(-1_000, 1_000))
def test_millimetres_are_kept_on_the_way_to_points_and_back(mm):
    assert units.mm_from_points(units.points_from_mm(mm)) == pytest.approx(mm)


def test_twips_are_whole_numbers():
    assert isinstance(units.twips_from_points(1.26), int)
