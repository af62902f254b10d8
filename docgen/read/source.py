"""What every reading function needs at hand: the styles, the related parts, and where to report."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from docx.opc.part import Part

from docgen.diagnostics import Diagnostic, Place, warning
from docgen.read.numbering import ListDefinition, Tally
from docgen.read.styles import Chain, Styles

RULE = "未支持的内容"
IN_MARGINS = "页眉页脚"
UNNUMBERED = -1
"""The number of paragraphs in headers and footers: those of the body are counted from 0."""


@dataclass(slots=True)
class Source:
    """A part being read.

    Attributes:
        name: the file as the clerk knows it.
        part: the body, or a header or footer, with its relations.
        numbered: whether its paragraphs count.
        count: how many of them were met.
        unknown: what was met and not understood, by kind, name and place.
        lists: the lists of the file by identifier; tally: how far they have counted in this part.
    """

    name: str
    styles: Styles
    part: Part
    numbered: bool = True
    count: int = 0
    unknown: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    lists: dict[str, ListDefinition] = field(default_factory=dict)
    tally: Tally = field(default_factory=Tally)

    def in_margin(self, part: Part) -> Source:
        """The reading of a header or footer: relations of its own, no numbers, the same list of unknown things."""
        return Source(self.name, self.styles, part, numbered=False, unknown=self.unknown, lists=self.lists)

    def next_index(self) -> int:
        """The number of the next paragraph."""
        if not self.numbered:
            return UNNUMBERED
        self.count += 1
        return self.count - 1

    def report(self, kind: str, name: str) -> None:
        """Remember something unknown at the present paragraph."""
        spot = f"第{self.count + 1}段" if self.numbered else IN_MARGINS
        self.unknown[(kind, name, spot)] += 1

    def chain(self, style_id: str) -> Chain:
        """What a style says; what nobody understands in it is unknown at the present paragraph."""
        found = self.styles.chain(style_id)
        for kind, name in found.unknown:
            self.report(kind, name)
        return found

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
                f"{kind} {name} 未支持，共 {total[(kind, name)]} 处，版面可能与 Word 不同",
                "需要完全一致时，请用 --engine libreoffice 或在 Word 中导出 PDF",
            )
            for (kind, name), spot in first.items()
        )
