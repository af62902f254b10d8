"""layout.blocks: bands of paragraphs between neighbours, and what floats on its anchor."""

from __future__ import annotations

import pytest
from documents import cell, marks, para, row, setting, table

from docgen.document import Float
from docgen.layout.blocks import blocks_bands
from docgen.layout.spans import Column
from docgen.page import Text

LOW = Float(y_anchor="page", y_align="bottom")


def bands(*blocks, floats=True):
    return blocks_bands(blocks, Column(100.0), setting(), floats=floats)


def said(found):
    return ["".join(text.text for text in marks(band.body, Text)) for band in found]


def test_paragraphs_and_tables_come_in_order():
    assert said(bands(para("甲"), table(row("乙", "丙"), row("丁", "戊")), para("己"))) == ["甲", "乙丙", "丁戊", "己"]


def test_no_blocks_give_no_bands():
    assert bands() == []


def test_a_paragraph_knows_its_neighbours_but_tables_part_them():
    like = {"contextual_spacing": True, "before": 5.0, "after": 7.0}
    found = bands(para("甲", **like), para("乙", **like), table(row("丙", "丁")), para("戊", **like))
    assert [(band.above, band.below) for band in found] == [(5.0, 0.0), (0.0, 7.0), (0.0, 0.0), (5.0, 7.0)]


def test_a_floating_table_hangs_on_the_paragraph_after_it():
    found = bands(para("甲"), table(row("乙", "丙"), floating=LOW), para("丁丁丁丁丁丁丁丁丁丁丁"))
    assert said(found) == ["甲", "丁" * 10, "丁"]
    assert [len(band.floats) for band in found] == [0, 1, 0]
    (floating,) = found[1].floats
    assert (said(floating.bands), floating.width, floating.place) == (["乙丙"], 100.0, LOW)


def test_two_floating_tables_hang_on_one_paragraph_or_on_a_table():
    tables = [table(row(text), columns=(30.0,), floating=LOW) for text in "甲乙"]
    assert [len(band.floats) for band in bands(*tables, para("丙"))] == [2]
    assert [len(band.floats) for band in bands(*tables, table(row("丙"), row("丁")))] == [2, 0]


def test_a_floating_table_hangs_on_the_next_block_that_shows():
    found = bands(table(row("浮"), floating=LOW), table(), para("乙"))
    assert [len(band.floats) for band in found] == [1]


def test_a_floating_table_with_nothing_after_it_stands_in_the_text():
    assert said(bands(para("甲"), table(row("乙"), floating=LOW))) == ["甲", "乙"]


def test_a_table_whose_place_follows_the_text_stands_in_it():
    place = Float(y_anchor="text", x_align="right")
    found = bands(para("甲"), table(row("乙"), columns=(30.0,), floating=place), para("丙"))
    assert said(found) == ["甲", "乙", "丙"]
    assert marks(found[1].body, Text)[0].x == 70.0


@pytest.mark.parametrize(
    ("place", "x"), [(Float(x=7.0), 7.0), (Float(x_anchor="page", x=7.0), 0.0), (Float(x_align="center"), 35.0)]
)
def test_a_table_that_cannot_float_keeps_its_place_across(place, x):
    (band,) = bands(table(row("甲"), columns=(30.0,), floating=place))
    assert marks(band.body, Text)[0].x == x


def test_nothing_floats_where_there_is_no_page():
    assert said(bands(table(row("甲"), floating=LOW), para("乙"), floats=False)) == ["甲", "乙"]


def test_the_alignment_of_a_floating_table_does_not_move_it():
    (band,) = bands(table(row("甲"), columns=(30.0,), align="center", floating=LOW), para("乙"))
    (floating,) = band.floats
    assert marks(floating.bands[0].body, Text)[0].x == 0.0


def test_a_floating_table_is_as_wide_as_its_grid():
    (band,) = bands(table(row("甲"), columns=(30.0, 40.0), floating=LOW), para("乙"))
    assert band.floats[0].width == 30.0


def test_an_empty_floating_table_is_nothing():
    (band,) = bands(table(floating=LOW), para("乙"))
    assert band.floats[0].bands == ()


def test_blocks_of_cells_are_set_in_the_width_of_the_cell():
    found = bands(table(row(cell("大" * 5), "乙"), columns=(30.0, 70.0)))
    assert [text.text for text in marks(found[0].body, Text)] == ["大大大", "大大", "乙"]


def test_automatic_white_falls_away_at_both_ends():
    first, middle, last = bands(*(para(each, before=3.0, before_auto=True, after_auto=True) for each in "甲乙丙"))
    assert [(each.above, each.below) for each in (first, middle, last)] == [(0.0, 14.0), (14.0, 14.0), (14.0, 0.0)]


@pytest.mark.parametrize(
    ("after", "height"), [((), 20.0), ((para(),), 20.0), ((para("后"),), 40.0), ((para(), para()), 60.0)]
)
def test_the_empty_paragraph_after_a_table_at_the_end_of_a_cell_takes_no_room(after, height):
    inner = table(row("内"), columns=(40.0,))
    (band,) = blocks_bands((table(row(cell(inner, *after), "右")),), Column(100.0), setting())
    assert band.height == height
