"""A report as one HTML page: what moved, with charts and examples, and below it all that was counted, to be searched
and filtered. Its style is report/drift.css, its script report/drift.js.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newsclean.drift.charts import bar, share_by_day
from newsclean.drift.closer import Example, Failed
from newsclean.drift.comparing import Why
from newsclean.drift.findings import Report
from newsclean.drift.page_sections import command, explained, sections
from newsclean.drift.sections import heading_of, notes_of
from newsclean.drift.sentences import percent, percents, said_chance, said_of, subject_of
from newsclean.language import Wording, wording
from newsclean.report.frame import attributes, link, page, text

__all__ = ["to_page"]

_SHOWN = 3  # pages that show a change
_WHYS: tuple[Why, ...] = ("drift", "rules", "pages")


def to_page(report: Report, *, say: Wording | None = None, links: Mapping[str, str] | None = None) -> str:
    """The page, to be written as UTF-8. ``say`` has the language (None: English); ``links`` are addresses of the pages
    that explain single pages, relative to this one, by the name of their input."""
    say = say or wording("en")
    links = links or {}
    body = (
        f'<a class="skip" href="#found">{text(say("to the report"))}</a>'
        f"{_header(report, say)}{_tools(report, say)}"
        f'<main id="found">{_changes(report, links, say)}{"".join(sections(report, links, say))}</main>'
    )
    title = f"{_verdict(report, say)} – {report.tally.name}"
    return page(title, body, say=say, assets=("drift.css", "drift.js"), footer=_keys(say))


# --- the head ----------------------------------------------------------------------------------------------


def _verdict(report: Report, say: Wording) -> str:
    if report.comparison is None:
        return say(
            "{inputs} inputs, {articles} articles",
            inputs=f"{report.tally.inputs:,}",
            articles=f"{report.tally.pages:,}",
        )
    number = len(report.comparison.of("drift"))
    if not number:
        return say("Nothing drifted.")
    return say("{number} thing drifted" if number == 1 else "{number} things drifted", number=f"{number:,}")


def _header(report: Report, say: Wording) -> str:
    kicker = say("{program} reports on {name}", program="newsclean", name=report.tally.name)
    state = "none" if report.comparison is None else "no" if report.drifted else "yes"
    notes = "".join([f"<p>{text(note)}</p>" for note in notes_of(report, say)])
    tiles = "".join([_tile(*tile) for tile in _tiles(report, say)])
    return (
        f'<header><p class="kicker">{text(kicker)}</p><h1 class="verdict {state}">{text(_verdict(report, say))}</h1>'
        f'<dl class="tiles">{tiles}</dl><div class="notes soft">{notes}</div></header>'
    )


def _tiles(report: Report, say: Wording) -> Iterator[tuple[str, int, int]]:
    """What is told in large numbers: the name, how many, of how many."""
    tally = report.tally
    pages = tally.pages
    errors = sum(share.pages for share in tally.errors.values())
    yield say("inputs"), tally.inputs, 0
    yield say("articles"), pages, tally.inputs
    yield say("errors"), errors, tally.inputs
    for name, key in (
        (say("without a layout"), None),
        (say("read as a whole page"), "route:page"),
        (say("low confidence"), "confidence:low"),
    ):
        if key is None:
            found = sum(part.pages for part in tally.parts if part.layout == "generic")
        else:
            found = sum(part.signs[key].pages for part in tally.parts if key in part.signs)
        yield name, found, pages


def _tile(name: str, number: int, of: int) -> str:
    part = f"<small>{percent(number / of)}</small>{bar(number / of, percent(number / of))}" if of else ""
    return f"<div><dt>{text(name)}</dt><dd>{number:,} {part}</dd></div>"


def _tools(report: Report, say: Wording) -> str:
    layouts = sorted({part.layout for part in report.tally.parts})
    options = "".join([f"<option{attributes(value=layout)}>{text(layout)}</option>" for layout in layouts])
    every = f'<option value="">{text(say("all layouts"))}</option>'
    jumps = "".join([f'<a href="#{name}">{text(title)}</a>' for name, title in _jumps(report, say)])
    search = attributes(
        placeholder=say("Search  /"), aria_label=say("Search"), data_none=say("Nothing is left.")
    )
    return (
        f'<div class="tools screen"><div><input type="search" id="search"{search}>'
        f'<select id="layout"{attributes(aria_label=say("layout"))}>{every}{options}</select>'
        f'<output id="left"></output></div><nav>{jumps}</nav></div>'
    )


def _jumps(report: Report, say: Wording) -> Iterator[tuple[str, str]]:
    if report.changes:
        yield "moved", say("What moved")
    yield "layouts", say("Layouts")
    yield "fields", say("Fields")
    yield "lengths", say("Lengths")
    if report.tally.errors:
        yield "errors", say("Errors")
    yield "hosts", say("Hosts")
    yield "rules", say("Rules")
    if report.closer.outliers:
        yield "outliers", say("Pages")


def _keys(say: Wording) -> str:
    keys = (("/", say("search")), ("j k", say("next and previous")), ("Esc", say("all again")))
    told = " ".join([f"<span><kbd>{key}</kbd> {text(what)}</span>" for key, what in keys])
    return f'<p class="keys screen">{told}</p>'


# --- what moved --------------------------------------------------------------------------------------------


def _changes(report: Report, links: Mapping[str, str], say: Wording) -> str:
    if report.comparison is None:
        return ""
    told = []
    for why in _WHYS:
        cards = [_change(report, at, links, say) for at, one in enumerate(report.changes) if one.why == why]
        if cards:
            told.append(f'<h2 class="group {why}">{text(heading_of(why, say))}</h2>{"".join(cards)}')
    return f'<section id="moved">{"".join(told)}</section>' if told else ""


def _change(report: Report, at: int, links: Mapping[str, str], say: Wording) -> str:
    change, days, pages = report.changes[at], report.closer.days[at], report.closer.examples[at]
    now, before = percents(change.now.part, change.before.part)
    said, subject = text(said_of(change, say)).replace(" %", "&nbsp;%"), subject_of(change, say)
    sure = text(said_chance(change, say))
    was = _row(say("before"), before, change.before.part, change.before.of, "was")
    is_now = _row(say("now"), now, change.now.part, change.now.of, "is")
    rule = change.name.removeprefix("rule:") if change.name.startswith("rule:") else None
    left = [
        f'<div class="pair"><dl>{was}{is_now}</dl><p class="soft">{sure}</p></div>',
        share_by_day(days, change.before.part, subject, say("{share} before", share=before)),
        _by_host(report.closer.hosts[at], say),
        command(f"newsclean rules {rule}", say) if rule else "",
    ]
    shown = "".join([_page(one, links, say) for one in pages[:_SHOWN]])
    head = text(say("Pages that show it"))
    right = (
        f'<details open><summary>{head}</summary><ol class="pages">{shown}</ol></details>' if pages else ""
    )
    return (
        f'<article class="card change item"{attributes(data_layout=change.layout, tabindex=-1)}><h3>{said}</h3>'
        f'<div class="sides"><div>{"".join(left)}</div>{right}</div></article>'
    )


def _by_host(hosts: Mapping[str, tuple[int, int]], say: Wording) -> str:
    """The share of each host's pages, where there are several hosts."""
    if len(hosts) < 2:
        return ""
    rows = [
        _row(host or say("(none)"), percent(hits / of), hits / of, of, "is")
        for host, (hits, of) in hosts.items()
    ]
    return f'<div class="pair hosts"><dl>{"".join(rows)}</dl></div>'


def _row(name: str, said: str, part: float, of: int, kind: str) -> str:
    shown = f"{bar(part, said)} <b>{text(said)}</b> <small>/ {of:,}</small>"
    return f'<div class="{kind}"><dt>{text(name)}</dt><dd>{shown}</dd></div>'


def _page(one: Example | Failed, links: Mapping[str, str], say: Wording) -> str:
    title = one.message if isinstance(one, Failed) else one.title or "–"
    return f"<li>{link(one.url, title)}{explained(one, links, say)}</li>"
