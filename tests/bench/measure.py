"""Take tasks, give their median seconds; take a command, give what its process printed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

RUNS = 5

HERE = Path(__file__).parent
PROJECT = HERE.parent.parent
LONGEST = PROJECT / "content" / "notices" / "大工发〔2011〕18号.yaml"
"""The longest of the notices: nine pages."""


def medians(*tasks: Callable[[], float]) -> tuple[float, ...]:
    """Median of what each task gives, all run in turns, so that a busy moment of the machine meets every one."""
    rounds = [[task() for task in tasks] for _ in range(RUNS)]
    return tuple(map(median, zip(*rounds, strict=True)))


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes."""
    begun = perf_counter()
    work()
    return perf_counter() - begun


def usual_environment() -> dict[str, str]:
    """The environment, Python allowed to keep what it compiled: without that it compiles all of docgen at each start."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def run_module(name: str, arguments: Sequence[str]) -> str:
    """What a module of this folder prints, run in a process of its own."""
    command = [sys.executable, "-m", f"bench.{name}", *arguments]
    return subprocess.run(
        command, cwd=HERE.parent, env=usual_environment(), check=True, stdout=subprocess.PIPE, text=True
    ).stdout
