"""One row a kind of furniture that is an element: what it is, how it is told, and why it goes.

Here live rows, nothing else. Selectors are from saved pages of 2009-2024 and from public crawlers of
2011-2026; a row's sentence says where it was seen.
"""

from __future__ import annotations

from newsclean.layouts.rows import Noise

__all__ = ["NOISE"]

NOISE: tuple[Noise, ...] = (
    Noise(
        name="script",
        why="Scripts are code, not text: page-info and player blocks stand inside the body of news pages.",
        tags=("script", "noscript", "template"),
    ),
    Noise(
        name="style",
        why="Style sheets stand between paragraphs on finance and tech pages; feed items keep them with &#123; for {.",
        tags=("style", "link", "meta", "title", "base", "head"),
    ),
    Noise(
        name="iframe",
        why="Frames hold advertisements and widgets, in and below the body.",
        tags=("iframe", "frame", "frameset", "noframes"),
    ),
    Noise(
        name="form-control",
        why="Forms are votes, searches and comment boxes.",
        tags=("form", "input", "button", "select", "textarea", "option", "datalist"),
    ),
    Noise(
        name="embedded-object",
        why="Flash players and applets of 2005-2015, nothing to read. Not embed, source and their like, which are empty: "
        "what stands behind one is put into it by the parser.",
        tags=(
            "object",
            "applet",
            "canvas",
            "svg",
            "map",
            "audio",
        ),
    ),
    Noise(
        name="vote",
        why="Votes and surveys made of plain boxes: the question and the shares of its answers.",
        classes=("vote_wrap", "vote_box", "vote-wrap", "vote-box", "survey_wrap", "survey_box"),
    ),
    Noise(
        name="ad-slot",
        why="Advertisement slots: sinaads, the numbered boxes and PublicRelation of every desktop era.",
        tags=("ins",),
        ids=("left_hzh_ad",),
        id_starts=("ad_", "PublicRelation", "Sinads", "sinaads"),
        classes=("otherContent_01", "sinaads", "tb-ad0", "ad", "top-ad", "adNone"),
        attrs=(
            ("data-sudaclick", "ad_content_top"),
            ("data-sudaclick", "ad_content_bottom"),
            ("data-ad-pdps", None),
        ),
    ),
    Noise(
        name="mobile-ad",
        why="Advertisement and follow prompts between the paragraphs of sina.cn pages.",
        ids=("_function_code_page",),
        classes=("look_sub", "j_article_wbreco", "weibo_info", "look_info"),
        class_starts=("j_native_", "opq"),
        attrs=(("sax-type", None),),
    ),
    Noise(
        name="mobile-unfold",
        why="The unfold and open-in-app prompts of sina.cn pages.",
        classes=(
            "unfold",
            "look_more",
            "j_open_app",
            "callApp",
            "art_more",
            "j_look_more",
            "open_app",
            "extend-more",
        ),
        class_starts=("unfold_", "j_unfold", "callapp", "call-app"),
    ),
    Noise(
        name="account-opening",
        why="QR blocks that offer stock and futures accounts, after the text of finance pages since 2020.",
        ids=("app-kaihu-stock", "app-qihuo-kaihu-qr"),
        class_holds=("kaihu",),
    ),
    Noise(
        name="qr-append",
        why="The app's QR picture with its slogan, after the text of finance pages since 2020.",
        class_starts=("appendQr",),
    ),
    Noise(
        name="quote-chart",
        why="Quote charts with a row of column links, before the text of finance pages since 2015.",
        classes=("ct_hqimg", "hqimg_wrapper", "hqimg_related"),
    ),
    Noise(
        name="stock-quote",
        why="Empty spans that a script fills with price and change; a page saved by a browser holds the numbers.",
        id_starts=("quote_",),
    ),
    Noise(
        name="app-promo",
        why="Promotion of Sina's apps, courses and live shows around the text of finance pages, 2016-2026.",
        ids=("finance_lcsds_ds_cls", "lcs1_w", "lcs_wrap"),
        classes=(
            "finance_app_zqtg",
            "xb_new_finance_app",
            "finance_app_sina",
            "live-finance-banner-wrap",
            "zhitou-wrap",
            "article-bottom-tg",
            "new_style_article",
            "jqlblock_cls",
        ),
        class_starts=("finance_web",),
    ),
    Noise(
        name="forum-promo",
        why="Invitations to the stock forum after the text of finance pages, 2014-2018.",
        classes=("divstockguba",),
        attrs=(("data-sudaclick", "suda_1028_guba"),),
    ),
    Noise(
        name="trial-promo",
        why="The product-trial box at the top of tech pages, 2016-2026.",
        class_starts=("tech-quotation", "tech-con"),
    ),
    Noise(
        name="video-player",
        why="A player with its labels and list; poster and title are kept as a video block.",
        ids=("J_Article_Player",),
        id_starts=("videoList",),
        classes=("artical-player-wrap", "video-2017", "art_video", "videoPlayer", "sina-video"),
        tags=("video",),
        action="video",
    ),
    Noise(
        name="share-widget",
        why="Share bars and microblog boxes inside the container, to 2018.",
        ids=("fxwb", "fxMSN", "sinashareto", "blk_weiboBox_01", "j_album_1"),
        classes=(
            "icon_fx",
            "blkComment",
            "corrTxt_01",
            "moduleSingleImg01",
            "fin_reference",
            "caijing_bq",
            "special_tag_wrap",
            "muLink",
            "pagebox_div",
            "d_impLink",
            "Mblk_09",
            "blk_cir_bottom",
            "ggcontent",
            "page-tools",
            "art_share",
            "bshare-custom",
        ),
        class_starts=("weibo",),
    ),
    Noise(
        name="page-chrome",
        why="Chrome that stands below the text and is swallowed by loose containers.",
        ids=(
            "relatedNewsWrap",
            "bottomTools",
            "most_read",
            "title_gi",
            "dl_gi",
            "article-bottom",
            "top_bar_wrap",
        ),
        classes=(
            "article-bottom",
            "article-info",
            "news_like",
            "seo_data_list",
            "feed-wrap",
            "sina-comment-wrap",
            "blk-comment",
            "article-feedback",
            "blkContentFooter",
            "sv_cont_c14",
            "blk-wxfollow",
            "ecode_weixin",
            "fin_art_weixin",
            "art_keywords",
            "article-keywords",
            "keywords",
            "hotCmnt",
            "timeAxis_standard",
        ),
    ),
    Noise(
        name="notice",
        why="Reprint and risk notices in boxes of their own.",
        classes=("article-notice", "creaders"),
    ),
    Noise(
        name="hidden",
        why="Nodes that are never shown: the picture for WeChat's preview, templates, counters.",
        ids=("wx_pic",),
        attrs=(("hidden", None),),
    ),
    Noise(
        name="editor-line",
        why="The editor's name and staff code: metadata, not text.",
        classes=("article-editor", "show_author", "art_editor", "article-a__editor"),
        action="editor",
    ),
    Noise(
        name="original-title-line",
        why="The reprinted article's own title in a paragraph of its own class: metadata.",
        classes=("ori_titlesource",),
        action="original_title",
    ),
    Noise(
        name="topic-link",
        why="A link to a topic page inside the body of news pages: metadata.",
        classes=("wap_special",),
        action="related",
    ),
    Noise(
        name="page-furniture",
        why="Navigation, menus and page ends that a loose container swallows.",
        tags=("nav", "aside", "footer", "menu", "dialog", "marquee"),
    ),
    Noise(
        name="caption-element",
        why="A caption in an element of its own: it goes to its picture, and away where there is none.",
        tags=("figcaption",),
        classes=("img_descr", "art_img_tit", "article-a__figcaption", "img_title", "picIntro"),
        action="caption",
    ),
)
