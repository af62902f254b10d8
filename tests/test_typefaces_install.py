"""Fetching and converting free faces; packages, commands and fonts are made here, nothing is downloaded."""

from __future__ import annotations

import io
import os
import tarfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click
import pytest
from fontTools.pens.areaPen import AreaPen
from fontTools.ttLib import TTFont
from reportlab.pdfbase.ttfonts import TTFont as EmbeddedFont
from test_typefaces import EM, NOTO, Make, put

from docgen.typefaces import find_typefaces, install, kept_fonts
from docgen.typefaces.convert import truetype
from docgen.typefaces.fetch import LARGEST_MEMBER, FetchError, fetch_fandol, unpack
from docgen.typefaces.install import install_typefaces

FANDOL = tuple(
    Make(family, style, truetype=False)
    for family, style in (
        ("FandolSong", "Bold"),
        ("FandolFang", "Regular"),
        ("FandolKai", "Regular"),
        ("FandolHei", "Regular"),
        ("FandolSong", "Regular"),
    )
)
INSIDE = "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"


def cff(folder, make, name=""):
    """A font with PostScript outlines under its PostScript name."""
    (path,) = put(folder, make)
    return path.rename(folder / (name or f"{make.family}-{make.style}.otf"))


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A machine without fonts; the package of rare characters holds two tiny ones."""
    monkeypatch.setenv("DOCGEN_FONTS", str(tmp_path / "fonts"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    sources = [cff(tmp_path / "noto", Make(f"Noto{kind}SC", truetype=False)) for kind in ("Serif", "Sans")]
    monkeypatch.setattr(install, "RARE_SOURCES", tuple(sources))
    return tmp_path / "fonts"


@pytest.fixture
def in_threads(monkeypatch):
    """Conversions need no processes of their own where they are tiny."""
    monkeypatch.setattr(install, "ProcessPoolExecutor", lambda workers, mp_context: ThreadPoolExecutor(workers))


def fetched(folder):
    return {f"{make.family}-{make.style}": cff(folder, make) for make in FANDOL}


def no_network(folder):
    raise FetchError("没有网络")


def forbidden(folder):
    pytest.fail("went to the network")


def kept():
    return sorted(path.name for path in kept_fonts().glob("*.ttf"))


RARE_KEPT = ["NotoSansSC-Regular.ttf", "NotoSerifSC-Regular.ttf"]
ALL_KEPT = sorted([*(f"{make.family}-{make.style}.ttf" for make in FANDOL), *RARE_KEPT])


# converting


def test_a_converted_font_is_taken_by_the_pdf_library(tmp_path):
    path = tmp_path / "font.ttf"
    path.write_bytes(truetype(cff(tmp_path, FANDOL[1])))
    loaded = EmbeddedFont("FandolFang", str(path))
    assert loaded.face.charToGlyph[ord("一")]
    assert loaded.stringWidth("一", 10) == 10


def test_names_widths_and_outlines_are_those_of_the_source(tmp_path):
    source = cff(tmp_path, FANDOL[1])
    old, new = TTFont(source), TTFont(io.BytesIO(truetype(source)))
    glyph, drawn = old.getBestCmap()[ord("一")], new.getBestCmap()[ord("一")]
    before, after = AreaPen(), AreaPen()
    old.getGlyphSet()[glyph].draw(before)
    new.getGlyphSet()[drawn].draw(after)
    assert before.value == -after.value != 0
    assert new["hmtx"][drawn] == old["hmtx"][glyph] == (EM, 0)
    assert new["name"].getDebugName(6) == "FandolFang-Regular"


def test_the_same_source_gives_the_same_bytes(tmp_path):
    source = cff(tmp_path, FANDOL[0])
    assert truetype(source) == truetype(source)


def test_regular_and_bold_of_a_family_have_different_weights(tmp_path):
    bold = TTFont(cff(tmp_path, FANDOL[0]))
    bold["OS/2"].usWeightClass = 400
    bold.save(tmp_path / "light.otf")
    assert TTFont(io.BytesIO(truetype(tmp_path / "light.otf")))["OS/2"].usWeightClass == 700


def test_a_descent_above_the_baseline_is_turned_down(tmp_path):
    wrong = TTFont(cff(tmp_path, FANDOL[4]))
    wrong["hhea"].descent = wrong["OS/2"].sTypoDescender = 200
    wrong.save(tmp_path / "wrong.otf")
    made = TTFont(io.BytesIO(truetype(tmp_path / "wrong.otf")))
    assert made["hhea"].descent == made["OS/2"].sTypoDescender == -200


def test_ballot_boxes_are_made_of_the_box_and_a_mark(tmp_path):
    source = cff(tmp_path, Make("FandolFang", truetype=False, characters="□√×"))
    made = TTFont(io.BytesIO(truetype(source)))
    characters, glyphs = made.getBestCmap(), made["glyf"]
    assert [glyphs[characters[ord(sign)]].numberOfContours for sign in "□☐☑☒"] == [1, 1, 2, 2]
    assert made["hmtx"][characters[ord("☑")]] == made["hmtx"][characters[ord("□")]]


def test_a_font_without_a_box_gets_no_ballot_boxes(tmp_path):
    made = TTFont(io.BytesIO(truetype(cff(tmp_path, FANDOL[1]))))
    assert set(made.getBestCmap()) == {ord("一"), ord("A")}


def test_characters_beyond_the_basic_plane_are_kept(tmp_path):
    made = truetype(cff(tmp_path, Make("NotoSerifSC", truetype=False, characters="一𬱖")))
    (tmp_path / "made.ttf").write_bytes(made)
    assert EmbeddedFont("Noto", str(tmp_path / "made.ttf")).face.charToGlyph[ord("𬱖")]


# unpacking


def archive(*members: tuple[tarfile.TarInfo, bytes]) -> io.BytesIO:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as tar:
        for member, content in members:
            tar.addfile(member, io.BytesIO(content))
    stream.seek(0)
    return stream


def member(name, content=b"font"):
    info = tarfile.TarInfo(name)
    info.size = len(content)
    return info, content


def test_only_the_faces_are_unpacked(tmp_path):
    faces = unpack(
        archive(
            member(f"./{INSIDE}/FandolFang-Regular.otf"),
            member(f"./{INSIDE}/FandolBraille-Regular.otf"),
            member("./usr/share/doc/fandol/README"),
        ),
        tmp_path,
    )
    assert faces == {"FandolFang-Regular": tmp_path / "FandolFang-Regular.otf"}
    assert [path.name for path in tmp_path.iterdir()] == ["FandolFang-Regular.otf"]


def test_no_member_leaves_the_folder(tmp_path):
    inside = tmp_path / "inside"
    inside.mkdir()
    unpack(archive(member("../../fandol/FandolFang-Regular.otf"), member("/fandol/FandolKai-Regular.otf")), inside)
    assert sorted(path.name for path in inside.iterdir()) == ["FandolFang-Regular.otf", "FandolKai-Regular.otf"]
    assert list(tmp_path.iterdir()) == [inside]


def test_a_link_in_place_of_a_face_is_left_alone(tmp_path):
    link = tarfile.TarInfo("fandol/FandolFang-Regular.otf")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    assert unpack(archive((link, b"")), tmp_path) == {}


def test_a_face_of_unlikely_size_is_left_alone(tmp_path, monkeypatch):
    monkeypatch.setattr("docgen.typefaces.fetch.LARGEST_MEMBER", 3)
    assert LARGEST_MEMBER > 3
    assert unpack(archive(member("a/fandol/FandolFang-Regular.otf")), tmp_path) == {}


# fetching


def command(folder, name, script):
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


@pytest.fixture
def commands(tmp_path, monkeypatch):
    """A machine whose only commands are made by the test; `dpkg-deb` gives the package as it is."""
    folder = tmp_path / "bin"
    folder.mkdir()
    command(folder, "dpkg-deb", '/bin/cat "$2"')
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.fixture
def download(tmp_path):
    """A shell command that puts the package into the current folder."""
    package = tmp_path / "package"
    package.write_bytes(archive(member(f"{INSIDE}/FandolKai-Regular.otf")).getvalue())
    return f"/bin/cat {package} > texlive-lang-chinese_1_all.deb"


@pytest.fixture
def place(tmp_path):
    folder = tmp_path / "place"
    folder.mkdir()
    return folder


def test_the_package_is_downloaded_and_unpacked(commands, download, place):
    command(commands, "apt-get", download)
    assert list(fetch_fandol(place)) == ["FandolKai-Regular"]


def test_missing_package_lists_are_fetched_into_the_same_folder(commands, download, place):
    script = f"""case "$*" in
        *Dir::State={place}/state*update) : > lists;;
        *Dir::State={place}/state*download*) [ -e lists ] && {download};;
        *) echo 'E: Unable to locate package' >&2; exit 100;;
    esac"""
    command(commands, "apt-get", script)
    assert list(fetch_fandol(place)) == ["FandolKai-Regular"]


def test_without_a_network_the_last_complaint_is_told(commands, place):
    command(commands, "apt-get", "echo 'W: something' >&2; echo 'E: Temporary failure' >&2; exit 100")
    with pytest.raises(FetchError, match="没有取得 texlive-lang-chinese：E: Temporary failure"):
        fetch_fandol(place)


def test_a_spoilt_package_is_told(commands, download, place):
    command(commands, "apt-get", download)
    command(commands, "dpkg-deb", "echo nonsense")
    with pytest.raises(FetchError, match="失败"):
        fetch_fandol(place)


def test_a_machine_without_apt_is_told(commands, place):
    with pytest.raises(FetchError, match="没有 apt-get 命令"):
        fetch_fandol(place)


# installing


def test_a_fresh_machine_gets_all_faces_from_processes_of_their_own(machine, monkeypatch):
    seen = []
    lines = install_typefaces(lambda done, total, label: seen.append((done, total)), fetched)
    assert kept() == ALL_KEPT
    assert seen == [(number, 7) for number in range(8)]
    assert "仿宋：已备好 FandolFang-Regular" in lines
    assert len(lines) == 7
    assert "GPL" in (kept_fonts() / "LICENSE.txt").read_text()
    monkeypatch.setenv("DOCGEN_FONTS", str(kept_fonts()))
    assert find_typefaces().serve("方正小标宋简体").faces[0].name == "FandolSong Bold"


def test_a_second_run_does_nothing(machine, in_threads):
    install_typefaces(fetch=fetched)
    assert install_typefaces(fetch=forbidden) == ()


def test_a_run_that_was_cut_short_goes_on(machine, in_threads):
    install_typefaces(fetch=fetched)
    (kept_fonts() / "FandolKai-Regular.ttf").unlink()
    (kept_fonts() / "FandolHei-Regular.ttf").write_bytes(b"half a fi")
    assert install_typefaces(fetch=fetched) == ("楷体：已备好 FandolKai-Regular", "黑体：已备好 FandolHei-Regular")
    assert kept() == ALL_KEPT


def test_a_machine_with_all_faces_needs_no_network(machine, in_threads):
    offices = ("FZXiaoBiaoSong-B05S", "FangSong", "KaiTi", "SimHei", "SimSun")
    put(machine, *(Make(name) for name in offices), *NOTO)
    assert install_typefaces(fetch=forbidden) == ()
    assert kept() == []


def test_only_missing_classes_are_fetched(machine, in_threads):
    put(machine, *(Make(name) for name in ("FangSong", "KaiTi", "SimHei", "SimSun")), *NOTO)
    assert install_typefaces(fetch=fetched) == ("小标宋：已备好 FandolSong-Bold",)


def test_free_faces_that_lie_on_the_machine_are_converted_without_a_network(machine, in_threads):
    put(machine, *FANDOL)
    install_typefaces(fetch=forbidden)
    assert kept() == ALL_KEPT


def test_without_a_network_the_clerk_is_told_what_to_do(machine, in_threads):
    lines = install_typefaces(fetch=no_network)
    assert kept() == RARE_KEPT
    assert "仿宋：没有备好 FandolFang-Regular，没有网络" in lines
    assert lines[-1].startswith("缺小标宋、仿宋、楷体、黑体、宋体。请安装办公字体")
    assert str(kept_fonts()) in lines[-1]


def test_one_spoilt_face_does_not_stop_the_others(machine, in_threads):
    def spoilt(folder):
        faces = fetched(folder)
        faces["FandolFang-Regular"].write_bytes(b"OTTO nonsense")
        return faces

    lines = install_typefaces(fetch=spoilt)
    assert [name for name in ALL_KEPT if name not in kept()] == ["FandolFang-Regular.ttf"]
    assert any(line.startswith("仿宋：没有备好 FandolFang-Regular，转换失败") for line in lines)
    assert lines[-1].startswith("缺仿宋。")


def test_a_folder_that_cannot_be_written_is_told(machine, in_threads):
    kept_fonts().parent.parent.mkdir()
    kept_fonts().parent.write_text("a file where a folder is wanted")
    with pytest.raises(click.ClickException, match="不能写入字体文件夹"):
        install_typefaces(fetch=fetched)


def test_nothing_unfinished_is_left_behind(machine, in_threads):
    install_typefaces(fetch=fetched)
    assert sorted(os.listdir(kept_fonts())) == sorted([*ALL_KEPT, "LICENSE.txt"])
    assert not list(Path(kept_fonts()).glob(".*"))
