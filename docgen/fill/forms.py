"""Take a form (a DOCX of `templates_docx/forms`), give it blank, and put it into a notice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from io import BytesIO

from docx.document import Document as Docx
from docx.oxml.ns import qn
from jinja2 import TemplateError, Undefined
from lxml.etree import _Element

from docgen.diagnostics import Diagnostic, Place, error
from docgen.fill.mould import Template
from docgen.fill.sandbox import Sandbox
from docgen.package import open_package

TITLE_STYLE = "附件标题"
STYLE_REFERENCES = ("pStyle", "rStyle", "tblStyle")
RULE = "表格"


def read_form(name: str, fetch: Callable[[str], bytes], asked_by: str) -> Docx | Diagnostic:
    """The blank form of that name: its fields empty, its title equal to its name (7.3.7)."""
    place = Place(asked_by)
    try:
        data = fetch(name)
    except FileNotFoundError:
        return error(RULE, place, f"没有表格“{name}”", "表格放在 templates_docx/forms/，文件名就是表格名")
    opened = open_package(data, f"{name}.docx")
    if isinstance(opened, Diagnostic):
        return opened
    try:
        form = blank_form(opened)
    except TemplateError as reason:
        return error(RULE, Place(f"{name}.docx"), f"表格打不开（{reason}）", "请检查表格里的标签，或用 Word 另存一次")
    title = form_title(form)
    if title != name:
        return error(
            RULE,
            Place(f"{name}.docx"),
            f"表格的标题是“{title}”，文件名是“{name}”，两者应当一致",
            f"请把其中一个改过来；标题用样式“{TITLE_STYLE}”",
        )
    return form


def blank_form(opened: Docx) -> Docx:
    """A form with every field empty."""
    environment = Sandbox(Undefined)
    template = Template(opened)
    return template.fill(template.rendered({}, environment), {}, environment)


def form_title(form: Docx) -> str:
    """The text of the paragraphs in the style 附件标题, on one line."""
    styled = ((paragraph.style, paragraph.text) for paragraph in form.paragraphs)
    lines = (text for style, text in styled if style is not None and style.name == TITLE_STYLE)
    return "".join(lines).replace("\n", "")


def is_landscape(form: Docx) -> bool:
    """Whether a form is drawn on a sheet wider than high."""
    sheet = form.sections[-1]
    return (sheet.page_width or 0) > (sheet.page_height or 0)


def insert_form(notice: Docx, mark: str, form: Docx) -> None:
    """Put the body of a form where the paragraph `mark` stands; styles meet by name, the notice's win."""
    target = next(element for element in notice.element.body.iter(qn("w:p")) if _text(element) == mark)
    identifiers = _share_styles(notice, form)
    for element in form.element.body:
        if element.tag == qn("w:sectPr"):
            continue
        copy = deepcopy(element)
        for reference in _references(copy):
            own = reference.get(qn("w:val")) or ""
            reference.set(qn("w:val"), identifiers.get(own, own))
        _bring_pictures(copy, form, notice)
        target.addprevious(copy)
    target.getparent().remove(target)


def _text(paragraph: _Element) -> str:
    return "".join(piece.text or "" for piece in paragraph.iter(qn("w:t")))


def _references(root: _Element) -> Iterator[_Element]:
    for name in STYLE_REFERENCES:
        yield from root.iter(qn(f"w:{name}"))


def _share_styles(notice: Docx, form: Docx) -> dict[str, str]:
    """Identifiers of the form's styles to those of the notice; styles that the notice lacks come along."""
    ours = {style.name: style.style_id for style in notice.styles}
    identifiers: dict[str, str] = {}
    for style in form.styles:
        if style.name not in ours:
            notice.styles.element.append(deepcopy(style.element))
            ours[style.name] = style.style_id
        identifiers[style.style_id] = ours[style.name]
    return identifiers


def _bring_pictures(element: _Element, form: Docx, notice: Docx) -> None:
    for blip in element.iter(qn("a:blip")):
        relation = form.part.rels.get(blip.get(qn("r:embed")))
        if relation is not None and not relation.is_external:
            new_id, _ = notice.part.get_or_add_image(BytesIO(relation.target_part.blob))
            blip.set(qn("r:embed"), new_id)
