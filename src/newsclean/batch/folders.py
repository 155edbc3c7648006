"""What of a folder is an input: pages by their suffix, what else looks like a page by its beginning, and containers.

Crawlers save pages under names of every sort: ``view.php``, ``index.html?id=3``, ``doc-icezuev4202091`` without a
suffix, ``page.html.gz``. What this library wrote itself, and what is no page, is left out and counted by its suffix.
"""

from __future__ import annotations

import gzip
import json
import os
import re
from collections import Counter
from collections.abc import Container, Iterator
from pathlib import Path

from newsclean.batch.feeds import FEEDS, is_feed
from newsclean.locate.formats import format_of
from newsclean.page import bytes_in

__all__ = ["PAGES", "SNIFFED", "file_content", "stem_of", "suffix_in", "walk"]

PAGES = (".html", ".htm", ".shtml", ".xhtml", ".md", ".markdown")
"""Suffixes of pages and of front-matter documents, read whatever they hold."""

SNIFFED = 4096
"""Bytes of a file that are looked at; a page says what it is in the first few hundred."""
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta\s|title)\b", re.IGNORECASE)
_PROGRAM = b"<?php"
_HEAD = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,64}(?:---|\+\+\+)[ \t]*\r?\n[\w\"'-]+[ \t]*[:=]")
_OWN_WORK = ".newsclean"  # how the work folders of a run end
_OURS = frozenset({"input", "error", "duplicate_of"})


def walk(
    top: str, leave_out: Path | None, containers: Container[str], left_out: Counter[str]
) -> Iterator[str]:
    """The files of a folder that are inputs, in sorted order, hidden names and ``leave_out`` (the output) left out;
    what else is left out is counted in ``left_out``, by its suffix. ``containers`` are the suffixes of files of many
    pages."""
    excluded = None if leave_out is None or Path(top).resolve() == leave_out else str(leave_out)

    def is_output(folder: str, name: str) -> bool:
        # The work folder of an output file has the file's name before its own ending.
        is_near = excluded is not None and name.removesuffix(_OWN_WORK) == os.path.basename(excluded)
        return is_near and os.path.realpath(os.path.join(folder, name)).removesuffix(_OWN_WORK) == excluded

    for folder, folders, files in os.walk(top):
        folders[:] = sorted(
            each
            for each in folders
            if not each.startswith(".") and not each.endswith(_OWN_WORK) and not is_output(folder, each)
        )
        for file in sorted(files):
            if file.startswith(".") or is_output(folder, file):
                continue
            path = os.path.join(folder, file)
            if _is_input(path, containers):
                yield path
            else:
                left_out[suffix_in(file) or "no suffix"] += 1


def _is_input(path: str, containers: Container[str]) -> bool:
    suffix = suffix_in(path)
    if suffix == ".txt":  # a list of addresses, which counts only where it is named
        return False
    if suffix in containers:
        return not _is_ours(path, suffix)
    return suffix.removesuffix(".gz") in PAGES or _is_page(path)


def _is_page(path: str) -> bool:
    """Whether a file begins as a page or a front-matter document does."""
    try:
        beginning = file_content(path, SNIFFED)
    except (OSError, EOFError):
        return False
    if _HEAD.match(beginning) or (path.lower().endswith(FEEDS) and is_feed(beginning)):
        return True
    is_program = beginning.lstrip().startswith(_PROGRAM)
    return _PAGE.search(beginning) is not None and not is_program and format_of(beginning) is None


def _is_ours(path: str, suffix: str) -> bool:
    """Whether a container holds rows that this library wrote."""
    try:
        if suffix == ".parquet":
            import pyarrow.parquet as parquet

            return b"newsclean.schema_version" in (parquet.read_schema(path).metadata or {})
        if suffix in (".jsonl", ".ndjson", ".jsonl.gz"):
            row = json.loads(file_content(path, 1 << 20).split(b"\n", 1)[0])
            return isinstance(row, dict) and row.keys() >= _OURS
    except Exception:  # noqa: BLE001 - whatever is wrong with it is told when it is read
        return False
    return False


def file_content(path: str, most: int) -> bytes:
    """The bytes of a file, one more than ``most`` at most, unpacked where its name ends in .gz. Raises OSError and
    EOFError."""
    if path.lower().endswith(".gz"):
        with gzip.open(path) as packed:
            return packed.read(most + 1)
    with open(path, "rb") as stream:
        return bytes_in(stream, most)


def suffix_in(path: str) -> str:
    """The suffix of a file's name in lower case, ``.gz`` and ``.zst`` with the one before; what stands behind a
    question mark, where a crawler kept the query, is none of it."""
    name = os.path.basename(path).lower().partition("?")[0]
    base, last = os.path.splitext(name)
    return os.path.splitext(base)[1] + last if last in (".gz", ".zst") else last


def stem_of(path: str) -> str:
    """The path without its suffix, and with its query behind a hyphen."""
    folder, name = os.path.split(path)
    base, _, query = name.partition("?")
    bare = base[: len(base) - len(suffix_in(base))] or base
    return os.path.join(folder, f"{bare}-{query}" if query else bare)
