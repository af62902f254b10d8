"""Take what a clerk has switched off, with a reason each, give which findings are left out.

In a project file 不查.yaml every line is a rule and the reason. In a content file a comment
`# 不查 规则名：理由` stands behind a value or on the line above it, and holds for that value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from docgen.diagnostics import Diagnostic, Place, warning
from docgen.lint.families import BY_NAME
from docgen.load import tree_of
from docgen.load.keys import meant, question
from docgen.load.source import Source
from docgen.load.tree import Listing, Node, Text, texts
from docgen.load.tree import Mapping as Tree

RULE = "不查"
COMMENT = re.compile(
    r"(?:^|(?<=\s))#\s{0,3}不查\s{0,3}([^\s：:#]{0,30})[^\S\n]{0,3}[：:]?[^\S\n]{0,3}(.{0,200})", re.MULTILINE
)
HINT = "写成 # 不查 规则名：理由"


class Switches(Struct, frozen=True, dict=True):
    """Rules switched off everywhere, and lines on which a rule is."""

    everywhere: Mapping[str, str] = field(default_factory=dict)
    on_lines: frozenset[tuple[str, int]] = frozenset()

    def all_off(self, rule: str) -> bool:
        """Whether the rule is switched off in the whole project."""
        return rule in self.everywhere

    def off(self, rule: str, place: Place) -> bool:
        """Whether the rule is switched off at a place."""
        return (rule, place.line) in self.on_lines


def project_switches(data: bytes, name: str) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """Rule to reason, as the project file has it; what is wrong there is said and switches nothing off."""
    tree, source, found = tree_of(data, name, frozenset(), "每行写一条，例如 联系人在正文: 我会习惯写在正文末尾")
    off: dict[str, str] = {}
    for key, node in tree.entries if tree is not None else ():
        reason = node.value.strip() if isinstance(node, Text) else ""
        fault = _fault(key.value, reason, source.place(key.start), "写成 规则名: 理由")
        if fault:
            found.append(fault)
        else:
            off[key.value] = reason
    return off, tuple(found)


def _fault(rule: str, reason: str, place: Place, hint: str) -> Diagnostic | None:
    if rule not in BY_NAME:
        return warning(
            RULE, place, f"没有“{rule}”这条规则", question(meant(rule, BY_NAME)) or "docgen rules 列出全部规则"
        )
    return None if reason else warning(RULE, place, f"不查“{rule}”，没有写理由", hint)


def line_switches(source: Source, tree: Tree) -> tuple[frozenset[tuple[str, int]], tuple[Diagnostic, ...]]:
    """Rules and the lines on which comments switch them off; comments that switch nothing off are said."""
    if "不查" not in source.text:
        return frozenset(), ()
    inside, targets = _inside(tree, source), _targets(source.text.split("\n"))
    switched: set[tuple[str, int]] = set()
    found: list[Diagnostic] = []
    for comment in COMMENT.finditer(source.text):
        place = source.place(comment.start())
        line = place.line or 1
        fault = None if line in inside else _fault(comment[1], comment[2].strip(), place, HINT)
        if fault:
            found.append(fault)
        elif line not in inside:
            switched.add((comment[1], targets[line - 1]))
    values = _values(tree, source)
    lines = ((rule, line) for rule, target in switched for extent in values.get(target, ()) for line in extent)
    return frozenset((*switched, *lines)), tuple(found)


def _targets(lines: list[str]) -> list[int]:
    """For each line the first one from it on that is not all comment; both count from 1."""
    targets = [len(lines)] * (len(lines) + 1)
    for number in range(len(lines), 0, -1):
        text = lines[number - 1].strip()
        targets[number - 1] = targets[number] if not text or text.startswith("#") else number
    return targets


def _values(tree: Node, source: Source) -> dict[int, list[range]]:
    """The lines of every value with its key and of every item of a list, by the first of them."""
    found: dict[int, list[range]] = {}
    for extent in _extents(tree, source):
        found.setdefault(extent.start, []).append(extent)
    return found


def _extents(node: Node, source: Source) -> Iterator[range]:
    """The lines of every value with its key, and of every item of a list."""
    match node:
        case Tree(entries=entries):
            for key, value in entries:
                yield _lines(key.start, value, source)
                yield from _extents(value, source)
        case Listing(items=items):
            for item in items:
                yield _lines(item.start, item, source)
                yield from _extents(item, source)


def _lines(start: int, node: Node, source: Source) -> range:
    end = max((text.end for text in texts(node)), default=start)
    last = source.place(max(end - 1, start)).line or 1
    return range(source.place(start).line or 1, last + 1)


def _inside(tree: Tree, source: Source) -> frozenset[int]:
    """The lines below the first one of every text that goes on: what looks like a comment there is text."""
    return frozenset(line for text in texts(tree) for line in _lines(text.start, text, source)[1:])
