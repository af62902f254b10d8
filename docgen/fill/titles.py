"""Take a title too long for one line, give its lines (GB/T 9704-2012 7.3.1).

Sense units stay whole; the outline is a trapezium or a rhombus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from docgen.fill.terms import TERMS
from docgen.fill.widths import width
from docgen.ondemand import on_demand

words = on_demand("docgen.fill.words")
"""Its dictionary is for titles that do not fit a line and that nobody has broken."""
KINDS = (
    "决议 决定 命令 公报 公告 通告 意见 通知 通报 报告 请示 批复 议案 函 纪要 "
    "办法 规定 规则 细则 条例 方案 要点 总结 计划"
).split()
"""文种 of 条例 art. 8 and the texts that they carry."""
TAIL = re.compile(rf"的?(?:{'|'.join(KINDS)})$")
"""The end of a title, which never stands on a line of its own."""
NUMBER = (
    r"[0-9.]+(?:[—～-][0-9.]+)?(?:年度|年|月|日|届|次|号|个|项|名|万|亿|%|％|周年|季度|级|期|批)*|"
    r"第[一二三四五六七八九十百零〇两0-9]+(?:届委员会|次全体会议|[届次批期个章条号季类])?"
)
GROUP = r"《[^《》]*》|“[^“”]*”|（[^（）]*）|〔[^〔〕]*〕"
BOUND = re.compile("|".join((GROUP, NUMBER, *map(re.escape, sorted(TERMS, key=len, reverse=True)))))
"""What no line divides: quoted names, brackets, numbers with their units, ordinals, names of organs and honours."""
NOT_FIRST = frozenset("的、，》”）〉和与及")
"""Characters that look lost at the start of a line: the 的 and the links belong to what stands before."""
NOT_LAST = (
    "关于",
    "十大",
    "进一步",
    "深入",
    "为",
    "在",
    "对",
    "将",
    "把",
    "以",
    "从",
    "向",
    "全国",
    "全市",
    "全省",
    "有关",
    "开展",
)
"""Words that lean on what follows."""

PAUSE_COST = 0.0
WORD_COST = 2.0
LEANING_COST = 30.0
INSIDE_COST = 6.0
HOURGLASS_COST = 40.0
RECTANGLE_COST = 3.0
UNEVEN_COST = 0.5
LONELY_COST = 30.0
LINE_COST = 22.0
"""Costs by which divisions are compared. A line more weighs less than a word torn from what it leans on; a group is
cut only where it fits no line, so that this weighs little; an hourglass is what the standard forbids outright."""
LEAST_LINE = 4.0
"""A line of fewer characters looks forgotten."""
MOST_LINES = 5
MOST_UNITS = 40
"""Titles of more words are set without looking for the best division: there are too many."""


def title_lines(title: str, capacity: float) -> tuple[str, ...]:
    """The lines of a title, each at most `capacity` characters wide; the title itself where it fits one."""
    if width(title) <= capacity:
        return (title,)
    units = sense_units(title, capacity)
    if len(units) > MOST_UNITS:
        return (title,)
    best = min(divisions(units, capacity), default=None)
    return best[1] if best else (title,)


def divisions(units: Sequence[str], capacity: float) -> Iterator[tuple[float, tuple[str, ...]]]:
    """(cost, lines) of every division whose lines fit; longer ones only while they could still be better."""
    least = max(2, -int(-width("".join(units)) // capacity))
    for count in range(least, min(least + 1, MOST_LINES, len(units)) + 1):
        for cuts in combinations(range(1, len(units)), count - 1):
            lines = joined(units, cuts)
            if max(map(width, lines)) <= capacity:
                yield break_cost(units, cuts) + shape_cost(lines) + LINE_COST * (count - least), lines


def sense_units(title: str, capacity: float) -> list[str]:
    """Words and bound groups in order. A group that does not fit a line, with the end of the title after it, is
    divided into its words."""
    units: list[str] = []
    at = 0
    for match in BOUND.finditer(title):
        units += words.cut(title[at : match.start()])
        group, rest = match.group(), title[match.end() :]
        tail = rest if TAIL.fullmatch(rest) else ""
        units += [group] if width(group + tail) <= capacity else inner_units(group)
        at = match.end()
    units += words.cut(title[at:])
    return with_links(units)


def inner_units(group: str) -> list[str]:
    """The brackets of a group and what stands between them: bound groups and words."""
    units, at, inner = [group[0]], 0, group[1:-1]
    for match in BOUND.finditer(inner):
        units += (*words.cut(inner[at : match.start()]), match.group())
        at = match.end()
    return [*units, *words.cut(inner[at:]), group[-1]]


def with_links(units: Sequence[str]) -> list[str]:
    """的, marks and links joined to what stands before them; an opening mark to what follows."""
    found: list[str] = []
    for unit in units:
        if found and (unit[0] in NOT_FIRST or found[-1][-1] in "《“（〈‘"):
            found[-1] += unit
        else:
            found.append(unit)
    return found


def joined(units: Sequence[str], cuts: Sequence[int]) -> tuple[str, ...]:
    """The lines between cuts."""
    ends = (*cuts, len(units))
    return tuple("".join(units[start:end]) for start, end in zip((0, *cuts), ends, strict=True))


def break_cost(units: Sequence[str], cuts: Sequence[int]) -> float:
    """How much the breaks disturb the sense."""
    return sum(_break(units, at) for at in cuts)


def _break(units: Sequence[str], at: int) -> float:
    before, after = "".join(units[:at]), units[at]
    cost = WORD_COST
    if after == "关于" or before[-1] in "》、" or before.endswith(("和", "与", "及")):
        cost = PAUSE_COST
    if units[at - 1].endswith(NOT_LAST) and len(units[at - 1]) <= max(map(len, NOT_LAST)) + 1:
        cost += LEANING_COST
    inside = before.count("《") > before.count("》") or before.count("“") > before.count("”")
    return cost + INSIDE_COST * inside


def shape_cost(lines: Sequence[str]) -> float:
    """How far the outline is from a trapezium or a rhombus."""
    widths = [width(line) for line in lines]
    spread = max(widths) - min(widths)
    cost = UNEVEN_COST * spread + LONELY_COST * sum(found < LEAST_LINE for found in widths)
    if spread < 1.0:
        cost += RECTANGLE_COST
    if any(widths[at - 1] > widths[at] < widths[at + 1] for at in range(1, len(widths) - 1)):
        cost += HOURGLASS_COST
    return cost
