"""The members of word classes in the proof of the rule book: each is put in the place of another, in the examples of
the forms that name the class, and taken away.

That a member works in another's place shows that it works, not that it is wanted; so what no example holds itself is
counted apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from newsclean import Parser
from newsclean.clean import clean
from newsclean.metadata.bylines import authors_of
from newsclean.metadata.info_line import channels_in
from newsclean.metadata.keywords import listed, tags
from newsclean.metadata.medium import clean_source
from newsclean.rules import Form, Rules, Words
from newsclean.rules.examples import Answer, Group
from newsclean.rules.forms import captured, joined, names_in
from proof_findings import Finding, changes, uses

__all__ = ["ASKED", "by_substitution", "in_two_classes", "unproven_members"]

Asked = Callable[[Rules, str], Any]


def answer(pattern: str, how: str, flags: int, text: str) -> Answer:
    """What a pattern says of a text: None, or what it fitted and caught."""
    match = getattr(re.compile(pattern, flags), how)(text)
    return None if match is None else (match.span(), tuple(sorted(captured(match).items())))


def unproven_members(rules: Rules, groups: list[Group], asked: dict[str, Asked]) -> Iterator[Finding]:
    """The members of word classes that do not work in the place of another, or that nothing needs."""
    for words in rules.of_kind(Words):
        if words.within or words.name in asked:
            yield from _members_asked(rules, words, asked)
            continue
        users = [group for group in groups if uses(group, words.name)]
        sparing = [
            group for group in groups if any(words.name in getattr(row, "unless", ()) for row in group.rows)
        ]
        if sparing:
            yield from _members_sparing(sparing, words)
            continue
        places = [(group, form, text) for group in users for form, text in _examples_with(group, words)]
        if not places:
            yield Finding(
                words.name, "", "no example holds one of its words" if users else "nothing names it"
            )
            continue
        for member in words.members:
            if not any(_works(group, form, text, words, member) for group, form, text in places):
                yield Finding(
                    words.name, member, "it does not work in any example, or nothing changes without it"
                )


def _members_sparing(groups: list[Group], words: Words) -> Iterator[Finding]:
    """The members of a class that spares lines: each is put in the place of another in a spared sentence that the
    row's pattern fits."""
    for member in words.members:
        if not any(_spares(group, words, member) for group in groups):
            yield Finding(words.name, member, "no spared sentence would be taken without it")


def _spares(group: Group, words: Words, member: str) -> bool:
    row = group.rows[0]
    pattern = re.compile(joined(group.forms, group.book), group.flags)
    for text in (text for form in group.forms for text in form.spares):
        for other in [word for word in words.members if word in text]:
            said = text.replace(other, member)
            rest = [w for name in row.unless for w in getattr(group.book[name], "members", ()) if w != member]
            if len(said) <= row.most and pattern.fullmatch(said) and not any(map(said.__contains__, rest)):
                return True
    return False


def _examples_with(group: Group, words: Words) -> Iterator[tuple[Form, str]]:
    for form in group.forms:
        if words.name in names_in(form.pattern, group.book):
            for text in form.takes:
                if any(member in text for member in words.members):
                    yield form, text


def _works(group: Group, form: Form, text: str, words: Words, member: str) -> bool:
    """Whether an example with ``member`` in the place of another word of the class is taken, and is not (or is
    otherwise) without that member."""
    less = words._replace(members=tuple(word for word in words.members if word != member))
    book = {**group.book, words.name: less}
    for other in sorted((word for word in words.members if word in text), key=len, reverse=True):
        for found in re.finditer(re.escape(other), text):
            said = text[: found.start()] + member + text[found.end() :]
            with_it = _asked_as(group, form, group.book, said)
            if with_it is not None and with_it != (
                _asked_as(group, form, book, said) if less.members else None
            ):
                return True
    return False


def _asked_as(group: Group, form: Form, book: Any, text: str) -> Answer:
    return answer(joined((form,), book), group.how, group.flags, text)


def _members_asked(rules: Rules, words: Words, asked: dict[str, Asked]) -> Iterator[Finding]:
    ask = asked.get(words.name)
    if ask is None:
        yield Finding(words.name, "", "it has sentences, and the tool does not know whom to ask (ASKED)")
        return
    for member in words.members:
        less = Rules(
            [
                row._replace(members=tuple(m for m in row.members if m != member)) if row is words else row
                for row in rules
            ],
            rules.questions.values(),
        )
        sentences = [text.replace("＿", member) for text in words.within or ("＿",)]
        if all(ask(rules, text) == ask(less, text) for text in sentences):
            yield Finding(words.name, member, "nothing changes without it")


def in_two_classes(rules: Rules) -> Iterator[Finding]:
    """Words that stand in two classes without a reason."""
    homes: dict[str, list[Words]] = defaultdict(list)
    for words in rules.of_kind(Words):
        for member in words.members:
            homes[member].append(words)
    for member, classes in homes.items():
        if len(classes) > 1 and not any(member in dict(words.also) for words in classes):
            yield Finding(
                member, " ".join(words.name for words in classes), "in two classes, without a reason"
            )


def by_substitution(rules: Rules, groups: list[Group], asked: dict[str, Asked]) -> tuple[int, int]:
    """How many members the word classes have, and how many of them no example holds itself: these are shown to work
    in the place of others, and by nothing else."""
    members = substituted = 0
    for words in rules.of_kind(Words):
        members += len(words.members)
        if words.name in asked:
            substituted += len(words.members)
            continue
        users = [group for group in groups if uses(group, words.name)]
        for member in words.members:
            less = words._replace(members=tuple(word for word in words.members if word != member))
            book = {**rules.book, words.name: less}
            substituted += not any(changes(group, group.forms, book) for group in users)
    return members, substituted


# --- classes that no pattern names: the code that asks them is asked ---------------------------------------

_BODY = "".join(
    f"<p>　　{line}</p>"
    for line in (
        "清晨六点，第一班轮渡离开了青崖码头。",
        "船长说，雾比昨天淡了一些，江面上能看见对岸的灯。",
        "到了对岸，人群散进巷子里，船又慢慢掉了头。",
    )
)


def _authors(rules: Rules, text: str) -> Answer:
    """Whom a text of one line names as its authors."""
    return authors_of(rules, [text])


def _channels(rules: Rules, text: str) -> Answer:
    """The channels of a breadcrumb."""
    return channels_in(rules, text.split(" > "))


def _label_over_titles(rules: Rules, text: str) -> str:
    """What is left of a text with a label and two titles at its end, whose links were lost."""
    return Parser(rules).clean_html(f"{_BODY}<p>{text}：</p><p>码头添了新灯</p><p>渡轮换了新漆</p>")


def _caption_with_link(rules: Rules, text: str) -> str:
    """What is left of a caption with a link at its end."""
    picture = '<img src="https://n.sinaimg.cn/news/1.jpg">'
    caption = f'<span class="img_descr">渡口的灯 <a href="https://news.example.com/">{text}</a></span>'
    return Parser(rules).clean_html(f'{_BODY}<div class="img_wrapper">{picture}{caption}</div>{_BODY}')


def _markup(rules: Rules, markup: str) -> str:
    """What is left of a piece of markup."""
    return Parser(rules).clean_html(_BODY + markup)


def _without_layout(rules: Rules, markup: str) -> Answer:
    """What is left of a piece of markup in a body that was found without a layout."""
    body = etree.fromstring(f"<div>{_BODY}{markup}</div>")
    blocks, cleaned = clean(rules, body, base=None, title=None, generic=True)
    return blocks, [removal.rule for removal in cleaned.removals]


def _pointed_at(rules: Rules, selector: str) -> str:
    """The body of a page with two that weigh the same, the second in an element that a selector names."""
    name = f'id="{selector[1:]}"' if selector[0] == "#" else f'class="{selector[1:]}"'
    head = "<html><head><title>渡口见闻两则_青崖网</title></head>"
    links = "<a href='/1'>渡口的灯又亮了一夜</a> " * 40
    bodies = f"<div>{_BODY * 2}</div><div>{links}</div><div {name}>{_BODY.replace('清晨', '晚上') * 2}</div>"
    return Parser(rules).parse(f"{head}<body>{bodies}</body></html>").text


ASKED: dict[str, Asked] = {
    **dict.fromkeys("PATH_ENDS HOMES".split(), _channels),
    **dict.fromkeys("NO_KEYWORDS SITE_NAMES".split(), tags),
    "LIST_ENDS": listed,
    **dict.fromkeys("SURNAMES COMPOUND_SURNAMES TITLED PLACES NO_NAME ORDINARY_WORDS".split(), _authors),
    **dict.fromkeys(["BYLINE_OPENINGS"], _authors),
    "OF_ALL_SORTS": clean_source,
    "BACKGROUND": _label_over_titles,
    "LEADS": _caption_with_link,
    "NEVER_CHROME": _without_layout,
    "CONTAINERS": _pointed_at,
    **dict.fromkeys("PICTURE_ATTRIBUTES PICTURE_HINTS PICTURE_SETS PLATFORMS".split(), _markup),
}
"""Whom to ask about the members of classes that no pattern names."""
