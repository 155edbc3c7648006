"""The command ``newsclean roll``: what there is to pull.

It turns arguments into a query, items into lines, and the outcome into an exit code; the lists themselves are read
by newsclean.lists.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import click
from click.shell_completion import CompletionItem

from newsclean.cli.command import Command, manner_of
from newsclean.cli.opening import opened
from newsclean.cli.options import fetch_options, fetching
from newsclean.cli.streams import Output, complain, warn
from newsclean.cli.witness import detail_of, witness
from newsclean.errors import NewscleanError
from newsclean.lists import CHANNEL_NAMES, RollItem, RollSummary
from newsclean.lists.query import ListQuery, written
from newsclean.lists.walk import list_steps
from newsclean.reader import Fetcher
from newsclean.rules.channels import CHANNELS

__all__ = ["channel_names", "roll"]

_DAY = click.DateTime(formats=["%Y-%m-%d"])
_NOTHING = 4  # the exit code of an empty list, as of every command that finds no article
_EARLY = 5  # the exit code of a list that ended before all was given that was asked for


def _print_channels(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        say = manner_of(ctx).say
        for row in CHANNELS:
            stale = say("stale since {day}", day=say.as_written(row.stale)) if row.stale else ""
            instead = say("{channel} is asked in its place", channel=row.instead) if row.instead else ""
            notes = "; ".join(filter(None, (say.as_written(row.known_from), stale, instead)))
            label, seen = say.as_written(row.label), say.as_written(row.seen)
            click.echo(f"{written(row)}\t{label}\t{seen}\t{notes}")
        ctx.exit()


def channel_names(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """What a shell completes a channel with."""
    return [CompletionItem(name) for name in CHANNEL_NAMES if name.startswith(incomplete)]


@click.command(cls=Command, short_help="List what a Sina channel published last.")
@click.argument("channel", metavar="CHANNEL", shell_complete=channel_names)
@click.option("--limit", type=click.IntRange(min=1), help="Most items; all there are by default.")
@click.option("--since", type=_DAY, help="The first day, in Beijing time.")
@click.option("--until", type=_DAY, help="The last day, in Beijing time.")
@click.option("--query", metavar="WORDS", help="Words to search for; the channel search needs them.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["urls", "jsonl"]),
    default="urls",
    show_default=True,
    help="urls: the addresses at which articles may be read; jsonl: all items, with what the list says of them.",
)
@click.option(
    "--channels",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_channels,
    help="Print the channels: their own labels, the years they were seen in, and where each is known from.",
)
@fetching
@click.pass_context
def roll(ctx: click.Context, /, form: str, **given: Any) -> None:
    """List what a channel published, the newest first: addresses on standard output, ready for batch.

    \b
    Examples:
      newsclean roll finance-domestic --limit 50 | newsclean batch - -o today.jsonl
      newsclean roll search --query 芯片 --since 2024-05-01 --format jsonl

    Exit codes: 0 done, 2 usage, 3 the list could not be fetched, 4 it gave nothing,
    5 it ended before all was given that was asked for (standard error says why).
    """
    options = fetch_options(given)
    for name in ("since", "until"):
        given[name] = given[name].date() if isinstance(given[name], datetime) else None
    try:
        query = ListQuery(**given)
    except ValueError as error:
        raise click.UsageError(str(error), ctx) from error
    summary, manner = RollSummary(query.channel), manner_of(ctx)
    kind = witness(Fetcher, detail_of(manner)) if manner.verbose else Fetcher
    try:
        _write_items(query, form, summary, opened(kind, **options))
    except NewscleanError as error:
        complain(query.channel, error, as_json=form == "jsonl")
        ctx.exit(error.exit_code)
    if not manner.quiet:
        for note in summary.notes:
            warn(query.channel, note)
    say = manner.say
    told = say(
        "{items} items in {requests} requests, ended: {ended}",
        items=summary.items,
        requests=summary.requests,
        ended=summary.ended,
    )
    manner.detail(f"newsclean: {query.channel}: {told}")
    ctx.exit(_code(summary))


def _code(summary: RollSummary) -> int:
    if summary.items == 0:
        return _NOTHING
    return 0 if summary.is_whole else _EARLY


def _write_items(query: ListQuery, form: str, summary: RollSummary, fetcher: Fetcher) -> None:
    """Write a list's items as they come in. Raises NewscleanError."""
    left_out = unknown = 0
    with Output(None) as output, fetcher:
        for item in fetcher.stream(list_steps(query, fetcher.options, summary)):
            line = _line(item, form)
            left_out += line is None
            unknown += item.may_be_article and not item.is_article
            if line is not None:
                output.write(line + "\n", between="")
    if form == "urls":
        summary.notes += _counted(left_out, unknown, summary.items)
        if left_out and query.target.service.items:
            summary.notes.append(f"the items of {query.channel} are {query.target.service.items}")


def _counted(left_out: int, unknown: int, items: int) -> Iterator[str]:
    """What the addresses alone do not tell."""
    if left_out:
        yield f"{left_out} of {items} items are no articles and were left out; --format jsonl shows them"
    if unknown:
        yield (
            f"{unknown} of {items} addresses have no shape that is known, and may lead to no article; --format jsonl "
            'marks them ("kind": "other")'
        )


def _line(item: RollItem, form: str) -> str | None:
    if form == "jsonl":
        return json.dumps(item.to_dict(), ensure_ascii=False)
    return item.url if item.may_be_article else None
