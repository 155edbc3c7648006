"""The texts behind a headline, and where the time stands among them."""

from __future__ import annotations

import pytest

from newsclean.locate.headline import _texts_behind, headline_of
from newsclean.locate.page import Characters, view_of
from newsclean.rules import default_rules
from newsclean.tree import tree_of

TITLE = "河上新桥今晨通车两岸来看"


def test_texts_behind_come_in_order_without_scripts_and_comments() -> None:
    root = tree_of(
        "<div><b>甲</b>乙<!-- 注 -->丙<p>丁<i>戊</i><!-- 注 -->己<script>var a = 1</script>庚</p>辛</div><p>壬</p>"
    )
    assert root is not None
    assert "".join(_texts_behind(next(root.iter("b")))) == "乙丙丁戊己庚辛壬"


@pytest.mark.parametrize(
    ("behind", "found"),
    [
        ("<td>2004年11月30日10:02</td>", True),
        ("<td><!-- x --><font>http://news.sina.com.cn</font> 2004年11月30日10:02</td>", True),
        ("<td>2004年11月30日</td>", False),
        ("<td>两岸的人都来看，桥上站满了。</td><td>2004年11月30日10:02</td>", False),
    ],
)
def test_a_cell_that_says_the_title_is_the_headline_where_the_time_is_next(behind: str, found: bool) -> None:
    root = tree_of(
        f"<html><head><title>{TITLE}_新浪网</title></head><body><table><tr><td>{TITLE}</td>{behind}</tr></table></body></html>"
    )
    assert root is not None
    assert (headline_of(view_of(default_rules(), root, None, Characters("", "utf-8"))) is not None) is found
