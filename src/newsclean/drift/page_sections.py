"""The sections of a report's page below what moved: all that was counted, as tables and charts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newsclean.drift.charts import SERIES, bar, columns_by_month, distribution
from newsclean.drift.closer import Example, Failed
from newsclean.drift.findings import Report, command_of
from newsclean.drift.sections import by_size, length_at, with_rest
from newsclean.drift.sentences import percent, said_of_outlier
from newsclean.drift.signs import FIELDS
from newsclean.drift.tallies import Group, Part, Share
from newsclean.language import Wording
from newsclean.report.frame import attributes, link, text

__all__ = ["command", "explained", "sections"]

_LENGTHS = 6  # layouts whose lengths are drawn
_HOSTS = 200
_RULES = 25  # shown at once


def sections(report: Report, links: Mapping[str, str], say: Wording) -> Iterator[str]:
    """The sections, in their order."""
    parts = by_size(report)
    yield _layouts(report, parts, say)
    yield _fields(parts, say)
    yield _lengths(parts, say)
    if report.tally.errors:
        yield _errors(report, links, say)
    yield _hosts(report, say)
    yield _rules(report, say)
    if report.closer.outliers:
        yield _outliers(report, links, say)


def command(told: str, say: Wording) -> str:
    """A command, with a button that copies it."""
    button = attributes(type="button", data_copy=told, data_done=say("copied"))
    return f'<div class="command"><code>{text(told)}</code><button{button}>{text(say("copy"))}</button></div>'


def explained(one: Example | Failed, links: Mapping[str, str], say: Wording) -> str:
    """The link to a page's explanation where there is one, or the command that explains it."""
    if one.input in links:
        return f'<p><a class="its"{attributes(href=links[one.input])}>{text(say("its explanation"))}</a></p>'
    told = command_of(one)
    return command(told, say) if told else f'<p class="soft">{text(one.input)}</p>'


def _section(name: str, title: str, body: str) -> str:
    return f'<section id="{name}" class="card"><h2>{text(title)}</h2>{body}</section>'


def _table(head: Sequence[str], rows: Sequence[str], numbers: Sequence[int] = ()) -> str:
    cells = "".join(
        [
            f'<th scope="col"{attributes(class_="num" if at in numbers else None)}>{text(name)}</th>'
            for at, name in enumerate(head)
        ]
    )
    return (
        f'<div class="scroll" tabindex="0"><table class="facts"><thead><tr>{cells}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _row(name: str, cells: Sequence[str], layout: str | None = None) -> str:
    """A row of a table; the cells are HTML."""
    told = attributes(class_="item", data_layout=layout)
    return f'<tr{told}><th scope="row">{text(name)}</th>{"".join(cells)}</tr>'


def _number(number: int) -> str:
    return f'<td class="num">{number:,}</td>'


def _part(part: float) -> str:
    shown = percent(part)
    return f'<td class="num part">{shown}{bar(part, shown)}</td>'


# --- layouts, fields, lengths ------------------------------------------------------------------------------


def _layouts(report: Report, parts: Sequence[Part], say: Wording) -> str:
    head = (
        say("layout"),
        say("pages"),
        say("of all"),
        say("whole page"),
        say("low confidence"),
        say("warnings"),
        say("rules"),
    )
    rows = [
        _row(
            part.layout,
            [
                _number(part.pages),
                _part(part.pages / report.tally.pages),
                *[_part(_share(part, key).part) for key in ("route:page", "confidence:low", "warning:any")],
                f"<td><code>{text(part.rules or '–')}</code></td>",
            ],
            part.layout,
        )
        for part in parts
    ]
    names = [*dict.fromkeys(part.layout for part in parts)]
    legend = "".join([f'<li class="s{n}">{text(name)}</li>' for n, name in enumerate(names[:SERIES])])
    if len(names) > SERIES:
        legend += f'<li class="s{SERIES}">{text(say("others"))}</li>'
    chart = columns_by_month(report.tally.monthly, names, say("Pages by month of publication"))
    body = (
        f"{_table(head, rows, range(1, 6))}<h3>{text(say('Pages by month of publication'))}</h3>"
        f'{chart}<ul class="legend">{legend}</ul>'
    )
    return _section("layouts", say("Pages by layout"), body)


def _share(part: Part, key: str) -> Share:
    return part.signs.get(key, Share(0, 0))


def _fields(parts: Sequence[Part], say: Wording) -> str:
    rows = [
        _row(
            part.layout,
            [_number(part.pages), *[_heat(_share(part, f"field:{n}")) for n in FIELDS]],
            part.layout,
        )
        for part in parts
    ]
    head = (say("layout"), say("pages"), *FIELDS)
    table = _table(head, rows, range(1, len(head))).replace('class="facts"', 'class="facts heat"')
    return _section("fields", say("Fields that are found, in percent of a layout's pages"), table)


def _heat(share: Share) -> str:
    """A share as a cell with one of eleven colours."""
    shown = percent(share.part).removesuffix(" %")
    return f'<td class="num h{round(10 * share.part)}">{text(shown)}</td>'


def _lengths(parts: Sequence[Part], say: Wording) -> str:
    charts = "".join([_length(part, say) for part in parts[:_LENGTHS]])
    return _section("lengths", say("Characters of text"), f'<div class="charts">{charts}</div>')


def _length(part: Part, say: Wording) -> str:
    half = length_at(part, 0.5)
    name = say(
        "{layout}: half of {pages} pages have {half} characters or more",
        layout=part.layout,
        pages=f"{part.pages:,}",
        half=f"{half:,}",
    )
    return (
        f'<figure class="item"{attributes(data_layout=part.layout)}><figcaption>{text(name)}</figcaption>'
        f"{distribution(part.lengths.counts, name, half)}</figure>"
    )


# --- errors, hosts, rules ----------------------------------------------------------------------------------


def _errors(report: Report, links: Mapping[str, str], say: Wording) -> str:
    told = []
    for kind, share in sorted(report.tally.errors.items(), key=lambda item: -item[1].pages):
        pages = [one for one in report.closer.failed if one.kind == kind]
        shown = "".join(
            [f"<li>{link(one.url, one.message)}{explained(one, links, say)}</li>" for one in pages]
        )
        told.append(
            f'<details class="item"><summary><code>{text(kind)}</code> <span class="pill">{share.pages:,}</span>'
            f' <span class="soft">{percent(share.part)}</span></summary><ol class="pages">{shown}</ol></details>'
        )
    return _section("errors", say("Errors by kind"), "".join(told))


def _hosts(report: Report, say: Wording) -> str:
    columns = (say("inputs"), say("articles"), say("errors"), say("generic"), say("low confidence"))
    shown = with_rest([*report.tally.hosts.items()], _HOSTS, say)
    hosts = [_group(name, group, say) for name, group in shown]
    months = [_group(name, group, say) for name, group in report.tally.months.items()]
    body = _table((say("host"), *columns), hosts, range(1, 6))
    more = f"<details><summary>{text(say('By month of publication'))}</summary>"
    return _section(
        "hosts",
        say("Hosts"),
        f"{body}{more}{_table((say('month'), *columns), months, range(1, 6))}</details>",
    )


def _group(name: str, group: Group, say: Wording) -> str:
    numbers = (group.inputs, group.articles, group.errors, group.generic, group.low)
    return _row(name or say("(none)"), [_number(number) for number in numbers])


def _rules(report: Report, say: Wording) -> str:
    fired = list(report.tally.fired.items())
    most = max(report.tally.fired.values(), default=1)
    rows = [
        f'<tr class="item">{_number(number)}<td><code class="rule">newsclean rules {text(rule)}</code></td>'
        f'<td class="part">{bar(number / most, f"{number:,}")}</td></tr>'
        for rule, number in fired
    ]
    head = (say("removals"), say("rule"), "")
    body = f"<h3>{text(say('Rules that fire most'))}</h3>{_table(head, rows[:_RULES], (0,))}"
    if rows[_RULES:]:
        more = text(say("{number} more", number=f"{len(rows) - _RULES:,}"))
        body += f"<details><summary>{more}</summary>{_table(head, rows[_RULES:], (0,))}</details>"
    if report.never:
        names = " ".join(
            [
                f'<code class="item"{attributes(title=f"newsclean rules {name}")}>{text(name)}</code>'
                for name in report.never
            ]
        )
        note = text(
            say("{number} rules of {book} name no page.", number=f"{len(report.never):,}", book=report.book)
        )
        body += (
            f"<h3>{text(say('Rules that never fire'))}</h3><p>{note}</p>{command('newsclean rules NAME', say)}"
            f'<details><summary>{text(say("their names"))}</summary><p class="never">{names}</p></details>'
        )
    return _section("rules", say("Rules"), body)


# --- pages -------------------------------------------------------------------------------------------------


def _outliers(report: Report, links: Mapping[str, str], say: Wording) -> str:
    told = "".join([_outlier(one, links, say) for one in report.closer.outliers])
    return _section("outliers", say("Pages that stand out"), f'<ol class="pages">{told}</ol>')


def _outlier(one: Example, links: Mapping[str, str], say: Wording) -> str:
    why = "".join(
        [
            f'<span class="pill no">{text(said_of_outlier(sign, one.characters, say))}</span> '
            for sign in one.signs
        ]
    )
    told = attributes(class_="item", data_layout=one.layout, tabindex=-1)
    return (
        f'<li{told}><p>{link(one.url, one.title or one.input)} <span class="pill">{text(one.layout)}</span> {why}</p>'
        f"{explained(one, links, say)}</li>"
    )
