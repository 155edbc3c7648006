"""The command ``newsclean rules``: the book listed and searched, would-be rules tried on pages, files of rules
checked."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, get_args

import click

from newsclean.cli.command import Command, manner_of
from newsclean.cli.manner import Manner
from newsclean.cli.options import files
from newsclean.cli.own_rules import WrongRules, own_rules
from newsclean.cli.rule_text import (
    Told,
    as_dict,
    brief,
    check_line,
    kind_of,
    outcome_lines,
    texts_of,
    trial_line,
    whole,
)
from newsclean.cli.streams import flat_and_masked
from newsclean.cli.wrapping import wrapped
from newsclean.errors import RulesError
from newsclean.language import Wording, wording
from newsclean.rules import Element, Form, Line, Question, Rules, default_rules
from newsclean.rules.built_in import BUILT_IN
from newsclean.rules.rows import Row, Where

if TYPE_CHECKING:
    from newsclean.report.trial import Outcome

__all__ = ["rules"]

_KINDS = [kind.__name__.lower() for kind in get_args(Row)] + ["question", "built-in"]
_PAGES = (".html", ".htm", ".shtml", ".xhtml", ".md", ".markdown")
_WRONG = RulesError.exit_code

EPILOG = """\b
Examples:
  newsclean rules QR --kind line
  newsclean rules follow-us
  newsclean rules --try page.html pages/ --line '.{0,9}PATTERN.{0,9}' --where end
  newsclean rules --try page.html --element .shop-card
  newsclean rules --check mine.toml

Exit codes: 0 done, 1 nothing found, 2 usage or something wrong in a file."""


@click.command(cls=Command, short_help="List, search, try and check rules.", epilog=EPILOG)
@click.argument("words", nargs=-1, metavar="[WORDS|PAGES|FILES]...", shell_complete=files)
@click.option("--kind", type=click.Choice(_KINDS), help="Rows of this kind alone.")
@click.option("--full", is_flag=True, help="All of each row: forms, what they take, what they spare.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="json: an object a line."
)
@click.option(
    "--try", "tries", is_flag=True, help="Try a rule that is not there yet on PAGES, files or folders."
)
@click.option("--line", metavar="PATTERN", help="With --try: the form of a line rule.")
@click.option(
    "--element", metavar="SELECTOR", help="With --try: .class, .begin*, #id, tag, [name], [name=value]."
)
@click.option(
    "--where",
    type=click.Choice(get_args(Where)),
    help="With --line: where it stands; edges if not said.",
)
@click.option(
    "--most", type=click.IntRange(min=1), help="With --line: the longest it may touch; 160 if not said."
)
@click.option(
    "--like", metavar="NAME", help="With --line: where, most and what spares are those of this row."
)
@click.option(
    "--check",
    "checks",
    is_flag=True,
    help="Check FILES of your own rules, and try their examples.",
)
@own_rules
@click.pass_context
def rules(ctx: click.Context, /, words: tuple[str, ...], rules: Rules | None, **given: Any) -> None:
    """List the rules of the book, with the reason of each; those that hold all WORDS, where there are any. The full
    name of a rule shows all of it."""
    book, manner = rules or default_rules(), manner_of(ctx)
    if given["tries"] and given["checks"]:
        raise click.UsageError("--try and --check are two things", ctx)
    if (given["tries"] or given["checks"]) and not words:
        raise click.UsageError(
            "it needs pages to try on" if given["tries"] else "it needs a file to check", ctx
        )
    if given["checks"]:
        ctx.exit(_check(words, book, manner, as_json=given["form"] == "json"))
    if given["tries"]:
        ctx.exit(_try(ctx, words, book, given))
    if given["line"] or given["element"]:
        raise click.UsageError("--line and --element go with --try and the pages to try on", ctx)
    ctx.exit(_list(words, book, given, manner))


# --- listing -----------------------------------------------------------------------------------------------


def _list(words: Sequence[str], book: Rules, given: dict[str, Any], manner: Manner) -> int:
    say = manner.say
    rows = [row for row in _everything(book) if given["kind"] in (None, kind_of(row))]
    named = [row for row in rows if len(words) == 1 and row.name == words[0]]
    found = named or [row for row in rows if _holds(row, words)]
    show = whole if named or given["full"] else brief
    for row in found:
        if given["form"] == "json":
            click.echo(json.dumps(as_dict(row), ensure_ascii=False))
        else:
            click.echo("\n".join([*show(row, say), *_answers(row, book, say)]))
    if not found:
        click.echo(say("newsclean: no rule holds {words}", words=" ".join(words)), err=True)
    manner.detail(
        say(
            "newsclean: {found} of {rows} rules, book {digest}",
            found=len(found),
            rows=len(rows),
            digest=book.digest,
        )
    )
    return 0 if found else 1


def _answers(row: Any, book: Rules, say: Wording) -> Iterator[str]:
    """The wordings that answer a question."""
    if isinstance(row, Question):
        names = [wording.name for wording in book.wordings if wording.asks == row.name]
        yield from wrapped(" ".join(names), say("    answered by  "))


def _everything(book: Rules) -> Iterator[Any]:
    yield from book
    yield from book.questions.values()
    yield from (Told(name, why) for name, why in BUILT_IN.items() if name not in book.by_name)


def _holds(row: Any, words: Sequence[str]) -> bool:
    """Whether each word stands somewhere in a row, or in its reason in any language; case does not count."""
    reason = wording("zh").why(row.name, row.why) if words else ""
    texts = [text.lower() for text in (*texts_of(row), reason)]
    return all(any(word.lower() in text for text in texts) for word in words)


# --- trying ------------------------------------------------------------------------------------------------


def _try(ctx: click.Context, pages: Sequence[str], book: Rules, given: dict[str, Any]) -> int:
    from newsclean.report.trial import Trial

    if (given["line"] is None) == (given["element"] is None):
        raise click.UsageError("--try needs --line 'PATTERN' or --element 'SELECTOR'", ctx)
    is_element = given["element"] is not None
    try:
        row = _element(ctx, given["element"]) if is_element else _line(ctx, book, given)
        trial = Trial(row, book)
    except RulesError as error:
        raise WrongRules(error) from error
    outcomes, manner = [], manner_of(ctx)
    say = manner.say
    for path in _pages(ctx, pages):
        began = perf_counter()
        outcome = trial.on(str(path), path.read_bytes())
        outcomes.append(outcome)
        took = say("read three times, {seconds:.3f} s", seconds=perf_counter() - began)
        manner.detail(f"newsclean: {flat_and_masked(str(path))}: {took}")
        if given["form"] == "json":
            click.echo(json.dumps(_outcome_dict(outcome), ensure_ascii=False))
        elif (len(pages) == 1 and path == Path(pages[0])) or _is_telling(outcome):
            click.echo("\n".join(outcome_lines(outcome, say, element=is_element)))
    if given["form"] == "text":
        click.echo(trial_line(outcomes, say, element=is_element))
    return 0


def _is_telling(outcome: Outcome) -> bool:
    return bool(outcome.takes or outcome.beyond or outcome.near or outcome.breaks)


def _outcome_dict(outcome: Outcome) -> dict[str, Any]:
    listed = {name: [one._asdict() for one in getattr(outcome, name)] for name in ("takes", "beyond", "near")}
    return {**outcome._asdict(), **listed}


def _line(ctx: click.Context, book: Rules, given: dict[str, Any]) -> Line:
    from newsclean.report.trial import NAME

    like = book.by_name.get(given["like"] or "")
    if given["like"] and not isinstance(like, Line):
        raise click.UsageError(f"--like: there is no line rule {given['like']!r}", ctx)
    where = given["where"] or (like.where if isinstance(like, Line) else "edges")
    row = Line(NAME, "A rule that is tried.", where, (Form(given["line"]),))
    if isinstance(like, Line):
        row = row._replace(most=like.most, unless=like.unless, invites=like.invites)
    return row if given["most"] is None else row._replace(most=given["most"])


def _element(ctx: click.Context, selector: str) -> Element:
    """The element row of a selector of one step."""
    from newsclean.report.trial import NAME

    mark, name = selector[:1], selector[1:]
    fields: dict[str, Any]
    if mark == "[" and selector.endswith("]"):
        attribute, given, value = name[:-1].partition("=")
        fields = {"attrs": ((attribute, value.strip("'\"") if given else None),)}
    elif mark in ("#", "."):
        whole_name, begins = ("ids", "id_starts") if mark == "#" else ("classes", "class_starts")
        fields = {begins: (name[:-1],)} if name.endswith("*") else {whole_name: (name,)}
    else:
        fields = {"tags": (selector.lower(),)}
    written = next(iter(fields.values()))[0]
    if not (written if isinstance(written, str) else written[0]).replace("-", "").replace("_", "").isalnum():
        raise click.UsageError(
            f"--element: {selector!r} is none of .class, #id, tag, [name], [name=value]", ctx
        )
    return Element(NAME, "A rule that is tried.", **fields)


def _pages(ctx: click.Context, given: Sequence[str]) -> Iterator[Path]:
    """The files that were named, and the pages in folders that were."""
    for name in given:
        path = Path(name)
        if path.is_dir():
            for folder, folders, files in os.walk(path):
                folders[:] = sorted(each for each in folders if not each.startswith("."))
                yield from (Path(folder, file) for file in sorted(files) if file.lower().endswith(_PAGES))
        elif path.is_file():
            yield path
        else:
            raise click.UsageError(f"{name}: there is no such file or folder", ctx)


# --- checking ----------------------------------------------------------------------------------------------


def _check(files: Sequence[str], book: Rules, manner: Manner, *, as_json: bool) -> int:
    """Check files one after another, each with those before it in the book; 2 where anything is wrong."""
    from newsclean.report.facts import flat
    from newsclean.rules.given import rules_of
    from newsclean.rules.review import examples_in, review

    code = 0
    for file in files:
        try:
            mine = rules_of(file)
            findings = review(mine, book)
        except RulesError as error:
            for told in error.details.get("all", (error.message,)):
                click.echo(f"newsclean: {flat(told)}", err=True)
            return _WRONG
        for finding in findings:
            if as_json:
                click.echo(json.dumps({"file": file, **finding._asdict()}, ensure_ascii=False))
            else:
                click.echo(f"{file}: {'error' if finding.wrong else 'warning'}: {finding}")
        wrong = sum(finding.wrong for finding in findings)
        if not as_json:
            click.echo(
                f"{file}: {check_line(mine, sum(map(examples_in, mine)), wrong, len(findings), manner.say)}"
            )
        if wrong:
            code = _WRONG
        else:
            book = book.with_(mine)
    return code
