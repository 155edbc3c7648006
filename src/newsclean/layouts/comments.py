"""One row a kind of comment that means more than a template's note to itself. Told by how it opens.

Here live rows, nothing else.
"""

from __future__ import annotations

from newsclean.layouts.rows import Comment

__all__ = ["COMMENTS"]

COMMENTS: tuple[Comment, ...] = (
    Comment(
        name="adlist-comment",
        why="HTML that the editing system took out of sight as promotion, kept inside one comment.",
        opens=("article_adlist",),
    ),
    Comment(
        name="plugin-comment",
        why="An editor plug-in's data inside a comment.",
        opens=("mce-plugin",),
    ),
    Comment(
        name="stock-list-comment",
        why="The list of stocks the page names, inside a comment at the end of the text: read into symbols.",
        opens=("news_keyword_pub",),
        ends=True,
    ),
    Comment(
        name="end-comment",
        why="The template's note that the text ends here: a sign that the body was read to its end.",
        opens=("publish_helper_end", "原始正文end", "原始正文 end", "正文结束"),
        ends=True,
    ),
)
