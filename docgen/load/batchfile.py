"""What a batch file may hold: the models of the whole, of 名册 and of 付印, every value checked."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field

from docgen.load import elements
from docgen.load.keys import named
from docgen.load.numerals import arabic
from docgen.load.parts import Element, Flag, Line, Lines
from docgen.load.refusal import instead
from docgen.load.schema import INNER_KEYS, Notice, keys_of

PAPER_KEYS = ("名称", "文件名")
"""Keys of a 获奖文书 beside those of a content file."""
MOST_COPIES = 10_000
"""More copies than this are a slip of the pen."""


class Order(Enum):
    """In which order copies are printed."""

    SETS = "成套"
    STACKS = "成摞"


class Backs(Enum):
    """How even pages come, where the printer cannot turn sheets by itself."""

    FORWARD = "正序"
    BACKWARD = "倒序"


def _one_of(kind: type[Enum]) -> Callable[[object], object]:
    words = [each.value for each in kind]

    def check(value: object) -> object:
        if isinstance(value, str) and value not in words:
            raise instead(value, f"只能写{'或'.join(named([word]) for word in words)}")
        return value

    return check


def _count(value: object) -> object:
    if not isinstance(value, str):
        return value
    digits = arabic(value.removesuffix("份"))
    if not digits.isdecimal() or not 0 < int(digits) <= MOST_COPIES:
        raise instead(value, "应是份数", "例如 份数: 2")
    return int(digits)


def _counts(value: object) -> object:
    """A number alone is that of everything."""
    return {"": value} if isinstance(value, str) else value


Count = Annotated[int, BeforeValidator(_count, json_schema_input_type=int | str)]


class MeaningText(Element):
    """列 of a 名册."""

    name: Line = Field(default="姓名", alias="名称", description="获奖的人、集体或项目在哪一列，不写就是“姓名”")
    unit: Line = Field(default="", alias="单位", description="单位在哪一列")
    award: Line = Field(default="", alias="奖项", description="奖项在哪一列；每个奖项成一张清单")


class RosterText(Element):
    """名册."""

    file: Line = Field(default="", alias="文件", description="名册文件，.xlsx 或 .csv，和批次文件放在一起")
    sheet: Line = Field(default="", alias="工作表", description="工作表的名字；不写就用第一张")
    rows: Any = Field(default=(), alias="行", description="不用文件时，名册就写在这里，每项一行")
    columns: MeaningText = Field(default_factory=MeaningText, alias="列", description="名称、单位、奖项各在哪一列")
    cells: dict[str, Lines] = Field(default_factory=dict, alias="筛选", description="只用这样的行，例如 {结果: 认定}")
    order: Lines = Field(default=(), alias="排序", description="先后按哪几列；不写就照名册的次序")
    hidden: Flag = Field(default=False, alias="隐藏行", description="隐藏的行用不用：是或否，默认否")


class PrintingText(Element):
    """付印."""

    copies: Annotated[dict[str, Count], BeforeValidator(_counts, json_schema_input_type=int | str | dict[str, int])] = (
        Field(default_factory=dict, alias="份数", description="印几份；各样不同就写 {通报: 60, 获奖通知: 1}")
    )
    order: Annotated[Order, BeforeValidator(_one_of(Order))] = Field(
        default=Order.SETS, alias="排列", description="成套（一套一套地印）或成摞（一样印完再印下一样）"
    )
    duplex: Flag = Field(default=True, alias="双面", description="双面印：每份从正面起，缺的背面留白；默认是")
    backs: Annotated[Backs | None, BeforeValidator(_one_of(Backs))] = Field(
        default=None, alias="手动双面", description="另出单页、双页两个文件；双页正序或倒序，看打印机怎么放纸"
    )
    booklet: Flag = Field(default=False, alias="小册子", description="通报另拼成 A3 小册子（骑马订）：是或否")
    numbered: Annotated[Line, BeforeValidator(lambda value: value and elements.copy_number(str(value)))] = Field(
        default="", alias="份号", description="通报各份的份号从这个号起，例如 000001"
    )


class BatchText(Element):
    """A batch file."""

    inner: ClassVar[dict[str, type[Element]]] = {"名册": RosterText, "列": MeaningText, "付印": PrintingText}

    roster: RosterText = Field(alias="名册", description="获奖名册")
    bulletin: Any = Field(default=None, alias="通报", description="通报，写法和 content/notices 里的内容文件一样")
    papers: Any = Field(default=(), alias="获奖文书", description="每个获奖者一份的通知、证书等，写成列表")
    printing: PrintingText = Field(default_factory=PrintingText, alias="付印", description="付印文件怎么排")


MODELS = (BatchText, RosterText, MeaningText, PrintingText, Notice)
BATCH_KEYS = frozenset((*PAPER_KEYS, *INNER_KEYS, *(key for model in MODELS for key in keys_of(model))))
"""All keys that a batch file may have."""
