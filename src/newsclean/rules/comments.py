"""Comments that are more than a template's note to itself, told by how they open.

Every comment goes. These go under a name of their own, because what they hold was text once, or because they say
where the text ends.
"""

from __future__ import annotations

from newsclean.rules.rows import Comment

__all__ = ["ROWS"]

ROWS: tuple[Comment, ...] = (
    Comment(
        name="adlist-comment",
        why="HTML that the editing system took out of sight as promotion, kept inside one comment (2020-2026).",
        opens=("article_adlist",),
        takes=("article_adlist[<p>长按图片，关注青崖晚报。</p>]article_adlist",),
        spares=("adlist of article start",),
    ),
    Comment(
        name="plugin-comment",
        why="An editor plug-in's data inside a comment: lists of videos on tech pages of 2019.",
        opens=("mce-plugin",),
        takes=(
            'mce-plugin-videoList2[{"title":"桥灯亮了","pic":"//n.sinaimg.cn/a/1.jpg"}]mce-plugin-videoList2',
        ),
        spares=("plugin start",),
    ),
    Comment(
        name="stock-list-comment",
        why="The list of stocks the page names, inside a comment at the end of the text: read into symbols.",
        opens=("news_keyword_pub",),
        ends=True,
        takes=(" news_keyword_pub,stock,sz309871&sh600000 ", "news_keyword_pub,usstock,"),
        spares=(" news keyword start ",),
    ),
    Comment(
        name="end-comment",
        why="The template's note that the text ends here: a sign that the body was read to its end (2009-2026).",
        opens=("publish_helper_end", "原始正文end", "原始正文 end", "正文结束"),
        ends=True,
        takes=(" publish_helper_end ", "原始正文end", "原始正文 end ", " 正文结束 "),
        spares=(" publish_helper name='原始正文' p_id='1' ", "原始正文start", " 正文 start ", " 正文开始 "),
    ),
)
