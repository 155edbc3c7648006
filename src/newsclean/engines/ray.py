"""The cleaner in Ray Data: a dataset of pages in, a dataset of articles out, through ``map_batches``."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Unpack

from ray.data import Dataset

from newsclean.engines.arrow import clean_table
from newsclean.page import LimitOptions, limits_of
from newsclean.rules.given import Given, book_of

__all__ = ["clean"]

ROWS = 256
"""Rows a call gets: at 200 kB a page, 50 MB."""


def clean(
    pages: Dataset,
    *,
    rules: Given | None = None,
    keep: Iterable[str] | None = None,
    **limits: Unpack[LimitOptions],
) -> Dataset:
    """The articles of ``pages``, which has ``html`` (binary or string) and may have ``url``, ``content_type``
    and ``input``; columns as in :data:`newsclean.engines.arrow.SCHEMA`, a row for each row, and the other columns of
    ``pages``, or those that ``keep`` names.

    ``keep``, ``rules`` and ``limits`` are as in :func:`newsclean.engines.arrow.clean_batch`; the rules are read
    here and sent along."""
    limits_of("clean", limits, "rules", "keep")
    task = partial(clean_table, rules=None if rules is None else book_of(rules), keep=keep, **limits)
    return pages.map_batches(task, batch_format="pyarrow", batch_size=ROWS)
