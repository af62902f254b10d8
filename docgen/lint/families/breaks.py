"""Rules about where lines end: titles, punctuation, numbers (GB/T 9704-2012 7.3.1; GB/T 15834-2011 5.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from docgen.document import Paragraph
from docgen.lint.manuscript import Finding
from docgen.lint.rule import Strength, on_pages
from docgen.lint.sheets import Sheets

G, P, S = Strength.G, Strength.P, Strength.S
TITLE = "公文标题"
TITLES = (TITLE, "附件标题", "印发标题")
NARROW = 0.5
"""Width of a Latin character against a Han one."""
NO_START = frozenset("。，、；：？！”’）》〉〕】")
NO_END = frozenset("“‘（《〈〔【")
WHOLE = ("——", "……")
NUMBER_CUT = re.compile(r"\d$")
NUMBER_GOES_ON = re.compile(r"^(?:\d|[年月日%％])")


def _lines(sheets: Sheets) -> Iterator[tuple[Paragraph, list[str]]]:
    """Paragraphs with the texts of their lines."""
    for paragraph in sheets.document.paragraphs:
        lines = sheets.lines.get(paragraph.index, ())
        if len(lines) > 1:
            yield paragraph, [line.text.strip() for line in lines]


@on_pages("标题外形", G, "GB/T 9704 7.3.1", certain=False)
def oblong_title(sheets: Sheets) -> Iterator[Finding]:
    """标题分行的样子。

    查什么：几行标题一样长（长方形），或中间比上下都短（沙漏形）。
    为什么：标题分行排列，使用梯形或菱形。
    反例：三行标题，第二行最短
    正例：两行标题，上短下长
    """
    for paragraph, lines in _lines(sheets):
        if paragraph.style == TITLE:
            lengths = [_width(line) for line in lines]
            if max(lengths) - min(lengths) < NARROW:
                yield sheets.in_paragraph(paragraph, "标题的几行一样长", "请换个地方分行，排成梯形或菱形")
            elif any(
                middle < min(above, below)
                for above, middle, below in zip(lengths, lengths[1:], lengths[2:], strict=False)
            ):
                yield sheets.in_paragraph(paragraph, "标题中间的一行比上下都短", "请换个地方分行，排成梯形或菱形")


def _width(line: str) -> float:
    """Characters across: Latin ones and digits are half as wide."""
    return sum(NARROW if sign.isascii() else 1.0 for sign in line)


@on_pages("标题断词", P, "GB/T 9704 7.3.1")
def title_cut(sheets: Sheets) -> Iterator[Finding]:
    """标题回行。

    查什么：标题的数字被拆成两行，或下一行以“的”开头。
    为什么：回行时要做到词意完整。
    反例：关于做好20（回行）26年防汛工作的通知
    正例：关于做好（回行）2026年防汛工作的通知
    """
    for paragraph, lines in _lines(sheets):
        if paragraph.style in TITLES:
            for above, below in pairwise(lines):
                if below.startswith("的") or (NUMBER_CUT.search(above) and NUMBER_GOES_ON.match(below)):
                    yield sheets.in_paragraph(
                        paragraph, f"标题在“{above[-4:]}”和“{below[:4]}”之间回行", "请换个地方分行"
                    )


@on_pages("行首标点", S, "GB/T 15834 5.1")
def mark_at_start_of_line(sheets: Sheets) -> Iterator[Finding]:
    """行首的标点。

    查什么：句号、逗号、后引号、后括号等排在了一行的开头。
    为什么：这些标点不出现在一行之首。
    反例：，按期完成。（行首）
    正例：按期完成。（行首）
    """
    for paragraph, lines in _lines(sheets):
        for line in lines[1:]:
            if line[:1] in NO_START:
                yield sheets.in_paragraph(paragraph, f"“{line[0]}”排在行首", "请在 Word 里打开“按中文习惯控制首尾字符”")


@on_pages("行末标点", S, "GB/T 15834 5.1")
def mark_at_end_of_line(sheets: Sheets) -> Iterator[Finding]:
    """行末的标点。

    查什么：前引号、前括号、前书名号排在了一行的末尾。
    为什么：这些标点不出现在一行之末。
    反例：根据《（行末）
    正例：《工会法》（不拆开）
    """
    for paragraph, lines in _lines(sheets):
        for line in lines[:-1]:
            if line[-1:] in NO_END:
                yield sheets.in_paragraph(
                    paragraph, f"“{line[-1]}”排在行末", "请在 Word 里打开“按中文习惯控制首尾字符”"
                )


@on_pages("破折号断行", S, "GB/T 15834 5.1")
def dash_cut(sheets: Sheets) -> Iterator[Finding]:
    """破折号、省略号不拆开。

    查什么：破折号、省略号被拆在两行。
    为什么：占两个字位置的破折号、省略号不能中间断开。
    反例：—（回行）—
    正例：——
    """
    for paragraph, lines in _lines(sheets):
        for above, below in pairwise(lines):
            if above[-1:] + below[:1] in WHOLE:
                yield sheets.in_paragraph(paragraph, f"“{above[-1]}{below[0]}”拆在两行", "请调整字距")


@on_pages("数字断行", P, "惯例（GB/T 9704—1999 8.2.3）")
def number_cut(sheets: Sheets) -> Iterator[Finding]:
    """数字、年份不回行。

    查什么：一个数被拆在两行，或数字和“年”“月”“日”“%”分在两行。
    为什么：数字、年份不能回行。
    反例：20（回行）26年
    正例：2026年
    """
    for paragraph, lines in _lines(sheets):
        for above, below in pairwise(lines):
            if NUMBER_CUT.search(above) and below[:1].isdecimal():
                yield sheets.in_paragraph(paragraph, f"数字在“{above[-4:]}”和“{below[:4]}”之间断开", "请调整字距")
