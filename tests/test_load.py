"""Loading a content file as a whole: what comes out, what hurried clerks are told, what always holds."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.content import Attachment, Carried, Content, Entries, Grid, Member, NewPage, Prose, Roster, Stamp
from docgen.diagnostics import Place, Severity, has_errors
from docgen.load import REPORTED, SIZE_LIMIT, Fetch, load

CASES = Path(__file__).parent / "cases" / "load"

CLERKS = yaml.safe_load((CASES / "clerks.yaml").read_text(encoding="utf-8"))

LEAST = "模板: 大工办发\n标题: 关于开会的通知\n正文: 请参加。\n"

FULL = (CASES / "full.yaml").read_text(encoding="utf-8")


def loaded(text: str | bytes, fetch: Fetch | None = None) -> Content:
    """The content of a file about which nothing is to be said."""
    content, diagnostics = load(text, "通知.yaml", fetch)
    assert [str(found) for found in diagnostics] == []
    assert content is not None
    return content


def said(text: str | bytes, fetch: Fetch | None = None) -> list[str]:
    """What a clerk is told about a file, without its name."""
    return [str(found).removeprefix("通知.yaml:") for found in load(text, "通知.yaml", fetch)[1]]


def nothing_there(path: str) -> bytes:
    raise FileNotFoundError(path)


def test_the_three_keys_that_must_be_there_are_enough():
    assert loaded(LEAST) == Content(
        name="通知", template="大工办发", title="关于开会的通知", body=(Prose(0, "", "请参加。"),)
    )


def test_every_element_of_a_full_file_arrives_in_its_place():
    content = loaded(FULL)
    assert (content.template, content.number) == ("大工办发", "大工办发〔2018〕4号")
    assert (content.copy_number, content.secrecy, content.urgency) == ("000001", "机密★1年", "特急")
    assert content.signers == ("赵某", "李某")
    assert content.title == "关于2项成果\n认定情况的通报"
    assert content.addressees == "各区市县总工会，市总各部门"
    assert content.organs == ("大连市总工会", "大连市教育局")
    assert (content.date, content.sealed, content.remark) == ("2018年1月5日", True, "此件公开发布")
    assert (content.copies, content.printer, content.printed_on) == ("市委办公室", "大连市总工会办公室", "2018年1月8日")


def test_a_body_mixes_text_with_all_four_blocks():
    assert loaded(FULL).body == (
        Prose(0, "", "现将2项成果通报如下："),
        Prose(1, "一、省级成果", ""),
        Entries("省级成果", ("工会改革（市总工会）", "网上入会（高新区总工会）")),
        NewPage(),
        Roster((Member("组长", "陈凤荣", "市总工会常务副主席"), Member("成员", "于波", "办公室主任"))),
        Grid(("序号", "单位"), (("1", "市总工会"), ("2", "高新区总工会")), (1.0, 4.0)),
    )


def test_what_a_notice_carries_and_what_it_attaches_are_kept_apart():
    content = loaded(FULL)
    assert content.carried == Carried(
        "评选办法", (Prose(1, "一、评选原则", ""),), (Attachment("立项申报表", (), "立项申报表"),)
    )
    assert content.attachments == (
        Attachment("建议表", (), "建议表"),
        Attachment("申\n报表", (), "申报表"),
        Attachment("成果名单", (Prose(0, "", "名单如下。"),)),
    )


@pytest.mark.parametrize("case", CLERKS, ids=[case["错"] for case in CLERKS])
def test_a_clerk_is_told_the_line_the_key_and_how_to_mend_it(case):
    assert said(case["内容"], nothing_there) == case["报"]


@pytest.mark.parametrize("case", CLERKS, ids=[case["错"] for case in CLERKS])
def test_content_is_missing_exactly_when_there_is_an_error(case):
    content, diagnostics = load(case["内容"], "通知.yaml", nothing_there)
    assert (content is None) == has_errors(diagnostics)


def test_all_errors_of_a_file_are_told_at_once_and_in_order():
    text = LEAST + "抄送机关: 市委\n成文日期: 2018-02-30\n发文字号: 大工发18\n附件: []\n"
    _, diagnostics = load(text, "通知.yaml")
    assert [found.place.line for found in diagnostics] == [4, 5, 6, 7]


def test_a_missing_key_is_told_at_the_first_line():
    _, diagnostics = load("标题: 通知\n", "通知.yaml")
    assert [(found.message, found.place) for found in diagnostics] == [
        ("缺少“模板”", Place("通知.yaml", 1, 1)),
        ("缺少“正文”", Place("通知.yaml", 1, 1)),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_make_no_difference(encoding, line_end):
    data = FULL.replace("\n", line_end).encode(encoding)
    assert loaded(data) == loaded(FULL)


def test_an_ansi_file_is_understood_and_the_clerk_is_told():
    content, (found,) = load(LEAST.encode("gb18030"), "通知.yaml")
    assert content == loaded(LEAST)
    assert (found.severity, found.rule) == (Severity.NOTE, "文件编码")


def test_numbers_dates_and_words_of_yaml_stay_as_typed():
    content = loaded(
        LEAST + "份号: 000001\n成文日期: 2018-01-05\n附注: yes\n抄送: 010\n印发机关: ~\n印发日期: 2018-01-06\n"
    )
    assert (content.copy_number, content.date, content.remark) == ("000001", "2018年1月5日", "yes")
    assert (content.copies, content.printer) == ("010", "~")


def test_a_key_without_a_value_counts_as_absent():
    assert loaded(LEAST + "抄送:\n附件:\n签发人: ''\n成文日期:\n印章位:\n印发:\n数据:\n") == loaded(LEAST)


@pytest.mark.parametrize(
    "body",
    [
        "正文: |\n  甲。\n\n  乙。\n",
        "正文:\n  甲。\n\n  乙。\n",
        "正文: |\n　　甲。\n乙。\n".replace("\n乙", "\n　　乙"),
    ],
)
def test_each_line_of_a_body_is_a_paragraph_however_it_was_set_in(body):
    assert loaded("模板: 大工办发\n标题: 通知\n" + body).body == (Prose(0, "", "甲。"), Prose(0, "", "乙。"))


def test_word_line_breaks_in_a_body_are_line_ends():
    content = loaded("模板: 大工办发\n标题: 通知\n正文: |\n  甲。\x0b乙。\u2028丙。\n  丁。\n")
    assert [block.text for block in content.body] == ["甲。", "乙。", "丙。", "丁。"]


def test_jinja_in_a_result_is_just_text():
    text = '模板: 大工办发\n标题: 通知\n数据:\n  甲: ["{{ 乙|数 }}"]\n正文: |\n  {{ 甲[0] }}\n'
    assert loaded(text).body == (Prose(0, "", "{{ 乙|数 }}"),)


def test_the_stem_of_the_name_names_the_outputs():
    content, _ = load(LEAST, "content\\notices/大工办发〔2017〕31号.yaml")
    assert content is not None
    assert content.name == "大工办发〔2017〕31号"


def test_a_file_too_large_is_refused_unread():
    assert said("a" * (SIZE_LIMIT + 1)) == ["1:1: 错误: 文件超过2MB（请把长名单放到 .xlsx 或 .csv 文件里）"]


def test_a_flood_of_errors_is_cut_and_counted():
    content, diagnostics = load(LEAST + "".join(f"项{number}: 甲\n" for number in range(300)), "通知.yaml")
    assert content is None
    assert len(diagnostics) == REPORTED + 1
    assert "300处" in diagnostics[-1].message


def test_nothing_is_fetched_when_no_file_is_named():
    def refuse(path: str) -> bytes:
        raise AssertionError(path)

    loaded(FULL, refuse)


LINES = st.lists(
    st.text(
        st.sampled_from("一二十、（）()1230.．。，：；“”《》是的A b\t　\\#-'\"[]&*!|>%@?:{}标题正文附件"),
        min_size=1,
        max_size=25,
    ),
    min_size=1,
    max_size=8,
).map(lambda lines: [line.replace("{{", "{").replace("{%", "%").replace("{#", "#") for line in lines])


@given(LINES)
def test_every_character_with_ink_in_a_body_comes_out_in_order(lines):
    text = "模板: 大工办发\n标题: 通知\n正文: |\n" + "".join(f"  文{line}\n" for line in lines)
    content = loaded(text)
    assert "".join("".join(content.texts).split()) == "".join(
        "".join(f"通知{''.join('文' + line for line in lines)}").split()
    )


@pytest.mark.parametrize("text", ["0", "0 #0", "甲 #注释", "- 甲 #注释"])
def test_a_file_without_keys_is_refused_whatever_else_is_said_of_it(text):
    content, found = load(text.encode(), "通知.yaml")
    assert content is None
    assert [each.message for each in found if each.severity is Severity.ERROR] == ["文件应由“键: 值”组成"]


@given(st.text())
def test_no_text_makes_it_raise(text):
    content, diagnostics = load(text, "通知.yaml", nothing_there)
    assert (content is None) == has_errors(diagnostics)


@given(st.binary())
def test_no_bytes_make_it_raise(data):
    content, diagnostics = load(data, "通知.yaml", nothing_there)
    assert (content is None) == has_errors(diagnostics)


PIECES = [
    "：",
    ": ",
    "- ",
    "－ ",
    "\t",
    "　",
    "|",
    "{{",
    "}}",
    "{%",
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    "*",
    "&a ",
    "!x ",
    " #1",
]
PIECES += [
    "\n",
    "\n  ",
    "\x0b",
    "\u2028",
    "\x00",
    "\x07",
    "---\n",
    "正文",
    "附件",
    "表格",
    "数据",
    "\\",
    "\ufeff",
    "\r\n",
]


@settings(max_examples=150)
@given(st.lists(st.tuples(st.integers(0, len(FULL)), st.integers(0, 6), st.sampled_from(PIECES)), max_size=4))
def test_no_mistake_in_a_full_file_makes_it_raise(mistakes):
    text = FULL
    for position, length, piece in mistakes:
        text = text[:position] + piece + text[position + length :]
    content, diagnostics = load(text, "通知.yaml", nothing_there)
    assert (content is None) == has_errors(diagnostics)
    assert all(found.place.line for found in diagnostics)


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("印发机关: 办公室\n", "写了“印发机关”，缺少“印发日期”"),
        ("印发日期: 2018-01-06\n", "写了“印发日期”，缺少“印发机关”"),
        ("附件:\n  - {表格: 申报表, 标题: 别的表}\n", "的标题与表名“申报表”不一样"),
    ],
)
def test_what_belongs_together_is_asked_for(given, wanted):
    content, found = load(LEAST + given, "通知.yaml")
    assert content is None
    assert [wanted in str(each) for each in found] == [True]


ORDER = "模板: 某市人民政府令\n令号: 第12号\n正文: 现予公布。\n"


def test_an_order_has_a_number_and_needs_no_title():
    content = loaded(ORDER + "签名章: {职务: 市长, 姓名: 李明}\n成文日期: 2026-02-12\n")
    assert (content.order_number, content.title, content.date) == ("第12号", "", "2026年2月12日")
    assert content.stamps == (Stamp("市长", "李明"),)
    assert content.texts == ("第12号", "现予公布。", "市长", "李明", "2026年2月12日")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("模板: 甲\n正文: 乙\n", "1:1: 错误: 缺少“标题”（请加上“标题: …”）"),
        ("模板: 甲\n标题:\n正文: 乙\n", "2:1: 错误: “标题”是空的（请在冒号后面补上内容）"),
        ("模板: 甲\n标题: []\n正文: 乙\n", "2:1: 错误: “标题”是空的（请在冒号后面补上内容）"),
        ('模板: 甲\n标题: ["", ""]\n正文: 乙\n', "2:1: 错误: “标题”是空的（请在冒号后面补上内容）"),
    ],
)
def test_every_other_document_needs_a_title(text, place):
    assert said(text) == [place]


def test_a_wrong_number_of_an_order_is_one_mistake_and_not_two():
    assert [line.partition("错误: ")[2][:4] for line in said(ORDER.replace("第12号", "十二"))] == ["“令号”"]


def test_several_organs_have_a_stamp_each():
    content = loaded(ORDER + "签名章:\n  - {职务: 市长, 姓名: 李明}\n  - 职务: 主席\n")
    assert content.stamps == (Stamp("市长", "李明"), Stamp("主席"))


@pytest.mark.parametrize(("more", "other"), [("署名: 甲\n", "署名"), ("印章位: 是\n", "印章位")])
def test_a_stamp_stands_in_place_of_signature_and_seal(more, other):
    (told,) = said(ORDER + "签名章: {职务: 市长}\n" + more)
    assert f"写了“签名章”，又写了“{other}”" in told


def test_lists_of_those_present_lose_the_labels_that_the_template_prints():
    content = loaded(LEAST + "出席: 出席：甲、乙\n请假: 丙\n列席: 列席：丁\n")
    assert (content.attendees, content.absentees, content.observers) == ("甲、乙", "丙", "丁")
    assert content.texts[-3:] == ("甲、乙", "丙", "丁")
