"""Take the sections below the labels of a document and its 附件说明, give the 附件: forms, or texts with titles."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.content import Attachment, NewPage
from docgen.load.characters import tidy
from docgen.load.levels import paragraph
from docgen.recover.blocks import blocks_at, placed_blocks
from docgen.recover.contentfile import Where
from docgen.recover.findings import Findings
from docgen.recover.head import TITLE_SIZE
from docgen.recover.labels import Section
from docgen.recover.notes import Listed
from docgen.recover.pieces import Line, Piece, lines_in
from docgen.recover.signs import ENDS_TITLE, STOPS, same_title
from docgen.recover.titles import TITLE_LINE, TITLE_LINES, ending, leading, lines_of_title

TITLE_STYLE = "附件标题"

FORM_OVERLAP = 0.5
"""Share of a section's lines that stand in a form, below which it is another table of the same name."""


def attachments_of(
    sections: Sequence[Section], listed: Sequence[Listed], found: Findings, where: Where
) -> tuple[Attachment, ...]:
    """The 附件 of a text: its sections, then what the 附件说明 lists without one."""
    entries = _paired(sections, listed)
    made = [
        _attachment(each, entry, found, (*where, at))
        for at, (each, entry) in enumerate(zip(sections, entries, strict=True))
    ]
    missing = list(listed)
    for entry in filter(None, entries):
        missing.remove(entry)
    return (*made, *(_missing(entry, found, (*where, len(made) + at)) for at, entry in enumerate(missing)))


def _paired(sections: Sequence[Section], listed: Sequence[Listed]) -> list[Listed | None]:
    """What the 附件说明 says of each section: the same title, else the same place."""
    left = list(listed)
    entries: list[Listed | None] = []
    for section in sections:
        same = next((entry for entry in left if _begins(section, entry)), None)
        entries.append(same)
        if same is not None:
            left.remove(same)
    if len(listed) != len(sections):
        return entries
    return [entry or left.pop(0) for entry in entries]


def _begins(section: Section, entry: Listed) -> bool:
    return any(same_title(title, entry.title) for title in titles_in((section,), ()))


def titles_in(sections: Sequence[Section], forms: Sequence[str]) -> tuple[str, ...]:
    """What the titles of the sections may be: their first lines, one to four of them joined; and the names of forms."""
    found = list(forms)
    for section in sections:
        lines = [piece.text for piece in section.pieces[:TITLE_LINES] if isinstance(piece, Line)]
        found += ["".join(lines[:count]) for count in range(1, len(lines) + 1)]
    return tuple(found)


def _missing(entry: Listed, found: Findings, where: Where) -> Attachment:
    """An 附件 that is listed only: its form where the office has one, else a page with its title."""
    form = next((name for name in found.house.forms if same_title(name, entry.title)), "")
    if form:
        found.note(where, entry.spot, f"附件“{entry.title}”在原文件里没有内容，用了同名的表")
        return Attachment(form, (), form)
    found.warn(where, entry.spot, f"附件“{entry.title}”在原文件里没有内容，正文处只写了“分页”，请补上")
    return Attachment(entry.title, (NewPage(),))


def _attachment(section: Section, entry: Listed | None, found: Findings, where: Where) -> Attachment:
    title, rest = _titled(section, entry, found, where)
    plain = title.replace("\n", "")
    if entry is not None and not same_title(entry.title, plain):
        found.warn((*where, "标题"), entry.spot, f"附件说明里写的是“{entry.title}”，附件的标题是“{plain}”，用了后者")
    turned = section.label.landscape
    form = next((name for name in found.house.forms if same_title(name, plain)), "")
    if form and _is_form(rest, found.house.forms[form].text):
        _tell_values(rest, form, found, where)
        return Attachment(form, (), form, turned and not found.house.forms[form].landscape)
    if not rest:
        return _missing(Listed(title, section.label.spot), found, where)
    placed = placed_blocks(rest, lists=True, turned=turned)
    return Attachment(title, blocks_at(placed, found, (*where, "正文")), "", turned)


def _titled(section: Section, entry: Listed | None, found: Findings, where: Where) -> tuple[str, tuple[Piece, ...]]:
    """The title of a section, and what stands below it."""
    lines = lines_of_title(section.pieces)
    count = leading(lines, _is_styled) or _known(lines, entry, found) or leading(lines, _is_set)
    count = count or ending(lines, _ends)
    if not count and (count := _short(lines)):
        title = "".join(line.text for line in lines[:count])
        found.warn((*where, "标题"), lines[0].spot, f"附件的标题没有把握，用了“{title}”")
    if count:
        return "\n".join(line.text for line in lines[:count]), section.pieces[count:]
    title = entry.title if entry is not None else section.label.text
    found.warn((*where, "标题"), section.label.spot, f"附件没有标题，用了“{title}”")
    return tidy(title), section.pieces


def _is_styled(line: Line) -> bool:
    return line.style == TITLE_STYLE


def _known(lines: Sequence[Line], entry: Listed | None, found: Findings) -> int:
    """The lines that together are the title listed, or the name of a form."""
    wanted = [*found.house.forms, *([entry.title] if entry is not None else [])]
    for count in range(len(lines), 0, -1):
        joined = "".join(line.text for line in lines[:count])
        if any(same_title(joined, title) for title in wanted):
            return count
    return 0


def _is_set(line: Line) -> bool:
    """Whether a line is set as titles are."""
    return line.look.centred and line.look.size >= TITLE_SIZE


def _ends(line: Line) -> bool:
    """Whether a title ends with a line: by its words; or it stands in the middle and nothing tells its size."""
    return bool(ENDS_TITLE.search(line.bare)) or (line.look.centred and not line.look.size)


def _short(lines: Sequence[Line]) -> int:
    """The short lines at the top, if they are one or two; the first of more."""
    count = leading(lines, _may_be_title)
    return count if count <= 2 else 1


def _may_be_title(line: Line) -> bool:
    return len(line.text) <= TITLE_LINE and not STOPS.search(line.text) and paragraph(line.text).level == 0


def _is_form(pieces: Sequence[Piece], form: str) -> bool:
    """Whether a section is a form of the office, most of whose lines stand in it."""
    lines = lines_in(pieces)
    known = [line for line in lines if _stands_in(line.bare, form)]
    return not lines or len(known) >= FORM_OVERLAP * len(lines)


def _stands_in(bare: str, form: str) -> bool:
    return all(char in form for char in bare) if len(bare) <= 2 else bare in form


def _tell_values(pieces: Sequence[Piece], form: str, found: Findings, where: Where) -> None:
    """Lines of a filled form that the blank one does not have."""
    text = found.house.forms[form].text
    words = (word for line in lines_in(pieces) for word in line.text.split())
    other = [word for word in words if not _stands_in(word, text)]
    if other:
        spot = pieces[0].spot
        found.warn((*where, "表格"), spot, f"用了空白表“{form}”，原文件里这些字表里没有：{' '.join(other)}")
