"""The models of what stands inside a content file: texts with 名单, 表格, 条目 and 分页 between them, list files.

A model is a mapping; its Chinese keys are aliases. The validation context is what it may name, `Known`.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    PlainValidator,
    Tag,
    ValidationInfo,
    field_validator,
    model_validator,
)

from docgen.content import Member
from docgen.load.characters import lines_of, one_line
from docgen.load.elements import yes_or_no
from docgen.load.entries import columns_of, unnumbered
from docgen.load.keys import meant, named, question
from docgen.load.refusal import instead, refusal
from docgen.load.rosters import members
from docgen.load.stock import Known

BLOCK_KEYS = "“名单”“表格”“条目”“分页”"


class Element(BaseModel):
    """A mapping with fixed keys. A key without a value counts as absent."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    keeps_blanks: ClassVar[bool] = False
    inner: ClassVar[dict[str, type[Element]]] = {}
    """What stands under a key, beside what stands there in every file."""

    @model_validator(mode="before")
    @classmethod
    def _without_blanks(cls, value: object) -> object:
        if isinstance(value, dict) and not cls.keeps_blanks:
            return {key: inner for key, inner in value.items() if inner != ""}
        return value


def no_mapping(value: object) -> object:
    """A text or a list; braces and colons of a text may have made it a mapping."""
    if isinstance(value, dict):
        raise refusal("应是一段文字或列表，这里写的是“键: 值”", "文字里有花括号或半角冒号时，请给整个值加上半角引号")
    return value


def _listed(value: object) -> object:
    """A text is a list of its lines."""
    return list(lines_of(value)) if isinstance(value, str) else no_mapping(value)


def _single(value: object) -> object:
    """A text or a mapping is a list of itself."""
    return [value] if isinstance(value, str | dict) else value


def present(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """A list that holds something."""
    kept = tuple(value for value in values if value != "")
    if not kept:
        raise refusal("是空的", "请补上内容；不需要就把这个键删去")
    return kept


Line = Annotated[str, AfterValidator(one_line)]
MaybeLines = Annotated[tuple[Line, ...], BeforeValidator(_listed, json_schema_input_type=str | list[str])]
Lines = Annotated[MaybeLines, AfterValidator(present)]
Flag = Annotated[bool, BeforeValidator(yes_or_no, json_schema_input_type=Literal["是", "否"])]


class ListFile(Element):
    """数据 in a file of its own."""

    file: Line = Field(alias="文件", description="清单文件，.xlsx 或 .csv，写相对路径，例如 名单.xlsx")
    sheet: Line = Field(default="", alias="工作表", description="工作表的名字；不写就用第一张")


class RosterRow(Element):
    """A member of a 名单, by columns; `rosters` reads it, this model names its keys to editors."""

    label: str = Field(default="", alias="组", description="组长、副组长、成员等；与上一人同组就不写")
    name: str = Field(alias="姓名", description="姓名")
    post: str = Field(default="", alias="职务", description="单位和职务")


RosterForms = str | list[str | RosterRow] | dict[str, str | list[str]]
Roster = Annotated[tuple[Member, ...], PlainValidator(members, json_schema_input_type=RosterForms)]


def _share(value: object) -> object:
    """The width of a column, a positive number."""
    if not isinstance(value, str):
        return value
    try:
        share = float(value)
    except ValueError:
        share = 0.0
    if not 0 < share < float("inf"):
        raise instead(value, "应是大于0的数", "例如 列宽: [1, 4, 2]")
    return share


Cells = Annotated[tuple[str, ...], Field(json_schema_extra={"items": {"type": ["string", "number"]}})]


class Table(Element):
    """A 表格 in a text: rows typed here, or those of a list under 数据."""

    head: Cells = Field(default=(), alias="列", description="表头，例如 [序号, 单位]；可以不写")
    rows: tuple[Cells, ...] = Field(default=(), alias="行", description="各行，每行一个列表，例如 - [1, 市总工会]")
    data: Line = Field(default="", alias="数据", description="用“数据”里的一张清单作各行；“列”选它的列")
    widths: tuple[Annotated[float, BeforeValidator(_share, json_schema_input_type=float)], ...] = Field(
        default=(), alias="列宽", description="各列宽度的比例，例如 [1, 4, 2]；不写就等宽"
    )
    landscape: Flag = Field(default=False, alias="横排", description="是否横排，表格单独占页：是或否，默认否")

    @field_validator("data")
    @classmethod
    def _known(cls, name: str, info: ValidationInfo) -> str:
        rows = _rows(name, info)
        missing = [column for column in info.data.get("head", ()) if rows and column not in rows[0]]
        if missing:
            raise refusal(f"清单“{name}”里没有{named(missing)}这一列", f"它有{named(rows[0])}")
        return name

    @model_validator(mode="after")
    def _even(self) -> Table:
        if bool(self.rows) == bool(self.data):
            raise refusal("应写“行”或“数据”中的一个")
        columns = len(self.head) or (len(self.rows[0]) if self.rows else 0)
        for number, row in enumerate(self.rows):
            if len(row) != columns:
                raise refusal(f"有{len(row)}格，应有{columns}格", "", ("行", number))
        if self.widths and columns and len(self.widths) != columns:
            raise refusal(f"写了{len(self.widths)}个，表格有{columns}列", "", ("列宽",))
        return self


def _rows(name: str, info: ValidationInfo) -> tuple[Any, ...]:
    """The rows of the list `name`; none of a list that could not be read."""
    lists = (info.context or Known()).lists
    if name not in lists:
        known = f"“数据”里有{named(lists)}" if lists else "请先在“数据”里写这张清单"
        raise instead(name, "“数据”里没有这张清单", question(meant(name, lists)) or known)
    return lists[name] or ()


class EntryList(Element):
    """A 条目."""

    heading: Line = Field(default="", alias="标题", description="这组条目上面的小标题")
    data: Line = Field(default="", alias="数据", description="“数据”里一张清单的名字")
    pattern: Line = Field(default="", alias="格式", description="每一项的样子，列名写在花括号里，例如 {项目}（{单位}）")
    items: Annotated[Lines, AfterValidator(unnumbered)] = Field(
        default=(), alias="项", description="逐项写出；序号自动编排"
    )

    @field_validator("data")
    @classmethod
    def _known(cls, name: str, info: ValidationInfo) -> str:
        _rows(name, info)
        return name

    @field_validator("pattern")
    @classmethod
    def _possible(cls, pattern: str, info: ValidationInfo) -> str:
        rows = _rows(info.data["data"], info) if info.data.get("data") else ()
        missing = [column for column in columns_of(pattern) if rows and column not in rows[0]]
        if missing:
            raise instead(pattern, f"清单里没有{named(missing)}这一列", f"它有{named(rows[0])}")
        return pattern

    @model_validator(mode="after")
    def _one_source(self, info: ValidationInfo) -> EntryList:
        if bool(self.items) == bool(self.data):
            raise refusal("应写“项”或“数据”中的一个", "“项”逐项写出，“数据”是清单的名字")
        rows = _rows(self.data, info) if self.data else ()
        if rows and not self.pattern and len(rows[0]) > 1:
            example = "".join(f"{{{column}}}" for column in rows[0])
            raise refusal("缺少“格式”", f"清单有几列，请写明每一项的样子，例如 格式: '{example}'")
        return self


def _entry_list(value: object) -> object:
    """Items alone are a 条目 without a heading."""
    return {"项": value} if isinstance(value, str | list) else value


def _page_break(value: object) -> object:
    """分页 needs no value."""
    return "是" if value == "" else value


class Block(Element):
    """An item of a 正文 that is no text: exactly one of the four."""

    keeps_blanks: ClassVar[bool] = True

    roster: Roster = Field(default=(), alias="名单", description="人员名单：组长: 姓名 职务")
    table: Table | None = Field(default=None, alias="表格", description="文中的表格")
    entries: Annotated[
        EntryList | None, BeforeValidator(_entry_list, json_schema_input_type=EntryList | list[str] | str)
    ] = Field(default=None, alias="条目", description="自动编号的条目，例如获奖名单")
    page_break: Annotated[Flag, BeforeValidator(_page_break, json_schema_input_type=Literal["是", ""])] = Field(
        default=False, alias="分页", description="后面的内容另起一页"
    )

    @model_validator(mode="after")
    def _one_of_four(self) -> Block:
        if len(self.model_fields_set) != 1:
            raise refusal(f"应是一段文字，或{BLOCK_KEYS}之中的一个", "几样东西请分成几项，每项前面写“- ”")
        return self


def _kind(value: object) -> str | None:
    """Which branch of `Part` a value belongs to."""
    match value:
        case str():
            return "text"
        case dict():
            return "block"
        case _:
            return None


Part = Annotated[Annotated[str, Tag("text")] | Annotated[Block, Tag("block")], Discriminator(_kind)]
Body = Annotated[
    tuple[Part, ...], BeforeValidator(_single, json_schema_input_type=str | list[Part]), AfterValidator(present)
]
