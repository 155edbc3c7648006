"""The options that say what is written: its format, and whether Markdown carries its metadata."""

from __future__ import annotations

import os
from typing import Any

import click

from newsclean.render.naming import FORMATS, SHORT, full_name

__all__ = ["formatting", "output_settings", "refuse_head"]


class _Name(click.Choice[str]):
    """The name of a format, a short one too."""

    def __init__(self) -> None:
        super().__init__([*FORMATS, *SHORT])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return full_name(super().convert(value, param, ctx))


def formatting(command: Any) -> Any:
    """Give a command the options ``--format`` and ``--head``."""
    chosen = click.option(
        "--format",
        "form",
        type=_Name(),
        metavar="NAME",
        help="What to write, where the suffix of the output does not say it: "
        f"{', '.join(FORMATS)}; {', '.join(f'{short} is {name}' for short, name in SHORT.items())}.",
    )
    head = click.option(
        "--head/--no-head",
        default=None,
        help="Whether Markdown carries its metadata as YAML. In a .md file and in a folder it does, elsewhere not.",
    )
    return chosen(head(command))


def output_settings(ctx: click.Context, output: str, form: str | None, head: bool | None) -> dict[str, Any]:
    """The settings of a run that say where its rows go and as what. Raises UsageError."""
    from newsclean.batch import CannotRun, format_of

    folder = output.endswith(("/", os.sep))
    is_address = "://" in output
    try:
        named = form if form or (folder and not is_address) else format_of(output)
    except CannotRun as error:
        raise click.UsageError(str(error), ctx) from error
    chosen = named or ("jsonl" if output == "-" else "markdown")
    refuse_head(ctx, chosen, head)
    return {"out": output, "format": chosen, "folder": folder, "head": head}


def refuse_head(ctx: click.Context, form: str, head: bool | None) -> None:
    """Raises UsageError where a head is asked for of what has none to choose."""
    if head is not None and form != "markdown":
        raise click.UsageError("--head and --no-head are for Markdown; front matter always has its head", ctx)
