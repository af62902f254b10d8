"""Where the fields of a form stand in its template."""

from io import BytesIO

import docx
import pytest
from form_samples import sheets, small, template

from docgen.form import Field, Kind
from docgen.forms.slots import find_slots

LEVEL = Field("层级", Kind.BOXES, choices=("市级", "区市县、产业级"))


def slots(form, *lines, rows=()):
    found, faults = find_slots(docx.Document(BytesIO(template(*lines, rows=rows))), form)
    return [(slot.field.name, slot.choice, slot.start) for slot in found], [str(fault) for fault in faults]


def test_tags_are_found_in_lines_and_cells_in_reading_order():
    found, faults = slots(small("单位", "项目"), "单位：{{ 单位 }}", rows=[("项目", "{{项目}}")])
    assert (found, faults) == ([("单位", "", 3), ("项目", "", 0)], [])


@pytest.mark.parametrize(
    "tag",
    [
        '{{ 单位 or "（填全称）" }}',
        "{{ 单位 or “（填全称）” }}",
        '{{单位 or "（填全称）"}}',
        '{{ 单位  or  "（填全称）"  }}',
    ],
)
def test_a_tag_may_say_what_a_blank_form_shows(tag):
    found, _ = find_slots(docx.Document(BytesIO(template(tag))), small("单位"))
    assert [slot.hint for slot in found] == ["（填全称）"]


def test_a_tag_without_a_field_and_a_field_without_a_tag_are_errors_with_their_place():
    _, faults = slots(small("单位名称", "项目"), "单位：{{ 单位名 }}")
    assert faults == [
        "试验表.docx:第1段“单位：{{ 单位名 }}”: 错误: 标签 {{ 单位名 }} 没有字段说明（是不是 {{ 单位名称 }}？）",
        "试验表.docx: 错误: 字段“单位名称”在表里没有标签（请在表里写上 {{ 单位名称 }}，或从说明里删去这一栏）",
        "试验表.docx: 错误: 字段“项目”在表里没有标签（请在表里写上 {{ 项目 }}，或从说明里删去这一栏）",
    ]


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("实施层级：市级□　区市县、产业级□", [7, 16]),
        ("实施层级：□市级　□区市县、产业级", [5, 9]),
        ("市级 □ 区市县、产业级 □", [3, 13]),
    ],
)
def test_boxes_stand_behind_their_choices_or_before_them(line, places):
    found, faults = slots(small(LEVEL), line)
    assert (found, faults) == ([("层级", "市级", places[0]), ("层级", "区市县、产业级", places[1])], [])


def test_boxes_may_stand_in_cells_of_their_own():
    found, faults = slots(small(LEVEL), rows=[("市级□", "区市县、产业级□")])
    assert ([choice for _, choice, _ in found], faults) == (["市级", "区市县、产业级"], [])


def test_a_choice_without_a_box_is_an_error():
    _, faults = slots(small(LEVEL), "市级□")
    assert faults == ["试验表.docx: 错误: 字段“层级”的选项在表里没有找到：“区市县、产业级□”（选项和□要挨在一起）"]


@pytest.mark.parametrize("sheet", sheets(), ids=lambda sheet: sheet.form.name)
def test_the_forms_of_the_office_agree_with_their_descriptions(sheet):
    found, faults = find_slots(docx.Document(BytesIO(sheet.template)), sheet.form)
    assert faults == ()
    assert {slot.field.name for slot in found} == {field.name for field in sheet.form.fields}
