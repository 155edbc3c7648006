"""The containers that common editing systems put an article's text in, whatever the site.

Other elements may bear the same names, so they prove nothing: each is one voice among those that say where the body of
a page without a layout is.
"""

from __future__ import annotations

from newsclean.rules.rows import Words

__all__ = ["ROWS"]

ROWS: tuple[Words, ...] = (
    Words(
        name="CONTAINERS",
        why="Ids and classes of the text's container in the editing systems of Chinese sites since 2003 and in those used "
        "everywhere: WeChat's, TRS, Founder's newspapers, Netease, Sohu, Tencent, Phoenix, blogs, WordPress.",
        members=tuple(
            "#artibody #article #article_content #articleContent #articleBody #js_content #js_article #content "
            "#contentText #ContentBody #Content #endText #artical_real #Cnt-Main-Article-QQ #ozoom #zoom #Zoom #text "
            "#newsText #story #rwb_zw #p-detail #UCAP-CONTENT #detail #cont #chan_newsDetail #mp-editor "
            ".rich_media_content .TRS_Editor .Custom_UnionStyle .trs_paper_default .article-content .article_content "
            ".article-body .articleBody .article-detail .article_text .news_content .news-content .newsContent "
            ".news_txt .content-article .text_area .post_content .post-content .post_body .post-body .post_text "
            ".entry-content .entry .story .story-body .detail-content .contentText .main_text .left_zw "
            ".index_cententWrap .content_area".split()
        ),
    ),
)
