"""Returned forms collected into one table, a hundred and a thousand, as docgen forms collect does it in a process of its own.

No peer does this: the limit is a minute for a thousand files, and what a file takes must not grow with their number.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from damage import damaged
from form_samples import samples_for, sheets

from docgen.forms.make import make_form

from ..measure import RUNS, run_module
from ..table import Row, milliseconds

FEW, MANY = 100, 1_000
LIMIT = 60.0
"""Seconds for MANY."""
WANTED = 1.3


def rows(folder: Path) -> Iterator[Row]:
    """Time for all, time of one more, and memory of one more."""
    took: dict[int, float] = {}
    memory: dict[int, float] = {}
    for count in (FEW, MANY):
        returned = folder / str(count)
        returned.mkdir()
        _make(returned, count)
        command = ("forms", "collect", str(returned), "-o", str(folder / "汇总.xlsx"))
        runs = [json.loads(run_module("command", command)) for _ in range(RUNS)]
        took[count] = median(run["seconds"] for run in runs)
        memory[count] = median(run["megabytes"] for run in runs)
    yield Row(f"收表 {MANY:,} 份", milliseconds(took[MANY]), f"限 {LIMIT:g} 秒", LIMIT / took[MANY], 1.0)
    each = {count: took[count] / count for count in took}
    shown = (milliseconds(each[FEW]), milliseconds(each[MANY]))
    yield Row(f"每份表的时间（{FEW} / {MANY:,}）", *shown, each[MANY] / each[FEW], WANTED, most=True)
    yield Row(
        f"收表的内存（{FEW} / {MANY:,}）",
        f"{memory[FEW]:.0f} MB",
        f"{memory[MANY]:.0f} MB",
        memory[MANY] / memory[FEW],
        WANTED,
        most=True,
    )


def _make(folder: Path, count: int) -> None:
    """Returned forms of all kinds, damaged on the way."""
    forms = sheets()
    for number in range(count):
        sheet = forms[number % len(forms)]
        data, _ = make_form(sheet.template, sheet.form, samples_for(sheet.form, number))
        assert data is not None
        (folder / f"{number}.docx").write_bytes(damaged(data, number)[0])
