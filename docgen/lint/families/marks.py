"""Rules about punctuation (GB/T 15834-2011)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.lint.manuscript import ALL, PROSE, TITLES, Finding, Line
from docgen.lint.rule import Strength, each, on_lines, one
from docgen.lint.signs import CLOSERS, HAN, NUMERALS, SAME, SURNAMES, addresses, outside, quotations

S, P, W = Strength.S, Strength.P, Strength.W
FULL = str.maketrans(",;:?!", "，；：？！")
UNBALANCED_ROLES = ALL - {"表格", "数据", "名单"}
"""What stands in a cell may go on in the next paragraph of it."""

HALF_MARK = re.compile(rf"(?<=[{HAN}”’》）〉])\s?[,;:?!]\s?(?![/\\])|[,;:?!](?=[{HAN}“《（])")
OPERATORS = "=＝+×÷*/"
"""In a formula brackets are half-width as its signs are."""
HALF_BRACKETS = re.compile(r"\(([^()（）]{0,80})[)）]|（([^()（）]{0,80})\)")
HAN_INSIDE = re.compile(f"[{HAN}]")
NUMBER_ONLY = re.compile(rf"[{NUMERALS}]{{1,3}}|\d{{1,3}}")
HALF_STOP = re.compile(rf"(?<=[{HAN}”）》])(?<![{NUMERALS}])\.(?=$|[{HAN}“《])")
STRAIGHT = re.compile(r'"([^"]{1,80})"')
STRAIGHT_SINGLE = re.compile(rf"(?<![A-Za-z])'([^']{{0,40}}[{HAN}][^']{{0,40}})'")
LONE_QUOTE = re.compile(rf'(?<=[{HAN}])"|"(?=[{HAN}])')
DOTS = re.compile(
    rf"(?<=[{HAN}，”》）])(?:\.{{3,6}}(?!\.)|。{{3,6}}|…(?!…)|…{{3,9}})|(?<![.。…])(?:\.{{3,6}}|…)(?=[{HAN}])(?<!……)"
)
DASHES = re.compile(rf"(?<=[{HAN}”》）])(?:-{{2,4}}|－{{2,4}}|–{{2,4}})(?=[{HAN}“《])")
DOUBLED = re.compile(r"([，、；：？！])\1{1,9}|。。(?!。)")
CLASHING = re.compile("[，、；：][。，、；：]|。[，、；：]")
BETWEEN_TITLES = re.compile("(?<=》)、(?=《)")
BETWEEN_QUOTES = re.compile("(?<=”)、(?=“)")
BEFORE_ETC = re.compile("、(?=等(?![级次额候离待同效价式于值距比分外地])|等等)")
SPREAD = re.compile(rf"(?<![{HAN}])[{HAN}](?: [{HAN}]){{2,20}}(?![{HAN}])")
BLANK_DATE = re.compile("年 {1,20}月 {1,20}日")
SPREAD_NAME = rf"(?<=[{SURNAMES}]\u3000)[{HAN}](?:同志|任|担任|的|为|等|[、，。；（])"
"""The rest of a name of two characters that is spread to three, as lists and 任免 have them."""
SPACE = re.compile(
    rf"(?<![条章节])(?<=[{HAN}，。；：、”》）])[ \u3000](?=[{HAN}“《（])(?!.{{1,10}}：)(?!{SPREAD_NAME})"
)
SENTENCE_END = re.compile("[。；：]$")
NUMBER_FIRST = re.compile(r"〔\d{4}〕\d{1,5}号《")
NUMBER_INSIDE = re.compile(r"《[^《》]{1,80}〔\d{4}〕\d{1,5}号》")
MIDDLE_DOT = re.compile(rf"(?<=[{HAN}])[•・‧∙⋅]\s?(?=[{HAN}])")
WIDE_LATIN = re.compile("[Ａ-Ｚａ-ｚ]{1,40}")
LABELLED = frozenset(("附件说明", "抄送", "主送"))
LABEL_COLON = re.compile(r"^(?:附\s?件|抄\s?送)\s?:|\s?:$")
LONG_ENOUGH = 400
"""A quotation that runs over several paragraphs is longer than this in its first one, or opens it."""


@on_lines("半角标点", S, "GB/T 15834 5.1", *ALL)
def half_width_mark(line: Line) -> Iterator[Finding]:
    """半角标点。

    查什么：汉字旁边用了半角的逗号、分号、冒号、问号、叹号。
    为什么：中文里这些标点各占一个字的位置，用全角。
    反例：明确责任分工,按期完成。
    正例：明确责任分工，按期完成。
    """
    # The colons of 附件, 抄送 and 主送 have rules of their own.
    labels = LABEL_COLON.finditer(line.text) if line.role in LABELLED else ()
    passed = tuple(range(*found.span()) for found in labels)
    for found in outside(passed or addresses(line.text), HALF_MARK.finditer(line.text)):
        yield one(line, found, "汉字旁边的{}是半角的", new=found.group().strip().translate(FULL))


@on_lines("半角括号", S, "GB/T 15834 4.9", *ALL)
def half_width_brackets(line: Line) -> Iterator[Finding]:
    """半角括号。

    查什么：括住汉字的括号是半角的，或一半全角一半半角。
    为什么：中文里括号用全角。
    反例：示例市总工会(以下简称市总)
    正例：示例市总工会（以下简称市总）
    """
    for found in HALF_BRACKETS.finditer(line.text):
        inner = found[1] if found[1] is not None else found[2]
        is_number = found.start() == 0 and NUMBER_ONLY.fullmatch(inner)
        beside = line.text[max(found.start() - 1, 0) : found.start()] + line.text[found.end() : found.end() + 1]
        in_formula = any(sign in OPERATORS for sign in beside)
        if HAN_INSIDE.search(inner) and not (is_number or in_formula):
            yield one(line, found, "{}的括号是半角的", new=f"（{inner}）")


@on_lines("半角句号", S, "GB/T 15834 4.1", *ALL)
def half_width_stop(line: Line) -> Iterator[Finding]:
    """半角的点当句号。

    查什么：中文句子用半角的点结尾。
    为什么：中文的句号是“。”。
    反例：按期组织验收.
    正例：按期组织验收。
    """
    for found in outside(addresses(line.text), HALF_STOP.finditer(line.text)):
        yield one(line, found, "句末是半角的点", "应写“。”", "。")


@on_lines("直引号", S, "GB/T 15834 4.8", *ALL)
def straight_quotes(line: Line) -> Iterator[Finding]:
    """直引号。

    查什么：汉字旁边用了不分左右的直引号。
    为什么：中文的引号是“”‘’。
    反例：落实"放管服"改革
    正例：落实“放管服”改革
    """
    if '"' in line.text and line.text.count('"') % 2 == 0:
        yield from (
            one(line, found, "{}用了直引号", new=r"“\1”")
            for found in STRAIGHT.finditer(line.text)
            if HAN_INSIDE.search(line.text[max(found.start() - 1, 0) : found.end() + 1])
        )
    elif '"' in line.text:
        yield from each(line, LONE_QUOTE, "引号是直的，而且不成对", "请改成“”，并检查缺哪一半")
    if "'" in line.text:
        yield from each(line, STRAIGHT_SINGLE, "{}用了直引号", new=r"‘\1’")


@on_lines("省略号写法", S, "GB/T 15834 4.11", *ALL)
def odd_ellipsis(line: Line) -> Iterator[Finding]:
    """省略号。

    查什么：省略号写成几个点、几个句号，或只有三点。
    为什么：省略号的形式是“……”，六个点，占两个字的位置。
    反例：选址、建设...
    正例：选址、建设……
    """
    return each(line, DOTS, "省略号写成{}", new="……")


@on_lines("破折号写法", S, "GB/T 15834 4.10", *ALL)
def odd_dash(line: Line) -> Iterator[Finding]:
    """破折号。

    查什么：破折号用连字符拼成。
    为什么：破折号的形式是“——”，占两个字的位置。
    反例：防汛工作--当前重点
    正例：防汛工作——当前重点
    """
    return each(line, DASHES, "破折号写成{}", new="——")


@on_lines("标点重复", S, "GB/T 15834", *ALL)
def doubled_mark(line: Line) -> Iterator[Finding]:
    """重复的标点。

    查什么：同一个标点连写了两次。
    为什么：多半是误按。
    反例：危化品管理，，具体要求如下。
    正例：危化品管理，具体要求如下。
    """
    return each(line, DOUBLED, "标点重复：{}", new=lambda found: found.group()[0])


@on_lines("标点相连", S, "GB/T 15834", *ALL, certain=False)
def clashing_marks(line: Line) -> Iterator[Finding]:
    """不能相连的标点。

    查什么：逗号、顿号、分号、冒号、句号两种连在一起。
    为什么：这几种点号不连用，多半是改稿时留下的。
    反例：提高认识，。加强领导。
    正例：提高认识，加强领导。
    """
    return (
        one(line, found, "两个点号连在一起：{}", "请只留一个")
        for found in CLASHING.finditer(line.text)
        if found.group()[0] != found.group()[1]
    )


@on_lines("书名号间顿号", W, "GB/T 15834 4.5.3.5", *ALL)
def enumeration_between_titles(line: Line) -> Iterator[Finding]:
    """并列的书名号。

    查什么：相邻的书名号之间用了顿号。
    为什么：标有书名号的并列成分之间通常不用顿号。
    反例：《甲办法》、《乙办法》
    正例：《甲办法》《乙办法》
    """
    return each(line, BETWEEN_TITLES, "相邻的书名号之间不用顿号", "请删去顿号", "")


@on_lines("引号间顿号", W, "GB/T 15834 4.5.3.5", *ALL)
def enumeration_between_quotes(line: Line) -> Iterator[Finding]:
    """并列的引号。

    查什么：相邻的引号之间用了顿号。
    为什么：标有引号的并列成分之间通常不用顿号。
    反例：“三重”、“一大”
    正例：“三重”“一大”
    """
    return each(line, BETWEEN_QUOTES, "相邻的引号之间不用顿号", "请删去顿号", "")


@on_lines("等前顿号", S, "GB/T 15834 4.5", *ALL)
def enumeration_before_etc(line: Line) -> Iterator[Finding]:
    """“等”前面的顿号。

    查什么：“等”“等等”前面用了顿号。
    为什么：“等”前面不用点号。
    反例：选址、建设、验收、等工作
    正例：选址、建设、验收等工作
    """
    return each(line, BEFORE_ETC, "“等”前面的顿号多余", "请删去顿号", "")


@on_lines("标点不成对", S, "GB/T 15834 4.8-4.15", *UNBALANCED_ROLES, certain=False)
def unbalanced_marks(line: Line) -> Iterator[Finding]:
    """成对的标点。

    查什么：引号、书名号、括号只有一半，或左右颠倒。
    为什么：这些标点成对使用。
    反例：《甲办法（试行》
    正例：《甲办法（试行）》
    """
    opened: list[tuple[str, int]] = []
    closing = {SAME.get(closer, closer) for closer in CLOSERS.values()}
    for at, sign in enumerate(line.text):
        plain = SAME.get(sign, sign)
        if plain in CLOSERS and plain not in SAME:
            opened.append((plain, at))
        elif plain in closing:
            if opened and CLOSERS[opened[-1][0]] == plain:
                opened.pop()
            elif not _excused(line, at, sign):
                yield line.found((at, at + 1), f"“{sign}”前面没有与它成对的标点", "请检查少了哪一半")
                return
    for mark, at in opened[-1:]:
        if not (mark in "“‘" and (at == 0 or len(line.text) - at > LONG_ENOUGH)):
            yield line.found((at, at + 1), f"“{mark}”没有另一半", f"请补上“{CLOSERS[mark]}”")


def _excused(line: Line, at: int, sign: str) -> bool:
    """A number such as 1), an apostrophe, the end of a quotation that a paragraph above opened."""
    return (
        (sign in ")）" and at <= 3)
        or (sign == "’" and "‘" not in line.text)
        or (sign == "”" and at == len(line.text) - 1)
    )


@on_lines("字间空格", P, "惯例", *PROSE, *TITLES)
def spaces_between_characters(line: Line) -> Iterator[Finding]:
    """一字一空。

    查什么：用空格把字隔开。
    为什么：空格会让词语查不到，换行时也乱；要拉开字距，用字符间距。
    反例：通 知 如 下
    正例：通知如下
    """
    if BLANK_DATE.search(line.text):
        return iter(())
    return each(line, SPREAD, "字与字之间有空格：{}", new=lambda found: found.group().replace(" ", ""))


@on_lines("句中空格", P, "惯例", *PROSE)
def space_in_sentence(line: Line) -> Iterator[Finding]:
    """句子里的空格。

    查什么：汉字之间、标点和汉字之间有一个空格。
    为什么：中文不用空格分词，多半是改稿时留下的。
    反例：各单位 “双创”项目。
    正例：各单位“双创”项目。
    """
    if SENTENCE_END.search(line.text) and not SPREAD.search(line.text):
        found = outside(quotations(line.text), SPACE.finditer(line.text))
        yield from (one(line, match, "句子中间有空格", "请删去空格", "") for match in found)


@on_lines("引文次序", P, "惯例", *PROSE)
def number_before_title(line: Line) -> Iterator[Finding]:
    """引用公文。

    查什么：引用公文时，先写了发文字号，后写标题。
    为什么：引用公文先引标题，后引发文字号，发文字号放在圆括号里。
    反例：根据示工发〔2025〕3号《示例规划》
    正例：根据《示例规划》（示工发〔2025〕3号）
    """
    return each(line, NUMBER_FIRST, "引用公文先写了文号：{}", "先写标题，再在圆括号里写文号")


@on_lines("文号在书名号里", P, "惯例", *PROSE)
def number_inside_title(line: Line) -> Iterator[Finding]:
    """引用公文的发文字号。

    查什么：发文字号写在书名号里面。
    为什么：发文字号不是标题的一部分，放在书名号外面的圆括号里。
    反例：《示例通知示工发〔2025〕3号》
    正例：《示例通知》（示工发〔2025〕3号）
    """
    return each(line, NUMBER_INSIDE, "发文字号写在书名号里了：{}", "放到书名号外面的圆括号里")


@on_lines("间隔号写法", S, "GB/T 15834 4.14", *ALL)
def odd_middle_dot(line: Line) -> Iterator[Finding]:
    """间隔号。

    查什么：姓名、书篇名里的间隔号用了别的点。
    为什么：间隔号的形式是“·”。
    反例：阿卜杜拉•买买提
    正例：阿卜杜拉·买买提
    """
    return each(line, MIDDLE_DOT, "间隔号写成{}", new="·")


@on_lines("全角字母", P, "惯例", *ALL)
def wide_letters(line: Line) -> Iterator[Finding]:
    """全角字母。

    查什么：外文字母是全角的。
    为什么：外文字母用半角，全角的查不到，也排得松散。
    反例：ＬＥＤ屏
    正例：LED屏
    """
    return each(
        line, WIDE_LATIN, "字母{}是全角的", new=lambda found: "".join(chr(ord(sign) - 0xFEE0) for sign in found.group())
    )
