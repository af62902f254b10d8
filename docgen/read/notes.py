"""Take the parts of notes, count their references in the text, give what was cited (17.11)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import nsmap
from lxml.etree import XPath, _Element
from msgspec import Struct, field

from docgen.read.numerals import numeral
from docgen.read.parts import related_part, root_of
from docgen.read.properties import local, number, qn, value

KINDS = {"footnote": RELATIONSHIP_TYPE.FOOTNOTES, "endnote": RELATIONSHIP_TYPE.ENDNOTES}
USUAL = {"footnote": "decimal", "endnote": "lowerRoman"}
"""17.11.17: the numerals of notes where nothing gives any."""
UNFOLLOWED = frozenset(("eachPage", "beneathText", "sectEnd"))
"""17.18.58, 17.18.20, 17.18.34: numbers anew on each page, notes below the text or at the end of a section."""
SECTION = XPath("(ancestor::w:p/w:pPr/w:sectPr | following::w:sectPr)[1]", namespaces={"w": nsmap["w"]})


class Cited(Struct, frozen=True):
    """A note that the text refers to, with its number as the reference shows it.

    `unknown` are the settings of its kind that are not followed.
    """

    element: _Element
    part: Part
    mark: str
    at_end: bool
    unknown: tuple[str, ...]


class Notes(Struct):
    """The notes of a file by (kind, identifier), the settings of their kinds, and those cited so far."""

    found: dict[tuple[str, str], tuple[_Element, Part]]
    settings: dict[str, _Element]
    cited: list[Cited] = field(default_factory=list)
    met: Counter[tuple[str, str]] = field(default_factory=Counter)

    def cite(self, reference: _Element) -> Cited | None:
        """The next note; None where the file lacks it. A mark of its own stands in the text (17.11.14)."""
        kind = local(reference).removesuffix("Reference")
        known = self.found.get((kind, value(reference, "id") or ""))
        if known is None:
            return None
        section = _section_of(reference)
        said = [found for found in (self._said(section, kind), self.settings.get(kind)) if found is not None]
        custom = (value(reference, "customMarkFollows") or "0") in ("1", "true", "on")
        mark = "" if custom else self._mark(kind, section, said)
        wanted = {name: next(self._values(said, name), "") for name in ("numRestart", "pos")}
        unknown = tuple(name for name, found in wanted.items() if found in UNFOLLOWED)
        cited = Cited(*known, mark, kind == "endnote", unknown)
        self.cited.append(cited)
        return cited

    def _mark(self, kind: str, section: _Element | None, said: list[_Element]) -> str:
        """The number of a note, as the section of its reference or the settings say."""
        name = next(self._values(said, "numFmt"), USUAL[kind])
        start = number(next(self._values(said, "numStart"), None))
        anew = next(self._values(said, "numRestart"), "") == "eachSect"
        key = (kind, section.getroottree().getpath(section) if anew and section is not None else "")
        self.met[key] += 1
        count = self.met[key] - 1 + int(1 if start is None else start)
        return numeral(count, name) or str(count)

    @staticmethod
    def _said(section: _Element | None, kind: str) -> _Element | None:
        return section.find(qn(f"w:{kind}Pr")) if section is not None else None

    @staticmethod
    def _values(said: list[_Element], name: str) -> Iterator[str]:
        for element in said:
            found = element.find(qn(f"w:{name}"))
            text = value(found) if found is not None else None
            if text:
                yield text


def _section_of(reference: _Element) -> _Element | None:
    """The properties of the section in which a reference stands: those of its paragraph, else the next in the file."""
    found = SECTION(reference)
    first = found[0] if isinstance(found, list) and found else None
    return first if isinstance(first, _Element) else None


def read_notes(main: Part, settings: dict[str, _Element]) -> Notes:
    """The notes that a document part relates to."""
    found = {}
    for kind, relation in KINDS.items():
        part = related_part(main, relation)
        if part is None:
            continue
        root = root_of(part)
        for element in root if root is not None else ():
            found[(kind, value(element, "id") or "")] = (element, part)
    return Notes(found, {kind: settings[f"{kind}Pr"] for kind in KINDS if f"{kind}Pr" in settings})
