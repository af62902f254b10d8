"""Take the mark of an issuing body and a format, give a fresh GB/T 9704-2012 template (a DOCX with docxtpl tags)."""

from __future__ import annotations

from docx.document import Document

from docgen.new import certificate, look
from docgen.new.blank import fresh_document, saved, set_footers
from docgen.new.heads import general_head, letter_head, order_head
from docgen.new.imprint import imprint_table, letter_imprint_table
from docgen.new.letter import letter_table, set_letter_page
from docgen.new.look import Look
from docgen.new.marks import CERTIFICATE, GENERAL, LETTER, MINUTES, ORDER
from docgen.new.tags import Tag, tagged, when

ABOVE_MARK = (
    *when("份号", Tag("版头", "{{ 份号 }}")),
    *when("密级", Tag("密级和保密期限", "{{ 密级 }}")),
    *when("紧急程度", Tag("紧急程度", "{{ 紧急程度 }}")),
    Tag("版头", "{%p for 空 in 版头空行 %}"),
    Tag("版头"),
    Tag("版头", "{%p endfor %}"),
)
TITLE = (Tag("公文标题", "{{ 标题 }}"), *when("主送", Tag("主送机关", "{{ 主送 }}：")))
TEXT = (Tag("公文正文", "{{p 正文 }}"), Tag("附件说明", "{{p 附件说明 }}"))
PRESENT = tuple(
    tag for name in ("出席", "请假", "列席") for tag in when(name, Tag("出席人员", f"：{{{{ {name} }}}}", name))
)
"""10.3: the lists of those present, on leave and attending stand below the text."""
CLOSE = (
    Tag("发文机关署名", "{{p 落款 }}"),
    *when("附注", Tag("附注", "（{{ 附注 }}）")),
    Tag("公文正文", "{{p 印发 }}"),
    Tag("公文正文", "{{p 附件 }}"),
)


def new_notice_template(mark: str, kind: str = GENERAL) -> bytes:
    """A template of a format whose 发文机关标志 reads `mark` (大连市总工会文件)."""
    if kind == LETTER:
        return _letter(mark)
    if kind == CERTIFICATE:
        return _certificate()
    mark_line = Tag("发文机关标志", mark)
    if kind == ORDER:
        number = when("令号", Tag("令号", "{{ 令号 }}"))
        return _template(order_head(mark), (mark_line, *number, *TEXT, *CLOSE))
    text = (*ABOVE_MARK, mark_line, Tag("签发人", "{{p 文号行 }}"), *TITLE, *TEXT)
    if kind == MINUTES:
        return _template((*general_head(mark), look.PRESENT), (*text, *PRESENT, *CLOSE))
    return _template(general_head(mark), (*text, *CLOSE))


def _template(head: tuple[Look, ...], lines: tuple[Tag, ...]) -> bytes:
    document = _document(head, [*map(tagged, lines), *_imprint(imprint_table())])
    set_footers(document)
    return saved(document)


def _letter(mark: str) -> bytes:
    """10.1: mark and rules in header and footer of page 1; a table sets the number beside the lines at its left."""
    lines = [letter_table(), *map(tagged, (*TITLE, *TEXT, *CLOSE)), *_imprint(letter_imprint_table())]
    document = _document(letter_head(mark), lines)
    set_footers(document)
    set_letter_page(document, mark)
    return saved(document)


def _certificate() -> bytes:
    document = _document(certificate.LOOKS, [*map(tagged, certificate.LINES)])
    certificate.set_certificate_page(document)
    return saved(document)


def _document(head: tuple[Look, ...], elements: list[object]) -> Document:
    names = {each.name for each in head}
    document = fresh_document((*head, *(each for each in look.text_looks() if each.name not in names)))
    for element in elements:
        document.element.body.sectPr.addprevious(element)
    return document


def _imprint(table: object) -> tuple[object, ...]:
    """The 版记, which hangs on an empty line of its own."""
    lines = (Tag("版记定位", "{%p if 版记 %}"), Tag("版记定位"), Tag("版记定位", "{%p endif %}"))
    before, anchor, after = map(tagged, lines)
    return before, table, anchor, after
