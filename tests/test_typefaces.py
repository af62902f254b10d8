"""Which font file serves which typeface; the fonts are tiny ones built here."""

from __future__ import annotations

import json
import os
import struct
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from msgspec.structs import asdict

from docgen.typefaces import MissingTypefaces, class_of, find, find_typefaces, report
from docgen.typefaces.catalogue import DESIGNS, TYPEFACES, fold, likely_class
from docgen.typefaces.find import index_fonts, read_fonts
from docgen.typefaces.folders import font_folders, system_folders, write_whole

EM = 1000
RESTRICTED = 0x0002
NO_SUBSETTING = 0x0100
EDITABLE = 0x0008


@dataclass(frozen=True)
class Make:
    """What a test font is to be."""

    family: str
    style: str = "Regular"
    chinese: str = ""
    full: str = ""
    postscript: str = ""
    truetype: bool = True
    licence: int = 0
    characters: str = "一A"


def square(pen):
    pen.moveTo((0, 0))
    pen.lineTo((0, 500))
    pen.lineTo((500, 500))
    pen.lineTo((500, 0))
    pen.closePath()
    return pen


def outlines(builder, names, truetype):
    if truetype:
        builder.setupGlyf({name: square(TTGlyphPen(None)).glyph() for name in names})
    else:
        builder.setupCFF(names[1], {}, {name: square(T2CharStringPen(EM, None)).getCharString() for name in names}, {})


def font(make: Make) -> TTFont:
    characters = {ord(character): f"uni{ord(character):04X}" for character in make.characters}
    names = [".notdef", *characters.values()]
    bold, italic = "Bold" in make.style, "Italic" in make.style
    builder = FontBuilder(EM, isTTF=make.truetype)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(characters)
    outlines(builder, names, make.truetype)
    builder.setupHorizontalMetrics(dict.fromkeys(names, (EM, 0)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable(
        {
            "familyName": {"en": make.family, **({"zh-Hans": make.chinese} if make.chinese else {})},
            "styleName": make.style,
            "fullName": make.full or f"{make.family} {make.style}".removesuffix(" Regular"),
            "psName": make.postscript or f"{make.family}-{make.style}".replace(" ", ""),
        }
    )
    builder.setupOS2(fsType=make.licence, fsSelection=bold << 5 | italic, usWeightClass=700 if bold else 400)
    builder.setupPost(keepGlyphNames=False)
    builder.font["head"].macStyle = bold | italic << 1
    return builder.font


def put(folder: Path, *makes: Make) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, make in enumerate(makes):
        path = folder / f"{make.family}-{make.style}-{number}{'.ttf' if make.truetype else '.otf'}".replace(" ", "")
        font(make).save(path)
        paths.append(path)
    return paths


FANDOL = (
    Make("FandolSong", "Bold"),
    Make("FandolFang R", postscript="FandolFang-Regular"),
    Make("FandolKai"),
    Make("FandolHei"),
    Make("FandolSong"),
)
NOTO = (Make("Noto Serif SC", characters="一镕"), Make("Noto Sans SC", characters="一镕"))


@pytest.fixture
def fonts(tmp_path, monkeypatch):
    """The only folder with fonts; what docgen keeps is elsewhere."""
    folder = tmp_path / "fonts"
    folder.mkdir()
    monkeypatch.setenv("DOCGEN_FONTS", str(folder))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return folder


def served(name, **cut):
    return find_typefaces().serve(name, **cut)


# the catalogue


@pytest.mark.parametrize(
    ("name", "typeface"),
    [
        ("方正小标宋简体", "小标宋"),
        ("FZXBSJW--GB1-0", "小标宋"),
        ("华文中宋", "小标宋"),
        ("仿宋_GB2312", "仿宋"),
        ("仿宋", "仿宋"),
        ("fang song", "仿宋"),
        ("楷体_GB2312", "楷体"),
        ("KAITI", "楷体"),
        ("@黑体", "黑体"),
        ("SimHei", "黑体"),
        ("ＳｉｍＳｕｎ", "宋体"),
        ("新宋体", "宋体"),
        ("FandolSong", "宋体"),
        ("FandolSong-Bold", "小标宋"),
        ("Times New Roman", None),
        ("微软雅黑", None),
    ],
)
def test_a_known_name_has_a_class(name, typeface):
    assert class_of(name) == typeface


@pytest.mark.parametrize(
    ("name", "typeface"),
    [
        ("微软雅黑", "黑体"),
        ("Arial", "黑体"),
        ("等线", "黑体"),
        ("文鼎小标宋简", "小标宋"),
        ("方正仿宋_GB18030", "仿宋"),
        ("经典楷体简", "楷体"),
        ("Times New Roman", "宋体"),
        ("隶书", "宋体"),
    ],
)
def test_an_unknown_name_is_taken_for_the_class_its_wording_betrays(name, typeface):
    assert likely_class(name) == typeface


def test_no_name_belongs_to_two_designs():
    names = [fold(name) for design in DESIGNS for name in {fold(name) for name in design.names}]
    assert len(names) == len(set(names))


def test_every_class_has_a_design_for_its_free_face_and_ranks_all_the_others():
    for typeface in TYPEFACES:
        assert class_of(typeface.free) == typeface.name
        assert {typeface.name, *typeface.likeness} == {other.name for other in TYPEFACES}


# finding fonts


def test_a_font_is_known_by_its_names_in_all_languages(fonts):
    put(fonts, Make("FZXiaoBiaoSong-B05S", chinese="方正小标宋简体", postscript="FZXBSJW--GB1-0"))
    (entry,) = index_fonts([fonts], fonts.parent)
    assert entry.families == ("方正小标宋简体", "FZXiaoBiaoSong-B05S")
    assert "FZXBSJW--GB1-0" in entry.fulls
    assert entry.label == "方正小标宋简体"
    assert entry.truetype
    assert entry.embeddable


def test_fonts_of_subfolders_are_found_and_other_files_left_alone(fonts):
    put(fonts / "a" / "b", Make("SimSun"))
    (fonts / "readme.txt").write_text("SimSun")
    assert [entry.families for entry in index_fonts([fonts], fonts.parent)] == [("SimSun",)]


def test_postscript_outlines_cannot_be_embedded(fonts):
    put(fonts, Make("FandolFang", truetype=False))
    (entry,) = index_fonts([fonts], fonts.parent)
    assert not entry.truetype
    assert not entry.embeddable


def test_a_licence_that_forbids_embedding_is_heeded(fonts):
    put(fonts, Make("A", licence=RESTRICTED), Make("B", licence=NO_SUBSETTING), Make("C", licence=EDITABLE))
    assert [entry.embeddable for entry in index_fonts([fonts], fonts.parent)] == [False, False, True]


def test_each_font_of_a_collection_is_an_entry(fonts):
    collection = TTCollection()
    collection.fonts = [font(Make("SimSun", chinese="宋体")), font(Make("NSimSun", chinese="新宋体"))]
    collection.save(fonts / "simsun.ttc")
    entries = index_fonts([fonts], fonts.parent)
    assert [(entry.index, entry.label, entry.embeddable) for entry in entries] == [
        (0, "宋体", True),
        (1, "新宋体", True),
    ]
    assert served("新宋体").faces[0].index == 1


@pytest.mark.parametrize("content", [b"", b"no font", b"ttcf", b"OTTO\x00\x01", b"\x00\x01\x00\x00" + b"\xff" * 99])
def test_a_file_that_is_no_font_is_skipped(fonts, content):
    (fonts / "broken.ttf").write_bytes(content)
    put(fonts, Make("SimSun"))
    assert served("宋体").faces[0].name == "SimSun"


def test_a_font_cut_short_at_any_byte_raises_nothing(fonts):
    (path,) = put(fonts, Make("SimSun", chinese="宋体"))
    whole = path.read_bytes()
    for length in range(0, len(whole), 7):
        path.write_bytes(whole[:length])
        read_fonts(str(path))


def test_a_font_with_any_byte_spoilt_raises_nothing(fonts):
    (path,) = put(fonts, Make("SimSun", chinese="宋体"))
    whole = path.read_bytes()
    for place in range(0, len(whole), 5):
        path.write_bytes(whole[:place] + struct.pack("B", whole[place] ^ 0xFF) + whole[place + 1 :])
        read_fonts(str(path))


def test_a_folder_that_does_not_exist_holds_no_fonts(tmp_path):
    assert index_fonts([tmp_path / "nowhere"], tmp_path) == ()


# remembering


def test_a_file_name_that_is_no_text_is_remembered(fonts, monkeypatch):
    (path,) = put(fonts, Make("SimSun"))
    os.rename(path, os.fsencode(fonts) + b"/\xcb\xce.ttf")
    first = index_fonts([fonts], fonts.parent)
    monkeypatch.setattr(find, "read_fonts", lambda path: pytest.fail(f"opened {path}"))
    assert index_fonts([fonts], fonts.parent) == first


def test_a_second_run_opens_no_font_file(fonts, monkeypatch):
    put(fonts, *FANDOL)
    (fonts / "broken.ttf").write_bytes(b"broken")
    first = index_fonts([fonts], fonts.parent)
    monkeypatch.setattr(find, "read_fonts", lambda path: pytest.fail(f"opened {path}"))
    assert index_fonts([fonts], fonts.parent) == first


def test_a_changed_file_is_read_again_and_a_removed_one_forgotten(fonts):
    changed, removed = put(fonts, Make("SimSun"), Make("SimHei"))
    index_fonts([fonts], fonts.parent)
    font(Make("SimSun", chinese="宋体")).save(changed)
    removed.unlink()
    assert [entry.label for entry in index_fonts([fonts], fonts.parent)] == ["宋体"]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"version": 1}', b'{"version": 0, "files": {}}', b'{"version": 1, "files": {"a": 1}}'],
)
def test_a_broken_memory_is_made_anew(fonts, content):
    put(fonts, Make("SimSun"))
    index_fonts([fonts], fonts.parent)
    (memory,) = fonts.parent.glob("*.json")
    memory.write_bytes(content)
    assert [entry.label for entry in index_fonts([fonts], fonts.parent)] == ["SimSun"]
    assert json.loads(memory.read_bytes())["version"] == find.INDEX_VERSION


def test_a_memory_that_cannot_be_written_is_no_obstacle(fonts):
    put(fonts, Make("SimSun"))
    nowhere = fonts.parent / "file"
    nowhere.write_text("a file where a folder is wanted")
    assert len(index_fonts([fonts], nowhere)) == 1


def test_a_warm_memory_answers_at_once(fonts):
    (path,) = put(fonts, Make("SimSun"))
    for number in range(300):
        (fonts / f"{number}.ttf").write_bytes(path.read_bytes())
    index_fonts([fonts], fonts.parent)
    begun = time.perf_counter()
    assert len(index_fonts([fonts], fonts.parent)) == 301
    assert time.perf_counter() - begun < 0.25


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path, monkeypatch):
    target = tmp_path / "font.ttf"
    write_whole(target, b"old")

    def full_disk(self, place):
        raise OSError("no space")

    monkeypatch.setattr(Path, "replace", full_disk)
    with pytest.raises(OSError, match="no space"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


# folders


def test_the_variable_replaces_all_other_folders(fonts):
    assert font_folders() == (fonts,)


def test_without_the_variable_the_kept_fonts_count_too(fonts, monkeypatch):
    monkeypatch.delenv("DOCGEN_FONTS")
    monkeypatch.setattr("docgen.typefaces.folders.sys.platform", "linux")
    assert font_folders()[-1].name == "fonts"
    assert Path("/usr/share/fonts") in font_folders()


def test_each_platform_has_its_folders(tmp_path):
    home = tmp_path
    windows = system_folders("win32", {"WINDIR": "D:/Win", "LOCALAPPDATA": "D:/Local"}, home)
    assert windows == (Path("D:/Win/Fonts"), Path("D:/Local/Microsoft/Windows/Fonts"))
    assert home / "Library" / "Fonts" in system_folders("darwin", {}, home)
    linux = system_folders("linux", {"XDG_DATA_DIRS": "/opt/share:/usr/share"}, home)
    assert {Path("/opt/share/fonts"), home / ".local/share/fonts", home / ".fonts"} <= set(linux)
    assert len(linux) == len(set(linux))


# serving


def test_the_very_name_is_served_by_itself(fonts):
    put(fonts, *FANDOL, Make("FZXiaoBiaoSong-B05S", chinese="方正小标宋简体"))
    found = served("方正小标宋简体")
    assert found.faces[0].name == "方正小标宋简体"
    assert found.exact
    assert found.why == "本机有方正小标宋简体"


def test_another_name_of_the_same_design_is_exact(fonts):
    put(fonts, Make("FangSong", chinese="仿宋"))
    found = served("仿宋_GB2312")
    assert found.exact
    assert found.why == "本机没有仿宋_GB2312，用同一设计的仿宋代替"


def test_of_two_names_of_a_design_the_one_asked_for_is_taken(fonts):
    put(fonts, Make("FangSong", chinese="仿宋"), Make("FangSong_GB2312", chinese="仿宋_GB2312"))
    assert served("仿宋").faces[0].name == "仿宋"
    assert served("仿宋_GB2312").faces[0].name == "仿宋_GB2312"


def test_free_faces_stand_in_for_office_faces(fonts):
    put(fonts, *FANDOL)
    found = served("方正小标宋简体")
    assert found.faces[0].name == "FandolSong Bold"
    assert not found.exact
    assert found.alike
    assert not found.bold
    assert found.why == "本机没有方正小标宋简体，用 FandolSong Bold 代替"


def test_office_faces_come_before_free_ones(fonts):
    put(fonts, *FANDOL, Make("STFangsong", chinese="华文仿宋"))
    assert served("仿宋_GB2312").faces[0].name == "华文仿宋"


def test_the_five_classes_have_five_files(fonts):
    put(fonts, *FANDOL, *NOTO)
    typefaces = find_typefaces()
    files = {typefaces.serve(name).faces[0].path for typeface in TYPEFACES for name in typeface.asked}
    assert len(files) == len(TYPEFACES)


def test_a_bold_file_alone_does_not_pass_for_the_regular_one(fonts):
    put(fonts, Make("FandolSong", "Bold"), NOTO[0])
    found = served("宋体")
    assert found.faces[0].name == "Noto Serif SC"
    assert not found.alike


def test_a_missing_class_is_said_loudly(fonts):
    put(fonts, Make("SimSun", chinese="宋体"))
    found = served("仿宋_GB2312")
    assert found.faces[0].name == "宋体"
    assert not found.exact
    assert not found.alike
    assert found.why.startswith("本机没有任何仿宋字体，仿宋_GB2312只得用宋体顶替，字样不对")


def test_a_missing_title_face_is_thickened(fonts):
    put(fonts, NOTO[0])
    found = served("方正小标宋简体")
    assert found.bold
    assert found.bold_fallbacks


def test_a_bold_cut_is_used_where_there_is_one(fonts):
    put(fonts, *FANDOL)
    found = served("宋体", bold=True)
    assert found.faces[0].name == "FandolSong Bold"
    assert not found.bold
    assert found.bold_fallbacks


def test_a_cut_that_does_not_exist_has_to_be_synthesised(fonts):
    put(fonts, *FANDOL)
    found = served("仿宋_GB2312", bold=True, italic=True)
    assert found.faces[0].name == "FandolFang R"
    assert found.bold
    assert found.slanted


def test_a_bold_italic_without_its_cut_starts_from_the_bold_one(fonts):
    put(fonts, *FANDOL, Make("Times New Roman"), Make("Times New Roman", "Bold"))
    found = served("Times New Roman", bold=True, italic=True)
    assert found.faces[0].name == "Times New Roman Bold"
    assert not found.bold
    assert found.slanted


def test_a_family_without_a_class_is_served_by_itself_in_the_right_cut(fonts):
    put(fonts, *FANDOL, Make("Calibri"), Make("Calibri", "Bold Italic"))
    found = served("calibri", bold=True, italic=True)
    assert found.exact
    assert found.faces[0].name == "Calibri Bold Italic"
    assert found.faces[1].name == "FandolHei"


@pytest.mark.parametrize(("name", "face"), [("Calibri", "FandolHei"), ("Times New Roman", "FandolSong")])
def test_an_absent_family_without_a_class_is_served_by_hei_or_song(fonts, name, face):
    put(fonts, *FANDOL)
    found = served(name)
    assert found.faces[0].name == face
    assert not found.exact
    assert found.why == f"本机没有 {name}，用 {face} 代替"


@pytest.mark.parametrize(
    ("name", "after"),
    [
        ("仿宋_GB2312", ["Noto Serif SC", "Noto Sans SC", "FandolSong", "FandolKai"]),
        ("黑体", ["Noto Sans SC", "Noto Serif SC", "FandolSong Bold", "FandolSong"]),
    ],
)
def test_rare_characters_come_from_the_most_alike_face(fonts, name, after):
    put(fonts, *FANDOL, *NOTO, Make("Symbola"))
    names = [face.name for face in served(name).faces]
    assert names[1:5] == after
    assert names[-1] == "Symbola"
    assert len(names) == len(set(names))


def test_other_faces_of_the_class_come_before_those_for_rare_characters(fonts):
    put(fonts, *FANDOL, *NOTO, Make("FangSong", chinese="仿宋"))
    assert [face.name for face in served("仿宋").faces[:3]] == ["仿宋", "FandolFang R", "Noto Serif SC"]


def test_a_face_that_cannot_be_embedded_serves_nothing(fonts):
    put(fonts, *FANDOL, Make("FangSong", chinese="仿宋", truetype=False))
    found = served("仿宋")
    assert found.faces[0].name == "FandolFang R"
    assert found.why.startswith("本机的仿宋不能嵌入 PDF")


def test_the_same_question_has_the_same_answer(fonts):
    put(fonts, *FANDOL)
    typefaces = find_typefaces()
    assert typefaces.serve("黑体") is typefaces.serve("黑体")


def test_a_machine_without_chinese_fonts_is_told_what_to_do(fonts):
    put(fonts, Make("DejaVu Sans"))
    with pytest.raises(MissingTypefaces, match=r"docgen fonts install.*make fonts") as raised:
        find_typefaces()
    assert "DOCGEN_FONTS" in raised.value.message


# the report


def test_the_report_has_a_row_for_each_class_and_each_face_for_rare_characters(fonts):
    put(fonts, *FANDOL, *NOTO)
    rows = report(find_typefaces())
    assert [row.typeface for row in rows] == ["小标宋", "仿宋", "楷体", "黑体", "宋体", "生僻字", "生僻字"]
    assert [row.covered for row in rows] == [1] * 7
    assert rows[5].characters == 2
    assert rows[1].face == "FandolFang R"
    json.dumps([asdict(row) for row in rows])
