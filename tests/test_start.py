"""The entry of the program, looked at in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

LOOK = """
import gc, json, sys
import click
from docgen.cli import main
main.get_command(click.Context(main), "build")
print(json.dumps([gc.isenabled(), gc.get_freeze_count(), sorted(sys.modules)]))
"""
RUN = "import sys; from docgen.start import run; sys.argv = ['docgen', *sys.argv[1:]]; run()"


def after_start():
    found = subprocess.run([sys.executable, "-c", LOOK], capture_output=True, text=True, check=True)
    return json.loads(found.stdout)


def test_what_loading_made_is_kept_out_of_later_searches_for_garbage():
    enabled, frozen, _ = after_start()
    assert enabled
    assert frozen > 10_000


def test_what_few_documents_need_is_not_loaded_at_the_start():
    *_, loaded = after_start()
    heavy = {"rjieba", "jieba", "openpyxl", "fontTools.pens.cu2quPen", "urllib.request", "multiprocessing"}
    assert heavy & set(loaded) == set()


@pytest.mark.parametrize(("arguments", "code"), [(("--version",), 0), (("build",), 2), (("biuld",), 2)])
def test_the_process_ends_with_the_exit_code_and_all_that_was_said(arguments, code):
    found = subprocess.run([sys.executable, "-c", RUN, *arguments], capture_output=True, text=True, check=False)
    assert found.returncode == code
    assert found.stdout.startswith("docgen ") if code == 0 else "错误" in found.stderr


def test_a_bug_shows_its_traceback():
    bug = RUN.replace("run()", "import docgen.start as start; start.main = lambda: 1 / 0; run()")
    found = subprocess.run([sys.executable, "-c", bug], capture_output=True, text=True, check=False)
    assert found.returncode == 1
    assert "ZeroDivisionError" in found.stderr
