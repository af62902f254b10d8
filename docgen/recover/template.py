"""Take what was found, choose the 模板: by the code of the number, by the mark, by the signature; else with a doubt."""

from __future__ import annotations

from docgen.content import issuing_body
from docgen.load.characters import without_spaces
from docgen.recover.findings import Findings

USUAL = "大工发"
"""Where nothing tells and the office has it."""


def choose_template(found: Findings) -> str:
    """The name of a template of the office; the first there is, where none fits."""
    chosen = _by_number(found) or _by_mark(found) or _by_title(found) or _by_organ(found)
    if chosen:
        _tell_mark(chosen, found)
        return chosen
    names = list(found.house.templates)
    chosen = USUAL if USUAL in names or not names else names[0]
    mark = f"红头是“{found.mark}”，" if found.mark else "没有红头，"
    number = f"文号是“{found.number}”，" if found.number else "没有文号，"
    found.warn("模板", "", f"{mark}{number}认不出用哪个模板，先用了“{chosen}”")
    return chosen


def _tell_mark(chosen: str, found: Findings) -> None:
    mark = found.house.templates[chosen].mark
    if found.mark and without_spaces(found.mark) != without_spaces(mark):
        found.warn("模板", "", f"原文件的红头是“{found.mark}”，模板“{chosen}”的红头是“{mark}”")


def _by_number(found: Findings) -> str:
    code = found.number.partition("〔")[0]
    return code if code in found.house.templates else ""


def _by_mark(found: Findings) -> str:
    marks = {without_spaces(template.mark): name for name, template in found.house.templates.items()}
    return marks.get(without_spaces(found.mark), "") if found.mark else ""


def _by_title(found: Findings) -> str:
    """A template without a mark is one for what its name says: 荣誉证书."""
    title = without_spaces(found.title)
    return title if title in found.house.templates and not found.house.templates[title].mark else ""


def _by_organ(found: Findings) -> str:
    """The template of the organ that signs, if there is but one."""
    if len(found.organs) != 1 or found.mark or found.number or found.order_number:
        return ""
    names = [name for name, template in found.house.templates.items() if issuing_body(template.mark) == found.organs[0]]
    plain = [name for name in names if without_spaces(found.house.templates[name].mark).endswith("文件")]
    chosen = names if len(names) == 1 else plain
    if len(chosen) != 1:
        return ""
    found.note("模板", "", f"没有红头和文号，按署名“{found.organs[0]}”用了模板“{chosen[0]}”")
    return chosen[0]
