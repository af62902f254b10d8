"""Quiet on good text, and every word about the raw sources is true: the rate of alarms, and a list with reasons."""

import os
from pathlib import Path

import pytest
import yaml
from importing import imported
from samples import NOTICES, ROOT

from docgen.diagnostics import Severity
from docgen.files import shelf_for
from docgen.lint import Setting, check

QUIET = sorted((ROOT / "tests" / "cases" / "quiet").glob("*.yaml"))
"""Eleven documents as an office would write them, written after the rules. The one alarm they gave, 模板和代字不符 over a
number 大工函 under the head of 大工发, was a false one and its rule was mended."""
TEXTS = sorted((ROOT / "tests" / "cases" / "quiet" / "texts").glob("*.txt"))
"""Twenty-three more as plain texts, of other organs, years and kinds. They gave 4 errors and 7 warnings that were false: a
信函 whose mark has no 文件, 〔2025〕第2期 of a 纪要, 刘某某 in a 通报, 谭　伟 in a 任免, the signature of a 令, a 公告 whose
first line ends with a colon; recognition and rules were mended."""
RAW = yaml.safe_load((ROOT / "tests" / "golden" / "检查-五份原件.yaml").read_text(encoding="utf-8"))
SOURCES = os.environ.get("DOCGEN_SOURCES", "")
"""A folder with the five raw sources, which belong to other people and are not committed."""
PER_THOUSAND = 1.0
SLIPS = [
    (
        "大工办发〔2017〕5号",
        "〈大连市基层工会活力建设项目实施方案〉",
        "<大连市基层工会活力建设项目实施方案>",
        "书名号嵌套",
    ),
    ("大工办发〔2017〕5号", "（其中百人以上非公企业不少于2个）", "(其中百人以上非公企业不少于2个)", "半角括号"),
    ("大工发〔2011〕18号", "发文字号: 大工发〔2011〕18号", "发文字号: 大工发[2011] 18号", "文号括号"),
    ("大工发〔2011〕18号", "评选办法》印发给你们", "评选办法法》印发给你们", "名称两种写法"),
    ("大工发〔2011〕18号", "整体水平，市总工会", "整体水平,市总工会", "半角标点"),
]
"""What stood in the originals and was mended in the content files: file, as mended, as it was, the rule."""


def checked(file, data=None):
    shelf = shelf_for(file)
    return check(data or file.read_bytes(), file.name, Setting(shelf.list_file, shelf.stock))


def size(found):
    return sum(len(line.text) for line in found.manuscript.lines)


def weighing(files, *severities):
    return [str(each) for file in files for each in checked(file).diagnostics if each.severity in severities]


@pytest.mark.parametrize("file", [*NOTICES, *QUIET, *TEXTS], ids=lambda file: file.stem)
def test_good_documents_have_no_errors(file):
    assert weighing([file], Severity.ERROR) == []


@pytest.mark.parametrize("files", [NOTICES, QUIET, TEXTS], ids=["notices", "others", "texts"])
def test_good_documents_have_at_most_one_warning_per_thousand_characters(files):
    characters = sum(size(checked(file)) for file in files)
    assert characters > 5_000
    assert len(weighing(files, Severity.WARNING)) <= PER_THOUSAND * characters / 1_000


def test_documents_written_for_this_test_are_silent():
    assert weighing(QUIET, *Severity) == []


def test_the_only_warning_about_good_texts_is_a_name_that_is_left_out():
    assert [each.partition(":")[0] for each in weighing(TEXTS, Severity.WARNING)] == ["公告.txt"]


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.stem)
def test_good_texts_give_no_errors_once_they_are_imported(file):
    data = imported(file.read_bytes(), file.name).text.encode()
    assert [str(each) for each in check(data, "试验.yaml").diagnostics if each.severity is Severity.ERROR] == []


@pytest.mark.parametrize(("stem", "mended", "original", "rule"), SLIPS)
def test_what_was_mended_in_a_notice_would_have_been_found(stem, mended, original, rule):
    file = ROOT / "content" / "notices" / f"{stem}.yaml"
    text = file.read_text(encoding="utf-8")
    assert mended in text
    before = {each.rule for each in checked(file).diagnostics}
    assert rule not in before
    assert rule in {each.rule for each in checked(file, text.replace(mended, original).encode()).diagnostics}


def test_the_golden_list_explains_every_finding():
    assert sorted(RAW) == sorted(file.stem for file in NOTICES)
    assert all(reason for findings in RAW.values() for *_, reason in findings)


@pytest.mark.skipif(not SOURCES, reason="DOCGEN_SOURCES names no folder with the raw sources")
@pytest.mark.parametrize("stem", sorted(RAW))
def test_the_raw_sources_give_the_findings_of_the_golden_list(stem):
    data = (Path(SOURCES) / f"{stem}.txt").read_bytes()
    found = [
        [each.place.line, each.place.column, each.rule, each.severity.value]
        for each in check(data, f"{stem}.txt").diagnostics
    ]
    assert found == [entry[:4] for entry in RAW[stem]]
