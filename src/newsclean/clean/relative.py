"""Relative addresses of an article whose page is not known: they lead nowhere, so they are left out and counted.

The passes see them as what they are, pictures and links, so that the text is the same with the page's address and
without it. A picture that is left out is among the removals, with its caption.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from newsclean.blocks import Block, Heading, Image, ListBlock, Paragraph, Quote, Relative, Run, Table, Video
from newsclean.clean.draft import Draft

__all__ = ["LeftOut"]

Runs = tuple[Run, ...]


class LeftOut:
    """What is left out of some blocks: ``pictures`` and ``links`` count it."""

    def __init__(self) -> None:
        self.pictures = 0
        self.links = 0

    def drop(self, draft: Draft) -> None:
        """Take the pictures of relative addresses out of a draft, and such links to other articles."""
        for piece in draft.pieces:
            if isinstance(piece.data, Image) and isinstance(piece.data.src, Relative):
                self.pictures += 1
                draft.drop(piece, "unsafe-image")
                if piece.data.caption:
                    draft.note_words(piece, "caption-element", [piece.data.caption])
        draft.sweep()
        related = draft.captured.related
        draft.captured.related = [link for link in related if not isinstance(link[1], Relative)]
        self.links += len(related) - len(draft.captured.related)

    def of(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """The blocks with the text alone of links to relative addresses, and without such pictures of videos."""
        return tuple([kept for block in blocks if (kept := self._block(block)) is not None])

    def warnings(self) -> tuple[str, ...]:
        """What was left out, in words; empty where nothing was."""
        counted = [(self.pictures, "picture"), (self.links, "link")]
        said = [f"{many} {what}{'s' * (many != 1)}" for many, what in counted if many]
        if not said:
            return ()
        return (
            f"{' and '.join(said)} with relative addresses left out: the page's own address is not known",
        )

    def _block(self, block: Block) -> Block | None:
        if isinstance(block, (Paragraph, Heading)):
            runs = self._runs(block.runs)
            return block if runs is block.runs else block.__replace__(runs=runs)
        if isinstance(block, Image):
            return block
        if isinstance(block, Video):
            return self._video(block)
        if isinstance(block, Quote):
            return Quote(tuple(map(self._runs, block.paragraphs)))
        if isinstance(block, ListBlock):
            items = [item.__replace__(runs=self._runs(item.runs)) for item in block.items]
            return block.__replace__(items=tuple(items))
        return self._table(block)

    def _video(self, block: Video) -> Video | None:
        if not isinstance(block.poster, Relative):
            return block
        self.pictures += 1
        return Video(None, block.title) if block.title else None

    def _table(self, block: Table) -> Table:
        rows = [tuple([cell.__replace__(runs=self._runs(cell.runs)) for cell in row]) for row in block.rows]
        return block.__replace__(rows=tuple(rows))

    def _runs(self, runs: Runs) -> Runs:
        if (len(runs) == 1 and runs[0].href is None) or not any(
            [isinstance(run.href, Relative) for run in runs]
        ):
            return runs
        self.links += sum([isinstance(run.href, Relative) for run in runs])
        bare = [run.__replace__(href=None) if isinstance(run.href, Relative) else run for run in runs]
        return _joined(bare)


def _joined(runs: list[Run]) -> Runs:
    """Runs with equal looks joined; a line break stays by itself."""
    joined: list[Run] = []
    for _, group in groupby(runs, _look_of):
        same = [*group]
        text = "".join([run.text for run in same])
        joined.append(same[0] if len(same) == 1 else same[0].__replace__(text=text))
    return tuple(joined)


def _look_of(run: Run) -> object:
    """What runs that are joined have in common; no other run has a line break's."""
    return object() if run.text == "\n" else run.__replace__(text="")
