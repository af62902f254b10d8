"""Take the paragraphs of a text that names no styles, give their roles: what a reader would take them for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from docgen.lint.manuscript import BODY, CARRIED, KINDS, MAIN

LONGEST_TITLE = 60
LONGEST_ORGAN = 40
"""Characters; the longest titles have about fifty."""
MOST_NAMES = 100
"""Names of attachments that are remembered."""

KIND = re.compile(f"(?:{'|'.join(KINDS)})[。！；]?$")
NUMBER = re.compile(r"^\S{1,14}\s{0,3}[〔\[［【(（﹝]\s{0,2}\d{2,4}\s{0,2}[〕\]］】)）﹞]\s{0,3}第?\s?\d{1,5}\s?号?$")
DATE = re.compile(
    r"[\d〇零○一二三四五六七八九]{4}\s?[年./-]\s?[\d一二三四五六七八九十]{1,3}\s?[月./-](?:\s?[\d一二三四五六七八九十]{1,3}\s?[日号]?)?"
)
ADDRESSED = re.compile(r"[：:]$")
ANNOUNCES = re.compile("如下|现将|根据|下列|以下")
"""Words of a sentence that leads to what follows its colon."""
NOTE = re.compile(r"^(?:附件)\s{0,2}[：:]\s{0,3}\S")
LABEL = re.compile(r"^附\s{0,2}件\s{0,2}(?:\d{1,3}|[一二三四五六七八九十]{1,3})?\s{0,2}[：:、.．]?$")
LISTED_NAME = re.compile(r"^(?:附\s?件\s?[：:]\s?)?(?:\d{1,2}\s?[.．、])?")
NUMBERED = re.compile(r"^\d{1,2}\s?[.．、]\s?")
COPIES = re.compile(r"^(?:抄送|抄报|主送|主报|分送|报|送)\s?[：:]")
PRINTED = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日\s?印(?:发|制|刷)?$")
BRACKETED = re.compile(r"^[（(].{1,200}[）)]$|^附注\s?[：:]")
CARRIES = re.compile("印发|转发|批转|发布|公布")
SECRECY = re.compile(r"^(?:绝密|机密|秘密)(?:[★☆*]|$)")
URGENT = re.compile(r"^(?:特急|加急|特提|平急|急件|火急|紧急)$")
COPY_NUMBER = re.compile(r"^(?:№|No\.?|第)?\s?\d{4,8}\s?号?$")
MARK = re.compile(r"^\S{2,30}(?:文件|命令|令)$")
ORGAN = re.compile(r"^(?!.{0,30}关于)[^，。：；、]{2,30}(?:[会府局委厅部处室院办行校学司]|中心|集团)(?:（.{1,12}）)?$")
MOST_ORGANS = 6
"""Lines of a mark that several organs share."""
SIGNERS = re.compile(r"^签\s{0,2}发\s{0,2}人\s?[：:]")
ORDER = re.compile(r"^(?:\d{4}年|〔\d{4}〕)?第\s?\d{1,5}\s?[号期]$")
NO_ORGAN = re.compile(r"[。，：:；？！]|^[（(]|^\d{1,2}\s?[.．、]")
SENTENCE = re.compile("[，。；：]")
ENDS_TITLE = re.compile(
    "(?:表|单|册|案|法|则|定|例|划|点|见|知|程|成果|制度|回执|样式|说明|要求|标准|报告)(?:（.{1,12}）)?$"
)


class _Reader(Struct):
    """How far a reader has come: in the head, the title, the body, below the date, or in a title of another part."""

    texts: Sequence[str]
    state: str = "head"
    part: str = MAIN
    title: str = ""
    attachments: int = 0
    listing: bool = False
    begun: str = ""
    names: list[str] = field(default_factory=list)

    def role(self, at: int) -> str:
        """The role of the text `at`; the reader moves on."""
        text = self.texts[at]
        if text.startswith("\t"):
            return "表格"
        for step in (self._label, self._imprint, getattr(self, f"_{self.state}")):
            found: str = step(at, text.strip())
            if found:
                return found
        return BODY

    def _label(self, at: int, text: str) -> str:
        if self.state == "head" or not LABEL.match(text):
            return ""
        self.attachments += 1
        self.state, self.part, self.listing, self.begun = "attached", f"附件{self.attachments}", False, ""
        return "附件标签"

    def _imprint(self, at: int, text: str) -> str:
        if self.state == "head":
            return ""
        if COPIES.match(text) and len(text) < 2_000:
            return "抄送"
        return "印发机关" if PRINTED.search(text[-20:]) and len(text) <= 2 * LONGEST_ORGAN else ""

    def _head(self, at: int, text: str) -> str:
        for pattern, role in (
            (SIGNERS, "签发人"),
            (SECRECY, "密级"),
            (URGENT, "紧急程度"),
            (COPY_NUMBER, "份号"),
            (ORDER, "令号"),
            (NUMBER, "发文字号"),
        ):
            if len(text) <= LONGEST_ORGAN and pattern.match(text):
                return role
        if self._marks(at):
            return "标志"
        looks_like_one = KIND.search(text) or "关于" in text or not SENTENCE.search(text)
        if len(text) > LONGEST_TITLE or "。" in text[:-1] or not looks_like_one:
            self.state = "body"
            return self._body(at, text)
        self.title += text
        self.state = "addressed" if KIND.search(text) or not self._goes_on(at) else "head_title"
        return "标题"

    def _marks(self, at: int) -> bool:
        """发文机关标志: it ends as one, or names an organ above such a line or above the number (信函, 联合行文)."""
        above = False
        for text in self.texts[at : at + MOST_ORGANS]:
            bare = "".join(text.split())
            if len(bare) > LONGEST_ORGAN:
                return False
            if "关于" not in bare and MARK.match(bare):
                return True
            if not ORGAN.match(bare):
                return above and NUMBER.match(text.strip()) is not None
            above = True
        return False

    def _head_title(self, at: int, text: str) -> str:
        if ADDRESSED.search(text):
            return self._addressed(at, text)
        if len(text) > LONGEST_TITLE or "。" in text[:-1]:
            self.state = "body"
            return BODY
        self.title += text
        if KIND.search(text) or not self._goes_on(at):
            self.state = "addressed"
        return "标题"

    def _goes_on(self, at: int) -> bool:
        """Whether one of the next two texts still ends the title."""
        return any(len(text) <= LONGEST_TITLE and KIND.search(text.strip()) for text in self.texts[at + 1 : at + 3])

    def _addressed(self, at: int, text: str) -> str:
        if len(text) <= LONGEST_ORGAN and NUMBER.match(text):
            return "发文字号"
        self.state = "body"
        is_sentence = "。" in text or ANNOUNCES.search(text)
        return "主送" if ADDRESSED.search(text) and not is_sentence else self._body(at, text)

    def _body(self, at: int, text: str) -> str:
        if NOTE.match(text):
            self.listing = True
            return self._listed(text)
        if self._is_date(text):
            self.listing, self.state = False, "closed"
            return "成文日期"
        if self._signs(at, text):
            return "署名"
        if (
            self.listing
            and len(text) <= LONGEST_TITLE
            and "。" not in text[:-1]
            and len(self.names[-1]) <= LONGEST_TITLE
        ):
            return self._listed(text)
        self.listing = False
        return BODY

    def _listed(self, text: str) -> str:
        """附件说明; the name is kept to know the title of its attachment by."""
        name = "".join(LISTED_NAME.sub("", text).split())
        if NUMBERED.match(text) or text.startswith("附") or not self.names:
            self.names = [*self.names[1 - MOST_NAMES :], name]
        else:
            self.names[-1] += name
        return "附件说明"

    def _is_date(self, text: str) -> bool:
        return len(text) <= LONGEST_ORGAN and DATE.fullmatch(text.replace(" ", "").replace("\u3000", "")) is not None

    def _signs(self, at: int, text: str) -> bool:
        """An organ: a short line above a date, or above another that signs."""
        if len(text) > LONGEST_ORGAN or NO_ORGAN.search(text):
            return False
        below = self.texts[at + 1 : at + 2] if self.listing else self.texts[at + 1 : at + 3]
        return any(self._is_date(each.strip()) for each in below)

    def _closed(self, at: int, text: str) -> str:
        if BRACKETED.match(text):
            return "附注"
        if NOTE.match(text) or (self.listing and NUMBERED.match(text)):
            self.listing = True
            return self._listed(text)
        if CARRIES.search(self.title) and self.part == MAIN and len(text) <= LONGEST_TITLE:
            self.state, self.part = "carried", CARRIED
            return self._carried(at, text)
        return BODY

    def _carried(self, at: int, text: str) -> str:
        self.state = "body" if ENDS_TITLE.search(text) else "carried"
        return "印发标题" if len(text) <= LONGEST_TITLE and "。" not in text else self._body(at, text)

    def _attached(self, at: int, text: str) -> str:
        self.begun += "".join(text.split())
        self.state = "attached" if self._attached_goes_on(at) else "body"
        return "附件标题" if len(text) <= LONGEST_TITLE and "。" not in text else BODY

    def _attached_goes_on(self, at: int) -> bool:
        """Whether the title of an attachment has another line: as the 附件说明 has it, else by how it ends."""
        following = [text for text in self.texts[at + 1 : at + 2] if not NUMBERED.match(text) and text[:1] not in " \t"]
        if not following or len(self.begun) > LONGEST_TITLE or any(name == self.begun for name in self.names):
            return False
        if any(name.startswith(self.begun) for name in self.names):
            return True
        return len(following[0]) <= LONGEST_TITLE and ENDS_TITLE.search(following[0]) is not None


def recognised(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Role and part of each of the texts, none of which is empty."""
    reader = _Reader(texts)
    for at in range(len(texts)):
        role = reader.role(at)
        yield role, reader.part
