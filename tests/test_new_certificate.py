"""The template of a certificate: a framed landscape sheet, filled from the keys of a content file, one page."""

from functools import cache

from formats import fonts, nothing

from docgen.load import Stock
from docgen.new.marks import CERTIFICATE
from docgen.new.template import new_notice_template
from docgen.page import Rule
from docgen.pipeline import Shelf, make_notice
from docgen.read import read
from docgen.units import mm_from_points

TEMPLATE = new_notice_template("荣誉证书", CERTIFICATE)
SHELF = Shelf({"荣誉证书": TEMPLATE}.__getitem__, nothing, nothing, Stock(frozenset(("荣誉证书",)), frozenset()))
TEXT = """
模板: 荣誉证书
标题: 荣誉证书
主送: 中山区总工会
正文: |
  你单位申报的“中山区职工需求联合大调研”项目被认定为2017年度大连市工会工作创新项目。
  特发此证，以资鼓励。
署名: 大连市总工会
成文日期: 2018年1月5日
附注: 证书编号：2018001
"""


@cache
def made():
    notice = make_notice(TEXT.encode(), "证书.yaml", SHELF, fonts())
    assert notice.pdf is not None, "\n".join(map(str, notice.diagnostics))
    return notice


def test_nothing_in_it_is_unknown():
    document, found = read(TEMPLATE, "荣誉证书.docx")
    assert (document is not None, found) == (True, ())


def test_it_is_one_landscape_page():
    (page,) = made().pages.pages
    assert (round(mm_from_points(page.width)), round(mm_from_points(page.height))) == (297, 210)


def test_a_double_frame_stands_11_mm_from_the_edges_of_the_paper():
    (page,) = made().pages.pages
    rules = [item for item in page.items if isinstance(item, Rule) and item.color == "FF0000"]
    assert len(rules) == 8
    outer = min(min(rule.x1, rule.y1) for rule in rules)
    assert 10 <= mm_from_points(outer) <= 11
    assert max(rule.x2 for rule in rules) == page.width - outer


def test_what_is_typed_stands_on_it_inside_the_frame():
    (page,) = made().pages.pages
    shown = "".join(text.text for text in page.texts)
    for words in (
        "荣誉证书",
        "中山区总工会：",
        "特发此证，以资鼓励。",
        "大连市总工会",
        "2018年1月5日",
        "证书编号：2018001",
    ):
        assert words in shown
    assert all(text.x > 30 and text.x + text.width < page.width - 30 for text in page.texts)
