"""The command that prints: the command line it shows, and what is said where nothing can be printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from docgen.cli import main
from docgen.cli import printing as command
from docgen.page import Page, Pages
from docgen.write import write_pdf


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("付印.pdf").write_bytes(write_pdf(Pages((Page(595.3, 841.9, 1, "1", ()),))))
    return "付印.pdf"


def run(*arguments):
    return CliRunner().invoke(main, ["print", *arguments], catch_exceptions=False)


def test_a_dry_run_shows_the_command_and_prints_nothing(file, monkeypatch):
    monkeypatch.setattr(command.subprocess, "run", lambda *_, **__: pytest.fail("printed"))
    result = run(file, "--printer", "文印室", "--copies", "2", "--dry-run")
    assert result.exit_code == 0
    assert result.stdout == (
        "lp -d '文印室' -n 2 -o sides=two-sided-long-edge -o media=A4 -o print-scaling=none -o collate=true -- "
        "'付印.pdf'\n"
    )


class Ended:
    def __init__(self, code):
        self.returncode = code


@pytest.mark.parametrize(("code", "ends"), [(0, 0), (1, 1)])
def test_what_the_printer_says_is_what_the_command_ends_with(file, monkeypatch, code, ends):
    monkeypatch.setattr(command.shutil, "which", lambda name: "/usr/bin/lp")
    monkeypatch.setattr(command.subprocess, "run", lambda *_, **__: Ended(code))
    assert run(file, "--printer", "甲").exit_code == ends


def test_a_machine_without_cups_is_told_what_to_install(file, monkeypatch):
    monkeypatch.setattr(command.shutil, "which", lambda name: None)
    result = run(file, "--printer", "甲")
    assert result.exit_code == 1
    assert "没有 lp 命令" in result.stderr


def test_what_is_no_pdf_is_not_printed(file):
    Path(file).write_bytes(b"PK")
    result = run(file, "--printer", "甲")
    assert (result.exit_code, "不是完好的 PDF" in result.stderr) == (1, True)
