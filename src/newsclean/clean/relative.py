"""Relative addresses of an article whose page is not known: they lead nowhere, so they are left out and counted.

The passes see them as what they are, pictures and links, so that the text is the same with the page's address and
without it.
"""

from __future__ import annotations

from collections.abc import Iterable

from newsclean.blocks import Block, Heading, Image, ListBlock, Paragraph, Quote, Relative, Run, Table, Video

__all__ = ["LeftOut"]

Runs = tuple[Run, ...]


class LeftOut:
    """What is left out of some blocks: ``pictures`` and ``links`` count it."""

    def __init__(self) -> None:
        self.pictures = 0
        self.links = 0

    def of(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """The blocks without pictures of relative addresses, and with the text alone of such links."""
        return tuple([kept for block in blocks if (kept := self._block(block)) is not None])

    def related(self, links: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        """The links to other articles that lead somewhere."""
        kept = []
        for link in links:
            if isinstance(link[1], Relative):
                self.links += 1
            else:
                kept.append(link)
        return kept

    @property
    def warning(self) -> str | None:
        """What was left out, in words; None where nothing was."""
        counted = [(self.pictures, "picture"), (self.links, "link")]
        said = [f"{many} {what}{'s' * (many != 1)}" for many, what in counted if many]
        if not said:
            return None
        return f"{' and '.join(said)} with relative addresses left out: the page's own address is not known"

    def _block(self, block: Block) -> Block | None:
        if isinstance(block, (Paragraph, Heading)):
            runs = self._runs(block.runs)
            return block if runs is block.runs else block.__replace__(runs=runs)
        if isinstance(block, (Image, Video)):
            return self._picture(block)
        if isinstance(block, Quote):
            return Quote(tuple(map(self._runs, block.paragraphs)))
        if isinstance(block, ListBlock):
            items = [item.__replace__(runs=self._runs(item.runs)) for item in block.items]
            return block.__replace__(items=tuple(items))
        return self._table(block)

    def _picture(self, block: Image | Video) -> Image | Video | None:
        """A picture, or a video with its still picture; the title of one without it is left."""
        if not isinstance(block.src if isinstance(block, Image) else block.poster, Relative):
            return block
        self.pictures += 1
        return Video(None, block.title) if isinstance(block, Video) and block.title else None

    def _table(self, block: Table) -> Table:
        rows = [tuple([cell.__replace__(runs=self._runs(cell.runs)) for cell in row]) for row in block.rows]
        return block.__replace__(rows=tuple(rows))

    def _runs(self, runs: Runs) -> Runs:
        if not any([isinstance(run.href, Relative) for run in runs]):
            return runs
        self.links += sum([isinstance(run.href, Relative) for run in runs])
        bare = [run.__replace__(href=None) if isinstance(run.href, Relative) else run for run in runs]
        return _joined(bare)


def _joined(runs: list[Run]) -> Runs:
    """Runs with equal looks joined."""
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last is not None and "\n" not in (last.text, run.text) and last.__replace__(text=run.text) == run:
            joined[-1] = last.__replace__(text=last.text + run.text)
        else:
            joined.append(run)
    return tuple(joined)
