"""信函, 命令（令） and 纪要 measured on the ink of rendered pages (GB/T 9704-2012, 10)."""

from functools import cache
from itertools import pairwise

import pytest
from formats import made, made_from_file
from ink import Ink, near

from docgen.units import mm_from_points

RULE_WIDTH = 170.0
GAP = 4.84
"""7/8 of the height of 3号."""
DOUBLE_RULE = 1.0
"""Strokes thinner than this, in millimetres, belong to a double rule."""
TYPE_CENTRE = 106.0
TYPE_RIGHT = 183.9
"""Middle and right edge of the type area on an odd page; templates have a right margin of 26.07 mm."""

LETTERS = pytest.mark.parametrize("stem", ["信函", "长信函"])


@cache
def strips(stem, number=1):
    return Ink(made_from_file(stem).pdf, number).strips


def strokes(found):
    """The strokes of the double rules: longer than any line of type."""
    return [strip for strip in found if strip[3] - strip[2] > RULE_WIDTH - 1]


def weight(strip):
    return strip[1] - strip[0]


@pytest.mark.parametrize(("stem", "top"), [("信函", 30.0), ("长信函", 30.0), ("命令", 57.0), ("纪要", 72.0)])
def test_the_mark_begins_where_its_format_says_and_stands_in_the_middle(stem, top):
    mark = strips(stem)[0]
    assert mark[0] == near(top)
    assert (mark[2] + mark[3]) / 2 == near(TYPE_CENTRE)


@LETTERS
def test_the_double_rules_of_a_letter_are_170_mm_wide_thick_over_thin_and_thin_over_thick(stem):
    found = strokes(strips(stem))
    assert len(found) == 4
    for left, right in (stroke[2:] for stroke in found):
        assert right - left == near(RULE_WIDTH)
        assert (left + right) / 2 == near(TYPE_CENTRE)
    thick, thin, thin_below, thick_below = map(weight, found)
    assert max(thick, thick_below) < DOUBLE_RULE
    assert thick > 2 * thin
    assert thick_below > 2 * thin_below


@LETTERS
def test_the_upper_double_rule_lies_4_mm_below_the_mark_and_the_lower_one_20_mm_above_the_foot(stem):
    mark, upper, *_, lower = strips(stem)
    assert upper[0] - mark[1] == near(4.0)
    assert 297.0 - lower[1] == near(20.0)


@LETTERS
def test_the_first_line_below_the_upper_rule_keeps_its_distance(stem):
    _, _, thin, first = strips(stem)[:4]
    assert first[0] - thin[1] == near(GAP)
    assert first[3] == near(TYPE_RIGHT)


def test_the_lines_at_the_left_of_a_letter_stand_one_below_another_from_the_number_down():
    first, second, third, title = strips("信函")[3:7]
    assert [line[2] for line in (first, second, third)] == [near(28.0)] * 3
    assert title[0] - third[1] == near(20.78)


def test_without_such_lines_the_title_follows_the_number():
    number, title = strips("长信函")[3:5]
    assert number[2] > TYPE_CENTRE
    assert title[0] - number[1] == near(20.78)


def test_a_single_line_at_the_left_of_a_letter_stands_beside_the_number():
    letter = made("模板: 大连市总工会\n紧急程度: 特急\n发文字号: 大工函〔2026〕1号\n标题: 关于试验的函\n正文: 文。\n")
    line, title = Ink(letter.pdf, 1).strips[3:5]
    assert (line[2], line[3]) == (near(28.0), near(TYPE_RIGHT))
    assert title[0] - line[1] == near(20.78)


def test_a_letter_without_number_leaves_its_line_empty():
    letter = made("模板: 大连市总工会\n标题: 关于试验的函\n正文: 文。\n")
    _, _, thin, title = Ink(letter.pdf, 1).strips[:4]
    assert title[0] - thin[1] > 30.0


@pytest.mark.parametrize("lines", range(36, 42))
def test_the_text_of_a_full_first_page_keeps_its_distance_from_the_lower_rule(lines):
    text = "".join(f"  第{at}段。\n" for at in range(lines))
    title = "关于" * (lines % 3 * 6 + 1)
    letter = made(f"模板: 大连市总工会\n标题: {title}试验的函\n主送: 某局\n正文: |\n{text}")
    *_, last, thin, _ = Ink(letter.pdf, 1).strips
    assert thin[0] - last[1] > GAP - 0.1
    assert thin[0] - last[1] < GAP + 10.5


def test_page_1_of_a_letter_bears_no_number_and_page_2_bears_its_own():
    notice = made_from_file("长信函")
    first, second = notice.pages.pages
    assert [item.style for item in first.texts if item.style.endswith("页码")] == []
    assert "".join(item.text for item in second.texts if item.style.endswith("页码")) == "— 2 —"
    assert strokes(strips("长信函"))[-1] == strips("长信函")[-1]
    top, bottom, *_ = strips("长信函", 2)[-1]
    assert (top + bottom) / 2 == near(269.0)


def test_later_pages_of_a_letter_have_the_type_area_of_all_documents_and_no_rules():
    text = "".join("  " + "大" * 60 + "。\n" for _ in range(30))
    letter = made(f"模板: 大连市总工会\n标题: 关于试验的函\n主送: 某局\n正文: |\n{text}")
    lines = Ink(letter.pdf, 2).strips[:-1]
    assert len(lines) == 22
    assert (lines[0][0], lines[-1][1]) == (near(37.0), near(262.0))
    assert strokes(lines) == []


def test_the_imprint_of_a_letter_ends_the_type_area_without_rules_or_a_line_of_printing():
    notice = made_from_file("信函")
    last = notice.pages.pages[-1]
    copies = strips("信函", last.number)[-2]
    assert copies[1] == near(262.0)
    assert not Ink(notice.pdf, last.number).rules
    assert {item.style for item in last.texts} >= {"抄送机关"}
    assert "印发机关" not in {item.style for item in last.texts}


def test_the_number_of_an_order_and_its_text_stand_two_lines_apart():
    mark, number, text = strips("命令")[:3]
    assert number[0] - mark[1] == near(20.78)
    assert (number[2] + number[3]) / 2 == near(TYPE_CENTRE)
    assert text[0] - number[1] == near(20.78)
    assert strokes(strips("命令")) == []


def test_the_stamp_of_an_order_and_its_date_end_four_characters_from_the_edge():
    texts = made_from_file("命令").pages.pages[0].texts
    ends = {item.style: mm_from_points(item.x + item.width) for item in texts}
    four = mm_from_points(4 * 16.0)
    assert (ends["签名章"], ends["签名日期"]) == (near(TYPE_RIGHT - four), near(TYPE_RIGHT - four))
    stamp, date = strips("命令")[-3:-1]
    assert date[0] - stamp[1] == near(10.39 + GAP)


def test_the_number_and_the_rule_of_minutes_stand_as_in_all_documents():
    mark, number, rule, title, text = strips("纪要")[:5]
    assert number[0] - mark[1] == near(20.78)
    assert rule[0] - number[1] == near(4.0)
    assert (rule[2], rule[3]) == (near(28.0), near(184.0))
    assert title[0] - rule[1] == near(20.78)
    assert text[0] - title[1] == near(10.39)


def test_lists_of_those_present_go_on_below_the_first_name():
    notice = made_from_file("纪要")
    items = [item for page in notice.pages.pages for item in page.texts if item.style == "出席人员"]
    begins = {}
    for item in items:
        begins.setdefault((item.source, item.y), item.x)
    lists = [[x for (source, _), x in begins.items() if source == paragraph] for paragraph in {i.source for i in items}]
    assert len(lists) == 3
    label = 2 * 16.0 + 3 * 15.75
    for first, *rest in lists:
        assert all(x - first == pytest.approx(label - 2 * 16.0, abs=0.1) for x in rest)
    assert all(after > before for before, after in pairwise(sorted(y for _, y in begins)))


def test_a_landscape_page_of_a_letter_is_that_of_any_document():
    rows = "".join(f"      第{at}行。\n" for at in range(20))
    text = f"标题: 关于试验的函\n正文: 文。\n附件:\n  - 标题: 表\n    横排: 是\n    正文: |\n{rows}"
    letter, general = (made(f"模板: {name}\n{text}").pages.pages for name in ("大连市总工会", "某市总工会文件"))
    assert [page.width > page.height for page in letter] == [False, True, True]
    for page, other in zip(letter[1:], general[1:], strict=True):
        assert [item.text for item in page.texts] == [item.text for item in other.texts]
        for item, like in zip(page.texts, other.texts, strict=True):
            assert (item.x, item.y) == (pytest.approx(like.x, abs=0.5), pytest.approx(like.y, abs=0.5))
