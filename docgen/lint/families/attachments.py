"""Rules about 附件说明 and 附件 (GB/T 9704-2012 7.3.4, 7.3.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from docgen.lint.manuscript import BODY, CARRIED, MAIN, Finding, Line, Manuscript
from docgen.lint.rule import Strength, each, on_lines, on_text, one

G, P = Strength.G, Strength.P
LONGEST_NAME = 200
"""Characters of a name that are compared."""
NOTE, LABEL, TITLE = "附件说明", "附件标签", "附件标题"

COLON = re.compile(r"^附\s?件\s?:")
END = re.compile("[。；，、;,.]$")
NUMBER_MARK = re.compile(r"(?:(?<=[：:])|(?<=[：:]\s)|^)(\d{1,2})[、，．。](?=\D)")
MARKED = re.compile(r"^(?:附件\s?[：:]\s?)?(?:\d{1,2}[.．、]\s?)?《([^《》]{1,80})》$")
EMPTY = re.compile(r"^附\s?件\s?[：:]$")
AS_IN_TEXT = re.compile(r"^附\s?件\s?[：:]?\s?(?:如文|见后|[一二三四五六七八九十\d]{1,3}件)[。.]?$")
ITEM = re.compile(r"^(?:附\s?件\s?[：:]\s?)?(?:(\d{1,2})\s?[.．、]\s*)?(.{1,200})$")
NEXT_ITEM = re.compile(r"[；;，、\s]\s{0,4}(?=\d{1,2}\s?[.．、]\s{0,3}[^\d\s])")
"""Where the next of several names on one line begins."""
ODD_LABEL = re.compile(r"^附\s?件\s?[\d一二三四五六七八九十]{0,3}\s?[：:、.．]$")
CHINESE_LABEL = re.compile("^附件[一二三四五六七八九十]{1,3}[：:]?$")
MENTIONED = re.compile(r"(?<![\d号》])(?<!号）)附件\s?(\d{1,2})(?![\d.])")
CARRYING = re.compile("(?:印发|转发|批转)《([^《》]{2,60})》")


class Item(Struct, frozen=True):
    """A name in the 附件说明: its number, None where it has none."""

    line: Line
    number: int | None
    title: str


def listed(manuscript: Manuscript) -> list[Item]:
    """The names of the 附件说明; a line without number goes on with the one above."""
    found: list[Item] = []
    for line, text in ((noted, text) for noted in manuscript.of(NOTE) for text in _names(noted)):
        match = ITEM.match(text)
        number, title = (match[1], match[2].strip()) if match else (None, "")
        if number or not found or text.startswith("附"):
            found.append(Item(line, int(number) if number else None, title))
        else:
            found[-1] = Item(found[-1].line, found[-1].number, (found[-1].title + text.strip())[:LONGEST_NAME])
    return found


def _names(line: Line) -> list[str]:
    """The names on a line: one, or several with numbers (附件：1.甲；2.乙)."""
    match = ITEM.match(line.text)
    return NEXT_ITEM.split(line.text) if match and match[1] else [line.text]


def titles(manuscript: Manuscript) -> list[Line]:
    """The titles of the attachments, in the order of their pages."""
    return list(manuscript.of(TITLE))


def bare(title: str) -> str:
    """A title without white space and closing marks."""
    return re.sub(r"[\s。；，、]", "", title)


@on_lines("附件冒号", G, "GB/T 9704 7.3.4", NOTE, printed=True)
def half_width_colon(line: Line) -> Iterator[Finding]:
    """附件说明的冒号。

    查什么：附件说明里“附件”后面是半角冒号。
    为什么：“附件”二字后标全角冒号。
    反例：附件:示范点名单
    正例：附件：示范点名单
    """
    return each(line, COLON, "{}的冒号是半角的", "应写“附件：”")


@on_lines("附件名末尾标点", G, "GB/T 9704 7.3.4", NOTE)
def mark_after_name(line: Line) -> Iterator[Finding]:
    """附件名称后面的标点。

    查什么：附件名称后面有标点。
    为什么：附件名称后不加标点符号。
    反例：附件：示范点名单；
    正例：附件：示范点名单
    """
    if not AS_IN_TEXT.match(line.text):
        yield from each(line, END, "附件名称后面有{}", new="")


@on_lines("附件序号标点", G, "GB/T 9704 7.3.4", NOTE, printed=True)
def mark_after_number(line: Line) -> Iterator[Finding]:
    """附件说明的序号。

    查什么：附件说明的序号后面不是半角的点。
    为什么：有多个附件的，用阿拉伯数字标注顺序号，如“附件：1. ×××”。
    反例：附件：1、经费测算表
    正例：附件：1.经费测算表
    """
    return each(line, NUMBER_MARK, "附件说明的序号写成{}", new=r"\1.")


@on_text("单个附件编号", P, "惯例（GB/T 9704 7.3.4）")
def single_numbered(manuscript: Manuscript) -> Iterator[Finding]:
    """只有一个附件。

    查什么：只有一个附件，附件说明却编了号。
    为什么：有多个附件的才编顺序号。
    反例：附件：1.示范点名单（只有一个附件）
    正例：附件：示范点名单
    """
    items = listed(manuscript)
    if len(items) == 1 and items[0].number == 1:
        line = items[0].line
        yield line.found((0, len(line.text)), "只有一个附件，却编了号", "只有一个附件时不编号")


@on_lines("附件加书名号", P, "惯例", NOTE, TITLE)
def name_in_marks(line: Line) -> Iterator[Finding]:
    """附件名称的书名号。

    查什么：附件名称整个加了书名号。
    为什么：附件说明和附件标题直接写名称，不加书名号。
    反例：附件：《示范点名单》
    正例：附件：示范点名单
    """
    found = MARKED.match(line.text)
    if found:
        start, end = found.span(1)
        yield line.found((start - 1, end + 1), f"附件名称“{found[1]}”加了书名号", "请删去书名号", found[1])


@on_lines("附件名另起行", P, "惯例", NOTE, BODY, printed=True)
def name_on_next_line(line: Line) -> Iterator[Finding]:
    """附件说明的名称。

    查什么：“附件：”后面没有名称。
    为什么：附件名称接在“附件：”后面写。
    反例：附件：（名称写在下一行）
    正例：附件：示范点名单
    """
    return each(line, EMPTY, "“附件：”后面没有名称", "名称接着写，例如 附件：示范点名单")


@on_lines("附件如文", P, "惯例", NOTE, BODY)
def as_in_text(line: Line) -> Iterator[Finding]:
    """附件如文。

    查什么：附件说明写成“附件：如文”“附件三件”。
    为什么：附件说明要写出每个附件的顺序号和名称。
    反例：附件：如文
    正例：附件：示范点名单
    """
    return each(line, AS_IN_TEXT, "附件说明写成{}", "请写出附件的名称")


@on_text("附件说明次序", G, "GB/T 9704 7.3.4", certain=False)
def note_after_signature(manuscript: Manuscript) -> Iterator[Finding]:
    """附件说明的位置。

    查什么：附件说明在署名、成文日期后面。
    为什么：附件说明在正文下空一行，署名的前面。
    反例：2026年1月5日（下一行）附件：示范点名单
    正例：附件：示范点名单（下面）2026年1月5日
    """
    dated = False
    for line in manuscript.lines:
        dated = dated or (line.role == "成文日期" and line.part == MAIN)
        if dated and line.role == NOTE and line.part == MAIN and line.text.startswith("附"):
            yield line.found((0, len(line.text)), "附件说明在成文日期后面", "附件说明在正文和署名之间")


@on_text("附件名不一致", G, "GB/T 9704 7.3.7")
def names_differ(manuscript: Manuscript) -> Iterator[Finding]:
    """附件说明和附件标题。

    查什么：附件说明里的名称和附件的标题不一样。
    为什么：附件顺序号和附件标题应当与附件说明的表述一致。
    反例：附件说明“示范点名单”，附件标题“示范点建设单位名单”
    正例：两处都是“示范点名单”
    """
    items, pages = listed(manuscript), titles(manuscript)
    if not manuscript.printed or len(items) != len(pages):
        return
    for item, page in zip(items, pages, strict=True):
        name, title = bare(item.title), bare(page.text)
        begun = manuscript.guessed and (title.startswith(name) or name.startswith(title))
        if name != title and not begun:
            message = f"附件标题是“{page.text}”，附件说明里是“{item.title}”"
            yield page.found((0, len(page.text)), message, "两处要一字不差")


@on_text("附件数不符", G, "GB/T 9704 7.3.4、7.3.7", certain=False)
def counts_differ(manuscript: Manuscript) -> Iterator[Finding]:
    """附件说明和附件的个数。

    查什么：附件说明列出的附件，和后面附的不一样多。
    为什么：附件说明要列出每一个附件。
    反例：附件说明列了两个，后面只有附件1
    正例：附件说明列了两个，后面有附件1、附件2
    """
    items, labels = listed(manuscript), list(manuscript.of(LABEL))
    if manuscript.printed and labels and len(items) != len(labels):
        said = f"附件说明里有{len(items)}个" if items else "没有附件说明"
        yield labels[0].found((0, len(labels[0].text)), f"后面附了{len(labels)}个附件，{said}", "请核对附件说明")


@on_text("附件不存在", P, "惯例")
def mentioned_but_missing(manuscript: Manuscript) -> Iterator[Finding]:
    """正文提到的附件。

    查什么：正文说“见附件3”，附件没有那么多。
    为什么：收文的人会以为漏装了。
    反例：填报附件3（只有两个附件）
    正例：填报附件2（有两个附件）
    """
    count = max(len(titles(manuscript)), len(listed(manuscript)), len(list(manuscript.of(LABEL))))
    for line in manuscript.of(BODY):
        for found in MENTIONED.finditer(line.text):
            if int(found[1]) > count:
                yield one(line, found, f"提到{{}}，这里只有{count}个附件", "请核对附件的号数")


@on_lines("附件标签写法", G, "GB/T 9704 7.3.7", LABEL, printed=True)
def odd_label(line: Line) -> Iterator[Finding]:
    """附件左上角的标签。

    查什么：附件首页左上角的“附件1”后面有冒号、顿号。
    为什么：“附件”二字及顺序号顶格编排在版心左上角第一行，后面不加标点。
    反例：附件1：
    正例：附件1
    """
    return each(line, ODD_LABEL, "附件标签写成{}", f"应写“{line.text.rstrip('：:、.．')}”")


@on_lines("附件号汉字", G, "GB/T 9704 7.3.7", LABEL, printed=True)
def chinese_label(line: Line) -> Iterator[Finding]:
    """附件的顺序号。

    查什么：附件的顺序号用了汉字。
    为什么：附件顺序号用阿拉伯数字，和附件说明一致。
    反例：附件一
    正例：附件1
    """
    return each(line, CHINESE_LABEL, "附件的顺序号写成{}", "请用阿拉伯数字，例如 附件1")


@on_text("版记在附件前", G, "GB/T 9704 7.3.7")
def imprint_before_attachments(manuscript: Manuscript) -> Iterator[Finding]:
    """附件和版记的次序。

    查什么：版记排在附件前面。
    为什么：附件在版记之前，与公文正文一起装订。
    反例：版记（下面）附件1
    正例：附件1（下面）版记
    """
    imprint = False
    for line in manuscript.lines if manuscript.printed else ():
        imprint = imprint or line.role == "印发机关"
        if imprint and line.role == LABEL:
            yield line.found((0, len(line.text)), "附件排在版记后面", "附件在版记之前")
            return


@on_text("印发件列作附件", P, "惯例")
def carried_as_attachment(manuscript: Manuscript) -> Iterator[Finding]:
    """被印发、转发的文件。

    查什么：印发、转发的文件又列成了附件。
    为什么：被印发、转发的文件是公文的主体，另起一页，不算附件。
    反例：关于印发《示例办法》的通知，附件：示例办法
    正例：关于印发《示例办法》的通知（办法另起一页，不写附件说明）
    """
    title = manuscript.first("标题")
    carried = CARRYING.search(title.text) if title else None
    if carried is None or any(line.part == CARRIED for line in manuscript.lines):
        return
    for line in (*manuscript.of(NOTE), *manuscript.of(TITLE)):
        if bare(line.text).endswith(bare(carried[1])):
            yield line.found(
                (0, len(line.text)), f"印发的“{carried[1]}”列成了附件", "它不是附件，内容文件里写在“印发”下面"
            )
            return
