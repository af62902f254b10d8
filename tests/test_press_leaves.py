"""Print jobs as orders of pages: copies, backs, 份号, booklets; every page of every copy once."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.load.batches import Printing
from docgen.load.batchfile import Order
from docgen.page import Entry, Face, Fill, Page, Pages, Picture, Rule, Text
from docgen.press.items import Outcome
from docgen.press.leaves import (
    Leaf,
    booklet,
    fronts_and_backs,
    leaves_of,
    moved,
    numbered,
    outline_of,
    pages_of,
)

FACE = Face("试", "")


def text(words, x=10.0, **more):
    return Text(x, 20.0, 5.0, words, FACE, 16.0, **more)


def page(words, number=1, width=100.0):
    return Page(width, 200.0, number, str(number), (text(words),))


def pages(name, count):
    return Pages(tuple(page(f"{name}{number}", number) for number in range(1, count + 1)))


def printed(kind, title, count):
    return Outcome(0, kind, title, "键", count)


def fetch(document):
    return pages(document.stem, document.pages)


def said(documents, printing, fetch=fetch):
    """What stands on the sides of a job; · for a white one."""
    shown = pages_of(leaves_of(documents, printing), fetch, printing.numbered)
    return " ".join("".join(item.text for item in each.texts) or "·" for each in shown)


ONE, TWO, THREE = printed("通报", "甲", 1), printed("证书", "乙", 2), printed("证书", "丙", 3)


def test_each_document_begins_on_a_front_where_both_sides_are_printed():
    assert said([ONE, TWO, THREE], Printing()) == "甲1 · 乙1 乙2 丙1 丙2 丙3 ·"


def test_no_white_sides_where_one_side_is_printed():
    assert said([ONE, TWO, THREE], Printing(duplex=False)) == "甲1 乙1 乙2 丙1 丙2 丙3"


def test_sets_come_one_after_another():
    assert said([ONE, TWO], Printing({"": 2}, duplex=False)) == "甲1 乙1 乙2 甲1 乙1 乙2"


def test_stacks_come_document_by_document():
    assert said([ONE, TWO], Printing({"": 2}, Order.STACKS, duplex=False)) == "甲1 甲1 乙1 乙2 乙1 乙2"


def test_kinds_have_copies_of_their_own():
    assert said([ONE, TWO], Printing({"通报": 3}, duplex=False)) == "甲1 乙1 乙2 甲1 甲1"


KINDS = tuple(product(("通报", "通知", "证书"), (1, 2, 3)))
COPIES = ({}, {"": 2}, {"通知": 3}, {"": 3, "通知": 1})


@pytest.mark.parametrize(("copies", "order", "duplex"), list(product(COPIES, Order, (True, False))))
def test_every_page_of_every_copy_is_printed_once_on_the_right_side(copies, order, duplex):
    for count in range(4):
        for kinds in product(KINDS, repeat=count):
            check_job(kinds, Printing(copies, order, duplex))


def check_job(kinds, printing):
    documents = [printed(kind, f"第{at}份", count) for at, (kind, count) in enumerate(kinds)]
    leaves = tuple(leaves_of(documents, printing))
    wanted = Counter(
        Leaf(document, copy, number)
        for document in documents
        for copy in range(1, printing.copies_of(document.kind) + 1)
        for number in range(document.pages)
    )
    assert Counter(leaf for leaf in leaves if leaf.page is not None) == wanted
    if printing.duplex:
        assert len(leaves) % 2 == 0
        assert all(place % 2 == 0 for place, leaf in enumerate(leaves) if leaf.page == 0)
    fronts, backs = fronts_and_backs(leaves, backward=False)
    assert Counter((*fronts, *backs)) == Counter(leaves)


def test_backs_come_backward_where_the_printer_wants_them_so():
    fronts, backs = fronts_and_backs(tuple(leaves_of([TWO, THREE], Printing())), backward=True)
    assert [leaf.page for leaf in fronts] == [0, 0, 2]
    assert [(leaf.document, leaf.page) for leaf in backs] == [(THREE, None), (THREE, 1), (TWO, 1)]


def test_bookmarks_name_kinds_and_below_them_documents_where_they_begin():
    documents = [ONE, TWO, THREE]
    found = outline_of(leaves_of(documents, Printing({"通报": 2})))
    assert [(each.level, each.title, each.page) for each in found] == [
        (0, "通报", 1),
        (1, "甲", 1),
        (0, "证书", 3),
        (1, "乙", 3),
        (1, "丙", 5),
        (0, "通报", 9),
        (1, "甲（第2份）", 9),
    ]


NUMBER = text("000001", style="版头")


@pytest.mark.parametrize(
    ("first", "copy", "shown"), [("000001", 1, "000001"), ("000001", 12, "000012"), ("000098", 3, "000100")]
)
def test_copies_bear_their_numbers(first, copy, shown):
    (found,) = numbered(Page(1.0, 1.0, 1, "1", (NUMBER,)), first, copy).texts
    assert found.text == shown


@pytest.mark.parametrize(
    "item", [text("000001", style="公文正文"), text("绝密", style="版头"), text("1234567", style="版头")]
)
def test_nothing_but_the_number_is_changed(item):
    assert numbered(Page(1.0, 1.0, 1, "1", (item,)), "000009", 1).items == (item,)


def with_number(document):
    return Pages((Page(1.0, 1.0, 1, "1", (NUMBER,)),))


def test_documents_of_winners_keep_their_own_numbers():
    assert said([printed("通知", "甲", 1)], Printing({"": 2}, duplex=False, numbered="000005"), with_number) == (
        "000001 000001"
    )


def test_a_job_without_numbers_leaves_the_one_of_the_document():
    assert said([ONE], Printing(duplex=False), with_number) == "000001"
    assert said([ONE], Printing({"": 2}, duplex=False, numbered="000005"), with_number) == "000005 000006"


def spread(count):
    """The booklet of a document: what stands left and right on each side."""
    found = []
    for side in booklet(pages("", count).pages):
        at = {item.x: item.text for item in side.texts}
        found.append((at.get(10.0, "·"), at.get(110.0, "·")))
    return found


@pytest.mark.parametrize(
    ("count", "sides"),
    [
        (1, [("·", "1"), ("·", "·")]),
        (4, [("4", "1"), ("2", "3")]),
        (5, [("·", "1"), ("2", "·"), ("·", "3"), ("4", "5")]),
        (8, [("8", "1"), ("2", "7"), ("6", "3"), ("4", "5")]),
    ],
)
def test_folded_sheets_have_the_pages_in_order(count, sides):
    assert spread(count) == sides


@given(st.integers(1, 40))
def test_a_booklet_holds_every_page_once_and_reads_in_order(count):
    sides = spread(count)
    assert len(sides) % 2 == 0
    sheets = list(zip(sides[::2], sides[1::2], strict=True))
    read = [page for front, back in sheets for page in (front[1], back[0])]
    read += [page for front, back in reversed(sheets) for page in (back[1], front[0])]
    assert [page for page in read if page != "·"] == [str(number) for number in range(1, count + 1)]


def test_a_booklet_sheet_is_twice_as_wide():
    assert {(side.width, side.height) for side in booklet(pages("", 3).pages)} == {(200.0, 200.0)}


@pytest.mark.parametrize(
    ("item", "there"),
    [
        (text("字", clip=(1.0, 2.0, 3.0, 4.0)), text("字", x=17.0, clip=(8.0, 2.0, 3.0, 4.0))),
        (Rule(1.0, 2.0, 3.0, 4.0, 0.5), Rule(8.0, 2.0, 10.0, 4.0, 0.5)),
        (Fill(1.0, 2.0, 3.0, 4.0, "FFFFFF"), Fill(8.0, 2.0, 3.0, 4.0, "FFFFFF")),
        (Picture(1.0, 2.0, 3.0, 4.0, b""), Picture(8.0, 2.0, 3.0, 4.0, b"")),
        (Entry(1.0, 2.0, 3.0, 4.0, "单位", 12.0), Entry(8.0, 2.0, 3.0, 4.0, "单位", 12.0)),
    ],
)
def test_items_of_every_kind_move(item, there):
    assert moved(item, 7.0) == there
