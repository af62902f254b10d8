"""Take what cases found, print it as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

HEADS = ("项目", "docgen", "对照", "比值", "应当", "")
GAP = "  "


@dataclass(frozen=True)
class Row:
    """A line of the table.

    Attributes:
        what: what was measured.
        ours, theirs: docgen's and the peer's figure with their units; `theirs` says why where there is none.
        ratio: how many times better docgen is, or how much the large costs more than the small; None if not measured.
        wanted: what the ratio should reach, or, with `most`, not exceed.
    """

    what: str
    ours: str
    theirs: str
    ratio: float | None = None
    wanted: float | None = None
    most: bool = False

    @property
    def cells(self) -> tuple[str, ...]:
        """The texts of the line."""
        ratio = "–" if self.ratio is None else f"{self.ratio:.2f}"
        wanted = "" if self.wanted is None else f"{'≤' if self.most else '≥'} {self.wanted:g}"
        return self.what, self.ours, self.theirs, ratio, wanted, self._verdict

    @property
    def _verdict(self) -> str:
        if self.ratio is None or self.wanted is None:
            return ""
        return "达到" if (self.ratio <= self.wanted if self.most else self.ratio >= self.wanted) else "未达到"


def printed(rows: Sequence[Row]) -> Iterator[str]:
    """The lines of the table, columns set apart by blanks."""
    lines = [HEADS, *(row.cells for row in rows)]
    widths = [max(map(width, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = zip(line, widths, strict=True)
        yield GAP.join(cell + " " * (wide - width(cell)) for cell, wide in cells).rstrip()


def width(text: str) -> int:
    """Columns that a text takes on a terminal: Chinese characters take two."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def milliseconds(seconds: float) -> str:
    """A time as the table shows it."""
    return f"{seconds * 1000:.3g} 毫秒" if seconds < 1 else f"{seconds:.3g} 秒"
