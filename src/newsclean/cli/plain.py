"""The plain form ``newsclean SOURCE...``: pages in, articles out.

Here are the options, and what they mean together. The work is done in work.py.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from newsclean._version import __version__
from newsclean.cli.options import address, fetching, files, limiting, request_of
from newsclean.cli.own_rules import own_rules
from newsclean.cli.streams import Output
from newsclean.cli.work import FORMS, WITH_CAPTIONS, explanation, write

__all__ = ["clean"]

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
3 not fetched, not readable or not written, 4 no article there,
130 stopped by Ctrl-C."""


class _PlainContext(click.Context):
    """A context whose path is the program's own: the plain form has no name."""

    @property
    def command_path(self) -> str:
        return self.parent.command_path if self.parent else "newsclean"


class _Plain(click.Command):
    """The plain form; its help lists the sub-commands too."""

    context_class = _PlainContext

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from newsclean.cli.commands import COMMANDS

        group = ctx.parent.command if ctx.parent else None
        if isinstance(group, click.Group):
            with formatter.section("Commands (a file of such a name: ./batch)"):
                formatter.write_dl([(name, COMMANDS[name].help) for name in group.list_commands(ctx)])
        super().format_epilog(ctx, formatter)


@click.command(cls=_Plain, epilog=EPILOG)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", shell_complete=files)
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
    help="Write to this file instead of standard output: whole or not at all, but into a device or a pipe as it comes.",
)
@own_rules
@address
@fetching
@limiting
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
    request = request_of(ctx, sources, **rest)
    chosen = explanation(request.rules) if explains else WITH_CAPTIONS if captions else FORMS[form]
    ctx.exit(write(sources, request, chosen, Output(output, sources), as_json=form == "json"))
