"""Fields found again by controls, labels and the words around them."""

import pytest
from form_samples import small, template

from docgen.form import Field, Kind
from docgen.forms.anchors import find_anchors
from docgen.forms.cells import Returned
from docgen.forms.returned import Reading
from docgen.read import read

LEVEL = Field("层级", Kind.BOXES, choices=("市级", "区市县、产业级"))
BOXES = "市级□　区市县、产业级□"


def document(data):
    found, diagnostics = read(data, "试验.docx")
    assert diagnostics == ()
    return found


def value(form, blank, filled):
    """What stands in the first field of a form, and the doubts."""
    anchors = find_anchors(document(blank), form)
    finding = Reading.of(Returned.of(document(filled)), anchors).text_of(form.fields[0])
    return finding.text, finding.doubts


@pytest.mark.parametrize(
    ("label", "doubts"),
    [
        ("单位", ()),
        ("单　位", ()),
        ("单 位：", ()),
        ("单位:", ()),
    ],
)
def test_a_label_is_found_however_it_was_spaced(label, doubts):
    blank, filled = template(rows=[("单　　位", "{{ 单位 }}")]), template(rows=[(label, "机床厂")])
    assert value(small("单位"), blank, filled) == ("机床厂", doubts)


def test_a_label_with_a_slip_is_found_and_told():
    blank = template(rows=[("所属区市县总工会", "{{ 所属 }}")])
    filled = template(rows=[("所属区县市总工会", "中山区总工会")])
    assert value(small("所属"), blank, filled) == ("中山区总工会", ("栏目名写成了“所属区县市总工会”",))


def test_a_value_ends_where_the_next_label_begins():
    blank = template(rows=[("单位", "{{ 单位 }}", "主席", "{{ 主席 }}")])
    filled = template(rows=[("单位", "机床厂", "主席：", "于波")])
    assert value(small("单位", "主席"), blank, filled) == ("机床厂", ())


def test_a_value_in_two_cells_is_put_together_and_told():
    blank = template(rows=[("单位", "{{ 单位 }}", "")])
    filled = template(rows=[("单位", "大连", "机床厂")])
    assert value(small("单位"), blank, filled) == ("大连机床厂", ("一栏分成了几格，已合在一起",))


def test_a_row_without_a_label_goes_on_the_one_above():
    field = Field("内容", Kind.LONG)
    blank = template(rows=[("主要内容", "{{ 内容 }}"), ("意见", "")])
    filled = template(rows=[("主要内容", "第一段。"), ("", "第二段。"), ("意见", "同意")])
    assert value(small(field), blank, filled) == ("第一段。\n第二段。", ("一栏分成了几格，已合在一起",))


def test_label_and_value_in_one_cell_are_told_apart():
    blank = template(rows=[("单位", "{{ 单位 }}")])
    filled = template(rows=[("单位：机床厂", "")])
    assert value(small("单位"), blank, filled) == ("机床厂", ("栏目名和内容在同一格里",))


def test_a_label_may_stand_above_its_field():
    blank = template(rows=[("单位", "人数"), ("{{ 单位 }}", "{{ 人数 }}")])
    filled = template(rows=[("单 位", "人数"), ("机床厂", "12")])
    assert value(small("单位", "人数"), blank, filled) == ("机床厂", ())


@pytest.mark.parametrize(
    ("blank", "filled", "wanted"),
    [
        ("单位（部门）：{{ 单位 }}　层级", "单位(部门):机床厂　　层级", "机床厂"),
        ("{{ 单位 }}市　　{{ 县 }}县（市、区）", "大连市市　　庄河县县（市、区）", "大连市"),
        ("填报：{{ 单位 }}", "填　报：机床厂", "机床厂"),
    ],
)
def test_a_field_in_a_line_is_found_by_the_words_around_it(blank, filled, wanted):
    assert value(small("单位", "县"), template(blank), template(filled)) == (wanted, ())


def test_a_field_that_is_nowhere_is_told():
    blank = template(rows=[("单位", "{{ 单位 }}")])
    assert value(small("单位"), blank, template("别的")) == ("", ("找不到“单位”这一栏",))


def test_the_hint_of_the_blank_form_is_no_answer():
    blank = template(rows=[("简介", '{{ 简介 or "（可以从内容阐述）" }}')])
    assert value(small("简介"), blank, template(rows=[("简介", "（可以从内容阐述）")])) == ("", ())
    assert value(small("简介"), blank, template(rows=[("简介", "（可以从内容阐述）我们的项目")])) == ("我们的项目", ())


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("市级□　区市县、产业级☑", "区市县、产业级"),
        ("市级√　区市县、产业级□", "市级"),
        ("市级■ 区市县、产业级", "市级"),
        ("☑市级　□区市县、产业级", "市级"),
        ("□市级　√区市县、产业级", "区市县、产业级"),
        ("市 级（√）区市县、产业级（）", "市级"),
        ("市级□　区市县、产业级□", ""),
        ("市级√　区市县、产业级√", "市级、区市县、产业级"),
    ],
)
def test_ticks_are_read_whatever_sign_they_are(line, wanted):
    assert value(small(LEVEL), template(BOXES), template(line)) == (wanted, ())


def test_a_choice_that_is_gone_is_told():
    found = value(small(LEVEL), template(BOXES), template("市级☑"))
    assert found == ("市级", ("找不到选项“区市县、产业级”",))
