"""Records of what was made: they come back as they were, damaged ones are none, only those in use are kept."""

from __future__ import annotations

import sqlite3
import zlib
from hashlib import sha256

import pytest

from docgen.diagnostics import Place, note, warning
from docgen.files import OutputError
from docgen.page import Bookmark, Entry, Face, Fill, Info, Page, Pages, Picture, Rule, Text
from docgen.press.records import FILE, MOST_UNPACKED, Record, digest_of, is_finished, packed, store, unpacked

FACE = Face("仿宋", "/fonts/fang.ttf", 1)
ITEMS = (
    Text(1.5, 2.0, 3.0, "字𠮷", FACE, 16.0, style="公文正文", source=3, clip=(0.0, 1.0, 2.0, 3.0)),
    Rule(0.0, 1.0, 2.0, 3.0, 0.5, "FF0000", (1.0, 2.0)),
    Fill(0.0, 1.0, 2.0, 3.0, "FFFFFF"),
    Picture(0.0, 1.0, 2.0, 3.0, bytes(range(256))),
    Entry(0.0, 1.0, 2.0, 3.0, "单位", 12.0, choices=("甲", "乙")),
)
PAGES = Pages((Page(595.3, 841.9, 1, "1", ITEMS),), (Bookmark("标题", 0, 1, 20.0),), Info("题"))
FOUND = (warning("规则", Place("甲.docx", 1, 2, "第3段"), "话", "办法"), note("规则", Place("乙"), "话"))
RECORD = Record({"docx": sha256(b"made").hexdigest()}, PAGES, FOUND)


PACKED = packed(RECORD)


def test_a_record_comes_back_as_it_was(tmp_path):
    with store(tmp_path) as records:
        records.put([("甲", PACKED)])
        assert records.get("甲") == RECORD
    with store(tmp_path) as again:
        assert again.get("甲") == RECORD


def test_what_is_not_there_is_none(tmp_path):
    with store(tmp_path) as records:
        assert records.get("甲") is None
        assert records.known() == frozenset()


def test_a_record_made_again_takes_the_place_of_the_old_one(tmp_path):
    with store(tmp_path) as records:
        records.put([("甲", b"")])
        records.put([("甲", PACKED), ("乙", PACKED)])
        assert records.get("甲") == RECORD
        assert records.known() == {"甲", "乙"}


@pytest.mark.parametrize(
    "data",
    [b"", b"\x00", zlib.compress(b""), zlib.compress(b"{}"), zlib.compress(b"\x91" * 9), zlib.compress(b"\x80" * 50)],
)
def test_a_damaged_record_is_none(tmp_path, data):
    with store(tmp_path) as records:
        records.put([("甲", data), ("乙", PACKED)])
        assert records.get("甲") is None
        assert records.get("乙") == RECORD


def test_a_record_cut_off_anywhere_is_none():
    assert [unpacked(PACKED[:length]) for length in range(0, len(PACKED) - 8, 7)] == [None] * len(
        range(0, len(PACKED) - 8, 7)
    )


def test_a_record_that_unpacks_without_end_is_none():
    assert unpacked(zlib.compress(b"\x00" * (MOST_UNPACKED + 10), 9)) is None


@pytest.mark.parametrize("damage", [lambda data: b"no database", lambda data: data[:100], lambda data: data[:5000]])
def test_a_file_of_records_that_is_damaged_is_begun_anew(tmp_path, damage):
    with store(tmp_path) as records:
        records.put([("甲", PACKED * 9)])
    file = tmp_path / FILE
    file.write_bytes(damage(file.read_bytes()))
    with store(tmp_path) as records:
        assert records.known() == frozenset()
        records.put([("乙", PACKED)])
        assert records.get("乙") == RECORD


def test_records_that_cannot_be_written_are_said_with_their_file(tmp_path):
    (tmp_path / ".docgen").write_bytes(b"a file where the folder should be")
    with pytest.raises(OutputError, match=r"records\.sqlite: 错误: 写不进去"), store(tmp_path):
        pass


def test_records_are_kept_all_or_none(tmp_path):
    with store(tmp_path) as records:
        with pytest.raises(OutputError, match="写不进去"):
            records.put([("甲", PACKED), ("乙", None)])
        assert records.known() == frozenset()


def test_another_run_on_the_same_results_is_said(tmp_path, monkeypatch):
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda file: connect(file, timeout=0.01))
    with store(tmp_path) as records, connect(tmp_path / FILE) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(OutputError, match="locked"):
            records.put([("甲", PACKED)])


def test_a_document_is_finished_while_its_files_are_as_they_were_made(tmp_path):
    stem = tmp_path / "甲"
    assert not is_finished(RECORD, stem)
    stem.with_suffix(".docx").write_bytes(b"made")
    assert is_finished(RECORD, stem)
    stem.with_suffix(".docx").write_bytes(b"touched")
    assert not is_finished(RECORD, stem)


def test_a_name_with_dots_has_its_suffix_behind_them(tmp_path):
    (tmp_path / "一.二.docx").write_bytes(b"made")
    assert digest_of(tmp_path / "一.二", "docx") == sha256(b"made").hexdigest()


def test_only_records_in_use_are_kept(tmp_path):
    with store(tmp_path) as records:
        records.put([(key, PACKED) for key in ("甲", "乙", "丙")])
        records.keep_only(frozenset(("乙",)))
        assert records.known() == {"乙"}
