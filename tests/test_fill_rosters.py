"""The lines of a 名单."""

import re

import pytest

from docgen.content import Member, Roster
from docgen.fill.paragraphs import Stylist
from docgen.fill.rosters import roster

STYLIST = Stylist({"名单": "m"}, measure=448.0, size=16.0, advance=16.0, title_capacity=20.0)
"""28 characters a line, without letter spacing."""


def lines(*members):
    found = []
    for xml in roster(Roster(members), STYLIST):
        pieces = re.sub(r"<w:pPr>.*?</w:pPr>", "", xml).replace("<w:tab/>", "\t")
        found.append(re.sub("<[^>]*>", "", pieces))
    return found


def stops(*members):
    (first, *_) = roster(Roster(members), STYLIST)
    return [int(at) / 20 for at in re.findall(r'w:pos="(\d+)"', first)]


def names(*texts):
    return [Member("", text) for text in texts]


def test_people_with_posts_stand_one_a_line():
    assert lines(Member("组长", "陈凤荣", "主席"), Member("", "于波", "主任")) == [
        "组　长：\t陈凤荣\t主席",
        "\t于　波\t主任",
    ]
    assert lines(Member("", "于波", "主任"), Member("", "欧阳建国")) == ["于　波\t主任", "欧阳建国"]


def test_label_name_and_post_have_a_column_each():
    assert stops(Member("组长", "陈凤荣", "主席"), Member("", "于波", "主任")) == [32 + 64 + 2, 32 + 64 + 2 + 64]
    assert stops(Member("", "于波", "主任")) == [32 + 64]


def test_names_alone_stand_as_many_a_line_as_it_holds():
    assert lines(*names("甲一", "乙二二", "丙三三", "丁四四", "戊五五", "己六六")) == [
        "甲　一\t乙二二\t丙三三\t丁四四\t戊五五",
        "己六六",
    ]
    assert stops(*names("甲一", "乙二二")) == [32 + 80, 32 + 160, 32 + 240, 32 + 320]


def test_a_four_character_name_widens_every_column():
    assert stops(*names("甲一", "欧阳建国")) == [32 + 96, 32 + 192, 32 + 288]


def test_a_long_name_stays_whole_and_takes_as_many_columns_as_it_needs():
    given = names("甲一一", "阿卜杜拉·买买提", "乙二二", "丙三三", "丁四四", "戊五五")
    assert lines(*given) == ["甲一一\t阿卜杜拉·买买提\t乙二二\t丙三三", "丁四四\t戊五五"]


def test_a_long_name_that_does_not_fit_begins_a_line():
    given = names("甲一一", "乙二二", "丙三三", "丁四四", "阿卜杜拉·买买提")
    assert lines(*given) == ["甲一一\t乙二二\t丙三三\t丁四四", "阿卜杜拉·买买提"]


def test_a_name_longer_than_the_line_has_one_of_its_own():
    longest = "一" * 40
    assert lines(*names("甲一一", longest, "乙二二")) == ["甲一一", longest, "乙二二"]


def test_a_label_begins_a_line_and_its_names_go_on_below():
    given = (Member("一等奖", "甲一"), *names("乙二二", "丙三三", "丁四四", "戊五五"), Member("二等奖", "己六六"))
    assert lines(*given) == [
        "一等奖：\t甲　一\t乙二二\t丙三三\t丁四四",
        "\t戊五五",
        "二等奖：\t己六六",
    ]


@pytest.mark.parametrize("count", [1, 4, 5, 6, 37])
def test_nobody_is_lost(count):
    given = names(*(f"甲乙{chr(0x4E00 + at)}" for at in range(count)))
    assert "".join(lines(*given)).replace("\t", "") == "".join(member.name for member in given)
