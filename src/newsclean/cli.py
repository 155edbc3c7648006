"""The command ``newsclean``: which argument names a sub-command, and what stands in the help.

Here lives the group and the table of its commands; the plain form lives in cli_clean, each sub-command in a
module of its own, loaded when it is called. Here never lives work.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import NamedTuple

import click

from newsclean.cli_clean import clean

__all__ = ["COMMANDS", "commands"]


class _Lazy(NamedTuple):
    """A sub-command: where it stands, and its line in the help."""

    module: str
    attribute: str
    help: str


COMMANDS = {
    "batch": _Lazy("newsclean.cli_batch", "batch", "Clean many pages into one output."),
    "roll": _Lazy("newsclean.cli_fetch", "roll", "List what a Sina channel published last."),
    "explain": _Lazy("newsclean.cli_clean", "explain", "Tell what was removed from a page, and why."),
    "doctor": _Lazy("newsclean.cli_fetch", "doctor", "Check that pages can be fetched and read."),
}


class Commands(click.Group):
    """Sub-commands by their names; whatever does not begin with one is the plain form."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name, lazy in COMMANDS.items() if find_spec(lazy.module) is not None]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        lazy = COMMANDS.get(cmd_name)
        if lazy is None:
            return None
        if find_spec(lazy.module) is None:
            raise click.UsageError(f"this installation has no command {cmd_name!r}", ctx)
        command = getattr(import_module(lazy.module), lazy.attribute)
        assert isinstance(command, click.Command)  # noqa: S101  # the table's promise
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        # The group has no options: all that is written belongs to the command, the plain form's options too.
        if not args:
            click.echo(clean.make_context("", [], parent=ctx, resilient_parsing=True).get_help(), err=True)
            ctx.exit(click.UsageError.exit_code)
        return super().parse_args(ctx, ["--", *args])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] in COMMANDS:
            return super().resolve_command(ctx, args)
        return "", clean, args


commands = Commands("newsclean", add_help_option=False)
