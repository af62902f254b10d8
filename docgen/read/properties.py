"""Take `w:pPr` and `w:rPr`, give what they say as plain dictionaries; the cascade merges these.

Each table names the elements handled; `IGNORED_…` those that change nothing on paper here, on purpose.
Any other element is reported as unknown. An attribute that makes no sense says nothing. Units: points, except
`…_chars` in characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from docx.oxml.ns import nsmap
from docx.oxml.ns import qn as clark_name
from lxml.etree import _Element

from docgen.document import Align, Border, Edges, Pitch, PitchRule, TabStop
from docgen.units import (
    CHARACTER_UNITS,
    LINE_UNITS,
    points_from_eighths,
    points_from_half_points,
    points_from_twips,
)

qn = cache(clark_name)
"""A prefixed name as lxml writes it; python-docx takes it apart at each call, and reading asks for few and often."""
ATTRIBUTE = f"{{{nsmap['w']}}}"
"""What lxml puts before the names of WordprocessingML."""

Props = dict[str, Any]
"""What one level of the cascade says; a missing key says nothing."""

Report = Callable[[str, str], None]
"""Takes the kind of thing and its name, for what the reader does not know."""

NUMBER = re.compile(r"([+-]?\d{1,15}(?:\.\d{1,15})?)(pt|%)?")
"""ST_DecimalNumber and its kin (22.9.2); more digits than any length has are no number."""
LARGEST_TYPE = 1638.0
"""Points; Word takes no larger type."""
COLOR = re.compile(r"[0-9A-Fa-f]{6}")
AUTO_COLOR = "000000"
WHITE = "FFFFFF"
HATCHED = 1 / 3
"""What stripes and crosses cover: LibreOffice prints them as an even tint too."""
SHARES = {"solid": 1.0, "pct12": 0.125, "pct37": 0.375, "pct62": 0.625, "pct87": 0.875}
"""17.18.78: the names of eighths leave out the half."""
EDGE_NAMES = {
    "start": "left",
    "end": "right",
    "between": "inside_h",
    "insideH": "inside_h",
    "insideV": "inside_v",
    "tl2br": "falling",
    "tr2bl": "rising",
}
FALSE_WORDS = frozenset(("0", "false", "off", "none"))
NOTHING_WORDS = FALSE_WORDS | {"nil"}
"""Values by which an element takes itself back."""
ALIGNS = {
    "left": Align.LEFT,
    "start": Align.LEFT,
    "center": Align.CENTER,
    "right": Align.RIGHT,
    "end": Align.RIGHT,
    "both": Align.JUSTIFY,
    "distribute": Align.DISTRIBUTE,
    "thaiDistribute": Align.DISTRIBUTE,
    "lowKashida": Align.JUSTIFY,
    "mediumKashida": Align.JUSTIFY,
    "highKashida": Align.JUSTIFY,
}
HIGHLIGHTS = {
    "yellow": "FFFF00",
    "green": "00FF00",
    "cyan": "00FFFF",
    "magenta": "FF00FF",
    "red": "FF0000",
    "blue": "0000FF",
    "lightGray": "C0C0C0",
    "darkGray": "808080",
    "black": "000000",
    "white": "FFFFFF",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
}
"""17.18.40 ST_HighlightColor."""
LINE = 12.0
"""A line of white where no grid says otherwise: 240 twips (17.3.1.33)."""
LINE_HUNDREDTHS = 100.0
"""`w:beforeLines` counts hundredths of a line (17.3.1.33)."""
SUPERSCRIPT_SCALE = 0.65
"""Practice of Word: raised and lowered type is about two thirds of its size."""
PITCH_RULES = {rule.value: rule for rule in PitchRule}
TAB_KINDS = {"center": "center", "right": "right", "end": "right", "decimal": "decimal", "bar": "bar"}
"""17.18.84; all others, the stop of a list among them, are left."""
IGNORED_IN_RUNS = frozenset(
    "bCs iCs szCs lang kern noProof webHidden rtl cs specVanish oMath rStyle effect fitText ligatures "
    "numForm numSpacing stylisticSets cntxtAlts rPrChange ins del".split()
)
IGNORED_IN_PARAGRAPHS = frozenset(
    "pStyle rPr sectPr adjustRightInd topLinePunct wordWrap suppressLineNumbers suppressAutoHyphens "
    "textAlignment mirrorIndents textboxTightWrap bidi divId cnfStyle pPrChange suppressOverlap".split()
)


def local(element: _Element) -> str:
    """The element's name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: _Element, name: str = "val") -> str | None:
    """An attribute in the w: namespace."""
    return element.get(ATTRIBUTE + name)


def on(element: _Element) -> bool:
    """17.17.4 ST_OnOff: the element alone means on."""
    return (value(element) or "1") not in FALSE_WORDS


def number(text: str | None) -> float | None:
    """A number as Word writes it, `%` and `pt` left off; None where there is none or it is no number."""
    found = NUMBER.fullmatch(text.strip()) if text is not None else None
    return float(found[1]) if found is not None else None


def twips(element: _Element, name: str) -> float | None:
    """A length in twentieths of a point, as points; `12pt` of ISO 29500 strict is understood."""
    text = value(element, name)
    found = number(text)
    if found is None or text is None:
        return None
    return found if text.strip().endswith("pt") else points_from_twips(found)


def size_of(element: _Element, name: str) -> float:
    """A length that cannot be negative, in points; 0 where there is none."""
    return max(0.0, twips(element, name) or 0.0)


def color(text: str | None) -> str:
    """RRGGBB; `auto` and what is no colour are black."""
    return text.upper() if text is not None and COLOR.fullmatch(text) else AUTO_COLOR


def border(element: _Element) -> Border | None:
    """17.3.4: one edge; None for nil and none."""
    style = value(element) or "none"
    if style in ("nil", "none"):
        return None
    width, space = (max(0.0, number(value(element, name)) or 0.0) for name in ("sz", "space"))
    return Border(points_from_eighths(width), color(value(element, "color")), space, style)


def edges(element: _Element) -> dict[str, Border | None]:
    """The edges that a border element names; absent ones say nothing."""
    known = frozenset(Edges.__struct_fields__)
    found = {EDGE_NAMES.get(local(child), local(child)): border(child) for child in element}
    return {name: edge for name, edge in found.items() if name in known}


def shade(element: _Element) -> str:
    """17.3.5: the colour of a shading; a pattern is mixed from its two colours."""
    fill, pattern = value(element, "fill"), value(element) or "clear"
    below = fill.upper() if fill is not None and COLOR.fullmatch(fill) else ""
    share = _share(pattern)
    return mixed(color(value(element, "color")), below or WHITE, share) if share else below


def _share(pattern: str) -> float:
    """17.18.78: how much of the area a pattern covers."""
    if pattern in ("clear", "nil"):
        return 0.0
    percent = number(pattern.removeprefix("pct")) if pattern.startswith("pct") else None
    return SHARES.get(pattern, HATCHED if percent is None else min(percent / 100.0, 1.0))


def mixed(above: str, below: str, share: float) -> str:
    """The colour between two that has that `share` of the one above."""
    pairs = zip(bytes.fromhex(above), bytes.fromhex(below), strict=True)
    return bytes(round(one * share + other * (1.0 - share)) for one, other in pairs).hex().upper()


def says_nothing(element: _Element) -> bool:
    """Whether a property takes itself back (`w:em` none, `w:shadow` 0)."""
    return value(element) in NOTHING_WORDS


def run_properties(element: _Element | None, report: Report) -> Props:
    """What an `w:rPr` says."""
    props: Props = {}
    for child in element if element is not None else ():
        name = local(child)
        handler = RUN_HANDLERS.get(name)
        if handler is not None:
            handler(child, props)
        elif name and name not in IGNORED_IN_RUNS and not says_nothing(child):
            report("字符格式", name)
    return props


def _fonts(element: _Element, props: Props) -> None:
    for attribute, key in (
        ("ascii", "ascii"),
        ("eastAsia", "east_asia"),
        ("asciiTheme", "ascii_theme"),
        ("eastAsiaTheme", "east_asia_theme"),
        ("hint", "hint"),
    ):
        found = value(element, attribute)
        if found is not None:
            props[key] = found
            if key in ("ascii", "east_asia"):
                props.setdefault(f"{key}_theme", "")


def _underline(element: _Element, props: Props) -> None:
    pattern = value(element) or "single"
    props["underline"] = "" if pattern == "none" else pattern


def _vertical_alignment(element: _Element, props: Props) -> None:
    props["script"] = value(element) or "baseline"


def _highlight(element: _Element, props: Props) -> None:
    props["shade"] = HIGHLIGHTS.get(value(element) or "", "")


def _emphasis(element: _Element, props: Props) -> None:
    """17.18.24: the dot of Chinese (着重号) stands below; what has another shape is a dot above."""
    kind = value(element) or "none"
    props["emphasis"] = "" if kind == "none" else "below" if kind in ("dot", "underDot") else "above"


def _toggle(key: str) -> Callable[[_Element, Props], None]:
    def handle(element: _Element, props: Props) -> None:
        props[key] = on(element)

    return handle


def _length(key: str, convert: Callable[[float], float]) -> Callable[[_Element, Props], None]:
    def handle(element: _Element, props: Props) -> None:
        found = number(value(element))
        if found is not None:
            props[key] = convert(found)

    return handle


def _size(element: _Element, props: Props) -> None:
    size = points_from_half_points(number(value(element)) or 0.0)
    if 0.0 < size <= LARGEST_TYPE:
        props["size"] = size


def _scale(element: _Element, props: Props) -> None:
    percent = number(value(element)) or 0.0
    if percent > 0.0:
        props["scale"] = percent / 100.0


RUN_HANDLERS: dict[str, Callable[[_Element, Props], None]] = {
    "rFonts": _fonts,
    "b": _toggle("bold"),
    "i": _toggle("italic"),
    "strike": _toggle("strike"),
    "dstrike": _toggle("double_strike"),
    "vanish": _toggle("hidden"),
    "caps": _toggle("caps"),
    "snapToGrid": _toggle("snaps"),
    "color": lambda element, props: props.__setitem__("color", color(value(element))),
    "sz": _size,
    "spacing": _length("spacing", points_from_twips),
    "position": _length("raised", points_from_half_points),
    "w": _scale,
    "u": _underline,
    "vertAlign": _vertical_alignment,
    "smallCaps": _toggle("small_caps"),
    "em": _emphasis,
    "bdr": lambda element, props: props.__setitem__("border", border(element)),
    "highlight": _highlight,
    "shd": lambda element, props: props.__setitem__("shade", shade(element)),
}


def paragraph_properties(element: _Element | None, report: Report) -> Props:
    """What a `w:pPr` says."""
    props: Props = {}
    for child in element if element is not None else ():
        name = local(child)
        handler = PARAGRAPH_HANDLERS.get(name)
        if handler is not None:
            handler(child, props)
        elif name and name not in IGNORED_IN_PARAGRAPHS and not says_nothing(child):
            report("段落格式", name)
    return props


def _align(element: _Element, props: Props) -> None:
    props["align"] = ALIGNS.get(value(element) or "left", Align.LEFT)


def _indent(element: _Element, props: Props) -> None:
    for names, key in ((("left", "start"), "left"), (("right", "end"), "right")):
        for name in names:
            length = twips(element, name)
            if length is not None:
                props[key] = length
                props.setdefault(f"{key}_chars", 0.0)
            chars = number(value(element, f"{name}Chars"))
            if chars is not None:
                props[f"{key}_chars"] = chars / CHARACTER_UNITS
    for name, sign in (("firstLine", 1.0), ("hanging", -1.0)):
        length = twips(element, name)
        if length is not None:
            props["first"] = sign * length
            props["first_chars"] = 0.0
    counts = [number(value(element, f"{name}Chars")) for name in ("firstLine", "hanging")]
    if any(count is not None for count in counts):
        first, hanging = (count or 0.0 for count in counts)
        props["first_chars"] = -hanging / CHARACTER_UNITS if hanging else first / CHARACTER_UNITS


def _spacing(element: _Element, props: Props) -> None:
    for key in ("before", "after"):
        length, lines = twips(element, key), number(value(element, f"{key}Lines"))
        automatic = value(element, f"{key}Autospacing")
        if length is not None:
            props[key] = length
        if lines is not None:
            props[f"{key}_lines"] = lines / LINE_HUNDREDTHS
            if length is None or lines == 0.0:
                props[key] = LINE * lines / LINE_HUNDREDTHS
        if automatic is not None:
            props[f"{key}_auto"] = automatic not in FALSE_WORDS
    line = number(value(element, "line"))
    rule = PITCH_RULES.get(value(element, "lineRule") or "auto", PitchRule.MULTIPLE)
    if line is not None and (line > 0.0 or (line == 0.0 and rule is PitchRule.AT_LEAST)):
        props["pitch"] = Pitch(line / LINE_UNITS if rule is PitchRule.MULTIPLE else points_from_twips(line), rule)


def _tabs(element: _Element, props: Props) -> None:
    stops: dict[float, TabStop | None] = dict(props.get("tabs", {}))
    for child in element:
        position = twips(child, "pos") or 0.0
        kind = value(child) or "left"
        leader = value(child, "leader") or "none"
        stops[position] = None if kind == "clear" else TabStop(position, TAB_KINDS.get(kind, "left"), leader)
    props["tabs"] = stops


def _list(element: _Element, props: Props) -> None:
    """17.3.1.19: which list numbers the paragraph, and on which level."""
    for child in element:
        if local(child) == "numId":
            props["list"] = value(child) or ""
        elif local(child) == "ilvl":
            props["list_level"] = int(number(value(child)) or 0)


PARAGRAPH_HANDLERS: dict[str, Callable[[_Element, Props], None]] = {
    "jc": _align,
    "ind": _indent,
    "spacing": _spacing,
    "tabs": _tabs,
    "numPr": _list,
    "pBdr": lambda element, props: props.__setitem__("edges", edges(element)),
    "shd": lambda element, props: props.__setitem__("shade", shade(element)),
    "outlineLvl": _length("outline_level", lambda level: level),
    "keepNext": _toggle("keep_next"),
    "keepLines": _toggle("keep_lines"),
    "pageBreakBefore": _toggle("page_break_before"),
    "widowControl": _toggle("widow_control"),
    "kinsoku": _toggle("kinsoku"),
    "overflowPunct": _toggle("hang_punctuation"),
    "autoSpaceDE": _toggle("space_east_asia"),
    "autoSpaceDN": _toggle("space_east_asia_digits"),
    "contextualSpacing": _toggle("contextual_spacing"),
    "snapToGrid": _toggle("snaps"),
}
