"""settle.addressees: 主送机关 that leave page 1 without text stand in the 版记, above 抄送 without a rule (7.3.2)."""

from io import BytesIO

import docx
import pytest
from samples import content, template
from settling import (
    COPIED,
    IMPRINT,
    LINES_ON_PAGE_1,
    MANY,
    SIGNED,
    case,
    notice,
    pages_with,
    sentences,
    settle_whole,
    texts,
    warnings,
)

from docgen.document import Table, paragraphs_of
from docgen.package import package_bytes
from docgen.page import Rule
from docgen.settle.addressees import DECISION, move_addressees
from docgen.settle.parts import lines_of
from docgen.witness import lost_in_docx


def imprint_of(laid):
    """(style, text) of the 版记."""
    table = next(block for block in laid.document.sections[-1].blocks if isinstance(block, Table))
    return [(each.style, each.text) for each in paragraphs_of((table,)) if each.text]


def rules_of(laid):
    """The black rules of the last page from top to bottom."""
    rules = [item for item in laid.pages.pages[-1].items if isinstance(item, Rule) and item.color == "000000"]
    return sorted({(round(rule.y1, 1), rule.thickness) for rule in rules if rule.y1 == rule.y2})


MOVED = ("抄送机关", f"主送：{MANY}。")
PRINTED = ("印发机关", "大连市总工会办公室\t2026年1月5日印发")
COPIES = ("抄送机关", "抄送：市委办公室。")


@pytest.mark.parametrize(
    ("changes", "imprint", "rules"),
    [
        ({**COPIED, **IMPRINT}, [MOVED, COPIES, PRINTED], 3),
        (COPIED, [MOVED, COPIES], 2),
        (IMPRINT, [MOVED, PRINTED], 3),
        ({}, [MOVED], 2),
    ],
)
def test_they_stand_in_the_imprint_whatever_else_does(changes, imprint, rules):
    laid = settle_whole(notice(3, **SIGNED, addressees=MANY, **changes))
    assert sentences(laid)[0] == "主送机关移入版记，首页才排得下正文"
    assert warnings(laid) == []
    assert imprint_of(laid) == imprint
    assert pages_with(laid.pages, "主送机关") == []
    assert pages_with(laid.pages, "公文正文")[0] == 1
    assert [thickness for _, thickness in rules_of(laid)] == [1.0, *[0.75] * (rules - 2), 1.0]


def test_they_look_as_the_copies_below_them():
    laid = settle_whole(notice(3, **COPIED, addressees=MANY))
    addressees, copies = (each for each in laid.document.paragraphs if each.style == "抄送机关" and each.text)
    assert addressees.format == copies.format
    assert addressees.inlines[0].format == copies.inlines[0].format


def test_the_text_keeps_its_distance_from_the_title():
    laid = settle_whole(notice(3, **COPIED, addressees=MANY))
    with_them = settle_whole(notice(3, **COPIED))
    first_body = next(each for each in laid.document.paragraphs if each.style == "公文正文")
    addressees = next(each for each in with_them.document.paragraphs if each.style == "主送机关")
    assert first_body.format.before == pytest.approx(addressees.format.before, abs=0.05)


def test_no_text_is_lost():
    given = content(number="大工发〔2026〕1号", addressees=MANY, body=texts("大"), **COPIED)
    laid = settle_whole(notice(addressees=MANY, body=given.body, **COPIED))
    assert lost_in_docx(given, laid.document) == ()


def test_as_many_as_leave_a_line_of_text_stay_where_they_are():
    by_lines = {}
    for count in range(30, 50):
        docx = notice(3, **COPIED, addressees="、".join(["甲区总工会"] * count))
        given = case(docx)
        (index,) = [each.index for each in given.document.paragraphs if each.style == "主送机关"]
        moved = pages_with(settle_whole(docx).pages, "主送机关") == []
        by_lines.setdefault(len(lines_of(given.pages)[index]), set()).add(moved)
    room = LINES_ON_PAGE_1
    assert by_lines == {lines: {lines > room} for lines in by_lines}
    assert {room, room + 1} <= set(by_lines)


def test_too_many_for_a_page_of_the_imprint_stay_and_are_told():
    laid = settle_whole(notice(3, **IMPRINT, addressees="、".join(["甲区总工会"] * 120)))
    assert pages_with(laid.pages, "主送机关") == [1, 2]
    (told,) = warnings(laid)
    assert told.startswith("首页没有正文，占满首页的是：主送机关10行、")


def test_a_title_that_fills_the_page_is_told_and_moves_no_addressees():
    laid = settle_whole(notice(3, **IMPRINT, title="很长的标题文字\n" * 9 + "的通知"))
    assert DECISION not in laid.decisions
    (told,) = warnings(laid)
    assert told.startswith("首页没有正文，占满首页的是：公文标题10行、")


def test_many_signers_that_fill_the_page_are_told():
    laid = settle_whole(notice(3, signers=("于波", "段建华") * 12))
    assert warnings(laid)[0].startswith("首页没有正文，占满首页的是：签发人续11行、")


def test_a_template_without_imprint_cannot_take_them():
    opened = docx.Document(BytesIO(template()))
    for table in opened.tables:
        table._element.getparent().remove(table._element)
    laid = settle_whole(notice(3, addressees=MANY), package_bytes(opened))
    assert laid.decisions == ()
    assert "主送机关10行" in warnings(laid)[0]


def test_without_template_they_move_only_to_copies_that_are_there():
    assert move_addressees(case(notice(3, addressees=MANY))) is None
    change = move_addressees(case(notice(3, addressees=MANY, **COPIED)))
    assert change is not None
    assert change.decisions == (DECISION,)
