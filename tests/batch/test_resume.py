"""Whatever ends a run, going on gives every page once and nothing torn."""

from __future__ import annotations

import gzip
import json
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow.dataset
import pyarrow.parquet
import pytest
import stand_in
from runs import HERE, make_pages, rows_of, run

from newsclean.batch import CannotRun
from newsclean.batch.durable import written_aside
from newsclean.batch.parts import part_format
from newsclean.rules import default_rules

PAGES = 400
DEEDS = {3: "no-body", 77: "bug", **dict.fromkeys(range(0, PAGES, 8), "slow 0.02")}
OUTPUTS = ["o.jsonl", "o.jsonl.gz", "o.parquet", "by-day.parquet", "o.sqlite", "docs"]


def _start(pages: Path, out: Path, **settings: Any) -> subprocess.Popen[bytes]:
    """A run as a process group of its own, committing every 20 rows."""
    options = {"commit_rows": 20, "resume": True, "chunk_pages": 4, **settings}
    if out.name.startswith("by-day"):
        options["partition_by"] = "day"
    command = [sys.executable, str(HERE / "runs.py"), str(pages), str(out), json.dumps(options)]
    return subprocess.Popen(command, start_new_session=True, stderr=subprocess.PIPE)


def _inputs(out: Path) -> list[str]:
    """The inputs in an output, in its order, read the way its users read it."""
    if out.suffix in (".jsonl", ".gz"):
        plain = out.read_bytes() if out.suffix == ".jsonl" else gzip.decompress(out.read_bytes())
        return [json.loads(line)["input"] for line in plain.splitlines()]
    if out.suffix == ".parquet":
        table = pyarrow.dataset.dataset(out, partitioning="hive").to_table(columns=["input"])
        return list(table["input"].to_pylist())
    if out.suffix == ".sqlite":
        with sqlite3.connect(out) as database:
            found = [name for (name,) in database.execute("SELECT input FROM article")]
        database.close()
        return found
    rows = rows_of(out / "index.jsonl")
    files = [row["file"] for row in rows if "file" in row]
    assert sorted(files) == sorted(path.name for path in out.glob("*.md"))
    assert all((out / name).read_text(encoding="utf-8").startswith("---\n") for name in files)
    return [row["input"] for row in rows]


@pytest.mark.parametrize("name", OUTPUTS)
def test_killed_with_nine_again_and_again_no_page_is_twice_or_missing(name: str, tmp_path: Path) -> None:
    pages, out = make_pages(tmp_path, PAGES, DEEDS), tmp_path / name
    chance = random.Random(name)  # noqa: S311 - a schedule of kills, not a secret
    kills = 0
    for _ in range(40):
        process = _start(pages, out)
        try:
            # after 25 kills a run is let be: on a busy machine no killed run gets far enough to be the last
            process.wait(timeout=0.3 + chance.random() * (0.2 + kills / 8) if kills < 25 else 300)
        except subprocess.TimeoutExpired:
            process.kill()
            kills += 1
        _, errors = process.communicate()
        if process.returncode == 0:
            break
    assert process.returncode == 0, errors.decode()
    assert kills > 1
    assert sorted(_inputs(out)) == [str(path) for path in sorted(pages.iterdir())]


def test_workers_leave_when_the_run_is_killed(tmp_path: Path) -> None:
    process = _start(make_pages(tmp_path, 4, dict.fromkeys(range(4), "hang")), tmp_path / "o.jsonl")
    members = _wait_until(lambda: len(_group(process.pid)) >= 4 and _group(process.pid))
    process.kill()
    process.communicate()
    assert len(members) >= 4  # the run, the fork server and its tracker, two workers
    assert _wait_until(lambda: not _group(process.pid))


def _group(leader: int) -> list[int]:
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:  # it ended meanwhile
            continue
        if int(fields[2]) == leader and fields[0] != "Z":
            found.append(int(status.parent.name))
    return found


def _wait_until(condition: Callable[[], Any]) -> Any:
    """The condition's value once it is true; fails after a minute."""
    for _ in range(600):
        if value := condition():
            return value
        time.sleep(0.1)
    raise AssertionError("it never came true")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("whole_group", [False, True])
def test_a_signal_ends_the_run_with_the_pages_in_hand_written(
    number: signal.Signals, whole_group: bool, tmp_path: Path
) -> None:
    pages, out = make_pages(tmp_path, 200, dict.fromkeys(range(50, 200), "slow 0.02")), tmp_path / "o.jsonl"
    process = _start(pages, out)
    work = out.with_name("o.jsonl.newsclean")
    _wait_until(lambda: list(work.glob("part-*.jsonl")))
    (os.killpg if whole_group else os.kill)(process.pid, number)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 9, errors.decode()
    written = {row["input"] for path in work.glob("part-*.jsonl") for row in rows_of(path)}
    assert 0 < len(written) < 200
    assert run([pages], out, resume=True).skipped == len(written)
    assert sorted(_inputs(out)) == [str(path) for path in sorted(pages.iterdir())]


def test_ordered_output_is_in_input_order_even_when_resumed(tmp_path: Path) -> None:
    pages, out = (
        make_pages(tmp_path, PAGES, dict.fromkeys(range(0, PAGES, 7), "slow 0.03")),
        tmp_path / "o.jsonl",
    )
    process = _start(pages, out, ordered=True)
    work = out.with_name("o.jsonl.newsclean")
    _wait_until(lambda: (work / "part-000001.jsonl").exists() or process.poll() is not None)
    process.kill()
    process.communicate()
    run([pages], out, resume=True, ordered=True)
    assert _inputs(out) == [str(path) for path in sorted(pages.iterdir())]


@pytest.mark.parametrize("name", OUTPUTS)
def test_new_inputs_are_added_to_a_finished_output(name: str, tmp_path: Path) -> None:
    out = tmp_path / name
    settings: dict[str, Any] = {"resume": True} | ({"partition_by": "day"} if "day" in name else {})
    first = run([make_pages(tmp_path, 10)], out, **settings)
    again = run([make_pages(tmp_path, 10)], out, **settings)
    more = run([make_pages(tmp_path, 15)], out, **settings)
    assert [each.pages for each in (first, again, more)] == [10, 0, 5]
    assert [each.skipped for each in (first, again, more)] == [0, 10, 10]
    assert len(set(_inputs(out))) == len(_inputs(out)) == 15


def test_a_finished_run_leaves_nothing_beside_its_output(tmp_path: Path) -> None:
    run([make_pages(tmp_path, 5)], tmp_path / "o.parquet")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["o.parquet", "pages"]


def test_an_output_that_was_put_in_place_before_a_kill_is_put_there_again(tmp_path: Path) -> None:
    part, out = tmp_path / "part-000001.jsonl", tmp_path / "o.jsonl"
    part.write_bytes(b"{}\n")
    for _ in range(2):
        with written_aside(out) as aside:
            part_format(".jsonl").join([part], aside)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["o.jsonl", "part-000001.jsonl"]
    part.unlink()
    assert out.read_bytes() == b"{}\n"


def test_an_output_that_is_there_is_not_overwritten_unasked(tmp_path: Path) -> None:
    pages, out = make_pages(tmp_path, 3), tmp_path / "o.jsonl"
    run([pages], out)
    with pytest.raises(CannotRun, match="--overwrite"):
        run([pages], out)
    with pytest.raises(CannotRun, match="--overwrite"):
        run([pages], out, resume=True)
    assert run([pages], out, overwrite=True).pages == 3


def test_a_run_is_not_resumed_with_other_settings(tmp_path: Path) -> None:
    out = tmp_path / "o.jsonl"
    run([make_pages(tmp_path, 3)], out, resume=True)
    with pytest.raises(CannotRun, match="begun with dedup"):
        run([make_pages(tmp_path, 3)], out, resume=True, dedup="text")


@pytest.mark.parametrize("began", ["0.0.9+c2615c0aff24", None])
def test_a_run_is_not_resumed_with_other_rules(tmp_path: Path, began: str | None) -> None:
    pages, out = make_pages(tmp_path, 3), tmp_path / "o.jsonl"
    run([pages], out, resume=True)
    assert run([pages], out, resume=True).skipped == 3
    with closing(sqlite3.connect(tmp_path / "o.jsonl.newsclean" / "manifest.sqlite")) as manifest, manifest:
        manifest.execute("DELETE FROM setting WHERE name = 'rules'")
        if began:
            manifest.execute("INSERT INTO setting VALUES ('rules', ?)", (began,))
    other = re.escape(began or "of an older version")
    with pytest.raises(CannotRun, match=f"rules '{other}', not '{re.escape(default_rules().version)}'"):
        run([pages], out, resume=True)
    assert run([pages], out, overwrite=True).pages == 3


def test_two_runs_cannot_write_to_one_output(tmp_path: Path) -> None:
    pages, out = make_pages(tmp_path, 4, dict.fromkeys(range(4), "hang")), tmp_path / "o.jsonl"
    process = _start(pages, out)
    try:
        _wait_until(lambda: len(_group(process.pid)) >= 4)
        with pytest.raises(CannotRun, match="another run"):
            run([pages], out, resume=True)
    finally:
        process.kill()
        process.communicate()


def test_a_killed_first_run_is_not_begun_anew_by_mistake(tmp_path: Path) -> None:
    pages, out = make_pages(tmp_path, 4, dict.fromkeys(range(4), "hang")), tmp_path / "o.jsonl"
    process = _start(pages, out)
    _wait_until(lambda: len(_group(process.pid)) >= 4)
    process.kill()
    process.communicate()
    with pytest.raises(CannotRun, match="--resume"):
        run([pages], out)


def test_an_input_given_twice_is_one_row(tmp_path: Path) -> None:
    pages, out = make_pages(tmp_path, 3), tmp_path / "o.jsonl"
    summary = run([pages, pages], out)
    assert (summary.pages, summary.skipped) == (3, 3)
    assert len(_inputs(out)) == 3


def test_memory_stays_flat_however_long_the_input(tmp_path: Path) -> None:
    """The reader is never further ahead than the pages in hand, whatever it could read."""
    from newsclean.batch import loop
    from newsclean.batch.records import Record, Settings

    ahead: list[int] = []
    kept = 0
    settings = Settings(out=tmp_path / "o.jsonl", format="jsonl", parser="stand_in:parse", jobs=2)

    def records() -> Any:
        for number in range(3000):
            ahead.append(number - kept)
            yield Record(input=str(number), content=stand_in.page(number))

    class Keeper:
        def is_done(self, name: str, *, in_hand: bool) -> bool:
            return False

        def keep(self, outcomes: Any) -> None:
            nonlocal kept
            kept += len(outcomes)

        def tick(self) -> None:
            pass

    loop.Loop(settings, Keeper(), None, lambda size: None).run(records())  # type: ignore[arg-type]
    assert kept == 3000
    assert max(ahead) <= settings.pages_in_hand + 1
