"""The model of 签名章 (7.3.5.3): office and name of each who signs."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from docgen.load.parts import Element, Line, present
from docgen.load.refusal import instead


class StampLine(Element):
    """An item of 签名章."""

    post: Line = Field(alias="职务", description="签发人的职务，写全称，例如 市长")
    name: Line = Field(default="", alias="姓名", description="签发人的姓名；不写就留出盖签名章的位置")


STAMP_EXAMPLE = "例如 签名章: {职务: 市长, 姓名: 李明}"


def _stamp_list(value: object) -> object:
    """A single stamp needs no list."""
    return [value] if isinstance(value, dict) else value


def _no_bare_stamp(value: object) -> object:
    if isinstance(value, str):
        raise instead(value, "职务和姓名要分开写", STAMP_EXAMPLE)
    return value


Stamps = Annotated[
    tuple[Annotated[StampLine, BeforeValidator(_no_bare_stamp)], ...],
    BeforeValidator(_no_bare_stamp),
    BeforeValidator(_stamp_list, json_schema_input_type=StampLine | list[StampLine]),
    AfterValidator(present),
]
