"""The commands about forms: files written, counts, exit codes."""

import json
import os
import re
import shutil

import docx
import openpyxl
import pytest
from click.testing import CliRunner
from form_samples import samples_for, sheets
from samples import ROOT

from docgen.cli import main
from docgen.forms.make import make_form

FORM = "大连市基层工会“双创”成果立项申报表"
OTHERS = 5


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


@pytest.fixture
def office(tmp_path, monkeypatch):
    """A working folder with the forms of the office."""
    for folder in ("templates_docx", "content"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(folder):
    return sorted(file.name for file in folder.iterdir())


def table(path, *rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
        for cell in book.active[book.active.max_row]:
            cell.data_type = "s"
    book.save(path)


def told(result):
    return [line for line in result.stderr.splitlines() if "字体" not in line]


HEAD = ["单位", "所属工会", "项目名称", "主要内容"]


def test_blank_makes_a_word_file_and_a_pdf_of_every_form(office):
    result = run("forms", "blank")
    assert (result.exit_code, told(result)) == (0, [])
    stems = [sheet.form.name for sheet in sheets()]
    assert names(office / "output" / "forms") == sorted(
        f"{stem}.{suffix}" for stem in stems for suffix in ("docx", "pdf")
    )
    assert result.stdout == "共 6 份：成功 6 份，失败 0 份。输出在 output/forms/\n"


def test_blank_makes_only_what_is_asked_for(office):
    run("forms", "blank", FORM, "--format", "docx", "--out", "空白")
    assert names(office / "空白") == [f"{FORM}.docx"]


def test_a_form_without_a_description_is_told_and_the_others_are_made(office):
    (office / "content" / "forms" / f"{FORM}.yaml").unlink()
    result = run("forms", "blank", "--format", "docx")
    assert result.exit_code == 1
    assert "缺少字段说明" in result.stderr
    assert len(names(office / "output" / "forms")) == OTHERS


def test_a_template_that_is_no_word_file_is_told_by_every_command(office):
    (office / "templates_docx" / "forms" / f"{FORM}.docx").write_bytes(b"nothing")
    (office / "收回").mkdir()
    for arguments in (["blank"], ["list"], ["collect", "收回"]):
        result = run("forms", *arguments)
        assert told(result)[0] == (
            f"{FORM}.docx: 错误: 文件不是 .docx（打不开压缩包）（请用 Word 或 WPS 打开后另存为 .docx）"
        )


def test_an_unknown_form_is_wrong_usage(office):
    result = run("forms", "blank", "无此表")
    assert result.exit_code == 2
    assert "没有表格“无此表”" in result.stderr


def test_list_shows_forms_fields_and_notices(office):
    lines = run("forms", "list").stdout.splitlines()
    assert f"{FORM}（大工发〔2011〕18号）" in lines
    assert "  单位：文字，必填，最多40" in lines
    assert "  实施层级：勾选，必填，最多1，选项：市级、区市县、产业级" in lines


def test_fill_makes_a_form_for_every_row_under_its_name(office):
    table(
        "单位.xlsx", HEAD, ["机床厂", "中山区总工会", "驿站", "内容。"], ["轴承厂", "瓦房店市总工会", "讲堂", "内容。"]
    )
    result = run("forms", "fill", FORM, "单位.xlsx", "--one-pdf")
    assert (result.exit_code, told(result)) == (0, [])
    stems = ("机床厂-驿站", "轴承厂-讲堂")
    made = names(office / "output" / "forms" / FORM)
    assert made == sorted([f"{FORM}.pdf", *(f"{stem}.{suffix}" for stem in stems for suffix in ("docx", "pdf"))])
    assert "数据共 2 行：填好 2 份，没有填 0 份。" in result.stdout


def test_a_wrong_row_is_told_with_its_cell_and_the_others_are_filled(office):
    table("单位.xlsx", HEAD, ["机床厂", "", "驿站", "内容。"], ["轴承厂", "瓦房店市总工会", "讲堂", "内容。"])
    result = run("forms", "fill", FORM, "单位.xlsx", "--format", "docx")
    assert result.exit_code == 1
    assert told(result) == ["单位.xlsx:Sheet!B2: 错误: “所属工会”是空的（这一栏必须填）"]
    assert names(office / "output" / "forms" / FORM) == ["轴承厂-讲堂.docx"]
    assert "数据共 2 行：填好 1 份，没有填 1 份。" in result.stdout


def test_two_rows_of_one_name_are_both_kept(office):
    row = ["机床厂", "中山区总工会", "驿站", "内容。"]
    table("单位.xlsx", HEAD, row, row)
    run("forms", "fill", FORM, "单位.xlsx", "--format", "docx")
    assert names(office / "output" / "forms" / FORM) == ["机床厂-驿站.docx", "机床厂-驿站（2）.docx"]


def test_one_page_stops_at_a_text_that_does_not_fit(office):
    table("单位.xlsx", HEAD, ["机床厂", "中山区总工会", "驿站", "长" * 2900])
    result = run("forms", "fill", FORM, "单位.xlsx", "--one-page")
    assert result.exit_code == 1
    assert "单位.xlsx:Sheet!D2: 错误: 缩到最小字号一页仍放不下，最长的是“主要内容”，2900字" in result.stderr


def test_collect_gives_back_what_was_filled_and_lists_what_was_not_read(office):
    table(
        "单位.xlsx", HEAD, ["机床厂", "中山区总工会", "=驿站", "内容。"], ["轴承厂", "瓦房店市总工会", "讲堂", "内容。"]
    )
    run("forms", "fill", FORM, "单位.xlsx", "--out", "收回", "--format", "docx")
    (office / "收回" / "~$锁.docx").write_bytes(b"")
    (office / "收回" / "旧.doc").write_bytes(b"")
    result = run("forms", "collect", "收回", "-o", "收回/汇总.xlsx")
    assert result.exit_code == 1
    assert result.stdout == "共 3 份：汇总 2 份，退回 1 份；问题 0 处。输出 收回/汇总.xlsx\n"
    assert told(result) == ["旧.doc: 退回: 不是 .docx 文件（请填报单位用 Word 或 WPS 另存为 .docx 后再交）"]
    book = openpyxl.load_workbook("收回/汇总.xlsx")
    rows = list(book[FORM].iter_rows(values_only=True))
    assert rows[0] == ("单位", "所属工会", "项目名称", "主要内容", "所属工会领导签字", "本单位领导签字", "来源文件")
    assert [row[:4] for row in rows[1:]] == [
        ("机床厂", "中山区总工会", "=驿站", "内容。"),
        ("轴承厂", "瓦房店市总工会", "讲堂", "内容。"),
    ]


def test_a_second_run_reads_the_folder_anew_and_not_its_own_result(office):
    table("单位.xlsx", HEAD, ["机床厂", "中山区总工会", "驿站", "内容。"])
    run("forms", "fill", FORM, "单位.xlsx", "--out", "收回", "--format", "docx")
    first, second = (run("forms", "collect", "收回", "-o", "收回/汇总.xlsx") for _ in range(2))
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert first.stdout == second.stdout


def from_forms_to_a_bulletin():
    """The commands of the manual, and the content file it shows."""
    manual = (ROOT / "docs" / "使用手册.md").read_text(encoding="utf-8")
    part = manual[manual.index("### 从征集到通报") :].partition("\n## ")[0]
    commands = re.findall(r"```\n\.venv/bin/docgen (.+)\n```", part)
    return commands, re.search(r"```yaml\n(.+?)```", part, re.DOTALL)[1]


def test_what_is_collected_becomes_a_bulletin_as_the_manual_says(office):
    (fill, collect, build), content = from_forms_to_a_bulletin()
    assert run(*fill.split()).exit_code == 0
    assert run(*collect.split()).stdout == "共 22 份：汇总 22 份，退回 0 份；问题 0 处。输出 汇总.xlsx\n"
    (office / "通报.yaml").write_text(content, encoding="utf-8")
    assert run(*build.split()).exit_code == 0
    texts = [paragraph.text for paragraph in docx.Document(str(office / "出" / "通报.docx")).paragraphs]
    assert "经评审，以下22个项目予以立项：" in texts
    rows = list(openpyxl.load_workbook(office / fill.split()[3]).active.iter_rows(min_row=2, values_only=True))
    entries = {text.partition(". ")[2] for text in texts if text[:1].isdigit()}
    assert entries == {f"{project}（{unit}）" for unit, project, _ in rows}


def test_no_name_is_given_twice(office):
    units = ["机床厂", "机床厂", "机床厂（2）", "ABC", "abc", FORM]
    table("单位.xlsx", HEAD, *([unit, "总工会", "", ""] for unit in units))
    described = office / "content" / "forms" / f"{FORM}.yaml"
    text = described.read_text(encoding="utf-8").replace("必填: 是", "必填: 否")
    described.write_text(re.sub("文件名: .*", "文件名: '{单位}'", text), encoding="utf-8")
    run("forms", "fill", FORM, "单位.xlsx", "--out", "出", "--format", "docx", "--one-pdf")
    wanted = ["机床厂", "机床厂（2）", "机床厂（2）（2）", "ABC", "abc（2）", f"{FORM}（2）"]
    assert set(names(office / "出")) == {*(f"{name}.docx" for name in wanted), f"{FORM}.pdf"}


def test_names_of_files_in_an_old_coding_or_with_control_signs_are_readable(office):
    sheet = sheets()[1]
    data, _ = make_form(sheet.template, sheet.form, samples_for(sheet.form, 1))
    (office / "收回").mkdir()
    for name in ("机床厂.docx".encode("gb18030"), b"a\x1b[31m.docx", b"=1+1.docx"):
        (office / "收回" / os.fsdecode(name)).write_bytes(data)
    assert run("forms", "collect", "收回").exit_code == 0
    rows = openpyxl.load_workbook("汇总.xlsx")[sheet.form.name].iter_rows(min_row=2, values_only=True)
    assert {row[-1] for row in rows} == {"机床厂.docx", "a\ufffd[31m.docx", "=1+1.docx"}


def test_the_samples_of_every_form_can_be_filled_from_yaml(office):
    for sheet in sheets():
        values = {name: "、".join(given) for name, given in samples_for(sheet.form, 1).items() if given}
        (office / "数据.yaml").write_text("数据: " + json.dumps([values], ensure_ascii=False), encoding="utf-8")
        result = run("forms", "fill", sheet.form.name, "数据.yaml", "--format", "docx")
        assert (result.exit_code, told(result)) == (0, []), sheet.form.name
