"""listing: what is on each page, for people and for JSON."""

import json

from msgspec.structs import replace

from docgen import listing
from docgen.page import Face, Fill, Page, Pages, Picture, Rule, Text
from docgen.settle.case import Decision
from docgen.settle.facts import Facts

PAGES = Pages(
    (
        Page(
            595.3, 841.9, 1, "1",
            (
                Text(79.35, 118.123456, 16.0, "甲", Face("FandolFang", "/f.ttf"), 16.0, asked="仿宋_GB2312", style="正文"),
                Rule(0, 1, 2, 3, 0.5),
                Fill(0, 0, 1, 1, "FF0000"),
                Picture(0, 0, 1, 1, b"1234"),
            ),
        ),
    )
)  # fmt: skip


FACTS = Facts(9, 3, 2, 6, True, (5,), (5, 6))
NOTHING = Facts(None, None, None, None, None, (), ())
MOVED = Decision("版记", "版记移到第6页（偶数页）")


def test_decisions_and_facts_are_told_in_words():
    assert list(listing.standing(FACTS, (MOVED,), taken=True)) == [
        "定版",
        "  版记移到第6页（偶数页）",
        "版面",
        "  首页正文9行",
        "  署名在第3页，同页正文2行",
        "  版记在第6页（偶数页）",
        "  空白页：第5页",
        "  不编页码：第5、6页",
    ]


def test_parts_that_are_not_there_are_not_told():
    assert list(listing.standing(NOTHING, (), taken=False)) == [
        "若重新定版",
        "  不用改动",
        "版面",
        "  空白页：无",
        "  不编页码：无",
    ]


def test_an_imprint_on_an_odd_page_is_told():
    odd = replace(FACTS, imprint_page=5, imprint_even=False)
    assert "  版记在第5页（不是偶数页）" in listing.standing(odd, (), taken=True)


def test_decisions_and_facts_are_values_for_json():
    values = json.loads(json.dumps(listing.values(PAGES, FACTS, (MOVED,))))
    assert values["decisions"] == [{"element": "版记", "sentence": "版记移到第6页（偶数页）"}]
    assert values["facts"] == {
        "body_lines_on_first_page": 9,
        "signature_page": 3,
        "body_lines_with_signature": 2,
        "imprint_page": 6,
        "imprint_even": True,
        "blank": [5],
        "unnumbered": [5, 6],
    }


def test_people_see_a_line_for_each_text():
    assert list(listing.lines(PAGES))[1:] == [
        "—— 第1页（页码1）595.3×841.9",
        "  79.35  118.12   16.00  16.0 仿宋_GB2312 [正文] 甲",
    ]


def test_every_item_is_a_value_for_json():
    items = json.loads(json.dumps(listing.values(PAGES, FACTS, ())))["pages"][0]["items"]
    assert [item["kind"] for item in items] == ["text", "rule", "fill", "picture"]
    assert (items[0]["y"], items[0]["face"], items[3]["data"]) == (118.123, "FandolFang", 4)
