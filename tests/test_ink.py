"""The numbers of GB/T 9704-2012 measured on the ink of rendered pages, not on what the engine believes."""

import pytest
from ink import Ink, near
from samples import ROOT

from docgen.files import shelf_for
from docgen.pipeline import machine_fonts, make_notice


@pytest.fixture(scope="module")
def pdfs():
    fonts = machine_fonts()
    made = {}
    for stem in ("大工办发〔2017〕31号", "大工发〔2018〕4号", "大工办发〔2017〕5号", "大连市总工会2012年工作要点"):
        file = ROOT / "content" / "notices" / f"{stem}.yaml"
        made[stem] = make_notice(file.read_bytes(), file.name, shelf_for(file), fonts).pdf
    return made


@pytest.mark.parametrize("stem", ["大工办发〔2017〕31号", "大工发〔2018〕4号"])
def test_the_head_stands_where_the_standard_says(stem, pdfs):
    mark, number, rule, title, title2, addressees = Ink(pdfs[stem], 1).strips[:6]
    assert mark[0] == near(72.0)
    assert number[0] - mark[1] == near(20.78)
    assert rule[0] - number[1] == near(4.0)
    assert (rule[2], rule[3]) == (near(28.0), near(184.0))
    assert title[0] - rule[1] == near(20.78)
    assert addressees[0] - title2[1] == near(10.39)


def test_the_lines_of_a_full_page_span_the_type_area(pdfs):
    strips = Ink(pdfs["大连市总工会2012年工作要点"], 4).strips
    lines = strips[:-1]
    assert len(lines) == 22
    assert (lines[0][0], lines[-1][1]) == (near(37.0), near(262.0))
    assert min(line[2] for line in lines) == near(26.0)


def test_pages_mirror_their_margins(pdfs):
    odd, even = (Ink(pdfs["大连市总工会2012年工作要点"], number).strips for number in (3, 4))
    assert min(line[2] for line in odd[:-1]) - min(line[2] for line in even[:-1]) == near(2.0)


def test_the_imprint_ends_on_the_foot_of_the_type_area(pdfs):
    first, last = (
        strip for strip in Ink(pdfs["大工办发〔2017〕5号"], 8).strips if strip[1] - strip[0] < 0.6 and strip[0] > 240
    )
    assert ((last[0] + last[1]) / 2, last[2], last[3]) == (near(262.0), near(26.0), near(182.0))
    assert last[1] - last[0] == pytest.approx(0.35, abs=0.1)
    assert first[1] - first[0] == pytest.approx(0.35, abs=0.1)


@pytest.mark.parametrize(("page", "side"), [(3, "right"), (4, "left")])
def test_page_numbers_stand_outside_seven_millimetres_below_the_type_area(page, side, pdfs):
    top, bottom, left, right = Ink(pdfs["大连市总工会2012年工作要点"], page).strips[-1]
    assert (top + bottom) / 2 == near(269.0)
    four = 14 * 25.4 / 72
    assert (right == near(184.0 - four)) if side == "right" else (left == near(26.0 + four))
