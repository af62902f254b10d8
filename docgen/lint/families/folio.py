"""Rules about page numbers (GB/T 9704-2012 7.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from docgen.lint.manuscript import Finding
from docgen.lint.rule import Strength, on_pages
from docgen.lint.sheets import LEFT, MEASURE, Sheets
from docgen.page import Page, Text
from docgen.settle.parts import page_number
from docgen.units import points_from_mm

G, W = Strength.G, Strength.W
NUMBER_GAP = 14.0
"""7.5: 一字 of 4号 between the page number and the edge, points."""
NUMBER_TOLERANCE = points_from_mm(3.0)
DASHED_NUMBER = re.compile(r"^[—－]\s?\d{1,4}\s?[—－]$")


def _page_numbers(sheets: Sheets) -> Iterator[tuple[Page, list[Text]]]:
    """Pages that bear a number, with its texts; none in a file whose footers have other styles."""
    for page in sheets.pages.pages:
        texts = page_number(page)
        if texts:
            yield page, texts


@on_pages("缺页码", G, "GB/T 9704 7.5")
def page_without_number(sheets: Sheets) -> Iterator[Finding]:
    """页码。

    查什么：有字的页没有页码（信函首页、版记前有空白页的版记页除外）。
    为什么：页码编排在版心下边缘之下；信函首页不显示，空白页和版记页不编。
    反例：第2页没有页码
    正例：— 2 —
    """
    facts = sheets.facts
    numbered = [page.number for page, _ in _page_numbers(sheets)]
    excused = {
        *facts.blank,
        *((facts.imprint_page,) if facts.blank else ()),
        *((1,) if sheets.is_letter else ()),
    }
    for number in facts.unnumbered if numbered else ():
        if number not in excused:
            yield sheets.found(number, f"第{number}页没有页码")


@on_pages("空白页有页码", G, "GB/T 9704 7.5")
def number_on_blank_page(sheets: Sheets) -> Iterator[Finding]:
    """空白页的页码。

    查什么：版记前的空白页印了页码。
    为什么：版记前有空白页的，空白页和版记页均不编排页码。
    反例：空白的第3页印着— 3 —
    正例：空白的第3页没有页码
    """
    for page, texts in _page_numbers(sheets):
        inked = [item for item in page.texts if item.text.strip()]
        if len(inked) == len(texts) and page.number < len(sheets.pages.pages):
            yield sheets.found(page.number, f"空白的第{page.number}页印了页码", "空白页和版记页不编页码")


@on_pages("页码不连", G, "GB/T 9704 7.5")
def numbers_that_jump(sheets: Sheets) -> Iterator[Finding]:
    """页码连续。

    查什么：页码不连续，例如附件又从1编起。
    为什么：附件与正文一起装订时，页码连续编排。
    反例：附件从第1页编起
    正例：附件接着正文编页码
    """
    labels = [(page.number, page.label) for page in sheets.pages.pages]
    for (_, above), (number, below) in pairwise(labels):
        if above.isdecimal() and below.isdecimal() and int(below) != int(above) + 1:
            yield sheets.found(number, f"上一页的页码是{above}，这一页是{below}", "页码要连续")


@on_pages("页码写法", W, "GB/T 9704 7.5")
def odd_page_number(sheets: Sheets) -> Iterator[Finding]:
    """页码的写法。

    查什么：页码不是左右各一条一字线的阿拉伯数字。
    为什么：页码一般用4号半角宋体阿拉伯数字，左右各放一条一字线。
    反例：第1页
    正例：— 1 —
    """
    for page, texts in _page_numbers(sheets):
        shown = "".join(item.text for item in texts).strip()
        if not DASHED_NUMBER.match(shown):
            yield sheets.found(page.number, f"页码写成“{shown}”", "一般写成“— 1 —”")


@on_pages("页码位置", G, "GB/T 9704 7.5")
def page_number_elsewhere(sheets: Sheets) -> Iterator[Finding]:
    """页码的位置。

    查什么：页码不在外侧：单页码居右空一字，双页码居左空一字。
    为什么：单页码居右空一字，双页码居左空一字。
    反例：页码居中
    正例：单页在右，双页在左
    """
    for page, texts in _page_numbers(sheets):
        if page.width > page.height or any(item.turned for item in texts) or not page.label.isdecimal():
            continue
        left, right = min(item.x for item in texts), max(item.x + item.width for item in texts)
        odd = int(page.label) % 2 == 1
        outer = page.width - right if odd else left
        nearest = page.width - LEFT - MEASURE + NUMBER_GAP
        # Mirrored margins put the narrow side outside on even pages; others keep the binding side.
        if not nearest - NUMBER_TOLERANCE <= outer <= LEFT + NUMBER_GAP + NUMBER_TOLERANCE:
            yield sheets.found(
                page.number, f"页码不在{'右' if odd else '左'}下角", "单页码居右空一字，双页码居左空一字"
            )
