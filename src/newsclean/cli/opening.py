"""How a command makes its fetcher: options that can't be carried out end it with one line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

__all__ = ["CannotFetch", "opened"]

T = TypeVar("T")


class CannotFetch(click.ClickException):
    """Options of fetching that can't be carried out, said in one line: a package is missing, or a value is wrong."""

    exit_code = click.UsageError.exit_code


def opened(make: Callable[..., T], *args: Any, **options: Any) -> T:
    """A fetcher, made with the options of a command. Raises CannotFetch where they can't be carried out."""
    try:
        return make(*args, **options)
    except (ValueError, ImportError, OSError) as error:
        raise CannotFetch(f"the fetcher can't be made: {error}") from error
