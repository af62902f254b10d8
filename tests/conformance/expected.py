"""Take `expected.yaml`, give the differences that have a reason: by document, counted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("expected.yaml")


@dataclass(frozen=True, slots=True)
class Expected:
    """What differs in a document for a reason: lines of other text, lines elsewhere, pages more in docgen's PDF.

    `section` of docs/word-features.md gives the clause.
    """

    foreign: int = 0
    displaced: int = 0
    pages: int = 0
    reason: str = ""
    section: str = ""


NOTHING = Expected()


def read_expected(file: Path = FILE) -> dict[str, Expected]:
    """The expected differences by the name of the document."""
    entries = yaml.safe_load(file.read_text("utf-8"))
    return {
        entry["文件"]: Expected(
            entry.get("不同", 0), entry.get("移位", 0), entry.get("页", 0), entry["原因"], entry["见"]
        )
        for entry in entries
    }
