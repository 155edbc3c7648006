"""The sub-commands: where each stands, and its line in the help."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["COMMANDS", "Lazy"]


class Lazy(NamedTuple):
    """A sub-command: where it stands, and its line in the help."""

    module: str
    attribute: str
    help: str


COMMANDS = {
    "batch": Lazy("newsclean.cli.batch", "batch", "Clean many pages into one output."),
    "roll": Lazy("newsclean.cli.roll", "roll", "List what a Sina channel published last."),
    "follow": Lazy("newsclean.cli.follow", "follow", "Write what is new in channels, round after round."),
    "explain": Lazy("newsclean.cli.explain", "explain", "Tell what was removed from a page, and why."),
    "report": Lazy("newsclean.cli.report", "report", "Tell what a batch holds, and what drifted."),
    "rules": Lazy("newsclean.cli.rules", "rules", "List, search, try and check rules."),
    "doctor": Lazy("newsclean.cli.doctor", "doctor", "Check that pages can be fetched and read."),
}
