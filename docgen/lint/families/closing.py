"""Rules about 署名, 成文日期, 附注 and the 印发 line (GB/T 9704-2012 7.3.5, 7.3.6, 7.4.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from docgen.lint.manuscript import BODY, MAIN, Finding, Line, Manuscript
from docgen.lint.rule import Strength, each, on_lines, on_text, one
from docgen.lint.signs import DIGITS, NUMERALS, SURNAMES
from docgen.load.numerals import arabic

G, R, P = Strength.G, Strength.R, Strength.P
DATES = ("成文日期", "印发日期")

CHINESE = re.compile(rf"^([{DIGITS}OＯ]{{4}})年([{NUMERALS}]{{1,3}})月([{NUMERALS}]{{1,3}})日$")
NUMERIC = re.compile(r"^(\d{4})[./\-－—](\d{1,2})[./\-－—](\d{1,2})$")
NO_DAY = re.compile(r"^\d{4}年(?:\d{1,2}月)?$")
WRITTEN = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
NO_PRINTED = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日$")
OTHER_PRINTED = re.compile(r"(?<=日)\s?(?:印制|印刷|印)$")
REMARK_LABEL = re.compile(r"^[（(]?附\s?注\s?[：:]")
BRACKETED = re.compile(r"^（.*）$")
CONTACT = re.compile(r"^联\s?系\s?(?:人|电话|方式)\s?[：:]")
NO_TEXT = re.compile(r"[（(]?此页无正文[）)]?")
LEFT_OUT = (
    rf"(?:(?<![×✕╳{SURNAMES}])|(?<=[{SURNAMES}])(?=[×✕╳某]{{2,20}}[年月日省市县区局厅委办处部乡镇村路公单项]))"
    "(?:[×✕╳]{2,20}|某某)"
)
"""Words left open; 刘某某 and 李×× are people whom a 通报 does not name, 任某某局 and 于××年 are none."""
PLACEHOLDER = re.compile(
    rf"TODO|待补充|待完善|待核实|{LEFT_OUT}|(?<![A-Za-zXx0-9])[XＸ]{{2,20}}(?![A-Za-z0-9])|【待[^】]{{0,20}}】|[?？]{{3,10}}"
)
CODE_ENDS = "发函字"
"""How the code of an organ ends, by the kind of document."""
WHOLE_NUMBER = re.compile(r"\S{1,14}〔\d{4}〕\d{1,5}号")
ORGAN_MARK = re.compile("(?:文件|命令|令|纪要|（.{1,20}）)$")


@on_lines("日期用汉字", G, "GB/T 9704 7.3.5.4", *DATES)
def date_in_chinese(line: Line) -> Iterator[Finding]:
    """汉字的成文日期。

    查什么：成文日期、印发日期用了汉字数字。
    为什么：成文日期中的数字用阿拉伯数字。
    反例：二〇二六年一月五日
    正例：2026年1月5日
    """

    def plain(found: re.Match[str]) -> str:
        return f"{arabic(re.sub('[OＯ]', '〇', found[1]))}年{arabic(found[2])}月{arabic(found[3])}日"

    return each(line, CHINESE, "日期写成{}", new=plain)


@on_lines("日期用点线", G, "GB/T 9704 7.3.5.4", *DATES, printed=True)
def numeric_date(line: Line) -> Iterator[Finding]:
    """只有数字的成文日期。

    查什么：成文日期写成2026.1.5、2026-1-5。
    为什么：成文日期用阿拉伯数字将年、月、日标全（内容文件里可以这样写，印出来是全的）。
    反例：2026.1.5
    正例：2026年1月5日
    """
    found = NUMERIC.match(line.text)
    if found:
        yield one(line, found, "日期写成{}", f"应写“{int(found[1])}年{int(found[2])}月{int(found[3])}日”")


@on_lines("日期不全", G, "GB/T 9704 7.3.5.4", *DATES)
def incomplete_date(line: Line) -> Iterator[Finding]:
    """不全的成文日期。

    查什么：成文日期没有写到日。
    为什么：成文日期将年、月、日标全。
    反例：2026年1月
    正例：2026年1月5日
    """
    return each(line, NO_DAY, "日期只写到{}", "请写到日")


def _dates(line: Line | None) -> Iterator[tuple[re.Match[str], date | None]]:
    """The written dates of a line, None for a day that no calendar has."""
    for found in WRITTEN.finditer(line.text) if line else ():
        try:
            yield found, date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            yield found, None


@on_lines("日期不存在", P, "日历", *DATES, "印发机关", BODY)
def impossible_date(line: Line) -> Iterator[Finding]:
    """日历上没有的日子。

    查什么：日历上没有这一天。
    为什么：多半是敲错了数字。
    反例：2026年2月30日
    正例：2026年2月28日
    """
    for found, day in _dates(line):
        if day is None:
            yield one(line, found, "日历上没有{}", "请核对月份和日子")


@on_text("成文晚于印发", P, "惯例")
def printed_before_dated(manuscript: Manuscript) -> Iterator[Finding]:
    """成文日期和印发日期。

    查什么：成文日期在印发日期后面。
    为什么：先成文，后送印。
    反例：成文2026年1月8日，印发2026年1月5日
    正例：成文2026年1月5日，印发2026年1月8日
    """
    dated = manuscript.first("成文日期")
    printed = manuscript.first("印发日期") or manuscript.first("印发机关")
    first, second = next(_dates(dated), None), next(_dates(printed), None)
    if dated and first and second and first[1] and second[1] and first[1] > second[1]:
        yield one(dated, first[0], f"成文日期{{}}晚于印发日期{second[0].group()}", "请核对两个日期")


@on_text("署名和红头不符", R, "条例第九条（十一）", certain=False)
def signature_differs_from_mark(manuscript: Manuscript) -> Iterator[Finding]:
    """署名和发文机关标志。

    查什么：署名的机关不是红头的机关。
    为什么：署名署发文机关全称或规范化简称，与发文机关标志一致。
    反例：红头“示例市总工会文件”，署名“示例市总工会办公室”
    正例：红头“示例市总工会文件”，署名“示例市总工会”
    """
    mark, signed = manuscript.first("标志"), [line for line in manuscript.of("署名") if line.part == MAIN]
    organ = ORGAN_MARK.sub("", re.sub(r"\s", "", mark.text)) if mark else ""
    is_signed_by_head = mark is not None and mark.text.endswith("令")
    if organ and len(signed) == 1 and not is_signed_by_head:
        name = re.sub(r"\s", "", signed[0].text)
        if name != organ and not (name[:2] == organ[:2] and name[-1:] == organ[-1:]):
            yield signed[0].found(
                (0, len(signed[0].text)), f"署名是“{name}”，红头是“{organ}”", "署名与发文机关标志一致"
            )


@on_text("没有署名或日期", G, "GB/T 9704 7.3.5", certain=False)
def signature_without_date(manuscript: Manuscript) -> Iterator[Finding]:
    """署名和成文日期。

    查什么：有署名没有成文日期，或者有成文日期没有署名。
    为什么：署名和成文日期成对出现，会议通过的除外。
    反例：署名：示例市总工会（没有成文日期）
    正例：署名：示例市总工会，成文日期：2026年1月5日
    """
    signed, dated = manuscript.first("署名", "签名章"), manuscript.first("成文日期")
    if signed and not dated:
        yield signed.found((0, len(signed.text)), "有署名，没有成文日期", "请写上成文日期")
    is_decided = manuscript.kind in ("决议", "纪要", "公报", "令", "命令", "")
    if dated and not signed and not is_decided and not manuscript.printed and not manuscript.first("标志"):
        yield dated.found((0, len(dated.text)), "有成文日期，没有署名", "请写上署名")


@on_lines("附注写法", G, "GB/T 9704 7.3.6", "附注")
def labelled_remark(line: Line) -> Iterator[Finding]:
    """附注的写法。

    查什么：附注前面写了“附注：”。
    为什么：附注居左空二字加圆括号编排，不写“附注”二字。
    反例：附注：此件公开发布
    正例：（此件公开发布）
    """
    return each(line, REMARK_LABEL, "附注前面写了{}", "直接写内容，例如 （此件公开发布）")


@on_lines("附注缺括号", G, "GB/T 9704 7.3.6", "附注", printed=True)
def remark_without_brackets(line: Line) -> Iterator[Finding]:
    """附注的括号。

    查什么：附注没有加全角圆括号。
    为什么：附注居左空二字加圆括号编排在成文日期下一行。
    反例：此件公开发布
    正例：（此件公开发布）
    """
    if not BRACKETED.match(line.text) and not REMARK_LABEL.match(line.text):
        yield line.found((0, len(line.text)), "附注没有加圆括号", "应写成（……）")


@on_text("联系人在正文", P, "惯例")
def contact_in_body(manuscript: Manuscript) -> Iterator[Finding]:
    """联系人。

    查什么：联系人、电话单独成段写在正文里。
    为什么：联系人、联系电话一般写进附注，加圆括号。
    反例：联系人：李某，联系电话：12345678（正文末尾）
    正例：（联系人：李某，联系电话：12345678）（附注）
    """
    for line in manuscript.body:
        found = CONTACT.match(line.text)
        if found:
            yield one(line, found, "联系人单独成段写在正文里", "一般写进附注")
            return


@on_lines("此页无正文", P, "GB/T 9704 7.3.5.5", BODY, "附注")
def page_without_text(line: Line) -> Iterator[Finding]:
    """此页无正文。

    查什么：写了“此页无正文”。
    为什么：排不下印章时，调整行距、字距，不写“此页无正文”。
    反例：（此页无正文）
    正例：（调整行距、字距，让署名和正文同页）
    """
    return each(line, NO_TEXT, "写了{}", "请删去；docgen 会自动让署名和正文同页")


@on_text("占位文字", P, "惯例")
def placeholder(manuscript: Manuscript) -> Iterator[Finding]:
    """没有填上的地方。

    查什么：留着“××”“待补充”“某某”。
    为什么：这些是起草时占位的，发出前要填上。
    反例：××局要按期完成。
    正例：市教育局要按期完成。
    """
    for line in manuscript.lines:
        if line.role not in ("表格", "签名章"):
            yield from each(line, PLACEHOLDER, "留着占位的{}", "请填上")


@on_lines("印发缺印发", G, "GB/T 9704 7.4.3", "印发机关", printed=True)
def printing_without_word(line: Line) -> Iterator[Finding]:
    """印发日期后面的“印发”。

    查什么：印发日期后面没有“印发”二字。
    为什么：印发日期后加“印发”二字。
    反例：示例市总工会办公室　2026年1月8日
    正例：示例市总工会办公室　2026年1月8日印发
    """
    yield from each(line, NO_PRINTED, "印发日期后面没有“印发”", "应写“……日印发”")
    yield from each(line, OTHER_PRINTED, "印发日期后面写成{}", "应写“印发”")


@on_text("印发机关不符", P, "惯例")
def other_printer(manuscript: Manuscript) -> Iterator[Finding]:
    """印发机关和署名。

    查什么：印发机关和署名的机关没有关系。
    为什么：印发机关是发文机关的办公厅（室）或文秘部门；从旧文件套用时最容易忘改。
    反例：署名“示例市总工会”，印发机关“外省某县委办公室”
    正例：署名“示例市总工会”，印发机关“示例市总工会办公室”
    """
    printer = manuscript.first("印发机关")
    signed = list(manuscript.of("署名"))
    if printer and len(signed) == 1:
        name = printer.text.split("\t")[0].split(" ")[0].strip()
        organ = signed[0].text.strip()
        if not _pairs(name) & _pairs(organ):
            yield printer.found((0, len(name)), f"印发机关是“{name}”，署名是“{organ}”", "请核对是否套用旧文件忘了改")


def _pairs(name: str) -> set[tuple[str, str]]:
    """The characters of a name two by two: 市委办公室 and 中共大连市委 share 市委."""
    return set(pairwise(name))


@on_text("文件名和文号不符", P, "惯例")
def file_name_differs(manuscript: Manuscript) -> Iterator[Finding]:
    """文件名里的发文字号。

    查什么：文件名是一个发文字号，和里面写的不同。
    为什么：照旧文件另存，常忘改一处。
    反例：文件 示工发〔2026〕5号.yaml 里写着 示工发〔2026〕6号
    正例：文件 示工发〔2026〕5号.yaml 里写着 示工发〔2026〕5号
    """
    number = manuscript.first("发文字号")
    stem = re.sub(r"\.[A-Za-z]{3,4}$", "", manuscript.name.replace("\\", "/").rpartition("/")[2])
    if (
        number
        and WHOLE_NUMBER.fullmatch(stem)
        and WHOLE_NUMBER.fullmatch(number.text.strip())
        and stem != number.text.strip()
    ):
        yield number.found((0, len(number.text)), f"文件名是“{stem}”，发文字号是“{number.text}”", "请核对哪一个对")


@on_text("模板和代字不符", P, "惯例")
def template_differs(manuscript: Manuscript) -> Iterator[Finding]:
    """模板和机关代字。

    查什么：模板的名字是一个机关代字，和发文字号的代字不同。
    为什么：红头是这个机关的，文号是那个机关的。
    反例：模板：示工发，发文字号：示工办发〔2026〕5号
    正例：模板：示工办发，发文字号：示工办发〔2026〕5号
    """
    number = manuscript.first("发文字号")
    code = number.text.partition("〔")[0].strip() if number else ""
    template = manuscript.template
    named_by_code = number is not None and "〔" in number.text and template.endswith(tuple(CODE_ENDS))
    if number and named_by_code and code.rstrip(CODE_ENDS) != template.rstrip(CODE_ENDS):
        said = f"模板是“{template}”，发文字号的代字是“{code}”"
        yield number.found((0, len(code)), said, "请核对用哪个红头")
