"""Rules about headings and their numbers (GB/T 9704-2012 7.3.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from docgen.lint.manuscript import BODY, Finding, Line, Manuscript
from docgen.lint.rule import Strength, each, on_lines, on_text
from docgen.lint.signs import NUMERAL, NUMERALS, number_of
from docgen.load.numerals import arabic

G, P, S, W = Strength.G, Strength.P, Strength.S, Strength.W

FIRST = re.compile(rf"^([{NUMERALS}]{{1,3}})[.．](?=\D)")
SECOND = re.compile(rf"^(?:\(([{NUMERALS}]{{1,3}})[)）]|（([{NUMERALS}]{{1,3}})\))")
THIRD = re.compile(r"^(\d{1,3})[、．，。](?=\D)")
FOURTH = re.compile(r"^(?:\((\d{1,3})[)）]|（(\d{1,3})\))")
HALF = re.compile(r"^\d{1,2}[)）]|^[①-⑳⑴-⒇㈠-㈩]")
AFTER_BRACKET = re.compile(rf"^([（(][{NUMERALS}\d]{{1,3}}[）)])\s?[、，,.．：:。]")
ORDINAL = re.compile(rf"(?:^|(?<=[。；]))(第[{NUMERALS}]{{1,2}}|首先|其次|再次|最后)、(?![{NUMERALS}第])")
ITEM = re.compile(rf"(?<![{NUMERALS}])([{NUMERALS}]是)、")
HEADING_END = re.compile(rf"^[{NUMERALS}]{{1,3}}、[^。；：，]{{1,20}}[。；：]$")
HEADING = re.compile(rf"^[{NUMERALS}]{{1,3}}、[^。；：，]{{1,20}}$")
NUMBERS = (
    re.compile(rf"([{NUMERALS}]{{1,3}})[、.．](?=\S)"),
    re.compile(rf"[（(]([{NUMERALS}]{{1,3}})[）)](?=\S|$)"),
    re.compile(r"(\d{1,3})[.．、](?:(?!\d)|(?=(?:19|20)\d\d年))(?=.)"),
    re.compile(r"[（(](\d{1,3})[）)](?=.)"),
)
"""The number of level 1, 2, 3, 4, however it is punctuated."""
DEPTH = len(NUMBERS)
WITHIN = re.compile(r"[：:]\s?(?:1\s?[.．、]|一、|[（(][一1][）)])")
ARTICLE = re.compile(rf"第({NUMERAL}{{1,7}})([条章节编])(?=[\s\u3000])")
FILLED_IN = re.compile(r"[ \u3000]{3}")
"""Blanks within a line are left to be filled in."""
NAMES = ("“一、”", "“（一）”", "“1.”", "“（1）”")


class Numbered(Struct, frozen=True):
    """A line that begins with a number: its level from 1, the number, how far it reaches, and the text above.

    Level 0 is an article or chapter (第一条), below which numbers begin anew.
    """

    line: Line
    level: int
    value: int
    end: int
    above: str


def numbered(lines: Sequence[Line]) -> Iterator[Numbered]:
    """The lines that begin with a number."""
    above = ""
    for line in lines:
        if ARTICLE.match(line.text):
            yield Numbered(line, 0, 0, 0, above)
        for level, pattern in enumerate(NUMBERS, start=1):
            found = None if line.plain else pattern.match(line.text)
            value = arabic(found[1]) if found else ""
            if found and value.isdecimal():
                yield Numbered(line, level, int(value), found.end(), above)
                break
        above = line.text


@on_lines("一级序号标点", W, "GB/T 9704 7.3.3", BODY)
def mark_of_first_level(line: Line) -> Iterator[Finding]:
    """第一层序号。

    查什么：“一”“二”后面用了点。
    为什么：结构层次序数依次用“一、”“（一）”“1.”“（1）”标注。
    反例：一.总体要求
    正例：一、总体要求
    """
    return each(line, FIRST, "第一层序号写成{}", new=r"\1、")


@on_lines("二级序号括号", W, "GB/T 9704 7.3.3", BODY)
def brackets_of_second_level(line: Line) -> Iterator[Finding]:
    """第二层序号。

    查什么：“（一）”的括号是半角的。
    为什么：结构层次序数依次用“一、”“（一）”“1.”“（1）”标注，括号是全角的。
    反例：(一)基本原则
    正例：（一）基本原则
    """
    return each(line, SECOND, "第二层序号写成{}", new=lambda found: f"（{found[1] or found[2]}）")


@on_lines("三级序号标点", W, "GB/T 9704 7.3.3", BODY)
def mark_of_third_level(line: Line) -> Iterator[Finding]:
    """第三层序号。

    查什么：“1.”后面不是半角的点。
    为什么：结构层次序数依次用“一、”“（一）”“1.”“（1）”标注，阿拉伯数字后面用半角的点。
    反例：1、完成选址
    正例：1.完成选址
    """
    return each(line, THIRD, "第三层序号写成{}", new=r"\1.")


@on_lines("四级序号括号", W, "GB/T 9704 7.3.3", BODY)
def brackets_of_fourth_level(line: Line) -> Iterator[Finding]:
    """第四层序号。

    查什么：“（1）”的括号是半角的。
    为什么：结构层次序数依次用“一、”“（一）”“1.”“（1）”标注，括号是全角的。
    反例：(1)检查内容
    正例：（1）检查内容
    """
    return each(line, FOURTH, "第四层序号写成{}", new=lambda found: f"（{found[1] or found[2]}）")


@on_text("半括号序号", W, "GB/T 9704 7.3.3")
def half_bracketed_number(manuscript: Manuscript) -> Iterator[Finding]:
    """半括号和圆圈的序号。

    查什么：前四层用了“1）”“①”这样的序号。
    为什么：前四层依次用“一、”“（一）”“1.”“（1）”，别的写法只用在第四层以下。
    反例：1）检查内容
    正例：（1）检查内容
    """
    for lines in manuscript.parts.values():
        deepest = 0
        for line in lines:
            deepest = max([deepest, *(each.level for each in numbered([line]))])
            if deepest < DEPTH and not line.plain:
                yield from each(line, HALF, "序号写成{}", "前四层用“一、”“（一）”“1.”“（1）”")


@on_lines("括号序号后标点", S, "GB/T 15834 附录", BODY)
def mark_after_bracketed_number(line: Line) -> Iterator[Finding]:
    """带括号的序号。

    查什么：“（一）”“（1）”后面又加了顿号、点。
    为什么：带括号的序号后面不加标点。
    反例：（一）、基本原则
    正例：（一）基本原则
    """
    return each(line, AFTER_BRACKET, "带括号的序号后面不加标点：{}", new=r"\1")


@on_text("层次越级", W, "GB/T 9704 7.3.3")
def skipped_level(manuscript: Manuscript) -> Iterator[Finding]:
    """层次的次序。

    查什么：从“一、”直接到“（1）”，或从“（一）”直接到“（1）”。
    为什么：层次序数依次使用；只有两层时，“一、”下面用“1.”是通行的写法。
    反例：一、总体要求（下一行）（1）检查内容
    正例：一、总体要求（下一行）（一）检查内容
    """
    for lines in manuscript.parts.values():
        above = 0
        for item in numbered(lines):
            tolerated = (above, item.level) == (1, 3)
            if above and item.level > above + 1 and not tolerated:
                wanted = NAMES[above]
                yield item.line.found(
                    (0, item.end), f"{NAMES[above - 1]}下面直接用了{NAMES[item.level - 1]}", f"下一层是{wanted}"
                )
            above = item.level


class _Counter(Struct):
    """The last number of each level, and the last one that ran on over the headings above."""

    last: list[int]
    running: list[int]

    def judge(self, item: Numbered) -> str:
        """跳号, 重号 or nothing; the counter moves on."""
        if item.level == 0:
            self.last = [0] * DEPTH
            return ""
        at = item.level - 1
        before, running = self.last[at], self.running[at]
        self.last[at:] = [item.value, *[0] * (DEPTH - at - 1)]
        self.running[at] = item.value
        if item.value == 1 or item.value in (before + 1, running + 1):
            return "重号" if item.value == 1 and before == 1 else ""
        return "重号" if item.value <= max(before, running) else "跳号"


def _misnumbered(manuscript: Manuscript, fault: str) -> Iterator[tuple[Numbered, int]]:
    """The numbers with this fault, and what went before them on their level."""
    for lines in manuscript.parts.values():
        counter = _Counter([0] * DEPTH, [0] * DEPTH)
        for item in numbered(lines):
            before = counter.last[max(item.level, 1) - 1]
            follows_within = before == 0 and item.value == 2 and WITHIN.search(item.above) is not None
            if counter.judge(item) == fault and not follows_within:
                yield item, before


@on_text("序号跳号", P, "惯例")
def gap_in_numbers(manuscript: Manuscript) -> Iterator[Finding]:
    """序号不连续。

    查什么：同一层的序号中间缺了号。
    为什么：缺号让人以为漏印了一条。
    反例：一、总体要求（接着）三、工作要求
    正例：一、总体要求（接着）二、工作要求
    """
    for item, before in _misnumbered(manuscript, "跳号"):
        shown = item.line.text[: item.end]
        what = f"上一个是{before}，这里是“{shown}”" if before else f"这一层从“{shown}”开始"
        yield item.line.found((0, item.end), f"序号不连续：{what}", "请核对是否漏了，或编错了号")


@on_text("序号重号", P, "惯例")
def repeated_number(manuscript: Manuscript) -> Iterator[Finding]:
    """序号重复。

    查什么：同一层的序号重复，或往回倒。
    为什么：引用“第二条”时分不清是哪一条。
    反例：一、总体要求（接着）一、工作要求
    正例：一、总体要求（接着）二、工作要求
    """
    for item, before in _misnumbered(manuscript, "重号"):
        shown = item.line.text[: item.end]
        above = f"前面已经到{before}" if before else "前面已经编过"
        yield item.line.found((0, item.end), f"序号重复：{above}，这里又是“{shown}”", "请重新编号")


@on_text("标题行末标点", P, "惯例")
def mark_after_heading(manuscript: Manuscript) -> Iterator[Finding]:
    """单独成行的标题。

    查什么：单独成行的“一、”标题，有的末尾有标点，有的没有。
    为什么：单独成行的标题末尾不加标点；后面接着正文的才加句号。
    反例：一、总体要求。（另有：二、工作任务）
    正例：一、总体要求（另有：二、工作任务）
    """
    for lines in manuscript.parts.values():
        if any(HEADING.match(line.text) for line in lines):
            for line in lines:
                if HEADING_END.match(line.text) and not line.plain:
                    end = len(line.text)
                    yield line.found(
                        (end - 1, end), f"标题末尾有“{line.text[-1]}”，别的标题没有", "单独成行的标题末尾不加标点"
                    )


@on_lines("第一后顿号", S, "GB/T 15834 附录", BODY)
def enumeration_after_ordinal(line: Line) -> Iterator[Finding]:
    """“第一”“首先”后面的标点。

    查什么：“第一”“首先”“其次”后面用了顿号。
    为什么：次序语后面用逗号。
    反例：第一、加强领导。
    正例：第一，加强领导。
    """
    return each(line, ORDINAL, "{}的顿号应是逗号", new=r"\1，")


@on_lines("一是后顿号", P, "惯例", BODY)
def enumeration_after_item(line: Line) -> Iterator[Finding]:
    """“一是”后面的标点。

    查什么：“一是”“二是”后面用了顿号。
    为什么：“一是”后面用逗号或不用标点。
    反例：一是、加强领导。
    正例：一是加强领导。
    """
    return each(line, ITEM, "{}的顿号多余", new=r"\1")


@on_lines("段首空格", G, "GB/T 9704 7.3.3", BODY, printed=True)
def typed_indent(line: Line) -> Iterator[Finding]:
    """段首的空格。

    查什么：Word 文件里段首的两个字是打空格空出来的。
    为什么：每个自然段左空二字；这是段落的缩进，用空格排，换字号、换软件就对不齐。
    反例：　　各单位要高度重视。
    正例：各单位要高度重视。（段落缩进二字）
    """
    if line.lead and line.place.spot and not FILLED_IN.search(line.text):
        yield line.found((0, 0), "段首的空白是打空格空出来的", "请删去空格，在段落格式里设首行缩进2字符")


@on_text("条号不连", P, "惯例")
def gap_in_articles(manuscript: Manuscript) -> Iterator[Finding]:
    """条、章的序号。

    查什么：办法、规定的“第几条”“第几章”缺号、重号。
    为什么：条号从头连到尾，不因分章重编；章号也要连续。
    反例：第一条……（接着）第三条……
    正例：第一条……（接着）第二条……
    """
    for lines in manuscript.parts.values():
        last = {"条": 0, "章": 0}
        for line in lines:
            found = ARTICLE.match(line.text)
            value = number_of(found[1]) if found else 0
            if found and found[2] in last:
                before, last[found[2]] = last[found[2]], value
                if before and value != before + 1:
                    said = f"上一{found[2]}是第{before}{found[2]}，这里是“{found.group()}”"
                    yield line.found(found.span(), f"{found[2]}号不连续：{said}", "请核对是否漏了，或编错了号")
