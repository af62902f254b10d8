"""Take the pieces of an old document and what the office has, give Content and what was not certain about it.

版记 → 附件 → 版头, 标题, 主送 → 附件说明 → 落款 → 印发 → 正文: each is found and taken out, what is left is the body.
Text is conserved: what has no place in a content file is told of.
"""

from __future__ import annotations

from collections.abc import Sequence

from docgen.content import Attachment, Block, Carried, Content, NewPage, Stamp
from docgen.recover.attached import attachments_of, titles_in
from docgen.recover.blocks import blocks_at, placed_blocks
from docgen.recover.carried import carried_at, may_carry, take_title
from docgen.recover.changes import tell_labels, tell_listed
from docgen.recover.close import take_close
from docgen.recover.contentfile import ContentFile, content_file
from docgen.recover.documents import source_of
from docgen.recover.findings import BlankForm, Doubt, Findings, House, Recovered, Template
from docgen.recover.head import take_head
from docgen.recover.imprint import take_imprint
from docgen.recover.labels import Section, parted
from docgen.recover.notes import Listed, take_note
from docgen.recover.pieces import Line, Piece, Source
from docgen.recover.room import fitted
from docgen.recover.template import choose_template
from docgen.recover.texts import source_of_text

__all__ = [
    "BlankForm",
    "ContentFile",
    "Doubt",
    "House",
    "Recovered",
    "Source",
    "Template",
    "content_file",
    "recover",
    "source_of",
    "source_of_text",
]


def recover(source: Source, house: House) -> Recovered:
    """The content of an old document, without a name; None where it holds no text that could be a body."""
    found = Findings(house)
    pieces = list(source.pieces)
    styled = any(isinstance(piece, Line) and piece.style for piece in pieces)
    pieces = take_imprint(pieces, found, house=styled)
    main, sections = parted(pieces, house=styled)
    main = take_head(main, found)
    for aside in source.asides:
        text = f"：{aside.text}" if aside.text else ""
        found.warn("模板", aside.spot, f"{aside.kind}没有导入{text}")
    content = _content(main, sections, found, styled)
    return Recovered(content, tuple(found.doubts))


def _content(main: list[Piece], sections: list[Section], found: Findings, styled: bool) -> Content | None:
    titles = titles_in(sections, tuple(found.house.forms))
    at = carried_at(main, found, house=styled)
    main, below = (main, []) if at is None else (main[:at], main[at:])
    listed, main = take_note(main, titles, house=styled)
    main, after = take_close(main, found, house=styled)
    if after and not below and may_carry(found):
        below, after = after, []
    late, after = take_note(after, titles, house=styled)
    carried_listed, below = take_note(below, titles, house=styled)
    if after:
        found.warn(("正文", len(main)), after[0].spot, "落款后面还有文字，放在了正文末尾")
    body = blocks_at(placed_blocks([*main, *after]), found, ("正文",))
    own, of_carried = _shared(sections, (*listed, *late), carried_listed, bool(below))
    carried = _carried(below, of_carried, carried_listed, found) if below else None
    attachments = attachments_of(own, (*listed, *late), found, ("附件",))
    first = len(carried.attachments) if carried is not None else 0
    tell_labels(of_carried, 0, first + len(attachments), ("印发", "附件"), found)
    tell_labels(own, first, first + len(attachments), ("附件",), found)
    tell_listed((*listed, *late), len(attachments), ("附件",), found)
    tell_listed(carried_listed, first, ("印发", "附件"), found)
    if not body:
        if carried is None and not attachments:
            return None
        body = (NewPage(),)
        found.warn("正文", "", "没有正文，正文处只写了“分页”，请补上")
    return fitted(_assembled(found, body, carried, attachments), found)


def _shared(
    sections: Sequence[Section], listed: Sequence[Listed], carried: Sequence[Listed], carries: bool
) -> tuple[list[Section], list[Section]]:
    """The sections of the notice and those of the text that it carries, which come first (fill/elements)."""
    count = len(carried)
    if carries and not listed:
        count = len(sections)
    return list(sections[count:]), list(sections[:count])


def _carried(below: list[Piece], sections: Sequence[Section], listed: Sequence[Listed], found: Findings) -> Carried:
    title, rest = take_title(below, found)
    blocks = blocks_at(placed_blocks(rest), found, ("印发", "正文"))
    return Carried(title, blocks or (NewPage(),), attachments_of(sections, listed, found, ("印发", "附件")))


def _assembled(
    found: Findings, body: tuple[Block, ...], carried: Carried | None, attachments: tuple[Attachment, ...]
) -> Content:
    return Content(
        name="",
        template=choose_template(found),
        title=found.title,
        body=body,
        copy_number=found.copy_number,
        secrecy=found.secrecy,
        urgency=found.urgency,
        number=found.number,
        signers=found.signers,
        order_number=found.order_number,
        addressees=found.addressees,
        carried=carried,
        attachments=attachments,
        attendees=found.attendees,
        absentees=found.absentees,
        observers=found.observers,
        stamps=tuple(Stamp(post, name) for post, name in found.stamps),
        organs=found.organs,
        date=found.date,
        sealed=found.sealed,
        remark=found.remark,
        copies=found.copies,
        printer=found.printer,
        printed_on=found.printed_on,
    )
