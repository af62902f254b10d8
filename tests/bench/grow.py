"""What a long document takes, in a process of its own: KIND (pages or rows) and SIZE → JSON on the output."""

from __future__ import annotations

import json
import resource
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from docgen.layout import lay_out
from docgen.pipeline import machine_fonts
from docgen.read import read
from docgen.write import write_pdf

MEGA = 1e6
RSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""getrusage counts bytes on macOS, kilobytes elsewhere."""


@dataclass(frozen=True)
class Growth:
    """Median seconds of each stage, pages that came out, and the most memory that the process took (MB)."""

    read: float
    layout: float
    write: float
    pages: int
    memory: float


def grown(small: bytes, docx: bytes, runs: int) -> Growth:
    """The stages on a document, after a small one has opened the fonts."""
    fonts = machine_fonts()
    times = []
    for data in (small, *[docx] * runs):
        begun = perf_counter()
        document, _ = read(data, "")
        assert document is not None
        has_read = perf_counter()
        pages, _ = lay_out(document, fonts)
        laid_out = perf_counter()
        write_pdf(pages)
        times.append((has_read - begun, laid_out - has_read, perf_counter() - laid_out))
        count = len(pages.pages)
        del document, pages
    stages = map(median, zip(*times[1:], strict=True))
    return Growth(*stages, count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * RSS_UNIT / MEGA)


if __name__ == "__main__":
    small, large, runs = sys.argv[1:]
    json.dump(asdict(grown(Path(small).read_bytes(), Path(large).read_bytes(), int(runs))), sys.stdout)
