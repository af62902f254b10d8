"""Run a command of docgen that must succeed; print what it took."""

from __future__ import annotations

import json
import sys
from time import perf_counter

from click.testing import CliRunner

from docgen.cli import main

from .grow import peak
from .measure import PROJECT

LAST = 500
"""Characters of the output that are shown of a command which failed."""


def took(*arguments: str) -> dict[str, float]:
    """Seconds, and the most memory of this process in megabytes."""
    begun = perf_counter()
    result = CliRunner().invoke(main, list(arguments), catch_exceptions=False)
    seconds = perf_counter() - begun
    assert result.exit_code == 0, result.output[-LAST:]
    return {"seconds": seconds, "megabytes": peak()}


if __name__ == "__main__":
    sys.path.insert(0, str(PROJECT / "tests"))
    sys.stdout.write(json.dumps(took(*sys.argv[1:])))
