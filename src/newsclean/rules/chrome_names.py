"""Names of classes and ids that say in English that an element is a page's furniture, on sites whatever.

They are asked where a body was found without a layout alone: on the site's own pages the rows of elements.py
know better, and a class such as ``keywords`` may hold anything.
"""

from __future__ import annotations

from newsclean.rules.rows import Form, Question, Wording, Words

__all__ = ["QUESTIONS", "ROWS"]

QUESTIONS: tuple[Question, ...] = (
    Question(
        "chrome-name",
        "search",
        "Whether a class or an id calls its element a page's furniture.",
        ignore_case=True,
    ),
)

ROWS: tuple[Words | Wording, ...] = (
    Words(
        name="CHROME",
        why="What page builders call navigation, side columns, sharing, comments and lists of links: the class names that "
        "content extractors of all languages look for.",
        members=tuple(
            "nav navbar menu footer foot header sidebar side share sharebar comment comments related relate copyright "
            "breadcrumb breadcrumbs crumb crumbs toolbar tools rank ranking hot hotlist pager page pages pagination login "
            "subscribe qrcode erweima ad ads banner tag tags keyword keywords editor disclaimer statement feedback prev "
            "next prenext social search topbar links friendlink more".split()
        ),
    ),
    Words(
        name="CHROME_STEMS",
        why="Beginnings of such names that take any ending: recommendation, advertisement, promotion, sharing; and what "
        "editors of Chinese sites write in Pinyin: related, recommended, comments, sharing, advertisement, disclaimer.",
        members=tuple(
            "recommend advert promo sharebox sharebtn bdshare bshare xiangguan tuijian pinglun fenxiang guanggao shengming".split()
        ),
    ),
    Words(
        name="NEVER_CHROME",
        why="Tags of text, of looks and of cells: their class says how they look, not what they are.",
        members=tuple("p img a strong b span font em h1 h2 h3 body html td tr".split()),
        within=('<＿ class="tags">桥灯夜景</＿>',),
    ),
    Wording(
        name="chrome-word",
        why="A name, or a part of one between dashes, underscores or spaces, with a number behind it or none.",
        asks="chrome-name",
        forms=(
            Form(
                r"(?:^|[\s_-]){CHROME}(?:$|[\s_\d-])",
                takes=("sidebar", "main-Footer", "left share_2", "box comments"),
                spares=("headers-up", "article-leading", "pageview"),
            ),
        ),
    ),
    Wording(
        name="chrome-stem",
        why="The same where the name goes on.",
        asks="chrome-name",
        forms=(
            Form(
                r"(?:^|[\s_-]){CHROME_STEMS}\w*(?:$|[\s_\d-])",
                takes=("recommendation", "box-advertisement", "promo-2"),
                spares=("unadvertised",),
            ),
        ),
    ),
)
