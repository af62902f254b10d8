"""Findings as text, values and SARIF 2.1.0."""

from docgen.diagnostics import Place, Severity, error, note, warning
from docgen.lint.families import BY_NAME
from docgen.lint.report import line_of, sarif, totals, values

FOUND = (
    error("文号括号", Place("甲/通知.yaml", 2, 8), "年份写成“[2026]”", "应写“〔2026〕”"),
    warning("名称两种写法", Place("乙 丙.docx", spot="第3段第2字"), "只差一点"),
    note("键名", Place("甲/通知.yaml", 1), "没有这个键"),
)


def test_a_line_names_place_rule_weight_message_and_hint():
    assert [line_of(found) for found in FOUND] == [
        "甲/通知.yaml:2:8: 文号括号 错误：年份写成“[2026]”（应写“〔2026〕”）",
        "乙 丙.docx:第3段第2字: 名称两种写法 警告：只差一点",
        "甲/通知.yaml:1:1: 键名 提示：没有这个键",
    ]


def test_totals_count_files_and_findings():
    assert totals(FOUND, 3) == "共 3 个文件：错误 1，警告 1，提示 1"
    assert totals((), 1) == "共 1 个文件：错误 0，警告 0，提示 0"


def test_values_have_one_shape():
    assert values(FOUND)[0] == {
        "file": "甲/通知.yaml",
        "line": 2,
        "column": 8,
        "spot": "",
        "severity": "error",
        "rule": "文号括号",
        "clause": "GB/T 9704 7.2.5",
        "message": "年份写成“[2026]”",
        "hint": "应写“〔2026〕”",
    }
    assert {tuple(value) for value in values(FOUND)} == {tuple(values(FOUND)[0])}


def test_the_sarif_log_has_what_the_standard_requires():
    """SARIF 2.1.0: 3.13 log, 3.14 run, 3.18 tool, 3.49 rules, 3.27 results, 3.28 locations."""
    log = sarif(FOUND, "1.0")
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("docgen", "1.0")
    assert [rule["id"] for rule in driver["rules"]] == ["文号括号", "名称两种写法", "键名"]
    for result, found in zip(run["results"], FOUND, strict=True):
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == found.rule
        assert result["level"] in ("error", "warning", "note")
        assert found.message in result["message"]["text"]
        assert len(result["locations"]) == 1


def test_a_sarif_place_is_a_region_or_a_logical_location():
    first, second, third = (result["locations"][0] for result in sarif(FOUND, "1.0")["runs"][0]["results"])
    assert first["physicalLocation"]["region"] == {"startLine": 2, "startColumn": 8}
    assert "region" not in second["physicalLocation"]
    assert second["logicalLocations"] == [{"name": "第3段第2字"}]
    assert second["physicalLocation"]["artifactLocation"]["uri"] == "%E4%B9%99%20%E4%B8%99.docx"
    assert third["physicalLocation"]["region"]["startColumn"] == 1


def test_every_rule_is_described_in_sarif():
    found = [error(name, Place("甲.yaml", 1, 1), "试") for name in BY_NAME]
    for rule in sarif(found, "1.0")["runs"][0]["tool"]["driver"]["rules"]:
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert (
            rule["defaultConfiguration"]["level"]
            == {
                Severity.ERROR: "error",
                Severity.WARNING: "warning",
                Severity.NOTE: "note",
            }[BY_NAME[rule["id"]].severity]
        )
