"""Take a tree with `{{ 名单|数 }}` in its texts and the lists they speak of, give the tree with the numbers in.

Jinja's parser reads an expression, nothing of Jinja runs it: only the few kinds of node named in `_value` mean
anything, so there is no attribute, no method and no loop to reach.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as Mappings
from functools import lru_cache

from jinja2 import Environment, TemplateSyntaxError, nodes
from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import Diagnostic, error
from docgen.load.keys import meant, named, question
from docgen.load.source import Source
from docgen.load.tree import Listing, Mapping, Node, Text

RULE = "算式"

Row = Mappings[str, str]
Rows = tuple[Row, ...]
Lists = Mappings[str, Rows | None]
"""The lists of 数据 by name; None for one that could not be read, of which the clerk knows already."""

Names = Mappings[str, Rows | Row | str | None]
"""What an expression may name: lists, and where a document is made for a row of one, that row and its cells."""

LISTS_KEY = "数据"

LENGTH_LIMIT = 200
"""A count, a sum of counts or a cell needs 40 characters."""

PARSED = 1_024
"""Expressions remembered: a document for each of a thousand winners has the same ones."""

NESTING_LIMIT = 20
"""Jinja's parser descends about twelve calls a bracket; Python stops at a thousand."""

EXPRESSION = re.compile(rf"\{{\{{(.{{0,{LENGTH_LIMIT}}}?)\}}\}}", re.DOTALL)

FOREIGN = re.compile(r"\{%.*?(?:%\}|$)|\{#.*?(?:#\}|$)|\{\{", re.DOTALL)
"""What remains of Jinja when the expressions are gone: statements, comments, an expression without an end."""

EXAMPLE = "可以写 {{ 名单|数 }}、{{ 名单[0].列名 }} 和它们的加减"

GRAMMAR = Environment(autoescape=True)


class MeaninglessError(Exception):
    """An expression that has no value: why, and what would have one."""

    def __init__(self, message: str, hint: str = EXAMPLE) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


class UnknownListError(Exception):
    """An expression about a list that could not be read."""


Value = int | str | Rows | Row


class _Evaluation(Struct, frozen=True):
    """The names at hand, and what was wrong so far."""

    source: Source
    names: Names
    found: list[Diagnostic]

    def node(self, node: Node) -> Node:
        """`node` with every expression in it replaced by its value."""
        match node:
            case Text():
                return self.text(node) if "{" in node.value else node
            case Listing(items=items):
                return replace(node, items=tuple(self.node(item) for item in items))
            case Mapping(entries=entries):
                return replace(node, entries=tuple((key, self.node(value)) for key, value in entries))

    def text(self, text: Text) -> Text:
        """`text` with its values in; what has none stays, with an error."""
        left = FOREIGN.search(EXPRESSION.sub(" ", text.value))
        if left:
            self.complain(text, left.group(), *_foreign(left.group()))
        return replace(text, value=EXPRESSION.sub(lambda found: self.value(text, found), text.value))

    def value(self, text: Text, found: re.Match[str]) -> str:
        """The value of one expression as it will be printed."""
        try:
            return written(found.group(1), self.names)
        except MeaninglessError as reason:
            self.complain(text, found.group(), reason.message, reason.hint)
        except UnknownListError:
            pass
        return found.group()

    def complain(self, text: Text, piece: str, message: str, hint: str) -> None:
        """An error at `piece` of `text`."""
        index = self.source.text.find(piece, text.start, text.end)
        place = self.source.place(index if index >= 0 else text.start)
        self.found.append(error(RULE, place, message, hint))


def evaluate(tree: Mapping, source: Source, names: Names) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """`tree` with every expression in its texts replaced by its value; 数据 itself holds none."""
    evaluation = _Evaluation(source, names, [])
    entries = tuple((key, value if key.value == LISTS_KEY else evaluation.node(value)) for key, value in tree.entries)
    return replace(tree, entries=entries), tuple(evaluation.found)


def _foreign(piece: str) -> tuple[str, str]:
    if piece == "{{":
        return f"“{{{{”没有配上“}}}}”，或算式超过{LENGTH_LIMIT}字", EXAMPLE
    return f"内容里不能写“{piece[:2]} {piece[-2:]}”", EXAMPLE


def written(expression: str, names: Names) -> str:
    """The value of `expression` (without its braces) as text. Raises MeaninglessError or UnknownListError."""
    shown = expression.strip()
    if sum(map(expression.count, "([{")) > NESTING_LIMIT:
        raise MeaninglessError("算式里的括号太多")
    value = _value(_parsed(expression), names)
    match value:
        case int() | str():
            return str(value)
        case tuple():
            raise MeaninglessError(f"“{shown}”是一张清单，不能直接写进文字", f"要写项数，用 {{{{ {shown}|数 }}}}")
        case _:
            return _only_column(value, shown)


def _only_column(row: Row, shown: str) -> str:
    if len(row) == 1:
        return next(iter(row.values()))
    raise MeaninglessError(f"“{shown}”是清单的一整行", f"要写其中一列，用 {{{{ {shown}.{next(iter(row))} }}}}")


@lru_cache(maxsize=PARSED)
def _parsed(expression: str) -> nodes.Expr:
    try:
        # The spaces keep a leading minus from being Jinja's sign to strip white space.
        body = GRAMMAR.parse("{{ " + expression + " }}").body
    except TemplateSyntaxError:
        raise MeaninglessError(f"算式“{expression.strip()}”看不懂") from None
    match body:
        case [nodes.Output(nodes=[nodes.Expr() as parsed])]:
            return parsed
        case _:
            raise MeaninglessError(f"算式“{expression.strip()}”看不懂")


def _value(node: nodes.Node, names: Names) -> Value:
    """The value of a parsed expression; the cases are all that an expression may hold."""
    match node:
        case nodes.Const(value=bool()):
            raise MeaninglessError("算式里不能写真假值")
        case nodes.Const(value=int() | str() as constant):
            return constant
        case nodes.Name(name=name):
            return _named(name, names)
        case nodes.Filter(node=nodes.Node() as inner, name="数", args=[], kwargs=[]):
            return _count(_value(inner, names))
        case nodes.Getattr(node=inner, attr=column) | nodes.Getitem(node=inner, arg=nodes.Const(value=str() as column)):
            return _cell(_value(inner, names), column)
        case nodes.Getitem(node=inner, arg=nodes.Const(value=int() as position)):
            return _row(_value(inner, names), position)
        case nodes.Add(left=left, right=right):
            return _number(_value(left, names)) + _number(_value(right, names))
        case nodes.Sub(left=left, right=right):
            return _number(_value(left, names)) - _number(_value(right, names))
        case nodes.Filter(name=name):
            raise MeaninglessError(f"没有“|{name}”这种算法", "只有“|数”：清单的项数")
        case _:
            raise MeaninglessError("这种算式不能用")


def _named(name: str, names: Names) -> Value:
    if name not in names:
        raise MeaninglessError(*_unknown(name, names))
    value = names[name]
    if value is None:
        raise UnknownListError
    return value


def _unknown(name: str, names: Names) -> tuple[str, str]:
    """What is said of a name that nothing bears, and the hint."""
    guess = question(meant(name, names))
    if any(isinstance(value, str) for value in names.values()):
        return f"没有“{name}”这一列，也没有这张清单", guess or f"可以用：{named(names)}"
    known = f"“数据”里有{named(names)}" if names else "请先在“数据”里写这张清单"
    return f"“数据”里没有清单“{name}”", guess or known


def _count(value: Value) -> int:
    if isinstance(value, tuple):
        return len(value)
    raise MeaninglessError("“|数”只能用在清单上")


def _row(value: Value, position: int) -> Row:
    if not isinstance(value, tuple):
        raise MeaninglessError("“[ ]”里的数字只能用在清单上")
    if position >= len(value):
        raise MeaninglessError(f"清单只有{len(value)}项，没有第{position + 1}项", "第一项是 [0]")
    return value[position]


def _cell(value: Value, column: str) -> str:
    if isinstance(value, int | str | tuple):
        raise MeaninglessError(f"“{column}”前面应是清单的一行", "例如 {{ 名单[0].列名 }}")
    if column not in value:
        raise MeaninglessError(f"清单里没有“{column}”这一列", question(meant(column, value)) or f"有{named(value)}")
    return value[column]


def _number(value: Value) -> int:
    if isinstance(value, int):
        return value
    raise MeaninglessError("加减的两边都应是数", "清单的项数要写“|数”")
