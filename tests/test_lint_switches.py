"""Rules switched off with a reason: in the project file, on a value, and what is wrong with a switch."""

import pytest

from docgen.lint import Setting, check, project_switches

BODY = "模板: 大工发\n标题: 关于试验的通知\n"


def rules_found(text, **setting):
    return [found.rule for found in check(text.encode(), "试验.yaml", Setting(**setting)).diagnostics]


def test_a_rule_is_switched_off_in_the_whole_project():
    text = BODY + "正文: 一个,两个。\n"
    assert rules_found(text) == ["半角标点"]
    assert rules_found(text, off={"半角标点": "旧稿照录"}) == []


@pytest.mark.parametrize(
    "text",
    [
        "正文: 一个,两个。 # 不查 半角标点：照录原文\n",
        "# 不查 半角标点：照录原文\n正文: 一个,两个。\n",
        "# 不查 半角标点: 照录原文\n# 另一句话\n正文: |\n  一段。\n  一个,两个。\n",
        "正文: | # 不查 半角标点：照录原文\n  一段。\n  一个,两个。\n",
        "正文:\n  - 一段。\n  # 不查 半角标点：照录原文\n  - 一个,两个。\n",
    ],
)
def test_a_comment_switches_a_rule_off_for_a_value(text):
    assert rules_found(BODY + text) == []


def test_a_comment_holds_for_its_own_value_only():
    text = "正文:\n  - 一个,两个。 # 不查 半角标点：照录原文\n  - 三个,四个。\n"
    assert rules_found(BODY + text) == ["半角标点"]


def test_what_looks_like_a_comment_within_a_text_is_text():
    assert rules_found(BODY + "正文: |\n  一个,两个。\n  # 不查 半角标点：这是正文\n") == ["半角标点"]


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("# 不查 半角标点", "不查“半角标点”，没有写理由"),
        ("# 不查 半角标点：", "不查“半角标点”，没有写理由"),
        ("# 不查 半角标识：照录", "没有“半角标识”这条规则"),
    ],
)
def test_a_switch_needs_a_rule_that_there_is_and_a_reason(comment, message):
    found = check(f"{BODY}正文: 一个,两个。 {comment}\n".encode(), "试验.yaml").diagnostics
    assert [(each.rule, each.message) for each in found if each.rule == "不查"] == [("不查", message)]
    assert "半角标点" in [each.rule for each in found]


def test_the_project_file_gives_rules_and_reasons():
    off, found = project_switches("联系人在正文: 我会习惯\n几号: ''\n没有: 理由\n".encode(), "不查.yaml")
    assert off == {"联系人在正文": "我会习惯"}
    assert [(each.place.line, each.message) for each in found] == [
        (2, "不查“几号”，没有写理由"),
        (3, "没有“没有”这条规则"),
    ]
