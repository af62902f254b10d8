"""Collect the forms of a folder into a workbook; print what it took."""

from __future__ import annotations

import json
import sys
from time import perf_counter

from click.testing import CliRunner

from docgen.cli import main

from .grow import peak
from .measure import PROJECT


def took(folder: str, output: str) -> dict[str, float]:
    """Seconds, and the most memory of this process in megabytes."""
    begun = perf_counter()
    result = CliRunner().invoke(main, ["forms", "collect", folder, "-o", output], catch_exceptions=False)
    seconds = perf_counter() - begun
    assert result.exit_code == 0, result.output
    return {"seconds": seconds, "megabytes": peak()}


if __name__ == "__main__":
    sys.path.insert(0, str(PROJECT / "tests"))
    sys.stdout.write(json.dumps(took(*sys.argv[1:])))
