"""One bad page costs that page alone, whatever it does."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import stand_in
from runs import make_pages, rows_of, run

from newsclean.batch import pool
from newsclean.batch.records import Chunk, Record, Settings
from newsclean.batch.worker import Job, work


def _errors(rows: list[dict[str, Any]]) -> dict[str, str]:
    return {Path(row["input"]).stem: row["error"]["kind"] for row in rows if row["error"]}


def test_each_way_to_fail_is_an_error_row_and_every_other_page_is_an_article(tmp_path: Path) -> None:
    deeds = {5: "no-body", 50: "bug", 90: "die", 130: "hang", 170: "eat"}
    pages = make_pages(tmp_path, 200, deeds)
    summary = run([pages], tmp_path / "out.jsonl", timeout=1.0)
    rows = rows_of(tmp_path / "out.jsonl")
    assert _errors(rows) == {
        "00005": "no_body",
        "00050": "bug",
        "00090": "worker_died",
        "00130": "page_timeout",
        "00170": "memory",
    }
    assert sorted(row["input"] for row in rows) == [str(path) for path in sorted(pages.iterdir())]
    assert (summary.articles, summary.failures) == (195, 5)


def test_a_worker_that_dies_by_accident_costs_no_page(tmp_path: Path) -> None:
    pages = make_pages(tmp_path, 40, {7: f"die-once {tmp_path / 'mark'}"})
    assert run([pages], tmp_path / "out.jsonl").articles == 40


def test_a_folder_of_nothing_but_killers_ends_with_a_row_for_each(tmp_path: Path) -> None:
    pages = make_pages(tmp_path, 6, dict.fromkeys(range(6), "die"))
    summary = run([pages], tmp_path / "out.jsonl")
    assert summary.errors == {"worker_died": 6}


def test_workers_killed_from_outside_again_and_again_cost_no_page(tmp_path: Path) -> None:
    pages = make_pages(tmp_path, 300, dict.fromkeys(range(0, 300, 3), "slow 0.02"))
    stop = threading.Event()
    killer = threading.Thread(target=_kill_workers_until, args=(stop,))
    killer.start()
    try:
        summary = run([pages], tmp_path / "out.jsonl", chunk_pages=4)
    finally:
        stop.set()
        killer.join()
    inputs = [row["input"] for row in rows_of(tmp_path / "out.jsonl")]
    assert sorted(inputs) == [str(path) for path in sorted(pages.iterdir())]
    assert summary.failures <= 5  # a page may be the one in hand twice running


def _kill_workers_until(stop: threading.Event) -> None:
    while not stop.wait(0.5):
        for pid in _workers()[:1]:
            os.kill(pid, signal.SIGKILL)


def _workers() -> list[int]:
    """The grandchildren of this process: the fork server's children."""
    parents = {int(path.name): _parent(path) for path in Path("/proc").glob("[0-9]*")}
    mine = {pid for pid, parent in parents.items() if parent == os.getpid()}
    return sorted(pid for pid, parent in parents.items() if parent in mine)


def _parent(process: Path) -> int:
    try:
        return int((process / "stat").read_text().rpartition(")")[2].split()[1])
    except (OSError, IndexError):  # it ended meanwhile
        return 0


class _Pool:
    """A pool that answers at once, or never."""

    def __init__(self, answers: bool) -> None:
        self.answers = answers
        self.stopped = False

    def schedule(self, function: Callable[..., Any], args: tuple[Any, ...], timeout: float) -> Future[Any]:
        future: Future[Any] = Future()
        if self.answers:
            future.set_result(function(*args))
        return future

    def stop(self) -> None:
        self.stopped = True

    def join(self) -> None:
        pass


def test_a_pool_that_falls_silent_is_replaced_and_its_pages_are_done(monkeypatch: pytest.MonkeyPatch) -> None:
    pools = [_Pool(answers=False), _Pool(answers=True)]
    rest = list(pools)
    pebble = SimpleNamespace(ProcessPool=lambda **options: rest.pop(0), ProcessExpired=OSError)
    monkeypatch.setattr(pool, "need", lambda module, extra: pebble)
    monkeypatch.setattr(pool, "GRACE", -1.0)
    done: list[pool.Work] = []
    settings = Settings(out=Path("x"), format="jsonl", parser="stand_in:parse", timeout=0.5)
    workers = pool.Workers(settings, done.append)
    workers.submit(Chunk((0,), (Record(input="a", content=stand_in.page(1)),)))
    assert not done
    workers.watch()
    settled = workers.settle(done[0])
    assert settled is not None
    assert settled[1][0].layout == "odd"
    assert pools[0].stopped


def test_a_chunk_taken_apart_keeps_each_record_with_its_place() -> None:
    records = tuple(Record(input=name, content=b"") for name in "abc")
    singles = Chunk((4, 5, 6), records).singly()
    assert [(single.places, single.records[0].input) for single in singles] == [
        ((4,), "a"),
        ((5,), "b"),
        ((6,), "c"),
    ]
    assert {single.deaths for single in singles} == {1}


def test_a_file_that_cannot_be_read_is_an_error_row(tmp_path: Path) -> None:
    (outcome,) = work(Job("stand_in:parse", "jsonl"), (Record(input="gone", path=str(tmp_path / "gone")),))
    assert outcome.error == "file"


def test_an_unknown_parser_is_said_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(AttributeError):
        run([tmp_path], tmp_path / "out.jsonl", parser="stand_in:no_such")
    assert not (tmp_path / "out.jsonl.newsclean").exists()


def test_settings_bound_the_pages_in_hand() -> None:
    settings = Settings(out=Path("x.jsonl"), format="jsonl", jobs=3, chunk_pages=10)
    assert settings.pages_in_hand == 60


def test_workers_that_cannot_be_started_for_a_moment_end_no_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start, failures = pool.Workers._schedule, [BrokenProcessPool, BrokenProcessPool, RuntimeError]

    def schedule(workers: pool.Workers, chunk: Chunk) -> pool.Work:
        if failures:
            raise failures.pop()
        return start(workers, chunk)

    monkeypatch.setattr(pool.Workers, "_schedule", schedule)
    monkeypatch.setattr(pool, "PAUSE", 0.01)
    assert run([make_pages(tmp_path, 20)], tmp_path / "out.jsonl").articles == 20


def test_workers_that_can_never_be_started_end_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def schedule(_workers: pool.Workers, _chunk: Chunk) -> pool.Work:
        raise BrokenProcessPool

    monkeypatch.setattr(pool.Workers, "_schedule", schedule)
    monkeypatch.setattr(pool, "PAUSE", 0.01)
    with pytest.raises(BrokenProcessPool, match="before they have done anything"):
        run([make_pages(tmp_path, 20)], tmp_path / "out.jsonl")
