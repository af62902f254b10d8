"""Lengths: everything inside docgen is points (float); other units live only at the edges, here."""

from __future__ import annotations

POINTS_PER_INCH = 72.0
MM_PER_INCH = 25.4
TWIPS_PER_POINT = 20.0
HALF_POINTS_PER_POINT = 2.0
EIGHTHS_PER_POINT = 8.0
EMU_PER_POINT = 12700.0

LINE_UNITS = 240.0
"""`w:line` with lineRule auto counts 240ths of a line (ECMA-376 Part 1, 17.3.1.33)."""

CHARACTER_UNITS = 100.0
"""`w:firstLineChars` and its kin count hundredths of a character (ECMA-376 Part 1, 17.3.1.12)."""


def points_from_mm(mm: float) -> float:
    """Millimetres → points."""
    return mm * POINTS_PER_INCH / MM_PER_INCH


def mm_from_points(points: float) -> float:
    """Points → millimetres."""
    return points * MM_PER_INCH / POINTS_PER_INCH


def points_from_twips(twips: float) -> float:
    """Twentieths of a point → points."""
    return twips / TWIPS_PER_POINT


def twips_from_points(points: float) -> int:
    """Points → whole twentieths of a point, the unit of most WordprocessingML lengths."""
    return round(points * TWIPS_PER_POINT)


def points_from_half_points(half_points: float) -> float:
    """`w:sz` → points."""
    return half_points / HALF_POINTS_PER_POINT


def points_from_eighths(eighths: float) -> float:
    """Border width `w:sz` (eighths of a point) → points."""
    return eighths / EIGHTHS_PER_POINT


def points_from_emu(emu: float) -> float:
    """English metric units (DrawingML) → points."""
    return emu / EMU_PER_POINT
