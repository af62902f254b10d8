"""Take the name of a typeface as a document gives it, give its class (小标宋 仿宋 楷体 黑体 宋体).

A design is one drawing under all its names; the designs stand in order of preference: those of offices,
then free ones. Within a class the first design that a machine has serves the others.
"""

from __future__ import annotations

import unicodedata

from msgspec import Struct

XIAOBIAOSONG = "小标宋"
FANGSONG = "仿宋"
KAITI = "楷体"
HEITI = "黑体"
SONGTI = "宋体"


class Design(Struct, frozen=True):
    """One drawing.

    Attributes:
        typeface: its class.
        names: family names in Chinese and English, full and PostScript names; the first is for people.
        rare: kept for characters that the faces of its class lack, not to stand in for them.
    """

    typeface: str
    names: tuple[str, ...]
    rare: bool = False


class Typeface(Struct, frozen=True):
    """A class of designs.

    Attributes:
        name: the class.
        asked: the names official documents ask for, most usual first.
        likeness: the other classes, most alike first.
        free: PostScript name of the free face that can be fetched.
    """

    name: str
    asked: tuple[str, ...]
    likeness: tuple[str, ...]
    free: str


TYPEFACES = (
    Typeface(
        XIAOBIAOSONG,
        ("方正小标宋简体", "方正小标宋_GBK", "华文中宋"),
        (SONGTI, HEITI, FANGSONG, KAITI),
        "FandolSong-Bold",
    ),
    Typeface(FANGSONG, ("仿宋_GB2312", "仿宋"), (SONGTI, KAITI, XIAOBIAOSONG, HEITI), "FandolFang-Regular"),
    Typeface(KAITI, ("楷体_GB2312", "楷体"), (FANGSONG, SONGTI, XIAOBIAOSONG, HEITI), "FandolKai-Regular"),
    Typeface(HEITI, ("黑体",), (XIAOBIAOSONG, SONGTI, FANGSONG, KAITI), "FandolHei-Regular"),
    Typeface(SONGTI, ("宋体",), (FANGSONG, XIAOBIAOSONG, KAITI, HEITI), "FandolSong-Regular"),
)

# fmt: off
DESIGNS = (
    Design(XIAOBIAOSONG, ("方正小标宋简体", "方正小标宋_GBK", "方正小标宋", "小标宋", "小标宋体", "小标宋简体",
                          "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "FZXBSJW--GB1-0", "FZXBSK--GBK1-0")),
    Design(XIAOBIAOSONG, ("华文中宋", "STZhongsong")),
    Design(XIAOBIAOSONG, ("FandolSong Bold", "FandolSong-Bold")),
    Design(FANGSONG, ("仿宋_GB2312", "仿宋", "仿宋体", "FangSong_GB2312", "FangSong")),
    Design(FANGSONG, ("方正仿宋_GBK", "方正仿宋简体", "方正仿宋", "方正仿宋_GB2312", "FZFangSong-Z02",
                      "FZFangSong-Z02S", "FZFSK--GBK1-0", "FZFSJW--GB1-0")),
    Design(FANGSONG, ("华文仿宋", "STFangsong")),
    Design(FANGSONG, ("朱雀仿宋", "朱雀仿宋（预览测试版）", "Zhuque Fangsong", "Zhuque Fangsong (technical preview)",
                      "ZhuqueFangsong-Regular")),
    Design(FANGSONG, ("FandolFang", "FandolFang-Regular", "FandolFang R")),
    Design(KAITI, ("楷体_GB2312", "楷体", "楷体字", "KaiTi_GB2312", "KaiTi")),
    Design(KAITI, ("方正楷体_GBK", "方正楷体简体", "方正楷体", "方正楷体_GB2312", "FZKai-Z03", "FZKai-Z03S",
                   "FZKTK--GBK1-0", "FZKTJW--GB1-0")),
    Design(KAITI, ("华文楷体", "STKaiti", "楷体-简", "Kaiti SC")),
    Design(KAITI, ("霞鹜文楷", "LXGW WenKai", "LXGWWenKai-Regular", "霞鹜文楷 GB", "LXGW WenKai GB")),
    Design(KAITI, ("FandolKai", "FandolKai-Regular")),
    Design(KAITI, ("AR PL KaitiM GB", "AR PL UKai CN")),
    Design(HEITI, ("黑体", "SimHei")),
    Design(HEITI, ("方正黑体_GBK", "方正黑体简体", "方正黑体", "FZHei-B01", "FZHei-B01S", "FZHTK--GBK1-0",
                   "FZHTJW--GB1-0")),
    Design(HEITI, ("华文黑体", "STHeiti", "黑体-简", "Heiti SC")),
    Design(HEITI, ("FandolHei", "FandolHei-Regular")),
    Design(SONGTI, ("宋体", "SimSun")),
    Design(SONGTI, ("新宋体", "NSimSun")),
    Design(SONGTI, ("方正书宋_GBK", "方正书宋简体", "方正书宋", "FZShuSong-Z01", "FZShuSong-Z01S", "FZSSK--GBK1-0",
                    "FZSSJW--GB1-0")),
    Design(SONGTI, ("华文宋体", "STSong", "宋体-简", "Songti SC")),
    Design(SONGTI, ("FandolSong", "FandolSong-Regular")),
    Design(SONGTI, ("AR PL SungtiL GB", "AR PL UMing CN")),
    Design(SONGTI, ("Noto Serif SC", "NotoSerifSC-Regular", "Noto Serif CJK SC", "思源宋体", "Source Han Serif SC"),
           rare=True),
    Design(HEITI, ("Noto Sans SC", "NotoSansSC-Regular", "Noto Sans CJK SC", "思源黑体", "Source Han Sans SC"),
           rare=True),
)

MARKS = (
    (XIAOBIAOSONG, ("小标宋", "xiaobiaosong")),
    (FANGSONG, ("仿宋", "fangsong")),
    (KAITI, ("楷", "kaiti", "wenkai")),
    (HEITI, ("黑", "圆", "等线", "苹方", "hei", "sans", "gothic", "dengxian", "pingfang", "arial", "calibri",
             "helvetica", "segoe", "tahoma", "verdana")),
)
"""What in a name betrays the class, looked for in this order; names without a mark are taken for 宋体."""
# fmt: on


def fold(name: str) -> str:
    """The form in which names are compared: no spaces, no case, no full-width Latin, no `@` of vertical writing."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split()).removeprefix("@")


DESIGN_OF = {fold(name): design for design in reversed(DESIGNS) for name in design.names}
TYPEFACE_OF = {typeface.name: typeface for typeface in TYPEFACES}


def class_of(name: str) -> str | None:
    """The class of a known name; None for a name that belongs to no class."""
    design = DESIGN_OF.get(fold(name))
    return design.typeface if design else None


def likely_class(name: str) -> str:
    """The class that suits any name best: its own, else the one its wording betrays, else 宋体."""
    folded = fold(name)
    guesses = (typeface for typeface, marks in MARKS if any(mark in folded for mark in marks))
    return class_of(name) or next(guesses, SONGTI)
