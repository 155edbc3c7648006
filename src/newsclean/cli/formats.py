"""The options that say what is written: its format, and whether Markdown carries its metadata."""

from __future__ import annotations

from typing import Any

import click

from newsclean.render.naming import FORMATS, SHORT, full_name

__all__ = ["formatting", "refuse_head"]


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


def refuse_head(ctx: click.Context, form: str, head: bool | None) -> None:
    """Raises UsageError where a head is asked for of what has none to choose."""
    if head is not None and form != "markdown":
        raise click.UsageError("--head and --no-head are for Markdown; front matter always has its head", ctx)
