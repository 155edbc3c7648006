"""Where the command begins. Sources without any option go straight to work, because importing click and reading the
command line with it takes as long as importing lxml. Everything else goes to group.py.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

__all__ = ["COMMAND_NAMES", "main"]

_GARBAGE = 50_000
"""New objects after which Python looks for cycles among them. Loading and cleaning make hardly any, and looking after
every 700 objects, as is the default, takes an eighth of a run."""

COMMAND_NAMES = frozenset({"batch", "roll", "follow", "explain", "report", "rules", "doctor"})
"""The names of commands.py, written again so that it need not be imported; a test compares them."""


def main() -> None:
    """Run the command with the arguments of the process, and leave with its exit code."""
    if getattr(
        sys, "frozen", False
    ):  # the workers of a frozen program are the program again, with other arguments
        import multiprocessing

        multiprocessing.freeze_support()
    try:
        _run(sys.argv[1:])
    except KeyboardInterrupt:
        from newsclean.cli.streams import interrupted

        sys.exit(interrupted())


def _run(arguments: list[str]) -> None:
    if not _is_plain(arguments):
        from newsclean.cli.group import commands

        commands.main(arguments, prog_name="newsclean")
    from newsclean.cli.streams import Output
    from newsclean.cli.work import FORMS, Request, write

    gc.set_threshold(_GARBAGE)
    code = write(arguments, Request(None, {"robots": True}), FORMS["text"], Output(None), as_json=False)
    gc.freeze()
    sys.exit(code)


def _is_plain(arguments: Sequence[str]) -> bool:
    """Whether the arguments are sources and nothing but sources."""
    if not arguments or arguments[0] in COMMAND_NAMES or arguments.count("-") > 1:
        return False
    return not any(word.startswith("-") and word != "-" for word in arguments)
