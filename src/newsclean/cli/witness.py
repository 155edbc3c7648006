"""Fetchers that tell each step when it is done, with the seconds it took."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from newsclean.article import Article
from newsclean.cli.manner import Manner
from newsclean.cli.streams import flat_and_masked
from newsclean.errors import masked
from newsclean.fetch.steps import AskRobots, Emit, Failure, Parse, Pause, Send, Step
from newsclean.fetch.sync import Fetcher
from newsclean.fetch.transport import system_resolver
from newsclean.language import Wording

__all__ = ["Teller", "detail_of", "witness"]

AnyFetcher = TypeVar("AnyFetcher", bound=Fetcher)


class Teller:
    """Who tells steps: ``say`` is the language, ``tell`` takes what kind of step it was, an account of it in a line,
    and the seconds it took (None: it begins now)."""

    def __init__(self, say: Wording, tell: Callable[[str, str, float | None], None]) -> None:
        self.say, self.tell = say, tell


def detail_of(manner: Manner) -> Teller:
    """Steps as lines on standard error, for ``--verbose``."""

    def tell(what: str, line: str, seconds: float | None) -> None:
        took = "" if seconds is None else f" [{seconds:.3f} s]"
        manner.detail(f"newsclean: {what}: {flat_and_masked(line)}{took}")

    return Teller(manner.say, tell)


def witness(kind: type[AnyFetcher], teller: Teller) -> Callable[..., AnyFetcher]:
    """What makes fetchers of a kind that tell their steps. It takes what their class does."""

    class Witness(kind):  # type: ignore[misc, valid-type]  # the kinds of fetchers are few, and all alike
        def __init__(self, **options: Any) -> None:
            options.setdefault("resolver", look_up)
            super().__init__(**options)

        def take(self, step: Step) -> Any:
            if isinstance(step, Send):
                teller.tell(teller.say("asking"), masked(step.url), None)
            started = time.monotonic()
            answer = super().take(step)
            teller.tell(*_account(step, answer, teller.say), time.monotonic() - started)
            return answer

    def look_up(host: str, port: int) -> Sequence[str]:
        started = time.monotonic()
        found = system_resolver(host, port)
        where = teller.say("{host} is at {addresses}", host=host, addresses=", ".join(found))
        teller.tell(teller.say("names"), where, time.monotonic() - started)
        return found

    return Witness


def _account(step: Step, answer: Any, say: Wording) -> tuple[str, str]:
    """What a step was and what came of it, in a line."""
    match step:
        case Send() if isinstance(answer, Failure):
            again = say("may be tried again") if answer.retry else say("will not be tried again")
            return say("failed"), f"{answer.error.kind}: {answer.error.message}; {again}"
        case Send():
            return say("answer"), _answer(answer, say)
        case AskRobots():
            return "robots", f"{step.origin}: {answer.said}"
        case Pause():
            return say("waited"), say("before the next attempt, {seconds:.1f} s", seconds=step.seconds)
        case Parse():
            is_good = isinstance(answer, Article)
            told = (
                say("layout {layout}", layout=answer.layout)
                if is_good
                else f"{answer.kind}: {answer.message}"
            )
            return say("parse"), told
        case Emit():
            return say("item"), step.item.title


def _answer(answer: Any, say: Wording) -> str:
    """A server's answer, or one out of the cache."""
    where = answer.headers.get("location", "")
    return say(
        "status {status}{where}, {size:,} bytes, {kind}, over {connection}",
        status=answer.status,
        where=say(" to {where}", where=where) if where else "",
        size=len(answer.content),
        kind=answer.headers.get("content-type") or say("no content type"),
        connection=" ".join(answer.connection.values()) or say("the cache"),
    )
