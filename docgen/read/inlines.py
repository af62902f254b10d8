"""Take the children of a `w:p`, give its runs, fields and pictures; what is unknown is reported."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from lxml.etree import _Element
from msgspec import Struct, field
from msgspec.structs import replace

from docgen.document import CharFormat, Field, Inline, Run
from docgen.read.drawings import read_drawing, read_old_drawing
from docgen.read.formulas import linear
from docgen.read.properties import Props, local, qn, run_properties, value
from docgen.read.said import signature
from docgen.read.source import Source
from docgen.read.styles import Chain, char_format, merged, styled
from docgen.read.symbols import UNKNOWN, symbol

TRANSPARENT = frozenset("hyperlink smartTag ins moveTo customXml dir bdo sdt sdtContent".split())
"""Elements that only wrap runs."""
IGNORED = frozenset(
    "pPr proofErr bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd permStart permEnd del moveFrom "
    "moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd sdtPr sdtEndPr rPr "
    "lastRenderedPageBreak commentReference annotationRef customXmlPr smartTagPr fldData delText delInstrText".split()
)
COMPUTED = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES"))
"""Fields whose value only the layout knows; others show what the file stored."""
UNSEEN = frozenset(("", "XE", "TC", "TA", "RD", "SET", "ASK", "PRIVATE", "BOOKMARK"))
"""Fields that show nothing (17.16.5); any other without a stored result would be lost."""
SWITCH = re.compile(r"\\\*\s*(\w+)")
USUAL_SWITCHES = frozenset(("MERGEFORMAT", "CHARFORMAT", "ARABIC"))
"""17.16.4.3: formats of a field that leave its number as it is."""
NOTE_REFERENCES = frozenset(("footnoteReference", "endnoteReference"))
NOTE_MARKS = frozenset(("footnoteRef", "endnoteRef"))
FORMULAS = frozenset(("oMath", "oMathPara"))
BREAKS = {"page": "\f", "column": "\v"}
"""17.18.3; all others end a line."""
SMALL_CAPITALS = 0.8
"""Size of small capitals against that of the type, as LibreOffice and Word have it."""
FIELD_PIECES = frozenset(("fldChar", "instrText"))
SIMPLE_TEXT = {"noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "tab": "\t", "ptab": "\t", "cr": "\n"}


class OpenField(Struct):
    """A complex field (17.16.18) that has begun; its pieces may spread over many runs."""

    code: str = ""
    shown: str = ""
    in_result: bool = False
    format: CharFormat | None = None

    @property
    def name(self) -> str:
        """The first word of its code."""
        return field_name(self.code)

    @property
    def computed(self) -> bool:
        """Whether only the layout knows its value."""
        return self.name in COMPUTED


def field_name(code: str) -> str:
    """The first word of a field code."""
    return (code.split() or [""])[0].upper()


def text_of(element: _Element) -> str:
    """Its characters, comments between them left out."""
    return (element.text or "") + "".join(child.tail or "" for child in element)


def chosen(element: _Element) -> Iterable[_Element]:
    """What an `mc:AlternateContent` holds (ECMA-376 Part 3): the first choice is the newer form of the same thing."""
    kinds = [[child for child in element if local(child) == kind] for kind in ("Choice", "Fallback")]
    return next((found[0] for found in kinds if found), ())


def read_inlines(paragraph: _Element, base: Props, source: Source) -> tuple[Inline, ...]:
    """The inlines of a paragraph whose runs start from `base`; neighbours of one format are joined."""
    return tuple(joined(_Reading(base, source).paragraph(paragraph)))


def joined(inlines: Iterator[Inline]) -> Iterator[Inline]:
    """Runs of the same format in a row made one."""
    waiting: Run | None = None
    for inline in inlines:
        if isinstance(inline, Run) and waiting is not None and _alike(waiting, inline):
            waiting = replace(waiting, text=waiting.text + inline.text, note=inline.note)
            continue
        if waiting is not None:
            yield waiting
        waiting = inline if isinstance(inline, Run) else None
        if waiting is None:
            yield inline
    if waiting is not None:
        yield waiting


def _alike(one: Run, other: Run) -> bool:
    """Whether a run may go on with another: what a note hangs on ends it."""
    return one.note is None and one.format == other.format and one.control == other.control


def _in_capitals(run: Run, props: Props) -> Iterator[Run]:
    """17.3.2.5: letters as capitals; 17.3.2.33: small ones as capitals of a smaller size."""
    if props.get("caps"):
        yield replace(run, text=run.text.upper())
        return
    if not props.get("small_caps"):
        yield run
        return
    smaller = replace(run.format, size=run.format.size * SMALL_CAPITALS)
    for small, letters in groupby(run.text, key=str.islower):
        text = "".join(letters)
        yield replace(run, text=text.upper(), format=smaller) if small else replace(run, text=text)


class Look(Struct, frozen=True):
    """What a run says over its `base`, its used values, and (kind, name) of what nobody understands in it."""

    base: Props
    props: Props
    used: CharFormat
    unknown: tuple[tuple[str, str], ...]


class _Reading(Struct):
    """A paragraph being read: `base` is where its runs start from, `fields` those open, the innermost last.

    `control` is the tag of the content control around the present run.
    """

    base: Props
    source: Source
    fields: list[OpenField] = field(default_factory=list)
    control: str = ""

    def paragraph(self, element: _Element) -> Iterator[Inline]:
        """All inlines; a field that ends in another paragraph shows what it stored."""
        yield from self._children(element)
        while self.fields:
            yield from self._end(CharFormat())

    def _children(self, parent: Iterable[_Element]) -> Iterator[Inline]:
        for child in parent:
            name = local(child)
            if name == "r":
                yield from self._run(child)
            elif name in TRANSPARENT:
                yield from self._children(child)
            elif name == "AlternateContent":
                yield from self._children(chosen(child))
            elif name == "fldSimple":
                yield from self._simple_field(child)
            elif name in FORMULAS:
                self.source.report("段落内容", name)
                yield from self._shown(linear(child), char_format(self.base, self.source.styles.theme))
            elif name and name not in IGNORED:
                self.source.report("段落内容", name)

    def _run(self, element: _Element) -> Iterator[Inline]:
        look = self._look(element.find(qn("w:rPr")))
        props, used = look.props, look.used
        self.control = self.source.control_around(element)
        for child in element:
            if used.hidden and local(child) not in FIELD_PIECES:
                continue
            for inline in self._content(child, used):
                if isinstance(inline, Run):
                    yield from _in_capitals(inline, props)
                else:
                    yield inline

    def _look(self, properties: _Element | None) -> Look:
        """What a run says; what nobody understands in it is unknown at the present paragraph."""
        key = (id(self.base), signature(properties))
        found: Look | None = self.source.styles.looks.get(key)
        if found is None:
            found = self.source.styles.looks[key] = self._read_look(properties)
        for kind, name in found.unknown:
            self.source.report(kind, name)
        return found

    def _read_look(self, properties: _Element | None) -> Look:
        """Base, character style, direct."""
        unknown: list[tuple[str, str]] = []
        style = properties.find(qn("w:rStyle")) if properties is not None else None
        named = self.source.styles.chain(value(style) or "") if style is not None else Chain({}, {})
        direct = run_properties(properties, lambda kind, name: unknown.append((kind, name)))
        props = merged(styled(self.base, named.run), direct)
        used = char_format(props, self.source.styles.theme)
        return Look(self.base, props, used, (*named.unknown, *unknown))

    def _content(self, child: _Element, used: CharFormat) -> Iterator[Inline]:
        name = local(child)
        if name == "fldChar":
            yield from self._field_mark(value(child, "fldCharType") or "", used)
        elif name == "instrText":
            for innermost in self.fields[-1:]:
                innermost.code += text_of(child)
        elif name == "AlternateContent":
            yield from (inline for each in chosen(child) for inline in self._content(each, used))
        elif name == "drawing":
            yield from read_drawing(child, self.source)
        elif name in NOTE_REFERENCES:
            yield from self._note(child, used)
        elif name in NOTE_MARKS:
            yield from self._shown(self.source.mark, used)
        elif name in ("pict", "object"):
            yield from read_old_drawing(child, self.source)
        elif name == "ruby":
            yield from self._ruby(child, used)
        elif name and name not in IGNORED:
            yield from self._shown(self._text(child, name), used)

    def _ruby(self, element: _Element, used: CharFormat) -> Iterator[Inline]:
        """A phonetic guide (17.3.3.25): set in brackets after its text."""
        self.source.report("文字内容", "ruby")
        for name, before, after in (("rubyBase", "", ""), ("rt", "（", "）")):
            for part in element.findall(qn(f"w:{name}")):
                yield from self._shown(before, used)
                yield from self._children(part)
                yield from self._shown(after, used)

    def _note(self, reference: _Element, used: CharFormat) -> Iterator[Run]:
        """A reference: the number of its note, on which the note hangs."""
        notes = self.source.notes
        cited = notes.cite(reference) if notes is not None else None
        if notes is None or cited is None:
            self.source.report("文字内容", local(reference))
            return
        for name in cited.unknown:
            self.source.report("脚注格式", name)
        yield Run(cited.mark, used, len(notes.cited) - 1)

    def _text(self, child: _Element, name: str) -> str:
        if name == "t":
            return text_of(child)
        if name == "br":
            return BREAKS.get(value(child, "type") or "", "\n")
        if name == "sym":
            return self._symbol(value(child, "font") or "", value(child, "char") or "")
        if name not in SIMPLE_TEXT:
            self.source.report("文字内容", name)
        return SIMPLE_TEXT.get(name, "")

    def _symbol(self, font: str, code: str) -> str:
        found = symbol(font, code)
        if found is None:
            self.source.report("符号", f"{font} {code}".strip())
        return UNKNOWN if found is None else found

    def _shown(self, text: str, used: CharFormat) -> Iterator[Run]:
        """Text stands in the line, in a field that the layout will compute, or in a code, which nobody sees."""
        if not text or not all(each.in_result for each in self.fields):
            return
        computed = next((each for each in self.fields if each.computed), None)
        if computed is None:
            yield Run(text, used, control=self.control)
        else:
            computed.shown += text
            computed.format = computed.format or used

    def _field_mark(self, kind: str, used: CharFormat) -> Iterator[Inline]:
        if kind == "begin":
            self.fields.append(OpenField())
        elif kind == "separate" and self.fields:
            self.fields[-1].in_result = True
        elif kind == "end" and self.fields:
            yield from self._end(used)

    def _end(self, used: CharFormat) -> Iterator[Inline]:
        """Close the innermost field."""
        ended = self.fields.pop()
        used = ended.format or used
        if ended.computed:
            yield from self._field(Field(ended.name, used, ended.shown), ended.code)
        elif not ended.in_result and ended.name not in UNSEEN:
            self.source.report("域", ended.name)

    def _field(self, found: Field, code: str) -> Iterator[Field]:
        """A field inside another computed one, or inside a code, does not show."""
        for switch in SWITCH.findall(code):
            if switch.upper() not in USUAL_SWITCHES:
                self.source.report("域", f"{found.name} \\* {switch}")
        if not found.format.hidden and all(each.in_result and not each.computed for each in self.fields):
            yield found

    def _simple_field(self, element: _Element) -> Iterator[Inline]:
        code = value(element, "instr") or ""
        name = field_name(code)
        inner = list(self._children(element))
        if name not in COMPUTED:
            yield from inner
            return
        runs = [inline for inline in inner if isinstance(inline, Run)]
        used = runs[0].format if runs else char_format(self.base, self.source.styles.theme)
        yield from self._field(Field(name, used, "".join(run.text for run in runs)), code)
