"""Take a validated notice and its lists, give Content."""

from __future__ import annotations

from docgen.content import Attachment, Block, Carried, Content, Entries, Grid, NewPage, Roster, Stamp
from docgen.load import parts
from docgen.load.entries import filled
from docgen.load.expressions import Lists, Rows
from docgen.load.levels import paragraphs
from docgen.load.schema import AttachedText, CarriedText, Notice


def build(notice: Notice, lists: Lists, name: str) -> Content:
    """The document of `notice`, whose outputs are called `name`."""
    return Content(
        name=name,
        template=notice.template,
        title="\n".join(notice.title),
        body=_blocks(notice.body, lists),
        copy_number=notice.copy_number,
        secrecy=notice.secrecy,
        urgency=notice.urgency,
        number=notice.number,
        signers=notice.signers,
        order_number=notice.order_number,
        addressees=notice.addressees,
        carried=_carried(notice.carried, lists),
        attachments=tuple(_attachment(attached, lists) for attached in notice.attachments),
        attendees=notice.attendees,
        absentees=notice.absentees,
        observers=notice.observers,
        stamps=tuple(Stamp(stamp.post, stamp.name) for stamp in notice.stamps),
        organs=notice.organs,
        date=notice.date,
        sealed=notice.sealed,
        remark=notice.remark,
        copies=notice.copies,
        printer=notice.printer,
        printed_on=notice.printed_on,
    )


def _carried(carried: CarriedText | None, lists: Lists) -> Carried | None:
    if carried is None:
        return None
    attachments = tuple(_attachment(attached, lists) for attached in carried.attachments)
    return Carried("\n".join(carried.title), _blocks(carried.body, lists), attachments)


def _attachment(attached: AttachedText, lists: Lists) -> Attachment:
    """A form without a title of its own is called by its name."""
    title = "\n".join(attached.title) or attached.form
    return Attachment(title, _blocks(attached.body, lists), attached.form, attached.landscape)


def _blocks(body: tuple[str | parts.Block, ...], lists: Lists) -> tuple[Block, ...]:
    return tuple(block for part in body for block in _part(part, lists))


def _part(part: str | parts.Block, lists: Lists) -> tuple[Block, ...]:
    if isinstance(part, str):
        return paragraphs(part)
    if part.table:
        return (_grid(part.table, lists),)
    if part.entries:
        return (_entries(part.entries, lists),)
    if part.roster:
        return (Roster(part.roster),)
    return (NewPage(),) if part.page_break else ()


def _rows(name: str, lists: Lists) -> Rows:
    return lists.get(name) or ()


def _entries(entries: parts.EntryList, lists: Lists) -> Entries:
    if not entries.data:
        return Entries(entries.heading, entries.items)
    rows = _rows(entries.data, lists)
    pattern = entries.pattern or "".join(f"{{{column}}}" for column in rows[0])
    return Entries(entries.heading, tuple(filled(pattern, row) for row in rows))


def _grid(table: parts.Table, lists: Lists) -> Grid:
    if not table.data:
        return Grid(table.head, table.rows, table.widths, table.landscape)
    rows = _rows(table.data, lists)
    head = table.head or tuple(rows[0])
    cells = tuple(tuple(row[column] for column in head) for row in rows)
    return Grid(head, cells, table.widths, table.landscape)
