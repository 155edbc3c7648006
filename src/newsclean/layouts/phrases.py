"""One row a kind of furniture that is a line of text: its whole wording, where it may stand, and why it goes.

Here live rows and the patterns they are made of. A pattern is matched against a whole block, or a line of a paragraph
broken by br, from its first character to its last, and only where the row says: a sentence of the article that holds
the same words is text.
"""

from __future__ import annotations

from newsclean.layouts.credits import BARS, HAN, WORKERS, WRITERS
from newsclean.layouts.rows import Phrase

__all__ = ["AUTHORITIES", "CREDIT_LINE", "EDITOR_TAIL", "HOUSE", "PHRASES", "PICTURE_DESKS", "RELATED_LABEL"]

RELATED_LABEL = "(?:相关(?:新闻|阅读|报道|链接|文章|专题|推荐|资讯|视频)|延伸阅读|推荐阅读|扩展阅读|更多阅读|此前报道|早前报道|热点推荐|精彩推荐|编辑推荐|小编推荐|猜你喜欢|您?可能感兴趣的?(?:文章|内容|新闻)?|相关报道请见|往期回顾|往期精选|新闻链接(?=\\s*[:：])|(?:点击)?(?:进入)?专题(?=\\s*[:：]))"
HOUSE = r"https?://(?:[\w-]+\.)*(?:sina\.(?:com\.)?cn|sina\.com|weibo\.c(?:om|n)|sinadaxue\.cn)(?:[/:?#]|$)"
"""An address of the site, of its microblog and of its courses: where a link that stands alone is promotion."""

EDITOR_TAIL = (
    r"\s*[（(【\[]\s*(?:责任编辑|责编|本文编辑|编辑)\s*[:：|｜]\s*(?P<bracketed>[^()（）。，；]{1,24})[)）】\]]\s*$"
    r"|(?<=[。！？”）)])\s*(?:责任编辑|责编)\s*[:：]\s*(?P<bare>[^()（）。，；]{1,16})$"
)
"""The editor behind the last sentence of a text: metadata, in the paragraph's own line."""
PICTURE_DESKS = r"(?:视觉中国|摄图网|图虫|东方IC|IC\s?photo|Wind|万得|Choice|iFinD|同花顺|公司(?:公告|官网|供图)).{0,30}|全景(?:视觉|网)?|网络|互联网|资料图|.{0,30}(?:(?:研究|设计|规划|学)院|所|研究部?|数据库|公司|证券|银行|大学|协会|公告|招股书|[年财研公通简]报)"
"""Who pictures, charts and tables come from and articles seldom: 来源：X right under one then tells of it."""
AUTHORITIES = r".{0,30}[局厅委院]"
"""Who charts in the middle of a text come from; under a picture that ends it, or is all of it, the text is theirs."""

_SIGN = f"[:：/{BARS}]"  # what stands between a label and its value
_MEDIUM = r"(?:[^。！？；:：()（）]|[(（][^()（）]{1,20}[)）])"  # a character of a medium's name, or a bracket in it
_CREDIT = f"(?:本文作者|{'|'.join((*WRITERS, *WORKERS))}|撰文|图文|文字?|采写|时间|日期)"
CREDIT_LINE = (
    rf"[(（【\[]?(?:本文|本期)?{_CREDIT}\s*{_SIGN}\s*[^。！？：:]{{1,30}}[)）】\]]?|©.{{0,40}}|-+\s*END\s*-+"
)
"""A line of who did what, which stays: it may stand between the article and the lines at its edge."""
_USE = "(?:[、或和及]|复制|使用|引用|转载|传播|改编|翻版|镜像|发布|擅自|以任何形式|以任何方式)"
# What the notices of authorities and shops ask of those who scan: their sentences are text.
_DUTIES = "填写 申报 登记 报备 购票 付款 支付 点餐 缴费 核验 出示 健康码 行程 场所码 核酸 不再 取消 要求 办法 谨防 认准 生意 入园 屏幕"
# What authorities give those who follow their accounts, and questions: no promotion.
_SERVICES = "政策 发布的权威 查询 咨询 拨打 申报 通报 披露 发布会 疫苗 核酸 采样 防控 预约 ？"
_TOOL = (
    r"(?:缩小字体|放大字体|减小字号|增大字体|减小字体|收藏(?:本文|本页|此页)?|微博|微信|分享(?:到\S{2,6})?|腾讯QQ|QQ空间|QQ|语音播报|新闻论坛|推荐给朋友|"
    r"打印(?:本页|此页|本文)?|关闭(?:窗口|本页)?|返回(?:顶部|首页|列表|上页)|回到顶部|纠错|大|中|小|字[体号](?:\s*[:：])?|浏览次数(?:\s*[:：])?(?:\s*\d+)?|"
    r"阅读(?:\s*[:：(（]\s*\d+[)）]?)?|我要评论(?:\s*[(（]\d+[)）])?|欢迎发表评论|已有\s*\d+\s*条评论|评论|发表评论|我有话说|举报|向前|向后)"
)
_BRACKETED = r"[【\[［][^\[\]【】［］。，：]{1,10}[】\]］][\s|·]*+"  # a word of such a row, in its bracket
_TOOL_IN_BRACKETS = r"[【\[［]\s*+(?:评论|打印|关闭|收藏|大\s*中\s*小)\s*+[】\]］][\s|·]*+"
_NUMBER = r"(?>[\[【(（<《«]?\s*(?:[0-9]{1,3}+(?:/[0-9]{1,3}+)?|全文)\s*[\]】)）]?[\s|·.…>》»<«，,]*+)"
_PAGE = r"(?>[\[【(（<《«]*+\s*(?:(?:上|下)一?页|首页|末页|尾页|(?:[共第]|当前第)[0-9]{1,3}+页)\s*[\]】)）]?[\s|·.…>》»<«，,]*+)"
_FOLLOW = "关注|下载|注册|加入|进群|加群|入群|领取|获取|了解|查看|阅读|观看|收看|参与|报名|预约|开户|识别|订阅|添加|打开"

PHRASES: tuple[Phrase, ...] = (
    # --- lines that are metadata -------------------------------------------------------------------
    Phrase(
        name="original-title",
        why="Reprints open, a few close, with the title the article had at its medium (22 of 40 feed items read): metadata.",
        pattern=(
            rf"[【\[(（]?原(?:标题|题)\s*(?:{_SIGN}\s*|\s+)(?P<original_title>.+?)[】\])）]?"
            r"(?:(?:\s+|\s*[(（])(?:来源|源自)\s*[:：]\s*(?P<source>[^\s()（）]{2,30})[)）]?)?(?:\s+作者\s*[:：]\s*(?P<author>\S{2,30}))?"
        ),
        opens="【[(（原",
        where="edges",
        action="original_title",
        most=200,
        words=("原题", "原标题"),
    ),
    Phrase(
        name="source-line",
        why="来源：X on a line of its own, at the start or the end of reprints: metadata, and truer than the feed's name.",
        pattern=(
            r"(?!.*[，,].*。$|.{0,10}一[位名])[(（【\[]?(?:本文|文章|稿件|消息|新闻|信息)?"
            rf"(?:(?:来源|稿源|来自|转自|转载自|首发于)于?(?:(?:微信)?公众号)?\s*{_SIGN}|来源\s+(?=\S{{2,18}}(?:报|网|社|台|刊|客户端|新闻|财经|证券|频道)[)）】\]]?$))"
            rf"\s*(?P<source>{_MEDIUM}{{2,40}}?)"
            r"(?:\s*[(（]\s*(?:(?:ID|微信公众号|公众号(?:ID)?|微信号|微信)\s*[:：][^）)]*|[A-Za-z0-9_.\- ]{2,30}|(?:记者|通讯员|作者)[^()（）]{1,24})[）)](?:综合[^。]{0,30})?)?"
            r"(?:[\s,，;；|｜]+(?:本文)?作者\s*[:：]\s*(?P<author>[^。！？；:：]{2,30}?))?"
            rf"(?:[\s,，;；|｜]+{_CREDIT}(?:\s*{_SIGN}|\s|来自|来源).{{0,60}}|\s*(?:责任编辑|责编)\s*[:：].{{0,40}}|\s+(?:19|20)\d\d[-/.年].{{0,20}})?[)）】\]。]?"
        ),
        opens="(（【[本文稿消新信来转首",
        where="edges",
        action="source",
        most=100,
        words=("来源", "稿源", "来自", "转自", "转载自", "首发于"),
    ),
    Phrase(
        name="editor-line-text",
        why="The editor's line in a plain paragraph: metadata, not text.",
        pattern=(
            rf"[(（【\[]?(?:(?:本文|本期|实习)?(?:责任编辑|责编|值班编辑|执行编辑)|本[文期]编辑|(?:实习|见习)编辑(?=\s*[:：]|\s{HAN}{{2,4}}[)）]?$))\s*(?:{_SIGN}|\s)\s*(?P<editor>[^。！？]{{0,40}}?)[)）】\]]?"
            rf"|[(（]\s*(?:编辑\s*[:：]?\s*)?{HAN}{{2,4}}\s*S[A-Z]\d{{2,4}}\s*[)）]|[(（]\s*编辑\s*(?::|：|\s)\s*[^。，()（）]{{1,24}}[)）]"
            r"|编辑\s*(?::|：)\s*S[A-Z]?\d{2,5}|\(?Editors?\s*(?::|：)\s*[A-Z][A-Za-z .,'-]{2,40}\)?"
        ),
        opens="(（【[本责值执编实见E",
        where="edges",
        action="editor",
        most=60,
        words=("编", "S", "Editor"),
    ),
    Phrase(
        name="info-line",
        why="A line of time, source and tools above the text, where the container holds it too: metadata. A time with "
        "anything else on its line, or with the label of an event, is text.",
        pattern=(
            r"(?:(?:https?://)?[^\s。！？，:：]{2,24}\s+)?(?:(?:发布|发表|更新|刊发|发稿)(?:时间|日期)?\s*[:：]\s*|(?:时间|日期)\s*[:：]\s*(?=.{0,40}(?:来源|稿源|出处|作者|编辑|责编|浏览|字[号体])))?"
            r"(?P<time>(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)"
            r"(?:[^。！？，]{0,20}?(?:来源|稿源|出处)\s*[:：]\s*(?P<source>[^\s。！？，|【\[(（]{2,20}))?"
            r"(?:[\s|·【\[(（]*(?:作者|编辑|责编|责任编辑|记者|浏览|阅读|播放|点击|评论|我[要有]|字[号体]|大|打印|分享|收藏|新浪|"
            r"[^\s。！？，:：]{2,14}(?:(?<![预举通情])报|[网社台刊]|杂志|新闻|在线|频道|电视|广播|财经|客户端|经济报道)(?=\s|$))[^。！？]{0,80})?"
        ),
        where="start",
        action="source",
        most=160,
        words=("19", "20"),
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
            r"(?:(?:更多[^。，]{0,14})?(?:立即|点击|马上|欢迎|请)?下载[“\"「【]?新浪(?:财经|新闻|体育|科技|港股|娱乐)?[”\"」】]?\s*(?:APP|App|app|客户端).{0,80}"
            r"|新浪(?:财经|新闻|体育|港股|科技)\s*(?:APP|App|app|客户端)\s*[:：，,].{0,60}"
            r"|登录新浪(?:财经|新闻)?\s*(?:APP|App|app).{0,60}|打开新浪(?:财经|新闻)\s*(?:APP|App|app|客户端).{0,40}"
            r"|.{0,30}尽在新浪(?:财经|新闻|体育|科技)\s*(?:APP|App|app|客户端)[。！!]?"
            r"|新浪财经\s*Level-?2\s*(?:[:：]|A股|极速).{0,80}|安装新浪(?:财经|新闻)客户端.{0,60})"
        ),
        where="edges",
        spares=("，他", "，她", "用户中", "记者"),
        words=("新浪",),
        invites=True,
    ),
    Phrase(
        name="house-slogan",
        why="The finance site's slogans, which no article says: 海量资讯、精准解读，尽在新浪财经APP; A股开户享福利.",
        pattern=r"海量资讯、精准解读[，,]?\s*(?:尽在新浪财经\s?(?:APP|App))?[。！!]?|(?:点击(?:进入)?)?[“\"【]?A股开户享福利[”\"】]?[！!>》]*",
        opens='海点“"【A',
        where="anywhere",
        most=40,
        invites=True,
    ),
    Phrase(
        name="mobile-site-promo",
        why="Invitations to the mobile site under the text of 2009-2014 pages.",
        pattern=r".{0,40}(?:上|登录|访问|手机访问)手机新浪网.{0,40}|手机新浪网.{0,20}[a-z]+\.sina\.cn.{0,20}",
        where="end",
        most=100,
        words=("手机新浪网",),
    ),
    Phrase(
        name="account-promo",
        why="Lines that offer stock accounts, courses and gift packs, at the edges of finance pages: the slogan and what "
        "is promised. The slogan's words alone are what markets are written about in.",
        pattern=(
            r"(?:股市回暖|股市跌了|炒股开户|反弹行情下|股民福利|牛市来了|开户领|新股民|股市震荡|财经自媒体联盟)"
            r".{0,60}?(?:先开户|[快极]速开户|开户[^。，]{0,6}(?:享|领|送|福利|礼)|享福利|送福利|福利来了|礼包|红包|京东卡|投顾|金股|送给你|免费送|快速上车|在线解答|自媒体作者|>>|》》).{0,60}"
            r"|(?:股市回暖|股市跌了|炒股开户|股民福利|牛市来了|新股民|股市震荡).{0,40}?(?:点击(?:查看|进入|领取|了解|这里|下方|图片|链接|开户)[^。，]{0,12}|必看的[^。，]{2,10}(?:软件|课程|攻略))"
        ),
        opens="股炒反牛开新财",
        where="edges",
        most=100,
        spares=("诈骗", "骗局", "警惕", "防范"),
    ),
    Phrase(
        name="account-offer",
        why="The same offers under any other slogan.",
        pattern=(
            r".{0,40}(?:福利送不停|(?:扫.{0,12}|点击.{0,8}|立即|马上|极速.{0,4}|[，,].{0,2})(?:快速|先)开户|(?:快速|先)开户[！!>》]|享福利|(?<!领取)专属(?:投资|理财)礼包|红包.{0,6}开户)[！!。]?.{0,10}"
            r"|.{0,60}(?:现金红包|京东卡|投顾服务).{0,40}(?:>>|》》)|新浪合作大?平台.{0,8}开户.{0,20}|[^。]{0,30}开户[^。]{0,20}(?<![得再导])点击开户[！!>》]*"
        ),
        where="edges",
        most=100,
        words=("开户", "福利", "礼包", "红包", "京东卡", "投顾服务"),
    ),
    Phrase(
        name="qr-text",
        why="Press-and-hold and scan-this texts around a QR picture, at the end.",
        pattern=(
            r"(?:欢迎|请|立即|快来|现在就?|↓|▲|▼|(?:点击|想)[^。，,或]{0,14}[，,或]|更多[^。，]{0,20}[，,])*+"
            r"(?:(?:扫描|扫一扫|扫码|扫(?=二维码)|扫下方|扫上方|微信扫)(?:[^。，]{0,6}，)?[^。，,]{0,24}(?:二维码|下载|关注|开户|添加微信|分享到朋友圈)"
            r"|(?:长按|识别)(?:[^。，]{0,6}，)?[^。，,]{0,24}(?:二维码|下载|关注|识别))[^。，,]{0,30}"
            rf"(?:[，,]\s*(?:即可|就能|可以?|来|去|一起|并|立即|马上|快速|极速|在线|一键|直接|免费|更多|[0-9]分钟)*(?:{_FOLLOW})[^。，,]{{0,30}}){{0,3}}[。！!~～↓▼>》]*"
        ),
        opens="欢请立快现↓▲▼点想更扫微长识",
        where="edges",
        most=90,
        spares=(*_DUTIES.split(), "查询", "政策", "手册", "？"),
        invites=True,
        words=("二维码", "下载", "关注", "识别", "开户", "扫"),
    ),
    Phrase(
        name="follow-us",
        why="Invitations to follow an account or to read on elsewhere, at the end.",
        pattern=(
            r"[(（【▼\[]?\s*(?:更多[^。，]{0,4}(?:精彩|新闻|猛料|资讯|内容|原创)[^。]{0,20}(?:敬请关注|请关注|欢迎关注|欢迎扫描|尽在|请?(?:在应用市场)?下载)"
            r"|(?:欢迎|敬请|请)关注[^。，]{0,20}(?:公众号|订阅号|服务号|视频号|微信|微博|账号)|微信搜索[“\"「].{2,16}[”\"」]).{0,60}"
            r"|更多详细新闻请浏览.{2,40}|(?:欢迎|敬请|请|阅读更多|更多).{0,60}微信.{0,10}右上角的?[+＋].{0,140}"
            r"|(?:欢迎|请)?关注[^。，]{0,20}(?:我们|公众号|订阅号|视频号|微信|微博|账号)[^。，]{0,20}[，,]\s*(?:获取|了解|阅读|查看|掌握)更多.{1,140}|[↓▼\s]*点击(?:上方|下方)?[“\"「]?(?:蓝字)?[”\"」]?关注(?:我们|本号)?(?:[，,][^。]{0,12})?[！!。~↓▼]*"
            r"|(?:请|欢迎)?下载[“\"「]?[^。，“”]{2,10}[”\"」]?\s*(?:APP|App|app|客户端)[，,]\s*(?:看|查看|掌握|获取|了解|阅读)[^。]{0,4}更多[^。]{0,16}"
            r"|[↓▼\s]*(?:点击|戳)?(?:左下角|下方|文末)?[“\"「]?阅读原文[”\"」]?.{0,20}|(?:[喜觉如][^。]{1,10}[，, ]\s*)?(?:请|给我)?点(?:个|亮|击)?(?:[“\"「]在看.{0,12}|在看[呗吧哦]?[！!。~]*)"
            r"|(?:分享|点赞|收藏|转发)(?:[、，\s]*(?:分享|点赞|收藏|转发))*[、，\s]*(?:点?在看|一键三连)[，,！!\s]*(?:一键三连)?[！!]?"
        ),
        opens='更欢敬请阅[(（【微↓▼点戳左下文喜觉如关分收转给在“"「',
        where="end",
        most=220,
        spares=("年报", "年度报告", "公告", "公报", "白皮书", *_SERVICES.split()),
        invites=True,
        words=(
            "关注",
            "微信",
            "阅读原文",
            "在看",
            "扫描",
            "尽在",
            "下载",
            "搜索",
            "浏览",
            "点赞",
            "分享",
            "收藏",
            "转发",
        ),
    ),
    Phrase(
        name="follow-house",
        why="Invitations to follow one of Sina's own accounts, before and after the text: 欢迎关注“新浪科技”的微信订阅号.",
        pattern=(
            r"[(（【]?(?:点击|欢迎|敬请|请)*关注[“\"「]?(?:新浪|创事记|微信|官方)[^。，]{0,20}(?:公众号|订阅号|服务号|微信|微博|账号).{0,40}[)）】]?"
        ),
        opens="(（【点欢敬请关",
        where="edges",
        most=100,
        spares=tuple(_SERVICES.split()),
        invites=True,
        words=("关注",),
    ),
    Phrase(
        name="house-desk",
        why="What Sina's desks put around the text of finance, military, education and sports pages for themselves: shows, "
        "complaint boards, hot lists of the microblog.",
        pattern=(
            r"新浪基金曝光台\s*[:：].{0,120}|(?:新浪直播)?[\s|｜]*百位牛人在线解读.{0,40}|24小时环球市场要闻.{0,30}|24小时滚动播报最新的财经资讯.{0,80}"
            r"|新浪财经股民维权平台\s*[:：].{0,60}|受损投资者可(?:点击|进入)新浪股民维权平台.{0,30}|新浪财经公众号|微博推荐\s*[|｜]\s*今日微博热点.{0,20}"
            r"|更多信息请访问\s*[:：]\s*新浪.{0,80}|(?:随时随地看新闻[，,]?\s*)?手机登录\s*[\w.]{4,30}|点击查看(?:美股|港股|A股|全球)(?:实时)?行情[\s>》»]*|新浪军事\s*[:：]\s*最多军迷.{0,20}"
            r"|[【\[]?(?:消费(?:遇|起)?纠纷[，,]\s*就?上.{0,2}黑猫投诉.{0,8}|(?:如果|如有)您?有?.{0,16}(?:线索|投诉).{0,8}黑猫投诉.{0,40}|下载.{0,2}黑猫投诉.{0,12})|股市直播\s*[:：]?\s*图文直播间.{0,20}|点击进入专题\s*[:：].{2,30}"
        ),
        opens="新百2受微更随手点消股如下【[ |｜",
        where="edges",
        most=160,
        words=(
            "曝光台",
            "百位牛人",
            "24小时",
            "维权平台",
            "公众号",
            "微博推荐",
            "更多信息",
            "手机登录",
            "点击查看",
            "黑猫",
            "军迷",
            "图文直播间",
            "专题",
        ),
    ),
    Phrase(
        name="tip-call",
        why="Calls for tips with an address or a telephone, at the end of finance and car pages.",
        pattern=r"【(?:线索征集令|新闻线索|爆料|投稿)[^】]{0,10}】.{0,200}?(?:邮箱|热线|@|[0-9]{7}|(?:电话|微信)\s*[:：]).{0,200}|.{0,60}爆料联系邮箱.{0,80}|(?:商务|广告|投稿)合作[^。]{0,6}(?:请加|请?联系|加)[^。]{0,4}(?:微信|QQ|邮箱)\s*[:：]?\s*[A-Za-z0-9][^。]{0,40}",
        where="edges",
        most=260,
        words=("线索", "爆料", "投稿", "合作"),
    ),
    Phrase(
        name="talk-promo",
        why="The invitation to the microblog talk about shares, over the text of finance pages since 2021.",
        pattern=r"股市瞬息万变，投资难以决策.{0,60}|.{0,20}来?#?A股参谋部#?.{0,30}",
        where="edges",
        most=80,
        words=("股市瞬息万变", "A股参谋部"),
    ),
    Phrase(
        name="forum-promo-text",
        why="进入【新浪财经股吧】讨论 as a plain paragraph, at the end of finance pages to 2018.",
        pattern=r"(?:点击)?进入.{0,4}[【\[]?.{0,10}(?:股吧|论坛|社区)[】\]]?.{0,4}(?:讨论|交流|参与讨论)[。！!]?|欢迎访问新浪.{0,8}(?:论坛|博客圈).{0,12}",
        opens="点进欢",
        where="end",
        most=40,
    ),
    Phrase(
        name="secretary-answers",
        why="The link to more answers of board secretaries, at the end of finance flashes.",
        pattern=r"(?:点击)?查看更多(?:董秘问答|公告|研报|新闻|资讯|内容|精彩内容)\s*[>》»]{0,3}|更多[^。，\s]{1,8}\s*[>》»]{2,3}|查看本产品报价\s*[>》»]{0,3}",
        opens="点查更",
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
            r"(?:[(（【]?(?:新浪(?:网)?(?:财经|新闻)?(?:特别|免责|郑重)?(?:声明|提示))[】)）]?\s*[:：].*"
            r"|[(（【]?(?:特别声明|免责声明|免责条款|风险提示声明)[】)）]?\s*[:：].*?(?:转载|观点|立场|新浪|本[网站刊]|平台|建议|版权|自媒体|参考|侵权|真实性|责任|(?:市场|投资)有风险|风险自[负担]|盈亏自负|据此).*|【(?:特别声明|免责声明|版权声明|风险声明)】.*"
            r"|此消息系转载自新浪(?:网)?合作媒体.*|以上(?:文章)?内容(?:仅|只)代表作者(?:本人)?(?:个人)?观点.*|[(（]?本文(?:仅|只)代表作者(?:本人)?(?:个人)?观点[,，]?.{0,60}(?:新浪|本站|本网|平台|立场).*"
            r"|[(（【]?声明[】]?\s*[:：].{0,40}(?:新浪|本网|本文).*(?:转载|立场|版权|建议|登载).*|本栏目(?:所有)?文章.{0,20}(?:传递更多信息|代表).*"
            r"|(?:新浪(?:网|财经|体育|娱乐|科技|新闻)?)?独家(?:稿件)?声明\s*[:：].*|本文为作者独家授权新浪.{0,60})"
        ),
        opens="(（【新特免风此以本声独",
        where="edges",
        most=600,
        spares=("我公司", "我司", "本通告", "本通知", "说，"),
        words=("声明", "提示", "条款", "此消息系", "代表", "传递", "独家授权"),
    ),
    Phrase(
        name="stance-notice",
        why="That a text is its author's view and no advice, in the words of those it was taken from: two such formulas "
        "in one line, or one of a text about itself.",
        pattern=(
            r"[(（【*＊]?\s*(?:以上|本文|文章|文中|上述)[^。，；]{0,12}(?:仅供参考|不构成[^。，]{0,10}建议)[】)）]?[，,。；].*(?:不构成|据此|自[担负]|谨慎|个人观点).*"
            r"|[^。，：:\s]{2,10}声明\s*[:：].*(?:不构成[^。，]{0,8}建议|仅供参考).*(?:据此|自[担负]|谨慎).*"
            r"|[*＊]?\s*本文(?:为|系|仅代表|属)作者.{0,10}观点[，,].{0,6}不代表.{2,24}|声明[:：].*(?:观点|内容)[^。]{0,6}(?:仅|只)代表作者.*"
            r"|(?:本文首发于(?:微信公众号)?[:：][^。，：:]{2,20}。\s*)?文章内容属作者个人观点[，,]不代表.{2,12}立场.*|.{0,24}文章均为作者个人观点[，,].{0,4}不代表.{2,24}"
        ),
        where="end",
        most=240,
        spares=("说，", "称，", "表示，", "写道", "强调", "公司声明", "我公司", "本公司"),
        words=("不构成", "仅供参考", "不代表", "代表作者"),
    ),
    Phrase(
        name="information-notice",
        why="Notices that what a page tells is for information: under examinations, horoscopes, health and columns.",
        pattern=(
            r"[(（【\[★＊*]*\s*[^。：:，]{0,8}(?:声明|说明|提示|提醒)\s*(?:[\]】）)]\s*[:：]?|[:：])\s*[^\s].{0,120}(?:新浪|本站|本网|作者(?:本人)?(?:个人)?观点)"
            r".{0,80}(?:无关|仅供参考|仅作参考|不代表|自行核实|赞同|登载).*"
        ),
        where="end",
        most=300,
        words=("声明", "说明", "提示", "提醒"),
        spares=("说，", "称，", "表示，"),
    ),
    Phrase(
        name="house-stance",
        why="That the views of a text are not the site's, behind a warning of risk.",
        pattern=r".{0,24}(?:文章|本文)中?的?(?:观点|内容)不代表新浪.{0,20}",
        where="edges",
        most=80,
        words=("不代表新浪",),
        spares=("说，", "称，", "表示，"),
    ),
    Phrase(
        name="copyright-line",
        why="Reprint and copyright formulas after the text. They speak of reprinting, and of themselves; a law that asks "
        "for somebody's consent is text.",
        pattern=(
            r"[(（【]?(?:未经(?:本[^。，]{1,8}|作者|原作者|版权[方人]|[^。，者关议]{0,14}(?:网|社|报|刊|号|台))?的?(?:书面|正式|事先)*(?:授权|许可|允许|同意)[^。]{0,30}(?:转载|摘编|镜像|本[文报网站号刊])"
            r"|(?:版权作品|本文版权[^。，]{0,10}|本文|本稿)[，,。]\s*未经[^。，]{0,24}(?:授权|许可)[，,]?\s*(?:严禁|不得|禁止|请勿)[^。，]{0,6}(?:转载|摘编).*"
            r"|本文由[^。，]{2,20}授权(?:发布|转载|刊登|新浪[^。，]{0,8})(?=[，,。]\s*(?:如需)?转载|。?$)|★?《[^》]{2,12}》稿件使用声明[:：]"
            rf"|未经[^。，]{{0,16}}(?:授权|许可|允许|同意)[^。]{{0,20}}(?:不得|禁止|严禁){_USE}*(?:复制|转载|引用|翻版|镜像){_USE}*[。！!]?$"
            r"|版权声明(?=[\s:：】]|$)|版权所有(?![权者人])|转载(?:时?请|须|需)(?:务必)?(?:注明|标明|联系|保留|经|获|署名|附|带|授权)|转载声明|©|Copyright).{0,120}"
        ),
        opens="(（【未版转本★《©C",
        where="end",
        most=160,
        words=("授权", "许可", "允许", "同意", "版权", "转载", "©", "Copyright", "声明"),
    ),
    Phrase(
        name="copyright-of-medium",
        why="The same with the medium's name before it: 某某网版权所有，未经书面授权不得转载; 本文系独家稿件.",
        pattern=(
            r"[(（【]?[^。，；：]{2,16}(?:版权所有(?![权者人])[，,].{0,20}未经[^。]{0,12}(?:授权|许可|允许|同意)|(?:版权所有(?![权者人])|独家(?:原创)?(?:稿件|内容|作品)|原创(?:稿件|作品|文章))[，,].{0,20}(?:未经[^。]{0,12}授权|转载|摘编|请勿)).{0,100}"
        ),
        where="end",
        most=160,
        words=("版权所有", "独家", "原创"),
    ),
    Phrase(
        name="rights-notice",
        why="Whose the rights are and whom to ask: 著作权归X所有, 如需转载请联系X, 如有侵权请联系删除.",
        pattern=(
            r"(?:此内容|本文|本内容)[^。，]{2,16}原创[，,]著作权归[^。，]{2,16}所有。.*|(?:本文由[^。]{0,24}[，,]\s*)?如需转载[，,]?\s*(?:请|须|需|务必).{2,40}"
            r"|(?:原创|独家)文章[，,]\s*未经[^。，]{0,10}(?:授权|许可)[，,].{0,10}(?:转载|摘编).{0,20}"
            r"|[^。]{0,30}(?:来源于|来自)(?:互联)?网络?[，,。；][^。]{0,20}侵权[^。]{0,4}请[^。]{0,6}(?:联系|删除|告知|通知).{0,30}|[^。]{0,20}版权归原?作者(?:本人)?所有[，,。；][^。]{0,20}侵权[^。]{0,4}请[^。]{0,6}(?:联系|删除|告知|通知).{0,30}|(?:[^。]{0,24}[，,。]\s*)?(?:如有|若有)侵权[，,]?\s*(?:请|敬请)(?:及时)?联系.{0,20}"
        ),
        where="end",
        most=200,
        words=("著作权归", "如需转载", "侵权", "授权", "许可"),
    ),
    Phrase(
        name="reprint-promo",
        why="(本文来自某某新闻，更多原创资讯请下载“某某新闻”APP): the source and its promotion in one line.",
        pattern=r"(?=[(（]|.*[，,]更多)[(（【]?本文来自于?(?P<source>[^，。：:()（）]{2,20})(?:[，,]更多.{0,20}(?:请?下载|请?关注|尽在|请点击).{0,40}|[)）])|[(（]?下载[“\"「]?[^。]{2,12}[，,]\s*报料有奖[！!]?[)）]?",
        opens="(（【本下",
        where="edges",
        action="source",
        most=100,
        words=("本文来自", "下载"),
    ),
    Phrase(
        name="page-numbers",
        why="The numbers of an article's pages, the current one without a link, under the text of pages to 2014.",
        pattern=(
            rf"{_NUMBER}*+{_PAGE}(?:{_NUMBER}|{_PAGE})*+|(?:[\[【][0-9]{{1,3}}[\]】][\s|·]*+){{2,}}"
            rf"|(?:本文导航\s*[:：]?\s*)?(?:第[0-9]{{1,2}}页\s*[:：][^第]{{1,30}}){{2,12}}"
        ),
        where="end",
        opens="[【(（<《« 0123456789上下首末尾全共第当本",
        most=160,
        words=("页", "[", "【"),
    ),
    Phrase(
        name="neighbour-pages",
        why="Links to the pages before and after, under the text of other sites' pages.",
        pattern=(
            r"(?:[<《«]*\s*(?:上一|下一|前一|后一)(?:[篇页]\s*(?:[:：>》».]+.{0,60})?|篇\s[^。]{1,60})\s*){1,2}"
            r"|(?:[<《«]*\s*(?:上一|下一|前一|后一)[条则]\s*[:：>》».]+.{0,60}\s*){2}"
        ),
        opens="<《« 上下前后",
        where="end",
        most=140,
    ),
    Phrase(
        name="crumb-line",
        why="The breadcrumb over the text of table pages, where the cell of the text holds it too.",
        pattern=r"[^\s。，>＞»]{2,12}(?:\s*[>＞»]\s*[^\s。，>＞»]{1,16}){0,4}\s*[>＞»]{1,2}\s*正文",
        where="start",
        most=80,
        words=("正文",),
    ),
    Phrase(
        name="repost-head",
        why="原文地址：X 作者：Y over a blog post that passes on another's.",
        pattern=r"原文地址\s*[:：]\s*.{1,60}?(?:\s*作者\s*[:：]\s*(?P<author>.{1,20}))?",
        opens="原",
        where="start",
        most=100,
    ),
    # --- page chrome -----------------------------------------------------------------------------------
    Phrase(
        name="chrome-words",
        why="Labels of the tool bar that loose containers swallow: two of them in one line, or one that is nothing else.",
        pattern=(
            rf"(?=.*[\s|·【】\[\]()（）]|.{{6}}|(?:字[体号][:：]?)?(?:大中小|小中大)|打印关闭)[\s|·【\[(（]*+(?:(?>{_TOOL})[\s|·【】\[\]()（）]*+){{2,}}"
            r"|[\s|·【\[(（]*(?:缩小字体|放大字体|减小字号|增大字体|减小字体|收藏本[文页]|收藏此页|分享到.{2,6}|打印本页|关闭窗口|返回顶部|回到顶部|语音播报|推荐给朋友|"
            r"我要评论(?:\s*[(（]\d+[)）])?|发表评论|欢迎发表评论|我有话说|我要反馈|保存网页|转发此文至微博|自动播放|添加喜爱|阅读全文|展开全文|打开\s?(?:APP|App)\s?阅读全文|点击加载更多|查看原文|返回搜狐[，,]\s?查看更多|加载中\.*|纠错)[\s|·】\])）]*"
        ),
        opens="缩放减增收微分腾Q语新推打关返回纠大中小字浏阅评我发举向欢保转自添展加点查|· 【[(（",
        where="anywhere",
        most=80,
    ),
    Phrase(
        name="tool-row",
        why="A row of tools in brackets, under the text of pages to 2010: 【评论】【推荐】【大 中 小】【打印】.",
        pattern=(
            rf"(?:{_BRACKETED}){{0,8}}{_TOOL_IN_BRACKETS}(?:{_BRACKETED}){{2,8}}|(?:{_BRACKETED}){{2,8}}{_TOOL_IN_BRACKETS}(?:{_BRACKETED})?"
        ),
        opens="【[［",
        where="edges",
        most=120,
    ),
    Phrase(
        name="template-leftover",
        why="Names of template fields that were never filled, and end markers of the editing tool.",
        pattern=r"(?:@@\w+@@\s*)+|<!--article_adlist\[.{0,200}|\]?article_adlist(?:-->)?|THE[_ ]?END|\{?独家提供\}?|当前浏览器不支持在线预览PDF文件.{0,20}",
        opens="@<]aT{独当",
        where="anywhere",
        most=240,
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
        pattern=r"新浪(?:科技|财经|新闻|体育|娱乐|网)?意见反馈(?:留言板)?.{0,60}|欢迎批评指正|举报\s*/\s*反馈|文章关键词\s*[:：].{0,60}",
        opens="新欢举文",
        where="end",
        most=100,
    ),
)
