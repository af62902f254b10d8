"""Landscape pages (GB/T 9704-2012 8) measured on the ink: the sheet turned upright, the number where all pages have it."""

import pypdfium2
import pytest
from ink import DARK, DPI, MM, near
from samples import ROOT

from docgen.files import shelf_for
from docgen.pipeline import machine_fonts, make_notice

FILE = ROOT / "tests" / "cases" / "notices" / "横排.yaml"
FOOT = 264.0
"""Millimetres from the top of the upright sheet: text stands above, the page number below."""
UPRIGHT, LANDSCAPE = (1, 3, 6), (2, 4, 5)
"""Pages of the case; 4 begins with text, 2 and 5 with a table."""


@pytest.fixture(scope="module")
def made():
    return make_notice(FILE.read_bytes(), FILE.name, shelf_for(FILE), machine_fonts())


@pytest.fixture(scope="module")
def sheets(made):
    """The pages as they lie in the bound document: landscape ones turned against the clock."""
    with pypdfium2.PdfDocument(made.pdf) as read:
        pictures = [page.render(scale=DPI / 72).to_pil().convert("L") for page in read]
    dark = [picture.point(lambda value: 255 if value < DARK else 0) for picture in pictures]
    return {
        number: (each.rotate(90, expand=True) if each.width > each.height else each)
        for number, each in enumerate(dark, start=1)
    }


def ink(sheet, top, bottom):
    """(left, top, right, bottom) of the ink between two heights, in millimetres."""
    left, upper, right, lower = sheet.crop((0, round(top / MM), sheet.width, round(bottom / MM))).getbbox()
    return left * MM, top + upper * MM, right * MM, top + lower * MM


def number(sheet):
    return ink(sheet, FOOT, 297.0)


def text(sheet):
    return ink(sheet, 0.0, FOOT)


def test_three_of_six_pages_are_landscape(made):
    assert [page.width > page.height for page in made.pages.pages] == [False, True, False, True, True, False]


@pytest.mark.parametrize(("page", "other"), [(2, 6), (4, 6), (5, 3)])
def test_the_number_stands_where_upright_pages_of_that_side_have_it(page, other, sheets):
    assert number(sheets[page]) == tuple(near(edge) for edge in number(sheets[other]))


@pytest.mark.parametrize("page", LANDSCAPE)
def test_the_number_lies_seven_millimetres_below_the_type_area(page, sheets):
    _, top, _, bottom = number(sheets[page])
    assert (top + bottom) / 2 == near(269.0)


@pytest.mark.parametrize("page", [2, 5])
def test_the_head_of_a_page_is_the_left_edge_on_odd_and_even_pages(page, sheets):
    left, _, right, _ = text(sheets[page])
    assert left < 30
    assert right < 105


def test_the_first_line_begins_at_the_edge_of_the_type_area(sheets):
    assert text(sheets[4])[0] == near(26.1)


def test_the_binding_side_is_wider_by_two_millimetres(sheets):
    assert text(sheets[5])[0] - text(sheets[2])[0] == pytest.approx(1.9, abs=0.1)


@pytest.mark.parametrize("page", LANDSCAPE)
def test_lines_are_as_long_as_the_type_area_is_high(page, sheets):
    _, top, _, bottom = text(sheets[page])
    assert (top, bottom) == (near(36.0), near(261.0))


def test_no_page_begins_or_ends_beyond_the_type_area(sheets):
    for page in LANDSCAPE:
        assert text(sheets[page])[2] < 184.5


def test_the_imprint_ends_the_last_page_which_is_even_and_upright(made, sheets):
    assert made.pages.pages[-1].label == "6"
    assert text(sheets[6])[3] == near(262.0)


def test_it_is_made_without_a_warning(made):
    assert [each for each in made.diagnostics if each.severity.name != "NOTE"] == []
