"""Take Pages with their facts and decisions, give what is on each page: lines of text for people, values for JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec.structs import asdict

from docgen.page import Entry, Fill, Item, Page, Pages, Picture, Rule, Text
from docgen.settle.case import Decision
from docgen.settle.facts import Facts

DIGITS = 3
"""Decimals of a point in values: a thousandth is below any printer."""


def standing(facts: Facts, decisions: Sequence[Decision], *, taken: bool) -> Iterator[str]:
    """Decisions, taken or still to be taken, and facts, one a line."""
    yield "定版" if taken else "若重新定版"
    yield from (f"  {decision.sentence}" for decision in decisions)
    if not decisions:
        yield "  不用改动"
    yield "版面"
    yield from (f"  {fact}" for fact in _facts(facts))


def _facts(facts: Facts) -> Iterator[str]:
    if facts.body_lines_on_first_page is not None:
        yield f"首页正文{facts.body_lines_on_first_page}行"
    if facts.signature_page is not None:
        yield f"署名在第{facts.signature_page}页，同页正文{facts.body_lines_with_signature}行"
    if facts.imprint_page is not None:
        yield f"版记在第{facts.imprint_page}页（{'偶数页' if facts.imprint_even else '不是偶数页'}）"
    yield f"空白页：{_numbers(facts.blank)}"
    yield f"不编页码：{_numbers(facts.unnumbered)}"


def _numbers(pages: Sequence[int]) -> str:
    return f"第{'、'.join(map(str, pages))}页" if pages else "无"


def lines(pages: Pages) -> Iterator[str]:
    """A head, and for each page a line for each text that is not blank. Lengths are points from the upper left."""
    yield "   横坐标  纵坐标   宽度  字号（单位：磅） 字体 [样式] 文字"
    for page in pages.pages:
        yield f"—— 第{page.number}页（页码{page.label}）{page.width:.1f}×{page.height:.1f}"
        for item in page.texts:
            if not item.text.strip():
                continue
            where = f"{item.x:7.2f} {item.y:7.2f} {item.width:7.2f} {item.size:5.1f}"
            yield f"{where} {item.asked} [{item.style}] {item.text}"


def values(pages: Pages, facts: Facts, decisions: Sequence[Decision]) -> dict[str, Any]:
    """Decisions, facts and every item of every page, ready for JSON."""
    return {
        "decisions": [asdict(decision) for decision in decisions],
        "facts": asdict(facts),
        "pages": [_page(page) for page in pages.pages],
    }


def _page(page: Page) -> dict[str, Any]:
    return {
        "page": page.number,
        "label": page.label,
        "width": page.width,
        "height": page.height,
        "items": [_item(item) for item in page.items],
    }


def _item(item: Item) -> dict[str, Any]:
    match item:
        case Text():
            value = {"kind": "text", **asdict(item), "face": item.face.name}
        case Rule():
            value = {"kind": "rule", **asdict(item)}
        case Fill():
            value = {"kind": "fill", **asdict(item)}
        case Picture():
            value = {"kind": "picture", **asdict(item), "data": len(item.data)}
        case Entry():
            value = {"kind": "entry", **asdict(item)}
    return {key: round(found, DIGITS) if isinstance(found, float) else found for key, found in value.items()}
