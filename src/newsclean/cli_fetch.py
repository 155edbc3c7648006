"""The commands ``newsclean roll`` and ``newsclean doctor``: what there is to pull, and whether pulling works.

Here live argv, lines and exit codes. Here never lives a rule of fetching or of reading.
"""

from __future__ import annotations

import json
import platform
import ssl
import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from importlib.metadata import version
from typing import Any, Unpack

import click

from newsclean import __version__
from newsclean.cli_options import fetch_options, fetching
from newsclean.cli_streams import Output, complain, is_address, warn
from newsclean.errors import NewscleanError, NotAnArticle
from newsclean.fetch import CHANNEL_NAMES, FetchOptions, RollItem
from newsclean.fetch.lists import list_steps
from newsclean.fetch.reading import read_steps
from newsclean.fetch.services import ListQuery
from newsclean.fetch.steps import AskRobots, Emit, Failure, Parse, Pause, Send, Step
from newsclean.fetch.wire import system_resolver
from newsclean.fetching import Fetcher
from newsclean.layouts.channels import CHANNELS, LIVE
from newsclean.models import Article

__all__ = ["doctor", "roll"]

_DAY = click.DateTime(formats=["%Y-%m-%d"])
_NOTHING = 4  # the exit code of a list that gave nothing: no article there


def _print_channels(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        for row in (*CHANNELS, *LIVE):
            click.echo(f"{row.name}\t{row.label}\t{row.known_from}")
        click.echo("search\t搜索\tneeds --query")
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
    with Output(None) as output, Fetcher(**options) as fetcher:
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


# --- doctor
# ---------------------------------------------------------------------------------------------------


@click.command(short_help="Check that pages can be fetched and read.")
@click.argument("target", metavar="URL|CHANNEL")
@fetching
@click.pass_context
def doctor(ctx: click.Context, /, target: str, **given: Any) -> None:
    """Fetch and read one page, or a list and its first article, and tell every step with its time.

    Run it on a machine with the network. What it prints is what a bug report should hold; it shows no header
    of the request, so no credentials.

    Exit codes: 0 an article was read, 2 usage, 3 not fetched, 4 no article there.
    """
    options = fetch_options(given)
    if not is_address(target) and target not in CHANNEL_NAMES:
        raise click.UsageError(f"{target!r} is neither an http(s) address nor a channel", ctx)
    for line in _surroundings():
        click.echo(line)
    with _Witness(**options) as fetcher:
        try:
            url = target if is_address(target) else _first_article(fetcher, target)
            article = fetcher.run(read_steps(url, fetcher.options))
        except NewscleanError as error:
            click.echo(f"result     {type(error).__name__} ({error.kind}): {error.message}")
            for name, value in error.details.items():
                click.echo(f"           {name}: {value}")
            ctx.exit(error.exit_code)
    for line in _findings(article):
        click.echo(line)


def _surroundings() -> Iterator[str]:
    packages = ", ".join(f"{name} {version(name)}" for name in ("httpx", "httpcore", "protego", "lxml"))
    yield f"newsclean  {__version__}, Python {platform.python_version()} on {platform.system()} {platform.machine()}"
    yield f"packages   {packages}; {ssl.OPENSSL_VERSION}"


def _first_article(fetcher: _Witness, channel: str) -> str:
    """The first article of a list, its items counted on the way. Raises NewscleanError."""
    query = ListQuery(channel=channel, limit=20, query="新闻" if channel == "search" else None)
    notes: list[str] = []
    items = list(fetcher.stream(list_steps(query, fetcher.options, notes)))
    articles = [item for item in items if item.is_article and item.url]
    newest = max((item.published_at for item in items if item.published_at), default=None)
    click.echo(f"list       {len(items)} items, {len(articles)} of them articles, the newest of {newest}")
    for note in notes:
        click.echo(f"           {note}")
    if not articles:
        raise NotAnArticle("list", f"the list {channel} names no article to read")
    return str(articles[0].url)


def _findings(article: Article) -> Iterator[str]:
    yield f"result     {article.kind}: {article.title}"
    yield f"           layout {article.layout}, confidence {article.confidence:.2f}, route {article.route}"
    yield f"           encoding {article.encoding}, known from {article.encoding_from}"
    yield f"           published {article.published_at}, source {article.source}, id {article.doc_id}"
    yield f"           {len(article.blocks)} blocks, {len(article.text)} characters, {len(article.removals)} removals"
    for item in article.evidence:
        yield f"           evidence {item.name}: {item.held} {item.note}".rstrip()
    for warning in article.warnings:
        yield f"warning    {warning}"


class _Witness(Fetcher):
    """A fetcher that prints what it does, as it does it."""

    def __init__(self, **options: Unpack[FetchOptions]) -> None:
        options.setdefault("resolver", self._look_up)
        super().__init__(**options)

    def _look_up(self, host: str, port: int) -> Sequence[str]:
        started = time.monotonic()
        found = system_resolver(host, port)
        _tell("names", f"{host} is at {', '.join(found)}", time.monotonic() - started)
        return found

    def take(self, step: Step) -> Any:
        if isinstance(step, Send):
            click.echo(f"asking     {step.url}")
        started = time.monotonic()
        answer = super().take(step)
        _tell(*_account(step, answer), time.monotonic() - started)
        return answer


def _account(step: Step, answer: Any) -> tuple[str, str]:
    """What a step was and what came of it, in a line."""
    match step:
        case Send() if isinstance(answer, Failure):
            again = "may be tried again" if answer.retry else "will not be tried again"
            return "failed", f"{answer.error.kind}: {answer.error.message}; {again}"
        case Send():
            over = " ".join(answer.connection.values()) or "the cache"
            kind = answer.headers.get("content-type", "no content type")
            where = f" to {answer.headers['location']}" if "location" in answer.headers else ""
            return (
                "answer",
                f"status {answer.status}{where}, {len(answer.content):,} bytes, {kind}, over {over}",
            )
        case AskRobots():
            return "robots", f"{step.origin}: {answer.said}"
        case Pause():
            return "waited", f"before the next attempt, {step.seconds:.1f} s"
        case Parse():
            good = isinstance(answer, Article)
            return "parse", f"layout {answer.layout}" if good else f"{answer.kind}: {answer.message}"
        case Emit():
            return "item", step.item.title


def _tell(what: str, line: str, seconds: float) -> None:
    click.echo(f"{what:<10} {line} [{seconds:.3f} s]")
