"""Take Content and a Word template with docxtpl tags, give a DOCX that bears every text of the content.

Fails with diagnostics: tags that are broken or that no key serves, styles that the template lacks, forms that are not
there or whose title differs. The same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Set

from docx.document import Document as Docx
from jinja2 import TemplateError
from markupsafe import Markup
from msgspec import Struct

from docgen.content import Content, issuing_body
from docgen.diagnostics import Diagnostic, Place, error, has_errors
from docgen.fill import elements
from docgen.fill.blocks import blocks_xml
from docgen.fill.forms import insert_form, is_landscape, read_form
from docgen.fill.keys import keys_with_room, keys_without_room
from docgen.fill.landscape import OPENS, turn_parts
from docgen.fill.mould import Mould, Template, mould_of
from docgen.fill.paragraphs import Stylist, broken
from docgen.fill.sandbox import Sandbox
from docgen.fill.tags import no_room
from docgen.package import open_package, package_bytes, set_moment

MARK_STYLE = "发文机关标志"
TITLE = "标题"
"""10.2: a 令 has none, and its template no tag for it; every other document has one."""

Fetch = Callable[[str], bytes]
"""Gives the file of a form by its name; raises FileNotFoundError where there is none."""


class Filled(Struct, frozen=True):
    """A DOCX, and its package as it was written, which stays open until its template is filled again."""

    docx: bytes
    package: Docx


def fill(
    content: Content, template: bytes, template_name: str, fetch_form: Fetch, moment: float | None = None
) -> tuple[Filled | None, tuple[Diagnostic, ...]]:
    """The DOCX of a content, dated `moment` (POSIX time) if given; None where a finding is an error."""
    mould = mould_of(template, template_name, NAMES)
    if isinstance(mould, Diagnostic):
        return None, (mould,)
    stylist = mould.stylist
    forms, found = _forms(content, fetch_form)
    serve = context_of(content, stylist, _turned(content, forms))
    tags = mould.tags
    context = {name: serve[name]() for name in serve if name in tags.named}
    found += tags.faults or [no_room(key, template_name) for key in keys_without_room(content, tags.printed)]
    if TITLE in tags.printed and not content.title:
        found.append(
            error(
                "缺少", Place(content.name), "缺少“标题”，模板里有它的位置", "请加上“标题: …”，或换一个没有标题的模板"
            )
        )
    found += [_missing_style(name, template_name) for name in sorted(stylist.missing)]
    if has_errors(found):
        return None, tuple(found)
    try:
        docx = _filled(mould, context, (template, template_name), forms)
    except TemplateError as reason:
        return None, (error("模板标签", Place(template_name), f"模板填写失败：{reason}", "请检查模板里的标签"),)
    describe(docx, content)
    set_moment(docx, moment)
    written = mould.written if docx is mould.template.docx else package_bytes
    return Filled(written(docx), docx), tuple(found)


def _filled(mould: Mould, context: dict[str, object], template: tuple[bytes, str], forms: dict[int, Docx]) -> Docx:
    """The package with everything in it: that of the mould, which stays open.

    Forms and landscape sheets bring parts, and docxtpl fills notes in place: for these the file is opened again.
    """
    environment = Sandbox()
    body = mould.template.rendered(context, environment)
    if not forms and OPENS not in body and not mould.template.has_tags_in_notes:
        return mould.template.fill(body, context, environment)
    opened = open_package(*template)
    if isinstance(opened, Diagnostic):
        raise ValueError("a template that was opened cannot be opened again")
    docx = Template(opened).fill(body, context, environment)
    for at, form in forms.items():
        insert_form(docx, f"{elements.FORM_MARK}{at}", form)
    turn_parts(docx)
    return docx


def keys_of_template(template: bytes, name: str) -> frozenset[str] | Diagnostic:
    """The keys of a content file that a template can print, or why it cannot be opened."""
    mould = mould_of(template, name, NAMES)
    return mould if isinstance(mould, Diagnostic) else keys_with_room(mould.tags.printed)


def context_of(content: Content, stylist: Stylist, turned: Set[int] = frozenset()) -> dict[str, Callable[[], object]]:
    """What gives the value of each tag of a notice template; the 附件 `turned` stand on landscape sheets.

    A template is asked for the styles of those tags only that it has.
    """
    return {
        "份号": lambda: content.copy_number,
        "密级": lambda: content.secrecy,
        "紧急程度": lambda: content.urgency,
        "版头空行": lambda: [""] * elements.lines_above_mark(content),
        "发文字号": lambda: content.number,
        "文号行": lambda: Markup(elements.number_lines(content, stylist)),
        "令号": lambda: content.order_number,
        "标题": lambda: broken(content.title, stylist),
        "主送": lambda: content.addressees,
        "正文": lambda: Markup(blocks_xml(content.body, stylist)),
        "附件说明": lambda: Markup(elements.attachment_note(content, stylist)),
        "出席": lambda: content.attendees,
        "请假": lambda: content.absentees,
        "列席": lambda: content.observers,
        "落款": lambda: Markup(elements.signature(content, stylist)),
        "附注": lambda: content.remark,
        "印发": lambda: Markup(elements.carried(content, stylist)),
        "附件": lambda: Markup(elements.attachments(content, stylist, turned)),
        "版记": lambda: bool(content.copies or content.printer),
        "抄送": lambda: content.copies,
        "印发机关": lambda: content.printer,
        "印发日期": lambda: content.printed_on,
    }


NAMES = frozenset(context_of(Content("", "", "", ()), Stylist({}, 0.0, 0.0, 0.0, 0.0)))
"""Everything that a tag may name."""


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
    core.title = content.plain_title or mark_text(document) + content.order_number
    core.author = "、".join(content.organs) or issuing_body(mark_text(document))
    core.subject = content.number
    core.keywords = ""
    core.comments = ""
    core.last_modified_by = ""
    core.language = "zh-CN"


def mark_text(document: Docx) -> str:
    """The mark, which a 信函 has in the header of page 1 (10.1)."""
    header = document.sections[0].first_page_header
    # python-docx gives a section that has no header one as soon as its paragraphs are asked for.
    above = () if header.is_linked_to_previous else header.paragraphs
    for paragraph in (*document.paragraphs, *above):
        if paragraph.style is not None and paragraph.style.name == MARK_STYLE:
            return str(paragraph.text)
    return ""
