"""Take a table (.xlsx, .csv or YAML) and the form it is for, give what is filled in, row by row, every cell checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from pydantic_core import PydanticCustomError

from docgen.diagnostics import Diagnostic, Place, error, has_errors, note
from docgen.form import Field, Form
from docgen.load.characters import tidy, without_spaces
from docgen.load.keys import meant, question
from docgen.load.lists import open_sheet
from docgen.load.sheets import Sheet, UnusableError
from docgen.load.source import Source, top_of
from docgen.load.tree import Listing, Mapping, Text, plain
from docgen.load.values import Checked, checked

RULE = "填表"


class Filling(Struct, frozen=True):
    """One row: what stands in each field, where the row stands, and where what stands in each field."""

    values: dict[str, Checked]
    place: Place
    places: dict[str, Place]


class Fillings(Struct):
    """The rows that can be used, how many cannot, and why."""

    rows: list[Filling] = field(default_factory=list)
    rejected: int = 0
    found: list[Diagnostic] = field(default_factory=list)

    def add(self, form: Form, texts: dict[str, tuple[str, Place]], place: Place) -> None:
        """A row with the text and the place of each field; it is used only if all its fields are right."""
        values: dict[str, Checked] = {}
        faults = []
        for each in form.fields:
            text, spot = texts.get(each.name, ("", place))
            try:
                values[each.name] = checked(each, text)
            except PydanticCustomError as refused:
                faults.append(_fault(each, spot, refused))
        if faults:
            self.rejected += 1
            self.found.extend(faults)
        else:
            self.rows.append(Filling(values, place, {name: spot for name, (_, spot) in texts.items()}))


def _fault(each: Field, place: Place, refused: PydanticCustomError) -> Diagnostic:
    context = refused.context or {}
    return error(RULE, place, f"“{each.name}”{context.get('message', '')}", str(context.get("hint", "")))


def sheet_fillings(data: bytes, file: str, form: Form, wanted: str = "") -> Fillings:
    """The rows of an .xlsx or .csv file under their column names."""
    fillings = Fillings()
    try:
        sheet = open_sheet(data, file, wanted)
        head = _head(sheet)
    except UnusableError as reason:
        place = Place(file, spot=reason.cell) if reason.cell else top_of(file)
        fillings.found.append(error(RULE, place, reason.message, reason.hint))
        return fillings
    columns = dict(_columns(sheet, head, form, (file, fillings.found)))
    numbers = [number for number in range(head + 1, len(sheet.rows)) if any(sheet.rows[number])]
    if has_errors(fillings.found):
        fillings.rejected = len(numbers)
        return fillings
    for number in numbers:
        texts = {
            name: (_cell(sheet.rows[number], column), Place(file, spot=sheet.cell(number, column)))
            for name, column in columns.items()
        }
        fillings.add(form, texts, Place(file, spot=sheet.cell(number, 0)))
    return fillings


def _head(sheet: Sheet) -> int:
    """The number of the first row that holds something: the names of the columns."""
    filled = [number for number, row in enumerate(sheet.rows) if any(row)]
    if len(filled) < len(("列名", "一行")):
        raise UnusableError("表里没有内容", "第一行是列名，下面每行填一张表")
    return filled[0]


def _cell(row: Sequence[str], column: int) -> str:
    return row[column] if column < len(row) else ""


def _columns(sheet: Sheet, head: int, form: Form, report: tuple[str, list[Diagnostic]]) -> Iterator[tuple[str, int]]:
    """The column of each field; what is no field is a note, a required field without a column an error."""
    file, found = report
    names = {without_spaces(each.name): each for each in form.fields}
    seen: set[str] = set()
    for column, written in enumerate(sheet.rows[head]):
        each = names.get(without_spaces(written))
        if each is not None and each.name not in seen:
            seen.add(each.name)
            yield each.name, column
        elif written:
            hint = question(meant(written, [name for name in names if name not in seen]))
            place = Place(file, spot=sheet.cell(head, column))
            found.append(note("列名", place, f"“{written}”不是这张表的一栏，没有用到", hint))
    for each in form.fields:
        if each.required and each.name not in seen:
            place = Place(file, spot=sheet.cell(head, 0))
            found.append(error(RULE, place, f"缺少“{each.name}”这一列", "第一行写各栏的名字"))


def tree_fillings(tree: Mapping, source: Source, form: Form) -> Fillings:
    """The rows under 数据 of a YAML file."""
    fillings = Fillings()
    listing = tree.get("数据")
    if not isinstance(listing, Listing):
        fillings.found.append(
            error(RULE, top_of(source.name), "缺少“数据”", "下面每张表写一项：- {单位: …, 项目名称: …}")
        )
        return fillings
    for item in listing.items:
        place = source.place(item.start)
        if not isinstance(item, Mapping):
            fillings.rejected += 1
            fillings.found.append(error(RULE, place, "这一项应是“栏目: 内容”", "例如 - 单位: 大连市中山区总工会"))
            continue
        fillings.add(form, dict(_texts(item, form, source, fillings)), place)
    return fillings


def _texts(item: Mapping, form: Form, source: Source, fillings: Fillings) -> Iterator[tuple[str, tuple[str, Place]]]:
    for key, value in item.entries:
        if form.field(key.value) is None:
            hint = question(meant(key.value, [each.name for each in form.fields]))
            fillings.found.append(
                note("键名", source.place(key.start), f"“{key.value}”不是这张表的一栏，没有用到", hint)
            )
        else:
            text = tidy(value.value) if isinstance(value, Text) else "、".join(map(str, plain(value)))
            yield key.value, (text, source.place(value.start))
