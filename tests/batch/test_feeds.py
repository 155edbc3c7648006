"""Entries of feeds are articles, of the HTML that the feed carries; links are pulled where that is asked for."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from runs import rows_of, run

from newsclean.batch import MissingExtra
from newsclean.batch.inputs import read_inputs

LINK = "https://finance.sina.com.cn/chanjing/2022-03-08/doc-imcwipii4420193.shtml"
RSS = f"""<?xml version="1.0" encoding="{{0}}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>青崖晚报</title>
<item><title>[快讯] 老桥通车 &amp; 放行</title><link>{LINK}</link><guid>a1</guid><author>沈砚秋</author>
<pubDate>Tue, 08 Mar 2022 13:17:00 GMT</pubDate><category>桥</category><description>短</description>
<content:encoded><![CDATA[<p>　　老桥今天<b>通车</b>，全县的人都来看热闹。</p>
<div class="appendQr_wrap"><p>海量资讯、精准解读，尽在新浪财经APP</p></div>]]></content:encoded></item>
<item><title>只有标题</title><link>https://finance.sina.com.cn/b.shtml</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>青崖网</title><entry><id>b1</id><title>夜航轮渡</title>
<author><name>温小满</name></author><published>2022-03-08T21:17:00+08:00</published>
<content type="html">&lt;p&gt;轮渡推迟到零点，首周载客比预计多了三成。&lt;/p&gt;</content></entry></feed>"""


def _rows(tmp_path: Path, source: Path, **settings: Any) -> list[dict[str, Any]]:
    run([source], tmp_path / "o.jsonl", ordered=True, parser="newsclean:parse", **settings)
    return rows_of(tmp_path / "o.jsonl")


@pytest.mark.parametrize("encoding", ["utf-8", "gb2312"])
@pytest.mark.parametrize("name", ["feed.xml", "feed.rss"])
def test_an_entry_is_an_article(tmp_path: Path, name: str, encoding: str) -> None:
    path = tmp_path / name
    path.write_bytes(RSS.format(encoding).encode(encoding))
    row, bare = _rows(tmp_path, path)
    assert (row["input"], row["url"]) == (f"{path}#a1", LINK)
    assert (row["title"], row["text"]) == ("[快讯] 老桥通车 & 放行", "老桥今天通车，全县的人都来看热闹。")
    assert (row["source"], row["authors"], row["keywords"]) == ("青崖晚报", ["沈砚秋"], ["桥"])
    assert (row["published_at"], row["warnings"]) == ("2022-03-08T21:17:00+08:00", [])
    assert row["removals"]
    assert bare["error"] == {"kind": "empty", "message": "the entry carries no text; --follow pulls its link"}


def test_feeds_of_a_folder_are_read_and_other_xml_is_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.atom").write_text(ATOM, "utf-8")
    (folder / "b.xml").write_text("<urlset><url><loc>https://a.cn/</loc></url></urlset>", "utf-8")
    (row,) = _rows(tmp_path, folder)
    assert (row["title"], row["source"], row["authors"]) == ("夜航轮渡", "青崖网", ["温小满"])


def test_links_are_pulled_where_that_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(RSS.format("utf-8"), "utf-8")
    records = list(read_inputs([str(path)], follow=True))
    assert [(record.to_fetch, record.url) for record in records] == [
        (True, LINK),
        (True, "https://finance.sina.com.cn/b.shtml"),
    ]


def test_a_feed_without_entries_is_told(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text("<rss><channel><title>x</title></channel></rss>", "utf-8")
    (row,) = _rows(tmp_path, path)
    assert row["error"] == {"kind": "empty", "message": "the feed has no entries"}


def test_without_its_package_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "feedparser", None)
    path = tmp_path / "feed.xml"
    path.write_text(ATOM, "utf-8")
    with pytest.raises(MissingExtra, match="feeds"):
        list(read_inputs([str(path)]))
