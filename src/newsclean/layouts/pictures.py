"""One row a kind of picture that is none of the article's: placeholders, counters, charts, codes to scan.

Here live rows, nothing else.
"""

from __future__ import annotations

from newsclean.layouts.rows import Picture

__all__ = ["PICTURES"]

PICTURES: tuple[Picture, ...] = (
    Picture(
        name="placeholder-image",
        why="Default pictures, spacers and logos of the template.",
        src=r"/default/|320X320\.png|default_avatar|sg_trans\.gif|/(?:c|blank|space|spacer|transparent|pixel|dot)\.gif|/loading\.gif|//simg\.sinajs\.cn/",
        words=("/default/", "320X320", "default_avatar", "sg_trans", ".gif", "simg."),
    ),
    Picture(
        name="tracker-image",
        why="Counting pixels and advertisement servers.",
        src=r"//(?:s?beacon|sax\d?|pfp|click|track)\.sina\.|//d\d\.sina\.com\.cn|//[\w.]*allyes\.com|//[\w.]*scorecardresearch\.com",
        words=("beacon.", "//sax", "//pfp.", "//click.", "//track.", "//d", "allyes", "scorecard"),
    ),
    Picture(
        name="quote-chart-image",
        why="A chart that the quote server draws anew every minute.",
        src=r"//(?:image|i)\d?\.sinajs\.cn/|/newchart/",
        words=("sinajs.cn/", "/newchart/"),
    ),
    Picture(
        name="qr-image",
        why="Codes to scan: the app's, an account's, a microblog's.",
        src=r"/finance/cece9e13/20200514/343233024\.png|qr_?code|/erweima|weixin_\w+\.(?:jpg|png)",
        words=("343233024.png", "qr", "/erweima", "weixin_"),
        attrs=("qr-mark", "img-code", "black-list"),
    ),
    Picture(
        name="icon-image",
        why="Icons of the page's furniture, and the smileys of comments.",
        src=r"//comment\.sinaimg\.cn/emoji|/emoticon|/blog/misc/gif/|/deco/[\w/]*(?:icon|phone|logo|btn|button)|/icon[s_/]|\bicon\.(?:png|gif)",
        words=("/emo", "/blog/misc/", "/deco/", "icon"),
    ),
)
