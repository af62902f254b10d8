"""Take a stretch of a line, give the strokes drawn along it: underlines, strikes, the leaders of tabs.

Lengths of patterns are in ems of the type beside them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from msgspec import Struct

from docgen.document import Border, CharFormat
from docgen.layout.edges import strokes
from docgen.page import Rule

Reach = tuple[float, float, float]
"""From x to x, on a baseline."""


class Stroke(Struct, frozen=True):
    """How a stroke is drawn: `depth` below the baseline, its weight, its dashes and gaps."""

    depth: float
    weight: float
    dashes: tuple[float, ...] = ()


WEIGHT = 0.05
HEAVY = 2 * WEIGHT
DEPTH = 0.12
SECOND_DEPTH = 0.22
"""Underlines in ems of their text, as usual in type; the second one of a double underline lies below the first."""
STRIKE = Stroke(-0.3, WEIGHT)
DOUBLE_STRIKE = (Stroke(-0.36, WEIGHT), Stroke(-0.24, WEIGHT))
DOT, DASH, LONG, GAP = 0.05, 0.15, 0.4, 0.1
PATTERNS = {
    "dotted": (DOT, DOT),
    "dash": (DASH, GAP),
    "dashLong": (LONG, GAP),
    "dotDash": (DASH, GAP, DOT, GAP),
    "dotDotDash": (DASH, GAP, DOT, GAP, DOT, GAP),
}
"""Dashes of underlines (17.18.99)."""
HEAVY_NAMES = {
    "dottedHeavy": "dotted",
    "dashedHeavy": "dash",
    "dashLongHeavy": "dashLong",
    "dashDotHeavy": "dotDash",
    "dashDotDotHeavy": "dotDotDash",
}
WAVES = frozenset(("wave", "wavyHeavy", "wavyDouble"))
WAVE_LENGTH, WAVE_HEIGHT = 0.2, 0.08
EMPHASIS_DOT, DOT_BELOW, DOT_ABOVE = 0.12, 0.24, -0.98
"""An emphasis mark and its place, in ems of its text."""
LEADERS = {
    "dot": Stroke(-0.04, 0.08, (0.08, 0.17)),
    "middleDot": Stroke(-0.3, 0.08, (0.08, 0.17)),
    "hyphen": Stroke(-0.25, WEIGHT, (0.25, 0.08)),
    "underscore": Stroke(DEPTH, WEIGHT),
    "heavy": Stroke(DEPTH, HEAVY),
}
"""17.18.72: dots as far apart as full stops of Times."""


def text_strokes(used: CharFormat, x: float, end: float, baseline: float) -> Iterator[Rule]:
    """The underline and the strike of text from `x` to `end`."""
    if used.underline in WAVES:
        yield from _wave(used, x, end, baseline)
    else:
        for stroke in underline(used.underline):
            yield _rule(stroke, used, (x, end, baseline))
    strikes = DOUBLE_STRIKE if used.double_strike else (STRIKE,) if used.strike else ()
    for stroke in strikes:
        yield _rule(stroke, used, (x, end, baseline))


def underline(style: str) -> tuple[Stroke, ...]:
    """The strokes of an underline (17.18.99); none for no style, a plain one for one that is not known."""
    if not style:
        return ()
    if style == "double":
        return Stroke(DEPTH, WEIGHT), Stroke(SECOND_DEPTH, WEIGHT)
    heavy = style in HEAVY_NAMES or style == "thick"
    dashes = PATTERNS.get(HEAVY_NAMES.get(style, style), ())
    return (Stroke(DEPTH, HEAVY if heavy else WEIGHT, dashes),)


def emphasis_dots(used: CharFormat, text: str, reach: Reach) -> Iterator[Rule]:
    """A dot below or above each character that is no blank; characters are as wide as each other (17.3.2.12)."""
    x, end, baseline = reach
    if not used.emphasis or not text:
        return
    y = baseline + (DOT_BELOW if used.emphasis == "below" else DOT_ABOVE) * used.size
    half, step = EMPHASIS_DOT * used.size / 2, (end - x) / len(text)
    for number, char in enumerate(text):
        if not char.isspace():
            middle = x + (number + 0.5) * step
            yield Rule(middle - half, y, middle + half, y, 2 * half, used.color)


def text_box(border: Border, reach: Reach, height: tuple[float, float], sides: tuple[bool, bool]) -> Iterator[Rule]:
    """The border around text (17.3.2.4): `height` above and below the baseline; `sides`: whether it begins and ends."""
    x, end, baseline = reach
    top, foot = baseline - height[0], baseline + height[1]
    yield from strokes(border, (x, top, end, top))
    yield from strokes(border, (x, foot, end, foot))
    for shown, at in zip(sides, (x, end), strict=True):
        if shown:
            yield from strokes(border, (at, top, at, foot))


def leader(kind: str, used: CharFormat, x: float, end: float, baseline: float) -> Iterator[Rule]:
    """What a tab draws from `x` to `end`; dots of all lines stand below each other, as Word sets them."""
    stroke = LEADERS.get(kind)
    if stroke is None:
        return
    period = sum(stroke.dashes) * used.size
    first = math.ceil(x / period) * period if period else x
    if first < end:
        yield _rule(stroke, used, (first, end, baseline))


def _rule(stroke: Stroke, used: CharFormat, reach: Reach) -> Rule:
    x, end, baseline = reach
    y = baseline + stroke.depth * used.size
    dashes = tuple(length * used.size for length in stroke.dashes)
    return Rule(x, y, end, y, stroke.weight * used.size, used.color, dashes)


def _wave(used: CharFormat, x: float, end: float, baseline: float) -> Iterator[Rule]:
    """A zigzag, which at the size of type looks like a wave."""
    step, height = WAVE_LENGTH / 2 * used.size, WAVE_HEIGHT * used.size
    top = baseline + DEPTH * used.size
    for number in range(math.ceil((end - x) / step)):
        from_x, to_x = x + number * step, min(x + (number + 1) * step, end)
        ends = (top, top + height) if number % 2 else (top + height, top)
        yield Rule(from_x, ends[0], to_x, ends[1], WEIGHT * used.size, used.color)
