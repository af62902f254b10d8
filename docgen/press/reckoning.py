"""Take a batch and what was made of it, give the account: rows, lists, documents and printed pages must agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from docgen.diagnostics import Diagnostic, Place, error, warning
from docgen.load.batches import BULLETIN, Batch
from docgen.load.tables import Entry
from docgen.load.winners import ALL
from docgen.press.items import Outcome

RULE = "核对"
Made = Mapping[tuple[int, str], Outcome]
"""Outcomes by the row of the roster and the kind of document."""


class Account(Struct, frozen=True):
    """What was counted, in words with numbers, every disagreement, and what should be looked at."""

    counts: tuple[tuple[str, int], ...]
    faults: tuple[Diagnostic, ...]
    remarks: tuple[Diagnostic, ...] = ()


def account_of(batch: Batch, made: Made, printed: Mapping[str, int]) -> Account:
    """The account of a batch. `printed`: how many documents of each kind the print job holds once."""
    roster = batch.roster
    used = len(roster.entries)
    wanted = sum(one.wanted for one in roster.refused)
    counts = [
        ("名册行数", roster.read),
        ("用到的行", used),
        ("筛去的行", len(roster.refused) - wanted),
        ("退回的行", wanted),
    ]
    faults: list[Diagnostic] = []
    if batch.bulletin is not None:
        listed = {entry.number: times_listed(batch, entry) for entry in roster.entries}
        counts.append(("通报清单里的条目", sum(listed.values())))
        if not made[0, BULLETIN].key:
            faults.append(error(RULE, Place(batch.bulletin.name), "通报没有做成", "改好以后再运行一次"))
        faults += _unlisted(batch, listed)
    for paper in batch.papers:
        done = [entry for entry in roster.entries if _is_made(made, entry, paper.name)]
        counts.append((f"{paper.name}份数", len(done)))
        faults += _unmade(batch, made, paper.name)
        counts.append((f"付印文件里的{paper.name}", printed.get(paper.name, 0)))
        faults += _unprinted(batch, paper.name, len(done), printed.get(paper.name, 0))
    return Account(tuple(counts), tuple(faults), tuple(_longer(batch, made)))


def _longer(batch: Batch, made: Made) -> Iterator[Diagnostic]:
    """A warning for a document that takes more pages than most of its kind: a certificate has one."""
    for paper in batch.papers:
        pages = [(entry, made[entry.number, paper.name].pages) for entry in batch.roster.entries]
        usual = Counter(count for _, count in pages if count).most_common(1)
        for entry, count in pages:
            if usual and count > usual[0][0]:
                name = entry.cells[batch.roster.meaning.name]
                message = f"“{name}”的{paper.name}有{count}页，别的是{usual[0][0]}页"
                yield warning(RULE, entry.place, message, "请看一眼，名称太长的可以缩短")


def times_listed(batch: Batch, entry: Entry) -> int:
    """How often a winner stands in the lists of the bulletin: among all, and among those of the award."""
    award = batch.roster.of(entry, batch.roster.meaning.award)
    return batch.printed.get(ALL, 0) + (batch.printed.get(award, 0) if award and award != ALL else 0)


def _is_made(made: Made, entry: Entry, kind: str) -> bool:
    outcome = made.get((entry.number, kind))
    return outcome is not None and bool(outcome.key)


def _unlisted(batch: Batch, listed: Mapping[int, int]) -> Iterator[Diagnostic]:
    meaning = batch.roster.meaning
    for entry in batch.roster.entries:
        times, name = listed[entry.number], entry.cells[meaning.name]
        if times == 1:
            continue
        award = batch.roster.of(entry, meaning.award)
        hint = f"请在“通报”里印一次清单“{award or ALL}”，例如 - 条目: {{数据: {award or ALL}, 格式: …}}"
        said = "没有进通报的清单" if times == 0 else f"在通报的清单里出现{times}次"
        yield error(RULE, entry.spot(meaning.name), f"“{name}”{said}", hint)


def _unmade(batch: Batch, made: Made, kind: str) -> Iterator[Diagnostic]:
    for entry in batch.roster.entries:
        if not _is_made(made, entry, kind):
            name = entry.cells[batch.roster.meaning.name]
            hint = "改好以后再运行一次，已做好的不重做"
            yield error(RULE, entry.place, f"“{name}”的{kind}没有做成", hint)


def _unprinted(batch: Batch, kind: str, made: int, printed: int) -> Sequence[Diagnostic]:
    if made == printed:
        return ()
    place = batch.roster.entries[0].place
    return (error(RULE, place, f"{kind}做成{made}份，付印文件里有{printed}份"),)
