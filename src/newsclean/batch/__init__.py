"""Many pages: a batch run over a process pool, with nothing lost.

Here live the public names of the package, and nothing else.
"""

from newsclean.batch.optional import MissingExtra
from newsclean.batch.records import CannotRun, Settings
from newsclean.batch.run import format_of, run_batch
from newsclean.batch.summary import Summary

__all__ = ["CannotRun", "MissingExtra", "Settings", "Summary", "format_of", "run_batch"]
