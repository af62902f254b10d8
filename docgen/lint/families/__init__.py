"""All rules, by family."""

from __future__ import annotations

from types import ModuleType

from docgen.lint.families import (
    addressees,
    agreement,
    attachments,
    breaks,
    closing,
    folio,
    head,
    kinds,
    levels,
    looks,
    marks,
    numbers,
    pages,
    title,
)
from docgen.lint.rule import LineRule, PageRule, Rule, TextRule

FAMILIES: dict[str, ModuleType] = {
    "版头": head,
    "标题": title,
    "主送和抄送": addressees,
    "层次和序号": levels,
    "标点": marks,
    "数字、日期、单位": numbers,
    "附件": attachments,
    "落款和版记": closing,
    "文种和用语": kinds,
    "前后一致": agreement,
    "版面": pages,
    "断行": breaks,
    "页码": folio,
    "字体和缩进": looks,
}


def rules_of(family: ModuleType) -> tuple[Rule, ...]:
    """The rules of a module in the order they are written."""
    return tuple(value for value in vars(family).values() if isinstance(value, Rule))


RULES = tuple(rule for family in FAMILIES.values() for rule in rules_of(family))
LINE_RULES = tuple(rule for rule in RULES if isinstance(rule, LineRule))
TEXT_RULES = tuple(rule for rule in RULES if isinstance(rule, TextRule))
PAGE_RULES = tuple(rule for rule in RULES if isinstance(rule, PageRule))
BY_NAME = {rule.name: rule for rule in RULES}
