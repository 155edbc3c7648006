"""An explanation as one HTML page for a browser: the body as it was, and everything that led to the article.

Its frame is frame.py's; the style is explain.css, and what can be done on it (filter, search, keys) explain.js.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from newsclean.explaining import Explanation
from newsclean.language import Wording, language, wording
from newsclean.report import sections
from newsclean.report.body import Body, anchor
from newsclean.report.facts import standing_of
from newsclean.report.frame import attributes, link, page, text
from newsclean.report.rows import RuleTold, rule_told
from newsclean.rules import Rules, default_rules

__all__ = ["to_page"]


def to_page(
    explanation: Explanation,
    *,
    rules: Rules | None = None,
    say: Wording | None = None,
    source: str = "",
    given: Sequence[str] = (),
) -> str:
    """The page, to be written as UTF-8. ``rules`` is the book the page was read by (None: the library's own), ``say``
    the language of the report's own words (None: the environment's), ``source`` the name of the page's file, for the
    commands that try rules on it; ``given`` are the rules of one's own in the book, as ``--rules`` names them."""
    say, book = say or wording(language()), rules or default_rules()
    counted = Counter([place.rule for place in explanation.places if place.rule is not None])
    told = {name: rule_told(book, name, say, given) for name in counted}
    body = "\n".join(
        [
            f'<a class="skip" href="#body">{text(say("To the text"))}</a>',
            _header(explanation, say),
            _tools(counted, say),
            f'<main>\n<div class="columns">\n{_body(explanation, Body(say, told, source), say)}',
            f"{_panel(told, counted, say)}\n</div>",
            *sections.all_of(explanation, say),
            sections.rules_of(list(told.values()), counted, say),
            "</main>",
        ]
    )
    title = explanation.title or say("(no title)")
    return page(
        title, body, say=say, assets=("explain.css", "explain.js"), data=_texts(say), footer=_keys(say)
    )


def _texts(say: Wording) -> str:
    """What the script says."""
    return attributes(
        data_copy=say("copy"),
        data_copied=say("copied"),
        data_kept=say("Part of the article"),
        data_removed=say("Removed"),
        data_try_line=say("A rule for lines like it, tried on this page:"),
        data_try_element=say("A rule for elements like it, tried on this page:"),
        data_found=say("found: {many}", many="%"),
    )


def _header(explanation: Explanation, say: Wording) -> str:
    article = explanation.article
    address = link(explanation.url) if explanation.url else text(say("a page without address"))
    told: list[str | None] = []
    if article is not None:
        shown = article.published_at
        told = [article.source, f"{shown:%Y-%m-%d %H:%M}" if shown else None, ", ".join(article.authors)]
    byline = " · ".join([text(part) for part in told if part])
    refused = explanation.refused
    banner = (
        f'<p class="refused" role="note"><b>{text(say("No article:"))}</b> {text(refused.message)} '
        f'<span class="pill no">{text(refused.kind)}</span></p>'
        if refused is not None
        else ""
    )
    title = text(explanation.title or say("(no title)"))
    return (
        f'<header>\n<p class="kicker"><b>newsclean</b> {text(say("explains"))} {address}</p>\n'
        f'<h1 lang="zh-CN">{title}</h1>\n<p class="soft byline">{byline}</p>{banner}\n'
        f'<dl class="standing">{_standing(explanation, say)}</dl>\n</header>'
    )


def _standing(explanation: Explanation, say: Wording) -> str:
    parts = []
    if explanation.article is not None:
        score = f"{explanation.article.confidence:.2f}"
        meter = f'<meter min="0" max="1" low="0.5" high="0.8" optimum="1" value="{score}">{score}</meter>'
        parts.append(f"<div><dt>{text(say('confidence'))}</dt><dd><b>{score}</b> {meter}</dd></div>")
    parts.extend(
        [
            f"<div><dt>{text(name)}</dt><dd>{text(value)}</dd></div>"
            for name, value in standing_of(explanation, say)
        ]
    )
    return "".join(parts)


def _tools(counted: Counter[str], say: Wording) -> str:
    """The line of tools, which stays in sight."""
    modes = "".join(
        [
            f"<button{attributes(type='button', data_mode=mode, aria_pressed='true' if mode == 'all' else 'false')}>"
            f"{text(label)}</button>"
            for mode, label in (
                ("all", say("everything")),
                ("kept", say("article")),
                ("gone", say("removed")),
            )
        ]
    )
    options = "".join(
        [f"<option{attributes(value=rule)}>{text(rule)} ({many})</option>" for rule, many in _sorted(counted)]
    )
    every = f'<option value="">{text(say("every rule"))}</option>'
    search = attributes(
        id="search", type="search", placeholder=say("search the text"), aria_label=say("search the text")
    )
    return (
        f'<div class="tools screen" role="toolbar"{attributes(aria_label=say("tools"))}><div>\n'
        f'<span class="modes">{modes}</span>\n'
        f'<select id="rule"{attributes(aria_label=say("removed by"))}>{every}{options}</select>\n'
        f"<input{search}>\n"
        '<output id="count" aria-live="polite"></output>\n</div></div>'
    )


def _sorted(counted: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counted.items())


def _body(explanation: Explanation, body: Body, say: Wording) -> str:
    places = explanation.places
    removed = sum(place.rule is not None for place in places)
    inside = body.html(places) or f'<p class="soft">{text(say("There is no body to show."))}</p>'
    told = say("kept: {kept}, removed: {removed}", kept=len(places) - removed, removed=removed)
    return (
        f'<section class="card" id="body" tabindex="-1"><h2>{text(say("The body as it was"))} '
        f'<span class="pill">{text(told)}</span></h2>\n<div class="article" lang="zh-CN">\n{inside}\n</div></section>'
    )


def _panel(told: dict[str, RuleTold], counted: Counter[str], say: Wording) -> str:
    """What is told of the chosen part, the places to jump to, and the rules with what they took."""
    rules = "".join([_pick(told[rule], many) for rule, many in counted.most_common()])
    heading = text(say("Rules that took something"))
    took = f'<h3>{heading}</h3><ul class="picks">{rules}</ul>' if rules else ""
    jumps = "".join([f'<li><a href="#{name}">{text(label)}</a></li>' for name, label in sections.named(say)])
    hint = say("Tap or point at a part of the body to see why it stayed or went.")
    return (
        f'<aside id="panel"><section class="card" id="about"><h2>{text(say("The chosen part"))}</h2>'
        f'<button type="button" id="close" class="screen"{attributes(aria_label=say("close"))}>×</button>'
        f'<div id="told" aria-live="polite"><p class="soft">{text(hint)}</p></div></section>\n'
        f'<details class="card" id="contents" open><summary>{text(say("On this page"))}</summary>'
        f"<nav{attributes(aria_label=say('contents'))}>"
        f'<ul class="jumps"><li><a href="#body">{text(say("The body as it was"))}</a></li>{jumps}</ul>\n'
        f"{took}</nav></details></aside>"
    )


def _pick(rule: RuleTold, many: int) -> str:
    button = attributes(type="button", class_="pick", data_pick=rule.name, title=rule.why)
    return (
        f'<li><a href="{text(anchor(rule.name))}">{text(rule.name)}</a> <button{button}>{many}</button></li>'
    )


def _keys(say: Wording) -> str:
    keys: Iterable[tuple[str, str]] = (
        ("/", say("search")),
        ("n", say("next found")),
        ("j", say("next removed part")),
        ("k", say("removed part before")),
        ("1", say("everything")),
        ("2", say("article")),
        ("3", say("removed")),
        ("Esc", say("show everything again")),
    )
    told = "".join([f"<dt><kbd>{text(key)}</kbd></dt><dd>{text(said)}</dd>" for key, said in keys])
    head = f"<summary>{text(say('Keys'))} <kbd>?</kbd></summary>"
    return f'<details class="keys screen" id="keys">{head}<dl>{told}</dl></details>'
