"""docgen import: old documents in, content files out; one bad file never stops the others."""

import shutil
import subprocess

import pytest
from click.testing import CliRunner
from foreign_notices import plain_notice
from samples import TEMPLATES, content, filled

from docgen import cli
from docgen.files import shelf_for
from docgen.load import load

TEXT = "大工发〔2019〕7号\n关于试验的通知\n各单位：\n正文。\n大连市总工会\n2019年3月8日\n"


@pytest.fixture
def office(tmp_path, monkeypatch):
    """A working folder with templates and a folder for content files."""
    shutil.copytree(TEMPLATES, tmp_path / "templates_docx")
    (tmp_path / "content" / "notices").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(cli.main, ["import", *map(str, arguments)], catch_exceptions=False)


def test_a_word_file_becomes_a_content_file_called_by_its_number(office):
    (office / "旧.docx").write_bytes(plain_notice()[0])
    done = run("旧.docx")
    assert done.stdout == "已生成 content/notices/大工发〔2019〕7号.yaml\n共 1 份：成功 1 份，失败 0 份。\n"
    assert (done.exit_code, done.stderr) == (0, "")
    target = office / "content" / "notices" / "大工发〔2019〕7号.yaml"
    found, said = load(target.read_bytes(), target.name, None, shelf_for(target).stock)
    assert (found.template, said) == ("大工发", ())


def test_what_is_not_certain_is_told_with_both_places_and_stands_in_the_file(office):
    (office / "旧.txt").write_text(TEXT.replace("〔2019〕", "[2019]"), encoding="utf-8")
    done = run("旧.txt", "-o", "新.yaml")
    assert done.stderr == "新.yaml:4:1: 提示: 原文写的是“大工发[2019]7号”，已改成“大工发〔2019〕7号”（原文件第1行）\n"
    lines = (office / "新.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[:2] == [
        "# 由“旧.txt”导入。请核对：",
        "#   原文写的是“大工发[2019]7号”，已改成“大工发〔2019〕7号”（原文件第1行）",
    ]
    assert lines[3] == "发文字号: 大工发〔2019〕7号"


def test_files_to_look_at_are_counted(office):
    (office / "旧.txt").write_text("关于试验的报告\n正文。\n", encoding="utf-8")
    done = run("旧.txt")
    assert "共 1 份：成功 1 份（其中 1 份有要核对的地方），失败 0 份。" in done.stdout
    assert "认不出用哪个模板" in done.stderr


def test_nothing_is_overwritten_without_force(office):
    (office / "旧.txt").write_text(TEXT, encoding="utf-8")
    target = office / "content" / "notices" / "大工发〔2019〕7号.yaml"
    target.write_text("标题: 我的", encoding="utf-8")
    done = run("旧.txt")
    assert done.exit_code == 1
    assert "已经有 content/notices/大工发〔2019〕7号.yaml，没有改动它" in done.stderr
    assert target.read_text(encoding="utf-8") == "标题: 我的"
    assert run("旧.txt", "--force").exit_code == 0
    assert "关于试验的通知" in target.read_text(encoding="utf-8")


def test_one_bad_file_never_stops_the_others(office):
    (office / "旧").mkdir()
    for name, data in (
        ("a.txt", TEXT.encode()),
        ("b.txt", b"\0"),
        ("c.docx", b"PK"),
        ("~$a.docx", b""),
        ("d.pdf", b""),
    ):
        (office / "旧" / name).write_bytes(data)
    done = run("旧")
    assert done.exit_code == 1
    assert "共 3 份：成功 1 份，失败 2 份。" in done.stdout
    assert "失败的：b.txt、c.docx" in done.stderr


def test_two_files_of_one_number_do_not_replace_each_other(office):
    for name in ("a.txt", "b.txt"):
        (office / name).write_text(TEXT, encoding="utf-8")
    done = run("a.txt", "b.txt", "--force")
    assert done.exit_code == 1
    assert "b.txt: 错误: 和 a.txt 导入后同名（大工发〔2019〕7号.yaml），没有写出" in done.stderr


def test_several_files_need_a_folder(office):
    for name in ("a.txt", "b.txt"):
        (office / name).write_text(TEXT, encoding="utf-8")
    assert run("a.txt", "b.txt", "-o", "新.yaml").exit_code == 2


def test_a_folder_is_made_for_the_results(office):
    (office / "旧.txt").write_text(TEXT, encoding="utf-8")
    assert run("旧.txt", "-o", "新/下").exit_code == 0
    assert (office / "新" / "下" / "大工发〔2019〕7号.yaml").is_file()


def test_a_folder_without_documents_is_told_of(office):
    (office / "空").mkdir()
    done = run("空")
    assert done.exit_code == 1
    assert "没有找到要导入的文件" in done.stderr


@pytest.mark.parametrize(
    ("name", "size", "said"),
    [("a.pdf", 1, "不能导入“.pdf”文件，请另存为 .docx 或 .txt"), ("a.docx", 50_000_001, "文件超过50MB")],
)
def test_what_cannot_be_imported_is_refused(office, name, size, said):
    with (office / name).open("wb") as file:
        file.truncate(size)
    done = run(name)
    assert done.exit_code == 1
    assert said in done.stderr


def test_an_old_word_file_needs_libreoffice(office, monkeypatch):
    (office / "旧.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    monkeypatch.setattr(shutil, "which", lambda program: None)
    done = run("旧.doc")
    assert done.exit_code == 1
    assert "旧.doc: 错误: 没有找到 LibreOffice（soffice），请先安装，或在 Word、WPS 中另存为 .docx" in done.stderr


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("suffix", ["doc", "odt"])
def test_libreoffice_opens_the_formats_of_old_offices(office, suffix):
    (office / "旧.docx").write_bytes(filled(content(number="大工发〔2026〕1号", addressees="各单位")))
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(office / 'p').as_uri()}",
            "--headless",
            "--convert-to",
            suffix,
            "旧.docx",
        ],
        check=True,
        capture_output=True,
    )
    done = run(f"旧.{suffix}")
    assert done.exit_code == 0
    assert "发文字号: 大工发〔2026〕1号\n标题: 关于试验的通知\n主送: 各单位\n" in (
        office / "content" / "notices" / "大工发〔2026〕1号.yaml"
    ).read_text(encoding="utf-8")
