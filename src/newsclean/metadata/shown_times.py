"""Which of the times that a page shows is that of publication, and which that of the last change.

For pages without a layout: what stands behind the headline is the article's, a clock tells more than a day alone, and a
label tells more than either. How labels are written is said in rules/info_line.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclean.blocks import Value
from newsclean.dates import Moment, moments_at
from newsclean.rules import Rules

__all__ = ["ShownTimes", "shown_times"]

_LABEL = 12
"""Characters before a time in which its label stands, and behind it."""


class ShownTimes(Value):
    """The times of publication and of the last change, None where none is shown; where the first of them begins and
    ends in the words; and whether it stands behind the headline, so that it is the article's."""

    published: Moment | None = None
    start: int = 0
    end: int = 0
    modified: Moment | None = None
    is_sure: bool = False


class _Time(Value):
    """A time among the words, and what stands around it: its label, whether it is more than a day in a sentence, and
    whether nothing at all is said of it: that of today has its weekday, or words before it."""

    start: int
    end: int
    moment: Moment
    updates: bool
    labelled: bool
    alone: bool
    is_bare: bool


def shown_times(rules: Rules, said: str, headlines: Sequence[int]) -> ShownTimes:
    """The times in the words above a text. ``headlines`` are the places behind the headline, the nearest to the text
    first; there are several where the page says it again, none where it does not say it."""
    times = [*_times(rules, said)]
    changed = next((time.moment for time in reversed(times) if time.updates), None)
    told = [time for time in times if not time.updates] or times
    for has_clock in (True, False):
        for place in headlines:
            behind = [time for time in told if time.start >= place]
            if found := _best(behind, has_clock=has_clock):
                return ShownTimes(found.moment, found.start, found.end, changed, is_sure=True)
    clocks = [time for time in told if time.moment.has_clock]
    days = [time for time in told if time.labelled and time.alone]
    bare = [time for time in told if time.is_bare]
    for last in (*clocks[-1:], *days[-1:], *bare[-1:]):
        return ShownTimes(last.moment, last.start, last.end, changed)
    return ShownTimes(modified=changed)


def _best(times: Sequence[_Time], *, has_clock: bool) -> _Time | None:
    """The first of the labelled times, else the first."""
    fit = [time for time in times if time.moment.has_clock is has_clock and (has_clock or time.alone)]
    return next((time for time in fit if time.labelled), next(iter(fit), None))


def _times(rules: Rules, said: str) -> Iterator[_Time]:
    asks = rules.asks
    for start, end, moment in moments_at(said):
        before, behind = said[max(start - _LABEL, 0) : start], said[end : end + _LABEL]
        updates = asks.update_label.search(before) is not None or asks.update_behind.match(behind) is not None
        labelled = not updates and asks.time_label.search(before) is not None
        alone = labelled or updates or asks.day_led_to.search(before) is None
        alone = alone and asks.day_goes_on.match(behind) is None
        bare = alone and not updates and asks.today.search(f"{before}¶{behind}") is None
        yield _Time(start, end, moment, updates, labelled, alone, bare)
