"""Which rendering the name of an output asks for, the same for every command."""

from __future__ import annotations

import os

__all__ = [
    "BETWEEN",
    "DOCUMENTS",
    "FORMATS",
    "SHORT",
    "database_of",
    "form_of",
    "full_name",
    "names_database",
    "suffix_of",
]

FORMATS = ("text", "markdown", "html", "json", "jsonl", "csv", "frontmatter", "parquet", "sqlite")
"""The names of what is written; ``json`` and ``jsonl`` are one: an object a line."""

SHORT = {"txt": "text", "md": "markdown", "fm": "frontmatter"}
"""Short names of them."""

DOCUMENTS = ("text", "markdown", "html", "frontmatter")
"""Those that write an article as a document, and not as a row."""

BETWEEN = {"text": "\n", "html": "\n", "markdown": "\n---\n\n", "frontmatter": ""}
"""What stands between two documents in one file, and cannot stand in one."""

_SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".jsonl.gz": "jsonl",
    ".jsonl.zst": "jsonl",
    ".csv": "csv",
    ".parquet": "parquet",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
    ".db": "sqlite",
}


_DATABASES = {
    "postgresql": "postgresql",
    "postgres": "postgresql",
    "mysql": "mysql",
    "mariadb": "mariadb",
    "sqlite": "sqlite",
}
"""Schemes of addresses, and the databases that they name."""


def database_of(name: str) -> str | None:
    """The database that an output's address names; None where the name is no address, and so a path.

    Raises ValueError, without the address, for one of anything else, and for one without its slashes.

    >>> database_of("postgresql+psycopg://ann@db.example/news"), database_of("news.db")
    ('postgresql', None)
    """
    scheme, is_address, _ = name.partition("://")
    if not is_address:
        if names_database(name):
            raise ValueError(
                "the address of a database has two slashes behind its scheme, as in postgresql://db.example/news"
            )
        return None
    known = _DATABASES.get(scheme.partition("+")[0].lower())
    if known is None:
        raise ValueError(
            f"the output's address names no database that is known: they begin with {', '.join(_DATABASES)} and ://"
        )
    return known


def names_database(path: str | os.PathLike[str]) -> bool:
    """Whether a path was meant as the address of a database; ``pathlib`` makes one slash of two, and people none."""
    scheme, is_address, _ = os.fspath(path).partition(":")
    return bool(is_address) and scheme.partition("+")[0].lower() in _DATABASES


def full_name(name: str) -> str:
    """The name of a format, written out."""
    return SHORT.get(name, name)


def suffix_of(path: str | os.PathLike[str]) -> str | None:
    """The suffix by which a name asks for a format, the longest that fits; None where it has none that is known.

    >>> suffix_of("rows.JSONL.gz"), suffix_of("notes.doc")
    ('.jsonl.gz', None)
    """
    name = os.path.basename(path).lower()
    return max([suffix for suffix in _SUFFIXES if name.endswith(suffix)], key=len, default=None)


def form_of(path: str | os.PathLike[str]) -> str | None:
    """The format that a name asks for; None for one without a suffix, which asks for nothing.

    Raises ValueError for a suffix that nobody knows: what a typing error made is no folder.
    """
    suffix = suffix_of(path)
    if suffix is not None:
        return _SUFFIXES[suffix]
    unknown = os.path.splitext(os.path.basename(path))[1]
    if unknown:
        raise ValueError(
            f"{os.fspath(path)!r} ends in {unknown!r}, which names no format: the suffixes are {' '.join(_SUFFIXES)}; "
            "or say it with --format"
        )
    return None
