"""Take the roster that a batch names, give its rows in order: those that count, and why the others do not.

A row that cannot be used is left out by itself; only a roster that cannot be read at all stops its batch.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from docgen.diagnostics import Diagnostic, Place, error, has_errors, note, warning
from docgen.load.characters import half_width_digits
from docgen.load.expressions import Row, Rows
from docgen.load.keys import meant, named, question
from docgen.load.lists import sheet_of
from docgen.load.numerals import DIGITS, arabic
from docgen.load.source import Source
from docgen.load.tables import Entry, Refused, Table, table_of_sheet, table_of_tree
from docgen.load.tree import Listing

RULE = "名册"
MOST_ROWS = 100_000
"""Rows of a roster: all workers honoured in a province fit in."""
ALL = "名册"
"""The list of all rows that count."""
NUMERAL = re.compile(rf"[{DIGITS}]+(?:\.[0-9]+)?")
HIGHEST = "特等"
"""The award above the first one."""
DATES = re.compile("日期|时间")
"""Columns of dates."""
SERIAL = re.compile(r"[2-7][0-9]{4}(?:\.[0-9]+)?")
"""Days since 1900, 20,000 to 79,999, by which a spreadsheet counts dates: 1954 to 2119; a fraction is the time."""
APART = re.compile(r"[\s·•・‧.,，、()（）〔〕\[\]【】《》“”\"'’‘—–\-_]+")
"""Marks by which one name comes to be written in two ways."""


class Meaning(Struct, frozen=True):
    """The columns that say who has won, of which unit, and what; the last two may be empty."""

    name: str
    unit: str = ""
    award: str = ""


class Wanted(Struct, frozen=True):
    """What a batch wants of its roster: columns by meaning, cells that a row must have, order, hidden rows or not.

    `places`: where it names columns.
    """

    meaning: Meaning
    cells: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    hidden: bool = False
    places: Mapping[str, Place] = field(default_factory=dict)


class Roster(Struct, frozen=True):
    """The rows that count, in order, and all others."""

    meaning: Meaning
    entries: tuple[Entry, ...]
    refused: tuple[Refused, ...] = ()

    @property
    def read(self) -> int:
        """How many rows there are in the file."""
        return len(self.entries) + len(self.refused)

    @property
    def lists(self) -> dict[str, Rows]:
        """All rows as a list, and those of each award, in order of their first row."""
        found: dict[str, list[Row]] = {}
        for entry in self.entries:
            found.setdefault(self.of(entry, self.meaning.award), []).append(entry.cells)
        groups = {award: tuple(rows) for award, rows in found.items() if award and award != ALL}
        return {ALL: tuple(entry.cells for entry in self.entries), **groups}

    def of(self, entry: Entry, column: str) -> str:
        """What stands in a column; nothing where the roster has none of that meaning."""
        return entry.cells.get(column, "")


def sheet_roster(data: bytes, path: str, sheet_name: str, wanted: Wanted) -> tuple[Roster | None, list[Diagnostic]]:
    """The roster in an .xlsx or .csv file.

    Raises:
        UnusableError: the file is no table.
    """
    sheet = sheet_of(data, path, sheet_name, MOST_ROWS)
    found: list[Diagnostic] = []
    if sheet.others and not sheet_name:
        message = f"有{len(sheet.others) + 1}张工作表，用了第一张“{sheet.name}”"
        found.append(note(RULE, Place(path), message, "要用别的一张，请写“工作表: 名字”"))
    return _roster(table_of_sheet(sheet, path), wanted, found, Place(path, spot=sheet.name))


def tree_roster(rows: Listing, source: Source, wanted: Wanted) -> tuple[Roster | None, list[Diagnostic]]:
    """The roster typed into a YAML file, a mapping for each row."""
    return _roster(table_of_tree(rows, source), wanted, [], source.place(rows.start))


def _roster(
    table: Table, wanted: Wanted, found: list[Diagnostic], top: Place
) -> tuple[Roster | None, list[Diagnostic]]:
    found += _missing(table.columns, wanted, top)
    if has_errors(found):
        return None, [*found, *map(_rejection, table.faults.values())]
    dated = [column for column in table.columns if DATES.search(column)]
    entries, refused = [], []
    for entry in table.rows:
        why = _refusal(entry, table, wanted, dated)
        if why is None:
            entries.append(entry)
        else:
            refused.append(why)
    entries, twice = _distinct(entries, wanted.meaning)
    roster = Roster(wanted.meaning, tuple(_in_order(entries, wanted)), (*refused, *twice))
    found += [_rejection(one) for one in roster.refused if one.wanted]
    if not entries:
        return None, [*found, error(RULE, top, "名册里没有一行能用", "请看各行的原因；写了“筛选”的，请核对它的值")]
    return roster, [*found, *look_alikes(roster)]


def _missing(columns: Sequence[str], wanted: Wanted, top: Place) -> Iterator[Diagnostic]:
    """An error for every column that the batch names and the roster lacks."""
    meaning = wanted.meaning
    for column in dict.fromkeys((meaning.name, meaning.unit, meaning.award, *wanted.cells, *wanted.order)):
        if column and column not in columns:
            hint = question(meant(column, columns)) or (f"名册里有{named(columns)}" if columns else "")
            yield error(RULE, wanted.places.get(column, top), f"名册里没有“{column}”这一列", hint)


def _rejection(refused: Refused) -> Diagnostic:
    return error(RULE, refused.place, f"第{refused.number}行没有用：{refused.why}", refused.hint)


def _refusal(entry: Entry, table: Table, wanted: Wanted, dated: Sequence[str]) -> Refused | None:
    """Why a row does not count; None where it does. `dated`: the columns of dates."""
    off = _filtered(entry, wanted)
    if entry.number in table.hidden and not (wanted.hidden or off):
        return Refused(entry.number, entry.place, "这一行隐藏着", "请取消隐藏；确实要用就写“隐藏行: 是”，不要的请删去")
    if entry.number in table.faults:
        return table.faults[entry.number]
    if off:
        return Refused(entry.number, entry.place, off, wanted=False)
    name, award = wanted.meaning.name, wanted.meaning.award
    if not entry.cells[name]:
        return Refused(entry.number, entry.spot(name), f"“{name}”是空的", "请补上，或删去这一行")
    if award not in ("", name) and entry.cells[name] == entry.cells[award]:
        why = f"“{name}”和“{award}”都是“{entry.cells[name]}”，像是一行小标题"
        return Refused(entry.number, entry.spot(name), why, "请删去这一行，奖项写在每个获奖者的行里")
    return next((_serial(entry, column) for column in dated if SERIAL.fullmatch(entry.cells[column])), None)


def _filtered(entry: Entry, wanted: Wanted) -> str:
    """The cell by which a row is filtered out, in words; empty where it stays."""
    for column, values in wanted.cells.items():
        if entry.cells[column] not in values:
            return f"筛选：“{column}”是“{entry.cells[column]}”，不是{named(values)}"
    return ""


def _serial(entry: Entry, column: str) -> Refused:
    message = f"“{column}”是数字{entry.cells[column]}，不是日期"
    return Refused(entry.number, entry.spot(column), message, "请在 Excel 里把这一格的格式改为日期")


def _distinct(entries: Sequence[Entry], meaning: Meaning) -> tuple[list[Entry], list[Refused]]:
    """Rows without those that say the same as one before: nobody is honoured twice for one thing."""
    seen: dict[tuple[str, ...], Entry] = {}
    twice = []
    for entry in entries:
        key = tuple(_bare(entry.cells.get(column, "")) for column in (meaning.name, meaning.unit, meaning.award))
        first = seen.setdefault(key, entry)
        if first is not entry:
            why = f"“{entry.cells[meaning.name]}”和第{first.number}行重复"
            hint = "确是两个人的，请在姓名后面注明，例如 王强（女）"
            twice.append(Refused(entry.number, entry.spot(meaning.name), why, hint))
    return [*seen.values()], twice


def look_alikes(roster: Roster) -> Iterator[Diagnostic]:
    """A warning for every name of a unit that looks like another one (大连 市总工会), and for one name in two rows."""
    meaning = roster.meaning
    yield from _written_twice(roster.entries, meaning.unit)
    people: dict[tuple[str, str], Entry] = {}
    for entry in roster.entries:
        who = (_bare(entry.cells[meaning.name]), _bare(roster.of(entry, meaning.unit)))
        first = people.setdefault(who, entry)
        if first is not entry:
            name, place = entry.cells[meaning.name], entry.spot(meaning.name)
            yield warning(RULE, place, f"“{name}”在第{first.number}行已有一个奖项", "确实得了两个奖就不用改")


def _written_twice(entries: Iterable[Entry], column: str) -> Iterator[Diagnostic]:
    written: dict[str, Entry] = {}
    said: set[str] = set()
    for entry in entries if column else ():
        text = entry.cells[column]
        first = written.setdefault(_bare(text), entry)
        other = first.cells[column]
        if text != other and text not in said:
            said.add(text)
            message = f"“{text}”和第{first.number}行的“{other}”像是同一个单位"
            yield warning(RULE, entry.spot(column), message, "请改成一样的写法")


def _bare(text: str) -> str:
    """What is left of a name when the ways of writing it are taken away."""
    return APART.sub("", unicodedata.normalize("NFKC", text)).casefold()


def _in_order(entries: Sequence[Entry], wanted: Wanted) -> list[Entry]:
    """Rows by the columns of 排序, the first of them first; rows that are alike keep their order."""
    ordered = list(entries)
    for column in reversed(wanted.order):
        ordered.sort(key=_rank(column, ordered))
    return ordered


def _rank(column: str, entries: Sequence[Entry]) -> Callable[[Entry], tuple[int, tuple[float, ...], int]]:
    """Numbers by value, Arabic or Chinese (二等奖), one after another in a date; 特等奖 before them.

    Texts without any (优秀奖) come last, in order of their first appearance.
    """
    first: dict[str, int] = {}
    for entry in entries:
        first.setdefault(entry.cells[column], len(first))

    def rank(entry: Entry) -> tuple[int, tuple[float, ...], int]:
        text = entry.cells[column]
        numbers = tuple(map(_value, NUMERAL.findall(half_width_digits(text))))
        standing = 0 if text.startswith(HIGHEST) else 1 if numbers else 2
        return standing, numbers, first[text]

    return rank


def _value(numeral: str) -> float:
    digits = arabic(numeral)
    return float(digits) if digits.replace(".", "").isdecimal() else -1.0
