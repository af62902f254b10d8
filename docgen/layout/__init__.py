"""Take a Document and fonts, give its Pages and what its faces lacked."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from docgen.diagnostics import Diagnostic, Place, error, note, warning
from docgen.document import Document
from docgen.layout.bands import Cut, Setting
from docgen.layout.drafts import Draft, left_of
from docgen.layout.fields import filled, has_fields, values_on
from docgen.layout.flow import Flow
from docgen.layout.fonts import Fonts
from docgen.layout.margins import floating_tables, page_borders, set_margins
from docgen.layout.notes import notes_marks
from docgen.layout.shape import Missing
from docgen.page import Info, Page, Pages
from docgen.units import mm_from_points

SHOWN = 20
"""Characters of a text that a message shows."""
MM_PER_CM = 10.0
IN_MARGINS = "页眉页脚"
IN_NOTES = "脚注和尾注"
"""Where paragraphs with the number −1, or lower ones, stand: the body alone counts its paragraphs."""


def lay_out(document: Document, fonts: Fonts, name: str = "") -> tuple[Pages, tuple[Diagnostic, ...]]:
    """The pages of a document; a character that no face has is an error, one from another face a note."""
    if not document.sections:
        return Pages(()), ()
    flow = _flow(document, fonts)
    if has_fields(document):
        document = filled(document, flow.drafts)
        flow = _flow(document, fonts)
    pages = tuple(_page(draft, document, flow.setting, flow.drafts) for draft in flow.drafts)
    info = Info(document.title, document.author, document.subject, document.keywords)
    found = (*_findings(flow.setting.missing, name), *_cuts(flow.setting.cut, name))
    return Pages(pages, tuple(flow.outline), info), found


def _flow(document: Document, fonts: Fonts) -> Flow:
    setting = Setting(fonts, {}, document.default_tab, document.adds_white, document.grid_in_cells)
    flow = Flow(document, setting, document.sections[0])
    flow.add_sections()
    return flow


def _page(draft: Draft, document: Document, body: Setting, drafts: list[Draft]) -> Page:
    """A page with its header and footer, whose fields are known once all pages are."""
    setting = replace(body, fields=values_on(draft, drafts))
    head, foot = set_margins(draft, document, setting)
    sheet = draft.section.sheet
    left = left_of(sheet, document.mirrored and draft.label % 2 == 0)
    foot_top = sheet.height - sheet.footer - foot.height
    items = (
        *page_borders(sheet),
        *draft.items,
        *draft.late,
        *notes_marks(draft.notes, left, draft.bottom),
        *head.place(left, sheet.header),
        *floating_tables(head, draft, left, sheet.header),
        *foot.place(left, foot_top),
        *floating_tables(foot, draft, left, foot_top),
    )
    return Page(sheet.width, sheet.height, draft.number, str(draft.label), items)


def _findings(missing: list[tuple[Missing, int]], name: str) -> list[Diagnostic]:
    seen: dict[Missing, int] = {}
    for each, paragraph in missing:
        seen.setdefault(each, paragraph)
    return [_finding(each, Place(name, spot=_spot(at))) for each, at in seen.items()]


def _cuts(found: list[Cut], name: str) -> Iterator[Diagnostic]:
    """A warning for each row of fixed height that cuts text off: on a form it is a reprint."""
    seen = set()
    for cut in found:
        if (cut.row, cut.paragraph) not in seen:
            seen.add((cut.row, cut.paragraph))
            height = mm_from_points(cut.height) / MM_PER_CM
            yield warning(
                "文字超出行高",
                Place(name, spot=_spot(cut.paragraph)),
                f"表格第{cut.row}行的行高固定为{height:.2f}厘米，“{cut.text[:SHOWN]}”印不全",
                "请把行高由“固定值”改为“最小值”，或缩短文字、缩小字号",
            )


def _spot(paragraph: int) -> str:
    if paragraph >= 0:
        return f"第{paragraph + 1}段"
    return IN_MARGINS if paragraph == -1 else IN_NOTES


def _finding(each: Missing, place: Place) -> Diagnostic:
    shown = f"“{each.char}”（U+{ord(each.char):04X}）"
    if each.served_by:
        return note("生僻字", place, f"{each.asked} 缺少{shown}，此字用 {each.served_by} 代替")
    return error("缺字", place, f"没有字体能显示{shown}", "请安装含有此字的字体，或改用别的字")
