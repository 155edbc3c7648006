"""A report as one HTML page for a browser: the article as cleaned, and beside it what was removed, and why.

The page loads nothing, neither script nor font nor picture, so that opening it tells nobody; its own content security
policy holds it to that. Its style sheet is explain.css.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from html import escape
from importlib.resources import files

from newsclean.article import Article
from newsclean.blocks import Block, Evidence, Image, Removal, Table, Video
from newsclean.render.html import to_html
from newsclean.render.safe import safe_src
from newsclean.report.facts import Group, by_rule, metadata_of, standing_of
from newsclean.rules import Rules

__all__ = ["to_page"]

# Nothing may be loaded, and no form sent; only the page's own style sheet applies.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_FEW = 3  # removals of a rule that are shown at once; longer lists open on a click
# What a sign of the confidence came to: a class of the style sheet, and words.
_HELD = {True: ("yes", "held"), False: ("no", "did not hold"), None: ("unasked", "could not be asked")}


def to_page(article: Article, *, rules: Rules | None = None) -> str:
    """The page, to be written as UTF-8. Pictures of the article stand in it as links."""
    title = escape(article.title or "(no title)")
    return f"""<!doctype html>
<html lang="{escape(article.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>
{_style()}</style>
</head>
<body>
{_header(article, title)}
<main>
<div class="columns">
<article class="card"><h2 lang="en">The article as cleaned</h2><div class="article">
{_body(article.blocks)}
</div></article>
{_removed(article, rules)}
{_metadata(article)}
{_evidence(article)}
</div>
</main>
<footer lang="en">Made by newsclean. This page loads nothing; pictures are links.</footer>
</body>
</html>
"""


@cache
def _style() -> str:
    return files("newsclean.report").joinpath("explain.css").read_text("utf-8")


def _header(article: Article, title: str) -> str:
    shown = article.published_at
    told = [
        article.source,
        f"{shown:%Y-%m-%d %H:%M}" if shown else None,
        ", ".join(article.authors),
        f"editor: {article.editor}" if article.editor else None,
    ]
    standing = "".join(
        [
            f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>"
            for name, value in standing_of(article)
        ]
    )
    score = f"{article.confidence:.2f}"
    meter = f'<meter min="0" max="1" low="0.5" high="0.8" optimum="1" value="{score}">{score}</meter>'
    return (
        f'<header>\n<p class="kicker" lang="en"><b>newsclean</b> explains {_address(article.url)}</p>\n'
        f'<h1>{title}</h1>\n<p class="byline">{" · ".join([escape(part) for part in told if part])}</p>\n'
        f'<dl class="standing" lang="en"><div><dt>confidence</dt><dd>{score}</dd>{meter}</div>{standing}</dl>'
        "\n</header>"
    )


def _address(url: str | None) -> str:
    safe = safe_src(url)
    if safe is None:
        return "a page without address"
    return f'<a href="{escape(safe)}" rel="noreferrer">{escape(safe)}</a>'


def _body(blocks: Iterable[Block]) -> str:
    return "\n".join(filter(None, map(_block, blocks)))


def _block(block: Block) -> str:
    if isinstance(block, Image):
        return _picture("picture", block.src, block.caption)
    if isinstance(block, Video):
        return _picture("video", block.poster, block.title)
    html = to_html((block,))
    return f'<div class="scroll">{html}</div>' if isinstance(block, Table) and html else html


def _picture(kind: str, src: str | None, caption: str | None) -> str:
    below = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
    link = f" {_address(src)}" if safe_src(src) else ""
    return f'<figure><span lang="en">{kind}</span>{link}{below}</figure>'


def _removed(article: Article, rules: Rules | None) -> str:
    groups = by_rule(article, rules)
    heading = f"Removed: <b>{len(article.removals)}</b> by <b>{len(groups)}</b> rules"
    return (
        f'<aside class="card removed"><h2 lang="en">{heading}</h2>\n'
        + "\n".join(map(_group, groups))
        + "\n</aside>"
    )


def _group(group: Group) -> str:
    items = "\n".join(map(_removal, group.removals))
    return (
        f"<details{' open' if len(group.removals) <= _FEW else ''}>"
        f'<summary lang="en"><span class="count">{len(group.removals)}</span>'
        f'<code>{escape(group.rule)}</code><span class="why">{escape(group.why)}</span></summary>\n'
        f"<ol>\n{items}\n</ol></details>"
    )


def _removal(removal: Removal) -> str:
    text = removal.preview.strip()
    preview = f'<span class="preview">{escape(text)}</span>' if text else '<span class="empty">no text</span>'
    return (
        f'<li><span class="where" lang="en">{escape(removal.where)}</span>{preview}'
        f'<span class="path">{escape(removal.path)}</span></li>'
    )


def _metadata(article: Article) -> str:
    rows = "\n".join(
        [
            f'<tr><th scope="row" lang="en">{escape(name)}</th><td>{escape(value)}</td></tr>'
            for name, value in metadata_of(article)
            if value is not None
        ]
    )
    absent = ", ".join([name for name, value in metadata_of(article) if value is None])
    note = f'\n<p class="byline" lang="en">Not on the page: {escape(absent)}.</p>' if absent else ""
    return (
        f'<section class="card facts"><h2 lang="en">Metadata</h2>\n<table>\n{rows}\n</table>{note}</section>'
    )


def _evidence(article: Article) -> str:
    rows = "\n".join(map(_reason, article.evidence))
    warnings = "".join([f"<li>{escape(warning)}</li>" for warning in article.warnings])
    below = f'\n<h2 lang="en">Warnings</h2><ul class="warnings">{warnings}</ul>' if warnings else ""
    return (
        '<section class="card facts"><h2 lang="en">Evidence for the confidence</h2>\n'
        f"<table>\n{rows}\n</table>{below}</section>"
    )


def _reason(evidence: Evidence) -> str:
    mark, said = _HELD[evidence.held]
    note = f' <span class="where">{escape(evidence.note)}</span>' if evidence.note else ""
    return (
        f'<tr><td lang="en">{escape(evidence.name)}{note}</td><td class="{mark}" lang="en">{said}</td>'
        f'<td class="num">{evidence.weight:.2f}</td></tr>'
    )
