"""Returned forms read back, however they were damaged on the way."""

import shutil
import subprocess
from collections import Counter
from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from damage import DAMAGES, damaged
from form_samples import samples_for, sheets, small, template

from docgen.form import Field, Kind
from docgen.forms.collect import Collected, Doubt, Rejected, collect, harvest, known
from docgen.forms.make import make_form
from docgen.libreoffice import PROGRAMS

RETURNS = 90
OFFICE = next(filter(None, map(shutil.which, PROGRAMS)), None)


@pytest.fixture(scope="module")
def forms():
    return [known(sheet.form, sheet.template) for sheet in sheets()]


def returned(sheet, values):
    data, faults = make_form(sheet.template, sheet.form, values)
    assert faults == ()
    return data


def bare(value):
    return "".join(str(value).split())


def test_fill_and_collect_give_back_what_was_filled_in(forms):
    for number, sheet in enumerate(sheets()):
        values = samples_for(sheet.form, number)
        found = collect(returned(sheet, values), "回.docx", forms)
        assert (found.form, found.doubts) == (sheet.form.name, ())
        assert {name: str(value) for name, value in found.values.items()} == {
            name: given[0] for name, given in values.items() if given
        }


def test_a_blank_form_comes_back_empty_and_says_what_lacks(forms):
    for sheet in sheets():
        found = collect(returned(sheet, {}), "空.docx", forms)
        assert found.values == {}
        assert {doubt.field for doubt in found.doubts} == {field.name for field in sheet.form.fields if field.required}


def test_of_damaged_returns_ninety_nine_fields_of_a_hundred_are_right_and_none_is_wrong_in_silence(forms):
    right = wrong = 0
    for number in range(RETURNS):
        sheet = sheets_by_turn(number)
        values = samples_for(sheet.form, number)
        data, how = damaged(returned(sheet, values), number)
        found = collect(data, f"{number}.docx", forms)
        assert isinstance(found, Collected), how
        for field in sheet.form.fields:
            as_filled = bare("".join(values[field.name])) == bare(found.values.get(field.name, ""))
            right += as_filled
            wrong += not as_filled
            assert as_filled or field.name in {doubt.field for doubt in found.doubts}, (number, how, field.name)
    assert right / (right + wrong) >= 0.99


SHEETS = sheets()


def sheets_by_turn(number):
    return SHEETS[number % len(SHEETS)]


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("steps", [("docx",), ("odt", "docx"), ("doc", "docx")])
def test_returns_saved_by_libreoffice_are_read(steps, forms, tmp_path):
    values = {}
    for number in range(2 * len(SHEETS)):
        sheet = sheets_by_turn(number)
        values[number] = samples_for(sheet.form, number)
        data = returned(sheet, values[number])
        (tmp_path / f"{number}.docx").write_bytes(damaged(data, number)[0] if number >= len(SHEETS) else data)
    source = "docx"
    for step in steps:
        saved_by_office(tmp_path, source, step)
        source = step
    for number, given in values.items():
        sheet = sheets_by_turn(number)
        found = collect((tmp_path / "out" / f"{number}.docx").read_bytes(), f"{number}.docx", forms)
        told = {doubt.field for doubt in found.doubts}
        for field in sheet.form.fields:
            right = bare("".join(given[field.name])) == bare(found.values.get(field.name, ""))
            assert right or field.name in told, (number, field.name, found.values.get(field.name))


def saved_by_office(folder, source, kind):
    """Every file of the folder, or of those saved before, saved as `kind` into its folder `out`."""
    files = sorted((folder / "out").glob(f"*.{source}")) or sorted(folder.glob(f"*.{source}"))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [OFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(folder / "out")]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=300)


def test_every_kind_of_damage_is_done():
    done = Counter()
    for number in range(RETURNS):
        sheet = sheets_by_turn(number)
        done.update(damaged(returned(sheet, samples_for(sheet.form, number)), number)[1])
    assert set(done) == {damage.__name__ for damage in DAMAGES}


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Kind.INTEGER, "1,280人", 1280),
        (Kind.MONEY, "12.5", Decimal("12.5")),
        (Kind.DATE, "2018年1月5日", date(2018, 1, 5)),
        (Kind.TEXT, "机床厂", "机床厂"),
    ],
)
def test_types_are_converted(kind, text, value):
    form = small(Field("栏", kind, unit="人" if kind is Kind.INTEGER else ""))
    data = template("栏：{{ 栏 }}")
    filled, _ = make_form(data, form, {"栏": (text,)})
    assert collect(filled, "回.docx", [known(form, data)]).values == {"栏": value}


@pytest.mark.parametrize(("text", "value", "told"), [("机床厂" * 4, "机床厂", True), ("111", "111", False)])
def test_a_text_written_several_times_is_taken_once_and_told(text, value, told):
    form, data = small("栏"), template("栏：{{ 栏 }}")
    filled, _ = make_form(data, form, {"栏": (text,)})
    found = collect(filled, "回.docx", [known(form, data)])
    assert (found.values, bool(found.doubts)) == ({"栏": value}, told)


def test_what_cannot_be_converted_stays_as_it_was_with_a_doubt():
    form = small(Field("人数", Kind.INTEGER))
    data = template("人数：{{ 人数 }}")
    filled, _ = make_form(data, form, {"人数": ("一百多",)})
    found = collect(filled, "回.docx", [known(form, data)])
    assert found.values == {"人数": "一百多"}
    assert found.doubts == (Doubt("回.docx", "人数", "一百多", "写的是“一百多”，应是整数", "例如 128"),)


@pytest.mark.parametrize(
    ("file", "data", "why"),
    [
        ("旧.doc", b"", "不是 .docx 文件"),
        ("坏.docx", b"no zip", "文件不是 .docx（打不开压缩包）"),
        ("密.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "这是加密的文档或旧版 .doc 文件，不是 .docx"),
        ("别.docx", template("会议通知", "请准时参加。"), "认不出是哪一张表"),
    ],
)
def test_what_is_no_returned_form_is_rejected_with_advice(file, data, why, forms):
    found = collect(data, file, forms)
    assert isinstance(found, Rejected)
    assert (found.file, found.why) == (file, why)
    assert found.hint


def bomb():
    """A part of a hundred megabytes of blanks."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b" " * 100_000_000)
    return out.getvalue()


def with_part(data, name, content):
    """A DOCX with one part more, or another."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for entry in source.namelist():
            target.writestr(entry, content if entry == name else source.read(entry))
        if name not in source.namelist():
            target.writestr(name, content)
    return out.getvalue()


ENTITY = b'<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="w">&x;</w:document>'


def test_hostile_files_are_rejected_and_the_others_read(forms):
    sheet = SHEETS[1]
    good = returned(sheet, samples_for(sheet.form, 1))
    files = {
        "炸弹.docx": bomb(),
        "实体.docx": with_part(good, "word/document.xml", ENTITY),
        "路径.docx": with_part(good, "../../etc/cron.d/x", b"x"),
        "好.docx": good,
    }
    found = harvest([collect(data, name, forms) for name, data in files.items()], forms)
    assert [one.file for one in found.collected] == ["好.docx"]
    assert [one.file for one in found.rejected] == ["炸弹.docx", "实体.docx", "路径.docx"]
    assert all(one.why and one.hint for one in found.rejected)


def test_a_return_of_hundreds_of_pages_is_read(forms):
    sheet = SHEETS[1]
    values = {**samples_for(sheet.form, 1), "主要内容": ("长篇大论。" * 40_000,)}
    found = collect(returned(sheet, values), "长.docx", forms)
    assert found.values["主要内容"] == values["主要内容"][0]
    whys = ["有200000字，最多3000字", "有200000字，一格放不下，32767字以后的没有汇总"]
    assert [doubt.why for doubt in found.doubts] == whys


def test_input_is_rows_and_rejected_and_duplicates_are_told(forms):
    sheet = SHEETS[1]
    data = returned(sheet, samples_for(sheet.form, 1))
    other = returned(sheet, samples_for(sheet.form, 2))
    files = [("一.docx", data), ("二.docx", other), ("三.docx", data), ("四.doc", b"")]
    found = harvest([collect(each, name, forms) for name, each in files], forms)
    assert (len(found.collected), len(found.rejected)) == (3, 1)
    assert [(doubt.file, doubt.why) for doubt in found.doubts] == [("三.docx", "与 一.docx 重复")]
