"""Take a batch, make everything it asks for: bulletin, documents of winners, print job, manifest.

What an earlier run has finished is taken as it is; one document that fails stops no other; all is counted at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import Diagnostic, Place, error, has_errors
from docgen.files import OutputError, sweep, write_whole
from docgen.load.batches import BULLETIN, Batch
from docgen.page import Pages
from docgen.pipeline import Edition, Shelf
from docgen.press.crew import Opened, carried_out
from docgen.press.items import RULE, Outcome, at_cell, fonts, make_one, make_rows
from docgen.press.job import Job, print_job
from docgen.press.kit import ROWS, Kit, Task, kit_for, kit_for_bulletin, tasks_of
from docgen.press.leaves import Printed
from docgen.press.manifest import LISTING, MANIFEST, Line, earlier_files, lines_of, listing, manifest
from docgen.press.reckoning import Account, account_of
from docgen.press.records import FOLDER, Store


class Setting(Struct, frozen=True):
    """Where a batch goes, in which formats, who works on it, and who is told of each document done."""

    out: Path
    formats: tuple[str, ...]
    edition: Edition
    opened: Opened
    workers: int
    tell: Callable[[int], object]


class Run(Struct, frozen=True):
    """What came of a batch."""

    outcomes: tuple[Outcome, ...]
    job: Job
    account: Account
    removed: tuple[str, ...]
    unwritten: tuple[Diagnostic, ...] = ()

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """Everything there is to say, by document, then of the whole."""
        said = (each for outcome in self.outcomes for each in outcome.found)
        return (*said, *self.job.faults, *self.account.faults, *self.account.remarks, *self.unwritten)

    @property
    def is_whole(self) -> bool:
        """Whether everything was made and agrees."""
        return all(one.key for one in self.outcomes) and not has_errors(self.found)


def run(batch: Batch, shelf: Shelf, setting: Setting) -> Run:
    """Carry out a batch. Raises OSError where a template or form cannot be read."""
    kit = kit_for(batch, shelf, setting.out, setting.formats, setting.edition)
    before = earlier_files(setting.out)
    outcomes = [*_bulletin(batch, shelf, setting), *_documents(kit, tasks_of(batch), setting)]
    for folder in (FOLDER, BULLETIN, *(paper.name for paper in batch.papers)):
        sweep(setting.out / folder)
    made = {(one.row, one.kind): one for one in outcomes}
    ordered = _ordered(batch, made)
    store = Store(setting.out)
    documents = [Printed(one.kind, one.stem, one.pages, partial(_pages, store, one.key)) for one in ordered]
    job = print_job(documents, batch.printing, setting.out, setting.edition)
    account = account_of(batch, made, job.printed())
    at = job.places()
    places = {(one.row, one.kind): at.get(number, 0) for number, one in enumerate(ordered)}
    lines = lines_of(batch, made, places, setting.formats)
    unwritten = tuple(_unwritten(setting.out, batch, lines, (job, account)))
    store.keep_only(frozenset(one.key for one in outcomes if one.key))
    removed = _removed(setting.out, before - {file for line in lines for file in line.files})
    return Run(tuple(outcomes), job, account, removed, unwritten)


def _unwritten(out: Path, batch: Batch, lines: Sequence[Line], counted: tuple[Job, Account]) -> Iterator[Diagnostic]:
    """Write the manifest in both its forms; why one could not be written."""
    for name, data in ((MANIFEST, manifest(batch, lines, *counted)), (LISTING, listing(batch, lines, *counted))):
        try:
            write_whole(out / name, data)
        except OutputError as reason:
            yield error(RULE, Place(name), str(reason))


def _bulletin(batch: Batch, shelf: Shelf, setting: Setting) -> Iterator[Outcome]:
    if batch.bulletin is not None:
        kit = kit_for_bulletin(batch.bulletin, shelf, setting.out, setting.edition)
        made = make_one(kit, batch.bulletin, BULLETIN, 0)
        found = tuple(at_cell(each, batch.roster.entries) for each in made.found)
        yield replace(made, found=found, stood_in=fonts().substitutions())


def _documents(kit: Kit, tasks: Sequence[Task], setting: Setting) -> Iterator[Outcome]:
    """The documents of all winners as they are done."""
    if not kit.papers:
        return
    pieces = [tuple(tasks[at : at + ROWS]) for at in range(0, len(tasks), ROWS)]
    for piece, result in carried_out(setting.opened, setting.workers, partial(make_rows, kit), pieces):
        outcomes = result if isinstance(result, list) else [*_failed(kit, piece, result)]
        setting.tell(len(piece))
        yield from outcomes


def _failed(kit: Kit, tasks: Sequence[Task], reason: BaseException) -> Iterator[Outcome]:
    """A winner whose documents stop every worker."""
    for task in tasks:
        for paper, stem in zip(kit.papers, task.stems, strict=True):
            message = f"制作“{stem}”时程序中断（{type(reason).__name__}: {reason}）"
            hint = "其余的都做好了；请把名册的这一行发给维护者"
            yield Outcome(task.entry.number, paper.name, stem, found=(error(RULE, task.entry.place, message, hint),))


def _ordered(batch: Batch, made: dict[tuple[int, str], Outcome]) -> list[Outcome]:
    """What is printed, in the order of the job: the bulletin, then kind by kind in the order of the roster."""
    kinds = [(0, BULLETIN), *((entry.number, paper.name) for paper in batch.papers for entry in batch.roster.entries)]
    return [made[who] for who in kinds if who in made and made[who].key]


def _pages(store: Store, key: str) -> Pages:
    record = store.get(key)
    if record is None:
        raise FileNotFoundError(store.path(key))
    return record.pages


def _removed(out: Path, files: frozenset[str]) -> tuple[str, ...]:
    """Files of winners that are no longer on the roster: left there, they would be printed."""
    for file in files:
        (out / file).unlink(missing_ok=True)
    return tuple(sorted(files))
