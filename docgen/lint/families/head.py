"""Rules about the 版头: 份号, 密级, 紧急程度, 发文字号, 签发人 (GB/T 9704-2012 7.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from docgen.lint.manuscript import HEAD, PROSE, UPWARD, Finding, Line, Manuscript
from docgen.lint.rule import Strength, each, on_lines, on_text, one
from docgen.lint.signs import DIGITS, HAN
from docgen.load.characters import half_width_digits
from docgen.load.elements import TELEGRAM_URGENCIES, URGENCIES
from docgen.load.numerals import arabic

G, R, L, P, W, O = Strength.G, Strength.R, Strength.L, Strength.P, Strength.W, Strength.O  # noqa: E741
CITED = ("发文字号", *PROSE, "标题", "印发标题", "印发机关")
"""Where a number of a document may stand."""

COPY_NUMBER = re.compile(r"\d{6}")
SECRECY = re.compile(r"(?:绝密|机密|秘密)(?:★[1-9]\d{0,2}(?:年|个月|日))?")
PERIOD = re.compile(r"(绝密|机密|秘密)\s?[★☆*]\s?(\d{1,3})年")
CEILINGS = {"绝密": 30, "机密": 20, "秘密": 10}
"""Years (保守国家秘密法 2024, art. 20)."""
WRONG_BRACKETS = re.compile(
    rf"(?<=[{HAN}])(\s?)[\[［【(（﹝<〈]\s?([\d０-９{DIGITS}]{{2,4}})年?\s?[\]］】)）﹞>〉](?=\s?第?\s?[\d０-９{DIGITS}]{{1,5}}\s?号(?![楼线门机店厅院井桥路]))"
)
ORDINAL = re.compile(r"(〔\d{2,4}〕)\s?第\s?(?=\d)(?!\d{1,5}\s?期)")
ZERO = re.compile(r"(〔\d{2,4}〕\s?第?\s?)0{1,4}(?=\d)")
NO_END = re.compile(r"〔\d{4}〕\s?第?\s?\d{1,5}(?![\d\s号期、，,—–－～~至和及-])")
SHORT_YEAR = re.compile(r"〔\d{1,3}〕(?=\s?第?\s?\d)")
OTHER_DIGITS = re.compile(rf"〔[０-９{DIGITS}]{{2,4}}〕|(?<=〕)[０-９{DIGITS}十]{{1,4}}(?=号)")
SPACED = re.compile(
    rf"(?<=[{HAN}])\s{{1,4}}(?=〔\d{{4}}〕)|(?<=〕)\s{{1,4}}(?=\d)|(?<=〕\d)\s{{1,4}}(?=号)|(?<=〕\d\d)\s{{1,4}}(?=号)"
)
NUMBER = re.compile(r"〔(\d{4})〕\d{1,5}号")
YEAR = re.compile(r"(\d{4})年")
SIGNER = re.compile(r"签\s?发\s?人\s?:")
NAMES_JOINED = re.compile(r"签\s?发\s?人\s?[：:][^、，,]{1,20}[、，,]")
SIGNERS = re.compile(r"签\s?发\s?人\s?[：:]\s?(.{1,60})")
SUBJECT_WORDS = re.compile(r"主\s{0,2}题\s{0,2}词\s?[：:]")
SIGNERS_A_LINE = 2


@on_lines("份号写法", W, "GB/T 9704 7.2.1", "份号")
def odd_copy_number(line: Line) -> Iterator[Finding]:
    """份号。

    查什么：份号不是六位阿拉伯数字。
    为什么：份号一般用六位3号阿拉伯数字，不加“第”“号”“№”。
    反例：№000017
    正例：000017
    """
    if not COPY_NUMBER.fullmatch(line.text):
        yield line.found((0, len(line.text)), f"份号写的是“{line.text}”", "一般写六位阿拉伯数字，例如 000017")


@on_text("密级缺份号", R, "条例第九条（一）（二）")
def secret_without_copy_number(manuscript: Manuscript) -> Iterator[Finding]:
    """密级和份号。

    查什么：标了密级，没有份号。
    为什么：涉密公文应当标注份号。
    反例：密级：机密★1年（没有份号）
    正例：份号：000001，密级：机密★1年
    """
    secret = manuscript.first("密级")
    if secret and not manuscript.first("份号"):
        yield secret.found((0, len(secret.text)), "标了密级，没有份号", "涉密公文要写份号，例如 000001")


@on_lines("密级写法", Strength.G, "GB/T 9704 7.2.2", "密级")
def odd_secrecy(line: Line) -> Iterator[Finding]:
    """密级和保密期限。

    查什么：密级不是绝密、机密、秘密之一，或期限没有用阿拉伯数字、没有用“★”隔开。
    为什么：保密期限中的数字用阿拉伯数字标注，与密级之间用“★”。
    反例：机密★一年
    正例：机密★1年
    """
    if not SECRECY.fullmatch(line.text):
        yield line.found(
            (0, len(line.text)), f"密级写的是“{line.text}”", "应写绝密、机密或秘密，可加期限，例如 机密★1年"
        )


@on_lines("保密期限超限", L, "保守国家秘密法第二十条", "密级")
def secret_for_too_long(line: Line) -> Iterator[Finding]:
    """保密期限。

    查什么：绝密超过三十年，机密超过二十年，秘密超过十年。
    为什么：除另有规定外，法律定了最长的期限。
    反例：秘密★15年
    正例：秘密★10年
    """
    for found in PERIOD.finditer(line.text):
        if int(found[2]) > CEILINGS[found[1]]:
            yield one(line, found, "保密期限{}超过了上限", f"{found[1]}最长{CEILINGS[found[1]]}年")


@on_lines("紧急程度写法", R, "条例第九条（三）", "紧急程度")
def odd_urgency(line: Line) -> Iterator[Finding]:
    """紧急程度。

    查什么：公文的紧急程度不是特急、加急（电报才有特提、平急）。
    为什么：紧急公文分别标注“特急”“加急”，电报分别标注“特提”“特急”“加急”“平急”。
    反例：急件
    正例：加急
    """
    if line.text not in (*URGENCIES, *TELEGRAM_URGENCIES):
        yield line.found((0, len(line.text)), f"紧急程度写的是“{line.text}”", "应写特急或加急")


@on_text("版头次序", G, "GB/T 9704 7.2.1-7.2.3")
def head_out_of_order(manuscript: Manuscript) -> Iterator[Finding]:
    """份号、密级、紧急程度的次序。

    查什么：份号、密级和保密期限、紧急程度没有自上而下排列。
    为什么：同时标注时，按份号、密级和保密期限、紧急程度的顺序自上而下分行排列。
    反例：特急（第一行），000001（第二行）
    正例：000001（第一行），特急（第二行）
    """
    lines = list(manuscript.of(*HEAD)) if manuscript.printed else []
    for above, below in pairwise(lines):
        if HEAD.index(above.role) > HEAD.index(below.role):
            yield below.found((0, len(below.text)), f"{below.role}排在了{above.role}下面", "依次是份号、密级、紧急程度")


@on_lines("文号括号", G, "GB/T 9704 7.2.5", *CITED)
def year_in_wrong_brackets(line: Line) -> Iterator[Finding]:
    """发文字号的年份。

    查什么：发文字号的年份没有放在六角括号里。
    为什么：年份应标全称，用六角括号“〔〕”括入。
    反例：示工发[2026]5号
    正例：示工发〔2026〕5号
    """
    return each(line, WRONG_BRACKETS, "年份写成{}，应放在六角括号“〔〕”里", new=r"\1〔\2〕")


@on_lines("文号带第", G, "GB/T 9704 7.2.5", *CITED)
def ordinal_in_number(line: Line) -> Iterator[Finding]:
    """发文字号的序号。

    查什么：发文字号的序号前面加了“第”。
    为什么：发文顺序号不加“第”字。
    反例：示工发〔2026〕第5号
    正例：示工发〔2026〕5号
    """
    return each(line, ORDINAL, "发文字号的序号前面不加“第”", new=r"\1")


@on_lines("文号前导零", G, "GB/T 9704 7.2.5", *CITED)
def zero_in_number(line: Line) -> Iterator[Finding]:
    """发文字号的序号。

    查什么：发文字号的序号前面补了0。
    为什么：发文顺序号不编虚位，1不编为01。
    反例：示工发〔2026〕05号
    正例：示工发〔2026〕5号
    """
    return each(line, ZERO, "发文字号的序号前面不补0", "请删去0", r"\1")


@on_lines("文号缺号字", G, "GB/T 9704 7.2.5", *CITED)
def number_without_end(line: Line) -> Iterator[Finding]:
    """发文字号的末尾。

    查什么：发文字号的序号后面没有“号”字。
    为什么：在阿拉伯数字后加“号”字。
    反例：示工发〔2026〕5
    正例：示工发〔2026〕5号
    """
    return each(line, NO_END, "{}后面少“号”字", "请补上“号”")


@on_lines("文号年份不全", G, "GB/T 9704 7.2.5", *CITED)
def short_year_in_number(line: Line) -> Iterator[Finding]:
    """发文字号的年份。

    查什么：发文字号的年份不是四位。
    为什么：年份应标全称。
    反例：示工发〔26〕5号
    正例：示工发〔2026〕5号
    """
    return each(line, SHORT_YEAR, "年份写成{}", "请写全四位，例如 〔2026〕")


@on_lines("文号数字", G, "GB/T 9704 7.2.5", *CITED)
def other_digits_in_number(line: Line) -> Iterator[Finding]:
    """发文字号的数字。

    查什么：发文字号里用了汉字数字或全角数字。
    为什么：年份、发文顺序号用阿拉伯数字标注。
    反例：示工发〔二〇二六〕５号
    正例：示工发〔2026〕5号
    """

    def plain(found: re.Match[str]) -> str:
        text = found.group()
        return f"〔{arabic(text[1:-1])}〕" if text[0] == "〔" else arabic(half_width_digits(text))

    return each(line, OTHER_DIGITS, "发文字号里写了{}，应用半角阿拉伯数字", new=plain)


@on_lines("文号空格", P, "惯例", *CITED)
def spaces_in_number(line: Line) -> Iterator[Finding]:
    """发文字号里的空格。

    查什么：机关代字、年份、序号、“号”之间有空格。
    为什么：发文字号是一个整体，空格会让它被拆到两行，也查不到。
    反例：示工发 〔2026〕 5号
    正例：示工发〔2026〕5号
    """
    return each(line, SPACED, "发文字号中间有空格", new="")


@on_text("文号年份不符", P, "惯例")
def year_of_number_and_date(manuscript: Manuscript) -> Iterator[Finding]:
    """发文字号和成文日期的年份。

    查什么：发文字号的年份和成文日期的年份不同。
    为什么：发文字号按成文的年度编排，年底年初最容易写错。
    反例：示工发〔2025〕5号，成文日期2026年1月5日
    正例：示工发〔2026〕5号，成文日期2026年1月5日
    """
    line, date = manuscript.first("发文字号"), manuscript.text("成文日期")
    found, dated = NUMBER.search(line.text) if line else None, YEAR.match(date)
    if line and found and dated and found[1] != dated[1]:
        yield line.found(found.span(1), f"发文字号是{found[1]}年的，成文日期是{dated[1]}年", "请核对是哪一年")


@on_text("几个文号", R, "条例第九条（五）")
def several_numbers(manuscript: Manuscript) -> Iterator[Finding]:
    """联合行文的发文字号。

    查什么：一份公文标了几个发文字号。
    为什么：联合行文时，使用主办机关的发文字号。
    反例：示工发〔2026〕1号 示教发〔2026〕2号
    正例：示工发〔2026〕1号
    """
    numbers = [(line, found) for line in manuscript.of("发文字号") for found in NUMBER.finditer(line.text)]
    for line, found in numbers[1:]:
        yield one(line, found, "又出现一个发文字号{}", "联合行文只用主办机关的发文字号")


@on_text("上行文缺签发人", R, "条例第九条（六）")
def upward_without_signer(manuscript: Manuscript) -> Iterator[Finding]:
    """上行文的签发人。

    查什么：请示、报告没有写签发人。
    为什么：上行文应当标注签发人姓名。
    反例：标题是请示，没有签发人
    正例：签发人：李某
    """
    title = manuscript.first("标题")
    headed = manuscript.first("发文字号") or manuscript.first("标志")
    if title and headed and manuscript.kind in UPWARD and not manuscript.first("签发人"):
        yield title.found((0, len(title.text)), f"{manuscript.kind}是上行文，没有签发人", "请写上签发人")


@on_text("不该有签发人", R, "条例第九条（六）")
def signer_of_downward(manuscript: Manuscript) -> Iterator[Finding]:
    """下行文、平行文的签发人。

    查什么：下行文、平行文（通知、函等）标了签发人。
    为什么：只有上行文标注签发人姓名。
    反例：标题是通知，有签发人
    正例：标题是请示，有签发人
    """
    line, kind = manuscript.first("签发人"), manuscript.kind
    if line and kind and kind not in UPWARD | {"意见", "议案"}:
        yield line.found((0, len(line.text)), f"{kind}不是上行文，不标签发人", "请删去签发人")


@on_lines("签发人冒号", G, "GB/T 9704 7.2.6", "签发人", printed=True)
def half_width_colon_of_signer(line: Line) -> Iterator[Finding]:
    """签发人后面的冒号。

    查什么：“签发人”后面是半角冒号。
    为什么：“签发人”三字后标全角冒号。
    反例：签发人:李某
    正例：签发人：李某
    """
    return each(line, SIGNER, "{}的冒号是半角的", "应写“签发人：”")


@on_lines("签发人隔开", P, "惯例", "签发人", printed=True)
def signers_joined_by_marks(line: Line) -> Iterator[Finding]:
    """几位签发人。

    查什么：签发人姓名之间用了顿号或逗号。
    为什么：同一行的几位签发人之间空一字，不用标点。
    反例：签发人：赵某、李某
    正例：签发人：赵某　李某
    """
    return each(line, NAMES_JOINED, "签发人姓名之间用了标点", "姓名之间空一字")


@on_lines("签发人过挤", W, "GB/T 9704 7.2.6", "签发人", printed=True)
def too_many_signers_in_a_line(line: Line) -> Iterator[Finding]:
    """每行的签发人。

    查什么：一行排了三位以上签发人。
    为什么：一般每行排两个姓名，回行时与上一行第一个签发人姓名对齐。
    反例：签发人：赵某某　钱某某　孙某某
    正例：签发人：赵某某　钱某某
    """
    found = SIGNERS.match(line.text)
    names = [name for name in re.split(r"[\s、，,]", found[1]) if len(name) > 1] if found else []
    if len(names) > SIGNERS_A_LINE:
        yield line.found((0, len(line.text)), f"一行排了{len(names)}位签发人", "一般每行排两位")


@on_lines("主题词", O, "GB/T 9704 前言（1999年版的要素）", "正文", "抄送", "印发机关", "附注")
def subject_words(line: Line) -> Iterator[Finding]:
    """主题词。

    查什么：公文还标着主题词。
    为什么：2012年起公文格式取消了主题词。
    反例：主题词：工会　管理　通知
    正例：（不写主题词）
    """
    found = SUBJECT_WORDS.match(line.text)
    if found:
        yield one(line, found, "{}是2012年以前的要素", "请删去主题词一行")
