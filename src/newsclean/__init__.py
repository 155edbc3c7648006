"""newsclean: pulls Sina (新浪) news pages, isolates the article's body and metadata, and cleans it.

>>> import newsclean
>>> article = newsclean.parse('<h1 class="main-title">桥通了</h1><div id="article"><p>　　老桥今天通车。</p></div>')
>>> article.title, article.text
('桥通了', '老桥今天通车。')

The public names, and nothing else: each is loaded when it is first asked for, so that ``import newsclean``
costs next to nothing and a program that never fetches never loads an HTTP client.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

_HOMES = {
    "newsclean.pipeline": ("parse", "parse_page", "read"),
    "newsclean.fragments": ("clean_html",),
    "newsclean.addresses": ("canonical_url",),
    "newsclean.fetching": ("AsyncFetcher", "Fetcher"),
    "newsclean.fetch": ("Result", "aroll", "fetch", "roll"),
    "newsclean.models": (
        "Article",
        "Block",
        "Cell",
        "Evidence",
        "Heading",
        "Image",
        "Link",
        "ListBlock",
        "ListItem",
        "Page",
        "Paragraph",
        "Quote",
        "Removal",
        "Run",
        "Symbol",
        "Table",
        "Video",
    ),
    "newsclean.errors": ("FetchError", "InputError", "NewscleanError", "NoBody", "NotAnArticle"),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}

__all__ = ["__version__", *sorted(_HOME_OF)]  # noqa: PLE0604  # the names are the table's

if TYPE_CHECKING:
    from newsclean.errors import FetchError, InputError, NewscleanError, NoBody, NotAnArticle
    from newsclean.fragments import clean_html
    from newsclean.models import (
        Article,
        Block,
        Cell,
        Evidence,
        Heading,
        Image,
        Link,
        ListBlock,
        ListItem,
        Page,
        Paragraph,
        Quote,
        Removal,
        Run,
        Symbol,
        Table,
        Video,
    )
    from newsclean.pipeline import parse, parse_page, read


def __getattr__(name: str) -> Any:
    module = _HOME_OF.get(name)
    if module is None:
        raise AttributeError(f"module 'newsclean' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(module), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
