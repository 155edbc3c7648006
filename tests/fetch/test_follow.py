"""Following lists, over loopback: what is new becomes rows, each document once, whatever fails or stops in between."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.dataset
import pytest
from click.testing import CliRunner, Result

from fetch.loopback import Site, field_of
from fetch.services import SERVICES, address, ident
from newsclean.batch import CannotRun, Settings
from newsclean.batch.following import Follower
from newsclean.cli.group import commands
from newsclean.lists.query import target_of

ARTICLE = (
    "<html><head><title>桥通了_新浪财经</title></head><body><h1 class='main-title'>桥通了</h1>"
    "<div class='article' id='article'><p>　　老桥今天通车，车辆可以从两个方向过江。</p></div></body></html>"
)
VERIFY = "<html><head><title>访问验证</title></head><body></body></html>"
SECOND_CHANNEL = dict(target_of("stocks").channel.values)["lid"]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def lists(site: Site) -> dict[str, list[int]]:
    """The items of two rolling lists, by channel, the newest first: a test adds to them. Articles are there."""
    items: dict[str, list[int]] = {"finance": [], "stocks": []}

    def respond(url: str) -> object:
        numbers = items["stocks" if field_of(url, "lid") == SECOND_CHANNEL else "finance"]
        first = (int(field_of(url, "page")) - 1) * 50
        return SERVICES["finance"].write(numbers[first : first + 50], len(numbers))

    site.respond["feed.mix.sina.com.cn"] = respond
    site.respond["finance.sina.com.cn"] = lambda _: ARTICLE
    return items


def once(*words: str, out: str = "rows.jsonl") -> Result:
    options = ["-o", out, "--once", "--jobs", "1", "--attempts", "1", "--per-host", "1000"]
    return CliRunner().invoke(commands, ["follow", *words, *options])


def inputs(out: str = "rows.jsonl") -> list[str]:
    """The inputs of the rows, sorted."""
    return sorted(json.loads(line)["input"] for line in Path(out).read_text("utf-8").splitlines())


def addresses(*numbers: int) -> list[str]:
    return sorted(address(number) for number in numbers)


def test_every_round_adds_what_is_new_and_asks_for_nothing_again(
    site: Site, lists: dict[str, list[int]]
) -> None:
    lists["finance"] = [3, 2, 1]
    first = once("finance")
    assert first.exit_code == 0, first.output
    assert first.stdout == ""
    assert "round 1: finance 3 new: 3 articles (news-2018 3), 0 errors → rows.jsonl" in first.stderr
    assert len(first.stderr.splitlines()) == 1
    lists["finance"] = [6, 5, 4, 3, 2, 1]
    second = once("finance")
    assert "finance 3 new: 3 articles" in second.stderr
    assert inputs() == addresses(1, 2, 3, 4, 5, 6)
    third = once("finance")
    assert (third.exit_code, "finance 0 new: no rows" in third.stderr) == (0, True)
    asked = [url for url in site.asked if "doc-i" in url]
    assert len(asked) == len(set(asked)) == 6


def test_the_first_round_has_a_limit_and_later_ones_have_none(
    site: Site, lists: dict[str, list[int]]
) -> None:
    lists["finance"] = [*range(200, 300)]
    once("finance", "--limit", "5")
    assert inputs() == addresses(*range(200, 205))
    lists["finance"] = [*range(70, 300)]
    assert "finance 130 new" in once("finance", "--limit", "5").stderr
    assert inputs() == addresses(*range(70, 205))
    assert "finance 0 new" in once("finance", "--limit", "5").stderr


def test_a_document_that_two_lists_have_is_one_row(site: Site, lists: dict[str, list[int]]) -> None:
    lists["finance"], lists["stocks"] = [4, 3, 2, 1], [4, 3]
    done = once("finance", "stocks")
    assert "finance 4 new, stocks 2 new: 4 articles" in done.stderr
    lists["stocks"] = [5, 4, 3, 2]
    done = once("finance", "stocks")
    assert "finance 0 new, stocks 1 new: 1 articles" in done.stderr
    assert inputs() == addresses(1, 2, 3, 4, 5)


def test_a_document_with_another_address_is_known_by_its_id(site: Site, lists: dict[str, list[int]]) -> None:
    lists["finance"] = [1]
    once("finance")
    elsewhere = f"https://finance.sina.cn/2024-05-10/detail-i{ident(1)}.d.html"
    site.respond["zhibo.sina.com.cn"] = lambda _: SERVICES["live"].write([1], 1) | {"x": elsewhere}
    assert "live 0 new: no rows" in once("live").stderr
    assert inputs() == addresses(1)


def test_a_list_that_fails_is_told_and_tried_again(site: Site, lists: dict[str, list[int]]) -> None:
    lists["finance"] = [2, 1]
    site.respond["zhibo.sina.com.cn"] = lambda _: VERIFY
    done = once("live", "finance")
    assert done.exit_code == 3
    assert "live failed and is tried again (decode: the answer is no list: a page came" in done.stderr
    assert "finance 2 new: 2 articles" in done.stderr
    site.respond["zhibo.sina.com.cn"] = SERVICES["live"].respond(3)
    done = once("live", "finance")
    assert done.exit_code == 0
    assert "live 1 new" in done.stderr  # two of its messages lead to what finance had
    assert inputs() == addresses(0, 1, 2)


def test_a_walk_that_fails_half_way_leaves_no_hole(site: Site, lists: dict[str, list[int]]) -> None:
    lists["finance"] = [1]
    once("finance")
    lists["finance"] = [*range(120, 0, -1)]
    whole = site.respond["feed.mix.sina.com.cn"]
    site.respond["feed.mix.sina.com.cn"] = lambda url: VERIFY if field_of(url, "page") == "2" else whole(url)
    assert once("finance").exit_code == 3
    site.respond["feed.mix.sina.com.cn"] = whole
    assert "finance 119 new" in once("finance").stderr
    assert inputs() == addresses(*range(1, 121))


def test_pages_that_fail_are_rows_and_what_is_no_article_is_counted(
    site: Site, lists: dict[str, list[int]]
) -> None:
    lists["finance"] = [2, 1]
    site.respond["finance.sina.com.cn"] = lambda url: 404 if ident(1) in url else ARTICLE
    messages: dict[str, Any] = SERVICES["live"].write([8, 7], 2)
    messages["result"]["data"]["feed"]["list"][0] |= {"ext": "{}", "docurl": ""}
    site.respond["zhibo.sina.com.cn"] = lambda _: messages
    done = once("finance", "live")
    assert done.exit_code == 1
    assert (
        "finance 2 new, live 1 new (1 no articles): 2 articles (news-2018 2), 1 errors (status 1)"
        in done.stderr
    )
    assert inputs() == addresses(1, 2, 7)
    done = once("finance", "live")
    assert "finance 0 new, live 0 new: no rows" in done.stderr


def test_the_state_may_be_lost_without_a_row_written_twice(site: Site, lists: dict[str, list[int]]) -> None:
    lists["finance"] = [2, 1]
    once("finance")
    for path in Path("rows.jsonl.newsclean").glob("follow.*"):
        path.unlink()
    lists["finance"] = [3, 2, 1]
    assert "1 articles (news-2018 1), 0 errors, 2 done before" in once("finance").stderr
    assert inputs() == addresses(1, 2, 3)


@pytest.mark.parametrize("out", ["rows.parquet", "rows.sqlite", "rows.jsonl.gz", "folder", "days.parquet"])
def test_rows_are_written_as_batch_writes_them(site: Site, lists: dict[str, list[int]], out: str) -> None:
    more = ["--partition-by", "day"] if out.startswith("days") else []
    for newest in (2, 3):
        lists["finance"] = [*range(newest, 0, -1)]
        assert once("finance", *more, out=out).exit_code == 0
    if out == "folder":
        assert len([*Path(out).glob("*.md")]) == 3
    elif out.endswith("sqlite"):
        with sqlite3.connect(out) as rows:
            assert rows.execute("SELECT count(*) FROM article").fetchone() == (3,)
        rows.close()
    elif out.endswith("parquet"):
        assert pyarrow.dataset.dataset(out).count_rows() == 3
    assert (Path(out) / ".newsclean").exists() or Path(f"{out}.newsclean").exists()


def test_a_host_is_asked_for_its_robots_once(site: Site, lists: dict[str, list[int]]) -> None:
    settings = Settings(out=Path("rows.jsonl"), format="jsonl", resume=True, jobs=1)
    follower = Follower(["finance"], settings, first=5, **site.options)
    for newest in (3, 2, 1):
        lists["finance"] = [*range(newest, 5)]
        assert follower.round().summary is not None
    follower.close()
    assert inputs() == addresses(1, 2, 3, 4)
    asked = [asked.headers["host"] for asked in site.server.asked if asked.path == "/robots.txt"]
    assert sorted(asked) == ["feed.mix.sina.com.cn", "finance.sina.com.cn"]


# --- stopping -----------------------------------------------------------------------------------------------


def _when(ready: Callable[[], bool], then: Callable[[], None]) -> threading.Thread:
    """Do something from another thread once it is time for it."""

    def watch() -> None:
        deadline = time.monotonic() + 30
        while not ready() and time.monotonic() < deadline:
            time.sleep(0.02)
        then()

    thread = threading.Thread(target=watch)
    thread.start()
    return thread


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_following_goes_on_until_it_is_stopped(site: Site, lists: dict[str, list[int]], number: int) -> None:
    lists["finance"] = [2, 1]

    def grow() -> None:
        lists["finance"] = [3, 2, 1]

    def stop() -> None:
        time.sleep(0.5)  # the rows are there: what is left is to note them, and to wait
        os.kill(os.getpid(), number)

    def lines() -> int:
        path = Path("rows.jsonl")
        return len(path.read_text("utf-8").splitlines()) if path.exists() else 0

    threads = [_when(lambda: lines() == 2, grow), _when(lambda: lines() == 3, stop)]
    options = ["-o", "rows.jsonl", "--every", "1s", "--jobs", "1", "--per-host", "1000"]
    done = CliRunner().invoke(commands, ["follow", "finance", *options])
    for thread in threads:
        thread.join()
    assert done.exit_code == 0, done.output
    assert "round 2: finance " in done.stderr
    assert f"stopped by {signal.Signals(number).name}; the same command goes on" in done.stderr
    assert inputs() == addresses(1, 2, 3)
    assert "no rows" in once("finance").stderr


def test_a_stop_that_interrupts_no_wait_is_noticed_between_rounds(
    site: Site, lists: dict[str, list[int]]
) -> None:
    lists["finance"] = [2, 1]

    def is_waiting() -> bool:
        return Path("rows.jsonl").exists() and len(Path("rows.jsonl").read_text("utf-8").splitlines()) == 2

    def stop() -> None:
        time.sleep(0.5)
        # This thread gets the signal, so the main thread's wait is not interrupted. It is what happens to a signal
        # that comes right before a wait begins.
        signal.pthread_kill(threading.get_ident(), signal.SIGTERM)

    thread = _when(is_waiting, stop)
    began = time.monotonic()
    options = ["-o", "rows.jsonl", "--every", "1m", "--jobs", "1", "--per-host", "1000"]
    done = CliRunner().invoke(commands, ["follow", "finance", *options])
    thread.join()
    assert done.exit_code == 0, done.output
    assert "stopped by SIGTERM" in done.stderr
    assert time.monotonic() - began < 55  # the next round was not waited for


def test_a_stop_while_a_list_is_read_costs_nothing(site: Site, lists: dict[str, list[int]]) -> None:
    lists["finance"] = [2, 1]
    whole = site.respond["feed.mix.sina.com.cn"]
    reached = threading.Event()

    def slow(url: str) -> object:
        reached.set()
        time.sleep(2)
        return whole(url)

    site.respond["feed.mix.sina.com.cn"] = slow
    thread = _when(reached.is_set, lambda: os.kill(os.getpid(), signal.SIGTERM))
    done = once("finance")
    thread.join()
    assert done.exit_code == 143
    assert "stopped by SIGTERM" in done.stderr
    site.respond["feed.mix.sina.com.cn"] = whole
    assert once("finance").exit_code == 0
    assert inputs() == addresses(1, 2)


def test_a_stop_while_pages_are_read_loses_none(site: Site, lists: dict[str, list[int]]) -> None:
    lists["finance"] = [*range(50, 90)]
    reached = threading.Event()

    def slow(_url: str) -> object:
        reached.set()
        time.sleep(0.2)
        return ARTICLE

    site.respond["finance.sina.com.cn"] = slow
    thread = _when(reached.is_set, lambda: os.kill(os.getpid(), signal.SIGTERM))
    done = once("finance", "--limit", "30")
    thread.join()
    assert (done.exit_code, "stopped by SIGTERM" in done.stderr) == (143, True)
    site.respond["finance.sina.com.cn"] = lambda _: ARTICLE
    lists["finance"] = [*range(90)]  # and many more have come meanwhile
    assert once("finance", "--limit", "30").exit_code == 0
    assert inputs() == addresses(*range(80))


# --- what is refused ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [["nothing"], ["stock:hk1"], ["search"], ["finance", "--every", "soon"], ["finance", "--every", "0"], []],
)
def test_what_cannot_be_followed_is_a_usage_error(words: list[str]) -> None:
    assert once(*words).exit_code == 2
    assert not Path("rows.jsonl.newsclean").exists()


def test_an_output_of_another_kind_is_not_touched(lists: dict[str, list[int]]) -> None:
    Path("rows.jsonl").write_text("mine\n", "utf-8")
    Path("folder.parquet").mkdir()
    for out in ("rows.jsonl", "folder.parquet", os.devnull, "-"):
        done = once("finance", out=out)
        assert done.exit_code == 2, out
    assert Path("rows.jsonl").read_text("utf-8") == "mine\n"
    assert {path.name for path in Path().iterdir()} == {"rows.jsonl", "folder.parquet"}


def test_an_output_is_followed_into_by_one_alone(lists: dict[str, list[int]]) -> None:
    settings = Settings(out=Path("rows.jsonl"), format="jsonl", resume=True)
    first = Follower(["finance"], settings, first=5)
    with pytest.raises(CannotRun, match="another run is writing here"):
        Follower(["finance"], settings, first=5)
    first.close()
    Follower(["finance"], settings, first=5).close()
