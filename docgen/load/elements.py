"""Take the value of an element as typed, give it as GB/T 9704-2012 has it, or refuse it with the right form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.load.characters import half_width_digits, without_spaces
from docgen.load.numerals import DIGITS, arabic
from docgen.load.refusal import instead, refusal, shown

COPY_NUMBER_DIGITS = 6
"""份号 (7.2.1)."""

URGENCIES = ("特急", "加急")

TELEGRAM_URGENCIES = ("特提", "平急")

NUMBER = re.compile(r"[^\s0-9〔〕]+〔[0-9]{4}〕[1-9][0-9]*号")
"""发文字号 (7.2.5)."""

LOOSE_NUMBER = re.compile(
    rf"(?P<organ>[^〔\[［【(（﹝<〈]*)(?P<open>[〔\[［【(（﹝<〈])(?P<year>[{DIGITS}]+)年?(?P<close>[〕\]］】)）﹞>〉])"
    rf"(?P<ordinal>第?)(?P<serial>[{DIGITS}]+)(?P<end>号?)"
)

SECRECY = re.compile("(?P<level>绝密|机密|秘密)[★☆*＊⭐·]?(?P<period>.*)")

PERIOD = re.compile(rf"(?P<count>[{DIGITS}]+)(?P<unit>年|个月|月|日|天)")

ORDER_NUMBER = re.compile(r"(?:[0-9]{4}年)?第[1-9][0-9]*号")
"""令号 (10.2); some organs number by the year."""

LOOSE_ORDER_NUMBER = re.compile(rf"(?P<year>(?:[{DIGITS}]{{4}}年)?)第?(?P<serial>[{DIGITS}]+)号?")

FILE_SIGNS = re.compile(r'[/\\:*?"<>|]|\A\.|\.\.')
"""What would make of a name a path, or is not allowed in a file name on Windows."""

NAME_SEPARATORS = re.compile("[、，,；;]")

SPACED_NAME = re.compile(r"(?<!\S)(\S)\s+(?=\S(?!\S))")
"""The gap in 于  波: a single character before, a single one behind."""

SPREAD_NAMES = re.compile(r"(?<!\S)\S(?:\s+\S){3,}(?!\S)")
"""Single characters in a row, too many for one name spread."""


def copy_number(text: str) -> str:
    """份号: six Arabic digits."""
    digits = half_width_digits(text)
    if re.fullmatch(rf"[0-9]{{{COPY_NUMBER_DIGITS}}}", text):
        return text
    bare = re.sub(r"^(?:№|No\.?|第)\s*|\s*号$", "", digits)
    right = f"应写“{bare.zfill(COPY_NUMBER_DIGITS)}”" if re.fullmatch("[0-9]{1,6}", bare) else "例如 000001"
    raise instead(text, f"份号是{COPY_NUMBER_DIGITS}位阿拉伯数字", right)


def secrecy(text: str) -> str:
    """密级, with a period of secrecy after ★ if there is one (7.2.2): 机密★1年."""
    right = _right_secrecy(text)
    if not right:
        raise instead(text, "密级只有绝密、机密、秘密", "保密期限写在“★”后面，例如 机密★1年")
    if text != right:
        raise instead(text, "密级和期限之间用“★”，期限用半角阿拉伯数字，单位是年、个月、日", f"应写“{right}”")
    return right


def meant_secrecy(text: str) -> str:
    """The 密级 that `text` means; empty where it is none."""
    right = _right_secrecy(text)
    return right if PERIOD.fullmatch(right.partition("★")[2] or "1年") else ""


def _right_secrecy(text: str) -> str:
    found = SECRECY.fullmatch(without_spaces(text))
    if found is None:
        return ""
    period = _period(found["period"])
    return found["level"] + (f"★{period}" if period else "")


def _period(text: str) -> str:
    found = PERIOD.fullmatch(text)
    if found is None:
        return text
    unit = {"月": "个月", "天": "日"}.get(found["unit"], found["unit"])
    return arabic(found["count"]).lstrip("0") + unit


def urgency(text: str) -> str:
    """紧急程度 (7.2.3)."""
    if text in URGENCIES:
        return text
    if text in TELEGRAM_URGENCIES:
        raise instead(text, "它只用于电报", "公文的紧急程度是 特急 或 加急")
    raise instead(text, "紧急程度只有特急、加急", "不急的公文不写这一项")


def document_number(text: str) -> str:
    """发文字号: organ code, year in 〔〕, serial number, 号."""
    if NUMBER.fullmatch(text):
        return text
    found = LOOSE_NUMBER.fullmatch(without_spaces(text))
    faults = tuple(_faults(text, found)) if found else ()
    if not found or not faults:
        raise instead(text, "应由机关代字、〔年份〕、序号和“号”组成", "例如 大工发〔2018〕4号")
    right = _right_number(found)
    example = f"应写“{right}”" if NUMBER.fullmatch(right) else "例如 大工发〔2018〕4号"
    raise refusal(f"写的是{shown(text)}：{'；'.join(faults)}", example)


def meant_number(text: str) -> str:
    """The 发文字号 that `text` means, however it is typed; empty where it is none."""
    found = LOOSE_NUMBER.fullmatch(without_spaces(text))
    right = _right_number(found) if found else ""
    return right if NUMBER.fullmatch(right) else ""


def _right_number(found: re.Match[str]) -> str:
    return f"{found['organ']}〔{arabic(found['year'])}〕{arabic(found['serial']).lstrip('0')}号"


def _faults(text: str, found: re.Match[str]) -> Iterator[str]:
    year, serial = arabic(found["year"]), arabic(found["serial"])
    if not found["organ"]:
        yield "缺少发文机关代字"
    if found["open"] + found["close"] != "〔〕":
        yield "年份应放在六角括号“〔〕”里"
    if year != found["year"] or serial != found["serial"]:
        yield "年份和序号用半角阿拉伯数字"
    if len(year) != len("2018"):
        yield "年份写全四位"
    if found["ordinal"]:
        yield "序号前不加“第”"
    if serial.startswith("0"):
        yield "序号前不加0"
    if not found["end"]:
        yield "末尾少“号”字"
    if text != without_spaces(text):
        yield "中间不留空格"


def order_number(text: str) -> str:
    """令号: 第, a serial number, 号."""
    if ORDER_NUMBER.fullmatch(text):
        return text
    right = meant_order_number(text)
    raise instead(text, "令号由“第”、阿拉伯数字和“号”组成", f"应写“{right}”" if right else "例如 第12号")


def meant_order_number(text: str) -> str:
    """The 令号 that `text` means, however it is typed; empty where it is none."""
    found = LOOSE_ORDER_NUMBER.fullmatch(without_spaces(text))
    if found is None:
        return ""
    year = arabic(found["year"].rstrip("年"))
    right = (f"{year}年" if year else "") + f"第{arabic(found['serial']).lstrip('0')}号"
    return right if ORDER_NUMBER.fullmatch(right) else ""


def file_stem(text: str) -> str:
    """The name of a template or a form, without suffix and without any way out of its folder."""
    stem = text.removesuffix(".docx").strip()
    if not stem or FILE_SIGNS.search(stem):
        raise instead(text, "应是文件名，不含路径和符号", "只写名字，例如 大工办发")
    return stem


def yes_or_no(value: object) -> object:
    """是 → True, 否 → False."""
    meanings = {
        "是": True,
        "有": True,
        "true": True,
        "yes": True,
        "否": False,
        "无": False,
        "false": False,
        "no": False,
    }
    if not isinstance(value, str):
        return value
    if value.lower() not in meanings:
        raise instead(value, "只能写“是”或“否”")
    return meanings[value.lower()]


def joined_name(name: str) -> str:
    """A name without the spaces that spread it: 于  波 → 于波."""
    return SPACED_NAME.sub(r"\1", name)


def names(text: str) -> list[str]:
    """People in `text`, between 、 or spaces; four characters that stand apart may be one or two."""
    parts = NAME_SEPARATORS.split(text)
    for unclear in filter(None, map(SPREAD_NAMES.search, parts)):
        raise refusal(f"里的“{unclear[0]}”分不清是几个人", "请用顿号隔开，例如 于波、王强")
    return [name for part in parts for name in joined_name(part).split()]


def bare(text: str, label: str) -> str:
    """`text` without its `label` and a colon, which the template prints."""
    return re.sub(rf"\A{label}\s*[：:]\s*", "", text)


def addressees(text: str) -> str:
    """主送 without its label and its closing colon."""
    return bare(text, "主送").rstrip("：: ")


def copies(text: str) -> str:
    """抄送 without its label and its closing stop."""
    return bare(text, "抄送").rstrip("。. ")


def remark(text: str) -> str:
    """附注 without the brackets around the whole."""
    inner = re.fullmatch(r"[（(]([^（(）)]*(?:[（(][^（(）)]*[）)][^（(）)]*)*)[）)]", text)
    return inner[1].strip() if inner else text
