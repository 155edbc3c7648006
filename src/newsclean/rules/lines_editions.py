"""Lines of the site's other editions: Hong Kong (sina.com.hk) and Taiwan (sina.com.tw), 2011-2020.

They are in traditional script and in words of their own: the edition's accounts elsewhere, whose service the text is,
and the line of medium and time between title and text.
"""

from __future__ import annotations

from newsclean.rules.rows import Form, Line, Row

__all__ = ["ROWS"]

ROWS: tuple[Row, ...] = (
    Line(
        name="edition-promo",
        why="The edition's page on Facebook and its other accounts, under every text of the Hong Kong edition in 2012.",
        where="end",
        most=300,
        forms=(
            Form(
                r".{0,14}香港新浪{HAN}{2,4}(?:現已開設|正式登陸)\w{2,10}專頁，.{0,240}",
                takes=(
                    "香港新浪財經現已開設Facebook專頁，讓你隨時掌握行情！[按此 Like]",
                    "除了微博之外，香港新浪體育正式登陸Facebook專頁，每天為球迷送上新聞。",
                ),
                spares=("香港新浪財經的Facebook專頁昨日被盜用，警方正在調查。",),
            ),
            Form(
                r"我們也開了\w{1,12}(?: (?:plus )?page| 專頁).{0,80}",
                takes=(
                    "我們也開了Google plus page,有account的你,也可follow我們!",
                    "我們也開了Facebook page，歡迎加入。",
                    "我們也開了Facebook 專頁，歡迎加入。",
                ),
                spares=("我們也開了一家茶館，就在渡口旁邊。",),
            ),
            Form(
                r"https?://(?:www\.facebook|plus\.google)\.com/\w{1,40}/?",
                takes=("https://plus.google.com/100000000000000000001", "http://www.facebook.com/qingya/"),
                spares=("https://www.qingya.example/facebook.com/1", "見 http://www.facebook.com/qingya"),
            ),
        ),
    ),
    Line(
        name="edition-rights",
        why="Whose service a text is, under texts that the Hong Kong edition takes from the mainland's; and the label of the "
        "advertisements below.",
        where="end",
        most=60,
        forms=(
            Form(
                r"[(（]?內容由新浪{HAN}{2,4}提供。未經授權，不得轉載。?[)）]?",
                takes=("(內容由新浪北京提供。未經授權，不得轉載。)",),
                spares=("內容由新浪北京提供，未經授權不得轉載，這句話他看了三遍。",),
            ),
            Form(r"贊助網站", takes=("贊助網站",), spares=("贊助網站的是一家船廠。",)),
        ),
    ),
    Line(
        name="edition-head",
        why="The medium with the time in brackets, and the word before the row of sharing, between title and text in the "
        "container of the Taiwan edition.",
        where="start",
        most=60,
        forms=(
            Form(
                r"[^。！？，：()（）]{2,40}[(（]{INFO_TIME}[)）]",
                takes=("青崖電視 (2012-03-04 21:30)", "Harbour 渡口新聞（2020-03-04 21:30）"),
                spares=("青崖電視 (2012-03-04)", "青崖電視，渡口社 (2012-03-04 21:30)"),
            ),
            Form(r"分享\s*[|｜]", takes=("分享|", "分享 ｜"), spares=("分享|他把船分給了三個兒子",)),
        ),
    ),
)
