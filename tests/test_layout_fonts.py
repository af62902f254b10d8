"""layout.fonts: which script a character counts to, and what font files say of it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from fake_fonts import ELSEWHERE, NOWHERE, SECOND, FakeFonts, em
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from docgen.layout.fonts import FileFonts, font_of, is_east_asian
from docgen.page import Face

UNITS = 1000
ASCENT, DESCENT = 860, -140
WIDTHS = {"一": 1000, "a": 512, "镕": 990, " ": 250}


def write_font(path, chars):
    """A font of empty glyphs that are as wide as `WIDTHS` says."""
    names = {char: f"u{ord(char):04X}" for char in chars}
    builder = FontBuilder(UNITS, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap({ord(char): name for char, name in names.items()})
    builder.setupGlyf({name: TTGlyphPen(None).glyph() for name in (".notdef", *names.values())})
    widths = {name: (WIDTHS[char], 0) for char, name in names.items()}
    builder.setupHorizontalMetrics({".notdef": (UNITS, 0)} | widths)
    builder.setupHorizontalHeader(ascent=ASCENT, descent=DESCENT)
    builder.setupNameTable({"familyName": path.stem, "styleName": "Regular", "psName": path.stem})
    builder.setupOS2(sTypoAscender=ASCENT, sTypoDescender=DESCENT)
    builder.setupPost()
    builder.save(path)
    return Face(path.stem, str(path))


@dataclass(frozen=True)
class Answer:
    """What the search for font files gives."""

    faces: tuple[Face, ...]
    exact: bool = False
    why: str = "用免费字体代替"
    bold: bool = True
    slanted: bool = False
    alike: bool = True
    line: tuple[float, float] = (1.01, 0.29)


@pytest.fixture
def faces(tmp_path):
    return write_font(tmp_path / "Fang.ttf", "一a "), write_font(tmp_path / "Kai.ttf", "一镕")


@pytest.fixture
def typeface(faces):
    return FileFonts(lambda name, bold, italic: Answer(faces)).typeface("仿宋", False, False)


def test_measures_are_in_ems(typeface):
    assert [typeface.advance(char) for char in "一a "] == [1.0, 0.512, 0.25]
    assert (typeface.ascent, typeface.descent) == (0.86, 0.14)
    assert (typeface.above, typeface.below) == (1.01, 0.29)


def test_the_first_face_that_has_a_character_serves_it(typeface, faces):
    assert [typeface.serving(char) for char in "一a镕"] == [faces[0], faces[0], faces[1]]
    assert typeface.advance("镕") == 0.99


def test_a_character_that_no_face_has_is_as_wide_as_a_han_character(typeface):
    assert (typeface.serving("喆"), typeface.advance("喆")) == (None, 1.0)


def test_the_typeface_says_how_it_was_found(typeface, faces):
    told = (typeface.face, typeface.exact, typeface.why, typeface.bold, typeface.slanted)
    assert told == (faces[0], False, "用免费字体代替", True, False)


def test_a_name_is_looked_for_once_in_each_cut(faces):
    asked = []

    def serve(name, bold, italic):
        asked.append((name, bold, italic))
        return Answer(faces)

    fonts = FileFonts(serve)
    first = fonts.typeface("仿宋", False, False)
    assert fonts.typeface("仿宋", False, False) is first
    assert fonts.typeface("仿宋", True, False) is not first
    assert asked == [("仿宋", False, False), ("仿宋", True, False)]


def test_what_stood_in_for_typefaces_is_told_once(faces):
    def serve(name, bold, italic):
        return Answer(faces, exact=name == "仿宋", why=f"没有{name}", alike=name != "华文彩云")

    fonts = FileFonts(serve)
    for name in ("楷体", "仿宋", "华文彩云", "楷体"):
        fonts.typeface(name, False, False)
    fonts.typeface("楷体", True, False)
    assert fonts.substitutions() == (("没有楷体", True), ("没有华文彩云", False))


def test_a_font_file_is_opened_once(faces):
    assert font_of(faces[0]) is font_of(Face(faces[0].name, faces[0].path))


@pytest.mark.parametrize("char", "一㐀𠀀，。（）、！？：；《》「〔〕【〇々Ａ１～￥　ㄅ가﹏")
def test_chinese_characters_and_their_marks_are_east_asian_always(char):
    assert is_east_asian(char, False)
    assert is_east_asian(char, True)


@pytest.mark.parametrize("char", "“”‘’…—·×①○℃Ⅳ→■αЖ‰№")
def test_shared_marks_are_east_asian_where_the_run_hints_at_it(char):
    assert not is_east_asian(char, False)
    assert is_east_asian(char, True)


@pytest.mark.parametrize("char", "aZ09 .,:;!?()[]<>\"'-/@%&\u00a0")
def test_latin_letters_digits_and_ascii_marks_never_are(char):
    assert not is_east_asian(char, False)
    assert not is_east_asian(char, True)


def test_the_fake_fonts_measure_in_whole_and_half_ems():
    assert [em(char) for char in "大，“—…　a1 .@"] == [1.0] * 6 + [0.5] * 5
    typeface = FakeFonts().typeface("楷体", True, False)
    assert (typeface.face.name, typeface.bold, typeface.slanted) == ("楷体", True, False)
    assert {typeface.serving(char) for char in ELSEWHERE} == {SECOND}
    assert {typeface.serving(char) for char in NOWHERE} == {None}
