"""A report as sections for a terminal: titles, sentences and tables of plain text. How they are laid out, the command
decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclean.blocks import Value
from newsclean.drift.closer import Closer, Failed
from newsclean.drift.comparing import ERROR, Change, Comparison, Why
from newsclean.drift.findings import Report, command_of
from newsclean.drift.sentences import percent, said_chance, said_of, said_of_outlier
from newsclean.drift.signs import FIELDS
from newsclean.drift.tallies import Group, Part, Share
from newsclean.language import Wording
from newsclean.report.facts import flat

__all__ = [
    "Section",
    "by_size",
    "heading_of",
    "length_at",
    "notes_of",
    "sections_of",
    "title_of",
    "with_rest",
]

_ROWS = 15  # of hosts, months and rules


class Section(Value):
    """A title, sentences, and a table. Its columns are numbers, but for the first and those in ``texts``, by their
    place. A sentence that begins with two spaces is a command, to be copied as it is."""

    title: str
    notes: Sequence[str] = ()
    head: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    texts: frozenset[int] = frozenset((0,))


def sections_of(report: Report, say: Wording) -> Iterator[Section]:
    """The sections, in their order; those that would be empty are left out."""
    yield Section(title_of(report, say), notes_of(report, say))
    if report.comparison is not None:
        yield from _changes(report, say)
    if report.tally.parts:
        yield _layouts(report, say)
        yield Section(say("Fields that pages lack"), [_lacking(part, say) for part in by_size(report)])
    if report.tally.errors:
        yield _errors(report, say)
    hosts = with_rest([*report.tally.hosts.items()], _ROWS, say)
    yield _groups(say("Hosts"), say("host"), hosts, say)
    yield _groups(say("Months of publication"), say("month"), _months(report, say), say)
    yield _rules(report, say)
    if report.never:
        yield Section(say("Rules that never fire"), list(_never(report, say)))
    if report.closer.outliers:
        yield _outliers(report, say)


def title_of(report: Report, say: Wording) -> str:
    """What was read, in numbers."""
    tally = report.tally
    errors = sum(share.pages for share in tally.errors.values())
    return say(
        "{name}: {inputs} inputs, {articles} articles, {errors} errors, {copies} copies",
        name=flat(tally.name),
        inputs=f"{tally.inputs:,}",
        articles=f"{tally.pages:,}",
        errors=f"{errors:,}",
        copies=f"{tally.copies:,}",
    )


def notes_of(report: Report, say: Wording) -> list[str]:
    """By which rules the pages were made, and where that is odd."""
    made = report.tally.rules
    told = ", ".join([f"{rules or say('unknown rules')} ({pages:,})" for rules, pages in made.items()])
    notes = [say("made by {rules}", rules=flat(told))] if made else []
    if any(rules != report.book for rules in made):
        notes.append(
            say("This command reads by {book}: explanations of single pages may differ.", book=report.book)
        )
    if report.comparison is None:
        return notes
    notes.append(
        say(
            "held against {before} in {number} comparisons, with a chance of {error} for any false alarm",
            before=flat(report.comparison.before),
            number=f"{report.comparison.compared:,}",
            error=percent(ERROR),
        )
    )
    return [*notes, *_news(report.comparison, say)]


def _news(comparison: Comparison, say: Wording) -> Iterator[str]:
    """Which rules and layouts the batch before had no page of."""
    for rules, pages in comparison.new_rules.items():
        yield say(
            "{pages} pages were made by {rules}, which made no page before: what differs there is no drift.",
            pages=f"{pages:,}",
            rules=flat(rules) or say("unknown rules"),
        )
    for layout, pages in comparison.new_layouts.items():
        yield say(
            "The layout {layout} ({pages} pages) was not there before.",
            layout=flat(layout),
            pages=f"{pages:,}",
        )
    for host, inputs in comparison.new_hosts.items():
        yield say(
            "The host {host} ({inputs} inputs) was not there before: its pages may have other habits.",
            host=flat(host),
            inputs=f"{inputs:,}",
        )


def heading_of(why: Why, say: Wording) -> str:
    """The heading over changes of one kind."""
    if why == "drift":
        return say("What moved beyond noise")
    if why == "rules":
        return say("What differs between pages made by other rules")
    return say("What the batch holds more or less of")


def _changes(report: Report, say: Wording) -> Iterator[Section]:
    assert report.comparison is not None  # noqa: S101  # asked before
    if not report.comparison.drifted:
        yield Section(say("Nothing drifted."))
    for why in ("drift", "rules", "pages"):
        notes = []
        for at, change in enumerate(report.changes):
            if change.why == why:
                notes.append(flat(said_of(change, say)))
                notes.extend(f"  {flat(line)}" for line in _below(change, report.closer, at, say))
        if notes:
            yield Section(heading_of(why, say), notes)


def _below(change: Change, closer: Closer, at: int, say: Wording) -> Iterator[str]:
    """What is said below a change: how sure it is, its hosts, the rule's command, pages that show it."""
    yield said_chance(change, say)
    if len(closer.hosts[at]) > 1:
        yield ", ".join(
            [
                say(
                    "{host}: {share} of {of}",
                    host=host or say("(none)"),
                    share=percent(hits / of),
                    of=f"{of:,}",
                )
                for host, (hits, of) in closer.hosts[at].items()
            ]
        )
    if change.name.startswith("rule:"):
        yield f"newsclean rules {change.name.removeprefix('rule:')}"
    yield from [command for page in closer.examples[at][:2] if (command := command_of(page))]


def by_size(report: Report) -> list[Part]:
    """The pages of each layout and rules, the most first."""
    return sorted(report.tally.parts, key=lambda part: (-part.pages, part.layout))


def _layouts(report: Report, say: Wording) -> Section:
    head = (
        say("layout"),
        say("pages"),
        say("of all"),
        say("whole page"),
        say("low confidence"),
        say("warnings"),
        say("characters (5 %, half, 95 %)"),
    )
    rows = [_layout(part, report.tally.pages) for part in by_size(report)]
    return Section(say("Pages by layout"), head=head, rows=rows)


def _layout(part: Part, pages: int) -> tuple[str, ...]:
    signs = [part.signs.get(key, Share(0, 0)) for key in ("route:page", "confidence:low", "warning:any")]
    return (
        flat(part.layout),
        f"{part.pages:,}",
        percent(part.pages / pages),
        *[percent(share.part) for share in signs],
        " ".join([f"{length_at(part, quantile):,}" for quantile in (0.05, 0.5, 0.95)]),
    )


def length_at(part: Part, quantile: float) -> int:
    """The length of text, in characters, that a part of the pages stays below; to a twelfth of it."""
    below = 0
    for start, pages in part.lengths.counts.items():
        below += pages
        if below >= quantile * part.pages:
            return start
    return 0


def _lacking(part: Part, say: Wording) -> str:
    """Which fields the pages of a layout lack: what few lack first, then what none has."""
    shares = {name: part.signs.get(f"field:{name}", Share(0, 0)) for name in FIELDS}
    some = sorted(
        [name for name in FIELDS if 0 < shares[name].pages < shares[name].of], key=lambda n: -shares[n].part
    )
    told = [f"{name} {percent(1 - shares[name].part)}" for name in some]
    never = [name for name in FIELDS if not shares[name].pages]
    if never:
        told.append(say("all of {fields}", fields=", ".join(never)))
    return say(
        "{layout} ({pages}): {fields}",
        layout=flat(part.layout),
        pages=f"{part.pages:,}",
        fields="; ".join(told),
    )


def _never(report: Report, say: Wording) -> Iterator[str]:
    names = " ".join(report.never)
    number = f"{len(report.never):,}"
    yield say("{number} rules of {book} name no page: {names}", number=number, book=report.book, names=names)
    yield say("newsclean rules NAME shows a rule.")


def _errors(report: Report, say: Wording) -> Section:
    kinds = sorted(report.tally.errors.items(), key=lambda item: -item[1].pages)
    failed = {one.kind: one for one in reversed(report.closer.failed)}
    rows = [
        (flat(kind), f"{share.pages:,}", percent(share.part), flat(_failure(failed.get(kind))))
        for kind, share in kinds
    ]
    head = (say("error"), say("inputs"), say("of all"), say("for example"))
    return Section(say("Errors by kind"), head=head, rows=rows, texts=frozenset((0, 3)))


def _failure(failed: Failed | None) -> str:
    return "" if failed is None else f"{failed.input}: {failed.message}"


def with_rest(groups: Sequence[tuple[str, Group]], most: int, say: Wording) -> list[tuple[str, Group]]:
    """The first of some groups; where there are more than ``most``, a last one has the numbers of all others, so that
    the columns add up."""
    rest = [group for _, group in groups[most:]]
    if not rest:
        return [*groups]
    numbers = zip(
        *[(one.inputs, one.articles, one.errors, one.generic, one.low) for one in rest], strict=True
    )
    return [*groups[:most], (say("{number} more", number=f"{len(rest):,}"), Group(*map(sum, numbers)))]


def _months(report: Report, say: Wording) -> list[tuple[str, Group]]:
    """Pages without a date, what there is of earlier months, and the last months one by one."""
    undated = [item for item in report.tally.months.items() if not item[0]]
    dated = [item for item in report.tally.months.items() if item[0]]
    return [*undated, *with_rest(dated[::-1], _ROWS, say)[::-1]]


def _groups(title: str, column: str, groups: Sequence[tuple[str, Group]], say: Wording) -> Section:
    head = (column, say("inputs"), say("articles"), say("errors"), say("generic"), say("low confidence"))
    rows = [
        (
            flat(name) or say("(none)"),
            *[f"{n:,}" for n in (group.inputs, group.articles, group.errors, group.generic, group.low)],
        )
        for name, group in groups
    ]
    return Section(title, head=head, rows=rows)


def _rules(report: Report, say: Wording) -> Section:
    fired = list(report.tally.fired.items())
    rows = [(f"newsclean rules {flat(rule)}", f"{number:,}") for rule, number in fired[:_ROWS]]
    note = say("{number} rules removed something.", number=f"{len(fired):,}")
    return Section(say("Rules that fire most"), (note,), (say("rule"), say("removals")), rows)


def _outliers(report: Report, say: Wording) -> Section:
    notes = []
    for page in report.closer.outliers:
        why = ", ".join([said_of_outlier(sign, page.characters, say) for sign in page.signs])
        notes.append(flat(f"{page.layout}: {why}"))
        notes.append(f"  {flat(command_of(page) or page.input)}")
    return Section(say("Pages that stand out"), notes)
