"""A whole report: what was counted, what moved, which rules never fired, and the pages that stand out with the command
that explains each.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import to_builtins

from newsclean.batch.lines import is_address
from newsclean.blocks import Value
from newsclean.drift.closer import Closer, Example, Failed, look_closer
from newsclean.drift.comparing import Change, Comparison, compare
from newsclean.drift.counting import tally_of
from newsclean.drift.sentences import said_of
from newsclean.drift.tallies import Tally, is_tally, read_tally
from newsclean.errors import InputError
from newsclean.language import wording
from newsclean.rules import Comment, Element, Line, Picture, Rules, default_rules
from newsclean.rules.built_in import BUILT_IN

__all__ = ["Report", "command_of", "load_tally", "report_on"]


class Report(Value):
    """What ``newsclean report`` tells of a batch.

    ``comparison`` is None where there was no baseline. ``never`` are the rules that remove things, of the ``book``
    (its version) that the report was made with, and that no row names.
    """

    tally: Tally
    comparison: Comparison | None
    closer: Closer
    book: str
    never: Sequence[str]

    @property
    def changes(self) -> Sequence[Change]:
        """What moved; nothing where there was no baseline."""
        return () if self.comparison is None else self.comparison.changes

    @property
    def drifted(self) -> bool:
        """Whether anything is drift."""
        return self.comparison is not None and self.comparison.drifted

    def to_dict(self) -> dict[str, Any]:
        """The report as data: its fields, each change with its sentence, each page with its command."""
        say = wording("en")
        found: dict[str, Any] = to_builtins(self, str_keys=True)
        closer = found["closer"]
        closer["outliers"] = [_told(one) for one in self.closer.outliers]
        closer["failed"] = [_told(one) for one in self.closer.failed]
        if self.comparison is not None:
            found["comparison"]["changes"] = [
                {
                    "said": said_of(change, say),
                    **to_builtins(change),
                    "days": self.closer.days[at],
                    "hosts": self.closer.hosts[at],
                    "pages": list(map(_told, self.closer.examples[at])),
                }
                for at, change in enumerate(self.changes)
            ]
            found["comparison"]["drifted"] = self.drifted
        for name in ("days", "hosts", "examples"):  # they stand with the changes
            del closer[name]
        return {"tally": found["tally"], "comparison": found["comparison"], **closer, **_book(self)}


def _book(report: Report) -> dict[str, Any]:
    return {"book": report.book, "never": list(report.never)}


def _told(page: Example | Failed) -> dict[str, Any]:
    return {**to_builtins(page), "command": command_of(page)}


def report_on(
    output: str | os.PathLike[str],
    baseline: str | os.PathLike[str] | Tally | None = None,
    *,
    rules: Rules | None = None,
) -> Report:
    """The report on a batch's output, read twice; ``baseline`` is an earlier output, a tally or its file. ``rules`` is
    the book whose rules should fire (None: the library's own).

    Raises InputError for what can't be read or is no such output, MissingExtra where a package is missing.
    """
    book = default_rules() if rules is None else rules
    before = baseline if isinstance(baseline, Tally) or baseline is None else load_tally(baseline)
    if os.path.isfile(output) and is_tally(output):
        why = "it is a tally, and no output of a batch: give it as --baseline"
        raise InputError("file", why, url=str(output))
    tally = tally_of(output)
    comparison = None if before is None else compare(tally, before)
    closer = look_closer(output, tally, () if comparison is None else comparison.changes)
    return Report(tally, comparison, closer, book.version, _never(book, tally.fired))


def load_tally(path: str | os.PathLike[str]) -> Tally:
    """A tally: of a file that was saved as one, or else counted from a batch's output. Raises InputError."""
    if os.path.isfile(path) and is_tally(path):
        return read_tally(path)
    if Path(path).suffix == ".json" and not os.path.isfile(path):
        raise InputError("file", "there is no such file", url=str(path))
    return tally_of(path)


def _never(book: Rules, fired: Mapping[str, int]) -> list[str]:
    """The rules that could have removed something and did not."""
    rows = [row.name for row in book if isinstance(row, (Line, Element, Picture, Comment))]
    return sorted({*rows, *BUILT_IN} - fired.keys())


def command_of(page: Example | Failed) -> str | None:
    """The command that explains a page; None for a record of an archive that names no address.

    >>> command_of(Example("a b.html", None, None, "mobile", 0, 1.0))
    "newsclean explain 'a b.html'"
    """
    url = page.url if page.url and is_address(page.url) else None
    if is_address(page.input):
        return f"newsclean explain {shlex.quote(page.input)}"
    if not page.input or (_is_record(page.input) and not os.path.exists(page.input)):
        return None if url is None else f"newsclean explain {shlex.quote(url)}"
    path = f"./{page.input}" if page.input.startswith("-") else page.input
    return f"newsclean explain {shlex.quote(path)}" + (f" --url {shlex.quote(url)}" if url else "")


def _is_record(name: str) -> bool:
    """Whether a name is that of a record in a file of many: ``crawl.warc.gz#12``."""
    return name.rpartition("#")[2].isdecimal() and "#" in name
