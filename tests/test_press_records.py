"""Records of what was made: they come back as they were, damaged ones are none, only those in use are kept."""

from __future__ import annotations

import zlib
from hashlib import sha256

import pytest

from docgen.diagnostics import Place, note, warning
from docgen.page import Bookmark, Entry, Face, Fill, Info, Page, Pages, Picture, Rule, Text
from docgen.press.records import MOST_UNPACKED, Record, Store, digest_of

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


def test_a_record_comes_back_as_it_was(tmp_path):
    Store(tmp_path).put("甲", RECORD)
    assert Store(tmp_path).get("甲") == RECORD


def test_what_is_not_there_is_none(tmp_path):
    assert Store(tmp_path).get("甲") is None


@pytest.mark.parametrize(
    "data",
    [b"", b"\x00", zlib.compress(b""), zlib.compress(b"{}"), zlib.compress(b"\x91" * 9), zlib.compress(b"\x80" * 50)],
)
def test_a_damaged_record_is_none(tmp_path, data):
    store = Store(tmp_path)
    store.put("甲", RECORD)
    store.path("甲").write_bytes(data)
    assert store.get("甲") is None


def test_a_record_cut_off_anywhere_is_none(tmp_path):
    store = Store(tmp_path)
    store.put("甲", RECORD)
    whole = store.path("甲").read_bytes()
    for length in range(0, len(whole) - 8, 7):
        store.path("甲").write_bytes(whole[:length])
        assert store.get("甲") is None


def test_a_record_that_unpacks_without_end_is_none(tmp_path):
    store = Store(tmp_path)
    store.put("甲", RECORD)
    store.path("甲").write_bytes(zlib.compress(b"\x00" * (MOST_UNPACKED + 10), 9))
    assert store.get("甲") is None


def test_a_document_is_finished_while_its_files_are_as_they_were_made(tmp_path):
    store, stem = Store(tmp_path), tmp_path / "通知" / "甲"
    store.put("甲", RECORD)
    assert store.finished("甲", stem) is None
    stem.parent.mkdir()
    stem.with_suffix(".docx").write_bytes(b"made")
    assert store.finished("甲", stem) == RECORD
    stem.with_suffix(".docx").write_bytes(b"touched")
    assert store.finished("甲", stem) is None


def test_a_name_with_dots_has_its_suffix_behind_them(tmp_path):
    (tmp_path / "一.二.docx").write_bytes(b"made")
    assert digest_of(tmp_path / "一.二", "docx") == sha256(b"made").hexdigest()


def test_only_records_in_use_are_kept(tmp_path):
    store = Store(tmp_path)
    for key in ("甲", "乙", "丙"):
        store.put(key, RECORD)
    store.keep_only(frozenset(("乙",)))
    assert [store.get(key) is not None for key in ("甲", "乙", "丙")] == [False, True, False]


def test_where_nothing_was_made_nothing_is_removed(tmp_path):
    Store(tmp_path / "没有").keep_only(frozenset())
    assert not (tmp_path / "没有").exists()
