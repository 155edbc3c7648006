"""The cleaner in Spark: a DataFrame of pages in, a DataFrame of articles out, through ``mapInArrow``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Unpack

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema

from newsclean.engines.arrow import SCHEMA, clean_batch
from newsclean.page import LimitOptions
from newsclean.rules import Rules
from newsclean.rules.given import Given, book_of

__all__ = ["clean"]


def clean(pages: DataFrame, *, rules: Given | None = None, **limits: Unpack[LimitOptions]) -> DataFrame:
    """The articles of ``pages``, which has ``html`` (binary or string) and may have ``url``, ``content_type``
    and ``input``; columns as in :data:`newsclean.engines.arrow.SCHEMA`, a row for each row.

    ``rules`` and ``limits`` are as in :func:`newsclean.engines.arrow.clean_batch`; the rules are read here,
    on the driver, and sent along.
    Pages of 200 kB want ``spark.sql.execution.arrow.maxRecordsPerBatch`` at 256, not Spark's 10,000.
    """
    wanted = [name for name in ("input", "html", "url", "content_type") if name in pages.columns]
    task = partial(_clean, None if rules is None else book_of(rules), limits)
    return pages.select(wanted).mapInArrow(task, from_arrow_schema(SCHEMA))


def _clean(
    rules: Rules | None, limits: LimitOptions, batches: Iterator[pa.RecordBatch]
) -> Iterator[pa.RecordBatch]:
    return (clean_batch(batch, rules=rules, **limits) for batch in batches)
