"""Packages that a run may need beyond the base install. They are imported in one place, so that a missing one is always
answered with the name of the extra that brings it.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from newsclean.errors import to_install

__all__ = ["MissingExtra", "need"]


class MissingExtra(ImportError):
    """A package of an extra is not installed; the message holds the command that installs all of the extra's."""


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
        told = f"{name} is not installed (the extra {extra}); install it with: {to_install(extra, name)}"
        raise MissingExtra(told) from error
