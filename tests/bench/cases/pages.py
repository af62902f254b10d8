"""Documents of 10, 100 and 1,000 pages of text: what a page takes of time and memory in each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docgen.content import Prose

from ..growth import grown, growth_rows
from ..table import Row

SIZES = (10, 100, 1000)
PARAGRAPHS_OF_PAGE = 3.66
"""Of the text below, measured."""
TEXT = (
    "为进一步增强全市各级工会为职工办实事的针对性和实效性，着力解决职工群众最关心、最直接、最现实的利益问题，"
    "市总工会决定，在全市范围内征集2018年度职工办实事项目。各区市县总工会、开放先导区总工会、产业工会和市总机关"
    "各部门要结合本地区、本产业、本单位工作实际，广泛征求职工群众意见，认真提出建议。"
)


def rows(folder: Path) -> Iterator[Row]:
    """A row for each stage and one for memory."""
    found = grown(folder, {size: (text(size, "另"), text(size, "第")) for size in SIZES})
    yield from growth_rows("每页", found, {size: each.pages for size, each in found.items()})


def text(pages: int, sign: str) -> tuple[Prose, ...]:
    """Paragraphs that differ, so that nothing is set twice by chance."""
    numbers = range(1, round(pages * PARAGRAPHS_OF_PAGE) + 1)
    return tuple(Prose(0, "", f"{sign}{number}项。{TEXT}") for number in numbers)
