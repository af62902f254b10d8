"""Take a returned file and the anchors of all forms, tell which form it is, and what is doubtful about that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import pairwise

from docgen.forms.anchors import Anchor, Anchors
from docgen.forms.cells import Returned
from docgen.forms.labels import LONGEST_LABEL, labels_in
from docgen.forms.words import plain, squeezed

LIKE = 0.5
"""A file is a form if half of its title and of what names its fields is found,"""
NAMED = 0.75
"""or nearly all of what names its fields."""
FEWEST = 3
"""Fewer names than this are no proof where no control has one."""
TITLE = 0.9
"""A title with one character in ten retyped is still that title."""

Told = tuple[str, str]
"""What is doubtful, and what to do."""


def recognised(returned: Returned, forms: Mapping[str, Anchors]) -> tuple[str, tuple[Told, ...]]:
    """The name of the form; empty where it is none."""
    lines = frozenset(_lines(returned))
    names = {name: _named(returned, anchors) for name, anchors in forms.items()}
    titles = {name: _titled(lines, squeezed(name)) for name in forms}
    fitting = [name for name in forms if (names[name] + titles[name]) / 2 >= LIKE or names[name] >= NAMED]
    tagged = {
        name: len(returned.controls.keys() & forms[name].fields.keys()) / max(len(forms[name].fields), 1)
        for name in fitting
    }
    named = {name: titles[name] if titles[name] >= LIKE else 0.0 for name in fitting}
    best = max(fitting, key=lambda name: (names[name] + named[name], tagged[name]), default="")
    return best, tuple(_doubts(best, returned, forms, titles, fitting)) if best else ()


def _doubts(
    best: str, returned: Returned, forms: Mapping[str, Anchors], titles: Mapping[str, float], fitting: list[str]
) -> Iterator[Told]:
    others = [name for name in fitting if name != best]
    tagged = any(name in returned.controls for name in forms[best].fields)
    if titles[best] < TITLE and (others or not tagged):
        may_be = f"，也可能是“{'”“'.join(others)}”" if others else ""
        yield f"没有找到表名，按栏目认作这张表{may_be}", "请核对是不是这张表"
    also = [name for name in others if titles[name] == 1.0]
    if also:
        yield f"文件里还有“{'”“'.join(also)}”，没有汇总", "请一张表存一个文件"
    with_most = sorted((labels_in(rows, forms[best]) for rows in returned.tables), reverse=True)
    if len(with_most) > 1 and with_most[1] > with_most[0] * LIKE and with_most[1] > 1:
        yield "文件里这张表不止一份，只汇总了一份", "请一张表存一个文件"


def _lines(returned: Returned) -> Iterator[str]:
    """Lines that may be a title, and each two in a row: titles are broken by sense."""
    cells = (line for rows in returned.tables for row in rows for place in row for line in place.text.split("\n"))
    texts = (squeezed(text) for text in (*(place.text for place in returned.lines), *cells))
    found = [text for text in texts if 0 < len(text) <= LONGEST_LABEL]
    yield from found
    yield from (one + other for one, other in pairwise(found))


def _titled(lines: frozenset[str], title: str) -> float:
    """How much the likest line is like a title."""
    if title in lines:
        return 1.0
    best, matcher = 0.0, SequenceMatcher(b=title)
    for line in lines:
        matcher.set_seq1(line)
        if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best:
            best = max(best, matcher.ratio())
    return best


def _named(returned: Returned, anchors: Anchors) -> float:
    """How much of what names the fields of a form is in a file: of its labels; of its lines where it has none."""
    texts = {plain(place.squeezed) for rows in returned.tables for row in rows for place in row}
    labelled = [anchor for anchor in anchors.fields.values() if anchor.label.text]
    wanted = labelled or list(anchors.fields.values())
    tagged = any(anchor.field.name in returned.controls for anchor in wanted)
    most = len(wanted) if tagged else max(len(wanted), FEWEST)
    return sum(_is_named(anchor, texts, returned) for anchor in wanted) / max(most, 1)


def _is_named(anchor: Anchor, texts: set[str], returned: Returned) -> bool:
    if anchor.label.text:
        named = plain(anchor.label.text) in texts
    else:
        named = not anchor.bare and any(anchor.line.fullmatch(place.text) for place in returned.lines)
    return named or anchor.field.name in returned.controls
