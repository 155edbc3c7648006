"""From the arguments of a run to records: files, directories, globs, addresses, lists, and containers of many pages.

Records are made one at a time, when one is asked for, so that a run over millions of pages starts at once. A file of
one page is only named here; its worker reads it.
"""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from newsclean.batch import lines, tables, warc
from newsclean.batch.feeds import FEEDS, is_feed, read_feed
from newsclean.batch.folders import SNIFFED, file_content, stem_of, walk
from newsclean.batch.records import Record
from newsclean.batch.rows import kept_of
from newsclean.decode.mhtml import page_in
from newsclean.errors import masked

__all__ = ["named_files", "read_inputs", "total_bytes"]

CONTAINERS: dict[str, Callable[[str], Iterator[Record]]] = {
    ".txt": lines.read_list,
    ".jsonl": lines.read_jsonl,
    ".ndjson": lines.read_jsonl,
    ".jsonl.gz": lines.read_jsonl,
    ".jsonl.zst": lines.read_jsonl,
    ".parquet": tables.read_parquet,
    ".warc": warc.read_warc,
    ".warc.gz": warc.read_warc,
    ".warc.zst": warc.read_warc,
}
"""Files of many pages, by suffix. ``.txt`` is a list of addresses, and counts only where it is named."""


def read_inputs(
    inputs: Sequence[str],
    *,
    leave_out: Path | None = None,
    keep: Sequence[str] | None = None,
    left_out: Counter[str] | None = None,
    follow: bool = False,
) -> Iterator[Record]:
    """Every record of every input, in order, read as it is asked for. Their names are text that every output can hold,
    and tell no password.

    A directory is walked in sorted order, hidden names and ``leave_out`` (the output) left out; a glob is
    taken where no file has that very name; ``-`` is standard input, a line a record. What cannot be read
    is a record with its ``error``, and the walk goes on. ``keep`` names what comes out of what came in beside the
    pages (None: all of it). ``left_out`` counts the files of folders that are no inputs, by suffix; a folder that holds
    no page is a record with its ``error``. ``follow``: the links of feeds are addresses to pull.
    """
    counted = Counter[str]() if left_out is None else left_out
    for name in inputs:
        for record in map(_named, _read_input(name, leave_out, counted, follow)):
            yield record.__replace__(kept=kept_of(record.kept, keep)) if record.kept else record


def _read_input(name: str, leave_out: Path | None, left_out: Counter[str], follow: bool) -> Iterator[Record]:
    if name == "-":
        yield from lines.read_stdin()
    elif lines.is_address(name):
        yield Record(input=name, url=name)
    else:
        here: Counter[str] = Counter()
        found = False
        for path, relative in _expand(name, leave_out, here):
            found = True
            yield from _read(path, relative, follow)
        left_out.update(here)
        if not found:
            yield Record(input=name, error=("file", f"the folder holds no page{_told(here)}"))


def _told(left_out: Counter[str]) -> str:
    counted = [f"{suffix} {number:,}" for suffix, number in left_out.most_common()]
    return f"; files left out: {', '.join(counted)}" if counted else ""


def _named(record: Record) -> Record:
    """The record with a name that every output can hold: without passwords, and of whole characters. Names are file
    names, which may be any bytes, or come out of JSON, which may hold halves of characters. An address that holds one
    can't be asked for."""
    name = masked(_shown(record.input))
    if record.to_fetch and record.url is not None and record.url != _shown(record.url):
        return record.__replace__(
            input=name, url=_shown(record.url), error=("input", "the address holds half a character")
        )
    return record if name == record.input else record.__replace__(input=name)


def named_files(inputs: Sequence[str]) -> Iterator[str]:
    """Every file that the inputs name, those in folders too; not those that a list names."""
    for name in inputs:
        if name != "-" and not lines.is_address(name):
            yield from (path for path, _ in _expand(name, None, Counter()))


def total_bytes(inputs: Sequence[str], *, leave_out: Path | None = None) -> int | None:
    """The bytes the inputs hold, for a progress bar; None where that cannot be known (standard input)."""
    if "-" in inputs:
        return None
    paths = (
        path
        for name in inputs
        if not lines.is_address(name)
        for path, _ in _expand(name, leave_out, Counter())
    )
    return sum(os.path.getsize(path) for path in paths if os.path.exists(path))


def _expand(name: str, leave_out: Path | None, left_out: Counter[str]) -> Iterator[tuple[str, str]]:
    """The files an input stands for, each with its relative path, after which a document made of it is named."""
    if os.path.isdir(name):
        for path in walk(name, leave_out, CONTAINERS, left_out):
            yield path, path[len(name) :].lstrip(os.sep)
    elif glob.has_magic(name) and not os.path.exists(name):
        found = sorted(glob.glob(name, recursive=True))
        for path in found or [name]:
            if os.path.isdir(path):
                yield from _expand(path, leave_out, left_out)
            else:
                yield path, os.path.basename(path)
    else:
        yield name, os.path.basename(name)


def _read(path: str, relative: str, follow: bool) -> Iterator[Record]:
    lowered = path.lower()
    try:
        if lowered.endswith(FEEDS) and is_feed(file_content(path, SNIFFED)):
            yield from read_feed(path, follow=follow)
        elif lowered.endswith(tuple(CONTAINERS)):
            yield from next(read for suffix, read in CONTAINERS.items() if lowered.endswith(suffix))(path)
        else:
            yield Record(input=_shown(path), path=path, stem=_stem(relative), size=os.path.getsize(path))
    except OSError as error:
        yield Record(input=_shown(path), error=("file", error.strerror or str(error)))


def _stem(path: str) -> str:
    return stem_of(_shown(path))


def _read_mhtml(path: str) -> Iterator[Record]:
    """The page of a file that was saved with all its parts."""
    with open(path, "rb") as stream:
        data = stream.read()
    saved, stem = page_in(data), _stem(os.path.basename(path))
    if saved is None:
        yield Record(
            input=path, error=("not_html", "no part of the message is HTML"), stem=stem, size=len(data)
        )
    else:
        kind = saved.content_type
        yield Record(
            input=path, url=saved.url, content=saved.content, content_type=kind, stem=stem, size=len(data)
        )


_MHTML = (".mhtml", ".mht")
CONTAINERS |= dict.fromkeys(_MHTML, _read_mhtml)


def _shown(name: str) -> str:
    """The name as valid Unicode, with escapes for what is none."""
    if name.isascii():
        return name
    try:
        return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:  # half a character
        return name.encode("utf-8", "backslashreplace").decode()
