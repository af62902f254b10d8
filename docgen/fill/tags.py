"""Take a template and the names it may use, give every broken or unknown tag with its paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from docx.document import Document as Docx
from docx.oxml.ns import qn
from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment
from lxml.etree import _Element
from msgspec import Struct

from docgen.diagnostics import Diagnostic, Place, error
from docgen.fill.keys import BEARERS

SCOPE = re.compile(r"\{([{%])(?:p|tr|tc|r)\s")
"""docxtpl's marks for what a tag takes with it: paragraph, row, cell, run."""
RULE = "模板标签"
LIKENESS = 0.5
"""Names are two to five characters long: half of them right is a slip of the pen."""


REASONS = (
    ("unexpected end of template", "有 if 或 for 没有对应的 endif 或 endfor"),
    ("unexpected '}'", "右括号不成对"),
    ("unexpected char", "有不认识的字符"),
    ("unknown tag", "没有这种标签"),
    ("expected token", "没有写完整"),
    ("expected an expression", "里面没有写栏目"),
    ("no filter", "没有这种写法"),
)
"""What Jinja says in English, by a piece of it, and what a clerk reads."""


class Tags(Struct, frozen=True):
    """What the tags of a template name and print, and what is wrong with them."""

    named: frozenset[str] = frozenset()
    printed: frozenset[str] = frozenset()
    faults: tuple[Diagnostic, ...] = ()


def read_tags(template: Docx, known: frozenset[str], name: str, environment: SandboxedEnvironment) -> Tags:
    """The tags of a template called `name`, which may name what is `known`."""
    lines = list(texts_with_places(template))
    source = "\n".join(SCOPE.sub(r"{\1 ", text.replace("\n", " ")) for text, _ in lines)
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as reason:
        text, spot = lines[min(reason.lineno, len(lines)) - 1]
        return Tags(faults=(_broken(text, Place(name, spot=spot), str(reason.message)),))
    printed = {each.name for output in tree.find_all(nodes.Output) for each in output.find_all(nodes.Name)}
    found = list(tree.find_all(nodes.Name))
    free = known | {each.name for each in found if each.ctx == "store"} | set(environment.globals)
    unknown = [each for each in found if each.ctx == "load" and each.name not in free]
    faults = (_unknown(each.name, Place(name, spot=lines[each.lineno - 1][1]), known) for each in unknown)
    return Tags(frozenset(each.name for each in found), frozenset(printed), tuple(faults))


def no_room(key: str, template_name: str) -> Diagnostic:
    """The error over a key of the content that no tag of the template prints."""
    tag = BEARERS[key][0]
    return error(
        RULE,
        Place(template_name),
        f"模板里没有标签 {{{{ {tag} }}}}，内容里的“{key}”没有地方放",
        "请在模板里加上这个标签，或从内容里删去这一项",
    )


def _broken(text: str, place: Place, english: str) -> Diagnostic:
    reason = next((words for piece, words in REASONS if piece in english.lower()), "写法不对")
    return error(
        RULE,
        place,
        f"标签写坏了：{text.strip()[:40]}（{reason}）",
        "标签的样子是 {{ 标题 }}，括号要成对；{%p if … %} 要有 {%p endif %}",
    )


def _unknown(found: str, place: Place, names: frozenset[str]) -> Diagnostic:
    near = get_close_matches(found, names, 1, LIKENESS)
    hint = f"是不是 {{{{ {near[0]} }}}}？" if near else "可用的标签：" + "、".join(sorted(names))
    return error(RULE, place, f"标签 {{{{ {found} }}}} 没有对应的栏目", hint)


def texts_with_places(template: Docx) -> Iterator[tuple[str, str]]:
    """(text, place in words) of every paragraph of the body, cells included, then of headers and footers."""
    yield from _texts(template.element.body, "")
    for section in template.sections:
        for part, label in (
            (section.header, "页眉"),
            (section.footer, "页脚"),
            (section.even_page_header, "双页页眉"),
            (section.even_page_footer, "双页页脚"),
            (section.first_page_header, "首页页眉"),
            (section.first_page_footer, "首页页脚"),
        ):
            if not part.is_linked_to_previous:
                yield from _texts(part._element, label)


def _texts(root: _Element, label: str) -> Iterator[tuple[str, str]]:
    for number, paragraph in enumerate(root.iter(qn("w:p")), start=1):
        text = "".join(piece.text or "" for piece in paragraph.iter(qn("w:t")))
        yield text, f"{label}第{number}段{_cell(paragraph)}"


def _cell(paragraph: _Element) -> str:
    cell = next(paragraph.iterancestors(qn("w:tc")), None)
    if cell is None:
        return ""
    row = next(cell.iterancestors(qn("w:tr")))
    table = next(row.iterancestors(qn("w:tbl")))
    return f"（表格第{table.findall(qn('w:tr')).index(row) + 1}行第{row.findall(qn('w:tc')).index(cell) + 1}格）"
