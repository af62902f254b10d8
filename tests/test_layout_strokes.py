"""layout.strokes: underlines of each pattern, strikes, leaders."""

from __future__ import annotations

from itertools import pairwise

import pytest
from documents import char

from docgen.document import Border
from docgen.layout.strokes import DEPTH, HEAVY, WEIGHT, emphasis_dots, leader, text_box, text_strokes, underline


def drawn(**changes):
    return list(text_strokes(char(**changes), 10.0, 60.0, 100.0))


@pytest.mark.parametrize(
    ("style", "count", "weight", "dashes"),
    [
        ("single", 1, WEIGHT, 0),
        ("words", 1, WEIGHT, 0),
        ("double", 2, WEIGHT, 0),
        ("thick", 1, HEAVY, 0),
        ("dotted", 1, WEIGHT, 2),
        ("dash", 1, WEIGHT, 2),
        ("dashLong", 1, WEIGHT, 2),
        ("dotDash", 1, WEIGHT, 4),
        ("dotDotDash", 1, WEIGHT, 6),
        ("dashedHeavy", 1, HEAVY, 2),
        ("dashDotDotHeavy", 1, HEAVY, 6),
    ],
)
def test_an_underline_has_the_strokes_of_its_pattern(style, count, weight, dashes):
    found = underline(style)
    assert [(stroke.weight, len(stroke.dashes)) for stroke in found] == [(weight, dashes)] * count


def test_text_without_a_pattern_has_no_underline():
    assert drawn() == []


def test_strokes_grow_with_the_type():
    small, large = (drawn(underline="dash", size=size)[0] for size in (10.0, 20.0))
    assert large.thickness == 2 * small.thickness
    assert large.dashes == tuple(2 * length for length in small.dashes)


def test_a_wave_goes_up_and_down_from_end_to_end():
    found = drawn(underline="wave")
    assert (found[0].x1, found[-1].x2) == (10.0, 60.0)
    assert all(before.y2 == after.y1 and before.x2 == pytest.approx(after.x1) for before, after in pairwise(found))
    assert min(rule.y1 for rule in found) >= 100.0 + DEPTH * 10.0


def test_a_double_strike_is_two_strokes_around_a_single_one():
    (single,), (upper, lower) = drawn(strike=True), drawn(double_strike=True)
    assert upper.y1 < single.y1 < lower.y1


@pytest.mark.parametrize(
    ("kind", "dashed"), [("dot", True), ("hyphen", True), ("middleDot", True), ("underscore", False), ("heavy", False)]
)
def test_a_tab_leads_the_eye(kind, dashed):
    (rule,) = leader(kind, char(), 10.0, 60.0, 100.0)
    assert (bool(rule.dashes), rule.x2) == (dashed, 60.0)


def test_dots_of_all_lines_stand_below_each_other():
    places = [next(leader("dot", char(), x, 60.0, 100.0)).x1 for x in (10.0, 11.0, 14.9)]
    assert [round(place / 2.5, 6) for place in places] == [4.0, 5.0, 6.0]


def test_nothing_leads_through_a_gap_too_small_or_without_a_leader():
    assert list(leader("dot", char(), 10.1, 12.0, 100.0)) == []
    assert list(leader("none", char(), 10.0, 60.0, 100.0)) == []


@pytest.mark.parametrize(("side", "below"), [("below", True), ("above", False)])
def test_each_character_but_a_blank_has_its_dot(side, below):
    found = list(emphasis_dots(char(emphasis=side), "大 大", (0.0, 30.0, 100.0)))
    assert [(rule.x1 + rule.x2) / 2 for rule in found] == [5.0, 25.0]
    assert all((rule.y1 > 100.0) is below for rule in found)


def test_text_without_emphasis_has_no_dots():
    assert list(emphasis_dots(char(), "大", (0.0, 10.0, 100.0))) == []


@pytest.mark.parametrize(("sides", "count"), [((True, True), 4), ((True, False), 3), ((False, False), 2)])
def test_a_box_around_text_closes_where_it_begins_and_ends(sides, count):
    found = list(text_box(Border(0.5), (0.0, 30.0, 100.0), (9.0, 2.0), sides))
    assert len(found) == count
    assert [rule.y1 for rule in found[:2]] == [91.0, 102.0]
