"""Take the text of a YAML file, give its tree: every scalar as typed, every node with its place.

Only PyYAML's scanner and parser run, event by event, so that nothing is built before it is counted.
"""

from __future__ import annotations

import re

from yaml import YAMLError
from yaml.error import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    Event,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from docgen.diagnostics import Diagnostic, error, warning
from docgen.load.characters import FORBIDDEN, LINE_ENDS, tidy
from docgen.load.refusal import shown
from docgen.load.source import Source, top_of
from docgen.load.syntax import RULE, explain
from docgen.load.tree import Listing, Mapping, Node, Text

DEPTH_LIMIT = 20
"""The deepest content (附件 › 正文 › 名单 › label › name) needs 8."""

NODE_LIMIT = 50_000
"""An award list of 5,000 entries with three columns has about 35,000 nodes."""

HIDDEN_LINE_ENDS = str.maketrans(dict.fromkeys(LINE_ENDS, "\x0b"))
"""YAML would end a line at some of them and lose the indentation; a vertical tab it lets pass."""

LOST_TEXT = re.compile(r" (#[^\s#].*)")

STRAY_ITEM = re.compile(r"\n *(-) ")


class UnreadableError(Exception):
    """The file cannot be read beyond `index` of its text."""

    def __init__(self, index: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.index, self.message, self.hint = index, message, hint


class _Events(Reader, Scanner, Parser):
    """PyYAML without its own complaint about control characters, which `decode` has made already."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def check_printable(self, data: object) -> None:
        pass


class _Composer:
    """Builds the tree of one file."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text.translate(HIDDEN_LINE_ENDS)
        self.events = _Events(self.text)
        self.nodes = 0
        self.found: list[Diagnostic] = []

    def document(self) -> Node | None:
        """The only document of the file; None where the file holds nothing."""
        self._next()
        if isinstance(self._peek(), StreamEndEvent):
            return None
        self._next()
        node = self._node(0)
        while isinstance(self._peek(), DocumentEndEvent):
            self._next()
        following = self._peek()
        if not isinstance(following, StreamEndEvent):
            raise UnreadableError(_start(following), "一个文件只能写一份公文，这里又开始了一份", "请删去“---”这一行")
        return node

    def _next(self) -> Event:
        event: Event = self.events.get_event()  # type: ignore[no-untyped-call]
        return event

    def _peek(self) -> Event:
        event: Event = self.events.peek_event()  # type: ignore[no-untyped-call]
        return event

    def _node(self, depth: int) -> Node:
        event = self._next()
        self._check(event, depth)
        match event:
            case ScalarEvent():
                return self._scalar(event)
            case SequenceStartEvent():
                return self._listing(event, depth)
            case _:
                return self._mapping(event, depth)

    def _check(self, event: Event, depth: int) -> None:
        start = _start(event)
        self.nodes += 1
        if self.nodes > NODE_LIMIT:
            raise UnreadableError(start, f"文件里的项目超过{NODE_LIMIT}个", "请把长名单放到 .xlsx 或 .csv 文件里")
        if depth > DEPTH_LIMIT:
            raise UnreadableError(start, f"层次超过{DEPTH_LIMIT}层", "请检查括号和缩进")
        marked = isinstance(event, AliasEvent) or (
            isinstance(event, NodeEvent) and (event.anchor is not None or getattr(event, "tag", None) is not None)
        )
        if marked:
            sign = self.text[start]
            raise UnreadableError(start, f"值不能以“{sign}”开头，它在 YAML 里另有用处", "请给整个值加上半角引号")

    def _scalar(self, event: ScalarEvent) -> Text:
        start, end = _start(event), _end(event)
        several_lines = event.style is None and "\n" in self.text[start:end]
        # YAML would fold the lines of an unquoted text into one: whole paragraphs of a body would run together.
        value = self.text[start:end] if several_lines else event.value
        if several_lines:
            self._check_alignment(value, start)
        if event.style is None:
            self._check_comment(end)
        return Text(self._allowed(value, start), start, end)

    def _check_alignment(self, value: str, start: int) -> None:
        """A list item further right than the others would silently become text of the one above."""
        item = STRAY_ITEM.search(value)
        if item:
            place = self.source.place(start + item.start(1))
            self.found.append(error(RULE, place, "列表的这一项没有和上面的各项对齐", "请让各项的“- ”左对齐"))

    def _check_comment(self, end: int) -> None:
        """A number sign in a text would silently become a comment; real comments have a space behind it."""
        lost = LOST_TEXT.match(self.text, end)
        if lost:
            place = self.source.place(end + 1)
            hint = "要印出来，请给整个值加上半角引号；是注释，请在“#”后面空一格"
            self.found.append(warning(RULE, place, f"{shown(lost[1])}被当作注释，不会印出来", hint))

    def _allowed(self, value: str, start: int) -> str:
        """`value`; escapes such as "\\x07" may have brought in what no DOCX can hold."""
        bad = FORBIDDEN.search(value)
        if bad:
            message = f"值里的转义写出了控制字符（U+{ord(bad.group()):04X}），Word 文件不能含有它"
            self.found.append(error("控制字符", self.source.place(start), message))
        return FORBIDDEN.sub(" ", value)

    def _listing(self, start: SequenceStartEvent, depth: int) -> Listing:
        items = []
        while not isinstance(self._peek(), SequenceEndEvent):
            items.append(self._node(depth + 1))
        self._next()
        return Listing(tuple(items), _start(start))

    def _mapping(self, start: Event, depth: int) -> Mapping:
        entries: dict[str, tuple[Text, Node]] = {}
        while not isinstance(self._peek(), MappingEndEvent):
            key, value = self._key(depth), self._node(depth + 1)
            if key.value in entries:
                self._repeated(key, entries[key.value][0])
            else:
                entries[key.value] = (key, value)
        self._next()
        return Mapping(tuple(entries.values()), _start(start))

    def _key(self, depth: int) -> Text:
        key = self._node(depth + 1)
        if not isinstance(key, Text):
            raise UnreadableError(key.start, "这里应是一个键，却写成了列表或花括号", "以“{”或“[”开头的值要加半角引号")
        return Text(tidy(key.value), key.start, key.end)

    def _repeated(self, key: Text, first: Text) -> None:
        place = self.source.place(key.start)
        before = self.source.place(first.start).line
        message = f"“{key.value}”写了两次：第{before}行和第{place.line}行"
        self.found.append(error("重复", place, message, "请只保留一处"))


def _start(event: Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end(event: Event) -> int:
    return event.end_mark.index if event.end_mark else 0


def compose(source: Source) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The tree of `source`; None where it cannot be read or holds nothing."""
    composer = _Composer(source)
    try:
        tree = composer.document()
    except UnreadableError as stop:
        return None, (*composer.found, error(RULE, source.place(stop.index), stop.message, stop.hint))
    except MarkedYAMLError as problem:
        return None, (*composer.found, explain(problem, source))
    except (YAMLError, ValueError, OverflowError):
        # PyYAML lets chr() and int() of absurd escapes and version numbers raise as they are.
        return None, (*composer.found, error(RULE, top_of(source.name), "文件里有无法识别的转义或指令"))
    return tree, tuple(composer.found)
