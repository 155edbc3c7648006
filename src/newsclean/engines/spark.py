"""The kernel in Spark: a DataFrame of pages in, a DataFrame of articles out.

Here lives :func:`clean`, over ``mapInArrow``. Here never lives a session or a setting of one.
"""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema

from newsclean.engines.arrow import SCHEMA, clean_batch

__all__ = ["clean"]


def clean(pages: DataFrame) -> DataFrame:
    """The articles of ``pages``, which has ``html`` (binary or string) and may have ``url``, ``content_type``
    and ``input``; columns as in :data:`newsclean.engines.arrow.SCHEMA`, a row for each row.

    Pages of 200 kB want ``spark.sql.execution.arrow.maxRecordsPerBatch`` at 256, not Spark's 10,000.
    """
    wanted = [name for name in ("input", "html", "url", "content_type") if name in pages.columns]
    return pages.select(wanted).mapInArrow(_clean, from_arrow_schema(SCHEMA))


def _clean(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    return map(clean_batch, batches)
