"""Take texts, give WordprocessingML: paragraphs and runs that name styles and state no looks."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from msgspec import Struct, field
from msgspec.structs import replace

from docgen.fill.titles import title_lines
from docgen.units import points_from_mm

IDEOGRAPHIC_SPACE = "\u3000"
NAME_WIDTH = 3
"""Two-character names are spread to three, so that the columns of a list align (practice: 姓名对齐)."""
TYPE_HEIGHT = points_from_mm(225)
"""5.2.1: height of the type area, the length of a line on a turned sheet (8)."""
INDENT = 2
"""7.3.3: paragraphs begin two characters in."""


class Stylist(Struct, frozen=True):
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

    @property
    def spacing(self) -> float:
        """Letter spacing of the body type, in characters."""
        return self.advance / self.size - 1.0

    def of(self, name: str) -> str:
        """The identifier of a style."""
        if name not in self.ids:
            self.missing.add(name)
        return f'"{escape(self.ids.get(name, ""))}"'

    @property
    def turned(self) -> Stylist:
        """The same on a turned sheet, whose lines are as long as the type area is high."""
        capacity = self.title_capacity * TYPE_HEIGHT / self.measure
        return replace(self, measure=TYPE_HEIGHT, title_capacity=capacity)


def runs(text: str, stylist: Stylist, face: str = "") -> str:
    """A run with tabs and line breaks; `face` names a character style."""
    if not text:
        return ""
    style = f"<w:rStyle w:val={stylist.of(face)}/>" if face else ""
    pieces = []
    for line in escape(text, quote=False).split("\n"):
        pieces.append("<w:tab/>".join(f'<w:t xml:space="preserve">{part}</w:t>' for part in line.split("\t")))
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


def spread(text: str, width: int = NAME_WIDTH) -> str:
    """Two characters set as wide as `width`: 于波 → 于　波."""
    if len(text) != 2 or width < NAME_WIDTH:
        return text
    return text[0] + IDEOGRAPHIC_SPACE * (width - 2) + text[1]
