"""Rules about the kind of a document and its wording (条例第八条、第十五条)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.lint.manuscript import ALL, UPWARD, Finding, Line, Manuscript
from docgen.lint.rule import Strength, each, on_lines, on_text, one
from docgen.lint.signs import ORGAN_ENDS, outside, quotations

R, P, O = Strength.R, Strength.P, Strength.O  # noqa: E741
REQUEST = re.compile("(?:妥否|当否|可否)[，,]?\\s?请(?:批示|指示|审批|批复|审示|批准)")
ASKS = re.compile("批示|批复|批准|审批|指示|核准|审定|审示")
CLOSING = re.compile("^特此(通知|通报|公告|通告|报告|函告|函复|批复|请示|函达)")
KIND_OF_CLOSING = {"函告": "函", "函复": "函", "函达": "函"}
YOURS = re.compile(f"你(?=[{ORGAN_ENDS}](?![上里长民委镇城区县]))")
HONOURED = re.compile(f"贵(?=[{ORGAN_ENDS}](?![阳州港溪池]))")
ORDERS = re.compile("请?遵照执行|不得有误|令行禁止")
RECEIVED = re.compile("收悉|来函|请示|来文|报来")
REPEALED = re.compile(
    "国家行政机关公文处理办法|中国共产党机关公文处理条例|国家行政机关公文格式|GB/?T\\s?9704\\s?[—–－-]\\s?(?:1999|88|1988)"
)
REPEALING = re.compile("废止|停止执行|失效|代替|取代")
NO_SUCH_EDITION = re.compile(r"9704\s?[—–－-]\s?(?:201[3-9]|202\d)")
DOWNWARD = frozenset(("通知", "通报", "批复", "决定"))
LAST = 3
"""A closing formula stands in one of the last paragraphs."""


@on_text("夹带请示", R, "条例第十五条（四）")
def request_in_another_kind(manuscript: Manuscript) -> Iterator[Finding]:
    """报告里夹带请示。

    查什么：报告、通知、通报里写了“妥否，请批示”。
    为什么：不得在报告等非请示性公文中夹带请示事项。
    反例：以上报告，妥否，请批示。
    正例：以上报告，请审阅。
    """
    if manuscript.kind in ("报告", "通知", "通报", "纪要"):
        for line in manuscript.body:
            found = REQUEST.search(line.text)
            if found:
                yield one(line, found, f"{manuscript.kind}里夹带请示：{{}}", "请示事项另行文，用请示")


@on_text("请示缺结语", P, "惯例")
def request_without_formula(manuscript: Manuscript) -> Iterator[Finding]:
    """请示的结语。

    查什么：请示末尾没有“妥否，请批示”一类的话。
    为什么：结语写明要上级做什么。
    反例：特此报告。（请示的末尾）
    正例：妥否，请批示。
    """
    last = manuscript.body[-LAST:]
    if manuscript.kind == "请示" and last and not any(ASKS.search(line.text) for line in last):
        yield last[-1].found((0, len(last[-1].text)), "请示末尾没有请求批示、批准的话", "例如 妥否，请批示。")


@on_text("结语不合文种", P, "惯例")
def closing_of_another_kind(manuscript: Manuscript) -> Iterator[Finding]:
    """结语和文种。

    查什么：“特此通知”用在函里，“特此报告”用在请示里，等等。
    为什么：结语要和文种一致，多半是套用旧文件。
    反例：特此通知。（函的末尾）
    正例：特此函告。（函的末尾）
    """
    for line in manuscript.body if manuscript.kind else ():
        found = CLOSING.match(line.text)
        if found and KIND_OF_CLOSING.get(found[1], found[1]) != manuscript.kind:
            yield one(line, found, f"{manuscript.kind}的结语写成{{}}", "结语要和文种一致")


@on_text("你和贵", P, "惯例")
def wrong_address_of_reader(manuscript: Manuscript) -> Iterator[Finding]:
    """“你局”和“贵局”。

    查什么：函、请示、报告里称对方“你局”，通知、批复里称下级“贵局”。
    为什么：“你局”用于下行文，“贵局”用于平行文、上行文。
    反例：请你局支持。（函）
    正例：请贵局支持。（函）
    """
    title = manuscript.text("标题")
    softer = manuscript.kind in UPWARD or (manuscript.kind == "函" and not title.endswith("复函"))
    pattern, right = (YOURS, "贵") if softer else (HONOURED, "你")
    for line in manuscript.body if softer or manuscript.kind in DOWNWARD else ():
        for found in outside(quotations(line.text), pattern.finditer(line.text)):
            yield one(line, found, f"{manuscript.kind}里称对方{{}}", f"应称“{right}”")


@on_text("函用命令语", P, "惯例")
def orders_in_letter(manuscript: Manuscript) -> Iterator[Finding]:
    """函的语气。

    查什么：函里写了“遵照执行”一类的话。
    为什么：函用于不相隶属的机关，不能下命令。
    反例：请遵照执行。
    正例：请予支持。
    """
    for line in manuscript.body if manuscript.kind == "函" else ():
        yield from each(line, ORDERS, "函里写了{}", "函的语气要商量，例如 请予支持")


@on_text("批复缺引语", P, "惯例")
def answer_without_reference(manuscript: Manuscript) -> Iterator[Finding]:
    """批复、复函的开头。

    查什么：批复、复函开头没有引来文。
    为什么：先引来文的标题和发文字号，说明收悉，再答复。
    反例：现批复如下：
    正例：《关于增加经费的请示》（示工请〔2026〕5号）收悉。现批复如下：
    """
    title = manuscript.text("标题")
    first = manuscript.body[:2]
    if (
        first
        and (manuscript.kind == "批复" or title.endswith("复函"))
        and not any(RECEIVED.search(line.text) for line in first)
    ):
        yield first[0].found((0, min(len(first[0].text), 10)), "开头没有引来文", "例如 《……的请示》（……号）收悉")


@on_lines("废止的依据", O, "条例第四十二条", *ALL)
def repealed_basis(line: Line) -> Iterator[Finding]:
    """废止的规定。

    查什么：引用了已经废止的公文办法、条例、标准。
    为什么：2012年起执行《党政机关公文处理工作条例》和GB/T 9704—2012。
    反例：根据《国家行政机关公文处理办法》
    正例：根据《党政机关公文处理工作条例》
    """
    if REPEALING.search(line.text):
        return iter(())
    return each(line, REPEALED, "{}已经废止", "现行的是《党政机关公文处理工作条例》和GB/T 9704—2012")


@on_lines("没有的标准", O, "国家标准目录", *ALL)
def no_such_edition(line: Line) -> Iterator[Finding]:
    """没有的标准版本。

    查什么：引用了2012年以后的GB/T 9704。
    为什么：GB/T 9704现行版本是2012年的，没有更新的版本。
    反例：按照GB/T 9704—2022
    正例：按照GB/T 9704—2012
    """
    return each(line, NO_SUCH_EDITION, "GB/T 9704没有这个版本：{}", "现行的是GB/T 9704—2012")
