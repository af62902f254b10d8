"""The DOCX for screens."""

import pytest
from ink import Ink, near
from samples import ROOT

from docgen.files import shelf_for
from docgen.pipeline import PAPER, Edition, machine_fonts, make_notice

STEM = "大工办发〔2017〕5号"
IMPRINT_PAGE = 8


@pytest.fixture(scope="module")
def made():
    fonts, file = machine_fonts(), ROOT / "content" / "notices" / f"{STEM}.yaml"
    return {
        edition: make_notice(file.read_bytes(), file.name, shelf_for(file), fonts, edition)
        for edition in (PAPER, Edition(screen=True))
    }


def left_edges(pdf, number):
    return min(strip[2] for strip in Ink(pdf, number).strips if strip[0] < 250)


def test_even_pages_have_the_margins_of_odd_ones(made):
    paper, screen = (each.pdf for each in made.values())
    assert left_edges(screen, 2) - left_edges(paper, 2) == pytest.approx(2.0, abs=0.2)
    assert left_edges(screen, 3) == pytest.approx(left_edges(paper, 3), abs=0.01)


def test_the_imprint_moves_with_its_page(made):
    rules = Ink(made[Edition(screen=True)].pdf, IMPRINT_PAGE).rules
    assert len(rules) == 2
    for rule in rules:
        assert (rule[2], rule[3]) == (near(28.0), near(184.0))


def test_the_lines_stay_the_same(made):
    paper, screen = (
        [(item.text, item.y) for page in each.pages.pages for item in page.texts] for each in made.values()
    )
    assert paper == screen


def test_landscape_pages_have_the_margins_and_the_number_of_odd_ones():
    file = ROOT / "tests" / "cases" / "notices" / "横排.yaml"
    made = make_notice(file.read_bytes(), file.name, shelf_for(file), machine_fonts(), Edition(screen=True))
    even, upright, odd = (made.pages.pages[at] for at in (1, 5, 4))
    starts = [min(item.y for item in page.texts if item.style.startswith("表")) for page in (even, odd)]
    assert starts[0] == pytest.approx(starts[1], abs=0.1)
    turned = next(item for item in even.texts if item.style == "双页码")
    plain = next(item for item in upright.texts if item.style == "双页码")
    assert turned.y == pytest.approx(plain.x, abs=0.1)
