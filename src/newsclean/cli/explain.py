"""The command ``newsclean explain``: a page in, and what was done to it out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import click

from newsclean.cli.command import Command
from newsclean.cli.options import address, fetching, files, limiting, request_of
from newsclean.cli.own_rules import own_rules
from newsclean.cli.streams import Output
from newsclean.cli.work import Form, explanation, write

__all__ = ["explain"]


@click.command(cls=Command, epilog="\b\nExample:\n  newsclean explain page.html --html report.html")
@click.argument("source", metavar="SOURCE", shell_complete=files)
@click.option(
    "--html",
    "page",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the explanation as a page that needs nothing else.",
)
@own_rules
@address
@fetching
@limiting
@click.pass_context
def explain(ctx: click.Context, /, source: str, page: Path | None, **rest: Any) -> None:
    """Tell how a page was read, what was removed by which rule, and how sure the result is.

    SOURCE is a file, - for standard input, or an http(s) address.
    """
    from newsclean.report import to_page

    request = request_of(ctx, (source,), **rest)
    form = explanation(request.rules) if page is None else Form(partial(to_page, rules=request.rules))
    ctx.exit(write((source,), request, form, Output(page, (source,)), as_json=False))
