"""The command ``newsclean doctor``: whether fetching and reading work, step by step, each with its time."""

from __future__ import annotations

import platform
import ssl
import time
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from typing import Any, Unpack

import click

from newsclean._version import __version__
from newsclean.article import Article
from newsclean.cli.opening import opened
from newsclean.cli.options import HELP, fetch_options, fetching
from newsclean.cli.own_rules import own_rules
from newsclean.cli.streams import is_address
from newsclean.errors import NewscleanError, NotAnArticle, masked
from newsclean.fetch import FetchOptions
from newsclean.fetch.article_steps import read_steps
from newsclean.fetch.steps import AskRobots, Emit, Failure, Parse, Pause, Send, Step
from newsclean.fetch.transport import system_resolver
from newsclean.lists import RollItem, RollSummary
from newsclean.lists.query import ListQuery, is_channel, target_of
from newsclean.lists.walk import list_steps
from newsclean.reader import Fetcher
from newsclean.rules import Rules
from newsclean.rules.channels import SEARCH_WORD
from newsclean.rules.services import Service

__all__ = ["doctor"]


@click.command(context_settings=HELP, short_help="Check that pages can be fetched and read.")
@click.argument("target", metavar="URL|CHANNEL")
@own_rules
@fetching
@click.pass_context
def doctor(ctx: click.Context, /, target: str, rules: Rules | None, **given: Any) -> None:
    """Fetch and read one page, or a list and its first article, and tell every step with its time.

    Run it on a machine with the network. What it prints is what a bug report should hold; it shows no header
    of the request, so no credentials.

    Exit codes: 0 an article was read, 2 usage, 3 not fetched, 4 no article there.
    """
    options = fetch_options(given)
    if not is_address(target) and not is_channel(target):
        raise click.UsageError(f"{target!r} is neither an http(s) address nor a channel", ctx)
    witness = opened(_Witness, rules, **options)
    for line in _surroundings():
        click.echo(line)
    with witness as fetcher:
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
    """The first article of a list, its items counted on the way, and its shape held against the rows. Raises
    NewscleanError."""
    target = target_of(channel)
    row, service = target.channel, target.service
    click.echo(f"channel    {target.name} ({row.label}), known from {row.known_from}, seen {row.seen}")
    click.echo(f"service    {service.name}, known from {service.known_from}, seen {service.seen}")
    # One item more than a page has: so a second page is asked for, where there is one.
    query = ListQuery(
        channel=channel, limit=service.size + 1, query=SEARCH_WORD if service.words == "must" else None
    )
    summary = RollSummary(channel)
    items = list(fetcher.stream(list_steps(query, fetcher.options, summary)))
    articles = [item for item in items if item.may_be_article]
    newest = max((item.published_at for item in items if item.published_at), default=None)
    click.echo(
        f"list       {len(items)} items in {summary.requests} requests, {len(articles)} of them articles, "
        f"the newest of {newest}"
    )
    for line in (*summary.notes, *_shape(service, items)):
        click.echo(f"           {line}")
    if not articles:
        raise NotAnArticle("list", f"the list {channel} names no article to read")
    return str(articles[0].url)


def _shape(service: Service, items: list[RollItem]) -> Iterator[str]:
    """Which of the fields that the service's row names were found, and in how many items."""
    held = {name: sum(bool(getattr(item, name)) for item in items) for name, _ in service.fields}
    yield "fields " + ", ".join(f"{name} {count}" for name, count in held.items())
    missing = [name for name, count in held.items() if items and not count]
    if missing:
        yield f"no item has {', '.join(missing)}: none of these has one, or the service writes it otherwise by now"


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
    """A fetcher that prints each step when it is done, with the seconds it took."""

    def __init__(self, rules: Rules | None, **options: Unpack[FetchOptions]) -> None:
        options.setdefault("resolver", self._look_up)
        super().__init__(rules=rules, **options)

    def _look_up(self, host: str, port: int) -> Sequence[str]:
        started = time.monotonic()
        found = system_resolver(host, port)
        _tell("names", f"{host} is at {', '.join(found)}", time.monotonic() - started)
        return found

    def take(self, step: Step) -> Any:
        if isinstance(step, Send):
            click.echo(f"asking     {masked(step.url)}")
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
    click.echo(f"{what:<10} {masked(line)} [{seconds:.3f} s]")
