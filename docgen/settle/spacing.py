"""Letter spacing: no paragraph ends in a line of a single character where a tenth of a point avoids it (7.3.5.5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from docgen.document import Document, Paragraph, Run
from docgen.package import package_bytes
from docgen.settle.case import Case, Change, Decision
from docgen.settle.package import opened, paragraphs_in
from docgen.settle.parts import Line, Lines, lines_of, named
from docgen.units import points_from_twips, twips_from_points

ELEMENT = "字距"
TEXT = frozenset("公文正文 一级标题 二级标题 三级标题 四级标题 条目 附注".split())
"""Styles of running text."""
STEPS = (-1, -2, 1, 2)
"""Twips (0.05 pt) added to the letter spacing. Pulling in comes first: it leaves the lines as full as the grid asks
(5.2.3). A tenth of a point on a character is not seen."""
MARGIN = 0.5
"""Twips: a step that works with so much more and less works in programs that round otherwise, too."""
AMOUNTS = tuple(sorted({step + more for step in STEPS for more in (-MARGIN, 0.0, MARGIN)}))
AFTER_SPACING = tuple(f"w:{name}" for name in "w kern position sz szCs highlight u effect bdr shd fitText".split())
"""What follows `w:spacing` in `w:rPr` (17.3.2.28), as far as it comes up."""


def space_letters(case: Case) -> Change | None:
    """Other letter spacing for the paragraphs that it frees from a last line of a single character."""
    lines = lines_of(case.pages)
    runts = {each.index: spacing_of(each) for each in case.document.paragraphs if _may_be_spaced(each, lines)}
    working = working_amounts(case, runts, lines) if runts else {}
    found = {index: first_step(amounts) for index, amounts in working.items()}
    steps = {index: step for index, step in found.items() if step is not None}
    if not steps:
        return None
    package, elements = opened(case.docx)
    for index, step in steps.items():
        space(elements[index], runts[index] + step)
    return Change(package_bytes(package), tuple(_decisions(case.document, steps)))


def is_runt(lines: tuple[Line, ...]) -> bool:
    """Whether the last of several lines holds a single character besides its marks."""
    return len(lines) > 1 and sum(char.isalnum() for char in lines[-1].text) <= 1


def _may_be_spaced(paragraph: Paragraph, lines: Lines) -> bool:
    """Whether it is running text of one letter spacing that ends in a single character."""
    spacings = {inline.format.spacing if isinstance(inline, Run) else None for inline in paragraph.inlines}
    even = len(spacings) == 1 and None not in spacings
    return paragraph.style in TEXT and even and is_runt(lines.get(paragraph.index, ()))


def spacing_of(paragraph: Paragraph) -> int:
    """The letter spacing of its runs in twips."""
    return twips_from_points(next(each.format.spacing for each in paragraph.inlines if isinstance(each, Run)))


def first_step(working: set[float]) -> int | None:
    """The first step that frees a paragraph with a margin, else the first that frees it."""
    works = [step for step in STEPS if step in working]
    safe = [step for step in works if {step - MARGIN, step + MARGIN} <= working]
    return next(iter(safe or works), None)


def working_amounts(case: Case, runts: Mapping[int, int], lines: Lines) -> dict[int, set[float]]:
    """Number of a paragraph to the twips that free it: copies with every amount are tried in one layout."""
    package, elements = opened(case.docx)
    meant: dict[Any, tuple[int, float]] = {}
    for index, twips in runts.items():
        for amount in AMOUNTS:
            copy = _copy(elements[index])
            space(copy, twips + amount)
            elements[index].addprevious(copy)
            meant[copy] = index, amount
    tried = lines_of(case.tried(package_bytes(package)).pages)
    found: dict[int, set[float]] = {index: set() for index in runts}
    for at, element in enumerate(paragraphs_in(package)):
        index, amount = meant.get(element, (-1, 0.0))
        if element in meant and not is_runt(tried[at]) and len(tried[at]) <= len(lines[index]):
            found[index].add(amount)
    return found


def _copy(paragraph: Any) -> Any:
    """A copy that begins no section."""
    copy = deepcopy(paragraph)
    for section in copy.findall(f"{qn('w:pPr')}/{qn('w:sectPr')}"):
        section.getparent().remove(section)
    return copy


def space(paragraph: Any, twips: float) -> None:
    """Write the letter spacing on the runs of a paragraph; parts of a twip are for trials only."""
    for run in paragraph.iter(qn("w:r")):
        properties = run.get_or_add_rPr()
        found = properties.find(qn("w:spacing"))
        if found is None:
            found = OxmlElement("w:spacing")
            properties.insert_element_before(found, *AFTER_SPACING)
        found.set(qn("w:val"), f"{twips:g}")


def _decisions(document: Document, steps: Mapping[int, int]) -> Iterator[Decision]:
    """One for each step, with the paragraphs that it frees."""
    freed: defaultdict[int, list[Paragraph]] = defaultdict(list)
    for paragraph in document.paragraphs:
        if paragraph.index in steps:
            freed[steps[paragraph.index]].append(paragraph)
    for step in sorted(freed, key=STEPS.index):
        amount = f"{'−' if step < 0 else '+'}{points_from_twips(abs(step)):g}"
        names = "、".join(named(paragraph) for paragraph in freed[step])
        yield Decision(ELEMENT, f"{names}字距{amount}磅，免得末行只剩一个字")
