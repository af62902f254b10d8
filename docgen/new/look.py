"""How a fresh GB/T 9704-2012 template looks: its paragraph styles as data, each number with its clause.

`gap_*` values are measured from type to type; the distances that Word wants between line boxes follow
from them. Once written, the template in `templates_docx` is the only source of looks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from docgen.units import points_from_mm

SONG_TITLE = "方正小标宋简体"
FANG = "仿宋_GB2312"
KAI = "楷体_GB2312"
HEI = "黑体"
SONG = "宋体"

OTHER_NAMES = {
    SONG_TITLE: "方正小标宋_GBK",
    FANG: "仿宋",
    KAI: "楷体",
    HEI: "SimHei",
    SONG: "SimSun",
}
"""`w:altName`: what serves a face that the machine lacks (current Windows has no _GB2312 faces)."""

SIZE_2 = 22.0
SIZE_3 = 16.0
SIZE_4 = 14.0

PAGE_WIDTH = points_from_mm(210)
PAGE_HEIGHT = points_from_mm(297)
MARGIN_LEFT = points_from_mm(28)
MARGIN_RIGHT = points_from_mm(26.1)
MEASURE = PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT
LINES = 22
"""5.2.1, 5.2.3: A4, type area 156 mm wide with 28 mm at the binding edge, 22 lines a page."""

PITCH = 29.6
"""Distance of baselines that spreads 22 lines of 16 pt over 225 mm of ink: (225 mm − 16 pt) / 21."""

ASCENT = 0.88
"""Height of the em box of a Chinese face above the baseline."""

BASELINE = 0.8
"""Where a line of exact pitch has its baseline, from its top (LibreOffice and docgen; Word within 1 mm)."""


def above(pitch: float, size: float) -> float:
    """White between the top of an exact line and the em box of its type, in points."""
    return pitch * BASELINE - ASCENT * size


def below(pitch: float, size: float) -> float:
    """White between the em box of the type and the bottom of an exact line, in points."""
    return pitch * (1 - BASELINE) - (1 - ASCENT) * size


INK_ABOVE = 0.03
TITLE_INK_ABOVE = 0.11
"""White between the em box and the ink of a line of Han glyphs, in ems: 仿宋, and 小标宋, whose strokes stand lower."""

BRACKET_DEPTH = 0.18
"""How far 〔〕 reach below the baseline, in ems."""

TYPE_TOP = points_from_mm(37)
MARGIN_TOP = TYPE_TOP - above(PITCH, SIZE_3) - INK_ABOVE * SIZE_3
MARGIN_BOTTOM = PAGE_HEIGHT - MARGIN_TOP - LINES * PITCH - 1.0
"""5.2.1: the ink of the first line starts 37 mm down; a point to spare keeps 22 lines and forbids 23."""

TYPE_BOTTOM = points_from_mm(262)
"""Lower edge of the type area: 37 + 225 mm."""

SQUEEZE = -0.25
"""Letter spacing that fits 28 characters of 16 pt into 156 mm (design.md §4)."""

ONE_LINE = points_from_mm(10.39)
TWO_LINES = points_from_mm(20.78)
"""空一行, 空二行 from edge to edge of the type (GB/T 33476.2)."""

MARK_TOP = points_from_mm(72)
"""7.2.4: upper edge of the mark 35 mm below the type area's."""

RULE_GAP = points_from_mm(4)
RED_RULE = 1.5
"""7.2.7: the red rule stands 4 mm below the number; its weight is practice."""

HEAD_LINES = 3
"""Lines kept above the mark for 份号, 密级, 紧急程度 (7.2.1–7.2.3)."""

TITLE_PITCH = 36.0
IMPRINT_PITCH = 28.0
TABLE_PITCH = 20.0
"""A line of another size is its own height + 7/8 of 3号 (3.2); in tables the lines stand closer."""

SIZE_SMALL_4 = 12.0
NOTE_PITCH = 16.0
"""Notes below a table: 小四."""

NUMBER_PITCH = 20.0
NUMBER_CENTRE = points_from_mm(297 - 269)
DASH_HEIGHT = 0.36
"""7.5: the dash of the page number lies 7 mm below the type area; its height above the baseline in ems."""

IMPRINT_THICK = 1.0
IMPRINT_THIN = 0.75
"""7.4.1: rules of the 版记, 0.35 and 0.25 mm in the eighths of a point that Word knows."""


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style. Lengths in points; `first` < 0 hangs; `chars` counts the indent in characters."""

    name: str
    face: str = FANG
    size: float = SIZE_3
    align: str = "both"
    pitch: float = PITCH
    before: float = 0.0
    after: float = 0.0
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    chars: int = 0
    tabs: tuple[tuple[str, float], ...] = ()
    color: str = ""
    spacing: float = SQUEEZE
    outline: int | None = None
    new_page: bool = False
    keep_next: bool = False
    rule: bool = False
    next: str = ""


INDENT = 2 * SIZE_3
"""7.3.3: paragraphs begin two characters in."""
LABEL_END = INDENT + 3 * (SIZE_3 + SQUEEZE)
"""7.3.4: where a name begins after 附件：."""
NUMBER_END = LABEL_END + 1.5 * SIZE_3
"""7.3.4: where it begins after a number."""
UNDER_TITLE = ONE_LINE - below(TITLE_PITCH, SIZE_2) - above(PITCH, SIZE_3)

BODY = Look("公文正文", first=INDENT, chars=200)
HEADING = replace(BODY, next="公文正文")
TITLE = Look("公文标题", SONG_TITLE, SIZE_2, "center", TITLE_PITCH, spacing=0.0, outline=0)
TABLE = Look("表文", FANG, SIZE_4, "left", TABLE_PITCH, spacing=0.0)
IMPRINT = Look("印发机关", FANG, SIZE_4, "left", IMPRINT_PITCH, spacing=0.0, left=SIZE_4, right=SIZE_4)


def looks(mark_size: float, mark_spacing: float) -> tuple[Look, ...]:
    """The styles of a notice whose mark is set in `mark_size` with `mark_spacing` points between its characters."""
    return (*head_looks(mark_size, mark_spacing), *body_looks(), *close_looks(), *attachment_looks(), *table_looks())


def head_looks(mark_size: float, mark_spacing: float) -> tuple[Look, ...]:
    """版头 (7.2), 标题 and 主送机关 (7.3.1, 7.3.2)."""
    mark_pitch = round(mark_size * 1.2)
    mark = Look("发文机关标志", SONG_TITLE, mark_size, "center", mark_pitch, color="FF0000", spacing=mark_spacing)
    over_mark = MARK_TOP - MARGIN_TOP - HEAD_LINES * PITCH - above(mark_pitch, mark_size) - TITLE_INK_ABOVE * mark_size
    under_mark = TWO_LINES - below(mark_pitch, mark_size) - above(PITCH, SIZE_3)
    return (
        Look("版头", align="left"),
        Look("密级和保密期限", HEI, align="left"),
        Look("紧急程度", HEI, align="left"),
        replace(mark, before=over_mark, after=under_mark),
        Look("发文字号", align="center", rule=True),
        Look("签发人", align="left", first=SIZE_3, chars=100, rule=True),
        Look("签发人续", align="left", first=SIZE_3, chars=100),
        replace(TITLE, before=TWO_LINES - above(TITLE_PITCH, SIZE_2) - TITLE_INK_ABOVE * SIZE_2),
        Look("主送机关", align="left", before=UNDER_TITLE),
    )


def body_looks() -> tuple[Look, ...]:
    """正文 and its levels (7.3.3), lists."""
    return (
        BODY,
        replace(HEADING, name="一级标题", face=HEI, outline=1, keep_next=True),
        replace(HEADING, name="二级标题", outline=2),
        replace(HEADING, name="三级标题"),
        replace(HEADING, name="四级标题"),
        Look("条目标题", HEI, align="center", before=PITCH / 2, keep_next=True, next="条目"),
        replace(BODY, name="条目"),
        replace(BODY, name="名单", align="left"),
    )


def close_looks() -> tuple[Look, ...]:
    """附件说明 (7.3.4), 署名 and 日期 (7.3.5), 附注 (7.3.6), 版记 (7.4), 页码 (7.5)."""
    numbered = Look("附件说明次项", align="left", left=NUMBER_END, tabs=(("left", NUMBER_END),))
    number = Look("单页码", SONG, SIZE_4, "right", NUMBER_PITCH, spacing=0.0)
    return (
        Look("附件说明", align="left", before=PITCH, left=LABEL_END, first=INDENT - LABEL_END),
        replace(numbered, name="附件说明首项", before=PITCH, first=INDENT - NUMBER_END),
        replace(numbered, first=LABEL_END - NUMBER_END),
        Look("发文机关署名", align="right", before=PITCH, keep_next=True),
        Look("盖章署名", align="right", before=2 * PITCH, keep_next=True),
        Look("成文日期", align="right"),
        replace(BODY, name="附注"),
        replace(IMPRINT, name="抄送机关", left=4 * SIZE_4, first=-3 * SIZE_4),
        replace(IMPRINT, tabs=(("right", MEASURE - SIZE_4),)),
        Look("版记定位", align="left", size=1.0, pitch=1.0, spacing=0.0),
        replace(number, right=SIZE_4),
        replace(number, name="双页码", align="left", left=SIZE_4),
    )


def attachment_looks() -> tuple[Look, ...]:
    """附件 (7.3.7): label on line 1, title on line 3; the title of a carried text."""
    third_line = PITCH + (PITCH - TITLE_PITCH) * BASELINE
    return (
        replace(TITLE, name="印发标题", new_page=True, after=UNDER_TITLE),
        Look("附件标签", HEI, align="left", new_page=True, keep_next=True),
        replace(TITLE, name="附件标题", keep_next=True, before=third_line, after=UNDER_TITLE),
    )


def table_looks() -> tuple[Look, ...]:
    """Text in and around tables."""
    return (
        replace(TABLE, name="表头", face=HEI, align="center"),
        TABLE,
        replace(TABLE, name="表格栏目", align="center"),
        replace(TABLE, name="表格说明", before=6.0, after=6.0),
        Look("表格注", FANG, SIZE_SMALL_4, "both", NOTE_PITCH, before=3.0, spacing=0.0),
        replace(TABLE, name="表格签章", align="right", right=SIZE_4),
    )
