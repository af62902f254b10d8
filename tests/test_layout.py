"""layout: a Document becomes Pages; headers and footers by page, fields, findings."""

from __future__ import annotations

import pytest
from documents import cell, char, document, laid_out, pages_of, para, row, run, section, sheet, table, texts
from fake_fonts import FakeFonts

from docgen.diagnostics import Severity
from docgen.document import Align, Document, Field, Float, Margin, Margins
from docgen.layout import lay_out
from docgen.page import Info, Pages

TALL = sheet(120.0, 160.0, margins=Margins(30.0, 10.0, 30.0, 10.0))
"""Five lines a page, with room for a header and a footer of one line."""


def page_number(before="— ", after=" —"):
    return para(before, Field("PAGE", char(), "?"), after)


def footed(*blocks, footers=None, **changes):
    return section(*blocks, paper=TALL, footers=footers or Margin((page_number(),)), **changes)


def feet(*sections, **changes) -> list[str]:
    """What stands below the text of each page."""
    pages = pages_of(document(*sections, **changes))
    return ["".join(item.text for item in page.texts if item.y > 130.0) for page in pages.pages]


def findings(*blocks, **changes):
    return lay_out(document(section(*blocks, **changes)), FakeFonts(), "试验.docx")[1]


def test_a_page_has_the_size_of_its_sheet_and_a_number():
    (page,) = laid_out("甲").pages
    assert (page.width, page.height, page.number, page.label) == (120.0, 120.0, 1, "1")


def test_a_document_without_sections_has_no_pages():
    assert lay_out(Document(()), FakeFonts()) == (Pages(()), ())


def test_what_a_document_says_of_itself_is_passed_on():
    given = document(section("甲"), title="通知", author="办公室", subject="公文", keywords="试验")
    assert pages_of(given).info == Info("通知", "办公室", "公文", "试验")


def test_texts_know_the_style_and_number_of_their_paragraph():
    (page,) = laid_out(para("甲", style="标题"), table(row("乙", "丙")), "丁").pages
    assert [(item.text, item.style, item.source) for item in page.texts] == [
        ("甲", "标题", 0),
        ("乙", "正文", 1),
        ("丙", "正文", 2),
        ("丁", "正文", 3),
    ]


def test_floating_tables_are_read_after_the_text():
    low = Float(y_anchor="page", y_align="bottom")
    (page,) = laid_out(table(row("浮"), floating=low), "甲", "乙").pages
    assert [item.text for item in page.texts] == ["甲", "乙", "浮"]


def test_a_header_hangs_from_its_edge_and_a_footer_stands_on_its_own():
    given = section("甲", paper=TALL, headers=Margin((para("眉"),)), footers=Margin((para("脚"), para("注"))))
    (page,) = pages_of(document(given)).pages
    assert texts(page) == [(10.0, 46.0, "甲"), (10.0, 20.0, "眉"), (10.0, 132.0, "脚"), (10.0, 152.0, "注")]


def test_white_of_a_footer_counts():
    given = section("甲", paper=TALL, footers=Margin((para("脚", before=3.0, after=7.0),)))
    assert texts(pages_of(document(given)).pages[0])[1] == (10.0, 160.0 - 4.0 - 7.0 - 4.0, "脚")


def test_a_footer_is_set_in_the_measure_of_the_page():
    given = section("甲", paper=TALL, footers=Margin((para("脚", align=Align.RIGHT),)))
    assert texts(pages_of(document(given)).pages[0])[1][0] == 100.0


def test_a_header_too_tall_for_its_margin_moves_the_text_down():
    tall = Margin(tuple(para(text) for text in "一二三"))
    given = section("甲", paper=TALL, headers=tall)
    assert texts(pages_of(document(given)).pages[0])[0] == (10.0, 4.0 + 60.0 + 16.0, "甲")


def test_a_footer_too_tall_for_its_margin_ends_the_text_earlier():
    tall = Margin(tuple(para(text) for text in "一二三"))
    pages = pages_of(document(section(*"甲乙丙丁", paper=TALL, footers=tall))).pages
    assert [[item.text for item in page.texts] for page in pages] == [
        ["甲", "乙", "丙", "一", "二", "三"],
        ["丁", "一", "二", "三"],
    ]


def test_only_pages_that_show_a_tall_header_give_it_room():
    tall = Margin((para("眉"),), first=tuple(para(text) for text in "一二三"))
    pages = pages_of(document(section("甲\f乙", paper=TALL, headers=tall, title_page=True))).pages
    assert [page.texts[0].y for page in pages] == [80.0, 46.0]


def test_a_header_without_blocks_takes_no_room():
    high = sheet(120.0, 160.0, margins=Margins(0.0, 10.0, 0.0, 10.0))
    given = section(*"甲乙丙丁戊己庚辛", paper=high, headers=Margin(()), footers=Margin(()))
    assert len(pages_of(document(given)).pages) == 1


def test_pages_are_numbered():
    assert feet(footed("甲\f乙\f丙")) == ["— 1 —", "— 2 —", "— 3 —"]


def test_the_number_of_pages_is_known_on_the_first():
    total = Margin((para(Field("PAGE", char()), "/", Field("NUMPAGES", char()), "/", Field("SECTIONPAGES", char())),))
    assert feet(footed("甲\f乙", footers=total), footed("丙", footers=total)) == ["1/3/2", "2/3/2", "3/3/1"]


def test_a_section_that_counts_anew_shows_its_own_numbers():
    assert feet(footed("甲\f乙"), footed("丙\f丁", first_number=1)) == ["— 1 —", "— 2 —", "— 1 —", "— 2 —"]


def test_even_pages_have_their_own_footer_where_the_document_says_so():
    both = Margin((page_number(),), even=(page_number("双", ""),))
    assert feet(footed("甲\f乙\f丙", footers=both), even_and_odd=True) == ["— 1 —", "双2", "— 3 —"]
    assert feet(footed("甲\f乙\f丙", footers=both)) == ["— 1 —", "— 2 —", "— 3 —"]


def test_even_pages_without_a_footer_show_none():
    assert feet(footed("甲\f乙"), even_and_odd=True) == ["— 1 —", ""]


def test_even_and_odd_go_by_the_number_shown():
    both = Margin((page_number(),), even=(page_number("双", ""),))
    assert feet(footed("甲\f乙", footers=both, first_number=2), even_and_odd=True) == ["双2", "— 3 —"]


def test_a_title_page_has_its_own_footer_or_none():
    assert feet(footed("甲\f乙", title_page=True)) == ["", "— 2 —"]
    first = Margin((page_number(),), first=(para("首"),))
    assert feet(footed("甲\f乙", footers=first, title_page=True)) == ["首", "— 2 —"]
    assert feet(footed("甲\f乙", footers=first)) == ["— 1 —", "— 2 —"]


def test_a_title_page_comes_with_each_section_that_begins_a_page():
    assert feet(footed("甲", title_page=True), footed("乙\f丙", title_page=True)) == ["", "", "— 3 —"]


def test_a_page_left_empty_before_an_odd_one_shows_nothing():
    pages = pages_of(document(footed("甲\f乙"), footed("丙", start="evenPage"))).pages
    assert [(page.label, len(page.items) > 0) for page in pages] == [
        ("1", True),
        ("2", True),
        ("3", False),
        ("4", True),
    ]


def test_a_page_shows_the_footer_of_the_section_that_began_it():
    other = Margin((para("他"),))
    assert feet(footed("甲"), footed("乙\f丙", footers=other, start="continuous")) == ["— 1 —", "他"]


def test_headers_keep_to_the_margins_of_their_page():
    wide = sheet(120.0, 160.0, margins=Margins(30.0, 25.0, 30.0, 10.0))
    given = section("甲\f乙", paper=wide, headers=Margin((para("眉"),)))
    pages = pages_of(document(given, mirrored=True)).pages
    assert [page.texts[-1].x for page in pages] == [25.0, 10.0]
    assert [page.texts[-1].x for page in pages_of(document(given)).pages] == [25.0, 25.0]


def test_a_header_keeps_its_margin_where_a_continuous_section_has_another():
    narrow = sheet(120.0, 160.0, margins=Margins(30.0, 50.0, 30.0, 10.0))
    head = Margin((para("眉"),))
    given = section("甲", paper=TALL, headers=head), section("乙", paper=narrow, headers=head, start="continuous")
    (page,) = pages_of(document(*given)).pages
    assert [(item.text, item.x) for item in page.texts] == [("甲", 10.0), ("乙", 50.0), ("眉", 10.0)]


def test_a_table_in_a_footer_stands_in_it_even_if_it_floats():
    floating = table(row("甲", "乙"), floating=Float(y_anchor="page", y_align="bottom"))
    assert feet(footed("文", footers=Margin((floating,)))) == ["甲乙"]


def test_a_landscape_section_has_its_own_measure():
    wide = sheet(200.0, 100.0)
    pages = pages_of(document(section("大" * 12), section("大" * 19, paper=wide))).pages
    assert [[len(item.text) for item in page.texts] for page in pages] == [[10, 2], [18, 1]]


def test_default_tabs_are_those_of_the_document():
    (page,) = laid_out("甲\t乙", default_tab=25.0).pages
    assert [item.x for item in page.texts] == [10.0, 35.0]


def test_a_character_that_no_face_has_is_an_error_at_its_paragraph():
    (found,) = findings("甲", "乙\U0002a6d6")
    assert (found.severity, found.rule) == (Severity.ERROR, "缺字")
    assert str(found) == (
        "试验.docx:第2段: 错误: 没有字体能显示“\U0002a6d6”（U+2A6D6）（请安装含有此字的字体，或改用别的字）"
    )


def test_a_character_from_another_face_is_a_note():
    (found,) = findings("镕")
    assert (found.severity, found.rule) == (Severity.NOTE, "生僻字")
    assert str(found) == "试验.docx:第1段: 提示: 仿宋 缺少“镕”（U+9555），此字用 后备 代替"


def test_each_character_is_reported_once_for_each_typeface_at_its_first_place():
    found = findings("甲镕", "镕", "喆", para("镕", mark=char()), para(run("镕", east_asia="楷体")))
    assert [(each.place.spot, each.message[:2]) for each in found] == [
        ("第1段", "仿宋"),
        ("第3段", "仿宋"),
        ("第5段", "楷体"),
    ]


@pytest.mark.parametrize("margin", ["headers", "footers"])
def test_characters_missing_in_headers_and_footers_are_reported(margin):
    (found,) = findings("甲\f乙", **{margin: Margin((para("\U0002a6d6"),))})
    assert (found.severity, str(found.place)) == (Severity.ERROR, "试验.docx:页眉页脚")


def test_a_header_that_no_page_shows_is_not_reported():
    assert findings("甲", headers=Margin(even=(para("\U0002a6d6"),))) == ()


def test_characters_missing_in_cells_are_reported():
    assert [each.place.spot for each in findings("甲", table(row("乙", "镕")))] == ["第3段"]


def test_text_that_a_row_of_fixed_height_cuts_off_is_a_warning_once():
    fixed = row("甲", cell("乙", "丙"), height=20.0, exact=True, header=True)
    found = findings(table(fixed, *(row("大") for _ in range(8))))
    assert [str(each) for each in found] == [
        "试验.docx:第3段: 警告: 表格第1行的行高固定为0.71厘米，“丙”印不全"
        "（请把行高由“固定值”改为“最小值”，或缩短文字、缩小字号）"
    ]
    assert found[0].rule == "文字超出行高"


def test_text_cut_off_stays_on_the_page():
    given = table(row(cell("甲", "乙"), height=20.0, exact=True))
    (page,) = lay_out(document(section(given)), FakeFonts())[0].pages
    assert [(text.text, text.clip) for text in page.texts] == [("甲", None), ("乙", (10.0, 10.0, 50.0, 20.0))]
