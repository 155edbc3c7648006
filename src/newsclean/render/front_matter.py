"""A front-matter document: metadata as YAML, then the blocks as HTML. The keys are those that blogs' software and the
mirrors of Sina's feeds use; documents/head.py reads them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from newsclean.blocks import Block, Symbol
from newsclean.dates import BEIJING
from newsclean.render.html import to_html

__all__ = ["head_of", "to_front_matter"]

_BREAKS = re.compile("[\n\r\x85\u2028\u2029]")  # what YAML 1.1 takes for a line end: folded unless escaped


def to_front_matter(fields: Mapping[str, Any], blocks: Sequence[Block]) -> str:
    """A document that Hexo and other front-matter readers take, with a line end at its end.

    ``fields`` are an article's, by name; those without a key below are not written.

    Keys, in order: title, date (ISO 8601, +08:00), source, author (a string, a list where there are
    several), editor, url, headimg (the lead image), categories (the channel), keywords, then
    original_title, updated, description, doc_id, source_url, comment_id, mobile_url, symbols, then what
    ``extra`` holds. Where there is no source the key is ``authors``, always a list: mirrors of feeds write
    the feed's name as ``author`` alone. What the page does not say is left out. Every string is quoted,
    dates too, so a reader of YAML 1.1 or 1.2 gets back strings. The body is one block a line without blank
    lines, with braces as ``&#123;`` and ``&#125;``, which Hexo would otherwise take for its own.

    Raises TypeError when ``extra`` holds what is no str, int, float, bool, None, list or mapping.
    """
    body = to_html(blocks).replace("{", "&#123;").replace("}", "&#125;")
    return f"{head_of(fields)}{body}\n"


def head_of(fields: Mapping[str, Any]) -> str:
    """The head alone, between its two lines of hyphens; see :func:`to_front_matter`."""
    return f"---\n{_yaml(_head(fields))}---\n"


def _head(fields: Mapping[str, Any]) -> dict[str, Any]:
    head: dict[str, Any] = {}
    for key, name, write in _KEYS:
        value = fields.get(name)
        if key == "author" and fields.get("source") is None:
            key, write = "authors", list  # see above
        if value is not None and value != ():
            head[key] = write(value) if write is not None else value
    extra = fields.get("extra") or {}
    return head | {key: value for key, value in extra.items() if key not in head}


def _yaml(head: dict[str, Any]) -> str:
    import yaml

    if not head:
        return ""
    written = yaml.dump(
        _quoted(head), Dumper=_dumper(), allow_unicode=True, sort_keys=False, width=float("inf"), indent=2
    )
    return str(written)


class _Quoted(str):
    """A string that is written in quotes, whatever a reader would make of it without."""

    __slots__ = ()


@cache
def _dumper() -> type[Any]:
    """PyYAML's safe dumper, quoting strings and never writing an alias."""
    import yaml

    class Dumper(yaml.SafeDumper):
        def ignore_aliases(self, data: Any) -> bool:
            return True

    def written(dumper: Any, text: str) -> Any:
        usual = "'" if isinstance(text, _Quoted) else None
        style = '"' if _BREAKS.search(text) else usual
        return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style=style)

    Dumper.add_representer(_Quoted, written)
    Dumper.add_representer(str, written)
    return Dumper


def _quoted(value: Any) -> Any:
    """The value with its strings marked for quoting; keys stay bare, where YAML lets them."""
    if isinstance(value, str):
        return _Quoted(value)
    if isinstance(value, Mapping):
        return {str(key): _quoted(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [_quoted(entry) for entry in value]
    if value is None or isinstance(value, (bool, int, float)):
        return value
    raise TypeError(f"front matter cannot hold a {type(value).__name__}")


def _time(value: datetime) -> str:
    return value.astimezone(BEIJING).isoformat()


def _one_or_list(values: tuple[str, ...]) -> str | list[str]:
    return values[0] if len(values) == 1 else list(values)


def _symbols(symbols: tuple[Symbol, ...]) -> list[dict[str, str]]:
    named = [{"market": symbol.market, "code": symbol.code, "name": symbol.name} for symbol in symbols]
    return [{key: value for key, value in entry.items() if value is not None} for entry in named]


_KEYS: tuple[tuple[str, str, Callable[[Any], Any] | None], ...] = (
    ("title", "title", None),
    ("date", "published_at", _time),
    ("source", "source", None),
    ("author", "authors", _one_or_list),
    ("editor", "editor", None),
    ("url", "url", None),
    ("headimg", "lead_image", None),
    ("categories", "channel", list),
    ("keywords", "keywords", list),
    ("original_title", "original_title", None),
    ("updated", "modified_at", _time),
    ("description", "description", None),
    ("doc_id", "doc_id", None),
    ("source_url", "source_url", None),
    ("comment_id", "comment_id", None),
    ("mobile_url", "mobile_url", None),
    ("symbols", "symbols", _symbols),
)
