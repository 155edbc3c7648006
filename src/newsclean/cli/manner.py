"""How a command speaks to whoever called it: the language, and how much is told on standard error.

Results on standard output are the same in every manner. The plain form loads this module, so the language is loaded
when something is said.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclean.language import Wording

__all__ = ["Manner", "command_first", "language_in"]

_ALONE = frozenset({"-q", "--quiet", "-v", "--verbose"})
_LANGUAGE = "--lang"


class Manner:
    """What ``--quiet``, ``--verbose`` and ``--lang`` ask for; ``asked`` is a language, None that of the environment."""

    def __init__(self, asked: str | None = None, *, quiet: bool = False, verbose: bool = False) -> None:
        self.asked, self.quiet, self.verbose = asked, quiet, verbose

    @cached_property
    def say(self) -> Wording:
        """The texts of the language."""
        from newsclean.language import language, wording

        return wording(language(self.asked))

    def tell(self, line: str) -> None:
        """A line on standard error that is no error: left out where only errors are wanted."""
        if not self.quiet:
            _print(line)

    def detail(self, line: str) -> None:
        """A line on standard error about what was done, where that is wanted."""
        if self.verbose:
            _print(line)


def language_in(arguments: Sequence[str]) -> str | None:
    """The language that a command line asks for, before it is read as a whole: ``--help`` is answered at once,
    wherever the language stands. None where none is asked for."""
    found = None
    for before, argument in zip(["", *arguments], arguments, strict=False):
        if argument == "--":
            break
        if argument.startswith(f"{_LANGUAGE}="):
            found = argument.partition("=")[2]
        elif before == _LANGUAGE:
            found = argument
    return found if found in ("en", "zh") else None


def command_first(arguments: Sequence[str], names: Collection[str]) -> list[str]:
    """The arguments with options of the manner that stand before a command put behind its name, where they are the
    command's own.

    >>> command_first(["-q", "--lang", "zh", "batch", "a.html"], {"batch"})
    ['batch', '-q', '--lang', 'zh', 'a.html']
    """
    at = 0
    while at < len(arguments):
        argument = arguments[at]
        if argument == _LANGUAGE:
            at += 2
        elif argument in _ALONE or argument.startswith(f"{_LANGUAGE}="):
            at += 1
        else:
            break
    if 0 < at < len(arguments) and arguments[at] in names:
        return [arguments[at], *arguments[:at], *arguments[at + 1 :]]
    return [*arguments]


def _print(line: str) -> None:
    # One write a line: those of several threads must not run into each other.
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
