"""What a run did, as counts and as one line."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct, field

from newsclean.batch.records import Outcome

__all__ = ["Summary"]


class Summary(Struct):
    """Counts of this run alone: articles by layout, errors by kind, copies, inputs that were done before.

    ``left_out`` counts, by suffix, the files of folders that are no inputs. ``seconds`` is the wall time; ``stopped``
    the name of the signal that ended the run early, or None; ``out`` and ``kept`` say where the output is, or its
    parts are when it was stopped.
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

    def line(self) -> str:
        """One line: ``1,200 pages in 4.1 s (293/s): 1,100 articles (news-2019 1,000, …), …``."""
        rate = self.pages / self.seconds if self.seconds else 0.0
        pages = f"{self.pages:,} pages in {self.seconds:.1f} s ({rate:,.0f}/s)"
        return f"{pages}: {self.counts()} → {self.out}"

    def counts(self) -> str:
        """The counts in words: ``1,100 articles (news-2019 1,000, …), 20 errors (timeout 20)``."""
        counts = [
            f"{self.articles:,} articles{_by(self.layouts)}",
            *([f"{self.copies:,} copies"] if self.copies else []),
            f"{self.failures:,} errors{_by(self.errors)}",
            *([f"{self.skipped:,} done before"] if self.skipped else []),
            *([f"{self.left_out.total():,} files left out{_by(self.left_out)}"] if self.left_out else []),
        ]
        return ", ".join(counts)


def _by(counts: Counter[str]) -> str:
    named = [f"{name} {number:,}" for name, number in sorted(counts.items(), key=lambda c: (-c[1], c[0]))]
    return f" ({', '.join(named)})" if named else ""
