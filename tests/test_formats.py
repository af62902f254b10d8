"""Used values: what a format is that nobody has set."""

from docgen.formats import Align, CharFormat, ParagraphFormat, Pitch, PitchRule


def test_a_paragraph_is_set_to_the_left_on_single_lines():
    used = ParagraphFormat()
    assert (used.align, used.pitch) == (Align.LEFT, Pitch(1.0, PitchRule.MULTIPLE))
    assert (used.snaps, used.widow_control, used.kinsoku) == (True, True, True)


def test_characters_are_plain():
    used = CharFormat()
    assert (used.underline, used.emphasis, used.border, used.shade, used.scale) == ("", "", None, "", 1.0)
