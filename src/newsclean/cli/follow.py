"""The command ``newsclean follow``: new items of lists become rows, round after round, a line each."""

from __future__ import annotations

import re
import signal
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import click

from newsclean.batch import CannotRun, CannotWrite, MissingExtra, Settings
from newsclean.batch.following import Follower, ListFetcher, Round, StoppedBySignal, stopping
from newsclean.cli.command import Command, manner_of
from newsclean.cli.formats import formatting, output_settings
from newsclean.cli.manner import Manner
from newsclean.cli.opening import opened
from newsclean.cli.options import fetch_options, fetching, limiting, limits_of
from newsclean.cli.own_rules import own_rules
from newsclean.cli.roll import channel_names
from newsclean.cli.streams import CANNOT_WRITE
from newsclean.cli.watching import watching
from newsclean.cli.witness import detail_of, witness
from newsclean.errors import masked
from newsclean.fetch import Fetcher
from newsclean.fetch.crew import short_waits
from newsclean.page import Limits

__all__ = ["follow"]

_NOT_READ = 3  # the exit code where a list could not be read
_DURATION = re.compile(r"(\d{1,6})([smhd]?)")
_SECONDS = {"": 1, "s": 1, "m": 60, "h": 3600, "d": 86_400}


def _span(ctx: click.Context, param: click.Parameter, text: str) -> float:
    """The seconds of a time span: 90, 90s, 10m, 2h or 1d; seconds where no unit is written."""
    found = _DURATION.fullmatch(text.strip().lower())
    seconds = int(found[1]) * _SECONDS[found[2]] if found else 0
    if seconds < 1 and not ctx.resilient_parsing:
        raise click.BadParameter(f"{text!r} is no time span: write 90s, 10m, 2h or 1d", ctx, param)
    return float(seconds)


@click.command(cls=Command, short_help="Write what is new in channels, round after round.")
@click.argument("channels", nargs=-1, required=True, metavar="CHANNEL...", shell_complete=channel_names)
@click.option(
    "-o", "--output", required=True, type=click.Path(), help="Where the rows go: a file or a folder."
)
@click.option(
    "--every",
    metavar="SPAN",
    callback=_span,
    default="10m",
    show_default=True,
    help="From the start of a round to that of the next: 90s, 10m, 2h.",
)
@click.option("--once", is_flag=True, help="One round, as for cron.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=100,
    show_default=True,
    help="Most items of a channel the first time; later, all that are new.",
)
@click.option("--query", metavar="WORDS", help="Words to search for; the channel search needs them.")
@formatting
@click.option("--partition-by", type=click.Choice(["day", "channel"]), help="Split Parquet into folders.")
@click.option("--jobs", type=click.IntRange(min=1), help="Worker processes; as many as there are cores.")
@click.option(
    "--page-timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=30.0,
    show_default=True,
    help="Seconds a page may take to clean.",
)
@click.option(
    "--dedup", type=click.Choice(["url", "doc_id", "text", "near"]), help="Keep the first of copies."
)
@fetching
@limiting
@own_rules
@click.pass_context
def follow(
    ctx: click.Context, /, channels: tuple[str, ...], output: str, every: float, once: bool, **given: Any
) -> None:
    """Pull what is new in the channels since the last time, and write its rows as batch does; a line on standard
    error for each round. What is known stands beside the output, by document id.

    A channel that fails is tried again in the next round. Ctrl-C and SIGTERM end it: the pages in hand are
    written first, and the same command goes on later.

    \b
    Examples:
      newsclean follow finance-domestic stock:sh600999 -o news.parquet --every 10m
      newsclean follow live -o live.sqlite --once

    Exit codes: 0 done or stopped; with --once 1 some pages failed, 3 a channel could not be read,
    130 or 143 stopped before the round was done; always 2 usage, 3 the disk is full or fails.
    """
    follower, manner = _opened(ctx, channels, output, **given), manner_of(ctx)
    try:
        with closing(follower), stopping():
            code = _rounds(follower, Path(output), every if not once else None, manner)
    except StoppedBySignal as stop:
        code = _stopped(stop.name, manner, once=once)
    except (CannotRun, MissingExtra) as error:
        raise click.UsageError(str(error), ctx) from error
    except CannotWrite as error:
        say = manner.say
        told = say("newsclean: {error}; the same command goes on where it stopped", error=error)
        click.echo(told, err=True)
        code = CANNOT_WRITE
    ctx.exit(code)


def _opened(
    ctx: click.Context,
    channels: tuple[str, ...],
    output: str,
    form: Any,
    limit: int,
    query: str | None,
    **given: Any,
) -> Follower:
    where = output_settings(ctx, output, form, given.pop("head"))
    limits = Limits(**limits_of(given))
    options = fetch_options(given)
    opened(Fetcher, **options).close()
    manner = manner_of(ctx)
    make = witness(ListFetcher, detail_of(manner)) if manner.verbose else ListFetcher
    given["timeout"], given["pulls"] = given.pop("page_timeout"), options.get("concurrency")
    set_options = {name: value for name, value in given.items() if value is not None}
    try:
        settings = Settings(**where, resume=True, limits=limits, **set_options)
        return Follower(
            channels,
            settings,
            first=limit,
            words=query,
            watch=watching(manner),
            make=make,
            **options,
        )
    except (ValueError, MissingExtra) as error:  # CannotRun is a ValueError, and so is a channel that is none
        raise click.UsageError(str(error), ctx) from error


def _rounds(follower: Follower, output: Path, every: float | None, manner: Manner) -> int:
    """Rounds without end, so many seconds from one to the next, or one (``every`` is None); the exit code where it ends
    by itself."""
    while True:
        began = time.monotonic()
        done = follower.round()
        line = masked(done.line(output, manner.say))
        if done.failed:
            click.echo(line, err=True)
        else:
            manner.tell(line)
        if done.summary is not None and done.summary.stopped is not None:
            return _stopped(done.summary.stopped, manner, once=every is None)
        if every is None:
            return _code(done)
        for wait in short_waits(began + every - time.monotonic()):
            time.sleep(wait)


def _code(done: Round) -> int:
    if done.failed:
        return _NOT_READ
    return 1 if done.summary is not None and done.summary.failures else 0


def _stopped(name: str, manner: Manner, *, once: bool) -> int:
    """The exit code after a signal: it is how following ends, but not how a single round does."""
    say = manner.say
    manner.tell(say("newsclean: stopped by {signal}; the same command goes on where it stopped", signal=name))
    return 128 + int(signal.Signals[name]) if once else 0
