"""What the description of a form may hold: the models of the whole and of a field, every value checked."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, field_validator, model_validator

from docgen.form import Field as FormField
from docgen.form import Form, Kind
from docgen.load.entries import columns_of
from docgen.load.keys import meant, named, question
from docgen.load.numerals import arabic
from docgen.load.parts import Element, Flag, Line, Lines
from docgen.load.refusal import instead, refusal

WITH_CHOICES = frozenset((Kind.CHOICE, Kind.BOXES))
NUMBERS = frozenset((Kind.INTEGER, Kind.MONEY))
MEASURED = frozenset((Kind.TEXT, Kind.LONG, Kind.BOXES, *NUMBERS))
"""Kinds with limits."""
MOST_COPIES = 20
"""More copies than this no unit hands in."""


def _kind(value: object) -> object:
    words = [kind.value for kind in Kind]
    if isinstance(value, str) and value not in words:
        raise instead(value, "没有这种类型", question(meant(value, words)) or f"可以写：{'、'.join(words)}")
    return value


def _limit(value: object) -> object:
    """40, 40字, 500万元 stays a number only: the unit of a text is the character."""
    if not isinstance(value, str):
        return value
    digits = arabic(value.removesuffix("字"))
    try:
        return float(digits)
    except ValueError:
        raise instead(value, "应是一个数", "例如 最多: 40") from None


def _copies(value: object) -> object:
    """4, 四, 一式四份."""
    if not isinstance(value, str):
        return value
    digits = arabic(value.removeprefix("一式").removesuffix("份"))
    if not digits.isdecimal() or not 0 < int(digits) <= MOST_COPIES:
        raise instead(value, "应是份数", "例如 份数: 一式四份")
    return int(digits)


Limit = Annotated[float | None, BeforeValidator(_limit, json_schema_input_type=float | str)]


class FieldText(Element):
    """A field under 字段."""

    kind: Annotated[Kind, BeforeValidator(_kind)] = Field(default=Kind.TEXT, alias="类型", description="填什么")
    required: Flag = Field(default=False, alias="必填", description="不能空着：是或否，默认否")
    least: Limit = Field(default=None, alias="最少", description="整数、金额的下限；文字的最少字数")
    most: Limit = Field(default=None, alias="最多", description="整数、金额的上限；文字的最多字数；勾选最多几项")
    choices: Lines = Field(default=(), alias="选项", description="选择、勾选有哪些选项")
    unit: Line = Field(default="", alias="单位", description="数字后面的单位，例如 人、万元")

    @model_validator(mode="after")
    def _fits_its_kind(self) -> FieldText:
        kind = self.kind.value
        if self.kind in WITH_CHOICES and not self.choices:
            raise refusal(f"的类型是{kind}，缺少“选项”", "例如 选项: [市级, 区市县级]")
        if self.choices and self.kind not in WITH_CHOICES:
            raise refusal(f"的类型是{kind}，不应有“选项”", "要让人选，类型写“选择”或“勾选”")
        if len(set(self.choices)) < len(self.choices):
            raise refusal("里有两个相同的选项", "", ("选项",))
        if self.unit and self.kind not in NUMBERS:
            raise refusal(f"的类型是{kind}，不应有“单位”", "只有整数和金额有单位")
        if (self.least, self.most) != (None, None) and self.kind not in MEASURED:
            raise refusal(f"的类型是{kind}，不应有“最少”“最多”")
        if self.least is not None and self.most is not None and self.least > self.most:
            raise refusal("的“最少”比“最多”还大")
        return self


def _bare(value: object) -> object:
    """A field without properties is a text; a word behind its colon is its type."""
    if isinstance(value, str):
        return {"类型": value} if value else {}
    return value


Fields = dict[str, Annotated[FieldText, BeforeValidator(_bare, json_schema_input_type=FieldText | Literal[""] | str)]]


class FormText(Element):
    """The description of a form, `content/forms/<form>.yaml`."""

    fields: Fields = Field(alias="字段", description="表里的每一栏，名字与模板里的标签相同")
    copies: Annotated[int, BeforeValidator(_copies, json_schema_input_type=int | str)] = Field(
        default=1, alias="份数", description="交几份，例如 一式四份"
    )
    file_name: Line = Field(default="", alias="文件名", description="填好的表的文件名，例如 '{单位名称}-{项目名称}'")

    notes: Lines = Field(default=(), alias="说明", description="填表说明，每行一条")

    @field_validator("fields")
    @classmethod
    def _some(cls, fields: dict[str, FieldText]) -> dict[str, FieldText]:
        if not fields:
            raise refusal("是空的", "每一栏另起一行，例如 单位名称: {必填: 是}")
        return fields

    @model_validator(mode="after")
    def _names_fields(self) -> FormText:
        missing = [name for name in columns_of(self.file_name) if name not in self.fields]
        if missing:
            raise refusal(f"里的{named(missing)}不是一栏", f"可以用：{named(self.fields)}", ("文件名",))
        return self


FORM_KEYS = frozenset(str(field.alias) for model in (FieldText, FormText) for field in model.model_fields.values())


def form_of(described: FormText, name: str) -> Form:
    """The form `name` as described."""
    fields = tuple(
        FormField(key, field.kind, field.required, field.least, field.most, field.choices, field.unit)
        for key, field in described.fields.items()
    )
    return Form(name, fields, described.copies, described.file_name, described.notes)
