"""Take a font with PostScript outlines, give the same font with TrueType outlines: the same bytes each time.

A PDF made by docgen can carry TrueType outlines only. What layout and PDF do not use is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.misc.transform import Identity, Transform
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from msgspec import Struct

MAX_ERROR_EM = 0.0005
"""Half a unit of a 1000-unit em, which is what rounding to whole units costs anyway: 0.004 mm in a 22 pt title."""
MAC_BOLD = 0x01
"""Bit 0 of `macStyle` (OpenType `head`)."""
BOLD_WEIGHT = 700
"""`usWeightClass` of a bold face (OpenType `OS/2`)."""
KEPT_TABLES = ("name", "OS/2", "head")
MARK_SHARE = 0.75
"""How much of the width of a ballot box its mark takes, so that the edges stay apart."""
BOX = ord("□")
BALLOT_BOXES = {"☐": "", "☑": "✓√", "☒": "×"}
"""Signs of forms that no free Chinese face has, and the marks of which one stands in the box."""


class Piece(Struct, frozen=True):
    """A glyph of the source, and how it is placed."""

    glyph: str
    placed: Transform = Identity


class Plan(Struct, frozen=True):
    """The glyphs to make: each with its pieces and advance, and the characters they serve."""

    pieces: Mapping[str, tuple[Piece, ...]]
    advances: Mapping[str, int]
    characters: Mapping[int, str]


def truetype(source: Path) -> bytes:
    """The converted font file, with every glyph that a character leads to."""
    font = TTFont(BytesIO(source.read_bytes()), lazy=True, recalcTimestamp=False)
    built = BytesIO()
    _build(font, _plan(font)).font.save(built)
    return built.getvalue()


def _plan(font: TTFont) -> Plan:
    characters = dict(sorted(font.getBestCmap().items()))
    missing_glyph = font.getGlyphOrder()[0]
    pieces: dict[str, tuple[Piece, ...]] = {name: (Piece(name),) for name in (missing_glyph, *characters.values())}
    for code, drawn in _ballot_boxes(font, characters).items():
        name = f"uni{code:04X}"
        pieces[name] = drawn
        characters[code] = name
    advances = {name: font["hmtx"][drawn[0].glyph][0] for name, drawn in pieces.items()}
    return Plan(pieces, advances, characters)


def _ballot_boxes(font: TTFont, characters: Mapping[int, str]) -> dict[int, tuple[Piece, ...]]:
    if BOX not in characters:
        return {}
    box = characters[BOX]
    found: dict[int, tuple[Piece, ...]] = {}
    for sign, marks in BALLOT_BOXES.items():
        present = [characters[ord(mark)] for mark in marks if ord(mark) in characters][:1]
        if ord(sign) not in characters and len(present) == min(len(marks), 1):
            found[ord(sign)] = (Piece(box), *(Piece(mark, _inside(font, box, mark)) for mark in present))
    return found


def _inside(font: TTFont, box: str, mark: str) -> Transform:
    """How the mark is moved and scaled to stand in the middle of the box."""
    left, bottom, right, top = _bounds(font, box)
    x1, y1, x2, y2 = _bounds(font, mark)
    scale = MARK_SHARE * min((right - left) / (x2 - x1), (top - bottom) / (y2 - y1))
    middle = Identity.translate((left + right) / 2, (bottom + top) / 2)
    return middle.scale(scale).translate(-(x1 + x2) / 2, -(y1 + y2) / 2)


def _bounds(font: TTFont, glyph: str) -> tuple[float, float, float, float]:
    glyphs = font.getGlyphSet()
    pen = BoundsPen(glyphs)
    glyphs[glyph].draw(pen)
    left, bottom, right, top = pen.bounds
    return left, bottom, right, top


def _outline(font: TTFont, drawn: tuple[Piece, ...]) -> Glyph:
    glyphs = font.getGlyphSet()
    pen = TTGlyphPen(None)
    # PostScript fills counter-clockwise contours, TrueType clockwise ones.
    quadratic = Cu2QuPen(pen, MAX_ERROR_EM * font["head"].unitsPerEm, reverse_direction=True)
    for piece in drawn:
        glyphs[piece.glyph].draw(quadratic if piece.placed == Identity else TransformPen(quadratic, piece.placed))
    return pen.glyph()


def _build(font: TTFont, plan: Plan) -> FontBuilder:
    outlines = {name: _outline(font, drawn) for name, drawn in plan.pieces.items()}
    builder = FontBuilder(font["head"].unitsPerEm, isTTF=True)
    builder.setupGlyphOrder(list(outlines))
    builder.setupCharacterMap(plan.characters)
    builder.setupGlyf(outlines)
    # The side bearing must be that of the new outline: renderers shift the glyph by the difference.
    builder.setupHorizontalMetrics({name: (plan.advances[name], glyph.xMin) for name, glyph in outlines.items()})
    builder.setupHorizontalHeader(ascent=font["hhea"].ascent, descent=-abs(font["hhea"].descent))
    builder.setupPost(keepGlyphNames=False)
    for tag in KEPT_TABLES:
        builder.font[tag] = font[tag]
    _mend(builder.font["OS/2"], bool(font["head"].macStyle & MAC_BOLD))
    return builder


def _mend(metrics: Any, bold: bool) -> None:
    """Put right two slips of Fandol: a descent above the baseline, a bold cut that weighs no more than the regular."""
    metrics.sTypoDescender = -abs(metrics.sTypoDescender)
    if bold:
        metrics.usWeightClass = max(metrics.usWeightClass, BOLD_WEIGHT)
