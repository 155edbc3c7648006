"""The plain form ``newsclean SOURCE...``: pages in, articles out.

Here are the options, and what they mean together. The work is done in work.py.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from newsclean.cli.command import Command
from newsclean.cli.formats import formatting, refuse_head
from newsclean.cli.options import address, fetching, files, limiting, request_of
from newsclean.cli.own_rules import own_rules
from newsclean.cli.streams import Output
from newsclean.cli.work import FORMS, WITH_CAPTIONS, WITH_HEAD, Form, write
from newsclean.render.naming import form_of, names_database, suffix_of

__all__ = ["clean"]

EPILOG = """\b
Examples:
  newsclean https://finance.sina.com.cn/…/doc-….shtml
  newsclean page.html --format json | jq .title
  curl … | newsclean - --url https://… --format markdown
  newsclean a.html b.html -o articles.jsonl
  newsclean page.html --explain

The suffix of -o names the format: .txt .md .html .json .jsonl .jsonl.gz .jsonl.zst .csv .parquet .sqlite; --format
wins over it.

Several articles: json is an object a line; text and html are parted by a blank line, markdown by a line ---, front
matter by its own opening ---.

Exit codes: 0 done, 1 some of several sources failed, 2 usage, 3 not fetched, not readable or not written, 4 no article
there, 130 stopped by Ctrl-C."""


class _PlainContext(click.Context):
    """A context whose path is the program's own: the plain form has no name."""

    @property
    def command_path(self) -> str:
        return self.parent.command_path if self.parent else "newsclean"


class _Plain(Command):
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
@formatting
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help="Write to this file instead of standard output, in the format of its suffix: whole or not at all, but into a "
    "device or a pipe as it comes.",
)
@own_rules
@address
@fetching
@limiting
@click.option("--captions", is_flag=True, help="Keep the captions of pictures in text.")
@click.option(
    "--explain", "explains", is_flag=True, help="Instead of the article, tell what was done to the page."
)
@click.pass_context
def clean(
    ctx: click.Context, /, sources: tuple[str, ...], form: str | None, output: Path | None, **rest: Any
) -> None:
    """Give the clean article of Sina (新浪) news pages.

    SOURCE is a file (HTML, or a front-matter document), - for standard input, or an http(s) address. The
    result goes to standard output, all else to standard error.
    """
    if output is not None and names_database(output):
        raise click.UsageError("a database is an output of newsclean batch", ctx)
    captions, explains, head = rest.pop("captions"), rest.pop("explains"), rest.pop("head")
    if explains and form is not None:
        raise click.UsageError("--explain has a form of its own: leave out --format", ctx)
    named = "text" if explains else form or _named(ctx, output)
    if captions and (named != "text" or explains):
        raise click.UsageError("--captions is for text; the other formats always hold them", ctx)
    refuse_head(ctx, named, head)
    request = request_of(ctx, sources, **rest)
    if explains:
        from newsclean.cli.explain import explain_to

        ctx.exit(explain_to(ctx, sources, request, Output(output, sources), "text"))
    if captions:
        chosen = WITH_CAPTIONS
    else:
        chosen = _form(named, suffix_of(output or "-") in (".md", ".markdown") if head is None else head)
    pack = _pack(ctx, named, output)
    as_json = named in ("json", "jsonl")
    ctx.exit(write(sources, request, chosen, Output(output, sources, pack), as_json=as_json))


def _named(ctx: click.Context, output: Path | None) -> str:
    """The format that an output's name asks for; text where it asks for none."""
    try:
        return form_of(output or "-") or "text"
    except ValueError as error:
        raise click.UsageError(str(error), ctx) from error


def _form(name: str, head: bool) -> Form:
    """How articles are written in a format; ``head``: Markdown with its metadata."""
    if name == "markdown" and head:
        return WITH_HEAD
    if name in FORMS:
        return FORMS[name]
    from newsclean.batch.csv_rows import HEADER
    from newsclean.cli.packing import csv_of, row_of

    if name == "csv":
        return FORMS["json"].__replace__(row=csv_of, before=HEADER.decode())
    return FORMS["json"].__replace__(row=row_of)


def _pack(ctx: click.Context, name: str, output: Path | None) -> Any:
    """What packs the lines of an output; None where they are written as they are. Raises UsageError."""
    suffix = suffix_of(output or "-") or ""
    if name in ("parquet", "sqlite"):
        suffix = f".{name}"
    elif name not in ("json", "jsonl") or not suffix.endswith((".gz", ".zst")):
        return None
    if output is None or str(output) == "-" or (output.exists() and not output.is_file()):
        raise click.UsageError(f"{name} is written to a file: name one with -o", ctx)
    from newsclean.cli.packing import MissingExtra, packing_of

    try:
        return packing_of(suffix)
    except MissingExtra as error:
        raise click.UsageError(str(error), ctx) from error
