"""Packages that a run may need beyond the base install. They are imported in one place, so that a missing one is always
answered with the name of the extra that brings it.
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
