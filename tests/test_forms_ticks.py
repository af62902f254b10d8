"""Choices ticked in lines, whatever sign is used and wherever it is put."""

import pytest

from docgen.form import Field, Kind
from docgen.forms.ticks import ticked

LEVEL = Field("层级", Kind.BOXES, choices=("市级", "县级"))
GRADE = Field("评价", Kind.BOXES, choices=("好", "较好"))


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("市级□√　县级□", ("市级",)),
        ("市级√□　县级□", ("市级",)),
        ("市级□（√）　县级□", ("市级",)),
        ("市级□　√县级□", ("县级",)),
        ("√市级□　县级□", ("市级",)),
        ("□√市级 □县级", ("市级",)),
        ("□市级 √ □县级", ("县级",)),
        ("市级🗹 县级□", ("市级",)),
        ("【√】市级【】县级", ("市级",)),
        ("大连市级机关 市级□ 县级☑", ("县级",)),
    ],
)
def test_a_tick_belongs_to_the_nearest_choice(line, wanted):
    assert ticked(LEVEL, [line]).choices == wanted


def test_a_choice_that_ends_like_another_is_not_taken_for_it():
    assert ticked(GRADE, ["好□ 较好☑"]).choices == ("较好",)
    assert ticked(GRADE, ["□较好 ☑好"]).choices == ("好",)


def test_only_the_first_boxes_of_a_line_are_those_of_the_field():
    assert ticked(LEVEL, ["市级□ 县级☑　去年：市级☑ 县级□"]).choices == ("县级",)


def test_what_is_nowhere_and_what_has_no_box_is_told():
    found = ticked(LEVEL, ["市级"])
    assert (found.choices, found.missing, found.boxes) == ((), ("县级",), False)
