"""files: which files are content, where templates lie, whole files only."""

import os
from pathlib import Path

import pytest

from docgen.files import OutputError, content_files, list_file, shelf_for, templates_root, write_whole


def test_a_folder_gives_its_content_files_by_name(tmp_path):
    for name in ("乙.yaml", "甲.yml", "说明.txt", ".yaml"):
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "子.yaml").mkdir()
    assert [file.name for file in content_files([tmp_path])] == ["乙.yaml", "甲.yml"]


def test_a_file_is_taken_whatever_its_suffix(tmp_path):
    assert list(content_files([tmp_path / "甲.txt"])) == [tmp_path / "甲.txt"]


def test_templates_are_those_of_the_nearest_folder_upwards(tmp_path):
    (tmp_path / "templates_docx").mkdir()
    inner = tmp_path / "content" / "notices"
    inner.mkdir(parents=True)
    assert templates_root(inner / "甲.yaml") == tmp_path / "templates_docx"


def test_the_shelf_knows_its_names_and_no_lock_files_of_word(tmp_path):
    notices = tmp_path / "templates_docx" / "notices"
    notices.mkdir(parents=True)
    for name in ("大工发.docx", "~$大工发.docx", "说明.txt"):
        (notices / name).write_bytes(b"x")
    shelf = shelf_for(tmp_path / "甲.yaml")
    assert shelf.stock.templates == frozenset(("大工发",))
    assert shelf.template("大工发") == b"x"


@pytest.mark.parametrize("name", ["../甲", "/etc/passwd", "a/b", "..", "", "a\\b"])
def test_a_template_name_never_leaves_its_folder(tmp_path, name):
    with pytest.raises(FileNotFoundError):
        shelf_for(tmp_path / "甲.yaml").template(name)


@pytest.mark.parametrize("name", ["../名单.csv", "/etc/passwd", "子/../../名单.csv"])
def test_a_list_file_never_leaves_the_folder_of_its_content(tmp_path, name):
    folder = tmp_path / "content"
    folder.mkdir()
    (tmp_path / "名单.csv").write_text("甲", encoding="utf-8")
    with pytest.raises(FileNotFoundError):
        list_file(folder, name)


def test_a_result_is_written_whole_and_leaves_nothing_beside_it(tmp_path):
    write_whole(tmp_path / "出" / "甲.pdf", b"1234")
    assert [(file.name, file.read_bytes()) for file in (tmp_path / "出").iterdir()] == [("甲.pdf", b"1234")]


def test_a_folder_that_cannot_be_made_is_told_in_chinese(tmp_path):
    (tmp_path / "出").write_text("这是文件", encoding="utf-8")
    with pytest.raises(OutputError, match=r"甲\.pdf: 错误: 写不进去"):
        write_whole(tmp_path / "出" / "甲.pdf", b"1234")


def test_a_full_disk_leaves_the_old_file_and_no_half_one(tmp_path, monkeypatch):
    target = tmp_path / "甲.pdf"
    target.write_bytes(b"old")

    def full(source: str, destination: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OutputError, match="No space left"):
        write_whole(target, b"new")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("甲.pdf", b"old")]
