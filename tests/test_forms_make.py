"""Forms made from templates: content controls where the tags were."""

from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from form_samples import sheets, small, template

from docgen.form import Field, Kind
from docgen.forms.make import SHRUNK, make_form
from docgen.read import read


def made(form, data, values=None, **more):
    found, faults = make_form(data, form, values or {}, **more)
    assert faults == ()
    return docx.Document(BytesIO(found))


def controls(opened):
    return list(opened.element.body.iter(qn("w:sdt")))


def tag(control):
    return control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val"))


def shown(control):
    return "".join(piece.text or "" for piece in control.iter(qn("w:t")))


def kind(control):
    return control.find(qn("w:sdtPr"))[-1].tag.rpartition("}")[2]


def test_every_tag_becomes_a_control_named_after_its_field():
    opened = made(small("单位"), template("单位：{{ 单位 }}（盖章）"), {"单位": ("机床厂",)})
    (control,) = controls(opened)
    assert (tag(control), shown(control)) == ("单位", "机床厂")
    assert "".join(piece.text for piece in opened.element.body.iter(qn("w:t"))) == "单位：机床厂（盖章）"


def test_an_empty_control_shows_its_hint_or_room_to_click_on():
    first, second = controls(made(small("单位", "项目"), template('{{ 单位 or "（填全称）" }}', "{{ 项目 }}")))
    assert (shown(first), shown(second)) == ("（填全称）", "　　　　")
    for control in (first, second):
        assert control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None


@pytest.mark.parametrize(
    ("field", "wanted"),
    [
        (Field("栏"), "text"),
        (Field("栏", Kind.LONG), "richText"),
        (Field("栏", Kind.DATE), "date"),
        (Field("栏", Kind.CHOICE, choices=("甲", "乙")), "dropDownList"),
    ],
)
def test_the_kind_of_a_field_is_the_kind_of_its_control(field, wanted):
    (control,) = controls(made(small(field), template("{{ 栏 }}")))
    assert kind(control) == wanted


def test_a_choice_offers_its_options():
    (control,) = controls(made(small(Field("栏", Kind.CHOICE, choices=("甲", "乙"))), template("{{ 栏 }}")))
    assert [item.get(qn("w:value")) for item in control.iter(qn("w:listItem"))] == ["甲", "乙"]


def test_boxes_are_ticked_or_not():
    level = Field("层级", Kind.BOXES, choices=("市级", "县级"))
    opened = made(small(level), template("市级□　县级□"), {"层级": ("县级",)})
    assert [(tag(each), shown(each), kind(each)) for each in controls(opened)] == [
        ("层级：市级", "□", "checkbox"),
        ("层级：县级", "☑", "checkbox"),
    ]


def test_a_control_cannot_be_deleted_and_nothing_else_can_be_edited():
    opened = made(small("单位"), template("{{ 单位 }}"))
    assert controls(opened)[0].find(f"{qn('w:sdtPr')}/{qn('w:lock')}").get(qn("w:val")) == "sdtLocked"
    protection = opened.settings.element.find(qn("w:documentProtection"))
    assert (protection.get(qn("w:edit")), protection.get(qn("w:enforcement"))) == ("forms", "1")


def test_identifiers_of_controls_are_distinct():
    for sheet in sheets():
        found = [each.find(f"{qn('w:sdtPr')}/{qn('w:id')}").get(qn("w:val")) for each in controls(made(*_both(sheet)))]
        assert len(found) == len(set(found))


def _both(sheet):
    return sheet.form, sheet.template


def test_lines_of_a_long_text_are_line_breaks():
    opened = made(small(Field("栏", Kind.LONG)), template("{{ 栏 }}"), {"栏": ("甲\n乙",)})
    assert len(list(controls(opened)[0].iter(qn("w:br")))) == 1


def test_the_row_of_a_filled_long_text_may_part():
    sheet = next(each for each in sheets() if each.form.field("主要内容"))
    rows = [len(list(made(*_both(sheet), values).element.body.iter(qn("w:cantSplit")))) for values in ({}, LONG)]
    assert rows[0] - rows[1] == 1


LONG = {"主要内容": ("长" * 100,)}


def test_shrunk_long_texts_are_smaller_step_by_step():
    sheet = next(each for each in sheets() if each.form.field("主要内容"))
    for step, (size, pitch) in enumerate(SHRUNK, start=1):
        data, _ = make_form(sheet.template, sheet.form, LONG, shrunk=step)
        document, _ = read(data, "试验.docx")
        long = next(each for each in document.paragraphs if each.text.startswith("长长"))
        assert (long.inlines[0].format.size, long.format.pitch.value) == (size, pitch)
        assert long.inlines[0].control == "主要内容"


def test_the_same_values_give_the_same_bytes():
    sheet = sheets()[0]
    assert make_form(sheet.template, sheet.form, {})[0] == make_form(sheet.template, sheet.form, {})[0]


def test_a_template_that_does_not_agree_is_not_made():
    data, faults = make_form(template("{{ 单 }}"), small("项目"), {})
    assert (data, len(faults)) == (None, 2)
