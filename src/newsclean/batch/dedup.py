"""Copies: the same document under another address, the same text, or nearly the same text.

Workers make an article's fingerprint; the run's own process compares it, where the rows come together. Near copies
are found by MinHash over runs of five characters, for Chinese has no spaces that would part its words.
"""

from __future__ import annotations

import re
from array import array
from hashlib import blake2b
from urllib.parse import parse_qsl, urlencode, urlsplit

from newsclean.addresses import is_tracker
from newsclean.article import Article
from newsclean.batch.manifest import Manifest
from newsclean.batch.optional import need
from newsclean.batch.records import Dedup, Outcome

__all__ = ["fingerprints", "original_of", "remember"]

GRAM = 5
"""Characters in a gram: long enough that two Chinese texts seldom share one by chance."""
PERMUTATIONS, BANDS = 120, 20
"""120 hashes in 20 bands of 6: two texts that share 80% of their grams meet in a band with 99.8%
probability, two that share 30% with 1.5%."""
NEAR = 0.8
"""The share of grams (Jaccard, estimated from the 120 hashes) from which a text is a copy."""
SEED = 2013  # of the hashes: any number does, but it must not change, or a resumed run could not compare
# White space, punctuation and symbols, in which reprints differ.
_NOT_TEXT = re.compile(r"[\W_]+")


def fingerprints(article: Article, by: Dedup | None) -> tuple[bytes, ...]:
    """What the article is compared by: one digest, or for ``near`` a signature of 480 bytes.

    Empty where the article lacks it (no document id, no text): then it is a copy of none.
    """
    if by is None:
        return ()
    if by == "near":
        return _signature(_letters(article.text))
    value = {"url": _address, "doc_id": _doc_id, "text": _text}[by](article)
    return (blake2b(value.encode("utf-8", "surrogatepass"), digest_size=16).digest(),) if value else ()


def original_of(outcome: Outcome, by: Dedup | None, manifest: Manifest) -> str | None:
    """The input this outcome is a copy of; None when it is the first of its kind, and remembered as such."""
    if by is None or not outcome.prints:
        return None
    (fingerprint,) = outcome.prints
    if by != "near":
        return manifest.first_with(fingerprint, outcome.input)
    bands = _bands(fingerprint)
    for name, signature in manifest.sketches_in(bands):
        if name == outcome.input:
            return None
        if _alike(fingerprint, signature) >= NEAR:
            return name
    manifest.add_sketch(outcome.input, fingerprint, bands)
    return None


def remember(name: str, fingerprint: bytes, by: Dedup | None, manifest: Manifest) -> None:
    """Have a manifest know an input that another one remembered as the first of its kind."""
    if by == "near":
        manifest.add_sketch(name, fingerprint, _bands(fingerprint))
    else:
        manifest.first_with(fingerprint, name)


def _address(article: Article) -> str | None:
    """The address without what does not choose the document: scheme, trackers, fragment, last slash. One that can't be
    taken apart stays as it is."""
    if article.url is None:
        return None
    try:
        parts = urlsplit(article.url)
    except ValueError:  # brackets that hold no address
        return article.url
    query = sorted(pair for pair in parse_qsl(parts.query) if not is_tracker(pair[0], on_page=True))
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}?{urlencode(query)}"


def _doc_id(article: Article) -> str | None:
    return article.doc_id


def _text(article: Article) -> str | None:
    return _letters(article.text) or None


def _letters(text: str) -> str:
    """The letters and digits of a text."""
    return _NOT_TEXT.sub("", text)


def _signature(text: str) -> tuple[bytes, ...]:
    if not text:
        return ()
    sketch = need("rensa", "dedup").RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update([text[at : at + GRAM] for at in range(max(len(text) - GRAM + 1, 1))])
    return (array("I", sketch.digest()).tobytes(),)


def _bands(signature: bytes) -> list[bytes]:
    """Each band's digest. It depends on the band's number too, since only equal hashes in the same band count."""
    width = len(signature) // BANDS
    return [
        blake2b(signature[at : at + width], digest_size=8, salt=at.to_bytes(4, "little")).digest()
        for at in range(0, len(signature), width)
    ]


def _alike(one: bytes, other: bytes) -> float:
    a, b = array("I", one), array("I", other)
    return sum(x == y for x, y in zip(a, b, strict=True)) / len(a)
