"""Take the borders of cells and paragraphs, give the strokes that draw them; where two meet, one shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from docgen.document import Border
from docgen.layout.grid import Slot
from docgen.page import Rule
from docgen.units import EIGHTHS_PER_POINT

DASHES = {"dashed": (3.0, 2.0), "dotted": (1.0, 1.5), "dashSmallGap": (3.0, 1.0), "dotDash": (3.0, 1.5, 1.0, 1.5)}
"""Strokes of dashed borders in multiples of their width (17.18.2), as usual in print."""
STYLE_NUMBERS = {"single": 1, "thick": 2, "double": 3, "dotDash": 8, "dotDotDash": 9, "triple": 10} | {
    style: 11 + at
    for at, style in enumerate(
        f"{lines}{gap}Gap"
        for gap in ("Small", "Medium", "Large")
        for lines in ("thinThick", "thickThin", "thinThickThin")
    )
}
"""How heavy Word takes a style of border ([MS-OI29500] 2.1.169)."""
BROKEN = frozenset(("dotted", "dashed", "dashSmallGap"))
BROKEN_WEIGHT = 1.0
"""What all dotted and dashed edges weigh."""
LEAST_WEIGHT = 0.25
"""`w:sz` 0 and 1 print as the thinnest rule that printers hold."""
THIN_LINE = SMALL_GAP = 0.75
"""The thin line of a thick and thin border and its small gap; `w:sz` is that of the thick one (so LibreOffice)."""

Stretch = tuple[float, float, Border]
"""From x to x one border."""
Edge = tuple[Stretch, ...]
"""A horizontal edge of a table, left to right."""
Uprights = tuple[tuple[float, Border], ...]
"""The vertical edges of a row: x and border, left to right."""


def lines_of(edge: Border) -> tuple[float, ...]:
    """Widths of the lines of a border and of the gaps between them in turn, from the text outwards (17.18.2)."""
    width = max(edge.width, LEAST_WEIGHT)
    match edge.style:
        case "nil":
            return ()
        case "double":
            return width, width, width
        case "thinThickSmallGap":
            return THIN_LINE, SMALL_GAP, width
        case "thickThinSmallGap":
            return width, SMALL_GAP, THIN_LINE
        case _:
            return (width,)


def thickness(edge: Border | None) -> float:
    """The room that a border takes: its lines with their gaps."""
    return sum(lines_of(edge)) if edge is not None else 0.0


def strokes(edge: Border, ends: tuple[float, float, float, float], *, outward: int = 1) -> Iterator[Rule]:
    """The rules that draw an edge around the line between its ends; `outward` is -1 above or left of the text."""
    x1, y1, x2, y2 = ends
    widths = lines_of(edge)
    dashes = tuple(length * widths[0] for length in DASHES.get(edge.style, ()))
    at = -sum(widths) / 2
    for number, width in enumerate(widths):
        shift = outward * (at + width / 2)
        dx, dy = (shift, 0.0) if x1 == x2 else (0.0, shift)
        if number % 2 == 0:
            yield Rule(x1 + dx, y1 + dy, x2 + dx, y2 + dy, width, edge.color, dashes)
        at += width


def weight_of(edge: Edge) -> float:
    """The room that an edge takes: its heaviest border."""
    return max((thickness(border) for _, _, border in edge), default=0.0)


def across(row: int, slots: Sequence[Slot], starts: Sequence[float]) -> Edge:
    """The horizontal edge above a row; `starts` are the x of the grid's lines. Alike neighbours are one stretch."""
    found = [_across_at(row, column, slots) for column in range(len(starts) - 1)]
    stretches = []
    for border, group in groupby(range(len(found)), key=lambda at: found[at]):
        reach = list(group)
        if border is not None:
            stretches.append((starts[reach[0]], starts[reach[-1] + 1], border))
    return tuple(stretches)


def _across_at(row: int, column: int, slots: Sequence[Slot]) -> Border | None:
    inside = [slot for slot in slots if slot.left <= column < slot.right]
    upper = next((slot.cell.edges.bottom for slot in inside if slot.foot == row), None)
    lower = next((slot.cell.edges.top for slot in inside if slot.top == row), None)
    return stronger(upper, lower)


def uprights(row: int, slots: Sequence[Slot], starts: Sequence[float]) -> Uprights:
    """The vertical edges of a row."""
    inside = [slot for slot in slots if slot.top <= row < slot.foot]
    found = []
    for at, x in enumerate(starts):
        left = next((slot.cell.edges.right for slot in inside if slot.right == at), None)
        right = next((slot.cell.edges.left for slot in inside if slot.left == at), None)
        edge = stronger(left, right)
        if edge is not None:
            found.append((x, edge))
    return tuple(found)


def stronger(one: Border | None, other: Border | None) -> Border | None:
    """17.4.66 as Word does it: of two edges that meet the heavier shows, of two alike the darker; `nil` hides both."""
    if any(edge is not None and edge.style == "nil" for edge in (one, other)):
        return None
    if one is None or other is None:
        return one or other
    return max(one, other, key=lambda edge: (_weight(edge), -_brightness(edge.color)))


def _weight(edge: Border) -> float:
    """Width in eighths of a point times the number of the style; a broken line always yields."""
    if edge.style in BROKEN:
        return BROKEN_WEIGHT
    return edge.width * EIGHTHS_PER_POINT * STYLE_NUMBERS.get(edge.style, 1)


def _brightness(color: str) -> int:
    """17.4.66: red, twice green and blue, added up; the lower is the darker."""
    red, green, blue = bytes.fromhex(color)
    return red + 2 * green + blue
