"""The progress bar of a run (rate, failures, time left), shown on a terminal only. It shows the summary's counts."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from newsclean.batch.optional import need
from newsclean.batch.records import Outcome
from newsclean.batch.summary import Summary
from newsclean.blocks import Value
from newsclean.language import Wording, wording

__all__ = ["Show", "Watch", "progress"]

Show = Callable[[int, Summary], None]


class Watch(Value):
    """Who looks on at a run: in which language, ``say``, whether progress is shown on a terminal (``bar``), and what is
    called with each outcome that became a row (``row``; None: nothing)."""

    say: Wording = wording("en")
    bar: bool = True
    row: Callable[[Outcome], None] | None = None


@contextmanager
def progress(total: Callable[[], int | None], watch: Watch) -> Iterator[Show]:
    """Give the function that shows how far the run is: bytes of input taken up since the last call, and the
    counts so far. Off a terminal, or where ``watch`` wants no bar, it does nothing, and ``total`` (the bytes of all
    input) is never asked."""
    say = watch.say
    if not watch.bar or not sys.stderr.isatty():
        yield lambda size, summary: None
        return
    rich, console = need("rich.progress", "batch"), need("rich.console", "batch")
    columns = (
        rich.BarColumn(),
        rich.TaskProgressColumn(),
        rich.TextColumn("{task.fields[counts]}"),
        rich.TimeElapsedColumn(),
        rich.TextColumn(say("left")),
        rich.TimeRemainingColumn(),
    )
    with rich.Progress(*columns, console=console.Console(stderr=True), transient=True) as bar:
        task = bar.add_task("pages", total=total(), counts="")

        def show(size: int, summary: Summary) -> None:
            elapsed = bar.tasks[0].elapsed or 0.0
            rate = summary.pages / elapsed if elapsed else 0.0
            counts = say(
                "{pages:,} pages  {rate:,.0f}/s  {failures:,} failed",
                pages=summary.pages,
                rate=rate,
                failures=summary.failures,
            )
            bar.update(task, advance=size, counts=counts)

        yield show
