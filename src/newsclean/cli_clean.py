"""The plain form ``newsclean SOURCE...`` and ``newsclean explain``: pages in, articles or explanations out.

Here live the options, and what they mean together. The work is done in cli_work; here never lives a rule about
pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from newsclean import __version__
from newsclean.cli_options import fetch_options, fetching
from newsclean.cli_streams import Output, is_address
from newsclean.cli_work import FORMS, WITH_CAPTIONS, Form, Request, write

__all__ = ["clean", "explain"]

EPILOG = """\b
Examples:
  newsclean https://finance.sina.com.cn/…/doc-….shtml
  newsclean page.html --format json | jq .title
  curl … | newsclean - --url https://… --format markdown
  newsclean a.html b.html --format json -o articles.jsonl
  newsclean page.html --explain

\b
Several articles: json is an object a line; text and html are parted by a
blank line, markdown by a line ---, front matter by its own opening ---.

\b
Exit codes: 0 done, 1 some of several sources failed, 2 usage,
3 not fetched or not readable, 4 no article there."""


class _PlainContext(click.Context):
    """A context whose path is the program's own: the plain form has no name."""

    @property
    def command_path(self) -> str:
        return self.parent.command_path if self.parent else "newsclean"


class _Plain(click.Command):
    """The plain form; its help lists the sub-commands too."""

    context_class = _PlainContext

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from newsclean.cli import COMMANDS

        group = ctx.parent.command if ctx.parent else None
        if isinstance(group, click.Group):
            with formatter.section("Commands (a file of such a name: ./batch)"):
                formatter.write_dl([(name, COMMANDS[name].help) for name in group.list_commands(ctx)])
        super().format_epilog(ctx, formatter)


_address = click.option("--url", help="The address of a page that comes from a file or standard input.")


@click.command(cls=_Plain, epilog=EPILOG)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMS)),
    default="text",
    show_default=True,
    help="What to write.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help="Write to this file, whole or not at all, instead of standard output.",
)
@_address
@fetching
@click.option("--captions", is_flag=True, help="Keep the captions of pictures in text.")
@click.option(
    "--explain", "explains", is_flag=True, help="Instead of the article, tell what was done to the page."
)
@click.version_option(__version__, message="newsclean %(version)s")
@click.pass_context
def clean(
    ctx: click.Context, /, sources: tuple[str, ...], form: str, output: Path | None, **rest: Any
) -> None:
    """Give the clean article of Sina (新浪) news pages.

    SOURCE is a file (HTML, or a front-matter document), - for standard input, or an http(s) address. The
    result goes to standard output, all else to standard error.
    """
    captions, explains = rest.pop("captions"), rest.pop("explains")
    if explains and ctx.get_parameter_source("form") is not click.core.ParameterSource.DEFAULT:
        raise click.UsageError("--explain has a form of its own: leave out --format", ctx)
    if captions and (form != "text" or explains):
        raise click.UsageError("--captions is for text; the other formats always hold them", ctx)
    request = _request(ctx, sources, **rest)
    chosen = _explanation() if explains else WITH_CAPTIONS if captions else FORMS[form]
    ctx.exit(write(sources, request, chosen, Output(output), as_json=form == "json"))


@click.command(epilog="\b\nExample:\n  newsclean explain page.html --html report.html")
@click.argument("source", metavar="SOURCE")
@click.option(
    "--html",
    "page",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the explanation as a page that needs nothing else.",
)
@_address
@fetching
@click.pass_context
def explain(ctx: click.Context, /, source: str, page: Path | None, **rest: Any) -> None:
    """Tell how a page was read, what was removed by which rule, and how sure the result is.

    SOURCE is a file, - for standard input, or an http(s) address.
    """
    from newsclean.report import to_page

    request = _request(ctx, (source,), **rest)
    form = _explanation() if page is None else Form(to_page)
    ctx.exit(write((source,), request, form, Output(page), as_json=False))


def _explanation() -> Form:
    from newsclean.report import to_lines

    return Form(to_lines, "\n")


def _request(ctx: click.Context, sources: Sequence[str], *, url: str | None, **rest: Any) -> Request:
    if url is not None and (len(sources) > 1 or is_address(sources[0])):
        raise click.UsageError("--url is the address of one file or of standard input", ctx)
    if sources.count("-") > 1:
        raise click.UsageError("standard input can be read once", ctx)
    return Request(url, fetch_options(rest))
