"""A tree, what it may name, and the document that comes of the two."""

from __future__ import annotations

from docgen.content import Content, Entries
from docgen.diagnostics import Diagnostic
from docgen.load.compose import compose
from docgen.load.documents import document
from docgen.load.expressions import Names
from docgen.load.source import source
from docgen.load.stock import Known, Stock
from docgen.load.tree import Mapping

ROWS = ({"姓名": "甲"}, {"姓名": "乙"})
TEXT = "模板: 大工发\n标题: 通报\n正文: |\n  表彰{{ 名册|数 }}名。\n"


def read(text: str, names: Names | None = None, stock: Stock | None = None) -> tuple[Content | None, list[Diagnostic]]:
    where = source("通报.yaml", text)
    tree = compose(where)[0]
    assert isinstance(tree, Mapping)
    known = Known({"名册": ROWS}, stock or Stock())
    return document(tree, where, {"名册": ROWS} if names is None else names, known, "大工发1号")


def whole(text: str, names: Names | None = None) -> Content:
    content, found = read(text, names)
    assert [str(one) for one in found] == []
    assert content is not None
    return content


def test_numbers_are_computed_and_the_document_has_its_name():
    content = whole(TEXT)
    assert (content.name, content.title, content.body[0].text) == ("大工发1号", "通报", "表彰2名。")


def test_lists_are_printed_in_blocks():
    content = whole(TEXT.replace("|\n  表彰{{ 名册|数 }}名。", "\n  - 条目: {数据: 名册}"))
    assert content.body == (Entries("", ("甲", "乙")),)


def test_a_cell_may_stand_beside_the_lists():
    assert whole(TEXT.replace("{{ 名册|数 }}名", "{{ 姓名 }}"), {"姓名": "甲"}).body[0].text == "表彰甲。"


def test_faults_of_numbers_and_of_values_are_told_together():
    content, found = read(TEXT.replace("名册|数", "名单|数") + "密级: 内部\n印发机关: 办公室\n")
    assert content is None
    assert [one.rule for one in found] == ["算式", "取值"]
    assert [one.place.line for one in found] == [4, 5]


def test_a_value_is_judged_after_it_is_computed():
    assert whole(TEXT + "成文日期: '{{ 日期 }}'\n", {"名册": ROWS, "日期": "2018-01-05"}).date == "2018年1月5日"
    content, (only,) = read(TEXT + "成文日期: '{{ 日期 }}'\n", {"名册": ROWS, "日期": "明天"})
    assert content is None
    assert (str(only.place), "明天" in only.message) == ("通报.yaml:5:7", True)


def test_a_template_that_is_not_on_the_shelf_is_an_error():
    content, (only,) = read(TEXT, stock=Stock(frozenset(("大工办发",)), frozenset()))
    assert content is None
    assert only.message == "“模板”写的是“大工发”，没有这个模板"
