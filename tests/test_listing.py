"""listing: what is on each page, for people and for JSON."""

import json

from docgen import listing
from docgen.page import Face, Fill, Page, Pages, Picture, Rule, Text

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


def test_people_see_a_line_for_each_text():
    assert list(listing.lines(PAGES))[1:] == [
        "—— 第1页（页码1）595.3×841.9",
        "  79.35  118.12   16.00  16.0 仿宋_GB2312 [正文] 甲",
    ]


def test_every_item_is_a_value_for_json():
    items = json.loads(json.dumps(listing.values(PAGES)))[0]["items"]
    assert [item["kind"] for item in items] == ["text", "rule", "fill", "picture"]
    assert (items[0]["y"], items[0]["face"], items[3]["data"]) == (118.123, "FandolFang", 4)
