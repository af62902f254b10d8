"""Take the bytes of a content file, a DOCX or a plain text, give what a proof-reader would say about it.

A file becomes a manuscript (`from_content`, `from_text`); every rule of `families` sees it; what is switched off with a
reason (`switches`) is left out. Page rules see a DOCX laid out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from msgspec import Struct, field

from docgen.diagnostics import Diagnostic, Severity, error
from docgen.document import Document
from docgen.lint.families import LINE_RULES, PAGE_RULES, TEXT_RULES
from docgen.lint.from_content import manuscripts_of
from docgen.lint.from_text import manuscript_of_document, manuscript_of_text
from docgen.lint.manuscript import ELEMENTS, Edit, Finding, Line, Manuscript
from docgen.lint.rule import LineRule, Rule
from docgen.lint.sheets import Sheets
from docgen.lint.switches import Switches, line_switches, project_switches
from docgen.load import SIZE_LIMIT, Fetch, Stock, examine, load_form
from docgen.load.batches import ROSTER, load_batch
from docgen.load.decode import decode, without_controls
from docgen.load.source import Source, top_of
from docgen.load.tree import Mapping as Tree
from docgen.page import Pages
from docgen.read import read

__all__ = ["Checked", "Setting", "check", "check_pages", "edits_of", "project_switches"]

MOST_FOUND = 100
"""Findings of one rule in one file that are reported: more have a common cause."""
MOST_LINES = 200_000
"""Paragraphs and cells of a file: some four thousand pages."""
CONTENT_SUFFIXES = (".yaml", ".yml")
FORM_KEY = "字段"


class Setting(Struct, frozen=True, dict=True):
    """What surrounds a file: its list files, the shelf, and rules switched off with their reasons."""

    fetch: Fetch | None = None
    stock: Stock = field(default_factory=Stock)
    off: Mapping[str, str] = field(default_factory=dict)


class Checked(Struct, frozen=True, dict=True):
    """What was found in a file; `manuscript` is None where it could not be read, of a batch it is the bulletin."""

    name: str
    manuscript: Manuscript | None
    diagnostics: tuple[Diagnostic, ...]


ALONE = Setting()
"""A file by itself."""


def check(data: bytes, name: str, setting: Setting = ALONE) -> Checked:
    """Every finding about the file `name` (.yaml, .yml, .docx, or a plain text), in the order of the file."""
    lower = name.lower()
    if lower.endswith(".docx"):
        document, found = read(data, name)
        manuscript = manuscript_of_document(document, name) if document is not None else None
        return _checked([manuscript] if manuscript else [], name, () if manuscript else found, Switches(setting.off))
    if lower.endswith(CONTENT_SUFFIXES):
        return _check_content(data, name, setting)
    return _check_text(data, name, setting)


def check_pages(document: Document, pages: Pages, name: str, off: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """What page rules find in a DOCX laid out."""
    sheets = Sheets(name, document, pages)
    found = [
        _diagnostic(rule, finding)
        for rule in PAGE_RULES
        if rule.name not in off
        for finding in islice(rule.function(sheets), MOST_FOUND)
    ]
    return tuple(found)


def _check_content(data: bytes, name: str, setting: Setting) -> Checked:
    examined = examine(data, name, setting.fetch, setting.stock)
    tree = examined.tree
    if tree is None:
        return Checked(name, None, examined.diagnostics)
    if tree.get(FORM_KEY) is not None and tree.get("正文") is None:
        return Checked(name, None, load_form(data, name)[1])
    lines, complaints = line_switches(examined.source, tree)
    loaded = examined.diagnostics
    if tree.get(ROSTER) is not None:
        loaded = load_batch(data, name, setting.fetch, setting.stock)[1] if setting.fetch else ()
    return _checked(manuscripts_of(tree, examined.source), name, (*loaded, *complaints), Switches(setting.off, lines))


def _check_text(data: bytes, name: str, setting: Setting) -> Checked:
    if len(data) > SIZE_LIMIT:
        return Checked(
            name, None, (error("文件限额", top_of(name), f"文件超过{SIZE_LIMIT // 1_000_000}MB", "请分开检查"),)
        )
    text = decode(data).text
    if text is None:
        return Checked(
            name, None, (error("文件编码", top_of(name), "这不是文本文件", "可以检查 .yaml、.docx 和纯文本"),)
        )
    clean, found = without_controls(text, name)
    return _checked([manuscript_of_text(clean, name)], name, found, Switches(setting.off))


def _checked(manuscripts: Sequence[Manuscript], name: str, given: Iterable[Diagnostic], switches: Switches) -> Checked:
    if sum(len(manuscript.lines) for manuscript in manuscripts) > MOST_LINES:
        return Checked(name, None, (error("文件限额", top_of(name), f"文件超过{MOST_LINES}段", "请分开检查"),))
    found = [_diagnostic(rule, finding) for rule, finding in _found(manuscripts, switches, MOST_FOUND)]
    found += _unsaid(given, found, [line for manuscript in manuscripts for line in manuscript.lines])
    return Checked(name, manuscripts[0] if manuscripts else None, tuple(sorted(found, key=_position)))


def _judged(manuscript: Manuscript) -> Iterator[tuple[Rule, Iterator[Finding]]]:
    """Every rule with what it finds, found only when asked for."""
    for line_rule in LINE_RULES:
        if manuscript.printed or not line_rule.printed:
            yield line_rule, _in_lines(line_rule, manuscript)
    for text_rule in TEXT_RULES:
        yield text_rule, text_rule.function(manuscript)


def _in_lines(rule: LineRule, manuscript: Manuscript) -> Iterator[Finding]:
    for line in manuscript.lines:
        if line.role in rule.roles:
            yield from rule.function(line)


def _diagnostic(rule: Rule, finding: Finding) -> Diagnostic:
    return Diagnostic(rule.severity, rule.name, finding.place, finding.message, finding.hint)


def _unsaid(given: Iterable[Diagnostic], found: list[Diagnostic], lines: list[Line]) -> Iterator[Diagnostic]:
    """What loading has to say, without refusals of an element about which a rule says the same more exactly."""
    elements = {line.place.line for line in lines if line.role in ELEMENTS}
    said = {each.place.line for each in found if each.severity is Severity.ERROR} & elements
    return (each for each in given if not (each.rule == "取值" and each.place.line in said))


def _position(found: Diagnostic) -> tuple[int, int, str]:
    place = found.place
    digits = "".join(sign if sign.isdecimal() else " " for sign in place.spot).split()
    return place.line or int(digits[0] if digits else 0), place.column or 0, found.rule


def edits_of(tree: Tree | None, source: Source, off: Mapping[str, str]) -> Iterator[Edit]:
    """What a machine may mend in a content file."""
    if tree is None:
        return
    switches = Switches(off, line_switches(source, tree)[0])
    yield from (finding.edit for _, finding in _found(manuscripts_of(tree, source), switches) if finding.edit)


def _found(
    manuscripts: Iterable[Manuscript], switches: Switches, most: int | None = None
) -> Iterator[tuple[Rule, Finding]]:
    """What the rules that are switched on find, of each at most `most`."""
    for manuscript in manuscripts:
        for rule, findings in _judged(manuscript):
            if not switches.all_off(rule.name):
                kept = islice(findings, most)
                yield from ((rule, each) for each in kept if not switches.off(rule.name, each.place))
