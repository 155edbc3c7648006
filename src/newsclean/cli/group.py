"""The command ``newsclean`` as click sees it: which argument names a sub-command, and what stands in the help.

The table of the sub-commands is in commands.py, the plain form in plain.py; each sub-command is a module of its own,
loaded when it is called.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

import click
from click.shell_completion import CompletionItem, add_completion_class

from newsclean.cli.command import HELP, manner_of
from newsclean.cli.commands import COMMANDS
from newsclean.cli.completion import Bash
from newsclean.cli.manner import Manner, command_first, language_in
from newsclean.cli.options import files
from newsclean.cli.plain import clean
from newsclean.cli.streams import interrupted
from newsclean.errors import masked

__all__ = ["commands"]


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
        ctx.obj = Manner(language_in(args))
        if not args and not ctx.resilient_parsing:
            click.echo(_plain(ctx).get_help(), err=True)
            ctx.exit(click.UsageError.exit_code)
        # The group has no options: all that is written belongs to the command, the plain form's options too.
        return super().parse_args(ctx, ["--", *command_first(args, COMMANDS)])

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.ClickException as error:  # it may quote an argument
            error.message = masked(error.message)  # type: ignore[misc]  # final for subclasses, which this is none of
            raise
        except KeyboardInterrupt:
            ctx.exit(interrupted(manner_of(ctx)))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        names = [name for name in self.list_commands(ctx) if name.startswith(incomplete)]
        say = manner_of(ctx).say
        known = [
            CompletionItem(name, help=say.as_written(COMMANDS[name].help)) for name in names
        ]  # and none is loaded
        plain = clean.shell_complete(_plain(ctx), incomplete)
        return [*known, *plain, *files(ctx, None, incomplete)]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] in COMMANDS:
            return super().resolve_command(ctx, args)
        return "", clean, args


def _plain(ctx: click.Context) -> click.Context:
    """A context of the plain form, for its help and its options."""
    return clean.make_context("", [], parent=ctx, resilient_parsing=True)


add_completion_class(Bash)
commands = Commands("newsclean", add_help_option=False, context_settings=HELP)
