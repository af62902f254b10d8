"""Take manuscripts, give the register of their 发文字号 by organ code and year.

Double numbers, missing numbers and dates that run backwards are found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import Diagnostic, Place, warning
from docgen.lint.manuscript import Manuscript
from docgen.workbook import Table, Value
from docgen.workbook import workbook as workbook_of

RULE = "发文登记"
NUMBER = re.compile(r"(\S{1,30}?)〔(\d{4})〕(\d{1,5})号")
DATE = re.compile(r"(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?")
COLUMNS = ("机关代字", "年份", "序号", "发文字号", "标题", "成文日期", "文件", "问题")
WIDTHS = (12.0, 8.0, 8.0, 24.0, 60.0, 16.0, 40.0, 40.0)
SHEET = "发文登记"
MOST_MISSING = 20
"""Missing numbers that are listed one by one; a longer gap is given by its ends."""


class Entry(Struct, frozen=True):
    """A document that bears a number; `dated` is None where it has no date that a calendar has.

    `copies` are further files that hold it: the batch file of a bulletin, the DOCX of a content file.
    """

    code: str
    year: int
    serial: int
    number: str
    title: str
    dated: date | None
    place: Place
    copies: tuple[str, ...] = ()

    @property
    def files(self) -> str:
        """All files that hold it, as a clerk reads them."""
        return "、".join((self.place.file, *self.copies))


class Register(Struct, frozen=True):
    """Entries by code, year and serial number; what is wrong with them; files without a number."""

    entries: tuple[Entry, ...]
    found: tuple[Diagnostic, ...]
    unnumbered: tuple[str, ...]


def register(manuscripts: Iterable[Manuscript]) -> Register:
    """The register of all documents."""
    entries, unnumbered = [], []
    for manuscript in manuscripts:
        entry = _entry(manuscript)
        if entry:
            entries.append(entry)
        else:
            unnumbered.append(manuscript.name)
    entries.sort(key=lambda each: (each.code, each.year, each.serial, each.place.file))
    entries = list(_documents(entries))
    found = [
        fault
        for _, group in groupby(entries, key=lambda each: (each.code, each.year))
        for fault in _faults(list(group))
    ]
    return Register(tuple(entries), tuple(found), tuple(unnumbered))


def _entry(manuscript: Manuscript) -> Entry | None:
    line = manuscript.first("发文字号")
    found = NUMBER.fullmatch(line.text.strip()) if line else None
    if line is None or found is None:
        return None
    title = manuscript.text("标题")
    dated = _date(manuscript.text("成文日期"))
    return Entry(found[1], int(found[2]), int(found[3]), line.text.strip(), title, dated, line.place)


def _date(text: str) -> date | None:
    found = DATE.match(text)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _documents(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries, those of one document put together: number, title and date are the same."""
    same: dict[tuple[str, str, date | None], list[Entry]] = {}
    for entry in entries:
        same.setdefault((entry.number, "".join(entry.title.split()), entry.dated), []).append(entry)
    for first, *others in same.values():
        yield replace(first, copies=tuple(other.place.file for other in others))


def _faults(group: Sequence[Entry]) -> Iterator[Diagnostic]:
    """What is wrong in the entries of one code and year."""
    latest: Entry | None = None
    for before, entry in zip((None, *group), group, strict=False):
        if before and before.serial == entry.serial:
            yield warning(RULE, entry.place, f"{entry.number}和 {before.place.file} 重号", "请核对哪一份编错了")
        if before and entry.serial > before.serial + 1:
            yield warning(RULE, entry.place, f"{_missing(before, entry)}", "请核对是作废、没有收录，还是编错了")
        if latest and latest.dated and entry.dated and entry.dated < latest.dated and entry.serial > latest.serial:
            message = f"{entry.number}的成文日期{_shown(entry.dated)}早于{latest.number}的{_shown(latest.dated)}"
            yield warning(RULE, entry.place, message, "文号在后，日期却在前，请核对")
        if entry.dated and (latest is None or latest.dated is None or entry.dated >= latest.dated):
            latest = entry


def _missing(before: Entry, entry: Entry) -> str:
    first, last = before.serial + 1, entry.serial - 1
    numbers = "、".join(map(str, range(first, last + 1))) if last - first < MOST_MISSING else f"{first}至{last}"
    return f"{entry.code}〔{entry.year}〕缺{numbers}号"


def _shown(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def table(found: Register) -> Iterator[str]:
    """The register as lines of text, a head for each code and year."""
    for (code, year), group in groupby(found.entries, key=lambda each: (each.code, each.year)):
        entries = list(group)
        yield f"{code}〔{year}〕：{len(entries)} 份"
        for entry in entries:
            dated = _shown(entry.dated) if entry.dated else "没有日期"
            yield f"  {entry.serial}号　{dated}　{entry.title}（{entry.files}）"
    if found.unnumbered:
        yield f"没有发文字号：{len(found.unnumbered)} 份"
        yield from (f"  {name}" for name in found.unnumbered)


def workbook(found: Register) -> bytes:
    """The register as an .xlsx file."""
    faults: dict[Place, list[str]] = {}
    for fault in found.found:
        faults.setdefault(fault.place, []).append(fault.message)
    rows = [_row(entry, "；".join(faults.get(entry.place, ()))) for entry in found.entries]
    return workbook_of([Table(SHEET, COLUMNS, rows, WIDTHS)])


def _row(entry: Entry, said: str) -> tuple[Value, ...]:
    dated = entry.dated or ""
    return entry.code, entry.year, entry.serial, entry.number, entry.title, dated, entry.files, said
