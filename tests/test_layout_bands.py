"""layout.bands: stacks of bands, the white between them, and where they part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from fake_fonts import FakeFonts

from docgen.document import Float
from docgen.layout.bands import Band, Floating, Heading, Setting, Stack, stacked, white_between
from docgen.page import Fill, Item

SETTING = Setting(FakeFonts(), {})
ADDING = Setting(FakeFonts(), {}, adds_white=True)


@dataclass(frozen=True)
class Block:
    """A body that can be cut anywhere above its `least` height."""

    height: float
    least: float = 1000.0

    def place(self, left: float, top: float) -> Iterator[Item]:
        yield Fill(left, top, 1.0, self.height, "000000")

    def split(self, room: float, forced: bool) -> tuple[Block, ...]:
        if forced or room >= self.least:
            return Block(room), Block(self.height - room, self.least)
        return ()


def block(height: float, least: float = 1000.0, **changes) -> Band:
    return Band(Block(height, least), **changes)


def downs(stack: Stack) -> list[tuple[float, float]]:
    """(how far down, height) of each band."""
    return [(down, band.height) for down, band in stack.bands]


def test_the_larger_white_shows_or_in_old_documents_the_sum():
    assert white_between(6.0, 10.0, SETTING) == 10.0
    assert white_between(6.0, 10.0, ADDING) == 16.0


def test_a_stack_keeps_the_white_above_between_and_below():
    bands = [block(20.0, above=5.0, below=6.0), block(30.0, above=10.0, below=4.0)]
    stack = stacked(bands, SETTING)
    assert (downs(stack), stack.height) == ([(5.0, 20.0), (35.0, 30.0)], 69.0)
    assert stacked(bands, ADDING).height == 75.0


def test_a_stack_of_nothing_has_no_height():
    assert stacked([], SETTING) == Stack()


def test_a_stack_places_its_bands_one_under_another():
    stack = stacked([block(20.0), block(30.0)], SETTING)
    assert [(item.x, item.y) for item in stack.place(7.0, 100.0)] == [(7.0, 100.0), (7.0, 120.0)]


def test_a_stack_parts_between_bands_and_the_rest_moves_up():
    stack = stacked([block(20.0), block(20.0, below=5.0), block(20.0, below=3.0)], SETTING)
    head, tail = stack.split(45.0, False)
    assert (downs(head), head.height) == ([(0.0, 20.0), (20.0, 20.0)], 40.0)
    assert (downs(tail), tail.height) == ([(0.0, 20.0)], 23.0)


def test_a_stack_that_fits_stays_whole_and_loses_its_last_white():
    stack = stacked([block(20.0, below=50.0)], SETTING)
    head, tail = stack.split(20.0, False)
    assert (downs(head), head.height, tail) == ([(0.0, 20.0)], 20.0, Stack())


def test_a_stack_without_room_goes_on_whole_unless_it_must_not():
    stack = stacked([block(20.0, above=5.0), block(20.0)], SETTING)
    head, tail = stack.split(10.0, False)
    assert (head, downs(tail), tail.height) == (Stack(), [(0.0, 20.0), (20.0, 20.0)], 40.0)


@dataclass(frozen=True)
class Whole:
    """A body that is never split, as a line."""

    height: float

    def place(self, left: float, top: float) -> Iterator[Item]:
        yield Fill(left, top, 1.0, self.height, "000000")

    def split(self, room: float, forced: bool) -> tuple[()]:
        return ()


def test_a_forced_stack_keeps_its_first_band_even_without_room():
    stack = stacked([Band(Whole(20.0)), Band(Whole(20.0))], SETTING)
    head, tail = stack.split(10.0, True)
    assert (downs(head), downs(tail)) == ([(0.0, 20.0)], [(0.0, 20.0)])


def test_a_stack_parts_inside_a_band_that_can_be_parted():
    stack = stacked([block(20.0), block(50.0, least=10.0), block(20.0, below=3.0)], SETTING)
    head, tail = stack.split(35.0, False)
    assert (downs(head), head.height) == ([(0.0, 20.0), (20.0, 15.0)], 35.0)
    assert (downs(tail), tail.height) == ([(0.0, 35.0), (35.0, 20.0)], 58.0)


def test_the_rule_that_hangs_below_a_band_needs_room():
    stack = stacked([block(20.0, hang=2.0), block(20.0)], SETTING)
    assert [len(stack.split(room, False)[0].bands) for room in (22.0, 21.9)] == [1, 0]


def test_only_the_first_band_of_a_stack_is_forced_apart():
    stack = stacked([block(20.0), block(50.0)], SETTING)
    head, tail = stack.split(35.0, True)
    assert (downs(head), downs(tail)) == ([(0.0, 20.0)], [(0.0, 50.0)])


def test_a_rounding_does_not_part_a_stack():
    stack = stacked([block(20.0), block(20.0)], SETTING)
    assert len(stack.split(39.96, False)[0].bands) == 2
    assert len(stack.split(39.94, False)[0].bands) == 1


@pytest.fixture
def parts():
    floating = Floating((block(10.0), block(15.0)), 50.0, Float())
    band = block(
        50.0,
        10.0,
        above=5.0,
        below=6.0,
        hang=1.0,
        joined=True,
        new_page=True,
        ends_page=True,
        heading=Heading("一", 0),
        floats=(floating,),
    )
    return band, band.split(20.0)


def test_the_first_part_of_a_band_keeps_what_opens_it(parts):
    band, (head, _) = parts
    assert (head.height, head.above, head.below, head.joined) == (20.0, 5.0, 0.0, False)
    assert (head.heading, head.floats, head.new_page) == (band.heading, band.floats, True)
    assert (head.hang, head.ends_page) == (0.0, False)


def test_the_second_part_of_a_band_keeps_what_ends_it(parts):
    _, (_, tail) = parts
    assert (tail.height, tail.above, tail.below, tail.joined) == (30.0, 0.0, 6.0, True)
    assert (tail.heading, tail.floats, tail.new_page) == (None, (), False)
    assert (tail.hang, tail.ends_page) == (1.0, True)


def test_a_band_that_cannot_be_parted_gives_no_parts():
    assert block(50.0).split(20.0) == ()
    assert len(block(50.0).split(20.0, True)) == 2


def test_a_floating_table_is_as_tall_as_its_rows():
    assert Floating((block(10.0), block(15.0)), 50.0, Float()).height == 25.0
