"""Take a Document and its Pages, give where the parts stand whose place the standard rules, and what is wrong there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from docgen.diagnostics import Diagnostic, Place, warning
from docgen.document import Document
from docgen.page import Pages
from docgen.settle.parts import (
    HEADS,
    NUMBER,
    Lines,
    body_lines,
    find_imprint,
    find_signature,
    hides_body,
    is_letter,
    lines_of,
    page_number,
)

RULE = "定版"
MEND = "请把内容增减几行，或在 Word 里调整后用 docgen pdf 转成 PDF"
MEND_FIRST = "标题请写短些；主送机关太多，模板的版记里又放不下的，请用统称，如“各区市县总工会”"

MEND_IMPRINT = "抄送机关太多，请用统称，如“各区市县总工会”"


class Facts(Struct, frozen=True):
    """Where the parts stand. Pages count from 1; None for a part that is not there.

    Attributes:
        body_lines_on_first_page: lines of 正文 on the first page (7.3.3).
        signature_page: where 署名 and 成文日期 begin. body_lines_with_signature: lines of 正文 on that page (7.3.5.5).
        imprint_page: where the 版记 stands. imprint_even: whether the number of that page is even.
        blank: pages that bear nothing. unnumbered: pages without page number (7.5).
    """

    body_lines_on_first_page: int | None
    signature_page: int | None
    body_lines_with_signature: int | None
    imprint_page: int | None
    imprint_even: bool | None
    blank: tuple[int, ...]
    unnumbered: tuple[int, ...]


def facts_of(document: Document, pages: Pages) -> Facts:
    """The standing facts of a laid-out document."""
    imprint, lines = find_imprint(document), lines_of(pages)
    page = next(iter(imprint.pages(pages)), None) if imprint else None
    signature = find_signature(document, lines)
    signed = lines[signature.index][0].page if signature else None
    is_notice = any(paragraph.style in HEADS for paragraph in document.paragraphs)
    return Facts(
        body_lines(document, lines, 1) if is_notice else None,
        signed,
        body_lines(document, lines, signed) if signed else None,
        page.number if page else None,
        int(page.label) % 2 == 0 if page else None,
        tuple(each.number for each in pages.pages if not each.items),
        tuple(each.number for each in pages.pages if not page_number(each)),
    )


def faults(document: Document, pages: Pages, name: str) -> Iterator[Diagnostic]:
    """What the standard forbids and no decision could mend."""
    place, lines, imprint = Place(name), lines_of(pages), find_imprint(document)
    if hides_body(document, lines):
        yield warning(RULE, place, f"首页没有正文，占满首页的是：{_fillers(pages)}", MEND_FIRST)
    lonely = _page_of_lonely_signature(document, lines)
    if lonely:
        yield warning(RULE, place, f"第{lonely}页的署名上面没有文字", MEND)
    stands = imprint.pages(pages) if imprint else ()
    if len(stands) > 1:
        yield warning(RULE, place, "版记一页排不下", MEND_IMPRINT)
    elif stands and int(stands[0].label) % 2 and not is_letter(document):
        yield warning(RULE, place, f"版记在第{stands[0].number}页，不是偶数页", MEND)


def _page_of_lonely_signature(document: Document, lines: Lines) -> int:
    """The page that a signature begins, neither text nor 附件说明 above it; 0 where there is none."""
    signature = find_signature(document, lines)
    if signature is None:
        return 0
    page = lines[signature.index][0].page
    above = (line for at in range(signature.index) for line in lines.get(at, ()))
    return page if page > 1 and not any(line.page == page for line in above) else 0


def _fillers(pages: Pages) -> str:
    """What takes lines of the first page, most lines first."""
    lines = {(item.style, item.y) for item in pages.pages[0].texts if not item.style.endswith(NUMBER)}
    counts = Counter(style for style, _ in sorted(lines))
    return "、".join(f"{style}{count}行" for style, count in counts.most_common())
