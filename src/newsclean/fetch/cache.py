"""The cache between a client and its transport: hishel's, in an SQLite file, by the rules of RFC 9111.

Here lives its making. Here never lives what may be cached, or for how long: that is the library's work.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

__all__ = ["async_cached", "cached"]

FILE = "pages.sqlite3"
_HINT = "the cache needs the extra: pip install 'newsclean[cache]'"


def cached(transport: httpx.BaseTransport, directory: str | os.PathLike[str]) -> httpx.BaseTransport:
    """A transport that answers from the cache where it may, and asks the server whether it still may where it
    must. Raises ImportError without the extra."""
    try:
        from hishel import CacheOptions, SqliteStorage
        from hishel.httpx import CacheTransport
    except ImportError as error:
        raise ImportError(_HINT) from error
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
        raise ImportError(_HINT) from error
    storage = AsyncSqliteStorage(database_path=_file(directory))
    return AsyncCacheTransport(transport, storage, rfc=CacheOptions(shared=False))


def _file(directory: str | os.PathLike[str]) -> Path:
    folder = Path(directory)
    folder.mkdir(parents=True, exist_ok=True)
    return folder / FILE
