"""Lines of furniture on pages of Hong Kong and Taiwan: what the mainland's pages say in other words, or not at all.

Like the whole book they are written in simplified characters, and taken in traditional ones.
"""

from __future__ import annotations

from newsclean.rules.rows import Form, Line, Part, Row, Words

__all__ = ["ROWS"]

ROWS: tuple[Row, ...] = (
    Part(
        name="MARKED",
        why="The marks and brackets that open such a line.",
        pattern=r"[\s◎※▲▼►▶>＞》*＊（(【\[]*",
    ),
    Words(
        name="PRESS_HERE",
        why="How a reader is told to click.",
        members=("点我", "点此", "按此", "按我", "点这里"),
    ),
    Words(
        name="FAN_PAGES",
        why="What a medium offers to follow it by, beside the accounts of the mainland.",
        members=("粉丝团", "粉丝专页", "电子报", "LINE好友", "Instagram", "脸书"),
    ),
    Line(
        name="more-overseas",
        why="Invitations to read more of the medium, under the text: 看更多新闻, 更多精彩内容请见….",
        where="edges",
        most=60,
        forms=(
            Form(
                r"{MARKED}{PRESS_HERE}看.{0,16}",
                takes=("点我看更多", "▶按此看完整新闻", "（点这里看全文）"),
                spares=("老魏说，点我看更多的人，船票半价。他自己先笑了。",),
            ),
            Form(
                r"{MARKED}看更多.{0,8}(?:新闻|报导|文章|影音)[】》>)）]*",
                takes=("看更多新闻", "【看更多青崖报导】", "►看更多文章>>", "看更多影音"),
                spares=("为了看更多新闻，他买了收音机", "看更多新闻，不如去桥上走走。"),
            ),
            Form(
                r"{MARKED}更多[^。，,]{0,14}[，,]?(?:请见|请看|请上|详见)[^。，,]{1,30}",
                takes=(
                    "更多精彩内容请见青崖时报",
                    "※【更多精采内容，详见青崖时报】",
                    "更多新闻请上青崖网",
                    "更多渡口故事,请看青崖周刊",
                ),
                spares=("更多的船停在北岸，详见青崖时报的报导，他们数过。",),
            ),
            Form(
                r"{MARKED}更多[^。，,的]{2,12}报导\s*[:：]?",
                takes=("更多青崖时报报导", "▲更多渡口报导："),
                spares=("更多记者赶来报导，桥上站不下了。", "更多的报导"),
            ),
        ),
    ),
    Line(
        name="fans-overseas",
        why="Invitations to a fan page, a newsletter or an account.",
        where="edges",
        most=60,
        forms=(
            Form(
                r"{MARKED}(?:加入|追踪|订阅|按赞)[^。，,]{0,20}{FAN_PAGES}[^。，,的]{0,12}",
                takes=(
                    "加入青崖时报粉丝团",
                    "按赞加入粉丝专页",
                    "◎追踪青崖Instagram",
                    "订阅青崖时报电子报",
                    "按赞青崖脸书",
                ),
                spares=("他加入老魏的粉丝团，三年了", "加入老魏的粉丝团的人，都坐过他的船"),
            ),
        ),
    ),
    Line(
        name="health-warning",
        why="Warnings that the law or the trade asks of media in Taiwan, under stories of drink, smoke and suicide.",
        where="end",
        most=120,
        forms=(
            Form(
                r"{MARKED}(?:饮酒|喝酒|吸烟|抽烟)(?:过量)?[，,、\s]*有[害碍]健康.{0,40}",
                takes=(
                    "◎喝酒过量，有害健康",
                    "饮酒过量有碍健康；未满十八岁者，禁止饮酒",
                    "吸烟有害健康",
                    "抽烟过量、有害健康",
                ),
                spares=("医生说，吸烟有害健康，他听了三十年。",),
            ),
            Form(
                r"{MARKED}未满(?:十八|18)岁者?[，,]?(?:请勿|禁止)(?:饮酒|吸烟|观看).{0,20}",
                takes=("※未满18岁请勿饮酒", "未满十八岁者，禁止吸烟", "未满18岁者请勿观看"),
                spares=("告示说未满18岁请勿饮酒，少年们笑了。",),
            ),
            Form(
                r"{MARKED}(?:珍惜|尊重)生命.{0,70}(?:1925|1995|1980|生命线).{0,40}",
                takes=(
                    "珍惜生命，若您或身边的人有心理困扰，可拨打1925",
                    "◎尊重生命！请拨打生命线1995",
                    "※珍惜生命，张老师专线1980",
                    "珍惜生命，生命线协谈专线",
                    "珍惜生命，请拨1995",
                ),
                spares=("珍惜生命，是他三十年的家训。",),
            ),
        ),
    ),
    Line(
        name="rights-overseas",
        why="Notices of rights: with a reference mark before them, or that a text stands here by leave.",
        where="edges",
        most=100,
        forms=(
            Form(
                r"[※＊*]\s*(?:版权所有|未经).{0,50}(?:转载|转贴|引用).{0,16}",
                takes=("※版权所有，未经许可，不得转载", "＊未经授权请勿引用", "※未经同意不得转贴！"),
                spares=("版权所有的说法，转载的人都懂。",),
            ),
            Form(
                r"[（(]\s*本文(?:由|经|获)[^。，,]{2,24}授权(?:转载|刊登)[^。，,]{0,16}",
                takes=(
                    "（本文由青崖时报授权转载）",
                    "（本文经作者沈砚秋授权刊登）",
                    "（本文获青崖时报授权转载）",
                ),
                spares=("本文由青崖时报授权转载，后来撤下了。",),
            ),
        ),
    ),
    Line(
        name="tools-overseas",
        why="Tools of the page that are called otherwise than on the mainland's: 列印, 转寄, 字级设定, 回首页.",
        where="edges",
        most=60,
        forms=(
            Form(
                r"{MARKED}(?:友善列印|列印本页|转寄(?:朋友|好友)|回上一?页|回首页|回顶端)[\s】\])）]*",
                takes=(
                    "友善列印",
                    "【列印本页】",
                    "转寄朋友",
                    "转寄好友",
                    "回上一页",
                    "回上页",
                    "回首页",
                    "回顶端",
                ),
                spares=("他回首页的数字，算了一遍", "回上一页看看"),
            ),
            Form(
                r"字(?:型|级设定|级)\s*[:：]?[\s大中小|]*",
                takes=("字级设定：小 中 大", "字型：", "字级 大|中|小"),
                spares=("字型设计师住在南岸", "字级：十二"),
            ),
            Form(
                r"(?:(?:看推荐|发言|列印|转寄|推文|分享|收藏)[\s|∣｜·]*){2,}",
                takes=("看推荐∣发言∣列印∣转寄", "推文 分享 收藏"),
                spares=("他发言时分享了三个故事",),
            ),
            Form(
                r"(?:分享|推文|转贴)[到至]\s?(?:Facebook|Twitter|[Pp]lurk|LINE|脸书|噗浪)",
                takes=(
                    "分享到Facebook",
                    "推文到plurk",
                    "转贴至噗浪",
                    "分享至 LINE",
                    "转贴至脸书",
                    "推文到Twitter",
                    "推文到Plurk",
                ),
                spares=("他把照片分享到Facebook上",),
            ),
            Form(
                r"[<《«]*\s*上一则\s*[|｜]?\s*下一则\s*[>》»]*",
                takes=("上一则 下一则", "上一则 | 下一则", "«上一则｜下一则»"),
                spares=("上一则下一则新闻都是船",),
            ),
        ),
    ),
    Line(
        name="keywords-line",
        why="The keywords of the page, under the text.",
        where="end",
        most=100,
        forms=(
            Form(
                r"{MARKED}关键[字词]\s*[:：][^。！？]{1,80}",
                takes=("关键字：新桥 渡口", "◎关键词: 新桥、渡口"),
                spares=("关键字：没有人记得了。", "文章里的关键字：桥"),
            ),
        ),
    ),
)
