"""What an explanation holds: values of strings, numbers and each other, never a node of a tree."""

from __future__ import annotations

import json
from typing import Any, Literal

from msgspec import to_builtins

from newsclean.article import Article
from newsclean.blocks import Block, Value

__all__ = [
    "CandidateTried",
    "Claim",
    "Explanation",
    "LayoutTried",
    "Miss",
    "PassDone",
    "Picture",
    "Place",
    "Provenance",
    "Refused",
]

Miss = Literal["host", "site", "body", "proof", "without"]


def _plain(value: object) -> str:
    """A string of a type of its own, such as :class:`newsclean.blocks.Relative`, as a plain one. Raises TypeError for
    all else."""
    if isinstance(value, str):
        return str(value)
    raise TypeError(f"an explanation holds no {type(value).__name__}")


class Refused(Value):
    """Why there is no article: the kind of the error, and its message."""

    kind: str
    message: str


class LayoutTried(Value):
    """A layout that was asked. ``miss`` says why it is not the page's (None: it is): the page's host is another
    (``host``), the page is of another site (``site``), its container is not there (``body``), something that must be
    there is not (``proof``), something is there that must not (``without``). ``detail`` names what: selectors, hosts.
    """

    name: str
    miss: Miss | None
    detail: str = ""


class CandidateTried(Value):
    """A body that could be, where no layout fits: the path to it, what it weighs (``score``; ``prose`` in weighed
    characters, ``size`` in all of them, ``said`` the share of the headline that it says, 0-1), and the voices that
    point at it. ``outcome``: ``chosen``, ``refused`` (``why`` says it) or ``not tried``."""

    path: str
    score: float
    prose: float
    size: int
    said: float
    voices: tuple[str, ...]
    outcome: Literal["chosen", "refused", "not tried"]
    why: str = ""


class PassDone(Value):
    """A pass of the cleaner: how many pieces there were before and after it, how many of them headings, how many
    pictures had captions, and what it took, by rule. The first is the walk, before which there is none."""

    name: str
    before: int
    after: int
    headings: int = 0
    captions: int = 0
    removed: tuple[tuple[str, int], ...] = ()


class Picture(Value):
    """A picture as the page has it: its address, and its size in pixels where the page says it."""

    src: str
    width: int | None = None
    height: int | None = None


class Place(Value, kw_only=True):
    """One thing of the body in its place: ``block`` of the article, or what ``rule`` removed. ``path`` are the tags
    down to it; ``text`` is all of its text, up to some thousands of characters. ``noise`` is what no reader saw:
    styles, scripts, comments, empty paragraphs. ``selector`` names its element for ``newsclean rules --try``, ``line``
    is a pattern that fits its line; empty where there is none."""

    number: int
    block: Block | None = None
    rule: str | None = None
    where: Literal["start", "body", "end"] = "body"
    path: str = ""
    text: str = ""
    pictures: tuple[Picture, ...] = ()
    noise: bool = False
    selector: str = ""
    line: str = ""


class Claim(Value):
    """A value that some node of the page gives for a field: what looked there (a layout's selector, a meta, a rule),
    the node's path, what stands there, and the value that it gives."""

    by: str
    path: str
    text: str
    value: str


class Provenance(Value):
    """A field of the article: its value as text (None: the page does not say), the claim it was taken from (None: it is
    not on the page, or no node says it as it stands), the claims of others that agree with it, and those that lost,
    the best first."""

    field: str
    value: str | None
    claim: Claim | None = None
    agree: tuple[Claim, ...] = ()
    lost: tuple[Claim, ...] = ()


class Explanation(Value, kw_only=True):
    """How a page was read, step by step. ``article`` is what :func:`newsclean.parse` gives; None for a page that it
    refuses, and ``refused`` says why. ``places`` are all things of the body in the order of the page."""

    article: Article | None
    refused: Refused | None = None
    url: str | None = None
    title: str | None = None
    encoding: str = ""
    encoding_from: str = ""
    route: str = ""
    layouts: tuple[LayoutTried, ...] = ()
    candidates: tuple[CandidateTried, ...] = ()
    passes: tuple[PassDone, ...] = ()
    provenance: tuple[Provenance, ...] = ()
    places: tuple[Place, ...] = ()
    warnings: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The explanation as str, int, float, bool, None, and lists and dicts of them. The article is that of
        :meth:`Article.to_dict`."""
        plain: dict[str, Any] = to_builtins(self.__replace__(article=None), str_keys=True, enc_hook=_plain)
        plain["article"] = self.article.to_dict() if self.article is not None else None
        found: dict[str, Any] = json.loads(json.dumps(plain))  # tuples become lists
        return found

    def to_json(self, *, indent: int | None = None) -> str:
        """:meth:`to_dict` as a JSON string; without ``indent`` it is one line."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)
