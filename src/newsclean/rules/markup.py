"""The marks that the site's editing system leaves in its markup, by the name of what each of them means.

These are no rules that could be taken away one by one: the code looks for each mark at one place and does one
thing where it stands. They are gathered here so that a change of the site's editor is a change of this file.
"""

from __future__ import annotations

import re

# --- the editor's own styles, since 2017 -----------------------------------------------------------------------

EDITOR_STYLE = "cms-style"
"""The attribute in which the editor notes how a paragraph, a font or a span looks: ``font-L strong-Bold``."""

BOLD_STYLE = "strong-Bold"
"""In the editor's style: the text is bold."""

CENTRED_STYLE = "align-Center"
"""In the editor's style: the line stands in the middle."""

CAPTION_STYLE = "legend"
"""In the editor's style, as a word of its own: the paragraph is the caption of the picture above it."""

TABLE_STYLE = "isIntable"
"""In the editor's style: the paragraph stands in a cell of a table of data."""

# --- classes that say what an element is ------------------------------------------------------------------------

PICTURE_FRAME = "img_wrapper"
"""In the class of the box around a picture and its caption, every desktop layout since 2009."""

CAPTION_CLASS = "img_descr"
"""The class of the caption in such a box."""

TABLE_CLASSES = frozenset({"tb01"})
"""The classes of the tables of data that the editor makes."""

VIDEO_TITLE_CLASSES = ("video-info", "a-p-s-txt", "video-title", "art_video_tit", "tit")
"""The classes of a video's title inside a player, in the order in which they are looked for: desktop players of
2013-2026, then the mobile player's."""

SOURCE_CLASS = "source"
"""The class of a node above the text that calls itself the source, whatever the layout."""

SOURCE_NAMES = ("source", "laiyuan", "media", "copyfrom", "origin")
"""In an id or a class of a node that holds the medium, on other sites."""

AUTHOR_NAMES = ("author", "zuozhe", "writer", "byline")
"""In an id or a class of a node that holds the author, on other sites."""

# --- ids ----------------------------------------------------------------------------------------------------------

BODY_IDS = ("artibody", "article")
"""The ids of the site's containers. Documents of mirrors keep them where they hold a page and not its body alone."""

# --- galleries of slide.*.sina.com.cn, 2012-2022: the pictures stand in a script --------------------------------

SLIDE_DATA = "slide_data"
"""The name of the script's object, which is an assignment of JSON."""

SLIDE_PICTURES = "images"
"""Its key for the list of pictures."""

SLIDE_SOURCES = ("download_img", "image_url", "img_url", "src", "thumb_160")
"""A picture's keys for its addresses, the largest size first."""

SLIDE_CAPTION = "intro"
"""A picture's key for its caption, which may hold markup."""

SLIDE = "slide"
"""The object's key for what is said of the gallery as a whole."""

SLIDE_TITLE = "title"
"""The whole gallery's key for its title."""

SLIDE_TIME = "createtime"
"""The whole gallery's key for its time."""

SLIDE_BODY_ID = "SLIDE_DATA"
"""The id of the body that is made of a gallery; the layout row ``slides`` asks for it."""

SLIDE_TITLE_CLASS = "slide-title"
"""The class of the title that is made of a gallery; the layout row ``slides`` asks for it."""

SLIDE_TIME_CLASS = "slide-time"
"""The class of the time that is made of a gallery; the layout row ``slides`` asks for it."""

# --- notes in the head -------------------------------------------------------------------------------------------

MEDIUM_NOTE = "LLTJ_MT:name"
"""Stands in a comment of pages of 2007-2013 before the medium's name: ``<!-- LLTJ_MT:name ="…" -->``."""

# --- metas of the head, by their names in lower case -------------------------------------------------------------

TIME_METAS = (
    "weibo: article:create_at",
    "article:published_time",
    "weibo:article:create_at",
    "publishdate",
    "pubdate",
)
"""The time of publication: the metas of the microblog and of the Open Graph, on pages since 2013; then those of other
sites."""

CHANGE_METAS = ("weibo: article:update_at", "weibo:article:update_at", "article:modified_time")
"""The time of the last change, in metas of the same kinds."""

SOURCE_METAS = ("mediaid", "article:author")
"""The medium: both of these name it, and no person, on every page seen."""

OTHER_TIME_METAS = (
    "og:published_time",
    "publish_date",
    "publish-date",
    "publishtime",
    "datepublished",
    "citation_date",
    "citation_publication_date",
    "dc.date.issued",
    "dc.date",
    "prism.publicationdate",
    "parsely-pub-date",
    "sailthru.date",
    "apub:time",
    "date",
)
"""The time of publication in metas of other sites: news, offices, journals. Asked where no layout is known."""

OTHER_CHANGE_METAS = ("og:updated_time", "datemodified", "dc.date.modified", "lastmod", "revised")
"""The time of the last change in metas of other sites."""

OTHER_SOURCE_METAS = ("contentsource", "content-source", "article:source", "copyfrom", "source")
"""The medium in metas of other sites: those of offices in China, and of makers of pages."""

AUTHOR_METAS = ("citation_author", "citation_authors", "dc.creator")
"""Persons in metas of journals, one each or all of them."""

NAME_META = "author"
"""The author, the editor or the site."""

TAG_METAS = ("tags", "keywords")
"""The tags; the second is the channel's or the title said again on many pages."""

ID_META = "publishid"
"""The document's id alone; on every page seen since 2013, and on some of 2009."""

ID_METAS = ("comment", "sudameta")
"""The document's id within more: the comment thread's, and what the site counts visits by. Pages since 2013."""

THREAD_META = "comment"
"""The comment thread, ``channel:id``, on pages since 2013."""

COUNTER_META = "sudameta"
"""What the site counts visits by, which holds the comment thread of pages without a meta for it."""

MOBILE_META = "mobile-agent"
"""The page for mobiles and its format: three of them a page since 2013, with an empty address on pages of 2024."""

PICTURE_META = "og:image"
"""The preview picture."""

DESCRIPTION_METAS = ("description", "og:description")
"""The first sentences of the article, or what the channel says of itself."""

TITLE_META = "og:title"
"""The headline, or the head's title said again."""

ADDRESS_META = "og:url"
"""The page's address."""

REFRESH_META = "refresh"
"""Where a page sends its reader on to."""

METAS = frozenset(
    (
        *TIME_METAS,
        *CHANGE_METAS,
        *SOURCE_METAS,
        *OTHER_TIME_METAS,
        *OTHER_CHANGE_METAS,
        *OTHER_SOURCE_METAS,
        *AUTHOR_METAS,
        *TAG_METAS,
        *ID_METAS,
        *DESCRIPTION_METAS,
        NAME_META,
        ID_META,
        THREAD_META,
        COUNTER_META,
        MOBILE_META,
        PICTURE_META,
        TITLE_META,
        ADDRESS_META,
        REFRESH_META,
    )
)
"""All metas that are asked for. Others are left out of a cut (cut/tokenizer.py), so each has to stand here."""

# --- where else ids stand ----------------------------------------------------------------------------------------

TITLE_SELECTORS = ("h1", "#artibodyTitle")
"""The headline's node, whose attribute may hold the document's id."""

TITLE_ID = "docid"
"""That attribute, on pages of 2013-2019."""

TITLE_ID_STARTS = ("comos-", "comos:")
"""What that attribute's value may begin with before the id."""

BLOG_LAYOUT = "blog"
"""The layout whose headline holds the id in its own way."""

BLOG_TITLE = ".titName"
"""The headline of blogs, whose id is that of the article behind a mark."""

BLOG_ID_START = "t_"
"""The mark before the id of a blog's article."""

SCRIPTED_THREAD = re.compile(r"\s*:\s*\"([a-z]+:comos-[a-z0-9]+)", re.ASCII)
"""What stands behind a layout's ``comment_key`` in a script: the comment thread."""

NOTED_MEDIUM = re.compile(rb"\s*=\s*\"([^\"<>]{2,60})\"")
"""What stands behind :data:`MEDIUM_NOTE`: the medium's name, in bytes of the page's encoding."""

# --- schema.org: JSON-LD and microdata of other sites ----------------------------------------------------------------

MICRODATA = "itemprop"
"""The attribute that names what an element says."""

LD_TYPE = "ld+json"
"""In the type of a script that holds JSON-LD."""

LD_ARTICLES = ("Article", "BlogPosting", "Posting", "WebPage")
"""What the type of an object that is of an article ends with."""

LD_HOLDERS = ("@graph", "mainEntity", "mainEntityOfPage")
"""The keys under which an object holds another that may be of the article."""

LD_TIMES = ("datePublished", "pubDate", "dateCreated", "uploadDate")
"""The keys of the time of publication, in the order of trust; the second is that of a search engine's pages."""

LD_CHANGE = "dateModified"
"""The key of the time of the last change."""

LD_AUTHOR = "author"
"""The key of the authors."""

# --- serials of books, 2004-2008 ------------------------------------------------------------------------------------

SERIAL = "serial"
"""The key of an article's further values that names the book which a page is an instalment of."""

# --- keywords ----------------------------------------------------------------------------------------------------

KEYWORD_LIST = "data-wbkey"
"""The attribute in which the box of keywords below the text lists them, on news pages since 2017."""

# --- other pages --------------------------------------------------------------------------------------------------

LEADS_ON = ("/midpage/", "/article/norm_detail")
"""In the path of a page that only leads on to another: the mobile site's, and that of cj.sina.cn in lists of 2026."""

LEADS_ON_KEY = "url"
"""The key of its query that holds the other page's address."""

DESKTOP_NAME = "__webURL"
"""The variable in which the script of a page for mobiles names its desktop form, since 2013."""

LIST_ID_START = "comos:"
"""What stands before a document's id in the answers of the list services; a bare number there is no id."""
