"""Take what pydantic has against a tree, give diagnostics in Chinese at the place of the key or value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from docgen.diagnostics import Diagnostic, error
from docgen.load.keys import meant, question
from docgen.load.parts import BLOCK_KEYS, Element
from docgen.load.refusal import shown
from docgen.load.schema import INNER_MODELS, Notice, keys_of
from docgen.load.source import Source, top_of
from docgen.load.stock import Known
from docgen.load.tree import Listing, Mapping, Node, Path, Text, find, plain

Model = TypeVar("Model", bound=Element)

WANTED = {
    "string_type": ("应是一段文字", "请直接写在冒号后面"),
    "tuple_type": ("应是列表", "每项另起一行，前面写“- ”"),
    "model_type": ("下面应是“键: 值”", "请另起一行，缩进两格写"),
    "model_attributes_type": ("下面应是“键: 值”", "请另起一行，缩进两格写"),
    "union_tag_not_found": (f"应是一段文字，或{BLOCK_KEYS}之中的一个", ""),
}
"""What the types of pydantic's own errors mean."""


def validated(
    model: type[Model], tree: Node, source: Source, known: Known
) -> tuple[Model | None, tuple[Diagnostic, ...]]:
    """`tree` as `model`; None and every error where it does not fit."""
    try:
        return model.model_validate(plain(tree), context=known), ()
    except ValidationError as refused:
        return None, tuple(_complaints(model, tree, source, refused.errors(include_url=False)))


def _complaints(model: type[Element], tree: Node, source: Source, errors: list[ErrorDetails]) -> Iterator[Diagnostic]:
    unknown = [fault for fault in errors if fault["type"] == "extra_forbidden"]
    guessed = {(fault["loc"][:-1], key) for fault in unknown for key in _candidates(model, fault["loc"])}
    for fault in errors:
        match fault["type"]:
            case "extra_forbidden":
                yield _unknown(model, tree, source, fault["loc"])
            case "missing":
                if (fault["loc"][:-1], fault["loc"][-1]) not in guessed:
                    yield _missing(tree, source, fault["loc"])
            case _:
                yield _wrong(tree, source, fault)


def _known(model: type[Element], path: Path) -> tuple[str, ...]:
    """The keys that the mapping around the end of `path` may have."""
    inner = {**INNER_MODELS, **model.inner}
    around = [str(step) for step in path[:-1] if step in inner]
    return keys_of(inner[around[-1]] if around else model)


def _candidates(model: type[Element], path: Path) -> tuple[str, ...]:
    return meant(str(path[-1]), _known(model, path))


def _unknown(model: type[Element], tree: Node, source: Source, path: Path) -> Diagnostic:
    mapping = find(tree, path[:-1]).node
    key = mapping.key(str(path[-1])) if isinstance(mapping, Mapping) else None
    place = source.place(key.start if key else mapping.start)
    candidates = _candidates(model, path)
    hint = question(candidates) or _stray_hint(model, path)
    return error("键名", place, f"没有{shown(str(path[-1]))}这个键", hint)


def _stray_hint(model: type[Element], path: Path) -> str:
    if model is Notice and len(path) == 1:
        return "如果这是正文里的一段，请在行首加两个空格；用不着就删去"
    return f"如果这是一段文字，请把半角冒号改成“：”；这里可以写：{'、'.join(_known(model, path))}"


def _missing(tree: Node, source: Source, path: Path) -> Diagnostic:
    key = str(path[-1])
    mapping = find(tree, path[:-1]).node
    written = mapping.key(key) if isinstance(mapping, Mapping) else None
    if written:
        return error("缺少", source.place(written.start), f"“{key}”是空的", "请在冒号后面补上内容")
    place = top_of(source.name) if mapping is tree else source.place(mapping.start)
    return error("缺少", place, f"缺少“{key}”", f"请加上“{key}: …”")


def _wrong(tree: Node, source: Source, fault: ErrorDetails) -> Diagnostic:
    context = fault.get("ctx", {})
    path: Path = (*fault["loc"], *context.get("path", ()))
    found = find(tree, path)
    message, hint = str(context.get("message", "")), str(context.get("hint", ""))
    if not message:
        wanted, hint = WANTED.get(fault["type"], ("的写法不对", ""))
        message = f"{wanted}，这里写的是{_kind(found.node)}"
    return error("取值", source.place(found.start), f"{_name(tree, path)}{message}", hint)


def _kind(node: Node) -> str:
    match node:
        case Text(value=value):
            return shown(value) if value else "空"
        case Listing():
            return "列表"
        case Mapping():
            return "“键: 值”"


def _name(tree: Node, path: Path) -> str:
    """What a message calls the value at `path`: its key, and its number in a list."""
    name, number, here = "", "", tree
    for step in path:
        inner = find(here, (step,)).node
        if inner is here:
            continue
        name, number = (name, f"第{step + 1}项") if isinstance(step, int) else (f"“{step}”", "")
        here = inner
    return name + number
