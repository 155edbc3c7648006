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
        "picture-name",
        "search",
        "Whether an address names a picture: attributes that hold other things too, and what is meant for readers without "
        "scripts, count only so.",
        ignore_case=True,
    ),
    Question(
        "emoticon-word",
        "fullmatch",
        "Whether a picture's alternative text is the word of an emoticon, which says what it is by its brackets.",
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
        why="In the order of trust, before src, which is a placeholder where one of them stands: blogs, mobile pages, "
        "WeChat, Zhihu, WordPress and loaders of other sites. data-mcesrc is the editor's own original, not the picture "
        "shown, and is not read.",
        members=(
            "real_src",
            "data-src",
            "data-original",
            "data-lazy-src",
            "data-lazyload",
            "data-actualsrc",
            "data-original-src",
            "data-real-src",
            "data-ks-lazyload",
            "data-echo",
            "data-lazy",
            "lazy-src",
            "lazysrc",
            "_src",
        ),
        within=('<img ＿="//n.sinaimg.cn/qiao/1.jpg">',),
    ),
    Words(
        name="PICTURE_HINTS",
        why="Attributes that hold the picture on some pages (forums, loaders), and on others an address or a number: they "
        "count before src where they name a picture, and behind all others where they are an address.",
        members=("data-url", "file", "zoomfile", "data-img", "data-image"),
        within=('<img ＿="//n.sinaimg.cn/qiao/1.jpg" src="#">',),
    ),
    Words(
        name="PICTURE_SETS",
        why="The same picture in several sizes, for screens of several widths.",
        members=("data-srcset", "data-lazy-srcset", "srcset"),
        within=('<img ＿="//n.sinaimg.cn/qiao/1.jpg 1x, //n.sinaimg.cn/qiao/2.jpg 2x">',),
    ),
    Wording(
        name="picture-name",
        why="The endings of picture files, anywhere in the address: behind them stand sizes and dates. WeChat's store names "
        "the format in the query.",
        asks="picture-name",
        forms=(
            Form(
                r"\.(?:jpe?g|png|gif|webp|bmp|avif)(?![\w-])",
                takes=(
                    "//n.sinaimg.cn/qiao/1.jpg",
                    "qiao.JPEG?w=550",
                    "qiao.png",
                    "qiao.gif",
                    "qiao.webp",
                    "qiao.bmp",
                    "qiao.avif",
                ),
                spares=("https://www.qingya.example/qiao.jpg-shuo-ming/", "https://qiao.pngs.example/1"),
            ),
            Form(
                r"[?&]wx_fmt=",
                takes=("https://mmbiz.qpic.cn/mmbiz_jpg/qiao/640?wx_fmt=jpeg",),
                spares=("https://www.qingya.example/?fmt=wx",),
            ),
        ),
    ),
    Wording(
        name="emoticon-word",
        why="A word in square brackets and no more: [微笑], [doge]; microblogs write it so in text, and the picture's "
        "alternative text is that writing. Other words in brackets say what the picture is of, or what may be done with it.",
        asks="emoticon-word",
        forms=(
            Form(
                r"\[(?!\d+\]|(?:[组动]?图片?|照片|视频|广告|二维码|封面|转载|原创)[\d\]])[^\[\]\s./:：，。]{1,10}\]",
                takes=("[微笑]", "[doge]", "[图图笑]"),
                spares=(
                    *(
                        "[图片]",
                        "[图1]",
                        "[组图]",
                        "[动图]",
                        "[照片]",
                        "[视频]",
                        "[广告]",
                        "[二维码]",
                        "[封面]",
                    ),
                    *("[转载]", "[原创]", "[12]", "[转载]渡口往事", "[桥 灯]", "[qiao.jpg]"),
                ),
            ),
        ),
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
        name="emoticon",
        why="The site's microblogs draw emoticons as pictures, each with its word: their hosts since 2010, and the emoji "
        "of comments and blogs. The word stays.",
        action="word",
        attrs=("type=face", "class=W_img_face", "class=emoji"),
        forms=(
            Form(
                r"sinajs\.cn/[\w/]*/(?:expression|common/face)/",
                takes=(
                    "https://img.t.sinajs.cn/t4/appstyle/expression/ext/normal/5c/qiao_org.gif",
                    "http://img1.t.sinajs.cn/t35/style/images/common/face/ext/normal/7a/qiao.gif",
                ),
                spares=(
                    "https://img.t.sinajs.cn/t5/style/images/face/male_180.png",
                    "https://www.qingya.example/expression/1.jpg",
                ),
            ),
            Form(
                r"//face\.(?:t\.sinajs\.cn|weibo\.com)/",
                takes=("http://face.t.sinajs.cn/qiao.gif", "https://face.weibo.com/qiao.png"),
                spares=("https://face.qingya.example/weibo.com.jpg",),
            ),
            Form(
                r"//comment\.sinaimg\.cn/emoji|/emoticons?/|/emoji/",
                takes=(
                    "https://comment.sinaimg.cn/emoji_smile.png",
                    "https://h5.sinaimg.cn/m/emoticon/icon/default/d_qiao.png",
                    "https://img.weibo.example/emoticons/good.gif",
                    "https://s.w.org/images/core/emoji/13.0.1/72x72/1f600.png",
                ),
                spares=(
                    "https://n.sinaimg.cn/ent/emotion/1.jpg",
                    "https://n.sinaimg.cn/ent/emoticon-show.jpg",
                ),
            ),
        ),
    ),
    Picture(
        name="placeholder-image",
        why="Default pictures, spacers and logos of the template. The store keeps under default what belongs to no channel: "
        "templates' own files by the template's number, the picture for articles that have none (2018-04-18), and pictures "
        "of articles.",
        action="skip",
        forms=(
            Form(
                r"(?<=sinaimg\.cn/)(?:n/)?default/(?:[0-9a-f]{8}/\d{8}|feedbackpics)/",
                takes=(
                    "https://n.sinaimg.cn/default/feedbackpics/20180326/qiao.png",
                    "https://k.sinaimg.cn/n/default/2fb77759/20151125/qiao.png/w200h200.png",
                ),
                spares=(
                    "https://n.sinaimg.cn/default/crawl/132/w550h382/20220514/6204-qiao.jpg",
                    "https://n.sinaimg.cn/default/20161129/qiao-fxyawmp0513364.jpg",
                    "https://www.qingya.example/default/2fb77759/1.jpg",
                ),
            ),
            Form(
                r"/default/transform/116/w550h366/20180418/",
                takes=("https://n.sinaimg.cn/default/transform/116/w550h366/20180418/qiao.png",),
                spares=("https://n.sinaimg.cn/default/transform/116/w550h366/20180419/qiao.png",),
            ),
            Form(
                r"/(?:templates?|themes?|skins?)/default/",
                takes=(
                    "http://www.qingya.example/template/default/share.gif",
                    "http://www.qingya.example/templates/default/share.gif",
                    "http://www.qingya.example/theme/default/share.gif",
                    "http://www.qingya.example/themes/default/share.gif",
                    "http://www.qingya.example/skin/default/share.gif",
                    "http://www.qingya.example/skins/default/share.gif",
                ),
                spares=("http://www.qingya.example/upload/default/qiao.jpg",),
            ),
            Form(
                r"/images/face/(?:fe)?male_\d",
                takes=(
                    "https://img.t.sinajs.cn/t5/style/images/face/male_180.png",
                    "https://img.t.sinajs.cn/t5/style/images/face/female_180.png",
                ),
                spares=("https://www.qingya.example/images/face/1.jpg",),
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
                r"//(?:d\d|ad\d?)\.sina\.com\.cn",
                takes=(
                    "http://d1.sina.com.cn/pfpghc/qiao.jpg",
                    "http://ad4.sina.com.cn/200503/house/qiao.gif",
                    "http://ad.sina.com.cn/qiao.swf",
                ),
                spares=("http://d.sina.com.cn/1.jpg", "http://rad4.sina.com.cn/1.jpg"),
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
        why="Icons of the page's furniture and of links in microblogs, and the smileys of blogs.",
        forms=(
            Form(
                r"/timeline_card_small_",
                takes=("https://h5.sinaimg.cn/upload/2015/09/25/3/timeline_card_small_video_default.png",),
                spares=("https://n.sinaimg.cn/tech/timeline_card.png",),
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
                r"sina\.com\.hk/images/\d{6}/|/nwProvider[.\d]*/",
                takes=(
                    "http://news.sina.com.hk/images/200903/btn_print.gif",
                    "http://simg.sina.com.hk/images/nwProvider.20110615/qingya.gif",
                ),
                spares=("http://news.sina.com.hk/nw/media/0/0085/1/qiao.jpg",),
            ),
            Form(
                r"sina\.(?:com\.)?tw/(?:assets/)?images/",
                takes=(
                    "http://news.sina.com.tw/images/icon05.gif",
                    "https://newsimgs.sina.tw/assets/images/camera.2ba911.gif",
                ),
                spares=("http://news.sina.com.tw/article/images/news-1-250x0-1.jpg",),
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
