"""The sections of an explanation's page below its body: metadata, layouts, passes, confidence, warnings, rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from newsclean.blocks import Evidence
from newsclean.explaining import CandidateTried, Claim, Explanation, PassDone, Provenance
from newsclean.language import Wording
from newsclean.report.frame import attributes, text
from newsclean.report.rows import RuleTold
from newsclean.report.wording import (
    fields_told,
    idle_told,
    miss_told,
    outcomes_told,
    pass_did,
    passes_told,
    short_path,
    signs_told,
)

__all__ = ["all_of", "named", "rules_of"]


def named(say: Wording) -> list[tuple[str, str]]:
    """The sections, by the names of their anchors."""
    return [
        ("metadata", say("Metadata and where it came from")),
        ("layouts", say("Layouts that were tried")),
        ("passes", say("What the cleaner did")),
        ("confidence", say("Confidence in parts")),
        ("rules", say("The rules")),
    ]


def all_of(explanation: Explanation, say: Wording) -> Iterator[str]:
    """The sections that have anything to say, but for the rules."""
    titles = dict(named(say))
    yield _section("metadata", titles["metadata"], _metadata(explanation.provenance, say))
    yield _section("layouts", titles["layouts"], _layouts(explanation, say))
    yield _section("passes", titles["passes"], _passes(explanation.passes, say))
    evidence = explanation.article.evidence if explanation.article is not None else ()
    yield _section("confidence", titles["confidence"], _evidence(evidence, explanation.warnings, say))


def rules_of(rules: Sequence[RuleTold], counted: Mapping[str, int], say: Wording) -> str:
    """Each rule that took something: why, its row, its examples, its command."""
    told = "\n".join([_rule(rule, counted.get(rule.name, 0), say) for rule in rules])
    return _section("rules", dict(named(say))["rules"], told or _nothing(say))


def _section(name: str, title: str, inside: str) -> str:
    return f'<section class="card" id="{name}" tabindex="-1"><h2>{text(title)}</h2>\n{inside}\n</section>'


def _nothing(say: Wording) -> str:
    return f'<p class="soft">{text(say("Nothing to tell here."))}</p>'


# --- metadata ----------------------------------------------------------------------------------------------------


def _metadata(provenance: Sequence[Provenance], say: Wording) -> str:
    names = fields_told(say)
    present = [told for told in provenance if told.value is not None]
    absent = [told for told in provenance if told.value is None]
    rows = "\n".join([_field(names[told.field], told, say) for told in present])
    lost = "\n".join([_field(names[told.field], told, say) for told in absent if told.lost])
    without = ", ".join([names[told.field] for told in absent if not told.lost])
    note = f'<p class="soft">{text(say("Not on the page: {what}", what=without))}</p>' if without else ""
    return f'<dl class="fields">{rows}{lost}</dl>{note}' if provenance else _nothing(say)


def _field(name: str, told: Provenance, say: Wording) -> str:
    value = f'<span lang="zh-CN">{text(told.value)}</span>' if told.value else '<span class="soft">—</span>'
    parts = [f'<dd class="value">{value}</dd>']
    if told.claim is not None:
        parts.append(f'<dd class="from">{_claim(told.claim, with_value=False)}</dd>')
    others = (*told.lost, *told.agree)
    if others:
        label = say(
            "others that lost: {lost}, that agree: {agree}", lost=len(told.lost), agree=len(told.agree)
        )
        listed = "".join([f"<li>{_claim(claim, with_value=claim in told.lost)}</li>" for claim in others])
        parts.append(
            f'<dd><details><summary class="soft">{text(label)}</summary><ul>{listed}</ul></details></dd>'
        )
    return f"<div><dt>{text(name)}</dt>{''.join(parts)}</div>"


def _claim(claim: Claim, *, with_value: bool) -> str:
    value = f'<span lang="zh-CN">{text(claim.value)}</span> ' if with_value else ""
    path = f" <code>{text(short_path(claim.path))}</code>" if claim.path else ""
    said = f' <q lang="zh-CN">{text(claim.text)}</q>' if claim.text and claim.text != claim.value else ""
    return f'{value}<span class="pill">{text(claim.by)}</span>{path}{said}'


# --- layouts and candidates --------------------------------------------------------------------------------------


def _layouts(explanation: Explanation, say: Wording) -> str:
    if not explanation.layouts:
        return _nothing(say)
    rows = [
        f'<tr><th scope="row"><code>{text(tried.name)}</code></th>'
        f'<td class="{"yes" if tried.miss is None else "soft"}">{text(miss_told(tried, say))}</td></tr>'
        for tried in explanation.layouts
    ]
    table = f'<div class="scroll"><table class="facts"><tbody>{"".join(rows)}</tbody></table></div>'
    if not explanation.candidates:
        return table
    heading = text(say("No layout fits: bodies that could be"))
    return f"{table}<h3>{heading}</h3>{_candidates(explanation.candidates, say)}"


def _candidates(candidates: Sequence[CandidateTried], say: Wording) -> str:
    heads = [
        say("body"),
        say("score"),
        say("prose"),
        say("characters"),
        say("headline"),
        say("pointed at by"),
        "",
    ]
    head = "".join([f'<th scope="col">{text(name)}</th>' for name in heads])
    rows = "".join([_candidate(one, say) for one in candidates])
    return (
        f'<div class="scroll"><table class="facts"><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _candidate(one: CandidateTried, say: Wording) -> str:
    numbers = (f"{one.score:.2f}", f"{one.prose:,.0f}", f"{one.size:,}", f"{one.said:.0%}")
    cells = "".join([f'<td class="num">{number}</td>' for number in numbers])
    why = f": {one.why}" if one.why else ""
    mark = "yes" if one.outcome == "chosen" else "soft"
    return (
        f'<tr><th scope="row"><code>{text(short_path(one.path))}</code></th>{cells}'
        f"<td>{text(', '.join(one.voices))}</td>"
        f'<td class="{mark}">{text(outcomes_told(say)[one.outcome])}{text(why)}</td></tr>'
    )


# --- passes ------------------------------------------------------------------------------------------------------


def _passes(passes: Sequence[PassDone], say: Wording) -> str:
    if not passes:
        return _nothing(say)
    told = passes_told(say)
    rows = "".join(
        [
            f'<tr><th scope="row"><code>{text(done.name)}</code></th><td>{text(told.get(done.name, ""))}</td>'
            f"<td>{text(did)}</td></tr>"
            for done in passes
            if (did := pass_did(done, say))
        ]
    )
    table = f'<div class="scroll"><table class="facts passes"><tbody>{rows}</tbody></table></div>'
    return f'{table}<p class="soft">{text(idle_told(passes, say))}</p>'


# --- confidence --------------------------------------------------------------------------------------------------


def _evidence(evidence: Sequence[Evidence], warnings: Sequence[str], say: Wording) -> str:
    names = signs_told(say)
    marks = {
        True: ("yes", say("held")),
        False: ("no", say("did not hold")),
        None: ("unasked", say("could not be asked")),
    }
    rows = "".join(
        [
            f'<tr><th scope="row">{text(names.get(one.name, one.name))}</th>'
            f'<td><span class="pill {marks[one.held][0]}">{text(marks[one.held][1])}</span></td>'
            f'<td class="num">{one.weight:.2f}</td><td class="soft">{text(one.note)}</td></tr>'
            for one in evidence
        ]
    )
    table = f'<div class="scroll"><table class="facts"><tbody>{rows}</tbody></table></div>' if rows else ""
    listed = "".join([f"<li>{text(warning)}</li>" for warning in warnings])
    below = f'<h3>{text(say("Warnings"))}</h3><ul lang="en">{listed}</ul>' if listed else ""
    return table + below or _nothing(say)


# --- rules -------------------------------------------------------------------------------------------------------


def _rule(rule: RuleTold, many: int, say: Wording) -> str:
    label = say("took {many} here", many=many)
    examples = _listed(say("takes"), rule.takes, "takes") + _listed(say("spares"), rule.spares, "spares")
    forms = "".join([f"<li><code>{text(form)}</code></li>" for form in rule.forms])
    facts = "".join(
        [f"<dt>{text(name)}</dt><dd><code>{text(value)}</code></dd>" for name, value in rule.facts]
    )
    copy = attributes(type="button", data_copy=rule.command, data_done=say("copied"))
    more = (
        f'<p class="soft">{text(say("{many} more are in the book:", many=rule.more))}</p>'
        if rule.more
        else ""
    )
    row = f'<dl class="row">{facts}</dl>' if facts else ""
    patterns = f'<h4>{text(say("its forms"))}</h4><ul class="forms">{forms}</ul>' if forms else ""
    name = text(rule.name)
    return (
        f'<details class="rule" id="rule-{text(quote(rule.name, safe=""))}" data-name="{name}">'
        f'<summary><code>{name}</code> <span class="pill">{text(rule.kind)}</span> '
        f'<span class="pill no">{text(label)}</span><span class="why">{text(rule.why)}</span></summary>\n'
        f"{row}{patterns}{examples}{more}"
        f'<div class="command"><code>{text(rule.command)}</code><button{copy}>{text(say("copy"))}</button></div>'
        "</details>"
    )


def _listed(label: str, examples: Sequence[str], kind: str) -> str:
    if not examples:
        return ""
    items = "".join([f'<li lang="zh-CN">{text(example)}</li>' for example in examples])
    return f'<h4>{text(label)}</h4><ul class="{kind}">{items}</ul>'
