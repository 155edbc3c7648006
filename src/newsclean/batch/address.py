"""The address of a database, as one gives it: with a password in it, or with the name of a variable that holds it. It
is told without either, wherever it is told.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import parse_qsl, quote, unquote

from newsclean.batch.faults import CannotRun
from newsclean.blocks import Value
from newsclean.errors import masked
from newsclean.render.naming import database_of

__all__ = ["DATABASE", "TABLE", "VARIABLE", "Database", "retold"]

DATABASE = "database"
"""The format of a run whose output is a database."""
TABLE = "articles"
"""The table, where none is named."""
VARIABLE = "NEWSCLEAN_PASSWORD"
"""The variable by which the command that goes on with a run names a password that was written out."""

_SECRET_KEYS = ("pass", "pwd", "secret", "token")  # in the names of a driver's options
_ENVIRONMENT = ("PGPASSWORD", "MYSQL_PWD")  # from which drivers may take passwords
_MOST_NAME = 50
"""Characters of a table's name: PostgreSQL takes 63, and the table of the run's progress has nine more."""


class Database(Value):
    """Where rows go: the ``address`` (``postgresql://ann:${NAME}@host/news``; ``${NAME}`` stands for what the
    variable NAME of the environment holds) and the ``table``, which may have the name of a schema before it. Raises
    CannotRun, which tells nothing of the address, for what can't be one."""

    address: str
    table: str = TABLE

    def __post_init__(self) -> None:
        _parts(self.address)
        if len(names := self.table.split(".")) > 2 or not all(map(_is_name, names)):
            raise CannotRun(
                f"{self.table!r} is no name of a table: ASCII letters, digits and _, {_MOST_NAME} at most, and a "
                "schema with a point before it"
            )

    def __repr__(self) -> str:
        return f"Database({str(self)!r}, {self.table!r})"

    def __str__(self) -> str:
        """Scheme, host and name: no user, no password, no options, and no port that is none."""
        parts = _parts(self.address)
        host, slash, name = parts.rest.partition("/")
        before, colon, port = host.rpartition(":")
        shown = f"{before}:***" if colon and not port.isdecimal() and "]" not in port else host
        return f"{parts.scheme}://{shown}{slash}{name}"

    @property
    def kind(self) -> str:
        """``postgresql``, ``mysql``, ``mariadb`` or ``sqlite``."""
        return database_of(self.address) or ""

    def filled(self) -> str:
        """The address with what the environment holds. Raises CannotRun for a variable that is not set."""
        parts = _parts(self.address)
        user = "".join(
            [
                _filled(parts.user),
                *([":", _filled(parts.password)] if parts.password is not None else []),
                "@",
            ]
        )
        query = f"?{_filled(parts.query)}" if parts.query else ""
        return f"{parts.scheme}://{user if parts.user or parts.password else ''}{parts.rest}{query}"

    def told(self, text: str) -> str:
        """What a driver says, in one line, with *** for every password and for the quoted name of the user."""
        parts = _parts(self.filled())
        for secret in sorted(_forms(_secrets(parts)), key=len, reverse=True):
            text = text.replace(secret, "***")
        for user in {parts.user, unquote(parts.user)} - {""}:
            text = text.replace(f"'{user}'", "'***'").replace(f'"{user}"', '"***"')
        return masked(" ".join(text.split()))


def retold(argument: str) -> str:
    """A word of the command line that is, or holds, the address of a database, with ``${NEWSCLEAN_PASSWORD}`` for a
    password that is written out; any other word as :func:`newsclean.errors.masked` has it."""
    start = next((start for start in ("--output=", "-o") if argument.startswith(start)), "")
    try:
        parts = _parts(argument.removeprefix(start))
    except CannotRun:
        return masked(argument)
    user = parts.user
    if parts.password is not None:
        user += f":{parts.password if _is_variable(parts.password) else f'${{{VARIABLE}}}'}"
    query = "&".join(_retold_option(option) for option in parts.query.split("&"))
    return f"{start}{parts.scheme}://{user}{'@' * bool(user)}{parts.rest}{'?' * bool(query)}{query}"


def _retold_option(option: str) -> str:
    name, _, value = option.partition("=")
    return f"{name}=${{{VARIABLE}}}" if _is_secret(name) and not _is_variable(value) else option


class _Parts(NamedTuple):
    """An address: ``rest`` is the host and the name of the database; the password is None where there is none."""

    scheme: str
    user: str
    password: str | None
    rest: str
    query: str


def _parts(address: str) -> _Parts:
    """Raises CannotRun for what is no address of a database, or has a password that can't be told from the rest."""
    try:
        known = database_of(address)
    except ValueError as error:
        raise CannotRun(str(error)) from None
    if known is None:
        raise CannotRun("a database is named by its address, as postgresql://db.example/news")
    scheme, _, all_else = address.partition("://")
    user, _, rest = ("", "", all_else) if known == "sqlite" else all_else.rpartition("@")
    if not {*user}.isdisjoint("@/?#"):
        raise CannotRun(
            "in a database's address the characters @ / ? # of a user name or a password are written %40 %2F %3F %23; "
            "or leave the password to a variable: ${NAME}"
        )
    rest, _, query = rest.partition("?")
    name, colon, password = user.partition(":")
    return _Parts(scheme, name, password if colon else None, rest, query)


def _is_name(name: str) -> bool:
    return name.isascii() and name.isidentifier() and len(name) <= _MOST_NAME


def _is_variable(text: str) -> bool:
    return text.startswith("${") and text.endswith("}") and text.count("}") == 1


def _filled(text: str | None) -> str:
    """The text with the values of the variables in it, coded as an address needs it."""
    start, mark, rest = (text or "").partition("${")
    name, end, rest = rest.partition("}")
    if not mark or not end:
        return text or ""
    value = os.environ.get(name)
    if value is None:
        raise CannotRun(f"the output's address names the variable {name}, and the environment has none")
    return f"{start}{quote(value, safe='')}{_filled(rest)}"


def _is_secret(option: str) -> bool:
    return any(key in option.lower() for key in _SECRET_KEYS)


def _secrets(parts: _Parts) -> Iterator[str]:
    yield parts.password or ""
    yield from [
        option.partition("=")[2] for option in parts.query.split("&") if _is_secret(option.partition("=")[0])
    ]
    yield from [value for name, value in parse_qsl(parts.query) if _is_secret(name)]
    yield from [os.environ.get(name, "") for name in _ENVIRONMENT]


def _forms(secrets: Iterator[str]) -> set[str]:
    """How drivers and Python may write them."""
    found = set()
    for secret in secrets:
        plain = unquote(secret)
        found |= {secret, plain, quote(plain), quote(plain, safe=""), repr(plain)[1:-1]}
    return found - {""}
