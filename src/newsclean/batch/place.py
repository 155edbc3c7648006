"""Where a run writes: its output, the work folder beside it, and whether it may write there at all.

The manifest in the work folder is the lock of both: who holds it may take away what earlier runs left, and nobody
else. An output that is there stays until another is whole; none of a run's inputs is ever written over.
"""

from __future__ import annotations

import glob
import os
import shutil
import stat
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from newsclean.batch.documents import INDEX
from newsclean.batch.inputs import named_files
from newsclean.batch.manifest import Damaged, Manifest
from newsclean.batch.records import CannotRun, Record, Settings
from newsclean.blocks import Value
from newsclean.render.naming import DOCUMENTS, suffix_of

__all__ = ["Place", "place_of"]

PARTS = "part-*.parquet"


class Place(Value):
    """``out`` is the output with symbolic links followed, ``is_folder`` whether it is a folder (of ``documents``, or of
    Parquet parts), ``work`` the work folder: inside an output folder, beside an output file. ``suffix`` is that of the
    documents."""

    out: Path
    is_folder: bool
    documents: bool
    work: Path
    suffix: str = ".md"

    def take(self, inputs: Sequence[str], settings: Settings) -> Manifest:
        """The manifest of a run that may write here, with everything cleared away that an earlier one left, where that
        is asked for. Raises CannotRun where it may not, and OSError or sqlite3.Error where the disk fails."""
        self.refuse_inputs(inputs, anew=settings.overwrite and not settings.resume)
        known, anew = self._manifest.exists(), settings.overwrite and not settings.resume
        if known and not (settings.resume or anew):
            raise CannotRun(
                f"an earlier run left {self.work}: go on with --resume, or start anew with --overwrite"
            )
        if self._is_occupied() and not (known or anew):
            raise CannotRun(f"{self.out} is there already; --overwrite replaces it")
        self.refuse_kind()
        self.work.mkdir(parents=True, exist_ok=True)
        manifest = self._held(anew)
        if anew:
            self._clear(manifest, settings)
        return manifest

    def leave(self, manifest: Manifest) -> None:
        """Take the work folder away, once the output is whole. Its name is given up first, so that a run that begins
        this moment gets a folder of its own."""
        manifest.close()
        old = self.work.with_name(f"{self.work.name}.{os.getpid()}")
        self.work.replace(old)
        shutil.rmtree(old)

    def refusing(self, records: Iterator[Record]) -> Iterator[Record]:
        """The records, as long as none is a file that the run would write over: lists and standard input name theirs
        only now. Raises CannotRun."""
        there = self._there
        for record in records:
            if record.path is not None and self._may_go(record.path, there):
                self._refuse(record.path, os.path.realpath(record.path), there)
            yield record

    def _may_go(self, path: str, there: os.stat_result | None) -> bool:
        """Whether :meth:`_refuse` has to look at a file; quick, for it is asked of every page."""
        return path.lower().endswith(self._endings) if self.is_folder else _is_file(path, there)

    @property
    def _there(self) -> os.stat_result | None:
        """What the system says of the output, where it is a file and there."""
        return self.out.stat() if not self.is_folder and self.out.exists() else None

    @property
    def _endings(self) -> tuple[str, ...]:
        """How the names end of the files that are written into an output folder."""
        return (self.suffix, INDEX) if self.documents else (".parquet",)

    @property
    def _manifest(self) -> Path:
        return self.work / "manifest.sqlite"

    def _held(self, anew: bool) -> Manifest:
        try:
            return Manifest(self._manifest)
        except Damaged:
            if not anew:
                raise
            self._manifest.unlink()
            return Manifest(self._manifest)

    def _clear(self, manifest: Manifest, settings: Settings) -> None:
        """Forget the earlier run. Its output stays until the new one takes its place, where that is one file made at
        the end."""
        manifest.forget()
        for path in self.work.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            elif not path.name.startswith(self._manifest.name):
                path.unlink()
        if settings.format == "sqlite":
            for ending in ("", "-journal", "-wal", "-shm"):
                self.out.with_name(self.out.name + ending).unlink(missing_ok=True)
        elif self.is_folder and not self.documents:
            for part in [*self.out.rglob(PARTS)]:
                part.unlink()

    # --- what may not be here --------------------------------------------------------------------------

    def _is_occupied(self) -> bool:
        if not self.is_folder:
            return self.out.is_file()
        return not self.documents and any(self.out.glob("**/*.parquet"))

    def refuse_kind(self) -> None:
        """Raise CannotRun where what is there can't be the output: a device, a pipe, a folder in a file's place."""
        if not self.out.exists():
            return
        mode = self.out.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            raise CannotRun(
                f"{self.out} is a device or a pipe, and the output of a run is a file or a folder"
            )
        if self.out.is_dir() != self.is_folder:
            raise CannotRun(
                f"{self.out} is a {'folder' if self.out.is_dir() else 'file'}, and this format needs the other"
            )

    def refuse_inputs(self, inputs: Sequence[str], *, anew: bool) -> None:
        """Refuse inputs that the run would write over or take away. Inside an input folder an output that is not
        asked to be replaced is left out by whoever walks the folder."""
        walked, there, real = anew and self.out.exists(), self._there, _real_paths()
        for name in inputs:
            for path in [name] if os.path.exists(name) else glob.iglob(name):
                if os.path.isdir(path):
                    if self.is_folder and _is_within(os.path.realpath(path), self.out):
                        raise CannotRun(
                            f"the output would stand among the inputs in {path}: give it another folder"
                        )
                elif not walked:
                    self._refuse(path, real(path), there)
        for path in named_files(inputs) if walked else ():
            self._refuse(path, real(path), there)

    def _refuse(self, path: str, real: str, there: os.stat_result | None) -> None:
        if self._would_go(path, real, there):
            raise CannotRun(f"{path} is an input, and would be written over: give the output another name")

    def _would_go(self, path: str, real: str, there: os.stat_result | None) -> bool:
        """Whether a file is what the run writes, or lies where it does; ``real`` is its path with links followed."""
        if _is_within(real, self.work):
            return True
        if not self.is_folder:
            return _is_file(path, there)
        return path.lower().endswith(self._endings) and _is_within(real, self.out)


def place_of(settings: Settings) -> Place:
    """Where a run with these settings writes."""
    out = Path(os.path.realpath(str(settings.out)))
    named = suffix_of(out) is not None or (out.suffix != "" and not settings.folder and not out.is_dir())
    documents = settings.format in DOCUMENTS and not named
    parts = settings.format == "parquet" and (bool(settings.partition_by) or not named)
    is_folder = documents or parts
    work = out / ".newsclean" if is_folder else out.with_name(f"{out.name}.newsclean")
    return Place(out, is_folder, documents, work, settings.suffix)


def _is_file(path: str, there: os.stat_result | None) -> bool:
    """Whether the path leads to this file."""
    try:
        return there is not None and os.path.samestat(os.stat(path), there)
    except (OSError, ValueError):  # it will be told when it is read
        return False


def _is_within(real: str, folder: Path) -> bool:
    inner, outer = os.path.normcase(real), os.path.normcase(folder)
    return inner == outer or inner.startswith(os.path.join(outer, ""))


def _real_paths() -> Callable[[str], str]:
    """``os.path.realpath`` for many files in turn: the links of a folder are followed once for all files in it."""
    real_folder = lru_cache(maxsize=1)(os.path.realpath)

    def real(path: str) -> str:
        folder, name = os.path.split(path)
        if name in ("", os.curdir, os.pardir) or os.path.islink(path):
            return os.path.realpath(path)
        return os.path.join(real_folder(folder), name)

    return real
