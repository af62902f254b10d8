"""settle.spacing: no last line of a single character that a tenth of a point of letter spacing avoids (7.3.5.5)."""

import pytest
from settling import FIRST_LINE, LINE, case, last_lines, notice, sentences, settle_whole, texts

from docgen import pipeline
from docgen.content import Attachment, Entries, Grid, Member, Prose, Roster
from docgen.document import Run
from docgen.settle.parts import Line
from docgen.settle.spacing import STEPS, first_step, is_runt, space_letters

USUAL = -0.25
"""Letter spacing of the templates."""
RUNT = FIRST_LINE + LINE + "大。"
NEARLY = "大" * 14 + "1大1大11大111大111大"
"""Digits leave this line so little too long that pulling in its characters makes room for the last one."""


def spacings(laid, style="公文正文"):
    """The letter spacings of each paragraph of a style, in points."""
    return [
        {round(run.format.spacing, 2) for run in each.inlines if isinstance(run, Run)}
        for each in laid.document.paragraphs
        if each.style == style
    ]


@pytest.mark.parametrize(
    ("lines", "runt"),
    [
        (("大大",), False),
        (("大",), False),
        (("大大", "大"), True),
        (("大大", "大。”）"), True),
        (("大大", "……"), True),
        (("大大", "大大。"), False),
        (("大大", "18"), False),
    ],
)
def test_a_single_character_with_its_marks_is_a_runt(lines, runt):
    assert is_runt(tuple(Line(1, float(at), text) for at, text in enumerate(lines))) is runt


def test_more_letter_spacing_gives_the_last_line_company():
    laid = settle_whole(notice(body=texts(FIRST_LINE, RUNT)))
    assert spacings(laid) == [{USUAL}, {USUAL + 0.05}]
    assert last_lines(laid.pages) == [FIRST_LINE, "大大大。"]
    assert sentences(laid) == ["第9段“大大大大大大…”字距+0.05磅，免得末行只剩一个字"]


def test_less_letter_spacing_is_tried_first_and_saves_the_line():
    docx = notice(body=texts(NEARLY))
    assert last_lines(case(docx).pages) == ["大"]
    laid = settle_whole(docx)
    assert last_lines(laid.pages) == [NEARLY]
    assert spacings(laid) == [{USUAL - 0.1}]
    assert sentences(laid) == ["第8段“大大大大大大…”字距−0.1磅，免得末行只剩一个字"]


def test_steps_stay_within_a_tenth_of_a_point_and_pull_in_first():
    assert sorted(STEPS) == [-2, -1, 1, 2]
    assert STEPS[:2] == (-1, -2)


@pytest.mark.parametrize(
    ("working", "step"),
    [
        ({-0.5, -1.0, -1.5, -2.0, -2.5}, -1),
        ({-1.0, -1.5, -2.0, -2.5}, -2),
        ({-2.0, -2.5, 0.5, 1.0, 1.5}, 1),
        ({-2.0, -2.5}, -2),
        ({0.5, 1.5, 2.5}, None),
        (set(), None),
    ],
)
def test_a_step_that_works_with_a_margin_goes_before_one_that_works_by_a_hair(working, step):
    """Programs round differently: LibreOffice broke a line that here fitted by 0.02 pt."""
    assert first_step(working) == step


def test_other_paragraphs_keep_their_letter_spacing():
    laid = settle_whole(notice(body=texts(FIRST_LINE + LINE, RUNT, FIRST_LINE + "大大大。")))
    assert [each == {USUAL} for each in spacings(laid)] == [True, False, True]


def test_all_paragraphs_are_freed_by_one_decision_each_step():
    laid = settle_whole(notice(body=texts(RUNT, FIRST_LINE, RUNT)))
    assert sentences(laid) == ["第8段“大大大大大大…”、第10段“大大大大大大…”字距+0.05磅，免得末行只剩一个字"]


def test_one_that_no_step_frees_stays_as_it_was():
    """A break that the clerk wrote leaves the character alone at any letter spacing."""
    docx = notice(body=texts("大大大\n大。"))
    laid = settle_whole(docx)
    assert last_lines(laid.pages) == ["大。"]
    assert (laid.docx, laid.diagnostics) == (docx, ())


def test_letter_spacing_costs_a_trial_and_a_layout_whatever_is_left(monkeypatch):
    laid = []
    plain = pipeline.set_pages
    monkeypatch.setattr(pipeline, "set_pages", lambda docx, *rest: laid.append(docx) or plain(docx, *rest))
    settle_whole(notice(body=texts(RUNT, "大大大\n大。", RUNT)))
    assert len(laid) == 2


def test_a_heading_run_in_keeps_its_face_and_is_freed_as_a_whole():
    laid = settle_whole(notice(body=(Prose(2, "（一）提高认识。", "大" * 18 + LINE + "大。"),)))
    assert len(sentences(laid)) == 1
    assert len(spacings(laid, "二级标题")[0]) == 1
    faces = [
        run.format.east_asia for each in laid.document.paragraphs if each.style == "二级标题" for run in each.inlines
    ]
    assert faces == ["楷体_GB2312", "仿宋_GB2312"]


@pytest.mark.parametrize(
    ("block", "style"),
    [
        (Prose(3, "1. 大。", RUNT), "三级标题"),
        (Prose(4, "（1）大。", RUNT), "四级标题"),
        (Entries("", ("大" * 25 + LINE + "大",)), "条目"),
    ],
)
def test_text_of_every_level_is_freed(block, style):
    texts_tried = [block]
    if isinstance(block, Prose):
        texts_tried = [Prose(block.level, block.head, FIRST_LINE + LINE + "大" * more) for more in range(30)]
    else:
        texts_tried = [Entries("", ("大" * (50 + more),)) for more in range(30)]
    found = [settle_whole(notice(body=(each,))) for each in texts_tried]
    freed = [laid for laid in found if any(decision.element == "字距" for decision in laid.decisions)]
    assert freed
    assert all(set(spacings(laid, style)[0]) != {USUAL} for laid in freed)
    assert not [laid for laid in found if len(last_lines(laid.pages, style)[0].rstrip("。")) == 1]


def test_lists_in_columns_and_tables_are_left_alone():
    body = (Roster((Member("组长", "王强", "大" * 22),)), Grid((), (("大" * 16, "大" * 16),)))
    docx = notice(body=body)
    assert space_letters(case(docx)) is None


def test_text_of_an_attachment_is_freed_too():
    laid = settle_whole(notice(attachments=(Attachment("名单", texts(RUNT)),)))
    assert last_lines(laid.pages)[-1] == "大大大。"
