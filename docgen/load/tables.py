"""Take a sheet, or a list in YAML, give its rows by column, each with its number and the places of its cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from docgen.diagnostics import Place
from docgen.load.characters import tidy
from docgen.load.expressions import Row
from docgen.load.keys import named
from docgen.load.sheets import CORRECT_HINT, Sheet, UnusableError, cell_name
from docgen.load.source import Source
from docgen.load.tree import Listing, Text
from docgen.load.tree import Mapping as Node


class Columns(Struct, frozen=True):
    """Where the cells of a sheet stand: the file, the sheet, its columns by name, counted from 0."""

    path: str
    sheet: str
    numbers: Mapping[str, int]

    def place(self, number: int, column: str) -> Place:
        """The cell of the row `number` (from 1); the first one of the row where there is no such column."""
        at = self.numbers.get(column, min(self.numbers.values()))
        return Place(self.path, spot=cell_name(self.sheet, number - 1, at))


class Entry(Struct, frozen=True):
    """A row: its number in the file, its cells by column, where it stands, or where the cells of its sheet do."""

    number: int
    cells: Row
    stands: Place | Columns

    @property
    def place(self) -> Place:
        """Where the row begins."""
        return self.spot("")

    def spot(self, column: str) -> Place:
        """Where a cell stands."""
        return self.stands.place(self.number, column) if isinstance(self.stands, Columns) else self.stands


class Refused(Struct, frozen=True):
    """A row that does not count. `wanted`: whether it should have, so that something will be lacking."""

    number: int
    place: Place
    why: str
    hint: str = ""
    wanted: bool = True


class Table(Struct, frozen=True):
    """Rows under named columns; `faults` by the number of the row, `hidden` the numbers of hidden rows."""

    columns: tuple[str, ...]
    rows: tuple[Entry, ...]
    faults: Mapping[int, Refused] = field(default_factory=dict)
    hidden: frozenset[int] = frozenset()


def table_of_sheet(sheet: Sheet, path: str) -> Table:
    """The rows below the first one that holds something, which names the columns.

    Raises:
        UnusableError: there is no head, or nothing below it, or two columns have one name, or the head is faulty.
    """
    head, *rest = sheet.filled("第一行是列名，下面每行一项")
    columns = Columns(path, sheet.name, {name: at for at, name in _named_columns(sheet, head)})
    faults = _faults(sheet, path)
    lines = sorted({*rest, *(number - 1 for number in faults if number - 1 > head)})
    rows = tuple(_entry(sheet, number, columns) for number in lines)
    return Table(tuple(columns.numbers), rows, faults, frozenset(number + 1 for number in sheet.hidden))


def _named_columns(sheet: Sheet, head: int) -> Iterator[tuple[int, str]]:
    """The columns with a name, which are distinct."""
    for (row, column), why in sheet.faults.items():
        if row == head:
            raise UnusableError(why, CORRECT_HINT, sheet.cell(row, column))
    seen: set[str] = set()
    for column, written in enumerate(sheet.rows[head]):
        name = "".join(written.split())
        if name in seen:
            hint = "请改成不同的列名；列名上面若有大标题，请把它删去"
            raise UnusableError(f"列名“{name}”出现两次", hint, sheet.cell(head, column))
        if name:
            seen.add(name)
            yield column, name


def _faults(sheet: Sheet, path: str) -> dict[int, Refused]:
    """The rows with faulty cells; the first cell is their place, the others are named."""
    faults: dict[int, Refused] = {}
    for (row, column), why in sorted(sheet.faults.items()):
        first = faults.get(row + 1)
        if first is None:
            faults[row + 1] = Refused(row + 1, Place(path, spot=sheet.cell(row, column)), why, CORRECT_HINT)
        else:
            faults[row + 1] = replace(first, why=f"{first.why}；{sheet.cell(row, column)}：{why}")
    return faults


def _entry(sheet: Sheet, number: int, columns: Columns) -> Entry:
    row = sheet.rows[number] if number < len(sheet.rows) else ()
    cells = {name: row[at] if at < len(row) else "" for name, at in columns.numbers.items()}
    return Entry(number + 1, cells, columns)


def table_of_tree(rows: Listing, source: Source) -> Table:
    """A row for each mapping of a list."""
    entries: list[Entry] = []
    faults: dict[int, Refused] = {}
    for number, item in enumerate(rows.items, start=1):
        place = source.place(item.start)
        cells = _cells(item) if isinstance(item, Node) else {}
        nested = [name for name, text in cells.items() if text is None]
        if not isinstance(item, Node):
            faults[number] = Refused(number, place, "这一项应是“列名: 内容”", "例如 - {姓名: 于波, 单位: 市总工会}")
        elif nested:
            faults[number] = Refused(number, place, f"{named(nested)}应是一段文字", "有几个人的，用顿号隔开")
        entries.append(Entry(number, {name: text or "" for name, text in cells.items()}, place))
    columns = tuple(dict.fromkeys(name for entry in entries for name in entry.cells))
    complete = (Entry(row.number, {name: row.cells.get(name, "") for name in columns}, row.stands) for row in entries)
    return Table(columns, tuple(complete), faults)


def _cells(item: Node) -> dict[str, str | None]:
    """The cells of a row; None for what is no text."""
    return {key.value: tidy(value.value) if isinstance(value, Text) else None for key, value in item.entries}
