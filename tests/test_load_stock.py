"""Templates and forms named in a content file are looked for on the shelf while it is loaded."""

import pytest

from docgen.load import Stock, load

TEXT = "模板: {template}\n标题: 试验\n正文: 正文\n附件:\n  - 表格: {form}\n"
STOCK = Stock(frozenset(("大工发", "大工办发")), frozenset(("申报表",)))


def messages(template, form, stock=STOCK):
    return [str(found) for found in load(TEXT.format(template=template, form=form), "甲.yaml", None, stock)[1]]


def test_what_is_on_the_shelf_passes():
    assert messages("大工发", "申报表") == []


def test_what_is_not_there_is_named_at_its_place_with_a_suggestion():
    assert messages("大工發", "申请表") == [
        "甲.yaml:1:5: 错误: “模板”写的是“大工發”，没有这个模板（是不是“大工发”？）",
        "甲.yaml:5:9: 错误: “表格”写的是“申请表”，没有这个表格（是不是“申报表”？）",
    ]


def test_an_empty_shelf_says_where_to_put_things():
    found = messages("大工发", "申报表", Stock(frozenset(), frozenset()))
    assert [message.rpartition("（")[2] for message in found] == [
        "请把它放到 templates_docx/notices）",
        "请把它放到 templates_docx/forms）",
    ]


@pytest.mark.parametrize("stock", [Stock(), Stock(None, None)])
def test_where_nobody_looked_every_name_passes(stock):
    assert messages("哪个都行", "哪张都行", stock) == []
