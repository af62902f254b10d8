"""Take the tree of a bulletin and the lists of its roster, give the lists it prints and the typed counts gone wrong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from docgen.diagnostics import Diagnostic, Place, error, warning
from docgen.load.expressions import LISTS_KEY, Lists, Rows
from docgen.load.numerals import DIGITS, arabic
from docgen.load.source import Source
from docgen.load.tree import Listing, Mapping, Node, Text, texts
from docgen.load.winners import ALL

RULE = "人数"
UNITS = "个|项|名|人|位|件|篇|家|份"
COUNT = rf"(?P<count>[{DIGITS}]{{1,6}})(?:{UNITS})"
TOTAL = re.compile(rf"[共计](?:[^\W{DIGITS}]{{0,6}}?){COUNT}")
"""共认定37项, 共37个, 共计37名."""
MOST_SUMMED = 8
"""Awards whose sums a total is compared with: 2⁸ of them."""


def printed_lists(node: Node) -> Counter[str]:
    """How often each list is printed: as the 数据 of a 条目 or a 表格."""
    found: Counter[str] = Counter()
    match node:
        case Listing(items=items):
            for item in items:
                found += printed_lists(item)
        case Mapping(entries=entries):
            for key, value in entries:
                if key.value == LISTS_KEY and isinstance(value, Text):
                    found[value.value.strip()] += 1
                else:
                    found += printed_lists(value)
        case Text():
            pass
    return found


def wrong_counts(tree: Node, lists: Lists, source: Source) -> Iterator[Diagnostic]:
    """Counts that a clerk typed and that the roster does not bear out; counts in {{ }} are always right.

    A count beside the name of a list (省级成果5项, 5项省级成果) is an error. A total that is no sum of lists is a
    warning, since it may speak of something else. Longer names go first: 先进个人标兵 is no 先进个人.
    """
    sizes = {name: len(rows) for name, rows in lists.items() if rows}
    sums = _sums([size for name, size in sizes.items() if name != ALL]) | {sizes.get(ALL, 0)}
    names = sorted(sizes, key=len, reverse=True)
    for text in texts(tree):
        rest = text.value
        for name in (each for each in names if each in text.value):
            pattern = _beside(name)
            said, rest = rest, pattern.sub(" ", rest)
            for found in pattern.finditer(said):
                count = _number(found["before"] or found["after"])
                if count not in (None, sizes[name]):
                    message = f"写的是“{found.group()}”，名册里“{name}”有{sizes[name]}项"
                    hint = f"请改成 {{{{ {name}|数 }}}}，数字就不会错"
                    yield error(RULE, _place(text, found.group(), source), message, hint)
        for found in TOTAL.finditer(rest):
            count = _number(found["count"])
            if count is not None and count not in sums:
                message = f"写的是“{found.group()}”，名册里有{sizes.get(ALL, 0)}项"
                hint = "说的是别的数就不用改；否则请改成 {{ 名册|数 }}"
                yield warning(RULE, _place(text, found.group(), source), message, hint)


def _place(text: Text, piece: str, source: Source) -> Place:
    index = source.text.find(piece, text.start, text.end)
    return source.place(index if index >= 0 else text.start)


def _beside(name: str) -> re.Pattern[str]:
    """A count right before or right behind the name of a list."""
    before = rf"(?<![{DIGITS}])(?P<before>[{DIGITS}]{{1,6}})(?:{UNITS})?{re.escape(name)}"
    after = rf"{re.escape(name)}(?:共|计|有|各|为)?(?P<after>[{DIGITS}]{{1,6}})(?:{UNITS})"
    return re.compile(f"{before}|{after}")


def _number(text: str) -> int | None:
    digits = arabic(text)
    return int(digits) if digits.isdecimal() else None


def _sums(sizes: list[int]) -> frozenset[int]:
    """All sums of some of the lists."""
    few = sizes[:MOST_SUMMED]
    some = {sum(chosen) for count in range(1, len(few) + 1) for chosen in combinations(few, count)}
    return frozenset({*some, sum(sizes)})


def lists_named(tree: Node, lists: dict[str, Rows]) -> dict[str, Rows]:
    """Those of `lists` that a tree speaks of."""
    words = [text.value for text in texts(tree)]
    return {name: rows for name, rows in lists.items() if any(name in word for word in words)}
