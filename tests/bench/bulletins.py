"""Carry out the batches of a folder; print what it took."""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path
from time import perf_counter

from click.testing import CliRunner

from docgen.cli import main

from .grow import KILO, MEGA, peak


def took(batches: str, out: str, formats: str) -> dict[str, float]:
    """Seconds, and the most memory of this process and of its largest worker, in megabytes."""
    begun = perf_counter()
    command = ["bulletins", batches, "--out", out, "--format", formats]
    result = CliRunner().invoke(main, command, catch_exceptions=False)
    seconds = perf_counter() - begun
    assert result.exit_code == 0, result.output
    worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * KILO / MEGA
    return {"seconds": seconds, "megabytes": peak(), "worker": worker, "files": len(list(Path(out).rglob("*.docx")))}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(took(*sys.argv[1:])))
