"""Whole pages against what they were: tests/golden holds dumps; `make golden` writes them anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from documents import BOX, RULER, cell, char, document, exact, laid_out, para, row, run, section, sheet, table
from documents import pages_of as pages_of_document
from dump import dump
from fake_fonts import FakeFonts

from docgen.diagnostics import has_errors
from docgen.document import Align, Direction, Edges, Field, Float, Image, Margin, Margins, Merge, Pitch, TabStop
from docgen.files import content_files, shelf_for
from docgen.fill import fill
from docgen.load import load
from docgen.page import Bookmark, Pages
from docgen.pipeline import set_pages, settled

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
NOTICES = list(content_files([ROOT / "content" / "notices"]))
UPDATE = "UPDATE_GOLDEN"


def assert_golden(name: str, pages: Pages) -> None:
    path, found = GOLDEN / f"{name}.txt", dump(pages)
    if os.environ.get(UPDATE):
        path.write_text(found, encoding="utf-8")
    assert path.exists(), f"没有 {path.name}：make golden"
    assert found.splitlines() == path.read_text(encoding="utf-8").splitlines()


def notice_pages(file: Path) -> Pages:
    """The settled pages of a content file, with fonts that every machine has."""
    shelf = shelf_for(file)
    content, found = load(file.read_bytes(), file.name, shelf.list_file)
    assert content is not None, found
    data, found = fill(content, shelf.template(content.template), content.template, shelf.form)
    assert data is not None, found
    laid = settled(set_pages(data.docx, file.name, FakeFonts()), file.name, FakeFonts())
    assert laid.pages is not None
    assert not has_errors(laid.diagnostics), laid.diagnostics
    return laid.pages


@pytest.mark.parametrize("file", NOTICES, ids=lambda file: file.stem)
def test_the_pages_of_a_notice_are_as_they_were(file):
    assert_golden(file.stem, notice_pages(file))


def text_document() -> Pages:
    """Everything that a paragraph can do, on small pages with headers and footers."""
    looks = [
        run("加粗", bold=True),
        run("倾斜", italic=True),
        run("红字", color="FF0000"),
        run("下划线 a", underline="single"),
        run("删除线", strike=True),
        run("底纹", shade="FFFF00"),
        run("上标", raised=4.0, size=6.0),
        run("加宽", spacing=1.0),
        run("楷体latin", east_asia="楷体", ascii="Times New Roman"),
    ]
    stops = (TabStop(40.0), TabStop(90.0, "center"), TabStop(160.0, "right"))
    body = [
        para("关于做好试验工作的通知", align=Align.CENTER, outline_level=0, style="标题", edges=Edges(bottom=RULER)),
        para("各单位：", before=5.0),
        para("为做好2018年度工作，现将“有关事项”通知如下，请认真贯彻执行。" * 2, first=20.0, align=Align.JUSTIFY),
        para("一、要求。按照《办法》（大工办发〔2017〕31号）执行……", keep_next=True, outline_level=1, style="一级标题"),
        para(*looks),
        para("姓名\t职务\t单位\t电话", tabs=stops),
        para("1.\t悬挂缩进的条目，第二行与第一行文字对齐。", left=20.0, first=-20.0),
        para("分散对齐", align=Align.DISTRIBUTE, left=20.0, right=20.0),
        para("边框甲", edges=BOX, after=4.0),
        para("边框乙", edges=BOX, shade="EEEEEE"),
        para("图：", Image(30.0, 25.0, b"png"), pitch=Pitch(1.2)),
        para("署名", align=Align.RIGHT, right=20.0, before=20.0),
        para("换页\f标点悬挂在行末的一行字共有十六个，正好到头", hang_punctuation=True),
    ]
    footers = Margin((para("— ", Field("PAGE", char()), " / ", Field("NUMPAGES", char()), " —"),), even=(para("双"),))
    paper = sheet(200.0, 200.0, margins=Margins(30.0, 20.0, 30.0, 20.0))
    last = section("横排一页", paper=sheet(300.0, 150.0, 30.0), start="oddPage", first_number=1)
    first = section(*body, paper=paper, headers=Margin((para("页眉", align=Align.RIGHT),)), footers=footers)
    return pages_of_document(document(first, last, even_and_odd=True, mirrored=True))


def table_document() -> Pages:
    """Merges, head rows, rows over pages, tables in tables, vertical text, a table at the foot."""
    boxed = {"edges": BOX, "margins": Margins(1.0, 3.0, 1.0, 3.0)}
    head = row(*[cell(para(text, align=Align.CENTER), **boxed) for text in ("序号", "名称", "说明")], header=True)
    inner = table(row(cell("内甲", edges=BOX), cell("内乙", edges=BOX)), columns=(30.0, 30.0))
    rows = [
        row(
            cell(
                para("一、基本情况", pitch=exact(12.0)),
                direction=Direction.DOWN,
                merge=Merge.START,
                valign="center",
                **boxed,
            ),
            cell("甲", valign="bottom", shade="DDDDDD", **boxed),
            cell("一行说明文字，要折行。", **boxed),
        ),
        row(cell(merge=Merge.GOES_ON, **boxed), cell("乙", span=2, **boxed), height=30.0),
        row(cell("1", **boxed), cell(inner, "表后", **boxed), cell("正文" * 21, **boxed)),
        row(cell("2", **boxed), cell("不跨页", **boxed), cell("正文" * 6, **boxed), cant_split=True),
        row(cell("3", **boxed), cell("定高", **boxed), cell("丙", **boxed), height=25.0, exact=True),
    ]
    low = Float(x_anchor="page", x=20.0, y_anchor="page", y_align="bottom")
    imprint = table(row(cell("抄送：某单位", edges=Edges(RULER, None, RULER))), columns=(160.0,), floating=low)
    body = ["表格：", table(head, *rows, columns=(30.0, 60.0, 70.0)), "表后文字", imprint, "锚"]
    return laid_out(*body, paper=sheet(200.0, 170.0, 20.0))


@pytest.mark.parametrize(("name", "make"), [("文字", text_document), ("表格", table_document)])
def test_the_pages_of_a_document_made_by_hand_are_as_they_were(name, make):
    assert_golden(name, make())


def test_every_golden_file_belongs_to_a_test():
    assert {path.stem for path in GOLDEN.glob("*.txt")} == {"文字", "表格", *(file.stem for file in NOTICES)}


def test_a_dump_shows_every_kind_of_mark():
    pages = laid_out(
        para(run("大", bold=True, color="FF0000", spacing=1.0, shade="FFFF00"), Image(10.0, 10.0, b"png")),
        para("附", edges=Edges(bottom=RULER), outline_level=0),
    )
    assert pages.outline == (Bookmark("附", 0, 1, 30.0),)
    assert dump(pages).splitlines() == [
        "—— 第1页（页码1）120.00×120.00",
        "底 10.00 17.20 10.00 10.00 #FFFF00",
        "字 10.00 26.00 10.00 仿宋 10 加宽1.000 #FF0000 粗 [正文:0] 大",
        "图 21.00 16.00 10.00 10.00 3字节",
        "字 10.00 46.00 10.00 仿宋 10 [正文:1] 附",
        "线 10.00 54.00 110.00 54.00 粗2.00 #FF0000",
        "书签 0 第1页 30.00 附",
    ]
