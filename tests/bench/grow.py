"""What a long document takes, in a process of its own that has seen another one: two DOCX → JSON on the output."""

from __future__ import annotations

import gc
import json
import re
import resource
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from time import process_time

from docgen.layout import lay_out
from docgen.ondemand import kept
from docgen.pipeline import machine_fonts, undisturbed
from docgen.read import read
from docgen.write import write_pdf

STATUS = Path("/proc/self/status")
PEAK = re.compile(r"VmHWM:\s+(\d+) kB")
KILO, MEGA = 1024, 1e6


@dataclass(frozen=True)
class Growth:
    """Seconds of each stage (of the processor: others on the machine do not count), pages that came out, and the most memory that the process took (MB)."""

    read: float
    layout: float
    write: float
    pages: int
    memory: float


def grown(other: bytes, docx: bytes) -> Growth:
    """The stages on a document, after another one has opened the fonts and met most characters."""
    fonts = machine_fonts()
    for data in (other, docx):
        with undisturbed():
            begun = process_time()
            document, _ = read(data, "")
            assert document is not None
            has_read = process_time()
            pages, _ = lay_out(document, fonts)
            laid_out = process_time()
            write_pdf(pages)
            times = (has_read - begun, laid_out - has_read, process_time() - laid_out)
            count = len(pages.pages)
            del document, pages
        gc.collect()
    return Growth(*times, count, peak())


def peak() -> float:
    """The most memory that this process took, in MB. Linux lets getrusage count what the parent took before, too."""
    if STATUS.exists():
        return int(PEAK.search(STATUS.read_text())[1]) * KILO / MEGA
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGA


if __name__ == "__main__":
    kept("docgen.cli.notices")
    json.dump(asdict(grown(*(Path(file).read_bytes() for file in sys.argv[1:]))), sys.stdout)
