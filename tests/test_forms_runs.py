"""Cutting the runs of a paragraph."""

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from docgen.forms.runs import cut_out, text_of


def paragraph(*runs):
    return parse_xml(f"<w:p {nsdecls('w')}>{''.join(runs)}</w:p>")


def run(text, look=""):
    pieces = f'<w:t xml:space="preserve">{text}</w:t>'
    return f"<w:r><w:rPr>{look}</w:rPr>{pieces}</w:r>" if look else f"<w:r>{pieces}</w:r>"


def texts(element):
    return ["".join(piece.text or "" for piece in each.iter(qn("w:t"))) for each in element.iter(qn("w:r"))]


@pytest.mark.parametrize(
    ("runs", "start", "end", "taken", "left"),
    [
        (["甲乙丙丁"], 1, 3, ["乙丙"], ["甲", "丁"]),
        (["甲乙", "丙丁"], 1, 3, ["乙", "丙"], ["甲", "丁"]),
        (["甲乙", "丙丁"], 0, 4, ["甲乙", "丙丁"], []),
        (["甲", "乙", "丙"], 1, 2, ["乙"], ["甲", "丙"]),
        (["甲乙"], 0, 1, ["甲"], ["乙"]),
    ],
)
def test_exactly_the_characters_asked_for_are_taken_out(runs, start, end, taken, left):
    element = paragraph(*map(run, runs))
    found, place = cut_out(element, start, end)
    assert ["".join(piece.text for piece in each.iter(qn("w:t"))) for each in found] == taken
    assert texts(element) == left
    assert "".join(texts(element)[:place]) == "".join(runs)[:start]


def test_tabs_and_breaks_count_one_character_each():
    element = paragraph("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>")
    assert text_of(element) == "甲\t乙\n丙"
    found, _ = cut_out(element, 2, 3)
    assert texts(element) == ["甲", "丙"]
    assert [child.tag for each in found for child in each] == [qn("w:t")]
    assert text_of(element) == "甲\t\n丙"


def test_both_halves_of_a_run_keep_its_look():
    element = paragraph(run("甲乙丙", "<w:b/>"))
    found, _ = cut_out(element, 1, 2)
    assert all(each.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None for each in (*found, *element))
