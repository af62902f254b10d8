"""Take the 数据 of a content file, give its lists by name: rows typed there, or those of an .xlsx or .csv file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from docgen.diagnostics import Diagnostic, Place, error, note
from docgen.load.characters import one_line, tidy
from docgen.load.complaints import validated
from docgen.load.expressions import Lists, Row, Rows
from docgen.load.keys import meant, named, question
from docgen.load.parts import ListFile
from docgen.load.refusal import shown
from docgen.load.sheets import CORRECT_HINT, ROW_LIMIT, Sheet, UnusableError, csv_sheet
from docgen.load.source import Source
from docgen.load.stock import Known
from docgen.load.tree import Listing, Mapping, Node, Text, find, plain
from docgen.ondemand import on_demand

workbooks = on_demand("docgen.load.workbooks")
"""Most content files name none."""
RULE = "数据清单"

ONLY_COLUMN = "项"
"""The column of a list of plain texts."""

FILE_LIMIT = 10_000_000
"""Bytes; a list of 5,000 rows has less than one million."""

Fetch = Callable[[str], bytes]
"""Gives the bytes of a file by its path relative to the content file; raises OSError."""

ALIKE_HINT = "各项应都是文字，或都是“列名: 值”"

HEADER_HINT = "第一行应是列名，每列一个；上面的大标题请删去"


class FaultyListError(Exception):
    """A list that cannot be used, and why."""

    def __init__(self, *found: Diagnostic) -> None:
        super().__init__(*map(str, found))
        self.found = found


class _Reading(Struct, frozen=True):
    """Where lists come from, and what is said about them on the way."""

    source: Source
    fetch: Fetch | None
    found: list[Diagnostic]

    def rows(self, name: Text, node: Node) -> Rows | None:
        """The rows of the list `name`; None where they cannot be had."""
        try:
            self._check_name(name)
            return self._rows(name.value, node)
        except FaultyListError as faulty:
            self.found.extend(faulty.found)
            return None

    def _check_name(self, name: Text) -> None:
        if not name.value.isidentifier():
            message = f"清单的名字{shown(name.value)}不能用"
            raise self.fault(name.start, message, "名字以汉字或字母开头，只含汉字、字母和数字，例如 省级成果")

    def _rows(self, name: str, node: Node) -> Rows:
        match node:
            case Listing(items=(Text(), *_)):
                return self._texts(name, node)
            case Listing(items=(Mapping(), *_)):
                return self._mappings(name, node)
            case Mapping():
                return self._file(node)
            case _:
                hint = "下面每项写“- ”，或写“文件: 名单.xlsx”"
                raise self.fault(node.start, f"清单“{name}”里一项也没有", hint)

    def fault(self, index: int, message: str, hint: str = "") -> FaultyListError:
        """What is wrong at `index` of the content file."""
        return FaultyListError(error(RULE, self.source.place(index), message, hint))

    def _texts(self, name: str, listing: Listing) -> Rows:
        for number, item in enumerate(listing.items, start=1):
            if not isinstance(item, Text):
                raise self.fault(item.start, f"清单“{name}”第{number}项和前面的写法不同", ALIKE_HINT)
        return tuple({ONLY_COLUMN: tidy(text.value)} for text in listing.items if isinstance(text, Text))

    def _mappings(self, name: str, listing: Listing) -> Rows:
        numbered = enumerate(listing.items, start=1)
        return tuple(self._row(f"清单“{name}”第{number}项", item, listing) for number, item in numbered)

    def _row(self, title: str, item: Node, listing: Listing) -> Row:
        first = listing.items[0]
        if not isinstance(item, Mapping) or not isinstance(first, Mapping):
            raise self.fault(item.start, f"{title}和前面的写法不同", ALIKE_HINT)
        columns = [key.value for key, _ in first.entries]
        for key, value in item.entries:
            if key.value not in columns:
                raise self.fault(key.start, f"{title}的“{key.value}”第1项里没有", question(meant(key.value, columns)))
            if not isinstance(value, Text):
                raise self.fault(value.start, f"{title}的“{key.value}”应是一段文字")
        missing = [column for column in columns if item.key(column) is None]
        if missing:
            raise self.fault(item.start, f"{title}缺少{named(missing)}", '确实没有就写 ""')
        cells = {key.value: str(plain(value)) for key, value in item.entries}
        return {column: cells[column] for column in columns}

    def _file(self, node: Mapping) -> Rows:
        wanted, faults = validated(ListFile, node, self.source, Known())
        if wanted is None:
            raise FaultyListError(*faults)
        start = find(node, ("文件",)).start
        path = self._relative(wanted.file, start)
        try:
            sheet = open_sheet(self._fetched(path, start), path, wanted.sheet)
            rows = _table(sheet)
        except UnusableError as reason:
            raise self._unusable(path, start, reason) from None
        if sheet.others and not wanted.sheet:
            message = f"“{path}”有{len(sheet.others) + 1}张工作表，用了第一张“{sheet.name}”"
            self.found.append(note(RULE, self.source.place(start), message, "要用别的一张，请写“工作表: 名字”"))
        return rows

    def _unusable(self, path: str, start: int, reason: UnusableError) -> FaultyListError:
        if reason.cell:
            return FaultyListError(error(RULE, Place(path, spot=reason.cell), reason.message, reason.hint))
        return self.fault(start, f"“{path}”{reason.message}", reason.hint)

    def _relative(self, path: str, start: int) -> str:
        """`path` if it stays below the folder of the content file."""
        steps = [step for step in path.split("/") if step != "."]
        if "\\" in path or ":" in path or not all(step.strip(" .") for step in steps) or not steps:
            hint = "请把清单放在内容文件旁边，只写文件名，例如 名单.xlsx；下一级文件夹用“/”"
            raise self.fault(start, f"文件路径{shown(path)}不能用", hint)
        return "/".join(steps)

    def _fetched(self, path: str, start: int) -> bytes:
        if self.fetch is None:
            raise self.fault(start, f"这里读不到清单文件“{path}”", "请从文件夹里读取内容文件")
        try:
            data = self.fetch(path)
        except FileNotFoundError:
            raise self.fault(start, f"找不到文件“{path}”", "它应和内容文件在同一个文件夹里") from None
        except OSError as reason:
            raise self.fault(start, f"打不开文件“{path}”：{reason.strerror or reason}") from None
        if len(data) > FILE_LIMIT:
            raise self.fault(start, f"文件“{path}”超过{FILE_LIMIT // 1_000_000}MB", "请删去图片和多余的工作表")
        return data


def read_lists(data: Node | None, source: Source, fetch: Fetch | None) -> tuple[Lists, tuple[Diagnostic, ...]]:
    """The lists under 数据 by name, with everything that is wrong with them."""
    if data is None or (isinstance(data, Text) and not data.value):
        return {}, ()
    if not isinstance(data, Mapping):
        hint = "例如 省级成果: 后面另起一行列出各项"
        return {}, (error(RULE, source.place(data.start), "“数据”下面应是“清单名: …”", hint),)
    reading = _Reading(source, fetch, [])
    lists = {name.value: reading.rows(name, node) for name, node in data.entries}
    return lists, tuple(reading.found)


def open_sheet(data: bytes, path: str, wanted: str = "") -> Sheet:
    """The table of the file `path`, every cell of it right.

    Raises:
        UnusableError: it is none.
    """
    sheet = sheet_of(data, path, wanted)
    for (row, column), fault in sheet.faults.items():
        raise UnusableError(fault, CORRECT_HINT, sheet.cell(row, column))
    return sheet


def sheet_of(data: bytes, path: str, wanted: str = "", most: int = ROW_LIMIT) -> Sheet:
    """The table of the file `path`, by its suffix, with `most` rows at most.

    Raises:
        UnusableError: it is none.
    """
    match path.rpartition(".")[2].lower():
        case "xlsx":
            found: Sheet = workbooks.xlsx_sheet(data, wanted, most)
            return found
        case "csv":
            return csv_sheet(data, most)
        case "xls":
            raise UnusableError("是旧的 .xls 格式", "请用 Excel 或 WPS 另存为 .xlsx")
        case _:
            raise UnusableError("不是清单文件", "清单只能是 .xlsx 或 .csv")


def _table(sheet: Sheet) -> Rows:
    """The rows of `sheet` under its first row that holds something, by column."""
    head, *rest = sheet.filled(HEADER_HINT)
    columns = dict(_columns(sheet, head))
    return tuple(_cells(sheet, number, columns) for number in rest)


def _columns(sheet: Sheet, header: int) -> Iterator[tuple[int, str]]:
    """The columns with a name, by number. Names are distinct."""
    seen: set[str] = set()
    for column, name in enumerate(map(one_line, sheet.rows[header])):
        if name in seen:
            raise UnusableError(f"列名“{name}”出现两次", "请改成不同的列名", sheet.cell(header, column))
        if name:
            seen.add(name)
            yield column, name


def _cells(sheet: Sheet, number: int, columns: dict[int, str]) -> Row:
    row = sheet.rows[number]
    nameless = next((column for column, cell in enumerate(row) if cell and column not in columns), None)
    if nameless is not None:
        raise UnusableError("这一格上面没有列名", HEADER_HINT, sheet.cell(number, nameless))
    return {name: row[column] if column < len(row) else "" for column, name in columns.items()}
