"""The body as it was, as HTML: what stayed is set as the article, what was removed stands struck in its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from urllib.parse import quote

from newsclean.blocks import Block, Cell, Heading, Image, ListBlock, Paragraph, Quote, Run, Table, Video
from newsclean.explaining import Picture, Place
from newsclean.language import Wording
from newsclean.render.safe import safe_href
from newsclean.report.frame import attributes, link, text
from newsclean.report.rows import RuleTold, tries_of
from newsclean.report.wording import where_told

__all__ = ["Body", "anchor"]

_NAME_MOST = 60
"""Characters of a picture's address that are shown: its end, which is its name."""


def anchor(rule: str) -> str:
    """The address, within the page, of what is told of a rule."""
    return "#rule-" + quote(rule, safe="")


class Body:
    """The body of one explanation. ``rules`` are those that are told, by name; ``source`` is the page's file."""

    def __init__(self, say: Wording, rules: Mapping[str, RuleTold], source: str) -> None:
        self.say, self.rules, self.source = say, rules, source
        self.where = where_told(say)

    def html(self, places: Iterable[Place]) -> str:
        """All places; runs of what nobody saw are closed groups."""
        parts: list[str] = []
        for is_noise, group in groupby(places, _is_noise):
            if is_noise:
                parts.append(self._group(list(group)))
            else:
                parts.extend(map(self._place, group))
        return "\n".join(parts)

    def _group(self, places: list[Place]) -> str:
        counted = Counter([place.rule or "" for place in places])
        told = ", ".join([f"{rule} × {many}" if many > 1 else rule for rule, many in counted.items()])
        label = self.say("not seen by readers: {what}", what=told)
        inside = "\n".join(map(self._place, places))
        return f'<details class="noise"><summary>{text(label)}</summary>\n{inside}\n</details>'

    def _place(self, place: Place) -> str:
        tries = tries_of(place, self.source)
        shared = {
            "id": f"b{place.number}",
            "data_line": tries.get("line"),
            "data_element": tries.get("element"),
        }
        if place.block is not None:
            told = attributes(class_="b kept", tabindex=-1, **shared)
            return f"<div{told}>{self._block(place.block)}</div>"
        rule = place.rule or ""
        known = self.rules.get(rule)
        told = attributes(
            class_="b gone",
            tabindex=0,
            data_rule=rule,
            data_where=self.where[place.where],
            data_path=place.path,
            **shared,
        )
        label = f'<a class="label" href="{text(anchor(rule))}">{text(rule)}</a>'
        why = f'<span class="why">{text(known.why)}</span>' if known is not None else ""
        words = f"<del>{_lines(place.text)}</del>" if place.text else ""
        if not words and not place.pictures:
            words = f'<span class="soft">{text(self.say("no text"))}</span>'
        pictures = "".join([self._picture(one) for one in place.pictures])
        return f'<div{told}><p class="tag">{label} {why}</p>{words}{pictures}</div>'

    def _picture(self, picture: Picture) -> str:
        return f'<p class="pic">{self._named(self.say("picture"), picture.src, (picture.width, picture.height))}</p>'

    def _named(self, kind: str, src: str | None, size: tuple[int | None, int | None]) -> str:
        """A picture as a link: its name and its size, and not three lines of address."""
        name = (src or "").partition("?")[0].rstrip("/").rpartition("/")[2][-_NAME_MOST:]
        pixels = f" {size[0]} × {size[1]}" if size[0] and size[1] else ""
        shown = link(src, name or src) if src else text(self.say("without an address"))
        return f'<span class="pill">{text(kind)}{pixels}</span> {shown}'

    # --- what stayed -------------------------------------------------------------------------------------------

    def _block(self, block: Block) -> str:
        if isinstance(block, Paragraph):
            return f"<p>{_runs(block.runs)}</p>"
        if isinstance(block, Heading):
            tag = f"h{min(max(block.level, 3), 6)}"
            return f"<{tag}>{_runs(block.runs)}</{tag}>"
        if isinstance(block, Quote):
            inside = "".join([f"<p>{_runs(runs)}</p>" for runs in block.paragraphs])
            return f"<blockquote>{inside}</blockquote>"
        if isinstance(block, ListBlock):
            return _list(block)
        if isinstance(block, Table):
            return f'<div class="scroll" tabindex="0"><table>{"".join(_rows(block))}</table></div>'
        return self._figure(block)

    def _figure(self, block: Image | Video) -> str:
        if isinstance(block, Video):
            head, caption = self._named(self.say("video"), block.poster, (None, None)), block.title
        else:
            head = self._named(self.say("picture"), block.src, (block.width, block.height))
            caption = block.caption
        below = f"<figcaption>{text(caption)}</figcaption>" if caption else ""
        return f"<figure>{head}{below}</figure>"


def _is_noise(place: Place) -> bool:
    return place.noise


def _lines(words: str) -> str:
    return "<br>".join(map(text, words.split("\n")))


def _runs(runs: Iterable[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    words = _spaced(run.text)
    for wanted, tag in (
        (run.script == "sub", "sub"),
        (run.script == "super", "sup"),
        (run.emphasis, "em"),
        (run.strong, "strong"),
    ):
        if wanted:
            words = f"<{tag}>{words}</{tag}>"
    href = safe_href(run.href)
    return f'<a href="{text(href)}" rel="noreferrer noopener">{words}</a>' if href else words


def _spaced(words: str) -> str:
    """Text with its line breaks; white space at its ends stays, for runs follow each other."""
    ends = (
        " " if words[:1].isspace() and words[:1] != "\n" else "",
        " " if words[-1:].isspace() and words[-1:] != "\n" else "",
    )
    return ends[0] + _lines(words.strip(" ")) + ends[1]


def _list(block: ListBlock) -> str:
    tag = "ol" if block.ordered else "ul"
    items = "".join(
        [f'<li class="level-{min(item.level, 3)}">{_runs(item.runs)}</li>' for item in block.items]
    )
    return f"<{tag}>{items}</{tag}>"


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        yield f"<tr>{''.join(map(_cell, row))}</tr>"


def _cell(cell: Cell) -> str:
    tag = "th" if cell.header else "td"
    spans = attributes(
        colspan=cell.colspan if cell.colspan > 1 else None, rowspan=cell.rowspan if cell.rowspan > 1 else None
    )
    return f"<{tag}{spans}>{_runs(cell.runs)}</{tag}>"
