"""Lists keep the order of what stands in their items."""

from __future__ import annotations

import pytest

from newsclean import clean_html, parse
from newsclean.blocks import ListBlock, Table

BEFORE = '<h1 class="main-title">桥通了</h1><div class="article" id="artibody"><p>清晨六点，第一辆公交车开过新桥。</p>'
GRID = "<table><tr><td>乙</td><td>丙</td></tr><tr><td>丁</td><td>戊</td></tr></table>"


@pytest.mark.parametrize(
    "items",
    [
        "<li>甲一<blockquote>乙二</blockquote>丙三</li><li>丁四</li>",
        "<li><blockquote>甲一</blockquote></li><li>乙二</li>",
        "<li>甲一<blockquote><p>乙二</p><p>丙三</p></blockquote></li><li>丁四</li>",
        "<li>甲一<h3>乙二</h3>丙三</li><li>丁四</li>",
        "<li>甲一<ul><li>乙二</li></ul>丙三</li><li>丁四</li>",
        "<li>甲一<ol><li>乙二<blockquote>丙三</blockquote>丁四</li></ol>戊五</li><li>己六</li>",
        f"<li>甲一{GRID}丙三</li><li>丁四</li>",
        f"<li>甲一</li><li>{GRID}</li><li>丁四</li>",
        f"<li>甲一<blockquote>乙二{GRID}丙三</blockquote>丁四</li>",
    ],
)
@pytest.mark.parametrize("tag", ["ul", "ol"])
def test_what_stands_in_an_item_keeps_its_order(items: str, tag: str) -> None:
    article = parse(f"{BEFORE}<{tag}>{items}</{tag}><p>末了一句。</p></div>")
    expected = [char for char in items if "\u4e00" <= char <= "\u9fff"]
    found = [char for char in article.text if "\u4e00" <= char <= "\u9fff"]
    assert "".join(expected) in "".join(found)
    assert article.text.endswith("末了一句。")


def test_a_quote_in_an_item_leaves_the_list_one() -> None:
    article = parse(f"{BEFORE}<ol><li>甲<blockquote>乙</blockquote>丙</li><li>丁</li></ol></div>")
    (block,) = [block for block in article.blocks if isinstance(block, ListBlock)]
    assert ["".join(run.text for run in item.runs) for item in block.items] == ["甲\n乙\n丙", "丁"]


def test_a_table_in_an_item_stands_between_two_lists() -> None:
    article = parse(f"{BEFORE}<ul><li>甲{GRID}乙</li><li>丙</li></ul></div>")
    assert [type(block) for block in article.blocks[1:]] == [ListBlock, Table, ListBlock]


def test_cleaning_it_twice_is_cleaning_it_once() -> None:
    once = clean_html(f"<ul><li>甲<blockquote>乙</blockquote><ul><li>丙</li></ul>丁{GRID}戊</li></ul>")
    assert clean_html(once) == once
