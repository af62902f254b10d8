"""Font files against fontTools: what docgen reads of them and the subsets it makes."""

from __future__ import annotations

import struct

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, TTLibError
from fontTools.ttLib.sfnt import SFNTReader
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

from docgen.fontfile import open_font, opened

UNITS = 2048
CHARS = "一二三大小公文 aA1。，（"
RARE = "\U00020bb7\U0002a6d6"


def box(width: int, height: int):
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for corner in ((0, height), (width, height), (width, 0)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


def composite(*parts: tuple[str, tuple[float, float, float, float, int, int]]):
    pen = TTGlyphPen(dict.fromkeys((part for part, _ in parts), None))
    for part, move in parts:
        pen.addComponent(part, move)
    return pen.glyph()


def write_font(path, chars=CHARS, *, name="DocFang-Regular", monospaced=False):
    """Every character is a box of its own size; 大 is composed of 一 twice, 公 of 大 and 二."""
    names = {char: f"u{ord(char):05X}" for char in chars}
    builder = FontBuilder(UNITS, isTTF=True)
    order = [".notdef", *names.values()]
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({ord(char): glyph for char, glyph in names.items()})
    outlines = {glyph: box(100 + 10 * at, 200 + at) for at, glyph in enumerate(order)}
    if {"一", "二", "大", "公"} <= set(chars):
        one, two, big = names["一"], names["二"], names["大"]
        outlines[big] = composite((one, (1, 0, 0, 1, 300, 7)), (one, (0.5, 0, 0, 0.5, 0, 0)))
        outlines[names["公"]] = composite((big, (1, 0.25, 0, 1, 1000, 9)), (two, (0.5, 0, 0, 0.75, 5, 5)))
    builder.setupGlyf(outlines)
    widths = [2048 if monospaced and at > 5 else 900 + at for at in range(len(order))]
    builder.setupHorizontalMetrics(
        {glyph: (width, at) for at, (glyph, width) in enumerate(zip(order, widths, strict=True))}
    )
    builder.setupHorizontalHeader(ascent=1800, descent=-248)
    builder.setupNameTable({"familyName": "Doc Fang", "styleName": "Regular", "psName": name})
    builder.setupOS2(sTypoAscender=1760, sTypoDescender=-288, sCapHeight=1433, usWeightClass=700)
    builder.setupPost(italicAngle=-11.5, isFixedPitch=1)
    builder.save(path)
    return builder.font


def drawn(font: TTFont, glyph: str):
    pen = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[glyph].draw(pen)
    return pen.value


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    path = tmp_path_factory.mktemp("fonts") / "fang.ttf"
    write_font(path)
    return path


def test_measures_are_in_thousandths_of_an_em(file):
    font = open_font(str(file), 0)
    measures = font.measures
    assert font.name == "DocFang-Regular"
    assert measures.ascent == pytest.approx(1760 / 2.048)
    assert measures.descent == pytest.approx(-288 / 2.048)
    assert measures.capitals == pytest.approx(1433 / 2.048)
    assert (measures.weight, measures.slope, measures.fixed) == (700, -11.5, True)
    head = TTFont(file)["head"]
    assert measures.box == pytest.approx([side / 2.048 for side in (head.xMin, head.yMin, head.xMax, head.yMax)])


def test_every_character_has_the_glyph_and_the_width_that_fonttools_finds(file):
    font, judge = open_font(str(file), 0), TTFont(file)
    for char, glyph in judge.getBestCmap().items():
        assert font.glyphs[char] == judge.getGlyphID(glyph)
        assert font.width(char) == pytest.approx(judge["hmtx"][glyph][0] / 2.048)
    assert [font.glyphs[ord(char)] for char in "镕\U00020000\uffff"] == [0, 0, 0]


def test_glyphs_behind_the_last_metric_share_its_width(tmp_path):
    write_font(tmp_path / "mono.ttf", monospaced=True)
    judge, font = TTFont(tmp_path / "mono.ttf"), open_font(str(tmp_path / "mono.ttf"), 0)
    assert judge["hhea"].numberOfHMetrics < judge["maxp"].numGlyphs
    assert [font.width(ord(char)) for char in "。，（"] == [1000.0] * 3
    subset = written(tmp_path, font.subset([font.glyphs[ord(char)] for char in "。一（"]))
    expected = [judge["hmtx"][f"u{ord(char):05X}"] for char in "。一（"]
    assert [subset["hmtx"][name] for name in subset.getGlyphOrder()[1:4]] == expected


def test_characters_beyond_the_first_plane_are_found(tmp_path):
    write_font(tmp_path / "rare.ttf", CHARS + RARE)
    judge, font = TTFont(tmp_path / "rare.ttf"), open_font(str(tmp_path / "rare.ttf"), 0)
    assert {table.format for table in judge["cmap"].tables} == {4, 12}
    for char, glyph in judge.getBestCmap().items():
        assert font.glyphs[char] == judge.getGlyphID(glyph)
    assert font.glyphs[ord(RARE[0]) + 1] == 0


def test_segments_that_lead_into_a_list_of_glyphs_are_followed(tmp_path):
    font = write_font(tmp_path / "base.ttf")
    shuffled = {0x4E00 + at: glyph for at, glyph in enumerate(reversed(font.getGlyphOrder()[1:]))}
    table = CmapSubtable.newSubtable(4)
    table.platformID, table.platEncID, table.language, table.cmap = (
        3,
        1,
        0,
        {**shuffled, 0x41: "u00061", 0x43: "u00041"},
    )
    font["cmap"].tables = [table]
    font.save(tmp_path / "shuffled.ttf")
    ours, judge = open_font(str(tmp_path / "shuffled.ttf"), 0), TTFont(tmp_path / "shuffled.ttf")
    ranges = struct.unpack_from(">4H", table.compile(font), 14 + 2 + 3 * 2 * 4)
    assert any(ranges)
    for char in range(0x10000):
        assert ours.glyphs[char] == judge.getGlyphID(judge.getBestCmap().get(char, ".notdef"))


@pytest.mark.parametrize(("there", "asked"), [(" ", 0xA0), ("\xa0", 0x20)])
def test_space_and_no_break_space_serve_for_each_other(tmp_path, there, asked):
    write_font(tmp_path / "blank.ttf", "一" + there)
    font = open_font(str(tmp_path / "blank.ttf"), 0)
    assert font.glyphs[asked] == font.glyphs[ord(there)] == 2


def test_a_subset_draws_its_glyphs_as_the_font_does_in_the_order_asked(file, tmp_path):
    font, judge = open_font(str(file), 0), TTFont(file)
    wanted = "公。aA大"
    subset = written(tmp_path, font.subset([font.glyphs[ord(char)] for char in wanted]))
    order = subset.getGlyphOrder()
    # 一 and 二 come along, for 大 and 公 are composed of them.
    assert len(order) == 1 + len(wanted) + 2
    for glyph, char in zip(order[1:], wanted, strict=False):
        assert drawn(subset, glyph) == drawn(judge, f"u{ord(char):05X}")
        assert subset["hmtx"][glyph] == judge["hmtx"][f"u{ord(char):05X}"]
    assert drawn(subset, order[0]) == drawn(judge, ".notdef")


def test_a_glyph_asked_for_twice_stands_twice(file, tmp_path):
    font = open_font(str(file), 0)
    subset = written(tmp_path, font.subset([font.glyphs[0x20], font.glyphs[0xA0]]))
    assert subset["maxp"].numGlyphs == 3


def test_the_sums_of_a_subset_are_right(file, tmp_path):
    font = open_font(str(file), 0)
    (tmp_path / "subset.ttf").write_bytes(font.subset([font.glyphs[ord(char)] for char in "公a"]))
    data = (tmp_path / "subset.ttf").read_bytes()
    assert sum(struct.unpack(f">{len(data) // 4}L", data)) & 0xFFFFFFFF == 0xB1B0AFBA
    with open(tmp_path / "subset.ttf", "rb") as opened_file:
        reader = SFNTReader(opened_file, checkChecksums=2)
        assert set(reader.keys()) == {"head", "hhea", "maxp", "hmtx", "loca", "glyf"}
        assert all(reader[tag] for tag in reader.tables)


def test_a_font_of_a_name_with_marks_that_a_pdf_forbids_gets_a_plain_one(tmp_path):
    write_font(tmp_path / "odd.ttf", name="Doc Fang(1)/粗")
    assert open_font(str(tmp_path / "odd.ttf"), 0).name == "DocFang1"


@pytest.mark.parametrize("tag", ["cmap", "glyf", "post", "OS/2"])
def test_a_font_without_a_table_that_is_needed_is_refused(tmp_path, tag):
    font = write_font(tmp_path / "whole.ttf")
    del font[tag]
    font.save(tmp_path / "torn.ttf", reorderTables=None)
    with pytest.raises(TTLibError):
        open_font(str(tmp_path / "torn.ttf"), 0)


def test_a_font_without_a_unicode_map_is_refused(tmp_path):
    font = write_font(tmp_path / "whole.ttf")
    font["cmap"].tables = font["cmap"].tables[:1]
    font["cmap"].tables[0].platformID, font["cmap"].tables[0].platEncID = 3, 3
    font.save(tmp_path / "gb.ttf")
    with pytest.raises(TTLibError):
        open_font(str(tmp_path / "gb.ttf"), 0)


def test_a_file_is_opened_once(file):
    assert opened(str(file), 0) is opened(str(file), 0)


def written(folder, data: bytes) -> TTFont:
    """A subset as fontTools reads it once what a PDF does without is back in place."""
    (folder / "subset.ttf").write_bytes(data)
    font = TTFont(folder / "subset.ttf")
    font.setGlyphOrder([".notdef", *(f"g{at}" for at in range(1, font["maxp"].numGlyphs))])
    return font
