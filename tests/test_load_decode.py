"""Bytes of a file: which encodings are understood, and what is said of those that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.diagnostics import Place
from docgen.load.decode import REPORTED_CONTROLS, decode, read_text, without_controls

TEXT = "标题: 关于镕𠮷的通知\n正文: 甲\n"


def read(data: bytes) -> str:
    text, diagnostics = read_text(data, "通知.yaml")
    assert diagnostics == ()
    assert text is not None
    return text


def refused(data: bytes) -> tuple[Place, str]:
    text, (found,) = read_text(data, "通知.yaml")
    assert text is None
    return found.place, found.message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_with_its_byte_order_mark_and_without(encoding):
    assert read(TEXT.encode(encoding)) == TEXT


def test_both_byte_orders_of_utf_16_are_read():
    assert read(b"\xfe\xff" + TEXT.encode("utf-16-be")) == read(b"\xff\xfe" + TEXT.encode("utf-16-le")) == TEXT


def test_gb18030_is_read_with_a_note():
    text, (found,) = read_text(TEXT.encode("gb18030"), "通知.yaml")
    assert text == TEXT
    assert "GB18030" in found.message


def test_line_ends_of_windows_and_old_macs_become_line_feeds():
    assert read("标题: 甲\r\n正文: 乙\r标题".encode()) == "标题: 甲\n正文: 乙\n标题"


def test_a_damaged_utf_8_file_is_refused_at_its_damage_and_not_taken_for_gb18030():
    data = TEXT.encode() + "附注: 此件公开".encode()[:-1] + b"\n"
    place, message = refused(data)
    assert (place.line, place.column) == (3, 8)
    assert "不是 UTF-8" in message


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"])
def test_an_office_file_is_called_by_its_name(start):
    assert refused(start + b"\x00\x01")[1] == "这是 Word、Excel、PDF 或压缩文件，不是内容文件"


def test_a_file_with_zero_bytes_is_no_text():
    assert "空字节" in refused(b"a\x00b")[1]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_was_written_in_utf_8_is_read_back(text):
    plain = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    if not plain.startswith("%PDF"):
        assert decode(plain.encode()).text == plain


def test_control_characters_are_told_where_they_stand_and_give_way_to_spaces():
    text, found = without_controls("甲\n乙\x07丙\x00", "通知.yaml")
    assert text == "甲\n乙 丙 "
    assert [(one.place.line, one.place.column) for one in found] == [(2, 2), (2, 4)]
    assert "U+0007" in found[0].message


def test_only_the_first_control_characters_are_told():
    _, found = without_controls("\x01" * 100, "通知.yaml")
    assert len(found) == REPORTED_CONTROLS
