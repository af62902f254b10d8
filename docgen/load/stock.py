"""What a content file may name and where: lists of its 数据, templates and forms on the shelf."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

from docgen.load.expressions import Lists
from docgen.load.keys import meant, question
from docgen.load.refusal import instead

MOST_NAMED = 8
"""Names that a message lists: more are read by nobody."""


class Stock(Struct, frozen=True):
    """Names of the templates and forms there are; None where nobody looked."""

    templates: frozenset[str] | None = None
    forms: frozenset[str] | None = None


class Known(Struct, frozen=True):
    """The validation context: a content's own lists and the stock."""

    lists: Lists = field(default_factory=dict)
    stock: Stock = Stock()


def on_the_shelf(name: str, names: frozenset[str] | None, kind: str, folder: str) -> str:
    """`name`, which must be among `names` where these are known."""
    if names is not None and name and name not in names:
        hint = question(meant(name, names)) or _offer(names, folder)
        raise instead(name, f"没有这个{kind}", hint)
    return name


def _offer(names: Iterable[str], folder: str) -> str:
    some = sorted(names)[:MOST_NAMED]
    return f"{folder} 里有：{'、'.join(some)}" if some else f"请把它放到 {folder}"
