"""Regular expressions that are compiled when they are first used. A page needs few of the library's patterns, and
compiling all of them would take longer than parsing it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, AnyStr, Generic

__all__ = ["Deferred", "DeferredBytes"]


class _Lazy(Generic[AnyStr]):
    """A pattern with methods of ``re.Pattern``.

    The first use of a method compiles the pattern and stores the bound method on the object, so that later calls go
    straight to it.
    """

    __slots__ = ("_flags", "_source", "findall", "finditer", "fullmatch", "match", "search", "split", "sub")

    match: Callable[..., re.Match[AnyStr] | None]
    fullmatch: Callable[..., re.Match[AnyStr] | None]
    search: Callable[..., re.Match[AnyStr] | None]
    findall: Callable[[AnyStr], list[Any]]
    finditer: Callable[..., Iterator[re.Match[AnyStr]]]
    split: Callable[..., list[AnyStr]]
    sub: Callable[..., AnyStr]

    def __init__(self, source: AnyStr, flags: int = 0) -> None:
        self._source: AnyStr = source
        self._flags = flags

    def _written(self) -> AnyStr:
        return self._source

    def __getattr__(self, name: str) -> Any:
        if name not in _Lazy.__slots__ or name.startswith("_"):
            raise AttributeError(name)
        method = getattr(re.compile(self._written(), self._flags), name)
        setattr(self, name, method)
        return method


class Deferred(_Lazy[str]):
    """A pattern over text."""

    __slots__ = ()


class DeferredBytes(_Lazy[bytes]):
    """A pattern over bytes."""

    __slots__ = ()
