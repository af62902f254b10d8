"""Take tasks, make their documents: one that fails stops no other; what is done already is recognised."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
from docgen.press.records import Record, Store, is_finished, packed

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


Finished = tuple[Outcome, bytes]
"""An outcome with its packed record, which is empty where nothing was made."""


def make(kit: Kit, tasks: Sequence[Task]) -> list[Finished]:
    """The documents of some tasks; the work of a worker."""
    made = [_made(kit, task) for task in tasks]
    # Said once, for a thousand winners need no thousand copies.
    return [(replace(made[0][0], stood_in=fonts().substitutions()), made[0][1]), *made[1:]]


def _made(kit: Kit, task: Task) -> Finished:
    content, found = task.content_from(kit)
    if content is None:
        return _outcome(task, found), b""
    kind = kit.kinds[task.kind]
    made = make_content(content, kind.shelf, fonts(), kind.edition)
    said = (*found, *made.diagnostics)
    if made.docx is None or made.pages is None:
        return _outcome(task, said), b""
    try:
        digests = _written(made, kit.out / task.kind / task.stem, kind.formats)
    except OutputError as reason:
        failure = error(RULE, Place(f"{task.kind}/{task.stem}"), str(reason))
        return _outcome(task, (*said, failure)), b""
    record = Record(digests, made.pages, made.diagnostics)
    return _outcome(task, said, key_of(kit, task, content), record, fresh=True), packed(record)


def finished(kit: Kit, task: Task, store: Store) -> Outcome | None:
    """What an earlier run made of a task, if it is there as it was made."""
    content, found = task.content_from(kit)
    if content is None:
        return None
    key = key_of(kit, task, content)
    record = store.get(key)
    if record is None or not is_finished(record, kit.out / task.kind / task.stem):
        return None
    return _outcome(task, (*found, *record.found), key, record)


def key_of(kit: Kit, task: Task, content: Content) -> str:
    """The digest of all that a document is made from."""
    return sha256(repr((kit.kinds[task.kind].digest, task.kind, content)).encode()).hexdigest()


def _outcome(
    task: Task, found: Sequence[Diagnostic], key: str = "", record: Record | None = None, *, fresh: bool = False
) -> Outcome:
    said = tuple(at_cell(each, () if task.entry is None else (task.entry,)) for each in found)
    who, count, digest = (task.row, task.kind, task.stem), 0, ""
    if record is not None:
        count, digest = len(record.pages.pages), record.files["docx"]
    return Outcome(*who, key, count, digest, fresh, said)


def _written(made: Made, stem: Path, formats: Sequence[str]) -> dict[str, str]:
    """Write the files of a document; their digests by suffix. Raises OutputError."""
    results = {"docx": made.docx, "pdf": made.pdf}
    digests = {}
    for suffix in formats:
        data = results[suffix] or b""
        write_whole(Path(f"{stem}.{suffix}"), data)
        digests[suffix] = sha256(data).hexdigest()
    return digests


def at_cell(found: Diagnostic, entries: Sequence[Entry]) -> Diagnostic:
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
