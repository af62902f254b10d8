"""Take two PDFs of one document, give how far they agree: pages, texts of lines, places of baselines."""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise, zip_longest
from pathlib import Path
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

ROW_GAP = 2.0
"""Points between baselines that make two rows: more than any rounding, less than any line pitch."""

LEVEL = 1.0
"""Points by which the baselines of one line may differ: a third of a millimetre."""

LEADER = re.compile(r"([.\-_·])\1{4,}")
"""Signs that fill the room before a tab stop: characters to one program, a rule to the other."""

RADICALS = range(0x2F00, 0x2FD6)
"""Kangxi radicals: a PDF may name the glyph of 一 U+4E00 after the radical ⼀ U+2F00 that looks the same."""

SUBSET_TAG = re.compile(r"^[A-Z]{6}\+")
"""What stands before the name of a font of which only a part is embedded (ISO 32000-1, 9.6.4)."""

HYPHEN_AT_LINE_END = "\x02"
"""What PDFium makes of a hyphen that ends a line."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A character on paper: `along` its writing direction, `down` the page across it, `angle` in degrees."""

    char: str
    along: float
    down: float
    angle: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """The characters on one baseline of a page, cells of a table included, in writing direction."""

    page: int
    marks: tuple[Mark, ...]

    @property
    def text(self) -> str:
        """The characters without spaces and leaders: whether a gap is a space or a shift is not seen on paper."""
        return LEADER.sub("", "".join(mark.char for mark in self.marks))

    @property
    def baseline(self) -> float:
        """Distance from the upper edge of the page."""
        return median(mark.down for mark in self.marks)

    @property
    def start(self) -> float:
        """Left end."""
        return self.marks[0].along


@dataclass(frozen=True, slots=True)
class Pair:
    """A line that both PDFs have on the same page."""

    ours: Line
    theirs: Line

    @property
    def lower(self) -> float:
        """How many points our baseline lies below theirs."""
        return self.ours.baseline - self.theirs.baseline

    @property
    def further(self) -> float:
        """How many points our line starts right of theirs."""
        return self.ours.start - self.theirs.start


@dataclass(frozen=True, slots=True)
class Comparison:
    """How far two PDFs agree."""

    our_pages: int
    their_pages: int
    pairs: tuple[Pair, ...]
    only_ours: tuple[Line, ...]
    only_theirs: tuple[Line, ...]
    our_fonts: frozenset[str]
    their_fonts: frozenset[str]

    @property
    def foreign(self) -> int:
        """Lines that only the one PDF has, counted in the one that has more of them."""
        return max(len(self.only_ours), len(self.only_theirs))

    @property
    def lines(self) -> int:
        """Lines of the PDF that has more."""
        return len(self.pairs) + self.foreign

    @property
    def level(self) -> int:
        """Equal lines whose baselines agree within `LEVEL`."""
        return sum(abs(pair.lower) <= LEVEL for pair in self.pairs)

    @property
    def displaced(self) -> int:
        """Equal lines whose baselines do not."""
        return len(self.pairs) - self.level

    @property
    def worst(self) -> list[str]:
        """What differs, in words: fonts, foreign lines in page order, then displaced lines, the furthest first."""
        fonts = self.our_fonts ^ self.their_fonts
        foreign = [(line, "docgen") for line in self.only_ours] + [(line, "LibreOffice") for line in self.only_theirs]
        foreign.sort(key=lambda found: (found[0].page, found[0].baseline))
        displaced = sorted(
            (pair for pair in self.pairs if abs(pair.lower) > LEVEL), key=lambda pair: abs(pair.lower), reverse=True
        )
        return [
            *(f"字体只在 {'docgen' if font in self.our_fonts else 'LibreOffice'}：{font}" for font in sorted(fonts)),
            *(f"第{line.page}页 {line.baseline:.1f} 只在 {whose}：{line.text}" for line, whose in foreign),
            *(f"第{p.ours.page}页 低 {p.lower:+.2f} 右 {p.further:+.2f}：{p.ours.text}" for p in displaced),
        ]


def compare(ours: Path | bytes, theirs: Path | bytes) -> Comparison:
    """Compare two PDFs page by page.

    Pages without a mark are counted, but have nothing to compare: LibreOffice leaves out those that stand empty before
    a section on an odd page.
    """
    our_pages, their_pages = list(marks_of(ours)), list(marks_of(theirs))
    filled = (filter(None, pages) for pages in (our_pages, their_pages))
    pairs: list[Pair] = []
    only_ours: list[Line] = []
    only_theirs: list[Line] = []
    for number, (our_marks, their_marks) in enumerate(zip_longest(*filled, fillvalue=()), 1):
        same, mine, other = match(lines_of(number, our_marks), lines_of(number, their_marks))
        more, mine, other = match_in_common_rows(mine, other)
        pairs += same + more
        only_ours += mine
        only_theirs += other
    return Comparison(
        our_pages=len(our_pages),
        their_pages=len(their_pages),
        pairs=tuple(pairs),
        only_ours=tuple(only_ours),
        only_theirs=tuple(only_theirs),
        our_fonts=fonts_of(ours),
        their_fonts=fonts_of(theirs),
    )


def fonts_of(pdf: Path | bytes) -> frozenset[str]:
    """PostScript names of the fonts that text is set in."""
    with pypdfium2.PdfDocument(pdf) as document:
        texts = (text for page in document for text in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT]))
        return frozenset(SUBSET_TAG.sub("", text.get_font().get_base_name()) for text in texts)


def marks_of(pdf: Path | bytes) -> Iterator[tuple[Mark, ...]]:
    """The characters of each page that leave ink."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text, height = page.get_textpage(), page.get_height()
            indices = range(pdfium.FPDFText_CountChars(text))
            marks = (_mark(text, index, height) for index in indices if pdfium.FPDFText_IsGenerated(text, index) != 1)
            yield tuple(mark for mark in marks if not mark.char.isspace())


def _mark(text: pypdfium2.PdfTextPage, index: int, height: float) -> Mark:
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_MATRIX()
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    # FPDFText_GetCharAngle takes the slope of an oblique face for a turn; the image of the x axis does not.
    angle = math.atan2(matrix.b, matrix.a)
    along = x.value * math.cos(angle) + y.value * math.sin(angle)
    across = y.value * math.cos(angle) - x.value * math.sin(angle)
    char = plain(chr(pdfium.FPDFText_GetUnicode(text, index)))
    return Mark(char, along, height - across, round(math.degrees(angle)))


def plain(char: str) -> str:
    """The form in which a character is compared."""
    if char == HYPHEN_AT_LINE_END:
        return "-"
    return unicodedata.normalize("NFKC", char) if ord(char) in RADICALS else char


def lines_of(page: int, marks: Sequence[Mark]) -> list[Line]:
    """The lines of a page from top to bottom, turned ones after the others."""
    rows = _rows(marks, _borders(marks))
    return [_line(page, rows[row]) for row in sorted(rows)]


def match(ours: Sequence[Line], theirs: Sequence[Line]) -> tuple[list[Pair], list[Line], list[Line]]:
    """Lines of equal text in equal order, and the lines of either side that have no partner."""
    matcher = SequenceMatcher(None, [line.text for line in ours], [line.text for line in theirs], autojunk=False)
    pairs: list[Pair] = []
    only_ours: list[Line] = []
    only_theirs: list[Line] = []
    for verb, start, end, their_start, their_end in matcher.get_opcodes():
        if verb == "equal":
            pairs += map(Pair, ours[start:end], theirs[their_start:their_end])
        else:
            only_ours += ours[start:end]
            only_theirs += theirs[their_start:their_end]
    return pairs, only_ours, only_theirs


def match_in_common_rows(ours: Sequence[Line], theirs: Sequence[Line]) -> tuple[list[Pair], list[Line], list[Line]]:
    """The same for lines of one page cut anew, where both PDFs together leave a gap.

    Cells whose baselines differ by nearly `ROW_GAP` may else be one line here and two there for a rounding.
    """
    page = next((line.page for line in (*ours, *theirs)), 0)
    our_marks, their_marks = ([mark for line in lines for mark in line.marks] for lines in (ours, theirs))
    borders = _borders(our_marks + their_marks)
    mine = {row: _line(page, marks) for row, marks in _rows(our_marks, borders).items()}
    others = {row: _line(page, marks) for row, marks in _rows(their_marks, borders).items()}
    same = {row for row in mine.keys() & others.keys() if mine[row].text == others[row].text}
    return (
        [Pair(mine[row], others[row]) for row in sorted(same)],
        [mine[row] for row in sorted(mine.keys() - same)],
        [others[row] for row in sorted(others.keys() - same)],
    )


def _borders(marks: Sequence[Mark]) -> list[tuple[int, float]]:
    """Angle and height where each row but the first begins."""
    places = sorted((mark.angle, mark.down) for mark in marks)
    return [lower for upper, lower in pairwise(places) if upper[0] != lower[0] or lower[1] - upper[1] > ROW_GAP]


def _rows(marks: Sequence[Mark], borders: list[tuple[int, float]]) -> dict[int, list[Mark]]:
    rows: dict[int, list[Mark]] = {}
    for mark in marks:
        rows.setdefault(bisect(borders, (mark.angle, mark.down)), []).append(mark)
    return rows


def _line(page: int, marks: Sequence[Mark]) -> Line:
    return Line(page, tuple(sorted(marks, key=lambda mark: mark.along)))
