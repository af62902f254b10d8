"""Take the widths of columns, give the smallest whole shares that mean them."""

from __future__ import annotations

ROUNDED = (0.026, 0.1)
"""Points: half a twip, by which docgen rounds a width; two twips, by which other programs change one in saving."""

NEAR = 0.02
"""Share of the line by which widths drawn by hand may differ from what is said of them."""

MOST = 120
"""Shares of the whole line; a finer division cannot be seen."""


PLAIN = 9
"""The largest share that a clerk would give to each of columns that are nearly alike: 7, 7, 7, 8."""


def shares(widths: tuple[float, ...]) -> tuple[float, ...]:
    """Shares of the line for columns of these `widths` in points; empty where all are alike or nothing is known."""
    whole = sum(widths)
    if not widths or min(widths) <= 0:
        return ()
    alike = max(widths) - min(widths) <= NEAR * whole
    finest = PLAIN * len(widths) if alike else MOST
    for most in ROUNDED if alike else (*ROUNDED, NEAR * whole):
        for parts in range(len(widths), finest + 1):
            found = _divided(widths, parts)
            if all(abs(whole * share / sum(found) - width) <= most for share, width in zip(found, widths, strict=True)):
                return found if len(set(found)) > 1 else ()
    return () if alike else _divided(widths, MOST)


def _divided(widths: tuple[float, ...], parts: int) -> tuple[float, ...]:
    return tuple(float(max(1, round(width * parts / sum(widths)))) for width in widths)
