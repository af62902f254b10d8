"""Take lines, give the members of a 名单: label, name and post, as docgen sets them or as clerks align them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from docgen.content import Member
from docgen.load.characters import tidy, without_spaces
from docgen.load.elements import joined_name
from docgen.recover.pieces import Line

ROSTER_STYLE = "名单"

LABELS = (
    "组\\s*长|副\\s*组\\s*长|成\\s*员|主\\s*任|副\\s*主\\s*任|委\\s*员|主\\s*席|副\\s*主\\s*席|顾\\s*问|秘\\s*书\\s*长|副秘书长|"
    "总\\s*指\\s*挥|副\\s*总\\s*指\\s*挥|指\\s*挥\\s*长|副指挥长|召\\s*集\\s*人|负\\s*责\\s*人|联\\s*络\\s*员|主\\s*编|副\\s*主\\s*编|"
    "会\\s*长|副\\s*会\\s*长|理\\s*事\\s*长|理\\s*事|监\\s*事|常务副组长|常务副主任|主任委员|副主任委员|领\\s*队|教\\s*练"
)
"""What stands before people in the lists of offices."""

NAME = "[\u4e00-\u9fff]\\s{1,3}[\u4e00-\u9fff]|[\u4e00-\u9fff·]{2,12}"

FIRST = re.compile(rf"(?P<label>{LABELS})\s*[：:]\s*(?P<name>{NAME})(?:\s+(?P<post>\S.*))?")
"""The first person of a group."""

NEXT = re.compile(rf"(?P<name>{NAME})(?:\s{{2,}}|\t)(?P<post>\S.*)")
"""A further person, whose post stands well apart."""

NEXT_OF_GROUP = re.compile(rf"(?P<name>{NAME})(?:\s{{2,}}|[\t\u3000])(?P<post>\S.*)")
"""A further person below one with a label: one wide space is enough."""

SHORT_NAME = re.compile("[\u4e00-\u9fff]{2,4}")

STOPS = re.compile("[、，,；;：:。]")
"""What does not stand between names in columns."""

LEAST_NAMES = 3
"""Names on a line without posts; of two the second may be a post."""

LINE = 80
"""Characters of a person with a long post."""


def spread_names(text: str) -> tuple[str, ...]:
    """Names between spaces or 、; two characters that stand alone side by side are one name."""
    names: list[str] = []
    half = False
    for token in re.split(r"[\s、，,；;]+", text.strip()):
        if half and len(token) == 1:
            names[-1] += token
            half = False
        elif token:
            names.append(token)
            half = len(token) == 1
    return tuple(names)


def people_at(lines: Iterable[Line], *, lists: bool) -> tuple[tuple[Member, ...], int]:
    """The members that begin at the first of `lines`, and how many lines they take; none where it is no 名单.

    `lists`: a 名单 needs no label to be one.
    """
    members: list[Member] = []
    count = 0
    columns: tuple[object, ...] = ()
    for line in lines:
        if line.style:
            columns = columns or _columns(line)
            found = _set(line) if _columns(line) == columns else []
        else:
            found = _names(line) if lists else []
            found = found or _typed(line, _further(members, lists))
        if not found or (not columns and members and bool(members[-1].post) != bool(found[0].post)):
            break
        members += found
        count += 1
    return (tuple(members), count) if len(members) > 1 or columns else ((), 0)


def _columns(line: Line) -> tuple[object, ...]:
    """What the lines of a 名单 have in common as docgen sets them."""
    return (line.style, line.look.tabs, line.look.left)


def _set(line: Line) -> list[Member]:
    """The members of a line as docgen sets it: columns stand behind tabs (fill/rosters)."""
    cells = line.raw.split("\t")
    label = ""
    labelled = not cells[0].strip() or (cells[0].rstrip().endswith("：") and len(cells) > 1)
    if labelled:
        label, cells = without_spaces(cells[0]).removesuffix("："), cells[1:]
    places = line.look.tabs
    # With posts the text goes on under the last tab stop (the post), without under the first name.
    with_posts = len(places) == (2 if labelled else 1) and abs(line.look.left - places[-1]) < 1
    if with_posts and not cells[0].strip():
        return []
    if with_posts:
        return [Member(label, joined_name(tidy(cells[0])), tidy(cells[1]) if len(cells) > 1 else "")]
    names = [joined_name(tidy(cell)) for cell in cells if cell.strip()]
    return [Member(label if at == 0 else "", name) for at, name in enumerate(names)]


def _names(line: Line) -> list[Member]:
    """The people of a line that holds nothing but names."""
    names = spread_names(line.text) if len(line.text) <= LINE and not STOPS.search(line.text) else ()
    if len(names) < LEAST_NAMES or not all(SHORT_NAME.fullmatch(name) for name in names):
        return []
    return [Member("", name) for name in names]


def _further(members: list[Member], lists: bool) -> re.Pattern[str] | None:
    """How the next person may be written who has no label; None where a list begins with one."""
    if members and members[0].label:
        return NEXT_OF_GROUP
    return NEXT if members or lists else None


def _typed(line: Line, further: re.Pattern[str] | None) -> list[Member]:
    """A person as clerks align them with spaces; none where the line is something else."""
    text = line.text if len(line.text) <= LINE else ""
    found = FIRST.fullmatch(text)
    if found is None and further is not None:
        found = further.fullmatch(text)
    if found is None or "。" in text:
        return []
    label = without_spaces(found["label"]) if "label" in found.re.groupindex else ""
    post = tidy(found["post"] or "")
    if re.match("[\u4e00-\u9fff]\\s|[、，]", post) or "、" in (post[:4] if not label else ""):
        return []
    return [Member(label, without_spaces(found["name"]), post)]
