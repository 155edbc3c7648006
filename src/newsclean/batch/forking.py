"""What the fork server loads, once, before it makes workers: a worker begins with what it would else load and compile
for its first pages. Nothing else imports this module.
"""

from __future__ import annotations

import gc
from contextlib import suppress

import pebble.pool.process  # noqa: F401 - what the workers are sent names it

import newsclean.batch.worker  # noqa: F401 - and this
from newsclean.parser import parse
from newsclean.rules.sample import PAGE

__all__: list[str] = []

with suppress(Exception):  # a fork server that fails here would start no worker, and say nothing
    parse(PAGE.encode()).to_json()
gc.freeze()  # what workers share stays shared: looking for garbage would write into it
