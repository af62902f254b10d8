"""layout.adjust: where a line stands in its measure, and which of its places stretch."""

from __future__ import annotations

from itertools import pairwise

import pytest
from documents import lines_of, para, places, run

from docgen.document import Align, TabStop


def first_of(*content, width: float, **changes):
    known = {"align": Align.JUSTIFY, "space_east_asia": False}
    return lines_of(para(*content, **{**known, **changes}), width)[0]


def end(line) -> float:
    return round(line.pieces[-1].x + line.pieces[-1].width, 2)


def widened(text: str, width: float, **changes) -> list[tuple[str, float]]:
    """What follows each piece of the first line beyond its natural width: (piece, points), the last left out."""
    pieces = first_of(text, width=width, **changes).pieces
    return [
        (before.text, round(after.x - before.x - sum(5.0 if char < "\x80" else 10.0 for char in before.text), 2))
        for before, after in pairwise(pieces)
    ]


def test_stretching_leaves_latin_words_alone_and_widens_around_them():
    line = first_of("大大word大大大大大大大", width=94.0)
    assert places(line) == [(0.0, "大大"), (21.14, "word"), (41.71, "大大大大大")]
    assert [round(piece.extra, 2) for piece in line.pieces] == [0.57, 0.0, 0.57]
    assert end(line) == 94.0


def test_a_number_between_chinese_is_widened_on_both_sides():
    assert widened("大12大大", 33.0) == [("大", 1.5), ("12", 1.5)]


def test_blanks_stretch_in_latin_and_in_chinese_text():
    assert widened("ab cd 大大大", 44.0) == [("ab", 0.0), (" ", 1.33), ("cd", 0.0), (" ", 2.67)]
    assert widened("大　大大大", 37.0) == []
    assert first_of("大　大大大", width=37.0).pieces[0].extra == 3.5


def test_marks_after_latin_text_belong_to_it():
    assert widened("ab—cd大大", 43.0) == [("ab", 0.0), ("—", 0.0), ("cd", 3.0)]
    assert widened("大—ab大大", 43.0) == [("大—", 2.0), ("ab", 1.0)]


def test_blanks_at_the_start_of_a_line_stretch_too():
    assert first_of("　大大大", width=33.0).pieces[0].extra == 1.5


def test_marks_on_a_character_are_not_torn_from_it():
    line = first_of("大大\u0301大大", width=33.0)
    assert [(piece.text, round(piece.extra, 2)) for piece in line.pieces] == [
        ("大", 1.5),
        ("大", 0.0),
        ("\u0301大", 1.5),
    ]


@pytest.mark.parametrize("text", ["大大　大", "大大大　　大"])
def test_blanks_that_vanish_at_the_end_do_not_count(text):
    assert end(first_of(text, width=33.0)) == 33.0


@pytest.mark.parametrize("align", [Align.JUSTIFY, Align.DISTRIBUTE])
def test_after_a_tab_only_what_follows_is_stretched(align):
    line = first_of("大\t大大大大", width=64.5, tabs=(TabStop(30.0),), align=align)
    assert [(piece.x, piece.text, piece.extra) for piece in line.pieces if piece.text] == [
        (0.0, "大", 0.0),
        (30.0, "大大大", 2.25),
    ]
    assert end(line) == 64.5


def test_of_several_tabs_the_last_counts():
    line = first_of("大\t大大\t大大大", width=84.0, tabs=(TabStop(20.0), TabStop(60.0)))
    assert [(piece.x, piece.text, piece.extra) for piece in line.pieces if piece.text] == [
        (0.0, "大", 0.0),
        (20.0, "大大", 0.0),
        (60.0, "大大", 4.0),
    ]


def test_a_line_that_ends_with_a_tab_is_not_stretched():
    line = first_of("大大\t大大大大大", width=44.0, tabs=(TabStop(40.0),))
    assert [piece.extra for piece in line.pieces] == [0.0, 0.0]


@pytest.mark.parametrize("align", [Align.LEFT, Align.CENTER, Align.RIGHT])
def test_lines_with_tabs_begin_at_their_indent(align):
    assert places(first_of("大\t大", width=90.0, align=align, left=10.0))[0] == (10.0, "大")


@pytest.mark.parametrize(("align", "x"), [(Align.LEFT, 0.0), (Align.CENTER, 1.5), (Align.RIGHT, 3.0)])
def test_a_hung_mark_stands_outside_whatever_the_alignment(align, x):
    line = first_of("大大大大，大", width=43.0, align=align, hang_punctuation=True)
    assert places(line) == [(x, "大大大大，")]


def test_a_line_wider_than_its_measure_without_a_hung_mark_is_not_moved():
    for align in Align:
        assert places(first_of("aaaaaa，", width=15.0, align=align))[0][0] == 0.0


def test_one_character_in_a_line_is_never_moved_by_stretching():
    assert [places(line) for line in lines_of(para("大大", align=Align.JUSTIFY), 12.0)] == [
        [(0.0, "大")],
        [(0.0, "大")],
    ]


def test_the_last_line_and_a_line_before_a_page_break_keep_their_widths():
    for text in ("大大", "大大\f大大"):
        assert first_of(text, width=33.0).pieces[0].extra == 0.0
    assert first_of("大大\n大大", width=33.0).pieces[0].extra == 13.0
    assert first_of("大大", width=33.0, align=Align.DISTRIBUTE).pieces[0].extra == 13.0


def test_characters_of_different_sizes_get_the_same():
    line = first_of(run("大大", size=20.0), run("大大大大"), width=63.0)
    assert [(piece.text, piece.extra) for piece in line.pieces] == [("大大", 1.0), ("大大", 1.0)]


def test_stretched_and_spaced_characters_stretch_alike():
    line = first_of(run("大大", scale=1.5), run("大大大大", spacing=1.0), width=55.0)
    assert end(line) == 55.0
    assert len({round(piece.extra, 6) for piece in line.pieces}) == 1
