"""Columns that pass through: what came in beside the pages comes out beside the articles.

The names of an article's fields are its own. A column of such a name comes out under another, ``input_NAME``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from newsclean.batch.rows import kept_names

__all__ = ["READ", "kept_columns"]

READ = ("html", "url", "content_type", "input")
"""The columns that are read, and come out where they are asked for."""


def kept_columns(
    columns: Collection[str], keep: Iterable[str] | None, taken: Collection[str]
) -> dict[str, str]:
    """The columns that pass through, each with the name under which it comes out.

    ``keep`` names them (None: all that are not read); ``taken`` are the names of the article's own columns. Raises
    KeyError for one that there is not, ValueError where two would come out under one name.
    """
    if isinstance(keep, str):
        raise TypeError(f"keep is a list of columns, and not the text {keep!r}")
    wanted = [name for name in columns if name not in READ] if keep is None else [*dict.fromkeys(keep)]
    missing = [name for name in wanted if name not in columns]
    if missing:
        raise KeyError(f"there is no column {missing[0]}: the columns are {', '.join(columns)}")
    return kept_names(wanted, taken)
