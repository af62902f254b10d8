"""Sections: paper, margins, where they begin, their headers and footers, page numbers."""

import pytest
from docx_files import document, p, png, r, root, style, tbl, tc, tr, unknown

from docgen.document import NO_GRID, Border, Columns, Edges, Grid, Image, Margin, Margins, Sheet

PAPER = '<w:pgSz w:w="20000" w:h="10000"/>'
MARGINS = (
    '<w:pgMar w:top="2098" w:left="1588" w:bottom="1985" w:right="1474" w:header="850" w:footer="1400" w:gutter="10"/>'
)


def sect(inside=""):
    return f"<w:sectPr>{inside}</w:sectPr>"


def ends(text, inside=""):
    """A paragraph that ends a section."""
    return p(text, sect(inside))


def sections(body, **more):
    return document(body, **more).sections


def only(inside):
    return sections(p("文") + sect(inside))[0]


@pytest.mark.parametrize(
    ("grid", "expected"),
    [
        ('w:type="lines" w:linePitch="312" w:charSpace="640"', Grid(15.6)),
        ('w:type="linesAndChars" w:linePitch="312" w:charSpace="-2048"', Grid(15.6, -0.5)),
        ('w:type="snapToChars" w:linePitch="312"', Grid(15.6)),
        ('w:linePitch="312" w:charSpace="640"', NO_GRID),
        ('w:type="lines"', NO_GRID),
    ],
)
def test_a_grid_has_rows_and_may_space_characters(grid, expected):
    assert only(f"<w:docGrid {grid}/>").grid == expected


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<w:cols/>", Columns(1, 36.0)),
        ('<w:cols w:num="2" w:space="425" w:sep="1"/>', Columns(2, 21.25, True)),
        ('<w:cols w:num="3"/>', Columns(3, 36.0)),
        (
            '<w:cols w:num="2" w:equalWidth="0"><w:col w:w="900" w:space="400"/><w:col w:w="900"/></w:cols>',
            Columns(2, 20.0),
        ),
        ('<w:cols w:num="0" w:space="-5"/>', Columns(1, 0.0)),
        ("", Columns()),
    ],
)
def test_a_section_may_have_columns(inside, expected):
    assert only(inside).columns == expected


def test_paper_and_margins_are_in_points():
    expected = Sheet(1000.0, 500.0, Margins(104.9, 79.4, 99.25, 73.7), 42.5, 70.0, 0.5)
    assert only(PAPER + MARGINS).sheet == expected


@pytest.mark.parametrize(
    "inside",
    ["", "<w:pgSz/><w:pgMar/>", '<w:pgSz w:w="0" w:h="-5"/><w:pgMar w:top="x" w:left=""/>', '<w:pgSz w:w="abc"/>'],
)
def test_a_section_that_gives_no_paper_has_a4_with_margins_of_an_inch(inside):
    assert only(inside).sheet == Sheet(595.3, 841.9, Margins(72.0, 72.0, 72.0, 72.0), 36.0, 36.0)


def test_a_body_without_section_properties_is_one_section():
    (found,) = sections(p("一") + p("二"))
    assert [block.text for block in found.blocks] == ["一", "二"]


def test_a_margin_that_header_text_may_not_push_counts_as_its_length():
    assert only('<w:pgMar w:top="-1440" w:bottom="-720"/>').sheet.margins == Margins(72.0, 72.0, 36.0, 72.0)


def test_a_paragraph_with_section_properties_ends_its_section():
    found = sections(p("一") + ends("二") + tbl(tr(tc("三"))) + p("四") + sect())
    assert [[block.text for block in section.blocks if hasattr(block, "text")] for section in found] == [
        ["一", "二"],
        ["四"],
    ]
    assert len(found[1].blocks) == 2


def test_a_section_may_end_inside_a_content_control():
    body = f"<w:sdt><w:sdtContent>{p('一') + ends('二')}</w:sdtContent></w:sdt>" + p("三") + sect()
    assert [[block.text for block in section.blocks] for section in sections(body)] == [["一", "二"], ["三"]]


def test_nothing_after_the_last_section_properties_is_lost():
    assert document(p("一") + sect() + p("二")).text == "一\n二"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("nextPage", "nextPage"),
        ("continuous", "continuous"),
        ("evenPage", "evenPage"),
        ("oddPage", "oddPage"),
        ("nextColumn", "nextPage"),
        ("foo", "nextPage"),
    ],
)
def test_a_section_begins_where_its_type_says(word, expected):
    assert only(f'<w:type w:val="{word}"/>').start == expected


def test_a_section_begins_on_a_new_page_where_nothing_else_is_said():
    assert only("").start == "nextPage"


@pytest.mark.parametrize(
    ("inside", "expected"), [("<w:titlePg/>", True), ('<w:titlePg w:val="0"/>', False), ("", False)]
)
def test_a_section_may_have_a_title_page(inside, expected):
    assert only(inside).title_page is expected


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ('<w:pgNumType w:start="5"/>', 5),
        ('<w:pgNumType w:start="0"/>', 0),
        ('<w:pgNumType w:fmt="decimal"/>', None),
        ('<w:pgNumType w:start="one"/>', None),
        ("", None),
    ],
)
def test_a_section_may_begin_page_numbers_anew(inside, expected):
    assert only(inside).first_number == expected


def header(key, text, kind="header"):
    """A header part whose relation is `key`."""
    return (key, kind, f"{key}.xml", root({"header": "hdr", "footer": "ftr"}[kind], p(text)))


def shows(kind, key, name="header"):
    return f'<w:{name}Reference w:type="{kind}" r:id="{key}"/>'


def texts(margin):
    """(default, first, even) texts of headers or footers."""
    return tuple(blocks and blocks[0].text for blocks in (margin.default, margin.first, margin.even))


def test_headers_and_footers_are_read_by_kind():
    inside = shows("default", "h1") + shows("first", "h2") + shows("even", "h3") + shows("default", "f1", "footer")
    related = [header("h1", "单"), header("h2", "首"), header("h3", "双"), header("f1", "脚", "footer")]
    (found,) = sections(p("文") + sect(inside), related=related)
    assert texts(found.headers) == ("单", "首", "双")
    assert texts(found.footers) == ("脚", None, None)


def test_a_header_without_a_kind_is_the_default():
    (found,) = sections(p("文") + sect('<w:headerReference r:id="h1"/>'), related=[header("h1", "单")])
    assert texts(found.headers) == ("单", None, None)


def test_a_section_without_headers_of_a_kind_goes_on_with_those_before_it():
    body = ends("一", shows("default", "h1") + shows("even", "h2")) + ends("二", shows("even", "h3")) + p("三") + sect()
    found = sections(body, related=[header("h1", "单"), header("h2", "双"), header("h3", "新双")])
    assert [texts(section.headers) for section in found] == [
        ("单", None, "双"),
        ("单", None, "新双"),
        ("单", None, "新双"),
    ]


def test_paragraphs_of_headers_bear_no_number_and_leave_the_body_its_own():
    body = ends("一", shows("default", "f1", "footer")) + p("二") + sect()
    found = document(body, related=[header("f1", "脚", "footer")])
    assert [paragraph.index for paragraph in found.paragraphs] == [0, 1]
    assert found.sections[0].footers.default[0].index == -1


def test_a_header_has_relations_of_its_own():
    drawn = '<wp:inline><wp:extent cx="12700" cy="12700"/><a:graphic><a:blip r:embed="r1"/></a:graphic></wp:inline>'
    parts = [
        ("h1", "header", "header1.xml", root("hdr", p(r(f"<w:drawing>{drawn}</w:drawing>")))),
        ("r1", "image", "media/body.png", png(0)),
    ]
    reported, found = unknown(p("文") + sect(shows("default", "h1")), related=parts)
    assert reported == [("页眉页脚", "图片不能印：缺少图片文件", 1)]
    assert found.sections[0].headers.default[0].inlines == (Image(1.0, 1.0, b""),)


@pytest.mark.parametrize(
    ("reference", "related"),
    [
        (shows("default", "h9"), []),
        (shows("sometimes", "h1"), [header("h1", "单")]),
        (shows("default", "h1"), [("h1", "image", "a.png", b"")]),
    ],
)
def test_a_header_that_cannot_be_found_is_reported(reference, related):
    reported, found = unknown(p("文") + sect(reference), related=related)
    assert reported == [("第1段", "分节格式 headerReference", 1)]
    assert found.sections[0].headers == Margin()


def test_what_is_not_known_in_a_header_is_said_to_stand_there():
    related = [("h1", "header", "h1.xml", root("hdr", p(r("<w:pgNum/>"))))]
    assert unknown(p("文") + sect(shows("default", "h1")), related=related)[0] == [("页眉页脚", "文字内容 pgNum", 1)]


def test_headers_take_the_styles_of_the_file():
    related = [("h1", "header", "h1.xml", root("hdr", p("单", style="header")))]
    (found,) = sections(p("文") + sect(shows("default", "h1")), related=related, styles=style("header"))
    assert found.headers.default[0].style == "页眉"


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ('<w:cols w:equalWidth="0"><w:col w:w="2000" w:space="400"/><w:col w:w="5000"/></w:cols>', "cols"),
        ('<w:textDirection w:val="tbRl"/>', "textDirection"),
        ('<w:vAlign w:val="center"/>', "vAlign"),
        ('<w:pgBorders w:display="firstPage"/>', "pgBorders"),
        ("<w:lnNumType/>", "lnNumType"),
        ('<w:pgNumType w:fmt="numberInDash"/>', "pgNumType"),
    ],
)
def test_what_is_not_known_of_a_section_is_named_with_its_first_paragraph(inside, what):
    reported, _ = unknown(ends("一") + p("二") + p("三") + sect(inside))
    assert reported == [("第2段", f"分节格式 {what}", 1)]


@pytest.mark.parametrize(
    "inside",
    [
        '<w:docGrid w:linePitch="312"/><w:cols w:space="425"/>',
        '<w:docGrid w:type="default"/><w:cols w:num="1"/><w:textDirection w:val="lrTb"/><w:vAlign w:val="top"/>',
        "<w:footnotePr/><w:paperSrc/><w:formProt/><w:sectPrChange/><!-- 说明 -->",
    ],
)
def test_the_usual_is_passed_over(inside):
    assert only(inside).start == "nextPage"


def test_borders_of_a_page_are_measured_from_the_paper():
    edge = '<w:top w:val="double" w:sz="12" w:space="24" w:color="FF0000"/>'
    from_page = only(f'<w:pgBorders w:offsetFrom="page">{edge}</w:pgBorders>').sheet.borders
    assert from_page == Edges(top=Border(1.5, "FF0000", 24.0, "double"))
    from_text = only(f'<w:pgMar w:top="2000"/><w:pgBorders>{edge}</w:pgBorders>').sheet.borders
    assert from_text.top == Border(1.5, "FF0000", 100.0 - 24.0 - 1.5, "double")
