"""Take the bytes of a content file, give them with all that a machine may mend; every other byte stays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import unified_diff

from docgen.lint import edits_of
from docgen.lint.manuscript import Edit
from docgen.load import tree_of
from docgen.load.decode import MARKS, decode
from docgen.load.schema import INNER_KEYS
from docgen.load.tree import Mapping as Tree
from docgen.load.tree import texts

ROUNDS = 12
"""A mend may lay bare another: brackets of a number before its spaces. More than three rounds were never seen."""
LINE_ENDS = re.compile("\r\n|\r|\n")


def mended(data: bytes, name: str, off: Mapping[str, str]) -> tuple[bytes, int]:
    """The file with its mends, and how many there are."""
    count = 0
    tree, source, _ = tree_of(data, name, INNER_KEYS, "")
    for _ in range(ROUNDS):
        changed, made = _changed(data, set(edits_of(tree, source, off)))
        after, where, _ = tree_of(changed, name, INNER_KEYS, "")
        if not made or _shape(after) != _shape(tree):
            break
        data, tree, source, count = changed, after, where, count + made
    return data, count


def _shape(tree: Tree | None) -> int | None:
    """How many texts the file holds that say something: a mend that makes of one a comment or a list goes too far."""
    return None if tree is None else sum(bool(text.value) for text in texts(tree))


def _changed(data: bytes, edits: Iterable[Edit]) -> tuple[bytes, int]:
    """`data` after those edits that do not overlap, and their number; none where its encoding does not hold all."""
    mark = next((mark for mark, _ in MARKS if data.startswith(mark)), b"")
    encoding = decode(data).encoding
    text = data[len(mark) :].decode(encoding, errors="replace")
    if mark + text.encode(encoding, errors="replace") != data:
        return data, 0
    starts = (0, *(end.end() for end in LINE_ENDS.finditer(text)))
    pieces, cursor, made = [], 0, 0
    placed = [(starts[edit.line - 1] + edit.column - 1, edit) for edit in edits]
    for at, edit in sorted(placed, key=lambda each: (each[0], -len(each[1].old), each[1].new)):
        if at >= cursor and text.startswith(edit.old, at):
            pieces += [text[cursor:at], edit.new]
            cursor, made = at + len(edit.old), made + 1
    return mark + "".join([*pieces, text[cursor:]]).encode(encoding), made


def difference(before: bytes, after: bytes, name: str) -> str:
    """The unified diff of two states of a file."""
    old, new = (decode(data).text or "" for data in (before, after))
    lines = unified_diff(old.splitlines(), new.splitlines(), name, name, lineterm="")
    return "\n".join(lines)
