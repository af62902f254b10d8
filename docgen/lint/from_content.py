"""Take the tree of a content file, give its manuscript: every text with the place of each of its characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from docgen.lint.manuscript import BODY, CARRIED, MAIN, TITLES, Line, Listed, Manuscript, Piece, joined
from docgen.load.batches import BULLETIN, PAPERS, ROSTER
from docgen.load.characters import SPACES
from docgen.load.expressions import EXPRESSION
from docgen.load.source import Source
from docgen.load.tree import Listing, Mapping, Node, Text, texts

ELEMENT_KEYS = (
    *("份号", "密级", "紧急程度", "发文字号", "签发人", "令号", "标题", "主送"),
    *("出席", "请假", "列席", "署名", "成文日期", "附注", "抄送", "印发机关", "印发日期"),
)
"""Keys whose value is a text or a list of texts."""
BLOCKS = ("名单", "表格", "条目")
UNPRINTED = ("数据", "格式", "列宽", "横排")
"""Keys of a 表格 or 条目 whose values are no text of the document."""
COMPUTED = "\ufffc"
"""Stands for each character of an expression, whose value no rule needs."""
FILE_KEY = "文件"
BLANKS = SPACES + "\t"


def manuscripts_of(tree: Mapping, source: Source) -> tuple[Manuscript, ...]:
    """The manuscripts of a content file: one, or in a batch file that of the bulletin and those for winners."""
    if tree.get(ROSTER) is None:
        return (manuscript_of(tree, source),)
    bulletin, papers = tree.get(BULLETIN), tree.get(PAPERS)
    found = [manuscript_of(bulletin, source)] if isinstance(bulletin, Mapping) else []
    items = papers.items if isinstance(papers, Listing) else (papers,)
    found += [_paper(manuscript_of(item, source)) for item in items if isinstance(item, Mapping)]
    return tuple(found)


def _paper(manuscript: Manuscript) -> Manuscript:
    """A certificate is no 公文: its title needs no kind."""
    lines = (replace(line, role="附件标题") if line.role == "标题" else line for line in manuscript.lines)
    return replace(manuscript, lines=tuple(lines))


def manuscript_of(tree: Mapping, source: Source) -> Manuscript:
    """The manuscript of a content file."""
    builder = _Builder(source, tree)
    builder.document()
    template = tree.get("模板")
    name = template.value.strip() if isinstance(template, Text) else ""
    return Manuscript(source.name, tuple(builder.lines), template=name, lists=tuple(builder.lists))


class _Builder:
    """A manuscript under way."""

    def __init__(self, source: Source, tree: Mapping) -> None:
        self.source, self.tree = source, tree
        self.lines: list[Line] = []
        self.lists: list[Listed] = []

    def document(self) -> None:
        for key in ELEMENT_KEYS[: ELEMENT_KEYS.index("主送") + 1]:
            self.element(key, key, self.tree.get(key), MAIN)
        self.body(self.tree.get(BODY), MAIN)
        for key in ELEMENT_KEYS[ELEMENT_KEYS.index("主送") + 1 :]:
            self.element(key, key, self.tree.get(key), MAIN)
        carried = self.tree.get(CARRIED)
        if isinstance(carried, Mapping):
            self.element("标题", "印发标题", carried.get("标题"), CARRIED)
            self.body(carried.get(BODY), CARRIED)
            self.attachments(carried.get("附件"), 1)
        self.attachments(self.tree.get("附件"), 1 + sum(line.role == "附件标题" for line in self.lines))
        self.data(self.tree.get("数据"))

    def element(self, key: str, role: str, node: Node | None, part: str) -> None:
        """A text, or a list of texts; the lines of a title are one."""
        for text in texts(node) if node is not None else ():
            found = list(self.lines_of(text, role, part))
            self.lines += [joined(found)] if found and role in TITLES else found

    def body(self, node: Node | None, part: str) -> None:
        for item in node.items if isinstance(node, Listing) else (node,):
            if isinstance(item, Text):
                self.lines += map(_unmarked, self.lines_of(item, BODY, part))
            elif isinstance(item, Mapping):
                self.block(item, part)

    def block(self, item: Mapping, part: str) -> None:
        for kind in BLOCKS:
            node = item.get(kind)
            if node is not None:
                before = self.lines[-1] if self.lines and self.lines[-1].role == BODY else None
                self.lists.append(Listed(kind, _size(node, self.tree), before))
                heading = node.get("标题") if isinstance(node, Mapping) else None
                for text in _printed(node):
                    self.lines += self.lines_of(text, "条目标题" if text is heading else kind, part)

    def attachments(self, node: Node | None, first: int) -> None:
        items = node.items if isinstance(node, Listing) else (node,)
        for number, item in enumerate((each for each in items if isinstance(each, Mapping)), start=first):
            part = f"附件{number}"
            self.element("标题", "附件标题", item.get("标题") or item.get("表格"), part)
            self.body(item.get(BODY), part)

    def data(self, node: Node | None) -> None:
        for _, listed in node.entries if isinstance(node, Mapping) else ():
            if not (isinstance(listed, Mapping) and listed.get(FILE_KEY)):
                for text in texts(listed):
                    self.lines += self.lines_of(text, "数据", MAIN)

    def lines_of(self, text: Text, role: str, part: str) -> Iterator[Line]:
        """The lines of a scalar that hold something."""
        cursor, exact = text.start, True
        for raw in text.value.split("\n"):
            value = raw.strip(BLANKS)
            if not value:
                continue
            start = self.source.text.find(value, cursor, text.end) if exact else -1
            # An escape or a folded line does not stand in the file as it reads; what follows it is not looked for.
            exact = start >= 0
            place = self.source.place(start if exact else text.start)
            pieces = (Piece(0, place.line or 1, place.column or 1),) if exact else ()
            cursor = start + len(value) if exact else cursor
            yield Line(role, EXPRESSION.sub(_computed, value), place, part, pieces)


def _printed(node: Node) -> Iterator[Text]:
    if isinstance(node, Mapping):
        node = Mapping(tuple(entry for entry in node.entries if entry[0].value not in UNPRINTED), node.start)
    return texts(node)


def _computed(found: re.Match[str]) -> str:
    return COMPUTED * len(found.group())


def _unmarked(line: Line) -> Line:
    """A paragraph without the backslash that says it is no heading."""
    if not line.text.startswith("\\"):
        return line
    pieces = tuple(replace(piece, column=piece.column + 1) for piece in line.pieces)
    return replace(line, text=line.text[1:], pieces=pieces, plain=True)


def _size(node: Node, tree: Mapping) -> int:
    """How many items a 名单, 条目 or 表格 has; 0 where nobody can tell."""
    match node:
        case Text(value=value):
            return sum(bool(line.strip(BLANKS)) for line in value.split("\n"))
        case Listing(items=items):
            return len(items)
        case Mapping():
            return _size_of_mapping(node, tree)


def _size_of_mapping(node: Mapping, tree: Mapping) -> int:
    named = node.get("数据")
    if isinstance(named, Text):
        data = tree.get("数据")
        listed = data.get(named.value.strip()) if isinstance(data, Mapping) else None
        return len(listed.items) if isinstance(listed, Listing) else 0
    for key in ("项", "行"):
        rows = node.get(key)
        if rows is not None:
            return _size(rows, tree)
    return sum(_size(value, tree) for _, value in node.entries)
