"""Links to other articles and to the site's promotion, and the marks of cards behind names.

What decides is mostly where a line stands and that it is nothing but a link (clean/related.py); here are the labels
over such lines, the addresses they lead to, and what may stand around a link without saying more than it does.
"""

from __future__ import annotations

from newsclean.rules.rows import Form, Part, Question, Wording, Words

__all__ = ["QUESTIONS", "ROWS"]

QUESTIONS: tuple[Question, ...] = (
    Question(
        "related-label",
        "match",
        "The label over links to other articles; what stands behind it is links, or nothing.",
    ),
    Question(
        "house-address",
        "match",
        "Whether an address is the site's, its microblog's or its courses': there a link that stands alone is promotion.",
    ),
    Question(
        "stock-address", "search", "Whether an address is a stock's own page: the site's links on names stay."
    ),
    Question("article-address", "search", "Whether an address is an article's, on this site or another."),
    Question(
        "chronicle-line",
        "match",
        "Whether a line below a label is no title of an article but a year of a chronicle, or a book.",
    ),
    Question(
        "day-or-number",
        "fullmatch",
        "Whether the words around a link say no more than its day or its number.",
    ),
    Question(
        "own-words",
        "match",
        "Whether a line that is a link is the article's own all the same: an address written out, a hashtag.",
    ),
    Question("card-mark", "search", "The mark of a microblog or quote card behind a name; the name stays."),
)

ROWS: tuple[Words | Part | Wording, ...] = (
    # --- the label over links -----------------------------------------------------------------------------------
    Words(
        name="RELATED_LABELS",
        why="What stands over links to other articles: pages of the site of 2009-2026, and of other portals.",
        members=(
            "相关新闻",
            "相关阅读",
            "相关报道请见",
            "相关报道",
            "相关报导",
            "相关链接",
            "相关文章",
            "相关专题",
            "相关推荐",
            "相关资讯",
            "相关视频",
            "延伸阅读",
            "推荐阅读",
            "扩展阅读",
            "更多阅读",
            "此前报道",
            "早前报道",
            "热点推荐",
            "精彩推荐",
            "编辑推荐",
            "小编推荐",
            "猜你喜欢",
            "往期回顾",
            "往期精选",
        ),
    ),
    Words(
        name="BACKGROUND",
        why="Stands in labels over links, and as often in labels over an article's own notes: such a label needs links.",
        members=("链接",),
        also=(("链接", "A word of labels over links, and in info lines the name of a tool."),),
        within=("相关＿",),
    ),
    Words(
        name="ISSUES",
        why="Of which issue or time the articles are that a label offers: pages of 2012 and posts since.",
        members=("近期", "本期", "往期", "上期", "更多"),
        also=(
            ("更多", "here more to read, elsewhere more to get from an account"),
            ("往期", "here before what is to be read, elsewhere the name of a tool"),
        ),
    ),
    Words(
        name="PRAISES",
        why="How such a label praises them.",
        members=("热门", "精彩", "精选", "热点"),
        also=(
            ("精彩", "here before what is to be read, elsewhere what a link offers more of"),
            ("热点", "here before what is to be read, elsewhere the name of a tool"),
        ),
    ),
    Words(
        name="READINGS",
        why="What such a label calls them.",
        members=("文章导读", "文章推荐", "文章", "回顾", "导读", "推荐", "好文"),
        also=(
            ("文章", "here what is offered, elsewhere what a source line or a notice speaks of"),
            ("导读", "here what is offered, elsewhere a word of the info line"),
            ("推荐", "here what is offered, elsewhere the name of a tool"),
        ),
    ),
    Part(
        name="LABEL_OPENED",
        why="Brackets, squares and arrows before a label.",
        pattern=r"[【\[(（●■▲◆◎※▼>》\s]*",
    ),
    Part(
        name="LABEL_CLOSED",
        why="The closing bracket, the colon and the arrows behind a label.",
        pattern=r"[】\])）]?\s*[:：>》]*\s*",
    ),
    Wording(
        name="related-label",
        why="The labels as they stand, and those that are one only with a colon behind them.",
        asks="related-label",
        forms=(
            Form(
                r"{LABEL_OPENED}{RELATED_LABELS}{LABEL_CLOSED}",
                takes=(
                    "相关新闻：",
                    "【延伸阅读】",
                    "■ 往期回顾 >>",
                    "◎延伸阅读",
                    "※相关新闻》",
                    "▼延伸阅读",
                ),
                spares=("新闻的相关阅读者不多", "延伸到南岸的阅读长廊"),
            ),
            Form(
                r"{LABEL_OPENED}{ISSUES}?{PRAISES}{READINGS}{LABEL_CLOSED}",
                takes=("近期热门文章导读", "【本期精彩回顾】", "热门文章："),
                spares=("近期的热门文章写的都是渡口", "他回顾了本期的精彩"),
            ),
            Form(
                r"{LABEL_OPENED}您?可能感兴趣的?(?:文章|内容|新闻)?{LABEL_CLOSED}",
                takes=(
                    "您可能感兴趣的文章：",
                    "您可能感兴趣的内容",
                    "【您可能感兴趣的新闻】",
                    "可能感兴趣：",
                ),
                spares=("他可能感兴趣的是渡口",),
            ),
            Form(
                r"{LABEL_OPENED}新闻链接(?=\s*[:：]){LABEL_CLOSED}",
                takes=("新闻链接：渡口停航",),
                spares=("新闻链接起了两岸的人",),
            ),
            Form(
                r"{LABEL_OPENED}(?:点击)?(?:进入)?专题(?=\s*[:：]){LABEL_CLOSED}",
                takes=("点击进入专题：", "专题：老桥通车"),
                spares=("专题片《渡口》今晚播出。",),
            ),
        ),
    ),
    # --- where links lead ---------------------------------------------------------------------------------------
    Words(
        name="HOUSE_DOMAINS",
        why="The domains of its microblog and of its courses, beside the site's own (SITE_DOMAINS).",
        members=("weibo.com", "weibo.cn", "sinadaxue.cn"),
    ),
    Words(
        name="STOCK_PATHS",
        why="The parts of addresses of quote pages on the finance channel, 2009-2026.",
        members=("realstock", "quotes", "futures", "usstock", "hkstock"),
        also=(
            ("futures", "The site's word for a market, in ids and in addresses."),
            ("usstock", "The site's word for a market, in ids and in addresses."),
            ("hkstock", "The site's word for a market, in ids and in addresses."),
        ),
    ),
    Wording(
        name="house-address",
        why="A domain of the site, or a host below it.",
        asks="house-address",
        forms=(
            Form(
                r"https?://(?:[\w-]+\.)*(?:{SITE_DOMAINS}|{HOUSE_DOMAINS})(?:[/:?#]|$)",
                takes=("https://finance.sina.com.cn/qiao/", "http://weibo.com/u/10030", "https://sina.cn"),
                spares=("https://www.qingya.example/sina.com.cn/", "https://sina.com.cn.qingya.example/"),
            ),
        ),
    ),
    Wording(
        name="stock-address",
        why="The site's injector links names of stocks to these.",
        asks="stock-address",
        forms=(
            Form(
                r"/{STOCK_PATHS}/",
                takes=("https://finance.sina.com.cn/realstock/company/sz309871/nc.shtml",),
                spares=("https://finance.sina.com.cn/stock/2021-03-04/doc-ikqyqwb1000001.shtml",),
            ),
        ),
    ),
    Wording(
        name="article-address",
        why="The site's own shapes of addresses, and the date that most sites put into theirs.",
        asks="article-address",
        forms=(
            Form(
                r"/(?:doc|detail)-i",
                takes=(
                    "https://finance.sina.com.cn/roll/doc-ikqyqwb1000001.html",
                    "https://news.sina.cn/detail-ikqyqwb1000001.d.html",
                ),
                spares=("https://www.qingya.example/doc/index.html",),
            ),
            Form(
                r"/article",
                takes=("https://k.sina.com.cn/article_1003010030_3bc8d0ae00100.html",),
                spares=("https://www.qingya.example/list?of=article",),
            ),
            Form(
                r"/\d{4}-?\d{2}-?\d{2}/",
                takes=(
                    "http://www.qingya.example/c/20120202/04421129.html",
                    "http://www.qingya.example/c/2014-10-06/054130.htm",
                ),
                spares=("http://www.qingya.example/bridge/2014/",),
            ),
            Form(
                r"/s/blog_|/slide_",
                takes=(
                    "http://blog.sina.com.cn/s/blog_3bc8d0ae0100.html",
                    "http://slide.news.sina.com.cn/c/slide_1_2841_100300.html",
                ),
                spares=("http://blog.sina.com.cn/u/1003010030",),
            ),
            Form(
                r"/zt_d?/",
                takes=("https://finance.sina.com.cn/zt_d/laoqiao/", "https://tech.sina.com.cn/zt_/laoqiao/"),
                spares=("https://finance.sina.com.cn/zt_all.html",),
            ),
            Form(
                r"/view/",
                takes=("http://video.sina.com.cn/view/100300.html",),
                spares=("http://video.sina.com.cn/review/",),
            ),
            Form(
                r"\.shtml",
                takes=("https://finance.sina.com.cn/roll/c/56500.shtml",),
                spares=("https://finance.sina.com.cn/roll/",),
            ),
        ),
    ),
    # --- lines that are no links to other articles --------------------------------------------------------------
    Wording(
        name="chronicle-line",
        why="Notes behind an article list years and books, and their label may read as one over links.",
        asks="chronicle-line",
        forms=(
            Form(
                r"(?:19|20)\d\d年",
                takes=("1997年：老桥通车", "2021年3月，渡口试航"),
                spares=("渡口1997年停航的前后",),
            ),
            Form(
                r".*(?:著|出版社)",
                takes=("《渡口》，卫南风著", "《桥志》 青崖出版社"),
                spares=("《渡口》再版，卫南风到场签名",),
            ),
        ),
    ),
    Wording(
        name="link-day",
        why="The day, and at times the clock, beside a link in a list.",
        asks="day-or-number",
        forms=(
            Form(
                r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?",
                takes=("2010-04-17 09:21", "1999年12月3日", "2021/3/4 10:20:05"),
                spares=("2010年4月17日起停航", "2010年"),
            ),
            Form(
                r"(?:\d{1,2}/|\d{1,2}月)\d{1,2}日?(?:\s+\d{1,2}:\d{2})?",
                takes=("05/10 08:11", "5月10日"),
                spares=("5月10日停航",),
            ),
        ),
    ),
    Wording(
        name="link-number",
        why="The number of a link in a list, the comma between two, and what else it leads to.",
        asks="day-or-number",
        forms=(
            Form(
                r"\d{1,3}[.、]|、",
                takes=("1、", "12.", "、"),
                spares=("12",),
            ),
            Form(
                r"组?图|视频",
                takes=("图", "组图", "视频"),
                spares=("图中的渡口",),
            ),
        ),
    ),
    Wording(
        name="own-words",
        why="The link says where it leads, or is a hashtag: both are text.",
        asks="own-words",
        forms=(
            Form(
                r"(?:https?://|www\.)\S+$",
                takes=("https://www.qingya.example/qiao", "http://qiao.example/", "www.qingya.example"),
                spares=("https://www.qingya.example/ 老桥通车",),
            ),
            Form(
                r"#[^#]+#$",
                takes=("#老桥通车#",),
                spares=("#老桥通车# 两岸的人都来看",),
            ),
        ),
    ),
    # --- marks of cards -----------------------------------------------------------------------------------------
    Words(
        name="NAME_CARDS",
        why="What the cards behind a person's name lead to, 2010-2018.",
        members=("微博", "博客", "专栏"),
        also=(("微博", "An account to follow, and the mark of a card behind a name."),),
    ),
    Words(
        name="PLATFORMS",
        why="What stands in a bracket beside the microblog's where a text lists platforms: there it is no card of a name.",
        members=("抖音", "快手", "微信", "知乎", "博客", "小红书", "公众号", "视频号", "今日头条"),
        within=("<p>两家平台（微博）（＿）都删了视频。</p>",),
        also=tuple(
            (
                word,
                "A platform beside the microblog, elsewhere what readers are to follow or what a card leads to.",
            )
            for word in ("微信", "博客", "公众号", "视频号")
        ),
    ),
    Part(
        name="CARD_ENDED",
        why="Behind a card stands no other platform in brackets, and no address, as behind a link that is written out. "
        "A bracket that tells more of the name may follow.",
        pattern=r"(?![(（]\s*(?:{PLATFORMS}\s*[)）]|https?:))",
    ),
    Part(
        name="CARD_OPENED",
        why="A card follows a name: not a closing bracket, and not the words that a post was made there.",
        pattern=r"(?<![)）])(?<!在微博)\s?",
    ),
    Part(
        name="CARD",
        why="The card of a person, in round or in square brackets.",
        pattern=r"[(（]\s*微博(?:[\s,，]+{NAME_CARDS})*\s*[)）]|[\[【]\s*(?:微博|博客)\s*[\]】]",
    ),
    Wording(
        name="card-mark",
        why="Marks of microblog cards on pages of 2010-2018, and of quote cards on finance pages. They are one form, so that "
        "what stands before them is looked at once.",
        asks="card-mark",
        forms=(
            Form(
                r"{CARD_OPENED}(?:{CARD}{CARD_ENDED}|[(（]爱股[,，]\s*行情[,，]\s*资讯[)）])",
                takes=(
                    "沈砚秋(微博 博客)说",
                    "霁光数据（微博）今天发布",
                    "卫南风 (微博，专栏)",
                    "沈砚秋(微博)(青崖大学教授，写过三本讲桥的书)说",
                    "沈砚秋[微博]说",
                    "卫南风【博客】",
                    "沈砚秋[微博](左)",
                    "霁光数据(爱股,行情,资讯)昨天涨停",
                ),
                spares=(
                    "他在微博（微博）上写道",
                    "沈砚秋（微博用户）说",
                    "沈砚秋（左）(微博)",
                    "两家平台（微博）（抖音）都删了视频",
                    "【微博热议】老桥通车",
                    "渡口[微博](https://weibo.example/u/1)",
                    "渡口[微博](http://weibo.example/u/1)",
                    "霁光数据（行情）昨天涨停",
                ),
            ),
        ),
    ),
)
