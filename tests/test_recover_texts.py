"""recover/texts: lines and tables of a text file."""

from docgen.recover.pieces import Tabular
from docgen.recover.texts import source_of_text


def pieces(text):
    return [piece.rows if isinstance(piece, Tabular) else piece.text for piece in source_of_text(text).pieces]


def test_lines_that_bear_text_are_pieces_with_their_numbers():
    found = source_of_text("甲\r\n\n　　乙　\n\x0b丙".replace("\r\n", "\n")).pieces
    assert [(each.text, each.spot, each.white, each.lead) for each in found] == [
        ("甲", "第1行", 0, 0), ("乙", "第3行", 1, 4), ("丙", "第5行", 1, 0),
    ]  # fmt: skip


def test_a_form_feed_begins_a_page():
    found = source_of_text("甲\n\f乙\n丙\f丁").pieces
    assert [(each.text, each.new_page) for each in found] == [("甲", False), ("乙", True), ("丙", False), ("丁", True)]


def test_control_characters_are_left_out():
    assert pieces("甲\x01乙\ufffe") == ["甲乙"]


def test_lines_with_as_many_tabs_are_a_table_with_a_head():
    (table,) = source_of_text("序号\t单位\n1\t甲\n2\t\n").pieces
    assert (table.rows, table.head) == ((("序号", "单位"), ("1", "甲"), ("2", "")), True)


def test_empty_rows_of_a_table_are_rows():
    (table,) = source_of_text("单位\t姓名\t手机\n\t\t\n\t\t\n").pieces
    assert (table.rows, table.head) == ((("单位", "姓名", "手机"), ("", "", ""), ("", "", "")), True)


def test_one_line_with_a_tab_is_a_line():
    assert pieces("大工发〔2018〕9号\t签发人：于波\n甲") == ["大工发〔2018〕9号　签发人：于波", "甲"]


def test_lines_set_in_by_tabs_are_lines():
    assert pieces("\t甲。\n\t乙。\n\n\t丙。") == ["甲。", "乙。", "丙。"]


def test_cells_that_begin_with_tabs_are_a_table_until_two_empty_lines():
    text = "\t单位\n\t\n\n\t意见\n\t同意\n\n（章）\n\n\n注：甲\n"
    assert pieces(text) == [(("单位", ""), ("意见", "同意\n（章）")), "注：甲"]


def test_lines_broken_at_the_edge_of_the_screen_are_joined():
    broken = "　　第一段的第一行有二十个字那么长长长长\n第二行也有二十个字这么长长长长长长长长\n完。\n"
    assert pieces(broken * 3) == ["第一段的第一行有二十个字那么长长长长第二行也有二十个字这么长长长长长长长长完。"] * 3


def test_long_paragraphs_are_never_joined():
    assert pieces("　　甲\n" * 3 + ("乙" * 80 + "\n") * 4) == ["甲"] * 3 + ["乙" * 80] * 4
