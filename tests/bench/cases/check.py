"""Notices of three pages checked with all rules, a hundred and a thousand, as docgen check does it in a process of its own.

No peer does this: the limit is twenty seconds for a thousand, and what a notice takes must grow neither with their
number nor with its own length.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from ..measure import PROJECT, RUNS, run_module
from ..table import Row, milliseconds

FEW, MANY = 100, 1_000
LIMIT = 20.0
"""Seconds for MANY."""
SHORT, LONG = 30, 300
"""How many times the body of a notice stands in a file of its own."""
WANTED = 1.3
NOTICE = PROJECT / "content" / "notices" / "大工办发〔2017〕31号.yaml"
"""Three pages."""


def rows(folder: Path) -> Iterator[Row]:
    """Time for all, time of one more, and time of a notice within a long file."""
    (folder / "templates_docx").symlink_to(PROJECT / "templates_docx")
    took = {count: _seconds(_copies(folder / str(count), count)) for count in (FEW, MANY)}
    yield Row(f"检查 {MANY:,} 份三页的公文", milliseconds(took[MANY]), f"限 {LIMIT:g} 秒", LIMIT / took[MANY], 1.0)
    each = {count: seconds / count for count, seconds in took.items()}
    shown = (milliseconds(each[FEW]), milliseconds(each[MANY]))
    yield Row(f"每份公文的时间（{FEW} / {MANY:,}）", *shown, each[MANY] / each[FEW], WANTED, most=True)
    grown = {times: _seconds(_repeated(folder, times)) / times for times in (SHORT, LONG)}
    shown = (milliseconds(grown[SHORT]), milliseconds(grown[LONG]))
    yield Row(f"一份的时间，正文长{SHORT}、{LONG}倍", *shown, grown[LONG] / grown[SHORT], WANTED, most=True)


def _copies(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number}.yaml").write_bytes(NOTICE.read_bytes())
    return folder


def _repeated(folder: Path, times: int) -> Path:
    """A plain text of that many bodies, whose paragraphs differ."""
    head, _, body = NOTICE.read_text(encoding="utf-8").partition("正文: |\n")
    lines = [line.strip() for line in body.partition("附件:")[0].split("\n")]
    file = folder / f"长{times}.txt"
    file.write_text("\n".join(f"{line}（{at}）" for at in range(times) for line in lines), encoding="utf-8")
    assert head
    return file


def _seconds(path: Path) -> float:
    runs = [json.loads(run_module("command", ("check", str(path)))) for _ in range(RUNS)]
    return median(run["seconds"] for run in runs)
