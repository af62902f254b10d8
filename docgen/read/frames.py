"""Take a floating drawing (20.4.2.3), give the frame that it is; None where it is more than one picture or box."""

from __future__ import annotations

from lxml.etree import _Element

from docgen.document import Border, Edges, Float, Image, Margins
from docgen.read.properties import color, local, number, qn
from docgen.read.source import Frame
from docgen.units import points_from_emu

X_ANCHORS = {"page": "page"}
Y_ANCHORS = {"page": "page", "paragraph": "text", "line": "text"}
"""20.4.3.4, 20.4.3.5: what positions count against; all others count against the margins."""
X_ALIGNS = {"left": "left", "inside": "left", "center": "center", "right": "right", "outside": "right"}
Y_ALIGNS = {"top": "top", "inside": "top", "center": "center", "bottom": "bottom", "outside": "bottom"}
INSETS = {"t": 45_720.0, "l": 91_440.0, "b": 45_720.0, "r": 91_440.0}
"""Room inside a box where it gives none, in EMU (21.1.2.1.1)."""
THIN_LINE = 9_525.0
"""Width of a line that gives none, in EMU (20.1.2.2.24)."""


def place_of(anchor: _Element) -> Float:
    """Where a `wp:anchor` stands; `over` the text where it wraps none of it."""
    across, down = anchor.find(qn("wp:positionH")), anchor.find(qn("wp:positionV"))
    over = anchor.find(qn("wp:wrapNone")) is not None
    return Float(
        X_ANCHORS.get(_against(across), "margin"),
        Y_ANCHORS.get(_against(down), "margin"),
        _offset(across),
        _offset(down),
        X_ALIGNS.get(_align(across), ""),
        Y_ALIGNS.get(_align(down), ""),
        over,
    )


def _against(position: _Element | None) -> str:
    return (position.get("relativeFrom") or "") if position is not None else ""


def _align(position: _Element | None) -> str:
    return (position.findtext(qn("wp:align")) or "").strip() if position is not None else ""


def _offset(position: _Element | None) -> float:
    found = number(position.findtext(qn("wp:posOffset"))) if position is not None else None
    return points_from_emu(found or 0.0)


def size_of(drawing: _Element) -> tuple[float, float]:
    """Width and height of a `wp:inline` or `wp:anchor` in points; 0 where it gives none."""
    extent = drawing.find(qn("wp:extent"))
    sides = (number(extent.get(side)) or 0.0 if extent is not None else 0.0 for side in ("cx", "cy"))
    width, height = map(points_from_emu, sides)
    return max(0.0, width), max(0.0, height)


def picture_frame(anchor: _Element, image: Image) -> Frame:
    """The frame of a floating picture."""
    return Frame(place_of(anchor), image.width, image, Margins(), Edges(), "")


def box_frame(anchor: _Element, content: _Element) -> Frame | None:
    """The frame of a floating text box; None where its drawing holds other things or its width is that of its text."""
    shape = next((each for each in content.iterancestors() if local(each) == "wsp"), None)
    data = next(anchor.iter(qn("a:graphicData")), None)
    width, _ = size_of(anchor)
    if shape is None or shape.getparent() is not data or not width:
        return None
    look = next((child for child in shape if local(child) == "spPr"), None)
    body = next((child for child in shape if local(child) == "bodyPr"), None)
    if body is not None and body.get("wrap") == "none":
        return None
    line = _line(look)
    return Frame(place_of(anchor), width, content, _insets(body), Edges(line, line, line, line), _fill(look))


def _insets(body: _Element | None) -> Margins:
    given = {side: number(body.get(f"{side}Ins")) if body is not None else None for side in INSETS}
    used = (INSETS[side] if found is None else max(0.0, found) for side, found in given.items())
    return Margins(*map(points_from_emu, used))


def _fill(look: _Element | None) -> str:
    found = look.find(f"{qn('a:solidFill')}/{qn('a:srgbClr')}") if look is not None else None
    return color(found.get("val")) if found is not None else ""


def _line(look: _Element | None) -> Border | None:
    """The edge of a box, where it says its colour."""
    line = look.find(qn("a:ln")) if look is not None else None
    shown = _fill(line)
    if line is None or not shown:
        return None
    width = number(line.get("w"))
    return Border(points_from_emu(THIN_LINE if width is None else max(0.0, width)), shown)
