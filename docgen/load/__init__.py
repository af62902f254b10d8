"""Take the bytes of a content file, give Content and everything there is to say about the file.

bytes → text (`decode`) → YAML (`mend`) → tree (`compose`) → lists (`lists`) → numbers (`expressions`) → values
(`schema`) → Content (`build`). Nothing is opened here; list files come through `fetch`.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from msgspec import Struct

from docgen.content import Content
from docgen.diagnostics import Diagnostic, error, has_errors, note
from docgen.form import Form
from docgen.load.complaints import validated
from docgen.load.compose import compose
from docgen.load.dates import has_leading_zero
from docgen.load.decode import read_text, without_controls
from docgen.load.documents import document
from docgen.load.fillings import Filling, Fillings, sheet_fillings, tree_fillings
from docgen.load.forms import FORM_KEYS, FormText, form_of
from docgen.load.lists import Fetch, read_lists
from docgen.load.mend import mend
from docgen.load.schema import INNER_KEYS, json_schema
from docgen.load.source import Source, top_of
from docgen.load.stock import Known, Stock
from docgen.load.tree import Mapping, Node, Text

__all__ = [
    "Examined",
    "Fetch",
    "Filling",
    "Fillings",
    "Loaded",
    "Stock",
    "examine",
    "json_schema",
    "load",
    "load_fillings",
    "load_form",
]

SIZE_LIMIT = 2_000_000
"""Bytes or characters: about three hundred pages of text."""

REPORTED = 200
"""More findings than this have a common cause, and nobody reads them all."""

DATE_KEYS = ("成文日期", "印发日期")

NOTICE_HINT = "至少要有“模板”“标题”“正文”三个键，例如 标题: 关于……的通知"
FILLING_HINT = "“数据”下面每张表写一项，例如 - 单位: 大连市中山区总工会"
FORM_HINT = "至少要有“字段”，下面每行一栏，例如 单位名称: {必填: 是}"

ANY = Stock()
"""Nobody looked at the shelf: every template and form passes."""

Loaded = tuple[Content | None, tuple[Diagnostic, ...]]
"""Content is None if and only if one of the diagnostics is an error."""


class Examined(Struct, frozen=True):
    """A content file for those who judge how it was typed: its tree with places, None where it cannot be read."""

    tree: Mapping | None
    source: Source
    content: Content | None
    diagnostics: tuple[Diagnostic, ...]


def load(data: bytes | str, name: str, fetch: Fetch | None = None, stock: Stock = ANY) -> Loaded:
    """The content file `name` (as messages call it) with the bytes `data`.

    `fetch` gives the bytes of a list file by its path relative to the content file, which never leaves the folder;
    it raises OSError where there is none. `stock` names the templates and forms that there are.
    The stem of `name` becomes the name of the content.
    """
    examined = examine(data, name, fetch, stock)
    return examined.content, examined.diagnostics


def examine(data: bytes | str, name: str, fetch: Fetch | None = None, stock: Stock = ANY) -> Examined:
    """The content file as `load` takes it, with its tree."""
    tree, source, found = tree_of(data, name, INNER_KEYS, NOTICE_HINT)
    content = _content(tree, source, found, fetch, stock) if tree is not None else None
    shown = in_order(found, name)
    return Examined(tree, source, None if has_errors(shown) else content, shown)


def load_form(data: bytes | str, name: str) -> tuple[Form | None, tuple[Diagnostic, ...]]:
    """The description of a form; the stem of `name` is the form's name. None if and only if there are errors."""
    described: FormText | None = None
    tree, source, found = tree_of(data, name, FORM_KEYS, FORM_HINT)
    if tree is not None:
        described, faults = validated(FormText, tree, source, Known())
        found += faults
    shown = in_order(found, name)
    return (None if described is None or has_errors(shown) else form_of(described, stem_of(name))), shown


def load_fillings(data: bytes, name: str, form: Form, sheet: str = "") -> Fillings:
    """What the file `name` (.xlsx, .csv or .yaml) fills into a form, row by row."""
    if not name.lower().endswith((".yaml", ".yml")):
        return sheet_fillings(data, name, form, sheet)
    tree, source, found = tree_of(data, name, frozenset(("数据", *(each.name for each in form.fields))), FILLING_HINT)
    fillings = tree_fillings(tree, source, form) if tree is not None and not has_errors(found) else Fillings()
    fillings.found[:0] = found
    return fillings


def stem_of(name: str) -> str:
    """What a file is called without folder and suffix."""
    return PurePosixPath(name.replace("\\", "/")).stem


def in_order(found: list[Diagnostic], name: str) -> tuple[Diagnostic, ...]:
    """Findings by place, the first `REPORTED` of them."""
    found.sort(key=lambda one: (one.place.file != name, one.place.line or 0, one.place.column or 0))
    if len(found) > REPORTED:
        rest = error("YAML写法", top_of(name), f"一共有{len(found)}处问题，这里只列出前{REPORTED}处")
        return (*found[:REPORTED], rest)
    return tuple(found)


def tree_of(
    data: bytes | str, name: str, keys: frozenset[str], hint: str
) -> tuple[Mapping | None, Source, list[Diagnostic]]:
    """The mapping that the file is, None where it is none; `keys` are those below its top, `hint` what it may hold."""
    text, found = _text(data, name)
    if text is None:
        return None, Source(name, "", (0,), {}), found
    source, notes = mend(text, name, keys)
    tree, faults = compose(source)
    found += [*notes, *faults]
    if isinstance(tree, Mapping):
        return tree, source, found
    return None, source, found if has_errors(faults) else [*found, _no_mapping(tree, source, hint)]


def _content(
    tree: Mapping, source: Source, found: list[Diagnostic], fetch: Fetch | None, stock: Stock
) -> Content | None:
    """The content of a tree; what is wrong with it is added to `found`."""
    lists, faults = read_lists(tree.get("数据"), source, fetch)
    content, more = document(tree, source, lists, Known(lists, stock), stem_of(source.name))
    found += [*faults, *more, *_zeros(tree, source)]
    return None if has_errors(found) else content


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


def _no_mapping(tree: Node | None, source: Source, hint: str) -> Diagnostic:
    """The error over a file that is YAML but holds no keys."""
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
