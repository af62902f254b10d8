"""Take a 名单, give its lines: label, name and post in columns; names without posts several to a line.

Two-character names are spread to three, so that columns align (practice: 姓名对齐). A name is never divided.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil

from msgspec import Struct, field

from docgen.content import Member, Roster
from docgen.fill.paragraphs import INDENT, Stylist, plain, spread
from docgen.units import twips_from_points

CLEARANCE = 2.0
"""Points between a label and its column, so that rounding never pushes a name past its tab stop."""
GAP = 1.0
"""Characters between a name and its post."""
NAMES_APART = 2
"""Characters between the names of a line."""
USUAL_NAME = 4
"""Chinese names have four characters at most; a longer one (阿卜杜拉·买买提) takes as many columns as it needs."""


class Line(Struct):
    """Names that share a line behind a label; `filled` counts the columns that they take."""

    label: str = ""
    names: list[str] = field(default_factory=list)
    filled: int = 0


def roster(block: Roster, stylist: Stylist) -> Iterator[str]:
    """The paragraphs of a 名单."""
    labels = max((len(_label(member)) for member in block.members), default=0)
    name_at = INDENT * stylist.size + labels * stylist.advance + (CLEARANCE if labels else 0.0)
    if any(member.post for member in block.members):
        yield from _with_posts(block, name_at, stylist)
    else:
        yield from _names_only(block, name_at, stylist)


def _label(member: Member) -> str:
    return f"{spread(member.label)}：" if member.label else ""


def _with_posts(block: Roster, name_at: float, stylist: Stylist) -> Iterator[str]:
    """One person a line; a post too long for it goes on under its beginning."""
    names = max(len(spread(member.name)) for member in block.members)
    post_at = name_at + (names + GAP) * stylist.advance
    labelled = any(member.label for member in block.members)
    direct = _stops((name_at, post_at) if labelled else (post_at,), post_at, stylist)
    for member in block.members:
        cells = ((_label(member),) if labelled else ()) + (spread(member.name), member.post)
        yield plain("名单", "\t".join(cells).rstrip("\t"), stylist, direct)


def _names_only(block: Roster, name_at: float, stylist: Stylist) -> Iterator[str]:
    """As many names a line as it holds; a label begins a line."""
    usual = [len(spread(member.name)) for member in block.members if len(member.name) <= USUAL_NAME]
    column = (max(usual, default=USUAL_NAME) + NAMES_APART) * stylist.advance
    room = stylist.measure - name_at + NAMES_APART * stylist.advance
    count = max(1, int(room // column))
    labelled = any(member.label for member in block.members)
    places = [name_at + at * column for at in range(count)]
    direct = _stops(places if labelled else places[1:], name_at, stylist)
    for line in _lines(block.members, count, column / stylist.advance):
        yield plain("名单", "\t".join(((line.label,) if labelled else ()) + tuple(line.names)), stylist, direct)


def _lines(members: Iterable[Member], count: int, column: float) -> Iterator[Line]:
    """Names dealt out over `count` columns, each `column` characters wide."""
    line = Line()
    for member in members:
        name = spread(member.name)
        needed = min(count, ceil((len(name) + GAP) / column))
        if line.names and (member.label or line.filled + needed > count):
            yield line
            line = Line()
        line.label = line.label or _label(member)
        line.names.append(name)
        line.filled += needed
    yield line


def _stops(places: Iterable[float], hanging: float, stylist: Stylist) -> str:
    """Tab stops, and the indent under which a long line goes on."""
    stops = "".join(f'<w:tab w:val="left" w:pos="{twips_from_points(at)}"/>' for at in places)
    left, indent = twips_from_points(hanging), twips_from_points(INDENT * stylist.size)
    tabs = f"<w:tabs>{stops}</w:tabs>" if stops else ""
    return f'{tabs}<w:ind w:left="{left}" w:firstLineChars="0" w:hanging="{left - indent}"/>'
