"""The kernel in Ray Data: a dataset of pages in, a dataset of articles out.

Here lives :func:`clean`, over ``map_batches``. Here never lives a cluster or a setting of one.
"""

from __future__ import annotations

from ray.data import Dataset

from newsclean.engines.arrow import clean_table

__all__ = ["clean"]

ROWS = 256
"""Rows a call gets: at 200 kB a page, 50 MB."""


def clean(pages: Dataset) -> Dataset:
    """The articles of ``pages``, which has ``html`` (binary or string) and may have ``url``, ``content_type``
    and ``input``; columns as in :data:`newsclean.engines.arrow.SCHEMA`, a row for each row."""
    return pages.map_batches(clean_table, batch_format="pyarrow", batch_size=ROWS)
