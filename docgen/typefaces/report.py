"""Take the typefaces of a machine, give one row for each class: which file serves it, why, and how much it covers."""

from __future__ import annotations

from functools import cache

from fontTools.ttLib import TTFont
from msgspec import Struct

from docgen.page import Face
from docgen.typefaces.catalogue import DESIGNS, TYPEFACES
from docgen.typefaces.serve import Served, Typefaces

HAN_ROWS = range(0xB0, 0xF8)
HAN_CELLS = range(0xA1, 0xFF)
"""Lead and trail bytes of the Chinese characters of GB/T 2312 (rows 16 to 87)."""
RARE = "生僻字"


class Row(Struct, frozen=True):
    """What serves one class.

    Attributes:
        typeface: the class, or 生僻字 for a face that serves single characters the others lack.
        asked: the names documents ask for.
        face, path, index: the font that serves the first of them.
        exact, alike, why: see `Served`.
        characters: how many characters of any script the face holds.
        covered: how many of the 6763 Chinese characters of GB/T 2312.
    """

    typeface: str
    asked: tuple[str, ...]
    face: str
    path: str
    index: int
    exact: bool
    alike: bool
    why: str
    characters: int
    covered: int


def report(typefaces: Typefaces) -> tuple[Row, ...]:
    """The five classes in their order, then the faces for rare characters that the machine has."""
    classes = [_row(typeface.name, typeface.asked, typefaces.serve(typeface.asked[0])) for typeface in TYPEFACES]
    rare = [design.names[:1] for design in DESIGNS if design.rare and typefaces.pick(design.names)]
    return (*classes, *(_row(RARE, names, typefaces.serve(names[0])) for names in rare))


def faces_in_use(typefaces: Typefaces) -> tuple[Face, ...]:
    """The faces that serve documents: where they change, pages do."""
    return tuple(face for typeface in TYPEFACES for face in typefaces.serve(typeface.asked[0]).faces)


def _row(typeface: str, asked: tuple[str, ...], served: Served) -> Row:
    face = served.faces[0]
    characters = _characters(face)
    return Row(
        typeface=typeface,
        asked=asked,
        face=face.name,
        path=face.path,
        index=face.index,
        exact=served.exact,
        alike=served.alike,
        why=served.why,
        characters=len(characters),
        covered=len(gb2312() & characters),
    )


@cache
def gb2312() -> frozenset[str]:
    """The 6763 Chinese characters of GB/T 2312-1980."""
    codes = (bytes((row, cell)) for row in HAN_ROWS for cell in HAN_CELLS)
    return frozenset(code.decode("gb2312", "ignore") for code in codes) - {""}


def _characters(face: Face) -> frozenset[str]:
    with TTFont(face.path, lazy=True, fontNumber=face.index) as font:
        return frozenset(map(chr, font.getBestCmap() or {}))
