"""Take winners, make their documents: what is done already is recognised, one that fails stops no other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from docgen.content import Content
from docgen.diagnostics import Diagnostic, Place, error
from docgen.files import OutputError, write_whole
from docgen.layout.fonts import FileFonts
from docgen.load.tables import Entry
from docgen.pipeline import Made, machine_fonts, make_content
from docgen.press.kit import Kit, Task
from docgen.press.records import Record, Store

RULE = "获奖文书"
CHARACTER = re.compile(r"“(.)”（U\+")
"""How messages name a character that a typeface lacks."""


class Outcome(Struct, frozen=True):
    """What became of a document: row of the roster, kind, name; key of its record, empty where it was not made.

    `fresh`: made now, not found from an earlier run. `found` is what was said of it, `stood_in` of typefaces.
    """

    row: int
    kind: str
    stem: str
    key: str = ""
    pages: int = 0
    digest: str = ""
    fresh: bool = False
    found: tuple[Diagnostic, ...] = ()
    stood_in: tuple[tuple[str, bool], ...] = ()


def make_rows(kit: Kit, tasks: Sequence[Task]) -> list[Outcome]:
    """The documents of some winners; the work of a worker."""
    made = [outcome for task in tasks for outcome in _row(kit, task)]
    # Said once, for a thousand winners need no thousand copies.
    return [replace(made[0], stood_in=fonts().substitutions()), *made[1:]] if made else []


def _row(kit: Kit, task: Task) -> Iterator[Outcome]:
    for paper, stem in zip(kit.papers, task.stems, strict=True):
        content, found = paper.content(task.entry, stem)
        if content is None:
            yield Outcome(task.entry.number, paper.name, stem, found=found)
            continue
        made = make_one(kit, content, paper.name, task.entry.number)
        said = (*found, *(at_cell(each, (task.entry,)) for each in made.found))
        yield replace(made, found=said)


def make_one(kit: Kit, content: Content, kind: str, row: int) -> Outcome:
    """A document, unless it is there already; `row` 0 is the bulletin."""
    stem = kit.out / kind / content.name
    key = sha256(repr((kit.digest, kind, content)).encode()).hexdigest()
    store = Store(kit.out)
    record = store.finished(key, stem)
    if record is not None:
        return _outcome(record, (row, kind, content.name), key, fresh=False)
    made = make_content(content, kit.shelf, fonts(), kit.edition)
    if made.docx is None or made.pages is None:
        return Outcome(row, kind, content.name, found=made.diagnostics)
    try:
        record = Record(_written(made, stem, kit.formats), made.pages, made.diagnostics)
        store.put(key, record)
    except OutputError as reason:
        failure = error(RULE, Place(f"{kind}/{content.name}"), str(reason))
        return Outcome(row, kind, content.name, found=(*made.diagnostics, failure))
    return _outcome(record, (row, kind, content.name), key, fresh=True)


def _outcome(record: Record, who: tuple[int, str, str], key: str, *, fresh: bool) -> Outcome:
    count, digest = len(record.pages.pages), record.files["docx"]
    return Outcome(*who, key, count, digest, fresh, record.found)


def _written(made: Made, stem: Path, formats: Sequence[str]) -> dict[str, str]:
    """Write the files of a document; their digests by suffix. Raises OutputError."""
    results = {"docx": made.docx, "pdf": made.pdf}
    digests = {}
    for suffix in formats:
        data = results[suffix] or b""
        write_whole(Path(f"{stem}.{suffix}"), data)
        digests[suffix] = sha256(data).hexdigest()
    return digests


def at_cell(found: Diagnostic, entries: Iterable[Entry]) -> Diagnostic:
    """What was said of a character, at the cell of the roster that brought it."""
    about = CHARACTER.search(found.message)
    for entry in entries if about else ():
        for column, text in entry.cells.items():
            if about and about[1] in text:
                return replace(found, place=entry.spot(column))
    return found


@lru_cache(maxsize=1)
def fonts() -> FileFonts:
    """The typefaces of the machine that works, looked for once."""
    return machine_fonts()
