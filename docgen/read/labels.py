"""Take what the cascade says of a paragraph's list, give the list's indents and the label before its text (17.9)."""

from __future__ import annotations

from msgspec import Struct

from docgen.document import Label, Run
from docgen.read.numbering import Level, ListDefinition
from docgen.read.properties import Props, value
from docgen.read.source import Source
from docgen.read.styles import Chain, char_format, merged, names_list


class Item(Struct, frozen=True):
    """A paragraph of a list: the list's name, the list, and the level."""

    name: str
    list: ListDefinition
    at: int

    @property
    def level(self) -> Level:
        """Its level."""
        return self.list.levels[self.at]


def list_item(style_id: str, style: Chain, direct: Props, source: Source) -> Item | None:
    """The place of a paragraph in a list; None where it has none, or takes it back with list 0 (17.9.18)."""
    name = str(direct.get("list", style.paragraph.get("list", "")))
    found = source.lists.get(name)
    if found is None:
        return None
    at = direct.get("list_level", style.paragraph.get("list_level"))
    if at is None:
        at = found.level_of(value(each, "styleId") or "" for each in source.styles.ancestry(style_id))
    return Item(name, found, at) if at in found.levels else None


def listed(style: Chain, direct: Props, item: Item | None) -> Props:
    """A paragraph's cascade from its style on: the indents of a list stand just below what names it."""
    if item is None:
        return merged(style.paragraph, direct)
    over = {} if names_list(direct) else style.over_list
    return merged(style.paragraph, item.level.paragraph, over, direct)


def label(item: Item, mark: Props, source: Source) -> Label | None:
    """The next label of a list, in the look of the paragraph mark and its level (17.9.24); None where none is seen."""
    level = item.level
    for kind, name in level.unknown:
        source.report(kind, name)
    text = source.tally.text(item.name, item.list, item.at)
    props = merged(mark, level.run)
    used = char_format(props, source.styles.theme)
    if not text or used.hidden:
        return None
    return Label(Run(text.upper() if props.get("caps") else text, used), level.suffix, level.align)
