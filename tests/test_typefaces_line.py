"""typefaces.line: how much a line of a face takes, by its name or by its file."""

import pytest
from test_typefaces import Make, font, fonts, put, served

from docgen.typefaces.find import read_fonts
from docgen.typefaces.line import named_line

SONGTI = (pytest.approx(220 / 256 + 0.15), pytest.approx(36 / 256 + 0.15))
"""SimSun in Word: 1.3 times as high as its type."""

assert fonts


@pytest.mark.parametrize("name", ["宋体", "SimSun", "仿宋_GB2312", "楷体", "黑体", "方正小标宋简体", "@宋体"])
def test_office_faces_take_three_tenths_more_than_their_type(name):
    assert named_line(name) == SONGTI


@pytest.mark.parametrize(("name", "height"), [("Times New Roman", 1.15), ("Calibri", 1.22), ("微软雅黑", 1.716)])
def test_other_office_faces_have_the_line_of_word(name, height):
    assert sum(named_line(name)) == pytest.approx(height, abs=0.001)


def test_of_other_names_nothing_is_known():
    assert named_line("汉仪旗黑") is None


def write(path, pages, gap=0):
    made = font(Make("Face"))
    made["OS/2"].version, made["OS/2"].ulCodePageRange1, made["OS/2"].ulCodePageRange2 = 1, pages, 0
    made["hhea"].lineGap = gap
    made.save(path)
    (entry,) = read_fonts(str(path))
    return pytest.approx((entry.above, entry.below))


@pytest.mark.parametrize("page", [17, 18, 19, 20])
def test_a_file_for_an_east_asian_script_has_leading_all_around_and_no_line_gap(tmp_path, page):
    assert write(tmp_path / "a.ttf", 1 << page, gap=200) == (1.03, 0.27)


def test_a_latin_file_has_its_line_gap_above(tmp_path):
    assert write(tmp_path / "a.ttf", 1, gap=200) == (1.08, 0.12)


def test_a_line_is_that_of_the_name_whatever_serves_it(fonts):
    put(fonts, Make("FandolSong"))
    assert served("宋体").line == SONGTI
    assert served("某某宋").line == pytest.approx((0.88, 0.12))
