"""Footnotes and endnotes: what is cited, its number, its text, and what cannot be cited."""

import pytest
from docx_files import document, p, r, root, style, tbl, tc, tr, unknown

from docgen.document import paragraphs_of


def note(name, text="注", kind="footnote", mark=True):
    number = r(f"<w:{kind}Ref/>") if mark else ""
    return f'<w:{kind} w:id="{name}">{p(number + r(text))}</w:{kind}>'


def cite(name, kind="footnote", more=""):
    return r(f'<w:{kind}Reference w:id="{name}"{more}/>')


def texts(found):
    return ["".join(each.text for each in paragraphs_of(given.blocks)) for given in found.notes]


def test_a_note_is_numbered_in_the_text_and_at_its_head():
    found = document(p(r("甲") + cite(5) + r("乙") + cite(2)), footnotes=note(2, "后") + note(5, "先"))
    assert found.text == "甲1乙2"
    assert texts(found) == ["1先", "2后"]
    assert [run.note for run in found.paragraphs[0].inlines if run.note is not None] == [0, 1]


def test_runs_are_joined_up_to_a_note_and_no_further():
    found = document(p(r("甲") + cite(1) + r("乙")), footnotes=note(1)).paragraphs[0]
    assert [(run.text, run.note) for run in found.inlines] == [("甲1", 0), ("乙", None)]


def test_footnotes_and_endnotes_count_apart():
    body = p(r("甲") + cite(1) + cite(1, "endnote") + cite(2) + cite(2, "endnote"))
    found = document(
        body, footnotes=note(1) + note(2), endnotes=note(1, kind="endnote") + note(2, "尾", kind="endnote")
    )
    assert found.text == "甲1i2ii"
    assert [(each.at_end, text) for each, text in zip(found.notes, texts(found), strict=True)] == [
        (False, "1注"),
        (True, "i注"),
        (False, "2注"),
        (True, "ii尾"),
    ]


def test_a_mark_of_its_own_stands_in_the_text():
    body = p(cite(1, more=' w:customMarkFollows="1"') + r("*") + cite(2))
    found = document(body, footnotes=note(1, "* 注", mark=False) + note(2))
    assert found.text == "*1"
    assert texts(found) == ["* 注", "1注"]


SAYS = '<w:footnotePr><w:numFmt w:val="{}"/><w:numStart w:val="3"/>{}</w:footnotePr>'


def test_settings_give_numerals_and_the_first_number():
    settings = SAYS.format("decimalEnclosedCircle", "")
    assert document(p(cite(1)), footnotes=note(1), settings=settings).text == "③"


def test_the_section_of_a_reference_wins_over_the_settings_and_may_count_anew():
    anew = '<w:numRestart w:val="eachSect"/>'
    section = f"<w:sectPr>{SAYS.format('upperRoman', anew)}</w:sectPr>"
    body = p(cite(1) + cite(1), section) + p(cite(1)) + section
    found = document(body, footnotes=note(1), settings=SAYS.format("lowerLetter", ""))
    assert [each.text for each in found.paragraphs] == ["IIIIV", "III"]


@pytest.mark.parametrize(
    ("setting", "name"),
    [('<w:numRestart w:val="eachPage"/>', "numRestart"), ('<w:pos w:val="beneathText"/>', "pos")],
)
def test_settings_of_notes_that_are_not_followed_are_reported(setting, name):
    settings = f"<w:footnotePr>{setting}</w:footnotePr>"
    reported, found = unknown(p(cite(1) + cite(1)), footnotes=note(1), settings=settings)
    assert (reported, found.text) == ([("第1段", f"脚注格式 {name}", 2)], "12")


def test_paragraphs_of_notes_are_counted_down_and_leave_the_body_its_numbers():
    found = document(p(cite(1) + cite(2)) + p("乙"), footnotes=note(1) + note(2))
    assert [each.index for each in found.paragraphs] == [0, 1]
    assert [each.index for given in found.notes for each in paragraphs_of(given.blocks)] == [-2, -3]


def test_a_note_may_hold_a_table_and_has_styles():
    inside = f'<w:footnote w:id="1">{tbl(tr(tc("格")))}{p("文", style="a")}</w:footnote>'
    found = document(p(cite(1)), footnotes=inside, styles=style("a"))
    assert [(each.text, each.style) for each in paragraphs_of(found.notes[0].blocks)] == [("格", ""), ("文", "a")]


@pytest.mark.parametrize("body", [p(cite(9)), p(cite(1, "endnote")), p(r("<w:footnoteReference/>"))])
def test_a_note_that_the_file_lacks_is_reported(body):
    reported, found = unknown(body, footnotes=note(1))
    assert [what.endswith("Reference") for _, what, _ in reported] == [True]
    assert found.notes == ()


def test_a_note_in_a_note_or_a_header_is_reported():
    header = ("h1", "header", "h1.xml", root("hdr", p(cite(1))))
    body = p(cite(1)) + '<w:sectPr><w:headerReference w:type="default" r:id="h1"/></w:sectPr>'
    inside = f'<w:footnote w:id="1">{p(r("注") + cite(1))}</w:footnote>'
    reported, found = unknown(body, footnotes=inside, related=[header])
    assert reported == [("页眉页脚", "文字内容 footnoteReference", 2)]
    assert texts(found) == ["注"]


def test_what_is_unknown_in_a_note_is_said_to_stand_there():
    assert unknown(p(cite(1)), footnotes=note(1, "<w:pgNum/>"))[0] == [("脚注和尾注", "文字内容 pgNum", 1)]


def test_a_part_of_notes_that_is_no_xml_has_none():
    parts = [("f1", "footnotes", "footnotes.xml", "<w:footnotes")]
    assert unknown(p(cite(1)), related=parts)[0] == [("第1段", "文字内容 footnoteReference", 1)]
