"""What all commands have in common: the options for help, version, language and how much is told, and help in the
language of whoever asks.

Help is written in English in the code; in another language it is translated when it is shown, paragraph by paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click
from click.shell_completion import CompletionItem

from newsclean._version import __version__
from newsclean.cli.manner import Manner, language_in
from newsclean.cli.wrapping import columns, lines_of
from newsclean.language import LANGUAGES, Wording

__all__ = ["HELP", "Command", "TranslatedHelp", "manner_of"]

HELP = {"help_option_names": ["-h", "--help"]}
"""Settings of every command: what shows its help."""

_RAW = "\b"
"""The line with which click marks a paragraph whose lines stay as they are."""


def _options() -> list[click.Parameter]:
    """The options of every command, new ones each time, for click notes on them whose they are."""
    return [
        click.Option(["-q", "--quiet"], is_flag=True, help="Tell errors alone."),
        click.Option(["-v", "--verbose"], is_flag=True, help="Tell what is done, on standard error."),
        click.Option(
            ["--lang"],
            type=click.Choice(LANGUAGES),
            help="The language of all that is told to you; that of the locale by default (NEWSCLEAN_LANG, LC_ALL, "
            "LC_MESSAGES, LANG). Results and errors are the same in each.",
        ),
        click.Option(
            ["-V", "--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_version,
            help="Show the version and exit.",
        ),
    ]


def _show_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(f"newsclean {__version__}")
        ctx.exit()


class Command(click.Command):
    """A command with the options that each has. Its context's object is the :class:`Manner` that they ask for."""

    def __init__(self, name: str | None, **settings: Any) -> None:
        settings.setdefault("context_settings", HELP)
        super().__init__(name, **settings)
        self.params = [*self.params, *_options()]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.obj = Manner(language_in(args) or _above(ctx))  # for help, which is shown while options are read
        rest = super().parse_args(ctx, args)
        quiet, verbose = bool(ctx.params.pop("quiet", False)), bool(ctx.params.pop("verbose", False))
        asked = ctx.params.pop("lang", None)
        if quiet and verbose and not ctx.resilient_parsing:
            raise click.UsageError("--quiet and --verbose are two things", ctx)
        ctx.obj = Manner(asked, quiet=quiet, verbose=verbose)
        return rest

    def get_help(self, ctx: click.Context) -> str:
        say = manner_of(ctx).say
        if say.language == "en":
            return super().get_help(ctx)
        formatter = TranslatedHelp(say, width=ctx.terminal_width, max_width=ctx.max_content_width)
        self.format_help(ctx, formatter)
        return formatter.getvalue().rstrip("\n")

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        say = manner_of(ctx).say
        found = super().shell_complete(ctx, incomplete)
        for item in found:
            item.help = say.as_written(" ".join(item.help.split())) if item.help else None
        return found


def _above(ctx: click.Context) -> str | None:
    """The language that was asked for before the command was reached."""
    return ctx.parent.obj.asked if ctx.parent is not None and isinstance(ctx.parent.obj, Manner) else None


def manner_of(ctx: click.Context) -> Manner:
    """How to speak to whoever called."""
    return ctx.find_object(Manner) or Manner()


class TranslatedHelp(click.HelpFormatter):
    """Help in another language: every heading, paragraph and explanation is said by ``say``, and lines are broken where
    wide characters allow it. Examples stay what they are: lines that are indented in the code."""

    def __init__(self, say: Wording, *, width: int | None = None, max_width: int | None = None) -> None:
        super().__init__(width=width, max_width=max_width)
        self.say = say

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args.replace("[OPTIONS]", self.say("[OPTIONS]")), self.say("Usage: "))

    def write_heading(self, heading: str) -> None:
        self.write(f"{'':>{self.current_indent}}{self.say.as_written(f'{heading}:')}\n")

    def write_text(self, text: str) -> None:
        indent = " " * self.current_indent
        shown = [
            "\n".join(f"{indent}{line}".rstrip() for line in self._paragraph(paragraph))
            for paragraph in text.split("\n\n")
        ]
        self.write("\n\n".join(shown) + "\n")

    def _paragraph(self, paragraph: str) -> Iterable[str]:
        first, *others = paragraph.splitlines()
        if first.strip() == _RAW:
            return [line if line.startswith(" ") else self.say.as_written(line) for line in others]
        return lines_of(self.say.as_written(" ".join(paragraph.split())), self.width - self.current_indent)

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        listed = [(term, self._told(text)) for term, text in rows]
        first = min(max(columns(term) for term, _ in listed), col_max) + col_spacing
        margin = " " * (self.current_indent + first)
        for term, text in listed:
            lines = list(lines_of(text, max(self.width - len(margin), 10)))
            lead = " " * self.current_indent + term
            if columns(term) > first - col_spacing:
                self.write(f"{lead}\n")
                lead = ""
            self.write(f"{lead:<{len(margin)}}{lines[0]}\n")
            for line in lines[1:]:
                self.write(f"{margin}{line}\n")

    def _told(self, text: str) -> str:
        """The explanation of an option, and what click adds to it in brackets: its default, that it is required."""
        help_text, mark, added = text.partition("  [")
        told = self.say.as_written(" ".join(help_text.split()))
        if not mark:
            return told
        added = added.replace("default: ", self.say("default: ")).replace("required", self.say("required"))
        return f"{told}  [{added}"
