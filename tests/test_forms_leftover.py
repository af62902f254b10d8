"""What stands in the tables of a returned form and belongs to no field."""

from form_samples import small, template

from docgen.forms.anchors import find_anchors
from docgen.forms.cells import Returned
from docgen.forms.leftover import left_over
from docgen.forms.returned import Reading
from docgen.read import read

BLANK = template(rows=[("单位", "{{ 单位 }}"), ("意见", "年　月　日")])


def left(*rows, values=("机床厂",)):
    anchors = find_anchors(read(BLANK, "空.docx")[0], small("单位"))
    reading = Reading.of(Returned.of(read(template(rows=rows), "回.docx")[0]), anchors)
    return list(left_over(reading, values))


def test_labels_and_values_leave_nothing():
    assert left(("单 位：", "机床厂"), ("意见", "年　月　日")) == []


def test_a_row_that_the_form_does_not_have_is_left():
    assert left(("单位", "机床厂"), ("传真", "无")) == ["传真", "无"]


def test_what_is_signed_and_dated_is_read_on_paper():
    assert left(("单位", "机床厂"), ("意见", "同意申报\n2018年1月5日")) == []


def test_words_and_values_may_overlap():
    assert left(("单位：机床厂", ""), values=("机床厂", "位")) == []
