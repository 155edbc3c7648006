"""The names in a string that holds nothing else, and whether a word looks like one.

Pages write several names, their roles and their places in one string. It is cut and cleaned by the rules, and each
word left must have the shape of a name: a word too few is better than a medium among the authors.
"""

from __future__ import annotations

from newsclean.metadata.credits import written
from newsclean.rules import Rules
from newsclean.rules.signs import in_signs

__all__ = ["is_likely", "led_names", "names_in", "plain_names"]

_MOST = 300
"""Characters of a string of names; longer ones are text."""

_LONGEST_NAME = 24
"""Characters of a name among others: foreign names with their dots reach some twenty."""

_HAN = range(0x4E00, 0xA000)
"""The Han characters of names; patterns take any letter that is not ASCII's, which compiles faster."""

_DOTS = "·•"
"""Dots within a name."""


def names_in(rules: Rules, text: str, *, free: bool = False) -> list[str]:
    """The persons in a string that holds nothing but names: split, cleaned, and checked to be names.

    The first may be a pen name. Behind it, a word that opens with no surname is a title or a place, unless the names
    are ``free`` of such: reporters', with no place behind them.

    >>> from newsclean.rules import default_rules
    >>> names_in(default_rules(), "张 三、李四光（某大学教授）")
    ['张三', '李四光']
    """
    names = _words(rules, text)
    if free:
        return names
    return names[:1] + [name for name in names[1:] if is_likely(rules, name) and not name.isupper()]


def plain_names(rules: Rules, text: str) -> list[str]:
    """The persons in a string that only its place calls a byline: none, unless each looks like a Chinese name."""
    names = _words(rules, text)
    return names if all(_is_plain(rules, name) for name in names) else []


def led_names(rules: Rules, text: str) -> list[str]:
    """The persons in a string that begins with one and may end with a place: none, unless the first looks like a
    Chinese name, and of the others those that look like names."""
    names = _words(rules, text)
    if not names or not _is_plain(rules, names[0]):
        return []
    return names[:1] + [name for name in names[1:] if is_likely(rules, name)]


def is_likely(rules: Rules, name: str) -> bool:
    """Whether a word looks like a name by more than its length: a surname in front, a dot within, or Latin letters."""
    if name[0].isascii() or _is_plain(rules, name):
        return True
    return len(name) == 4 and name[0] in rules.sets.SURNAMES and not name.endswith(rules.words.TITLED)


def _is_plain(rules: Rules, name: str) -> bool:
    """Whether a word is a Chinese name by its surname, or a foreign one by its dot."""
    if any(dot in name for dot in _DOTS):
        return True
    if len(name) <= 3:
        return name[0] in rules.sets.SURNAMES and name not in rules.sets.ORDINARY_WORDS
    return name.startswith(rules.words.COMPOUND_SURNAMES)


def _words(rules: Rules, text: str) -> list[str]:
    """What is left of a string of names without roles, brackets and places, and could be one."""
    if len(text) > _MOST:
        return []
    asks = rules.asks
    signs = asks.names_bracket.sub(" ", " ".join(in_signs(text).split()))
    signs = written(rules, signs)
    by = asks.names_text_by.search(signs)
    if by:
        signs = signs[: by.start()]
    elif asks.names_picture_by.search(signs):
        return []
    signs = asks.names_work.sub(" ", asks.names_role.sub(" ", signs))
    signs = asks.names_done.sub("", signs.strip())
    return [word for word in _cut(rules, signs) if _is_person(rules, word)]


def _cut(rules: Rules, signs: str) -> list[str]:
    """The words of a string; one in Latin letters is one name. Two single characters in a row are one name, written
    with a space for its looks."""
    if rules.asks.names_latin.fullmatch(signs):
        return [" ".join(signs.split())]
    names: list[str] = []
    held = ""
    for word in rules.asks.names_split.split(signs):
        if len(word) != 1 or ord(word) not in _HAN:
            names.append(word)
            held = ""
        elif held:
            names.append(held + word)
            held = ""
        else:
            held = word
    return [name for name in names if len(name) <= _LONGEST_NAME]


def _is_person(rules: Rules, name: str) -> bool:
    """Whether a word has the letters of a name, and no rule says that it is something else."""
    if len(name) < 2 or name in rules.sets.NO_NAME or name in rules.sets.PLACES:
        return False
    if not rules.asks.names_person.fullmatch(name) or rules.asks.names_nobody.fullmatch(name):
        return False
    if name[0].isascii():
        return not any(sign.isdigit() for sign in name)
    return all(ord(sign) in _HAN or sign in _DOTS for sign in name)
