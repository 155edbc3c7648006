"""What a run needs beyond the base install, and the sentence that says which extra brings it.

Here lives the one place that imports optional packages by name. Here never lives their use.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__all__ = ["MissingExtra", "need"]


class MissingExtra(ImportError):
    """A package of an extra is not installed; the message holds the command that installs it."""


def need(module: str, extra: str) -> Any:
    """The module, or :class:`MissingExtra` naming the extra that brings it.

    Only the module's own absence counts: one that is there and fails to import raises what it raises.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module.partition(".")[0]:
            raise
        name = module.partition(".")[0]
        raise MissingExtra(
            f"{name} is not installed; install it with: pip install 'newsclean[{extra}]'"
        ) from error
