"""Take the bands of a section's last page, give them shared out to columns of nearly one height (17.6.4)."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from docgen.layout.bands import Band, Setting, Stack, stacked
from docgen.layout.spans import EPSILON

HALVINGS = 16
"""Of a page's height: what is left is less than a twip."""


def balanced(bands: Sequence[Band], count: int, setting: Setting) -> list[Stack]:
    """At most `count` columns, as low as whole groups of joined bands allow, filled one after another."""
    groups = _groups(bands)
    high = _height(bands, setting)
    low = high / count
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        fits = len(_filled(groups, middle, setting)) <= count
        low, high = (low, middle) if fits else (middle, high)
    return [stacked(column, setting) for column in _filled(groups, high, setting)]


def _groups(bands: Sequence[Band]) -> list[list[Band]]:
    """Bands that stay together."""
    groups: list[list[Band]] = []
    joined = False
    for band in bands:
        if joined:
            groups[-1].append(band)
        else:
            groups.append([band])
        joined = band.joined
    return groups


def _filled(groups: Sequence[list[Band]], limit: float, setting: Setting) -> list[list[Band]]:
    """Columns filled one after another up to a height; each begins without white."""
    columns: list[list[Band]] = []
    for group in groups:
        if columns and _height([*columns[-1], *group], setting) <= limit + EPSILON:
            columns[-1] += group
        else:
            columns.append([replace(group[0], above=0.0), *group[1:]])
    return columns


def _height(bands: Sequence[Band], setting: Setting) -> float:
    """How far down the last band ends."""
    down, last = stacked(bands, setting).bands[-1]
    return down + last.height
