"""Where the stretch of a page begins that belongs to its article: one row a kind of body.

Above the landmark stand only the site's bars and menus. Metadata is looked for from the landmark on, so
that the same words in the site's furniture count for nothing, and so that only this stretch of the page's
bytes need be parsed. Here live rows, nothing else.
"""

from __future__ import annotations

from newsclean.layouts.rows import Landmark

__all__ = ["LANDMARKS"]

LANDMARKS: tuple[Landmark, ...] = (
    Landmark(
        body="#artibody",
        container="blkContainerSblkCon_14",
        starts=("blkBreadcrumb", "blkContainer"),
        ends=(b"art_keywords", b"publish_helper_end", b"google_ad_section_end"),
        reach=12,
    ),
    # Older channels have their breadcrumb above blkContainer, under names of their own: those pages begin at the top.
    Landmark(
        body="#artibody",
        container="blkContainerSblkCon",
        starts=("blkBreadcrumb",),
        ends=(b"art_keywords", b"publish_helper_end", b"google_ad_section_end"),
        reach=12,
    ),
    Landmark(
        body="#artibody",
        container="article_16",
        starts=("bread", "page-header"),
        ends=(b"article-keywords", b"publish_helper_end"),
        reach=12,
    ),
    Landmark(
        body="#artibody",
        starts=("path-search", "channel-logo", "channel-path", "bread", "page-header"),
        ends=(b"article-bottom", b"article-keywords", b"publish_helper_end"),
    ),
    Landmark(
        body="#article",
        starts=("path-search", "channel-logo", "channel-path"),
        ends=(b"article-bottom", b"show_author"),
    ),
    Landmark(
        body=".art_content",
        starts=("art_box",),
        ends=(b"</article>", b"hotCmnt"),
        absent=(b"article-a__",),
        reach=12,
    ),
    Landmark(
        body="#sina_keyword_ad_area2",
        starts=("articalTitle",),
        ends=(b"articalInfo",),
        absent=(b"article-a__",),
        reach=12,
    ),
)
