"""What the command reads and writes: files, standard input, standard output, and the line of an error.

Every run loads this module, so what only an output file or an error needs is imported when it does.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING, cast

from newsclean.errors import NewscleanError, masked

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from newsclean.cli.manner import Manner

__all__ = [
    "BROKEN_PIPE",
    "CANNOT_WRITE",
    "Output",
    "cannot_pour",
    "complain",
    "flat_and_masked",
    "interrupted",
    "is_address",
    "source_of",
    "warn",
]

BROKEN_PIPE = 141
"""The exit code where the reader of standard output went away: 128 + SIGPIPE, as a shell shows it."""

CANNOT_WRITE = 3
"""The exit code where the result could not be written."""

INTERRUPTED = 130
"""The exit code of a run that Ctrl-C ended: 128 + SIGINT, as a shell shows it."""

_STDOUT = "standard output"


def is_address(source: str) -> bool:
    """Whether the source is to be fetched."""
    return source.lower().startswith(("http://", "https://"))


def source_of(source: str, most: int) -> bytes:
    """The bytes of a file, or of standard input for ``-``, one more than ``most`` at most.

    A ``file://`` address is that of a file. Raises InputError("file") when it cannot be read; where it is meant for
    something else, an address or a command, the message says so.
    """
    from newsclean.errors import InputError
    from newsclean.page import file_of

    if source == "-":
        return sys.stdin.buffer.read(most + 1)
    try:
        return file_of(_path_of(source), most)
    except InputError as error:
        hint = "" if os.path.exists(source) else _meant(source)
        if not hint:
            raise
        raise InputError(error.kind, f"{error.message}; {hint}", url=error.url) from error


def _path_of(source: str) -> str:
    """The path that a file:// address names; any other source as it is."""
    if not source.lower().startswith("file://"):
        return source
    from urllib.parse import urlsplit
    from urllib.request import url2pathname

    return url2pathname(urlsplit(source).path)


def _meant(source: str) -> str:
    """What a name that no file has was meant for; empty where nobody can tell."""
    from difflib import get_close_matches

    from newsclean.cli.commands import COMMANDS

    near = get_close_matches(source.lower(), COMMANDS, 1, 0.7)
    if near:
        return f"did you mean the command {near[0]}?"
    host = source.partition("/")[0]
    is_host = (
        "/" in source and host.count(".") >= 1 and host.rpartition(".")[2].isalpha() and host[0].isalnum()
    )
    return f"an address begins with its scheme: https://{source}" if is_host else ""


def complain(source: str, error: NewscleanError, *, as_json: bool) -> None:
    """One clear line on standard error; ``as_json`` adds the error as a JSON object on the next."""
    _tell(f"{source}: {error.message} ({error.kind})")
    if as_json:
        import json

        told = error.to_dict()["error"] | {"source": masked(source)}
        print(json.dumps({"error": told}, ensure_ascii=False, default=str), file=sys.stderr)


def warn(source: str, warning: str) -> None:
    """One line on standard error about something that the reader should know of an article."""
    _tell(f"{source}: warning: {warning}")


def interrupted(manner: Manner | None = None) -> int:
    """One line about Ctrl-C on standard error, and the exit code to leave with. ``manner`` is how to say it (None: as
    the environment asks)."""
    if manner is None:
        from newsclean.cli.manner import Manner

        manner = Manner()
    print(manner.say("newsclean: stopped by Ctrl-C"), file=sys.stderr)
    return INTERRUPTED


def _tell(what: str) -> None:
    print(f"newsclean: {flat_and_masked(what)}", file=sys.stderr)


def flat_and_masked(text: str) -> str:
    """A text for a line of its own: without control characters, and without passwords of addresses."""
    from newsclean.report.facts import flat

    return flat(masked(text))


@contextmanager
def _writing(where: str) -> Iterator[None]:
    """Say in one line what could not be written (a full disk, a folder without permission), and leave."""
    try:
        yield
    except BrokenPipeError:
        if where == _STDOUT:
            raise
        raise SystemExit(BROKEN_PIPE) from None  # the reader of a pipe has enough
    except OSError as error:
        _tell(f"{where}: it cannot be written: {error.strerror}")
        raise SystemExit(CANNOT_WRITE) from error


class Output:
    """Standard output, or a file. Always UTF-8.

    A regular file is there whole or not at all: it is written aside and put in its place at the end, if anything was
    written; of a symbolic link it is the file that the link leads to. Whatever else has the name (a device, a pipe,
    an open file of this process such as /dev/stdout) stays what it is, and each result is written into it as it comes.
    ``sources`` are the inputs, none of which may be written over. ``pack`` makes of a file one that packs what is
    written (None: as it comes).
    """

    def __init__(
        self,
        path: Path | None,
        sources: Sequence[str] = (),
        pack: Callable[[IO[bytes]], IO[bytes]] | None = None,
    ) -> None:
        self.pack = pack
        self.path = None if path is None or str(path) == "-" else path
        self.file: IO[bytes] | None = None
        self.aside = ""  # the file that is written until it takes its place
        self.written = False
        self.place: Path | None = None  # of the file to replace; None: what is there is written into
        if self.path is not None:
            from newsclean.cli.places import place_of

            self.place = place_of(self.path, sources)

    def __enter__(self) -> Output:
        return self

    def write(self, text: str, *, between: str, before: str = "") -> None:
        """Write one result, after what parts it from the one before, or stands ``before`` the first. Raises SystemExit
        where it cannot."""
        # A name given on the command line may hold bytes that are no text; nothing else here can.
        data = ((between if self.written else before) + text).encode("utf-8", "replace")
        self.written = True
        if self.path is None:
            _to_stdout(data)
            return
        with _writing(str(self.path)):
            if self.file is None:
                self.file = self._opened(self.path)
                self.aside = str(self.file.name)
                self.file = self.file if self.pack is None else self.pack(self.file)
            self.file.write(data)
            if self.place is None:
                self.file.flush()

    def _opened(self, path: Path) -> IO[bytes]:
        if self.place is None:
            # Opened to append: an open file that the shell redirected to may hold what others wrote.
            return os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND), "wb")
        import tempfile

        aside = tempfile.NamedTemporaryFile(  # noqa: SIM115  # closed at the end of the with
            dir=self.place.parent, prefix=f".{self.place.name}.", delete=False
        )
        return cast("IO[bytes]", aside)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.file is None:
            return
        if self.place is None:
            with suppress(OSError):  # each result was flushed, and what that raised has been told
                self.file.close()
            return
        try:
            with _writing(str(self.path)):
                self.file.close()
                if kind is None:
                    os.chmod(self.aside, _mode(self.place))
                    os.replace(self.aside, self.place)
        finally:
            with suppress(FileNotFoundError):  # it has its place already
                os.unlink(self.aside)


def _mode(path: Path) -> int:
    """The mode of the file that is replaced, or what a new file would get."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _to_stdout(data: bytes) -> None:
    try:
        with _writing(_STDOUT):
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise SystemExit(cannot_pour("", has_reader=False)) from None


def cannot_pour(why: str, *, has_reader: bool) -> int:
    """The exit code where standard output takes no more: told in a line, unless its reader has enough."""
    if has_reader:
        _tell(f"{_STDOUT}: {why}")
        return CANNOT_WRITE
    # Standard output goes nowhere from here on, or closing it would fail again.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return BROKEN_PIPE
