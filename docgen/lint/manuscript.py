"""The noun of all rules: a document as lines of text, each with its role and its place.

Content files, DOCX and plain texts all come as this, so that one rule runs on each.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import Place

KINDS = (
    "决议",
    "决定",
    "命令",
    "令",
    "公报",
    "公告",
    "通告",
    "意见",
    "通知",
    "通报",
    "报告",
    "请示",
    "批复",
    "议案",
    "函",
    "纪要",
)
"""公文种类（条例第八条）."""
UPWARD = frozenset(("请示", "报告"))
"""上行文（条例第八条）."""
MAIN = ""
"""The part of a line that belongs to the document itself."""
CARRIED = "印发"
HEAD = ("份号", "密级", "紧急程度")
BODY = "正文"
PROSE = frozenset((BODY, "附注"))
TITLES = frozenset(("标题", "印发标题", "附件标题"))
LISTED = frozenset(("条目", "条目标题", "名单", "表格", "数据", "附件说明"))
NAMED = frozenset(("主送", "抄送", "出席", "请假", "列席"))
"""Roles of organs and people."""
ALL = PROSE | TITLES | LISTED | NAMED
"""Roles of texts in words: not the elements that are all figures."""
ELEMENTS = frozenset(
    (*HEAD, "标志", "发文字号", "签发人", "令号", "署名", "成文日期", "附件标签", "印发机关", "印发日期")
)


class Piece(Struct, frozen=True):
    """From `offset` of a line on, its characters stand in the file from `line` and `column` on (both from 1)."""

    offset: int
    line: int
    column: int


class Edit(Struct, frozen=True):
    """`old`, which stands at `line` and `column` of the file, becomes `new`."""

    line: int
    column: int
    old: str
    new: str


class Finding(Struct, frozen=True):
    """What a rule has found; `edit` where a machine may mend it."""

    place: Place
    message: str
    hint: str = ""
    edit: Edit | None = None


class Line(Struct, frozen=True):
    """A paragraph, an element, a cell.

    Attributes:
        role: the key of a content file, or 标志, 附件标签, 附件说明, 附件标题, 印发标题, 条目, 名单, 表格.
        part: which text it belongs to: the document itself (""), 印发, 附件1, …
        place: where it begins. pieces: where its characters stand; empty where only its beginning is known.
        plain: a backslash says that it is no heading. lead: blanks that were typed in front of it.
    """

    role: str
    text: str
    place: Place
    part: str = MAIN
    pieces: tuple[Piece, ...] = ()
    plain: bool = False
    lead: str = ""

    def at(self, index: int) -> Place:
        """Where the character `index` stands."""
        if self.pieces:
            piece = self.pieces[bisect_right(self.pieces, index, key=lambda piece: piece.offset) - 1]
            return Place(self.place.file, piece.line, piece.column + index - piece.offset)
        if self.place.spot and index:
            return replace(self.place, spot=f"{self.place.spot}第{index + 1}字")
        return self.place

    def found(self, span: tuple[int, int], message: str, hint: str = "", new: str | None = None) -> Finding:
        """A finding about the characters of `span`, which `new` would mend."""
        return Finding(self.at(span[0]), message, hint, None if new is None else self.edit(span, new))

    def edit(self, span: tuple[int, int], new: str) -> Edit | None:
        """`new` in place of `span`; None where these characters do not stand together in the file."""
        start, end = span
        place, old = self.at(start), self.text[start:end]
        inside = any(start < piece.offset < end for piece in self.pieces)
        if not self.pieces or inside or place.line is None or place.column is None:
            return None
        return Edit(place.line, place.column, old, new)


def joined(lines: Sequence[Line]) -> Line:
    """The lines of a title as one; where the place of one is unknown, places are counted from the first."""
    pieces, offset = [], 0
    for line in lines:
        pieces += [replace(piece, offset=offset) for piece in line.pieces]
        offset += len(line.text)
    placed = tuple(pieces) if all(line.pieces for line in lines) else lines[0].pieces
    return replace(lines[0], text="".join(line.text for line in lines), pieces=placed)


class Listed(Struct, frozen=True):
    """A list that follows `line`: a 名单, 条目 or 表格 of `size` items."""

    kind: str
    size: int
    line: Line | None


class Manuscript(Struct, frozen=True, dict=True):
    """A document.

    Attributes:
        name: the file as the clerk knows it.
        printed: a DOCX or a text, with the labels and closing marks that a template adds to a content file.
        guessed: nothing but its text says which line has which role.
        template: name of the template; empty where unknown.
    """

    name: str
    lines: tuple[Line, ...]
    printed: bool = False
    guessed: bool = False
    template: str = ""
    lists: tuple[Listed, ...] = ()

    def of(self, *roles: str) -> Iterator[Line]:
        """The lines of these roles, in reading order."""
        return (line for line in self.lines if line.role in roles)

    def first(self, *roles: str) -> Line | None:
        """The first line of these roles."""
        return next(self.of(*roles), None)

    def text(self, role: str) -> str:
        """The text of the only line of a role; empty where there is none."""
        line = self.first(role)
        return line.text if line else ""

    @cached_property
    def kind(self) -> str:
        """文种, by the end of the title; empty where it shows none."""
        title = self.text("标题").rstrip("。！；，、 ")
        return next((kind for kind in KINDS if title.endswith(kind)), "")

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """正文 of the document itself."""
        return tuple(line for line in self.lines if line.role == BODY and line.part == MAIN)

    @cached_property
    def parts(self) -> dict[str, tuple[Line, ...]]:
        """正文 by the text it belongs to."""
        found: dict[str, list[Line]] = {}
        for line in self.of(BODY):
            found.setdefault(line.part, []).append(line)
        return {part: tuple(lines) for part, lines in found.items()}

    @property
    def top(self) -> Place:
        """The place of what is missing."""
        return self.lines[0].place if self.printed and self.lines else Place(self.name, 1, 1)
