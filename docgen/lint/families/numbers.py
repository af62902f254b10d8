"""Rules about numbers, dates and units (GB/T 15835-2011; GB 3100)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.lint.manuscript import ALL, BODY, PROSE, Finding, Line
from docgen.lint.rule import Strength, each, on_lines, one
from docgen.lint.signs import DIGITS, NUMERALS, addresses, outside, quotations
from docgen.load.characters import half_width_digits

S, P, W, G = Strength.S, Strength.P, Strength.W, Strength.G
ANY = (*ALL, "成文日期", "印发日期", "印发机关")
UNITS = "天|个|人|次|项|家|名|件|万|亿|元|小时|分钟|岁|米|公里|吨|倍|张|份|套|台|篇|户|处|辆|%|％"
PAIRS = "|".join(f"{NUMERALS[at]}、{NUMERALS[at + 1]}" for at in range(8))
"""Two numbers that follow each other: 一、二 … 八、九."""

YEARS = re.compile(r"(?<![\d.-])((?:19|20)\d\d)\s?[-－~～–]\s?((?:19|20)\d\d)(?=年|学年)")
MONTHS = re.compile(r"(?<![\d.A-Za-z－-])(1[0-2]|[1-9])\s?[-－~–]\s?(1[0-2]|[1-9])(?=月(?!龄))")
DAYS = re.compile(r"(?<=\d月)([12]\d|3[01]|[1-9])\s?[-－~–]\s?([12]\d|3[01]|[1-9])(?=日)")
RANGE = re.compile(
    rf"(?<![\d年月—〔.A-Za-z－-])(\d{{1,8}}(?:\.\d{{1,4}})?(?:[万亿]?元|[%％万亿])?)\s?[-－~]\s?(\d{{1,8}}(?:\.\d{{1,4}})?)\s?(?={UNITS})"
)
SHORT_YEAR = re.compile(
    rf"(?<![\d〔第.连续近这满约共用超达{NUMERALS}])(\d{{2}})年(?=\d{{1,2}}月|底(?![薪子线])|末|初(?!中))"
)
WIDE = re.compile("[０-９]{1,30}")
ZERO = re.compile(r"(?<=\d{4}年)0(?=\d月)|(?<=月)0(?=\d日)")
MIXED = re.compile(rf"[{DIGITS}]{{4}}年\d{{1,2}}月|\d{{4}}年[{NUMERALS}]{{1,3}}月(?!份)")
DAY = re.compile(r"(\d{1,2}月\d{1,2})号(?![楼线门文厅店院车机会令公馆桥井])")
PERCENT = re.compile(r"(?<![\d.])(\d{1,6}(?:\.\d{1,4})?)\s?([～~—－-])\s?(\d{1,6}(?:\.\d{1,4})?)([%％])")
TENS_OF_THOUSANDS = re.compile(
    r"(?<![\d.])(\d{1,6}(?:\.\d{1,4})?)\s?([～~—－-])\s?(\d{1,6}(?:\.\d{1,4})?)([万亿])(元?)"
)
NO_ZERO = re.compile(r"(?<![\d.A-Za-z])\.(?=\d{1,4}(?:个|%|％|倍|万|亿|元|米|吨|公里|公斤|公顷|亩|平方|立方))")
APPROXIMATE = re.compile(
    rf"(?<=[^第\s。；（(、{NUMERALS}])(?:{PAIRS})(?=天|个|次|人|月|家|项|米|岁)(?![^、]{{0,2}}[、届级])"
)
MULTIPLIED = re.compile(r"(?<![\d.])\d{1,2}\s?[百千](?![克米瓦帕卡赫分伏安字货姓科强兆])(?=[万亿个人名家元余多户])")
YEAR_ZERO = re.compile(rf"[一二][{DIGITS}0OＯoО０]{{3}}年")
ABOUT = re.compile(
    "(?:大约|约|近)(?=[\\d一二三四五六七八九十百千几数])[^，。；、]{1,12}(?:左右|上下)|超过(?=\\d)[^，。；、]{1,12}以上"
)
FEWER_TIMES = re.compile(rf"(?:减少|降低|下降|缩短|压缩)了?[\d.{NUMERALS}两]{{1,6}}倍")
UNTIL = re.compile(r"(?:^|(?<=[，。；：（]))截止(?=到?(?:\d{4}年|\d{1,2}月|目前|今年|本月|当前))")
RIGHT_UNITS = {
    unit.lower(): unit for unit in ("kV", "km", "kg", "kVA", "MW", "kW", "kW·h", "mL", "mm", "cm", "Hz", "kHz", "MHz")
}
UNIT = re.compile(
    r"(?<=\d)(?<![A-Za-z]\d)\s?(KVA|KV|Kv|kv|KM|Km|KG|Kg|KW|Kw|kw|mw|CM|Cm|hz|HZ|khz|KHZ|Khz)(?![A-Za-z0-9])"
)
VAGUE = re.compile("今年|去年|明年|近日|日前")
DATED = re.compile(r"(?<=\d)日前")


@on_lines("年份起止", S, "GB/T 15834 4.13.3", *ALL)
def dash_between_years(line: Line) -> Iterator[Finding]:
    """起止年份。

    查什么：起止年份之间用了连字符或浪纹线，起止的月份、日子之间用了连字符。
    为什么：标示时间的起止用一字线“—”。
    反例：2026-2030年
    正例：2026—2030年
    """
    yield from each(line, YEARS, "起止年份写成{}", new=r"\1—\2")
    yield from each(line, MONTHS, "起止月份写成{}", new=r"\1—\2")
    yield from each(line, DAYS, "起止的日子写成{}", new=r"\1—\2")


@on_lines("数值范围", S, "GB/T 15834 4.13.3", *ALL)
def dash_between_values(line: Line) -> Iterator[Finding]:
    """数值的起止。

    查什么：数值的起止之间用了连字符或半角的波浪号。
    为什么：标示数值范围的起止用浪纹线“～”。
    反例：15-30天
    正例：15～30天
    """
    return each(line, RANGE, "数值范围写成{}", new=r"\1～\2")


@on_lines("两位年份", S, "GB/T 15835 5.1.2", *PROSE, certain=False)
def short_year(line: Line) -> Iterator[Finding]:
    """两位的年份。

    查什么：年份只写了后两位。
    为什么：四位数的公元纪年不简写成两位。
    反例：截至25年底
    正例：截至2025年底
    """
    return each(line, SHORT_YEAR, "年份写成{}", "请写全四位")


@on_lines("全角数字", S, "GB/T 15835 3", *ANY)
def wide_digits(line: Line) -> Iterator[Finding]:
    """全角数字。

    查什么：阿拉伯数字是全角的。
    为什么：阿拉伯数字用半角。
    反例：１２３家
    正例：123家
    """
    return each(line, WIDE, "数字{}是全角的", new=lambda found: half_width_digits(found.group()))


@on_lines("日期补零", G, "GB/T 9704 7.3.5.4", "成文日期", "印发日期", "印发机关")
def zero_in_official_date(line: Line) -> Iterator[Finding]:
    """成文日期、印发日期里的0。

    查什么：成文日期、印发日期的月、日前面补了0。
    为什么：月、日不编虚位，1不编为01。
    反例：2026年01月05日
    正例：2026年1月5日
    """
    return each(line, ZERO, "月、日前面的0多余", "请删去0", "")


@on_lines("文中日期补零", P, "惯例（比照 GB/T 9704 7.3.5.4）", *ALL)
def zero_in_date(line: Line) -> Iterator[Finding]:
    """正文日期里的0。

    查什么：正文里的月、日前面补了0。
    为什么：和成文日期的写法一致，不补0。
    反例：请于2026年01月05日前报送。
    正例：请于2026年1月5日前报送。
    """
    return each(line, ZERO, "月、日前面的0多余", "请删去0", "")


@on_lines("日期混写", S, "GB/T 15835 4.4", *ALL)
def mixed_date(line: Line) -> Iterator[Finding]:
    """汉字和阿拉伯数字混写的日期。

    查什么：一个日期里，年用汉字，月用阿拉伯数字，或者相反。
    为什么：同一形式的数字要一致。
    反例：二〇二六年8月
    正例：2026年8月
    """
    return each(line, MIXED, "日期里混用了汉字和阿拉伯数字：{}", "请统一用阿拉伯数字")


@on_lines("几号", P, "惯例", *PROSE)
def day_as_number(line: Line) -> Iterator[Finding]:
    """口语的“号”。

    查什么：日期写成“几月几号”。
    为什么：书面语写“日”。
    反例：4月1号前报送
    正例：4月1日前报送
    """
    return each(line, DAY, "日期写成{}", new=r"\1日")


@on_lines("百分号省略", S, "GB/T 15835 5.1.4", *ALL)
def percent_left_out(line: Line) -> Iterator[Finding]:
    """百分数的起止。

    查什么：百分数范围的前一个数没有百分号。
    为什么：两个百分数都要带百分号，否则会读错。
    反例：10～20%
    正例：10%～20%
    """
    return each(line, PERCENT, "前一个数少了百分号：{}", new=r"\1\4～\3\4")


@on_lines("万亿省略", S, "GB/T 15835 5.1.4", *ALL, certain=False)
def unit_left_out(line: Line) -> Iterator[Finding]:
    """带“万”“亿”的数的起止。

    查什么：范围的前一个数没有“万”“亿”。
    为什么：带“万”“亿”的数，两个都要带，否则5可能读成5元。
    反例：5～10万元
    正例：5万元～10万元
    """
    return each(line, TENS_OF_THOUSANDS, "前一个数少了单位：{}", new=r"\1\4\5～\3\4\5")


@on_lines("小数缺零", S, "GB/T 15835 5.1.3", *ALL)
def decimal_without_zero(line: Line) -> Iterator[Finding]:
    """小于1的小数。

    查什么：小数点前面没有0。
    为什么：纯小数必须写出小数点前的“0”。
    反例：增长.5个百分点
    正例：增长0.5个百分点
    """
    return each(line, NO_ZERO, "小数点前面少了0", "应写“0.”", "0.")


@on_lines("概数顿号", S, "GB/T 15835 4.3", *PROSE, certain=False)
def enumeration_in_approximate(line: Line) -> Iterator[Finding]:
    """概数里的顿号。

    查什么：相邻两个数连用表示概数，中间用了顿号。
    为什么：相邻数字连用表示概数，数字之间不用顿号。
    反例：用时三、四天
    正例：用时三四天
    """
    return each(line, APPROXIMATE, "概数写成{}", new=lambda found: found.group().replace("、", ""))


@on_lines("阿拉伯数字加千百", S, "GB/T 15835 5.1.3", *PROSE, certain=False)
def arabic_with_hundreds(line: Line) -> Iterator[Finding]:
    """阿拉伯数字后面的“百”“千”。

    查什么：阿拉伯数字和“百”“千”连用。
    为什么：阿拉伯数字后面只能加“万”“亿”作单位，不加“十”“百”“千”。
    反例：3千人
    正例：3000人
    """
    return each(line, MULTIPLIED, "{}里阿拉伯数字和“百”“千”连用", "请写全数字，或都用汉字")


@on_lines("年份的零", S, "GB/T 15835 4.2", *ANY)
def wrong_zero_in_year(line: Line) -> Iterator[Finding]:
    """汉字年份里的“〇”。

    查什么：汉字年份里的零写成0、字母O、圆圈或“零”。
    为什么：汉字数字编号、年份里的零用“〇”。
    反例：二0二六年
    正例：二〇二六年
    """
    for found in YEAR_ZERO.finditer(line.text):
        right = re.sub("[0OＯoО○零０]", "〇", found.group())
        if right != found.group():
            yield one(line, found, "汉字年份写成{}", new=right)


@on_lines("约和左右", P, "惯例", *PROSE)
def approximate_twice(line: Line) -> Iterator[Finding]:
    """约数说了两遍。

    查什么：“约……左右”“超过……以上”。
    为什么：意思重复，留一个就够。
    反例：约100人左右
    正例：约100人
    """
    return each(line, ABOUT, "意思重复：{}", "请删去一头")


@on_lines("减少几倍", P, "惯例", *PROSE)
def fewer_by_times(line: Line) -> Iterator[Finding]:
    """减少用倍数。

    查什么：减少、下降说成几倍。
    为什么：减少一倍就没有了；减少用分数或百分数。
    反例：减少了2倍
    正例：减少了三分之二
    """
    return each(line, FEWER_TIMES, "减少不用倍数：{}", "请用分数或百分数")


@on_lines("截止和截至", P, "惯例", *PROSE)
def until_confused(line: Line) -> Iterator[Finding]:
    """截止、截至。

    查什么：时间前面用了“截止”。
    为什么：“截至”后面跟时间；“截止”是到期停止，后面不跟时间。
    反例：截止2026年3月底，完成80%。
    正例：截至2026年3月底，完成80%。
    """
    return each(line, UNTIL, "时间前面用了“截止”", new="截至")


@on_lines("单位符号", S, "GB 3100", *ALL, certain=False)
def odd_unit(line: Line) -> Iterator[Finding]:
    """计量单位的符号。

    查什么：单位符号的大小写不对。
    为什么：计量单位用法定的符号。
    反例：10KV线路
    正例：10kV线路
    """
    for found in outside(addresses(line.text), UNIT.finditer(line.text)):
        right = RIGHT_UNITS.get(found[1].lower(), found[1])
        if right != found[1]:
            yield one(line, found, "单位符号写成{}", f"应写“{right}”")


@on_lines("笼统的时间", W, "惯例", BODY)
def vague_time(line: Line) -> Iterator[Finding]:
    """笼统的时间。

    查什么：今年、去年、近日、日前。
    为什么：公文存档后，过几年就不知道是哪年哪日。
    反例：日前，市总召开会议。
    正例：2026年3月1日，市总召开会议。
    """
    dated = tuple(range(*found.span()) for found in DATED.finditer(line.text))
    for found in outside(
        tuple(sorted((*quotations(line.text), *dated), key=lambda span: span.start)), VAGUE.finditer(line.text)
    ):
        yield one(line, found, "{}是笼统的时间", "最好写明年月日")
