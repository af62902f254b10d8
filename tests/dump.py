"""Pages as lines of text, so that a change of layout reads as a difference of lines."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.page import BLACK, Entry, Fill, Item, Page, Pages, Picture, Rule, Text


def dump(pages: Pages) -> str:
    """Each page with its items in order; lengths in points to a hundredth."""
    lines = [line for page in pages.pages for line in _page(page)]
    lines += [f"书签 {mark.level} 第{mark.page}页 {mark.y:.2f} {mark.title}" for mark in pages.outline]
    return "\n".join(lines) + "\n"


def _page(page: Page) -> Iterator[str]:
    yield f"—— 第{page.number}页（页码{page.label}）{page.width:.2f}×{page.height:.2f}"
    yield from map(_item, page.items)


def _item(item: Item) -> str:
    match item:
        case Text():
            return _text(item)
        case Rule():
            ends = _lengths(item.x1, item.y1, item.x2, item.y2)
            dashes = f" 虚线{item.dashes}" if item.dashes else ""
            return f"线 {ends} 粗{item.thickness:.2f}{_color(item.color)}{dashes}"
        case Fill():
            return f"底 {_lengths(item.x, item.y, item.width, item.height)}{_color(item.color)}"
        case Picture():
            return f"图 {_lengths(item.x, item.y, item.width, item.height)} {len(item.data)}字节"
        case Entry():
            return f"栏 {_lengths(item.x, item.y, item.width, item.height)} {item.size:g} {item.name}"


def _text(item: Text) -> str:
    face = item.asked if item.face.name == item.asked else f"{item.asked}→{item.face.name}"
    spacing = f" 加宽{item.spacing:.3f}" if round(item.spacing, 3) else ""
    flags = {" 粗": item.bold, " 斜": item.slanted, " 横卧": item.turned > 0, " 竖起": item.turned < 0}
    marks = "".join(word for word, wanted in flags.items() if wanted)
    looks = f"{face} {item.size:g}{spacing}{_color(item.color)}{marks}"
    return f"字 {_lengths(item.x, item.y, item.width)} {looks} [{item.style}:{item.source}] {item.text}"


def _lengths(*points: float) -> str:
    return " ".join(f"{point + 0.0:.2f}" for point in points)


def _color(color: str) -> str:
    return "" if color == BLACK else f" #{color}"
