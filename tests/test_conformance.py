"""The conformance harness itself: what it must notice, and what it must not."""

from __future__ import annotations

import json
import re
import shutil
from io import BytesIO
from pathlib import Path

import click
import pytest
from conformance import __main__ as command
from conformance import libreoffice, office_fonts, validators
from conformance.build import build
from conformance.compare import Comparison, compare, plain
from conformance.documents import DOCUMENTS
from conformance.expected import Expected, read_expected
from docx import Document
from docx.oxml.ns import qn
from docx_files import docx_file
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from reportlab.pdfgen.canvas import Canvas
from samples import ROOT

from docgen.page import Face

TOP = 800
PITCH = 29.5


def pdf(*pages: list[tuple[float, float, str]], font: str = "Helvetica") -> bytes:
    """Pages of texts at x, y; y runs down from `TOP`."""
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for page in pages:
        canvas.setFont(font, 12)
        for x, y, text in page:
            canvas.drawString(x, TOP - y, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def column(*texts: str, top: float = 0.0) -> list[tuple[float, float, str]]:
    return [(80, top + PITCH * row, text) for row, text in enumerate(texts)]


def shares(result: Comparison) -> tuple[int, int, int]:
    """Lines, equal ones, and those of them on the same level."""
    return result.lines, len(result.pairs), result.level


def test_a_document_agrees_with_itself_wholly():
    document = pdf(column("one", "two", "two"), column("three"))
    result = compare(document, document)
    assert (result.our_pages, result.their_pages, shares(result)) == (2, 2, (4, 4, 4))
    assert result.worst == []


def test_a_changed_line_is_reported_from_both_sides():
    result = compare(pdf(column("one", "two", "three")), pdf(column("one", "tow", "three")))
    assert shares(result) == (3, 2, 2)
    assert result.worst == ["第1页 71.4 只在 docgen：two", "第1页 71.4 只在 LibreOffice：tow"]


def test_a_word_on_the_next_line_makes_two_lines_unequal():
    result = compare(pdf(column("one two", "three")), pdf(column("one", "two three")))
    assert shares(result) == (2, 0, 0)


def test_a_moved_line_is_reported():
    result = compare(pdf(column("one", "two", "three", "four")), pdf(column("two", "three", "four", "one")))
    assert shares(result)[:2] == (4, 3)
    assert sum("one" in text for text in result.worst) == 2


def test_a_line_on_another_page_is_not_equal():
    result = compare(pdf(column("one", "two"), column("three")), pdf(column("one"), column("two", "three")))
    assert shares(result)[:2] == (3, 2)


def test_a_page_more_is_counted_with_its_lines():
    result = compare(pdf(column("one"), column("two", "three")), pdf(column("one")))
    assert (result.our_pages, result.their_pages, shares(result)) == (2, 1, (3, 1, 1))


@pytest.mark.parametrize(("lower", "level"), [(0.0, 1), (0.9, 1), (-0.9, 1), (1.1, 0), (-1.1, 0)])
def test_a_baseline_counts_only_within_a_point(lower, level):
    result = compare(pdf(column("one", top=10 + lower)), pdf(column("one", top=10)))
    assert shares(result) == (1, 1, level)
    assert result.pairs[0].lower == pytest.approx(lower, abs=0.01)
    assert len(result.worst) == 1 - level


def test_displaced_lines_are_listed_the_furthest_first():
    ours = [(80, 2, "one"), (80, 50, "two"), (83, 107, "three")]
    result = compare(pdf(ours), pdf([(80, 0, "one"), (80, 50, "two"), (80, 100, "three")]))
    assert result.worst == ["第1页 低 +7.00 右 +3.00：three", "第1页 低 +2.00 右 +0.00：one"]


def test_spaces_do_not_matter_nor_how_a_line_is_cut_into_pieces():
    pieces = [(80, 0, "one"), (140, 0, "two"), (180, 0, "three")]
    assert shares(compare(pdf(pieces), pdf([(80, 0, "one   two three")]))) == (1, 1, 1)


def test_the_order_of_drawing_does_not_matter():
    cells = [(80, 0, "left"), (200, 0, "right"), (80, 30, "below")]
    assert shares(compare(pdf(cells), pdf(cells[::-1]))) == (2, 2, 2)


@pytest.mark.parametrize("step", [0.4, 1.95, 2.05, 8.0])
def test_cells_side_by_side_are_cut_alike_though_baselines_differ_by_a_rounding(step):
    ours = [(80, 100, "name"), (200, 100 + step, "post")]
    theirs = [(80, 100.06, "name"), (200, 99.98 + step, "post")]
    result = compare(pdf(ours), pdf(theirs))
    assert len(result.pairs) == result.lines == result.level


@pytest.mark.parametrize("step", [1.95, 2.05])
def test_a_rounding_at_the_very_limit_does_not_make_lines_unequal(step):
    ours, theirs = ([(80, 100, "name"), (200, 100 + gap, "post")] for gap in (step, 4 - step))
    result = compare(pdf(ours), pdf(theirs))
    assert len(result.pairs) == result.lines


def turned(x: float, *, text: str = "down", slope: float = 0.0, turn: int = 270) -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.drawString(80, 400, "upright")
    canvas.saveState()
    canvas.translate(x, 500)
    canvas.rotate(turn)
    canvas.skew(0, slope)
    canvas.drawString(0, 0, text)
    canvas.restoreState()
    canvas.save()
    return buffer.getvalue()


def test_turned_text_is_a_line_of_its_own_and_its_place_is_compared():
    assert shares(compare(turned(300), turned(300))) == (2, 2, 2)
    assert shares(compare(turned(300), turned(303))) == (2, 2, 1)
    assert shares(compare(turned(300), turned(300, text="town"))) == (2, 1, 1)


def test_slanted_text_is_not_turned():
    result = compare(turned(300, slope=-12, turn=0), turned(300, turn=0))
    assert shares(result) == (2, 2, 2)


def test_radicals_are_taken_for_the_characters_they_look_like_and_nothing_else_changes():
    assert [plain(char) for char in "⼀⽂一（Ａ"] == ["一", "文", "一", "（", "Ａ"]


def test_a_font_that_only_one_has_is_reported_without_its_subset_tag():
    result = compare(pdf(column("one")), pdf(column("one"), font="Courier"))
    assert result.worst == ["字体只在 LibreOffice：Courier", "字体只在 docgen：Helvetica"]


def test_empty_pages_agree():
    assert shares(compare(pdf([], []), pdf([], []))) == (0, 0, 0)


GOOD = (pdf(column("one", "two")),) * 2
OTHER_TEXT = (pdf(column("one", "two")), pdf(column("one", "tow")))
LOWER = (pdf(column("one", "two")), pdf([(80, 0, "one"), (80, 33, "two")]))
LONGER = (pdf(column("one"), []), pdf(column("one")))


@pytest.mark.parametrize(
    ("pair", "reasons"), [(GOOD, []), (OTHER_TEXT, ["相同行"]), (LOWER, ["基线"]), (LONGER, ["页数不同"])]
)
def test_a_document_fails_by_pages_by_lines_or_by_baselines(pair, reasons):
    found = command.shortfalls([compare(*pair)])
    assert [reason.split(" ")[0] for reason in found] == reasons


def test_one_bad_document_is_not_hidden_by_many_good_ones(capsys):
    results = {f"{number}": compare(*GOOD) for number in range(200)}
    results["坏"] = compare(*OTHER_TEXT)
    assert command.print_comparisons(results, {}, 5) == ["坏 相同行 50.00%，应不低于 99.5%"]
    assert "  50.00%  100.00%  坏" in capsys.readouterr().out


def test_a_long_list_of_differences_is_shortened():
    assert command.shortened(["x"] * 5) == ["x"] * 5
    assert command.shortened(["x"] * 9) == ["x"] * 5 + ["……另有 4 处不同"]


def test_a_document_is_chosen_by_a_part_of_its_name():
    assert command.chosen(["通知-1"]) == ["通知-1页"]
    assert len(command.chosen([])) > 30
    with pytest.raises(click.ClickException, match="没有名称含有“无此”或“也无”的文件"):
        command.chosen(["无此", "也无"])


def test_a_document_is_built_with_its_pdf_and_its_warnings(tmp_path, monkeypatch):
    monkeypatch.setitem(DOCUMENTS, "试验", lambda: docx_file("<w:p><w:r><w:t>字</w:t><w:nonsense/></w:r></w:p>"))
    ((document, warnings),) = build(["试验"], tmp_path)
    assert document.read_bytes().startswith(b"PK")
    assert document.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
    assert ["nonsense" in warning for warning in warnings] == [True]


def test_a_document_that_docgen_cannot_lay_out_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(DOCUMENTS, "试验", lambda: b"PK")
    with pytest.raises(click.ClickException, match="没有排出“试验”"):
        list(build(["试验"], tmp_path))


def test_every_document_is_the_same_file_twice():
    for name in ("通知-2页", "空白-大连市基层工会“双创”成果立项申报表", "表格-合并", "默认模板-图片"):
        assert DOCUMENTS[name]() == DOCUMENTS[name]()


def test_expected_differences_are_set_aside_but_not_one_more():
    result = compare(pdf(column("one", "two", "three")), pdf(column("one", "tow", "there")))
    assert command.shortfalls([result], [Expected(foreign=2)]) == []
    assert [reason.split(" ")[0] for reason in command.shortfalls([result], [Expected(foreign=1)])] == ["相同行"]
    lower = compare(*LOWER)
    assert command.shortfalls([lower], [Expected(displaced=1)]) == []


def test_an_expected_difference_that_is_gone_is_a_failure():
    assert command.stale(compare(*OTHER_TEXT), Expected(foreign=1)) == []
    (reason,) = command.stale(compare(*GOOD), Expected(foreign=1))
    assert "只有 0、0 行" in reason


def test_different_pages_are_set_aside_only_where_so_many_are_expected():
    assert command.shortfalls([compare(*LONGER)], [Expected(9, 9)]) == ["页数不同 2/1"]
    assert command.shortfalls([compare(*LONGER)], [Expected(pages=1)]) == []
    assert command.shortfalls([compare(*GOOD)], [Expected(pages=1)]) == ["页数不同 1/1"]


def test_a_page_left_empty_shifts_nothing():
    ours = pdf(column("one"), [], column("two"))
    assert shares(compare(ours, pdf(column("one"), column("two")))) == (2, 2, 2)


def test_leaders_are_ink_not_text():
    assert shares(compare(pdf([(80, 0, "one"), (200, 0, "two")]), pdf([(80, 0, "one.......two")]))) == (1, 1, 1)


def test_each_expected_difference_names_a_document_a_reason_and_a_section_of_the_docs():
    headings = re.findall(r"^### (.+)$", (ROOT / "docs" / "word-features.md").read_text("utf-8"), re.MULTILINE)
    for name, known in read_expected().items():
        assert name in DOCUMENTS
        assert known.foreign or known.displaced or known.pages
        assert known.reason
        assert known.section in headings


def write_docx(path: Path, *typefaces: str) -> Path:
    document = Document()
    for name in typefaces:
        run = document.add_paragraph().add_run("字")
        run.font.name = name
        run.element.rPr.rFonts.set(qn("w:eastAsia"), name)
    document.save(str(path))
    return path


def test_all_typeface_names_of_the_documents_are_found_and_no_languages(tmp_path):
    files = [write_docx(tmp_path / "a.docx", "仿宋_GB2312"), write_docx(tmp_path / "b.docx", "甲&乙", "黑体")]
    names = office_fonts.typeface_names(files)
    assert {"仿宋_GB2312", "甲&乙", "黑体"} < set(names)
    assert not {name for name in names if name.startswith(("en-", "ja-", "zh-"))}


def test_a_renamed_font_keeps_its_glyphs_and_its_postscript_name(tmp_path):
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "one"])
    builder.setupCharacterMap({0x4E00: "one"})
    builder.setupGlyf({name: TTGlyphPen(None).glyph() for name in (".notdef", "one")})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "one": (1000, 0)})
    builder.setupHorizontalHeader()
    builder.setupNameTable({"familyName": "FandolSong", "styleName": "Bold", "psName": "FandolSong-Bold"})
    builder.setupOS2(usWeightClass=700)
    builder.setupPost()
    builder.save(tmp_path / "bold.ttf")
    copy = tmp_path / "copy.ttf"
    office_fonts.write_renamed(
        Face("FandolSong Bold", str(tmp_path / "bold.ttf")), "方正小标宋简体", (1.01, 0.29), copy
    )
    font = TTFont(copy)
    assert [font["name"].getDebugName(part) for part in (1, 2, 6)] == ["方正小标宋简体", "Regular", "FandolSong-Bold"]
    assert (font["OS/2"].usWeightClass, font["hmtx"]["one"][0]) == (400, 1000)
    assert (font["hhea"].ascent, font["hhea"].descent, font["OS/2"].usWinAscent) == (1010, -290, 1010)
    assert (font["vmtx"]["one"][0], font["VORG"].defaultVertOriginY) == (1000, 0)


OFFICE = """#!/bin/sh
# Converts only the first file, but never one that holds the word bad.
while [ "$1" != --outdir ]; do shift; done
grep -q bad "$3" || cp "$3" "$2/$(basename "$3" .docx).pdf"
"""


@pytest.fixture
def careless_office(tmp_path, monkeypatch):
    """A LibreOffice that drops all but the first file of a batch without a word."""
    program = tmp_path / "office"
    program.write_text(OFFICE)
    program.chmod(0o755)
    monkeypatch.setattr(libreoffice, "PROGRAMS", (str(program),))
    monkeypatch.setattr(libreoffice, "write_fonts", lambda documents, folder: folder)


def test_documents_that_libreoffice_drops_are_converted_on_their_own(tmp_path, careless_office):
    documents = [tmp_path / f"{name}.docx" for name in "甲乙丙"]
    for document in documents:
        document.write_text(document.stem)
    made = libreoffice.convert(documents, tmp_path / "out")
    assert [pdf.read_text() for pdf in made] == ["甲", "乙", "丙"]


def test_a_document_that_libreoffice_never_converts_is_named(tmp_path, careless_office):
    for name, text in (("甲", "good"), ("乙", "bad")):
        (tmp_path / f"{name}.docx").write_text(text)
    with pytest.raises(click.ClickException, match=r"没有转换：\S*乙\.docx$"):
        libreoffice.convert([tmp_path / "甲.docx", tmp_path / "乙.docx"], tmp_path / "out")


def test_missing_programs_are_named(tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda program: None)
    with pytest.raises(click.ClickException, match="LibreOffice"):
        libreoffice.convert([], tmp_path)
    with pytest.raises(click.ClickException, match="qpdf"):
        validators.validate_pdf([])
    with pytest.raises(click.ClickException, match=r"Node\.js"):
        validators.validate_docx([])


@pytest.fixture
def validator(tmp_path, monkeypatch):
    """Makes a stand-in for the Open XML validator that prints `output` and exits with `code`."""
    monkeypatch.setattr(shutil, "which", lambda program: program)

    def make(output: str, code: int) -> Path:
        program = tmp_path / "validator"
        program.write_text(f"#!/bin/sh\ncat <<'END'\n{output}\nEND\nexit {code}\n")
        program.chmod(0o755)
        return program

    return make


def test_open_xml_errors_are_given_with_their_place_and_without_the_schema(validator, tmp_path):
    faults = [
        {"description": "Bad child. List of possible elements expected: <p>.", "path": "/a.xml", "xPath": "/b[1]"},
        {"description": "File contains corrupted data.", "path": None, "xPath": None},
    ]
    program = validator(json.dumps({"ok": False, "errors": faults}), 1)
    found = validators.validate_docx([tmp_path / "x.docx"], program)
    assert found == {tmp_path / "x.docx": ["/a.xml /b[1] Bad child.", "File contains corrupted data."]}


def test_a_validator_that_cannot_run_is_no_verdict(validator, tmp_path):
    with pytest.raises(click.ClickException, match="不能运行"):
        validators.validate_docx([tmp_path / "x.docx"], validator("", 2))


def test_a_validator_that_is_not_installed_says_how_to_get_it(validator, tmp_path):
    with pytest.raises(click.ClickException, match="make conformance"):
        validators.validate_docx([], tmp_path / "none")


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
def test_qpdf_tells_a_broken_file_from_a_whole_one(tmp_path):
    whole, broken = tmp_path / "whole.pdf", tmp_path / "broken.pdf"
    whole.write_bytes(pdf(column("one")))
    broken.write_bytes(whole.read_bytes()[:300])
    found = validators.validate_pdf([whole, broken])
    assert found[whole] == []
    assert found[broken]
