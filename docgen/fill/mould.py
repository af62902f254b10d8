"""A template opened once and filled often: what no content changes is not read, cleaned and compiled again.

docxtpl opens its file, cleans its XML and compiles it anew for each document, which takes most of its time.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from docx.document import Document as Docx
from docx.opc.constants import CONTENT_TYPE
from docxtpl import DocxTemplate
from jinja2.sandbox import SandboxedEnvironment
from msgspec import Struct, field
from msgspec.structs import replace

from docgen.diagnostics import Diagnostic
from docgen.fill.paragraphs import Stylist
from docgen.fill.sandbox import Sandbox
from docgen.fill.stylist import read_stylist
from docgen.fill.tags import Tags, read_tags
from docgen.package import open_package, own_parts, package_bytes, packed, parts_of, with_parts

KEPT = 16
"""Templates of a batch that are kept open."""
FOOTNOTES = CONTENT_TYPE.WML_FOOTNOTES
TAG_SIGNS = ("{{", "{%")
LISTING_SIGNS = "\t\n\a\f"
"""What docxtpl makes a tab, a line break, a paragraph and a page break of."""
FIRST_DRAWING = 1000
"""Where docxtpl begins to number drawings (20.4.2.5)."""


class Template(DocxTemplate):  # type: ignore[misc]
    """An opened package as a template. What is filled in takes the place of what stood there before."""

    def __init__(self, opened: Docx) -> None:
        super().__init__(None)
        self.docx = opened
        self.body = self.patch_xml(self.get_xml())
        margins = [*self.get_headers_footers(self.HEADER_URI), *self.get_headers_footers(self.FOOTER_URI)]
        self.margins = {key: source for key, part in margins if (source := self._tagged(part))}
        notes = (part.blob for part in opened.part.package.iter_parts() if part.content_type == FOOTNOTES)
        self.has_tags_in_notes = any(sign.encode() in blob for blob in notes for sign in TAG_SIGNS)

    def _tagged(self, part: Any) -> str:
        """The cleaned source of a header or footer; empty where it has no tags, so that nothing changes it."""
        source: str = self.patch_xml(self.get_part_xml(part))
        return source if any(sign in source for sign in TAG_SIGNS) else ""

    def resolve_listing(self, xml: str) -> str:
        """As docxtpl does, which looks for line ends and tabs in every text, whether there are any or not."""
        return str(super().resolve_listing(xml)) if any(sign in xml for sign in LISTING_SIGNS) else xml

    def rendered(self, context: Mapping[str, object], environment: SandboxedEnvironment) -> str:
        """The body with the values of its tags. Raises TemplateError."""
        body: str = self.render_xml_part(self.body, self.docx.part, context, environment)
        return body

    def fill(self, body: str, context: Mapping[str, object], environment: SandboxedEnvironment) -> Docx:
        """The package with a rendered body in it, and headers and footers rendered. Raises TemplateError."""
        self.docx_ids_index = FIRST_DRAWING
        tree = self.fix_tables(body)
        self.fix_docpr_ids(tree)
        # lxml goes through what it takes out as a whole once for each of its parts: a second long table took minutes.
        self.docx.element.body.clear()
        self.map_tree(tree)
        # python-docx remembers the body that was taken out.
        self.docx = self.docx.part.document
        for key, source in self.margins.items():
            part = self.docx.part.rels[key].target_part
            self.map_headers_footers_xml(key, self.render_xml_part(source, part, context, environment).encode())
        if self.has_tags_in_notes:
            self.render_footnotes(context, environment)
        return self.docx


class Mould(Struct, frozen=True):
    """A template with what is known of it: its styles and its tags."""

    template: Template
    styles: Stylist
    tags: Tags
    still: list[bytes] = field(default_factory=list)

    def written(self, docx: Docx) -> bytes:
        """The file of its package; parts that no document changes are written and compressed once."""
        if self.template.margins:
            return package_bytes(docx)
        own = own_parts(docx)
        if not self.still:
            self.still.append(packed({name: blob for name, blob in parts_of(docx).items() if name not in own}))
        return with_parts(self.still[0], own)

    @property
    def stylist(self) -> Stylist:
        """Its styles for one document, which may ask for some that it lacks."""
        return replace(self.styles, missing=set())


@lru_cache(maxsize=KEPT)
def mould_of(data: bytes, name: str, known: frozenset[str]) -> Mould | Diagnostic:
    """The template in `data`, kept open; or why it cannot be opened. `known`: what its tags may name."""
    opened = open_package(data, name)
    if isinstance(opened, Diagnostic):
        return opened
    return Mould(Template(opened), read_stylist(opened), read_tags(opened, known, name, Sandbox()))
