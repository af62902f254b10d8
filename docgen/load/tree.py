"""The tree of a YAML file: texts, lists and mappings that know where they stand. Every scalar is text as typed."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docgen.load.characters import tidy

Plain = str | list["Plain"] | dict[str, "Plain"]
"""What a validator sees of a tree."""

Path = tuple[str | int, ...]
"""Keys and numbers (from 0) that lead from the top to a node."""


class Text(Struct, frozen=True):
    """A scalar; `start` and `end` are where it stands in the source."""

    value: str
    start: int
    end: int


class Listing(Struct, frozen=True):
    """A YAML sequence."""

    items: tuple[Node, ...]
    start: int


class Mapping(Struct, frozen=True):
    """A YAML mapping; keys are distinct."""

    entries: tuple[tuple[Text, Node], ...]
    start: int

    def get(self, key: str) -> Node | None:
        """What stands under `key`."""
        return next((node for written, node in self.entries if written.value == key), None)

    def key(self, key: str) -> Text | None:
        """`key` itself, as written."""
        return next((written for written, _ in self.entries if written.value == key), None)


Node = Text | Listing | Mapping


class Found(Struct, frozen=True):
    """Where a path ends: the node, and its key if it stands in a mapping."""

    node: Node
    key: Text | None

    @property
    def start(self) -> int:
        """The place a clerk looks at: the value, or the key where the value is empty."""
        empty = isinstance(self.node, Text) and not self.node.value
        return self.key.start if empty and self.key else self.node.start


def find(tree: Node, path: Path) -> Found:
    """What `path` leads to; steps that the tree does not have (names of validators) are passed over."""
    found = Found(tree, None)
    for step in path:
        found = _step(found.node, step) or found
    return found


def _step(node: Node, step: str | int) -> Found | None:
    match node, step:
        case Mapping(), str():
            value = node.get(step)
            return Found(value, node.key(step)) if value else None
        case Listing(items=items), int() if step < len(items):
            return Found(items[step], None)
    return None


def plain(node: Node) -> Plain:
    """The values of `node`, tidied, without their places."""
    match node:
        case Text(value=value):
            return tidy(value)
        case Listing(items=items):
            return [plain(item) for item in items]
        case Mapping(entries=entries):
            return {tidy(key.value): plain(value) for key, value in entries}


def texts(node: Node) -> Iterator[Text]:
    """Every text under `node`, keys left out."""
    match node:
        case Text():
            yield node
        case Listing(items=items):
            for item in items:
                yield from texts(item)
        case Mapping(entries=entries):
            for _, value in entries:
                yield from texts(value)
