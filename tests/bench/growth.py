"""Take contents of growing size, give rows that compare what a unit takes in the smallest and in the largest."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import astuple
from pathlib import Path
from statistics import median

from samples import content, filled

from docgen.content import Block

from .grow import Growth
from .measure import RUNS, run_module
from .table import Row, milliseconds

STAGES = {"read": "读", "layout": "排", "write": "写"}
WANTED = 1.3
Body = tuple[Block, ...]


def grown(folder: Path, bodies: Mapping[int, tuple[Body, Body]]) -> dict[int, Growth]:
    """Medians of what documents take, by size. They take turns, each in a process of its own that has made another one of
    its size: what a run remembers, what is free already and a busy moment of the machine would be taken for growth."""
    files = {size: [folder / f"{size}-{at}.docx" for at in range(2)] for size in bodies}
    for size, pair in bodies.items():
        for file, body in zip(files[size], pair, strict=True):
            file.write_bytes(filled(content(body=body)))
    found: dict[int, list[Growth]] = {size: [] for size in bodies}
    for _ in range(RUNS):
        for size, pair in files.items():
            found[size].append(Growth(**json.loads(run_module("grow", tuple(map(str, pair))))))
    return {size: Growth(*(map(median, zip(*map(astuple, runs), strict=True)))) for size, runs in found.items()}


def growth_rows(unit: str, found: Mapping[int, Growth], units: Mapping[int, int]) -> Iterator[Row]:
    """Time per unit for each stage; memory per unit beyond the smallest document."""
    least, middle, most = found
    sizes = " / ".join(f"{units[size]:,}" for size in found)
    for stage, name in STAGES.items():
        each = {size: getattr(growth, stage) / units[size] for size, growth in found.items()}
        shown = f"{milliseconds(each[least])} / {milliseconds(each[middle])}"
        yield Row(
            f"{unit}{name}（{sizes}）", shown, milliseconds(each[most]), each[most] / each[least], WANTED, most=True
        )
    grows = [
        (found[more].memory - found[fewer].memory) / (units[more] - units[fewer])
        for fewer, more in ((least, middle), (middle, most))
    ]
    yield Row(
        f"{unit}内存（{sizes}）", f"{grows[0]:.3g} MB", f"{grows[1]:.3g} MB", grows[1] / grows[0], WANTED, most=True
    )
