"""Findings: how they read, and which of them stop a document."""

import pytest

from docgen.diagnostics import Place, Severity, error, has_errors, note, warning


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Place("通知.yaml"), "通知.yaml"),
        (Place("通知.yaml", 3), "通知.yaml:3:1"),
        (Place("通知.yaml", 3, 7), "通知.yaml:3:7"),
        (Place("名单.xlsx", spot="Sheet1!B3"), "名单.xlsx:Sheet1!B3"),
        (Place("通知.yaml", 3, 7, "正文"), "通知.yaml:3:7:正文"),
        (Place("通知.yaml", column=7), "通知.yaml"),
    ],
)
def test_a_place_reads_as_editors_know_it(place, expected):
    assert str(place) == expected


@pytest.mark.parametrize(
    ("finding", "severity", "expected"),
    [
        (error, Severity.ERROR, "a.yaml: 错误: 缺少标题（请补上）"),
        (warning, Severity.WARNING, "a.yaml: 警告: 缺少标题（请补上）"),
        (note, Severity.NOTE, "a.yaml: 提示: 缺少标题（请补上）"),
    ],
)
def test_a_finding_says_where_how_grave_what_and_how_to_mend_it(finding, severity, expected):
    found = finding("标题", Place("a.yaml"), "缺少标题", "请补上")
    assert (found.severity, found.rule) == (severity, "标题")
    assert str(found) == expected


def test_a_finding_without_a_hint_ends_with_its_message():
    assert str(note("标题", Place("a.yaml"), "已改")) == "a.yaml: 提示: 已改"


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ((), False),
        ((note("a", Place("a"), ""), warning("a", Place("a"), "")), False),
        ([note("a", Place("a"), ""), error("a", Place("a"), "")], True),
    ],
)
def test_only_errors_stop_a_document(found, expected):
    assert has_errors(found) is expected
