"""Paragraphs and tables: numbers of paragraphs, grids, merges, edges, margins, rows, floating tables."""

import pytest
from docx_files import document, first_table, p, r, rpr, style, tbl, tc, tr, unknown

from docgen.document import Border, Direction, Edges, Float, Margins, Merge, Table
from docgen.read.tablelook import CELL_MARGIN

EDGE = '<w:{} w:val="single" w:sz="{}" w:color="000000"/>'
ALL_EDGES = "".join(EDGE.format(side, 4) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
THICK = Border(1.5)
THIN = Border(0.5)
NIL = Border(0.0, style="nil")


def borders(name, **sides):
    """Borders by side in eighths of a point; 0 is nil."""
    lines = (EDGE.format(side, width) if width else f'<w:{side} w:val="nil"/>' for side, width in sides.items())
    return f"<w:{name}>{''.join(lines)}</w:{name}>"


def edges_of(table, **more):
    """Edges of all cells, row by row."""
    return [[cell.edges for cell in row.cells] for row in first_table(table, **more).rows]


def first_cell(properties="", **table):
    return first_table(tbl(tr(tc("格", properties)), **table)).rows[0].cells[0]


def first_row(properties):
    return first_table(tbl(tr(tc("格"), properties=properties))).rows[0]


def test_paragraphs_are_numbered_in_reading_order_those_in_cells_included():
    found = document(p("一") + tbl(tr(tc("二"), tc("三"))) + p("四")).paragraphs
    assert [(paragraph.text, paragraph.index) for paragraph in found] == [("一", 0), ("二", 1), ("三", 2), ("四", 3)]


@pytest.mark.parametrize(
    "wrapped",
    [
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:sdt><w:sdtContent><w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>",
        "<w:customXml>{}</w:customXml>",
        "<w:ins>{}</w:ins>",
        "<w:moveTo>{}</w:moveTo>",
        "<mc:AlternateContent><mc:Choice>{}</mc:Choice></mc:AlternateContent>",
    ],
)
def test_blocks_inside_a_wrapper_are_kept(wrapped):
    body = p("前") + wrapped.format(p("中") + tbl(tr(tc("格")))) + p("后")
    assert document(body).text == "前\n中\n格\n后"
    assert document(tbl(f"<w:tr><w:tc>{body}</w:tc></w:tr>")).text == "前\n中\n格\n后"


def test_blocks_that_do_not_print_are_left_out_without_a_word():
    marks = '<w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/><w:proofErr w:type="x"/><!-- 说明 -->'
    assert (
        document(p("前") + marks + f"<w:del>{p('删')}</w:del><w:moveFrom>{p('移')}</w:moveFrom>" + p("后")).text
        == "前\n后"
    )


DELETED = "<w:del><w:r><w:delText>删</w:delText></w:r></w:del>"
DELETED_MARK = rpr('<w:del w:id="1"/>')


def test_a_paragraph_deleted_with_its_mark_leaves_no_empty_line():
    moved = f"<w:moveFrom>{r('移')}</w:moveFrom>"
    gone = p(DELETED, DELETED_MARK) + p(moved, DELETED_MARK) + p("", DELETED_MARK)
    assert document(p("前") + gone + p("后")).text == "前\n后"


def test_a_paragraph_of_which_only_the_text_or_only_the_mark_is_deleted_stays():
    assert document(p(DELETED) + p("在", DELETED_MARK)).text == "\n在"


def test_an_unknown_block_is_named_with_the_paragraph_after_it():
    reported, found = unknown(p("一") + '<w:altChunk r:id="r1"/>' + p("二"))
    assert reported == [("第2段", "正文内容 altChunk", 1)]
    assert found.text == "一\n二"


def test_the_grid_of_a_table_is_in_points():
    assert first_table(tbl(tr(tc(), tc()), grid=(2000, 1000))).columns == (100.0, 50.0)


def test_a_grid_without_sense_has_columns_without_width():
    assert first_table(tbl(tr(tc()), grid=(-2000, "x", ""))).columns == (0.0, 0.0, 0.0)


def test_a_table_may_lack_grid_and_properties():
    assert first_table(f"<w:tbl><w:tr>{tc('格')}</w:tr></w:tbl>").columns == ()


@pytest.mark.parametrize(("span", "expected"), [("3", 3), ("1", 1), ("0", 1), ("-2", 1), ("x", 1), ("1000000000", 63)])
def test_a_cell_spans_from_1_to_63_columns(span, expected):
    assert first_cell(f'<w:gridSpan w:val="{span}"/>').span == expected


@pytest.mark.parametrize(("skip", "expected"), [("2", 2), ("0", 0), ("-2", 0), ("x", 0), ("1000000000", 63)])
def test_a_row_skips_up_to_63_columns(skip, expected):
    assert first_row(f'<w:gridBefore w:val="{skip}"/>').skip == expected


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ("", Merge.NONE),
        ('<w:vMerge w:val="restart"/>', Merge.START),
        ('<w:vMerge w:val="continue"/>', Merge.GOES_ON),
        ("<w:vMerge/>", Merge.GOES_ON),
    ],
)
def test_a_vertical_merge_starts_and_goes_on(properties, expected):
    assert first_cell(properties).merge is expected


@pytest.mark.parametrize(
    ("words", "direction"),
    [
        ("lrTb lrTbV tb tbV nonsense", Direction.ACROSS),
        ("tbRl tbRlV tbLrV rl rlV lrV", Direction.DOWN),
        ("btLr lr", Direction.UP),
    ],
)
def test_text_runs_across_down_or_up_by_the_word_for_it(words, direction):
    for word in words.split():
        assert first_cell(f'<w:textDirection w:val="{word}"/>').direction is direction


def test_a_cell_has_its_alignment_and_its_shade():
    found = first_cell('<w:vAlign w:val="center"/><w:shd w:val="clear" w:fill="D9D9D9"/>')
    assert (found.valign, found.shade) == ("center", "D9D9D9")
    assert (first_cell().valign, first_cell().shade) == ("top", "")
    assert first_cell("<w:vAlign/>").valign == "top"


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ("", (0.0, False)),
        ('<w:trHeight w:val="600"/>', (30.0, False)),
        ('<w:trHeight w:val="600" w:hRule="atLeast"/>', (30.0, False)),
        ('<w:trHeight w:val="600" w:hRule="exact"/>', (30.0, True)),
        ('<w:trHeight w:val="-600" w:hRule="auto"/>', (0.0, False)),
        ('<w:trHeight w:val="tall"/>', (0.0, False)),
    ],
)
def test_the_height_of_a_row_is_exact_or_a_minimum(properties, expected):
    found = first_row(properties)
    assert (found.height, found.exact) == expected


def test_a_row_may_be_a_head_and_may_keep_together():
    found = first_row("<w:tblHeader/><w:cantSplit/>")
    assert (found.header, found.cant_split) == (True, True)
    found = first_row('<w:tblHeader w:val="0"/><w:cantSplit w:val="false"/>')
    assert (found.header, found.cant_split) == (False, False)


def test_rows_and_cells_inside_content_controls_are_kept():
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    found = first_table(tbl(control.format(tr(control.format(tc("一")), tc("二"))), tr(tc("三"))))
    assert [[cell.blocks[0].text for cell in row.cells] for row in found.rows] == [["一", "二"], ["三"]]


HIDDEN = "<w:hidden/>"
VANISHED = rpr("<w:vanish/>")


def test_a_row_hidden_with_all_its_text_is_left_out_and_its_neighbour_is_on_the_rim():
    gone = tr(f"<w:tc>{p(r('藏', '<w:vanish/>'))}</w:tc>", tc(), properties=HIDDEN)
    found = first_table(tbl(gone, tr(tc("一")), properties=borders("tblBorders", top=12, insideH=4)))
    assert len(found.rows) == 1
    assert found.rows[0].cells[0].edges.top == THICK


def test_a_hidden_row_with_text_that_shows_stays():
    assert document(tbl(tr(tc("一")), tr(tc("二"), properties=HIDDEN))).text == "一\n二"
    assert document(tbl(tr(tc("一")), tr(tc(), properties='<w:hidden w:val="0"/>'))).text == "一\n"


def test_a_deleted_row_is_left_out():
    assert document(tbl(tr(tc("一")), tr(tc("删"), properties="<w:del/>"), tr(tc("二")))).text == "一\n二"


def test_a_table_may_stand_in_a_cell():
    inner = tbl(tr(tc("内")))
    found = first_table(tbl(tr(f"<w:tc>{p('前')}{inner}{p('后')}</w:tc>")))
    assert [type(block) is Table for block in found.rows[0].cells[0].blocks] == [False, True, False]


def test_inner_edges_stand_inside_and_outer_ones_on_the_rim():
    look = borders("tblBorders", top=12, left=12, bottom=12, right=12, insideH=4, insideV=4)
    one = [Edges(THICK, THICK, THIN, THIN), Edges(THICK, THIN, THIN, THICK)]
    other = [Edges(THIN, THICK, THICK, THIN), Edges(THIN, THIN, THICK, THICK)]
    assert edges_of(tbl(tr(tc(), tc()), tr(tc(), tc()), properties=look)) == [one, other]


def test_a_cell_alone_has_the_outer_edges_on_all_sides():
    look = borders("tblBorders", top=12, left=12, bottom=12, right=12, insideH=4, insideV=4)
    assert edges_of(tbl(tr(tc()), properties=look)) == [[Edges(THICK, THICK, THICK, THICK)]]


def test_edges_of_a_cell_win_over_those_of_the_table():
    own = borders("tcBorders", top=4, bottom=0, start=12)
    assert edges_of(tbl(tr(tc("", own)), properties=f"<w:tblBorders>{ALL_EDGES}</w:tblBorders>")) == [
        [Edges(THIN, THICK, NIL, THIN)]
    ]


def test_a_cell_on_the_rim_keeps_its_own_edge_even_where_it_is_like_the_inner_one():
    look = borders("tblBorders", top=12, bottom=12, insideH=4)
    assert edges_of(tbl(tr(tc("", borders("tcBorders", top=4))), properties=look)) == [[Edges(top=THIN, bottom=THICK)]]


def test_a_cell_may_take_away_the_outer_edge_of_a_table_without_inner_ones():
    look = borders("tblBorders", top=12, left=12, bottom=12, right=12)
    own = borders("tcBorders", top=0, left=0)
    assert edges_of(tbl(tr(tc("", own)), properties=look)) == [[Edges(NIL, NIL, THICK, THICK)]]


def test_a_cell_that_says_none_has_the_edge_of_its_table():
    own = '<w:tcBorders><w:top w:val="none"/><w:left w:val="single" w:sz="12"/></w:tcBorders>'
    look = f"<w:tblBorders>{ALL_EDGES}</w:tblBorders>"
    assert edges_of(tbl(tr(tc("", own)), properties=look)) == [[Edges(THIN, THICK, THIN, THIN)]]


def test_a_cell_has_its_diagonals():
    own = '<w:tcBorders><w:tl2br w:val="single" w:sz="4"/><w:tr2bl w:val="single" w:sz="12"/></w:tcBorders>'
    assert edges_of(tbl(tr(tc("", own)))) == [[Edges(falling=THIN, rising=THICK)]]


def test_edges_come_from_the_table_style_and_go_with_nil():
    inside = f"<w:tblPr><w:tblBorders>{ALL_EDGES}</w:tblBorders></w:tblPr>"
    styles = style("网格", inside, kind="table", based="基") + style("基", "<w:tblPr/>", kind="table")
    look = '<w:tblStyle w:val="网格"/>' + borders("tblBorders", top=0, left=12)
    assert edges_of(tbl(tr(tc()), properties=look), styles=styles) == [[Edges(None, THICK, THIN, THIN)]]


def test_a_table_bears_the_name_of_its_style():
    styles = style("公文表格", kind="table")
    assert first_table(tbl(tr(tc()), properties='<w:tblStyle w:val="公文表格"/>'), styles=styles).style == "公文表格"


def test_a_row_may_have_edges_and_margins_of_its_own():
    own = borders("tblBorders", top=12) + '<w:tblCellMar><w:left w:w="40"/></w:tblCellMar>'
    row = tr(tc()).replace("<w:trPr>", f"<w:tblPrEx>{own}</w:tblPrEx><w:trPr>")
    found = first_table(tbl(row, tr(tc()), properties=f"<w:tblBorders>{ALL_EDGES}</w:tblBorders>")).rows
    assert [row.cells[0].edges.top for row in found] == [THICK, THIN]
    assert [row.cells[0].margins.left for row in found] == [2.0, 5.4]


def test_cell_margins_come_from_word_the_style_the_table_and_the_cell():
    assert first_cell().margins == Margins(0.0, 5.4, 0.0, 5.4)
    styles = style("t", '<w:tblPr><w:tblCellMar><w:top w:w="20"/></w:tblCellMar></w:tblPr>', kind="table", default=True)
    look = '<w:tblCellMar><w:start w:w="60"/><w:end w:w="-60"/></w:tblCellMar>'
    own = '<w:tcMar><w:bottom w:w="100"/></w:tcMar>'
    found = first_table(tbl(tr(tc("", own)), properties=look), styles=styles).rows[0].cells[0]
    assert found.margins == Margins(1.0, 3.0, 5.0, 0.0)


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ("", ("left", 0.0)),
        ('<w:jc w:val="center"/>', ("center", 0.0)),
        ('<w:jc w:val="end"/>', ("right", 0.0)),
        ('<w:jc w:val="aside"/>', ("left", 0.0)),
        ('<w:tblInd w:w="-200" w:type="dxa"/>', ("left", -10.0)),
        ('<w:tblInd w:w="far"/>', ("left", 0.0)),
    ],
)
def test_a_table_stands_where_its_alignment_or_indent_says(properties, expected):
    found = first_table(tbl(tr(tc()), properties=properties), settings=MODERN.format(15))
    assert (found.align, found.indent) == expected


MODERN = '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="x" w:val="{}"/></w:compat>'


@pytest.mark.parametrize(("mode", "indent"), [(12, 0.0), (14, 0.0), (15, 5.0), (16, 5.0)])
def test_before_word_2013_a_table_stands_with_its_text_at_the_margin(mode, indent):
    margin = '<w:tblInd w:w="100"/><w:tblCellMar><w:left w:w="100"/></w:tblCellMar>'
    table = first_table(tbl(tr(tc()), properties=margin), settings=MODERN.format(mode))
    assert table.indent == indent


def test_a_file_that_names_no_version_is_an_old_one_and_tables_in_cells_stand_at_their_edge():
    inner = tbl(tr(tc()))
    outer = first_table(tbl(f"<w:tr><w:tc>{inner}<w:p/></w:tc></w:tr>"), settings="<w:compat/>")
    assert (outer.indent, outer.rows[0].cells[0].blocks[0].indent) == (-CELL_MARGIN, 0.0)


def test_the_indent_of_the_style_serves_where_the_table_has_none():
    styles = style("t", '<w:tblPr><w:tblInd w:w="100"/></w:tblPr>', kind="table", default=True)
    assert first_table(tbl(tr(tc())), styles=styles, settings=MODERN.format(15)).indent == 5.0


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ("", Float("text", "margin")),
        (
            'w:horzAnchor="page" w:vertAnchor="page" w:tblpX="1480" w:tblpYSpec="bottom"',
            Float("page", "page", 74.0, 0.0, "", "bottom"),
        ),
        ('w:vertAnchor="text" w:tblpY="-40" w:tblpXSpec="center"', Float("text", "text", 0.0, -2.0, "center")),
        ('w:tblpX="far"', Float("text", "margin")),
    ],
)
def test_a_floating_table_says_where_it_stands(attributes, expected):
    assert first_table(tbl(tr(tc()), properties=f"<w:tblpPr {attributes}/>")).floating == expected


def test_a_table_in_the_text_does_not_float():
    assert first_table(tbl(tr(tc()))).floating is None


@pytest.mark.parametrize(
    ("table", "what"),
    [
        (tbl(tr(tc()), properties="<w:tblCellSpacing/>"), "表格格式 tblCellSpacing"),
        (tbl(tr(tc(), properties="<w:mystery/>")), "表格行格式 mystery"),
        (tbl(tr(tc("", '<w:hMerge w:val="restart"/>'))), "单元格格式 hMerge"),
        (tbl("<w:mystery/>", tr(tc())), "表格内容 mystery"),
        (tbl(tr("<w:mystery/>", tc())), "表格内容 mystery"),
    ],
)
def test_what_is_not_known_of_a_table_is_named_with_the_paragraph_at_hand(table, what):
    assert unknown(p("一") + table)[0] == [("第2段", what, 1)]


def test_what_changes_nothing_on_paper_is_passed_over():
    table = '<w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="04A0"/><!-- 说明 -->'
    row = '<w:jc w:val="left"/><w:cnfStyle w:val="1"/>'
    cell = '<w:tcW w:w="2000" w:type="dxa"/><w:noWrap/><w:hideMark/>'
    marks = '<w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/>'
    assert document(tbl(marks, tr(marks, tc("格", cell), properties=row), properties=table)).text == "格"


def test_a_table_inside_a_paragraph_run_is_no_table():
    assert unknown(p(r("<w:tbl/>")))[0] == [("第1段", "文字内容 tbl", 1)]
