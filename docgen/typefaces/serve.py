"""Take the fonts of a machine, give for any typeface name the faces that serve it, and the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import click
from msgspec import Struct

from docgen.page import Face
from docgen.typefaces.catalogue import (
    DESIGN_OF,
    DESIGNS,
    TYPEFACE_OF,
    TYPEFACES,
    XIAOBIAOSONG,
    Design,
    Typeface,
    fold,
    likely_class,
)
from docgen.typefaces.find import REGULAR_WEIGHT, Entry
from docgen.typefaces.line import named_line

BOLD_WEIGHT = 700
"""`usWeightClass` of a bold face (OpenType `OS/2`)."""
NAMES_REMEMBERED = 512
"""More than the names times cuts of any document."""
NO_FONTS = "本机没有可用的中文字体。请运行 docgen fonts install（或 make fonts）取得免费字体，或者安装办公字体。"


class MissingTypefaces(click.ClickException):
    """The machine has no Chinese face that a PDF can carry."""


class Cut(Struct, frozen=True):
    """Which face of a family is wanted."""

    bold: bool = False
    italic: bool = False


PLAIN = Cut()


class Served(Struct, frozen=True):
    """Which faces serve a name.

    Attributes:
        faces: first the one that serves the name, then those for single characters it lacks, most alike first.
        exact: the first face is the one asked for, or the same design under another name.
        why: a sentence for the clerk.
        bold, slanted: the first face has no such cut, so the writer thickens or slants it.
        bold_fallbacks: characters from the other faces have to be thickened.
        alike: the first face is at least of the class asked for; if not, the page looks wrong.
        line: what a line takes above and below its baseline, in ems: of the face named, else of the first.
    """

    faces: tuple[Face, ...]
    exact: bool
    why: str
    bold: bool = False
    slanted: bool = False
    bold_fallbacks: bool = False
    alike: bool = True
    line: tuple[float, float] = (1.0, 0.0)


class Typefaces(Struct, frozen=True, eq=False):
    """The fonts of a machine that a PDF can carry, by folded family name and by folded full name.

    `refused` are the folded names of those that it cannot carry.
    """

    families: Mapping[str, tuple[Entry, ...]]
    fulls: Mapping[str, tuple[Entry, ...]]
    refused: frozenset[str]

    def serve(self, name: str, bold: bool = False, italic: bool = False) -> Served:
        """The faces for a typeface name as it stands in a document."""
        return _serve(self, name, Cut(bold, italic))

    def pick(self, names: Sequence[str], cut: Cut = PLAIN) -> Entry | None:
        """The font that has one of the names, earlier names first, and best in the very cut."""
        keys = [fold(name) for name in names]
        return next(self._matches(keys, cut), None)

    def _matches(self, keys: list[str], cut: Cut) -> Iterator[Entry]:
        yield from self._family(keys, cut)
        yield from self._family(keys, Cut(bold=cut.bold))
        # After the families, because the full name of a regular cut is often that of its family.
        yield from (entry for key in keys for entry in self.fulls.get(key, ()))
        yield from self._family(keys, PLAIN)

    def _family(self, keys: list[str], cut: Cut) -> Iterator[Entry]:
        weight = BOLD_WEIGHT if cut.bold else REGULAR_WEIGHT
        for key in keys:
            fonts = [font for font in self.families.get(key, ()) if Cut(font.bold, font.italic) == cut]
            yield from sorted(fonts, key=lambda font: abs(font.weight - weight))


def typefaces_of(entries: Iterable[Entry]) -> Typefaces:
    """Order the embeddable ones of some fonts by their names."""
    entries = tuple(entries)
    fonts = [entry for entry in entries if entry.embeddable]
    others = [entry for entry in entries if not entry.embeddable]
    return Typefaces(
        families=_by_name((name, font) for font in fonts for name in font.families),
        fulls=_by_name((name, font) for font in fonts for name in font.fulls),
        refused=frozenset(fold(name) for font in others for name in (*font.families, *font.fulls)),
    )


def own_designs(typeface: str) -> tuple[Design, ...]:
    """The designs that may stand for a whole class."""
    return tuple(design for design in DESIGNS if design.typeface == typeface and not design.rare)


def _by_name(pairs: Iterable[tuple[str, Entry]]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, dict[Entry, None]] = {}
    for name, font in pairs:
        found.setdefault(fold(name), {})[font] = None
    return {name: tuple(fonts) for name, fonts in found.items()}


@lru_cache(maxsize=NAMES_REMEMBERED)
def _serve(typefaces: Typefaces, name: str, cut: Cut) -> Served:
    typeface = TYPEFACE_OF[likely_class(name)]
    design = DESIGN_OF.get(fold(name))
    own = typefaces.pick((name, *design.names) if design else (name,), cut)
    of_class = _present(typefaces, own_designs(typeface.name), cut)
    first = own or next(iter(of_class), None)
    fonts = tuple(dict.fromkeys((*filter(None, [first]), *_fallbacks(typefaces, typeface))))
    if not fonts:
        raise MissingTypefaces(NO_FONTS)
    heavy = cut.bold or typeface.name == XIAOBIAOSONG
    return Served(
        faces=tuple(Face(font.label, font.path, font.index) for font in fonts),
        exact=own is not None,
        why=_why(_lack(typefaces, name), name, fonts[0], own) if first else _alarm(name, fonts[0], typeface),
        bold=(cut.bold if first else heavy) and not fonts[0].bold,
        slanted=cut.italic and not fonts[0].italic,
        bold_fallbacks=heavy,
        alike=first is not None,
        line=named_line(name) or (fonts[0].above, fonts[0].below),
    )


@lru_cache(maxsize=len(TYPEFACES))
def _fallbacks(typefaces: Typefaces, typeface: Typeface) -> tuple[Entry, ...]:
    near = (typeface.name, *typeface.likeness)
    rare = sorted((design for design in DESIGNS if design.rare), key=lambda design: near.index(design.typeface))
    return (
        *_present(typefaces, own_designs(typeface.name)),
        *_present(typefaces, rare),
        *(font for other in typeface.likeness for font in _present(typefaces, own_designs(other))),
        *_others(typefaces),
    )


def _present(typefaces: Typefaces, designs: Iterable[Design], cut: Cut = PLAIN) -> list[Entry]:
    return [font for design in designs if (font := typefaces.pick(design.names, cut))]


def _others(typefaces: Typefaces) -> Iterator[Entry]:
    """The upright regular face of every family: for signs and scripts that no Chinese face has."""
    for family in sorted(typefaces.families):
        font = typefaces.pick((family,))
        if font and not font.bold and not font.italic:
            yield font


def _lack(typefaces: Typefaces, name: str) -> str:
    if fold(name) in typefaces.refused:
        return f"本机的|{name}|不能嵌入 PDF（是 PostScript 轮廓，或者许可不准）"
    return f"本机没有|{name}|"


def _why(lack: str, name: str, font: Entry, own: Entry | None) -> str:
    if own is None:
        return _set(f"{lack}，用|{font.label}|代替")
    if fold(name) in map(fold, (*font.families, *font.fulls)):
        return _set(f"本机有|{name}|")
    return _set(f"{lack}，用同一设计的|{font.label}|代替")


def _alarm(name: str, font: Entry, typeface: Typeface) -> str:
    return _set(
        f"本机没有任何{typeface.name}字体，|{name}|只得用|{font.label}|顶替，字样不对；"
        "请运行 docgen fonts install，或者安装办公字体"
    )


def _set(sentence: str) -> str:
    """Set Latin names off from the Chinese around them; names stand between bars."""
    pieces = (f" {piece} " if piece.isascii() and piece else piece for piece in sentence.split("|"))
    return "".join(pieces).replace(" ，", "，").strip()
