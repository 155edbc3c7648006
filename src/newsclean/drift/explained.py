"""The pages that a report shows, each explained in a page of its own, where the pages themselves are at hand."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from newsclean.batch.folders import file_content
from newsclean.batch.lines import is_address
from newsclean.drift.closer import Example, Failed
from newsclean.drift.findings import Report
from newsclean.errors import NewscleanError
from newsclean.language import Wording
from newsclean.page import LIMITS
from newsclean.parser import Parser
from newsclean.report import to_page
from newsclean.rules import Rules

__all__ = ["explanations", "file_of"]


def explanations(
    report: Report, folder: Path, rules: Rules | None, say: Wording
) -> Iterator[tuple[str, str]]:
    """The explanation of each page that a report shows and that the folder has, as HTML, by the name of its input.
    ``rules`` is the book the batch was made with (None: the library's own)."""
    shown: dict[str, Example | Failed] = {}
    for page in chain(report.closer.outliers, report.closer.failed, *report.closer.examples):
        shown.setdefault(page.input, page)
    for name, page in shown.items():
        path = file_of(folder, name)
        html = None if path is None else _explanation(path, page.url, rules, say)
        if html is not None:
            yield name, html


def _explanation(path: Path, url: str | None, rules: Rules | None, say: Wording) -> str | None:
    """The explanation of a page; None for one that can't be read."""
    try:
        content = file_content(str(path), LIMITS.max_bytes)
        explained = Parser(rules).explain(content, url=url)
    except (NewscleanError, OSError, EOFError, zlib.error):  # the last two of a packed file
        return None
    return to_page(explained, rules=rules, say=say, source=str(path))


def file_of(folder: Path, name: str) -> Path | None:
    """The file of a page in a folder, by the name of its input: a path, of which the folder may have but the end, or an
    address, as wget keeps it below its host. None where there is none."""
    path = Path(name.partition("://")[2] if is_address(name) else name)
    parts = [part for part in path.parts if part != path.anchor]
    if ".." in parts:
        return None
    home = folder.resolve()
    for at in range(len(parts)):
        path = folder.joinpath(*parts[at:])
        try:
            if path.is_file() and path.resolve().is_relative_to(home):
                return path
        except (OSError, ValueError):  # a name that is too long, or holds what no name may
            continue
    return None
