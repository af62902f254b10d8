"""The face of the program: output, exit codes, files written."""

import gettext
import json
import os

import click
import docx
import pytest
from babel.messages.pofile import read_po
from click.testing import CliRunner
from docx.oxml.ns import qn
from samples import NOTICES, ROOT, TEMPLATES

from docgen import cli

LOCALE = ROOT / "docgen" / "locale"
GOOD = "模板: 大工发\n标题: 关于试验的通知\n正文: 正文。\n"
PRINTED = "印发机关: 大连市总工会办公室\n印发日期: 2018年1月5日\n"
BAD = "模板: 大工发\n标提: 关于试验的通知\n正文: 正文。\n"


def run(*arguments):
    return CliRunner().invoke(cli.main, [str(argument) for argument in arguments], catch_exceptions=False)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "templates_docx").symlink_to(TEMPLATES)
    content = tmp_path / "content"
    content.mkdir()
    (content / "好.yaml").write_text(GOOD, encoding="utf-8")
    return content


def names(path):
    return sorted(file.name for file in path.iterdir())


def test_build_makes_both_files_under_the_name_of_the_content(folder, tmp_path):
    result = run("build", folder, "--out", tmp_path / "出")
    assert (result.exit_code, names(tmp_path / "出")) == (0, ["好.docx", "好.pdf"])
    assert result.stdout == f"共 1 份：成功 1 份，失败 0 份。输出在 {tmp_path / '出'}/\n"
    assert [line for line in result.stderr.splitlines() if "字体" not in line] == []


def test_build_makes_only_the_formats_asked_for(folder, tmp_path):
    run("build", folder / "好.yaml", "--out", tmp_path / "出", "--format", "pdf")
    assert names(tmp_path / "出") == ["好.pdf"]


@pytest.mark.parametrize(("switch", "mirrored"), [((), True), (("--screen",), False)])
def test_pages_are_for_paper_unless_asked_for_a_screen(switch, mirrored, folder, tmp_path):
    run("build", folder, "--out", tmp_path / "出", *switch)
    settings = docx.Document(str(tmp_path / "出" / "好.docx")).settings.element
    assert (settings.find(qn("w:mirrorMargins")) is not None) is mirrored


def test_an_unknown_format_is_wrong_usage(folder):
    result = run("build", folder, "--format", "odt")
    assert result.exit_code == 2
    assert "--format 只能是 docx、pdf 或 docx,pdf，现在是“odt”" in result.stderr


def test_one_bad_file_does_not_stop_the_others(folder, tmp_path):
    (folder / "坏.yaml").write_text(BAD, encoding="utf-8")
    result = run("build", folder, "--out", tmp_path / "出")
    assert (result.exit_code, names(tmp_path / "出")) == (1, ["好.docx", "好.pdf"])
    assert "共 2 份：成功 1 份，失败 1 份" in result.stdout
    assert "坏.yaml:2:1: 错误: 没有“标提”这个键（是不是“标题”？）" in result.stderr
    assert result.stderr.endswith("失败的：坏\n")


def test_an_output_folder_that_cannot_be_written_is_told_and_the_rest_is_tried(folder, tmp_path):
    (tmp_path / "出").mkdir()
    (tmp_path / "出" / "好.docx").mkdir()
    (folder / "另.yaml").write_text(GOOD, encoding="utf-8")
    result = run("build", folder, "--out", tmp_path / "出")
    assert result.exit_code == 1
    assert "写不进去" in result.stderr
    assert "另.pdf" in names(tmp_path / "出")
    assert not [name for name in names(tmp_path / "出") if name.startswith(".docgen-")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_told(folder, tmp_path):
    (tmp_path / "出").mkdir(mode=0o555)
    assert "写不进去" in run("build", folder, "--out", tmp_path / "出").stderr


def test_a_template_that_cannot_be_read_is_told(folder, tmp_path):
    own = folder / "templates_docx" / "notices"
    (own / "大工发.docx").mkdir(parents=True)
    result = run("build", folder, "--out", tmp_path / "出")
    assert result.exit_code == 1
    assert "读不出" in result.stderr


def test_results_bear_the_date_of_source_date_epoch_and_no_other(folder, tmp_path, monkeypatch):
    def dates(out):
        run("build", folder, "--out", tmp_path / out)
        core = docx.Document(tmp_path / out / "好.docx").core_properties
        return core.created, b"CreationDate" in (tmp_path / out / "好.pdf").read_bytes()

    assert dates("甲") == (None, False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    created, in_pdf = dates("乙")
    assert (created.year, in_pdf) == (2023, True)


def test_faces_that_stand_in_are_said_once(folder, tmp_path, monkeypatch):
    (folder / "另.yaml").write_text(GOOD, encoding="utf-8")
    result = run("build", folder, "--out", tmp_path / "出")
    said = [line for line in result.stderr.splitlines() if "字体" in line]
    assert len(said) == len(set(said))


def test_a_folder_without_content_is_told(tmp_path):
    result = run("build", tmp_path)
    assert (result.exit_code, "没有找到内容文件" in result.stderr) == (1, True)


def test_pdf_makes_a_pdf_beside_a_word_file(folder, tmp_path):
    run("build", folder, "--out", tmp_path / "出", "--format", "docx")
    result = run("pdf", tmp_path / "出" / "好.docx")
    assert (result.exit_code, names(tmp_path / "出")) == (0, ["好.docx", "好.pdf"])


def test_pdf_of_a_file_that_is_no_word_file_fails_with_a_reason(tmp_path):
    (tmp_path / "甲.docx").write_bytes(b"no zip")
    result = run("pdf", tmp_path / "甲.docx")
    assert (result.exit_code, names(tmp_path)) == (1, ["甲.docx"])
    assert "甲.docx: 错误: 文件不是 .docx" in result.stderr


def test_pages_lists_every_text_with_its_place(folder, tmp_path):
    run("build", folder, "--out", tmp_path / "出", "--format", "docx")
    result = run("pages", tmp_path / "出" / "好.docx")
    assert "—— 第1页（页码1）595.3×841.9" in result.stdout
    assert "[公文标题] 关于试验的通知" in result.stdout


def test_pages_gives_json(folder, tmp_path):
    run("build", folder, "--out", tmp_path / "出", "--format", "docx")
    pages = json.loads(run("pages", tmp_path / "出" / "好.docx", "--json").stdout)["pages"]
    title = next(item for item in pages[0]["items"] if item.get("style") == "公文标题")
    assert (title["text"], title["size"], title["asked"]) == ("关于试验的通知", 22.0, "方正小标宋简体")


def test_pages_of_a_content_file_tells_the_decisions_taken_and_writes_nothing(folder):
    (folder / "版记.yaml").write_text(GOOD + PRINTED, encoding="utf-8")
    result = run("pages", folder / "版记.yaml")
    assert "定版\n  版记移到第2页（偶数页）\n版面\n  首页正文1行\n  版记在第2页（偶数页）\n" in result.stdout
    assert names(folder) == ["好.yaml", "版记.yaml"]


def test_pages_of_a_word_file_tells_what_is_still_to_be_decided(folder, tmp_path):
    (folder / "版记.yaml").write_text(GOOD + PRINTED, encoding="utf-8")
    run("build", folder / "版记.yaml", "--out", tmp_path / "出")
    file = tmp_path / "出" / "版记.docx"
    assert "若重新定版\n  不用改动\n版面\n" in run("pages", file).stdout
    opened = docx.Document(file)
    for found in opened.element.body.iter(qn("w:pageBreakBefore")):
        found.getparent().remove(found)
    opened.save(file)
    assert "若重新定版\n  版记移到第2页（偶数页）\n版面\n" in run("pages", file).stdout
    values = json.loads(run("pages", file, "--json").stdout)
    assert values["decisions"] == [{"element": "版记", "sentence": "版记移到第2页（偶数页）"}]
    assert (values["facts"]["imprint_page"], values["facts"]["imprint_even"]) == (1, False)


def test_pages_of_a_content_file_with_mistakes_tells_them(folder):
    (folder / "坏.yaml").write_text(BAD, encoding="utf-8")
    result = run("pages", folder / "坏.yaml")
    assert (result.exit_code, "没有“标提”这个键" in result.stderr) == (1, True)


def test_build_tells_what_was_decided(folder, tmp_path):
    (folder / "版记.yaml").write_text(GOOD + PRINTED, encoding="utf-8")
    result = run("build", folder / "版记.yaml", "--out", tmp_path / "出")
    assert "版记.docx: 提示: 版记移到第2页（偶数页）" in result.stderr


def test_fonts_says_which_file_serves_which_typeface():
    result = run("fonts")
    assert [line.split("：")[0] for line in result.stdout.splitlines()][:5] == [
        "小标宋",
        "仿宋",
        "楷体",
        "黑体",
        "宋体",
    ]
    assert {row["typeface"] for row in json.loads(run("fonts", "--json").stdout)} >= {"小标宋", "仿宋"}


def test_installing_fonts_again_does_nothing():
    result = run("fonts", "install")
    assert (result.exit_code, result.stdout) == (0, "五种字体都有了。\n")


def all_commands(group):
    """A group and the commands below it, each loaded."""
    yield group
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from all_commands(command)
        else:
            yield command


def test_every_command_has_help_in_chinese():
    found = list(all_commands(cli.main))
    assert len(found) > len(cli.MODULES)
    for command in found:
        assert any("\u4e00" <= char <= "\u9fff" for char in command.help), command.name


def test_the_five_notices_are_those_of_make_notices(tmp_path):
    result = run("build", NOTICES[0].parent, "--out", tmp_path)
    assert result.stdout.startswith("共 5 份：成功 5 份，失败 0 份。")
    assert len(names(tmp_path)) == 10


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (("build",), "错误：缺少参数 'PATHS...'."),
        (("build", "没有.yaml"), "没有这个文件或文件夹 '没有.yaml'。"),
        (("biuld",), "错误：没有命令 'biuld'。 是不是 'build'？"),
        (("pdf", "--engine", "x", __file__), "'x' 不在可选的 'docgen', 'libreoffice' 之中。"),
    ],
)
def test_wrong_usage_is_told_in_chinese(arguments, wanted):
    result = run(*arguments)
    assert result.exit_code == 2
    assert wanted in result.stderr


def test_the_compiled_words_of_click_are_those_of_their_source():
    with open(gettext.find("messages", str(LOCALE), ["zh_CN"]), "rb") as compiled:
        known = gettext.GNUTranslations(compiled)
    with (LOCALE / "zh_CN" / "LC_MESSAGES" / "messages.po").open(encoding="utf-8") as source:
        for message in read_po(source):
            if message.id and isinstance(message.id, str):
                assert known.gettext(message.id) == message.string


@pytest.fixture
def office(tmp_path, monkeypatch):
    """A project of its own, where new templates go."""
    for part in ("notices", "forms"):
        (tmp_path / "templates_docx" / part).mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "stem"),
    [
        (("某市总工会",), "某市总工会文件"),
        (("某市总工会", "--format", "信函"), "某市总工会"),
        (("某市人民政府", "--format", "命令"), "某市人民政府令"),
        (("主席办公会议", "--format", "纪要"), "主席办公会议纪要"),
    ],
)
def test_a_new_template_is_called_by_its_mark_and_builds_a_document(arguments, stem, office):
    result = run("new", "template", *arguments)
    assert (result.exit_code, result.stdout) == (0, f"已生成 templates_docx/notices/{stem}.docx\n")
    assert run("new", "notice", stem, "-o", office / "新.yaml").exit_code == 0
    built = run("build", office / "新.yaml", "--out", office / "出")
    assert (built.exit_code, names(office / "出")) == (0, ["新.docx", "新.pdf"])


def test_a_new_template_goes_where_it_is_asked_for(office):
    assert run("new", "template", "某局", "-o", office / "甲" / "乙.docx").exit_code == 0
    assert names(office / "甲") == ["乙.docx"]


@pytest.mark.parametrize(
    "arguments",
    [("template", "某局", "-o", "旧"), ("notice", "某局文件", "-o", "旧"), ("form", "某表", "姓名", "-o", "旧")],
)
def test_a_file_that_is_there_is_overwritten_on_demand_only(arguments, office):
    run("new", "template", "某局")
    (office / "旧").write_text("原有的", encoding="utf-8")
    result = run("new", *arguments)
    assert (result.exit_code, (office / "旧").read_text(encoding="utf-8")) == (1, "原有的")
    assert "已经有 旧，没有改动它（请换个名字，或加 --force 覆盖）" in result.stderr
    assert run("new", *arguments, "--force").exit_code == 0
    assert (office / "旧").read_bytes() != "原有的".encode()


def test_a_new_form_has_a_row_for_each_field(office):
    assert run("new", "form", "参会回执", "单位", "姓名").exit_code == 0
    (table,) = docx.Document(office / "templates_docx" / "forms" / "参会回执.docx").tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows == [["单位", "{{ 单位 }}"], ["姓名", "{{ 姓名 }}"]]
    assert run("forms", "blank", "参会回执", "--out", office / "空白").exit_code == 0
    assert names(office / "空白") == ["参会回执.docx", "参会回执.pdf"]
    text = "模板: 某局文件\n标题: 通知\n正文: 文。\n附件: [{表格: 参会回执}]\n"
    (office / "会.yaml").write_text(text, encoding="utf-8")
    run("new", "template", "某局")
    assert run("build", office / "会.yaml", "--out", office / "出").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (("new", "template", "某/局"), "“某/局”不能作名称"),
        (("new", "template", "某局", "--format", "电报"), "'电报' 不在可选的"),
        (("new", "notice", "没有", "-o", "新.yaml"), "没有模板“没有”，现有的模板：无"),
        (("new", "form", "某表", "联系 电话"), "“联系 电话”不能作栏目名"),
    ],
)
def test_wrong_names_of_new_files_are_told(arguments, wanted, office):
    result = run(*arguments)
    assert (result.exit_code, wanted in result.stderr) == (2, True)
    assert not list(office.rglob("*.docx"))


def test_a_template_that_cannot_be_opened_has_no_content_file(office):
    (office / "templates_docx" / "notices" / "坏.docx").write_bytes(b"")
    result = run("new", "notice", "坏", "-o", office / "新.yaml")
    assert (result.exit_code, (office / "新.yaml").exists()) == (1, False)
    assert "坏.docx: 错误" in result.stderr
