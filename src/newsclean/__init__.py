"""newsclean: pulls Sina (新浪) news pages, isolates the article's body and metadata, and cleans it.

>>> import newsclean
>>> article = newsclean.parse('<h1 class="main-title">桥通了</h1><div id="article"><p>　　老桥今天通车。</p></div>')
>>> article.title, article.text
('桥通了', '老桥今天通车。')

The public names, and nothing else: each is loaded when it is first asked for, so that ``import newsclean``
costs next to nothing and a program that never fetches never loads an HTTP client.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from newsclean._version import __version__

if TYPE_CHECKING:
    from newsclean.addresses import canonical_url
    from newsclean.article import Article
    from newsclean.blocks import (
        Block,
        Cell,
        Evidence,
        Heading,
        Image,
        Link,
        ListBlock,
        ListItem,
        Paragraph,
        Quote,
        Removal,
        Run,
        Symbol,
        Table,
        Video,
    )
    from newsclean.errors import FetchError, InputError, NewscleanError, NoBody, NotAnArticle, RulesError
    from newsclean.explaining import Explanation
    from newsclean.fetch import AsyncFetcher, Failed, Fetcher, Read, Result
    from newsclean.lists import ListWarning, RollItem, aroll, roll
    from newsclean.page import Page
    from newsclean.parser import Parser, clean_html, explain, parse, parse_page
    from newsclean.reader import read
    from newsclean.rules import Rules

__all__ = [
    "Article",
    "AsyncFetcher",
    "Block",
    "Cell",
    "Evidence",
    "Explanation",
    "Failed",
    "FetchError",
    "Fetcher",
    "Heading",
    "Image",
    "InputError",
    "Link",
    "ListBlock",
    "ListItem",
    "ListWarning",
    "NewscleanError",
    "NoBody",
    "NotAnArticle",
    "Page",
    "Paragraph",
    "Parser",
    "Quote",
    "Read",
    "Removal",
    "Result",
    "RollItem",
    "Rules",
    "RulesError",
    "Run",
    "Symbol",
    "Table",
    "Video",
    "__version__",
    "aroll",
    "canonical_url",
    "clean_html",
    "explain",
    "parse",
    "parse_page",
    "read",
    "roll",
]

_HOMES = {
    "newsclean.addresses": "canonical_url",
    "newsclean.article": "Article",
    "newsclean.blocks": "Block Cell Evidence Heading Image Link ListBlock ListItem Paragraph Quote Removal Run "
    "Symbol Table Video",
    "newsclean.errors": "FetchError InputError NewscleanError NoBody NotAnArticle RulesError",
    "newsclean.explaining": "Explanation",
    "newsclean.fetch": "AsyncFetcher Failed Fetcher Read Result",
    "newsclean.lists": "ListWarning RollItem aroll roll",
    "newsclean.page": "Page",
    "newsclean.parser": "Parser clean_html explain parse parse_page",
    "newsclean.reader": "read",
    "newsclean.rules": "Rules",
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    module = _HOME_OF.get(name)
    if module is None:
        raise AttributeError(f"module 'newsclean' has no attribute {name!r}")
    value = getattr(import_module(module), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return list(__all__)
