"""The selectors of the layout table."""

from __future__ import annotations

import pytest
from lxml import html

from newsclean.locate.index import Zone
from newsclean.tree import string_of

PAGE = html.document_fromstring(
    '<body><div class="bar"><h1 class="logo">台</h1></div><div class="date-source x"><span class="date">1</span>'
    '<a href="/m">媒体</a><a href="/c">评论</a></div><div id="artibody"><h1>题</h1><p class="date">2</p></div></body>'
)


@pytest.mark.parametrize(
    ("selector", "texts"),
    [
        (".date", ["1", "2"]),
        ("span.date", ["1"]),
        (".date-source .date", ["1"]),
        (".date-source a", ["媒体"]),
        ("#artibody", ["题2"]),
        ("div#artibody h1", ["题"]),
        ("h1", ["台", "题"]),
        ("h1.logo,#artibody h1", ["台", "题"]),
        (".nothing", []),
        (".nothing a", []),
    ],
)
def test_selector_names_its_elements(selector: str, texts: list[str]) -> None:
    assert [string_of(match.element) for match in Zone(PAGE).all(selector)] == texts
