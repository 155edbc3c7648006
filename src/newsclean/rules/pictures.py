"""Pictures that are none of the article's, told by their address or an attribute, and where a picture's address stands.

Placeholders, counters, charts and codes to scan stand in the body like any picture; only their address tells.
"""

from __future__ import annotations

from newsclean.rules.rows import Form, Picture, Question, Wording, Words

__all__ = ["QUESTIONS", "ROWS"]

QUESTIONS: tuple[Question, ...] = (
    Question(
        "picture-server",
        "match",
        "Whether an address is of the site's picture servers, which speak https; other hosts stay as they are.",
        ignore_case=True,
    ),
    Question(
        "square-picture",
        "search",
        "Whether an address says that the picture is square, as codes to scan are.",
    ),
)

ROWS: tuple[Words | Picture | Wording, ...] = (
    # --- where a picture's address stands -----------------------------------------------------------------------
    Words(
        name="PICTURE_ATTRIBUTES",
        why="In the order of trust: a lazy attribute holds the picture while src holds a placeholder (blogs, mobile pages, "
        "other sites). data-mcesrc is the editor's own original, not the picture shown, and is not read.",
        members=("real_src", "data-src", "data-original", "data-lazy-src", "data-lazyload", "src"),
        within=('<img ＿="//n.sinaimg.cn/qiao/1.jpg">',),
    ),
    Wording(
        name="picture-server",
        why="sinaimg.cn and the hosts below it.",
        asks="picture-server",
        forms=(
            Form(
                r"http://(?:[\w-]+\.)*sinaimg\.cn(?=[/:?#]|$)",
                takes=("http://n.sinaimg.cn/qiao/1.jpg", "http://SINAIMG.cn"),
                spares=("http://sinaimg.cn.qingya.example/1.jpg", "https://n.sinaimg.cn/qiao/1.jpg"),
            ),
        ),
    ),
    Wording(
        name="square-picture",
        why="The picture store writes width and height into the address: /w500h500/.",
        asks="square-picture",
        forms=(
            Form(
                r"/w(?P<side>\d{2,4})h(?P=side)/",
                takes=("https://n.sinaimg.cn/finance/200/w430h430/20220511/9c4f-qiao.png",),
                spares=("https://n.sinaimg.cn/finance/200/w430h4300/20220511/9c4f-qiao.png",),
            ),
        ),
    ),
    # --- pictures that go ---------------------------------------------------------------------------------------
    Words(
        name="BLANKS",
        why="File names of the one-pixel pictures that hold a place while a page loads, on this site and others.",
        members=("c", "blank", "space", "spacer", "transparent", "pixel", "dot", "loading"),
    ),
    Picture(
        name="placeholder-image",
        why="Default pictures, spacers and logos of the template.",
        forms=(
            Form(
                r"/default/",
                takes=("https://n.sinaimg.cn/default/feedbackpics/20180326/qiao.png",),
                spares=("https://n.sinaimg.cn/news/defaulters/1.jpg",),
            ),
            Form(
                r"320X320\.png|default_avatar",
                takes=(
                    "https://n.sinaimg.cn/2fb77759/20151125/320X320.png",
                    "https://tvax3.sinaimg.cn/crop.0.0.200.200.50/default_avatar.jpg",
                ),
                spares=("https://n.sinaimg.cn/news/320x320/avatar.png",),
            ),
            Form(
                r"sg_trans\.gif",
                takes=("http://blog.sinaimg.cn/images/common/sg_trans.gif",),
                spares=("http://blog.sinaimg.cn/images/trans.gif",),
            ),
            Form(
                r"/{BLANKS}\.gif",
                takes=("http://i0.sinaimg.cn/home/c.gif",),
                spares=("http://i0.sinaimg.cn/home/qiao-c.gif",),
            ),
            Form(
                r"//simg\.sinajs\.cn/",
                takes=("https://simg.sinajs.cn/products/news/items/2017/logo.png",),
                spares=("https://n.sinaimg.cn/simg/1.jpg",),
            ),
        ),
    ),
    Picture(
        name="tracker-image",
        why="Counting pixels and advertisement servers.",
        forms=(
            Form(
                r"//s?beacon\.sina\.",
                takes=("https://beacon.sina.com.cn/a.gif?noScript", "https://sbeacon.sina.com.cn/e.gif"),
                spares=("https://beacon.qingya.example/lighthouse.jpg",),
            ),
            Form(
                r"//sax\d?\.sina\.",
                takes=("https://sax.sina.com.cn/view?type=bottom",),
                spares=("https://saxophone.sina.com.cn/1.jpg",),
            ),
            Form(
                r"//(?:pfp|click|track)\.sina\.",
                takes=(
                    "https://pfp.sina.com.cn/1.gif",
                    "https://click.sina.com.cn/1.gif",
                    "https://track.sina.com.cn/1.gif",
                ),
                spares=("https://news.sina.com.cn/click/1.jpg",),
            ),
            Form(
                r"//d\d\.sina\.com\.cn",
                takes=("http://d1.sina.com.cn/pfpghc/qiao.jpg",),
                spares=("http://d.sina.com.cn/1.jpg",),
            ),
            Form(
                r"//[\w.]*(?:allyes|scorecardresearch)\.com",
                takes=("http://sina.allyes.com/main/adfshow", "http://b.scorecardresearch.com/p?c1=2"),
                spares=("https://www.qingya.example/allyes.com.jpg",),
            ),
        ),
    ),
    Picture(
        name="quote-chart-image",
        why="A chart that the quote server draws anew every minute.",
        forms=(
            Form(
                r"//(?:image|i)\d?\.sinajs\.cn/",
                takes=(
                    "https://image.sinajs.cn/daily/n/sz309871.gif",
                    "https://i2.sinajs.cn/min/sz309871.png",
                ),
                spares=("https://n.sinaimg.cn/finance/daily-chart.png",),
            ),
            Form(
                r"/newchart/",
                takes=("https://quote.qingya.example/newchart/daily/n/sz309871.gif",),
                spares=("https://n.sinaimg.cn/finance/chart/1.png",),
            ),
        ),
    ),
    Picture(
        name="qr-image",
        why="Codes to scan: the app's, an account's, a microblog's. The attributes are the editor's own marks of codes.",
        attrs=("qr-mark", "img-code", "black-list"),
        forms=(
            Form(
                r"/finance/cece9e13/20200514/343233024\.png",
                takes=("https://n.sinaimg.cn/finance/cece9e13/20200514/343233024.png",),
                spares=("https://n.sinaimg.cn/finance/cece9e13/20200514/343233025.png",),
            ),
            Form(
                r"qr_?code|/erweima",
                takes=(
                    "https://n.sinaimg.cn/finance/push_qrcode.png",
                    "https://www.qingya.example/img/qr_code.jpg",
                    "https://www.qingya.example/img/erweima2.png",
                ),
                spares=("https://n.sinaimg.cn/finance/qr-bridge.png",),
            ),
            Form(
                r"weixin_\w+\.(?:jpg|png)",
                takes=(
                    "https://n.sinaimg.cn/20150312/weixin_tech.jpg",
                    "https://n.sinaimg.cn/ent/weixin_ent1.png",
                ),
                spares=("https://n.sinaimg.cn/tech/weixin.jpg",),
            ),
        ),
    ),
    Picture(
        name="icon-image",
        why="Icons of the page's furniture, and the smileys of comments.",
        forms=(
            Form(
                r"//comment\.sinaimg\.cn/emoji|/emoticon",
                takes=(
                    "https://comment.sinaimg.cn/emoji/smile.png",
                    "https://img.weibo.example/emoticon/good.gif",
                ),
                spares=("https://n.sinaimg.cn/ent/emotion/1.jpg",),
            ),
            Form(
                r"/blog/misc/gif/",
                takes=("http://www.sinaimg.cn/uc/myshow/blog/misc/gif/E___0101EN00SIGG.gif",),
                spares=("http://www.sinaimg.cn/uc/myshow/blog/1.gif",),
            ),
            Form(
                r"/deco/[\w/]*(?:icon|phone|logo|btn|button)",
                takes=(
                    "http://i0.sinaimg.cn/deco/2011/0101/icon1.gif",
                    "http://i0.sinaimg.cn/ent/deco/2009/0507/entphone.gif",
                    "http://www.sinaimg.cn/IT/deco/2012/1123/logo_pgh.jpg",
                    "http://i0.sinaimg.cn/deco/2011/0101/btn_more.gif",
                    "http://i0.sinaimg.cn/deco/2011/0101/button.gif",
                ),
                spares=(
                    "http://i0.sinaimg.cn/artdeco/2011/lamp.jpg",
                    "http://i0.sinaimg.cn/deco/2011/0101/lamp.jpg",
                ),
            ),
            Form(
                r"/icon[s_/]|\bicon\.(?:png|gif)",
                takes=(
                    "https://www.qingya.example/img/icons.png",
                    "https://www.qingya.example/icon_more.jpg",
                    "https://www.qingya.example/video-icon.png",
                    "https://www.qingya.example/up-icon.gif",
                ),
                spares=("https://www.qingya.example/iconoclasts.jpg",),
            ),
        ),
    ),
)
