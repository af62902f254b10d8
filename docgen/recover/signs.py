"""Take a text of an old document, give what it means as an element (GB/T 9704-2012, 7): number, date, organ, label.

Offices wrote these in many ways; what is given is the one way of the standard, or nothing.
"""

from __future__ import annotations

import re

from docgen.load.characters import half_width_digits, without_spaces
from docgen.load.dates import meant_date
from docgen.load.elements import COPY_NUMBER_DIGITS, URGENCIES, meant_number, meant_order_number, meant_secrecy
from docgen.load.numerals import DIGITS, arabic

ORGAN_LENGTH = 30
"""Characters: 大连市人力资源和社会保障局 has thirteen; a longer line is a sentence."""

STOPS = re.compile("[，。；：！？,;:!?]")

ORGAN = re.compile(
    "[^\\s，。；：！？、]{1,40}(?:总工会|工会|委员会|联合会|协会|学会|基金会|理事会|大会|会|政府|办公室|办公厅|局|委|厅|部|处|科|室|"
    "院|中心|公司|集团|厂|站|所|校|学|园|馆|社|团|队|行|署|司|组|区|县|市|省|办|党组|指挥部|银行)(?:（[^（）]{1,20}）)?"
)
"""A line that may be the name of an issuing body."""

DATE = rf"[{DIGITS}]{{4}}\s*年\s*[{DIGITS}]{{1,3}}\s*月\s*[{DIGITS}]{{1,3}}\s*[日号]"

PRINTED = re.compile(rf"(?P<printer>\S.*?)?\s*(?P<date>{DATE})\s*印\s*发")
"""印发机关 and 印发日期 (7.4.3)."""

SIGNED = re.compile(rf"(?P<organ>\S.*\S)\s+(?P<date>{DATE})")
"""A signature with its date on the same line."""

UNDATED = re.compile(rf"(?:[{DIGITS}]{{2,4}})?\s*年\s*(?:[{DIGITS}]{{1,3}})?\s*月\s*(?:[{DIGITS}]{{1,3}})?\s*日")
"""A date that was left to be filled in."""

NUMBER_TAG = re.compile(r"\A(?:发文字号|文\s*号|字\s*号)\s*[：:]\s*")

NUMBER_ONLY = re.compile(rf"[〔\[［【(（]?(?:[{DIGITS}]{{4}})?年?[〕\]］】)）]?第?[{DIGITS}]{{1,4}}[号期]")
"""A number of a 纪要 or bulletin, which names no organ, spaces left out."""

SIGNERS = re.compile(r"签\s*发\s*人?\s*[：:]\s*(?P<names>.*)")

LOOSE_MARK = re.compile(
    r"(?:密级[：:])?(?:绝密|机密|秘密)[★☆*].{0,8}|内部(?:资料|文件|使用|传阅)?|特提|平急|急件|(?:№|No\.?|编号[：:])[0-9]{1,8}"
)
"""What stands in a 版头 and is no element of the standard, spaces left out."""

COPY_TAG = re.compile(r"\A(?:份号|编号)?[：:]?(?:№|No\.?)?")

ORDER_NUMBER = re.compile(rf"(?:[{DIGITS}]{{4}}年)?第[{DIGITS}]{{1,4}}号")

MARK = re.compile("[^，。；：]{2,60}(?:文件|[^命]令|命令)")
"""发文机关标志 (7.2.4, 10.2), spaces left out; 纪要 ends titles too."""

WHOLE_KINDS = (
    "决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|要点|总结|计划|方案|办法|规定|细则|规划"
)
KINDS = (
    f"{WHOLE_KINDS}|规则|条例|章程|制度|规程|标准|规范|预案|纲要|讲话|说明|名单|一览表|表|清单|目录|简介|须知|指南|提纲|议程|"
    "日程|安排|回执|材料|承诺书|倡议书|通知书|证明|要求|内容|情况|模板|样式|范本|摘要|附表|职责|分工|流程|程序|图"
)
REMARKED = "(?:[（(][^（）()]{1,20}[）)])?$"
ENDS_TITLE = re.compile(f"(?:{KINDS}){REMARKED}")
"""How titles end: with a kind of document, and remarks such as （试行）."""

ENDS_NOTICE = re.compile(f"(?:{WHOLE_KINDS}){REMARKED}")
"""How the title of a whole document ends."""

LABEL = re.compile(rf"附\s*件\s*(?P<at>[{DIGITS}]{{0,3}})\s*(?P<colon>[：:.．、]?)\s*(?P<title>.*)")
"""The label of an 附件 (7.3.7), or the head of the 附件说明 (7.3.4)."""

ITEM = re.compile(r"(?P<at>\d{1,2})\s*(?P<sign>[.．、])\s*(?P<title>\S.*)")

CARRIES = re.compile("印发|转发|批转|颁布|发布|公布|下发|施行")

REMARK = re.compile("[（(](?:此件|联系人|联系电话|电话|信息公开|公开|主动公开|依申请|不予公开|此文).*[）)]")
"""附注 (7.3.6) that stands in brackets."""

PAGE_NUMBER = re.compile(
    r"[\s\-—–－·]*(?:第?\s*[0-9０-９IVXivx]*\s*页?)[\s,，/]*(?:共\s*[0-9０-９]*\s*页)?[\s\-—–－·]*"
)

MARKS_OF_TITLES = str.maketrans("", "", "《》〈〉<>“”\"‘’'（）()[]【】·、，,.．。；; \t\n\u3000")


def digits_of(text: str) -> int:
    """A number in any digits; 0 where there is none."""
    found = arabic(text)
    return int(found) if found.isdecimal() else 0


def copy_number_of(text: str) -> str:
    """份号 of six digits."""
    found = half_width_digits(COPY_TAG.sub("", without_spaces(text)))
    return found if re.fullmatch(rf"[0-9]{{{COPY_NUMBER_DIGITS}}}", found) else ""


def secrecy_of(text: str) -> str:
    """密级 with its period."""
    return meant_secrecy(re.sub(r"\A密级[：:]?", "", without_spaces(text)))


def urgency_of(text: str) -> str:
    """紧急程度."""
    found = re.sub(r"\A(?:紧急程度|缓急)[：:]?", "", without_spaces(text))
    return found if found in URGENCIES else ""


def number_of(text: str) -> str:
    """发文字号 as the standard writes it."""
    return meant_number(NUMBER_TAG.sub("", text.strip()))


def order_number_of(text: str) -> str:
    """令号."""
    return meant_order_number(text) if ORDER_NUMBER.fullmatch(without_spaces(text)) else ""


def date_of(text: str) -> str:
    """A line that is a full date and nothing else."""
    return meant_date(text)


def is_organ(text: str) -> bool:
    """Whether a line may be the name of an issuing body; spread letters count."""
    bare = without_spaces(text)
    return len(bare) <= ORGAN_LENGTH and ORGAN.fullmatch(bare) is not None


def same_title(one: str, other: str) -> bool:
    """Whether two titles have the same words: quotes and brackets are often typed one way here, another there."""
    return one.translate(MARKS_OF_TITLES) == other.translate(MARKS_OF_TITLES)
