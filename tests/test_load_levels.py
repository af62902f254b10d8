"""Levels of paragraphs, from the number a line starts with (7.3.3)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.content import Prose
from docgen.load.characters import tidy
from docgen.load.levels import HEADING_LENGTH, paragraph, paragraphs


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("一、征集内容", 1),
        ("十、组织领导", 1),
        ("二十一、其他", 1),
        ("九十九、附则", 1),
        ("（一）工会领导机关", 2),
        ("(二)基层工会", 2),
        ("（十二）其他", 2),
        ("1. 创新成果", 3),
        ("1．工会领导机关", 3),
        ("1、工会领导机关", 3),
        ("12.依法保障职工权益", 3),
        ("2.  11月15日前，推荐上报。", 3),
        ("1.2017年工作总结", 3),
        ("（1）在全市具有推广价值。", 4),
        ("(15)其他", 4),
    ],
)
def test_a_number_shows_the_level(line, level):
    assert paragraph(line).level == level


@pytest.mark.parametrize(
    "line",
    [
        "现将有关事项通知如下：",
        "3.5亿元资金已经到位。",
        "1、2号楼同时开工。",
        "2017年，全市新培育典型89个。",
        "2017.11.30前报送。",
        "一是提高认识。",
        "一百、其他",
        "一",
        "一、",
        "1.",
        "（1）",
        "（2017）3号",
        "第一，加强领导。",
        "①甲",
        "1）甲",
    ],
)
def test_what_only_looks_like_a_number_shows_no_level(line):
    assert paragraph(line) == Prose(0, "", line)


@pytest.mark.parametrize(
    ("line", "head", "text"),
    [
        ("一、征集内容", "一、征集内容", ""),
        ("一、总体要求。", "一、总体要求。", ""),
        (
            "一、进一步凝聚广大职工的创造力量，在推动我市经济稳步快速发展中体现工会新作为",
            "一、进一步凝聚广大职工的创造力量，在推动我市经济稳步快速发展中体现工会新作为",
            "",
        ),
        ("（一）加强领导。各单位要高度重视。", "（一）加强领导。", "各单位要高度重视。"),
        ("（一）在市以上首创，具有指导意义。", "（一）在市以上首创，具有指导意义。", ""),
        ("（一）坚持“一条主线。”各单位要落实。", "（一）坚持“一条主线。”", "各单位要落实。"),
        ("1. 提高认识。各单位要高度重视。", "1. 提高认识。", "各单位要高度重视。"),
        ("1．工会领导机关", "1．工会领导机关", ""),
        (
            "1. 不断深化“共建‘十二五’，共享新生活”建功立业竞赛活动。围绕主题。",
            "1. 不断深化“共建‘十二五’，共享新生活”建功立业竞赛活动。",
            "围绕主题。",
        ),
        ("（1）网上征集（含微信，微博）。由各部门负责。", "（1）网上征集（含微信，微博）。", "由各部门负责。"),
    ],
)
def test_a_heading_is_the_line_or_its_first_sentence(line, head, text):
    found = paragraph(line)
    assert (found.head, found.text) == (head, text)


@pytest.mark.parametrize(
    "line",
    [
        "1. 各区市县总工会培育新典型5个，填报附件1；其中，可以申报1个行业工会。",
        "1. 征集申报阶段（即日起至11月30日）：各区市县总工会完成推荐工作。",
        "（1）在工作机制上有新突破，在全市具有推广价值。",
        "1. " + "长" * HEADING_LENGTH + "。各单位要落实。",
        "1．各不驻会产业工会培育1个新典型，填报附件3。",
    ],
)
def test_running_text_on_level_three_and_four_has_no_heading(line):
    found = paragraph(line)
    assert found.level in (3, 4)
    assert (found.head, found.text) == ("", line)


@pytest.mark.parametrize(
    ("line", "text"),
    [("\\一、二线城市", "一、二线城市"), ("\\1. 甲", "1. 甲"), ("\\　甲", "甲"), ("\\\\甲", "\\甲"), ("\\", "\\")],
)
def test_a_backslash_switches_the_level_off_and_goes_away(line, text):
    assert paragraph(line) == Prose(0, "", text)


def test_each_line_that_holds_something_is_a_paragraph():
    assert paragraphs("甲\n\n一、乙\n丙") == (Prose(0, "", "甲"), Prose(1, "一、乙", ""), Prose(0, "", "丙"))


@given(st.text(st.sampled_from("一二十、（）()120.．。，：；“”《》是的A \\\n")).map(tidy))
def test_no_character_is_lost_or_moved(text):
    lines = [line for line in text.split("\n") if line]
    expected = [line[1:].strip() if line.startswith("\\") and line != "\\" else line for line in lines]
    assert [found.head + found.text for found in paragraphs(text)] == expected


@given(st.text(st.sampled_from("一、（）1.。，的"), min_size=1))
def test_a_level_goes_with_a_number_and_a_heading_with_a_level(line):
    found = paragraph(line)
    assert found.level in range(5)
    assert found.level or not found.head
