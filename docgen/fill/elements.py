"""Take the elements of a document, give the WordprocessingML that stands at the block tags of its template."""

from __future__ import annotations

from collections.abc import Iterator, Set

from docgen.content import Attachment, Content
from docgen.fill.blocks import blocks_xml
from docgen.fill.landscape import landscape
from docgen.fill.paragraphs import IDEOGRAPHIC_SPACE, Stylist, paragraph, plain, runs, spread, title
from docgen.fill.widths import width
from docgen.units import twips_from_points

HEAD_LINES = 3
"""7.2.1–7.2.3: 份号, 密级 and 紧急程度 stand on the first lines; the mark keeps its place without them."""
SIGNERS_A_LINE = 2
"""7.2.6: normally two signers a line."""
KEEP_NEXT = "<w:keepNext/>"
SIGNER_LABEL = "签发人："
SEALED_GAP = 4.0
UNSEALED_GAP = 2.0
"""7.3.5.1, 7.3.5.2: characters between the date or signature and the right edge."""
STAMP_RIGHT = 4
STAMP_GAP = 2
"""7.3.5.3: characters right of a 签名章, and between it and the office of who signs."""
STAMP_WIDTH = 6
"""Characters left for a stamp: practice, 3 to 4 cm."""
FORM_MARK = "\ue000"
"""Stands where a form comes in; a private character that no clerk types."""


def lines_above_mark(content: Content) -> int:
    """Empty lines that keep the mark at its place."""
    head = (content.copy_number, content.secrecy, content.urgency)
    return HEAD_LINES - sum(bool(line) for line in head)


def number_lines(content: Content, stylist: Stylist) -> str:
    """7.2.5, 7.2.6: the number centred; with signers, at the left of the line of the last of them.

    Signers stand two a line, the word in 仿宋 and the names in 楷体, ending one character from the right edge;
    names of further lines align with those of the first.
    """
    if not content.signers:
        return plain("发文字号", content.number, stylist)
    names = [spread(name) for name in content.signers]
    rows = [names[at : at + SIGNERS_A_LINE] for at in range(0, len(names), SIGNERS_A_LINE)]
    widest = max(len(IDEOGRAPHIC_SPACE.join(row)) for row in rows)
    direct = _signer_tab(widest, stylist)
    lines = []
    for at, row in enumerate(rows):
        last = at == len(rows) - 1
        label = SIGNER_LABEL if at == 0 else IDEOGRAPHIC_SPACE * len(SIGNER_LABEL)
        runs_of_line = runs(f"{content.number if last else ''}\t{label}", stylist)
        runs_of_line += runs(IDEOGRAPHIC_SPACE.join(row), stylist, "签发人姓名")
        lines.append(paragraph("签发人" if last else "签发人续", runs_of_line, stylist, direct))
    return "".join(lines)


def _signer_tab(widest: int, stylist: Stylist) -> str:
    """A left tab stop, so that all lines begin alike and the widest ends one character from the edge."""
    begins = stylist.measure - stylist.size - (len(SIGNER_LABEL) + widest) * stylist.advance
    return f'<w:tabs><w:tab w:val="left" w:pos="{twips_from_points(begins)}"/></w:tabs>'


def attachment_note(content: Content, stylist: Stylist) -> str:
    """The 附件说明 of the document."""
    signed = bool(content.stamps or content.organs or content.date)
    return attachment_list(content.attachments, stylist, signed=signed)


def attachment_list(attachments: tuple[Attachment, ...], stylist: Stylist, *, signed: bool = False) -> str:
    """7.3.4: 附件 and the names, numbered where there are several, without a stop.

    The names stay on one page, and with the signature that follows them where there is one.
    """
    titles = [attachment.plain_title for attachment in attachments]
    if len(titles) == 1:
        return plain("附件说明", f"附件：{titles[0]}", stylist, KEEP_NEXT if signed else "")
    styles = ("附件说明首项", "附件说明次项")
    last = len(titles) - 1
    return "".join(
        plain(
            styles[at > 0],
            f"{'附件：' if at == 0 else ''}{at + 1}.\t{title}",
            stylist,
            KEEP_NEXT if signed or at < last else "",
        )
        for at, title in enumerate(titles)
    )


def signature(content: Content, stylist: Stylist) -> str:
    """7.3.5: signature and date with the right indents of gbt9704.md §7.2, or 签名章 and date."""
    if content.stamps:
        return _stamped(content, stylist)
    if not content.organs and not content.date:
        return ""
    widths = [width(organ, stylist.spacing) for organ in content.organs]
    date_width = width(content.date, stylist.spacing)
    organ_gaps, date_gap = signature_gaps(widths, date_width, sealed=content.sealed)
    lines = []
    for at, (organ, gap) in enumerate(zip(content.organs, organ_gaps, strict=True)):
        style = ("盖章署名" if content.sealed else "发文机关署名") if at == 0 else "成文日期"
        keep = KEEP_NEXT if at else ""
        lines.append(plain(style, organ, stylist, keep + _right(gap, stylist)))
    if content.date:
        lines.append(plain("成文日期", content.date, stylist, _right(date_gap, stylist)))
    return "".join(lines)


def _stamped(content: Content, stylist: Stylist) -> str:
    """7.3.5.3: a line for each organ, the office two characters left of the stamp, which ends four from the edge."""
    names = [spread(stamp.name) for stamp in content.stamps]
    widest = max(width(name) or STAMP_WIDTH for name in names)
    name_at = stylist.measure - STAMP_RIGHT * stylist.size - widest * stylist.advance
    offices = max(width(stamp.post) for stamp in content.stamps)
    office_at = name_at - STAMP_GAP * stylist.size - offices * stylist.advance
    stops = "".join(f'<w:tab w:val="left" w:pos="{twips_from_points(at)}"/>' for at in (office_at, name_at))
    lines = [
        paragraph(
            "签名章",
            runs(f"\t{stamp.post}", stylist) + runs(f"\t{name}" if name else "", stylist, "签名章字"),
            stylist,
            f"<w:tabs>{stops}</w:tabs>",
        )
        for stamp, name in zip(content.stamps, names, strict=True)
    ]
    return "".join(lines) + (plain("签名日期", content.date, stylist) if content.date else "")


def signature_gaps(widths: list[float], date: float, *, sealed: bool) -> tuple[list[float], float]:
    """Right gaps in 字 of each signature and of the date.

    Sealed (7.3.5.1): the date ends 4 字 from the edge, signatures centre on it. Unsealed (7.3.5.2): the longest
    signature ends 2 字 from the edge and the date begins 2 字 right of it; a date longer than the signature ends
    2 字 from the edge and the signature moves left.
    """
    widest = max(widths, default=0.0)
    if sealed:
        return [max(0.0, SEALED_GAP + (date - width) / 2) for width in widths], SEALED_GAP
    if date <= widest:
        organ_right, date_right = UNSEALED_GAP, widest - date
    else:
        organ_right, date_right = 2 * UNSEALED_GAP + date - widest, UNSEALED_GAP
    return [organ_right + widest - width for width in widths], date_right


def _right(gap: float, stylist: Stylist) -> str:
    return f'<w:ind w:right="{twips_from_points(gap * stylist.size)}"/>'


def carried(content: Content, stylist: Stylist) -> str:
    """The regulation or plan of a 印发 notice, from a new page."""
    if content.carried is None:
        return ""
    heading = title("印发标题", content.carried.title, stylist)
    listed = attachment_list(content.carried.attachments, stylist)
    return heading + blocks_xml(content.carried.blocks, stylist) + listed


def attachments(content: Content, stylist: Stylist, turned: Set[int] = frozenset()) -> str:
    """7.3.7: each 附件 from a new page with label and title; those `turned` stand on landscape sheets (8).

    A form leaves its mark to be replaced.
    """
    alone = len(content.all_attachments) == 1
    parts = []
    for at, attachment in enumerate(content.all_attachments):
        label = "附件" if alone else f"附件{at + 1}"
        part = "".join(_attachment(at, label, attachment, stylist.turned if at in turned else stylist))
        parts.append(landscape(part, stylist) if at in turned else part)
    return "".join(parts)


def _attachment(at: int, label: str, attachment: Attachment, stylist: Stylist) -> Iterator[str]:
    yield plain("附件标签", label, stylist)
    if attachment.form:
        yield plain("公文正文", f"{FORM_MARK}{at}", stylist)
    else:
        yield title("附件标题", attachment.title, stylist)
        yield blocks_xml(attachment.blocks, stylist)
