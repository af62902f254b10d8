"""Drawings: pictures in the line, text boxes, and what cannot be drawn."""

import pytest
from docx_files import document, p, png, r, root, style, tbl, tr, unknown

from docgen.document import Align, Border, CharFormat, Edges, Field, Float, Image, Margins, Run

PLAIN = CharFormat()
PNG = png()


def inline_picture(attributes='cx="914400" cy="457200"', rel_id="r9", name="印章"):
    return r(
        f'<w:drawing><wp:inline><wp:extent {attributes}/><wp:docPr id="1" name="图" descr="{name}"/>'
        f'<a:graphic><a:graphicData><a:blip r:embed="{rel_id}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )


PICTURE = ("r9", "image", "media/a.png", PNG)


def test_an_inline_picture_has_its_size_its_words_and_its_file():
    found = document(p(r("前") + inline_picture()), related=[PICTURE])
    assert found.paragraphs[0].inlines == (Run("前", PLAIN), Image(72.0, 36.0, PNG, "印章"))
    assert found.text == "前"


@pytest.mark.parametrize(
    "picture",
    [
        inline_picture('cx="many" cy="1"'),
        inline_picture('cx="-5" cy="1"'),
        inline_picture("").replace("<wp:extent />", ""),
    ],
)
def test_a_picture_without_size_is_left_out_and_reported(picture):
    reported, found = unknown(p(picture + r("后")), related=[PICTURE])
    assert reported == [("第1段", "图片不能印：缺少尺寸", 1)]
    assert found.paragraphs[0].inlines == (Run("后", PLAIN),)


@pytest.mark.parametrize("rel_id", ["r8", "styles"])
def test_a_picture_without_file_keeps_its_room_and_is_reported(rel_id):
    reported, found = unknown(p(inline_picture(rel_id=rel_id) + r("后")), related=[PICTURE], styles=style("a"))
    assert reported == [("第1段", "图片不能印：缺少图片文件", 1)]
    assert found.paragraphs[0].inlines == (Image(72.0, 36.0, b"", "印章"), Run("后", PLAIN))


def test_a_picture_that_cannot_be_printed_keeps_its_room_and_is_reported():
    reported, found = unknown(p(inline_picture()), related=[("r9", "image", "media/a.png", PNG[:45])])
    assert reported == [("第1段", "图片不能印：损坏的图片文件", 1)]
    assert found.paragraphs[0].inlines == (Image(72.0, 36.0, b"", "印章"),)


def box(*paragraphs):
    return (
        "<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>"
        f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
        "</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def old_box(*paragraphs):
    return f"<w:pict><v:shape><v:textbox><w:txbxContent>{''.join(paragraphs)}</w:txbxContent></v:textbox></v:shape></w:pict>"


@pytest.mark.parametrize(
    ("drawn", "what"),
    [
        (box(p("框"), p("内")), "图形 anchor"),
        (old_box(p("框"), p("内")), "图形 pict"),
        (f"<w:object>{old_box(p('框') + p('内'))}</w:object>".replace("w:pict", "v:group"), "图形 object"),
        (
            f"<mc:AlternateContent><mc:Choice Requires='wps'>{box(p('框') + p('内'))}</mc:Choice>"
            f"<mc:Fallback>{old_box(p('框') + p('内'))}</mc:Fallback></mc:AlternateContent>",
            "图形 anchor",
        ),
        (box("<w:tbl><w:tr><w:tc>" + p("框") + "</w:tc></w:tr></w:tbl>", p("内")), "图形 anchor"),
    ],
)
def test_the_text_of_a_box_follows_its_paragraph_with_a_warning(drawn, what):
    reported, found = unknown(p(r("前") + r(drawn) + r("后")))
    assert reported == [("第1段", what, 1)]
    assert found.text == "前后\n框\n内"


def floating(inside='<a:blip r:embed="r9"/>', wrap="<wp:wrapNone/>", across="", down="", kind="picture"):
    """A floating drawing; `across` and `down` are (against, element of place)."""
    sides = "".join(
        f'<wp:position{axis} relativeFrom="{place[0]}">{place[1]}</wp:position{axis}>'
        for axis, place in (("H", across), ("V", down))
        if place
    )
    return r(
        f'<w:drawing><wp:anchor>{sides}<wp:extent cx="914400" cy="457200"/>{wrap}<a:graphic>'
        f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/{kind}">{inside}</a:graphicData>'
        "</a:graphic></wp:anchor></w:drawing>"
    )


def offset(points):
    return f"<wp:posOffset>{points * 12700}</wp:posOffset>"


def frame_of(body, **others):
    """The floating table of a frame, which must be read without a word."""
    frame, paragraph = document(body, **others).sections[0].blocks
    assert paragraph.text == "文"
    return frame


SEAL = '<pic:pic><pic:blipFill><a:blip r:embed="r9"/></pic:blipFill></pic:pic>'


def test_a_seal_over_the_text_is_a_frame_of_its_size_before_its_paragraph():
    body = p(r("文") + floating(SEAL, across=("column", offset(30)), down=("paragraph", offset(-20))))
    frame = frame_of(body, related=[PICTURE])
    assert frame.floating == Float("margin", "text", 30.0, -20.0, over=True)
    assert frame.columns == (72.0,)
    (paragraph,) = frame.rows[0].cells[0].blocks
    assert paragraph.inlines == (Image(72.0, 36.0, PNG),)
    assert paragraph.index == -1


@pytest.mark.parametrize(
    ("across", "down", "expected"),
    [
        (("page", offset(5)), ("page", offset(7)), Float("page", "page", 5.0, 7.0, over=True)),
        (
            ("margin", "<wp:align>center</wp:align>"),
            ("margin", "<wp:align>bottom</wp:align>"),
            Float("margin", "margin", x_align="center", y_align="bottom", over=True),
        ),
        (
            ("page", "<wp:align>outside</wp:align>"),
            ("line", offset(0)),
            Float("page", "text", x_align="right", over=True),
        ),
        (("page", "<wp:posOffset>x</wp:posOffset>"), "", Float("page", "margin", over=True)),
    ],
)
def test_a_frame_stands_where_its_positions_say(across, down, expected):
    body = p(r("文") + floating(SEAL, across=across, down=down))
    assert frame_of(body, related=[PICTURE]).floating == expected


def test_a_picture_beside_which_text_should_run_is_reported():
    reported, found = unknown(p(floating(SEAL, wrap="<wp:wrapSquare/>")), related=[PICTURE])
    assert reported == [("第1段", "图形 anchor", 1)]
    assert not found.sections[0].blocks[0].floating.over


def test_a_group_of_pictures_is_reported():
    reported, found = unknown(p(r("文") + floating()), related=[PICTURE])
    assert (reported, len(found.sections[0].blocks)) == ([("第1段", "图形 anchor", 1)], 1)


def box_at(look="", body="", **place):
    inside = f"<wps:wsp><wps:spPr>{look}</wps:spPr><wps:txbx><w:txbxContent>{p('框')}</w:txbxContent></wps:txbx>{body}</wps:wsp>"
    return p(r("文") + floating(inside, **place))


def test_a_box_over_the_text_is_a_frame_with_insets_edges_and_shade():
    line = '<a:ln w="12700"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln>'
    fill = '<a:solidFill><a:srgbClr val="EEEEEE"/></a:solidFill>'
    reported, found = unknown(box_at(fill + line, '<wps:bodyPr lIns="0"/>', down=("page", offset(9))))
    assert reported == [("第1段", "图形 anchor", 1)]
    frame, paragraph = found.sections[0].blocks
    (cell,) = frame.rows[0].cells
    assert (frame.floating.y_anchor, frame.floating.y, frame.columns) == ("page", 9.0, (72.0,))
    assert (cell.margins, cell.shade) == (Margins(3.6, 0.0, 3.6, 7.2), "EEEEEE")
    assert cell.edges == Edges(*[Border(1.0, "FF0000")] * 4)
    assert [(each.text, each.index) for each in (paragraph, *cell.blocks)] == [("文", 0), ("框", 1)]


def test_a_box_that_says_nothing_of_its_look_is_plain():
    frame = unknown(box_at(down=("page", offset(9))))[1].sections[0].blocks[0]
    (cell,) = frame.rows[0].cells
    assert (cell.margins, cell.edges, cell.shade) == (Margins(3.6, 7.2, 3.6, 7.2), Edges(), "")


@pytest.mark.parametrize("given", [{"wrap": "<wp:wrapSquare/>"}, {"body": '<wps:bodyPr wrap="none"/>'}])
def test_a_box_that_text_wraps_or_that_fits_its_text_follows_its_paragraph(given):
    found = unknown(box_at(**given, down=("paragraph", offset(9))))[1]
    assert [each.text for each in found.sections[0].blocks] == ["文", "框"]


def test_a_box_inside_a_box_is_read_once():
    reported, found = unknown(p(r(box(p(r("外") + r(box(p("内"))))))))
    assert (reported, found.text) == ([("第1段", "图形 anchor", 2)], "外\n内")


def test_a_drawing_without_anything_is_named_as_such():
    assert unknown(p(r("<w:drawing/>")))[0] == [("第1段", "图形 drawing", 1)]


def test_a_box_stands_in_the_stead_of_a_paragraph_that_holds_nothing_else():
    found = unknown(p("前") + p(r(box(p("框")))) + p("后"))[1]
    assert [(each.text, each.index) for each in found.paragraphs] == [("前", 0), ("框", 2), ("后", 3)]


def test_a_box_may_hold_a_table_and_styles():
    found = unknown(p(r(box(tbl(tr("<w:tc>" + p("格") + "</w:tc>")), p("文", style="a")))), styles=style("a"))[1]
    assert [type(block).__name__ for block in found.sections[0].blocks] == ["Table", "Paragraph"]
    assert found.paragraphs[1].style == "a"


def placed(align, *paragraphs):
    place = f'<wp:positionH relativeFrom="margin"><wp:align>{align}</wp:align></wp:positionH>'
    return box(*paragraphs).replace("<wp:anchor>", f"<wp:anchor>{place}")


@pytest.mark.parametrize(
    ("align", "expected"),
    [("center", Align.CENTER), ("outside", Align.RIGHT), ("right", Align.RIGHT), ("left", Align.LEFT)],
)
def test_the_text_of_a_box_stands_where_the_box_stands_across(align, expected):
    found = unknown(p(r(placed(align, p("框")))))[1]
    assert found.paragraphs[0].format.align is expected


def test_the_page_number_in_a_box_of_a_footer_is_a_field():
    number = p("<w:fldSimple w:instr=' PAGE '>" + r("1") + "</w:fldSimple>")
    footer = ("f1", "footer", "f1.xml", root("ftr", p(r(placed("center", number)))))
    body = p("文") + '<w:sectPr><w:footerReference w:type="default" r:id="f1"/></w:sectPr>'
    (only,) = unknown(body, related=[footer])[1].sections[0].footers.default
    assert (only.inlines, only.format.align) == ((Field("PAGE", PLAIN, "1"),), Align.CENTER)


def test_a_box_of_a_footer_does_not_come_into_the_next_section():
    footer = ("f1", "footer", "f1.xml", root("ftr", p(r(box(p("脚"))))))
    section = '<w:sectPr><w:footerReference w:type="default" r:id="f1"/></w:sectPr>'
    assert unknown(p("一", section) + p("二") + section, related=[footer])[1].text == "一\n二"


def test_boxes_in_a_drawing_in_the_line_are_read_and_its_pictures_are_not():
    drawn = box(p("框")).replace("wp:anchor", "wp:inline").replace("<wps:txbx>", '<a:blip r:embed="r9"/><wps:txbx>')
    reported, found = unknown(p(r(drawn)), related=[PICTURE])
    assert (reported, found.text) == ([("第1段", "图形 inline", 1)], "框")


@pytest.mark.parametrize(
    ("uri", "what"),
    [
        ("http://schemas.openxmlformats.org/drawingml/2006/chart", "图形 图表"),
        ("http://schemas.openxmlformats.org/drawingml/2006/diagram", "图形 SmartArt"),
        ("http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "图形 inline"),
    ],
)
def test_a_chart_keeps_its_room_and_is_reported(uri, what):
    drawn = (
        f'<w:drawing><wp:inline><wp:extent cx="12700" cy="25400"/><a:graphic><a:graphicData uri="{uri}"/></a:graphic>'
        "</wp:inline></w:drawing>"
    )
    reported, found = unknown(p(r(drawn)))
    assert reported == [("第1段", what, 1)]
    assert found.paragraphs[0].inlines == (Image(1.0, 2.0, b""),)


def old_picture(look="width:36pt;height:1in", rel_id="r9"):
    return f'<w:pict><v:shape style="{look}"><v:imagedata r:id="{rel_id}"/></v:shape></w:pict>'


def test_an_old_picture_in_the_line_has_its_size():
    found = document(p(r(old_picture())), related=[PICTURE])
    assert found.paragraphs[0].inlines == (Image(36.0, 72.0, PNG),)


def test_an_embedded_object_shows_its_picture():
    drawn = old_picture("width:2.54cm;height:25.4mm").replace("w:pict", "w:object")
    found = document(p(r(drawn)), related=[PICTURE]).paragraphs[0].inlines
    assert [(round(each.width, 3), round(each.height, 3)) for each in found] == [(72.0, 72.0)]


@pytest.mark.parametrize(
    "look", ["", "width:36pt", "position:absolute;width:1pt;height:1pt", "width:1e9pt;height:-2pt"]
)
def test_an_old_picture_without_size_or_that_floats_is_reported(look):
    reported, found = unknown(p(r(old_picture(look))), related=[PICTURE])
    assert (reported, found.paragraphs[0].inlines) == ([("第1段", "图形 pict", 1)], ())


def test_an_old_box_stands_where_its_style_says():
    drawn = old_box(p("框")).replace("<v:shape>", '<v:shape style="mso-position-horizontal:center">')
    assert unknown(p(r(drawn)))[1].paragraphs[0].format.align is Align.CENTER
