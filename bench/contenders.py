"""The libraries that are measured, each as a function from a page's bytes to the text that it takes for the body.

Each is called in the shortest way that its own documentation shows. One that is not installed is left out and named
at the end.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

__all__ = ["BARE", "CONTENDERS", "SLOW", "TEXT", "Extract", "installed"]

Extract = Callable[[bytes], str]
BARE = "lxml.html parse alone"  # what all others are compared with: most of them begin with such a parse
TEXT = "newsclean, page as text"
SLOW = frozenset({"trafilatura", "newspaper4k", "gne", "magic-html"})
"""Contenders that take most of a run's time: a quick one leaves them out."""


def _bare() -> Extract:
    document_fromstring = importlib.import_module("lxml.html").document_fromstring

    def parse(data: bytes) -> str:
        document_fromstring(data)
        return ""

    return parse


def _newsclean() -> Extract:
    parse = importlib.import_module("newsclean").parse
    return lambda data: str(parse(data).text)


def _newsclean_text() -> Extract:
    """A page that comes as text, as from JSONL, a Parquet column or a response; the bytes are decoded beforehand."""
    parse = importlib.import_module("newsclean").parse
    texts: dict[bytes, str] = {}

    def extract(data: bytes) -> str:
        text = texts.get(data) or texts.setdefault(data, _decoded(data))
        return str(parse(text).text)

    return extract


def _turbohtml() -> Extract:
    parse = importlib.import_module("turbohtml").parse

    def extract(data: bytes) -> str:
        article = parse(data).article()
        return str(article.text) if article is not None else ""

    return extract


def _magic_html() -> Extract:
    extractor: Any = importlib.import_module("magic_html").GeneralExtractor()
    fromstring = importlib.import_module("lxml.html").fromstring

    def extract(data: bytes) -> str:
        found = extractor.extract(_decoded(data), base_url="https://news.sina.com.cn/")["html"]
        return str(fromstring(found).text_content()) if found.strip() else ""

    return extract


def _lexbor() -> Extract:
    parser = importlib.import_module("selectolax.lexbor").LexborHTMLParser

    def parse(data: bytes) -> str:
        parser(data)
        return ""

    return parse


def _resiliparse() -> Extract:
    extract = importlib.import_module("resiliparse.extract.html2text").extract_plain_text
    decode = importlib.import_module("resiliparse.parse.encoding").bytes_to_str
    detect = importlib.import_module("resiliparse.parse.encoding").detect_encoding
    return lambda data: str(extract(decode(data, detect(data)), main_content=True))


def _justext() -> Extract:
    module = importlib.import_module("justext")
    # The package has no stop words for Chinese, so both thresholds for their share are 0 below, and no list counts.
    words = module.get_stoplist("English")

    def extract(data: bytes) -> str:
        found = module.justext(data, words, stopwords_low=0.0, stopwords_high=0.0)
        return "\n".join(paragraph.text for paragraph in found if not paragraph.is_boilerplate)

    return extract


def _boilerpy3() -> Extract:
    extractor = importlib.import_module("boilerpy3.extractors").ArticleExtractor()
    return lambda data: str(extractor.get_content(_decoded(data)))


def _readability() -> Extract:
    document = importlib.import_module("readability").Document
    fromstring = importlib.import_module("lxml.html").fromstring
    return lambda data: str(fromstring(document(_decoded(data)).summary()).text_content())


def _trafilatura() -> Extract:
    extract = importlib.import_module("trafilatura").extract
    return lambda data: extract(data, include_comments=False) or ""


def _newspaper() -> Extract:
    article_class: Any = importlib.import_module("newspaper").Article

    def extract(data: bytes) -> str:
        article = article_class("https://news.sina.com.cn/c/2020-01-01/doc-i.shtml", language="zh")
        article.download(input_html=_decoded(data))
        article.parse()
        return str(article.text)

    return extract


def _gne() -> Extract:
    extractor: Any = importlib.import_module("gne").GeneralNewsExtractor()
    return lambda data: str(extractor.extract(_decoded(data))["content"])


def _decoded(data: bytes) -> str:
    """Text for libraries that take no bytes: as UTF-8 where the bytes are valid UTF-8, else as GB18030."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")


CONTENDERS: dict[str, Callable[[], Extract]] = {
    BARE: _bare,
    "newsclean": _newsclean,
    TEXT: _newsclean_text,
    "turbohtml": _turbohtml,
    "selectolax (lexbor) parse alone": _lexbor,
    "resiliparse": _resiliparse,
    "justext": _justext,
    "boilerpy3": _boilerpy3,
    "readability-lxml": _readability,
    "trafilatura": _trafilatura,
    "newspaper4k": _newspaper,
    "gne": _gne,
    "magic-html": _magic_html,
}


def installed() -> tuple[dict[str, Extract], list[str]]:
    """The contenders that can be called here, and the names of the others."""
    found: dict[str, Extract] = {}
    missing: list[str] = []
    for name, make in CONTENDERS.items():
        try:
            found[name] = make()
        except ImportError:
            missing.append(name)
    return found, missing
