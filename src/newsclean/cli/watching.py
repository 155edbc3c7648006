"""How commands that write rows let whoever called them look on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.batch.fetching import OpenReader, Parse, Reader, reader_with
from newsclean.batch.progress import Watch
from newsclean.batch.records import Outcome
from newsclean.cli.manner import Manner
from newsclean.cli.streams import flat_and_masked

if TYPE_CHECKING:
    from newsclean.fetch import FetchOptions

__all__ = ["reading", "watching"]


def watching(manner: Manner) -> Watch:
    """What is shown of a run: progress on a terminal, or a line a row where details are wanted, or nothing."""
    say = manner.say

    def row(outcome: Outcome) -> None:
        if outcome.error is not None:
            told = say("error {kind}, {seconds:.3f} s", kind=outcome.error, seconds=outcome.seconds)
        elif outcome.layout is None:
            told = say("copy, {seconds:.3f} s", seconds=outcome.seconds)
        else:
            told = say(
                "layout {layout}, route {route}, {seconds:.3f} s",
                layout=outcome.layout,
                route=outcome.route,
                seconds=outcome.seconds,
            )
        manner.detail(f"newsclean: {flat_and_masked(outcome.input)}: {told}")

    shown = not manner.quiet and not manner.verbose
    return Watch(say=say, bar=shown, row=row if manner.verbose else None)


def reading(options: FetchOptions, manner: Manner) -> OpenReader:
    """What makes the fetcher of a batch, which leaves parsing to it; with ``--verbose`` it tells its steps."""
    if not manner.verbose:
        return reader_with(options)

    def opened(parse: Parse) -> Reader:
        from newsclean.batch.following import ListFetcher
        from newsclean.cli.witness import detail_of, witness

        fetcher: ListFetcher = witness(ListFetcher, detail_of(manner))(**options)
        fetcher.lent(parse)
        return fetcher

    return opened
