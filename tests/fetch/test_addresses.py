"""The canonical form, the id and the kind of an address."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsclean.addresses import canonical_url, doc_id_of, is_mobile_host, is_sina_host, kind_of

IDS = [
    ("https://news.sina.com.cn/c/2019-10-23/doc-iicezuev4202091.shtml", "icezuev4202091"),
    ("https://news.sina.com.cn/c/2019-10-23/doc-icdoicev4202091.shtml", "cdoicev4202091"),
    ("https://eladies.sina.com.cn/news/2022-01-11/0458/doc-ikyamrmz4446116.shtml", "kyamrmz4446116"),
    ("https://tech.sina.com.cn/mobile/n/n/2020-04-15/doc-iirczymi6435678.shtml", "irczymi6435678"),
    ("https://finance.sina.com.cn/x/2016-01-01/doc-ifxnkkux1234567_2.shtml", "fxnkkux1234567"),
    ("//news.sina.com.cn/c/doc-ihnzahi3275702.shtml", "hnzahi3275702"),
    ("https://finance.sina.cn/sa/2005-08-26/detail-ikknscsi2623250.d.html?from=wap", "kknscsi2623250"),
    ("https://video.sina.com.cn/p/news/2019-11-25/detail-iihnzahi3275702.d.html", "ihnzahi3275702"),
    ("http://doc.sina.cn/?id=comos:fxsktkp9337164", "fxsktkp9337164"),
    ("https://www.sina.com.cn/midpage/mobile/index.d.html?docID=ihnzahi3275702&url=x", "ihnzahi3275702"),
    ("https://k.sina.com.cn/article_1686546714_6486a91a020011ksh.html?from=news", "6486a91a020011ksh"),
    ("https://k.sina.cn/article_1686546714_v12ca91a020011ksh.html", "v12ca91a020011ksh"),
    ("https://cj.sina.com.cn/articles/view/1686546714/6486a91a020011ksh", "6486a91a020011ksh"),
    ("https://t.cj.sina.com.cn/articles/view/1686546714/6486a91a0?vt=4", "6486a91a0"),
    ("http://blog.sina.com.cn/s/blog_63355d870100iud2.html", "63355d870100iud2"),
    ("http://news.sina.com.cn/c/2010-04-19/092120103860.shtml", None),
    ("http://finance.sina.com.cn/roll/20120202/044211294946.shtml", None),
    ("http://slide.news.sina.com.cn/c/slide_1_2841_156226.html#p=1", None),
    ("https://example.org/doc-ihnzahi3275702.shtml", None),
    ("doc-ihnzahi3275702", None),
]
CANONICAL = [
    (
        "http://news.sina.com.cn/c/2010-04-19/092120103860.shtml",
        "https://news.sina.com.cn/c/2010-04-19/092120103860.shtml",
    ),
    (" HTTPS://News.Sina.com.cn:443/a.shtml?cre=x&mod=y&r=1#p=2 ", "https://news.sina.com.cn/a.shtml"),
    ("//news.sina.com.cn/a.shtml", "https://news.sina.com.cn/a.shtml"),
    ("http://news.sina.com.cn:80/a.shtml?page=2&from=wap", "https://news.sina.com.cn/a.shtml?page=2"),
    ("https://cj.sina.com.cn/articles/view/1/ab?vt=4&sid=3", "https://cj.sina.com.cn/articles/view/1/ab"),
    ("http://doc.sina.cn/?id=comos:fxsktkp9337164", "https://doc.sina.cn/?id=comos:fxsktkp9337164"),
    (
        "https://www.sina.com.cn/midpage/mobile/index.d.html?docID=x&url=http%3A%2F%2Fnews.sina.cn%2Fa.d.html%3Fvt%3D1",
        "https://news.sina.cn/a.d.html",
    ),
    (
        "https://search.sina.com.cn/news?q=%C9%CF&from=channel",
        "https://search.sina.com.cn/news?q=%C9%CF&from=channel",
    ),
    ("http://Example.org:8080/x?from=a&utm_source=b&r=1#top", "http://example.org:8080/x?from=a&r=1"),
    ("http://user:pass@sina.com.cn/", "https://sina.com.cn/"),
    ("http://[::1]:80/x", "http://[::1]/x"),
    ("mailto:someone@sina.cn", "mailto:someone@sina.cn"),
    ("http://[broken", "http://[broken"),
    ("http://host:port/", "http://host:port/"),
    ("page.html", "page.html"),
]
KINDS = [
    ("https://news.sina.com.cn/c/2019-10-23/doc-iicezuev4202091.shtml", "article"),
    ("http://news.sina.com.cn/c/2010-04-19/092120103860.shtml", "article"),
    ("http://finance.sina.com.cn/stock/20050826/0539283212.shtml", "article"),
    ("http://dailynews.sina.com.cn/china/1999-7-30/6792.html", "article"),
    ("http://eladies.sina.com.cn/qg/2011/0612/08201076543.shtml", "article"),
    ("http://news.sina.com.cn/2011/0612/index.shtml", "other"),
    ("https://k.sina.com.cn/article_1686546714_6486a91a020011ksh.html", "article"),
    ("https://t.cj.sina.com.cn/articles/view/1/ab", "article"),
    ("http://slide.news.sina.com.cn/c/slide_1_2841_156226.html", "slides"),
    ("https://video.sina.com.cn/p/news/2019-11-25/detail-iihnzahi3275702.d.html", "video"),
    ("http://blog.sina.com.cn/s/blog_63355d870100iud2.html", "blog"),
    ("https://finance.sina.com.cn/realstock/company/sh600000/nc.shtml", "quote"),
    ("https://finance.sina.com.cn/zt_d/bridge/", "topic"),
    ("https://news.sina.com.cn/", "other"),
    ("nothing", "other"),
]


@pytest.mark.parametrize(("url", "doc_id"), IDS)
def test_every_shape_of_address_gives_its_document_id(url: str, doc_id: str | None) -> None:
    assert doc_id_of(url) == doc_id


@pytest.mark.parametrize(("url", "canonical"), CANONICAL)
def test_an_address_becomes_its_canonical_form(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical


@pytest.mark.parametrize(("url", "kind"), KINDS)
def test_the_shape_of_an_address_says_what_kind_of_page_it_leads_to(url: str, kind: str) -> None:
    assert kind_of(url) == kind


@given(
    st.text(alphabet="abc:/?#&=@.[]%0 1sinacomxutm_fr-", max_size=60).map(
        lambda tail: f"http://news.sina.com.cn{tail}"
    )
)
@example("http://news.sina.com.cn? #")
@example("http://news.sina.com.cn/a.shtml?b= &utm_c=1")
def test_a_canonical_address_is_its_own_canonical_form(url: str) -> None:
    once = canonical_url(url)
    assert canonical_url(once) == once


@given(st.text(max_size=40))
def test_no_text_makes_the_address_functions_fail(url: str) -> None:
    canonical_url(url)
    doc_id_of(url)
    kind_of(url)


@pytest.mark.parametrize("host", ["sina.com.cn", "news.sina.cn", "english.sina.com", "SINA.CN."])
def test_hosts_of_sina_are_known(host: str) -> None:
    assert is_sina_host(host)


@pytest.mark.parametrize("host", ["notsina.cn", "sina.cn.example.org", "sinaimg.cn", ""])
def test_hosts_that_only_sound_like_sina_are_not_taken_for_it(host: str) -> None:
    assert not is_sina_host(host)


def test_the_mobile_site_is_told_from_the_desktop_site() -> None:
    assert is_mobile_host("news.sina.cn")
    assert not is_mobile_host("news.sina.com.cn")
