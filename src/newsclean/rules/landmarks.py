"""Where the stretch of a page begins that belongs to its article: one row a kind of body.

Above the landmark stand only the site's bars and menus. Metadata is looked for from the landmark on, so that the
same words in the site's furniture count for nothing, and so that only this stretch of the page's bytes need be parsed.
"""

from __future__ import annotations

from newsclean.rules.rows import Landmark

__all__ = ["ROWS"]

ROWS: tuple[Landmark, ...] = (
    Landmark(
        name="legacy-resizable",
        why="The 2009 page with a resizable text, 2012-2019: it begins at the breadcrumb or, without one, at blkContainer.",
        body="#artibody",
        container="blkContainerSblkCon_14",
        starts=("blkBreadcrumb", "blkContainer"),
        ends=("art_keywords", "publish_helper_end", "google_ad_section_end"),
        reach=12,
    ),
    Landmark(
        name="legacy",
        why="The page of 2005-2014. Older channels have their breadcrumb above blkContainer, under names of their own, so "
        "that blkContainer is no landmark here: pages without a breadcrumb begin at the top.",
        body="#artibody",
        container="blkContainerSblkCon",
        starts=("blkBreadcrumb",),
        ends=("art_keywords", "publish_helper_end", "google_ad_section_end"),
        reach=12,
    ),
    Landmark(
        name="finance-of-2015",
        why="Finance pages of 2015-2017: the breadcrumb, or the head of the page where there is none. The row below would do "
        "for them too, but it looks for three classes that they don't have, and for more behind them: a twentieth of a parse.",
        body="#artibody",
        container="article_16",
        starts=("bread", "page-header"),
        ends=("article-keywords", "publish_helper_end"),
        reach=12,
        spare=2,
    ),
    Landmark(
        name="artibody-since-2017",
        why="Finance, ent and sports since 2018 and news of 2017: the bar of breadcrumb and search, else what it holds, else "
        "the head of the page.",
        body="#artibody",
        starts=("path-search", "channel-logo", "channel-path", "bread", "page-header"),
        ends=("article-bottom", "article-keywords", "publish_helper_end"),
        spare=2,
    ),
    Landmark(
        name="article-since-2018",
        why="News since 2018: the bar of breadcrumb and search, else what it holds.",
        body="#article",
        starts=("path-search", "channel-logo", "channel-path"),
        ends=("article-bottom", "show_author"),
        spare=2,
    ),
    Landmark(
        name="mobile-card",
        why="sina.cn since 2016: the card that holds title, time and text. Sports pages of 2016 use the class too, "
        "inside a layout that is asked before.",
        body=".art_content",
        starts=("art_box",),
        ends=("</article>", "hotCmnt"),
        absent=("article-a__",),
        reach=5,
        spare=1,
    ),
    Landmark(
        name="blog-post",
        why="Blogs to 2020: the post's title.",
        body="#sina_keyword_ad_area2",
        starts=("articalTitle",),
        ends=("articalInfo",),
        absent=("article-a__",),
        reach=5,
        spare=2,
    ),
)
