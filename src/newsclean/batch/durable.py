"""Files that are there whole or not at all: written under another name, synced to disk, then renamed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["ASIDE", "same_bytes", "sync_folder", "written_aside"]

ASIDE = ".writing"
"""The suffix of a file that is being written; what still has it after a kill is no part of the output."""


@contextmanager
def written_aside(path: Path) -> Iterator[Path]:
    """Give the path to write to; when the block ends well, the file is on disk under its own name."""
    aside = path.with_name(path.name + ASIDE)
    try:
        yield aside
        with open(aside, "rb") as stream:
            os.fsync(stream.fileno())
        aside.replace(path)
        aside.unlink(missing_ok=True)  # where both were names of one file, replacing did nothing
    except BaseException:
        aside.unlink(missing_ok=True)  # on a full disk, whoever makes room should not have to look for it
        raise


def sync_folder(folder: Path) -> None:
    """Make the folder's names durable (renames are, only then)."""
    if os.name == "nt":  # a folder cannot be opened there; NTFS journals its names
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def same_bytes(source: Path, target: Path) -> None:
    """Give the target the bytes of the source: by another name of the same file, or where there is none by a copy."""
    target.unlink(missing_ok=True)
    try:
        os.link(os.path.realpath(source), target)
    except OSError:  # a file system without hard links
        shutil.copyfile(source, target)
