"""Table styles: what they say of first and last rows and columns, of bands and corners, and which of it wins."""

import pytest
from docx_files import first_table, p, r, style, tbl, tc, tr, unknown

from docgen.document import Border, Edges

ALL = 'w:firstRow="1" w:lastRow="1" w:firstColumn="1" w:lastColumn="1" w:noHBand="0" w:noVBand="0"'
NONE = 'w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"'


def fill(color):
    return f'<w:tcPr><w:shd w:val="clear" w:fill="{color}"/></w:tcPr>'


def kind(name, inside):
    return f'<w:tblStylePr w:type="{name}">{inside}</w:tblStylePr>'


def edge(side, width=8):
    return f'<w:{side} w:val="single" w:sz="{width}" w:color="000000"/>'


def table(inside, look=ALL, rows=4, columns=4, base=""):
    """A table of a style whose inside is given."""
    shown = f'<w:tblStyle w:val="t"/><w:tblLook {look}/>'
    body = tbl(*(tr(*(tc("格") for _ in range(columns))) for _ in range(rows)), properties=shown)
    return first_table(body, styles=base + style("t", inside, kind="table"))


def shades(inside, look=ALL, rows=4, columns=4):
    """The fills of all cells, a word for each row."""
    return [" ".join(cell.shade[:1] or "-" for cell in row.cells) for row in table(inside, look, rows, columns).rows]


FILLS = "".join(
    kind(name, fill(digit * 6))
    for name, digit in {
        "firstRow": "1",
        "lastRow": "2",
        "firstCol": "3",
        "lastCol": "4",
        "band1Horz": "5",
        "band2Horz": "6",
    }.items()
)


def test_rows_win_over_columns_and_columns_over_bands():
    assert shades(FILLS) == ["1 1 1 1", "3 5 5 4", "3 6 6 4", "2 2 2 2"]


def test_kinds_that_the_table_does_not_show_say_nothing():
    assert shades(FILLS, NONE) == ["- - - -"] * 4
    assert shades(FILLS, 'w:val="0420"') == ["1 1 1 1", "5 5 5 5", "6 6 6 6", "5 5 5 5"]
    assert shades(FILLS, 'w:val="0420" w:firstRow="0"') == ["5 5 5 5", "6 6 6 6"] * 2
    assert shades(FILLS, 'w:val="xyz"') == ["5 5 5 5", "6 6 6 6"] * 2


def test_a_table_that_says_nothing_of_kinds_shows_none():
    body = tbl(tr(tc("格")), properties='<w:tblStyle w:val="t"/>')
    assert first_table(body, styles=style("t", FILLS, kind="table")).rows[0].cells[0].shade == ""


def test_bands_of_columns_win_over_bands_of_rows():
    upright = kind("band1Vert", fill("7" * 6))
    assert shades(FILLS + upright, 'w:val="0000"', 2, 3) == ["7 5 7", "7 6 7"]


def test_bands_may_be_several_rows_high():
    sizes = '<w:tblPr><w:tblStyleRowBandSize w:val="2"/></w:tblPr>'
    assert shades(sizes + FILLS, 'w:val="0420"', 6, 1) == ["1", "5", "5", "6", "6", "5"]


@pytest.mark.parametrize(
    ("corner", "row", "column"), [("nwCell", 0, 0), ("neCell", 0, 3), ("swCell", 3, 0), ("seCell", 3, 3)]
)
def test_a_corner_wins_over_all(corner, row, column):
    found = table(FILLS + kind(corner, fill("9" * 6)))
    marked = [(r, c) for r, each in enumerate(found.rows) for c, cell in enumerate(each.cells) if cell.shade == "9" * 6]
    assert marked == [(row, column)]


def test_the_whole_table_has_the_fill_of_its_style_and_a_cell_may_have_its_own():
    body = tbl(tr(tc("格"), tc("格", '<w:shd w:val="clear" w:fill="EEEEEE"/>')), properties='<w:tblStyle w:val="t"/>')
    found = first_table(body, styles=style("t", fill("AAAAAA"), kind="table"))
    assert [cell.shade for cell in found.rows[0].cells] == ["AAAAAA", "EEEEEE"]


def test_edges_of_a_kind_lie_around_all_its_cells_and_between_them():
    sides = "".join(map(edge, ("top", "left", "bottom", "right"))) + edge("insideV", 4)
    found = table(kind("firstRow", f"<w:tcPr><w:tcBorders>{sides}</w:tcBorders></w:tcPr>"), columns=3, rows=2)
    thick, thin = Border(1.0), Border(0.5)
    assert [cell.edges for cell in found.rows[0].cells] == [
        Edges(thick, thick, thick, thin),
        Edges(thick, thin, thick, thin),
        Edges(thick, thin, thick, thick),
    ]
    assert found.rows[1].cells[0].edges == Edges()


def test_edges_of_a_band_lie_around_the_band():
    sides = edge("top") + edge("bottom") + edge("insideH", 4)
    inside = '<w:tblPr><w:tblStyleRowBandSize w:val="2"/></w:tblPr>' + kind(
        "band1Horz", f"<w:tcPr><w:tcBorders>{sides}</w:tcBorders></w:tcPr>"
    )
    first, second, third = (row.cells[0].edges for row in table(inside, 'w:val="0400"', 3, 1).rows)
    assert (first.top, first.bottom) == (Border(1.0), Border(0.5))
    assert (second.top, second.bottom) == (Border(0.5), Border(1.0))
    assert third == Edges()


def test_text_of_a_kind_has_its_look():
    inside = kind("firstRow", '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr>')
    found = table(inside, columns=1, rows=2)
    looks = [
        (cell.blocks[0].inlines[0].format, cell.blocks[0].format.align.value)
        for row in found.rows
        for cell in row.cells
    ]
    assert [(look.bold, look.color, align) for look, align in looks] == [
        (True, "FF0000", "center"),
        (False, "000000", "left"),
    ]


def test_a_kind_places_text_in_its_cells():
    inside = kind("firstRow", '<w:tcPr><w:vAlign w:val="center"/><w:tcMar><w:top w:w="100"/></w:tcMar></w:tcPr>')
    first, second = (row.cells[0] for row in table(inside, columns=1, rows=2).rows)
    assert ((first.valign, first.margins.top), (second.valign, second.margins.top)) == (("center", 5.0), ("top", 0.0))


def test_a_style_goes_on_from_the_one_it_is_based_on():
    base = style("base", kind("firstRow", fill("111111") + "<w:rPr><w:b/></w:rPr>"), kind="table")
    found = table('<w:basedOn w:val="base"/>' + kind("firstRow", fill("222222")), base=base)
    cell = found.rows[0].cells[0]
    assert (cell.shade, cell.blocks[0].inlines[0].format.bold) == ("222222", True)


def test_cells_left_out_before_a_row_move_its_columns():
    body = tbl(
        tr(tc("格"), tc("格")),
        tr(tc("格"), properties='<w:gridBefore w:val="1"/>'),
        properties=f'<w:tblStyle w:val="t"/><w:tblLook {ALL}/>',
    )
    found = first_table(body, styles=style("t", kind("firstCol", fill("333333")), kind="table"))
    assert [[cell.shade for cell in row.cells] for row in found.rows] == [["333333", ""], [""]]


def test_what_nobody_understands_in_a_kind_is_reported():
    styles = style("t", kind("firstRow", "<w:rPr><w:mystery/></w:rPr>"), kind="table")
    assert unknown(p("一") + tbl(tr(tc(r("格"))), properties='<w:tblStyle w:val="t"/>'), styles=styles)[0] == [
        ("第2段", "字符格式 mystery", 1)
    ]
