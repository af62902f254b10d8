"""Characters and short patterns that several families of rules share."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

HAN = "\u3400-\u4dbf\u4e00-\u9fff〇"
"""Inside brackets of a pattern: a Han character (Unicode blocks Han and Extension A)."""
NUMERALS = "一二三四五六七八九十"
NUMERAL = "[〇零一二三四五六七八九十百]"
"""A sign of a number in words, up to 九百九十九."""
DIGITS = "〇○零一二三四五六七八九"
UNITS = {"十": 10, "百": 100}
CLOSERS = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "（": "）", "〔": "〕", "(": ")"}
"""Opening marks that a paragraph must close (GB/T 15834)."""
SAME = {"(": "（", ")": "）"}
ADDRESS = re.compile(r"[!-~]{0,60}(?:@|://|www\.)[!-~]{0,200}")
QUOTED = re.compile("“[^“”]{0,200}”|‘[^‘’]{0,200}’|《[^《》]{0,200}》")
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金"
    "韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔文洪季"
)
"""The commonest surnames of one sign (after 公安部, 全国姓名报告): they excuse, they accuse nobody."""
ORGAN_ENDS = "局委厅部办市区县省院会"


def addresses(text: str) -> tuple[range, ...]:
    """Where mail and web addresses stand, in which half-width marks are right."""
    if "@" not in text and "www." not in text and "://" not in text:
        return ()
    return tuple(range(*found.span()) for found in ADDRESS.finditer(text))


def quotations(text: str) -> tuple[range, ...]:
    """Where quotations and titles in 《》 stand, which are other people's words."""
    return tuple(range(*found.span()) for found in QUOTED.finditer(text)) if "“" in text or "《" in text else ()


def outside(spans: tuple[range, ...], found: Iterator[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The matches that begin in none of the spans; both in the order of the text."""
    starts = [span.start for span in spans]
    return (match for match in found if not _inside(match.start(), spans, starts))


def _inside(at: int, spans: tuple[range, ...], starts: list[int]) -> bool:
    before = bisect_right(starts, at)
    return before > 0 and at in spans[before - 1]


def number_of(words: str) -> int:
    """A number up to 九百九十九 in words; 十 alone is 10."""
    value, digit = 0, 0
    for sign in words:
        if sign in UNITS:
            value += (digit or 1) * UNITS[sign]
            digit = 0
        else:
            digit = NUMERALS.find(sign) + 1 if sign in NUMERALS else 0
    return value + digit
