"""layout.margins: which header and footer a page shows, and the room that they leave to the text."""

from __future__ import annotations

import pytest
from documents import cell, char, document, marks, pages_of, para, row, section, setting, sheet, table, texts
from msgspec.structs import replace

from docgen.document import Direction, Field, Float, Margin, Margins
from docgen.layout.drafts import Draft
from docgen.layout.margins import set_margins, text_area
from docgen.page import Text

ALL = Margin(default=(para("常"),), first=(para("首"),), even=(para("双"),))
ONLY_DEFAULT = Margin(default=(para("常"),))


def stacks(margin=ALL, fields=None, *, title_page=False, even_and_odd=False, **page):
    """Header and footer of a page whose section has `margin` for both."""
    given = section(headers=margin, footers=margin, title_page=title_page)
    common = setting()
    common.fields = fields or {}
    draft = Draft(given, 1, **{"label": 1, **page})
    return set_margins(draft, document(given, even_and_odd=even_and_odd), common)


def said(stack):
    return "".join(text.text for text in marks(stack, Text))


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ({}, "常"),
        ({"label": 2}, "常"),
        ({"label": 2, "even_and_odd": True}, "双"),
        ({"label": 3, "even_and_odd": True}, "常"),
        ({"opens_section": True}, "常"),
        ({"opens_section": True, "title_page": True}, "首"),
        ({"title_page": True}, "常"),
        ({"label": 2, "opens_section": True, "title_page": True, "even_and_odd": True}, "首"),
        ({"blank": True}, ""),
    ],
)
def test_a_page_shows_the_header_and_footer_of_its_kind(page, shown):
    assert [said(stack) for stack in stacks(**page)] == [shown, shown]


@pytest.mark.parametrize(
    "page", [{"label": 2, "even_and_odd": True}, {"opens_section": True, "title_page": True}, {"blank": True}]
)
def test_a_kind_without_blocks_shows_nothing(page):
    assert [stack.bands for stack in stacks(ONLY_DEFAULT, **page)] == [(), ()]


def test_fields_show_their_values():
    head, _ = stacks(Margin((para("第", Field("PAGE", char()), "页"),)), fields={"PAGE": "7"})
    assert said(head) == "第7页"


def test_they_are_set_in_the_measure_of_the_page():
    head, _ = stacks(Margin((para("大" * 11),)))
    assert [text.text for text in marks(head, Text)] == ["大" * 10, "大"]
    assert head.height == 40.0


NONE = Margin()
USUAL = Margins(30.0, 10.0, 25.0, 10.0)


def area(headers=NONE, footers=NONE, margins=USUAL):
    """Where the text stands on a page of 160 points with headers and footers 4 from the edge."""
    given = section(paper=sheet(120.0, 160.0, margins=margins), headers=headers, footers=footers)
    common = setting()
    found = text_area(Draft(given, 1, 1), document(given), common)
    assert common.missing == []
    return found


def tall(count):
    return Margin(tuple(para("大") for _ in range(count)))


def test_text_stands_between_the_margins():
    assert area() == (30.0, 135.0)
    assert area(tall(1), tall(1)) == (30.0, 135.0)


def test_a_tall_header_or_footer_takes_room_from_the_text():
    assert area(tall(2)) == (44.0, 135.0)
    assert area(NONE, tall(2)) == (30.0, 160.0 - 44.0)


def test_without_blocks_the_edges_do_not_count():
    none = Margins(0.0, 10.0, 0.0, 10.0)
    assert area(Margin(()), Margin(()), none) == (0.0, 160.0)


def test_the_measuring_reports_no_missing_characters():
    area(Margin((para("\U0002a6d6"),)))


def test_a_table_floats_on_a_header_and_takes_no_room_from_the_text():
    place = Float(x_anchor="page", y_anchor="page", x=5.0, y=60.0)
    turned = table(row(cell(para(Field("PAGE", char())), direction=Direction.DOWN), height=20.0), columns=(20.0,))
    headers = Margin((replace(turned, floating=place), para("眉")))
    (page,) = pages_of(document(section("文", headers=headers))).pages
    assert texts(page) == [(10.0, 40.0, "文"), (10.0, 20.0, "眉"), (pytest.approx(11.2), 60.0, "1")]


def test_a_table_floats_on_a_footer_of_each_page():
    place = Float(x_anchor="page", y_anchor="page", x_align="right", y_align="bottom")
    footers = Margin((table(row("脚"), columns=(10.0,), floating=place), para()))
    given = pages_of(document(section(*"一二三四五六", footers=footers)))
    assert [texts(page)[-1] for page in given.pages] == [(110.0, 116.0, "脚")] * 2
