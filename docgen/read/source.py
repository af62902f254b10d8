"""What every reading function needs at hand: the styles, the related parts, and where to report."""

from __future__ import annotations

from collections import Counter

from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml.etree import _Element
from msgspec import Struct, field
from msgspec.structs import replace

from docgen.diagnostics import Diagnostic, Place, warning
from docgen.document import Edges, Float, Image, Margins
from docgen.read.notes import Cited, Notes
from docgen.read.numbering import ListDefinition, Tally
from docgen.read.styles import Chain, Styles

RULE = "未支持的内容"
PICTURES = "图片"
IN_MARGINS = "页眉页脚"
IN_NOTES = "脚注和尾注"
UNNUMBERED = -1
"""The number of paragraphs in headers and footers; those of the body count from 0 up, those of notes from −2 down."""


class TextBox(Struct, frozen=True):
    """A text box (17.17.1) that cannot be placed, and where it stands across: center, right, or elsewhere."""

    content: _Element
    align: str


class Frame(Struct, frozen=True):
    """What stands at a place of its own (20.4.2.3): a picture, or the text of a box with its insets in points."""

    place: Float
    width: float
    content: _Element | Image
    insets: Margins
    edges: Edges
    shade: str


class Source(Struct):
    """A part being read.

    Attributes:
        name: the file as the clerk knows it.
        part: the body, or a header or footer, with its relations.
        spot: where its paragraphs stand, in words; empty for those of the body, which are counted.
        count: the number of the next paragraph. step: from one to the next.
        unknown: what was met and not understood, by kind, name and place.
        lists: the lists of the file by identifier; tally: how far they have counted in this part.
        notes: the notes of the file; None in headers, footers and notes, which cannot have any.
        mark: the number of the note being read.
        old_tables: whether tables stand with their text, not their edge, at the margin (see docs/word-features.md).
        boxes, frames: text boxes and frames met in the present paragraph.
    """

    name: str
    styles: Styles
    part: Part
    spot: str = ""
    count: int = 0
    step: int = 1
    unknown: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    lists: dict[str, ListDefinition] = field(default_factory=dict)
    tally: Tally = field(default_factory=Tally)
    notes: Notes | None = None
    mark: str = ""
    old_tables: bool = False
    boxes: list[TextBox] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)

    def in_margin(self, part: Part) -> Source:
        """The reading of a header or footer: relations of its own, no numbers, the same list of unknown things."""
        return replace(
            self, part=part, spot=IN_MARGINS, count=UNNUMBERED, step=0, tally=Tally(), notes=None, boxes=[], frames=[]
        )

    def in_note(self, cited: Cited, first: int) -> Source:
        """The reading of a note, likewise; its paragraphs count down from `first`."""
        return replace(self.in_margin(cited.part), spot=IN_NOTES, count=first, step=-1, mark=cited.mark)

    def taken_boxes(self) -> tuple[list[TextBox], list[Frame]]:
        """The text boxes and frames met, which are then forgotten."""
        boxes, frames, self.boxes, self.frames = self.boxes, self.frames, [], []
        return boxes, frames

    def next_index(self) -> int:
        """The number of the next paragraph."""
        self.count += self.step
        return self.count - self.step

    def report(self, kind: str, name: str) -> None:
        """Remember something unknown at the present paragraph."""
        self.unknown[(kind, name, self.spot or f"第{self.count + 1}段")] += 1

    def chain(self, style_id: str) -> Chain:
        """What a style says; what nobody understands in it is unknown at the present paragraph."""
        found = self.styles.chain(style_id)
        for kind, name in found.unknown:
            self.report(kind, name)
        return found

    def control_around(self, element: _Element) -> str:
        """The tag of the nearest content control around an element, else its alias: LibreOffice keeps no tags."""
        for control in element.iterancestors(qn("w:sdt")):
            for name in ("w:tag", "w:alias"):
                found = control.find(f"{qn('w:sdtPr')}/{qn(name)}")
                if found is not None:
                    return found.get(qn("w:val")) or ""
        return ""

    def related(self, rel_id: str | None) -> Part | None:
        """The part behind a relation; None where it is broken or leads outside."""
        relation = self.part.rels.get(rel_id or "")
        return None if relation is None or relation.is_external else relation.target_part

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """One warning for each unknown thing, at the first place where it stood."""
        first: dict[tuple[str, str], str] = {}
        total: Counter[tuple[str, str]] = Counter()
        for (kind, name, spot), times in self.unknown.items():
            first.setdefault((kind, name), spot)
            total[(kind, name)] += times
        return tuple(
            warning(
                RULE,
                Place(self.name, spot=spot),
                f"{_said(kind, name)}，共 {total[(kind, name)]} 处，版面可能与 Word 不同",
                "需要完全一致时，请用 --engine libreoffice 或在 Word 中导出 PDF",
            )
            for (kind, name), spot in first.items()
        )


def _said(kind: str, name: str) -> str:
    """What a warning says of a thing."""
    return f"{kind}不能印：{name}" if kind == PICTURES else f"{kind} {name} 未支持"
