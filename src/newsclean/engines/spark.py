"""The cleaner in Spark: a DataFrame of pages in, a DataFrame of articles out, through ``mapInArrow``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Unpack

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import StructField, StructType

from newsclean.engines.arrow import SCHEMA, clean_batch
from newsclean.engines.passing import READ, kept_columns
from newsclean.page import LimitOptions, limits_of
from newsclean.rules import Rules
from newsclean.rules.given import Given, book_of

__all__ = ["clean"]


def clean(
    pages: DataFrame,
    *,
    rules: Given | None = None,
    keep: Iterable[str] | None = None,
    **limits: Unpack[LimitOptions],
) -> DataFrame:
    """The articles of ``pages``, which has ``html`` (binary or string) and may have ``url``, ``content_type``
    and ``input``; columns as in :data:`newsclean.engines.arrow.SCHEMA`, a row for each row, and the other columns of
    ``pages``, or those that ``keep`` names.

    ``keep``, ``rules`` and ``limits`` are as in :func:`newsclean.engines.arrow.clean_batch`; the rules are read here,
    on the driver, and sent along.
    Pages of 200 kB want ``spark.sql.execution.arrow.maxRecordsPerBatch`` at 256, not Spark's 10,000.
    """
    limits_of("clean", limits, "rules", "keep")
    if "html" not in pages.columns:
        raise KeyError(f"there is no column html: the columns are {', '.join(pages.columns)}")
    kept = kept_columns(pages.columns, keep, SCHEMA.names)
    wanted = [*dict.fromkeys([*[name for name in READ if name in pages.columns], *kept])]
    fields = [StructField(called, pages.schema[name].dataType) for name, called in kept.items()]
    schema = StructType([*from_arrow_schema(SCHEMA).fields, *fields])
    task = partial(_clean, None if rules is None else book_of(rules), wanted, [*kept], limits)
    # mapInArrow cannot name columns with dots, so numbers stand for all of them.
    quoted = ["`" + name.replace("`", "``") + "`" for name in wanted]
    return pages.select(quoted).toDF(*map(str, range(len(wanted)))).mapInArrow(task, schema)


def _clean(
    rules: Rules | None,
    names: list[str],
    keep: list[str],
    limits: LimitOptions,
    batches: Iterator[pa.RecordBatch],
) -> Iterator[pa.RecordBatch]:
    named = (batch.rename_columns(names) for batch in batches)
    return (clean_batch(batch, rules=rules, keep=keep, **limits) for batch in named)
