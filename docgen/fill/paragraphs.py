"""Take blocks of content, give WordprocessingML: paragraphs and tables that name styles and state no looks.

The only direct formatting is what a style cannot know: columns and indents that follow from the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from docgen.content import Block, Entries, Grid, Member, NewPage, Prose, Roster
from docgen.fill.titles import title_lines
from docgen.units import twips_from_points

STYLES_OF_LEVELS = ("公文正文", "一级标题", "二级标题", "三级标题", "四级标题")
FACES_OF_HEADS = {1: "一级标题字", 2: "二级标题字"}
"""7.3.3: levels 1 and 2 have faces of their own; a run-in heading shows its face up to its stop."""
IDEOGRAPHIC_SPACE = "\u3000"
NAME_WIDTH = 3
"""Two-character names are spread to three, so that the columns of a list align (practice: 姓名对齐)."""
INDENT = 2
"""7.3.3: paragraphs begin two characters in."""
CLEARANCE = 2.0
"""Points between a label and its column, so that rounding never pushes a name past its tab stop."""
GAP = 1.0
"""Characters between a name and its post."""


@dataclass(frozen=True, slots=True)
class Stylist:
    """What blocks need to know of their template.

    Attributes:
        ids: identifiers of styles by name.
        measure: width of the type area in points.
        size: size of the body type in points; what indents count as one 字.
        advance: width of a Han character with its letter spacing.
        title_capacity: characters of title type on a line.
        missing: names asked for and not found.
    """

    ids: Mapping[str, str]
    measure: float
    size: float
    advance: float
    title_capacity: float
    missing: set[str] = field(default_factory=set)

    def of(self, name: str) -> str:
        """The identifier of a style."""
        if name not in self.ids:
            self.missing.add(name)
        return quoteattr(self.ids.get(name, ""))


def runs(text: str, stylist: Stylist, face: str = "") -> str:
    """A run with tabs and line breaks; `face` names a character style."""
    if not text:
        return ""
    style = f"<w:rStyle w:val={stylist.of(face)}/>" if face else ""
    pieces = []
    for line in text.split("\n"):
        pieces.append("<w:tab/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in line.split("\t")))
    return f'<w:r><w:rPr>{style}<w:rFonts w:hint="eastAsia"/></w:rPr>{"<w:br/>".join(pieces)}</w:r>'


def paragraph(style: str, content: str, stylist: Stylist, direct: str = "") -> str:
    """A paragraph of a style; `direct` is what only the text can tell."""
    return f"<w:p><w:pPr><w:pStyle w:val={stylist.of(style)}/>{direct}</w:pPr>{content}</w:p>"


def plain(style: str, text: str, stylist: Stylist, direct: str = "") -> str:
    """A paragraph of one run."""
    return paragraph(style, runs(text, stylist), stylist, direct)


def title(style: str, text: str, stylist: Stylist) -> str:
    """A title: broken as the clerk broke it, else by sense where it does not fit a line (7.3.1)."""
    return plain(style, broken(text, stylist), stylist)


def broken(text: str, stylist: Stylist) -> str:
    """A title with its line breaks."""
    return text if "\n" in text else "\n".join(title_lines(text, stylist.title_capacity))


def blocks_xml(blocks: Iterable[Block], stylist: Stylist) -> str:
    """The paragraphs and tables of blocks; what follows a 分页 begins a page."""
    parts: list[str] = []
    new_page = False
    for block in blocks:
        if isinstance(block, NewPage):
            new_page = True
            continue
        for part in _block(block, stylist):
            parts.append(_on_new_page(part) if new_page else part)
            new_page = False
    return "".join(parts)


def _on_new_page(part: str) -> str:
    """`w:pageBreakBefore` follows `w:pStyle` in the schema; a table gets it on its first paragraph."""
    head, style, rest = part.partition("<w:pStyle")
    end = rest.index("/>") + 2
    return f"{head}{style}{rest[:end]}<w:pageBreakBefore/>{rest[end:]}"


def _block(block: Block, stylist: Stylist) -> Iterator[str]:
    match block:
        case Prose():
            yield prose(block, stylist)
        case Roster():
            yield from roster(block, stylist)
        case Entries():
            yield from entries(block, stylist)
        case Grid():
            yield grid(block, stylist)
            yield plain("表格说明", "", stylist)


def prose(block: Prose, stylist: Stylist) -> str:
    """7.3.3: a whole-line heading has the style of its level, a run-in one its face up to the stop."""
    style = STYLES_OF_LEVELS[block.level]
    if block.level == 1 and block.text:
        style = STYLES_OF_LEVELS[0]
    face = FACES_OF_HEADS.get(block.level, "")
    content = runs(block.head, stylist, face) + runs(block.text, stylist)
    return paragraph(style, content, stylist)


def entries(block: Entries, stylist: Stylist) -> Iterator[str]:
    """A numbered list under its heading."""
    if block.heading:
        yield plain("条目标题", block.heading, stylist)
    for number, item in enumerate(block.items, start=1):
        yield plain("条目", f"{number}. {item}", stylist)


def spread(text: str, width: int = NAME_WIDTH) -> str:
    """Two characters set as wide as `width`: 于波 → 于　波."""
    if len(text) != 2 or width < NAME_WIDTH:
        return text
    return text[0] + IDEOGRAPHIC_SPACE * (width - 2) + text[1]


def roster(block: Roster, stylist: Stylist) -> Iterator[str]:
    """Label, name and post in columns: tab stops as wide as the widest entry asks."""
    labels = max((len(spread(member.label)) + 1 for member in block.members if member.label), default=0)
    names = max((len(spread(member.name)) for member in block.members), default=0)
    indent = INDENT * stylist.size
    name_at = indent + labels * stylist.advance + CLEARANCE
    post_at = name_at + (names + GAP) * stylist.advance
    direct = _columns(indent, name_at, post_at)
    for member in block.members:
        yield plain("名单", _roster_line(member, labels), stylist, direct)


def _roster_line(member: Member, labels: int) -> str:
    label = f"{spread(member.label)}：" if member.label else ""
    return (f"{label}\t" if labels else "") + "\t".join(part for part in (spread(member.name), member.post) if part)


def _columns(indent: float, name_at: float, post_at: float) -> str:
    stops = "".join(f'<w:tab w:val="left" w:pos="{twips_from_points(at)}"/>' for at in (name_at, post_at))
    hanging = twips_from_points(post_at - indent)
    left = twips_from_points(post_at)
    return f'<w:tabs>{stops}</w:tabs><w:ind w:left="{left}" w:firstLineChars="0" w:hanging="{hanging}"/>'


def grid(block: Grid, stylist: Stylist) -> str:
    """A table: its head repeats on each page, its rows do not split."""
    count = max(len(block.head), *(len(row) for row in block.rows)) if block.rows else len(block.head)
    shares = block.widths or (1.0,) * count
    widths = [round(twips_from_points(stylist.measure) * share / sum(shares)) for share in shares]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = _row(block.head, widths, "表头", stylist, "<w:tblHeader/>") if block.head else ""
    rows = "".join(_row(row, widths, "表文", stylist) for row in block.rows)
    return (
        f"<w:tbl><w:tblPr><w:tblStyle w:val={stylist.of('公文表格')}/>"
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{head}{rows}</w:tbl>"
    )


def _row(texts: tuple[str, ...], widths: list[int], style: str, stylist: Stylist, more: str = "") -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{plain(style, text, stylist)}</w:tc>"
        for text, width in zip((*texts, *("",) * len(widths)), widths, strict=False)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{cells}</w:tr>"
