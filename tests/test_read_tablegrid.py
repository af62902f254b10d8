"""Columns of a table: from its grid, else from what its cells and the table itself ask for."""

import pytest
from docx_files import first_table, p, tbl, tc, tr

from docgen.document import Table


def row(*widths, kind="dxa"):
    return tr(*(tc("格", f'<w:tcW w:w="{width}" w:type="{kind}"/>') for width in widths))


def table(*rows, grid=(2000, 2000, 2000), wide="", fixed=False) -> Table:
    layout = '<w:tblLayout w:type="fixed"/>' if fixed else ""
    return first_table(tbl(*rows, properties=(f"<w:tblW {wide}/>" if wide else "") + layout, grid=grid))


def test_a_grid_that_somebody_has_set_holds():
    assert table(row(1000, 3000, 4000), grid=(500, 2000, 600)).columns == (25.0, 100.0, 30.0)


@pytest.mark.parametrize("grid", [(2000, 2000, 2000), (0, 0, 0), (), (100, 100)])
def test_cells_are_asked_where_all_columns_of_the_grid_are_alike(grid):
    assert table(row(1000, 3000, 4000), grid=grid).columns == (50.0, 150.0, 200.0)


def test_the_widest_cell_of_a_column_counts_and_a_column_without_any_keeps_its_grid():
    assert table(row(1000, 3000, 0), row(2000, 500, 0)).columns == (100.0, 150.0, 100.0)


def test_cells_of_several_columns_say_nothing_of_one():
    merged = tr(
        tc("格", '<w:tcW w:w="5000" w:type="dxa"/><w:gridSpan w:val="2"/>'), tc("格", '<w:tcW w:w="900" w:type="dxa"/>')
    )
    assert table(merged).columns == (100.0, 100.0, 45.0)


def test_cells_left_out_before_a_row_count():
    later = tr(tc("格", '<w:tcW w:w="900" w:type="dxa"/>'), properties='<w:gridBefore w:val="1"/>')
    assert table(later, grid=(2000, 2000)).columns == (100.0, 45.0)


def test_cells_of_tables_inside_are_not_asked():
    inner = tbl(row(100, 100, 100))
    assert table(f"<w:tr><w:tc>{inner}{p()}</w:tc></w:tr>", grid=(2000,)).columns == (100.0,)


def test_shares_are_proportions_of_the_width_of_the_table():
    found = table(row(1000, 1500, 2500, kind="pct"))
    assert (found.columns, found.width, found.share) == ((0.2, 0.3, 0.5), 0.0, 1.0)
    assert table(row("20%", "30%", "50%", kind="pct"), wide='w:w="2500" w:type="pct"').share == 0.5


@pytest.mark.parametrize(
    ("wide", "width", "share"),
    [
        ('w:w="6000" w:type="dxa"', 300.0, 0.0),
        ('w:w="2500" w:type="pct"', 0.0, 0.5),
        ('w:w="50%" w:type="pct"', 0.0, 0.5),
        ('w:w="0" w:type="auto"', 0.0, 0.0),
        ('w:w="x" w:type="dxa"', 0.0, 0.0),
        ("", 0.0, 0.0),
    ],
)
def test_a_table_asks_for_its_width(wide, width, share):
    found = table(tr(tc(), tc(), tc()), wide=wide)
    assert (found.columns, found.width, found.share) == ((100.0, 100.0, 100.0), width, share)


def test_fixed_columns_keep_their_widths():
    assert table(row(1000, 1000, 1000), wide='w:w="9000" w:type="dxa"', fixed=True).width == 0.0
    assert table(row(0, 0, 0), wide='w:w="9000" w:type="dxa"', fixed=True, grid=()).width == 450.0
