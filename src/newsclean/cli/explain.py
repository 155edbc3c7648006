"""The command ``newsclean explain``: a page in, and how it was read out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, TypeAlias

import click

from newsclean.cli.command import Command, manner_of
from newsclean.cli.options import address, as_text_or_json, fetching, files, limiting, request_of
from newsclean.cli.own_rules import GIVEN, own_rules
from newsclean.cli.streams import Output, complain, warn
from newsclean.cli.work import Request, account
from newsclean.errors import InputError, NewscleanError, NoBody, NotAnArticle

if TYPE_CHECKING:
    from newsclean.explaining import Explanation, Refused

__all__ = ["explain", "explain_to"]

Written: TypeAlias = "Callable[[Explanation, str], str]"


@click.command(
    cls=Command,
    epilog="\b\nExamples:\n  newsclean explain page.html\n  newsclean explain page.html --html report.html",
)
@click.argument("source", metavar="SOURCE", shell_complete=files)
@click.option(
    "--html",
    "page",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the explanation as a page that needs nothing else.",
)
@as_text_or_json
@own_rules
@address
@fetching
@limiting
@click.pass_context
def explain(ctx: click.Context, /, source: str, page: Path | None, form: str, **rest: Any) -> None:
    """Tell how a page was read: its body with everything that was removed in its place, and by which rule; where each
    value came from; what else was tried; how sure the result is.

    SOURCE is a file, - for standard input, or an http(s) address. Of a page that is no article it tells why.
    """
    if page is not None and form == "json":
        raise click.UsageError("--html and --format json are two forms: leave one out", ctx)
    request = request_of(ctx, (source,), **rest)
    ctx.exit(explain_to(ctx, (source,), request, Output(page, (source,)), "html" if page else form))


def explain_to(
    ctx: click.Context, sources: Sequence[str], request: Request, output: Output, form: str
) -> int:
    """Write how each source was read, in a form (text, json, html), and give the exit code. A page that is refused is
    explained, and its error is told as ever."""
    write = _writer(ctx, request, form, output)
    manner = manner_of(ctx)
    failures: list[int] = []
    with output, closing(request):
        for source in sources:
            began = perf_counter()
            try:
                explanation = request.explanation_of(source)
            except NewscleanError as error:
                complain(source, error, as_json=form == "json")
                failures.append(error.exit_code)
                continue
            refused = explanation.refused
            if refused is not None:
                told = _error_of(refused, explanation.url)
                complain(source, told, as_json=form == "json")
                failures.append(told.exit_code)
            elif explanation.article is not None:
                account(source, explanation.article, perf_counter() - began, manner)
            for warning in () if manner.quiet else explanation.warnings:
                warn(source, warning)
            output.write(write(explanation, source), between="" if form == "json" else "\n")
    if len(sources) == 1:
        return failures[0] if failures else 0
    return 1 if failures else 0


def _error_of(refused: Refused, url: str | None) -> NewscleanError:
    """The error that a parse of the page ends in."""
    kinds = (NotAnArticle, NoBody, InputError)
    kind = next(kind for kind in kinds if refused.kind in kind.kinds)
    return kind(refused.kind, refused.message, url=url)


def _writer(ctx: click.Context, request: Request, form: str, output: Output) -> Written:
    """What writes an explanation of a source."""
    if form == "json":
        return lambda explanation, _: explanation.to_json() + "\n"
    from newsclean.report import to_lines, to_page, to_terminal

    kinds: dict[str, Callable[..., str]] = {"html": to_page, "text": to_lines}
    write = kinds[form]
    if form == "text" and output.path is None and sys.stdout.isatty():
        write = to_terminal
    told = partial(write, rules=request.rules, say=manner_of(ctx).say, given=ctx.meta.get(GIVEN, ()))
    return lambda explanation, source: told(explanation, source="" if source == "-" else source)
