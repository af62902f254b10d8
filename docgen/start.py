"""Where the program starts; it ends at once: to take its objects apart would take a tenth of the time of a notice."""

from __future__ import annotations

import os
import sys

from docgen.cli import main


def run() -> None:
    """The program; the process ends with its exit code. A bug ends it as usual, with its traceback."""
    try:
        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    else:
        code = 0
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
