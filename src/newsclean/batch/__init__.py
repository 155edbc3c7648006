"""Many pages in one run, by several processes. Each input gets exactly one row, and a run that was killed can go on
where it stopped.
"""

from newsclean.batch.optional import MissingExtra
from newsclean.batch.records import CannotRun, CannotWrite, Settings
from newsclean.batch.run import format_of, run_batch
from newsclean.batch.summary import Summary

__all__ = ["CannotRun", "CannotWrite", "MissingExtra", "Settings", "Summary", "format_of", "run_batch"]
