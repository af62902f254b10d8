"""Take the numbering part and the styles, give the lists of a file, and count the labels of their paragraphs (17.9)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml.etree import _Element
from msgspec import Struct, field

from docgen.read.numerals import SILENT, numeral
from docgen.read.properties import Props, Report, local, number, on, paragraph_properties, qn, run_properties, value
from docgen.read.styles import Styles, silent
from docgen.read.symbols import PRIVATE_USE, SYMBOLS, symbol

LEVELS = 9
"""Levels of a list (17.9.6)."""
LARGEST_START = 32767
"""17.9.25: Word takes no larger one."""
PLACEHOLDER = re.compile(r"%([1-9])")
SUFFIXES = {"space": " ", "nothing": ""}
"""17.18.57; all others are a tab."""
ENDS = {"right": "right", "end": "right", "center": "center"}
BULLET = "•"
"""Stands for bullets that nobody knows: pictures and signs of rare symbol fonts."""
FACES = ("ascii", "ascii_theme", "east_asia", "east_asia_theme", "hint")
"""What a level says of typefaces; a sign that Unicode has is set in those of the text."""
MOST_LINKS = 10
"""Steps from a list through a numbering style to another list; one is usual, a loop would not end."""


class Level(Struct, frozen=True):
    """A level of a list: how its label looks, and what it says of its paragraphs.

    `unknown` are (kind, name) of what cannot be shown as it is meant.
    """

    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = "\t"
    align: str = "left"
    restart: int | None = None
    legal: bool = False
    style: str = ""
    paragraph: Props = field(default_factory=dict)
    run: Props = field(default_factory=dict)
    unknown: tuple[tuple[str, str], ...] = ()


class ListDefinition(Struct, frozen=True):
    """A list that paragraphs name (17.9.15): its levels, and those that begin anew. Lists of one `root` count on."""

    root: str
    levels: dict[int, Level]
    starts: dict[int, int]

    def level_of(self, styles: Iterable[str]) -> int:
        """The level that belongs to the first of these styles that has one (17.9.23)."""
        owned = {level.style: at for at, level in self.levels.items() if level.style}
        return next((owned[style] for style in styles if style in owned), 0)


class Tally(Struct):
    """How far the lists of a story have counted, by root; `begun` are the (list, level) that were met."""

    counts: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def text(self, name: str, found: ListDefinition, at: int) -> str:
        """The label of the next paragraph on a level of the list."""
        counts = self.counts.setdefault(found.root, [None] * LEVELS)
        level = found.levels[at]
        anew = at in found.starts and (name, at) not in self.begun
        self.begun.add((name, at))
        last = counts[at]
        counts[at] = found.starts[at] if anew else level.start if last is None else last + 1
        for deeper in range(at + 1, LEVELS):
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or at < restart:
                counts[deeper] = None
        return _label(found, at, counts)


def _label(found: ListDefinition, at: int, counts: list[int | None]) -> str:
    """17.9.11: the text of a level with the numbers of the levels that it names."""
    level = found.levels[at]
    if level.format == "bullet":
        return level.text

    def shown(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        named = found.levels.get(place)
        if named is None or place > at:
            return ""
        if counts[place] is None:
            counts[place] = named.start
        legal = level.legal and named.format not in SILENT
        count = counts[place] or 0
        return numeral(count, "decimal" if legal else named.format) or ("" if named.format in SILENT else str(count))

    return PLACEHOLDER.sub(shown, level.text)


def read_lists(root: _Element | None, styles: Styles) -> dict[str, ListDefinition]:
    """The lists of a `w:numbering` element by identifier."""
    roots = {value(each, "abstractNumId") or "": each for each in _named(root, "abstractNum")}
    given = {value(each, "numId") or "": each for each in _named(root, "num")}
    found = {}
    for name, element in given.items():
        root_name = _root_of(element, roots, given, styles)
        if root_name in roots:
            found[name] = _list(element, root_name, roots[root_name])
    return found


def _named(parent: _Element | None, name: str) -> list[_Element]:
    return parent.findall(qn(f"w:{name}")) if parent is not None else []


def _said(element: _Element, name: str) -> str | None:
    found = element.find(qn(f"w:{name}"))
    return value(found) if found is not None else None


def _root_of(element: _Element, roots: dict[str, _Element], given: dict[str, _Element], styles: Styles) -> str:
    """The definition that a list leads to, through numbering styles (17.9.21)."""
    name = ""
    for _ in range(MOST_LINKS):
        name = _said(element, "abstractNumId") or ""
        link = _said(roots[name], "numStyleLink") if name in roots else None
        style = styles.elements.get(link or "")
        linked = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}") if style is not None else None
        if linked is None or (value(linked) or "") not in given:
            break
        element = given[value(linked) or ""]
    return name


def _list(element: _Element, root_name: str, root: _Element) -> ListDefinition:
    levels = {at: _level(each) for each in _named(root, "lvl") if (at := _place(each)) is not None}
    starts = {}
    for override in _named(element, "lvlOverride"):
        at, own, anew = _place(override), override.find(qn("w:lvl")), number(_said(override, "startOverride"))
        if at is None:
            continue
        if own is not None:
            levels[at] = _level(own)
        if anew is not None:
            starts[at] = _start(anew)
    return ListDefinition(root_name, levels, starts)


def _place(element: _Element) -> int | None:
    found = number(value(element, "ilvl"))
    return int(found) if found is not None and 0 <= found < LEVELS else None


def _start(found: float | None) -> int:
    return int(min(max(found or 0, 0), LARGEST_START))


def _level(element: _Element) -> Level:
    said = {local(child): child for child in element}
    unknown: list[tuple[str, str]] = []

    def report(kind: str, name: str) -> None:
        unknown.append((kind, name))

    name = _said(element, "numFmt") or "decimal"
    if numeral(1, name) is None:
        report("编号格式", name)
    if "lvlPicBulletId" in said:
        report("编号格式", "lvlPicBulletId")
    run = run_properties(said.get("rPr"), report)
    text = _said(element, "lvlText") or ""
    plain = _plain(text, str(run.get("ascii", "")), report)
    restart = number(_said(element, "lvlRestart"))
    start = number(_said(element, "start"))
    return Level(
        start=1 if start is None else _start(start),
        format=name,
        text=plain,
        suffix=SUFFIXES.get(_said(element, "suff") or "tab", "\t"),
        align=ENDS.get(_said(element, "lvlJc") or "left", "left"),
        restart=None if restart is None else int(restart),
        legal="isLgl" in said and on(said["isLgl"]),
        style=_said(element, "pStyle") or "",
        paragraph=paragraph_properties(said.get("pPr"), silent),
        run=run if plain == text else {key: found for key, found in run.items() if key not in FACES},
        unknown=tuple(unknown),
    )


def _plain(text: str, font: str, report: Report) -> str:
    """A text in which signs of symbol fonts are those of Unicode."""
    shown = ""
    for char in text:
        point = ord(char)
        if font not in SYMBOLS and point not in PRIVATE_USE:
            shown += char
            continue
        found = symbol(font, f"{point:X}")
        if found is None:
            report("符号", f"{font} {point:04X}".strip())
        shown += BULLET if found is None else found
    return shown
