"""Take the pieces of an old document, find 版头, 标题, 主送机关 (GB/T 9704-2012, 7.2, 7.3.1, 7.3.2), give the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docgen.load.characters import without_spaces
from docgen.load.levels import paragraph
from docgen.recover.findings import Findings
from docgen.recover.people import spread_names
from docgen.recover.pieces import Line, Piece, columns
from docgen.recover.signs import (
    ENDS_NOTICE,
    LOOSE_MARK,
    MARK,
    NUMBER_ONLY,
    NUMBER_TAG,
    SIGNED,
    SIGNERS,
    copy_number_of,
    is_organ,
    number_of,
    order_number_of,
    secrecy_of,
    urgency_of,
)
from docgen.recover.titles import leading

MARK_STYLE = "发文机关标志"
HEAD_STYLES = frozenset((MARK_STYLE, *"版头 密级和保密期限 紧急程度 发文字号 签发人 签发人续 令号 信函下线".split()))
TITLE_STYLE = "公文标题"
ADDRESSEE_STYLE = "主送机关"

SHOWN = 20
"""Characters of a text that a message shows."""

MARK_LENGTH = 40
"""Characters: a mark names one organ or a few."""

MARK_LINES = 6
"""Lines of a mark that several organs share, and the number below."""

HEAD_PIECES = 30
"""A 版头, though it be of many lines, is over by then."""

TITLE_LINES = 5
"""Lines of the longest titles."""

TITLE_LINE = 60
"""Characters: a line of 2号 holds twenty; in a text a title may stand on one."""

TITLE_MEASURE = 20
"""Characters of 2号 that a line of 156 mm holds (5.2.1, 7.3.1)."""

LARGER = 2.0
"""Points by which a title is larger than the text, at least."""

TITLE_SIZE = 18.0
"""Points: 小二, the smallest size that offices give a title (2号 is 22)."""

GOES_ON = ("的", "和", "及", "暨", "与", "》", "（", "(")
"""How the further lines of a title may begin."""

PAIRS = (("《", "》"), ("“", "”"), ("（", "）"))
"""Marks that a title does not leave open."""

ADDRESSED = re.compile(
    r"(?:各|市|省|县|区|局|委|办|厅|部|处|院|会|府|校|司|团|中心|单位|公司|部门|机关|企业|同志|集团|成员|领导|党组|党委|组|站|所|厂|社|镇|乡|街道)"
    r"(?:（[^（）]*）)?[：:]"
)
"""How a line of 主送机关 ends."""

ANNOUNCES = re.compile("如下|现将|为了|根据|按照|以下|下列|通知|要求|同意|请")
"""Words of a sentence that leads to what follows its colon; 主送机关 are names alone."""

ADDRESSEE_LABEL = re.compile(r"主\s*送\s*(?:机关)?\s*[：:]\s*(?=\S)")

ADDRESSEES_LENGTH = 600

OF_WEB = re.compile(
    "发布(?:时间|日期|人|单位)\\s*[：:]|(?:浏览|点击|阅读)(?:次数|量|数)?\\s*[：:]|来源\\s*[：:]|作者\\s*[：:]|字体\\s*[：:]|"
    "当前位置|【?打印】?\\s*【?关闭】?|索引号\\s*[：:]|信息分类\\s*[：:]"
)
"""Words of web pages around a title."""


def take_head(pieces: Sequence[Piece], found: Findings) -> list[Piece]:
    """Find what stands before the body; the pieces of the body and all after it."""
    rest = _above_title(list(pieces), found)
    rest = _title(rest, found)
    rest = _between(rest, found)
    captions = next((at for at, piece in enumerate(rest) if not _is_caption(piece)), 0)
    below = _addressees(rest[captions:], found)
    if captions and found.addressees:
        found.warn(("正文", 0), rest[0].spot, f"标题下面的“{rest[0].text}”放在了正文开头")
    return [*rest[:captions], *below]


def _is_caption(piece: Piece) -> bool:
    """Whether a line is one of those that stand below a title in brackets: when and by whom it was passed."""
    if not isinstance(piece, Line) or piece.style or len(piece.text) > TITLE_LINE:
        return False
    return piece.text.startswith(("（", "(")) and piece.text.endswith(("）", ")")) and paragraph(piece.text).level == 0


def _above_title(pieces: list[Piece], found: Findings) -> list[Piece]:
    """版头: what is one of its elements is taken, until a line is none."""
    at = 0
    while at < min(len(pieces), HEAD_PIECES):
        piece = pieces[at]
        if not isinstance(piece, Line):
            break
        if _is_plain_mark(pieces[at : at + MARK_LINES]):
            found.mark += piece.bare
        elif not (_is_of_web(piece, found) or _is_of_head(piece, found)):
            break
        at += 1
    return pieces[at:]


def _is_plain_mark(pieces: Sequence[Piece]) -> bool:
    """Whether the first line is a mark that names its organ only (10.1, 7.2.4).

    It stands above a number, above others that share the mark, or is that of a 纪要, whose title follows (10.3).
    """
    lines = [piece for piece in pieces if isinstance(piece, Line) and not piece.style]
    if len(lines) < len(pieces) or not lines:
        return False
    if lines[0].bare.endswith("纪要"):
        below = [line for line in lines[2:] if len(line.text) <= TITLE_LINE]
        return bool(NUMBER_ONLY.fullmatch(lines[1].bare)) and any(ENDS_NOTICE.search(line.bare) for line in below)
    if not is_organ(lines[0].text) or "关于" in lines[0].bare:
        return False
    ends = next((line for line in lines if not is_organ(line.text)), lines[0])
    return bool(number_of(ends.text)) or (len(ends.bare) <= MARK_LENGTH and _ends_as_mark(ends))


def _is_of_web(line: Line, found: Findings) -> bool:
    """A line that a web page put there."""
    if line.style or len(line.text) > 2 * TITLE_LINE or not OF_WEB.search(line.text):
        return False
    found.warn("模板", line.spot, f"像是网页上的字，没有导入：{line.text}")
    return True


def _is_of_head(line: Line, found: Findings) -> bool:
    if line.style and line.style not in HEAD_STYLES:
        return False
    if not line.style and len(line.text) > TITLE_LINE + MARK_LENGTH:
        return False
    return any(rule(line, found) for rule in (_number_line, _marks, _order, _mark, _loose_number, _loose_mark))


def _loose_mark(line: Line, found: Findings) -> bool:
    """A 密级 or 紧急程度 that the standard does not have, or a line of a 版头 style that is none of its elements."""
    odd = bool(line.style) or LOOSE_MARK.fullmatch(line.bare) is not None
    if odd:
        found.warn("模板", line.spot, f"版头里的“{line.text}”不合规定，没有导入")
    return odd


def _marks(line: Line, found: Findings) -> bool:
    """份号, 密级, 紧急程度: each on a line of its own, or several on one."""
    words = re.split(r"[\s　]+", line.text)
    values = [(copy_number_of(word), secrecy_of(word), urgency_of(word)) for word in words if word]
    whole = (copy_number_of(line.text), secrecy_of(line.text), urgency_of(line.text))
    if any(whole):
        values = [whole]
    elif not all(any(value) for value in values):
        return False
    before = (found.copy_number, found.secrecy, found.urgency)
    if any(old and new for value in values for old, new in zip(before, value, strict=True)):
        return False
    for copies, secrecy, urgency in values:
        found.copy_number = found.copy_number or copies
        found.secrecy = found.secrecy or secrecy
        found.urgency = found.urgency or urgency
    return True


def _number_line(line: Line, found: Findings) -> bool:
    """发文字号, 签发人, or both (7.2.6)."""
    if line.style == "签发人续":
        found.signers += spread_names(SIGNERS.sub(lambda match: match["names"], line.text))
        return True
    signers = SIGNERS.search(line.text)
    text = line.text[: signers.start()] if signers else line.text
    names_there = signers["names"] if signers else ""
    if line.style == "签发人" and not signers:
        text, end, names_there = line.text.rpartition("号")
        text += end
    number = number_of(text)
    if text.strip() and (not number or found.number):
        return False
    if not number and not names_there:
        return False
    found.signers += spread_names(names_there)
    if number:
        _accept_number(number, text, line, found)
    return True


def _loose_number(line: Line, found: Findings) -> bool:
    """A number without the code of an organ, below a mark, and the line with organ and date of a 纪要."""
    head = found.mark or ("纪要" if found.title.endswith("纪要") else "")
    if line.style or not head or len(line.text) > TITLE_LINE:
        return False
    signed = SIGNED.fullmatch(line.text)
    if NUMBER_ONLY.fullmatch(line.bare) and not head.endswith("令"):
        found.warn("发文字号", line.spot, f"“{line.text}”没有机关代字，没有导入")
    elif signed is not None and is_organ(signed["organ"]):
        found.warn("成文日期", line.spot, f"版头里的“{line.text}”没有对应的栏目，没有导入")
    else:
        return False
    return True


def _accept_number(number: str, text: str, line: Line, found: Findings) -> None:
    found.number = number
    typed = NUMBER_TAG.sub("", text.strip())
    if typed != number:
        found.note("发文字号", line.spot, f"原文写的是“{typed}”，已改成“{number}”")


def _order(line: Line, found: Findings) -> bool:
    """令号 (10.2), below a mark that is one of a 令."""
    number = order_number_of(line.text)
    if not number or found.order_number or not (line.style == "令号" or without_spaces(found.mark).endswith("令")):
        return False
    found.order_number = number
    return True


def _mark(line: Line, found: Findings) -> bool:
    """发文机关标志: by its style, by its red, or by its end; several organs may share one."""
    if line.style:
        is_mark = line.style == MARK_STYLE
    else:
        red = line.look.red and "关于" not in line.text
        is_mark = len(line.bare) <= MARK_LENGTH and (red or _ends_as_mark(line))
    if is_mark:
        found.mark += line.bare
    return is_mark


def _ends_as_mark(line: Line) -> bool:
    return MARK.fullmatch(line.bare) is not None and not {"《", "关于"} & {*line.text, line.text[:2]}


def _title(pieces: list[Piece], found: Findings) -> list[Piece]:
    """标题: by its style, by its look, by its end, or what stands before 主送机关; the first line at worst."""
    if found.order_number and not _styled(pieces):
        return pieces
    lines: list[Line] = []
    for piece in pieces[: TITLE_LINES + 1]:
        if not isinstance(piece, Line):
            break
        lines.append(piece)
    count = _styled(pieces) or set_as_title(lines, pieces) or _ends_as_title(lines) or _before_addressees(lines)
    if not count and lines and _may_be_title(lines[0]):
        count = 1
        found.warn("标题", lines[0].spot, "没有认出标题，用了第一行")
    # A line that the paper does not hold breaks anywhere: the whole title is then broken by sense.
    fits = all(line.style or columns(line.text) <= 2 * TITLE_MEASURE for line in lines[:count])
    found.title = ("\n" if fits else "").join(line.text for line in lines[:count])
    return pieces[count:]


def _may_be_title(line: Line) -> bool:
    """Whether a line that nothing tells of may be a title: it is no sentence."""
    return len(line.text) <= TITLE_LINE and not line.text.endswith(("。", "：", "；", ":")) and "。" not in line.text


def _styled(pieces: Sequence[Piece]) -> int:
    return leading(pieces, lambda piece: _has_style(piece, TITLE_STYLE))


def _has_style(piece: Piece, style: str) -> bool:
    return isinstance(piece, Line) and piece.style == style


def usual_size(pieces: Sequence[Piece]) -> float:
    """The size of most characters of the text."""
    sizes: dict[float, int] = {}
    for piece in pieces:
        if isinstance(piece, Line):
            sizes[piece.look.size] = sizes.get(piece.look.size, 0) + len(piece.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def looks_like_title(line: Line, usual: float) -> bool:
    """In the middle, and larger or bolder than the text."""
    look = line.look
    large = look.size >= max(usual + LARGER, TITLE_SIZE) and (look.centred or line.lead >= 2 * INDENT)
    is_words = len(line.text) <= TITLE_LINE and not NUMBER_ONLY.fullmatch(line.bare)
    return is_words and (large or (look.centred and look.bold and look.size >= usual))


INDENT = 4
"""Half-width columns by which a paragraph is set in."""


def set_as_title(lines: Sequence[Line], pieces: Sequence[Piece]) -> int:
    """How many of the first lines are set as the title of `pieces` would be."""
    usual = usual_size(pieces)
    return leading(lines, lambda line: looks_like_title(line, usual))


def _ends_as_title(lines: Sequence[Line]) -> int:
    """The lines up to the first that ends as titles end, if all before it may be parts of one."""
    for count, line in enumerate(lines[:TITLE_LINES], start=1):
        if len(line.text) > TITLE_LINE or "。" in line.text or _is_addressed(line):
            return 0
        whole = "".join(each.bare for each in lines[:count])
        goes_on = count < len(lines) and lines[count].bare.startswith(GOES_ON)
        if ENDS_NOTICE.search(line.bare) and not goes_on and all(whole.count(a) == whole.count(b) for a, b in PAIRS):
            return count
    return 0


def _before_addressees(lines: Sequence[Line]) -> int:
    for count, line in enumerate(lines):
        if _is_addressed(line):
            return count
    return 0


def _between(pieces: list[Piece], found: Findings) -> list[Piece]:
    """Number and signers may follow the title, as web pages have them."""
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if not isinstance(piece, Line) or piece.style or len(piece.text) > 2 * TITLE_LINE:
            break
        is_number = _number_line(piece, found) or (found.title.endswith("纪要") and _loose_number(piece, found))
        if not is_number and not _is_of_web(piece, found):
            break
        at += 1
    return pieces[at:]


def _addressees(pieces: list[Piece], found: Findings) -> list[Piece]:
    """主送机关: the names before a colon, on one line or several."""
    text = ""
    for at, piece in enumerate(pieces):
        if not isinstance(piece, Line) or (piece.style and piece.style != ADDRESSEE_STYLE):
            break
        text += piece.text
        if len(text) > ADDRESSEES_LENGTH and not piece.style:
            break
        labelled = ADDRESSEE_LABEL.match(text)
        if piece.style or labelled or _is_addressed(piece, text) or _may_address(text):
            found.addressees = text[labelled.end() if labelled else 0 :].rstrip("：: ")
            if text[len(text.rstrip("：: ")) :] not in ("", "：", ":"):
                found.note("主送", piece.spot, f"原文写的是“{text[-SHOWN:]}”，末尾印成一个冒号")
            return pieces[at + 1 :]
        if not text.endswith(("、", "，", ",")):
            break
    return pieces


def _may_address(text: str) -> bool:
    """Whether a line below the title, which ends with a colon, names someone: it announces nothing."""
    short = len(text) <= TITLE_LINE and "。" not in text and paragraph(text).level == 0
    return short and text.endswith(("：", ":")) and not ANNOUNCES.search(text)


def _is_addressed(line: Line, text: str = "") -> bool:
    """Whether a line is names of organs, or the end of them, with a colon."""
    whole = text or line.text
    if len(whole) > ADDRESSEES_LENGTH or not whole.endswith(("：", ":")) or "。" in whole:
        return False
    short = whole[-40:]
    ends = [match.end() for match in ADDRESSED.finditer(short)]
    named = bool(ends) and ends[-1] == len(short)
    return (named or is_organ(whole[:-1])) and not ANNOUNCES.search(whole)
