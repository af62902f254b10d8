"""Which form a returned file is."""

import pytest
from form_samples import small, template

from docgen.document import Document
from docgen.forms.anchors import find_anchors
from docgen.forms.cells import Returned
from docgen.forms.recognise import recognised
from docgen.read import read

FORM = small("单位", "项目", "主席")
BLANK = template("试验表", rows=[("单位名称", "{{ 单位 }}"), ("项目名称", "{{ 项目 }}"), ("工会主席", "{{ 主席 }}")])
ROWS = [("单位名称", "机床厂"), ("项目名称", "创新"), ("工会主席", "于波")]


def document(data) -> Document:
    return read(data, "试验.docx")[0]


ANCHORS = find_anchors(document(BLANK), FORM)


def told(data, **forms):
    name, doubts = recognised(Returned.of(document(data)), forms or {"试验表": ANCHORS})
    return name, [why for why, _ in doubts]


def test_title_and_labels_make_a_form():
    assert told(template("试验表", rows=ROWS)) == ("试验表", [])


def test_labels_alone_do_with_a_doubt():
    assert told(template(rows=ROWS)) == ("试验表", ["没有找到表名，按栏目认作这张表"])


def test_without_a_title_all_forms_of_these_labels_are_named():
    name, (why,) = told(template(rows=ROWS), 试验表=ANCHORS, 另一表=ANCHORS)
    assert {name, "试验表", "另一表"} == {name, *(each for each in ("试验表", "另一表") if each in why + name)}


@pytest.mark.parametrize("data", [template("会议通知"), template(rows=[("单位名称", "机床厂"), ("地点", "大连")])])
def test_a_label_or_two_make_none(data):
    assert told(data) == ("", [])


def test_a_form_that_stands_twice_and_another_form_beside_it_are_told():
    twice = template("试验表", "另一表", rows=[*ROWS, *ROWS])
    assert told(twice, 试验表=ANCHORS)[0] == "试验表"
    assert "文件里还有“另一表”，没有汇总" in told(twice, 试验表=ANCHORS, 另一表=ANCHORS)[1]
