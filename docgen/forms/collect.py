"""Take returned files and the forms there are, give a row for each file that is one, and every doubt about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct, field
from pydantic_core import PydanticCustomError

from docgen.diagnostics import Diagnostic
from docgen.form import Field, Form, Kind
from docgen.forms.anchors import Anchors, find_anchors
from docgen.forms.cells import Returned
from docgen.forms.leftover import left_over
from docgen.forms.recognise import recognised
from docgen.forms.repeats import drop_repeats, has_input_fields, once
from docgen.forms.returned import Finding, Reading
from docgen.forms.words import squeezed
from docgen.load.dates import WRITTEN
from docgen.load.entries import columns_of
from docgen.load.values import checked
from docgen.package import open_package
from docgen.read import read, read_opened
from docgen.workbook import LONGEST_CELL

Value = str | int | Decimal | date
"""What a cell of the 汇总表 holds."""
LONGEST_REPEAT = 500
"""Characters of a text that may be one repeated."""


class Known(Struct, frozen=True):
    """A form that may come back, with the anchors of its fields."""

    form: Form
    anchors: Anchors


class Doubt(Struct, frozen=True):
    """A row of the sheet 问题: file, field, what was found, why it is doubtful and what to do."""

    file: str
    field: str
    found: str
    why: str
    hint: str = ""


class Collected(Struct, frozen=True):
    """A file read: its form, its values by field (nothing where the field is empty), and the doubts."""

    file: str
    form: str
    values: dict[str, Value]
    doubts: tuple[Doubt, ...]


class Rejected(Struct, frozen=True):
    """A file that is no returned form, and why."""

    file: str
    why: str
    hint: str = ""


class Harvest(Struct):
    """What came of all files: input = collected + rejected."""

    collected: list[Collected] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def known(form: Form, template: bytes) -> Known:
    """A form ready to be recognised."""
    document, found = read(template, f"{form.name}.docx")
    if document is None:
        raise ValueError(str(found[0]))
    return Known(form, find_anchors(document, form))


def collect(data: bytes, file: str, forms: Sequence[Known]) -> Collected | Rejected:
    """One returned file."""
    if not file.lower().endswith(".docx"):
        return Rejected(file, "不是 .docx 文件", "请填报单位用 Word 或 WPS 另存为 .docx 后再交")
    opened = open_package(data, file)
    if isinstance(opened, Diagnostic):
        return Rejected(file, opened.message, opened.hint)
    drop_repeats(opened)
    document, _ = read_opened(opened, file)
    returned = Returned.of(document)
    repeats = has_input_fields(opened)
    found, doubts = recognised(returned, {each.form.name: each.anchors for each in forms})
    best = next((each for each in forms if each.form.name == found), None)
    if best is None:
        return Rejected(file, "认不出是哪一张表", "请核对是否交错了文件")
    told = tuple(Doubt(file, "", found, why, hint) for why, hint in doubts)
    return _read(returned, file, best, told, repeats=repeats)


def _read(returned: Returned, file: str, each: Known, told: tuple[Doubt, ...], *, repeats: bool) -> Collected:
    values: dict[str, Value] = {}
    doubts, texts = list(told), []
    reading = Reading.of(returned, each.anchors)
    for one in each.form.fields:
        finding = reading.text_of(one)
        whole = finding.text
        finding = _once(one, finding, repeats=repeats)
        texts += [whole, finding.text]
        doubts.extend(Doubt(file, one.name, finding.text, why) for why in finding.doubts)
        value, fault = _typed(one, finding)
        if fault is not None:
            doubts.append(Doubt(file, one.name, finding.text, *fault))
        if isinstance(value, str) and len(value) > LONGEST_CELL:
            doubts.append(Doubt(file, one.name, "", f"有{len(value)}字，一格放不下，{LONGEST_CELL}字以后的没有汇总"))
        if value is not None:
            values[one.name] = value
    over = left_over(reading, texts)
    doubts.extend(Doubt(file, "", text, "表里多出来的文字，没有汇总", "请核对是哪一栏的") for text in over)
    return Collected(file, each.form.name, values, tuple(doubts))


def _once(one: Field, finding: Finding, *, repeats: bool) -> Finding:
    """A text that LibreOffice wrote several times; what came through ODT is always doubtful."""
    if not finding.text or not (repeats or (one.kind is not Kind.LONG and len(finding.text) <= LONGEST_REPEAT)):
        return finding
    one_digit = finding.text.isdecimal() and len(set(finding.text)) == 1
    text = finding.text if one_digit else once(finding.text)
    if repeats:
        return Finding(text, (*finding.doubts, "文件经 ODT 转存，文字可能写重或写漏，请核对"))
    return Finding(text, (*finding.doubts, "文字写重了几遍，只取一遍")) if text != finding.text else finding


def _typed(one: Field, finding: Finding) -> tuple[Value | None, tuple[str, str] | None]:
    """The value of a field, and what is wrong with it, in which case the value is the text as it stood."""
    try:
        found = checked(one, finding.text)
    except PydanticCustomError as refused:
        context = refused.context or {}
        return finding.text.strip() or None, (str(context.get("message", "")), str(context.get("hint", "")))
    if not found:
        return None, None
    text = "、".join(found)
    match one.kind:
        case Kind.INTEGER:
            return int(text), None
        case Kind.MONEY:
            return Decimal(text), None
        case Kind.DATE:
            written = WRITTEN.fullmatch(text)
            return (date(*map(int, written.groups())), None) if written else (text, None)
        case _:
            return text, None


def harvest(outcomes: Iterable[Collected | Rejected], forms: Iterable[Known]) -> Harvest:
    """All outcomes together; files of the same unit and project are doubted, not dropped."""
    found = Harvest()
    for outcome in outcomes:
        if isinstance(outcome, Rejected):
            found.rejected.append(outcome)
        else:
            found.collected.append(outcome)
            found.doubts.extend(outcome.doubts)
    for each in forms:
        found.doubts.extend(_duplicates(found.collected, each.form))
    return found


def _duplicates(collected: list[Collected], form: Form) -> list[Doubt]:
    """Files whose names, by the form's own pattern, would be the same."""
    keys = columns_of(form.file_name)
    groups: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for one in collected:
        key = tuple(squeezed(str(one.values.get(name, ""))) for name in keys)
        if one.form == form.name and any(key):
            groups[key].append(one.file)
    return [
        Doubt(file, "、".join(keys), "、".join(key), f"与 {files[0]} 重复", "请核对后留一份")
        for key, files in groups.items()
        for file in files[1:]
    ]
