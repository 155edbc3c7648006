"""The keywords of an article: the label and the tools beside those displayed, and what in a list of tags is no tag."""

from __future__ import annotations

from newsclean.rules.rows import Form, Question, Row, Wording, Words

__all__ = ["QUESTIONS", "ROWS"]

QUESTIONS = (
    Question("keyword-label", "match", "The label before keywords.", ignore_case=True),
    Question("keyword-tool", "fullmatch", "A link beside the keywords that is no keyword."),
)

_TOOL = "a keyword may hold the word, but none begins with it"

ROWS: tuple[Row, ...] = (
    Wording(
        name="keyword-label",
        why="关键词：X and Tags: X, below the body and in lists of mobile pages.",
        asks="keyword-label",
        forms=(
            Form(
                r"(?:文章)?关键[字词]\s*[:：]?\s*",
                takes=("关键词：新桥 渡口", "文章关键字：渡口"),
                spares=("本文关键词",),
            ),
            Form(
                r"(?:文章)?(?:标签|Tags?)\s*[:：]?\s*",
                takes=("标签：新桥", "文章标签 渡口", "Tags: bridge", "tag: bridge"),
                spares=("价格标签战", "hashtag"),
            ),
        ),
    ),
    Words(
        name="KEYWORD_TOOLS",
        why="What links beside the keywords begin with: 更多, 收藏本文, 我要反馈.",
        members=("更多", "查看", "我要", "收藏", "分享"),
        also=tuple((word, _TOOL) for word in ("查看", "我要", "收藏", "分享")),
    ),
    Wording(
        name="keyword-tool",
        why="Links of the same box, on pages of 2012-2024.",
        asks="keyword-tool",
        forms=(
            Form(r"{KEYWORD_TOOLS}.*", takes=("更多", "收藏本文"), spares=("共享单车", "新桥收藏")),
            Form(r".*反馈", takes=("意见反馈",), spares=("反馈机制",)),
        ),
    ),
    Words(
        name="NO_KEYWORDS",
        why="Mobile pages end their list of keywords with the site's name.",
        members=("sina.cn",),
        within=("新桥,渡口,＿",),
    ),
    Words(
        name="SITE_NAMES",
        why="A list of metas that names the site is the channel's, not the article's.",
        members=("sina", "新浪"),
        within=("新桥,＿财经",),
        also=(
            ("sina", "a breadcrumb begins with it (HOMES)"),
            ("新浪", "a breadcrumb begins with it (HOMES)"),
        ),
    ),
    Words(
        name="LIST_ENDS",
        why="The last word of the list that the box of keywords holds on news pages since 2017; alone it is a keyword.",
        members=("新闻",),
        within=("新桥,渡口,＿", "＿"),
        also=(("新闻", "names of media end with it too (MEDIA_ENDINGS)"),),
    ),
)
