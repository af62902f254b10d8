"""Work given to processes and to a Dask cluster: each piece once, whoever dies in the middle."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click
import pytest
from press_samples import PAPER, ROSTER, batch_of
from press_samples import carried_out as carried_out_batch

from docgen.press.crew import Crew, on_dask, on_this_machine
from docgen.press.records import FILE, store

PIECES = [tuple(range(at, at + 4)) for at in range(0, 40, 4)]
EVERY = list(range(40))


def double(piece):
    return [2 * item for item in piece]


def done(pieces, work, opened=on_this_machine, workers=2):
    """(results, what failed) of all pieces."""
    with Crew(opened, workers) as crew:
        found = list(crew.carried_out(work, pieces))
    results = [item for _, result in found if isinstance(result, list) for item in result]
    return sorted(results), {piece: result for piece, result in found if isinstance(result, BaseException)}


def test_every_piece_is_done_once():
    assert done(PIECES, double) == ([2 * item for item in EVERY], {})


def test_nothing_to_do_opens_no_crew():
    def refuse(workers):
        raise AssertionError("opened")

    assert done([], double, refuse) == ([], {})


def test_a_crew_stays_for_the_next_work_and_is_replaced_when_it_broke(tmp_path):
    opened = []

    def counted(workers):
        opened.append(workers)
        return on_this_machine(workers)

    with Crew(counted, 2) as crew:
        for _ in range(2):
            assert len(list(crew.carried_out(double, PIECES))) == len(PIECES)
        assert opened == [2]
        assert len(list(crew.carried_out(Deadly({13}, tmp_path / "once"), PIECES))) == len(PIECES)
        assert opened == [2, 2]


class Deadly:
    """Work that kills its process at some items: always, or only while a file is not there."""

    def __init__(self, items, once=None):
        self.items, self.once = items, once

    def __call__(self, piece):
        for item in piece:
            if item in self.items and not (self.once and self.once.exists()):
                if self.once:
                    self.once.touch()
                os.kill(os.getpid(), signal.SIGKILL)
        return double(piece)


def test_a_worker_that_is_killed_loses_nothing(tmp_path):
    assert done(PIECES, Deadly({13}, tmp_path / "once")) == ([2 * item for item in EVERY], {})


def test_an_item_that_kills_every_worker_is_found_and_all_others_are_done():
    results, failed = done(PIECES, Deadly({13}))
    assert results == [2 * item for item in EVERY if item != 13]
    assert [*failed] == [(13,)]


def broken(piece):
    if 13 in piece:
        raise ValueError("a bug")
    return double(piece)


def test_a_bug_in_one_item_stops_no_other_and_is_not_swallowed():
    results, failed = done(PIECES, broken)
    assert len(results) == 39
    assert isinstance(failed[13,], ValueError)


def slow(piece):
    time.sleep(0.2)
    return double(piece)


def test_who_stops_listening_leaves_no_work_behind():
    with Crew(ThreadPoolExecutor, 1) as crew:
        stopped = crew.carried_out(slow, PIECES)
        next(stopped)
        begun = time.monotonic()
        stopped.close()
    assert time.monotonic() - begun < 0.2 * len(PIECES) / 2


@pytest.fixture(scope="module")
def cluster():
    """Two worker processes of a Dask cluster on this machine."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as running:
        yield running


@pytest.mark.filterwarnings("ignore")
def test_a_dask_cluster_does_every_piece_once(cluster):
    with on_dask(cluster.scheduler_address) as opened:
        assert done(PIECES, double, opened) == ([2 * item for item in EVERY], {})


class DiesOnce:
    """Work during which one worker is killed."""

    def __init__(self, once: Path) -> None:
        self.once = once

    def __call__(self, piece):
        if 13 in piece and not self.once.exists():
            self.once.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return double(piece)


@pytest.mark.filterwarnings("ignore")
def test_a_dask_worker_that_is_killed_loses_nothing_and_nothing_comes_twice(cluster, tmp_path):
    with on_dask(cluster.scheduler_address) as opened:
        results, failed = done(PIECES, DiesOnce(tmp_path / "once"), opened)
    assert (tmp_path / "once").exists()
    assert (results, failed) == ([2 * item for item in EVERY], {})


ROWS = [(f"王强{number}", "市总工会", "一等奖") for number in range(80)]


def made_by(out, opened, victims):
    """What a batch leaves behind when a worker is killed as soon as the first rows are done."""
    waiting = [victims]

    def kill(_):
        while waiting:
            os.kill(waiting.pop()()[0], signal.SIGKILL)

    run = carried_out_batch(batch_of(ROSTER + PAPER, ROWS), out, opened=opened, workers=2, tell=kill)
    assert waiting == []
    assert run.is_whole
    assert len(run.outcomes) == len(ROWS)
    return left_behind(out)


def left_behind(out):
    """Files, and the records by their keys."""
    files = {file.relative_to(out): file.read_bytes() for file in out.rglob("*") if file.is_file()}
    del files[FILE]
    with store(out) as records:
        return files, {key: records.get(key) for key in records.known()}


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """What the batch leaves behind when nobody is killed."""
    out = tmp_path_factory.mktemp("undisturbed")
    assert carried_out_batch(batch_of(ROSTER + PAPER, ROWS), out).is_whole
    return left_behind(out)


def test_a_process_killed_in_the_middle_of_a_batch_changes_nothing(tmp_path, undisturbed):
    victims = lambda: [child.pid for child in multiprocessing.active_children()]  # noqa: E731
    assert made_by(tmp_path, on_this_machine, victims) == undisturbed


@pytest.mark.filterwarnings("ignore")
def test_a_dask_worker_killed_in_the_middle_of_a_batch_changes_nothing(cluster, tmp_path, undisturbed):
    victims = lambda: [worker.pid for worker in cluster.workers.values()]  # noqa: E731
    with on_dask(cluster.scheduler_address) as opened:
        assert made_by(tmp_path, opened, victims) == undisturbed


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nowhere"])
def test_a_scheduler_that_does_not_answer_is_said(address, monkeypatch):
    monkeypatch.setattr("docgen.press.crew.CALM", 0.2)
    with pytest.raises(click.ClickException, match="连不上"), on_dask(address):
        pass
