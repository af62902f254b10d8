"""layout.shape: characters, their faces, advances and gaps."""

from __future__ import annotations

import pytest
from documents import char, para, run, shaped
from fake_fonts import SECOND, FakeFonts

from docgen.document import Field, Image
from docgen.layout.shape import OBJECT, Missing, shape


def faces(found):
    return [look.face.name for look in found.looks]


def test_han_is_an_em_wide_and_latin_half_an_em():
    found = shaped("大a，1")
    assert (found.text, found.advances) == ("大a，1", [10.0, 5.0, 10.0, 5.0])


def test_each_script_has_its_face_and_marks_follow_the_hint():
    mixed = {"east_asia": "楷体", "ascii": "Times"}
    assert faces(shaped(run("大“a", **mixed))) == ["楷体", "楷体", "Times"]
    assert faces(shaped(run("大“a", **mixed, east_asia_hint=False))) == ["楷体", "Times", "Times"]
    assert [look.asked for look in shaped(run("大a", **mixed)).looks] == ["楷体", "Times"]


def test_only_chinese_and_blanks_stretch_in_justified_lines():
    assert shaped("大，a 1").stretch == [True, True, False, True, False]


def test_bold_and_slant_are_passed_on():
    (look,) = shaped(run("大", bold=True, italic=True)).looks
    assert (look.bold, look.slanted) == (True, True)


def test_letter_spacing_and_stretch_widen_every_character():
    assert shaped(run("大大", spacing=2.0)).advances == [12.0, 12.0]
    assert shaped(run("大大", scale=0.5)).advances == [5.0, 5.0]


def test_the_last_character_of_a_portion_is_not_drawn_nearer_to_the_next():
    found = shaped(run("大大", spacing=-2.0), run("大", spacing=-3.0), run("ab", spacing=1.0), space_east_asia=False)
    assert found.advances == [8.0, 10.0, 10.0, 6.0, 6.0]


def test_the_last_character_of_a_portion_is_spaced_from_the_next():
    found = shaped(run("大大", spacing=2.0), run("大", spacing=3.0), run("ab", spacing=1.0), space_east_asia=False)
    assert found.advances == [12.0, 12.0, 13.0, 6.0, 6.0]


def test_another_face_for_one_character_ends_no_portion():
    assert shaped(run("大镕大", spacing=-2.0)).advances == [8.0, 8.0, 8.0]


def test_a_change_of_script_ends_a_portion():
    assert shaped(run("大a大", spacing=-2.0), space_east_asia=False).advances == [10.0, 5.0, 8.0]


def test_what_scripts_share_belongs_to_the_portion_before_it():
    assert shaped(run("ab—大", spacing=-1.0), space_east_asia=False).advances == [4.0, 4.0, 5.0 + 5.0, 9.0]
    assert shaped(run("大—ab", spacing=-1.0), space_east_asia=False).advances == [9.0, 10.0, 4.0, 4.0]
    assert shaped(run("“ab", spacing=-1.0), space_east_asia=False).advances == [9.0, 4.0, 4.0]


def test_unseen_characters_have_no_width_and_are_never_missing():
    found = shaped("大\u200b大\ufe00a\u00adb", space_east_asia=False)
    assert found.advances == [10.0, 0.0, 10.0, 0.0, 5.0, 0.0, 5.0]
    assert found.missing == []


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("大a大", {1: 2.0, 2: 2.0}),
        ("大1", {1: 2.0}),
        ("大，a", {}),
        ("大 a", {}),
        ("大(a)", {}),
        ("ab12", {}),
        ("大é", {1: 2.0}),
    ],
)
def test_a_fifth_of_the_size_stands_between_chinese_and_latin_letters_or_digits(text, gaps):
    assert shaped(text).gaps == gaps


def test_the_gap_follows_the_size_of_the_character_before():
    assert shaped(run("大", size=20.0), run("a")).gaps == {1: 4.0}


def test_a_paragraph_may_forbid_the_gap():
    assert shaped("大a", space_east_asia=False).gaps == {}


def test_breaks_and_tabs_have_no_width():
    assert shaped("大\t大\n大\f", space_east_asia=False).advances == [10.0, 0.0, 10.0, 0.0, 10.0, 0.0]


def test_a_field_shows_its_value_or_what_the_file_stored():
    page = Field("PAGE", char(), "9")
    assert shape(para("第", page, "页"), FakeFonts(), {"PAGE": "12"}).text == "第12页"
    assert shape(para("第", page, "页"), FakeFonts(), {}).text == "第9页"


def test_a_picture_is_one_character_as_wide_as_it_is():
    image = Image(30.0, 20.0, b"png")
    found = shaped("大", image, "大")
    assert (found.text, found.advances, found.images) == (f"大{OBJECT}大", [10.0, 30.0, 10.0], {1: image})


def test_a_rare_character_comes_from_another_face_and_is_reported():
    found = shaped("大镕")
    assert (faces(found), found.advances) == (["仿宋", SECOND.name], [10.0, 10.0])
    assert found.missing == [Missing("镕", "仿宋", SECOND.name)]


def test_a_character_that_no_face_has_keeps_its_place_and_is_reported():
    found = shaped(run("\U0002a6d6大", spacing=2.0))
    assert (faces(found), found.advances) == (["仿宋", "仿宋"], [12.0, 12.0])
    assert found.missing == [Missing("\U0002a6d6", "仿宋", "")]


def test_a_character_is_reported_once_for_each_run():
    assert len(shaped("镕镕镕").missing) == 1
    assert len(shaped(run("镕"), run("镕", bold=True)).missing) == 2


def test_breaks_and_tabs_are_never_missing():
    assert shaped("\t\n\f").missing == []


def test_a_paragraph_without_characters_has_no_text():
    found = shaped()
    assert (found.text, found.advances, found.looks) == ("", [], [])
