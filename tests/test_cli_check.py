"""The commands check, rules and register: output, exit codes, files written."""

import json

import pytest
from click.testing import CliRunner
from samples import ROOT, TEMPLATES, content, filled

from docgen import cli

GOOD = "模板: 大工发\n标题: 关于试验的通知\n正文: 请按时报送。\n"
WRONG = "模板: 大工发\n发文字号: 大工发[2018]4号\n标题: 关于试验的通知\n正文: 一个,两个。\n"


def run(*arguments):
    return CliRunner().invoke(cli.main, [str(argument) for argument in arguments], catch_exceptions=False)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "templates_docx").symlink_to(TEMPLATES)
    (tmp_path / "content").mkdir()
    return tmp_path / "content"


def put(folder, name, text=GOOD):
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def test_a_good_file_ends_with_zero(folder):
    result = run("check", put(folder, "好.yaml"))
    assert (result.exit_code, result.stdout) == (0, "共 1 个文件：错误 0，警告 0，提示 0\n")


def test_errors_end_with_one_and_say_where(folder):
    file = put(folder, "坏.yaml", WRONG)
    result = run("check", file)
    assert result.exit_code == 1
    assert result.stdout == (
        f"{file}:2:10: 文号括号 错误：年份写成“[2018]”，应放在六角括号“〔〕”里（应写“〔2018〕”）\n"
        f"{file}:4:7: 半角标点 错误：汉字旁边的“,”是半角的（应写“，”）\n"
        "共 1 个文件：错误 2，警告 0，提示 0\n"
    )


def test_warnings_alone_end_with_zero(folder):
    result = run("check", put(folder, "警.yaml", GOOD.replace("请按时报送", "请于4月1号报送")))
    assert (result.exit_code, "警告 1" in result.stdout) == (0, True)


def test_a_folder_is_checked_with_all_below_it_but_not_its_switches(folder):
    put(folder, "好.yaml")
    put(folder, "下/好.docx", filled(content()))
    put(folder, ".隐.yaml", "坏")
    put(folder, "~$锁.docx", "坏")
    put(folder, "不查.yaml", "几号: 沿用旧例\n")
    assert "共 2 个文件" in run("check", folder).stdout


def test_an_empty_folder_is_said(folder):
    result = run("check", folder)
    assert (result.exit_code, "没有找到要检查的文件" in result.stderr) == (1, True)


def test_json_and_sarif_are_json_alone(folder):
    file = put(folder, "坏.yaml", WRONG)
    values = json.loads(run("check", file, "--format", "json").stdout)
    assert [(value["rule"], value["line"]) for value in values] == [("文号括号", 2), ("半角标点", 4)]
    log = json.loads(run("check", file, "--format", "sarif").stdout)
    assert len(log["runs"][0]["results"]) == 2


def test_a_project_file_switches_rules_off(folder):
    file = put(folder, "坏.yaml", WRONG)
    put(folder.parent, "不查.yaml", "半角标点: 旧稿照录\n没有的: 理由\n")
    result = run("check", file)
    assert "半角标点" not in result.stdout
    assert "没有“没有的”这条规则" in result.stderr


def test_the_project_file_is_no_notice(folder, tmp_path):
    put(folder, "好.yaml")
    put(folder, "不查.yaml", "几号: 沿用旧例\n")
    assert "共 1 份：成功 1 份" in run("build", folder, "--out", tmp_path / "出").stdout


def test_fix_mends_the_file_in_place(folder):
    file = put(folder, "坏.yaml", WRONG)
    result = run("check", file, "--fix")
    assert (result.exit_code, "改了2处" in result.stderr) == (0, True)
    assert file.read_text(encoding="utf-8") == WRONG.replace("[2018]", "〔2018〕").replace(",", "，")


def test_diff_shows_and_writes_nothing(folder):
    file = put(folder, "坏.yaml", WRONG)
    result = run("check", file, "--fix", "--diff")
    assert "-正文: 一个,两个。\n+正文: 一个，两个。" in result.stdout
    assert file.read_text(encoding="utf-8") == WRONG
    assert result.exit_code == 0


def test_fix_leaves_a_docx_alone(folder):
    data = filled(content(title="关于试验的通知。"))
    file = put(folder, "坏.docx", data)
    run("check", file, "--fix")
    assert file.read_bytes() == data


def test_a_file_that_is_too_large_is_not_read(folder, monkeypatch):
    monkeypatch.setattr("docgen.cli.check.MOST_READ", 10)
    result = run("check", put(folder, "大.yaml"))
    assert (result.exit_code, "文件限额 错误" in result.stdout) == (1, True)


def test_pages_are_judged_on_demand(folder):
    file = put(folder, "好.yaml", GOOD.replace("关于试验的通知", "|\n  关于试验工作\n  情况的通知甲"))
    assert "标题外形" not in run("check", file).stdout
    docx = put(folder, "差.docx", filled(content(title="关于试验工作的\n补充情况的通知")))
    assert "标题外形 警告" in run("check", docx, "--pages").stdout


def test_pages_of_a_content_file_are_those_that_build_would_make(folder):
    file = put(folder, "好.yaml", GOOD.replace("关于试验的通知", "|\n  关于试验工作的\n  补充情况的通知"))
    result = run("check", file, "--pages")
    assert f"{file}:第6段: 标题外形 警告：标题的几行一样长" in result.stdout


def test_why_a_content_file_has_no_pages_is_said(folder):
    file = put(folder, "缺.yaml", GOOD + "令号: 第1号\n")
    result = run("check", file, "--pages")
    assert (result.exit_code, "令号" in result.stdout) == (1, True)


def test_rules_prints_the_handbook():
    assert run("rules").stdout == (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")


def test_rules_prints_one_rule():
    result = run("rules", "文号括号")
    assert result.stdout.startswith("### 文号括号\n")
    assert "- 反例：示工发[2026]5号\n" in result.stdout


def test_an_unknown_rule_is_wrong_usage():
    result = run("rules", "文号扩号")
    assert (result.exit_code, "是不是“文号括号”？" in result.stderr) == (2, True)


def test_register_lists_numbers_and_writes_a_workbook(folder, tmp_path):
    put(folder, "甲.yaml", GOOD + "发文字号: 大工发〔2018〕4号\n")
    put(folder, "乙.yaml", GOOD + "发文字号: 大工发〔2018〕6号\n")
    put(folder, "丙.yaml", "坏: [")
    result = run("register", folder, "-o", tmp_path / "登记.xlsx")
    assert result.exit_code == 0
    assert "大工发〔2018〕：2 份\n  4号" in result.stdout
    assert "发文登记 警告：大工发〔2018〕缺5号" in result.stdout
    assert "丙.yaml" in result.stderr
    assert (tmp_path / "登记.xlsx").read_bytes().startswith(b"PK")
