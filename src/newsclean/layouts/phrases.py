"""One row a kind of furniture that is a line of text: its whole wording, where it may stand, and why it goes.

Here live rows, nothing else. A pattern is matched against a whole block, from its first character to its
last, and only where the row says: a sentence of the article that holds the same words is text.
"""

from __future__ import annotations

from newsclean.layouts.rows import Phrase

__all__ = ["HOUSE", "PHRASES", "RELATED_LABEL"]

RELATED_LABEL = "(?:相关(?:新闻|阅读|报道|链接|文章|专题|推荐|资讯|视频)|延伸阅读|推荐阅读|扩展阅读|更多阅读|此前报道|早前报道|热点推荐|精彩推荐|猜你喜欢|往期回顾|往期精选|新闻链接(?=\\s*[:：])|(?:点击)?(?:进入)?专题(?=\\s*[:：]))"
HOUSE = r"https?://(?:[\w-]+\.)*(?:sina\.(?:com\.)?cn|sina\.com|weibo\.c(?:om|n)|sinadaxue\.cn)(?:[/:?#]|$)"
"""An address of the site, of its microblog and of its courses: where a link that stands alone is promotion."""

PHRASES: tuple[Phrase, ...] = (
    # --- lines that are metadata -------------------------------------------------------------------
    Phrase(
        name="original-title",
        why="Reprints open, a few close, with the title the article had at its medium (22 of 40 feed items read): metadata.",
        pattern=r"[【\[(（]?原(?:标题|题)\s*(?:[:：|｜丨]\s*|\s+)(?P<original_title>.+?)[】\])）]?(?:\s+(?:来源|源自)\s*[:：]\s*(?P<source>\S{2,30}))?",
        opens="【[(（原",
        where="edges",
        action="original_title",
        most=200,
    ),
    Phrase(
        name="source-line",
        why="来源：X on a line of its own, at the start or the end of reprints: metadata, and truer than the feed's name.",
        pattern=(
            r"[(（【\[]?(?:本文|文章|稿件|消息|新闻|信息)?(?:来源|稿源|来自|转自|转载自)于?\s*[:：|｜丨/]\s*(?P<source>[^。！？；:：]{2,40}?)(?:[（(]\s*(?:ID|公众号|微信号|微信)\s*[:：][^）)]*[）)])?"
            r"(?:[\s,，;；|｜]+(?:本文)?作者\s*[:：]\s*(?P<author>[^。！？；]{2,30}?))?"
            r"(?:\s*(?:责任编辑|责编)\s*[:：]\s*(?P<editor>[^。！？；]{0,20}?))?[)）】\]]?"
        ),
        opens="(（【[本文稿消新信来转",
        where="edges",
        action="source",
        most=80,
    ),
    Phrase(
        name="editor-line-text",
        why="The editor's line in a plain paragraph: metadata, not text.",
        pattern=(
            r"[(（【\[]?(?:(?:本文|本期)?(?:责任编辑|责编|值班编辑|执行编辑)|本[文期]编辑)\s*(?:[:：|｜丨/]|\s)\s*(?P<editor>[^。！？]{0,40}?)[)）】\]]?"
            r"|[(（]\s*编辑\s*[:：]\s*[^。，()（）]{1,24}[)）]|编辑\s*[:：]\s*S[A-Z]?\d{2,5}"
        ),
        opens="(（【[本责值执编",
        where="edges",
        action="editor",
        most=60,
    ),
    Phrase(
        name="info-line",
        why="A line of time, source and tools above the text, where the container holds it too: metadata.",
        pattern=(
            r"[^。！？，]{0,24}?(?:(?:发布|发表|更新|刊发)?(?:时间|日期)\s*[:：]\s*)?"
            r"(?P<time>(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)"
            r"(?:[^。！？，]{0,20}?(?:来源|稿源|出处)\s*[:：]\s*(?P<source>[^\s。！？，|【\[(（]{2,20}))?[^。！？，]{0,80}"
        ),
        where="start",
        action="source",
        most=160,
    ),
    # --- promotion ----------------------------------------------------------------------------------
    Phrase(
        name="analyst-promo",
        why="The promotion of the site's analyst reports before the text (1.64 % of a corpus of 2014-2026).",
        pattern=r"炒股就看.{0,12}金麒麟.{0,80}|金麒麟分析师研报.{0,60}",
        opens="炒金",
        where="edges",
        most=120,
    ),
    Phrase(
        name="column-row",
        why="The row of quote-page links over the text of finance pages (1.28 % of the same corpus).",
        pattern=r"[\s|·]*+(?:(?:热点栏目|自选股|数据中心|行情中心|资金流向|模拟交易|千股千评|个股诊断|最新评级|客户端)[\s|·]*+){2,}|热点栏目|千股千评|个股诊断",
        opens="热自数行资模千个最客|· ",
        where="anywhere",
        most=80,
    ),
    Phrase(
        name="trial-promo-text",
        why="The product-trial promotion of tech pages as a plain paragraph (0.45 % of the same corpus).",
        pattern=r"新酷产品第一时间免费试[玩用].{0,140}",
        opens="新",
        where="edges",
        most=200,
    ),
    Phrase(
        name="app-download",
        why="Invitations to load one of Sina's apps, at the edges of finance, sports and mobile pages.",
        pattern=(
            r"(?:(?:立即|点击|马上|欢迎|请)?下载[“\"「【]?新浪(?:财经|新闻|体育|科技|港股|娱乐)?[”\"」】]?\s*(?:APP|App|app|客户端).{0,80}"
            r"|新浪(?:财经|新闻|体育|港股|科技)\s*(?:APP|App|app|客户端)\s*[:：，,].{0,60}"
            r"|登录新浪(?:财经|新闻)?\s*(?:APP|App|app).{0,60}|打开新浪(?:财经|新闻)\s*(?:APP|App|app|客户端).{0,40}"
            r"|.{0,30}尽在新浪(?:财经|新闻|体育|科技)\s*(?:APP|App|app|客户端)[。！!]?"
            r"|新浪财经\s*Level-?2.{0,80}|安装新浪(?:财经|新闻)客户端.{0,60})"
        ),
        where="edges",
    ),
    Phrase(
        name="mobile-site-promo",
        why="Invitations to the mobile site under the text of 2009-2014 pages.",
        pattern=r".{0,40}(?:上|登录|访问|手机访问)手机新浪网.{0,40}|手机新浪网.{0,20}[a-z]+\.sina\.cn.{0,20}",
        where="end",
        most=100,
    ),
    Phrase(
        name="account-promo",
        why="Lines that offer stock accounts, courses and gift packs, at the edges of finance pages.",
        pattern=(
            r"(?:股市回暖|股市跌了|炒股开户|反弹行情下|股民福利|牛市来了|开户领|新股民|股市震荡|财经自媒体联盟).{0,80}"
            r"|.{0,40}(?:福利送不停|快速开户|先开户|享福利|专属投资礼包|专属理财礼包|红包.{0,6}开户)[！!。]?.{0,10}"
        ),
        where="edges",
        most=100,
    ),
    Phrase(
        name="qr-text",
        why="Press-and-hold and scan-this texts around a QR picture, at the end.",
        pattern=(
            r"(?:欢迎|请|立即|快来|现在就?|↓|▲|▼|点击[^。，]{0,14}[，,或]|更多[^。，]{0,20}[，,])*+"
            r"(?:扫描|扫一扫|扫码|扫(?=二维码)|扫下方|扫上方|微信扫|长按|识别)(?:[^。，]{0,6}，)?[^。，]{0,24}(?:二维码|下载|关注|识别|开户)[^。]{0,40}[。！!~～↓▼]?"
        ),
        opens="欢请立快现↓▲▼点更扫微长识",
        where="edges",
        most=90,
    ),
    Phrase(
        name="follow-us",
        why="Invitations to follow an account or to read on elsewhere, at the end.",
        pattern=(
            r"(?:更多(?:精彩|新闻|猛料|资讯|内容)[^。]{0,20}(?:敬请关注|请关注|欢迎关注|欢迎扫描|尽在)|(?:欢迎|敬请|请)关注(?:微信|官方|新浪|我们的)[^。]{0,10}(?:公众号|微信|微博|账号)).{0,60}"
            r"|(?:欢迎|敬请|请|阅读更多|更多).{0,60}微信.{0,10}右上角的?[+＋].{0,140}"
        ),
        opens="更欢敬请阅",
        where="end",
        most=220,
    ),
    Phrase(
        name="tip-call",
        why="Calls for tips with an address or a telephone, at the end of finance and car pages.",
        pattern=r"【(?:线索征集令|新闻线索|爆料|投稿)[^】]{0,10}】.{0,200}|.{0,60}爆料联系邮箱.{0,80}",
        where="edges",
        most=260,
    ),
    Phrase(
        name="talk-promo",
        why="The invitation to the microblog talk about shares, over the text of finance pages since 2021.",
        pattern=r"股市瞬息万变，投资难以决策.{0,60}|.{0,20}来?#?A股参谋部#?.{0,30}",
        where="edges",
        most=80,
    ),
    Phrase(
        name="forum-promo-text",
        why="进入【新浪财经股吧】讨论 as a plain paragraph, at the end of finance pages to 2018.",
        pattern=r"(?:点击)?进入.{0,4}[【\[]?.{0,10}(?:股吧|论坛|社区)[】\]]?.{0,4}(?:讨论|交流|参与讨论)[。！!]?",
        opens="点进",
        where="end",
        most=40,
    ),
    Phrase(
        name="secretary-answers",
        why="The link to more answers of board secretaries, at the end of finance flashes.",
        pattern=r"(?:点击)?查看更多(?:董秘问答|公告|研报|新闻|资讯|内容|精彩内容)\s*[>》»]{0,3}",
        opens="点查",
        where="edges",
        most=40,
    ),
    Phrase(
        name="more-pictures",
        why="Links to a page's picture set or to the whole list, under the pictures of 2009-2014 pages.",
        pattern=r"[>》»\s]*点击(?:此处|这里|下一页|图片|进入)?(?:查看|进入|观看|浏览|欣赏)?(?:全部|更多|下一页|组图)?.{0,12}(?:图片|组图|大图|下一页|全部娱乐图片|全部体育图片)[>》»\s]*",
        opens=">》» 点",
        where="anywhere",
        most=40,
    ),
    # --- notices -------------------------------------------------------------------------------------
    Phrase(
        name="disclaimer",
        why="Sina's and its partners' statements that the text is not theirs, between the 总声明 comments or as a last paragraph.",
        pattern=(
            r"(?:[(（【]?(?:新浪(?:网)?(?:财经|新闻)?(?:特别|免责|郑重)?声明|特别声明|免责声明|免责条款|风险提示声明)[】)）]?\s*[:：].*|【(?:特别声明|免责声明|版权声明|风险声明)】.*"
            r"|此消息系转载自新浪(?:网)?合作媒体.*|以上(?:文章)?内容(?:仅|只)代表作者(?:本人)?(?:个人)?观点.*|本文(?:仅|只)代表作者(?:本人)?(?:个人)?观点[,，]?.{0,60}(?:新浪|本站|本网|平台|立场).*"
            r"|[(（【]?声明[】]?\s*[:：].{0,10}(?:新浪网|本网|本文).*(?:转载|立场|版权|建议|登载).*"
            r"|(?:新浪(?:网|财经|体育|娱乐|科技|新闻)?)?独家(?:稿件)?声明\s*[:：].*|本文为作者独家授权新浪.{0,60})"
        ),
        opens="(（【新特免风此以本声独",
        where="edges",
        most=600,
    ),
    Phrase(
        name="copyright-line",
        why="Reprint and copyright formulas after the text.",
        pattern=(
            r"[(（【]?(?:未经[^。]{0,20}(?:授权|许可|允许|同意|书面)[^。]{0,20}(?:转载|使用|复制|摘编|镜像|引用)|版权(?:声明|所有(?!权))|转载(?:请|须|需|声明)|©|Copyright).{0,120}"
        ),
        opens="(（【未版转©C",
        where="end",
        most=160,
    ),
    Phrase(
        name="neighbour-pages",
        why="Links to the pages before and after, under the text of other sites' pages.",
        pattern=r"(?:[<《«]*\s*(?:上一|下一|前一|后一)[篇条页则]\s*[:：>》».]*.{0,60}\s*){1,2}",
        opens="<《« 上下前后",
        where="end",
        most=140,
    ),
    Phrase(
        name="page-numbers",
        why="The numbers of an article's pages, the current one without a link, under the text of pages to 2014.",
        pattern=(
            r"(?>[\[【(（<]?\s*(?:[0-9]{1,3}+|全文)\s*[\]】)）>]?[\s|·.…]*+)*+"
            r"(?>[\[【(（<]?\s*(?:(?:上|下)一?页|首页|末页|尾页|[共第][0-9]{1,3}+页)\s*[\]】)）>]?[\s|·.…]*+)"
            r"(?>[\[【(（<]?\s*(?:[0-9]{1,3}+|全文|(?:上|下)一?页|末页|尾页|[共第][0-9]{1,3}+页)\s*[\]】)）>]?[\s|·.…]*+)*+"
        ),
        where="end",
        opens="[【(（< 0123456789上下首末尾全共第",
        most=80,
    ),
    # --- page chrome -----------------------------------------------------------------------------------
    Phrase(
        name="chrome-words",
        why="Labels of the tool bar that loose containers swallow: two of them in one line, or one that is nothing else.",
        pattern=(
            r"(?:(?>缩小字体|放大字体|减小字号|增大字体|减小字体|收藏(?:本文|本页)?|微博|微信|分享(?:到.{2,6})?|腾讯QQ|QQ空间|QQ|语音播报|"
            r"打印(?:本页|此页|本文)?|关闭(?:窗口|本页)?|返回(?:顶部|首页|列表|上页)|回到顶部|纠错|大|中|小|字[体号](?:\s*[:：])?|浏览次数(?:\s*[:：])?(?:\s*\d+)?|"
            r"阅读(?:\s*[:：(（]\s*\d+[)）]?)?|评论|我要评论|发表评论|我有话说|举报|向前|向后)[\s|·【】\[\]()（）]*+){2,}"
            r"|[\s|·【\[(（]*(?:缩小字体|放大字体|减小字号|增大字体|减小字体|收藏本[文页]|分享到.{2,6}|打印本页|关闭窗口|返回顶部|回到顶部|语音播报|"
            r"我要评论|发表评论|欢迎发表评论|我有话说|我要反馈|保存网页|转发此文至微博|自动播放|添加喜爱|阅读全文|展开全文|加载中\.*|纠错)[\s|·】\])）]*"
        ),
        opens="缩放减增收微分腾Q语打关返回纠大中小字浏阅评我发举向欢保转自添展加|· 【[(（",
        where="anywhere",
        most=80,
    ),
    Phrase(
        name="template-leftover",
        why="Names of template fields that were never filled, and end markers of the editing tool.",
        pattern=r"(?:@@\w+@@\s*)+|THE[_ ]?END|\{?独家提供\}?|当前浏览器不支持在线预览PDF文件.{0,20}",
        opens="@T{独当",
        where="anywhere",
        most=60,
    ),
    Phrase(
        name="published-from",
        why="发布于：上海, the place a mobile post was sent from, at its end.",
        pattern=r"发布于\s*[:：]\s*\S{2,10}",
        opens="发",
        where="edges",
        most=20,
    ),
    Phrase(
        name="feedback-line",
        why="The feedback board's link under the text of every channel.",
        pattern=r"新浪(?:科技|财经|新闻|体育|娱乐|网)?意见反馈(?:留言板)?.{0,60}|欢迎批评指正",
        opens="新欢",
        where="end",
        most=100,
    ),
)
