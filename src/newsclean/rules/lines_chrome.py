"""Lines of the page around the article that loose containers swallow: numbers of pages, tool bars, breadcrumbs.

Their words are everyday ones. So a word of a tool counts where a second stands beside it, or where it is the whole
line and names the page itself.
"""

from __future__ import annotations

from newsclean.rules.rows import Form, Line, Part, Question, Row, Wording, Words

__all__ = ["QUESTIONS", "ROWS"]

QUESTIONS: tuple[Question, ...] = (
    Question(
        "page-label", "match", "The number of a page before its title, in the list of an article's pages."
    ),
)

ROWS: tuple[Row, ...] = (
    Words(
        name="PAGE_LINKS",
        why="Links of a pager, on pages to 2014.",
        members=tuple("上一页 上页 下一页 下页 首页 末页 尾页".split()),
    ),
    Words(
        name="LONE_TOOLS",
        why="Tools and labels that are furniture even where they are all of a line: no article says nothing but this. They "
        "are met in tool bars, players and folded pages.",
        members=tuple(
            "缩小字体 放大字体 减小字号 增大字体 减小字体 收藏本文 收藏本页 收藏此页 打印本页 关闭窗口 返回顶部 回到顶部 语音播报 "
            "推荐给朋友 发表评论 欢迎发表评论 我有话说 我要反馈 保存网页 转发此文至微博 自动播放 添加喜爱 阅读全文 展开全文 "
            "点击加载更多 查看原文 纠错 关闭页面 返回页首 发送给朋友 点击进入浏览 随时随地看新闻".split()
        ),
    ),
    Words(
        name="ROW_TOOLS",
        why="Tools that a row in brackets always held, on pages to 2010.",
        members=tuple("评论 打印 关闭 收藏".split()),
        also=tuple(
            (word, "Here it is a tool among tools; elsewhere it stands behind a time or in an invitation.")
            for word in "评论 打印 收藏 关闭".split()
        ),
    ),
    Words(
        name="SHARED_TOOLS",
        why="Tools that are words of articles too, and furniture where another tool of the bar stands "
        "beside them.",
        members=tuple(
            "打印此页 打印本文 关闭本页 返回首页 返回列表 返回上页 微博 微信 分享 腾讯QQ QQ空间 QQ 新闻论坛 大 中 小 举报 向前 向后 转发 列印 转寄 看推荐 复制链接".split()
        ),
        also=tuple(
            (
                word,
                "Here it is a tool among tools; elsewhere it stands behind a time, in an invitation or behind a name.",
            )
            for word in "微博 微信 分享 大 中 举报 转发".split()
        ),
    ),
    Part(
        name="COUNT",
        why="The number of comments or readers behind a tool.",
        pattern=r"\s*[(（]\d+[)）]",
    ),
    Part(
        name="TOOL",
        why="A tool of a tool bar, with its number where it has one.",
        pattern=r"{LONE_TOOLS}|分享到\S{2,6}|{SHARED_TOOLS}|{ROW_TOOLS}|字[体号型](?:\s*[:：])?|浏览次数(?:\s*[:：])?(?:\s*\d+)?"
        r"|阅读(?:\s*[:：(（]\s*\d+[)）]?)?|我要评论{COUNT}?|(?:已有)?\s*[0-9]+\s*(?:条评论|人参与)|T\|T",
    ),
    Part(
        name="PAGE_NUMBER",
        why="The number of a page, or the link to all pages on one, with what divides it from the next.",
        pattern=r"(?>[\[【(（<《«]?\s*(?:[0-9]{1,3}+(?:/[0-9]{1,3}+)?|全文)\s*[\]】)）]?[\s|·.…>》»<«，,]*+)",
    ),
    Part(
        name="PAGE_WORD",
        why="A link of a pager or the count of pages, with what divides it from the next.",
        pattern=r"(?>[\[【(（<《«]*+\s*(?:{PAGE_LINKS}|(?:共|(?:当前)?第)[0-9]{1,3}+页)\s*[\]】)）]?[\s|·.…>》»<«，,]*+)",
    ),
    Line(
        name="page-numbers",
        why="The numbers of an article's pages, the current one without a link, under the text of pages to 2014.",
        where="end",
        most=160,
        forms=(
            Form(
                r"{PAGE_NUMBER}*+{PAGE_WORD}(?:{PAGE_NUMBER}|{PAGE_WORD})*+",
                takes=(
                    "[1] [2] [3] 下一页",
                    "上一页 1 2 3 下一页 全文",
                    "共3页 第1页 1/3",
                    "全文 当前第2页",
                    "首页",
                ),
                spares=("上一页的故事，到这里就结束了。", "账本共3页，末页缺了一角", "船票第2页上有个红印"),
            ),
            Form(
                r"(?:[\[【][0-9]{1,3}[\]】][\s|·]*+){2,}",
                takes=("[1][2]【3】",),
                spares=("[1] 渡口志，第三卷", "[12]"),
            ),
            Form(
                r"(?:本文导航\s*[:：]?\s*)?(?:第[0-9]{1,2}页\s*[:：][^第]{1,30}){2,12}",
                takes=("本文导航：第1页：换灯 第2页：铁匠铺", "第1页：换灯 第2页：铁匠铺"),
                spares=("第3页：水位表",),
            ),
        ),
    ),
    Wording(
        name="page-label",
        why="第1页 and the title behind it, which is the article's: the list of its pages in the text of pages to 2014.",
        asks="page-label",
        forms=(
            Form(
                r"第\s*[0-9]{1,2}\s*页\s*[:：]?\s*",
                takes=("第1页 渡口换灯", "第 2 页：铁匠铺"),
                spares=("账本的第1页 少了一角", "第一页写的是渡口"),
            ),
        ),
    ),
    Line(
        name="neighbour-pages",
        why="Links to the pages before and after, under the text of other sites' pages.",
        where="end",
        most=140,
        forms=(
            Form(
                r"(?:[<《«]*\s*[上下前后]一(?:[篇页]\s*(?:[:：>》».]+.{0,60})?|篇\s[^。]{1,60})\s*){1,2}",
                takes=(
                    "上一篇：渡口换灯 下一篇：铁匠铺",
                    "前一篇 渡口换灯",
                    "下一篇：铁匠铺",
                    "后一页>>",
                    "上一篇",
                ),
                spares=("上一篇 老桥的故事里，我写过这位老人。", "下一页的字迹更淡了", "后一篇写的是铁匠"),
            ),
            Form(
                r"(?:[\[【]\s*[上下]一[篇章节]\s*[\]】]\s*){1,2}",
                takes=("[上一篇] [下一篇]", "【上一篇】【下一篇】", "[ 下一章 ]", "[下一节]"),
                spares=("[下一篇] 写的是铁匠", "【渡口】"),
            ),
            Form(
                r"(?:[<《«]*\s*[上下前后]一[条则]\s*[:：>》».]+.{0,60}\s*){2}",
                takes=("上一条：渡口换灯 下一条：铁匠铺", "前一则：渡口换灯 后一则：铁匠铺"),
                spares=("下一条：修渡口的路", "上一条路窄，下一条路宽"),
            ),
        ),
    ),
    Line(
        name="crumb-line",
        why="The breadcrumb over the text of table pages, where the cell of the text holds it too.",
        where="start",
        most=80,
        forms=(
            Form(
                r"[^\s。，>＞»]{2,12}(?:\s*[>＞»]\s*[^\s。，>＞»]{1,16}){0,4}\s*[>＞»]{1,2}\s*正文",
                takes=("青崖网 > 渡口新闻 > 正文",),
                spares=("字号的次序是标题 > 正文 > 脚注",),
            ),
        ),
    ),
    Line(
        name="chrome-words",
        why="Labels of the tool bar that loose containers swallow: two of them in one line, or one that is nothing else.",
        where="anywhere",
        most=80,
        forms=(
            Form(
                r"(?=.{6}|.*[\s|·【】\[\]()（）]|(?:字[体号][:：]?)?(?:大中小|小中大)|打印关闭)"
                r"[\s|·【\[(（]*+(?:(?>{TOOL})[\s|·【】\[\]()（）]*+){2,}",
                takes=(
                    "微博 微信 分享",
                    "收藏打印关闭",
                    "字号大中小",
                    "字体小中大",
                    "收藏 打印",
                    "大中小",
                    "打印关闭",
                    "分享到新浪微博 打印",
                    "浏览次数：120 评论",
                    "浏览次数 纠错",
                    "阅读(15) 我要评论(3)",
                    "阅读 我要评论",
                    "欢迎发表评论 已有120条评论",
                    "0人参与 0条评论 打印 转发",
                    "字号:T|T",
                    "字型： 看推荐 发表评论 列印 转寄",
                ),
                spares=("微博评论", "中小", "大小", "他把微博 微信都关了"),
            ),
            Form(
                r"[\s|·【\[(（]*(?:{LONE_TOOLS}|分享(?:到.{2,6}|到?[:：])|我要评论{COUNT}?)[\s|·】\])）]*",
                takes=("【打印本页】", "分享到微博", "分享到：", "分享：", "我要评论(12)", "我要评论"),
                spares=("打印", "我要评论一句", "分享到家家户户的灯火里"),
            ),
            Form(
                r"[\s|·【\[(（]*(?:打开\s?A(?:PP|pp)\s?阅读全文|返回搜狐[，,]\s?查看更多|(?:正在)?加载中[.…]*|[▲↑]\s?TOP)"
                r"[\s|·】\])）]*",
                takes=(
                    "打开APP阅读全文",
                    "打开App 阅读全文",
                    "返回搜狐，查看更多",
                    "加载中...",
                    "正在加载中…",
                    "▲TOP",
                    "↑ TOP",
                ),
                spares=("他打开APP阅读全文时，船开了。", "返回搜狐的那批老员工", "加载中的页面转了一夜"),
            ),
        ),
    ),
    Part(
        name="BRACKETED",
        why="A word of a row of tools, in its bracket.",
        pattern=r"[【\[［][^\[\]【】［］。，：]{1,10}[】\]］][\s|·]*+",
    ),
    Part(
        name="BRACKETED_TOOL",
        why="A tool of such a row, in its bracket.",
        pattern=r"[【\[［]\s*+(?:{ROW_TOOLS}|大\s*中\s*小)\s*+[】\]］][\s|·]*+",
    ),
    Line(
        name="tool-row",
        why="A row of tools in brackets, under the text of pages to 2010: 【评论】【推荐】【大 中 小】【打印】.",
        where="edges",
        most=120,
        forms=(
            Form(
                r"{BRACKETED}{0,8}{BRACKETED_TOOL}{BRACKETED}{2,8}",
                takes=(
                    "【渡口论坛】【推荐】【评论】【我来说两句】【转发】",
                    "【大 中 小】【推荐】【渡口论坛】",
                ),
                spares=("【评论】【渡口】灯亮了，人都来了", "【渡口】【铁匠】【船工】"),
            ),
            Form(
                r"{BRACKETED}{2,8}{BRACKETED_TOOL}{BRACKETED}?",
                takes=("【渡口论坛】【推荐】【关闭】", "【渡口论坛】【推荐】【打印】【转发】"),
                spares=("【推荐】【渡口】灯下的铁匠",),
            ),
        ),
    ),
    Line(
        name="template-leftover",
        why="Names of template fields that were never filled, and end markers of the editing tool.",
        where="anywhere",
        most=240,
        forms=(
            Form(
                r"(?:@@\w+@@\s*)+",
                takes=("@@title@@ @@teacher_name@@",),
                spares=("他在每条微博里都@@青崖晚报",),
            ),
            Form(
                r"<!--article_adlist\[.{0,200}",
                takes=("<!--article_adlist[扫码关注渡口",),
                spares=("<!--渡口换灯-->",),
            ),
            Form(
                r"\]?article_adlist(?:-->)?",
                takes=("]article_adlist-->", "article_adlist"),
                spares=("模板里的article_adlist是什么意思",),
            ),
            Form(
                r"THE[_ ]?END",
                takes=("THE_END", "THE END"),
                spares=("THE END OF THE FERRY",),
            ),
            Form(
                r"\{?独家提供\}?",
                takes=("{独家提供}",),
                spares=("照片由青崖晚报独家提供",),
            ),
            Form(
                r"当前浏览器不支持在线预览PDF文件.{0,20}",
                takes=("当前浏览器不支持在线预览PDF文件，请下载",),
                spares=("他说当前浏览器不支持在线预览PDF文件",),
            ),
        ),
    ),
    Line(
        name="published-from",
        why="发布于：上海, the place a mobile post was sent from, at its end.",
        where="edges",
        most=20,
        forms=(
            Form(
                r"发布于\s*[:：]\s*\S{2,10}",
                takes=("发布于：青崖", "发布于： 北岫县"),
                spares=("这份通告发布于：三月四日", "发布于渡口的告示"),
            ),
        ),
    ),
    Words(
        name="FEEDBACK_BOARDS",
        why="The channels whose feedback board the footers link to.",
        members=tuple("科技 财经 新闻 体育 娱乐 网".split()),
        also=tuple(
            (
                word,
                "Here it is a channel of the site in the name of its board; elsewhere it ends a medium's name.",
            )
            for word in "科技 财经 新闻 体育 娱乐 网".split()
        ),
    ),
    Line(
        name="feedback-line",
        why="The feedback board's link under the text of every channel.",
        where="end",
        most=100,
        forms=(
            Form(
                r"新浪{FEEDBACK_BOARDS}?意见反馈(?!的).{0,60}",
                takes=("新浪财经意见反馈留言板 电话：400-000-0000", "新浪意见反馈留言板"),
                spares=("新浪财经把读者的意见反馈给了厂家", "新浪财经意见反馈的电话，打了三天没有人接。"),
            ),
            Form(r"欢迎批评指正", takes=("欢迎批评指正",), spares=("书里难免有错，欢迎批评指正",)),
            Form(r"举报\s*/\s*反馈", takes=("举报/反馈",), spares=("举报和反馈各有一个窗口",)),
            Form(
                r"文章关键词\s*[:：].{0,60}",
                takes=("文章关键词： 渡口 新灯",),
                spares=("这篇文章关键词：灯",),
            ),
        ),
    ),
)
