"""Take folders, give an entry for every font in them; what was read once is remembered in a file.

A font file is opened only when its path, time or size is new.
"""

from __future__ import annotations

import contextlib
import json
import os
import struct
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from fontTools.ttLib import TTCollection, TTFont, TTLibError
from msgspec import Struct
from msgspec.structs import astuple

from docgen.fontfile import open_font
from docgen.typefaces.folders import write_whole
from docgen.typefaces.line import east_asian_line

SUFFIXES = (".ttf", ".ttc", ".otf", ".otc")
COLLECTION_MARK = b"ttcf"
INDEX_VERSION = 2

FAMILY_IDS = (16, 1)
"""Name identifiers of the typographic family and the family of four (OpenType `name`)."""
FULL_IDS = (4, 6)
"""Name identifiers of the full name and the PostScript name (OpenType `name`)."""
SELECTED_ITALIC = 0x01
SELECTED_BOLD = 0x20
"""Bits 0 and 5 of `fsSelection` (OpenType `OS/2`)."""
MAC_BOLD = 0x01
MAC_ITALIC = 0x02
"""Bits 0 and 1 of `macStyle` (OpenType `head`)."""
USAGE = 0x000F
RESTRICTED = 0x0002
NO_SUBSETTING = 0x0100
BITMAP_ONLY = 0x0200
"""Bits of `fsType` (OpenType `OS/2`), where the licence says what may be embedded; docgen embeds subsets."""
REGULAR_WEIGHT = 400
"""`usWeightClass` of a regular face (OpenType `OS/2`)."""
EAST_ASIAN_PAGES = 0b1111 << 17
"""Bits 17 to 20 of `ulCodePageRange1` (OpenType `OS/2`): Japanese, simplified and traditional Chinese, Korean."""
HAN = ("\u4e00", "\u9fff")

UNREADABLE = (TTLibError, OSError, EOFError, struct.error, AssertionError, LookupError, ValueError, TypeError)
"""What the font libraries raise on files that are no fonts, cut short or wrongly made."""


class Entry(Struct, frozen=True):
    """One font of a font file.

    Attributes:
        path, index: the file, and which font of a collection.
        families: its family names in all languages, Chinese first.
        fulls: its full and PostScript names in all languages.
        truetype: whether its outlines are quadratic (`glyf`), the only ones that can be embedded.
        embeddable: whether its licence (`fsType`) permits embedding and its tables are whole.
        bold, italic, weight: its cut.
        above, below: what a line takes on either side of its baseline, in ems.
    """

    path: str
    index: int
    families: tuple[str, ...]
    fulls: tuple[str, ...]
    truetype: bool
    embeddable: bool
    bold: bool
    italic: bool
    weight: int
    above: float
    below: float

    @property
    def label(self) -> str:
        """Family and cut, for people."""
        words = (self.families[0], "Bold" if self.bold else "", "Italic" if self.italic else "")
        return " ".join(word for word in words if word)


class Sheet(Struct, frozen=True):
    """What is remembered of one file; `fonts` is empty for a file that could not be read."""

    time: int
    size: int
    fonts: tuple[Entry, ...]


def index_fonts(folders: Sequence[Path], memory: Path) -> tuple[Entry, ...]:
    """Every readable font below the folders, remembered in the folder `memory`."""
    file = memory / f"fonts-{_checksum(folders):08x}.json"
    known = _recall(file)
    sheets = {path: _sheet(path, stat, known.get(path)) for path, stat in _font_files(folders)}
    if sheets != known:
        # Not remembering costs time only, and a folder that cannot be written is no reason to stop.
        with contextlib.suppress(OSError):
            write_whole(file, _dump(sheets))
    return tuple(entry for sheet in sheets.values() for entry in sheet.fonts)


def read_fonts(path: str) -> tuple[Entry, ...]:
    """The fonts of one file; none if it is no readable font file."""
    try:
        # fontTools leaves a file open that it opened itself and then finds wanting.
        with open(path, "rb") as file:
            return tuple(_entry(file, path, number) for number in range(_size(file)))
    except UNREADABLE:
        return ()


def _checksum(folders: Sequence[Path]) -> int:
    return zlib.crc32(os.fsencode(os.pathsep.join(map(str, folders))))


def _font_files(folders: Sequence[Path]) -> Iterator[tuple[str, os.stat_result]]:
    for folder in folders:
        for parent, subfolders, names in os.walk(folder):
            subfolders.sort()
            for name in sorted(names):
                if name.lower().endswith(SUFFIXES):
                    path = os.path.join(parent, name)
                    with contextlib.suppress(OSError):
                        yield path, os.stat(path)


def _sheet(path: str, stat: os.stat_result, known: Sheet | None) -> Sheet:
    if known and (known.time, known.size) == (stat.st_mtime_ns, stat.st_size):
        return known
    return Sheet(stat.st_mtime_ns, stat.st_size, read_fonts(path))


def _size(file: BinaryIO) -> int:
    """How many fonts the file holds."""
    mark = file.read(len(COLLECTION_MARK))
    file.seek(0)
    return len(TTCollection(file, lazy=True).fonts) if mark == COLLECTION_MARK else 1


def _entry(file: BinaryIO, path: str, number: int) -> Entry:
    file.seek(0)
    font = TTFont(file, lazy=True, fontNumber=number)
    style, metrics = font["head"].macStyle, font["OS/2"]
    truetype = "glyf" in font
    above, below = _line(font)
    return Entry(
        path=path,
        index=number,
        families=_names(font, FAMILY_IDS),
        fulls=_names(font, FULL_IDS),
        truetype=truetype,
        embeddable=truetype and _is_permitted(metrics.fsType) and _is_loadable(path, number),
        bold=bool(metrics.fsSelection & SELECTED_BOLD or style & MAC_BOLD),
        italic=bool(metrics.fsSelection & SELECTED_ITALIC or style & MAC_ITALIC),
        weight=metrics.usWeightClass,
        above=above,
        below=below,
    )


def _line(font: TTFont) -> tuple[float, float]:
    """The line of a font: with leading all around for Chinese, Japanese and Korean, else with its line gap above."""
    head, em = font["hhea"], font["head"].unitsPerEm
    above, below = head.ascent / em, -head.descent / em
    if getattr(font["OS/2"], "ulCodePageRange1", 0) & EAST_ASIAN_PAGES:
        return east_asian_line(above, below)
    return above + head.lineGap / em, below


def _names(font: TTFont, identifiers: tuple[int, ...]) -> tuple[str, ...]:
    records = [record for number in identifiers for record in font["name"].names if record.nameID == number]
    names = dict.fromkeys(record.toUnicode(errors="replace").strip() for record in records)
    found = sorted((name for name in names if name), key=lambda name: not _is_chinese(name))
    if not found:
        raise TTLibError("a font without a name")
    return tuple(found)


def _is_chinese(name: str) -> bool:
    return any(HAN[0] <= character <= HAN[1] for character in name)


def _is_permitted(licence: int) -> bool:
    return licence & USAGE != RESTRICTED and not licence & (NO_SUBSETTING | BITMAP_ONLY)


def _is_loadable(path: str, number: int) -> bool:
    """Whether the tables are there that measuring and embedding need."""
    try:
        open_font(path, number)
    except UNREADABLE:
        return False
    return True


def _recall(file: Path) -> dict[str, Sheet]:
    try:
        data = json.loads(file.read_bytes())
        if data["version"] != INDEX_VERSION:
            return {}
        return {path: Sheet(time, size, _entries(path, fonts)) for path, (time, size, fonts) in data["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _row(font: Entry) -> tuple[object, ...]:
    """An entry without its path, which is the key."""
    return astuple(font)[1:]


def _entries(path: str, rows: list[list[object]]) -> tuple[Entry, ...]:
    return tuple(Entry(path, *(tuple(cell) if isinstance(cell, list) else cell for cell in row)) for row in rows)  # type: ignore[arg-type]


def _dump(sheets: dict[str, Sheet]) -> bytes:
    files = {path: (sheet.time, sheet.size, list(map(_row, sheet.fonts))) for path, sheet in sheets.items()}
    return json.dumps({"version": INDEX_VERSION, "files": files}).encode()
