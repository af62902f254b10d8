"""The noun PAGES: texts in reading order."""

from docgen.page import Face, Page, Pages, Rule, Text

FACE = Face("假", "")


def text(value):
    return Text(0, 0, 10, value, FACE, 10)


def test_the_text_of_pages_is_that_of_their_text_items():
    first = Page(100, 100, 1, "1", (text("甲"), Rule(0, 0, 1, 0, 1), text("乙")))
    second = Page(100, 100, 2, "2", (text("丙"),))
    assert Pages((first, second)).text == "甲乙丙"
    assert [item.text for item in first.texts] == ["甲", "乙"]
