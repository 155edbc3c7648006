"""What a run did, as counts and as one line."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct, field

from newsclean.batch.records import Outcome
from newsclean.language import Wording, wording

__all__ = ["Summary"]


class Summary(Struct):
    """Counts of this run alone: articles by layout, errors by kind, copies, inputs that were done before.

    ``left_out`` counts, by suffix, the files of folders that are no inputs. ``seconds`` is the wall time; ``stopped``
    the name of the signal that ended the run early, or None; ``out`` says where the output is, or its parts are when it
    was stopped (``-``: standard output).
    """

    layouts: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    copies: int = 0
    skipped: int = 0
    seconds: float = 0.0
    stopped: str | None = None
    out: str = ""

    def count(self, outcome: Outcome, *, copy: bool) -> None:
        """Count a row."""
        if copy:
            self.copies += 1
        elif outcome.error is not None:
            self.errors[outcome.error] += 1
        else:
            self.layouts[outcome.layout or "unknown"] += 1

    def refuse(self, outcome: Outcome, kind: str) -> None:
        """Count a row that was counted, and has become an error of this kind."""
        if outcome.error is not None:
            self.errors -= Counter([outcome.error])
        elif outcome.layout is not None:
            self.layouts -= Counter([outcome.layout or "unknown"])
        else:
            self.copies -= 1
        self.errors[kind] += 1

    @property
    def articles(self) -> int:
        """Rows that hold an article."""
        return self.layouts.total()

    @property
    def failures(self) -> int:
        """Rows that hold an error."""
        return self.errors.total()

    @property
    def pages(self) -> int:
        """Rows written."""
        return self.articles + self.failures + self.copies

    def line(self, say: Wording | None = None) -> str:
        """One line: ``1,200 pages in 4.1 s (293/s): 1,100 articles (news-2019 1,000, …), …``. ``say`` is the language
        (None: English)."""
        say = say or wording("en")
        return say(
            "{pages:,} pages in {seconds:.1f} s ({rate:,.0f}/s): {counts} → {output}",
            pages=self.pages,
            seconds=self.seconds,
            rate=self.pages / self.seconds if self.seconds else 0.0,
            counts=self.counts(say),
            output=say("standard output") if self.out == "-" else self.out,
        )

    def counts(self, say: Wording | None = None) -> str:
        """The counts in words: ``1,100 articles (news-2019 1,000, …), 20 errors (timeout 20)``."""
        say = say or wording("en")
        counts = [
            say("{n:,} articles", n=self.articles) + _by(self.layouts, say),
            say("{n:,} copies", n=self.copies) if self.copies else "",
            say("{n:,} errors", n=self.failures) + _by(self.errors, say),
            say("{n:,} done before", n=self.skipped) if self.skipped else "",
            say("{n:,} files left out", n=self.left_out.total()) + _by(self.left_out, say)
            if self.left_out
            else "",
        ]
        return say(", ").join(filter(None, counts))


def _by(counts: Counter[str], say: Wording) -> str:
    named = [f"{name} {number:,}" for name, number in sorted(counts.items(), key=lambda c: (-c[1], c[0]))]
    return say(" ({counts})", counts=", ".join(named)) if named else ""
