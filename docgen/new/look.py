"""How a fresh GB/T 9704-2012 template looks: its paragraph styles as data, each number with its clause.

`gap_*` values are measured from type to type; the distances that Word wants between line boxes follow
from them. Once written, the template in `templates_docx` is the only source of looks.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

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
MARGIN_RIGHT = points_from_mm(26.07)
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

INK_DEPTH = 0.18
TITLE_DEPTH = 0.165
"""How far Han glyphs and 〔〕 reach below the baseline, in ems: 仿宋 and 小标宋."""

UNDER_INK = PITCH * (1 - BASELINE) - INK_DEPTH * SIZE_3
"""White between the ink of 3号 and the bottom of its line."""

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
ORDER_MARK_TOP = points_from_mm(57)
LETTER_MARK_TOP = points_from_mm(30)
"""Upper edge of the mark: 35 mm (7.2.4, 10.3) or 20 mm (10.2) below the type area's, 30 mm down the page (10.1)."""

RULE_GAP = points_from_mm(4)
"""7.2.7, 10.1: the red rule stands 4 mm below the number, that of a 信函 below the mark."""

LETTER_RULE_WIDTH = points_from_mm(170)
LETTER_RULE_FOOT = points_from_mm(20)
LETTER_GAP = points_from_mm(4.84)
"""10.1: the double rules of a 信函 are 170 mm wide, the lower one ends 20 mm above the foot of the page; the white
between them and the type is 7/8 of the height of 3号 (GB/T 33476.2, Annex A)."""

LETTER_RULE_WEIGHT = 2.25
LETTER_RULE_HEIGHT = LETTER_RULE_WEIGHT + 1.5
"""Practice: the thick line. Word sets the thin one and the gap between them at 0.75 pt each."""

LETTER_FOOT = LETTER_RULE_FOOT + LETTER_RULE_HEIGHT + LETTER_GAP - UNDER_INK
"""From the foot of the page to the foot of the last line above the lower rule."""

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

NUMBER_FOOT = NUMBER_CENTRE - DASH_HEIGHT * SIZE_4 - NUMBER_PITCH * (1 - BASELINE)
"""From the foot of the page to the foot of the number's line."""

IMPRINT_THICK = 1.0
IMPRINT_THIN = 0.75
"""7.4.1: rules of the 版记, 0.35 and 0.25 mm in the eighths of a point that Word knows."""


RED = "FF0000"


class Rule(Struct, frozen=True):
    """A red rule under a paragraph: width of its (thick) line and white above it in points, pattern as in `w:val`."""

    width: float
    pattern: str = "single"
    space: float = 0.0


RED_RULE = Rule(1.5, space=RULE_GAP - UNDER_INK)
"""7.2.7: as wide as the type area; its weight is practice."""


class Look(Struct, frozen=True):
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
    contextual: bool = False
    rule: Rule | None = None
    next: str = ""


INDENT = 2 * SIZE_3
"""7.3.3: paragraphs begin two characters in."""
LABEL_END = INDENT + 3 * (SIZE_3 + SQUEEZE)
"""7.3.4: where a name begins after 附件：."""
NUMBER_END = LABEL_END + 1.5 * SIZE_3
"""7.3.4: where it begins after a number."""
UNDER_TITLE = ONE_LINE - below(TITLE_PITCH, SIZE_2) - above(PITCH, SIZE_3)

STAMP_RIGHT = 4 * SIZE_3
"""7.3.5.3: 签名章 and its date end four characters from the right edge."""

BODY = Look("公文正文", first=INDENT, chars=200)
HEADING = replace(BODY, next="公文正文")
TITLE = Look("公文标题", SONG_TITLE, SIZE_2, "center", TITLE_PITCH, spacing=0.0, outline=0)
ODD_NUMBER = Look("单页码", SONG, SIZE_4, "right", NUMBER_PITCH, spacing=0.0, right=SIZE_4)
EVEN_NUMBER = replace(ODD_NUMBER, name="双页码", align="left", left=SIZE_4, right=0.0)
ADDRESSEES = Look("主送机关", align="left", before=UNDER_TITLE)
TABLE = Look("表文", FANG, SIZE_4, "left", TABLE_PITCH, spacing=0.0)
PRESENT = Look("出席人员", before=PITCH, left=LABEL_END, first=INDENT - LABEL_END, contextual=True)
"""10.3: one line below the text, the lists together; names go on below the first of them."""
IMPRINT = Look("印发机关", FANG, SIZE_4, "left", IMPRINT_PITCH, spacing=0.0, left=SIZE_4, right=SIZE_4)


def text_looks() -> tuple[Look, ...]:
    """The styles below the head of a notice; those of the head are in `heads`."""
    return (*body_looks(), *close_looks(), *attachment_looks(), *table_looks())


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
    return (
        Look("附件说明", align="left", before=PITCH, left=LABEL_END, first=INDENT - LABEL_END),
        replace(numbered, name="附件说明首项", before=PITCH, first=INDENT - NUMBER_END),
        replace(numbered, first=LABEL_END - NUMBER_END),
        Look("发文机关署名", align="right", before=PITCH, keep_next=True),
        Look("盖章署名", align="right", before=2 * PITCH, keep_next=True),
        Look("成文日期", align="right"),
        Look("签名章", align="left", before=2 * PITCH, keep_next=True),
        Look("签名日期", align="right", before=PITCH, right=STAMP_RIGHT),
        replace(BODY, name="附注"),
        replace(IMPRINT, name="抄送机关", left=4 * SIZE_4, first=-3 * SIZE_4),
        replace(IMPRINT, tabs=(("right", MEASURE - SIZE_4),)),
        Look("版记定位", align="left", size=1.0, pitch=1.0, spacing=0.0),
        ODD_NUMBER,
        EVEN_NUMBER,
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
