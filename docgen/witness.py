"""Take two neighbouring stages' values, give what text got lost between them: nothing may."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import pypdfium2

from docgen.content import Content
from docgen.diagnostics import Diagnostic, Place, error
from docgen.document import Document, Run, paragraphs_of
from docgen.page import UNSEEN, Page, Pages

RULE = "文字遗漏"
HINT = "这是程序的问题，请把内容文件发给维护者；此文件没有输出"
IN_NOTES = "脚注和尾注"
SHOWN = 20
"""Characters of a lost text that a message shows."""
UNMARKED = {ord(char): None for char in UNSEEN}
HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-"})
"""What PDFium makes of a hyphen at the end of a line."""


def bare(text: str) -> str:
    """Text without white space and what leaves no mark: spreading a name or breaking a line adds some."""
    return "".join(text.translate(UNMARKED).split())


def lost_in_docx(content: Content, document: Document) -> tuple[Diagnostic, ...]:
    """Texts of the content that do not stand in the document in their order."""
    return lost_texts(content.texts, document, f"{content.name}.docx")


def lost_texts(texts: Iterable[str], document: Document, name: str) -> tuple[Diagnostic, ...]:
    """Which of `texts` do not stand in the document, in their order where they have one."""
    whole, at = bare(document.text), 0
    found = []
    for text in texts:
        wanted = bare(text)
        place = whole.find(wanted, at)
        if place < 0 and (place := whole.find(wanted)) < 0:
            found.append(error(RULE, Place(name), f"“{text[:SHOWN]}”没有进入 Word 文件", HINT))
            continue
        at = max(at, place)
    return tuple(found)


def lost_in_pages(document: Document, pages: Pages, name: str) -> tuple[Diagnostic, ...]:
    """Paragraphs whose characters do not all stand on the pages in their order."""
    shown: defaultdict[int, list[str]] = defaultdict(list)
    for page in pages.pages:
        for item in page.texts:
            shown[item.source].append(item.text)
    found = []
    inside_notes = (paragraph for note in document.notes for paragraph in paragraphs_of(note.blocks))
    for paragraph in (*document.paragraphs, *inside_notes):
        wanted = bare("".join(inline.text for inline in paragraph.printed if isinstance(inline, Run)))
        if not wanted or _holds(bare("".join(shown[paragraph.index])), wanted):
            continue
        place = Place(name, spot=f"第{paragraph.index + 1}段" if paragraph.index >= 0 else IN_NOTES)
        found.append(error(RULE, place, f"“{wanted[:SHOWN]}”没有全部排到页面上", HINT))
    return tuple(found)


def _holds(shown: str, wanted: str) -> bool:
    """Whether `wanted` is in `shown` in order; fields may stand between."""
    if wanted in shown:
        return True
    rest = iter(shown)
    return all(char in rest for char in wanted)


def text_of(page: Page) -> str:
    """What a reader should find on a page, without white space."""
    return bare("".join(item.text for item in page.texts))


def lost_in_pdf(
    texts: Sequence[str], pdf: bytes | Path, name: str, first: int = 1, count: int | None = None
) -> tuple[Diagnostic, ...]:
    """Pages whose characters a PDF reader does not find again, each as often as it stands.

    `texts` are those of the pages from `first` on; there should be `count` pages, or as many as texts.
    """
    found, wanted = [], count or len(texts)
    with pypdfium2.PdfDocument(pdf) as read:
        if len(read) != wanted:
            return (error(RULE, Place(name), f"PDF 应有{wanted}页，读出来是{len(read)}页", HINT),)
        for number, text in enumerate(texts, start=first):
            lost = Counter(text) - Counter(bare(_text_on(read, number - 1).translate(HYPHENS)))
            if lost:
                place = Place(name, spot=f"第{number}页")
                found.append(error(RULE, place, f"PDF 里少了：{''.join(lost)[:SHOWN]}", HINT))
    return tuple(found)


def _text_on(read: pypdfium2.PdfDocument, index: int) -> str:
    """The text of a page, which is closed again: a print job has thousands."""
    page = read[index]
    try:
        text: str = page.get_textpage().get_text_range()
    finally:
        page.close()
    return text
