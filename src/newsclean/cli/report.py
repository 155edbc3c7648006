"""The command ``newsclean report``: a batch's output is counted and held against an earlier one."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote

import click

from newsclean.cli.command import Command, manner_of
from newsclean.cli.options import as_text_or_json, files
from newsclean.cli.own_rules import own_rules
from newsclean.cli.streams import CANNOT_WRITE, Output, complain, flat_and_masked
from newsclean.cli.wrapping import columns, wrapped
from newsclean.errors import InputError

if TYPE_CHECKING:
    from newsclean.cli.manner import Manner
    from newsclean.drift import Report, Tally
    from newsclean.drift.sections import Section
    from newsclean.language import Wording
    from newsclean.rules import Rules

__all__ = ["DRIFTED", "report"]

DRIFTED = 6
"""The exit code of ``--fail-on-drift`` where something drifted."""

T = TypeVar("T")
_FILE = click.Path(path_type=Path, dir_okay=False)

EPILOG = """\b
Examples:
  newsclean report articles.parquet --html report.html
  newsclean report may.parquet --save may.json
  newsclean report june.parquet --baseline may.json --fail-on-drift

Exit codes: 0 done, 2 usage, 3 not readable or not written, 6 something drifted (with --fail-on-drift)."""


@click.command(cls=Command, short_help="Tell what a batch holds, and what drifted.", epilog=EPILOG)
@click.argument("output", metavar="OUTPUT", shell_complete=files)
@click.option(
    "--baseline",
    metavar="FILE",
    shell_complete=files,
    help="What to compare with: an earlier output, or its tally.",
)
@click.option("--table", metavar="NAME", help="Where OUTPUT is a database: its table; articles by default.")
@click.option(
    "--html", "page", type=_FILE, help="Write the report as a page for a browser that needs nothing else."
)
@click.option(
    "--pages",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="With --html: the folder of the pages; those that the report shows are explained in pages beside it.",
)
@click.option("--save", type=_FILE, help="Write the tally of OUTPUT, a baseline for later (JSON).")
@click.option("--fail-on-drift", is_flag=True, help=f"End with exit code {DRIFTED} where something drifted.")
@as_text_or_json
@own_rules
@click.pass_context
def report(
    ctx: click.Context, /, output: str, baseline: str | None, rules: Rules | None, **given: Any
) -> None:
    """Count what is in OUTPUT, which newsclean batch wrote (.parquet, .jsonl, .jsonl.gz, .jsonl.zst, .sqlite, a
    folder of Parquet, or a database by its address): layouts, hosts, months, missing fields, errors, rules, pages
    that stand out. With --baseline, name what moved beyond noise: of batches that differ by chance alone, one in a
    hundred names anything.
    """
    from newsclean.drift import load_tally, report_on

    if given["fail_on_drift"] and baseline is None:
        raise click.UsageError("--fail-on-drift needs a --baseline", ctx)
    output = _with_table(ctx, output, given["table"])
    if given["pages"] is not None and given["page"] is None:
        raise click.UsageError("--pages goes with --html", ctx)
    sources = (output, baseline or output)
    is_poured = _is_poured(ctx, given)
    saving, showing = Output(given["save"], sources), Output(given["page"], sources)
    if given["pages"] is not None and showing.place is None:
        raise click.UsageError("--pages needs a file for --html, with a folder beside it", ctx)
    if saving.place is not None and saving.place == showing.place:
        raise click.UsageError("--save and --html name one file: it can hold one of them", ctx)
    manner = manner_of(ctx)
    say = manner.say
    before = None
    if baseline is not None:
        began = perf_counter()
        before = _read(baseline, lambda: load_tally(baseline))
        _account(baseline, before, perf_counter() - began, manner)
    began = perf_counter()
    found = _read(output, lambda: report_on(output, before, rules=rules))
    _account(output, found.tally, perf_counter() - began, manner)
    if given["save"] is not None:
        with saving:
            saving.write(found.tally.to_json(), between="")
    if given["page"] is not None:
        from newsclean.drift import to_page

        links = {} if given["pages"] is None else _explain(found, given, rules, say)
        with showing:
            showing.write(to_page(found, say=say, links=links), between="")
    if given["form"] == "json":
        click.echo(json.dumps(found.to_dict(), ensure_ascii=False))
    elif not is_poured:
        _print(found, say)
    ctx.exit(DRIFTED if given["fail_on_drift"] and found.drifted else 0)


def _with_table(ctx: click.Context, output: str, table: str | None) -> str:
    """The output, and the table that was named. Raises UsageError for a table of what is no database."""
    if table is None:
        return output
    if "://" not in output:
        raise click.UsageError(
            "a table is for databases: give an address, as postgresql://db.example/news", ctx
        )
    return f"{output}#{table}"


def _account(source: str, tally: Tally, seconds: float, manner: Manner) -> None:
    """Tell what was counted, where ``--verbose`` asks for it."""
    if manner.verbose:
        told = manner.say("{inputs:,} inputs counted, {seconds:.3f} s", inputs=tally.inputs, seconds=seconds)
        manner.detail(f"newsclean: {flat_and_masked(source)}: {told}")


def _is_poured(ctx: click.Context, given: dict[str, Any]) -> bool:
    """Whether standard output takes the page or the tally, and so no report as text. Raises UsageError where it would
    take two things."""
    poured = [f"--{name}" for name, key in (("html", "page"), ("save", "save")) if str(given[key]) == "-"]
    asked = [*poured, *(["--format json"] if given["form"] == "json" else [])]
    if poured and len(asked) > 1:
        raise click.UsageError(f"standard output takes one of {' and '.join(asked)}", ctx)
    return bool(poured)


def _explain(found: Report, given: dict[str, Any], rules: Rules | None, say: Wording) -> dict[str, str]:
    """Write a page for each page that the report shows, into a folder beside it; their addresses, relative to the
    report, by the names of the inputs."""
    from newsclean.drift.explained import explanations

    page: Path = given["page"]
    folder = page.with_name(f"{page.stem}-pages")
    links = {}
    for number, (name, html) in enumerate(explanations(found, given["pages"], rules, say), start=1):
        if number == 1:
            _make(folder)
        with Output(folder / f"{number:03}.html") as output:
            output.write(html, between="")
        links[name] = f"{quote(folder.name)}/{number:03}.html"
    return links


def _make(folder: Path) -> None:
    """Make a folder. Raises SystemExit with one line where that can't be."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        complain(str(folder), InputError("file", f"it cannot be made: {error.strerror}"), as_json=False)
        raise SystemExit(CANNOT_WRITE) from error


def _read(source: str, reading: Callable[[], T]) -> T:
    """What is read. Raises SystemExit with one line for what can't be."""
    from newsclean.batch import MissingExtra

    try:
        return reading()
    except InputError as error:
        complain(error.url or source, error, as_json=False)
        raise SystemExit(error.exit_code) from error
    except MissingExtra as error:
        raise click.UsageError(str(error)) from error


# --- on a terminal -----------------------------------------------------------------------------------------


def _print(found: Report, say: Wording) -> None:
    from newsclean.drift.sections import sections_of

    sections = list(sections_of(found, say))
    if sys.stdout.isatty() and find_spec("rich") is not None:
        _print_rich(sections)
        return
    for section in sections:
        click.echo("\n".join([*_plain(section), ""]))


def _plain(section: Section) -> Iterator[str]:
    yield from wrapped(section.title, "")
    for note in section.notes:
        yield from _wrapped(note)
    yield from _table(section)


def _wrapped(note: str) -> Iterator[str]:
    """A sentence, wrapped; a command, which begins deeper, is left whole to be copied."""
    if note.startswith("  "):
        yield f"  {note}"
    else:
        yield from wrapped(note, "  ")


def _table(section: Section) -> Iterator[str]:
    """The columns side by side; names to the left, numbers to the right."""
    lines = [section.head, *section.rows] if section.rows else []
    widths = [max(map(columns, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = [
            _padded(cell, width, left=at in section.texts)
            for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        yield ("  " + "  ".join(cells)).rstrip()


def _padded(cell: str, width: int, *, left: bool) -> str:
    space = " " * (width - columns(cell))
    return cell + space if left else space + cell


def _print_rich(sections: Sequence[Section]) -> None:
    from rich.console import Console
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=False)
    for section in sections:
        console.print(Text(section.title, style="bold"))
        for note in section.notes:
            if note.startswith("  newsclean "):  # a command is left whole, to be copied
                console.print(Text(f"  {note}", style="cyan"), soft_wrap=True)
            else:
                indent = 4 if note.startswith("  ") else 2
                console.print(Padding(Text(note.strip()), (0, 0, 0, indent), expand=False))
        if section.rows:
            table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
            for at, name in enumerate(section.head):
                table.add_column(
                    Text(name), justify="left" if at in section.texts else "right", overflow="fold"
                )
            for row in section.rows:
                table.add_row(*map(Text, row))
            console.print(Padding(table, (0, 0, 0, 2)))
        console.print()
