"""The option ``--rules`` of every command that parses: a user's rules, given as files or as names of installed ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from newsclean.errors import RulesError

if TYPE_CHECKING:
    from newsclean.rules import Rules

__all__ = ["GIVEN", "WrongRules", "own_rules"]

GIVEN = "newsclean.rules"
"""The key of a context's ``meta`` under which the rules' names stand as they were given."""


class WrongRules(click.ClickException):
    """Rules that cannot be used, told in one line. Exit code 2, as for everything wrong on a command line."""

    exit_code = RulesError.exit_code

    def __init__(self, error: RulesError) -> None:
        super().__init__(error.message)

    def show(self, file: Any = None) -> None:
        from newsclean.report.facts import flat

        click.echo(f"newsclean: {flat(self.message)}", err=True)


def _book(ctx: click.Context, _param: click.Parameter, given: tuple[str, ...]) -> Rules | None:
    """The book to parse by; None where no rules were given, so that nothing is loaded for them."""
    if not given or ctx.resilient_parsing:
        return None
    from newsclean.rules.given import book_of

    ctx.meta[GIVEN] = given
    try:
        return book_of(given)
    except RulesError as error:
        raise WrongRules(error) from error


own_rules = click.option(
    "--rules",
    "rules",
    multiple=True,
    callback=_book,
    metavar="FILE|NAME",
    help="Rules of your own, asked before the book's: a TOML file, or the name of installed ones. May be given several "
    "times; the last is asked first.",
)
