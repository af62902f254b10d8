"""libreoffice: the second engine, there or not."""

import shutil
import subprocess

import click
import pypdfium2
import pytest
from samples import content, filled
from settling import IMPRINT, LINES_A_PAGE, LINES_ON_PAGE_1, notice, settle_whole

from docgen.libreoffice import convert_with_libreoffice, why


def test_a_machine_without_libreoffice_is_told_so(tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda program: None)
    with pytest.raises(click.ClickException, match="没有找到 LibreOffice"):
        convert_with_libreoffice(tmp_path / "甲.docx")


@pytest.mark.parametrize(
    ("said", "shown"),
    [("Error: source file\n could not be loaded\n", "Error: source file could not be loaded"), ("", "退出码 81")],
)
def test_a_conversion_that_gives_nothing_says_why(tmp_path, monkeypatch, said, shown):
    (tmp_path / "甲.docx").write_bytes(filled(content()))
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nprintf '%s' '{said}' >&2\nexit 81\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda name: str(program))
    with pytest.raises(click.ClickException, match="没有转换成功") as failure:
        convert_with_libreoffice(tmp_path / "甲.docx")
    assert shown in failure.value.message


def test_a_long_complaint_is_shown_by_its_end():
    done = subprocess.CompletedProcess([], 1, "", "很长" * 500 + "完")
    assert why(done) == ("很长" * 500 + "完")[-200:]


def test_a_program_that_cannot_be_run_is_named(tmp_path, monkeypatch):
    (tmp_path / "甲.docx").write_bytes(b"")
    monkeypatch.setattr(shutil, "which", lambda name: str(tmp_path / "没有"))
    with pytest.raises(click.ClickException, match="启动不了"):
        convert_with_libreoffice(tmp_path / "甲.docx")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_makes_a_pdf_with_the_page_left_blank_before_the_imprint(tmp_path):
    laid = settle_whole(notice(LINES_ON_PAGE_1 + LINES_A_PAGE, **IMPRINT))
    (tmp_path / "甲.docx").write_bytes(laid.docx)
    with pypdfium2.PdfDocument(convert_with_libreoffice(tmp_path / "甲.docx")) as pdf:
        texts = ["".join(page.get_textpage().get_text_range().split()) for page in pdf]
    assert texts[2] == ""
    assert texts[3].startswith("大连市总工会办公室")
