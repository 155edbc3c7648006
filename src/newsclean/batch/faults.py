"""How a run fails that is not the fault of a page: it can't begin, or its output takes no more."""

from __future__ import annotations

import errno
import sqlite3
from typing import Literal

__all__ = ["CannotRun", "CannotWrite", "DatabaseFault"]

_NO_ROOM = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
"""What the system says of a disk without room, or a share of it that is used up."""


class CannotRun(ValueError):
    """The run as asked cannot start (or go on): the sentence says why and what to do. Nothing was written."""


class DatabaseFault(Exception):
    """What a database says where it does not do what a run needs, without any secret. ``kind`` is ``connect`` (it can't
    be reached, or lets nobody in), ``lost`` (the connection broke) or ``refused`` (it is there, and would not)."""

    def __init__(self, kind: Literal["connect", "lost", "refused"], message: str) -> None:
        super().__init__(message)
        self.kind: Literal["connect", "lost", "refused"] = kind


class CannotWrite(Exception):
    """The disk is full, or fails; or a database does. What was committed before is kept, and the run can go on with
    ``resume``.

    ``done`` counts the inputs that have their row. ``kind`` is ``full`` (there is no room), ``reader`` (whoever read
    standard output has enough), ``disk``, or that of a :class:`DatabaseFault`; ``full`` and ``has_reader`` say the
    first two as well. The message says why in a few words.
    """

    def __init__(self, error: OSError | sqlite3.Error | DatabaseFault, done: int) -> None:
        code = getattr(error, "sqlite_errorcode", None)
        number = error.errno if isinstance(error, OSError) else None
        self.has_reader = number != errno.EPIPE
        self.full = number in _NO_ROOM or code == sqlite3.SQLITE_FULL
        self.done = done
        if isinstance(error, DatabaseFault):
            self.kind: str = error.kind
            super().__init__(f"{error} ({error.kind})")
            return
        self.kind = "full" if self.full else "disk" if self.has_reader else "reader"
        why = (error.strerror if isinstance(error, OSError) else None) or str(error)
        super().__init__("disk full" if self.full else f"the output cannot be written ({why})")
