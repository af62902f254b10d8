"""Take contents of growing size, give rows that compare what a unit takes in the smallest and in the largest."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from samples import content, filled

from docgen.content import Block

from .grow import Growth
from .measure import RUNS, run_module
from .table import Row, milliseconds

STAGES = {"read": "读", "layout": "排", "write": "写"}
WANTED = 1.3


def grown(folder: Path, body: tuple[Block, ...], size: int) -> Growth:
    """What a document of that body takes, measured in a process of its own after a document of one paragraph."""
    small, large = folder / "small.docx", folder / f"{size}.docx"
    small.write_bytes(filled(content()))
    large.write_bytes(filled(content(body=body)))
    return Growth(**json.loads(run_module("grow", (str(small), str(large), str(RUNS)))))


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
