"""Take the tasks of a batch, give its documents in the order of the print job, as workers make them in any order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain

from msgspec.structs import replace

from docgen.diagnostics import Place, error
from docgen.files import OutputError
from docgen.page import Pages
from docgen.press.crew import Crew
from docgen.press.items import RULE, Finished, Outcome, finished, make
from docgen.press.kit import Kit, Task
from docgen.press.records import Store


class Work:
    """The documents of a batch. What an earlier run has finished is taken as it is.

    `pieces` are the tasks in the order of the job, `tell` is told of each document done.
    """

    def __init__(
        self, kit: Kit, pieces: Sequence[tuple[Task, ...]], store: Store, crew: Crew, tell: Callable[[int], object]
    ) -> None:
        self._kit, self._pieces, self._store, self._crew, self._tell = kit, pieces, store, crew, tell
        self._is_second = bool(store.known())
        self._made: dict[tuple[int, str], Outcome] = {}
        self._coming = self._outcomes()

    def outcomes(self) -> Iterator[Outcome]:
        """What became of each document, in the order of the job; each is waited for."""
        return map(self._outcome, chain.from_iterable(self._pieces))

    def pages(self, one: Outcome) -> Pages:
        """The pages of a document that was made."""
        record = self._store.get(one.key)
        if record is None:
            raise OutputError(f"{one.kind}/{one.stem}: 错误: 刚做好的记录读不出来，请再运行一次")
        return record.pages

    def _outcome(self, task: Task) -> Outcome:
        while (task.row, task.kind) not in self._made:
            one = next(self._coming)
            self._made[one.row, one.kind] = one
            self._tell(1)
        return self._made[task.row, task.kind]

    def _outcomes(self) -> Iterator[Outcome]:
        """As they are done, those of an earlier run first."""
        missing = []
        for piece in self._pieces:
            found = [self._earlier(task) for task in piece]
            yield from filter(None, found)
            left = tuple(task for task, one in zip(piece, found, strict=True) if one is None)
            if left:
                missing.append(left)
        work = partial(make, self._kit)
        for tasks, result in self._crew.carried_out(work, missing):
            yield from _failed(tasks, result) if isinstance(result, BaseException) else self._kept(tasks, result)

    def _earlier(self, task: Task) -> Outcome | None:
        return finished(self._kit, task, self._store) if self._is_second else None

    def _kept(self, tasks: Sequence[Task], made: Sequence[Finished]) -> Iterator[Outcome]:
        """What a worker made, once its records are kept; it shares the names of its task."""
        outcomes = [replace(one, kind=task.kind, stem=task.stem) for task, (one, _) in zip(tasks, made, strict=True)]
        try:
            self._store.put((one.key, record) for one, record in made if one.key)
        except OutputError as reason:
            failure = error(RULE, Place(tasks[0].kind), str(reason))
            yield from (replace(one, key="", found=(*one.found, failure)) for one in outcomes)
        else:
            yield from outcomes


def _failed(tasks: Sequence[Task], reason: BaseException) -> Iterator[Outcome]:
    """Documents that stop every worker."""
    for task in tasks:
        message = f"制作“{task.stem}”时程序中断（{type(reason).__name__}: {reason}）"
        hint = "其余的都做好了；请把名册的这一行发给维护者"
        place = Place(task.stem) if task.entry is None else task.entry.place
        yield Outcome(task.row, task.kind, task.stem, found=(error(RULE, place, message, hint),))
