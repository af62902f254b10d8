"""The noun CONTENT: what a clerk wrote, validated, levels recognised, numbers computed.

Texts keep the clerk's characters. A line end inside a title is a break the clerk asked for.
Clause numbers are of GB/T 9704-2012.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

MARK_ENDS = ("文件", "命令", "令", "纪要")
"""What a mark may add to the name of the issuing body (GB/T 9704-2012 7.2.4, 10.2, 10.3)."""


class Prose(Struct, frozen=True):
    """A paragraph of the body (7.3.3).

    Attributes:
        level: 0 for plain text, 1–4 for 一、 （一） 1. （1）.
        head: the heading with its number; the whole line, or its first sentence when run in.
        text: what follows a run-in heading, or the whole paragraph at level 0.
    """

    level: int
    head: str
    text: str


class Member(Struct, frozen=True):
    """A line of a 名单: `label` is empty where the one above goes on; `post` may be empty."""

    label: str
    name: str
    post: str = ""


class Roster(Struct, frozen=True):
    """A 名单: people in aligned columns, two-character names spread to three."""

    members: tuple[Member, ...]


class Entries(Struct, frozen=True):
    """条目: a numbered list under an optional sub-heading."""

    heading: str
    items: tuple[str, ...]


class Grid(Struct, frozen=True):
    """A 表格: `head` names the columns (may be empty); `widths` are shares of the line, empty for equal ones.

    `landscape`: on sheets of its own, turned (8, 横排表格).
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()
    landscape: bool = False


class NewPage(Struct, frozen=True):
    """A 分页: what follows starts on a new page."""


Block = Prose | Roster | Entries | Grid | NewPage


class Attachment(Struct, frozen=True):
    """An 附件 (7.3.7): a text with blocks, or a form of `templates_docx/forms` by name, on turned sheets (8)
    if `landscape`.
    """

    title: str
    blocks: tuple[Block, ...] = ()
    form: str = ""
    landscape: bool = False

    @property
    def plain_title(self) -> str:
        """The title on one line, as the 附件说明 gives it."""
        return self.title.replace("\n", "")


class Carried(Struct, frozen=True):
    """The regulation or plan that a 印发 notice carries; it starts a new page and is no 附件, but may have some."""

    title: str
    blocks: tuple[Block, ...]
    attachments: tuple[Attachment, ...] = ()


class Stamp(Struct, frozen=True):
    """A 签名章 (7.3.5.3): the office of who signs, and the name; an empty name leaves room for the stamp."""

    post: str
    name: str = ""


class Content(Struct, frozen=True):
    """One official document.

    Attributes:
        name: stem of its outputs.
        template: name of a file in `templates_docx/notices`, without suffix.
        copy_number: 份号 (7.2.1), six digits. secrecy: 密级和保密期限 (7.2.2), 机密★1年.
        urgency: 紧急程度 (7.2.3). number: 发文字号 (7.2.5). signers: 签发人 (7.2.6).
        order_number: 令号 (10.2), 第12号.
        title: 标题 (7.3.1), empty in a 令. addressees: 主送机关 (7.3.2) without the closing colon.
        attendees, absentees, observers: 出席, 请假 and 列席 of a 纪要 (10.3) without their labels.
        stamps: 签名章 (7.3.5.3), in place of a signature.
        organs: 发文机关署名 (7.3.5). date: 成文日期, 2018年1月5日. sealed: room for a seal (7.3.5.1).
        remark: 附注 (7.3.6) without its brackets. copies: 抄送机关 (7.4.2) without label and stop.
        printer, printed_on: 印发机关 and 印发日期 (7.4.3).
        Absent elements are empty: nothing is invented.
    """

    name: str
    template: str
    title: str
    body: tuple[Block, ...]
    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    number: str = ""
    signers: tuple[str, ...] = ()
    order_number: str = ""
    addressees: str = ""
    carried: Carried | None = None
    attachments: tuple[Attachment, ...] = ()
    attendees: str = ""
    absentees: str = ""
    observers: str = ""
    stamps: tuple[Stamp, ...] = ()
    organs: tuple[str, ...] = ()
    date: str = ""
    sealed: bool = False
    remark: str = ""
    copies: str = ""
    printer: str = ""
    printed_on: str = ""

    @property
    def plain_title(self) -> str:
        """The title on one line."""
        return self.title.replace("\n", "")

    @property
    def all_attachments(self) -> tuple[Attachment, ...]:
        """The 附件 in the order of their pages: those of the carried text first."""
        return (*(self.carried.attachments if self.carried else ()), *self.attachments)

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text the clerk gave, in the order of the page: what must come out of every stage."""
        head = (self.copy_number, self.secrecy, self.urgency, self.number, *self.signers, self.order_number)
        body = (self.plain_title, self.addressees, *texts_of(self.body))
        listed = tuple(attachment.plain_title for attachment in self.attachments)
        stamped = tuple(text for stamp in self.stamps for text in (stamp.post, stamp.name))
        lists = (self.attendees, self.absentees, self.observers)
        close = (*listed, *lists, *stamped, *self.organs, self.date, self.remark)
        attached = tuple(
            text
            for attachment in self.all_attachments
            for text in (attachment.plain_title, *texts_of(attachment.blocks))
        )
        imprint = (self.copies, self.printer, self.printed_on)
        return tuple(text for text in (*head, *body, *close, *self._carried_texts, *attached, *imprint) if text)

    @property
    def _carried_texts(self) -> tuple[str, ...]:
        if self.carried is None:
            return ()
        listed = (attachment.plain_title for attachment in self.carried.attachments)
        return (self.carried.title.replace("\n", ""), *texts_of(self.carried.blocks), *listed)


def texts_of(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The texts of `blocks` in reading order."""
    for block in blocks:
        match block:
            case Prose():
                yield block.head + block.text
            case Roster():
                for member in block.members:
                    yield from (member.label, member.name, member.post)
            case Entries():
                yield block.heading
                yield from block.items
            case Grid():
                yield from block.head
                for row in block.rows:
                    yield from row
            case NewPage():
                pass


def issuing_body(mark: str) -> str:
    """The name of the issuing body in a mark without spaces: mostly 文件 follows it (7.2.4)."""
    end = next((end for end in MARK_ENDS if mark.endswith(end)), "")
    return mark.removesuffix(end)
