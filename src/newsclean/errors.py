"""Everything that newsclean raises on purpose.

    NewscleanError(kind, url)
    ├─ InputError      kinds: file, empty_input, front_matter, too_large, too_deep, too_many
    ├─ FetchError      kinds: timeout, connect, tls, status, too_large, blocked_address, robots,
    │                         redirect, decode, scheme
    ├─ NotAnArticle    kinds: index, search, list, removed, redirect_page, login, empty, not_html, other
    ├─ NoBody          kind: no_body (looked like an article, no body found)
    └─ RulesError      kinds: rules_file, rule, unknown_row, entry_point

Each class has its exit code, which the command ends with. When an error is raised is decided where it happens.
What an error says may end in a log, so user names and passwords in addresses are masked in it; :func:`masked` does the
same for whatever else is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, ClassVar, TypedDict

from newsclean.lazy_regex import Deferred

__all__ = [
    "FetchError",
    "InputError",
    "NewscleanError",
    "NoBody",
    "NoOptions",
    "NotAnArticle",
    "RulesError",
    "masked",
    "refuse_unknown",
    "to_install",
]

# What stands before the last @ of the authority; else, where a password holds a slash or another character that ends
# the authority, all after a colon that no port follows. What is tried again and again is bounded, to be linear.
_UP_TO_AT = r"(?:[^\s/?#]{{0,{most}}}@|[^\s/?#@\[]{{0,4096}}:(?!\d{{0,5}}[\s/?#'\"]).{{0,4096}}@)"
_USER = Deferred(
    # A scheme with its slashes, or slashes alone where a text begins; then a scheme that is known, without them.
    rf"((?:\b[a-z][a-z0-9+.-]{{0,30}}:|^|(?<=[\s'\"(]))//){_UP_TO_AT.format(most='')}"
    rf"|(\b(?:https?|postgres(?:ql)?|mysql|mariadb)(?:\+\w{{1,30}})?:/?(?!/)){_UP_TO_AT.format(most=4096)}",
    re.IGNORECASE | re.DOTALL,
)


def masked(text: str, *, by: str = "***@") -> str:
    """The text with ``***@`` (or ``by``) for the user name and the password of each address in it.

    Nothing else is masked: the query of an address chooses the document, and stays whatever its keys are called.

    >>> masked("https://ann:secret@example.org/a: no answer")
    'https://***@example.org/a: no answer'
    """
    return _USER.sub(rf"\1\2{by}", text) if "@" in text else text


def _told(value: Any) -> Any:
    return masked(value) if isinstance(value, str) else value


class NewscleanError(Exception):
    """The root of the tree: a ``kind`` a program can switch on, a sentence a person can read, the ``url``
    (or path) it is about, None where there was none. None of them holds a password (:func:`masked`)."""

    kinds: ClassVar[frozenset[str]] = frozenset()
    exit_code: ClassVar[int] = 1

    def __init__(self, kind: str, message: str, *, url: str | None = None, **details: Any) -> None:
        if self.kinds and kind not in self.kinds:
            raise ValueError(f"{kind!r} is no kind of {type(self).__name__}")
        self.kind = kind
        self.message = masked(message)
        self.url = _told(url)
        self.details = {name: _told(value) for name, value in details.items()}
        super().__init__(self.message)

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.kind, self.message, self.url, self.details)

    def to_dict(self) -> dict[str, Any]:
        """``{"error": {"kind", "message", "url", …}}``: what the command prints with ``--format json``."""
        return {"error": {"kind": self.kind, "message": self.message, "url": self.url, **self.details}}


def _rebuild(
    cls: type[NewscleanError], kind: str, message: str, url: str | None, details: dict[str, Any]
) -> NewscleanError:
    return cls(kind, message, url=url, **details)


class InputError(NewscleanError):
    """What was given could not be read at all: a missing file, broken front matter, a bomb of a tree."""

    kinds = frozenset({"file", "empty_input", "front_matter", "too_large", "too_deep", "too_many"})
    exit_code = 3


class FetchError(NewscleanError):
    """The page could not be pulled. ``details`` may hold status, attempts, seconds, address, location."""

    kinds = frozenset(
        {
            "timeout",
            "connect",
            "tls",
            "status",
            "too_large",
            "blocked_address",
            "robots",
            "redirect",
            "decode",
            "scheme",
        }
    )
    exit_code = 3


class NotAnArticle(NewscleanError):
    """The page is whole, and is no article: the kind says what it is."""

    kinds = frozenset(
        {"index", "search", "list", "removed", "redirect_page", "login", "empty", "not_html", "other"}
    )
    exit_code = 4


class NoBody(NewscleanError):
    """The page calls itself an article, and no body was found in it."""

    kinds = frozenset({"no_body"})
    exit_code = 4


class RulesError(NewscleanError):
    """Rows of a rule book that can't be used. ``details`` may hold file, row and key, and, where several rows of a
    file are wrong, ``all``: a sentence for each."""

    kinds = frozenset({"rules_file", "rule", "unknown_row", "entry_point"})
    exit_code = 2


def to_install(extra: str, package: str) -> str:
    """The command that installs what an extra brings: the packages by their own names, since newsclean itself need not
    be on an index. Of a program without metadata, a frozen one, ``package`` is what is known."""
    from importlib.metadata import PackageNotFoundError, requires

    try:
        lines = [line.partition(";") for line in requires("newsclean") or ()]
    except PackageNotFoundError:
        lines = []
    of_extra = f"extra == '{extra}'"
    found = [name.strip() for name, _, marker in lines if of_extra in marker.replace('"', "'")]
    return " ".join(["pip install", *([f"'{name}'" for name in found] or [package])])


class NoOptions(TypedDict):
    """No keyword at all: what a signature takes beside its own, to refuse it by name."""


def refuse_unknown(caller: str, given: Iterable[str], known: Iterable[str], *others: str) -> None:
    """Raise TypeError for the first keyword that is neither in ``known`` nor in ``others``, with the nearest of them.

    >>> refuse_unknown("Fetcher", {"timout": 3}, ["timeout", "total"])
    Traceback (most recent call last):
    TypeError: Fetcher() got an unexpected keyword argument 'timout': did you mean timeout?
    """
    names = {*known, *others}
    for name in given:
        if name not in names:
            from difflib import get_close_matches

            nearest = get_close_matches(name, sorted(names), 1)
            hint = f"did you mean {nearest[0]}?" if nearest else f"it takes {', '.join(sorted(names))}"
            raise TypeError(f"{caller}() got an unexpected keyword argument {name!r}: {hint}")
