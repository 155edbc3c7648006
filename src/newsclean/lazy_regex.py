"""Regular expressions that are compiled when they are first used. A page needs few of the library's patterns, and
compiling all of them would take longer than parsing it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

__all__ = ["Deferred"]

Match: TypeAlias = "re.Match[str]"


class Deferred:
    """A pattern over text with methods of ``re.Pattern``.

    The first use of a method compiles the pattern and stores the bound method on the object, so that later calls go
    straight to it.
    """

    __slots__ = ("_flags", "_source", "finditer", "fullmatch", "match", "search", "split", "sub")

    match: Callable[[str], Match | None]
    fullmatch: Callable[[str], Match | None]
    search: Callable[..., Match | None]
    finditer: Callable[[str], Iterator[Match]]
    split: Callable[..., list[str]]
    sub: Callable[..., str]

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source = source
        self._flags = flags

    def _written(self) -> str:
        return self._source

    def __getattr__(self, name: str) -> Any:
        if name not in Deferred.__slots__ or name.startswith("_"):
            raise AttributeError(name)
        method = getattr(re.compile(self._written(), self._flags), name)
        setattr(self, name, method)
        return method
