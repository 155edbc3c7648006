"""The optional cache of fetched pages: hishel between httpx's client and its transport, in one SQLite file.

What may be cached, and for how long, hishel decides by RFC 9111. It is an extra (``newsclean[cache]``), so it is
imported only when a cache is asked for.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from newsclean.errors import to_install

if TYPE_CHECKING:
    import httpx

__all__ = ["async_cached", "cached"]

FILE = "pages.sqlite3"  # in the directory that the caller names


def cached(transport: httpx.BaseTransport, directory: str | os.PathLike[str]) -> httpx.BaseTransport:
    """A transport that answers from the cache while an answer is fresh, and asks the server about a stale one.

    Raises ImportError without the extra, OSError where the directory can't be made.
    """
    try:
        from hishel import CacheOptions, SqliteStorage
        from hishel.httpx import CacheTransport
    except ImportError as error:
        raise _missing() from error
    storage = SqliteStorage(database_path=_file(directory))
    return CacheTransport(transport, storage, rfc=CacheOptions(shared=False))


def async_cached(
    transport: httpx.AsyncBaseTransport, directory: str | os.PathLike[str]
) -> httpx.AsyncBaseTransport:
    """As :func:`cached`, for an asynchronous client."""
    try:
        from hishel import AsyncSqliteStorage, CacheOptions
        from hishel.httpx import AsyncCacheTransport
    except ImportError as error:
        raise _missing() from error
    storage = AsyncSqliteStorage(database_path=_file(directory))
    return AsyncCacheTransport(transport, storage, rfc=CacheOptions(shared=False))


def _missing() -> ImportError:
    return ImportError(f"the cache needs the package hishel: {to_install('cache', 'hishel[httpx]')}")


def _file(directory: str | os.PathLike[str]) -> Path:
    """The file of the cache, made for its owner's eyes alone: hishel keeps the headers of requests too."""
    folder = Path(directory)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).touch(mode=0o600)
    return folder / FILE
