"""A certificate (荣誉证书): a framed landscape sheet; no format of GB/T 9704, but filled from the same content."""

from __future__ import annotations

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Twips
from msgspec.structs import replace

from docgen.new import look
from docgen.new.blank import W, size
from docgen.new.look import Look
from docgen.new.tags import Tag, when
from docgen.units import EIGHTHS_PER_POINT, points_from_mm, twips_from_points

FRAME = 30
"""Points from the edges of the paper to the frame: about 11 mm, which every printer reaches."""
FRAME_WEIGHT = 1.5
SIDE = points_from_mm(42)
HEAD = points_from_mm(38)
FOOT = points_from_mm(32)
"""Practice: from the edges of the paper to the text."""
SIZE_0 = 42.0
"""初号."""
PITCH = 36.0
TITLE_PITCH = 60.0
TITLE_SPACING = 16.0
UNDER_TITLE = 18.0

TITLE = replace(look.TITLE, size=SIZE_0, pitch=TITLE_PITCH, spacing=TITLE_SPACING, color=look.RED, after=UNDER_TITLE)
BODY = replace(look.BODY, size=look.SIZE_2, pitch=PITCH, first=2 * look.SIZE_2, spacing=0.0)
LOOKS = (
    TITLE,
    Look("主送机关", look.KAI, look.SIZE_2, "left", PITCH, spacing=0.0),
    BODY,
    Look("发文机关署名", look.FANG, look.SIZE_2, "right", PITCH, before=PITCH, spacing=0.0, keep_next=True),
    Look("盖章署名", look.FANG, look.SIZE_2, "right", PITCH, before=PITCH, spacing=0.0, keep_next=True),
    Look("成文日期", look.FANG, look.SIZE_2, "right", PITCH, spacing=0.0),
    Look("附注", look.FANG, look.SIZE_4, "left", look.TABLE_PITCH, spacing=0.0),
)
LINES = (
    Tag("公文标题", "{{ 标题 }}"),
    *when("主送", Tag("主送机关", "{{ 主送 }}：")),
    Tag("公文正文", "{{p 正文 }}"),
    Tag("发文机关署名", "{{p 落款 }}"),
    *when("附注", Tag("附注", "{{ 附注 }}")),
)
"""附注 is the number of the certificate, where it has one."""


def set_certificate_page(document: Document) -> None:
    """A landscape sheet whose text is 2号, in a frame."""
    section = document.sections[0]
    section.page_width, section.page_height = (_length(side) for side in (look.PAGE_HEIGHT, look.PAGE_WIDTH))
    section.left_margin = section.right_margin = _length(SIDE)
    section.top_margin, section.bottom_margin = _length(HEAD), _length(FOOT)
    document.element.body.sectPr.find(qn("w:pgSz")).set(qn("w:orient"), "landscape")
    document.element.body.sectPr.find(qn("w:pgMar")).addnext(_frame())
    run = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for given in parse_xml(f"<w:rPr {W}>{size(look.SIZE_2)}</w:rPr>"):
        run.replace(run.find(given.tag), given)
    run.find(qn("w:spacing")).set(qn("w:val"), "0")


def _length(points: float) -> Twips:
    return Twips(twips_from_points(points))


def _frame() -> object:
    """A double border around the page; what stands between it and the paper is at most 31 points (17.6.10)."""
    edges = "".join(
        f'<w:{side} w:val="double" w:sz="{round(FRAME_WEIGHT * EIGHTHS_PER_POINT)}" w:space="{FRAME}" '
        f'w:color="{look.RED}"/>'
        for side in ("top", "left", "bottom", "right")
    )
    return parse_xml(f'<w:pgBorders {W} w:offsetFrom="page">{edges}</w:pgBorders>')
