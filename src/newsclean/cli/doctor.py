"""The command ``newsclean doctor``: whether fetching and reading work, step by step, each with its time."""

from __future__ import annotations

import platform
import ssl
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

import click

from newsclean._version import __version__
from newsclean.article import Article
from newsclean.cli.command import Command, manner_of
from newsclean.cli.opening import opened
from newsclean.cli.options import fetch_options, fetching
from newsclean.cli.own_rules import own_rules
from newsclean.cli.roll import channel_names
from newsclean.cli.streams import is_address
from newsclean.cli.witness import Teller, witness
from newsclean.cli.wrapping import padded
from newsclean.errors import NewscleanError, NotAnArticle, masked
from newsclean.fetch.article_steps import read_steps
from newsclean.language import Wording
from newsclean.lists import RollItem, RollSummary
from newsclean.lists.nearest import nearest
from newsclean.lists.query import ListQuery, is_channel, target_of
from newsclean.lists.walk import list_steps
from newsclean.reader import Fetcher
from newsclean.rules import Rules
from newsclean.rules.channels import SEARCH_WORD
from newsclean.rules.services import Service

__all__ = ["doctor"]

_LABEL = 11  # columns


@click.command(cls=Command, short_help="Check that pages can be fetched and read.")
@click.argument("target", metavar="URL|CHANNEL", shell_complete=channel_names)
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
        near = ", ".join(nearest(target))
        raise click.UsageError(
            f"{target!r} is neither an http(s) address nor a channel; the nearest channels are {near}", ctx
        )
    say = manner_of(ctx).say
    witnessed = opened(witness(Fetcher, Teller(say, _tell)), rules=rules, **options)
    for line in _surroundings(say):
        click.echo(line)
    with witnessed as fetcher:
        try:
            url = target if is_address(target) else _first_article(fetcher, target, say)
            article = fetcher.run(read_steps(url, fetcher.options))
        except NewscleanError as error:
            click.echo(_line(say("result"), f"{type(error).__name__} ({error.kind}): {error.message}"))
            for name, value in error.details.items():
                click.echo(_line("", f"{name}: {value}"))
            ctx.exit(error.exit_code)
    for line in _findings(article, say):
        click.echo(line)


def _line(label: str, text: str) -> str:
    return (padded(label, _LABEL) + text).rstrip()


def _surroundings(say: Wording) -> Iterator[str]:
    packages = ", ".join(f"{name} {version(name)}" for name in ("httpx", "httpcore", "protego", "lxml"))
    where = f"{platform.system()} {platform.machine()}"
    python = say("Python {version} on {system}", version=platform.python_version(), system=where)
    yield _line("newsclean", f"{__version__}, {python}")
    yield _line(say("packages"), f"{packages}; {ssl.OPENSSL_VERSION}")


def _first_article(fetcher: Fetcher, channel: str, say: Wording) -> str:
    """The first article of a list, its items counted on the way, and its shape held against the rows. Raises
    NewscleanError."""
    target = target_of(channel)
    for label, name, row in (
        (say("channel"), f"{target.name} ({say.as_written(target.channel.label)})", target.channel),
        (say("service"), target.service.name, target.service),
    ):
        known = say(
            "{name}, known from {origin}, seen {seen}", name=name, origin=row.known_from, seen=row.seen
        )
        click.echo(_line(label, known))
    # One item more than a page has: so a second page is asked for, where there is one.
    service = target.service
    query = ListQuery(
        channel=channel, limit=service.size + 1, query=SEARCH_WORD if service.words == "must" else None
    )
    summary = RollSummary(channel)
    items = list(fetcher.stream(list_steps(query, fetcher.options, summary)))
    articles = [item for item in items if item.may_be_article]
    counted = say(
        "{items} items in {requests} requests, {articles} of them articles, the newest of {newest}",
        items=len(items),
        requests=summary.requests,
        articles=len(articles),
        newest=max((item.published_at for item in items if item.published_at), default=None),
    )
    click.echo(_line(say("list"), counted))
    for line in (*summary.notes, *_shape(service, items, say)):
        click.echo(_line("", line))
    if not articles:
        raise NotAnArticle("list", f"the list {channel} names no article to read")
    return str(articles[0].url)


def _shape(service: Service, items: list[RollItem], say: Wording) -> Iterator[str]:
    """Which of the fields that the service's row names were found, and in how many items."""
    held = {name: sum(bool(getattr(item, name)) for item in items) for name, _ in service.fields}
    yield say("fields {counts}", counts=", ".join(f"{name} {count}" for name, count in held.items()))
    missing = ", ".join(name for name, count in held.items() if items and not count)
    if missing:
        yield say(
            "no item has {fields}: none of these has one, or the service writes it otherwise by now",
            fields=missing,
        )


def _findings(article: Article, say: Wording) -> Iterator[str]:
    yield _line(say("result"), f"{article.kind}: {article.title}")
    for line in (
        say(
            "layout {layout}, confidence {confidence:.2f}, route {route}",
            layout=article.layout,
            confidence=article.confidence,
            route=article.route,
        ),
        say(
            "encoding {encoding}, known from {origin}",
            encoding=article.encoding,
            origin=article.encoding_from,
        ),
        say(
            "published {time}, source {source}, id {id}",
            time=article.published_at,
            source=article.source,
            id=article.doc_id,
        ),
        say(
            "{blocks} blocks, {characters} characters, {removals} removals",
            blocks=len(article.blocks),
            characters=len(article.text),
            removals=len(article.removals),
        ),
        *[
            say("evidence {name}: {held} {note}", name=item.name, held=item.held, note=item.note)
            for item in article.evidence
        ],
    ):
        yield _line("", line)
    for warning in article.warnings:
        yield _line(say("warning"), warning)


def _tell(what: str, line: str, seconds: float | None) -> None:
    took = "" if seconds is None else f" [{seconds:.3f} s]"
    click.echo(_line(what, masked(line) + took))
