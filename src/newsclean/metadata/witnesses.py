"""What a page says of its article where readers don't look: metas, JSON-LD, microdata and the attribute of a time.

These are asked for pages without a layout, behind what is displayed: they may be of a re-issue, and of the site instead
of the article. The names of metas and attributes stand in rules/markup.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from newsclean.blocks import Value
from newsclean.dates import Moment, find_moment
from newsclean.locate.page import View
from newsclean.metadata.names import plain_names
from newsclean.rules import Rules, markup
from newsclean.tree import Element, text_in

__all__ = ["Witnesses", "witnesses"]

_LARGEST = 1_000_000
"""Characters of a block of JSON-LD that is read; that of an article has some thousands."""

_DEEPEST = 8
"""Levels of a block of JSON-LD in which its article is looked for."""


class Witnesses(Value):
    """The times of publication and of the last change, the medium and the authors; None and () where nothing says."""

    published: Moment | None = None
    modified: Moment | None = None
    source: str | None = None
    authors: tuple[str, ...] = ()


def witnesses(view: View, times: Iterable[Element], shown: Sequence[str]) -> Witnesses:
    """What the metas say, else the JSON-LD, else the microdata, else ``times``: the elements of times near the text.
    ``shown`` are the words above the text: an author in a meta of the head is the site or the editor where they do
    not say it."""
    told = [*_articles_of(view)] if markup.LD_TYPE in view.raw.text else []
    props = [*_props(view)]
    published = _first(
        (
            *map(view.meta, (*markup.TIME_METAS, *markup.OTHER_TIME_METAS)),
            *_said(told, markup.LD_TIMES),
            *_values(props, markup.LD_TIMES),
            *[time.get("datetime") for time in times],
        )
    )
    modified = _first(
        (
            *map(view.meta, (*markup.CHANGE_METAS, *markup.OTHER_CHANGE_METAS)),
            *_said(told, (markup.LD_CHANGE,)),
            *_values(props, (markup.LD_CHANGE,)),
        )
    )
    named = view.meta(markup.NAME_META)
    names = [
        *_persons(told),
        *_values(props, (markup.LD_AUTHOR,)),
        " ".join(_metas(view, markup.AUTHOR_METAS)),
    ]
    authors = (named,) if named and named in shown else _names(view.rules, names)
    return Witnesses(published, modified, view.meta(*markup.OTHER_SOURCE_METAS), authors)


def _first(texts: Iterable[str | None]) -> Moment | None:
    return next(filter(None, map(find_moment, filter(None, texts))), None)


def _metas(view: View, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from view.metas.get(name, ())


def _names(rules: Rules, texts: Iterable[str]) -> tuple[str, ...]:
    """The persons of the first text that names nothing but such: metas and JSON-LD name the site as author too."""
    return next(filter(None, [tuple(plain_names(rules, text)) for text in texts]), ())


# --- microdata -------------------------------------------------------------------------------------------


def _props(view: View) -> Iterator[Element]:
    """The elements that are microdata; the page is walked only where it has any."""
    if markup.MICRODATA in view.raw.text:
        yield from [element for element in view.root.iter("*") if element.get(markup.MICRODATA)]


def _values(props: Iterable[Element], names: tuple[str, ...]) -> Iterator[str]:
    """The values of the microdata of some names, in their order."""
    for element in props:
        if element.get(markup.MICRODATA) in names:
            yield element.get("content") or element.get("datetime") or text_in(element)


# --- JSON-LD ---------------------------------------------------------------------------------------------


def _articles_of(view: View) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD that are of an article."""
    for script in view.root.iter("script"):
        text = script.text or ""
        if markup.LD_TYPE in (script.get("type") or "").lower() and len(text) <= _LARGEST:
            import json  # most pages have none

            try:
                said = json.loads(text, strict=False)
            except (ValueError, RecursionError):
                continue
            yield from _articles_in(said, _DEEPEST)


def _articles_in(said: object, levels: int) -> Iterator[dict[str, Any]]:
    if not levels:
        return
    if isinstance(said, list):
        for part in said:
            yield from _articles_in(part, levels - 1)
    elif isinstance(said, dict):
        kinds = said.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and kind.endswith(markup.LD_ARTICLES) for kind in kinds):
            yield said
        for key in markup.LD_HOLDERS:
            yield from _articles_in(said.get(key), levels - 1)


def _said(told: Iterable[dict[str, Any]], keys: Iterable[str]) -> Iterator[str]:
    """What the objects say under some keys, where that is a text."""
    for article in told:
        yield from [value for value in map(article.get, keys) if isinstance(value, str)]


def _persons(told: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The names of an article's authors, those of organisations left out, in one text for each article."""
    for article in told:
        authors = article.get(markup.LD_AUTHOR)
        names = [
            author if isinstance(author, str) else author.get("name")
            for author in (authors if isinstance(authors, list) else [authors])
            if isinstance(author, str) or (isinstance(author, dict) and author.get("@type") != "Organization")
        ]
        if text := " ".join([name for name in names if isinstance(name, str)]):
            yield text
