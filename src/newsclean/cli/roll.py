"""The command ``newsclean roll``: what there is to pull.

It turns arguments into a query, items into lines, and the outcome into an exit code; the lists themselves are read
by newsclean.lists.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import click

from newsclean.cli.opening import opened
from newsclean.cli.options import fetch_options, fetching
from newsclean.cli.streams import Output, complain, warn
from newsclean.errors import NewscleanError
from newsclean.fetch import FetchOptions
from newsclean.lists import CHANNEL_NAMES, RollItem
from newsclean.lists.lists import list_steps
from newsclean.lists.services import SEARCH, ListQuery
from newsclean.reader import Fetcher
from newsclean.rules.channels import CHANNELS, LIVE, SEARCH_LABEL

__all__ = ["roll"]

_DAY = click.DateTime(formats=["%Y-%m-%d"])
_NOTHING = 4  # the exit code of an empty list, as of every command that finds no article


def _print_channels(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        for row in (*CHANNELS, *LIVE):
            click.echo(f"{row.name}\t{row.label}\t{row.known_from}")
        click.echo(f"{SEARCH}\t{SEARCH_LABEL}\tneeds --query")
        ctx.exit()


@click.command(short_help="List what a Sina channel published last.")
@click.argument("channel", type=click.Choice(CHANNEL_NAMES), metavar="CHANNEL")
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
    help="urls: the articles' addresses; jsonl: all items, with what the list says of them.",
)
@click.option(
    "--channels",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_channels,
    help="Print the channels with their own labels, and where each is known from.",
)
@fetching
@click.pass_context
def roll(ctx: click.Context, /, form: str, **given: Any) -> None:
    """List what a channel published, the newest first: addresses on standard output, ready for batch.

    \b
    Examples:
      newsclean roll finance --limit 50 | newsclean batch - -o today.jsonl
      newsclean roll search --query 芯片 --since 2024-05-01 --format jsonl

    \b
    Exit codes: 0 done, 2 usage, 3 the list could not be fetched, 4 it gave nothing.
    """
    options = fetch_options(given)
    for name in ("since", "until"):
        given[name] = given[name].date() if isinstance(given[name], datetime) else None
    try:
        query = ListQuery(**given)
    except ValueError as error:
        raise click.UsageError(str(error), ctx) from error
    notes: list[str] = []
    try:
        met = _write_items(query, form, notes, options)
    except NewscleanError as error:
        complain(query.channel, error, as_json=form == "jsonl")
        ctx.exit(error.exit_code)
    for note in notes:
        warn(query.channel, note)
    ctx.exit(0 if met else _NOTHING)


def _write_items(query: ListQuery, form: str, notes: list[str], options: FetchOptions) -> int:
    """Write a list's items as they come in; how many there were."""
    met = left_out = 0
    with Output(None) as output, opened(Fetcher, **options) as fetcher:
        for item in fetcher.stream(list_steps(query, fetcher.options, notes)):
            met += 1
            line = _line(item, form)
            left_out += line is None
            if line is not None:
                output.write(line + "\n", between="")
    if left_out:
        notes.append(
            f"{left_out} of {met} items are no articles and were left out; --format jsonl shows them"
        )
    return met


def _line(item: RollItem, form: str) -> str | None:
    if form == "jsonl":
        return json.dumps(item.to_dict(), ensure_ascii=False)
    return item.url if item.is_article else None
