"""Take findings, give them as lines of text, as values for JSON, or as SARIF 2.1.0 for editors and code hosts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from docgen.diagnostics import Diagnostic, Severity
from docgen.lint.families import BY_NAME

SARIF_VERSION = "2.1.0"
SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
"""SARIF 2.1.0, 3.27.10 level."""


def line_of(found: Diagnostic) -> str:
    """`file:line:column: 规则名 轻重：message（hint）`."""
    hint = f"（{found.hint}）" if found.hint else ""
    return f"{found.place}: {found.rule} {found.severity.value}：{found.message}{hint}"


def totals(found: Sequence[Diagnostic], files: int) -> str:
    """How many files and findings there are."""
    counts = "，".join(f"{severity.value} {sum(each.severity is severity for each in found)}" for severity in Severity)
    return f"共 {files} 个文件：{counts}"


def values(found: Iterable[Diagnostic]) -> list[dict[str, Any]]:
    """The findings, ready for JSON."""
    return [
        {
            "file": each.place.file,
            "line": each.place.line,
            "column": each.place.column,
            "spot": each.place.spot,
            "severity": LEVELS[each.severity],
            "rule": each.rule,
            "clause": BY_NAME[each.rule].clause if each.rule in BY_NAME else "",
            "message": each.message,
            "hint": each.hint,
        }
        for each in found
    ]


def sarif(found: Sequence[Diagnostic], version: str) -> dict[str, Any]:
    """The findings as a SARIF log of one run; `version` is that of docgen."""
    names = list(dict.fromkeys(each.rule for each in found))
    driver = {"name": "docgen", "version": version, "rules": [_rule(name) for name in names]}
    results = [_result(each, names.index(each.rule)) for each in found]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SARIF_SCHEMA, "version": SARIF_VERSION, "runs": [run]}


def _rule(name: str) -> dict[str, Any]:
    rule = BY_NAME.get(name)
    described: dict[str, Any] = {"id": name, "name": name}
    if rule is None:
        return described
    return described | {
        "shortDescription": {"text": rule.explained["查什么"]},
        "fullDescription": {"text": f"{rule.explained['为什么']}（{rule.clause}）"},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _result(found: Diagnostic, index: int) -> dict[str, Any]:
    place = found.place
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(place.file.replace("\\", "/"))}}
    if place.line is not None:
        location["region"] = {"startLine": place.line, "startColumn": place.column or 1}
    where: dict[str, Any] = {"physicalLocation": location}
    if place.spot:
        where["logicalLocations"] = [{"name": place.spot}]
    hint = f"（{found.hint}）" if found.hint else ""
    return {
        "ruleId": found.rule,
        "ruleIndex": index,
        "level": LEVELS[found.severity],
        "message": {"text": found.message + hint},
        "locations": [where],
    }
