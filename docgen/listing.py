"""Take Pages, give what is on each page in words: lines of text for people, values for JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from docgen.page import Fill, Item, Page, Pages, Picture, Rule, Text

DIGITS = 3
"""Decimals of a point in values: a thousandth is below any printer."""


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


def values(pages: Pages) -> list[dict[str, Any]]:
    """Every item of every page, ready for JSON."""
    return [_page(page) for page in pages.pages]


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
    return {key: round(found, DIGITS) if isinstance(found, float) else found for key, found in value.items()}
