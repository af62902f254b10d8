"""What the XML of a sheet tells beside its values: hidden rows, merged cells, formulas without a value."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.etree import LxmlError

from docgen.load.marks import Marks, read_marks

NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def marks(rows: str, merged: str = "", head: str = "") -> Marks:
    text = f'{head}<worksheet xmlns="{NAMESPACE}"><sheetData>{rows}</sheetData>{merged}</worksheet>'
    return read_marks(BytesIO(text.encode()))


def test_a_plain_sheet_has_no_marks():
    assert marks('<row r="1"><c r="A1"><v>1</v></c></row>') == Marks()


@pytest.mark.parametrize(("written", "hidden"), [("1", {1}), ("true", {1}), ("0", set()), ("false", set())])
def test_a_row_is_hidden_where_it_says_so(written, hidden):
    assert marks(f'<row r="1"/><row r="2" hidden="{written}"/>').hidden == hidden


def test_rows_without_numbers_follow_one_another():
    assert marks('<row r="3"/><row hidden="1"/><row/><row hidden="1"/>').hidden == {3, 5}


@given(st.lists(st.booleans(), max_size=30))
def test_rows_are_hidden_each_for_itself(shown):
    rows = "".join("<row/>" if each else '<row hidden="1"/>' for each in shown)
    assert marks(rows).hidden == {number for number, each in enumerate(shown) if not each}


def test_merged_cells_are_areas_counted_from_0():
    areas = '<mergeCells><mergeCell ref="B2:C4"/><mergeCell ref="A5:A6"/></mergeCells>'
    assert marks("", areas).merged == [(1, 3, 1, 2), (4, 5, 0, 0)]


@pytest.mark.parametrize(
    ("cell", "uncomputed"),
    [
        ('<c r="B3"><f>A1</f></c>', {"B3"}),
        ('<c r="B3"><f>A1</f><v/></c>', {"B3"}),
        ('<c r="B3"><f/></c>', {"B3"}),
        ('<c r="B3"><f>A1</f><v>5</v></c>', set()),
        ('<c r="B3"><v></v></c>', set()),
        ('<c r="B3"/>', set()),
        ('<c r="B3" t="str"><f>A1</f></c>', {"B3"}),
    ],
)
def test_a_formula_without_a_value_is_named_by_its_cell(cell, uncomputed):
    assert marks(f'<row r="3">{cell}</row>').uncomputed == uncomputed


def test_a_formula_that_gives_an_empty_text_has_a_value():
    """As Excel writes =IF(A2="","",A2)."""
    assert marks('<row r="2"><c r="B2" t="str"><f>IF(A2="","",A2)</f><v></v></c></row>').uncomputed == set()


def test_cells_without_names_are_counted():
    assert marks('<row r="2"><c><v>1</v></c><c><f>A1</f></c></row>').uncomputed == {"B2"}


def test_an_entity_is_left_alone():
    head = '<!DOCTYPE a [<!ENTITY row SYSTEM "file:///etc/hostname">]>'
    assert marks('<row r="1" hidden="1"/>&row;', head=head) == Marks(hidden={0})


@pytest.mark.parametrize("text", ["", "<worksheet>", "没有"])
def test_what_is_no_xml_raises_what_the_reader_of_workbooks_expects(text):
    with pytest.raises(LxmlError):
        read_marks(BytesIO(text.encode()))


def test_an_area_that_is_none_raises_what_the_reader_of_workbooks_expects():
    with pytest.raises(ValueError, match="not a valid"):
        marks("", '<mergeCells><mergeCell ref="甲"/></mergeCells>')
