"""libreoffice: the second engine, there or not."""

import shutil
import subprocess

import click
import pytest
from samples import content, filled

from docgen.libreoffice import convert_with_libreoffice


def test_a_machine_without_libreoffice_is_told_so(tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda program: None)
    with pytest.raises(click.ClickException, match="没有找到 LibreOffice"):
        convert_with_libreoffice(tmp_path / "甲.docx")


def test_a_conversion_that_gives_nothing_is_an_error(tmp_path, monkeypatch):
    (tmp_path / "甲.docx").write_bytes(filled(content()))
    monkeypatch.setattr(shutil, "which", lambda program: "/bin/true")
    monkeypatch.setattr(subprocess, "run", lambda *args, **kwargs: None)
    with pytest.raises(click.ClickException, match="没有转换成功"):
        convert_with_libreoffice(tmp_path / "甲.docx")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_makes_a_pdf(tmp_path):
    (tmp_path / "甲.docx").write_bytes(filled(content()))
    assert convert_with_libreoffice(tmp_path / "甲.docx").startswith(b"%PDF")
