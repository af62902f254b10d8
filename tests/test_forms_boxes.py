"""The places of boxes in the lines of a template."""

from form_samples import small

from docgen.form import Field, Kind
from docgen.forms.boxes import find_boxes

GRADES = ("好", "较好")


def places(form, *lines):
    return {(box.field.name, box.choice): (box.line, box.at) for box in find_boxes(form, lines)}


def test_a_box_stands_behind_its_choice_or_before_it():
    form = small(Field("层级", Kind.BOXES, choices=("市级", "县级")))
    assert places(form, "市级□　县级□") == {("层级", "市级"): (0, 2), ("层级", "县级"): (0, 6)}
    assert places(form, "□市级　□县级") == {("层级", "市级"): (0, 0), ("层级", "县级"): (0, 4)}


def test_a_choice_that_ends_like_another_has_its_own_box():
    form = small(Field("评价", Kind.BOXES, choices=GRADES))
    assert places(form, "较好□ 好□") == {("评价", "较好"): (0, 2), ("评价", "好"): (0, 5)}


def test_fields_of_the_same_choices_take_their_boxes_in_order():
    form = small(*(Field(name, Kind.BOXES, choices=GRADES) for name in ("态度", "效率")))
    found = places(form, "态度：好□ 较好□", "效率：好□ 较好□")
    assert {name: line for (name, _), (line, _) in found.items()} == {"态度": 0, "效率": 1}
