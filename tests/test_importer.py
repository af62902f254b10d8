"""importer: what docgen made comes back as it was; what others made comes in; nothing is lost; bad files are refused."""

import os
import re
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import foreign_notices
import pytest
from contents import notices, texts
from foreign_texts import TEXTS
from formats import CONTENTS as FORMATS
from formats import SHELF as FORMAT_SHELF
from formats import made_from_file
from hypothesis import given, settings
from hypothesis import strategies as st
from importing import CASES, HOUSE, SHELF, built, content_of, differences, imported, kept
from mutations import spoiled, unpacked
from samples import NOTICES, ROOT, content
from test_sources import FINGERPRINTS, bare, pdf_text, windows

from docgen.content import Content, Prose
from docgen.diagnostics import Severity
from docgen.document import Paragraph, paragraphs_of
from docgen.files import shelf_for
from docgen.importer import house_of, import_document, stem_of
from docgen.load import load
from docgen.pipeline import machine_fonts, make_notice
from docgen.read import read

FORMAT_HOUSE = house_of(FORMAT_SHELF)
MORE_THAN_A_NOTICE = 2_000_001
LONG = 100_000


@pytest.fixture(scope="module")
def fonts():
    return machine_fonts()


def refusal(data, name="甲.docx"):
    """Why a file is not imported."""
    found = import_document(data, name, HOUSE, lambda stem: f"{stem}.yaml")
    assert (found.content, found.text) == (None, None)
    (said,) = found.diagnostics
    assert said.severity is Severity.ERROR
    return str(said)


def kinds(blocks):
    return [type(block).__name__ for block in blocks]


VIEWS = {
    "levels": lambda given: [getattr(block, "level", type(block).__name__) for block in given.body],
    "body kinds": lambda given: kinds(given.body),
    "carried": lambda given: given.carried and given.carried.title,
    "attachments": lambda given: [each.plain_title for each in given.attachments],
    "turned": lambda given: [each.landscape for each in given.attachments],
    "kinds": lambda given: [kinds(each.blocks) for each in given.attachments],
}


def seen(found, wanted):
    """What a test asks for of a content and what was said of it."""
    values = {}
    for name, value in wanted.items():
        if name == "said":
            values[name] = value if any(value in str(each) for each in found.diagnostics) else found.diagnostics
        elif name == "lines":
            values[name] = {at: found.content.body[at].head + found.content.body[at].text for at in value}
        else:
            values[name] = VIEWS[name](found.content) if name in VIEWS else getattr(found.content, name)
    return values


@pytest.mark.parametrize("file", [*NOTICES, *CASES], ids=lambda file: file.stem)
def test_a_notice_that_docgen_made_comes_back_as_it_was_written(file, fonts):
    made = make_notice(file.read_bytes(), file.name, shelf_for(file), fonts)
    found = imported(made.docx)
    assert differences(kept(found.content), kept(content_of(file))) == {}
    assert found.diagnostics == ()


@pytest.mark.parametrize("file", FORMATS, ids=lambda file: file.stem)
def test_a_document_of_a_special_format_comes_back_as_it_was_written(file):
    found = imported(made_from_file(file.stem).docx, house=FORMAT_HOUSE)
    wanted, _ = load(file.read_bytes(), file.name, None, FORMAT_SHELF.stock)
    assert differences(kept(found.content), kept(wanted)) == {}
    assert found.diagnostics == ()


@settings(max_examples=60, deadline=None)
@given(notices(sorted(HOUSE.forms)))
def test_any_content_comes_back_from_its_word_file(given):
    found = imported(built(given))
    assert differences(kept(found.content), kept(given)) == {}
    assert found.diagnostics == ()


@pytest.mark.parametrize("text", ["\\一、甲", "\\abc", "\\", "a\\b"])
def test_a_backslash_is_a_sign_like_any_other_in_a_word_file(text):
    given = Content("试验", "大工发", "关于试验的通知", (Prose(0, "", text),))
    found = imported(built(given))
    assert (found.content.body, found.diagnostics) == (given.body, ())


@pytest.mark.parametrize("make", foreign_notices.NOTICES, ids=lambda make: make.__name__)
def test_a_notice_of_another_office_comes_in(make):
    data, wanted = make()
    found = imported(data)
    assert seen(found, wanted) == wanted
    assert all(each.severity is not Severity.ERROR for each in found.diagnostics)


@pytest.mark.parametrize("name", TEXTS)
def test_a_plain_text_comes_in(name):
    text, wanted = TEXTS[name]
    found = imported(text.encode(), "甲.txt")
    assert seen(found, wanted) == wanted
    assert all(each.severity is not Severity.ERROR for each in found.diagnostics)


def as_text(blocks):
    """A document as Word writes it into a text file: cells begin with a tab, two empty lines end a table."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
            continue
        if block.floating:
            yield from (paragraph.text for paragraph in paragraphs_of((block,)) if paragraph.text)
            continue
        for row in block.rows:
            yield from (f"\t{chr(10).join(each.text for each in cell.blocks)}" for cell in row.cells)
            yield ""
        yield ""


@pytest.mark.parametrize("file", NOTICES, ids=lambda file: file.stem)
def test_the_text_of_a_notice_gives_back_every_line_of_its_source(file, fonts):
    made = make_notice(file.read_bytes(), file.name, shelf_for(file), fonts)
    document, _ = read(made.docx, file.name)
    text = "\n".join(line for section in document.sections for line in as_text(section.blocks))
    found = imported(text.encode(), "甲.txt")
    assert [each for each in found.diagnostics if each.severity is Severity.ERROR] == []
    again = pdf_text(make_notice(found.text.encode(), "甲.yaml", SHELF, fonts).pdf)
    marks = FINGERPRINTS[file.stem]["lines"]
    by_length = {length: windows(again, length) for length in {length for length, _ in marks}}
    assert [number for number, (length, mark) in enumerate(marks) if mark not in by_length[length]] == []


@pytest.mark.skipif("DOCGEN_SOURCES" not in os.environ, reason="the texts of other people are not kept here")
@pytest.mark.parametrize("stem", sorted(FINGERPRINTS))
def test_every_line_of_a_source_is_printed_or_told_of(stem, fonts):
    data = (Path(os.environ["DOCGEN_SOURCES"]) / f"{stem}.txt").read_bytes()
    found = imported(data, "甲.txt")
    printed = pdf_text(make_notice(found.text.encode(), "甲.yaml", SHELF, fonts).pdf)
    told = bare("".join(map(str, found.diagnostics)))
    lines = [bare(line) for line in data.decode().split("\n") if line.strip()]
    assert [line for line in lines if line not in printed and line not in told] == []


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "甲.txt", "甲.txt: 错误: 文件是空的"),
        (b" \n\t\n", "甲.txt", "甲.txt: 错误: 文件是空的"),
        ("只有一行".encode(), "甲.txt", "甲.txt: 错误: 里面没有能作公文正文的文字"),
        (bytes(range(256)) * 8, "甲.txt", "甲.txt: 错误: 不是文本文件，或者已经损坏"),
        (bytes(range(128, 256)) * 8, "甲.txt", "甲.txt: 错误: 不是文本文件，或者已经损坏"),
        (b"%PDF-1.7", "甲.txt", "甲.txt: 错误: 不是文本文件，或者已经损坏"),
        (b"a" * MORE_THAN_A_NOTICE, "甲.txt", "甲.txt: 错误: 文件超过2MB"),
        (b"", "甲.docx", "甲.docx: 错误: 文件不是 .docx"),
        (b"PK\x03\x04 no archive", "甲.txt", "甲.txt: 错误: 文件不是 .docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "甲.docx", "甲.docx: 错误: 这是加密的文档或旧版 .doc 文件"),
    ],
)
def test_what_is_no_document_is_refused_with_a_reason(data, name, said):
    assert refusal(data, name).startswith(said)


def test_an_archive_that_unpacks_without_end_is_refused():
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 20_000_000)
    assert "压缩比异常" in refusal(packed.getvalue())


def test_a_text_in_the_encoding_of_the_old_notepad_comes_in():
    text, wanted = TEXTS["制表符"]
    found = imported(text.encode("gb18030"), "甲.txt")
    assert seen(found, wanted) == wanted


UNITS = (
    "一",
    " ",
    "　",
    "\t",
    "“",
    "（",
    "《",
    "1.",
    "附件",
    "附件：",
    "1",
    "年",
    "：",
    "，",
    "。",
    "一、",
    "总工会 ",
    "-",
    "[",
    "甲\t",
    "\f",
)


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("line", [0, 1, 2, 3])
def test_a_line_of_a_hundred_thousand_characters_is_a_line_like_any_other(unit, line):
    lines = ["关于试验的通知", "各单位：", "正文。", "附件：名单"]
    lines[line] = (unit * LONG)[:LONG]
    found = import_document("\n".join([*lines, "大连市总工会", "2020年1月2日"]).encode(), "甲.txt", HOUSE, str)
    assert found.text is not None


def test_ten_thousand_lines_of_cells_that_are_no_table_come_in():
    text = "关于试验的通知\n" + "\t为了试验，写一段。\n" * 10_000
    assert len(imported(text.encode(), "甲.txt").content.body) == 10_000


@pytest.mark.parametrize("note", ["附件：;", "附件：；\n\n", "附件：。"])
def test_a_list_of_attachments_that_names_none_stays_a_paragraph(note):
    found = imported(f"关于试验的通知\n各单位：\n试验。\n{note}".encode(), "甲.txt")
    assert found.content.attachments == ()
    assert found.content.body[-1] == Prose(0, "", note.strip())
    assert all(each.severity is not Severity.ERROR for each in found.diagnostics)


@settings(max_examples=100, deadline=None)
@given(st.lists(texts(), max_size=12).map("\n".join), st.sampled_from(["", "\n\n", "\f", "\n\t"]))
def test_any_text_loses_nothing(text, end):
    found = import_document((text + end).encode(), "甲.txt", HOUSE, str)
    assert found.text is None or [each for each in found.diagnostics if each.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    ("changes", "stem"),
    [
        ({"number": "大工发〔2018〕4号"}, "大工发〔2018〕4号"),
        ({"title": "关于印发\n《A/B: 办法》的通知"}, "关于印发《AB办法》的通知"),
        ({"title": "..\\..\\etc"}, "etc"),
        ({"title": "长" * 100}, "长" * 60),
        ({"title": "???"}, "未命名"),
    ],
)
def test_a_file_is_called_by_its_number_or_its_title(changes, stem):
    assert stem_of(content(**changes)) == stem


def test_the_example_of_the_manual_is_what_comes_out():
    manual = (ROOT / "docs" / "使用手册.md").read_text(encoding="utf-8")
    _, source, written, *_ = re.findall(r"```(?:yaml)?\n(.*?)```", manual[manual.index("## 二十二、") :], re.DOTALL)
    found = import_document(source.encode(), "旧通知.txt", HOUSE, lambda stem: f"content/notices/{stem}.yaml")
    assert found.text == written
    assert next(str(each) for each in found.diagnostics if "没有内容" in each.message) in manual


def test_a_letter_comes_into_the_template_that_bears_its_mark():
    found = imported(made_from_file("信函").docx)
    assert (found.content.template, found.content.number) == ("获奖通知", "大工函〔2026〕12号")
    assert all(each.severity is not Severity.ERROR for each in found.diagnostics)


@pytest.mark.parametrize("seed", range(4))
def test_no_spoilt_file_makes_the_importer_raise_or_lose_text(seed):
    random = Random(seed)
    sources = [unpacked(make()[0]) for make in foreign_notices.NOTICES]
    for _ in range(12):
        found = import_document(spoiled(random.choice(sources), random), "甲.docx", HOUSE, str)
        assert found.text is None or all(each.severity is not Severity.ERROR for each in found.diagnostics)


def test_an_attachment_that_a_clerk_added_by_hand_comes_in():
    given = content(number="大工发〔2026〕1号", organs=("大连市总工会",), date="2026年1月5日")
    made = docx.Document(BytesIO(built(given)))
    for text in ("附件", "补充说明", "请按时报送。"):
        made.add_paragraph(text)
    changed = BytesIO()
    made.save(changed)
    found = imported(changed.getvalue())
    (attachment,) = found.content.attachments
    assert (attachment.title, kinds(attachment.blocks), found.content.organs) == ("补充说明", ["Prose"], given.organs)
