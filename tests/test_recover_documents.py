"""recover/documents: pieces of a Word file."""

from documents import BOX, cell, char, document, para, row, run, section, sheet, table
from msgspec.structs import replace
from samples import content, filled

from docgen.content import Grid
from docgen.document import Align, Image, Margin
from docgen.read import read
from docgen.recover.documents import source_of
from docgen.recover.pieces import Tabular


def pieces(*blocks, **changes):
    found = source_of(document(section(*blocks, **changes))).pieces
    return [piece.rows if isinstance(piece, Tabular) else piece.text for piece in found]


def first(*blocks):
    return source_of(document(section(*blocks))).pieces[0]


def test_paragraphs_are_lines_with_their_numbers_and_looks():
    line = first(para(run("标题", size=22.0, color="FF0000", bold=True), align=Align.CENTER))
    assert (line.text, line.spot, line.style) == ("标题", "第1段", "")
    assert (line.look.size, line.look.centred, line.look.bold, line.look.red) == (22.0, True, True, True)


def test_the_styles_of_other_offices_say_nothing():
    assert first(para("甲", style="附件标签")).style == ""


def test_in_a_file_that_docgen_made_each_line_has_its_style():
    read_back, _ = read(filled(content()), "试验.docx")
    styles = {piece.style for piece in source_of(read_back).pieces}
    assert styles == {"发文机关标志", "公文标题", "公文正文"}


def test_a_line_break_parts_lines_but_not_sentences():
    long = "这一行写到一半就换了行因为它在网页上放不下所以后面还有"
    assert pieces(para(f"甲。\n乙\n{long}\n半句。")) == ["甲。", "乙", f"{long}半句。"]


def test_a_page_break_in_a_run_begins_a_page():
    found = source_of(document(section(para("甲\f乙"), para("丙", page_break_before=True)))).pieces
    assert [each.new_page for each in found] == [False, True, True]


def test_a_new_section_begins_a_page_unless_the_sheet_is_turned():
    wide = sheet(width=200.0, height=100.0)
    sections = (section("甲"), section("乙"), section("丙", paper=wide), section("丁", start="continuous", paper=wide))
    found = source_of(document(*sections)).pieces
    assert [(each.new_page, each.landscape) for each in found] == [
        (False, False),
        (True, False),
        (False, True),
        (False, True),
    ]


def test_a_table_with_rules_is_a_table():
    ruled = table(row(cell("甲", edges=BOX), cell("乙", edges=BOX)), row(cell("1", edges=BOX), cell("", edges=BOX)))
    assert pieces(ruled) == [(("甲", "乙"), ("1", ""))]


def test_a_table_that_only_aligns_is_lines():
    assert pieces(table(row("大工发〔2018〕9号", "签发人：于波"))) == ["大工发〔2018〕9号　签发人：于波"]
    assert pieces(table(row(cell("甲", "乙", edges=BOX)), columns=(100.0,))) == ["甲", "乙"]


def test_a_table_with_an_imprint_is_lines():
    ruled = table(
        row(cell("抄送：甲。", edges=BOX)),
        row(cell("大连市总工会办公室", edges=BOX), cell("2018年1月5日印发", edges=BOX)),
    )
    assert pieces(ruled) == ["抄送：甲。", "大连市总工会办公室　2018年1月5日印发"]


def test_merged_cells_are_taken_apart():
    wide = table(row(cell("甲", span=2, edges=BOX), cell("乙", edges=BOX)), row(*(cell(x, edges=BOX) for x in "123")))
    found = first(wide)
    assert (found.rows, found.merged) == ((("甲", "", "乙"), ("1", "2", "3")), True)


def test_the_head_of_a_table_is_known_by_its_look_or_its_words():
    bold = [cell(para(run(name, bold=True)), edges=BOX) for name in "甲乙"]
    assert first(table(row(*bold), row(cell("丙", edges=BOX), cell("丁", edges=BOX)))).head
    assert first(
        table(row(cell("序号", edges=BOX), cell("乙", edges=BOX)), row(cell("1", edges=BOX), cell("丁", edges=BOX)))
    ).head
    assert not first(
        table(row(cell("姓名", edges=BOX), cell("王强", edges=BOX)), row(cell("电话", edges=BOX), cell("8", edges=BOX)))
    ).head


def test_page_numbers_are_passed_over_and_other_headers_told_of():
    margin = Margin(default=(para("— 1 —"), para("内部资料")))
    found = source_of(document(section("甲", headers=margin, footers=Margin(default=(para("第 1 页 共 2 页"),)))))
    assert [(each.kind, each.text) for each in found.asides] == [("页眉", "内部资料")]


def test_a_red_header_is_the_mark():
    margin = Margin(first=(para(run("大连市总工会", color="FF0000")),))
    assert [each.text for each in source_of(document(section("甲", headers=margin))).pieces] == ["大连市总工会", "甲"]


def test_pictures_are_told_of():
    found = source_of(document(section(para(Image(10.0, 10.0, b"", "红头"), "甲"))))
    assert [(each.kind, each.text, each.spot) for each in found.asides] == [("图片", "红头", "第1段")]


def test_shares_of_columns_and_turned_sheets_come_from_the_file():
    grid = Grid(("甲", "乙"), (("1", "2"),), (1.0, 3.0), landscape=True)
    read_back, _ = read(filled(replace(content(), body=(grid, *content().body))), "试验.docx")
    found = next(piece for piece in source_of(read_back).pieces if isinstance(piece, Tabular))
    assert (found.head, found.widths, found.landscape) == (True, (1.0, 3.0), True)


def test_colours_that_are_none_are_not_red():
    assert not first(para(run("甲", color="auto"))).look.red
    assert not first(para(run("甲", color="zzzzzz"))).look.red
    assert char().color == "000000"


def test_odd_line_ends_part_lines():
    assert pieces(para("甲\u2028乙\x85丙")) == ["甲", "乙", "丙"]


def test_a_mark_on_every_page_is_one_mark():
    margin = Margin(
        default=(para(run("大连市总工会", color="FF0000")),), even=(para(run("大连市总工会", color="FF0000")),)
    )
    found = source_of(document(section("甲", headers=margin), section("乙", headers=margin))).pieces
    assert [each.text for each in found] == ["大连市总工会", "甲", "乙"]


def test_a_picture_in_a_page_header_is_told_of():
    margin = Margin(default=(para(Image(10.0, 10.0, b"")),))
    assert [each.kind for each in source_of(document(section("甲", headers=margin))).asides] == ["图片"]
