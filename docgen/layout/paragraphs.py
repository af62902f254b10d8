"""Take a paragraph between its neighbours, give its bands: lines with their ties, in the frame of its borders."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from docgen.document import Border, Paragraph
from docgen.layout.bands import Band, Heading, Setting, white_between
from docgen.layout.edges import strokes, thickness
from docgen.layout.lines import Line, set_lines
from docgen.layout.spans import Column
from docgen.page import Fill, Item

UNPRINTED = str.maketrans({"\n": "", "\f": "", "\v": "", "\t": " "})
"""What the titles of bookmarks show of breaks and tabs."""

HTML_WHITE, FIXED_WHITE = 14.0, 5.0
"""Automatic white as Word sets it, and where doNotUseHTMLParagraphAutoSpacing (17.15.3) fixes it."""


class Framed(Struct, frozen=True):
    """A line with borders or shading of its paragraph, in a box from `left` to `right`; `top` is room above it."""

    line: Line
    top: float
    height: float
    left: float
    right: float
    rules: tuple[tuple[str, Border], ...]
    shade: str

    @property
    def notes(self) -> tuple[int, ...]:
        """Numbers of the notes that hang on its line."""
        return self.line.notes

    def place(self, left: float, top: float) -> Iterator[Item]:
        """Shading first, then text, then borders."""
        if self.shade:
            yield Fill(left + self.left, top, self.right - self.left, self.height, self.shade)
        yield from self.line.place(left, top + self.top)
        for side, edge in self.rules:
            yield from self._edge(side, edge, left, top)

    def split(self, room: float, forced: bool) -> tuple[()]:
        """A line is not split."""
        return ()

    def _edge(self, side: str, edge: Border, left: float, top: float) -> Iterator[Item]:
        x1, x2, foot = left + self.left, left + self.right, top + self.height
        half = thickness(edge) / 2
        ends = {
            "top": (x1, top + half, x2, top + half),
            "bottom": (x1, foot - half, x2, foot - half),
            "left": (x1 + half, top, x1 + half, foot),
            "right": (x2 - half, top, x2 - half, foot),
        }
        yield from strokes(edge, ends[side], outward=-1 if side in ("top", "left") else 1)


def paragraph_bands(
    paragraph: Paragraph, column: Column, setting: Setting, before: Paragraph | None, after: Paragraph | None
) -> list[Band]:
    """The bands of a paragraph between its neighbours (None where a table or nothing stands)."""
    lines, missing = set_lines(paragraph, column, setting.fonts, setting.fields)
    setting.missing.extend((each, paragraph.index) for each in missing)
    opened, goes_on = _same_frame(before, paragraph), _same_frame(paragraph, after)
    above, below = _white(paragraph, before, (column, setting)), _white(paragraph, after, (column, setting), below=True)
    inside = white_between(below, _white(after, paragraph, (column, setting)), setting) if after and goes_on else 0.0
    last = len(lines) - 1
    bodies = _framed(paragraph, lines, column, (opened, goes_on, inside))
    return [
        Band(
            body,
            above=0.0 if at or opened else above,
            below=0.0 if at < last or goes_on else below,
            leading=0.0 if isinstance(body, Framed) and (at < last or goes_on) else lines[at].leading,
            joined=_joined(paragraph, at, last),
            new_page=at == 0 and paragraph.format.page_break_before,
            ends_page=lines[at].ends_page,
            ends_column=lines[at].ends_column,
            heading=_heading(paragraph) if at == 0 else None,
        )
        for at, body in enumerate(bodies)
    ]


def _white(
    paragraph: Paragraph, neighbour: Paragraph | None, setting: tuple[Column, Setting], *, below: bool = False
) -> float:
    """17.3.1.33: white above or below; 17.3.1.9: contextual spacing gives it up between paragraphs of one style."""
    used, (column, common) = paragraph.format, setting
    if used.contextual_spacing and neighbour is not None and neighbour.style == paragraph.style:
        return 0.0
    if used.after_auto if below else used.before_auto:
        return FIXED_WHITE if common.adds_white else HTML_WHITE
    points, lines = (used.after, used.after_lines) if below else (used.before, used.before_lines)
    return lines * column.grid.pitch if lines and column.grid.pitch else points


def _joined(paragraph: Paragraph, at: int, last: int) -> bool:
    """17.3.1.15, 17.3.1.14, 17.3.1.44: keepNext, keepLines, and no single first or last line."""
    used = paragraph.format
    if at == last:
        return used.keep_next
    return used.keep_lines or (used.widow_control and (at == 0 or at == last - 1))


def _heading(paragraph: Paragraph) -> Heading | None:
    level = paragraph.format.outline_level
    number = paragraph.label.run.text + paragraph.label.suffix if paragraph.label is not None else ""
    title = (number + paragraph.text).translate(UNPRINTED).strip()
    return Heading(first_sentence(title), level) if level is not None and title else None


def first_sentence(text: str) -> str:
    """A run-in heading ends with its first stop."""
    return text.partition("。")[0]


def _framed(
    paragraph: Paragraph, lines: tuple[Line, ...], column: Column, shared: tuple[bool, bool, float]
) -> Iterator[Line | Framed]:
    """The lines in their frame; `shared` with the paragraph before, the one after, and the white up to that."""
    used = paragraph.format
    edges = used.edges
    if not used.shade and not _has_border(paragraph):
        yield from lines
        return
    opened, goes_on, inside = shared
    sides = [(side, edge) for side, edge in (("left", edges.left), ("right", edges.right)) if edge]
    left = used.left + min(used.first, 0.0) - _room(edges.left)
    right = column.width - used.right + _room(edges.right)
    for at, line in enumerate(lines):
        rules = list(sides)
        top, bottom = 0.0, line.leading
        if at == 0 and opened:
            top = edges.inside_h.space if edges.inside_h else 0.0
        elif at == 0 and edges.top:
            rules.append(("top", edges.top))
            top = _room(edges.top)
        if at == len(lines) - 1:
            edge = edges.inside_h if goes_on else edges.bottom
            bottom = _room(edge) + (line.leading + inside if goes_on else 0.0)
            rules.extend([("bottom", edge)] if edge else [])
        height = top + line.height + bottom
        yield Framed(line, top, height, left, right, tuple(rules), used.shade)


def _room(edge: Border | None) -> float:
    """What a border takes with its distance from the text (17.3.4)."""
    return edge.space + thickness(edge) if edge is not None else 0.0


def _same_frame(paragraph: Paragraph | None, after: Paragraph | None) -> bool:
    """17.3.1.24: neighbours with the same borders and indents share one frame."""
    if paragraph is None or after is None or not _has_border(paragraph) or after.format.page_break_before:
        return False
    ours, theirs = paragraph.format, after.format
    return (ours.edges, ours.left, ours.right) == (theirs.edges, theirs.left, theirs.right)


def _has_border(paragraph: Paragraph) -> bool:
    edges = paragraph.format.edges
    return any((edges.top, edges.bottom, edges.left, edges.right))
