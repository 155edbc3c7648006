"""The options of fetching, for every command that fetches. They only have names, types and help here: a value goes to
the fetcher as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click
from click.shell_completion import CompletionItem

from newsclean.cli.command import manner_of
from newsclean.cli.opening import CannotFetch
from newsclean.cli.streams import is_address
from newsclean.cli.work import Request

if TYPE_CHECKING:
    from newsclean.fetch import FetchOptions
    from newsclean.page import LimitOptions

__all__ = [
    "address",
    "as_text_or_json",
    "fetch_options",
    "fetching",
    "files",
    "limiting",
    "limits_of",
    "request_of",
]

Command = TypeVar("Command", bound=Callable[..., Any])
_SOME = click.FloatRange(min=0, min_open=True)  # more than nothing
_COUNT = click.IntRange(min=1)  # at least one


def files(_ctx: click.Context, _param: click.Parameter | None, incomplete: str) -> list[CompletionItem]:
    """What a shell completes an argument with: the names of files."""
    return [] if incomplete.startswith("-") else [CompletionItem(incomplete, type="file")]


def _header(ctx: click.Context, _param: click.Parameter, lines: tuple[str, ...]) -> dict[str, str]:
    if ctx.resilient_parsing:  # a shell asks for completions of what is not written whole yet
        return {}
    pairs = [line.partition(":") for line in lines]
    if not all(colon and name.strip() for name, colon, _ in pairs):
        raise CannotFetch("--header: a header is written 'Name: value'")
    return {name.strip(): value.strip() for name, _, value in pairs}


as_text_or_json = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="json: all of it as an object.",
)

_OPTIONS = (
    click.option("--timeout", type=_SOME, help="Seconds for each step of a connection; 10 by default."),
    click.option("--total", type=_SOME, help="Seconds for one address with all its attempts; 60 by default."),
    click.option("--per-host", type=_SOME, help="Requests a second and host; 2 by default."),
    click.option("--concurrency", type=_COUNT, help="Pages at once; 8 by default."),
    click.option("--attempts", type=_COUNT, help="How often a request is tried; 4 by default."),
    click.option(
        "--proxy", metavar="URL", help="An HTTP or SOCKS5 proxy; env: the one that the environment names."
    ),
    click.option(
        "--user-agent", metavar="TEXT", help="Who asks; robots.txt rules are matched by its first word."
    ),
    click.option(
        "--header",
        "headers",
        multiple=True,
        callback=_header,
        metavar="'NAME: VALUE'",
        help="A further header.",
    ),
    click.option(
        "--cache",
        type=click.Path(path_type=Path, file_okay=False),
        help="Keep pages in this folder, and ask only whether they changed.",
    ),
    click.option("--no-robots", is_flag=True, help="Do not ask robots.txt; the article's warnings say so."),
    click.option("--allow-private", is_flag=True, help="Connect to private and loopback addresses too."),
)
# The fetcher's keywords that have an option. Asking the fetcher for them would load an HTTP client.
_NAMES = frozenset(
    "timeout total per_host concurrency attempts proxy user_agent headers cache allow_private".split()
)


address = click.option("--url", help="The address of a page that comes from a file or standard input.")


def fetching(command: Command) -> Command:
    """Give a command the options of fetching; :func:`fetch_options` takes them out of its keywords."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


_LIMITS = (
    click.option("--max-bytes", type=_COUNT, help="Bytes of a page that are read; 30,000,000 by default."),
    click.option("--max-depth", type=_COUNT, help="Levels of elements in a body; 600 by default."),
    click.option("--max-nodes", type=_COUNT, help="Tags and comments of a page; 1,000,000 by default."),
)


def limiting(command: Command) -> Command:
    """Give a command the limits of parsing; :func:`limits_of` takes them out of its keywords."""
    for option in reversed(_LIMITS):
        command = option(command)
    return command


def limits_of(given: dict[str, Any]) -> LimitOptions:
    """The limits, taken out of a command's keywords; what was not given keeps its default."""
    limits = {name: given.pop(name, None) for name in ("max_bytes", "max_depth", "max_nodes")}
    return cast("LimitOptions", {name: value for name, value in limits.items() if value is not None})


def fetch_options(given: dict[str, Any]) -> FetchOptions:
    """The fetcher's options, taken out of a command's keywords; what was not given keeps its default."""
    options = {name: given.pop(name) for name in _NAMES & set(given)}
    options["robots"] = not given.pop("no_robots", False)
    return cast("FetchOptions", {name: value for name, value in options.items() if value is not None})


def request_of(ctx: click.Context, sources: Sequence[str], *, url: str | None, **rest: Any) -> Request:
    """The request of a command's keywords. Raises UsageError for those that don't go together."""
    if url is not None and (len(sources) > 1 or is_address(sources[0])):
        raise click.UsageError("--url is the address of one file or of standard input", ctx)
    if sources.count("-") > 1:
        raise click.UsageError("standard input can be read once", ctx)
    rules, limits = rest.pop("rules", None), limits_of(rest)
    return Request(url, fetch_options(rest), rules, limits, manner_of(ctx))
