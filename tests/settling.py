"""Notices of generated length for the tests of settling, laid out with fonts whose widths are arithmetic."""

from __future__ import annotations

from fake_fonts import FakeFonts
from samples import content, filled, template

from docgen.content import Attachment, Prose
from docgen.document import Document
from docgen.layout import lay_out
from docgen.page import Pages
from docgen.pipeline import Laid, set_pages, settled
from docgen.read import read
from docgen.settle.case import Case
from docgen.settle.parts import lines_of

LINES_ON_PAGE_1 = 9
LINES_A_PAGE = 22
FIRST_LINE = "大" * 26
LINE = "大" * 28
SIGNED = {"organs": ("大连市总工会",), "date": "2026年1月5日"}
ATTACHED = {"attachments": (Attachment("名单", (Prose(0, "", "甲"),)),)}
IMPRINT = {"printer": "大连市总工会办公室", "printed_on": "2026年1月5日"}
COPIED = {"copies": "市委办公室"}
MANY = "、".join(["甲区总工会"] * 80)
"""Eighty addressees: 18 lines of page 1, 19 of the 版记."""


def notice(lines: int = 3, **changes) -> bytes:
    """A DOCX whose body fills exactly so many lines, each a paragraph."""
    known = {"number": "大工发〔2026〕1号", "addressees": "各单位", "body": (Prose(0, "", FIRST_LINE),) * lines}
    return filled(content(**{**known, **changes}))


def texts(*paragraphs: str) -> tuple[Prose, ...]:
    return tuple(Prose(0, "", text) for text in paragraphs)


def read_and_laid(docx: bytes) -> tuple[Document, Pages]:
    document, found = read(docx, "试验.docx")
    assert document is not None
    assert found == ()
    return document, lay_out(document, FakeFonts())[0]


def case(docx: bytes, template_bytes: bytes = b"") -> Case:
    return Case(docx, *read_and_laid(docx), read_and_laid, template_bytes)


def settle_whole(docx: bytes, template_bytes: bytes | None = None) -> Laid:
    """A DOCX settled until it rests, with the template it was filled from unless another is given."""
    given = template() if template_bytes is None else template_bytes
    return settled(set_pages(docx, "试验.docx", FakeFonts()), "试验.docx", FakeFonts(), given)


def sentences(laid: Laid) -> list[str]:
    return [decision.sentence for decision in laid.decisions]


def warnings(laid: Laid) -> list[str]:
    return [found.message for found in laid.diagnostics if found.severity.value != "提示"]


def pages_with(pages: Pages, *styles: str) -> list[int]:
    """The pages on which a style stands."""
    return [page.number for page in pages.pages if any(item.style in styles for item in page.texts)]


def last_lines(pages: Pages, style: str = "公文正文") -> list[str]:
    """The last line of each paragraph of a style."""
    lines = lines_of(pages)
    sources = {item.source for page in pages.pages for item in page.texts if item.style == style}
    return [lines[source][-1].text for source in sorted(sources)]
