"""layout.drafts: room on a page, places of floating tables, margins and binding."""

from __future__ import annotations

import pytest
from documents import cell, row, section, setting, sheet, table

from docgen.document import Float, Margins
from docgen.layout.bands import Floating
from docgen.layout.blocks import blocks_bands
from docgen.layout.drafts import Draft, left_of, measure_of
from docgen.layout.spans import Column
from docgen.page import Text

MARGINS = Margins(10.0, 20.0, 30.0, 40.0)


def draft(**changes) -> Draft:
    """A page of 120 × 120 whose text goes from 10 to 110."""
    return Draft(section(), 1, 1, **{"top": 10.0, "bottom": 110.0, "y": 30.0, **changes})


def floating(height: float = 40.0, width: float = 60.0, **place) -> Floating:
    rows = (row(cell("甲"), height=height),)
    bands = blocks_bands((table(*rows, columns=(width,)),), Column(100.0), setting())
    return Floating(tuple(bands), width, Float(**{"y_anchor": "margin", **place}))


def test_a_band_begins_where_the_text_ended_if_the_page_has_room():
    assert draft().begin(80.0) == 30.0
    assert draft().begin(80.04) == 30.0
    assert draft().begin(80.1) is None


def test_a_band_keeps_above_a_floating_table_or_goes_below_it():
    page = draft(taken=[(60.0, 70.0)])
    assert [page.begin(needed) for needed in (30.0, 30.1, 40.0, 41.0)] == [30.0, 70.0, 70.0, None]


def test_a_band_that_begins_in_a_floating_table_goes_below_it():
    assert draft(y=70.0, taken=[(60.0, 80.0)]).begin(10.0) == 80.0


def test_a_band_keeps_clear_of_the_tables_that_hang_on_it():
    low = floating(y_align="bottom")
    assert [draft().begin(needed, [low]) for needed in (40.0, 41.0)] == [30.0, None]
    assert draft(y=10.0).begin(60.0, [floating(y_align="top")]) == 50.0


def test_room_ends_at_the_next_floating_table_or_the_foot():
    assert draft().room == 80.0
    assert draft(taken=[(60.0, 80.0)]).room == 30.0
    assert draft(y=80.0, taken=[(60.0, 80.0)]).room == 30.0


def test_a_page_is_empty_until_something_stands_there():
    assert draft(y=10.0).is_empty
    assert not draft(y=10.1).is_empty
    assert not draft(y=10.0, bands=1).is_empty


@pytest.mark.parametrize(
    ("place", "taken"),
    [
        ({"y_align": "top"}, (10.0, 50.0)),
        ({"y_align": "center"}, (40.0, 80.0)),
        ({"y_align": "bottom"}, (70.0, 110.0)),
        ({"y": 15.0}, (25.0, 65.0)),
        ({"y_anchor": "page", "y_align": "bottom"}, (80.0, 120.0)),
        ({"y_anchor": "page", "y": 15.0}, (15.0, 55.0)),
        ({"y_anchor": "page", "y": 100.0}, (80.0, 120.0)),
        ({"y_anchor": "page", "y": -5.0}, (0.0, 40.0)),
    ],
)
def test_a_floating_table_stands_against_page_or_margins_and_on_the_paper(place, taken):
    assert draft().place_of(floating(**place)) == taken


@pytest.mark.parametrize(
    ("anchor", "height", "holds"), [("margin", 100, True), ("margin", 101, False), ("page", 120, True)]
)
def test_a_page_holds_a_floating_table_or_it_does_not(anchor, height, holds):
    assert draft().holds(floating(height, y_anchor=anchor)) is holds


@pytest.mark.parametrize(
    ("place", "x"),
    [
        ({}, 10.0),
        ({"x": 5.0}, 15.0),
        ({"x_align": "center"}, 30.0),
        ({"x_align": "right"}, 50.0),
        ({"x_align": "left", "x": 5.0}, 10.0),
        ({"x_anchor": "page", "x": 5.0}, 5.0),
        ({"x_anchor": "page", "x_align": "right"}, 60.0),
        ({"x_anchor": "page", "x_align": "center"}, 30.0),
    ],
)
def test_a_floating_table_stands_across_against_page_or_text(place, x):
    page = draft()
    page.add_floating(floating(y_align="bottom", **place), 10.0)
    (text,) = [item for item in page.late if isinstance(item, Text)]
    assert (text.x, text.y, page.taken) == (x, 86.0, [(70.0, 110.0)])


def test_the_rows_of_a_floating_table_stand_one_below_another():
    rows = table(row("甲"), row("乙"), columns=(60.0,))
    page = draft()
    bands = tuple(blocks_bands((rows,), Column(100.0), setting()))
    page.add_floating(Floating(bands, 60.0, Float(y_anchor="page", y=50.0)), 10.0)
    assert [(item.y, item.text) for item in page.late if isinstance(item, Text)] == [(66.0, "甲"), (86.0, "乙")]


def test_the_measure_is_the_paper_without_margins_and_binding():
    assert measure_of(sheet(200.0, margins=MARGINS)) == 140.0
    assert measure_of(sheet(200.0, margins=MARGINS, gutter=15.0)) == 125.0


def test_mirrored_pages_change_margins_and_bind_on_the_right():
    bound = sheet(200.0, margins=MARGINS, gutter=15.0)
    assert (left_of(bound, False), left_of(bound, True)) == (35.0, 40.0)
