"""Take a table style and what the table says over it, give the look of each cell by its place (17.7.6).

A table style speaks of the whole table and of kinds of cells: first and last rows and columns, bands, corners.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lxml.etree import _Element
from msgspec import Struct, field
from msgspec.structs import replace

from docgen.document import Border
from docgen.read.properties import Props, edges, local, number, qn, shade, size_of, twips, value
from docgen.read.source import Source
from docgen.read.styles import Chain, merged, read_chain

INSIDE = {"top": "inside_h", "bottom": "inside_h", "left": "inside_v", "right": "inside_v"}
"""Which inner edge of a table, or of a kind of its cells, a cell shows on each side."""
CELL_MARGIN = 5.4
"""Left and right cell margin where nothing gives one: 108 twips, as Word's Normal Table."""
SWITCHES = {
    "firstRow": 0x0020,
    "lastRow": 0x0040,
    "firstColumn": 0x0080,
    "lastColumn": 0x0100,
    "noHBand": 0x0200,
    "noVBand": 0x0400,
}
"""17.4.56 `w:tblLook`: attributes, and bits of `w:val` in older files."""
WHOLE = "wholeTable"
CORNERS = (
    ("nwCell", "top", "left"),
    ("neCell", "top", "right"),
    ("swCell", "bottom", "left"),
    ("seCell", "bottom", "right"),
)

Sides = frozenset[str]


class Place(Struct, frozen=True):
    """Where a cell stands: its row of `rows`, its grid column, whether it ends its row."""

    row: int
    rows: int
    column: int
    ends_row: bool

    @property
    def rim(self) -> Sides:
        """The sides of the table that the cell touches."""
        sides = (("top", self.row == 0), ("bottom", self.row == self.rows - 1), *self.across)
        return frozenset(side for side, touched in sides if touched)

    @property
    def across(self) -> tuple[tuple[str, bool], tuple[str, bool]]:
        """Whether it touches the left and the right side."""
        return ("left", self.column == 0), ("right", self.ends_row)


class Said(Struct, frozen=True):
    """What a table style says of a kind of cells; None and missing keys say nothing."""

    edges: Mapping[str, Border | None] = field(default_factory=dict)
    margins: Mapping[str, float] = field(default_factory=dict)
    shade: str | None = None
    valign: str | None = None
    paragraph: Props = field(default_factory=dict)
    run: Props = field(default_factory=dict)


class CellLook(Struct, frozen=True):
    """The look of a cell before it says anything itself."""

    edges: Mapping[str, Border | None]
    margins: Mapping[str, float]
    shade: str
    valign: str
    style: Chain


class TableLook(Struct, frozen=True):
    """What cells take from their table and its style.

    Attributes:
        edges, margins: those of the table.
        style: what the style says of all paragraphs and runs.
        kinds: what the style says of kinds of cells, weakest first.
        switches: which kinds the table shows. bands: rows and columns in a band.
    """

    edges: Mapping[str, Border | None]
    margins: Mapping[str, float]
    style: Chain
    kinds: Mapping[str, tuple[Said, ...]] = field(default_factory=dict)
    switches: frozenset[str] = frozenset()
    bands: tuple[int, int] = (1, 1)
    known: dict[tuple[tuple[str, Sides], ...], CellLook] = field(default_factory=dict)

    def over(self, properties: _Element | None) -> TableLook:
        """The look with what a `w:tblPr` or `w:tblPrEx` says of edges and margins."""
        if properties is None:
            return self
        own = properties.find(qn("w:tblBorders"))
        margins = {**self.margins, **cell_margins(properties.find(qn("w:tblCellMar")))}
        return replace(self, edges={**self.edges, **(edges(own) if own is not None else {})}, margins=margins, known={})

    def cell(self, place: Place) -> CellLook:
        """The look of the cell at a place."""
        met = (("table", place.rim), *self._kinds_of(place))
        if met not in self.known:
            self.known[met] = self._merged(place.rim, met[1:])
        return self.known[met]

    def _merged(self, rim: Sides, met: Iterable[tuple[str, Sides]]) -> CellLook:
        found = {side: self.edges.get(side if side in rim else inside) for side, inside in INSIDE.items()}
        margins, fill, valign = dict(self.margins), "", "top"
        paragraph, run = self.style.paragraph, self.style.run
        for kind, touched in met:
            for said in self.kinds.get(kind, ()):
                names = {side: side if side in touched else inside for side, inside in INSIDE.items()}
                found |= {side: said.edges[name] for side, name in names.items() if name in said.edges}
                margins |= said.margins
                fill = fill if said.shade is None else said.shade
                valign = said.valign or valign
                paragraph, run = merged(paragraph, said.paragraph), merged(run, said.run)
        plain = paragraph is self.style.paragraph and run is self.style.run
        return CellLook(found, margins, fill, valign, self.style if plain else Chain(paragraph, run))

    def _kinds_of(self, place: Place) -> Iterator[tuple[str, Sides]]:
        """The kinds that a cell is of, weakest first, each with the sides of all such cells that it touches.

        Rows win over columns, as in LibreOffice and in the pictures of Word's gallery; 17.7.6 has columns win.
        """
        if not self.kinds:
            return
        rim = place.rim
        upright, level = rim & {"top", "bottom"}, rim & {"left", "right"}
        yield WHOLE, rim
        ends = {
            "top": place.row == 0 and "firstRow" in self.switches,
            "bottom": place.row == place.rows - 1 and "lastRow" in self.switches,
            "left": place.column == 0 and "firstColumn" in self.switches,
            "right": place.ends_row and "lastColumn" in self.switches,
        }
        if "noHBand" not in self.switches and not (ends["top"] or ends["bottom"]):
            yield self._band("Horz", place.row - ("firstRow" in self.switches), ("top", "bottom"), level)
        if "noVBand" not in self.switches and not (ends["left"] or ends["right"]):
            yield self._band("Vert", place.column - ("firstColumn" in self.switches), ("left", "right"), upright)
        for kind, side in (("lastCol", "right"), ("firstCol", "left")):
            if ends[side]:
                yield kind, upright | {"left", "right"}
        for kind, side in (("lastRow", "bottom"), ("firstRow", "top")):
            if ends[side]:
                yield kind, level | {"top", "bottom"}
        for kind, one, other in CORNERS:
            if ends[one] and ends[other]:
                yield kind, frozenset(INSIDE)

    def _band(self, axis: str, at: int, sides: tuple[str, str], others: Sides) -> tuple[str, Sides]:
        """The band of a row or column, counted after a first one of its own kind."""
        size = self.bands[axis == "Vert"]
        touched = {side for side, edge in zip(sides, (0, size - 1), strict=True) if at % size == edge}
        return f"band{at // size % 2 + 1}{axis}", others | touched


def table_style(style_id: str, properties: _Element | None, source: Source) -> tuple[TableLook, float]:
    """The look and the indent that a table style gives a table with these properties, its own among them."""
    margins = {"left": CELL_MARGIN, "right": CELL_MARGIN, "top": 0.0, "bottom": 0.0}
    look, indent = TableLook({}, margins, source.chain(style_id)), 0.0
    kinds: dict[str, tuple[Said, ...]] = {}
    for style in reversed(source.styles.ancestry(style_id)):
        own = style.find(qn("w:tblPr"))
        look, indent = look.over(own), table_indent(own, indent)
        if own is not None:
            look = replace(look, bands=(_band_size(own, "Row", look.bands[0]), _band_size(own, "Col", look.bands[1])))
        for element in (style, *style.findall(qn("w:tblStylePr"))):
            whole = element is style
            kind = WHOLE if whole else value(element, "type") or ""
            kinds[kind] = (*kinds.get(kind, ()), _said(element, source, whole=whole))
    used = {kind: tuple(each for each in found if each != Said()) for kind, found in kinds.items()}
    look = replace(look, kinds={kind: found for kind, found in used.items() if found}, switches=_switches(properties))
    return look.over(properties), table_indent(properties, indent)


def _said(element: _Element, source: Source, *, whole: bool) -> Said:
    """What a style or a `w:tblStylePr` says of its cells; paragraphs and runs of the whole table stand in its chain."""
    cell = element.find(qn("w:tcPr"))
    found = {local(child): child for child in cell} if cell is not None else {}
    chain = Chain({}, {}) if whole else read_chain(element)
    for kind, name in chain.unknown:
        source.report(kind, name)
    return Said(
        edges(found["tcBorders"]) if "tcBorders" in found else {},
        cell_margins(found.get("tcMar")),
        shade(found["shd"]) if "shd" in found else None,
        value(found["vAlign"]) if "vAlign" in found else None,
        chain.paragraph,
        chain.run,
    )


def _switches(properties: _Element | None) -> frozenset[str]:
    element = properties.find(qn("w:tblLook")) if properties is not None else None
    if element is None:
        return frozenset(("noHBand", "noVBand"))
    bits = _bits(value(element))
    return frozenset(name for name, bit in SWITCHES.items() if _switched(value(element, name), bool(bits & bit)))


def _switched(said: str | None, otherwise: bool) -> bool:
    return otherwise if said is None else said in ("1", "true", "on")


def _bits(text: str | None) -> int:
    try:
        return int(text or "0", 16)
    except ValueError:
        return 0


def _band_size(properties: _Element, axis: str, otherwise: int) -> int:
    element = properties.find(qn(f"w:tblStyle{axis}BandSize"))
    size = number(value(element)) if element is not None else None
    return max(1, int(size)) if size is not None else otherwise


def table_indent(properties: _Element | None, otherwise: float) -> float:
    """17.4.50: where the grid begins."""
    found = properties.find(qn("w:tblInd")) if properties is not None else None
    length = twips(found, "w") if found is not None else None
    return otherwise if length is None else length


def cell_margins(element: _Element | None) -> dict[str, float]:
    """The margins that a `w:tblCellMar` or `w:tcMar` names."""
    names = {"start": "left", "end": "right"}
    return {
        names.get(local(child), local(child)): size_of(child, "w") for child in (element if element is not None else ())
    }
