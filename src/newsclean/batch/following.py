"""Following lists: round after round, what is new in them becomes rows of one output, as a batch run writes them.

A round walks every list back to what is known of it, then runs a batch over the new addresses, which goes on with the
output that is there. What is known stands beside the output, by document id, and is noted when the rows are written: a
round that fails or is stopped costs nothing but its repetition.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import FrameType
from typing import Unpack

from msgspec import Struct, field

from newsclean.article import Article
from newsclean.batch.committer import disk_told
from newsclean.batch.fetching import Parse, Reader
from newsclean.batch.manifest import Manifest
from newsclean.batch.place import place_of
from newsclean.batch.progress import Watch
from newsclean.batch.records import CannotRun, Settings
from newsclean.batch.run import check_settings, run_batch
from newsclean.batch.summary import Summary
from newsclean.errors import NewscleanError
from newsclean.fetch import FetchOptions
from newsclean.fetch.sync import Fetcher
from newsclean.language import Wording, wording
from newsclean.lists import RollItem, RollSummary
from newsclean.lists.query import ListQuery
from newsclean.lists.walk import Known, list_steps
from newsclean.page import Page

__all__ = ["Follower", "ListAccount", "ListFetcher", "Round", "StoppedBySignal", "stopping"]

_STATE = "follow.sqlite"  # in the work folder beside the output
_ALL = "all"  # noted of a list whose first walk no limit ended


class StoppedBySignal(BaseException):
    """The first SIGINT or SIGTERM, raised wherever the follower is but in a batch, which ends by itself."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class ListFetcher(Fetcher):
    """The fetcher of lists and articles, kept over all rounds: its connections, its hosts' turns and what it knows of
    robots.txt stay with it."""

    _parse: Parse | None = None

    def lent(self, parse: Parse) -> Reader:
        """This fetcher for the batch of a round, whose workers parse."""
        self._parse = parse
        return _Lent(self)

    def parse(self, page: Page) -> Article:
        return super().parse(page) if self._parse is None else self._parse(page)


class _Lent:
    """A fetcher that its borrower doesn't close."""

    def __init__(self, fetcher: Fetcher) -> None:
        self.read = fetcher.read

    def close(self) -> None:
        """The follower closes it."""


class ListAccount(Struct):
    """What a round found in a list: ``new`` addresses to read, items that are no articles (``others``), what is odd
    about the list; ``error`` says in a sentence why it could not be read (None: it was)."""

    new: int = 0
    others: int = 0
    notes: list[str] = field(default_factory=list)
    error: str | None = None

    def told(self, say: Wording) -> str:
        """The account in words."""
        if self.error is not None:
            return say("failed and is tried again ({why})", why=self.error)
        told = [*([say("{n:,} no articles", n=self.others)] if self.others else []), *self.notes]
        return say("{n:,} new", n=self.new) + (say(" ({counts})", counts="; ".join(told)) if told else "")


class Round(Struct):
    """The account of a round: its number, when it began, each list, and the batch's summary (None: nothing was new)."""

    number: int
    at: datetime
    lists: dict[str, ListAccount] = field(default_factory=dict)
    summary: Summary | None = None

    @property
    def failed(self) -> bool:
        """Whether a list could not be read."""
        return any([account.error is not None for account in self.lists.values()])

    def line(self, out: Path, say: Wording | None = None) -> str:
        """One line: ``2024-05-10 12:00:00 round 2: finance 12 new: 11 articles, 1 errors (timeout 1) → rows.jsonl``.
        ``say`` is the language (None: English)."""
        say = say or wording("en")
        return say(
            "{at:%Y-%m-%d %H:%M:%S} round {number}: {lists}: {rows} → {output}",
            at=self.at,
            number=self.number,
            lists=say(", ").join(f"{name} {account.told(say)}" for name, account in self.lists.items()),
            rows=self.summary.counts(say) if self.summary else say("no rows"),
            output=out,
        )


class Follower:
    """Follows ``channels`` into the output of ``settings``, which have to resume; ``words`` is the query of those that
    are searched. The first time a list is walked it gives ``first`` items at most. ``options`` are the fetcher's, for
    lists and articles, and ``make`` makes it of them. ``watch`` says what is shown while rows are written.

    Raises CannotRun where the output does not allow it, CannotWrite where the disk is full or fails, ValueError for
    channels that are none.
    """

    def __init__(
        self,
        channels: Sequence[str],
        settings: Settings,
        *,
        first: int,
        words: str | None = None,
        watch: Watch | None = None,
        make: Callable[..., ListFetcher] = ListFetcher,
        **options: Unpack[FetchOptions],
    ) -> None:
        self._watch = watch
        self._channels = tuple(dict.fromkeys(channels))
        self._settings, self._first, self._words = settings, first, words
        self._rounds = 0
        for channel in self._channels:
            self._query(channel, first)
        self._state = _opened_state(settings)
        self._fetcher = make(**options)

    def _query(self, channel: str, limit: int | None) -> ListQuery:
        return ListQuery(channel=channel, limit=limit, query=self._words)

    def round(self) -> Round:
        """Walk every list, write the rows of what is new, and note it as known. A list that fails is told in the
        account, and nothing of it is noted."""
        self._rounds += 1
        found = Round(self._rounds, datetime.now().astimezone())
        walked = {channel: self._walk(channel, found) for channel in self._channels}
        new = {item.key: item.url for items in walked.values() for item in items if self._is_new(item)}
        inputs = [url for url in new.values() if url]
        if inputs:
            found.summary = run_batch(
                inputs, self._settings, open_reader=self._fetcher.lent, watch=self._watch
            )
        if found.summary is None or found.summary.stopped is None:
            self._note(walked)
        return found

    def _walk(self, channel: str, found: Round) -> list[RollItem]:
        """The items of a list that are not known to it."""
        account = found.lists[channel] = ListAccount()
        begun = self._state.noted(f"walked {channel}")
        query = self._query(channel, None if begun else self._first)
        summary = RollSummary(channel)
        steps = list_steps(query, self._fetcher.options, summary, self._known(channel, begun))
        try:
            items = [*self._fetcher.stream(steps)]
        except NewscleanError as error:
            account.error = f"{error.kind}: {error.message}"
            return []
        account.new = len([item for item in items if self._is_new(item)])
        account.others = len([item for item in items if not item.may_be_article])
        account.notes = summary.notes
        if begun is None:
            is_cut = summary.ended == "limit" and query.target.service.days != "edition"
            self._begin(channel, items if is_cut else [])
        return items

    def _begin(self, channel: str, given: list[RollItem]) -> None:
        """Note where the first walk of a list ended, at the oldest of the items that a limit let it give. It is noted
        before their rows are written: after a stop the list is walked back to there, and no limit leaves a hole."""
        oldest = min((item.published_at for item in given if item.published_at), default=None)
        with disk_told():
            self._state.note(f"walked {channel}", oldest.isoformat() if oldest else _ALL)
            self._state.commit()

    def _known(self, channel: str, begun: str | None) -> Known:
        """What is known of a list: the items that it gave, and all that is older than where its first walk ended."""
        oldest = datetime.fromisoformat(begun) if begun and begun != _ALL else None

        def known(item: RollItem) -> bool:
            at = item.published_at
            is_older = oldest is not None and at is not None and at < oldest
            return is_older or self._state.is_done(_name(channel, item))

        return known

    def _is_new(self, item: RollItem) -> bool:
        """Whether the item is to be read: an article may be at its address, and no list had the document before."""
        return item.may_be_article and not self._state.is_done(_name("", item))

    def _note(self, walked: dict[str, list[RollItem]]) -> None:
        """Note what a round gave as known, to its list and to all."""
        with disk_told():
            for channel, items in walked.items():
                for item in items:
                    self._state.mark_done(_name(channel, item))
                    if item.may_be_article:
                        self._state.mark_done(_name("", item))
            self._state.commit()

    def close(self) -> None:
        """Let go of the state and of every connection."""
        self._fetcher.close()
        self._state.close()


def _name(channel: str, item: RollItem) -> str:
    """What an item is remembered by, of a list or (``""``) of all."""
    return f"{channel}\n{item.key}"


def _opened_state(settings: Settings) -> Manifest:
    """What is known, held by this process alone. Raises CannotRun and CannotWrite."""
    check_settings(settings)
    if settings.to_stdout or settings.database is not None:
        raise CannotRun("what is known of the lists stands beside the output: give it a file or a folder")
    place = place_of(settings)
    place.refuse_kind()
    if place.out.is_file() and not place.work.exists():
        raise CannotRun(f"{place.out} is there already, and no run goes on with it: give another name")
    with disk_told():
        place.work.mkdir(parents=True, exist_ok=True)
        return Manifest(place.work / _STATE)


@contextmanager
def stopping() -> Iterator[None]:
    """Turn SIGINT and SIGTERM into :class:`StoppedBySignal`, in the main thread, which alone gets them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = (signal.SIGINT, signal.SIGTERM)
    before = {number: signal.getsignal(number) for number in numbers}

    def handle(number: int, _frame: FrameType | None) -> None:
        raise StoppedBySignal(signal.Signals(number).name)

    for number in numbers:
        signal.signal(number, handle)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
