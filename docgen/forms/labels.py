"""Take the cells of a returned form and its anchors, give the cells of a field: beside or below those of its label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from msgspec import Struct

from docgen.document import Merge
from docgen.forms.anchors import Anchor, Anchors, Label
from docgen.forms.cells import Place, Returned, Rows, part
from docgen.forms.words import loose, plain, squeezed

LIKE = 0.8
"""A label with one character in five retyped is still that label."""
LONGEST_LABEL = 100
"""Characters of a cell that may be a label retyped; beyond that it is something else."""
SHOWN = 20
"""Characters of a text that a doubt repeats."""
AROUND = " 　：:\n"
"""What stands between a label and a value in one cell."""


class Spot(Struct, frozen=True):
    """Where a label stands: a table, a row of it, a cell of that; and what is doubtful."""

    rows: Rows
    row: int
    at: int
    doubts: tuple[str, ...] = ()


class Found(Struct, frozen=True):
    """The cells of a field, what stands behind the label in its own cell, and what is doubtful."""

    places: tuple[Place, ...]
    rest: str = ""
    doubts: tuple[str, ...] = ()


def form_tables(returned: Returned, anchors: Anchors) -> tuple[Rows, ...]:
    """The tables of a returned file, that with most labels first; cells that somebody merged or split are as before."""
    ordered = sorted(returned.tables, key=lambda rows: -labels_in(rows, anchors))
    lost = lost_labels(ordered, anchors)
    return tuple([_parted(cells, lost) for cells in rows] for rows in ordered) if lost else tuple(ordered)


def labels_in(rows: Rows, anchors: Anchors) -> int:
    """How many labels of fields stand in a table."""
    wanted = {anchor.label.text for anchor in anchors.fields.values()}
    return len(wanted & {place.squeezed.rstrip(":") for cells in rows for place in cells})


def lost_labels(tables: Sequence[Rows], anchors: Anchors) -> frozenset[str]:
    """Labels to the left of fields that have no cell of their own."""
    there = {place.squeezed.rstrip(":") for rows in tables for cells in rows for place in cells}
    return frozenset(anchor.label.text for anchor in anchors.fields.values() if not anchor.label.down) - there - {""}


def _parted(cells: list[Place], lost: frozenset[str]) -> list[Place]:
    whole = _joined(cells, lost)
    return [piece for place in whole for piece in (_pieces(place, lost) if not place.nested else (place,))]


def _joined(cells: Sequence[Place], lost: frozenset[str]) -> list[Place]:
    """The cells of a row, two that make up a lost label as one."""
    found: list[Place] = []
    for place in cells:
        both = found[-1].squeezed + place.squeezed if found and place.squeezed else ""
        if both.rstrip(":") in lost and found[-1].squeezed:
            found[-1] = part(found[-1].text + place.text)
        else:
            found.append(place)
    return found


def _pieces(place: Place, lost: frozenset[str]) -> Iterator[Place]:
    """A cell parted at the lines that are a lost label."""
    lines = place.text.split("\n")
    if len(lines) < len(("栏目", "内容")) or not any(squeezed(line).rstrip(":") in lost for line in lines):
        yield place
        return
    for label, run in groupby(lines, key=lambda line: squeezed(line).rstrip(":") in lost and squeezed(line)):
        yield part(label.rstrip(":") if label else "\n".join(run))


def find_label(label: Label, tables: Sequence[Rows], anchors: Anchors) -> Spot | None:
    """The cells of a label: as it is; with a number or a remark; with the value behind it; nearly it."""
    return (
        _exact(label, tables)
        or _remarked(label, tables, anchors)
        or _begun(label, tables, anchors)
        or _nearly(label, tables, anchors)
    )


def _cells(tables: Sequence[Rows]) -> Iterator[tuple[Rows, int, int, Place]]:
    for rows in tables:
        for row, cells in enumerate(rows):
            for at, place in enumerate(cells):
                yield rows, row, at, place


def _exact(label: Label, tables: Sequence[Rows]) -> Spot | None:
    found = [Spot(rows, row, at) for rows, row, at, place in _cells(tables) if place.squeezed.rstrip(":") == label.text]
    first = [spot for spot in found if spot.rows is found[0].rows]
    chosen = found if len(found) == label.times else first
    if len(chosen) == label.times or (chosen and label.times == 1):
        return chosen[label.nth]
    if not chosen:
        return None
    spot = chosen[min(label.nth, len(chosen) - 1)]
    doubt = f"“{label.text}”这一栏空白表里有{label.times}处，这里有{len(chosen)}处"
    return Spot(spot.rows, spot.row, spot.at, (doubt,))


def _remarked(label: Label, tables: Sequence[Rows], anchors: Anchors) -> Spot | None:
    for rows, row, at, place in _cells(tables):
        if len(place.squeezed) > LONGEST_LABEL or place.squeezed in anchors.labels:
            continue
        if plain(place.squeezed) == plain(label.text):
            return Spot(rows, row, at)
    return None


def _begun(label: Label, tables: Sequence[Rows], anchors: Anchors) -> Spot | None:
    for rows, row, at, place in _cells(tables):
        begins = place.squeezed.startswith(label.text) and place.squeezed not in anchors.labels
        if begins and not place.nested and not _starts_longer(place.squeezed, label.text, anchors):
            return Spot(rows, row, at, ("栏目名和内容在同一格里",))
    return None


def _starts_longer(text: str, label: str, anchors: Anchors) -> bool:
    """Whether a text begins with a longer label than this one."""
    return any(text.startswith(other) for other in anchors.labels if len(other) > len(label))


def _nearly(label: Label, tables: Sequence[Rows], anchors: Anchors) -> Spot | None:
    best, likeness = None, LIKE
    for rows, row, at, place in _cells(tables):
        if place.squeezed in anchors.labels or not 0 < len(place.squeezed) <= LONGEST_LABEL:
            continue
        ratio = SequenceMatcher(None, plain(place.squeezed), plain(label.text)).ratio()
        if ratio >= likeness:
            best, likeness = Spot(rows, row, at, (f"栏目名写成了“{place.squeezed}”",)), ratio
    return best


def field_cells(spot: Spot, anchor: Anchor, anchors: Anchors) -> Found:
    """The cells of a field whose label stands at `spot`."""
    label, cells = anchor.label, spot.rows[spot.row]
    own = cells[spot.at]
    match = re.match(loose(label.text), own.text)
    rest = own.text[match.end() :].strip(AROUND) if match and own.squeezed.rstrip(":") != label.text else ""
    found = _running(spot, anchors) if label.alone and not label.down else _at(spot, anchor, anchors)
    if rest and plain(own.squeezed) == plain(label.text):
        filled = any(place.text.strip() for place in found.places)
        told = () if filled else (f"栏目名后面写着“{rest}”",)
        return Found(found.places, "", (*found.doubts, *told))
    return Found(found.places, rest, found.doubts)


def _running(spot: Spot, anchors: Anchors) -> Found:
    """All cells up to the next label, and those of rows without a label below."""
    cells = spot.rows[spot.row][spot.at + 1 :]
    places = list(_until_label(cells, anchors))
    doubts = (f"后面紧跟着“{cells[0].text.strip()[:SHOWN]}”，像是另一栏",) if cells and not places else ()
    for below in spot.rows[spot.row + 1 :]:
        if not _goes_on(below, spot.at, anchors):
            break
        places.extend(below[spot.at + 1 :] or below)
    return Found(tuple(places), doubts=doubts)


def _at(spot: Spot, anchor: Anchor, anchors: Anchors) -> Found:
    """The one cell that stands to the label as in the template."""
    label, row, at = anchor.label, spot.row + anchor.label.down, spot.at + anchor.label.right
    cells = spot.rows[row] if row < len(spot.rows) else []
    places = (cells[at],) if 0 <= at < len(cells) else ()
    if (len(spot.rows[spot.row]), len(cells)) != label.cells:
        return Found(places, doubts=("这一行或上面一行的格数和空白表不同",))
    if places and _is_label(places[0], anchors):
        return Found((), doubts=(f"这里是“{places[0].text.strip()[:SHOWN]}”，像是另一栏",))
    return Found(places)


def is_merged(place: Place, label: Label) -> bool:
    """Whether somebody merged a cell with one above or below."""
    return place.merge is not Merge.NONE and not label.merged


def _until_label(places: Sequence[Place], anchors: Anchors) -> Iterator[Place]:
    for place in places:
        if _is_label(place, anchors):
            return
        yield place


def _is_label(place: Place, anchors: Anchors) -> bool:
    """Whether a cell names a field: alone, with a remark, or with what stands in the field below or behind it."""
    text = place.squeezed.rstrip(":")
    if text in anchors.labels:
        return True
    if len(text) <= LONGEST_LABEL and plain(text) in {plain(label) for label in anchors.labels}:
        return True
    return _names_more(place, anchors)


def _names_more(place: Place, anchors: Anchors) -> bool:
    """Whether a cell begins with a label, then a colon or a line end."""
    head = squeezed(re.split("[\n：:]", place.text.strip(), maxsplit=1)[0])
    return head in anchors.labels and head != place.squeezed


def _goes_on(cells: list[Place], at: int, anchors: Anchors) -> bool:
    """Whether a row continues the field above it: nothing stands where its label would."""
    head = cells[: at + 1] if len(cells) > at + 1 else cells[:at]
    blank = all(place.merge is Merge.GOES_ON or not place.squeezed for place in head)
    begins = any(cells[0].squeezed.startswith(label) for label in anchors.labels) if cells else False
    return blank and bool(cells) and not begins and not any(_is_label(place, anchors) for place in cells)
