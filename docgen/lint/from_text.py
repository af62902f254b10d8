"""Take a plain text or a DOCX read as Document, give its manuscript."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from msgspec.structs import replace

from docgen.diagnostics import Place
from docgen.document import Document, Paragraph, Table, paragraphs_of
from docgen.lint.manuscript import BODY, CARRIED, MAIN, TITLES, Line, Listed, Manuscript, Piece, joined
from docgen.lint.recognise import recognised

ROLES = {
    "版头": "份号",
    "密级和保密期限": "密级",
    "紧急程度": "紧急程度",
    "发文机关标志": "标志",
    "发文字号": "发文字号",
    "签发人": "签发人",
    "签发人续": "签发人",
    "令号": "令号",
    "公文标题": "标题",
    "主送机关": "主送",
    "公文正文": BODY,
    "一级标题": BODY,
    "二级标题": BODY,
    "三级标题": BODY,
    "四级标题": BODY,
    "条目标题": "条目标题",
    "条目": "条目",
    "名单": "名单",
    "表头": "表格",
    "表文": "表格",
    "表格说明": "表格",
    "表格栏目": "表格",
    "表格注": "表格",
    "表格签章": "表格",
    "附件说明": "附件说明",
    "附件说明首项": "附件说明",
    "附件说明次项": "附件说明",
    "发文机关署名": "署名",
    "盖章署名": "署名",
    "签名章": "签名章",
    "成文日期": "成文日期",
    "签名日期": "成文日期",
    "出席人员": "出席",
    "附注": "附注",
    "印发标题": "印发标题",
    "附件标签": "附件标签",
    "附件标题": "附件标题",
    "抄送机关": "抄送",
    "印发机关": "印发机关",
}
"""Paragraph styles of docgen's templates to roles."""
OWN = frozenset(("公文标题", "公文正文", "发文机关标志"))
"""A DOCX with one of these styles bears docgen's names throughout."""
BLANKS = " \u3000\t\u00a0"


def manuscript_of_text(text: str, name: str) -> Manuscript:
    """The manuscript of a plain text, line by line; its roles are recognised."""
    kept = [(number, raw) for number, raw in enumerate(text.split("\n"), start=1) if raw.strip(BLANKS)]
    found = recognised([raw.rstrip(BLANKS) for _, raw in kept])
    lines = []
    for (number, raw), (role, part) in zip(kept, found, strict=True):
        column = len(raw) - len(raw.lstrip(BLANKS)) + 1
        place = Place(name, number, column)
        lines.append(Line(role, raw.strip(BLANKS), place, part, (Piece(0, number, column),)))
    return Manuscript(name, tuple(_joined_titles(lines)), printed=True, guessed=True)


def _joined_titles(lines: list[Line]) -> Iterator[Line]:
    """Lines of one title become one."""
    for (role, _), group in groupby(lines, key=lambda line: (line.role, line.part)):
        if role not in TITLES:
            yield from group
            continue
        yield joined(list(group))


def manuscript_of_document(document: Document, name: str) -> Manuscript:
    """The manuscript of a DOCX: by the names of its styles where they are docgen's, else recognised."""
    kept = [
        (paragraph, isinstance(block, Table))
        for section in document.sections
        for block in section.blocks
        for paragraph in paragraphs_of((block,))
        if paragraph.text.strip(BLANKS + "\n\f\v")
    ]
    guessed = not any(paragraph.style in OWN for paragraph, _ in kept)
    lines = list(_joined_titles(list(_recognised(kept, name) if guessed else _styled(kept, name))))
    return Manuscript(name, tuple(lines), printed=True, guessed=guessed, lists=tuple(_lists(lines)))


def _lists(lines: list[Line]) -> Iterator[Listed]:
    """条目 that stand together, and the paragraph above them."""
    above: Line | None = None
    for role, group in groupby(lines, key=lambda line: line.role):
        members = list(group)
        if role == "条目":
            yield Listed(role, len(members), above if above and above.role == BODY else None)
        above = members[-1]


def _text(paragraph: Paragraph) -> str:
    """The text with its automatic number."""
    return (paragraph.label.run.text if paragraph.label else "") + paragraph.text


def _line(paragraph: Paragraph, role: str, part: str, name: str) -> Line:
    text = _text(paragraph).replace("\n", "") if role in TITLES else _text(paragraph)
    bare = text.strip(BLANKS)
    lead = text[: text.index(bare)]
    return Line(role, bare, Place(name, spot=f"第{paragraph.index + 1}段"), part, lead=lead)


def _styled(kept: list[tuple[Paragraph, bool]], name: str) -> Iterator[Line]:
    part, attachments = MAIN, 0
    for paragraph, in_table in kept:
        role = ROLES.get(paragraph.style, "表格" if in_table else BODY)
        if role == "附件标签":
            attachments += 1
            part = f"附件{attachments}"
        elif role == "印发标题":
            part = CARRIED
        line = _line(paragraph, role, part, name)
        number, tab, signers = line.text.partition("\t")
        if role == "签发人" and tab:
            yield replace(line, role="发文字号", text=number)
            line = replace(line, text=signers.strip(BLANKS))
        yield line


def _recognised(kept: list[tuple[Paragraph, bool]], name: str) -> Iterator[Line]:
    flowing = [paragraph for paragraph, in_table in kept if not in_table]
    roles = iter(recognised([_text(paragraph).strip(BLANKS + "\n") for paragraph in flowing]))
    part = MAIN
    for paragraph, in_table in kept:
        role, part = ("表格", part) if in_table else next(roles)
        yield _line(paragraph, role, part, name)
