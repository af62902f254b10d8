"""Take a batch, make everything it asks for: bulletin, documents of winners, print job, manifest.

What an earlier run has finished is taken as it is; one document that fails stops no other; all is counted at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from docgen.diagnostics import Diagnostic, Place, error, has_errors
from docgen.files import OutputError, sweep, written
from docgen.load.batches import Batch
from docgen.pipeline import Edition, Shelf
from docgen.press.crew import Crew, Opened, on_this_machine
from docgen.press.items import RULE, Outcome, at_cell
from docgen.press.job import Job, print_job
from docgen.press.kit import kit_for, tasks_of
from docgen.press.manifest import LISTING, MANIFEST, Line, earlier_files, lines_of, listing, manifest
from docgen.press.reckoning import Account, account_of
from docgen.press.records import Store, store
from docgen.press.work import Work


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
    """Carry out a batch.

    Raises:
        OSError: a template or form cannot be read.
        OutputError: nothing can be written below `out`.
    """
    kit = kit_for(batch, shelf, setting.out, setting.formats, setting.edition)
    before = earlier_files(setting.out)
    here = Crew(on_this_machine, setting.workers)
    crew = here if setting.opened is on_this_machine else Crew(setting.opened, setting.workers)
    with store(setting.out) as records, crew, here:
        work = Work(kit, tasks_of(batch), records, crew, setting.tell)
        printed = (one for one in work.outcomes() if one.key)
        # A file that is still open is read back where it was written.
        job = print_job(printed, work.pages, batch.printing, setting.out, setting.edition, here)
        outcomes = [_placed(one, batch) for one in work.outcomes()]
        for folder in ("", *kit.kinds):
            sweep(setting.out / folder)
        made = {(one.row, one.kind): one for one in outcomes}
        account = account_of(batch, made, job.printed())
        lines = lines_of(batch, made, job.places(), setting.formats)
        unwritten = (*_unwritten(setting.out, batch, lines, (job, account)), *_unforgotten(records, outcomes))
    removed = _removed(setting.out, before - {file for line in lines for file in line.files})
    return Run(tuple(outcomes), job, account, removed, unwritten)


def _placed(outcome: Outcome, batch: Batch) -> Outcome:
    """What is said of the bulletin, at the cells that its texts are from."""
    if outcome.row or not outcome.found:
        return outcome
    return replace(outcome, found=tuple(at_cell(each, batch.roster.entries) for each in outcome.found))


def _unwritten(out: Path, batch: Batch, lines: Sequence[Line], counted: tuple[Job, Account]) -> Iterator[Diagnostic]:
    """Write the manifest in both its forms; why one could not be written."""
    for name, pieces in ((MANIFEST, manifest(batch, lines, *counted)), (LISTING, listing(batch, lines, *counted))):
        try:
            with written(out / name) as file:
                file.writelines(pieces)
        except OutputError as reason:
            yield error(RULE, Place(name), str(reason))


def _unforgotten(records: Store, outcomes: Sequence[Outcome]) -> Iterator[Diagnostic]:
    """Remove the records of what is no longer made; why they could not be removed."""
    try:
        records.keep_only(frozenset(one.key for one in outcomes if one.key))
    except OutputError as reason:
        yield error(RULE, Place(records.name), str(reason))


def _removed(out: Path, files: frozenset[str]) -> tuple[str, ...]:
    """Files of winners that are no longer on the roster: left there, they would be printed."""
    for file in files:
        (out / file).unlink(missing_ok=True)
    return tuple(sorted(files))
