"""Take the bytes of a content file, give Content and everything there is to say about the file.

bytes → text (`decode`) → YAML (`mend`) → tree (`compose`) → lists (`lists`) → numbers (`expressions`) → values
(`schema`) → Content (`build`). Nothing is opened here; list files come through `fetch`.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from docgen.content import Content
from docgen.diagnostics import Diagnostic, error, has_errors, note
from docgen.load.build import build
from docgen.load.complaints import validated
from docgen.load.compose import compose
from docgen.load.dates import has_leading_zero
from docgen.load.decode import read_text, without_controls
from docgen.load.expressions import evaluate
from docgen.load.lists import Fetch, read_lists
from docgen.load.mend import mend
from docgen.load.schema import INNER_KEYS, Notice, json_schema
from docgen.load.source import Source, top_of
from docgen.load.stock import Known, Stock
from docgen.load.tree import Mapping, Node, Text

__all__ = ["Fetch", "Loaded", "Stock", "json_schema", "load"]

SIZE_LIMIT = 2_000_000
"""Bytes or characters: about three hundred pages of text."""

REPORTED = 200
"""More findings than this have a common cause, and nobody reads them all."""

DATE_KEYS = ("成文日期", "印发日期")

ANY = Stock()
"""Nobody looked at the shelf: every template and form passes."""

Loaded = tuple[Content | None, tuple[Diagnostic, ...]]
"""Content is None if and only if one of the diagnostics is an error."""


def load(data: bytes | str, name: str, fetch: Fetch | None = None, stock: Stock = ANY) -> Loaded:
    """The content file `name` (as messages call it) with the bytes `data`.

    `fetch` gives the bytes of a list file by its path relative to the content file, which never leaves the folder;
    it raises OSError where there is none. `stock` names the templates and forms that there are.
    The stem of `name` becomes the name of the content.
    """
    content, found = _load(data, name, fetch, stock)
    found.sort(key=lambda one: (one.place.file != name, one.place.line or 0, one.place.column or 0))
    if len(found) > REPORTED:
        rest = error("YAML写法", top_of(name), f"一共有{len(found)}处问题，这里只列出前{REPORTED}处")
        return None, (*found[:REPORTED], rest)
    return content, tuple(found)


def _load(data: bytes | str, name: str, fetch: Fetch | None, stock: Stock) -> tuple[Content | None, list[Diagnostic]]:
    text, found = _text(data, name)
    if text is None:
        return None, found
    source, notes = mend(text, name, INNER_KEYS)
    tree, faults = compose(source)
    found += [*notes, *faults]
    if not isinstance(tree, Mapping):
        return None, found if faults else [*found, _no_mapping(tree, source)]
    lists, faults = read_lists(tree.get("数据"), source, fetch)
    found += faults
    computed, faults = evaluate(tree, source, lists)
    found += faults
    notice, faults = validated(Notice, computed, source, Known(lists, stock))
    found += [*faults, *_zeros(tree, source)]
    if notice is None or has_errors(found):
        return None, found
    return build(notice, lists, PurePosixPath(name.replace("\\", "/")).stem), found


def _text(data: bytes | str, name: str) -> tuple[str | None, list[Diagnostic]]:
    """The text of the file; None where it is too long or no text."""
    if len(data) > SIZE_LIMIT:
        message = f"文件超过{SIZE_LIMIT // 1_000_000}MB"
        return None, [error("文件限额", top_of(name), message, "请把长名单放到 .xlsx 或 .csv 文件里")]
    text, found = read_text(data, name) if isinstance(data, bytes) else (data, ())
    if text is None:
        return None, [*found]
    clean, controls = without_controls(text, name)
    return clean, [*found, *controls]


def _no_mapping(tree: Node | None, source: Source) -> Diagnostic:
    """The error over a file that is YAML but holds no keys."""
    hint = "至少要有“模板”“标题”“正文”三个键，例如 标题: 关于……的通知"
    if tree is None or (isinstance(tree, Text) and not tree.value):
        return error("缺少", top_of(source.name), "文件是空的", hint)
    return error("YAML写法", source.place(tree.start), "文件应由“键: 值”组成", hint)


def _zeros(tree: Mapping, source: Source) -> list[Diagnostic]:
    """A note for each date with zeros that are left out in print (7.3.5.4)."""
    written = [(key, tree.get(key)) for key in DATE_KEYS]
    return [
        note("写法", source.place(value.start), f"“{key}”里月、日前面的0不印出来")
        for key, value in written
        if isinstance(value, Text) and has_leading_zero(value.value)
    ]
