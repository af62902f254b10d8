"""Take DOCX files, give a folder of fonts in which every typeface name they use is served by docgen's font for it.

LibreOffice reads family names from the font files themselves, so an alias in fontconfig gives it the regular cut of
FandolSong for 小标宋 that FandolSong Bold should serve. A copy under the very name leaves nothing to guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from zipfile import ZipFile

from fontTools.ttLib import TTFont, newTable

from docgen.page import Face
from docgen.typefaces import Typefaces, find_typefaces

NAMING_TAG = re.compile(r"<w:rFonts\b[^>]*>|<a:(?:latin|ea|font script=\"(?:Hans|Hant|Jpan|Hang)\") [^>]*>")
"""Where runs and styles (ECMA-376 Part 1, 17.3.2.26) and the theme (20.1.4.1) name typefaces."""

NAME = re.compile(r'\b(?:ascii|hAnsi|eastAsia|cs|typeface)="([^"]+)"')

FONT_NAME_PARTS = (1, 2, 3, 4, 16, 17, 21, 22, 25)
"""Name records that carry family or style (OpenType `name`); the PostScript name (6) stays, to be recognised by."""

WINDOWS, UNICODE = 3, 1
LANGUAGES = (0x409, 0x804)
"""English and Chinese in Windows name records."""

REGULAR, BOLD = (400, 0x40), (700, 0x20)
"""`usWeightClass` and `fsSelection` (OpenType `OS/2`)."""

VERTICAL_HEADER = dict.fromkeys(
    (
        "lineGap minTopSideBearing minBottomSideBearing yMaxExtent caretSlopeRise caretSlopeRun caretOffset "
        "reserved1 reserved2 reserved3 reserved4 metricDataFormat"
    ).split(),
    0,
) | {"tableVersion": 0x00010000, "numberOfVMetrics": 0}
"""What no program that draws text asks of `vhea`."""

CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


def typeface_names(documents: Iterable[Path]) -> list[str]:
    """All names of typefaces in the XML parts of some DOCX files."""
    texts = (text for document in documents for text in _xml_parts(document))
    tags = (tag for text in texts for tag in NAMING_TAG.findall(text))
    return sorted({unescape(name) for tag in tags for name in NAME.findall(tag)})


def _xml_parts(document: Path) -> Iterator[str]:
    with ZipFile(document) as package:
        for part in package.namelist():
            if part.endswith(".xml"):
                yield package.read(part).decode("utf-8", "replace")


def write_fonts(documents: Iterable[Path], folder: Path) -> Path:
    """Fill `folder` with fonts for some DOCX files; give the fontconfig file that knows no others."""
    fonts = folder / "fonts"
    fonts.mkdir(parents=True)
    typefaces = find_typefaces()
    for number, name in enumerate(typeface_names(documents)):
        _write_name(typefaces, name, fonts / f"{number}")
    configuration = folder / "fonts.conf"
    configuration.write_text(CONFIGURATION.format(fonts=fonts, cache=folder / "cache"), "utf-8")
    return configuration


def _write_name(typefaces: Typefaces, name: str, target: Path) -> None:
    """The regular face of a name, its bold one if there is one, and the faces for characters that it lacks."""
    served = typefaces.serve(name)
    regular, *others = served.faces
    write_renamed(regular, name, served.line, target.with_suffix(".ttf"))
    bold = typefaces.serve(name, bold=True)
    if not bold.bold and bold.faces[0] != regular:
        write_renamed(bold.faces[0], name, bold.line, target.with_suffix(".bold.ttf"), bold=True)
    for other in others:
        link = target.parent / Path(other.path).name
        if not link.exists():
            link.symlink_to(other.path)


def write_renamed(face: Face, family: str, line: tuple[float, float], target: Path, *, bold: bool = False) -> None:
    """Copy a font under another family name, with the ascent and descent (in ems) that docgen gives its lines."""
    with TTFont(face.path, lazy=True, fontNumber=face.index) as font:
        names = font["name"]
        for part in FONT_NAME_PARTS:
            names.removeNames(nameID=part)
        for language in LANGUAGES:
            for part, text in ((1, family), (2, "Bold" if bold else "Regular"), (4, family)):
                names.setName(text, part, WINDOWS, UNICODE, language)
        font["OS/2"].usWeightClass, font["OS/2"].fsSelection = BOLD if bold else REGULAR
        font["head"].macStyle = int(bold)
        _set_line(font, line)
        font.save(target)


def _set_line(font: TTFont, line: tuple[float, float]) -> None:
    """Make all three pairs of ascent and descent alike, so that nothing depends on which one a program takes.

    Without vertical metrics HarfBuzz would make characters of vertical text as tall as a line.
    """
    em = font["head"].unitsPerEm
    above, below = (round(ems * em) for ems in line)
    head, metrics = font["hhea"], font["OS/2"]
    if "vmtx" not in font:
        _add_vertical_metrics(font, em, head.ascent)
    head.ascent, head.descent, head.lineGap = above, -below, 0
    metrics.sTypoAscender, metrics.sTypoDescender, metrics.sTypoLineGap = above, -below, 0
    metrics.usWinAscent, metrics.usWinDescent = above, below


def _add_vertical_metrics(font: TTFont, em: int, origin: int) -> None:
    """Every glyph an em tall, its origin so far above the baseline (OpenType `vhea`, `vmtx`, `VORG`)."""
    font["vhea"], font["vmtx"], font["VORG"] = (newTable(tag) for tag in ("vhea", "vmtx", "VORG"))
    vars(font["vhea"]).update(VERTICAL_HEADER, ascent=em // 2, descent=-em // 2, advanceHeightMax=em)
    font["vmtx"].metrics = dict.fromkeys(font.getGlyphOrder(), (em, 0))
    vars(font["VORG"]).update(majorVersion=1, minorVersion=0, defaultVertOriginY=origin, VOriginRecords={})
