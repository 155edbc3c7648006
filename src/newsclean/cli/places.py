"""Where an output file goes: which names may be replaced by a new file, and which are written into.

Loaded only when a result is written to a name.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import click

__all__ = ["place_of"]

_LINKS = 40
"""Symbolic links that are followed one after another, as many as Linux follows."""


def place_of(path: Path, sources: Sequence[str]) -> Path | None:
    """The file that a new one may take the place of, symbolic links followed; None where what has the name is no
    regular file, or stands for a file that is open already, and is to be written into.

    Raises UsageError where there is no folder to write to, and where the file is one of the ``sources``.
    """
    try:
        found = os.stat(path)
    except OSError:  # there is nothing yet, or a link to nothing
        place = Path(os.path.realpath(path))
        if not place.parent.is_dir():
            raise click.UsageError(f"there is no folder {str(place.parent)!r} to write to") from None
        return place
    if not stat.S_ISREG(found.st_mode):
        return None
    for source in sources:
        with suppress(OSError, ValueError):  # an address, or what is no name at all
            if os.path.samestat(found, os.stat(sys.stdin.fileno() if source == "-" else source)):
                raise click.UsageError(f"{str(path)!r} is a source, and would be written over")
    return None if _is_open_file(path) else Path(os.path.realpath(path))


def _is_open_file(path: Path) -> bool:
    """Whether a name leads to a file that is open already, as /dev/stdout and /dev/fd/3 do. Another file in its place
    would not be the one that is open."""
    for _ in range(_LINKS):
        folder = os.path.realpath(path.parent)
        if folder.startswith("/proc/") or folder in ("/dev", "/dev/fd"):
            return True
        if not path.is_symlink():
            return False
        path = path.parent / os.readlink(path)
    return False
