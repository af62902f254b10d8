"""Files that this project did not make: none makes the stages raise, none loses text, spoilt as it may be."""

from collections import Counter
from functools import cache
from io import BytesIO
from random import Random

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx_files import docx_file, p, png, ppr, r, root, rpr, style, tbl, tc, tr
from fake_fonts import FakeFonts
from lxml import etree
from mutations import packed, spoiled, unpacked
from samples import TEMPLATES

from docgen.layout import lay_out
from docgen.pipeline import machine_fonts, make_pdf
from docgen.read import read
from docgen.witness import lost_in_pages

SEEDS = range(16)
FILES_PER_SEED = 8
MOST_PAGES = 2_000
"""A spoilt file of a page or two may grow by absurd lengths, not without end."""


def saved(document):
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def styles_of_python_docx():
    """Every style of python-docx's template."""
    made = docx.Document()
    styles = sorted(made.styles, key=lambda each: each.name)
    for each in styles:
        if each.type is WD_STYLE_TYPE.PARAGRAPH:
            made.add_paragraph(f"段落 {each.name}", style=each)
    line = made.add_paragraph("字符")
    for each in styles:
        if each.type is WD_STYLE_TYPE.CHARACTER:
            line.add_run(each.name, style=each)
    return saved(made)


def tables_of_python_docx():
    """Tables without rows or columns, merged cells, tables in cells, sections, a picture."""
    made = docx.Document()
    for rows, columns in ((0, 0), (0, 3), (2, 0), (1, 1)):
        made.add_table(rows, columns)
    table = made.add_table(3, 3, style="Light Grid Accent 1")
    table.cell(0, 0).merge(table.cell(1, 1)).text = "合并"
    table.cell(0, 2).add_table(2, 2).cell(0, 0).text = "内"
    made.add_picture(BytesIO(png()))
    for kind in WD_SECTION:
        section = made.add_section(kind)
        section.header.is_linked_to_previous = False
        section.header.paragraphs[0].text = f"页眉\t{kind.name}"
        made.add_paragraph(f"节 {kind.name}")
    return saved(made)


BOX = (
    "<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p>"
    "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
)
PICTURE = (
    '<w:drawing><wp:inline><wp:extent cx="127000" cy="127000"/><a:graphic><a:blip r:embed="r9"/></a:graphic></wp:inline>'
    "</w:drawing>"
)


def drawn_by_hand():
    """Lists, notes, fields, boxes, pictures, merges, vertical text, floating tables, headers."""
    item = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
    number = "<w:fldSimple w:instr=' PAGE '>" + r("1") + "</w:fldSimple>"
    body = (
        p("一", item.format(0))
        + p("二", item.format(1) + '<w:ind w:left="800" w:hanging="400"/><w:jc w:val="both"/>')
        + p(r("三") + r('<w:footnoteReference w:id="1"/>') + r('<w:endnoteReference w:id="1"/>'), style="a")
        + p(r(BOX) + r(PICTURE) + number)
        + tbl(
            tr(tc("四", '<w:gridSpan w:val="2"/><w:vAlign w:val="center"/>'), properties='<w:tblHeader w:val="1"/>'),
            tr(tc("五", '<w:vMerge w:val="restart"/><w:textDirection w:val="tbRl"/>'), tc("六")),
            tr(
                tc("", '<w:vMerge w:val="continue"/>'), tc("七"), properties='<w:trHeight w:val="600" w:hRule="exact"/>'
            ),
        )
        + tbl(
            tr(tc("八")), properties='<w:tblpPr w:horzAnchor="page" w:vertAnchor="page" w:tblpX="900" w:tblpY="9000"/>'
        )
        + p(
            "九" * 200,
            '<w:spacing w:line="592" w:lineRule="exact"/><w:tabs><w:tab w:val="right" w:pos="800"/></w:tabs>',
        )
        + '<w:sectPr><w:headerReference w:type="default" r:id="h1"/><w:pgSz w:w="8000" w:h="8000"/>'
        '<w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="500" w:footer="500"/></w:sectPr>'
    )
    level = '<w:lvl w:ilvl="{}"><w:numFmt w:val="{}"/><w:lvlText w:val="%1.{}"/>{}</w:lvl>'
    indents = ppr('<w:ind w:left="420" w:hanging="420"/>')
    levels = level.format(0, "chineseCounting", "", indents) + level.format(1, "decimal", "%2", indents)
    return docx_file(
        body,
        styles=style("a", rpr("<w:b/>") + ppr('<w:keepNext w:val="1"/>'), based="b", default=True)
        + style("b", rpr('<w:sz w:val="28"/>')),
        numbering=f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        footnotes=f'<w:footnote w:id="1">{p("脚注")}</w:footnote>',
        endnotes=f'<w:endnote w:id="1">{p("尾注")}</w:endnote>',
        settings='<w:defaultTabStop w:val="420"/>',
        related=[("h1", "header", "h1.xml", root("hdr", p("眉"))), ("r9", "image", "a.png", png())],
    )


def form():
    return next(iter(sorted((TEMPLATES / "forms").glob("*.docx")))).read_bytes()


SOURCES = {each.__name__: each for each in (styles_of_python_docx, tables_of_python_docx, drawn_by_hand, form)}


@cache
def parts_of(name):
    return unpacked(SOURCES[name]())


def texts_of(parts):
    """The characters of all texts of the body and of notes, as capitals, each as often as it stands.

    White space does not count; styles may show small letters as capitals.
    """
    names = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
    roots = (etree.fromstring(parts[name]) for name in names if name in parts)
    return Counter("".join("".join(text.text or "" for tree in roots for text in tree.iter(qn("w:t"))).upper().split()))


@pytest.mark.parametrize("name", SOURCES)
def test_every_text_of_a_foreign_file_stands_on_its_pages(name):
    parts = parts_of(name)
    found, _ = read(packed(parts), "试验.docx")
    pages, _ = lay_out(found, FakeFonts(), "试验.docx")
    assert not texts_of(parts) - Counter("".join(pages.text.upper().split()))


@pytest.mark.parametrize("name", SOURCES)
def test_a_foreign_file_becomes_a_pdf(name):
    made = make_pdf(packed(parts_of(name)), "试验.docx", machine_fonts())
    assert made.pdf is not None


@pytest.mark.parametrize("seed", SEEDS)
def test_no_spoilt_file_makes_a_stage_raise_or_loses_what_was_read(seed):
    random = Random(seed)
    for _ in range(FILES_PER_SEED):
        data = spoiled(parts_of(random.choice(sorted(SOURCES))), random)
        found, diagnostics = read(data, "试验.docx")
        if found is None:
            assert len(diagnostics) == 1
            continue
        pages, _ = lay_out(found, FakeFonts(), "试验.docx")
        assert lost_in_pages(found, pages, "试验.docx") == ()
        assert len(pages.pages) < MOST_PAGES
