"""The noun FORM: what a form (申报表, 建议表) asks for, field by field, as `content/forms/<form>.yaml` describes it."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct


class Kind(Enum):
    """What a field takes; the value is the word a clerk writes under 类型."""

    TEXT = "文字"
    LONG = "长文字"
    INTEGER = "整数"
    MONEY = "金额"
    DATE = "日期"
    PHONE = "电话"
    EMAIL = "邮箱"
    CHOICE = "选择"
    BOXES = "勾选"
    SIGN = "签章"


class Field(Struct, frozen=True):
    """A field of a form.

    Attributes:
        name: the name of its tag in the template; boxes have no tag but their choices with □ beside them.
        required: an empty one is an error.
        least, most: bounds of a number; `most` of a text counts characters, of boxes how many may be ticked.
        choices: what a choice or boxes offer.
        unit: what may stand behind a number (人, 万元).
    """

    name: str
    kind: Kind = Kind.TEXT
    required: bool = False
    least: float | None = None
    most: float | None = None
    choices: tuple[str, ...] = ()
    unit: str = ""


class Form(Struct, frozen=True):
    """A form.

    Attributes:
        name: stem of its template, and its title.
        fields: in the order of the description.
        copies: how many copies a unit hands in (一式四份); 1 where nothing is said.
        file_name: pattern of the names of filled forms, fields in braces.
        notes: what a unit should know before it fills the form in.
    """

    name: str
    fields: tuple[Field, ...]
    copies: int = 1
    file_name: str = ""
    notes: tuple[str, ...] = ()

    def field(self, name: str) -> Field | None:
        """The field of that name."""
        return next((field for field in self.fields if field.name == name), None)
