"""Take the bytes of a DOCX, give a Document and what was not understood.

Handled: styles (defaults, basedOn, table, character, direct), lists, theme fonts, runs, tabs, breaks, symbols, PAGE and
NUMPAGES fields, inline pictures, hyperlinks and content controls (their text), insertions (taken), tables with merges,
borders, margins, vertical text, floating tables, sections, headers and footers by kind, mirrored margins.
Ignored on purpose: proofing and bookmark marks, hidden text, comments, deletions, revision history, languages.
Anything else is a warning that names it and the first paragraph where it stands. See docs/word-features.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from docx.document import Document as Docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsmap
from docx.parts.document import DocumentPart
from lxml.etree import XPath, _Element
from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import Diagnostic
from docgen.document import Document, Note
from docgen.package import open_package
from docgen.read.blocks import read_blocks
from docgen.read.notes import read_notes
from docgen.read.numbering import ListDefinition, read_lists
from docgen.read.parts import related_root
from docgen.read.properties import local, number, on, qn, size_of, value
from docgen.read.sections import read_sections
from docgen.read.source import Source
from docgen.read.styles import KEPT, Styles, styles_of

HTML_SPACING = "doNotUseHTMLParagraphAutoSpacing"
GRID_IN_CELLS = "adjustLineHeightInTable"
FIRST_IN_NOTES = -2
"""The number of the first paragraph in notes; they count down."""
OLDEST_MODE = 12.0
"""Word 2007, for a file that says nothing."""
TABLES_AT_THE_EDGE = 15.0
"""Since Word 2013 the grid of a table begins at the margin; before it the text of its cells did."""
PARAGRAPHS = XPath("count(.//w:p[not(ancestor::w:p)])", namespaces={"w": nsmap["w"]})
"""Those of a text box belong to the paragraph that holds it."""
DEFAULT_TAB = 36.0
"""17.15.1.25: half an inch where settings say nothing."""


class Around(Struct, frozen=True):
    """What a package says beside its text: its settings, its styles and lists, other names of its typefaces."""

    settings: dict[str, _Element]
    compat: dict[str, _Element]
    styles: Styles
    lists: dict[str, ListDefinition]
    names: dict[str, str]


def read(data: bytes, name: str) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """The document in `data`; None, with the reason, where it cannot be opened at all."""
    opened = open_package(data, name)
    return (None, (opened,)) if isinstance(opened, Diagnostic) else read_opened(opened, name)


def read_opened(opened: Docx, name: str) -> tuple[Document, tuple[Diagnostic, ...]]:
    """The document of a package that python-docx has opened."""
    return _read(opened, name, around(opened.part))


def read_refilled(opened: Docx, name: str) -> tuple[Document, tuple[Diagnostic, ...]]:
    """The same of a template that is filled again and again: what it says beside the text is read the first time."""
    return _read(opened, name, _remembered(opened.part))


def around(part: DocumentPart) -> Around:
    """What the package of a body says beside it."""
    root = related_root(part, RELATIONSHIP_TYPE.SETTINGS)
    settings = {local(child): child for child in root} if root is not None else {}
    compat = {local(child): child for child in settings.get("compat", ())}
    language = settings.get("themeFontLang")
    styles = styles_of(
        related_root(part, RELATIONSHIP_TYPE.STYLES),
        related_root(part, RELATIONSHIP_TYPE.THEME),
        (value(language, "eastAsia") or "") if language is not None else "",
    )
    lists = read_lists(related_root(part, RELATIONSHIP_TYPE.NUMBERING), styles)
    names = _other_names(related_root(part, RELATIONSHIP_TYPE.FONT_TABLE))
    return Around(settings, compat, styles, lists, names)


_remembered = lru_cache(maxsize=KEPT)(around)


def _read(opened: Docx, name: str, about: Around) -> tuple[Document, tuple[Diagnostic, ...]]:
    part, settings = opened.part, about.settings
    old_tables, notes = _mode(settings) < TABLES_AT_THE_EDGE, read_notes(part, settings)
    source = Source(name, about.styles, part, lists=about.lists, notes=notes, old_tables=old_tables)
    for kind, unknown in source.styles.base.unknown:
        source.report(kind, unknown)
    core = related_root(part.package, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    tab = settings.get("defaultTabStop")
    sections = read_sections(opened, source)
    document = Document(
        sections,
        title=_text(core, "dc:title"),
        author=_text(core, "dc:creator"),
        subject=_text(core, "dc:subject"),
        keywords=_text(core, "cp:keywords"),
        even_and_odd=_is_on(settings, "evenAndOddHeaders"),
        mirrored=_is_on(settings, "mirrorMargins"),
        adds_white=_is_on(about.compat, HTML_SPACING),
        grid_in_cells=_is_on(about.compat, GRID_IN_CELLS),
        default_tab=(size_of(tab, "val") if tab is not None else 0.0) or DEFAULT_TAB,
        notes=tuple(_notes(source)),
        names=about.names,
    )
    document = replace(document, renumbered=PARAGRAPHS(opened.element.body) != len(document.paragraphs))
    return document, source.diagnostics()


def _notes(source: Source) -> Iterator[Note]:
    first = FIRST_IN_NOTES
    for cited in source.notes.cited if source.notes is not None else ():
        within = source.in_note(cited, first)
        yield Note(read_blocks(cited.element, within), cited.at_end)
        first = within.count


def _mode(settings: dict[str, _Element]) -> float:
    """The version of Word whose layout a file wants ([MS-DOCX] 2.5.1 `compatibilityMode`)."""
    found = (each for each in settings.get("compat", ()) if value(each, "name") == "compatibilityMode")
    return next((number(value(each)) or OLDEST_MODE for each in found), OLDEST_MODE)


def _text(core: _Element | None, name: str) -> str:
    return (core.findtext(qn(name)) or "") if core is not None else ""


def _is_on(settings: dict[str, _Element], name: str) -> bool:
    return name in settings and on(settings[name])


def _other_names(table: _Element | None) -> dict[str, str]:
    names = {}
    for font in table if table is not None else ():
        other = font.find(qn("w:altName"))
        if other is not None:
            names[value(font, "name") or ""] = value(other) or ""
    return names
