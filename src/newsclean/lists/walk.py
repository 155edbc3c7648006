"""The walk through a list: page after page, and day after day, until the list, the limit or the window ends.

:func:`list_steps` is a generator of steps like those in fetch/page_steps.py, which emits each item when it comes to
it. How a service is asked stands in query.py, how its answer is read in answers.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

from newsclean.fetch.options import Options
from newsclean.fetch.page_steps import page_steps
from newsclean.fetch.steps import Emit, Steps
from newsclean.lists.answers import Answer, answer_of
from newsclean.lists.items import RollItem
from newsclean.lists.query import ListQuery, address_of
from newsclean.lists.summary import Ending, RollSummary

__all__ = ["Known", "list_steps"]

Known = Callable[[RollItem], bool]

_MOST_PAGES = 400  # of one list or one day, so that no service can keep a walk going; the longest day had 65
_DRY_DAYS = 7  # days without any item, one after the other, that end a walk into the past


def list_steps(
    query: ListQuery, options: Options, summary: RollSummary, known: Known | None = None
) -> Steps[None]:
    """Emit the items of a list, the newest first, each once. What came of it is noted in ``summary``.

    Items that are ``known`` are not emitted, and a page of nothing else ends the walk. Raises FetchError, also (of the
    kinds ``status`` and ``decode``) where a service answers that it failed, or with what is no list.
    """
    walk = _Walk(query, summary, known or _unknown)
    for day in query.days():
        yield from _pages(walk, options, day)
        if walk.ended is not None or walk.is_dry(day):
            break
    walk.conclude()


def _pages(walk: _Walk, options: Options, day: date | None) -> Steps[None]:
    """Emit the items of a list, or of one of its days."""
    query, service = walk.query, walk.query.target.service
    walk.begin_list()
    for number in range(1, _MOST_PAGES + 1):
        url = address_of(query, number, day, walk.oldest)
        page = yield from page_steps(url, options, referer=service.referer)
        answer = answer_of(service, page, query.target.name)
        fresh = walk.unseen(answer)
        for item in fresh:
            if walk.takes(item):
                yield Emit(item)
                walk.count()
            if walk.ended == "limit":
                return
        if walk.is_over(answer, fresh):
            return
    walk.stop_early("requests")


def _unknown(_item: RollItem) -> bool:
    return False


class _Walk:
    """The state of a walk: items seen and given, the newest and the oldest time, days without items."""

    def __init__(self, query: ListQuery, summary: RollSummary, known: Known) -> None:
        self.query = query
        self.ended: Ending | None = None
        self.oldest = ""  # the smallest id so far, where further pages are asked for by it
        self._known = known
        self._summary = summary
        self._seen: set[str] = set()
        self._entries = 0
        self._newest: datetime | None = None
        self._earliest: datetime | None = None
        self._is_cut: Ending | None = None
        self._dry_days = self._given_before = self._given_at_first = 0
        self._last_day: date | None = None

    def begin_list(self) -> None:
        """A list of its own begins: the service's only one, or that of a day."""
        self._entries, self.oldest, self._given_at_first = 0, "", self._summary.items

    def unseen(self, answer: Answer) -> list[RollItem]:
        """The items that no earlier page had: each article that is published meanwhile moves one on to the next
        page."""
        self._summary.requests += 1
        self._entries += answer.entries
        if answer.total is not None:
            self._summary.total = answer.total
        if answer.ids and self.query.target.service.paging == "older":
            self.oldest = str(min(answer.ids))
        fresh = []
        for item in answer.items:
            key = item.id or item.key
            if key not in self._seen:
                self._seen.add(key)
                fresh.append(item)
        return fresh

    def takes(self, item: RollItem) -> bool:
        """Whether the item is wanted: it is in the window, and not known. Keeps the newest and the oldest time."""
        at = item.published_at
        if at is not None:
            self._newest = at if self._newest is None else max(at, self._newest)
            self._earliest = at if self._earliest is None else min(at, self._earliest)
        if self._known(item):
            self._summary.known += 1
            return False
        wanted = self.query.wants(item)
        self._summary.left_out += not wanted
        return wanted

    def count(self) -> None:
        """An item was given."""
        self._summary.items += 1
        if self._summary.items == self.query.limit:
            self.ended = "limit"

    def is_over(self, answer: Answer, fresh: list[RollItem]) -> bool:
        """Whether a list, or a day's, is at its end: nothing more is there, or nothing that is wanted."""
        if fresh and all([self._known(item) for item in fresh]):
            self.ended = "known"
        if self.ended or self._is_past(fresh) or self._is_of_other_days(fresh):
            return True
        service = self.query.target.service
        if service.paging == "one" or answer.more is False:
            return True
        is_whole = answer.total is not None and self._entries >= answer.total
        if not fresh or is_whole or (service.paging == "older" and not self.oldest):
            self._note_shortfall(answer)
            return True
        return False

    def _is_past(self, fresh: list[RollItem]) -> bool:
        """Whether every new item of a page is older than the window."""
        since = self.query.since
        if since is None or not fresh:
            return False
        return all([item.published_at is not None and item.published_at.date() < since for item in fresh])

    def _is_of_other_days(self, fresh: list[RollItem]) -> bool:
        """Whether a service that was asked for a day gives nothing of it: a page of other days alone."""
        query = self.query
        if query.target.service.days != "each" or not query.has_window or not fresh:
            return False
        if any([query.wants(item) for item in fresh]):
            return False
        if self._summary.items == self._given_at_first:
            self.stop_early("window")
        return True

    def _note_shortfall(self, answer: Answer) -> None:
        """A list ended before all was given that it has: a page or more is missing of what the service counts, or it
        gave as many as it keeps."""
        service = self.query.target.service
        total = answer.total or 0
        is_repeated = service.paging == "older" and answer.entries > 1  # the oldest item alone may come again
        if self._entries + service.size <= total or 0 < service.keeps <= self._entries or is_repeated:
            self.stop_early("service")

    def stop_early(self, how: Ending) -> None:
        """What was asked for is not all there: a list of the walk ended early."""
        self._is_cut = self._is_cut or how

    def is_dry(self, day: date | None) -> bool:
        """Whether a whole week has given nothing: the days before it will not either. A window that has a first day
        is always asked to its end."""
        self._last_day = day
        self._dry_days = 0 if self._summary.items > self._given_before else self._dry_days + 1
        self._given_before = self._summary.items
        if self._dry_days < _DRY_DAYS or self.query.since is not None:
            return False
        self.stop_early("empty_days")
        return True

    def conclude(self) -> None:
        """Note how the walk ended, and what is odd about the list."""
        summary, query = self._summary, self.query
        if self.ended is None and self._is_cut is None and self._misses_days():
            self._is_cut = "window"
        summary.ended = self._is_cut or self.ended or "all"
        summary.notes += [*self._oddities(), *self._early_end(summary.ended)]
        target = query.target
        if target.asked:
            why = f"has had nothing new since {target.stale}; {target.name} was asked in its place"
            summary.notes.append(f"the list {target.asked} {why}")

    def _misses_days(self) -> bool:
        """Whether a service that can't be asked for days gave nothing older than the first of them: more may be missing
        than it has."""
        since = self.query.since
        if since is None or self.query.target.service.days != "never" or self._earliest is None:
            return False
        return self._earliest.date() >= since

    def _early_end(self, how: Ending) -> Iterator[str]:
        """Why not all is there that was asked for, in a sentence."""
        summary, service = self._summary, self.query.target.service
        name = f"the list {self.query.channel}"
        of = f" of {summary.total:,}" if summary.total else ""
        back = f"{self._earliest:%Y-%m-%d %H:%M}" if self._earliest else "no time"
        if how == "requests":
            advice = "; ask for it by days" if service.days == "each" else ""
            made = f"after {_MOST_PAGES} requests, the most for one list"
            yield f"{name} ended early: {made} ({self._entries:,}{of} entries, back to {back}){advice}"
        elif how == "service":
            more = f"; the channel {service.beyond} goes further back" if service.beyond else ""
            yield f"{name} ended early: its service gave {self._entries:,}{of} entries, back to {back}{more}"
        elif how == "empty_days":
            yield f"{name} ended early: {_DRY_DAYS} days had no item, and no day before {self._last_day} was asked for"
        elif how == "window" and service.days == "each":
            yield f"{name} ended early: its service does not give the days that it is asked for"
        elif how == "window":
            yield (
                f"{name} ended early: its service can't be asked for days, and its list goes back to {back}, not to "
                f"{self.query.since}"
            )

    def _oddities(self) -> Iterator[str]:
        """What the caller should know of the list: it was empty, stale, or ignored the days."""
        query, summary, service = self.query, self._summary, self.query.target.service
        if summary.items == 0 and summary.known == 0:
            yield f"the list {query.channel} gave nothing" + (
                " in the days asked for" if query.has_window else ""
            )
        if summary.left_out and service.days in ("each", "window"):
            yield f"the list {query.channel} gave {summary.left_out} items of other days than it was asked for"
        if summary.left_out and service.days == "never":
            yield (
                f"the list {query.channel} can't be asked for days: {summary.left_out} items of other days were read "
                "and left out"
            )
        is_judged = self._newest is not None and service.fresh and not query.has_window
        if is_judged and self._newest and query.now - self._newest > timedelta(days=service.fresh):
            yield f"the list {query.channel} is stale: its newest item is of {self._newest:%Y-%m-%d %H:%M}"
