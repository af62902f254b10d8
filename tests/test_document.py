"""The noun DOCUMENT: reading order of its paragraphs and texts."""

from docgen.document import (
    Cell,
    CharFormat,
    Document,
    Field,
    Image,
    Margins,
    Paragraph,
    ParagraphFormat,
    Row,
    Run,
    Section,
    Sheet,
    Table,
    paragraphs_of,
)

MARK = CharFormat()


def paragraph(*inlines):
    return Paragraph("正文", ParagraphFormat(), inlines, MARK)


def run(text):
    return Run(text, MARK)


def test_a_paragraph_reads_as_its_runs_and_stored_fields():
    assert paragraph(run("第"), Field("PAGE", MARK, "3"), Image(1, 1, b""), run("页")).text == "第3页"


def test_paragraphs_in_cells_stand_where_their_table_stands():
    inner = Table((1.0,), (Row((Cell((paragraph(run("丙")),)),)),))
    table = Table((1.0, 1.0), (Row((Cell((paragraph(run("乙")), inner)), Cell((paragraph(run("丁")),)))),))
    blocks = (paragraph(run("甲")), table, paragraph(run("戊")))
    assert [each.text for each in paragraphs_of(blocks)] == ["甲", "乙", "丙", "丁", "戊"]


def test_a_document_joins_the_paragraphs_of_its_sections():
    sheet = Sheet(100, 100, Margins(), 0, 0)
    sections = tuple(Section(sheet, (paragraph(run(text)),)) for text in ("甲", "乙"))
    assert Document(sections).text == "甲\n乙"
