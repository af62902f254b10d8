"""Take the body of a package, give its sections: paper, margins, blocks, headers and footers."""

from __future__ import annotations

from collections.abc import Iterator

from docx.document import Document as Docx
from docx.opc.part import XmlPart
from lxml.etree import _Element
from msgspec.structs import replace

from docgen.document import NO_EDGES, NO_GRID, ONE_COLUMN, Border, Columns, Edges, Grid, Margin, Margins, Section, Sheet
from docgen.read.blocks import TRANSPARENT, read_blocks
from docgen.read.properties import edges, local, number, on, qn, size_of, twips, value
from docgen.read.source import Source

HANDLED = frozenset("headerReference footerReference type pgSz pgMar titlePg pgNumType docGrid cols pgBorders".split())
IGNORED = frozenset(
    "formProt noEndnote textDirection bidi rtlGutter paperSrc printerSettings sectPrChange vAlign "
    "footnotePr endnotePr".split()
)
SIDES = ("top", "left", "bottom", "right")
STARTS = frozenset("nextPage continuous evenPage oddPage".split())
KINDS = frozenset(("default", "first", "even"))
USUAL = {
    "textDirection": ("val", "lrTb"),
    "vAlign": ("val", "top"),
    "pgNumType": ("fmt", "decimal"),
    "pgBorders": ("display", "allPages"),
}
"""Properties of which only the usual value is handled, by the attribute that holds it."""
CHARACTER_GRIDS = frozenset(("linesAndChars", "snapToChars"))
LINE_GRIDS = CHARACTER_GRIDS | {"lines"}
CHARACTER_PITCH_UNITS = 4096.0
"""`w:charSpace` counts 4096ths of a point (17.6.5)."""
MOST_COLUMNS = 45
"""Columns of a section in Word."""
USUAL_GAP = 36.0
"""Between columns where a section gives none: 720 twips."""
A4 = (595.3, 841.9)
"""Paper where a section gives none (210 × 297 mm in points)."""
NORMAL_MARGIN = 72.0
NORMAL_EDGE = 36.0
"""Margins where a section gives none: one inch, header and footer half an inch from the edge."""


def read_sections(opened: Docx, source: Source) -> tuple[Section, ...]:
    """The sections of the body in order; headers and footers go on from the section before (17.10.1)."""
    sections: list[Section] = []
    for properties, elements in _spans(opened.element.body):
        before = sections[-1] if sections else None
        sections.append(_section(list(properties) if properties is not None else [], elements, before, source))
    return tuple(sections)


def _spans(body: _Element) -> Iterator[tuple[_Element | None, list[_Element]]]:
    """(section properties, body elements) for each section; a paragraph ends one by carrying `w:sectPr`."""
    waiting: list[_Element] = []
    last: _Element | None = None
    for child in _opened(body):
        if local(child) == "sectPr":
            last = child
            continue
        waiting.append(child)
        inner = child.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") if local(child) == "p" else None
        if inner is not None:
            yield inner, waiting
            waiting = []
    yield last, waiting


def _opened(parent: _Element) -> Iterator[_Element]:
    """The children of the body, content controls opened: a section may end inside one."""
    for child in parent:
        if local(child) in TRANSPARENT:
            yield from _opened(child)
        else:
            yield child


def _section(children: list[_Element], elements: list[_Element], before: Section | None, source: Source) -> Section:
    found = {local(child): child for child in children if local(child)}
    for name in found:
        if name not in HANDLED | IGNORED:
            source.report("分节格式", name)
    _report_unusual(found, source)
    headers = _margin(children, "headerReference", before.headers if before else Margin(), source)
    footers = _margin(children, "footerReference", before.footers if before else Margin(), source)
    start = value(found["type"]) if "type" in found else None
    numbers = found.get("pgNumType")
    first = number(value(numbers, "start")) if numbers is not None else None
    return Section(
        _sheet(found),
        read_blocks(elements, source),
        headers,
        footers,
        start if start in STARTS else "nextPage",
        "titlePg" in found and on(found["titlePg"]),
        None if first is None else int(first),
        _grid(found.get("docGrid")),
        _columns(found.get("cols")),
    )


def _report_unusual(found: dict[str, _Element], source: Source) -> None:
    for name, (attribute, usual) in USUAL.items():
        if name in found and value(found[name], attribute) not in (None, usual):
            source.report("分节格式", name)
    columns = found.get("cols")
    if columns is not None and len({size_of(child, "w") for child in columns if local(child) == "col"}) > 1:
        source.report("分节格式", "cols")


def _columns(element: _Element | None) -> Columns:
    """17.6.4: columns of different widths are set alike."""
    if element is None:
        return ONE_COLUMN
    own = [child for child in element if local(child) == "col"]
    apart = [size_of(child, "space") for child in own[:-1]]
    equal = (value(element, "equalWidth") or "1") in ("1", "true", "on") or len(own) < 2
    count = number(value(element, "num")) or 1.0 if equal else len(own)
    gap = twips(element, "space") if equal else sum(apart) / len(apart)
    ruled = (value(element, "sep") or "0") in ("1", "true", "on")
    return Columns(int(min(max(count, 1.0), MOST_COLUMNS)), USUAL_GAP if gap is None else max(0.0, gap), ruled)


def _grid(element: _Element | None) -> Grid:
    """17.6.5: without a type it is there, but lines and characters do not follow it."""
    kind = value(element, "type") if element is not None else None
    if element is None or kind not in LINE_GRIDS:
        return NO_GRID
    spacing = (number(value(element, "charSpace")) or 0.0) / CHARACTER_PITCH_UNITS
    return Grid(size_of(element, "linePitch"), spacing if kind in CHARACTER_GRIDS else 0.0)


def _sheet(found: dict[str, _Element]) -> Sheet:
    size, margins = found.get("pgSz"), found.get("pgMar")

    def length(element: _Element | None, name: str, otherwise: float) -> float:
        known = twips(element, name) if element is not None else None
        return otherwise if known is None else known

    sides = Margins(*(abs(length(margins, side, NORMAL_MARGIN)) for side in SIDES))
    width, height = (length(size, *known) for known in (("w", A4[0]), ("h", A4[1])))
    return Sheet(
        width if width > 0.0 else A4[0],
        height if height > 0.0 else A4[1],
        sides,
        length(margins, "header", NORMAL_EDGE),
        length(margins, "footer", NORMAL_EDGE),
        length(margins, "gutter", 0.0),
        _borders(found.get("pgBorders"), sides),
    )


def _borders(element: _Element | None, margins: Margins) -> Edges:
    """17.6.10: the borders of a page, measured from the paper or, where nothing is said, from the text."""
    if element is None:
        return NO_EDGES
    from_paper = value(element, "offsetFrom") == "page"
    found = edges(element)
    return Edges(**{side: _from_paper(found.get(side), getattr(margins, side), from_paper) for side in SIDES})


def _from_paper(edge: Border | None, margin: float, from_paper: bool) -> Border | None:
    if edge is None or from_paper:
        return edge
    return replace(edge, space=max(0.0, margin - edge.space - edge.width))


def _margin(children: list[_Element], name: str, before: Margin, source: Source) -> Margin:
    found = {"default": before.default, "first": before.first, "even": before.even}
    for child in children:
        if local(child) != name:
            continue
        kind, part = value(child, "type") or "default", source.related(child.get(qn("r:id")))
        if kind in KINDS and isinstance(part, XmlPart):
            found[kind] = read_blocks(part.element, source.in_margin(part))
        else:
            source.report("分节格式", name)
    return Margin(**found)
