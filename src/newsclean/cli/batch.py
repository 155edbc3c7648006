"""The command ``newsclean batch``: options become settings, the summary becomes a line, and its counts an exit code."""

from __future__ import annotations

import shlex
import signal
import sys
from typing import TYPE_CHECKING, Any

import click

from newsclean.batch import CannotRun, CannotWrite, MissingExtra, Settings, Summary, run_batch
from newsclean.batch.address import VARIABLE, retold
from newsclean.cli.command import Command, manner_of
from newsclean.cli.formats import formatting, output_settings
from newsclean.cli.opening import opened
from newsclean.cli.options import fetch_options, fetching, files, limiting, limits_of
from newsclean.cli.own_rules import own_rules
from newsclean.cli.streams import CANNOT_WRITE, cannot_pour
from newsclean.cli.watching import reading, watching
from newsclean.language import Wording
from newsclean.page import Limits

if TYPE_CHECKING:
    from newsclean.fetch import FetchOptions

__all__ = ["batch"]


@click.command(cls=Command, short_help="Clean many pages into one output.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...", shell_complete=files)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(allow_dash=True),
    help="Where the rows go: a file, a folder, - for standard output, or a database by its address: "
    "postgresql://, mysql://, mariadb://, sqlite:///. ${NAME} in it stands for what the environment has as NAME.",
)
@formatting
@click.option("--table", metavar="NAME", help="The table of a database; articles by default.")
@click.option("--partition-by", type=click.Choice(["day", "channel"]), help="Split Parquet into folders.")
@click.option("--jobs", type=click.IntRange(min=1), help="Worker processes; as many as there are cores.")
@click.option(
    "--page-timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=30.0,
    show_default=True,
    help="Seconds a page may take to clean.",
)
@click.option("--ordered", is_flag=True, help="Write rows in input order.")
@click.option(
    "--dedup", type=click.Choice(["url", "doc_id", "text", "near"]), help="Keep the first of copies."
)
@click.option(
    "--keep",
    multiple=True,
    metavar="NAME",
    help="Of what came in beside the pages (columns, keys, headers of an archive) let this come out, not all. May be "
    "given several times.",
)
@click.option("--follow", is_flag=True, help="Pull the links of feeds, and not what the feeds carry of them.")
@click.option("--no-keep", is_flag=True, help="Let nothing of it come out.")
@click.option("--resume", is_flag=True, help="Go on where an earlier run stopped, or add new inputs to it.")
@click.option("--overwrite", is_flag=True, help="Start anew where there is an output already.")
@fetching
@limiting
@own_rules
@click.pass_context
def batch(ctx: click.Context, /, inputs: tuple[str, ...], output: str, form: Any, **options: Any) -> None:
    """Clean many pages: INPUT is a file, folder, glob, address, .txt list of addresses, .jsonl or .parquet
    with html and url, .warc(.gz), or - for lines on standard input.

    The suffix of the output names its format: .jsonl, .jsonl.gz, .jsonl.zst, .csv, .parquet, .sqlite, .txt, .md,
    .html; a name without one is a folder of Markdown. In a database rows are added to a table, or take the place of
    those with the same input. Every input becomes a row, an article or an error; text,
    Markdown and HTML in one file hold the articles alone.

    Exit codes: 0 done, 1 some inputs failed, 2 usage, 3 the disk or the database is full or fails, 130 or 143
    stopped by a signal. After 3, 130 and 143 the run can go on with --resume.
    """
    where = output_settings(ctx, output, form, options.pop("head"))
    limits, fetch = Limits(**limits_of(options)), _fetch_options(options)
    options["timeout"], names = options.pop("page_timeout"), options.pop("keep")
    none = options.pop("no_keep")
    options["keep"] = names or (() if none else None)
    if "concurrency" in fetch:
        options["pulls"] = fetch["concurrency"]
    set_options = {name: value for name, value in options.items() if value is not None}
    manner = manner_of(ctx)
    try:
        settings = Settings(**where, limits=limits, **set_options)
        summary = run_batch(inputs, settings, open_reader=reading(fetch, manner), watch=watching(manner))
    except (CannotRun, MissingExtra) as error:
        raise click.UsageError(str(error), ctx) from error
    except CannotWrite as error:
        if output == "-":
            ctx.exit(cannot_pour(str(error), has_reader=error.has_reader))
        say = manner.say
        told = say(
            "newsclean: {error}: {done:,} done; go on with: {command}",
            error=error,
            done=error.done,
            command=_command(say),
        )
        click.echo(told, err=True)
        ctx.exit(CANNOT_WRITE)
    manner.tell(summary.line(manner.say))
    ctx.exit(_code(summary, manner.say))


def _fetch_options(given: dict[str, Any]) -> FetchOptions:
    """The fetcher's options, taken out of the command's keywords. Raises CannotFetch for those that can't be carried
    out: now, and not when the first address comes."""
    options = fetch_options(given)
    if any(options[name] for name in options if name != "robots"):  # type: ignore[literal-required]
        from newsclean.fetch import Fetcher

        opened(Fetcher, **options).close()
    return options


def _code(summary: Summary, say: Wording) -> int:
    """The exit code; a stopped run first says how to go on."""
    if summary.stopped is None:
        return 1 if summary.failures else 0
    told = say("Stopped by {signal}; go on with: {command}", signal=summary.stopped, command=_command(say))
    click.echo(told, err=True)
    return 128 + int(signal.Signals[summary.stopped])


def _command(say: Wording) -> str:
    """The command that goes on with this run. Passwords in addresses and the values of headers are masked, and have to
    be filled in; that of a database is named as a variable."""
    given = sys.argv[1:]
    arguments = [
        _masked(argument, before)
        for before, argument in zip(["", *given], given, strict=False)
        if argument != "--overwrite"
    ]
    line = shlex.join(["newsclean", *arguments]) + ("" if "--resume" in sys.argv else " --resume")
    is_asked = VARIABLE in line and VARIABLE not in " ".join(given)
    if not is_asked:
        return line
    return say(
        "{command} (the database's password in the environment, as {variable})",
        command=line,
        variable=VARIABLE,
    )


def _masked(argument: str, before: str) -> str:
    """An argument without what may be secret."""
    if before == "--header" or argument.startswith("--header="):
        return f"{argument.partition(':')[0]}: ***"
    return retold(argument)
