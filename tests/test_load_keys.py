"""Misspelt keys: what was probably meant."""

from __future__ import annotations

import pytest

from docgen.load.keys import SYNONYMS, meant, named, question
from docgen.load.schema import INNER_KEYS, Notice, keys_of

TOP = keys_of(Notice)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("标提", "标题"),
        ("主送机关", "主送"),
        ("文号", "发文字号"),
        ("落款", "署名"),
        ("日期", "成文日期"),
        ("抄送机关", "抄送"),
        ("密级和保密期限", "密级"),
        ("正文内容", "正文"),
        ("印发日期时间", "印发日期"),
        ("-标题", "标题"),
        ("紧急程读", "紧急程度"),
    ],
)
def test_the_key_meant_is_found(typed, key):
    assert meant(typed, TOP) == (key,)


def test_two_keys_equally_like_are_both_offered():
    assert sorted(meant("附近", TOP)) == ["附件", "附注"]


@pytest.mark.parametrize("typed", ["联系人", "x", ""])
def test_nothing_is_guessed_from_no_likeness(typed):
    assert meant(typed, TOP) == ()


def test_every_synonym_leads_to_a_key():
    assert set(SYNONYMS.values()) <= {*TOP, *INNER_KEYS}


def test_no_synonym_is_itself_a_key():
    assert not SYNONYMS.keys() & {*TOP, *INNER_KEYS}


def test_words_are_shown_in_quotation_marks():
    assert named(["甲", "乙"]) == "“甲”“乙”"
    assert question(("甲", "乙")) == "是不是“甲”或“乙”？"
    assert question(()) == ""
