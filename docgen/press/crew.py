"""Take work in pieces, give what comes of each: on processes of this machine, or on workers elsewhere.

A worker may die at any time. Its pieces are given out once more, and then item by item, so that the one that kills
workers is found; it is given back with the reason, all others are done.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager, suppress
from multiprocessing import parent_process
from typing import TypeVar

import click

from docgen.ondemand import on_demand

Item = TypeVar("Item")
Result = TypeVar("Result")
Piece = tuple[Item, ...]
Failed = tuple[Piece[Item], BaseException]

CALM = 5
"""Seconds in which a distributed engine must answer."""
RETRIES = 2
"""How often a distributed engine gives a piece out again by itself."""

Opened = Callable[[int], Executor]
"""Gives a crew of at most so many workers."""


def on_this_machine(workers: int) -> Executor:
    """Processes that end with the one that started them."""
    return ProcessPoolExecutor(workers, initializer=_end_with_parent)


@contextmanager
def on_dask(address: str) -> Iterator[Opened]:
    """Workers of a running Dask scheduler, which must have docgen, the typefaces and the folder of the results.

    Raises:
        ClickException: Dask is not installed, or nobody answers at that address.
    """
    try:
        client = on_demand("distributed").Client(address, timeout=CALM, set_as_default=False)
    except ModuleNotFoundError:
        raise click.ClickException("没有安装 Dask，请运行 .venv/bin/pip install 'docgen[dask]'") from None
    except (OSError, ValueError, RuntimeError, MemoryError) as reason:
        hint = "请检查地址，以及调度程序是否在运行"
        raise click.ClickException(f"连不上“{address}”（{type(reason).__name__}），{hint}") from None

    def open_crew(_: int) -> Executor:
        executor: Executor = client.get_executor(retries=RETRIES)
        return executor

    with client:
        yield open_crew


class Crew:
    """At most so many workers, opened with the first work and kept until the end.

    There are no more of them than pieces; a crew that is too small for later work, or broke, is replaced.
    """

    def __init__(self, opened: Opened, workers: int) -> None:
        self._opened, self._workers = opened, workers
        self._executor: Executor | None = None
        self._size = 0

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_: object) -> None:
        self._go_home()

    def carried_out(
        self, work: Callable[[Piece[Item]], Result], pieces: Sequence[Piece[Item]]
    ) -> Generator[tuple[Piece[Item], Result | BaseException], None, None]:
        """Each piece with what came of it, as it is done; an item that cannot be done alone, with the reason."""
        failed = yield from self._round(work, pieces)
        again = yield from self._round(work, [piece for piece, _ in failed])
        for piece, _ in again:
            for item in piece:
                yield from (yield from self._round(work, [(item,)]))

    def _round(
        self, work: Callable[[Piece[Item]], Result], pieces: Sequence[Piece[Item]]
    ) -> Generator[tuple[Piece[Item], Result], None, list[Failed[Item]]]:
        """All pieces once; gives back those that failed. When a process dies, all pieces not done are lost."""
        if not pieces:
            return []
        failed: dict[int, Failed[Item]] = {at: (piece, BrokenExecutor("没有开始")) for at, piece in enumerate(pieces)}
        executor, given = self._of(min(self._workers, len(pieces))), dict[Future[Result], int]()
        try:
            with suppress(BrokenExecutor):
                given.update((executor.submit(work, piece), at) for at, piece in enumerate(pieces))
            for done in as_completed(given):
                # A future that is kept keeps its result.
                at = given.pop(done)
                reason = done.exception()
                if reason is None:
                    del failed[at]
                    yield pieces[at], done.result()
                else:
                    failed[at] = (pieces[at], reason)
        finally:
            for each in given:
                each.cancel()
        if any(isinstance(reason, BrokenExecutor) for _, reason in failed.values()):
            self._go_home()
        return [*failed.values()]

    def _of(self, size: int) -> Executor:
        """The crew, of so many workers at least."""
        if self._executor is None or self._size < size:
            self._go_home()
            self._size = max(size, self._size)
            self._executor = self._opened(self._size)
        return self._executor

    def _go_home(self) -> None:
        if self._executor is not None:
            self._executor.shutdown(wait=True)
            self._executor = None


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for ever."""
    threading.Thread(target=_watch, daemon=True).start()


def _watch() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
