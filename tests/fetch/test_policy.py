"""The steps of a fetch, answered by hand: what is asked for and what comes of each answer, without socket or clock."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.errors import FetchError
from newsclean.fetch import rate
from newsclean.fetch.options import FetchOptions, Options
from newsclean.fetch.page_steps import MOST_REDIRECTS, page_steps
from newsclean.fetch.steps import Failure, Pause, Reply, Send
from newsclean.page import Page

NOW = datetime(2024, 5, 10, 4, 0, tzinfo=UTC)
URL = "http://example.test/a"


def reply(url: str, status: int = 200, seconds: float = 0.5, **headers: str) -> Reply:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(url, status, named, b"<p>x</p>", seconds, NOW)


def failure(kind: str = "timeout", *, retry: bool = True, seconds: float = 0.5) -> Failure:
    return Failure(FetchError(kind, "it failed"), retry, seconds)


Answer = Callable[[Send], Reply | Failure]


def run(answer: Answer, url: str = URL, **options: Any) -> tuple[Page | FetchError, list[Send | Pause]]:
    """The result of the steps when requests are answered so, and every step on the way."""
    steps = page_steps(url, Options(robots=False, **options))
    taken: list[Send | Pause] = []
    sent: Reply | Failure | None = None
    try:
        while True:
            step = steps.send(sent)
            assert isinstance(step, (Send, Pause))
            taken.append(step)
            sent = answer(step) if isinstance(step, Send) else None
    except StopIteration as stop:
        return stop.value, taken
    except FetchError as error:
        return error, taken


def in_turn(*answers: Reply | Failure) -> Answer:
    left = list(answers)
    return lambda _step: left.pop(0) if len(left) > 1 else left[0]


def test_a_good_answer_is_one_request_and_a_page() -> None:
    page, steps = run(in_turn(reply(URL)))
    assert isinstance(page, Page)
    assert page.url == URL
    assert steps == [Send(URL, steps[0].headers, 0.5, 60.0)]  # type: ignore[union-attr]


def test_seconds_that_are_spent_are_missing_from_the_next_request() -> None:
    _, steps = run(in_turn(failure(seconds=7.0), reply(URL)), total=30.0)
    first, between, then = steps
    assert isinstance(first, Send)
    assert isinstance(between, Pause)
    assert isinstance(then, Send)
    assert then.seconds == pytest.approx(30.0 - 7.0 - between.seconds)


def test_nothing_is_asked_when_the_seconds_are_spent() -> None:
    error, steps = run(lambda step: reply(step.url, 302, 4.0, location=step.url + "x"), total=7.0)
    assert isinstance(error, FetchError)
    assert error.kind == "timeout"
    assert len(steps) == 2


@pytest.mark.parametrize("number", [1, 2, 5])
def test_attempts_are_bounded_by_their_number(number: int) -> None:
    error, steps = run(in_turn(failure(seconds=0.0)), attempts=number, total=1000.0)
    assert isinstance(error, FetchError)
    assert error.details["attempts"] == number
    assert sum(isinstance(step, Send) for step in steps) == number


def test_attempts_are_bounded_by_their_time() -> None:
    error, steps = run(in_turn(failure(seconds=25.0)), attempts=50, total=60.0)
    assert isinstance(error, FetchError)
    assert 2 <= sum(isinstance(step, Send) for step in steps) <= 3


def test_what_cannot_be_helped_by_trying_again_is_tried_once() -> None:
    _, steps = run(in_turn(failure("blocked_address", retry=False)))
    assert len(steps) == 1


def test_a_host_that_answers_is_left_alone_while_it_asks_for_that_and_a_failure_holds_up_only_itself() -> (
    None
):
    _, steps = run(in_turn(reply(URL, 429, retry_after="7"), reply(URL)))
    assert steps[1] == Pause(7.0, "example.test")
    _, steps = run(in_turn(failure(), reply(URL)))
    assert isinstance(steps[1], Pause)
    assert steps[1].host == ""


@given(st.lists(st.sampled_from([200, 301, 302, 404, 429, 500, 503]), min_size=1, max_size=40))
def test_whatever_is_answered_the_policy_ends_within_its_bounds(statuses: list[int]) -> None:
    left = list(statuses)
    count = iter(range(1000))

    def answer(step: Send) -> Reply:
        return reply(step.url, left.pop(0) if left else 503, 0.1, location=f"/{next(count)}")

    outcome, steps = run(answer, total=1000.0)
    assert isinstance(outcome, (Page, FetchError))
    assert sum(isinstance(step, Send) for step in steps) <= (MOST_REDIRECTS + 1) * 4


def test_https_of_sina_falls_back_to_http_only_where_no_connection_came_about() -> None:
    def answer(step: Send) -> Reply | Failure:
        return failure("connect", retry=False) if step.url.startswith("https") else reply(step.url)

    page, steps = run(answer, "http://old.sina.com.cn/a.shtml")
    assert [step.url for step in steps if isinstance(step, Send)] == [
        "https://old.sina.com.cn/a.shtml",
        "http://old.sina.com.cn/a.shtml",
    ]
    assert isinstance(page, Page)
    error, steps = run(answer, "https://old.sina.com.cn/a.shtml")
    assert isinstance(error, FetchError)
    error, steps = run(lambda step: reply(step.url, 403), "http://old.sina.com.cn/a.shtml")
    assert isinstance(error, FetchError)
    assert len(steps) == 1


# --- waits ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("attempt", [1, 2, 3, 4, 9, 5_000])
def test_waits_grow_and_are_drawn_at_random_below_a_bound(
    monkeypatch: pytest.MonkeyPatch, attempt: int
) -> None:
    monkeypatch.setattr(rate, "uniform", random.uniform)
    waits = [rate.backoff(attempt) for _ in range(300)]
    bound = min(20.0, 2.0 ** min(attempt - 1, 10))
    assert all(0 <= wait <= bound for wait in waits)
    assert max(waits) > bound / 2 > min(waits)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("7", 7.0),
        ("0", 0.0),
        ("Fri, 10 May 2024 04:01:30 GMT", 90.0),
        ("Fri, 10 May 2024 03:00:00 GMT", 0.0),
        ("Fri, 10 May 2024 12:01:00 +0800", 60.0),
        ("soon", None),
        ("-5", None),
        ("", None),
    ],
)
def test_retry_after_is_read_as_seconds_or_as_a_date(value: str, seconds: float | None) -> None:
    assert rate.retry_after({"retry-after": value}, NOW) == seconds


# --- options ----------------------------------------------------------------------------------------------


def test_the_keywords_of_signatures_are_the_options() -> None:
    assert set(get_type_hints(FetchOptions)) == set(Options.__struct_fields__)


@pytest.mark.parametrize(
    "wrong",
    [
        {"timeout": 0},
        {"total": -1},
        {"per_host": 0},
        {"per_host": float("nan")},
        {"attempts": 0},
        {"max_bytes": 0},
    ],
)
def test_options_that_make_no_sense_are_refused(wrong: Mapping[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Options(**wrong)


def test_the_policy_touches_neither_clock_nor_socket() -> None:
    root = Path(rate.__file__).parent.parent
    fetch = "page_steps article_steps redirects robots guard body rate steps"
    pure = [root / f"fetch/{name}.py" for name in fetch.split()]
    for path in (*pure, *(root / "lists").glob("*.py")):
        source = path.read_text("utf-8")
        imports = [line.split()[1] for line in source.splitlines() if line.startswith(("import ", "from "))]
        assert not {"time", "socket", "httpx", "httpcore", "asyncio"} & set(imports), path.name
