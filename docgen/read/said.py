"""Take the style and the properties of a paragraph, give what they say; paragraphs that say the same are read once."""

from __future__ import annotations

from lxml.etree import _Element
from msgspec import Struct

from docgen.document import CharFormat, ParagraphFormat
from docgen.read.properties import Props, paragraph_properties, qn, run_properties
from docgen.read.source import Source
from docgen.read.styles import WORD_SIZE, Chain, char_format, merged, paragraph_format, silent

Signature = tuple[object, ...]
"""What an element holds, by which two that say the same are known."""


def signature(element: _Element | None) -> Signature:
    """The names and attributes of all that stands in an element; nothing where there is none."""
    if element is None:
        return ()
    return tuple([(child.tag, *child.items(), *signature(child)) for child in element])


class Said(Struct, frozen=True):
    """What a paragraph's style and properties say, and (kind, name) of what nobody understands in the latter.

    `format` is that of a paragraph in no list.
    """

    style: Chain
    direct: Props
    base_run: Props
    mark: Props
    mark_format: CharFormat
    format: ParagraphFormat
    unknown: tuple[tuple[str, str], ...]


def read_said(properties: _Element | None, style_id: str, source: Source, table: Chain) -> Said:
    """What a paragraph says; what nobody understands in it is unknown at the present paragraph."""
    key = (style_id, table, signature(properties))
    found: Said | None = source.styles.looks.get(key)
    if found is None:
        found = source.styles.looks[key] = _read(properties, style_id, source, table)
    for kind, name in (*found.style.unknown, *found.unknown):
        source.report(kind, name)
    return found


def _read(properties: _Element | None, style_id: str, source: Source, table: Chain) -> Said:
    styles, unknown = source.styles, list[tuple[str, str]]()
    style = styles.chain(style_id)
    direct = paragraph_properties(properties, lambda kind, name: unknown.append((kind, name)))
    base_run = styles.base_run(table, style)
    mark = merged(base_run, run_properties(properties.find(qn("w:rPr")) if properties is not None else None, silent))
    props = merged(styles.base.paragraph, table.paragraph, style.paragraph, direct)
    used = paragraph_format(props, base_run.get("size", WORD_SIZE))
    return Said(style, direct, base_run, mark, char_format(mark, styles.theme), used, tuple(unknown))
