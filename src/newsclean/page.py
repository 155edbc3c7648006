"""A page as it came in, before anything is known about it, and the kinds of value that it may come in as."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from os import PathLike, fstat
from typing import IO, TypeAlias, TypedDict

from msgspec import field

from newsclean.blocks import Value
from newsclean.errors import InputError, masked, refuse_unknown

__all__ = [
    "LIMITS",
    "MAX_BYTES",
    "LimitOptions",
    "Limits",
    "Page",
    "Source",
    "address_of",
    "bytes_in",
    "content_of",
    "file_of",
    "limits_of",
]

MAX_BYTES = 30_000_000
"""Bytes of a page that are parsed; the largest article page seen has 0.5 million. More is refused."""
MAX_DEPTH = 600
"""Levels of elements in a body that are read. Saved pages stay below 60; unclosed font tags in old ones reached 200."""
MAX_NODES = 1_000_000
"""Tags and comments of a page that are parsed; the largest page seen has 12,000. A tree takes some 150 bytes a node."""

Source: TypeAlias = bytes | bytearray | memoryview | str | PathLike[str]
"""What a page may be given as: its bytes, its text, or the path of its file. A str is never a path or an address."""


class Limits(Value, kw_only=True):
    """How much of a page is read before it is refused: :class:`newsclean.Parser` says what each of them counts."""

    max_bytes: int = MAX_BYTES
    max_depth: int = MAX_DEPTH
    max_nodes: int = MAX_NODES

    def __post_init__(self) -> None:
        """Raises ValueError for what is no number of one or more."""
        for name in self.__struct_fields__:
            value = getattr(self, name)
            if not isinstance(value, int) or isinstance(value, bool) or value < 1:
                raise ValueError(f"{name} is a whole number of one or more, and not {value!r}")


class LimitOptions(TypedDict, total=False):
    """The keywords of :class:`Limits`, for those that pass them on."""

    max_bytes: int
    max_depth: int
    max_nodes: int


def limits_of(caller: str, given: LimitOptions, *others: str) -> Limits:
    """The limits of a call's keywords, beside which it takes ``others``. Raises TypeError, ValueError."""
    refuse_unknown(caller, given, Limits.__struct_fields__, *others)
    return Limits(**given)


LIMITS = Limits()
"""What is read where nobody asks for more or less."""


class Page(Value):
    """One page as it came in: the last value that has seen I/O.

    ``url`` is the address it was served from (None: not known). ``content`` holds the bytes after transfer
    decoding. ``headers`` has lower-case names. ``fetched_at`` is aware (None: it was not fetched).
    ``notes`` says what the fetcher did instead of the plain thing ("followed meta refresh to …").
    """

    content: bytes
    url: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    fetched_at: datetime | None = None
    status: int | None = None
    notes: tuple[str, ...] = ()


def content_of(source: Source, url: str | None = None, most: int = MAX_BYTES) -> bytes | str:
    """The bytes or the text of a page; a file is read. ``url`` is for the error.

    Raises InputError for a file that cannot be read (``file``) and for what is larger than ``most`` bytes, a text in
    UTF-8 (``too_large``); TypeError for a value of another type.
    """
    if isinstance(source, PathLike):
        source = file_of(source, most)
    elif not isinstance(source, (bytes, str)):
        try:
            source = memoryview(source).tobytes()
        except TypeError:
            kind = type(source).__name__
            raise TypeError(f"a page is given as bytes, a str or a pathlib.Path, not as {kind}") from None
    if 4 * len(source) > most and _size(source) > most:  # a character has four bytes at most
        raise InputError("too_large", f"the page is larger than {most:,} bytes (max_bytes)", url=url)
    return source


def _size(source: bytes | str) -> int:
    return len(source.encode("utf-8", "surrogatepass")) if isinstance(source, str) else len(source)


def file_of(path: str | PathLike[str], most: int = MAX_BYTES) -> bytes:
    """The bytes of a file, one more than ``most`` at most. Raises InputError (``file``)."""
    try:
        with open(path, "rb") as file:
            return bytes_in(file, most)
    except IsADirectoryError as error:
        raise InputError("file", "it is a folder: newsclean batch reads folders", url=str(path)) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError("file", f"it cannot be read: {why}", url=str(path)) from error


def bytes_in(file: IO[bytes], most: int) -> bytes:
    """The bytes of an open file, one more than ``most`` at most. Its size is asked first: Python makes room for all the
    bytes that are asked of a file, which for ``most`` takes as long as reading a page thrice."""
    size = min(fstat(file.fileno()).st_size, most)
    found = file.read(size + 1)
    return found if len(found) <= size else found + file.read(most - size)  # a pipe, or it grows


def address_of(url: str | None) -> tuple[str | None, tuple[str, ...]]:
    """A page's address as an article may hold it, without user and password, and what had to be replaced in it."""
    if url is None:
        return None, ()
    told = masked(url, by="")
    if told.isascii():
        return told, ()
    whole = told.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole, ("the address holds half a character, which was replaced",) if whole != told else ()
