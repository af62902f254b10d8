"""Take the name of a typeface, give what a line of it takes above and below its baseline, in ems.

The line of a document is that of the face it names, whichever face serves it here: so pages break as in Word.
"""

from __future__ import annotations

from docgen.typefaces.catalogue import fold

EAST_ASIAN_LEADING = 0.15
"""Share of its height that Word adds above and below the line of an East Asian face: lines are 1.3 times as high.

Word has no document that says so; others measured it (docs/word-features.md).
"""


def east_asian_line(ascent: float, descent: float) -> tuple[float, float]:
    """The line of an East Asian face from the ascent and descent of its `hhea` table."""
    leading = EAST_ASIAN_LEADING * (ascent + descent)
    return ascent + leading, descent + leading


# fmt: off
EAST_ASIAN = {
    (220 / 256, 36 / 256): (
        "宋体", "SimSun", "新宋体", "NSimSun", "仿宋", "FangSong", "仿宋_GB2312", "FangSong_GB2312", "仿宋体",
        "楷体", "KaiTi", "楷体_GB2312", "KaiTi_GB2312", "楷体字", "黑体", "SimHei",
        "方正小标宋简体", "方正小标宋_GBK", "方正小标宋", "小标宋", "小标宋体", "小标宋简体", "FZXiaoBiaoSong-B05S",
        "FZXiaoBiaoSong-B05", "方正仿宋_GBK", "方正仿宋简体", "方正楷体_GBK", "方正楷体简体", "方正黑体_GBK",
        "方正黑体简体", "方正书宋_GBK", "方正书宋简体", "ＭＳ 明朝", "MS Mincho", "ＭＳ ゴシック", "MS Gothic",
    ),
    (2167 / 2048, 536 / 2048): ("微软雅黑", "Microsoft YaHei"),
}
"""Ascent and descent of office faces (`hhea`)."""
LATIN = {
    (1912 / 2048, 443 / 2048): ("Times New Roman",),
    (1921 / 2048, 434 / 2048): ("Arial",),
    (1988 / 2048, 512 / 2048): ("Calibri",),
    (1946 / 2048, 455 / 2048): ("Cambria",),
    (1705 / 2048, 615 / 2048): ("Courier New",),
    (2049 / 2048, 423 / 2048): ("Tahoma",),
    (2059 / 2048, 430 / 2048): ("Verdana",),
    (1878 / 2048, 449 / 2048): ("Georgia",),
    (2210 / 2048, 514 / 2048): ("Segoe UI",),
}
"""Ascent with the line gap, and descent, of office faces (`hhea`)."""
# fmt: on

LINES = {
    **{fold(name): east_asian_line(*measures) for measures, names in EAST_ASIAN.items() for name in names},
    **{fold(name): measures for measures, names in LATIN.items() for name in names},
}


def named_line(name: str) -> tuple[float, float] | None:
    """The line of an office face; None for a name that is not known."""
    return LINES.get(fold(name))
