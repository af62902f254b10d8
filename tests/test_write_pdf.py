"""The PDF writer against PDFium: what another program reads and paints is what PAGES said."""

from __future__ import annotations

import ctypes
import re
import shutil
import subprocess
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace
from PIL import Image

from docgen.page import Bookmark, Face, Fill, Info, Item, Page, Pages, Picture, Rule, Stack, Text, Turning
from docgen.write import MissingGlyphError, UnreadablePictureError, write_pdf, write_stack

EM = 2048
"""Units of the test font: not 1000, so that a rounded width would show."""

HAN = "关于做好年度工作的通知镕喆玥𠮷〇“”—…（）。，　"
LATIN = "abc 123.-"
LATIN_WIDTH = 1031
"""About half an em, and no whole number of thousandths."""

TRUETYPE = b"\x00\x01\x00\x00"
"""How a TrueType font begins."""

A4 = (595.276, 841.89)
TOLERANCE = 0.002
"""Points: the numbers of a content stream have four decimals, PDFium's are single precision."""

DOTS = 2
"""Pixels per point in rendered pages."""


class Glyph(Struct, frozen=True):
    """A character that PDFium found; y runs down from the upper edge."""

    char: str
    x: float
    y: float


def build_font(name: str, chars: str) -> TTFont:
    """A font whose glyphs are black boxes, from the baseline up to 0.7 em."""
    pen = TTGlyphPen(None)
    for corner in ((200, 0), (200, 1434), (900, 1434), (900, 0)):
        (pen.moveTo if corner == (200, 0) else pen.lineTo)(corner)
    pen.closePath()
    box, blank = pen.glyph(), TTGlyphPen(None).glyph()
    names = {ord(char): f"u{ord(char):05X}" for char in chars}
    builder = FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names.values()])
    # NBSP shares the glyph of the space, as in every real font.
    builder.setupCharacterMap(names | {0xA0: names[ord(" ")]})
    builder.setupGlyf({".notdef": box} | {n: blank if chr(c) in " 　" else box for c, n in names.items()})
    widths = {n: (LATIN_WIDTH if chr(c) in LATIN else EM, 200) for c, n in names.items()}
    builder.setupHorizontalMetrics({".notdef": (EM, 200)} | widths)
    builder.setupHorizontalHeader(ascent=1800, descent=-248)
    builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": f"{name}-Regular"})
    builder.setupOS2(sTypoAscender=1800, sTypoDescender=-248)
    builder.setupPost()
    return builder.font


@pytest.fixture(scope="module")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fonts")
    first, second = build_font("DocFang", HAN + LATIN), build_font("DocKai", LATIN + "楷")
    first.save(folder / "fang.ttf")
    second.save(folder / "kai.ttf")
    collection = TTCollection()
    collection.fonts = [first, second]
    collection.save(folder / "both.ttc")
    return folder


@pytest.fixture(scope="module")
def fang(fonts: Path) -> Face:
    return Face("测试仿宋", str(fonts / "fang.ttf"))


@pytest.fixture(scope="module")
def kai(fonts: Path) -> Face:
    return Face("测试楷体", str(fonts / "kai.ttf"))


def pages_of(*items: Item, **kwargs) -> Pages:
    return Pages((Page(*A4, 1, "1", items),), **kwargs)


def line(face: Face, text: str = "关于", **kwargs) -> Text:
    """A text item with the width that layout would give it."""
    size, spacing = kwargs.get("size", 16.0), kwargs.get("spacing", 0.0)
    advances = [size * (LATIN_WIDTH / EM if char in LATIN or char == "\xa0" else 1) for char in text]
    width = sum(advances) + spacing * (len(text) - 1)
    return Text(**{"x": 80.0, "y": 100.0, "width": width, "text": text, "face": face, "size": size} | kwargs)


def glyphs(data: bytes, page: int = 0) -> list[Glyph]:
    """The characters of a page in the order of the file, those that PDFium made up left out."""
    document = pypdfium2.PdfDocument(data)
    text = document[page].get_textpage()
    height = document[page].get_height()
    found = []
    for index in range(pdfium.FPDFText_CountChars(text)):
        if pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        unit = pdfium.FPDFText_GetUnicode(text, index)
        if 0xDC00 <= unit < 0xE000:  # the second half of a UTF-16 pair
            found[-1] = replace(found[-1], char=chr(0x10000 + (ord(found[-1].char) - 0xD800) * 0x400 + unit - 0xDC00))
            continue
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        found.append(Glyph(chr(unit), x.value, height - y.value))
    return found


def copied(data: bytes, page: int = 0) -> str:
    return "".join(glyph.char for glyph in glyphs(data, page))


def painted(pages: Pages) -> Image.Image:
    return pypdfium2.PdfDocument(write_pdf(pages))[0].render(scale=DOTS, draw_annots=False).to_pil().convert("RGB")


def pixel(image: Image.Image, x: float, y: float) -> tuple[int, ...]:
    """The colour at a place in points."""
    return image.getpixel((round(x * DOTS), round(y * DOTS)))


def ink(image: Image.Image) -> int:
    """How dark a page is."""
    return sum(255 * count - value * count for value, count in enumerate(image.convert("L").histogram()))


def streams(data: bytes) -> bytes:
    """Everything compressed in the file, unpacked."""
    packed = re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL)
    return b"\n".join(zlib.decompressobj().decompress(stream) for stream in packed if is_zlib(stream))


def is_zlib(stream: bytes) -> bool:
    """RFC 1950, 2.2: the method is 8, and the two bytes of the head are a multiple of 31."""
    return stream[0] & 0x0F == 8 and int.from_bytes(stream[:2]) % 31 == 0


def image_bytes(image: Image.Image, kind: str = "PNG") -> bytes:
    buffer = BytesIO()
    image.save(buffer, kind)
    return buffer.getvalue()


def test_every_glyph_stands_where_its_item_puts_it(fang):
    text = line(fang, "关于a b　1", spacing=-0.25)
    found = glyphs(write_pdf(pages_of(text)))
    x = text.x
    for glyph, char in zip(found, text.text, strict=True):
        assert glyph.char == char
        assert glyph.x == pytest.approx(x, abs=TOLERANCE)
        assert glyph.y == pytest.approx(text.y, abs=TOLERANCE)
        x += line(fang, char).width + text.spacing


@pytest.mark.parametrize("spacing", [0.0, -0.25, 1.5])
def test_the_last_glyph_ends_where_the_width_of_the_item_says(fang, spacing):
    text = line(fang, "做好2 1年度 abc工作" * 3, spacing=spacing)
    last = glyphs(write_pdf(pages_of(text)))[-1]
    assert last.x + line(fang, last.char).width == pytest.approx(text.x + text.width, abs=TOLERANCE)


@pytest.mark.parametrize("turned", [0, 1])
def test_stretched_glyphs_keep_their_places_and_letter_spacing(fang, turned):
    text = replace(line(fang, "关于关"), scale=0.5, spacing=3.0, turned=turned, y=400.0)
    found = glyphs(write_pdf(pages_of(text)))
    along = [glyph.y if turned else glyph.x for glyph in found]
    assert [place - along[0] for place in along] == pytest.approx([0.0, 11.0, 22.0], abs=TOLERANCE)


def test_a_stretched_glyph_is_as_wide_as_its_stretch(fang):
    wide, narrow = (ink(painted(pages_of(replace(line(fang, "关于"), scale=scale)))) for scale in (1.0, 0.5))
    assert narrow / wide == pytest.approx(0.5, abs=0.05)


def test_letter_spacing_ends_with_its_item(fang):
    found = glyphs(write_pdf(pages_of(line(fang, "关于", spacing=3), line(fang, "关于", y=200.0))))
    assert found[3].x - found[2].x == pytest.approx(16, abs=TOLERANCE)


def test_text_is_copied_as_it_was_written_rare_characters_included(fang):
    text = "“镕喆玥”—…𠮷〇　a b"
    assert copied(write_pdf(pages_of(line(fang, text)))) == text


def test_two_characters_with_one_glyph_are_copied_apart_and_keep_their_widths(fang):
    data = write_pdf(pages_of(line(fang, "a b\xa0c")))
    assert b"<00a0>" in streams(data)
    assert glyphs(data)[-1].x == pytest.approx(80 + 4 * 16 * LATIN_WIDTH / EM, abs=TOLERANCE)


def test_items_are_read_in_their_order(fang, kai):
    items = [line(fang, "通知"), line(kai, "楷", y=130.0), line(fang, "工作", y=160.0), line(kai, "a", y=190.0)]
    assert copied(write_pdf(pages_of(*items))) == "通知楷工作a"


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.sampled_from(HAN.replace("　", "") + "abc123"), min_size=1, max_size=30))
def test_any_text_the_face_covers_comes_back(fang, text):
    assert copied(write_pdf(pages_of(line(fang, text)))) == text


def test_a_character_that_the_face_lacks_is_an_error_and_never_a_box(kai):
    with pytest.raises(MissingGlyphError, match=r"测试楷体.*通.*U\+901A"):
        write_pdf(pages_of(line(kai, "通")))


def test_after_an_error_the_next_document_is_whole(kai):
    with pytest.raises(MissingGlyphError):
        write_pdf(pages_of(line(kai, "楷通")))
    assert copied(write_pdf(pages_of(line(kai, "a楷")))) == "a楷"


def test_turned_text_runs_down_the_page_with_glyphs_on_their_right_side(fang):
    text = line(fang, "关于", x=300.0, y=400.0, turned=1)
    first, second = glyphs(write_pdf(pages_of(text)))
    assert (first.x, first.y) == pytest.approx((300, 400), abs=TOLERANCE)
    assert (second.x, second.y) == pytest.approx((300, 416), abs=TOLERANCE)
    image = painted(pages_of(text))
    assert pixel(image, 305, 405) == (0, 0, 0)
    assert pixel(image, 295, 405) == (255, 255, 255)


def test_text_turned_the_other_way_runs_up_the_page(fang):
    text = line(fang, "关于", x=300.0, y=400.0, turned=-1)
    first, second = glyphs(write_pdf(pages_of(text)))
    assert (first.x, first.y) == pytest.approx((300, 400), abs=TOLERANCE)
    assert (second.x, second.y) == pytest.approx((300, 384), abs=TOLERANCE)
    image = painted(pages_of(text))
    assert pixel(image, 295, 395) == (0, 0, 0)
    assert pixel(image, 305, 395) == (255, 255, 255)


def test_a_bold_text_is_darker_and_stands_where_the_plain_one_does(fang):
    plain, bold = line(fang, "关于"), line(fang, "关于", bold=True)
    assert glyphs(write_pdf(pages_of(bold))) == glyphs(write_pdf(pages_of(plain)))
    assert 1.05 < ink(painted(pages_of(bold))) / ink(painted(pages_of(plain))) < 1.4


def test_bold_ends_with_its_item_and_takes_no_dashes_from_a_rule(fang):
    rule = Rule(80, 50, 500, 50, 1, dashes=(1, 4))
    bold, plain = line(fang, bold=True), line(fang, y=200.0)
    apart = ink(painted(pages_of(rule))) + ink(painted(pages_of(bold))) + ink(painted(pages_of(plain)))
    assert ink(painted(pages_of(rule, bold, plain))) == apart


def test_a_slanted_text_leans_to_the_right_on_its_baseline(fang):
    image = painted(pages_of(line(fang, "关", size=100.0, y=300.0, slanted=True)))
    left_foot, right_foot = 80 + 9.8, 80 + 43.9
    assert pixel(image, left_foot + 3, 298) == (0, 0, 0)
    assert pixel(image, left_foot + 3, 233) == (255, 255, 255)
    assert pixel(image, right_foot + 11, 233) == (0, 0, 0)
    assert pixel(image, right_foot + 11, 298) == (255, 255, 255)


@pytest.mark.parametrize(("color", "seen"), [("000000", (0, 0, 0)), ("FF0000", (255, 0, 0)), ("1F4E79", (31, 78, 121))])
def test_colours_are_painted_as_asked(fang, color, seen):
    text = line(fang, "关", size=100.0, y=300.0, color=color)
    image = painted(pages_of(text, Rule(80, 400, 500, 400, 10, color), Fill(80, 500, 100, 100, color)))
    assert [pixel(image, 110, 260), pixel(image, 300, 400), pixel(image, 130, 550)] == [seen] * 3


def test_black_is_printed_with_black_ink_alone(fang):
    items = (line(fang, bold=True), Rule(80, 400, 500, 400, 1), Fill(80, 500, 100, 100, "DDDDDD"))
    # What stands before the font: its bytes, the time it was made among them, spell anything.
    page = streams(write_pdf(pages_of(*items))).partition(TRUETYPE)[0]
    assert not re.search(rb"\b(rg|RG|k|K)\b", page)
    assert b"0 g" in page
    assert b"0 G" in page


def test_a_rule_is_centred_on_its_line_and_ends_at_its_ends():
    image = painted(pages_of(Rule(100, 200, 300, 200, 4)))
    inside = [(100.5, 198.5), (299, 201), (200, 200)]
    outside = [(98.5, 200), (301, 200), (200, 197), (200, 202.5)]
    assert {pixel(image, *place) for place in inside} == {(0, 0, 0)}
    assert {pixel(image, *place) for place in outside} == {(255, 255, 255)}


def test_dashes_leave_gaps_and_the_next_rule_is_solid():
    image = painted(pages_of(Rule(100, 200, 300, 200, 4, dashes=(10, 20)), Rule(100, 250, 300, 250, 4)))
    assert [pixel(image, x, 200) for x in (105, 115, 125, 135)] == [(0,) * 3, (255,) * 3, (255,) * 3, (0,) * 3]
    assert {pixel(image, x, 250) for x in (105, 115, 125, 135)} == {(0, 0, 0)}


def test_a_fill_covers_its_rectangle_only():
    image = painted(pages_of(Fill(100, 200, 50, 30, "DDDDDD")))
    assert pixel(image, 101, 201) == pixel(image, 149, 229) == (0xDD,) * 3
    assert pixel(image, 99, 201) == pixel(image, 101, 199) == pixel(image, 151, 231) == (255,) * 3


def test_later_items_cover_earlier_ones():
    image = painted(pages_of(Fill(100, 200, 50, 50, "FF0000"), Fill(100, 200, 50, 50, "0000FF")))
    assert pixel(image, 120, 220) == (0, 0, 255)


@pytest.fixture
def quarters() -> Image.Image:
    """Red above left, green above right, blue below left, transparent below right."""
    image = Image.new("RGBA", (40, 40), (255, 0, 0, 255))
    image.paste((0, 255, 0, 255), (20, 0, 40, 20))
    image.paste((0, 0, 255, 255), (0, 20, 20, 40))
    image.paste((0, 0, 0, 0), (20, 20, 40, 40))
    return image


CORNERS = [(110, 210), (190, 210), (110, 240), (190, 240)]


def test_a_picture_fills_its_rectangle_upright_with_its_transparency(quarters):
    image = painted(pages_of(Fill(0, 0, 600, 800, "FFFF00"), Picture(100, 200, 100, 50, image_bytes(quarters))))
    assert [pixel(image, *place) for place in CORNERS] == [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0)]


@pytest.mark.parametrize("mode", ["RGB", "P", "L", "LA", "1", "CMYK", "I;16"])
def test_pictures_of_every_mode_are_painted(quarters, mode):
    shades = Image.new("L", (40, 40), 255)
    shades.paste(0, (20, 0, 40, 20))
    kind = "TIFF" if mode == "CMYK" else "PNG"
    if mode == "I;16":
        source = Image.new("I;16", (40, 40), 65535)
        source.paste(0, (20, 0, 40, 20))
    else:
        source = shades.convert("RGB").convert(mode)
    image = painted(pages_of(Picture(100, 200, 100, 50, image_bytes(source, kind))))
    assert [pixel(image, *place)[0] > 127 for place in CORNERS] == [True, False, True, True]


def test_a_jpeg_goes_into_the_file_as_it_is(quarters):
    data = image_bytes(quarters.convert("RGB"), "JPEG")
    assert data in write_pdf(pages_of(Picture(100, 200, 100, 50, data)))


def test_a_picture_used_often_is_in_the_file_once(quarters):
    data = image_bytes(quarters.convert("RGB"))
    often = Pages(tuple(Page(*A4, n, str(n), (Picture(100, 200, 100, 50, data),) * 3) for n in (1, 2)))
    assert write_pdf(often).count(b"/Subtype /Image") == 1


@pytest.mark.parametrize(
    "data", [b"", b"no picture", b"\xd7\xcd\xc6\x9a" + bytes(60), b"\x89PNG\r\n\x1a\n" + bytes(20)]
)
def test_bytes_that_are_no_picture_are_refused_by_name(data):
    with pytest.raises(UnreadablePictureError, match="图片无法读取"):
        write_pdf(pages_of(Picture(0, 0, 10, 10, data)))


def test_bookmarks_nest_and_a_skipped_level_closes_up(fang):
    outline = (
        Bookmark("标题", 0, 1, 90),
        Bookmark("一、跳级", 2, 1, 120),
        Bookmark("二、同级", 1, 2, 50),
        Bookmark("附件", 0, 2, 300),
    )
    data = write_pdf(Pages(tuple(Page(*A4, n, str(n), (line(fang),)) for n in (1, 2)), outline))
    found = [(mark.get_title(), mark.level, mark.get_dest()) for mark in pypdfium2.PdfDocument(data).get_toc()]
    assert [(title, level) for title, level, _ in found] == [
        ("标题", 0),
        ("一、跳级", 1),
        ("二、同级", 1),
        ("附件", 0),
    ]
    assert [dest.get_index() for _, _, dest in found] == [0, 0, 1, 1]
    assert [A4[1] - dest.get_view()[1][1] for _, _, dest in found] == pytest.approx([90, 120, 50, 300], abs=0.01)


def test_the_counts_of_an_open_outline_are_those_of_all_descendants(fang):
    outline = tuple(Bookmark(str(n), level, 1, 0) for n, level in enumerate([0, 1, 2, 1, 0]))
    counts = re.findall(rb"/Count (\d+)", write_pdf(pages_of(line(fang), outline=outline)))
    assert sorted(map(int, counts)) == [0, 0, 0, 1, 1, 3, 5]  # a 1 is the page tree's


def test_document_information_is_written_in_chinese_and_nothing_is_invented(fang):
    info = Info("关于通知", "大连市总工会", "", "办实事，征集")
    found = pypdfium2.PdfDocument(write_pdf(pages_of(line(fang), info=info))).get_metadata_dict(skip_empty=True)
    assert found == {"Title": "关于通知", "Author": "大连市总工会", "Keywords": "办实事，征集", "Producer": "docgen"}


def test_the_moment_is_the_date_of_creation_in_utc(fang):
    found = pypdfium2.PdfDocument(write_pdf(pages_of(line(fang)), 1_500_000_000.7)).get_metadata_dict()
    assert found["CreationDate"] == found["ModDate"] == "D:20170714024000Z"


def test_the_document_speaks_chinese_and_shows_its_title(fang):
    data = write_pdf(pages_of(line(fang)))
    assert b"/Lang (zh-CN)" in data
    assert b"/DisplayDocTitle true" in data
    assert data.startswith(b"%PDF-1.4")


@pytest.mark.parametrize(
    "labels", [["1", "2", "3"], ["5", "6", "7"], ["", "1", "2"], ["封面", "封面", "1"], ["3", "1", "2"]]
)
def test_page_labels_are_what_is_printed(fang, labels):
    pages = tuple(Page(*A4, n, label, (line(fang),)) for n, label in enumerate(labels, 1))
    document = pypdfium2.PdfDocument(write_pdf(Pages(pages)))
    shown = [document.get_page_label(index) for index in range(3)]
    assert shown == (["", "", ""] if labels == ["1", "2", "3"] else labels)


def test_every_page_has_its_own_size(fang):
    pages = (Page(595.276, 841.89, 1, "1", (line(fang),)), Page(841.89, 595.276, 2, "2", (line(fang),)))
    document = pypdfium2.PdfDocument(write_pdf(Pages(pages)))
    assert document[0].get_size() == pytest.approx((595.276, 841.89), abs=0.001)
    assert document[1].get_size() == pytest.approx((841.89, 595.276), abs=0.001)
    assert glyphs(write_pdf(Pages(pages)), 1)[0].y == pytest.approx(100, abs=TOLERANCE)


def test_a_blank_page_is_a_page():
    data = write_pdf(Pages((Page(*A4, 1, "1", ()), Page(*A4, 2, "2", ()))))
    assert len(pypdfium2.PdfDocument(data)) == 2


def test_every_font_is_embedded_under_its_own_name(fang, kai):
    data = write_pdf(pages_of(line(fang), line(kai, "楷")))
    names = re.findall(rb"/FontName /(\S+)", data)
    assert [re.fullmatch(rb"[A-Z]{6}\+(\S+)", name)[1] for name in names] == [b"DocFang-Regular", b"DocKai-Regular"]
    assert data.count(b"/FontFile2") == 2
    assert b"Helvetica" not in data


def test_more_than_256_characters_of_a_face_are_one_font(tmp_path):
    chars = "".join(map(chr, range(0x4E00, 0x4E00 + 700)))
    build_font("DocMany", chars + LATIN).save(tmp_path / "many.ttf")
    text = line(Face("多字", str(tmp_path / "many.ttf")), chars, size=0.5)
    data = write_pdf(pages_of(text))
    assert copied(data) == chars
    assert data.count(b"/FontFile2") == 1
    assert glyphs(data)[-1].x == pytest.approx(text.x + text.width - 0.5, abs=TOLERANCE)


def test_a_font_of_a_collection_is_found_by_its_index(fonts):
    faces = [Face("册", str(fonts / "both.ttc"), index) for index in (0, 1)]
    data = write_pdf(pages_of(line(faces[0], "关"), line(faces[1], "楷", y=200.0)))
    assert copied(data) == "关楷"
    assert re.findall(rb"/FontName /\w{6}\+(\S+)", data) == [b"DocFang-Regular", b"DocKai-Regular"]


def test_two_names_of_one_file_share_a_font(fang):
    data = write_pdf(pages_of(line(fang, "关"), line(replace(fang, name="别名"), "于", y=200.0)))
    assert data.count(b"/FontFile2") == 1


def test_the_same_pages_give_the_same_bytes_whatever_was_written_before(fang, kai, monkeypatch):
    pages = pages_of(line(fang, "关于通知"), line(kai, "楷ab", y=200.0), info=Info("关于"))
    first = write_pdf(pages, 1e9)
    write_pdf(pages_of(line(kai, "cba"), line(fang, "知通于关", y=200.0)))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")
    assert write_pdf(pages, 1e9) == first


def test_different_texts_have_different_identifiers_and_font_tags(fang):
    one, other = (write_pdf(pages_of(line(fang, text))) for text in ("关于", "通知"))
    for pattern in (rb"/ID\s+\[<(\w+)>", rb"/FontName /(\w{6})\+"):
        assert re.search(pattern, one)[1] != re.search(pattern, other)[1]


def test_nothing_of_this_machine_is_in_the_file(fang, fonts):
    data = write_pdf(pages_of(line(fang)))
    for part in (str(fonts), "fang.ttf"):
        assert part.encode() not in data + streams(data)


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
def test_qpdf_finds_nothing_wrong(fang, kai, quarters, tmp_path):
    items = (line(fang), line(kai, "楷", bold=True), Rule(1, 1, 9, 9, 1), Picture(0, 0, 9, 9, image_bytes(quarters)))
    pages = Pages((Page(*A4, 1, "3", items),), (Bookmark("关于", 0, 1, 0),), Info("关于"))
    (tmp_path / "x.pdf").write_bytes(write_pdf(pages, 0.0))
    found = subprocess.run(["qpdf", "--check", tmp_path / "x.pdf"], capture_output=True, text=True, check=False)
    assert (found.returncode, found.stderr) == (0, "")


def test_clipped_text_shows_only_in_its_box_and_is_still_found(fang):
    text = line(fang, "关于", x=100.0, y=120.0)
    data = write_pdf(pages_of(replace(text, clip=(100.0, 100.0, 16.0, 30.0))))
    image = painted(pages_of(replace(text, clip=(100.0, 100.0, 16.0, 30.0))))
    assert copied(data) == "关于"
    assert ink(image) < ink(painted(pages_of(text)))


def test_pages_are_written_as_they_come_and_forgotten(fang: Face) -> None:
    out, written = BytesIO(), []

    def sheets() -> Iterator[Page]:
        for number in range(1, 4):
            written.append(out.tell())
            yield Page(*A4, number, str(number), (line(fang),))

    write_stack(Stack(sheets()), out)
    assert written[0] < written[1] < written[2] < out.tell()
    assert len(pypdfium2.PdfDocument(out.getvalue())) == 3


@pytest.mark.parametrize(
    ("turning", "preset"),
    [
        (Turning.UNSAID, pdfium.DuplexUndefined),
        (Turning.NONE, pdfium.Simplex),
        (Turning.LONG_EDGE, pdfium.DuplexFlipLongEdge),
        (Turning.SHORT_EDGE, pdfium.DuplexFlipShortEdge),
    ],
)
def test_the_print_dialog_is_preset_to_how_sheets_are_turned(fang: Face, turning: Turning, preset: int) -> None:
    out = BytesIO()
    write_stack(Stack((Page(*A4, 1, "1", (line(fang),)),), turning=turning), out)
    assert pdfium.FPDF_VIEWERREF_GetDuplex(pypdfium2.PdfDocument(out.getvalue()).raw) == preset
