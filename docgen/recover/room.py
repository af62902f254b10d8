"""Take Content and the keys that its template has room for, give the same with all else as text of the body."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from docgen.content import Content, Prose, Stamp
from docgen.load.levels import paragraph
from docgen.recover.findings import Findings

ABOVE = {
    "份号": "copy_number",
    "密级": "secrecy",
    "紧急程度": "urgency",
    "发文字号": "number",
    "签发人": "signers",
    "令号": "order_number",
    "标题": "title",
    "主送": "addressees",
}
"""Keys to elements that stand above the body."""

BELOW = {
    "签名章": "stamps",
    "出席": "attendees",
    "请假": "absentees",
    "列席": "observers",
    "署名": "organs",
    "成文日期": "date",
    "附注": "remark",
    "抄送": "copies",
    "印发机关": "printer",
    "印发日期": "printed_on",
}
"""Keys to elements that stand below it."""

LABELLED = frozenset(("签发人", "出席", "请假", "列席", "抄送"))
"""What is printed with its name before it."""

MISSING_TITLE = "（原文件没有标题）"


def fitted(content: Content, found: Findings) -> Content:
    """`content` as its template can print it; what moved is told of."""
    template = found.house.templates.get(content.template)
    if template is None:
        return content if content.title or content.order_number else _with_title(content, found)
    keys = template.keys if "令号" in template.keys else template.keys - {"签名章"}
    above = tuple(_moved(content, ABOVE, keys, found))
    below = tuple(_moved(content, BELOW, keys, found))
    gone = {name: type(getattr(content, name))() for name in _without_room(content, keys)}
    body = (*map(paragraph, above), *content.body, *map(paragraph, below))
    given = replace(content, body=body, **gone)
    return given if given.title or "标题" not in template.keys else _with_title(given, found)


def _without_room(content: Content, keys: frozenset[str]) -> Iterator[str]:
    for key, name in {**ABOVE, **BELOW}.items():
        if key not in keys and getattr(content, name):
            yield name


def _moved(content: Content, elements: dict[str, str], keys: frozenset[str], found: Findings) -> Iterator[str]:
    """The lines of elements without room."""
    for key, name in elements.items():
        value = getattr(content, name)
        if key in keys or not value:
            continue
        found.warn("正文", "", f"模板“{content.template}”里没有“{key}”的位置，它的文字放在了正文里")
        yield from (f"{key}：{line}" if key in LABELLED else line for line in _lines(value))


def _lines(value: object) -> Iterator[str]:
    """An element as lines of text."""
    match value:
        case str():
            yield from value.split("\n")
        case (Stamp(), *_):
            yield from (f"{stamp.post}　{stamp.name}" for stamp in value if isinstance(stamp, Stamp))
        case tuple():
            yield "　".join(map(str, value))


def _with_title(content: Content, found: Findings) -> Content:
    title = found.mark or MISSING_TITLE
    found.warn("标题", "", f"没有认出标题，用了“{title}”，请改成真的标题")
    body = content.body
    if content.order_number:
        body = (Prose(0, "", content.order_number), *body)
    return replace(content, title=title, order_number="", body=body)
