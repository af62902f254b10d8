"""The keys of a content file, and the JSON Schema by which editors know them."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.load import json_schema
from docgen.load.parts import Block, EntryList, Table
from docgen.load.schema import AttachedText, CarriedText, Notice, keys_of
from docgen.load.stamps import StampLine

SCHEMA = json_schema()

KEYS = "模板 份号 密级 紧急程度 发文字号 签发人 令号 标题 主送 数据 正文 印发 附件".split()
KEYS += "出席 请假 列席 签名章 署名 印章位 成文日期 附注 抄送 印发机关 印发日期".split()


def properties(name: str) -> dict[str, Any]:
    found: dict[str, Any] = SCHEMA["$defs"][name]["properties"]
    return found


def test_the_keys_are_those_of_the_standard():
    assert list(keys_of(Notice)) == KEYS
    assert list(SCHEMA["properties"]) == KEYS


def test_three_keys_must_be_there_but_an_order_has_a_number_and_no_title():
    assert SCHEMA["required"] == ["模板", "正文"]
    assert SCHEMA["anyOf"] == [{"required": ["标题"]}, {"required": ["令号"]}]


@pytest.mark.parametrize("model", [Notice, CarriedText, AttachedText, Block, Table, EntryList, StampLine])
def test_every_key_is_described_to_the_clerk_in_chinese(model):
    for field in model.model_fields.values():
        assert any("一" <= sign <= "鿿" for sign in field.description or ""), field.alias


@pytest.mark.parametrize(
    "name", ["AttachedText", "Block", "CarriedText", "EntryList", "ListFile", "RosterRow", "StampLine", "Table"]
)
def test_no_other_keys_are_allowed_at_any_depth(name):
    assert SCHEMA["$defs"][name]["additionalProperties"] is False
    assert SCHEMA["additionalProperties"] is False


def test_editors_see_the_forms_a_clerk_may_choose_from():
    assert [form["type"] for form in SCHEMA["properties"]["标题"]["anyOf"]] == ["string", "array"]
    assert SCHEMA["properties"]["份号"]["type"] == ["string", "integer"]
    assert SCHEMA["properties"]["紧急程度"]["enum"] == ["特急", "加急"]
    assert SCHEMA["properties"]["印章位"]["enum"] == ["是", "否"]
    assert len(properties("Block")["名单"]["anyOf"]) == len(("lines", "list", "mapping"))


def test_english_docstrings_do_not_reach_the_editor():
    assert "description" not in SCHEMA
    assert not any("description" in model for model in SCHEMA["$defs"].values())
