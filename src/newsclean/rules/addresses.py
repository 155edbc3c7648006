"""What the addresses of the site say: the kind of page they lead to, the document's id, which of their keys only count
visits, and which pages continue an article.

The kinds and the shapes of ids are asked of a host and a path, written together without ``https://``. All questions
are fixed: an address has one canonical form and one kind, whatever rules are in use.
"""

from __future__ import annotations

from newsclean.rules.rows import Form, Part, Question, Row, Wording, Words

__all__ = ["QUESTIONS", "ROWS"]

QUESTIONS = (
    Question("own-host", "fullmatch", "A host name of the site's own.", fixed=True),
    Question("mobile-host", "fullmatch", "A host name of the site's pages for mobiles.", fixed=True),
    Question("kind-slides", "search", "A gallery's address.", fixed=True),
    Question("kind-video", "search", "A video's address.", fixed=True),
    Question("kind-blog", "search", "The address of a blog's article.", fixed=True),
    Question("kind-live", "search", "The address of a live feed.", fixed=True),
    Question("kind-notice", "search", "The address of a company's announcement.", fixed=True),
    Question("kind-quote", "search", "The address of a stock's, a fund's or a trader's page.", fixed=True),
    Question(
        "kind-topic", "search", "The address of a page that gathers articles on one matter.", fixed=True
    ),
    Question("kind-article", "search", "An article's address.", fixed=True),
    Question("id-in-path", "search", "A document's id in the path.", fixed=True),
    Question("id-in-query", "search", "A document's id in the query.", ignore_case=True, fixed=True),
    Question(
        "id-of-author", "search", "An article's id behind its author's, or behind its blog's.", fixed=True
    ),
    Question(
        "page-path", "search", "A path of pages, where the trackers are known to be trackers.", fixed=True
    ),
    Question("tracker", "fullmatch", "A query key that says where a reader came from.", fixed=True),
    Question("tracker-everywhere", "fullmatch", "Such a key on any site.", fixed=True),
    Question("first-page", "fullmatch", "The path of an article that may have further pages.", fixed=True),
    Question("further-page", "fullmatch", "The path of an article's second or later page.", fixed=True),
)

ROWS: tuple[Row, ...] = (
    # --- hosts ----------------------------------------------------------------------------------------------
    Wording(
        name="own-host",
        why="One of the domains, or a name under it; pictures and scripts come from domains of other names.",
        asks="own-host",
        forms=(
            Form(
                r"(?:.*\.)?{SITE_DOMAINS}",
                takes=("finance.sina.com.cn", "sina.com.cn"),
                spares=("notsina.com.cn", "sina.com.cn.example.org", "n.sinaimg.cn"),
            ),
        ),
    ),
    Wording(
        name="mobile-host",
        why="news.sina.cn, finance.sina.cn: pages for mobiles since 2013.",
        asks="mobile-host",
        forms=(
            Form(
                r"(?:.*\.)?sina\.cn", takes=("news.sina.cn", "sina.cn"), spares=("mysina.cn", "sina.com.cn")
            ),
        ),
    ),
    # --- kinds of pages -------------------------------------------------------------------------------------
    Wording(
        name="kind-slides",
        why="slide.*.sina.com.cn and slide_1_2841_156226.html on other hosts, 2008-2022.",
        asks="kind-slides",
        forms=(
            Form(
                r"^slide\.",
                takes=("slide.news.sina.com.cn/qiao/",),
                spares=("news.sina.com.cn/slide.js", "myslide.sina.com.cn/"),
            ),
            Form(
                r"/slide_\d",
                takes=("ent.sina.com.cn/slide_4_704_98765.html",),
                spares=("news.sina.com.cn/slide_show/", "news.sina.com.cn/my-slide_4.html"),
            ),
        ),
    ),
    Wording(
        name="kind-video",
        why="The hosts of players. Their pages may bear an article's id: detail-i….d.html.",
        asks="kind-video",
        forms=(
            Form(
                r"^video\.",
                takes=("video.sina.com.cn/p/news/2021-03-04/detail-iqyawxy1234567.d.html",),
                spares=("news.sina.com.cn/video.html", "news.video.sina.com.cn/"),
            ),
            Form(r"^v\.", takes=("v.sina.cn/qiao/",), spares=("tv.sina.com.cn/", "news.sina.com.cn/v.html")),
        ),
    ),
    Wording(
        name="kind-blog",
        why="blog.sina.com.cn/s/blog_….html, 2005-2020; other paths of that host are lists and homes.",
        asks="kind-blog",
        forms=(
            Form(
                r"^blog\.[^/]+/s/blog_",
                takes=("blog.sina.com.cn/s/blog_5d1a0b770102qya1.html",),
                spares=("blog.sina.com.cn/s/articlelist_1234567890_0_1.html", "blog.sina.com.cn/qingyabao"),
            ),
        ),
    ),
    Wording(
        name="kind-live",
        why="The live rooms, and the feed of finance that goes on day and night, each message of which is an article.",
        asks="kind-live",
        forms=(
            Form(
                r"^(?:zhibo|live)\.",
                takes=("zhibo.sina.com.cn/qiao", "live.sina.com.cn/qiao"),
                spares=("news.sina.com.cn/live.html", "mylive.sina.com.cn/"),
            ),
            Form(
                r"/7x24(?!.*/(?:doc|detail)-i{DOC_ID})",
                takes=("finance.sina.com.cn/7x24/", "finance.sina.com.cn/7x24/2021-03-04/index.shtml"),
                spares=(
                    "finance.sina.com.cn/stock/7-24/",
                    "finance.sina.com.cn/7x24/2021-03-04/doc-iqyawxy1234567.shtml",
                    "finance.sina.cn/7x24/2021-03-04/detail-iqyawxy1234567.d.html",
                ),
            ),
        ),
    ),
    Wording(
        name="kind-notice",
        why="An announcement of a company, in the lists by share: its filing as text or PDF, no article.",
        asks="kind-notice",
        forms=(
            Form(
                r"^vip\.stock\..*/vCB_AllBulletinDetail",
                takes=("vip.stock.finance.sina.com.cn/corp/view/vCB_AllBulletinDetail.php",),
                spares=(
                    "vip.stock.finance.sina.com.cn/corp/view/vCB_AllBulletin.php",
                    "finance.sina.com.cn/vCB_AllBulletinDetail.php",
                ),
            ),
        ),
    ),
    Wording(
        name="kind-quote",
        why="Pages of quotations: stocks, funds, futures; and the hosts of their forums and advisers.",
        asks="kind-quote",
        forms=(
            Form(
                r"/realstock/company/",
                takes=("finance.sina.com.cn/realstock/company/sh600000/nc.shtml",),
                spares=("finance.sina.com.cn/stock/company/",),
            ),
            Form(
                r"/(?:fund|futures)/quotes/",
                takes=(
                    "finance.sina.com.cn/fund/quotes/110011/bc.shtml",
                    "finance.sina.com.cn/futures/quotes/AU0.shtml",
                ),
                spares=("finance.sina.com.cn/fund/", "finance.sina.com.cn/futures/roll/"),
            ),
            Form(
                r"^(?:guba|vip\.stock|licaishi)\.",
                takes=(
                    "guba.sina.com.cn/?s=bar",
                    "vip.stock.finance.sina.com.cn/q/",
                    "licaishi.sina.com.cn/web/",
                ),
                spares=("finance.sina.com.cn/guba.html", "stock.finance.sina.com.cn/"),
            ),
        ),
    ),
    Wording(
        name="kind-topic",
        why="/zt_d/ and /focus/ since 2018, /zt/ and /z/name/ before; a page of a keyword on tags.",
        asks="kind-topic",
        forms=(
            Form(
                r"/(?:focus|zt|zt_d)/",
                takes=(
                    "news.sina.com.cn/focus/qiao/",
                    "sports.sina.com.cn/zt/qiao",
                    "finance.sina.com.cn/zt_d/qiao/",
                ),
                spares=("news.sina.com.cn/focused/", "finance.sina.com.cn/ztb/"),
            ),
            Form(
                r"/z/[^/]+/(?:index\.s?html)?$",
                takes=(
                    "news.sina.com.cn/z/qiao/",
                    "news.sina.com.cn/z/qiao/index.shtml",
                    "ent.sina.com.cn/z/qiao/index.html",
                ),
                spares=("news.sina.com.cn/z/qiao/123456.shtml", "news.sina.com.cn/z/"),
            ),
            Form(r"^tags\.", takes=("tags.news.sina.com.cn/qiao",), spares=("news.sina.com.cn/tags.html",)),
        ),
    ),
    Part(
        name="DOC_ID",
        why="The id of a document: letters, then seven digits. The first letters change over the years.",
        pattern=r"[a-z][a-z0-9]*\d{7}",
    ),
    Wording(
        name="kind-article",
        why="doc-i… since 2013, detail-i… on pages for mobiles; a number behind the day before, 1999-2015.",
        asks="kind-article",
        forms=(
            Form(
                r"/(?:doc|detail)-i{DOC_ID}",
                takes=(
                    "news.sina.com.cn/c/2021-03-04/doc-iqyawxy1234567.shtml",
                    "news.sina.cn/gn/2021-03-04/detail-iqyawxy7654321.d.html",
                ),
                spares=("news.sina.com.cn/c/doc-1234567.shtml", "news.sina.cn/gn/list-iqyawxy7654321.d.html"),
            ),
            Form(
                r"/(?:\d{4}-?\d\d?-?\d\d?|\d{4}/\d{4})/\d{4,}(?:_\d+)?\.s?html",
                takes=(
                    "news.sina.com.cn/c/2010-04-19/092120103860.shtml",
                    "dailynews.sina.com.cn/china/1999-7-30/6792.html",
                    "eladies.sina.com.cn/qg/2011/0612/08201076543.shtml",
                ),
                spares=("news.sina.com.cn/2011/0612/index.shtml", "news.sina.com.cn/c/092120103860.shtml"),
            ),
        ),
    ),
    Wording(
        name="kind-article-of-account",
        why="Posts of self-media accounts, 2017-2026: k.sina.com.cn, cj.sina.com.cn, t.cj.sina.com.cn.",
        asks="kind-article",
        forms=(
            Form(
                r"^(?:k|(?:t\.)?cj)\.[^/]+/(?:article_\d|articles/view/\d)",
                takes=(
                    "k.sina.com.cn/article_1234567890_4996qya02001.html",
                    "cj.sina.com.cn/articles/view/1234567890/4996qya02001",
                    "t.cj.sina.com.cn/articles/view/1234567890/4996qya02001",
                ),
                spares=(
                    "news.sina.com.cn/articles/view/1234567890/4996",
                    "k.sina.com.cn/media_m_1234567890.html",
                ),
            ),
        ),
    ),
    Wording(
        name="kind-article-of-trial",
        why="zhongce.sina.com.cn/article/view/1599/, reports of product trials, 2016-2024.",
        asks="kind-article",
        forms=(
            Form(
                r"/article/view/\d",
                takes=("zhongce.sina.com.cn/article/view/1599/",),
                spares=("zhongce.sina.com.cn/article/view/", "zhongce.sina.com.cn/article/list/1"),
            ),
        ),
    ),
    # --- documents' ids -------------------------------------------------------------------------------------
    Wording(
        name="id-in-path",
        why="doc-i…, detail-i… and zl-i… since 2013; the i does not belong to the id, which may begin with one.",
        asks="id-in-path",
        forms=(
            Form(
                r"/(?:doc|detail|zl)-i(?P<id>{DOC_ID})(?:_\d+)?\.",
                takes=(
                    "/c/2021-03-04/doc-iqyawxy1234567.shtml",
                    "/gn/2021-03-04/detail-iqyawxy7654321_2.d.html",
                    "/zl/2016-01-01/zl-ifxqyawx1234567.shtml",
                ),
                spares=("/c/2021-03-04/doc-i1234567.shtml", "/c/2021-03-04/092120103860.shtml"),
            ),
        ),
    ),
    Wording(
        name="id-in-query",
        why="doc.sina.cn/?id=comos:…, and pages that lead on: midpage?docID=…&url=….",
        asks="id-in-query",
        forms=(
            Form(
                r"[?&](?:id|docID)=(?:doc-i|detail-i|comos[:-]|comos%3A)?(?P<id>{DOC_ID})(?:&|$)",
                takes=(
                    "/?id=comos:qyawxy1234567",
                    "/?id=comos%3aqyawxy1234567&vt=4",
                    "/share?id=doc-iqyawxy1234567",
                    "/share?id=detail-iqyawxy1234567",
                    "/midpage/mobile/index.d.html?docID=qyawxy1234567&url=x",
                ),
                spares=("/?id=1234567", "/?pid=qyawxy1234567", "/?id=qyawxy1234567x"),
            ),
        ),
    ),
    Wording(
        name="id-of-author",
        why="Hexadecimal digits behind the account's number, 2017-2026; those of a blog since 2005.",
        asks="id-of-author",
        forms=(
            Form(
                r"^(?:[^/]+\.)?k\.[^/]+/article_\d+_(?P<id>[0-9a-z]+)\.html",
                takes=("k.sina.com.cn/article_1234567890_v4996qya02001.html",),
                spares=("news.sina.com.cn/article_1234567890_4996.html", "k.sina.com.cn/article_4996.html"),
            ),
            Form(
                r"^(?:[^/]+\.)?cj\.[^/]+/articles/view/\d+/(?P<id>[0-9a-z]+)",
                takes=(
                    "cj.sina.com.cn/articles/view/1234567890/4996qya02001",
                    "t.cj.sina.com.cn/articles/view/1/4996a",
                ),
                spares=("cj.sina.com.cn/articles/view/1234567890", "news.sina.com.cn/articles/view/1/4996"),
            ),
            Form(
                r"^(?:[^/]+\.)?blog\.[^/]+/s/blog_(?P<id>[0-9a-zA-Z]+)\.html",
                takes=("blog.sina.com.cn/s/blog_5d1a0b770102Qya1.html",),
                spares=("blog.sina.com.cn/s/blog_.html", "news.sina.com.cn/s/blog_5d1a0b77.html"),
            ),
        ),
    ),
    # --- what an address can do without -----------------------------------------------------------------------
    Wording(
        name="page-path",
        why="Pages end in .shtml, .html or .htm; those of self-media accounts do not. Elsewhere a key may be a search.",
        asks="page-path",
        forms=(
            Form(
                r"\.s?html?(?:/|$)",
                takes=(
                    "/c/2021-03-04/doc-iqyawxy1234567.shtml",
                    "/gn/detail-iqyawxy1234567.d.html/",
                    "/qiao.htm",
                ),
                spares=("/news", "/api/roll/get", "/qiao.htmlx"),
            ),
            Form(
                r"/articles?/view/",
                takes=("/articles/view/1234567890/4996qya02001", "/article/view/1599/"),
                spares=("/articles/list/",),
            ),
        ),
    ),
    Words(
        name="TRACKERS",
        why="Seen on addresses of articles, and the same article was there without them; display, retcode and sudaref "
        "are added by the visitors' log-in when it sends a reader back.",
        members=tuple(
            "cre mod loc r doct rfunc tj from subch froms finpagefr vt pos wm sid sinawapsharesource kdurlshow "
            "sudaref display retcode".split()
        ),
    ),
    Wording(
        name="tracker",
        why="Keys of the site's own that say where a reader came from and nothing about the document.",
        asks="tracker",
        forms=(Form(r"{TRACKERS}", takes=("cre",), spares=("id", "page", "url", "docID", "creed")),),
    ),
    Wording(
        name="tracker-everywhere",
        why="utm_source, utm_medium and their like, which campaigns add on every site.",
        asks="tracker-everywhere",
        forms=(Form(r"utm_.*", takes=("utm_source",), spares=("utm", "outm_source")),),
    ),
    # --- articles of several pages -----------------------------------------------------------------------------
    Wording(
        name="first-page",
        why="An article's path ends in six digits or more; the index of a section, which may have an index_2, does not.",
        asks="first-page",
        forms=(
            Form(
                r".*\d{6}\.[^./]+",
                takes=("/c/2010-04-19/092120103860.shtml", "/c/2021-03-04/doc-iqyawxy1234567.shtml"),
                spares=("/c/2010-04-19/092120103860_2.shtml", "/qiao/index.shtml"),
            ),
        ),
    ),
    Wording(
        name="further-page",
        why="The first page's path with _2, _3 … before its ending, 2004-2018.",
        asks="further-page",
        forms=(
            Form(
                r"(?P<stem>.*\d{6})_(?P<number>\d{1,2})(?P<ending>\.[^./]+)",
                takes=("/c/2010-04-19/092120103860_2.shtml", "/c/2016-03-04/doc-ifxqyawx1234567_12.shtml"),
                spares=("/qiao/index_2.shtml", "/c/2010-04-19/092120103860.shtml"),
            ),
        ),
    ),
)
