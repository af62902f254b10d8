"""Take Content, give the content file that a clerk would have written: the inverse of `load`.

What `load` understands in two ways is written in the one that means the content; nothing is folded or reordered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct, field

from docgen.content import Attachment, Block, Carried, Content, Entries, Grid, Member, Prose, Roster
from docgen.load.entries import NUMBERED
from docgen.load.levels import paragraph

Where = tuple[str | int, ...]
"""Keys and numbers (from 0) that lead to a part of a content file; in a 正文 the number is that of the block."""

STEP = 2
"""Columns by which what stands under a key is set in, as the manual shows."""

SYNTAX = re.compile(r"\{\{|\{%|\{#")
"""What `load` would take for an expression."""

PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`－–—][^:#{}\n\\]*")
"""A text that YAML and `mend` take as it stands, behind a key."""

OF_FLOW = re.compile(r"[?,\[\]'\"：]")
"""What is no plain text within brackets."""

SIMPLE_NAME = re.compile(r"[^\s、，,；;：:]{2,}")
"""A name that a line of a 名单 or of 签发人 gives back as it is."""

SYNTAX_OF_LINE = re.compile("[：:]")
"""What makes of the text before it a label."""

SIMPLE_LABEL = re.compile(r"[^\s：:#\-?,\[\]{}&*!|>'\"%@`]{1,7}")
"""A label of a 名单 that may be a key."""


class ContentFile(Struct):
    """The lines of a content file, and on which of them, from 1, each part of the content begins."""

    lines: list[str] = field(default_factory=list)
    places: dict[Where, int] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The whole file."""
        return "".join(f"{line}\n" for line in self.lines)

    def put(self, line: str, *where: Where) -> None:
        """The next line, where the parts `where` begin."""
        self.lines.append(line)
        for each in where:
            self.places.setdefault(each, len(self.lines))

    def line_of(self, where: Where) -> int:
        """The line of a part, of what holds it where it is not written itself; the first key at worst."""
        while where and where not in self.places:
            where = where[:-1]
        return self.places.get(where, self.places.get(("模板",), 1))

    def below(self, comments: Iterable[str]) -> ContentFile:
        """The same file with comments on its first lines."""
        head = [f"# {comment}" for comment in comments]
        return ContentFile([*head, *self.lines], {where: at + len(head) for where, at in self.places.items()})


def content_file(content: Content) -> ContentFile:
    """The file of a content."""
    file = ContentFile()
    _above(file, content)
    _blocks(file, "正文", content.body, 0, ("正文",))
    if content.attachments:
        _attachments(file, content.attachments, 0, ("附件",))
    _below(file, content)
    if content.carried is not None:
        _carried(file, content.carried)
    _texts(file, (("抄送", content.copies), ("印发机关", content.printer), ("印发日期", content.printed_on)))
    return file


def _above(file: ContentFile, content: Content) -> None:
    """What stands above the body."""
    marks = (("份号", content.copy_number), ("密级", content.secrecy), ("紧急程度", content.urgency))
    _texts(file, (("模板", content.template), *marks, ("发文字号", content.number)))
    simple = all(SIMPLE_NAME.fullmatch(name) for name in content.signers)
    _listed(file, "签发人", ("、".join(content.signers),) if simple and content.signers else content.signers)
    _texts(file, (("令号", content.order_number), ("标题", content.title), ("主送", content.addressees)))


def _below(file: ContentFile, content: Content) -> None:
    """What stands between the body and the 版记."""
    _texts(file, (("出席", content.attendees), ("请假", content.absentees), ("列席", content.observers)))
    if content.stamps:
        file.put("签名章:", ("签名章",))
        file.lines += [f"  - {{职务: {flow(each.post)}, 姓名: {flow(each.name)}}}" for each in content.stamps]
    _listed(file, "署名", content.organs)
    sealed = "是" if content.sealed else ""
    _texts(file, (("印章位", sealed), ("成文日期", content.date), ("附注", content.remark)))


def _carried(file: ContentFile, carried: Carried) -> None:
    file.put("印发:", ("印发",))
    _text(file, "标题", carried.title, STEP, ("印发", "标题"))
    _blocks(file, "正文", carried.blocks, STEP, ("印发", "正文"))
    if carried.attachments:
        _attachments(file, carried.attachments, STEP, ("印发", "附件"))


def _texts(file: ContentFile, elements: Iterable[tuple[str, str]]) -> None:
    """Keys with their texts; an absent element has no key."""
    for key, text in elements:
        if text:
            _text(file, key, text, 0, (key,))


def _listed(file: ContentFile, key: str, texts: tuple[str, ...]) -> None:
    """A key with several texts; one alone needs no list."""
    if len(texts) < 2:
        _texts(file, ((key, text) for text in texts))
        return
    file.put(f"{key}:", (key,))
    file.lines += [f"  - {item(text)}" for text in texts]


def _text(file: ContentFile, key: str, value: str, depth: int, where: Where, before: str = "") -> None:
    """A key with a text; one of several lines stands under it. `before` is the dash of a list item."""
    indent = before or " " * depth
    if "\n" not in value:
        file.put(f"{indent}{key}: {scalar(value)}", where)
        return
    file.put(f"{indent}{key}: |", where)
    file.lines += [" " * (depth + STEP) + escaped(line) for line in value.split("\n")]


def _attachments(file: ContentFile, attachments: tuple[Attachment, ...], depth: int, where: Where) -> None:
    file.put(" " * depth + "附件:", where)
    for at, each in enumerate(attachments):
        here, inner, dash = (*where, at), depth + 2 * STEP, " " * (depth + STEP) + "- "
        file.places[here] = len(file.lines) + 1
        if each.form:
            file.put(f"{dash}表格: {scalar(each.form)}", (*here, "表格"))
        if not each.form or each.title != each.form:
            _text(file, "标题", each.title, inner, (*here, "标题"), "" if each.form else dash)
        if each.landscape:
            file.put(" " * inner + "横排: 是", (*here, "横排"))
        if not each.form:
            _blocks(file, "正文", each.blocks, inner, (*here, "正文"))


def _blocks(file: ContentFile, key: str, blocks: tuple[Block, ...], depth: int, where: Where) -> None:
    """A 正文: a text where it holds nothing else, else a list."""
    indent = " " * depth
    if all(isinstance(block, Prose) for block in blocks):
        file.put(f"{indent}{key}: |", where)
        _prose(file, enumerate(blocks), depth + STEP, where)
        return
    file.put(f"{indent}{key}:", where)
    for is_text, group in groupby(enumerate(blocks), lambda each: isinstance(each[1], Prose)):
        if is_text:
            file.put(f"{indent}  - |")
            _prose(file, group, depth + 2 * STEP, where)
            continue
        for at, block in group:
            _block(file, block, depth + STEP, (*where, at))


def _prose(file: ContentFile, blocks: Iterable[tuple[int, Block]], depth: int, where: Where) -> None:
    for at, block in blocks:
        if isinstance(block, Prose):
            file.put(" " * depth + escaped(typed(block)), (*where, at))


def typed(prose: Prose) -> str:
    """The line of a paragraph; a backslash where its number is none."""
    line = prose.head + prose.text
    return line if paragraph(line) == prose else f"\\{line}"


def _block(file: ContentFile, block: Block, depth: int, where: Where) -> None:
    indent = " " * depth
    match block:
        case Roster():
            file.put(f"{indent}- 名单:", where)
            file.lines += [f"{indent}    {line}" for line in _roster(block)]
        case Entries():
            file.put(f"{indent}- 条目:", where)
            if block.heading:
                file.put(f"{indent}    标题: {scalar(block.heading)}")
            file.put(f"{indent}    项:")
            file.lines += [f"{indent}      - {item(text)}" for text in _items(block)]
        case Grid():
            file.put(f"{indent}- 表格:", where)
            file.lines += [f"{indent}    {line}" for line in _grid(block)]
        case _:
            file.put(f"{indent}- 分页: 是", where)


def _items(block: Entries) -> Iterator[str]:
    """The items; if all begin with numbers of their own, with those that `load` takes away."""
    numbered = all(NUMBERED.match(text) for text in block.items)
    for number, text in enumerate(block.items, start=1):
        yield f"{number}. {text}" if numbered else text


def _roster(block: Roster) -> Iterator[str]:
    """A label over its people where that says all, a line for each where there are none, else a row for each."""
    labels = [member.label for member in block.members if member.label]
    plain = all(_is_simple(block))
    if not labels and plain and not any(SYNTAX_OF_LINE.search(each.post) for each in block.members):
        yield from (f"- {item(_person(member))}" for member in block.members)
        return
    simple = len(set(labels)) == len(labels) and block.members[0].label
    if not simple or not plain:
        for member in block.members:
            yield f"- {{组: {flow(member.label)}, 姓名: {flow(member.name)}, 职务: {flow(member.post)}}}"
        return
    for at, member in enumerate(block.members):
        person = _person(member)
        if not member.label:
            yield f"  - {item(person)}"
        elif at + 1 < len(block.members) and not block.members[at + 1].label:
            yield f"{member.label}:"
            yield f"  - {item(person)}"
        else:
            yield f"{member.label}: {scalar(person)}"


def _person(member: Member) -> str:
    return f"{member.name}  {member.post}".rstrip()


def _is_simple(block: Roster) -> Iterator[bool]:
    for member in block.members:
        yield bool(SIMPLE_NAME.fullmatch(member.name)) and bool(SIMPLE_LABEL.fullmatch(member.label or "组"))


def _grid(block: Grid) -> Iterator[str]:
    if block.landscape:
        yield "横排: 是"
    if block.head:
        yield f"列: {_row(block.head)}"
    if block.widths:
        yield f"列宽: [{', '.join(_number(width) for width in block.widths)}]"
    yield "行:"
    yield from (f"  - {_row(row)}" for row in block.rows)


def _row(cells: tuple[str, ...]) -> str:
    return f"[{', '.join(map(flow, cells))}]"


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)


def escaped(text: str) -> str:
    """A text in which braces are no expressions."""
    return SYNTAX.sub(lambda found: f'{{{{ "{found.group()}" }}}}', text)


def scalar(text: str) -> str:
    """A text of one line behind a key."""
    return text if PLAIN.fullmatch(text) and not text.endswith(" ") else quoted(text)


def item(text: str) -> str:
    """A text of one line behind the dash of a list."""
    return quoted(text) if "：" in text else scalar(text)


def flow(text: str) -> str:
    """A text within brackets or braces."""
    return quoted(text) if OF_FLOW.search(text) else scalar(text)


def quoted(text: str) -> str:
    """A text in quotes; several lines need those that know escapes."""
    inner = escaped(text)
    if not inner or "\n" in inner:
        signs = inner.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return f'"{signs}"'
    doubled = inner.replace("'", "''")
    return f"'{doubled}'"
