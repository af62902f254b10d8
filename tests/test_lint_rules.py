"""Every rule, on the cases of tests/cases/rules: what it must find, what it must leave alone, what it mends."""

import pytest
import yaml
from samples import ROOT

from docgen.diagnostics import Place
from docgen.lint import check
from docgen.lint.families import BY_NAME, FAMILIES, LINE_RULES, RULES, rules_of
from docgen.lint.handbook import handbook
from docgen.lint.manuscript import Line, Piece
from docgen.lint.rule import HEADINGS, LineRule, PageRule

CASES = ROOT / "tests" / "cases" / "rules"
USUAL = {"模板": "大工发", "标题": "关于试验的通知", "正文": "正文。"}
LEAST = 2
TEXT_NAMES = sorted(rule.name for rule in RULES if not isinstance(rule, PageRule))


def cases(name):
    return yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))


def kinds_of(kind):
    return [
        pytest.param(name, case, id=f"{name}-{at}")
        for name in TEXT_NAMES
        for at, case in enumerate(cases(name).get(kind, ()))
    ]


def typed(text, rule):
    """A line of a content file, or of a DOCX where the rule sees these only."""
    bare = text.strip(" \u3000")
    lead = text[: len(text) - len(text.lstrip(" \u3000"))]
    place = Place("试验.docx", spot="第1段") if rule.printed else Place("试验.yaml", 1, 1)
    role = next(role for role in ROLES if role in rule.roles)
    return Line(role, bare, place, pieces=() if rule.printed else (Piece(0, 1, 1),), lead=lead)


ROLES = (
    "正文",
    "标题",
    "主送",
    "抄送",
    "发文字号",
    "附件说明",
    "附件标题",
    "附件标签",
    "成文日期",
    "附注",
    "份号",
    "密级",
    "紧急程度",
    "签发人",
    "印发机关",
)
"""In which role a text of a case stands: the first one that its rule sees."""


def content(case):
    known = {**USUAL, **{key: value for key, value in case.items() if key != "文件名"}}
    return yaml.safe_dump(
        {key: value for key, value in known.items() if value != ""}, allow_unicode=True, sort_keys=False
    )


def found(name, case):
    rule = BY_NAME[name]
    if isinstance(case, str) and isinstance(rule, LineRule):
        return list(rule.function(typed(case, rule)))
    if isinstance(case, dict) and "全文" in case:
        checked = check(case["全文"].encode(), case.get("文件名", "试验.txt"))
    else:
        given = {"正文": case} if isinstance(case, str) else case
        checked = check(content(given).encode(), given.get("文件名", "试验.yaml"))
    assert checked.manuscript is not None, checked.diagnostics
    return [each for each in checked.diagnostics if each.rule == name]


@pytest.mark.parametrize(("name", "case"), kinds_of("错"))
def test_a_rule_finds_what_is_wrong(name, case):
    assert found(name, case)


@pytest.mark.parametrize(("name", "case"), kinds_of("对"))
def test_a_rule_leaves_alone_what_is_right(name, case):
    assert found(name, case) == []


@pytest.mark.parametrize(("name", "case"), kinds_of("改"))
def test_a_rule_mends_what_a_machine_may(name, case):
    before, after = case
    finding, *_ = found(name, before)
    line = typed(before, BY_NAME[name])
    edit = finding.edit
    assert edit is not None
    assert line.text[: edit.column - 1] + edit.new + line.text[edit.column - 1 + len(edit.old) :] == after


@pytest.mark.parametrize(("name", "case"), kinds_of("改"))
def test_what_was_mended_is_right(name, case):
    assert found(name, case[1]) == []


@pytest.mark.parametrize("name", TEXT_NAMES)
def test_a_rule_has_two_wrong_and_two_right_cases(name):
    there = cases(name)
    assert len(there.get("错", ())) + len(there.get("改", ())) >= LEAST
    assert len(there.get("对", ())) >= LEAST


def test_every_file_of_cases_has_its_rule():
    assert sorted(file.stem for file in CASES.glob("*.yaml")) == TEXT_NAMES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_explained_under_four_headings(rule):
    assert tuple(rule.explained) == HEADINGS
    assert all(rule.explained.values())
    assert rule.clause


def test_names_of_rules_are_distinct_and_there_are_at_least_120():
    assert len(BY_NAME) == len(RULES) >= 120


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_has_rules(family):
    assert rules_of(FAMILIES[family])


EXAMPLES = [rule for rule in LINE_RULES if "（" not in rule.explained["反例"] + rule.explained["正例"]]


@pytest.mark.parametrize("rule", EXAMPLES, ids=lambda rule: rule.name)
def test_the_examples_of_the_handbook_are_what_they_say(rule):
    assert found(rule.name, rule.explained["反例"])
    assert not found(rule.name, rule.explained["正例"])


def test_the_handbook_in_docs_is_what_the_rules_say():
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == handbook() + "\n"
