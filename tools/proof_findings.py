"""What the proof of the rule book finds, and what its parts share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from newsclean.rules import Form
from newsclean.rules.examples import Group
from newsclean.rules.forms import names_in

__all__ = ["Finding", "changes", "uses"]


class Finding(NamedTuple):
    """Something wrong: the row, what of it, and why."""

    row: str
    what: str
    why: str


def changes(group: Group, forms: Iterable[Form], book: Any | None = None) -> bool:
    """Whether any example's answer changes with other forms, or another book."""
    try:
        return group.ask(forms, group.book if book is None else book) != group.answers
    except re.error:
        return True  # what does not compile without a part needs it


def uses(group: Group, name: str) -> bool:
    """Whether a form of a group names a class or a part, itself or within a part."""
    return any(name in names_in(form.pattern, group.book) for form in group.forms)
