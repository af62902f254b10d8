"""Take Content and a Word template with docxtpl tags, give a DOCX that bears every text of the content.

Fails with diagnostics: tags that are broken or that no key serves, styles that the template lacks, forms that are not
there or whose title differs. The same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Set

from docx.document import Document as Docx
from docxtpl import DocxTemplate
from jinja2 import TemplateError
from markupsafe import Markup

from docgen.content import Content
from docgen.diagnostics import Diagnostic, Place, error, has_errors
from docgen.fill import elements
from docgen.fill.blocks import blocks_xml
from docgen.fill.forms import insert_form, is_landscape, read_form, template_of
from docgen.fill.landscape import turn_parts
from docgen.fill.paragraphs import Stylist, broken
from docgen.fill.sandbox import Sandbox
from docgen.fill.stylist import read_stylist
from docgen.fill.tags import tag_errors
from docgen.package import open_package, package_bytes, set_moment

MARK_STYLE = "发文机关标志"
DERIVED = frozenset(("版头空行", "版记", "发文字号"))
"""Names that a template may leave out: nothing of the content is lost with them (文号行 bears the number)."""

Fetch = Callable[[str], bytes]
"""Gives the file of a form by its name; raises FileNotFoundError where there is none."""


def fill(
    content: Content, template: bytes, template_name: str, fetch_form: Fetch, moment: float | None = None
) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """The DOCX of a content, dated `moment` (POSIX time) if given; None where a finding is an error."""
    opened = open_template(template, template_name)
    if isinstance(opened, Diagnostic):
        return None, (opened,)
    environment = Sandbox()
    stylist = read_stylist(opened.docx)
    forms, found = _forms(content, fetch_form)
    context = context_of(content, stylist, _turned(content, forms))
    needed = {name: name not in DERIVED and bool(value) for name, value in context.items()}
    found += tag_errors(opened.docx, needed, template_name, environment)
    found += [_missing_style(name, template_name) for name in sorted(stylist.missing)]
    if has_errors(found):
        return None, tuple(found)
    try:
        opened.render(context, environment, autoescape=True)
    except TemplateError as reason:
        return None, (error("模板标签", Place(template_name), f"模板填写失败：{reason}", "请检查模板里的标签"),)
    for at, form in forms.items():
        insert_form(opened.docx, f"{elements.FORM_MARK}{at}", form)
    turn_parts(opened.docx)
    describe(opened.docx, content)
    set_moment(opened.docx, moment)
    return package_bytes(opened.docx), tuple(found)


def open_template(template: bytes, name: str) -> DocxTemplate | Diagnostic:
    """The template, or why it cannot be opened."""
    package = open_package(template, name)
    return package if isinstance(package, Diagnostic) else template_of(package)


def context_of(content: Content, stylist: Stylist, turned: Set[int] = frozenset()) -> dict[str, object]:
    """What the tags of a notice template may name; the 附件 `turned` stand on landscape sheets."""
    head = [content.copy_number, content.secrecy, content.urgency]
    return {
        "份号": content.copy_number,
        "密级": content.secrecy,
        "紧急程度": content.urgency,
        "版头空行": [""] * (elements.HEAD_LINES - sum(bool(line) for line in head)),
        "发文字号": content.number,
        "文号行": Markup(elements.number_lines(content, stylist)),
        "标题": broken(content.title, stylist),
        "主送": content.addressees,
        "正文": Markup(blocks_xml(content.body, stylist)),
        "附件说明": Markup(elements.attachment_list(content.attachments, stylist, signed=is_signed(content))),
        "落款": Markup(elements.signature(content, stylist)),
        "附注": content.remark,
        "印发": Markup(elements.carried(content, stylist)),
        "附件": Markup(elements.attachments(content, stylist, turned)),
        "版记": bool(content.copies or content.printer),
        "抄送": content.copies,
        "印发机关": content.printer,
        "印发日期": content.printed_on,
    }


def is_signed(content: Content) -> bool:
    """Whether a signature or date closes the text."""
    return bool(content.organs or content.date)


def _forms(content: Content, fetch: Fetch) -> tuple[dict[int, Docx], list[Diagnostic]]:
    """The blank forms among the attachments by number, and what failed."""
    found: list[Diagnostic] = []
    forms: dict[int, Docx] = {}
    for at, attachment in enumerate(content.all_attachments):
        if attachment.form:
            form = read_form(attachment.form, fetch, content.name)
            if isinstance(form, Diagnostic):
                found.append(form)
            else:
                forms[at] = form
    return forms, found


def _turned(content: Content, forms: dict[int, Docx]) -> frozenset[int]:
    """8: the 附件 on landscape sheets, by number: those the clerk turned, and forms drawn so."""
    given = enumerate(content.all_attachments)
    return frozenset(at for at, each in given if each.landscape or (at in forms and is_landscape(forms[at])))


def _missing_style(style: str, template_name: str) -> Diagnostic:
    return error("模板样式", Place(template_name), f"模板里没有样式“{style}”", "请在 Word 的样式窗格中新建此样式")


def describe(document: Docx, content: Content) -> None:
    """Document information: title, issuing body (its signature, else its mark), number."""
    core = document.core_properties
    core.title = content.plain_title
    core.author = "、".join(content.organs) or issuing_body(document)
    core.subject = content.number
    core.keywords = ""
    core.comments = ""
    core.last_modified_by = ""
    core.language = "zh-CN"


def issuing_body(document: Docx) -> str:
    """7.2.4: the mark is the name of the issuing body, mostly with 文件 after it."""
    for paragraph in document.paragraphs:
        if paragraph.style is not None and paragraph.style.name == MARK_STYLE:
            return paragraph.text.removesuffix("文件")
    return ""
