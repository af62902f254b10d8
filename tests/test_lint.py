"""check: a file of any kind in, findings out; what loading says and what rules say; bad input."""

from io import BytesIO

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import content, filled

from docgen.diagnostics import Severity
from docgen.lint import MOST_FOUND, check
from docgen.lint.families import BY_NAME

GOOD = "模板: 大工发\n标题: 关于试验的通知\n正文: 请按时报送。\n"
LONG = 100_000


def found(text, name="试验.yaml"):
    data = text.encode() if isinstance(text, str) else text
    return [(each.rule, str(each.place)) for each in check(data, name).diagnostics]


def test_a_good_file_has_no_findings():
    assert found(GOOD) == []


def test_findings_stand_in_the_order_of_the_file():
    text = "模板: 大工发\n标题: 关于试验的通知。\n正文: |\n  一个,两个。\n  请于4月1号前报送。\n"
    assert found(text) == [
        ("标题末尾标点", "试验.yaml:2:12"),
        ("半角标点", "试验.yaml:4:5"),
        ("几号", "试验.yaml:5:5"),
    ]


def test_severity_follows_strength():
    for rule in BY_NAME.values():
        binding = rule.strength.name in "GRLSE"
        assert (rule.severity is Severity.ERROR) == (binding and rule.certain)
        assert (rule.severity is Severity.NOTE) == (
            rule.strength.name == "W" or (rule.strength.name in "PO" and not rule.certain)
        )


def test_what_loading_says_is_told_too():
    assert found("模板: 大工发\n标提: 关于试验的通知\n正文: 一个,两个。\n") == [
        ("键名", "试验.yaml:2:1"),
        ("半角标点", "试验.yaml:3:7"),
    ]


def test_a_refused_element_is_told_once_and_exactly():
    text = GOOD + "发文字号: 大工发[2018]4号\n密级: 机密★一年\n份号: '000001'\n"
    assert found(text) == [("文号括号", "试验.yaml:4:10"), ("密级写法", "试验.yaml:5:5")]


def test_the_description_of_a_form_is_judged_as_one():
    assert found("字段:\n  单位: {类型: 文字}\n", "表.yaml") == []
    assert [rule for rule, _ in found("字段:\n  单位: {类型: 不明}\n", "表.yaml")] == ["取值"]


def test_a_docx_is_judged_by_its_paragraphs():
    docx = filled(content(number="大工发〔2018〕4号", addressees="各单位"))
    assert found(docx, "试验.docx") == []
    wrong = filled(content(number="大工发〔2018〕4号", title="关于试验的通知。"))
    assert found(wrong, "试验.docx") == [("标题末尾标点", "试验.docx:第6段第8字")]


def test_a_docx_from_anywhere_is_recognised_and_judged():
    word = docx.Document()
    for text in (
        "示工发[2026]5号",
        "关于召开会议的通知",
        "各区总工会:",
        "　　定于4月1号召开会议,请准时参加。",
        "示例市总工会",
        "二〇二六年三月一日",
    ):
        word.add_paragraph(text)
    out = BytesIO()
    word.save(out)
    assert [rule for rule, _ in found(out.getvalue(), "外来.docx")] == [
        "文号括号",
        "主送冒号半角",
        "几号",
        "半角标点",
        "段首空格",
        "日期用汉字",
    ]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(max_size=30), max_size=12), st.sampled_from(["a.txt", "a.yaml"]))
def test_any_text_is_judged_and_every_place_lies_in_it(lines, name):
    text = "\n".join(lines)
    for each in check(text.encode("utf-8", errors="replace"), name).diagnostics:
        assert 1 <= each.place.line <= text.count("\n") + text.count("\r") + 1


WORDS = (
    "附件：",
    "附件1",
    "1. ",
    "一、",
    "（一）",
    "关于",
    "的通知",
    "2026年1月5日",
    "：",
    "《",
    "》",
    "抄送：",
    "印发",
    "〔2026〕5号",
    "。",
    "甲",
    " ",
    "\t",
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=6).map("".join), max_size=14))
def test_any_order_of_official_phrases_is_judged(lines):
    assert check("\n".join(lines).encode(), "a.txt").manuscript is not None


def test_a_plain_text_is_judged_line_by_line():
    assert found("关于试验的通知\n各单位:\n请按时报送。\n", "试验.txt") == [("主送冒号半角", "试验.txt:2:4")]


@pytest.mark.parametrize(
    ("data", "name", "rule"),
    [
        (b"", "a.yaml", "缺少"),
        (b"\x00\x01\x02", "a.yaml", "文件编码"),
        (b"PK\x03\x04", "a.yaml", "文件编码"),
        (b"x" * 50_000_000, "a.yaml", "文件限额"),
        (b"x" * 50_000_000, "a.txt", "文件限额"),
        (b"\x00\x01\x02", "a.txt", "文件编码"),
        (b"", "a.docx", None),
        (b"not a package", "a.docx", None),
        (b"PK\x03\x04", "a.docx", None),
        ("正文: " + "[" * 5_000, "a.yaml", "YAML写法"),
        ("正文:\n" + "".join(" " * at + "- \n" for at in range(200)), "a.yaml", "YAML写法"),
    ],
)
def test_bad_input_gets_a_clear_message(data, name, rule):
    checked = check(data.encode() if isinstance(data, str) else data, name)
    assert checked.manuscript is None
    assert [each.severity for each in checked.diagnostics] == [Severity.ERROR]
    assert rule in (None, checked.diagnostics[0].rule)


def test_more_paragraphs_than_anybody_writes_are_refused(monkeypatch):
    monkeypatch.setattr("docgen.lint.MOST_LINES", 3)
    assert [rule for rule, _ in found("关于试验的通知\n甲\n乙\n丙\n", "a.txt")] == ["文件限额"]
    assert found("关于试验的通知\n甲\n乙\n", "a.txt") == []


def test_an_empty_text_is_a_text_without_findings():
    assert check(b"", "a.txt").diagnostics == ()


@pytest.mark.parametrize(
    "unit",
    ["甲", "1", "1、", "《甲》", "“", "（", "(", ",", " ", "a@b,甲", "附件1", "1.5-", "http://", "<甲>", "约1甲", "’"],
)
def test_a_line_of_a_hundred_thousand_characters_is_judged(unit):
    text = (unit * LONG)[:LONG]
    checked = check(f"模板: 大工发\n标题: 关于试验的通知\n正文: |\n  甲{text}\n".encode(), "a.yaml")
    assert checked.manuscript is not None
    assert all(sum(each.rule == name for each in checked.diagnostics) <= MOST_FOUND for name in BY_NAME)


@pytest.mark.parametrize(
    "unit",
    [
        "甲表\n",
        "甲\n",
        "附件：甲\n",
        "附件1\n",
        "甲通知\n",
        "第一条 甲\n",
        "2. 甲\n",
        "《甲乙丙丁戊己庚辛》\n",
        "2026年1月5日\n",
    ],
)
@pytest.mark.parametrize("head", ["", "附件1\n", "附件：甲\n", "关于印发办法的通知\n2026年1月5日\n"])
def test_a_text_of_two_thousand_lines_of_a_kind_is_judged(head, unit):
    assert check((head + unit * 2_000).encode(), "a.txt").manuscript is not None


def test_findings_of_one_rule_are_not_reported_without_end():
    assert len(found("标题: 关于试验的通知\n模板: 大工发\n正文: " + "甲," * 5_000)) <= 2 * MOST_FOUND


BATCH = """\
名册:
  文件: 名册.xlsx
通报:
  模板: 大工发
  标题: 关于认定情况的通报。
  正文: 共{{ 创新项目|数 }}项,现予通报。
获奖文书:
  - 模板: 荣誉证书
    标题: 荣誉证书
    主送: "{{ 单位 }}"
    正文: 你单位申报的"{{ 项目 }}"获奖。
"""


def test_each_document_of_a_batch_is_judged_and_a_certificate_needs_no_kind():
    assert found(BATCH, "批次.yaml") == [
        ("标题末尾标点", "批次.yaml:5:16"),
        ("半角标点", "批次.yaml:6:21"),
        ("直引号", "批次.yaml:11:15"),
    ]
