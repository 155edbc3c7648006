"""The headline that a page without a layout shows, where its ``<title>`` says something else: the site, or nothing.

Blogs, forums and old sites give all their pages one title. The headline is then the last text of some length above the
line of the time, or above the text; it is believed where the text says more of it than of the title.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsclean.decode import CJK
from newsclean.locate.headline import leads_away
from newsclean.metadata.around import Word
from newsclean.rules import Rules
from newsclean.tree import unspaced

__all__ = ["is_part", "shown_title"]

_SHORTEST, _LONGEST = 6, 60
"""Characters of a headline."""

_HAN = 4
"""Chinese characters that a headline has at least: other texts of its length are names of accounts and addresses."""

_ENDS = tuple("。：；，:>|】]")
"""What no headline ends in."""

_TOLD = 0.3
"""The share of a headline's pairs of characters that its text says, at least, where the title is the site's name."""

_READ = 4_000
"""Characters of the text in which a headline's words are looked for."""


def is_part(text: str, headline: str) -> bool:
    """Whether a text is the headline (given without white space), or half of it."""
    words = unspaced(text)
    if not headline or len(words) < min(_SHORTEST, len(headline)):
        return False
    size, other = sorted((len(words), len(headline)))
    return size * 2 >= other and (headline in words or words in headline)


def shown_title(rules: Rules, words: Sequence[Word], lines: Iterable[str], title: str | None) -> str | None:
    """The title, or the headline among the ``words`` above the line of the time. ``lines`` are those of the text."""
    flat = unspaced(title or "")
    text = "".join(lines)[:_READ]
    is_site = title is not None and rules.asks.medium.fullmatch(title) is not None
    shown = any(is_part(word.text, flat) for word in words) or (title is not None and title in text)
    if shown and not is_site:
        return title
    found = next((word.text for word in reversed(words) if _may_be_one(word, text)), None)
    if found is None or not title:
        return found or title
    least = _TOLD if is_site else _share(title, text)
    return found if _share(found, text) > least else title


def _may_be_one(word: Word, text: str) -> bool:
    """Whether a word may be a headline: outside links, unless the text begins with it."""
    words = word.text
    if not _SHORTEST <= len(words) <= _LONGEST or words.endswith(_ENDS) or "。" in words:
        return False
    if sum(1 for _ in CJK.finditer(words)) < _HAN:
        return False
    return text.startswith(words) or not leads_away(word.holder)


def _share(headline: str, text: str) -> float:
    """The share of a headline's pairs of characters that a text says."""
    flat = unspaced(headline)
    pairs = {flat[at : at + 2] for at in range(len(flat) - 1)}
    return sum(pair in text for pair in pairs) / len(pairs) if pairs else 0.0
