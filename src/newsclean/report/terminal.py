"""An explanation on a terminal: wrapped to its width, aligned and coloured, by rich, which is loaded here alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from newsclean.explaining import Explanation, Place
from newsclean.language import Wording, language, wording
from newsclean.report.facts import flat, standing_of
from newsclean.report.lines import shown
from newsclean.report.rows import rule_told
from newsclean.report.wording import (
    fields_told,
    idle_told,
    marks_told,
    miss_told,
    outcomes_told,
    pass_did,
    passes_told,
    short_path,
    signs_told,
    where_told,
)
from newsclean.rules import Rules, default_rules

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

__all__ = ["to_terminal"]

_COLOURS = {True: "green", False: "red", None: "dim"}
_MOST = 400
"""Characters of a removed part that are shown."""


def to_terminal(
    explanation: Explanation,
    *,
    rules: Rules | None = None,
    say: Wording | None = None,
    source: str = "",
    given: Sequence[str] = (),
    width: int | None = None,
) -> str:
    """The explanation with the codes that colour it. ``rules`` is the book that the page was read by (None: the
    library's own), ``say`` the language (None: the environment's), ``source`` what was read, ``given`` the rules of
    one's own in the book, as ``--rules`` names them, ``width`` the columns of the terminal (None: asked of it)."""
    from rich.console import Console

    console = Console(width=width, force_terminal=True, highlight=False, emoji=False, markup=False)
    with console.capture() as captured:
        _Writer(console, say or wording(language()), rules or default_rules(), given).write(explanation)
    return captured.get()


class _Writer:
    """Writes one explanation to a console."""

    def __init__(self, console: Console, say: Wording, book: Rules, given: Sequence[str]) -> None:
        self.console, self.say, self.book, self.given = console, say, book, given

    def write(self, explanation: Explanation) -> None:
        say, refused = self.say, explanation.refused
        self._print(explanation.title or say("(no title)"), "bold")
        if refused is not None:
            self._print(f"{say('No article:')} {refused.message} ({refused.kind})", "bold red")
        table = self._table()
        for name, value in standing_of(explanation, say):
            self._row(table, (name, "dim"), (value, ""))
        self.console.print(table)
        self._metadata(explanation)
        self._layouts(explanation)
        self._passes(explanation)
        self._confidence(explanation)
        self._body(explanation.places)
        self._rules(explanation.places)
        for number, warning in enumerate(explanation.warnings):
            if not number:
                self._head(say("Warnings"))
            self._print(f"  {warning}", "yellow")

    # --- parts -------------------------------------------------------------------------------------------------

    def _metadata(self, explanation: Explanation) -> None:
        if not explanation.provenance:
            return
        self._head(self.say("Metadata and where it came from"))
        names, table = fields_told(self.say), self._table()
        for told in explanation.provenance:
            parts = [(told.value if told.value is not None else "—", "" if told.value is not None else "dim")]
            if told.claim is not None:
                parts.append((f"\n← {told.claim.by} · {short_path(told.claim.path)}", "dim cyan"))
            if told.agree:
                parts.append((f"\n{self.say('nodes that agree: {many}', many=len(told.agree))}", "dim"))
            for claim in told.lost:
                parts.append((f"\n{self.say('lost')}: {claim.value}", "dim"))
                parts.append((f" ← {claim.by} · {short_path(claim.path)}", "dim cyan"))
            self._row(table, (names[told.field], "dim"), *parts)
        self.console.print(table)

    def _layouts(self, explanation: Explanation) -> None:
        if not explanation.layouts:
            return
        self._head(self.say("Layouts that were tried"))
        table = self._table()
        for tried in explanation.layouts:
            style = "green" if tried.miss is None else "dim"
            self._row(table, (tried.name, style), (miss_told(tried, self.say), style))
        self.console.print(table)
        if not explanation.candidates:
            return
        self._head(self.say("No layout fits: bodies that could be"))
        table, outcomes = self._table(), outcomes_told(self.say)
        for one in explanation.candidates:
            style = "green" if one.outcome == "chosen" else ""
            voices = f" ({', '.join(one.voices)})" if one.voices else ""
            said = self.say("{share} of the headline is said", share=f"{one.said:.0%}")
            parts = [
                (f"{short_path(one.path)}{voices}", style),
                (f"\n{outcomes[one.outcome]}{': ' + one.why if one.why else ''}; {said}", "dim"),
            ]
            self._row(table, (f"{one.score:.2f}", style), *parts)
        self.console.print(table)

    def _passes(self, explanation: Explanation) -> None:
        if not explanation.passes:
            return
        self._head(self.say("What the cleaner did"))
        table, told = self._table(), passes_told(self.say)
        for done in explanation.passes:
            if did := pass_did(done, self.say):
                self._row(table, (done.name, ""), (did, ""), (f"\n{told.get(done.name, '')}", "dim"))
        self.console.print(table)
        self._print(idle_told(explanation.passes, self.say), "dim")

    def _confidence(self, explanation: Explanation) -> None:
        article = explanation.article
        if article is None:
            return
        self._head(f"{self.say('confidence')} {article.confidence:.2f}")
        table, names, marks = self._table(), signs_told(self.say), marks_told(self.say)
        for one in article.evidence:
            parts = [(marks[one.held], _COLOURS[one.held]), (f" {one.weight:.2f}  {one.note}", "dim")]
            self._row(table, (names.get(one.name, one.name), ""), *parts)
        self.console.print(table)

    def _body(self, places: tuple[Place, ...]) -> None:
        self._head(self.say("The body as it was"))
        table, where = self._table(), where_told(self.say)
        for is_noise, group in groupby(places, lambda place: place.noise):
            if is_noise:
                counted = Counter([place.rule or "" for place in group])
                told = ", ".join([f"{rule} × {many}" if many > 1 else rule for rule, many in counted.items()])
                self._row(table, ("·", "dim"), (self.say("not seen by readers: {what}", what=told), "dim"))
                continue
            for place in group:
                words = shown(place, self.say)
                if place.block is not None:
                    self._row(table, ("", ""), (words, ""))
                else:
                    parts = [(words[:_MOST], "strike dim"), (f"\n{where[place.where]} · {place.path}", "dim")]
                    self._row(table, (place.rule or "", "red"), *parts)
        self.console.print(table)

    def _rules(self, places: tuple[Place, ...]) -> None:
        counted = Counter([place.rule for place in places if place.rule is not None])
        self._head(
            self.say("removed {things} things by {rules} rules", things=counted.total(), rules=len(counted))
        )
        table = self._table()
        for name, many in counted.most_common():
            told = rule_told(self.book, name, self.say, self.given)
            parts = [(told.why, ""), (f"\n{told.command}", "dim cyan")]
            self._row(table, (f"{name} × {many}" if many > 1 else name, "red"), *parts)
        self.console.print(table)

    # --- lines -------------------------------------------------------------------------------------------------

    def _head(self, words: str) -> None:
        self.console.print()
        self._print(words, "bold underline")

    def _print(self, words: str, style: str) -> None:
        from rich.text import Text

        self.console.print(Text(flat(words), style))

    def _table(self) -> Table:
        from rich.table import Table

        table = Table.grid(padding=(0, 2))
        table.add_column(max_width=26, overflow="fold")
        table.add_column(overflow="fold", ratio=1)
        return table

    def _row(self, table: Table, name: tuple[str, str], *parts: tuple[str, str]) -> None:
        """A row of a name and of parts with their styles; one that begins with a line feed stands in a new line."""
        from rich.text import Text

        told = Text()
        for words, style in parts:
            told.append("\n" if words.startswith("\n") else "")
            told.append(flat(words.removeprefix("\n")), style)
        table.add_row(Text(flat(name[0]), name[1]), told)
