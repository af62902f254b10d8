"""Rules about what must agree across a document: names written two ways, counts and lists, organs, rare characters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from docgen.lint.manuscript import ALL, CARRIED, Finding, Line, Manuscript
from docgen.lint.rule import Strength, on_text, one

P, W = Strength.P, Strength.W
TITLE = re.compile("《([^《》]{4,60})》")
UNIT = "[名人位个项家件条]"
COUNT = re.compile(
    rf"(?:下列|以下|如下)\s?(?P<before>\d{{1,4}})\s?{UNIT}|(?P<after>\d{{1,4}})\s?{UNIT}[^，。；：\d]{{0,12}}如下[：:]$"
)
ANNOUNCES = re.compile("(?:如下|名单|下列|以下)[^。]{0,12}[：:]$")
HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
SHORTEST = 8
"""Characters of a name: shorter ones may well differ by one on purpose (甲办法, 乙办法)."""
LAW = "中华人民共和国"
"""Laws have long names that differ by a character on purpose: 刑法, 民法."""
MOST_NAMES = 300
"""Names in 《》 that are compared with each other."""
DIFFERENT_ON_PURPOSE = re.compile(r"[\d一二三四五六七八九十上下甲乙丙丁东南西北省市县区（）()]")
RARE_ROLES = ("名单", "签发人", "署名", "数据")


def one_apart(first: str, second: str) -> str:
    """The characters by which two names differ, if it is one character changed, added or left out; else nothing."""
    if abs(len(first) - len(second)) > 1 or first == second:
        return ""
    shorter, longer = sorted((first, second), key=len)
    same = next(
        (at for at, (one, other) in enumerate(zip(shorter, longer, strict=False)) if one != other), len(shorter)
    )
    if len(first) == len(second):
        return first[same] + second[same] if first[same + 1 :] == second[same + 1 :] else ""
    return longer[same] if shorter[same:] == longer[same + 1 :] else ""


def _written_alike(first: str, second: str) -> bool:
    """Whether two names mean the same and one is a slip: one character apart, or its words in another order."""
    if min(len(first), len(second)) < SHORTEST or (first.startswith(LAW) and second.startswith(LAW)):
        return False
    apart = one_apart(first, second)
    if apart:
        return not DIFFERENT_ON_PURPOSE.search(apart)
    return first != second and len(first) == len(second) and sorted(first) == sorted(second)


def _names(manuscript: Manuscript) -> Iterator[tuple[Line, re.Match[str] | None, str]]:
    """Names of documents: those in 《》, and the titles of 印发 and 附件; where each first stands."""
    seen: set[str] = set()
    for line in manuscript.lines:
        if line.role in ("印发标题", "附件标题") and line.text not in seen:
            seen.add(line.text)
            yield line, None, line.text
    for line in manuscript.lines:
        for found in TITLE.finditer(line.text) if line.role in ALL else ():
            name = re.sub("（[^（）]{1,10}）$", "", found[1])
            if name not in seen and len(seen) < MOST_NAMES:
                seen.add(name)
                yield line, found, name


@on_text("名称两种写法", P, "惯例")
def name_written_two_ways(manuscript: Manuscript) -> Iterator[Finding]:
    """同一个名称两种写法。

    查什么：书名号里的名称、附件和印发件的标题，只差一个字，或字都一样而次序不同。
    为什么：多半是同一个文件，有一处写错了。
    反例：《示例市工会创优成果评选办法法》和《示例市工会创优成果评选办法》
    正例：前后都写《示例市工会创优成果评选办法》
    """
    known: list[str] = []
    for line, found, name in _names(manuscript):
        other = next((each for each in known if _written_alike(each, name)), None)
        if other and found:
            yield one(line, found, f"{{}}和“{other}”只差一点，像是同一个名称", "请核对哪一个对，前后写成一样")
        known.append(name)


@on_text("书名号不一", P, "惯例")
def marked_and_unmarked(manuscript: Manuscript) -> Iterator[Finding]:
    """标题和正文里的书名号。

    查什么：同一个名称，标题里加了书名号，正文里没有加；或者相反。
    为什么：计划、要点加不加书名号各机关习惯不同，但一份公文里要一样。
    反例：标题《2026年工作要点》，正文写“现将2026年工作要点印发给你们”
    正例：标题和正文都写《2026年工作要点》
    """
    title = manuscript.text("标题")
    for found in TITLE.finditer(title):
        for line in manuscript.body:
            at = line.text.find(found[1])
            if at >= 0 and f"《{found[1]}" not in line.text:
                yield line.found((at, at + len(found[1])), f"“{found[1]}”这里没有书名号，标题里有", "请前后一致")
                break


@on_text("印发件名不符", P, "惯例（GB/T 9704 7.3.7）")
def carried_title_differs(manuscript: Manuscript) -> Iterator[Finding]:
    """印发的文件的标题。

    查什么：标题说印发《甲》，后面印发的是别的标题。
    为什么：印发的文件的标题要和通知里写的一字不差。
    反例：关于印发《示例办法》的通知，后面的标题是“示例实施办法”
    正例：两处都是“示例办法”
    """
    titles = [line for line in manuscript.of("印发标题") if line.part == CARRIED]
    named = TITLE.search(manuscript.text("标题"))
    if len(titles) == 1 and named:
        name, title = (re.sub(r"[（(].{1,10}[）)]$|\s", "", text) for text in (named[1], titles[0].text))
        if name != title and "印发" in manuscript.text("标题"):
            yield titles[0].found((0, len(titles[0].text)), f"标题说印发“{named[1]}”，这里的标题不同", "两处要一字不差")


@on_text("个数不符", P, "惯例")
def count_differs(manuscript: Manuscript) -> Iterator[Finding]:
    """文中的个数和名单、条目。

    查什么：名单、条目上面一段写的个数，和名单、条目的个数不同。
    为什么：增减了一项，数字忘了改；用 {{ 清单|数 }} 就不会错。
    反例：下列3名同志……名单如下：（名单只有2人）
    正例：下列2名同志……名单如下：（名单有2人）
    """
    for listed in manuscript.lists:
        text = listed.line.text if listed.line else ""
        counts = list(COUNT.finditer(text))
        if not (listed.line and listed.size and len(counts) == 1 and ANNOUNCES.search(text)):
            continue
        if int(counts[0]["before"] or counts[0]["after"]) != listed.size:
            message = f"这里写{{}}，下面的{listed.kind}有{listed.size}项"
            yield one(listed.line, counts[0], message, "请核对；用 {{ 清单|数 }} 可以自动计数")


@on_text("重复的段", P, "惯例")
def repeated_paragraph(manuscript: Manuscript) -> Iterator[Finding]:
    """重复的段落。

    查什么：同一段话在正文里出现了两次。
    为什么：多半是复制粘贴时多贴了一遍。
    反例：（两段完全相同的话）
    正例：（每段不同）
    """
    for lines in manuscript.parts.values():
        counts = Counter(line.text for line in lines if len(line.text) >= 2 * SHORTEST)
        seen: set[str] = set()
        for line in lines:
            if counts[line.text] > 1 and line.text in seen:
                yield line.found((0, min(len(line.text), SHORTEST)), "这一段和前面的一段一字不差", "请删去一段")
            seen.add(line.text)


@on_text("重复的人", P, "惯例")
def person_twice(manuscript: Manuscript) -> Iterator[Finding]:
    """名单里的人。

    查什么：同一份名单里，完全相同的一行出现了两次。
    为什么：多半是重复录入。
    反例：王强（两次）
    正例：王强（一次）
    """
    seen: set[tuple[str, str]] = set()
    for line in manuscript.of("条目", "名单"):
        if len(line.text) > 3 and (line.part, line.text) in seen:
            yield line.found((0, len(line.text)), f"“{line.text[:20]}”重复了", "请核对是否多录了一次")
        seen.add((line.part, line.text))


@on_text("字库外的字", W, "GB 2312（仿宋_GB2312 的字数）")
def beyond_gb2312(manuscript: Manuscript) -> Iterator[Finding]:
    """GB 2312 以外的字。

    查什么：姓名等处用了仿宋_GB2312 没有的字（如喆、镕、玥）。
    为什么：旧字体里没有这些字，别的电脑上可能显示成方框；PDF 里已用别的字体代替。
    反例：王喆
    正例：王哲
    """
    for line in manuscript.lines:
        if line.role in RARE_ROLES:
            yield from (
                one(line, found, "{}不在 GB 2312 里", "请确认收文单位的字体有这个字")
                for found in HAN.finditer(line.text)
                if not _in_gb2312(found.group())
            )


def _in_gb2312(sign: str) -> bool:
    return bool(sign.encode("gb2312", errors="ignore"))
